import { Decimal } from 'decimal.js';
import type { Entry } from '../../lib/archive/entry.ts';
import type { Indicator } from '../../lib/compare/indicators.ts';
import { placeOfFigure } from '../../lib/statements/figure.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { grouped } from './amount-words.ts';
import type { GoTo } from './comparison-page.tsx';
import { documentWords } from './document-words.ts';

interface YearChartsProps {
  readonly indicators: readonly Indicator[];
  readonly entries: readonly Entry[];
  readonly onGoTo: GoTo;
}

/** Small multiples: each indicator's years as bars from zero, every value a link to where it is printed. */
export function YearCharts({ indicators, entries, onGoTo }: YearChartsProps) {
  return (
    <div class="year-charts" data-testid="year-charts">
      {indicators.map(indicator => (
        <YearChart key={indicator.name.zh} indicator={indicator} entries={entries} onGoTo={onGoTo} />
      ))}
    </div>
  );
}

interface YearChartProps extends Omit<YearChartsProps, 'indicators'> {
  readonly indicator: Indicator;
}

function YearChart({ indicator: { name, unit, series }, entries, onGoTo }: YearChartProps) {
  const most = Decimal.max(0, ...series.values.filter(value => value !== null));
  const areYears = new Set(entries.map(({ year }) => year)).size === entries.length;
  const decimals = Math.max(...series.figures.map(figure => figure?.amount.decimals ?? 0));
  return (
    <figure class="year-chart">
      <figcaption>
        {name[interfaceLocale()]} <span class="year-unit">{unit}</span>
      </figcaption>
      <ol>
        {entries.map((entry, i) => {
          const [figure, value] = [series.figures[i], series.values[i]];
          const share = value?.greaterThan(0) ? value.dividedBy(most).toDecimalPlaces(4).toNumber() : 0;
          const words = value ? grouped(value, decimals) : '';
          return (
            <li key={entry.sha256}>
              <span class="year-of">{areYears ? entry.year : documentWords(entry)}</span>
              <span class="year-bar" aria-hidden="true" style={{ '--share': share }} />
              {figure && value ? (
                <button
                  type="button"
                  class="compared-figure"
                  aria-label={t('goToFigure', words, `${documentWords(entry)} · ${name[interfaceLocale()]}`)}
                  onClick={() => onGoTo(entry, placeOfFigure(figure))}
                >
                  {words}
                </button>
              ) : (
                <span>{value ? '—' : ''}</span>
              )}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
