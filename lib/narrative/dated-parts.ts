import { type Draft, statesAmount } from './draft.ts';
import { identityOf, type Subject } from './subjects.ts';

/**
 * The parts of another year's total are that year's, where the text states the total of `year`, the document's own, as well.
 * Where it does not, the other year may be a slip.
 */
export function dateParts(drafts: readonly Draft[], year: number | null): void {
  const isOther = ({ year: named }: Draft) => named !== null && named.year !== year;
  const own = new Set(
    drafts.filter(draft => statesAmount(draft) && !isOther(draft)).map(draft => keyOf(draft.subject)),
  );
  for (const draft of drafts) {
    const { whole } = draft;
    if (draft.year !== null || !whole || whole === draft || !isOther(whole)) continue;
    const key = keyOf(whole.subject);
    if (key !== null && own.has(key)) draft.year = whole.year;
  }
}

function keyOf(subject: Subject): string | null {
  return identityOf({ ...subject, owner: '' });
}
