import { type Declarations, declarationsIn, rulesOf, type StyleRule } from './html-styles.ts';

/** Why an element is not seen: it takes no room at all, or its place is there and nothing is to be seen in it. */
export type Hiding = 'gone' | 'unseen';

/** How the elements of a page look, as far as it changes what a reader reads. */
export interface Looks {
  /** Of an element and all in it; null for what is seen. */
  hiding(element: Element): Hiding | null;
  /** Set above its line, as the marks of notes are. */
  isRaised(element: Element): boolean;
}

/** What the elements' own names and attributes say; style sheets are not asked. */
export const looksByAttributes: Looks = {
  hiding: element => hidingAs(element, ownStyle(element)),
  isRaised: element => isRaisedAs(element, ownStyle(element)),
};

const NOTHING: Declarations = new Map();
/** What is put away until it is asked for, such as the other leaves of a set of tabs, is still part of the document. */
const PART_OF_PAGE = 'table, tr, td, h1, h2, h3, h4, h5, h6';
/** Elements that the rules of a page are asked about; more is no page that anybody styled. */
const MOST_STYLED = 50_000;

/** Also what the style sheets written into the page say of words, lines and cells. */
export function looksIn(root: Document): Looks {
  const styled = new Map<Element, StyleRule[]>();
  const rules = rulesOf(root);
  for (const rule of rules.filter(({ declarations }) => changesLooks(declarations))) {
    for (const element of matching(root, rule.selector)) {
      if (styled.size >= MOST_STYLED) break;
      if (!styled.has(element))
        styled.set(
          element,
          rules.filter(({ selector }) => matches(element, selector)),
        );
    }
  }
  if (styled.size === 0) return looksByAttributes;
  const styleOf = (element: Element): Declarations => {
    const own = ownStyle(element);
    const applied = styled.get(element);
    return applied ? new Map([...applied.flatMap(({ declarations }) => [...declarations]), ...own]) : own;
  };
  return {
    hiding(element) {
      const hiding = looksByAttributes.hiding(element);
      if (hiding || !styled.has(element)) return hiding;
      return isPartOfPage(element) ? null : hidingAs(element, styleOf(element));
    },
    isRaised: element => isRaisedAs(element, styleOf(element)),
  };
}

function isPartOfPage(element: Element): boolean {
  return element.querySelector(PART_OF_PAGE) !== null && !element.closest('table');
}

function changesLooks(declarations: Declarations): boolean {
  return hidingOf(declarations) !== null || isWhite(declarations) || isSetHigh(declarations);
}

function matching(root: Document, selector: string): readonly Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

function ownStyle(element: Element): Declarations {
  const style = element.getAttribute('style');
  return style === null ? NOTHING : declarationsIn(style);
}

const STRUCK = new Set(['del', 's', 'strike']);

function hidingAs(element: Element, style: Declarations): Hiding | null {
  if (element.hasAttribute('hidden')) return 'gone';
  const hiding = hidingOf(style);
  // A size of nothing is often given to what stands between elements that have sizes of their own.
  if (hiding === 'unseen' && isZero(style.get('font-size')) && element.firstElementChild) return null;
  // What was struck out no longer stands in the document.
  if (STRUCK.has(element.localName)) return hiding ?? 'unseen';
  return hiding ?? (isWhite(style) && standsBesideOthers(element) ? 'unseen' : null);
}

function hidingOf(style: Declarations): Hiding | null {
  if (style.size === 0) return null;
  const visibility = style.get('visibility');
  if (style.get('display') === 'none' || visibility === 'collapse') return 'gone';
  const isUnseen =
    visibility === 'hidden' ||
    /line-through/.test(`${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`) ||
    isZero(style.get('opacity')) ||
    isZero(style.get('font-size')) ||
    /^(?:transparent|(?:rgb|hsl)a\(.*[,/]\s*0?\.?0+%?\s*\))$/.test(style.get('color') ?? '') ||
    isFarOff(style) ||
    isCutOff(style);
  return isUnseen ? 'unseen' : null;
}

/** Moved out of the page. */
function isFarOff(style: Declarations): boolean {
  if (/^-\d{3,}/.test(style.get('text-indent') ?? '')) return true;
  return (
    /^(?:absolute|fixed)$/.test(style.get('position') ?? '') &&
    ['left', 'top', 'right', 'bottom'].some(side => /^-\d{3,}/.test(style.get(side) ?? ''))
  );
}

function isCutOff(style: Declarations): boolean {
  if (
    /^rect\((?:0|1)(?:px)?[,\s]+(?:0|1)(?:px)?[,\s]+(?:0|1)(?:px)?[,\s]+(?:0|1)(?:px)?\)$/.test(style.get('clip') ?? '')
  )
    return true;
  return (
    /^(?:hidden|clip)/.test(style.get('overflow') ?? '') &&
    ['width', 'height', 'max-width', 'max-height'].some(size => isZero(style.get(size)))
  );
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && /^0*\.?0+(?:px|pt|em|rem|%)?$/.test(value);
}

const WHITE = /^(?:white|#fff(?:fff)?|rgb\(255[,\s]+255[,\s]+255\))$/;

function isWhite(style: Declarations): boolean {
  return WHITE.test(style.get('color') ?? '') && !hasBackground(style);
}

function hasBackground(style: Declarations): boolean {
  return ['background', 'background-color', 'background-image'].some(
    name => !/^(?:|none|transparent|inherit|initial)$/.test(style.get(name) ?? ''),
  );
}

/** White words in a cell with others are not seen; a cell whose words are all white may have a colour behind them. */
function standsBesideOthers(element: Element): boolean {
  const cell = element.parentElement?.closest('td, th');
  return cell !== null && cell !== undefined && inkOf(cell) > inkOf(element);
}

function inkOf(element: Element): number {
  return element.textContent.replace(/\s+/g, '').length;
}

function isRaisedAs(element: Element, style: Declarations): boolean {
  return element.localName === 'sup' || isSetHigh(style);
}

function isSetHigh(style: Declarations): boolean {
  const align = style.get('vertical-align') ?? '';
  if (align === 'super' || /^0*[1-9\d.]+(?:px|pt|em|ex|rem|%)$/.test(align)) return !isZero(align);
  const raise = style.get('mso-text-raise') ?? '';
  return style.get('position') === 'relative' && /^-[\d.]+/.test(style.get('top') ?? raise);
}
