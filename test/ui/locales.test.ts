import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
type Messages = Record<string, { message: string }>;
const messages = (locale: string): Messages =>
  JSON.parse(readFileSync(join(root, `public/_locales/${locale}/messages.json`), 'utf8'));
const zh = messages('zh_CN');
const en = messages('en');

const sources = [join(root, 'wxt.config.ts'), ...filesBelow('lib/ui'), ...filesBelow('entrypoints')].map(path =>
  readFileSync(path, 'utf8'),
);

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
}

/** Every quoted word of the sources; message keys are always written out whole. */
const words = new Set(
  sources.flatMap(text => [...text.matchAll(/'(\w+)'/g), ...text.matchAll(/__MSG_(\w+)__/g)].map(match => match[1]!)),
);

describe('the sentences of the interface', () => {
  it('are the same ones in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it('are all used', () => {
    expect(Object.keys(zh).filter(key => !words.has(key))).toEqual([]);
  });

  it('take the same values in both languages', () => {
    const values = (text: string) => [...new Set(text.match(/\$\d/g))].sort();
    const unlike = Object.keys(zh).filter(
      key => values(zh[key]!.message).join() !== values(en[key]?.message ?? '').join(),
    );
    expect(unlike).toEqual([]);
  });

  it('exist wherever the manifest asks for one', () => {
    const asked = sources.flatMap(text => [...text.matchAll(/__MSG_(\w+)__/g)].map(match => match[1]!));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(key => !(key in zh))).toEqual([]);
  });

  it('keep the description within what the stores allow', () => {
    for (const { extensionDescription } of [zh, en])
      expect(extensionDescription!.message.length).toBeLessThanOrEqual(132);
  });
});
