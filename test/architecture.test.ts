import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders of lib from the foundations up: a file may import from its own folder and from those before it. */
const ORDER = [
  'amounts',
  'anchors',
  'detect',
  'statements',
  'source',
  'tables',
  'narrative',
  'reading',
  'disclosure',
  'rules',
  'report',
  'compare',
  'archive',
  'export',
  'cli',
];
/** Folders that know only some of those before them. */
const NARROW: Record<string, string[]> = {
  ui: [
    'public',
    'amounts',
    'anchors',
    'statements',
    'tables',
    'narrative',
    'reading',
    'report',
    'compare',
    'archive',
    'export',
  ],
};
const TOP_FOLDERS = ['entrypoints', 'lib', 'public', 'test'];

const sources = [...filesBelow('lib'), ...filesBelow('entrypoints')].map(path => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));

describe('the layers of lib', () => {
  it('has no folder that the order does not name', () => {
    const folders = entries('lib').filter(entry => entry.isDirectory());
    expect(folders.map(folder => folder.name).filter(name => !(ORDER.includes(name) || name in NARROW))).toEqual([]);
  });

  it('imports only downwards', () => {
    const wrong = sources.flatMap(({ path, text }) =>
      importsOf(text)
        .map(target => ({ from: layerOf(path), to: targetLayer(path, target), target }))
        .filter(({ from, to }) => to !== null && !mayImport(from, to))
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows pdf.js only in source, and in the viewer that shows pages', () => {
    const users = sources.filter(({ text }) => importsOf(text).some(target => target.startsWith('pdfjs-dist')));
    expect(users.map(user => user.path).filter(path => !/^(lib\/source|entrypoints\/viewer)\//.test(path))).toEqual([]);
  });

  it('knows the browser only in entrypoints', () => {
    const users = sources.filter(
      ({ path, text }) => path.startsWith('lib/') && importsOf(text).some(target => /^(wxt|#imports)/.test(target)),
    );
    expect(users.map(user => user.path)).toEqual([]);
  });
});

describe('the sources', () => {
  it('never turn text into markup or code', () => {
    const forbidden =
      /\.(?:innerHTML|outerHTML)\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\s*\(|new Function\b|document\.write\b/;
    expect(sources.filter(({ text }) => forbidden.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('hold no barrel files and no folders for odds and ends', () => {
    const odd = sources.filter(
      ({ path, text }) =>
        /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.tsx?$)/.test(path) || /^export \* from/m.test(text),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('stand in the four folders of the product', () => {
    const folders = entries('.').filter(entry => entry.isDirectory() && !entry.name.startsWith('.'));
    expect(
      folders.map(folder => folder.name).filter(name => name !== 'node_modules' && !TOP_FOLDERS.includes(name)),
    ).toEqual([]);
  });
});

function mayImport(from: string, to: string): boolean {
  if (from === to || from === 'entrypoints') return true;
  const narrow = NARROW[from];
  if (narrow) return narrow.includes(to);
  return ORDER.includes(to) && ORDER.indexOf(to) < ORDER.indexOf(from);
}

function layerOf(path: string): string {
  const [top, folder] = path.split('/');
  return top === 'lib' ? folder! : top!;
}

/** The folder an import leads to; null for a package. */
function targetLayer(path: string, target: string): string | null {
  if (!target.startsWith('.')) return null;
  return layerOf(
    relative(root, join(root, dirname(path), target))
      .split(sep)
      .join('/'),
  );
}

function importsOf(text: string): string[] {
  const code = text.replace(/^\s*(?:\/\/|\*).*$/gm, '');
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(match => match[1]!);
}

function filesBelow(folder: string): string[] {
  return entries(folder).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function entries(folder: string) {
  return readdirSync(join(root, folder), { withFileTypes: true });
}
