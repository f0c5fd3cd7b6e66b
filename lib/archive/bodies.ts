import { bodyKeys, properName } from '../compare/same-body.ts';
import { foldLabel } from '../disclosure/label.ts';
import type { Entry } from './entry.ts';
import type { Naming } from './naming.ts';

/** A kept document among the others of its body. */
export interface ListedDocument {
  readonly entry: Entry;
  /** `latest` and `earlier` where several are kept of one body, kind, level and year; the latest is the last retrieved. */
  readonly edition: 'only' | 'latest' | 'earlier';
  /** An earlier download that says the same, word for word. */
  readonly isRepeated: boolean;
}

/** One body and what is kept of it: the last year first, of a year the final accounts before the budget, the department before the unit. */
export interface Body {
  /** Its most frequent name, of several one without 本级, the longest; empty for documents of which it could not be told. */
  readonly name: string;
  /** Every name that stands in its documents. */
  readonly names: readonly string[];
  readonly documents: readonly ListedDocument[];
}

/** The kept documents by body: one under several names (place in front, 本级 behind, or as the reader says) is one. */
export function bodiesOf(entries: readonly Entry[], namings: readonly Naming[] = []): Body[] {
  const keys = bodyKeys(
    entries.map(({ unit }) => unit),
    namings.map(({ name, body }) => [name, body]),
  );
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keys.get(entry.unit)!;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const given = new Map(namings.map(({ body }) => [keys.get(body), body]));
  return [...groups]
    .map(([key, group]) => bodyOf(group, given.get(key) ?? null))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || COLLATOR.compare(a.name, b.name));
}

/** The documents of a body that are one series: of one kind and level, the latest edition of each year, the oldest first. */
export function seriesOf({ documents }: Body, { kind, level }: Pick<Entry, 'kind' | 'level'>): Entry[] {
  return documents
    .filter(({ entry, edition }) => edition !== 'earlier' && entry.kind === kind && entry.level === level)
    .map(({ entry }) => entry)
    .filter(({ year }) => year !== null)
    .reverse();
}

/** Of each year, the latest budget with the latest accounts of the same level, where there are both; the last year first. */
export function budgetPairsOf({ documents }: Body): (readonly [budget: Entry, accounts: Entry])[] {
  const latest = documents.filter(({ edition }) => edition !== 'earlier').map(({ entry }) => entry);
  return latest.flatMap(accounts => {
    if (accounts.kind !== 'final-accounts' || accounts.year === null) return [];
    const budget = latest.find(
      ({ kind, level, year }) => kind === 'budget' && level === accounts.level && year === accounts.year,
    );
    return budget ? [[budget, accounts] as const] : [];
  });
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });
const KINDS: readonly Entry['kind'][] = ['final-accounts', 'budget', 'unknown'];
const LEVELS: readonly Entry['level'][] = ['government', 'department', 'unit', null];

function bodyOf(entries: readonly Entry[], given: string | null): Body {
  const counts = new Map<string, number>();
  for (const { unit } of entries) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const ownLevel = (name: string) => Number(properName(name) !== foldLabel(name));
  const names = [...counts]
    .sort((a, b) => b[1] - a[1] || ownLevel(a[0]) - ownLevel(b[0]) || b[0].length - a[0].length)
    .map(([name]) => name);
  const sorted = entries.toSorted(
    (a, b) =>
      (b.year ?? 0) - (a.year ?? 0) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      Date.parse(b.retrievedAt) - Date.parse(a.retrievedAt),
  );
  return { name: given ?? names[0]!, names, documents: withEditions(sorted) };
}

function withEditions(sorted: readonly Entry[]): ListedDocument[] {
  const editions = new Map<string, number>();
  for (const entry of sorted) editions.set(editionKey(entry), (editions.get(editionKey(entry)) ?? 0) + 1);
  const seen = new Set<string>();
  const said = new Set<string>();
  return sorted.map(entry => {
    const key = editionKey(entry);
    // Documents that do not say whose or which they are have no editions.
    const several = editions.get(key)! > 1 && entry.year !== null && entry.unit !== '' && entry.kind !== 'unknown';
    const edition = !several ? 'only' : seen.has(key) ? 'earlier' : 'latest';
    const isRepeated = said.has(entry.textSha256);
    seen.add(key);
    said.add(entry.textSha256);
    return { entry, edition, isRepeated };
  });
}

function editionKey({ kind, level, year }: Entry): string {
  return `${kind} ${level} ${year}`;
}
