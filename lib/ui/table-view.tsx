import { useMemo } from 'preact/hooks';
import type { FigureStatus, ReportTable } from '../report/report.ts';
import { figureStanding } from './figure-note.tsx';
import './table-view.css';

type TableFigure = ReportTable['figures'][number];
type Span = ReportTable['spans'][number];

interface TableViewProps {
  readonly table: ReportTable;
  readonly filter: FigureStatus | null;
  readonly onFigure: (figure: TableFigure, printed: string) => void;
}

/** A table as it stands in the document, spans and all; each figure carries its mark and leads to its place. */
export function TableView({ table, filter, onFigure }: TableViewProps) {
  const rows = useMemo(() => rowsOf(table), [table]);
  const figures = useMemo(
    () => new Map(table.figures.map(figure => [`${figure.row},${figure.column}`, figure])),
    [table],
  );
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
                  figure={figures.get(`${span.row},${span.column}`)}
                  filter={filter}
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
  readonly figure: TableFigure | undefined;
  readonly filter: FigureStatus | null;
  readonly onFigure: (figure: TableFigure, printed: string) => void;
}

function TableCell({ span, text, header, figure, filter, onFigure }: TableCellProps) {
  const spans = { rowSpan: span.rowSpan, colSpan: span.colSpan };
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
        type="button"
        class="mark-text table-figure"
        data-testid="table-figure"
        data-status={figure.status}
        data-dimmed={filter !== null && filter !== figure.status}
        title={figureStanding(figure)}
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

function rowsOf(table: ReportTable): Span[][] {
  const rows: Span[][] = table.grid.map(() => []);
  for (const span of table.spans) rows[span.row]?.push(span);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}
