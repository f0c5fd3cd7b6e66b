import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { checkFile } from '../../lib/cli/check-file.ts';
import { UnreadableError } from '../../lib/reading/reading.ts';
import type { Finding, Report } from '../../lib/report/report.ts';
import { CORPUS } from '../laws/documents.ts';

/** One error or warning told of a published document, and what a person who looked says of it. Figures and facts, no sentences. */
const entrySchema = z.object({
  document: z.string(),
  /** The first digits of the document's SHA-256. */
  sha256: z.string(),
  /** The finding's own id, made of its content. */
  id: z.string(),
  severity: z.enum(['error', 'warning']),
  rule: z.string(),
  /** Where the first of its evidence stands. */
  place: z.string(),
  /** The figures it is about, as printed. */
  figures: z.array(z.string()),
  /** Null until someone has looked. */
  verdict: z.enum(['true', 'false']).nullable(),
  /** The arithmetic, or the reason, in a line. */
  why: z.string(),
});
export type Entry = z.infer<typeof entrySchema>;

/** Folders of the corpus that hold documents; each has a ledger of its own. */
export const FOLDERS = ['seeds', 'truth', 'real', 'wild', 'pages', 'office', 'situations'];
const DOCUMENT = /\.(?:pdf|html|docx|xlsx?)$/;
const MOST_FIGURES = 12;

export function documentsOf(folder: string): { path: string; name: string; size: number }[] {
  const path = join(CORPUS, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter(name => DOCUMENT.test(name))
    .sort()
    .map(name => ({ path: join(path, name), name: `${folder}/${name}`, size: statSync(join(path, name)).size }));
}

/** What is told of a document; nothing of one that cannot be read. */
export async function entriesOf({ path, name }: { path: string; name: string }): Promise<Entry[]> {
  try {
    return entriesIn((await checkFile(path, 'zh')).report, name);
  } catch (error) {
    if (error instanceof UnreadableError) return [];
    throw error;
  }
}

export function entriesIn({ findings, source }: Report, name: string): Entry[] {
  return findings.flatMap(finding =>
    finding.severity === 'error' || finding.severity === 'warning'
      ? [entryOf(finding, finding.severity, name, source.sha256.slice(0, 12))]
      : [],
  );
}

function entryOf(finding: Finding, severity: Entry['severity'], document: string, sha256: string): Entry {
  const [first] = finding.evidence;
  const where = first?.where;
  const place = [
    where && 'page' in where ? `p${where.page}` : where && 'sheet' in where ? where.cell : '',
    first?.table ?? 'text',
    first?.row ?? '',
    first?.column ?? '',
  ];
  return {
    document,
    sha256,
    id: finding.id,
    severity,
    rule: finding.rule,
    place: place.filter(Boolean).join(' '),
    figures: finding.evidence.flatMap(({ printed }) => printed ?? []).slice(0, MOST_FIGURES),
    verdict: null,
    why: '',
  };
}

const fileOf = (folder: string) => fileURLToPath(new URL(`./${folder}.ndjson`, import.meta.url));

export function readLedger(folder: string): Entry[] {
  if (!existsSync(fileOf(folder))) return [];
  const lines = readFileSync(fileOf(folder), 'utf8').split('\n').filter(Boolean);
  return lines.map(line => entrySchema.parse(JSON.parse(line)));
}

export function writeLedger(folder: string, entries: readonly Entry[]): void {
  writeFileSync(fileOf(folder), entries.map(entry => `${JSON.stringify(entry)}\n`).join(''));
}

/** What is told now held against what the ledger knows of the same documents. */
export interface Difference {
  readonly isNew: readonly Entry[];
  readonly gone: readonly Entry[];
  /** What is told now, with the verdicts that are known. */
  readonly entries: readonly Entry[];
}

export function differenceOf(known: readonly Entry[], told: readonly Entry[]): Difference {
  const left = [...known];
  const take = (entry: Entry, isSame: (other: Entry) => boolean) => {
    const at = left.findIndex(other => other.document === entry.document && isSame(other));
    return at < 0 ? null : left.splice(at, 1)[0]!;
  };
  const byId = told.map(entry => ({ entry, before: take(entry, ({ id }) => id === entry.id) }));
  // A finding that is worded otherwise is the same while its rule and its figures are.
  const all = byId.map(({ entry, before }) => ({
    entry,
    before:
      before ?? take(entry, ({ rule, figures }) => rule === entry.rule && figures.join() === entry.figures.join()),
  }));
  return {
    isNew: all.flatMap(({ entry, before }) => (before ? [] : [entry])),
    gone: left,
    entries: all.map(({ entry, before }) => ({
      ...entry,
      verdict: before?.verdict ?? null,
      why: before?.why ?? '',
    })),
  };
}

export function inWords({ document, severity, rule, place, figures, verdict, id }: Entry): string {
  return `${document} ${severity} ${rule} ${place}: ${figures.join(', ')} (${verdict ?? 'unjudged'}) ${id}`;
}
