import { t } from '../../lib/ui/i18n.ts';
import type { MarkStatus } from '../../lib/ui/marks.ts';
import { STATUS_NAMES } from '../../lib/ui/status-names.ts';
import { generatedBox, PageSheet } from './page-sheet.ts';

/** The card's edge speaks the language of the marks: shape first, colour second. */
const EDGES: Record<MarkStatus, string> = {
  unchecked: '4px dotted #68645c',
  exact: '4px solid #00735a',
  rounding: '4px dashed #875400',
  uncertain: '4px dotted #7a3f96',
  suspected: '6px solid #b83806',
  conflict: '6px double #b83806',
};

const LOOKS = {
  'pointer-events': 'none',
  width: 'max-content',
  'max-width': 'min(360px, 90vw)',
  border: '1px solid #1d1b18',
  padding: '8px 12px',
  background: '#fbfaf7',
  color: '#1d1b18',
  font: '13px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  'white-space': 'pre-line',
  'overflow-wrap': 'anywhere',
};

/** Room between the card and what it speaks of, in pixels. */
const GAP = 6;

const sheet = new PageSheet();

/** Says how a marked place stands, beside it, in a box that only the browser knows of. */
export function showCard(status: MarkStatus, words: readonly string[], beside: DOMRect): void {
  const content = [t(STATUS_NAMES[status]), ...words].map(quoted).join(' "\\a" ');
  const card = { ...LOOKS, 'border-left': EDGES[status], content };
  sheet.write(generatedBox('before', { ...card, top: '0', left: '0', visibility: 'hidden' }));
  const drawn = getComputedStyle(document.documentElement, '::before');
  const [width, height] = [Number.parseFloat(drawn.width), Number.parseFloat(drawn.height)];
  const below = beside.bottom + GAP + height <= innerHeight;
  const top = below ? beside.bottom + GAP : Math.max(0, beside.top - GAP - height);
  const left = Math.max(0, Math.min(beside.left, document.documentElement.clientWidth - width - GAP));
  sheet.write(generatedBox('before', { ...card, top: `${top}px`, left: `${left}px` }));
}

export function hideCard(): void {
  sheet.remove();
}

/** As a string of a style sheet. */
function quoted(words: string): string {
  return `"${words.replace(/["\\\n\r\f]/g, char => `\\${char.charCodeAt(0).toString(16)} `)}"`;
}
