import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** One of several equal parts of a folder's files; `number` counts from 0. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** `2/8` (counted from 0); null for anything else. */
export function parseShard(text: string): Shard | null {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  if (!match) return null;
  const [number, of] = [Number(match[1]), Number(match[2])];
  return of > 0 && number < of ? { number, of } : null;
}

/** Files that can hold a disclosure, by their names. */
const DOCUMENT = /\.(?:pdf|html?|xlsx?|docx?)$/i;

/**
 * The documents below a folder that belong to the shard, in the order of their names: paths relative to the folder, with
 * slashes. A file's shard follows from its path alone, so that it stays where it is when others are added.
 */
export async function* documentsBelow(folder: string, { number, of }: Shard): AsyncGenerator<string> {
  for await (const path of filesBelow(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    if (DOCUMENT.test(name) && (of === 1 || shardNumber(name, of) === number)) yield name;
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

function shardNumber(name: string, of: number): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % of;
}
