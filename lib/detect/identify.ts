import { type DisclosureTitle, readTitle } from './disclosure-title.ts';
import { labelledName, readDebtTitle, regionOfBook, regionsNamedIn, tellingName } from './named-body.ts';
import { isRegion, isShortFor } from './public-body.ts';
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

/** Where a document tells whose it is, besides its cover. */
export interface FurtherWords {
  /** Titles of tables and what stands beside them, such as `部门：某市图书馆`, of the whole document. */
  readonly heads?: readonly string[];
  /** Its first paragraphs, in which the body tells of itself. */
  readonly prose?: readonly string[];
  /** What may be stale or cut short: the title in a file's properties, the file's name. */
  readonly hearsay?: readonly string[];
}

/** Lines that can be a cover: they count double, and a title may be broken over several of them. */
const COVER_LINES = 12;
const MOST_JOINED = 4;
const LONGEST_COVER_LINE = 45;

/** How much the words count, by where they stand. */
const TRUST = {
  cover: 2,
  brokenTitle: 1.5,
  line: 1,
  head: 0.25,
  hearsay: 0.25,
  label: 4,
  headLabel: 1,
  telling: 1,
  dated: 1,
  hint: 0.1,
};
/** How often one word of the heads is counted: a form is repeated page after page. */
const MOST_REPEATED = 4;
/** The same of paragraphs that begin with a year: together they outweigh a cover on which the year is wrong. */
const MOST_DATED = 8;
/** What must speak for a full name before the short ones stand for it. */
const FULL_NAME = 1;

/**
 * Works out whose disclosure a document is. Each line that reads as a title is a witness of all it says, each label and heading one of
 * the name; the better supported answer wins, and a name is supported by its short forms too. `cover`: its title and first lines.
 */
export function identify(
  cover: readonly string[],
  { heads = [], prose = [], hearsay = [] }: FurtherWords = {},
): Identity {
  const votes = new IdentityVotes();
  const parts = cover.map(titleParts);
  const lines = withOpenLinesJoined(parts.flat());
  const titles = lines.map(readTitle);
  titles.forEach((title, i) => {
    // The headline of a page repeats its title, the heading of a part the contents: that is one witness.
    if (title && lines.indexOf(lines[i]!) === i) votes.title(title, i < COVER_LINES ? TRUST.cover : TRUST.line);
  });
  // What stands beside a title in one text, such as the name of the site, is no part of it.
  const beside = new Set(parts.flatMap(own => (own.length === 1 ? [] : own)));
  const apart = lines.slice(0, COVER_LINES).map(line => (beside.has(line) ? null : line));
  for (const title of brokenTitles(apart, titles)) votes.title(title, TRUST.brokenTitle);
  lines.forEach((line, i) => {
    // The name may have been printed apart from its label.
    const name = labelledName(/[：:]\s*$/.test(line) ? `${line}${lines[i + 1] ?? ''}` : line);
    if (name) votes.units.add(name, TRUST.label);
    if (/预算(?:主管部门|单位)[：:]/.test(foldTitle(line)))
      votes.levels.add(line.includes('部门') ? 'department' : 'unit', TRUST.label);
    if (i < COVER_LINES) votes.region(line);
  });
  for (const [line, times] of counted(heads)) {
    const often = Math.min(times, MOST_REPEATED);
    const title = readTitle(line);
    if (title) votes.title(title, TRUST.head * often);
    const name = labelledName(line);
    if (name) votes.units.add(name, TRUST.headLabel * often);
    votes.debt(line);
    votes.hint(line);
  }
  for (const line of [...lines, ...prose]) {
    const name = tellingName(line);
    if (name) votes.units.add(name, TRUST.telling);
    votes.hint(line);
  }
  for (const [year, times] of counted(prose.flatMap(yearAtStart)))
    votes.years.add(year, TRUST.dated * Math.min(times, MOST_DATED));
  const reports = hearsay.flatMap(titleParts);
  for (const title of reports.map(readTitle)) if (title) votes.title(title, TRUST.hearsay);
  return {
    kind: votes.kinds.best() ?? 'unknown',
    level: votes.levels.best(),
    unit: votes.unit(() => mostNamed(prose)),
    year: votes.year() ?? bareYear([...lines, ...heads, ...reports]),
  };
}

/** Lines as they were meant where a title goes on in the next: `…预算执行情况与` and `…预算草案的报告`. */
function withOpenLinesJoined(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let open = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      open < MOST_JOINED &&
      joined.length <= COVER_LINES &&
      /[决预]算|^关于/.test(last) &&
      line.length <= LONGEST_COVER_LINE &&
      (/(?:[和与及、]|执行|关于)$/.test(last) || /^(?:情况|草案)/.test(line));
    open = goesOn ? open + 1 : 1;
    if (goesOn) joined[joined.length - 1] = last + line;
    else joined.push(line);
  }
  return joined;
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

/** A year that a short line or a file name bears without saying of what; dates are passed over. */
function bareYear(lines: readonly string[]): number | null {
  for (const line of lines) {
    const folded = foldTitle(line);
    const year = folded.length <= LONGEST_COVER_LINE && /(?<!\d)(20\d{2})(?!\d|年\d|[-/.]\d)/.exec(folded)?.[1];
    if (year) return Number(year);
  }
  return null;
}

/** The region that the text names most often. */
function mostNamed(prose: readonly string[]): string {
  const regions = new Votes<string>();
  for (const region of prose.flatMap(regionsNamedIn)) regions.add(region, 1);
  return regions.best() ?? '';
}

/** `2031年度收入合计…`: the year a paragraph is about. */
function yearAtStart(paragraph: string): number[] {
  const year = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(20\d{2})年度?(?![\d初末]|\d{1,2}月)/.exec(
    foldTitle(paragraph),
  )?.[1];
  return year ? [Number(year)] : [];
}

function counted<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What the witnesses say, of each part of an identity by itself. */
class IdentityVotes {
  readonly kinds = new Votes<'final-accounts' | 'budget'>();
  readonly levels = new Votes<'department' | 'unit' | 'government'>();
  readonly units = new Votes<string>();
  readonly years = new Votes<number>();
  /** Of titles that name a government's region: its report has headings of the year that ended and of the one to come. */
  readonly #bookYears = new Votes<number>();
  /** Regions of which a line says whose book it is, if it is one. */
  readonly #regions = new Votes<string>();

  title({ kind, level, unit, year }: DisclosureTitle, trust: number): void {
    const weight = trust * (1 + (level ? 1 : 0) + (unit ? 1 : 0) + (year ? 1 : 0));
    if (kind) this.kinds.add(kind, weight);
    if (level) this.levels.add(level, weight);
    if (unit) this.units.add(unit, weight);
    if (year) this.years.add(year, weight);
    if (year && unit && level === 'government') this.#bookYears.add(year, weight);
  }

  year(): number | null {
    return (this.levels.best() === 'government' ? this.#bookYears.best() : null) ?? this.years.best();
  }

  region(line: string): void {
    const region = regionOfBook(line);
    if (region) this.#regions.add(region, 1);
  }

  debt(line: string): void {
    const debt = readDebtTitle(line);
    if (!debt) return;
    this.levels.add('government', TRUST.head);
    this.years.add(debt.year, TRUST.head);
    if (debt.region) this.#regions.add(debt.region, 1);
    if (debt.isFinal) this.kinds.add('final-accounts', TRUST.head);
  }

  /** What goes with one kind or level mostly, and decides where nothing else tells. */
  hint(line: string): void {
    const folded = foldTitle(line);
    if (folded.length > LONGEST_COVER_LINE) return;
    if (/绩效目标(?:申报)?表/.test(folded)) this.kinds.add('budget', TRUST.hint);
    if (/绩效自评表?$/.test(folded)) this.kinds.add('final-accounts', TRUST.hint);
    if (/^部门(?:名称)?[：:]|部门概况$/.test(folded)) this.levels.add('department', TRUST.hint);
    if (/单位概况$/.test(folded)) this.levels.add('unit', TRUST.hint);
  }

  /** The best supported name: of a government's book its region, of any other the body's, in full where it is given in full. */
  unit(otherRegion: () => string): string {
    const names = this.units.ranked();
    if (this.levels.best() === 'government') {
      const regions = names.filter(({ value }) => isRegion(value));
      return regions[0]?.value ?? this.#regions.best() ?? names[0]?.value ?? otherRegion();
    }
    const supported = names.map(({ value, weight }) => ({
      value,
      weight:
        weight < FULL_NAME
          ? weight
          : names.reduce((sum, other) => sum + (isShortFor(other.value, value) ? other.weight : 0), weight),
    }));
    return supported.reduce((best, name) => (name.weight > best.weight ? name : best), { value: '', weight: 0 }).value;
  }
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
