import type { MessageKey } from './i18n.ts';

/** The parts of a document that rules look at, in the order in which it is read; and what stands in several documents. */
export const RULE_PARTS = ['tables', 'ties', 'narrative', 'performance', 'across', 'other'] as const;
export type RulePart = (typeof RULE_PARTS)[number];

export const PART_NAMES: Record<RulePart, MessageKey> = {
  tables: 'partTables',
  ties: 'partTies',
  narrative: 'partNarrative',
  performance: 'partPerformance',
  across: 'partAcross',
  other: 'partOther',
};

/** The part a rule belongs to, which its id begins with. */
export function partOf(ruleId: string): RulePart {
  const folder = ruleId.split('/')[0];
  return RULE_PARTS.find(part => part === folder) ?? 'other';
}

/** Address of a rule in the catalogue that comes with the extension. */
export function ruleAddress(ruleId: string): string {
  return `/rules.html#${ruleId}`;
}
