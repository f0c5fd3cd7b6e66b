import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { AnchoredText, Place } from '../../lib/anchors/anchor.ts';
import { rangeAt } from '../../lib/anchors/range-at.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import type { Cell, Table } from '../../lib/tables/table.ts';
import { t } from '../../lib/ui/i18n.ts';
import './reading-view.css';

interface ReadingViewProps {
  readonly reading: Reading;
  /** What to lead the eye to. */
  readonly at: Place | null;
}

/** A kept document in its own words and tables, without its layout, and a place in it. */
export function ReadingView({ reading: { blocks }, at }: ReadingViewProps) {
  const found = useMemo(() => at && textAt(blocks, at), [blocks, at]);
  return (
    <section class="reading" aria-label={t('libraryAsRead')} data-testid="reading" lang="zh-CN">
      {at && !found && <p role="alert">{t('libraryPlaceLost')}</p>}
      {blocks.map(block =>
        block.kind === 'table' ? (
          <ReadTable key={block.id} table={block} found={found} />
        ) : (
          <p key={block.id} class="reading-block" data-heading={block.headingLevel !== null}>
            <ReadText text={block.content} found={found} />
          </p>
        ),
      )}
    </section>
  );
}

/** A text, and the part of it that is looked for. */
interface FoundText {
  readonly text: AnchoredText;
  readonly range: readonly [number, number];
}

function textAt(blocks: Reading['blocks'], place: Place): FoundText | null {
  for (const block of blocks)
    for (const text of block.kind === 'table' ? block.cells.map(({ content }) => content) : [block.content]) {
      const range = rangeAt(text, place);
      if (range) return { text, range };
    }
  return null;
}

function ReadTable({ table, found }: { readonly table: Table; readonly found: FoundText | null }) {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]!.push(cell);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page must be scrollable by keyboard
    <section class="compared-scroll reading-block" tabIndex={0} aria-label={`${t('libraryAsRead')} ${table.id}`}>
      <table class="reading-table">
        <tbody>
          {rows.map((cells, r) => (
            <tr key={r}>
              {cells.map(({ column, rowSpan, colSpan, content }) => (
                <td
                  key={column}
                  rowSpan={rowSpan}
                  colSpan={colSpan}
                  class={AMOUNT.test(content.text) ? 'compared-amount' : undefined}
                >
                  <ReadText text={content} found={found} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const AMOUNT = /^[-\d][\d,]*(?:\.\d+)?%?$/;

function ReadText({ text, found }: { readonly text: AnchoredText; readonly found: FoundText | null }) {
  const spot = useRef<HTMLElement>(null);
  const isHere = found?.text === text;
  useEffect(() => {
    if (isHere) spot.current?.scrollIntoView?.({ block: 'center' });
  }, [isHere, found]);
  if (!isHere) return <>{text.text}</>;
  const [start, end] = found.range;
  return (
    <>
      {text.text.slice(0, start)}
      <mark ref={spot} data-testid="reading-spot">
        {text.text.slice(start, end) || t('blankFigure')}
      </mark>
      {text.text.slice(end)}
    </>
  );
}
