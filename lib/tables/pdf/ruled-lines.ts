import type { Ruling } from '../../source/pdf/page-content.ts';

/** A straight line as a person sees it: the strokes it is made of joined. `joints` are the ends of those strokes, ascending. */
export interface RuledLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly joints: readonly number[];
}

export interface RuledLines {
  readonly horizontal: RuledLine[];
  readonly vertical: RuledLine[];
}

/** Strokes this close side by side are one line (also the two strokes of a double line). */
const SIDE_BY_SIDE = 1.8;
/** Gaps up to this length, such as at corner dots, do not interrupt a line. */
const END_TO_END = 2.6;
/** What is shorter is a dot of a line in the other direction, or of none. */
const SHORTEST = 2;
/** Strokes shorter than this on average are the dots and dashes of a line, whose ends say nothing of cells. */
const SHORTEST_STROKE = 3;

/** Joins strokes that lie on one line, by direction, each list sorted by position. */
export function joinRulings(rulings: readonly Ruling[]): RuledLines {
  return {
    horizontal: join(rulings.filter(ruling => ruling.horizontal)),
    vertical: join(rulings.filter(ruling => !ruling.horizontal)),
  };
}

function join(rulings: Ruling[]): RuledLine[] {
  const sorted = rulings.sort((a, b) => a.at - b.at);
  const lines: RuledLine[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    while (end < sorted.length && sorted[end]!.at - sorted[i]!.at <= SIDE_BY_SIDE) end++;
    lines.push(...joinOnOneLine(sorted.slice(i, end)));
    i = end;
  }
  return lines;
}

function joinOnOneLine(rulings: Ruling[]): RuledLine[] {
  const sorted = rulings.sort((a, b) => a.from - b.from);
  const lines: RuledLine[] = [];
  for (let i = 0; i < sorted.length; ) {
    let to = sorted[i]!.to;
    let weight = 0;
    let moment = 0;
    let end = i;
    for (; end < sorted.length && sorted[end]!.from <= to + END_TO_END; end++) {
      const ruling = sorted[end]!;
      to = Math.max(to, ruling.to);
      weight += ruling.to - ruling.from;
      moment += ruling.at * (ruling.to - ruling.from);
    }
    const { from } = sorted[i]!;
    const strokes = sorted.slice(i, end);
    const dashed = weight < SHORTEST_STROKE * strokes.length;
    const joints = dashed ? [from, to] : strokes.flatMap(ruling => [ruling.from, ruling.to]).sort((a, b) => a - b);
    if (weight > 0 && to - from >= SHORTEST) lines.push({ at: moment / weight, from, to, joints });
    i = end;
  }
  return lines;
}
