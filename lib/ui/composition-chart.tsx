import { Decimal } from 'decimal.js';
import type { Comparisons, Point } from '../report/report.ts';
import { Bar } from './bar.tsx';
import { PointLink, shareWords } from './point-link.tsx';

interface CompositionChartProps {
  readonly composition: Comparisons['compositions'][number];
  readonly onPoint: ((point: Point) => void) | null;
}

/** What a total is made of, the largest part first, each as its share of the total. */
export function CompositionChart({ composition: { label, unit, total, parts }, onPoint }: CompositionChartProps) {
  const whole = new Decimal(total.value);
  return (
    <figure class="chart" data-testid="composition-chart">
      <figcaption>
        <span class="chart-name">{label}</span>
        <span>
          <PointLink point={total} unit={unit} onPoint={onPoint} /> {unit}
        </span>
      </figcaption>
      <div class="chart-rows">
        {bySize(parts).map(part => (
          <div key={part.label} class="chart-row">
            <span class="chart-part">{part.label}</span>
            <Bar fills={[{ kind: 'now', value: new Decimal(part.value) }]} whole={whole} />
            <span class="chart-value">
              <PointLink point={part} unit={unit} onPoint={onPoint} />{' '}
              <small>{shareWords(new Decimal(part.value), whole)}</small>
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}

export function bySize(parts: readonly Point[]): Point[] {
  return [...parts].sort((a, b) => new Decimal(b.value).comparedTo(a.value));
}
