import type { AnchoredText } from '../../lib/anchors/anchor.ts';
import { MARK_STATUSES, type Mark, type MarkStatus } from '../../lib/ui/marks.ts';

export interface MarkedRun {
  readonly words: string;
  readonly status: MarkStatus | null;
}

/** A text cut where its marks begin and end; where several lie over each other, the uppermost counts. */
export function markedRuns({ text, anchor }: AnchoredText, marks: readonly Mark[]): MarkedRun[] {
  if (anchor.kind !== 'html') return [{ words: text, status: null }];
  const ranks = new Array<number>(text.length).fill(-1);
  for (const { place, status } of marks) {
    if (!('selector' in place) || place.selector !== anchor.selector) continue;
    const rank = MARK_STATUSES.indexOf(status);
    for (let i = 0; i < text.length; i++) {
      const offset = anchor.offsets[i]!;
      if (offset >= place.start && offset < place.end) ranks[i] = Math.max(ranks[i]!, rank);
    }
  }
  const runs: { words: string; status: MarkStatus | null }[] = [];
  let before: number | null = null;
  for (const [i, rank] of ranks.entries()) {
    if (rank === before) runs.at(-1)!.words += text[i];
    else runs.push({ words: text[i]!, status: MARK_STATUSES[rank] ?? null });
    before = rank;
  }
  return runs;
}
