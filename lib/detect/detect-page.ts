import { asLink, type DisclosureLink, detectLink, type LinkContext } from './detect-link.ts';
import { readTitle } from './disclosure-title.ts';
import { addressOf, fileNameOf, fileTypeOf, viewedPdf } from './file-type.ts';
import { type Identity, identify } from './identify.ts';
import { titleParts } from './title-lines.ts';

/**
 * disclosure-page: the page itself is one; framed-pdf: it shows one as a PDF; listing: it links to some; pdf: the browser shows a
 * PDF, whatever it is about.
 */
export type PageKind = 'disclosure-page' | 'framed-pdf' | 'listing' | 'pdf' | 'none';

export interface Detection {
  readonly kind: PageKind;
  /** What the page is about as a whole, as far as its headlines tell. */
  readonly identity: Identity;
  /** The disclosures it shows or links to, without itself. */
  readonly documents: readonly DisclosureLink[];
}

const UNKNOWN: Identity = { kind: 'unknown', level: null, unit: '', year: null };
const NONE: Detection = { kind: 'none', identity: UNKNOWN, documents: [] };

const MOST_LINKS = 2000;
const MOST_TABLES = 60;
/** Links to pages that must be there where the page's headlines speak of something else. */
const ENOUGH_PAGES = 3;
/** Tables with the words of forms that must be there where the headlines are no title of a disclosure. */
const ENOUGH_FORMS = 3;

/** Looks a page over for disclosures, changing nothing: its headlines and links, and only where these give reason its tables. */
export function detectPage(document: Document, location: { readonly href: string }): Detection {
  if (document.contentType === 'application/pdf') return shownPdf(location.href);
  const headlines = headlinesOf(document);
  const mentions = headlines.some(line => /[决预]\s*算/.test(line));
  const context = contextOf(headlines);
  const framed = framedPdfs(document, location.href, context);
  const links = linksOf(document, context);
  if (framed.length === 0 && links.length === 0 && !mentions) return NONE;

  const documents = withoutRepeats([...framed, ...links]);
  const identity = mentions ? identify(headlines) : UNKNOWN;
  if (framed.length > 0) return { kind: 'framed-pdf', identity, documents };
  const forms = mentions ? formTables(document) : 0;
  if (forms >= (context ? 1 : ENOUGH_FORMS)) return { kind: 'disclosure-page', identity, documents };
  const files = documents.filter(({ type }) => type !== 'html');
  if (files.length > 0 || documents.length >= (context ? 1 : ENOUGH_PAGES))
    return { kind: 'listing', identity, documents };
  if (context && isNarrative(document)) return { kind: 'disclosure-page', identity, documents };
  return NONE;
}

function shownPdf(href: string): Detection {
  const url = addressOf(href);
  const name = url ? fileNameOf(url) : '';
  const identity = identify([name]);
  return { kind: 'pdf', identity, documents: [{ ...identity, url: href, name, type: 'pdf' }] };
}

/** The page's titles: its own, the one its publishing system notes, its first headings. */
function headlinesOf(document: Document): string[] {
  const headings = Array.from(document.querySelectorAll('h1, h2, h3')).slice(0, 6);
  const noted = document.querySelector('meta[name="ArticleTitle" i]')?.getAttribute('content');
  return [noted ?? '', ...headings.map(heading => heading.textContent), document.title].filter(
    text => text.length <= 300,
  );
}

/** The first headline that is a title of disclosures; null where none is. */
function contextOf(headlines: readonly string[]): LinkContext | null {
  for (const line of headlines.flatMap(titleParts)) {
    const title = readTitle(line);
    if (title && (title.year || title.level || title.unit)) return title;
  }
  return null;
}

function linksOf(document: Document, context: LinkContext | null): DisclosureLink[] {
  const links: DisclosureLink[] = [];
  for (const link of Array.from(document.getElementsByTagName('a')).slice(0, MOST_LINKS)) {
    const { href, title, textContent } = link;
    if (!href || href.startsWith('javascript:')) continue;
    // Lists cut long titles short and keep the whole in the attribute.
    const found = detectLink(title.length > textContent.trim().length ? title : textContent, href, context);
    if (found) links.push(found);
  }
  return links;
}

/** PDFs shown inside the page, where it or their own name speaks of a disclosure. */
function framedPdfs(document: Document, here: string, context: LinkContext | null): DisclosureLink[] {
  const found: DisclosureLink[] = [];
  const own = addressOf(here);
  const ownPdf = own && viewedPdf(own);
  if (ownPdf) found.push(...pdfLink(ownPdf, document.title, context));
  for (const frame of document.querySelectorAll('iframe[src], embed[src], object[data]')) {
    const address = frame.getAttribute('src') ?? frame.getAttribute('data') ?? '';
    const url = addressOf(address, document.baseURI);
    if (!url) continue;
    const pdf =
      viewedPdf(url) ??
      (frame.getAttribute('type') === 'application/pdf' || fileTypeOf(url, '') === 'pdf' ? url : null);
    if (pdf) found.push(...pdfLink(pdf, frame.getAttribute('title') ?? '', context));
  }
  return found;
}

function pdfLink(pdf: URL, words: string, context: LinkContext | null): DisclosureLink[] {
  const title = readTitle(words) ?? readTitle(fileNameOf(pdf));
  if (!title && !context) return [];
  const name = readTitle(words) ? words.trim() : fileNameOf(pdf);
  return [asLink(pdf, 'pdf', name, title, context)];
}

const FORM_WORDS =
  /决算数|预算数|预算科目|科目编码|功能分类科目|经济分类科目|本年收入合计|本年支出合计|财政拨款收入|(?:收入|支出|收支)(?:决算|预算)?总表|基本支出.{0,20}项目支出/;

/** How many tables have the words of budget forms in their first rows. */
function formTables(document: Document): number {
  let count = 0;
  for (const table of Array.from(document.getElementsByTagName('table')).slice(0, MOST_TABLES)) {
    const head = Array.from(table.rows)
      .slice(0, 4)
      .map(row => (row.querySelector('table') ? '' : row.textContent))
      .join(' ')
      .replace(/\s+/g, '');
    if (FORM_WORDS.test(head)) count++;
  }
  return count;
}

const NARRATIVE_WORDS =
  /收入支出决算总体情况|收支决算总体情况|收支预算总体|财政拨款收入支出|一般公共预算(?:财政拨款)?(?:收入|支出)|"?三公"?经费.{0,12}(?:支出|预算|决算)|政府性基金预算/g;

/** Whether the page tells of revenue and expenditure in figures, without tables. */
function isNarrative(document: Document): boolean {
  const text = (document.body?.textContent ?? '').replace(/\s+/g, '').replace(/[“”]/g, '"');
  return new Set(text.match(NARRATIVE_WORDS)).size >= 2 && (text.match(/\d(?:万元|亿元)/g)?.length ?? 0) >= 5;
}

function withoutRepeats(links: readonly DisclosureLink[]): DisclosureLink[] {
  const seen = new Set<string>();
  return links.filter(({ url }) => !seen.has(url) && seen.add(url));
}
