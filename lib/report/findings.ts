import type { Passage } from '../anchors/anchor.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import { type Figure, placeOfFigure } from '../statements/figure.ts';
import { figuresOf, statedFigure } from '../statements/statement.ts';
import { type Conflict, placesOf, rightValueOf, SEVERITIES, severityOf, subjectOf } from './conflict.ts';
import { evidenceOf, figureEvidence, passageEvidence } from './evidence.ts';
import { explainedRemarks } from './explained-remarks.ts';
import { withIds } from './finding-id.ts';
import type { Finding } from './report.ts';
import type { Judged, RuleResults } from './run-rules.ts';
import { bySize, type Measured, sizeOf, sizeOfRemark } from './size.ts';
import {
  arithmeticOf,
  conflictTitle,
  type Line,
  type Locale,
  oneOfTitle,
  printValue,
  roundingTitle,
  SUMS_CUT_OFF,
  say,
  TRUNCATION_HABIT,
} from './wording.ts';

/** More findings than these help nobody; the rest is counted. */
const MOST_FINDINGS = 1_000;
/** Failed statements that are spelt out in one finding. */
const MOST_STATEMENTS = 50;

/**
 * What the reader is told, most serious first, each finding with the figures and passages that make it up; and how many there
 * would be if a report listed any number.
 */
export function findingsOf(
  { remarks }: RuleResults,
  { conflicts, roundings, truncated }: Explained,
  locale: Locale,
): { drafts: Draft[]; found: number } {
  const explained = explainedRemarks(remarks, conflicts);
  const following = Map.groupBy(explained.keys(), made => explained.get(made)!);
  const all: Told[] = [
    ...conflicts.map(conflict => ({
      severity: severityOf(conflict),
      size: sizeOfConflict(conflict),
      draft: () => withRemarks(conflictFinding(conflict, locale), following.get(conflict) ?? [], locale),
    })),
    ...roundings.map(rounding => ({
      severity: 'rounding' as const,
      size: sizeOfConflict(rounding),
      draft: () => roundingFinding(rounding, locale),
    })),
    ...Object.values(Object.groupBy(truncated, ({ check }) => check.statement.kind)).map(habit => ({
      severity: 'info' as const,
      size: sizeOfRemark(habit[0]!.rule),
      draft: () => truncationFinding(habit, locale),
    })),
    ...remarks
      .filter(made => !explained.has(made))
      .map(({ rule, remark }) => ({
        severity: remark.severity,
        size: sizeOfRemark(rule),
        draft: () => remarkFinding(rule, remark, locale),
      })),
  ];
  const listed = all
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || bySize(a.size, b.size))
    .slice(0, MOST_FINDINGS);
  return { drafts: withIds(listed.map(({ draft }) => draft())), found: all.length };
}

/** What is to be told, before it is put into words. */
interface Told {
  readonly severity: Severity;
  readonly size: Measured;
  readonly draft: () => Draft;
}

function sizeOfConflict(conflict: Conflict): Measured {
  return sizeOf(subjectOf(conflict), rightValueOf(conflict), conflict.failed[0]!.rule);
}

/** What came of the statements that do not hold as printed. */
export interface Explained {
  readonly conflicts: readonly Conflict[];
  /** What rounding explains, grouped by the figure that alone could account for it. */
  readonly roundings: readonly Conflict[];
  /** Percentages, and sums of tables, that are cut off as a habit; told once. */
  readonly truncated: readonly Judged[];
}

/** A finding and what it is made of. */
export interface Draft {
  readonly finding: Finding;
  readonly figures: readonly Figure[];
  readonly passages: readonly Passage[];
  /** What each piece of the finding's evidence shows, in the same order. */
  readonly parts: readonly (Figure | Passage)[];
}

function conflictFinding(conflict: Conflict, locale: Locale): Draft {
  const { suspects, cause } = conflict;
  const first = conflict.failed[0]!;
  const suspect = subjectOf(conflict);
  const computed = rightValueOf(conflict);
  const percent = suspect.unit === '%' ? '%' : '';
  const statements = placesOf(conflict).flatMap(({ failed, followed }) => [...failed, ...followed]);
  return draftOf({ suspects, statements }, suspect, locale, {
    severity: severityOf(conflict),
    size: sizeOfConflict(conflict),
    title:
      suspects.length > 1 && first.check.statement.kind === 'sum'
        ? oneOfTitle(conflict, locale)
        : conflictTitle(conflict, locale),
    computed:
      otherPrint(first, suspect) ??
      (computed &&
        `${printValue(computed.toDecimalPlaces(Math.max(2, suspect.amount.decimals)), suspect.amount.decimals)}${percent}`),
    difference:
      computed && printValue(suspect.amount.value.minus(computed).abs().toDecimalPlaces(4), suspect.amount.decimals),
    cause: cause && say(cause, locale),
  });
}

/** The finding of some statements about a suspect, their arithmetic spelt out. */
function draftOf(
  { suspects, statements }: { readonly suspects: readonly Figure[]; readonly statements: readonly Judged[] },
  suspect: Figure,
  locale: Locale,
  words: Pick<Finding, 'severity' | 'title' | 'computed' | 'difference' | 'cause'> & { size: Measured },
): Draft {
  const failed = statements.slice(0, MOST_STATEMENTS);
  const { amount: _, ...size } = words.size;
  const { rule } = failed[0]!;
  const figures = [...new Set([suspect, ...failed.flatMap(({ check }) => figuresOf(check.statement))])];
  const passages = failed.flatMap(({ check }) => check.context ?? []);
  const lines = failed.map(({ check, verdict }) => arithmeticOf(check.statement, verdict, locale));
  const labels = failed.map(({ check }) => say(check.about, locale));
  const blamed = new Set(suspects);
  const counterparts = new Set(
    failed.flatMap(({ check }) =>
      check.statement.kind === 'equal' ? figuresOf(check.statement) : [statedFigure(check.statement)],
    ),
  );
  return {
    figures,
    passages,
    parts: [...figures, ...passages],
    finding: {
      id: '',
      rule: rule.id,
      ruleTitle: say(rule.title, locale),
      basis: [...new Set(failed.map(item => say(item.rule.basis, locale)))].join('\n'),
      ...words,
      size,
      suspects: suspects.length === 1 ? 'unique' : 'one-of',
      consequences: failed.slice(1).map(({ rule, check }, i) => ({
        rule: rule.id,
        ruleTitle: say(rule.title, locale),
        label: labels[i + 1]!,
        arithmetic: plainLine(lines[i + 1]!),
        where: placeOfFigure(statedFigure(check.statement)),
      })),
      message: lines
        .map((line, i) => (locale === 'zh' ? `${labels[i]}：${plainLine(line)}` : `${labels[i]}: ${plainLine(line)}`))
        .join(locale === 'zh' ? '；' : '; '),
      arithmetic: lines.map(line => indexLine(line, figures)),
      labels,
      stated: suspect.printed,
      evidence: [
        ...figures.map(figure =>
          figureEvidence(figure, blamed.has(figure) ? 'suspect' : counterparts.has(figure) ? 'counterpart' : 'operand'),
        ),
        ...passages.map(passage => passageEvidence(passage, 'counterpart')),
      ],
    },
  };
}

/** The finding with what is remarked only because of it. */
function withRemarks(draft: Draft, remarks: RuleResults['remarks'], locale: Locale): Draft {
  const { finding } = draft;
  const passages = remarks.map(({ remark }) => remark.suspect).filter((item): item is Passage => !isFigure(item));
  return {
    ...draft,
    passages: [...draft.passages, ...passages],
    parts: [...draft.parts, ...passages],
    finding: {
      ...finding,
      consequences: [
        ...finding.consequences,
        ...remarks.map(({ rule, remark: { title, message, suspect } }) => ({
          rule: rule.id,
          ruleTitle: say(rule.title, locale),
          label: say(title, locale),
          arithmetic: say(message, locale),
          where: evidenceOf(suspect, 'counterpart').where,
        })),
      ],
      message: [finding.message, ...remarks.map(({ remark }) => say(remark.message, locale))].join(
        locale === 'zh' ? '；' : '; ',
      ),
      arithmetic: [...finding.arithmetic, ...remarks.map(({ remark }) => [say(remark.message, locale)])],
      labels: [...finding.labels, ...remarks.map(({ remark }) => say(remark.title, locale))],
      evidence: [...finding.evidence, ...passages.map(passage => passageEvidence(passage, 'counterpart'))],
    },
  };
}

/** Where two prints of one quantity differ, the other as it is printed, with its unit where that is what differs. */
function otherPrint({ check: { statement } }: Judged, suspect: Figure): string | null {
  if (statement.kind !== 'equal') return null;
  const other = statement.stated === suspect ? statement.counterpart : statement.stated;
  return other.unit === suspect.unit ? other.printed : `${other.printed}${other.unit}`;
}

function roundingFinding(rounding: Conflict, locale: Locale): Draft {
  const suspect = rounding.suspects[0]!;
  const { verdict } = rounding.failed[0]!;
  const computed = rounding.wanted ?? verdict.computed!;
  const places = suspect.amount.decimals;
  return draftOf({ suspects: rounding.suspects, statements: rounding.failed }, suspect, locale, {
    severity: 'rounding',
    size: sizeOfConflict(rounding),
    title: roundingTitle(rounding, locale),
    computed: printValue(computed.toDecimalPlaces(places + 2), places),
    difference: printValue(suspect.amount.value.minus(computed).abs().toDecimalPlaces(4), places),
    cause: null,
  });
}

function truncationFinding(truncated: readonly Judged[], locale: Locale): Draft {
  const suspects = truncated.map(({ check }) => statedFigure(check.statement));
  return draftOf({ suspects, statements: truncated }, suspects[0]!, locale, {
    severity: 'info',
    size: sizeOfRemark(truncated[0]!.rule),
    title: say(truncated[0]!.check.statement.kind === 'sum' ? SUMS_CUT_OFF : TRUNCATION_HABIT, locale).replace(
      '{count}',
      String(truncated.length),
    ),
    computed: null,
    difference: null,
    cause: null,
  });
}

function remarkFinding(rule: Rule, remark: RuleResults['remarks'][number]['remark'], locale: Locale): Draft {
  const all = [remark.suspect, ...remark.counterparts];
  const { amount: _, ...size } = sizeOfRemark(rule);
  return {
    figures: all.filter(isFigure),
    passages: all.filter((item): item is Passage => !isFigure(item)),
    parts: all,
    finding: {
      id: '',
      rule: rule.id,
      ruleTitle: say(rule.title, locale),
      basis: say(rule.basis, locale),
      severity: remark.severity,
      title: say(remark.title, locale),
      message: say(remark.message, locale),
      arithmetic: [],
      labels: [],
      stated: remark.stated,
      computed: remark.expected,
      difference: null,
      cause: null,
      size,
      suspects: 'unique',
      consequences: [],
      evidence: all.map((item, i) => {
        const role = i === 0 ? 'suspect' : 'counterpart';
        return evidenceOf(item, role);
      }),
    },
  };
}

export function isFigure(item: Passage | Figure): item is Figure {
  return 'amount' in item;
}

function plainLine(line: Line): string {
  return line.map(part => (typeof part === 'string' ? part : part.printed || '0')).join('');
}

function indexLine(line: Line, figures: readonly Figure[]): (string | number)[] {
  return line.filter(part => part !== '').map(part => (typeof part === 'string' ? part : figures.indexOf(part)));
}
