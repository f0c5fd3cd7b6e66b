import type { Figure } from '../statements/figure.ts';
import { figuresOf, type Statement, statedFigure } from '../statements/statement.ts';
import { isRounding } from '../statements/verdict.ts';
import { placesOf } from './conflict.ts';
import { type Draft, type Explained, isFigure } from './findings.ts';
import type { FigureStatus } from './report.ts';
import type { Judged, RuleResults } from './run-rules.ts';

/** Where each figure stands after all statements: its status, the statements that hold it, its findings. */
export interface Standing {
  status(figure: Figure): FigureStatus;
  /** The statements other than “at most” that hold exactly and that it takes part in, each about other figures. */
  ties(figure: Figure): readonly Judged[];
  findings(figure: Figure): string[];
}

export function standingOf(
  { judged, remarks }: RuleResults,
  { conflicts, truncated }: Explained,
  findings: readonly Draft[],
): Standing {
  const exact = new Set<Figure>();
  // What only a percentage was worked out from: a rounded percentage holds with many a figure.
  const loosely = new Set<Figure>();
  const ties = new Map<Figure, Judged[]>();
  const rounding = new Set<Figure>();
  for (const item of judged) {
    const { check, verdict } = item;
    for (const figure of figuresOf(check.statement)) {
      if (verdict.grade === 'exact') {
        (isLoose(check.statement, figure) ? loosely : exact).add(figure);
        // That a part does not exceed its whole ties neither to the other.
        if (check.statement.kind !== 'at-most') {
          const known = ties.get(figure);
          if (known) known.push(item);
          else ties.set(figure, [item]);
        }
      }
      if (isRounding(verdict.grade)) rounding.add(figure);
    }
  }
  for (const { check } of truncated) for (const figure of figuresOf(check.statement)) rounding.add(figure);
  const suspects = new Set<Figure>();
  // Where no single figure explains a failed statement, those it is between stand in conflict unless something else holds them.
  const contested = new Set<Figure>();
  for (const { suspects: blamed, failed } of conflicts.flatMap(placesOf)) {
    const severities = failed.map(({ check }) => check.severity ?? 'error');
    const figures = failed.flatMap(({ check }) =>
      check.statement.kind === 'sum' ? [statedFigure(check.statement)] : figuresOf(check.statement),
    );
    if (severities.every(severity => severity === 'info')) continue;
    if (severities.every(severity => severity === 'rounding' || severity === 'info')) {
      for (const figure of figures) rounding.add(figure);
      continue;
    }
    // Of a total and parts that could as well be wrong, the total shows it.
    const shown = blamed.some(figure => figures.includes(figure)) ? figures : [...figures, ...blamed];
    for (const figure of shown) contested.add(figure);
    if (blamed.length === 1) suspects.add(blamed[0]!);
  }
  for (const { remark } of remarks)
    if (remark.severity === 'error' && isFigure(remark.suspect)) suspects.add(remark.suspect);
  const byFigure = new Map<Figure, string[]>();
  for (const { finding, figures } of findings) {
    for (const figure of figures) {
      const ids = byFigure.get(figure);
      if (ids) ids.push(finding.id);
      else byFigure.set(figure, [finding.id]);
    }
  }
  return {
    status(figure) {
      if (figure.uncertain) return exact.has(figure) ? 'exact' : 'uncertain';
      if (suspects.has(figure)) return 'conflict';
      if (exact.has(figure)) return 'exact';
      if (contested.has(figure) && !rounding.has(figure)) return 'conflict';
      if (loosely.has(figure)) return 'exact';
      return rounding.has(figure) ? 'rounding' : 'unchecked';
    },
    ties: figure => ties.get(figure) ?? [],
    findings: figure => byFigure.get(figure) ?? [],
  };
}

function isLoose(statement: Statement, figure: Figure): boolean {
  return statement.kind === 'at-most' || (statement.kind === 'ratio' && statement.shown !== figure);
}
