import { type Draft, statesAmount } from './draft.ts';
import type { Section } from './sections.ts';
import { identityOf, type Subject } from './subjects.ts';

/**
 * A change stated in a sentence of its own speaks of the amount last stated of the same subject in the section.
 * `year` is the document's own: amounts dated otherwise are not meant.
 */
export function giveChangesTheirAmounts(drafts: readonly Draft[], year: number | null): void {
  let section: Section | null = null;
  let paragraph = '';
  const stated = new Map<string, Draft>();
  for (const draft of drafts) {
    if (draft.within !== section) stated.clear();
    // Words that no one knows may mean another matter in the next paragraph.
    else if (draft.paragraph !== paragraph) forgetWords(stated);
    section = draft.within;
    paragraph = draft.paragraph;
    if (draft.inReason) continue;
    if (draft.kind === 'change' && !draft.amount && draft.subject.words !== '') {
      const { subject } = draft;
      // The body is named once in a section.
      const key = keyOf(subject, subject.owner === '' ? null : subject.owner);
      draft.amount = stated.get(key)?.amount ?? null;
    }
    const isOfYear = draft.year === null || year === null || draft.year.year === year;
    if (statesAmount(draft) && isOfYear) for (const key of keysOfAmount(draft.subject)) stated.set(key, draft);
  }
}

/** What an amount said of a subject answers to: 收、支总计 are 收入总计 and 支出总计 in one. */
function keysOfAmount(subject: Subject): string[] {
  const both = /^(?:revenue|expenditure)GrandTotal$/.test(subject.quantity ?? '')
    ? [{ ...subject, quantity: 'balanceTotal' } as const]
    : [];
  // What the three expenses are paid from is named once, too.
  const unfunded = subject.quantity?.startsWith('threePublic.') ? [{ ...subject, fund: 'all' } as const] : [];
  return [subject, ...both, ...unfunded].flatMap(said => [keyOf(said, null), keyOf(said, said.owner)]);
}

function forgetWords(stated: Map<string, Draft>): void {
  for (const key of stated.keys()) if (key.startsWith(WORDS)) stated.delete(key);
}

const WORDS = 'words ';

function keyOf(subject: Subject, owner: string | null): string {
  const identity = identityOf({ ...subject, owner: '' });
  return identity === null ? `${WORDS}${subject.words}` : `${identity} ${owner ?? '*'}`;
}
