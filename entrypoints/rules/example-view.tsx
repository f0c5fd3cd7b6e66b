import { useMemo } from 'preact/hooks';
import type { AnchoredText } from '../../lib/anchors/anchor.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Finding } from '../../lib/report/report.ts';
import type { Rule } from '../../lib/rules/rule.ts';
import type { Cell, Table } from '../../lib/tables/table.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { type Mark, marksOf } from '../../lib/ui/marks.ts';
import { markedRuns } from './marked-runs.ts';

interface ExampleViewProps {
  readonly rule: Rule;
  /** In the text format of rule examples. */
  readonly document: string;
  readonly passes: boolean;
  /** Which of those that pass, or that fail. */
  readonly nth: number;
}

/** A small document as a reader would see it, checked by this rule here and now, with the marks and the finding it gets. */
export function ExampleView({ rule, document, passes, nth }: ExampleViewProps) {
  const { blocks, marks, headerRows, findings } = useMemo(() => {
    const reading = readPlain(document);
    const source = { name: rule.id, sha256: '', url: null, retrievedAt: '' };
    const report = checkReading(reading, source, interfaceLocale(), [rule]);
    return {
      blocks: reading.blocks,
      marks: marksOf(report),
      headerRows: new Map(report.tables.map(table => [table.id, table.headerRows])),
      findings: report.findings,
    };
  }, [rule, document]);
  const name = `${t(passes ? 'rulesPasses' : 'rulesFails')} ${nth}`;
  return (
    <figure class="example" data-testid="example" data-passes={passes}>
      <figcaption class="example-verdict">{name}</figcaption>
      <ExampleDocument name={`${rule.title[interfaceLocale()]} ${name}`} {...{ blocks, headerRows, marks }} />
      {findings.map(finding => (
        <FindingWords key={finding.id} finding={finding} />
      ))}
    </figure>
  );
}

interface ExampleDocumentProps {
  /** Unlike that of any other on the page. */
  readonly name: string;
  readonly blocks: Reading['blocks'];
  /** By table. */
  readonly headerRows: ReadonlyMap<string, number>;
  readonly marks: readonly Mark[];
}

/** The paragraphs and tables of a small document, marked. */
export function ExampleDocument({ name, blocks, headerRows, marks }: ExampleDocumentProps) {
  return (
    <div class="example-document" lang="zh-CN">
      {blocks.map(block =>
        block.kind === 'table' ? (
          <ExampleTable
            key={block.id}
            name={`${name} ${block.id}`}
            table={block}
            headerRows={headerRows.get(block.id) ?? 0}
            marks={marks}
          />
        ) : (
          <p key={block.id}>
            <MarkedText text={block.content} marks={marks} />
          </p>
        ),
      )}
    </div>
  );
}

interface ExampleTableProps {
  /** Unlike that of any other on the page. */
  readonly name: string;
  readonly table: Table;
  readonly headerRows: number;
  readonly marks: readonly Mark[];
}

function ExampleTable({ name, table, headerRows, marks }: ExampleTableProps) {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]!.push(cell);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page must be scrollable by keyboard
    <section class="example-scroll" tabIndex={0} aria-label={name}>
      <table>
        <tbody>
          {rows.map((cells, r) => (
            <tr key={r}>
              {cells.map(({ column, rowSpan, colSpan, content }) => {
                const Name = r < headerRows ? 'th' : 'td';
                return (
                  <Name
                    key={column}
                    rowSpan={rowSpan}
                    colSpan={colSpan}
                    class={AMOUNT.test(content.text) ? 'example-amount' : undefined}
                  >
                    <MarkedText text={content} marks={marks} />
                  </Name>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const AMOUNT = /^-?[\d,]+\.\d+%?$/;

function MarkedText({ text, marks }: { readonly text: AnchoredText; readonly marks: readonly Mark[] }) {
  return (
    <>
      {markedRuns(text, marks).map(({ words, status }, i) =>
        status ? (
          <span key={i} class="mark-text" data-status={status}>
            {words}
          </span>
        ) : (
          words
        ),
      )}
    </>
  );
}

/** What is found, with its arithmetic. */
export function FindingWords({ finding }: { readonly finding: Finding }) {
  const { title, arithmetic, message, evidence } = finding;
  const lines = arithmetic.map(line =>
    line.map(part => (typeof part === 'string' ? part : evidence[part]?.printed || t('blankFigure'))).join(''),
  );
  return (
    <div class="example-finding" data-severity={finding.severity}>
      <p class="example-finding-title">{title}</p>
      {lines.length > 0 ? lines.map((line, i) => <p key={i}>{line}</p>) : <p>{message}</p>}
    </div>
  );
}
