import type { AnchoredText } from '../anchors/anchor.ts';
import { TextCollector } from '../source/html-collector.ts';
import { headingLevelOf, isFurniture, isInline } from '../source/html-elements.ts';
import type { Looks } from '../source/html-looks.ts';
import type { Selectors } from '../source/html-selector.ts';
import { walk } from '../source/html-walk.ts';

/** A line of text outside of tables, or a table, in the order of the page. */
export type HtmlPiece =
  | { readonly kind: 'line'; readonly content: AnchoredText; readonly headingLevel: number | null }
  | { readonly kind: 'table'; readonly element: HTMLTableElement };

interface Block {
  readonly element: Element;
  /** Offset of its text in the text of the whole. */
  readonly start: number;
  readonly headingLevel: number | null;
  readonly keepsLines: boolean;
  /** What had been read when it began; `landmarks` are tables and headings. */
  readonly pieces: number;
  readonly landmarks: number;
  readonly ink: number;
  readonly linkInk: number;
}

/** Share of an element's text in links at which one that is named like a menu is a menu. */
const MENU_LINKS = 0.6;
const MENU_NAME =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|crumbs?|breadcrumbs?|foot|footer|head|header|top|topbar|sidebar|share|pager|links?|friendlinks?)(?:$|[-_\s\d])/i;

/**
 * The text below an element line by line: each block element and each `<br>` ends a line. Tables that hold data come as they
 * are; those that only arrange the page are gone through like any other element. Scripts, controls and menus are left out.
 */
export function piecesOf(
  root: Element,
  { selectors, looks, isData }: { selectors: Selectors; looks: Looks; isData(table: HTMLTableElement): boolean },
): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let landmarks = 0;
  const collector = new TextCollector();
  let ink = 0;
  let linkInk = 0;
  let links = 0;
  let raised = 0;
  const blockOf = (element: Element, start: number, around: Block | undefined): Block => ({
    element,
    start,
    headingLevel: headingLevelOf(element) ?? around?.headingLevel ?? null,
    keepsLines: element.localName === 'pre' || (around?.keepsLines ?? false),
    pieces: pieces.length,
    landmarks,
    ink,
    linkInk,
  });
  const blocks: Block[] = [blockOf(root, 0, undefined)];

  const endLine = () => {
    if (collector.isEmpty) return;
    const { element, headingLevel } = blocks.at(-1)!;
    const { text, offsets } = collector.take();
    if (headingLevel) landmarks++;
    pieces.push({
      kind: 'line',
      content: { text, anchor: { kind: 'html', selector: selectors.of(element), offsets } },
      headingLevel,
    });
  };

  const endBlock = () => {
    endLine();
    const { element, ...before } = blocks.pop()!;
    const isMenu =
      ink > before.ink &&
      linkInk - before.linkInk > MENU_LINKS * (ink - before.ink) &&
      MENU_NAME.test(`${element.id} ${element.getAttribute('class') ?? ''}`) &&
      landmarks === before.landmarks;
    if (isMenu) pieces.length = before.pieces;
  };

  walk(root, {
    enter(element, position) {
      if (looks.hiding(element) || isFurniture(element)) return false;
      if (element.localName === 'table' && isData(element as HTMLTableElement)) {
        endLine();
        landmarks++;
        pieces.push({ kind: 'table', element: element as HTMLTableElement });
        return false;
      }
      if (element.localName === 'a') links++;
      if (looks.isRaised(element)) raised++;
      if (element.localName === 'br') endLine();
      else if (!isInline(element)) {
        endLine();
        blocks.push(blockOf(element, position, blocks.at(-1)));
      }
      return true;
    },
    leave(element) {
      if (element.localName === 'a') links--;
      if (looks.isRaised(element)) raised--;
      if (!isInline(element) && element.localName !== 'br') endBlock();
    },
    text(data, position) {
      const { start, keepsLines } = blocks.at(-1)!;
      const visible = data.replace(/\s+/g, '').length;
      ink += visible;
      if (links > 0) linkInk += visible;
      let at = position - start;
      if (!keepsLines) collector.add(data, at, raised > 0);
      else
        for (const line of data.split('\n')) {
          if (at > position - start) endLine();
          collector.add(line, at, raised > 0);
          at += line.length + 1;
        }
    },
  });
  endLine();
  return pieces;
}
