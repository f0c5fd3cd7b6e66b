import { type DisclosureTitle, readTitle } from './disclosure-title.ts';
import { addressOf, type FileType, fileNameOf, fileTypeOf } from './file-type.ts';
import { isName, isRegion } from './public-body.ts';

/** A link to a disclosure, or to a part of one. */
export interface DisclosureLink {
  readonly url: string;
  /** The link's words, or the file's name where it has none. */
  readonly name: string;
  readonly type: FileType;
  readonly kind: 'final-accounts' | 'budget' | 'unknown';
  readonly level: 'department' | 'unit' | 'government' | null;
  readonly unit: string;
  readonly year: number | null;
}

/** What the page says of all the files it offers: `2023年度部门决算公开` over links that bear only the names of bodies. */
export type LinkContext = DisclosureTitle;

const LONGEST_WORDS = 120;
const WORTH_READING = /[决预]\s*算/;

/**
 * Whether a link leads to a disclosure, by its words, else by the name of its file. `href` is a whole address. A page must name the
 * body; a file is taken for part of the disclosure that its page (`context`) speaks of. Null for any other link.
 */
export function detectLink(text: string, href: string, context: LinkContext | null = null): DisclosureLink | null {
  const words = text.length > LONGEST_WORDS ? '' : text.replace(/\s+/g, ' ').trim();
  const mentions = WORTH_READING.test(words);
  // Most links of a page are done with here.
  if (!mentions && !context && !/\.(?:pdf|docx?|xlsx?)\b/i.test(href)) return null;
  const url = addressOf(href);
  const type = url && fileTypeOf(url, words);
  if (!url || !type) return null;
  const isFile = type !== 'html';
  const title = (mentions ? readTitle(words) : null) ?? (isFile ? readTitle(fileNameOf(url)) : null);
  const says = isFile
    ? title && (title.unit || title.year || title.level || context)
    : title?.unit && (title.year || title.level);
  if (!says && !(isFile && context && mayBelong(words))) return null;
  return asLink(url, type, words || fileNameOf(url), title, context);
}

const PART_WORDS = /附件|附表|表|说明|报告|目录|绩效|自评|目标|公开|名词|三公|决算|预算|[^.]\.(?:pdf|docx?|xlsx?)$/i;

/** Whether a file can be part of the disclosure its page speaks of; sites offer help and forms beside it. */
function mayBelong(words: string): boolean {
  return words === '' || PART_WORDS.test(words) || isName(words);
}

/** A link as its title describes it, and as the page around it does where the title does not. */
export function asLink(
  url: URL,
  type: FileType,
  name: string,
  title: DisclosureTitle | null,
  context: LinkContext | null,
): DisclosureLink {
  return {
    url: url.href,
    name,
    type,
    kind: title?.kind ?? context?.kind ?? 'unknown',
    level: title?.level ?? context?.level ?? null,
    unit: title?.unit || nameIn(name) || unitOf(context),
    year: title?.year ?? context?.year ?? null,
  };
}

/** `某市档案馆.pdf` in a list of the year's final accounts. */
function nameIn(name: string): string {
  const bare = name.replace(/\.\w{1,5}$/, '').replace(/^(?:附件)?[\d.、：:\s]+/, '');
  return isName(bare) ? bare : '';
}

/** A region that a list is for is not the body whose accounts a file of the list holds. */
function unitOf(context: LinkContext | null): string {
  if (!context || (isRegion(context.unit) && context.level !== 'government')) return '';
  return context.unit;
}
