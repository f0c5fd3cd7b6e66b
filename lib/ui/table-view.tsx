import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { EarlyTable } from '../report/early-tables.ts';
import type { FigureStatus } from '../report/report.ts';
import { figureStanding } from './figure-note.tsx';
import { holds } from './finding-filter.ts';
import type { MarkStatus } from './marks.ts';
import type { TableFigure } from './places.ts';
import './table-view.css';

type Span = EarlyTable['spans'][number];

/** How a figure is shown, as far as what is found of it tells. */
export type ShownStatus = (figure: TableFigure) => MarkStatus;

interface TableViewProps {
  readonly table: EarlyTable;
  /** What is known of its figures. */
  readonly figures: readonly TableFigure[];
  readonly filter: FigureStatus | null;
  /** Words looked for: the cells that hold them are pointed out. */
  readonly words: string;
  /** The figure to begin at, if it is in this table. */
  readonly spot: TableFigure | null;
  readonly shown: ShownStatus;
  readonly onFigure: (figure: TableFigure, printed: string) => void;
}

/** A table as it stands in the document, spans and all; each figure carries its mark and leads to its place. */
export function TableView({ table, figures, filter, words, spot, shown, onFigure }: TableViewProps) {
  const rows = useMemo(() => rowsOf(table), [table]);
  const amountColumns = useMemo(() => amountColumnsOf(table, figures), [table, figures]);
  const figureIn = useMemo(() => new Map(figures.map(figure => [`${figure.row},${figure.column}`, figure])), [figures]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the panel must be scrollable by keyboard
    <section class="table-scroll" tabIndex={0} aria-label={table.title}>
      <table class="table-view">
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map(span => (
                <TableCell
                  key={span.column}
                  span={span}
                  text={table.grid[span.row]?.[span.column] ?? ''}
                  header={span.row < table.headerRows}
                  overAmounts={span.colSpan === 1 && amountColumns.has(span.column)}
                  figure={figureIn.get(`${span.row},${span.column}`)}
                  filter={filter}
                  words={words}
                  spot={spot}
                  shown={shown}
                  onFigure={onFigure}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface TableCellProps {
  readonly span: Span;
  readonly text: string;
  readonly header: boolean;
  /** In a column of amounts, with which it is to line up. */
  readonly overAmounts: boolean;
  readonly figure: TableFigure | undefined;
  readonly filter: FigureStatus | null;
  readonly words: string;
  readonly spot: TableFigure | null;
  readonly shown: ShownStatus;
  readonly onFigure: (figure: TableFigure, printed: string) => void;
}

function TableCell(props: TableCellProps) {
  const { span, text, header, overAmounts, figure, filter, words, spot, shown, onFigure } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!figure || figure !== spot) return;
    button.current?.scrollIntoView?.({ block: 'center', inline: 'center' });
    button.current?.focus();
  }, [figure, spot]);
  const spans = {
    rowSpan: span.rowSpan,
    colSpan: span.colSpan,
    class: overAmounts ? 'table-amount' : undefined,
    'data-found': words !== '' && text !== '' && holds(words, text),
  };
  if (header)
    return (
      <th {...spans} style={readableWidth(text, MOST_HEADER_WIDTH * span.colSpan)}>
        {text}
      </th>
    );
  if (!figure)
    return (
      <td {...spans} style={readableWidth(text, MOST_LABEL_WIDTH)}>
        {text}
      </td>
    );
  return (
    <td {...spans} class="table-amount">
      <button
        ref={button}
        type="button"
        class="mark-text table-figure"
        data-spot={figure === spot}
        data-testid="table-figure"
        data-status={shown(figure)}
        data-dimmed={filter !== null && filter !== figure.status}
        title={figureStanding(figure, shown(figure))}
        onClick={() => onFigure(figure, text)}
      >
        {text}
      </button>
    </td>
  );
}

/** In characters: labels are broken into lines of this width at most, and never one character a line. */
const MOST_LABEL_WIDTH = 12;
const MOST_HEADER_WIDTH = 5;

function readableWidth(text: string, most: number) {
  return { '--words': Math.min(text.length, most) };
}

/** Columns of amounts: those with a figure or a number with decimals, and those left empty but for the column's own number. */
function amountColumnsOf({ grid, headerRows }: EarlyTable, figures: readonly TableFigure[]): ReadonlySet<number> {
  const columns = new Set(figures.map(({ column }) => column));
  const data = grid.slice(headerRows);
  const width = Math.max(0, ...data.map(row => row.length));
  for (let column = 0; column < width; column++) {
    const texts = data.map(row => row[column] ?? '').filter(text => text !== '');
    const empty = texts.length === 0 || (texts.length === 1 && /^\d{1,2}$/.test(texts[0]!));
    if (empty || texts.some(text => AMOUNT.test(text))) columns.add(column);
  }
  return columns;
}

const AMOUNT = /^-?[\d,]+\.\d+%?$/;

function rowsOf(table: EarlyTable): Span[][] {
  const rows: Span[][] = table.grid.map(() => []);
  for (const span of table.spans) rows[span.row]?.push(span);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}
