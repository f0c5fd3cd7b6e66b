import type { Entry } from '../disclosure/form.ts';
import type { Figure } from '../statements/figure.ts';

/** The figures that are there and show something: blank cells add nothing and round to nothing. */
export function presentFigures(figures: readonly (Figure | undefined)[]): Figure[] {
  return figures.filter(
    (figure): figure is Figure => figure !== undefined && (!figure.amount.nil || figure.uncertain !== null),
  );
}

/** Account rows under their parents: the nearest code above each, by longest prefix. */
export interface AccountTree {
  /** Rows that no other row of the form contains. */
  readonly top: readonly Entry[];
  readonly children: ReadonlyMap<Entry, readonly Entry[]>;
  /** A code that stands on two rows: the form lists several bodies or was read twice, and no sum can be told. */
  readonly repeated: boolean;
}

export function accountTree(entries: readonly Entry[]): AccountTree {
  const byCode = new Map<string, Entry>();
  let repeated = false;
  for (const entry of entries) {
    if (!entry.code) continue;
    repeated ||= byCode.has(entry.code);
    byCode.set(entry.code, entry);
  }
  const children = new Map<Entry, Entry[]>();
  const top: Entry[] = [];
  for (const [code, entry] of byCode) {
    const parent = byCode.get(code.slice(0, 5)) !== entry ? byCode.get(code.slice(0, 5)) : undefined;
    const above = parent ?? (byCode.get(code.slice(0, 3)) !== entry ? byCode.get(code.slice(0, 3)) : undefined);
    const siblings = above && children.get(above);
    if (siblings) siblings.push(entry);
    else if (above) children.set(above, [entry]);
    else top.push(entry);
  }
  return { top, children, repeated };
}
