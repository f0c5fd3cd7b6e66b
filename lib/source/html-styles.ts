/** What a style says, property by property, in small letters. */
export type Declarations = ReadonlyMap<string, string>;

export interface StyleRule {
  readonly selector: string;
  readonly declarations: Declarations;
}

/** Longer style sheets are a framework's, which hides nothing of a document. */
const LONGEST_SHEETS = 400_000;
const MOST_RULES = 4_000;

export function declarationsIn(text: string): Declarations {
  const declarations = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    if (value !== '') declarations.set(part.slice(0, colon).trim().toLowerCase(), value);
  }
  return declarations;
}

/** The rules written into a page for the screen, those that outdo others last. */
export function rulesOf(root: Document): StyleRule[] {
  const sheets = [...root.querySelectorAll('style')].filter(sheet => isForScreen(sheet.getAttribute('media') ?? ''));
  const text = sheets.map(sheet => sheet.textContent).join('\n');
  if (text.length > LONGEST_SHEETS) return [];
  const rules = rulesIn(text.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' '));
  return rules
    .map((rule, order) => ({ rule, order, weight: weightOf(rule.selector) }))
    .sort((a, b) => a.weight - b.weight || a.order - b.order)
    .map(({ rule }) => rule);
}

function isForScreen(media: string): boolean {
  return !/\bprint\b|\bspeech\b|max-width|max-device-width/i.test(media);
}

/** Rules and, of blocks such as `@media screen`, those within. */
function rulesIn(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  for (let at = 0; at < css.length && rules.length < MOST_RULES; ) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    const head = css.slice(at, open).split(';').at(-1)!.trim();
    const close = head.startsWith('@') ? endOfBlock(css, open) : css.indexOf('}', open);
    const end = close < 0 ? css.length : close;
    const body = css.slice(open + 1, end);
    if (/^@(?:media|supports|layer)/i.test(head)) {
      if (isForScreen(head)) rules.push(...rulesIn(body));
    } else if (!head.startsWith('@')) {
      const declarations = declarationsIn(body);
      for (const selector of head.split(',')) rules.push({ selector: selector.trim(), declarations });
    }
    at = end + 1;
  }
  return rules;
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i++) {
    if (css[i] === '{') depth++;
    else if (css[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

/** How much a selector outdoes others: by ids, then by classes and attributes, then by names. */
function weightOf(selector: string): number {
  const count = (pattern: RegExp) => Math.min(99, selector.match(pattern)?.length ?? 0);
  return 10_000 * count(/#/g) + 100 * count(/\.|\[|(?<!:):(?!:)/g) + count(/(?:^|[\s>+~])[a-z]/gi);
}
