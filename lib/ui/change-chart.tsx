import { Decimal } from 'decimal.js';
import type { Comparisons, Point } from '../report/report.ts';
import { printValue } from '../report/wording.ts';
import { Bar } from './bar.tsx';
import { t } from './i18n.ts';
import { PointLink } from './point-link.tsx';

interface ChangeChartProps {
  readonly change: Comparisons['changes'][number];
  readonly year: number | null;
  readonly onPoint: ((point: Point) => void) | null;
}

/** This year's amount over last year's, on one scale of their own, and how much lies between them. */
export function ChangeChart({ change: { label, unit, now, prior, rate }, year, onPoint }: ChangeChartProps) {
  const [current, before] = [new Decimal(now.value), new Decimal(prior.value)];
  const whole = Decimal.max(current, before);
  const isFall = current.lt(before);
  return (
    <figure class="chart" data-testid="change-chart">
      <figcaption>
        <span class="chart-name">{label}</span>
        <span>
          {changeWords(current.minus(before))} {unit}
          {rate && (
            <>
              {' · '}
              {isFall && !/^[-−]/.test(rate.printed ?? '') && '−'}
              <PointLink point={rate} unit="%" onPoint={onPoint} />
            </>
          )}
        </span>
      </figcaption>
      <div class="chart-rows">
        <div class="chart-row">
          <Bar fills={[{ kind: 'now', value: current }]} whole={whole} />
          <span class="chart-value">
            <PointLink point={now} unit={unit} onPoint={onPoint} /> <small>{yearWords(year, 0)}</small>
          </span>
        </div>
        <div class="chart-row">
          <Bar fills={[{ kind: prior.printed === null ? 'implied' : 'prior', value: before }]} whole={whole} />
          <span class="chart-value">
            <PointLink point={prior} unit={unit} onPoint={onPoint} /> <small>{yearWords(year, 1)}</small>
          </span>
        </div>
      </div>
    </figure>
  );
}

/** With its sign: `+22.35`, `−22.35`; no change is said so. */
export function changeWords(change: Decimal): string {
  if (change.isZero()) return t('noChange');
  return `${change.isNegative() ? '−' : '+'}${printValue(change.abs(), 2)}`;
}

function yearWords(year: number | null, before: 0 | 1): string {
  return year === null ? t(before ? 'lastYear' : 'thisYear') : String(year - before);
}
