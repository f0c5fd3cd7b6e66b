import { Decimal } from 'decimal.js';
import type { ComponentChildren } from 'preact';
import type { Point, Report } from '../report/report.ts';
import { changeWords } from './change-chart.tsx';
import { bySize } from './composition-chart.tsx';
import { t } from './i18n.ts';
import { PointLink, shareWords } from './point-link.tsx';

interface ComparisonTablesProps {
  readonly report: Report;
  readonly onPoint: ((point: Point) => void) | null;
}

/** The data of the charts as tables. */
export function ComparisonTables({ report, onPoint }: ComparisonTablesProps) {
  const { changes, compositions, budgets } = report.comparisons;
  const link = (point: Point, unit: string) => <PointLink point={point} unit={unit} onPoint={onPoint} />;
  return (
    <>
      {changes.length > 0 && (
        <DataTable
          name={t('changesHeading')}
          head={[t('thisYear'), t('lastYear'), t('change'), t('changeRate')]}
          rows={changes.map(({ label, unit, now, prior, rate }) => [
            label,
            link(now, unit),
            link(prior, unit),
            changeWords(new Decimal(now.value).minus(prior.value)),
            rate && link(rate, '%'),
          ])}
        />
      )}
      {compositions.map(({ label, unit, total, parts }) => (
        <DataTable
          key={label}
          name={label}
          head={[unit, t('share')]}
          rows={[...bySize(parts), { ...total, label: t('total') }].map(part => [
            part.label,
            link(part, unit),
            shareWords(new Decimal(part.value), new Decimal(total.value)),
          ])}
        />
      ))}
      {budgets.length > 0 && (
        <DataTable
          name={t('budgetsHeading')}
          head={[t('budget'), t('outcome'), t('budgetUsed')]}
          rows={budgets.map(({ label, unit, budget, final }) => [
            label,
            link(budget, unit),
            link(final, unit),
            shareWords(new Decimal(final.value), new Decimal(budget.value)),
          ])}
        />
      )}
    </>
  );
}

interface DataTableProps {
  readonly name: string;
  /** Of the columns after the first. */
  readonly head: readonly string[];
  /** Each begins with what it is about. */
  readonly rows: readonly (readonly ComponentChildren[])[];
}

function DataTable({ name, head, rows }: DataTableProps) {
  return (
    <section class="comparison">
      <h2>{name}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the panel must be scrollable by keyboard */}
      <section class="comparison-table" tabIndex={0} aria-label={name}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              {head.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...cells], r) => (
              <tr key={r}>
                <th scope="row">{first}</th>
                {cells.map((cell, c) => (
                  <td key={c}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
