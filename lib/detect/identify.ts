import { type DisclosureTitle, isName, isRegion, readTitle } from './disclosure-title.ts';
import { titleParts } from './title-lines.ts';
import { foldTitle } from './title-text.ts';

/** Whose disclosure a document is, of which kind and year, as far as its titles tell. */
export interface Identity {
  readonly kind: 'final-accounts' | 'budget' | 'unknown';
  readonly level: 'department' | 'unit' | 'government' | null;
  /** As printed, brackets in full width; empty when it could not be told. */
  readonly unit: string;
  readonly year: number | null;
}

/** Lines that can be a cover: they count double, and a title may be broken over several of them. */
const COVER_LINES = 12;
const MOST_JOINED = 4;
const LONGEST_COVER_LINE = 45;

/**
 * Works out whose disclosure a document is from its title, its cover and first lines, the titles of its tables, its file name or
 * the words of a link, in this order. Each line that reads as a title is a witness; the better supported answer wins.
 */
export function identify(texts: readonly string[]): Identity {
  const parts = texts.map(titleParts);
  const lines = parts.flat();
  const kinds = new Votes<'final-accounts' | 'budget'>();
  const levels = new Votes<'department' | 'unit' | 'government'>();
  const units = new Votes<string>();
  const years = new Votes<number>();
  const witness = (title: DisclosureTitle, trust: number) => {
    const { kind, level, unit, year } = title;
    const weight = trust * (1 + (level ? 1 : 0) + (unit ? 1 : 0) + (year ? 1 : 0));
    if (kind) kinds.add(kind, weight);
    if (level) levels.add(level, weight);
    // 某市2026年区级单位预算 names the region, not the office.
    if (unit) units.add(unit, level !== 'government' && isRegion(unit) ? trust : weight);
    if (year) years.add(year, weight);
  };

  const titles = lines.map(readTitle);
  titles.forEach((title, i) => {
    if (title) witness(title, i < COVER_LINES ? 2 : 1);
  });
  // What stands beside a title in one text, such as the name of the site, is no part of it.
  const apart = parts.flatMap(own => own.map(line => (own.length === 1 ? line : null)));
  for (const title of brokenTitles(apart.slice(0, COVER_LINES), titles)) witness(title, 1.5);
  lines.forEach((line, i) => {
    // The name may have been printed apart from its label.
    const name = labelledName(/[：:]\s*$/.test(line) ? `${line}${lines[i + 1] ?? ''}` : line);
    if (name) units.add(name, 3);
    const heading = name ? null : headingName(line);
    if (heading) units.add(heading, 1);
  });
  return {
    kind: kinds.best() ?? 'unknown',
    level: levels.best(),
    unit: fullName(units),
    year: years.best() ?? bareYear(lines),
  };
}

/** Titles that the cover breaks over lines, in any order of their parts: the year, the body, 部门决算. */
function brokenTitles(
  lines: readonly (string | null)[],
  titles: readonly (DisclosureTitle | null)[],
): DisclosureTitle[] {
  const isWhole = (i: number) => titles[i]?.unit && titles[i]?.year;
  const found: DisclosureTitle[] = [];
  for (let start = 0; start < lines.length; start++) {
    for (let end = start + 2; end <= Math.min(start + MOST_JOINED, lines.length); end++) {
      const last = end - 1;
      if (isWhole(start) || isWhole(last) || !isCoverLine(lines[start]) || !isCoverLine(lines[last])) break;
      const title = readTitle(lines.slice(start, end).join(''));
      if (!title?.unit) continue;
      found.push(title);
      if (title.year) break;
    }
  }
  return found;
}

function isCoverLine(line: string | null | undefined): boolean {
  return (
    typeof line === 'string' &&
    line.length <= LONGEST_COVER_LINE &&
    !/[。；：:;]|\d月|^\s*(?:第.{1,2}部分|[一二三四五六七八九十]+、|目\s*录)/.test(line)
  );
}

const LABEL =
  /^(?:预算|决算|编制|填报|公开|申报|汇总)?(?:单位|部门)(?:（单位）|（部门）)?(?:名称)?(?:（.{1,8}）)?[：:](.{2,60})$/;

/** `预算单位：某市图书馆`, also with the unit of amounts or the form's number behind. */
function labelledName(line: string): string | null {
  const labelled = LABEL.exec(foldTitle(line))?.[1];
  const name = labelled?.replace(/(?:(?:金额)?单位[：:]|公开\d|20\d{2}年|填报日期|日期).*$/, '');
  return name && isName(name) ? name : null;
}

const HEADING =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、)?(.{4,45}?)(?:部门|单位)?(?:概况|基本情况|主要职责|主要职能|机构设置)$/;

/** `第一部分 某市图书馆概况` */
function headingName(line: string): string | null {
  const name = HEADING.exec(foldTitle(line))?.[1];
  return name && isName(name) && !isRegion(name) ? name : null;
}

/** A year that a short line or a file name bears without saying of what; dates are passed over. */
function bareYear(lines: readonly string[]): number | null {
  for (const line of lines) {
    const folded = foldTitle(line);
    const year = folded.length <= LONGEST_COVER_LINE && /(?<!\d)(20\d{2})(?!\d|年\d|[-/.]\d)/.exec(folded)?.[1];
    if (year) return Number(year);
  }
  return null;
}

/** The best supported name; where it is only the end of a well supported longer one, that. */
function fullName(units: Votes<string>): string {
  const best = units.best();
  if (!best) return '';
  const longer = units.ranked().find(({ value, weight }) => value !== best && value.endsWith(best) && weight >= 4);
  return longer?.value ?? best;
}

/** Answers and how much speaks for each; of equals the first named. */
class Votes<T> {
  readonly #weights = new Map<T, number>();

  add(value: T, weight: number): void {
    this.#weights.set(value, (this.#weights.get(value) ?? 0) + weight);
  }

  ranked(): { value: T; weight: number }[] {
    return [...this.#weights].map(([value, weight]) => ({ value, weight })).sort((a, b) => b.weight - a.weight);
  }

  best(): T | null {
    return this.ranked()[0]?.value ?? null;
  }
}
