import type { Figure } from '../statements/figure.ts';
import { figuresOf, statedFigure } from '../statements/statement.ts';
import { type Draft, isFigure } from './findings.ts';
import type { FigureStatus } from './report.ts';
import type { RuleResults } from './run-rules.ts';
import type { Conflict } from './suspect.ts';

/** Where each figure stands after all statements: its status, how many statements hold it, its findings. */
export interface Standing {
  status(figure: Figure): FigureStatus;
  ties(figure: Figure): number;
  findings(figure: Figure): string[];
}

export function standingOf(
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
  const suspects = new Set<Figure>();
  // Where no single figure explains a failed statement, those it is between stand in conflict unless something else holds them.
  const contested = new Set<Figure>();
  for (const { suspects: blamed, failed } of conflicts) {
    const severities = failed.map(({ check }) => check.severity ?? 'error');
    const figures = failed.flatMap(({ check }) =>
      check.statement.kind === 'sum' ? [statedFigure(check.statement)] : figuresOf(check.statement),
    );
    if (severities.every(severity => severity === 'info')) continue;
    if (severities.every(severity => severity === 'rounding' || severity === 'info')) {
      for (const figure of figures) rounding.add(figure);
      continue;
    }
    for (const figure of [...figures, ...blamed]) contested.add(figure);
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
