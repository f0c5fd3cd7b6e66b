/** Elements whose text is no text of the page. */
const NO_TEXT = new Set(
  'audio button canvas datalist embed head iframe input nav noframes noscript object option picture rp rt script select style svg template textarea title video'.split(
    ' ',
  ),
);

const MENU_ROLE = /^(?:navigation|menu|menubar|search|toolbar)$/;

/** Scripts, controls, menus: what no reader takes for a part of the document. */
export function isFurniture(element: Element): boolean {
  if (NO_TEXT.has(element.localName)) return true;
  if (MENU_ROLE.test(element.getAttribute('role') ?? '')) return true;
  return element.localName === 'footer' && !element.closest('article, main, section');
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const DISPLAY = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i;

/** Whether the element stands in the line of text around it; elements of unknown names do. */
export function isInline(element: Element): boolean {
  const { localName } = element;
  const inline = INLINE.has(localName) || /[:-]/.test(localName);
  if (!inline) return false;
  const style = element.getAttribute('style');
  const display = style && DISPLAY.exec(style)?.[1]?.toLowerCase();
  return !display || display.startsWith('inline') || display === 'contents';
}

/** 1–6 for a heading, null for any other element. */
export function headingLevelOf(element: Element): number | null {
  const heading = /^h([1-6])$/.exec(element.localName);
  if (heading) return Number(heading[1]);
  if (element.getAttribute('role') !== 'heading') return null;
  const level = Number(element.getAttribute('aria-level'));
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2;
}

const TYPED = /^(?:|text|number|tel|url|search|email)$/;

/** What a field of a form shows, where figures were published as the contents of fields; null where nothing is in it. */
export function valueShown(element: Element): string | null {
  if (element.localName === 'textarea') return element.textContent.trim() || null;
  if (element.localName !== 'input' || !TYPED.test(element.getAttribute('type')?.toLowerCase() ?? '')) return null;
  const { value = element.getAttribute('value') ?? '' } = element as Partial<HTMLInputElement>;
  return value.trim() || null;
}
