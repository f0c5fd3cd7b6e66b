import { findText, type TextRange } from './find-text.ts';

const ALL = 'found';
const CURRENT = 'found-current';

/** Highlights the words on the pages that are painted, `current` apart; returns the current one's range where its page is painted. */
export function highlightFound(
  pages: Iterable<Element>,
  words: string,
  current: { readonly page: number; readonly nth: number } | null,
): Range | null {
  const found: Range[] = [];
  let chosen: Range | null = null;
  for (const page of words === '' ? [] : pages) {
    const layer = page.querySelector('.pdf-text');
    if (!layer?.firstChild) continue;
    const { text, nodes } = textOf(layer);
    for (const [nth, range] of findText(text, words).entries()) {
      const place = rangeIn(nodes, range);
      found.push(place);
      if (current?.nth === nth && page.getAttribute('data-page') === String(current.page)) chosen = place;
    }
  }
  CSS.highlights.set(ALL, new Highlight(...found));
  const highlight = new Highlight(...(chosen ? [chosen] : []));
  highlight.priority = 1;
  CSS.highlights.set(CURRENT, highlight);
  return chosen;
}

interface PlacedNode {
  readonly node: Text;
  /** Of its first character in the text of the layer. */
  readonly start: number;
}

function textOf(layer: Element): { text: string; nodes: PlacedNode[] } {
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  const nodes: PlacedNode[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += node.nodeValue ?? '';
  }
  return { text, nodes };
}

function rangeIn(nodes: readonly PlacedNode[], { start, end }: TextRange): Range {
  const first = nodes.findLast(node => node.start <= start)!;
  const last = nodes.findLast(node => node.start < end)!;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
