/** A table in the plain-text format of `lib/reading/read-plain.ts`, each row a list of cells (`<` repeats the cell to the left, `^` the one above). */
export interface PlainTable {
  readonly form: string | null;
  readonly title: string;
  readonly unitLine: string | null;
  readonly rows: string[][];
  readonly notes: readonly string[];
}

/** The tables as one document; `heading` is its first line. */
export function plainDocument(heading: string, tables: readonly PlainTable[]): string {
  return [
    `# ${heading}`,
    ...tables.flatMap(({ title, unitLine, rows, notes }) => [
      title,
      ...(unitLine ? [unitLine] : []),
      ...rows.map(row => row.join(' | ')),
      ...notes,
    ]),
  ].join('\n');
}

/** The printed amount with its first digit changed, so that no rounding can explain it. */
export function spoilt(printed: string): string {
  return printed.replace(/\d/, digit => (digit === '9' ? '4' : `${Number(digit) + 1}`));
}
