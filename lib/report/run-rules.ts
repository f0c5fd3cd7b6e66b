import { withCompleteness } from '../disclosure/completeness.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Check, Rule } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import { figuresOf } from '../statements/statement.ts';
import { judge, type Verdict } from '../statements/verdict.ts';
import { isFigure } from './findings.ts';
import { bearsOut, isOneSlip } from './slip.ts';

type StatementCheck = Extract<Check, { kind: 'statement' }>;
type Remark = Extract<Check, { kind: 'remark' }>;
type Unable = Extract<Check, { kind: 'unable' }>;

/** A statement a rule made, and how it came out. */
export interface Judged {
  readonly rule: Rule;
  readonly check: StatementCheck;
  readonly verdict: Verdict;
}

export interface RuleResults {
  readonly judged: readonly Judged[];
  readonly remarks: readonly { readonly rule: Rule; readonly remark: Remark }[];
  readonly unable: readonly { readonly rule: Rule; readonly unable: Unable }[];
  /** Rules that threw: their own outcome, never the run's. */
  readonly broken: readonly { readonly rule: Rule; readonly error: unknown }[];
}

/** Runs every rule on a disclosure. A statement that two rules make over the same figures counts once, as what must hold before what is presumed. */
export function runRules(disclosure: Disclosure, rules: readonly Rule[]): RuleResults {
  const judged: Judged[] = [];
  const presumed: { rule: Rule; check: StatementCheck }[] = [];
  const remarks: { rule: Rule; remark: Remark }[] = [];
  const unable: { rule: Rule; unable: Unable }[] = [];
  const broken: { rule: Rule; error: unknown }[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    try {
      for (const made of rule.check(disclosure)) {
        const check =
          made.kind === 'statement' ? { ...made, statement: withCompleteness(made.statement, disclosure) } : made;
        if (check.kind === 'remark') {
          const doubtful = doubtfulFigures(check);
          if (doubtful.length === 0) remarks.push({ rule, remark: check });
          else unable.push({ rule, unable: { kind: 'unable', reason: DOUBTFUL, figures: doubtful } });
        } else if (check.kind === 'unable') unable.push({ rule, unable: check });
        else if (check.isPresumed) presumed.push({ rule, check });
        else {
          const key = signature(check);
          if (seen.has(key)) continue;
          seen.add(key);
          judged.push({ rule, check, verdict: judge(check.statement) });
        }
      }
    } catch (error) {
      broken.push({ rule, error });
    }
  }
  for (const { rule, check } of presumed) {
    const key = signature(check);
    const verdict = judge(check.statement);
    const holds = bearsOut(check.statement, verdict);
    if (seen.has(key) || (!holds && !isOneSlip(check.statement, verdict))) continue;
    seen.add(key);
    judged.push({ rule, check: holds ? check : { ...check, severity: 'warning' }, verdict });
  }
  return { judged, remarks, unable, broken };
}

/** Why what a rule remarks is not told: a reading in doubt must never make a document look wrong. */
const DOUBTFUL = { zh: '涉及读不准的单元格', en: 'It rests on a cell that was not read for sure' };

function doubtfulFigures({ severity, suspect, counterparts }: Remark): Figure[] {
  if (severity !== 'error' && severity !== 'warning') return [];
  return [suspect, ...counterparts].filter(isFigure).filter(figure => figure.uncertain);
}

function signature({ statement }: StatementCheck): string {
  const ids = figuresOf(statement).map(figure => figure.id);
  return `${statement.kind}:${ids[0]}:${ids.slice(1).sort().join(',')}`;
}
