import { BriefNarrator } from './brief-narrator.ts';
import { ComparedNarrator } from './compared-narrator.ts';
import type { Draft } from './draft.ts';
import { FlowingNarrator } from './flowing-narrator.ts';
import type { Layout } from './layout.ts';
import type { Ledger } from './ledger.ts';
import { ListedNarrator } from './listed-narrator.ts';
import { SpelledNarrator } from './spelled-narrator.ts';

const NARRATORS = {
  spelled: SpelledNarrator,
  brief: BriefNarrator,
  listed: ListedNarrator,
  compared: ComparedNarrator,
  flowing: FlowingNarrator,
} satisfies Record<Layout['wording'], unknown>;

/** The 情况说明 of a ledger in the layout's own wording. */
export function writeNarrative(draft: Draft, ledger: Ledger): void {
  new NARRATORS[draft.layout.wording](draft, ledger).write();
}
