import { t } from '../../lib/ui/i18n.ts';
import type { MarkStatus } from '../../lib/ui/marks.ts';
import { STATUS_NAMES } from '../../lib/ui/status-names.ts';

const STYLE = `
:host { all: initial; position: fixed; z-index: 2147483647; pointer-events: none; }
div { box-sizing: border-box; width: max-content; max-width: min(360px, 90vw); border: 1px solid #1d1b18; padding: 8px; background: #fbfaf7;
  color: #1d1b18; font: 12px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
p { margin: 0; }
p:first-child { font-size: 13px; font-weight: 600; }
`;

/** Room between the card and what it speaks of, in pixels. */
const GAP = 6;

let host: HTMLElement | null = null;

/** Says how a marked place stands, beside it. The card is in the page only while it is shown, and takes no part in it. */
export function showCard(status: MarkStatus, words: readonly string[], beside: DOMRect): void {
  hideCard();
  host = document.createElement('disclosure-lens-card');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const card = document.createElement('div');
  card.append(...[t(STATUS_NAMES[status]), ...words].map(paragraph));
  root.append(style, card);
  document.documentElement.append(host);
  const { width, height } = card.getBoundingClientRect();
  const below = beside.bottom + GAP + height <= innerHeight;
  host.style.top = `${below ? beside.bottom + GAP : Math.max(0, beside.top - GAP - height)}px`;
  host.style.left = `${Math.max(0, Math.min(beside.left, innerWidth - width))}px`;
}

/** Leaves the page as it was. */
export function hideCard(): void {
  host?.remove();
  host = null;
}

function paragraph(words: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
}
