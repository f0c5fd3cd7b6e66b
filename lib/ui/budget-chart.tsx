import { Decimal } from 'decimal.js';
import type { Comparisons, Point } from '../report/report.ts';
import { Bar } from './bar.tsx';
import { t } from './i18n.ts';
import { PointLink, shareWords } from './point-link.tsx';

interface BudgetChartProps {
  readonly budget: Comparisons['budgets'][number];
  readonly onPoint: ((point: Point) => void) | null;
}

/** An outcome within the frame of its budget, on one scale of their own. */
export function BudgetChart({ budget: { label, unit, budget, final }, onPoint }: BudgetChartProps) {
  const [planned, spent] = [new Decimal(budget.value), new Decimal(final.value)];
  return (
    <figure class="chart" data-testid="budget-chart">
      <figcaption>
        <span class="chart-name">{label}</span>
        <span>{shareWords(spent, planned)}</span>
      </figcaption>
      <div class="chart-rows">
        <div class="chart-row">
          <Bar
            fills={[
              { kind: 'budget', value: planned },
              { kind: 'final', value: spent },
            ]}
            whole={Decimal.max(planned, spent)}
          />
          <span class="chart-value">
            <PointLink point={final} unit={unit} onPoint={onPoint} /> <small>{t('ofBudget')}</small>{' '}
            <PointLink point={budget} unit={unit} onPoint={onPoint} />
          </span>
        </div>
      </div>
    </figure>
  );
}
