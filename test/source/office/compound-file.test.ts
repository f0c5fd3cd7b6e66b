import { describe, expect, it } from 'vitest';
import { CompoundFile, isCompoundFile } from '../../../lib/source/office/compound-file.ts';
import { compoundFileOf } from './office-files.ts';

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31) % 251);

describe('a compound file', () => {
  const streams = { Short: bytesOf(5), Longer: bytesOf(4095), Long: bytesOf(4096), 'Very long': bytesOf(300_000) };
  const file = compoundFileOf(streams);

  it('gives its streams, short and long', () => {
    const read = new CompoundFile(file);
    expect(isCompoundFile(file)).toBe(true);
    expect(read.names.sort()).toEqual(Object.keys(streams).sort());
    for (const [name, bytes] of Object.entries(streams)) expect(read.stream(name)).toEqual(bytes);
    expect(read.stream('None')).toBeNull();
  });

  it('is damaged where it is cut off', () => {
    const cuts = [8, 511, 512, 600, 5000, Math.floor(file.length / 2)];
    for (const cut of cuts)
      expect(() => {
        const read = new CompoundFile(file.subarray(0, cut));
        for (const name of read.names) read.stream(name);
      }).toThrow('damaged');
  });

  it('is damaged where its sectors go in a circle', () => {
    const broken = file.slice();
    const view = new DataView(broken.buffer);
    const table = 512 * (view.getUint32(76, true) + 1);
    // Every sector of the table is followed by itself.
    for (let i = 0; i < 128; i++) view.setUint32(table + 4 * i, i, true);
    expect(() => new CompoundFile(broken).stream('Very long')).toThrow('damaged');
  });
});
