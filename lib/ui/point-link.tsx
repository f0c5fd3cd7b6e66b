import { Decimal } from 'decimal.js';
import type { Point } from '../report/report.ts';
import { printValue } from '../report/wording.ts';
import { t } from './i18n.ts';

interface PointLinkProps {
  readonly point: Point;
  /** Unit of the value, for a point that is not printed. */
  readonly unit: string;
  readonly onPoint: ((point: Point) => void) | null;
}

/** An amount of a chart as it is printed, leading to its place; one that is only implied says so. */
export function PointLink({ point, unit, onPoint }: PointLinkProps) {
  const { label, printed, printedUnit, where, inConflict } = point;
  const status = inConflict ? 'conflict' : undefined;
  if (printed === null || !where)
    return (
      <span class={status ? 'mark-text point-implied' : 'point-implied'} data-status={status} title={t('impliedPoint')}>
        {valueWords(point)}
      </span>
    );
  // In another unit than the rest it would mislead without it.
  const words = printedUnit === unit || printedUnit === '%' ? printed : `${printed}${printedUnit}`;
  if (!onPoint)
    return (
      <span class="mark-text" data-status={status}>
        {words}
      </span>
    );
  return (
    <button
      type="button"
      class="link point-link mark-text"
      data-testid="point"
      data-status={status}
      aria-label={t('goToFigure', words, label)}
      onClick={() => onPoint(point)}
    >
      {words}
    </button>
  );
}

/** Its value with the decimals usual for money. */
export function valueWords({ value }: Pick<Point, 'value'>): string {
  return printValue(new Decimal(value), 2);
}

/** `20.0%`, the one of the other; a dash where that is nothing. */
export function shareWords(part: Decimal, whole: Decimal): string {
  return whole.isZero() ? '–' : `${part.dividedBy(whole).times(100).toFixed(1)}%`;
}
