import { useState } from 'preact/hooks';
import type { Point, Report } from '../report/report.ts';
import { BudgetChart } from './budget-chart.tsx';
import { ChangeChart } from './change-chart.tsx';
import './comparisons-view.css';
import { ComparisonTables } from './comparison-tables.tsx';
import { CompositionChart } from './composition-chart.tsx';
import { t } from './i18n.ts';

interface ComparisonsViewProps {
  readonly report: Report;
  /** Leads to where a point is printed; null where places cannot be shown. */
  readonly onPoint: ((point: Point) => void) | null;
}

/** This year beside the last, wholes and their parts, budgets and outcomes: as small charts, or the same as tables. */
export function ComparisonsView({ report, onPoint }: ComparisonsViewProps) {
  const [asTables, setAsTables] = useState(false);
  const { changes, compositions, budgets } = report.comparisons;
  if (changes.length + compositions.length + budgets.length === 0)
    return <p class="comparisons-none">{t('comparisonsNone')}</p>;
  return (
    <>
      <p class="comparisons-switch">
        <button type="button" class="link" data-testid="as-tables" data-stop onClick={() => setAsTables(!asTables)}>
          {t(asTables ? 'asCharts' : 'asTables')}
        </button>
      </p>
      {asTables ? (
        <ComparisonTables report={report} onPoint={onPoint} />
      ) : (
        <>
          {changes.length > 0 && (
            <section class="comparison" aria-labelledby="changes">
              <h2 id="changes">{t('changesHeading')}</h2>
              {changes.some(({ prior }) => prior.printed === null) && <p class="chart-note">{t('impliedNote')}</p>}
              {changes.map(change => (
                <ChangeChart
                  key={`${change.label} ${change.now.value}`}
                  change={change}
                  year={report.document.year}
                  onPoint={onPoint}
                />
              ))}
            </section>
          )}
          {compositions.length > 0 && (
            <section class="comparison" aria-labelledby="compositions">
              <h2 id="compositions">{t('compositionsHeading')}</h2>
              {compositions.map(composition => (
                <CompositionChart key={composition.label} composition={composition} onPoint={onPoint} />
              ))}
            </section>
          )}
          {budgets.length > 0 && (
            <section class="comparison" aria-labelledby="budgets">
              <h2 id="budgets">{t('budgetsHeading')}</h2>
              {budgets.map(budget => (
                <BudgetChart key={budget.label} budget={budget} onPoint={onPoint} />
              ))}
            </section>
          )}
        </>
      )}
    </>
  );
}
