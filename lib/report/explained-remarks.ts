import { figuresOf } from '../statements/statement.ts';
import { outcomeWith } from './change.ts';
import { type Conflict, placesOf, rightValueOf, severityOf } from './conflict.ts';
import type { RuleResults } from './run-rules.ts';

type Made = RuleResults['remarks'][number];

/** Remarks that nothing would be said of once a figure found wrong is put right, each with the error that explains it. */
export function explainedRemarks(remarks: readonly Made[], conflicts: readonly Conflict[]): Map<Made, Conflict> {
  const explained = new Map<Made, Conflict>();
  const errors = conflicts.filter(conflict => severityOf(conflict) === 'error');
  for (const made of remarks) {
    const { premise } = made.remark;
    if (!premise) continue;
    const figures = new Set(figuresOf(premise));
    const cause = errors.find(error =>
      placesOf(error).some(place => {
        const [suspect, ...others] = place.suspects;
        const right = rightValueOf(place);
        if (!suspect || others.length > 0 || !right || !figures.has(suspect)) return false;
        return outcomeWith(premise, new Map([[suspect, right]])).verdict.grade === 'conflict';
      }),
    );
    if (cause) explained.set(made, cause);
  }
  return explained;
}
