import { type Passage, placeOf, wordsOf } from '../anchors/anchor.ts';
import { buildDisclosure } from '../disclosure/build.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Reading } from '../reading/reading.ts';
import { rules as catalogue } from '../rules/catalogue.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import { type Figure, placeOfFigure } from '../statements/figure.ts';
import { figuresOf, statedFigure } from '../statements/statement.ts';
import { gridOf } from '../tables/table.ts';
import { likelyCause } from './cause.ts';
import type { Evidence, FigureStatus, Finding, Report, ReportClaim, ReportTable } from './report.ts';
import { type Judged, type RuleResults, runRules } from './run-rules.ts';
import { type Conflict, findSuspects } from './suspect.ts';
import {
  arithmeticOf,
  conflictTitle,
  GRADES,
  type Line,
  type Locale,
  oneOfTitle,
  printValue,
  roundingTitle,
  say,
  troubleMessage,
} from './wording.ts';

/** Whose bytes were checked. `retrievedAt` is an ISO time. */
export interface CheckedSource {
  readonly name: string;
  readonly sha256: string;
  readonly url: string | null;
  readonly retrievedAt: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'rounding', 'info'];

/** Understands a reading, runs every rule on it, and reports: the whole of a check. Never throws for what a document contains. */
export function checkReading(
  reading: Reading,
  source: CheckedSource,
  locale: Locale = 'zh',
  rules: readonly Rule[] = catalogue,
): Report {
  const disclosure = buildDisclosure(reading, source.name);
  const results = runRules(disclosure, rules);
  const conflicts = findSuspects(results.judged);
  const drafts = [
    ...conflicts.map(conflict => conflictFinding(conflict, locale)),
    ...results.judged.filter(({ verdict }) => verdict.grade === 'rounding').map(item => roundingFinding(item, locale)),
    ...results.remarks.map(({ rule, remark }) => remarkFinding(rule, remark, locale)),
  ];
  const findings = withIds(drafts).sort(
    (a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity),
  );
  const standing = standingOf(results, conflicts, findings);
  const tables = reportTables(disclosure, standing);
  const claims = reportClaims(disclosure, standing, findings, results, locale);
  const count = (grade: string) =>
    results.judged.filter(({ verdict, check }) => verdict.grade === grade && check.severity !== null).length;
  return {
    schema: 'disclosure-report/1',
    source: { ...source, mediaType: reading.mediaType, pages: reading.pages },
    document: {
      kind: disclosure.kind,
      level: disclosure.level,
      unit: disclosure.unit,
      year: disclosure.year,
      amountUnit: disclosure.amountUnit,
    },
    tables,
    claims,
    checks: {
      exact: count('exact'),
      rounding: count('rounding'),
      conflict: count('conflict'),
      cannotTell: count('cannot-tell') + results.unable.length,
    },
    coverage: {
      tables: coverage(tableFigures(disclosure), standing),
      narrative: coverage(new Set(disclosure.narrative.claims.flatMap(claim => claim.figures)), standing),
    },
    findings: findings.map(({ finding }) => finding),
    troubles: [
      ...reading.troubles.map(trouble => ({
        code: trouble.code as string,
        page: trouble.page,
        message: troubleMessage(trouble, locale),
      })),
      ...results.unable.map(({ unable }) => ({ code: 'cannot-tell', page: null, message: say(unable.reason, locale) })),
      ...results.broken.map(({ rule, error }) => ({
        code: 'rule-failed',
        page: null,
        message: `${rule.id}: ${String(error)}`,
      })),
    ],
  };
}

/** A finding before it has its id, with the figures that make it up. */
interface Draft {
  readonly finding: Finding;
  readonly figures: readonly Figure[];
  readonly passages: readonly Passage[];
}

function conflictFinding(conflict: Conflict, locale: Locale): Draft {
  const { suspects, wanted, failed } = conflict;
  const first = failed[0]!;
  // Where any of several could be wrong, the finding is told of the figure they do not add up to.
  const suspect = suspects.length === 1 ? suspects[0]! : statedFigure(first.check.statement);
  const figures = [...new Set([suspect, ...failed.flatMap(({ check }) => figuresOf(check.statement))])];
  const passages = failed.flatMap(({ check }) => check.context ?? []);
  const severity = SEVERITIES[Math.min(...failed.map(({ check }) => SEVERITIES.indexOf(check.severity ?? 'error')))]!;
  const computed = wanted ?? first.verdict.computed;
  const cause = suspects.length === 1 ? likelyCause(suspect, computed) : null;
  const lines = failed.map(({ check, verdict }) => arithmeticOf(check.statement, verdict, locale));
  const counterparts = new Set(
    failed.flatMap(({ check }) =>
      check.statement.kind === 'equal' ? figuresOf(check.statement) : [statedFigure(check.statement)],
    ),
  );
  const percent = suspect.unit === '%' ? '%' : '';
  return {
    figures,
    passages,
    finding: {
      id: '',
      rule: first.rule.id,
      ruleTitle: say(first.rule.title, locale),
      basis: [...new Set(failed.map(({ rule }) => say(rule.basis, locale)))].join('\n'),
      severity,
      title: suspects.length > 1 ? oneOfTitle(suspect, first.verdict, locale) : conflictTitle(conflict, locale),
      message: failed.map(({ check }, i) => `${say(check.about, locale)}：${plainLine(lines[i]!)}`).join('；'),
      arithmetic: lines.map(line => indexLine(line, figures)),
      stated: suspect.printed,
      computed:
        computed &&
        `${printValue(computed.toDecimalPlaces(Math.max(2, suspect.amount.decimals)), suspect.amount.decimals)}${percent}`,
      difference:
        computed && printValue(suspect.amount.value.minus(computed).abs().toDecimalPlaces(4), suspect.amount.decimals),
      cause: cause && say(cause, locale),
      evidence: [
        ...figures.map(figure =>
          figureEvidence(
            figure,
            suspects.includes(figure) ? 'suspect' : counterparts.has(figure) ? 'counterpart' : 'operand',
          ),
        ),
        ...passages.map(passage => passageEvidence(passage, 'counterpart')),
      ],
    },
  };
}

function roundingFinding({ rule, check, verdict }: Judged, locale: Locale): Draft {
  const stated = statedFigure(check.statement);
  const figures = figuresOf(check.statement);
  const line = arithmeticOf(check.statement, verdict, locale);
  return {
    figures,
    passages: [],
    finding: {
      id: '',
      rule: rule.id,
      ruleTitle: say(rule.title, locale),
      basis: say(rule.basis, locale),
      severity: 'rounding',
      title: roundingTitle(stated, verdict, locale),
      message: `${say(check.about, locale)}：${plainLine(line)}`,
      arithmetic: [indexLine(line, figures)],
      stated: stated.printed,
      computed: printValue(verdict.computed!.toDecimalPlaces(stated.amount.decimals + 2), stated.amount.decimals),
      difference: printValue(verdict.difference!.toDecimalPlaces(4), stated.amount.decimals),
      cause: null,
      evidence: figures.map(figure =>
        figureEvidence(
          figure,
          figure === stated ? 'suspect' : check.statement.kind === 'equal' ? 'counterpart' : 'operand',
        ),
      ),
    },
  };
}

function remarkFinding(rule: Rule, remark: RuleResults['remarks'][number]['remark'], locale: Locale): Draft {
  const all = [remark.suspect, ...remark.counterparts];
  return {
    figures: all.filter(isFigure),
    passages: all.filter((item): item is Passage => !isFigure(item)),
    finding: {
      id: '',
      rule: rule.id,
      ruleTitle: say(rule.title, locale),
      basis: say(rule.basis, locale),
      severity: remark.severity,
      title: say(remark.title, locale),
      message: say(remark.message, locale),
      arithmetic: [],
      stated: remark.stated,
      computed: remark.expected,
      difference: null,
      cause: null,
      evidence: all.map((item, i) => {
        const role = i === 0 ? 'suspect' : 'counterpart';
        return isFigure(item) ? figureEvidence(item, role) : passageEvidence(item, role);
      }),
    },
  };
}

function isFigure(item: Passage | Figure): item is Figure {
  return 'amount' in item;
}

function figureEvidence(figure: Figure, role: Evidence['role']): Evidence {
  const { table, row, column, quote, section } = figure.label;
  return {
    role,
    quote,
    printed: figure.printed,
    table,
    row,
    column,
    section,
    source: null,
    where: placeOfFigure(figure),
  };
}

function passageEvidence(passage: Passage, role: Evidence['role']): Evidence {
  return {
    role,
    quote: wordsOf(passage),
    printed: null,
    table: null,
    row: null,
    column: null,
    section: passage.section,
    source: null,
    where: placeOf(passage.source, passage.start, passage.end),
  };
}

function plainLine(line: Line): string {
  return line.map(part => (typeof part === 'string' ? part : part.printed || '0')).join('');
}

function indexLine(line: Line, figures: readonly Figure[]): (string | number)[] {
  return line.filter(part => part !== '').map(part => (typeof part === 'string' ? part : figures.indexOf(part)));
}

/** Ids by content, so that the same contradiction keeps its id when the document is checked again. */
function withIds(drafts: readonly Draft[]): Draft[] {
  const taken = new Map<string, number>();
  return drafts.map(draft => {
    const { rule, evidence, stated, title } = draft.finding;
    const content = [rule, stated, title, ...evidence.map(e => `${e.table}|${e.row}|${e.column}|${e.quote}`)].join(
      '\n',
    );
    const hash = hashOf(content);
    const nth = taken.get(hash) ?? 0;
    taken.set(hash, nth + 1);
    return { ...draft, finding: { ...draft.finding, id: nth ? `${hash}-${nth + 1}` : hash } };
  });
}

/** 53-bit string hash (cyrb53), in base 36. */
function hashOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Where each figure stands after all statements: its status, how many statements hold it, its findings. */
interface Standing {
  status(figure: Figure): FigureStatus;
  ties(figure: Figure): number;
  findings(figure: Figure): string[];
}

function standingOf(
  { judged, remarks }: RuleResults,
  conflicts: readonly Conflict[],
  findings: readonly Draft[],
): Standing {
  const exact = new Map<Figure, number>();
  const rounding = new Set<Figure>();
  for (const { check, verdict } of judged) {
    for (const figure of figuresOf(check.statement)) {
      if (verdict.grade === 'exact') exact.set(figure, (exact.get(figure) ?? 0) + 1);
      if (verdict.grade === 'rounding') rounding.add(figure);
    }
  }
  const suspects = new Set(conflicts.flatMap(({ suspects: [only, other] }) => (only && !other ? [only] : [])));
  // Where no single figure explains a failed statement, both sides stand in conflict unless something else holds them.
  const contested = new Set(
    conflicts.flatMap(({ failed }) =>
      failed.flatMap(({ check }) =>
        check.statement.kind === 'sum' ? [statedFigure(check.statement)] : figuresOf(check.statement),
      ),
    ),
  );
  for (const { remark } of remarks)
    if (remark.severity === 'error' && isFigure(remark.suspect)) suspects.add(remark.suspect);
  const byFigure = new Map<Figure, string[]>();
  for (const { finding, figures } of findings) {
    for (const figure of figures) byFigure.set(figure, [...(byFigure.get(figure) ?? []), finding.id]);
  }
  return {
    status(figure) {
      if (figure.uncertain) return 'uncertain';
      if (suspects.has(figure)) return 'conflict';
      if (exact.has(figure)) return 'exact';
      if (rounding.has(figure)) return 'rounding';
      return contested.has(figure) ? 'conflict' : 'unchecked';
    },
    ties: figure => exact.get(figure) ?? 0,
    findings: figure => byFigure.get(figure) ?? [],
  };
}

function tableFigures(disclosure: Disclosure): Set<Figure> {
  const figures = [...disclosure.forms, ...disclosure.otherTables].flatMap(table => [...table.figures.values()]);
  return new Set(figures.filter(figure => figure.printed !== '' && (!figure.amount.nil || figure.uncertain)));
}

function coverage(figures: ReadonlySet<Figure>, standing: Standing) {
  const checked = [...figures].filter(figure =>
    ['exact', 'rounding', 'conflict'].includes(standing.status(figure)),
  ).length;
  return { figures: figures.size, checked };
}

function reportTables(disclosure: Disclosure, standing: Standing): ReportTable[] {
  const order = (id: string) => Number(id.slice(1));
  const forms = disclosure.forms.map(form => ({ form: form.id as string | null, ...tableParts(form) }));
  const others = disclosure.otherTables.map(other => ({ form: null, ...tableParts(other) }));
  return [...forms, ...others].sort((a, b) => order(a.id) - order(b.id));

  function tableParts({ title, unit, table, figures, headerEnd }: Disclosure['otherTables'][number]) {
    return {
      id: table.id,
      title,
      amountUnit: unit,
      pages: table.pages,
      grid: gridOf(table),
      headerRows: headerEnd,
      spans: table.cells.map(({ row, column, rowSpan, colSpan }) => ({ row, column, rowSpan, colSpan })),
      figures: [...figures]
        .filter(([, figure]) => figure.printed !== '')
        .map(([slot, figure]) => {
          const [row, column] = slot.split(',').map(Number) as [number, number];
          return {
            row,
            column,
            status: standing.status(figure),
            ties: standing.ties(figure),
            findings: standing.findings(figure),
            where: placeOfFigure(figure),
          };
        }),
    };
  }
}

function reportClaims(
  disclosure: Disclosure,
  standing: Standing,
  findings: readonly Draft[],
  { judged }: RuleResults,
  locale: Locale,
): ReportClaim[] {
  const compared = new Map<Figure, Judged[]>();
  for (const item of judged)
    for (const figure of figuresOf(item.check.statement)) compared.set(figure, [...(compared.get(figure) ?? []), item]);
  return disclosure.narrative.claims.map(claim => {
    const statuses = claim.figures.map(figure => standing.status(figure));
    const remarked = findings.filter(
      ({ finding, passages }) =>
        finding.severity === 'error' && passages.some(passage => overlaps(passage, claim.passage)),
    );
    const has = (status: FigureStatus) => statuses.includes(status);
    const status =
      has('conflict') || remarked.length > 0
        ? 'conflict'
        : has('rounding')
          ? 'rounding'
          : has('exact')
            ? 'verified'
            : 'unchecked';
    const statements = [...new Set(claim.figures.flatMap(figure => compared.get(figure) ?? []))];
    return {
      kind: claim.kind,
      quote: wordsOf(claim.passage),
      section: claim.section,
      status,
      comparison:
        statements.length > 0
          ? statements.map(({ check }) => say(check.about, locale)).join('；')
          : say(GRADES.unbound, locale),
      findings: [
        ...new Set([
          ...claim.figures.flatMap(figure => standing.findings(figure)),
          ...remarked.map(({ finding }) => finding.id),
        ]),
      ],
      where: placeOf(claim.passage.source, claim.passage.start, claim.passage.end),
    };
  });
}

function overlaps(a: Passage, b: Passage): boolean {
  return a.source === b.source && a.start < b.end && b.start < a.end;
}
