import { describe, expect, it } from 'vitest';
import { fileKindOf } from '../../lib/reading/file-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('what a file is by its bytes', () => {
  it.each([
    ['pdf', '%PDF-1.7\n'],
    ['pdf', '\n\nstray bytes %PDF-1.4\n'],
    ['html', '<!DOCTYPE html><html><body>2030年度决算</body></html>'],
    ['html', '\ufeff<table><tr><td>1</td></tr></table>'],
    ['office', 'PK\x03\x04 a.pdf %PDF-1.7'],
  ])('is %s: %j', (kind, text) => {
    expect(fileKindOf(bytes(text))).toBe(kind);
  });

  it('is office, of the older kind', () => {
    expect(fileKindOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('office');
  });

  it.each([
    ['empty', new Uint8Array()],
    ['not-a-document', new Uint8Array([0x50, 0x4b, 5, 6, 0, 0])],
    ['not-a-document', bytes('just words')],
  ])('cannot be read: %s', (reason, data) => {
    expect(() => fileKindOf(data)).toThrow(reason);
  });
});
