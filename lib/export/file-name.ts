import type { Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { word } from './words.ts';

const LONGEST = 100;

/** A name every file system takes. */
export function safeFileName(name: string): string {
  return (
    name
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in it
      .replace(/[\u0000-\u001f\\/:*?"<>|]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST)
      .replace(/[. ]+$/, '') || '_'
  );
}

/** What a file written from a report is called: whose, which year, what; without ending. */
export function exportName({ document: { unit, year }, source }: Report, locale: Locale): string {
  const subject = unit ? [unit, year].filter(Boolean).join(' ') : source.name.replace(/\.\w{2,5}$/, '');
  return safeFileName(`${subject} ${word('title', locale)}`);
}
