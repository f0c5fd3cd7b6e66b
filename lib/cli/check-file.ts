import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buildDisclosure } from '../disclosure/build.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { UnreadableError } from '../reading/reading.ts';
import { checkDisclosure } from '../report/check.ts';
import type { Report } from '../report/report.ts';
import { type Locale, unreadableMessage } from '../report/wording.ts';
import { readFileBytes } from './read-file.ts';

const LARGEST_FILE = 200 * 1024 * 1024;

/** A file's report, and what the document says, for comparison with others. */
export interface CheckedFile {
  readonly report: Report;
  readonly disclosure: Disclosure;
}

/** Reads and checks one file; `name` is what the report calls it. Throws what `reasonOf` puts into words. */
export async function checkFile(file: string, locale: Locale, name = basename(file)): Promise<CheckedFile> {
  if ((await stat(file)).size > LARGEST_FILE) throw new UnreadableError('too-large');
  const bytes = new Uint8Array(await readFile(file));
  // Hashed first: the PDF reader takes the bytes over.
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = await readFileBytes(bytes);
  const disclosure = buildDisclosure(reading, name);
  const source = { name, sha256, url: null, retrievedAt: new Date().toISOString() };
  return { report: checkDisclosure(disclosure, reading, source, locale), disclosure };
}

/** Why a file could not be checked, in one sentence. */
export function reasonOf(error: unknown, locale: Locale): string {
  if (error instanceof UnreadableError) return unreadableMessage(error.reason, locale);
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return '找不到文件。';
  if (code === 'EACCES' || code === 'EISDIR') return '无法打开文件。';
  return `读取失败（${(error as Error).message.split('\n')[0]}）。`;
}
