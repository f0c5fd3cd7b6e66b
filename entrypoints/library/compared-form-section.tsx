import type { Decimal } from 'decimal.js';
import { useState } from 'preact/hooks';
import type { Entry } from '../../lib/archive/entry.ts';
import { byMovement, type ComparedForm, type ComparedLine, type Series } from '../../lib/compare/year-over-year.ts';
import type { ColumnKey } from '../../lib/disclosure/form.ts';
import { type Figure, placeOfFigure } from '../../lib/statements/figure.ts';
import { type MessageKey, t } from '../../lib/ui/i18n.ts';
import { grouped, signed } from './amount-words.ts';
import type { GoTo } from './comparison-page.tsx';
import { documentWords, kindWords } from './document-words.ts';

interface ComparedFormProps {
  readonly form: ComparedForm;
  readonly entries: readonly Entry[];
  /** Of each entry where they are several; then there is no change to speak of. */
  readonly bodies: readonly string[] | null;
  readonly onGoTo: GoTo;
}

/** One form of several documents side by side, by what moved most or in the form's own order. */
export function ComparedFormSection({ form, entries, bodies, onGoTo }: ComparedFormProps) {
  const [wantsSorted, setSorted] = useState(true);
  const [column, setColumn] = useState<ColumnKey>(form.columns[0] ?? 'total');
  // Where the last document and the one before do not both state it, nothing is known to have changed, or not to have.
  const hasChanges = !bodies && form.lines.some(({ series }) => series.get(column)?.change);
  const isSorted = wantsSorted && hasChanges;
  const moved = byMovement(form, column);
  const lines = isSorted ? moved : form.lines.filter(({ series }) => series.has(column));
  const most = moved[0]?.series.get(column)?.change?.abs() ?? null;
  return (
    <section class="compared" data-testid="compared-form" data-form={form.id}>
      <h3>{form.title}</h3>
      <p class="compared-controls">
        <span>{t('factAmountUnit', form.unit)}</span>
        {form.columns.length > 1 && (
          <label>
            {t('compareColumn')}{' '}
            <select class="field" value={column} onChange={event => setColumn(event.currentTarget.value as ColumnKey)}>
              {form.columns.map(key => (
                <option key={key} value={key}>
                  {columnName(form, key)}
                </option>
              ))}
            </select>
          </label>
        )}
        {hasChanges && (
          <label>
            <input
              type="checkbox"
              data-testid="sorted"
              checked={isSorted}
              onChange={event => setSorted(event.currentTarget.checked)}
            />{' '}
            {t('compareSorted')}
          </label>
        )}
      </p>
      {lines.length === 0 ? (
        <p class="comparison-none">{t('compareUnchanged')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page must be scrollable by keyboard
        <section class="compared-scroll" tabIndex={0} aria-label={form.title}>
          <table class="compared-table" data-sorted={isSorted}>
            <thead>
              <tr>
                <th scope="col">{t('compareCode')}</th>
                <th scope="col">{t('compareName')}</th>
                {entries.map((entry, i) => (
                  <th key={entry.sha256} scope="col" class="compared-amount" title={documentWords(entry)}>
                    {bodies && <span class="compared-body">{bodies[i]}</span>}
                    {entry.year} {kindWords(entry)}
                  </th>
                ))}
                {!bodies && <ChangeHeads />}
              </tr>
            </thead>
            <tbody>
              {lines.map(line => (
                <LineRow
                  key={line.id}
                  line={line}
                  series={line.series.get(column)!}
                  {...{ entries, bodies, most, onGoTo }}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function ChangeHeads() {
  return (
    <>
      <th scope="col" class="compared-amount">
        {t('compareChange')}
      </th>
      <th scope="col" class="compared-amount">
        {t('compareRate')}
      </th>
      <th scope="col">
        <span class="visually-hidden">{t('compareSize')}</span>
      </th>
    </>
  );
}

interface LineRowProps {
  readonly line: ComparedLine;
  readonly series: Series;
  readonly entries: readonly Entry[];
  readonly bodies: readonly string[] | null;
  /** The largest change of the table. */
  readonly most: Decimal | null;
  readonly onGoTo: GoTo;
}

function LineRow({ line, series, entries, bodies, most, onGoTo }: LineRowProps) {
  const { figures, values } = series;
  const decimals = Math.max(0, ...values.map(value => value?.decimalPlaces() ?? 0), ...figures.map(decimalsOf));
  return (
    <tr data-testid="compared-line" data-line={line.id} data-presence={line.presence} data-level={line.level}>
      <td class="compared-code">{line.code ?? (line.side && t(SIDES[line.side]))}</td>
      <th scope="row">
        {line.name}
        {line.formerly && <span class="compared-note">{t('compareFormerly', line.formerly)}</span>}
      </th>
      {figures.map((figure, i) => (
        <td key={entries[i]!.sha256} class="compared-amount">
          <Value figure={figure} value={values[i]!} decimals={decimals} entry={entries[i]!} onGoTo={onGoTo} />
        </td>
      ))}
      {!bodies && <ChangeCells {...{ line, series, decimals, most }} />}
    </tr>
  );
}

interface ChangeCellsProps extends Pick<LineRowProps, 'line' | 'series' | 'most'> {
  readonly decimals: number;
}

function ChangeCells({ line: { presence }, series: { change, rate }, decimals, most }: ChangeCellsProps) {
  return (
    <>
      <td class="compared-amount" data-testid="change">
        {change && signed(change, decimals)}
      </td>
      <td class="compared-amount" data-testid="rate">
        {presence === 'new' ? t('compareNew') : presence === 'gone' ? t('compareGone') : rateWords(rate)}
      </td>
      <td class="compared-move" aria-hidden="true">
        {change && most && !most.isZero() && !change.isZero() && (
          <span
            data-falls={change.isNegative()}
            style={{ '--share': change.abs().dividedBy(most).toDecimalPlaces(3).toNumber() }}
          />
        )}
      </td>
    </>
  );
}

interface ValueProps {
  readonly figure: Figure | null;
  readonly value: Decimal | null;
  readonly decimals: number;
  readonly entry: Entry;
  readonly onGoTo: GoTo;
}

/** A value that leads to where it is printed; a dash where the document has no such line. */
function Value({ figure, value, decimals, entry, onGoTo }: ValueProps) {
  // A blank cell has no characters to lead to.
  if (!figure || figure.printed === '') return <>{value ? '—' : ''}</>;
  const words = value ? (figure.amount.nil ? '—' : grouped(value, decimals)) : `${figure.printed} ?`;
  return (
    <button
      type="button"
      class={value ? 'compared-figure' : 'compared-figure mark-text'}
      data-testid="compared-figure"
      data-status={value ? undefined : 'uncertain'}
      title={[entry.year, figure.label.row, figure.label.column, figure.printed].filter(Boolean).join(' · ')}
      aria-label={t('goToFigure', words, `${documentWords(entry)} · ${figure.label.row}`)}
      onClick={() => onGoTo(entry, placeOfFigure(figure))}
    >
      {words}
    </button>
  );
}

const SIDES: Record<NonNullable<ComparedLine['side']>, MessageKey> = {
  revenue: 'compareRevenue',
  expenditure: 'compareExpenditure',
};

function columnName({ lines }: ComparedForm, column: ColumnKey): string {
  for (const { series } of lines) {
    const label = series.get(column)?.figures.findLast(figure => figure?.label.column)?.label.column;
    if (label) return label;
  }
  return column;
}

function decimalsOf(figure: Figure | null): number {
  return figure?.amount.decimals ?? 0;
}

function rateWords(rate: Decimal | null): string {
  return rate ? `${signed(rate, 1)}%` : '';
}
