import { Decimal } from 'decimal.js';
import { useState } from 'preact/hooks';
import type { Entry } from '../../lib/archive/entry.ts';
import type { Indicator } from '../../lib/compare/indicators.ts';
import { type Figure, placeOfFigure } from '../../lib/statements/figure.ts';
import { interfaceLocale, type MessageKey, t } from '../../lib/ui/i18n.ts';
import { grouped } from './amount-words.ts';
import type { GoTo } from './comparison-page.tsx';
import { documentWords, kindWords } from './document-words.ts';

interface IndicatorSectionProps {
  readonly indicators: readonly Indicator[];
  readonly entries: readonly Entry[];
  /** Of each entry where they are several. */
  readonly bodies: readonly string[] | null;
  readonly onGoTo: GoTo;
}

const GROUPS: Record<Indicator['group'], MessageKey> = {
  amounts: 'compareAmounts',
  ratios: 'compareRatios',
  functions: 'compareFunctions',
};

/** The documents at a glance: what the reader chooses of amounts, ratios and shares, as small charts or as one table. */
export function IndicatorSection({ indicators, entries, bodies, onGoTo }: IndicatorSectionProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [isTable, setTable] = useState(false);
  const shown = indicators.filter(({ id }) => !hidden.has(id));
  const labels = labelsOf(entries, bodies);
  const groups = (Object.keys(GROUPS) as Indicator['group'][]).map(group => ({
    group,
    all: indicators.filter(indicator => indicator.group === group),
    own: shown.filter(indicator => indicator.group === group),
  }));
  return (
    <section class="indicators" aria-labelledby="at-a-glance" data-testid="indicators">
      <h3 id="at-a-glance">{t(bodies ? 'comparePeers' : 'compareYears')}</h3>
      <div class="compared-controls">
        <label>
          <input
            type="checkbox"
            data-testid="as-table"
            checked={isTable}
            onChange={event => setTable(event.currentTarget.checked)}
          />{' '}
          {t('asTables')}
        </label>
        <details class="indicator-choice" data-testid="indicator-choice">
          <summary>{t('compareChoose')}</summary>
          {groups.map(({ group, all }) => (
            <p key={group}>
              {all.map(({ id, name }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={!hidden.has(id)}
                    onChange={event => setHidden(without(hidden, id, event.currentTarget.checked))}
                  />{' '}
                  {name[interfaceLocale()]}
                </label>
              ))}
            </p>
          ))}
        </details>
      </div>
      {groups.map(
        ({ group, own }) =>
          own.length > 0 && (
            <div key={group}>
              <h4>{t(GROUPS[group])}</h4>
              {isTable ? (
                <IndicatorTable name={t(GROUPS[group])} {...{ indicators: own, entries, labels, onGoTo }} />
              ) : (
                <div class="year-charts" data-testid="year-charts">
                  {own.map(indicator => (
                    <IndicatorChart key={indicator.id} {...{ indicator, entries, labels, onGoTo }} />
                  ))}
                </div>
              )}
            </div>
          ),
      )}
    </section>
  );
}

interface IndicatorChartProps {
  readonly indicator: Indicator;
  readonly entries: readonly Entry[];
  readonly labels: readonly string[];
  readonly onGoTo: GoTo;
}

/** One indicator's values as bars from zero. Shares of one whole have one scale, so that their charts can be held against each other. */
function IndicatorChart({ indicator, entries, labels, onGoTo }: IndicatorChartProps) {
  const { name, unit, group, values } = indicator;
  const most = group === 'functions' ? HUNDRED : Decimal.max(0, ...values.filter(value => value !== null));
  return (
    <figure
      class="year-chart"
      data-labels={labels.some(label => label.length > SHORT) ? 'long' : 'short'}
      data-testid="indicator"
      data-indicator={indicator.id}
    >
      <figcaption>
        {name[interfaceLocale()]} <span class="year-unit">{unit}</span>
      </figcaption>
      <ol>
        {entries.map((entry, i) => (
          <li key={entry.sha256}>
            <span class="year-of">{labels[i]}</span>
            <span class="year-bar" aria-hidden="true" style={{ '--share': shareOf(values[i] ?? null, most) }} />
            <IndicatorValue nth={i} {...{ indicator, entry, onGoTo }} />
          </li>
        ))}
      </ol>
    </figure>
  );
}

interface IndicatorTableProps extends Omit<IndicatorChartProps, 'indicator'> {
  readonly name: string;
  readonly indicators: readonly Indicator[];
}

/** The same data as a table; what is worked out shows the printed figures it is worked out from. */
function IndicatorTable({ name, indicators, entries, labels, onGoTo }: IndicatorTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page must be scrollable by keyboard
    <section class="compared-scroll" tabIndex={0} aria-label={name}>
      <table class="compared-table" data-testid="indicator-table">
        <thead>
          <tr>
            <th scope="col">{t('compareIndicator')}</th>
            {entries.map((entry, i) => (
              <th key={entry.sha256} scope="col" class="compared-amount">
                <span class="compared-body">{labels[i]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map(indicator => (
            <tr key={indicator.id}>
              <th scope="row" class="indicator-name">
                {indicator.name[interfaceLocale()]} <span class="year-unit">{indicator.unit}</span>
              </th>
              {entries.map((entry, i) => (
                <td key={entry.sha256} class="compared-amount">
                  <IndicatorValue nth={i} isWorkedOut {...{ indicator, entry, onGoTo }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface IndicatorValueProps {
  readonly indicator: Indicator;
  readonly nth: number;
  readonly entry: Entry;
  /** Show what it is worked out from. */
  readonly isWorkedOut?: boolean;
  readonly onGoTo: GoTo;
}

function IndicatorValue({ indicator, nth, entry, isWorkedOut = false, onGoTo }: IndicatorValueProps) {
  const value = indicator.values[nth];
  const figures = indicator.figures[nth] ?? [];
  if (!value) return <span class="year-none">–</span>;
  const words = valueWords(indicator, value);
  const [first, second] = figures;
  if (!first || (first.printed === '' && !second)) return <span>{words}</span>;
  if (isWorkedOut && second)
    return (
      <>
        {words}{' '}
        <span class="year-unit indicator-parts">
          = <FigureLink {...{ figure: first, entry, onGoTo }} /> ÷ <FigureLink {...{ figure: second, entry, onGoTo }} />
        </span>
      </>
    );
  return (
    <FigureLink
      {...{ figure: first, entry, onGoTo, words }}
      title={second && `${first.printed || '0'} ÷ ${second.printed}`}
      name={indicator.name[interfaceLocale()]}
    />
  );
}

interface FigureLinkProps {
  readonly figure: Figure;
  readonly entry: Entry;
  readonly onGoTo: GoTo;
  readonly words?: string;
  readonly title?: string | undefined;
  readonly name?: string;
}

function FigureLink({ figure, entry, onGoTo, words, title, name }: FigureLinkProps) {
  const shown = words ?? (figure.printed || '0');
  const label = name ?? [figure.label.row, figure.label.column].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      class="compared-figure"
      title={title}
      aria-label={t('goToFigure', shown, `${documentWords(entry)} · ${label}`)}
      onClick={() => onGoTo(entry, placeOfFigure(figure))}
    >
      {shown}
    </button>
  );
}

/** Labels up to so long stand beside their bars. */
const SHORT = 6;
const HUNDRED = new Decimal(100);

function shareOf(value: Decimal | null, most: Decimal): number {
  return value?.greaterThan(0) && most.greaterThan(0) ? value.dividedBy(most).toDecimalPlaces(4).toNumber() : 0;
}

/** A printed amount with its decimals; what is worked out with as many as help. */
function valueWords({ group, unit, values, figures }: Indicator, value: Decimal): string {
  if (unit === '%') return `${grouped(value, 1)}%`;
  if (group !== 'amounts') return grouped(value, 0);
  const shown = [
    ...values.map(own => own?.decimalPlaces() ?? 0),
    ...figures.flat().map(({ amount }) => amount.decimals),
  ];
  return grouped(value, Math.max(...shown));
}

/** The shortest words that tell the documents apart. */
function labelsOf(entries: readonly Entry[], bodies: readonly string[] | null): string[] {
  const areYears = new Set(entries.map(({ year }) => year)).size === entries.length;
  const isOneYear = new Set(entries.map(({ year, kind }) => `${year} ${kind}`)).size === 1;
  const areBodies = new Set(bodies).size === entries.length;
  return entries.map((entry, i) => {
    if (!bodies) return areYears ? String(entry.year ?? '') : documentWords(entry);
    if (!isOneYear) return `${bodies[i]} ${documentWords(entry)}`;
    return areBodies ? bodies[i]! : `${bodies[i]} ${kindWords(entry)}`;
  });
}

function without(hidden: ReadonlySet<string>, id: string, isShown: boolean): Set<string> {
  const next = new Set(hidden);
  if (isShown) next.delete(id);
  else next.add(id);
  return next;
}
