import { type Draft, statesAmount } from './draft.ts';
import { identityOf } from './subjects.ts';

/**
 * The parts of a total are of its year and of its body, where the text states the same total of another year or body as well
 * (全州…其中:甲10万元;州本级…其中:甲3万元). Where it does not, another year may be a slip, and the body is the document's own.
 * `year` is the document's.
 */
export function scopeParts(drafts: readonly Draft[], year: number | null): void {
  const isOther = ({ year: named }: Draft) => named !== null && named.year !== year;
  const stated = Map.groupBy(drafts.filter(statesAmount), totalOf);
  for (const draft of drafts) {
    const { whole } = draft;
    const total = whole && whole !== draft ? totalOf(whole) : null;
    if (!whole || total === null) continue;
    const totals = stated.get(total) ?? [];
    if (draft.year === null && isOther(whole) && totals.some(other => !isOther(other))) draft.year = whole.year;
    const { owner } = whole.subject;
    if (owner !== '' && draft.subject.owner === '' && totals.some(other => other.subject.owner !== owner))
      draft.subject = { ...draft.subject, owner };
  }
}

function totalOf({ subject }: Draft): string | null {
  return identityOf({ ...subject, owner: '' });
}
