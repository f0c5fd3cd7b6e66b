import { BriefNarrator } from './brief-narrator.ts';
import type { Draft } from './draft.ts';
import type { Ledger } from './ledger.ts';
import { SpelledNarrator } from './spelled-narrator.ts';

/** The 情况说明 of a ledger in the layout's own wording. */
export function writeNarrative(draft: Draft, ledger: Ledger): void {
  const narrator =
    draft.layout.wording === 'brief' ? new BriefNarrator(draft, ledger) : new SpelledNarrator(draft, ledger);
  narrator.write();
}
