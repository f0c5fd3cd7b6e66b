import type { AccountNames } from './subjects.ts';

/** An account named by its levels in a text, `社会保障和就业支出(类)人力资源…(款)事业运行(项)`, and where it stands. */
export interface NamedAccount {
  readonly names: AccountNames;
  readonly start: number;
  readonly end: number;
}

type Level = '类' | '款' | '项';

/** `(类)`, also with the code before the mark or in its place: `(204类)`, `(06款)`, `(2050202)`. */
const LEVEL_MARK = /\((?:(\d{2,7})?([类款项])|(\d{3}|\d{5}|\d{7}))\)/g;
/** `2080501-行政单位离退休`: the code of an item before its name. */
const CODE_BEFORE = /(?<![\d.,])(\d{7})[-:、]?(?=[一-龥])/g;

interface Named {
  readonly names: Record<Level, string | null>;
  code: string;
  readonly start: number;
  end: number;
  /** The deepest level named so far. */
  level: Level;
}

/** Accounts that text[from, to) names with level marks or codes, in order. */
export function accountsIn(text: string, from: number, to: number): NamedAccount[] {
  const words = text.slice(from, to);
  const coded = codedIn(words, from);
  return coded.length > 0 ? coded : markedIn(text, words, from);
}

function markedIn(text: string, words: string, from: number): NamedAccount[] {
  const accounts: NamedAccount[] = [];
  let open: Named | null = null;
  let after = from;
  for (const match of words.matchAll(LEVEL_MARK)) {
    const at = from + match.index;
    const code = match[1] ?? match[3] ?? '';
    const level = (match[2] as Level | undefined) ?? levelOfCode(code);
    const { name, start } = nameBefore(text, after, at);
    after = at + match[0].length;
    if (name === '') continue;
    const goesOn = open !== null && level !== '类' && open.names[level] === null && open.end >= start - 3;
    if (!goesOn) {
      if (open) accounts.push(closed(open));
      open = { names: { 类: null, 款: null, 项: null }, code: '', start, end: after, level };
    }
    open!.names[level] = name;
    open!.code = joined(open!.code, code);
    open!.level = level;
    open!.end = after;
  }
  if (open) accounts.push(closed(open));
  return accounts;
}

function levelOfCode(code: string): Level {
  return code.length === 3 ? '类' : code.length === 5 ? '款' : '项';
}

/** 204, 06, 01 are parts of one code; a whole code at a level stands for itself. */
function joined(before: string, code: string): string {
  return code.length > 3 || before === '' ? code : before + code;
}

function closed({ names, code, start, end, level }: Named): NamedAccount {
  const length = { 类: 3, 款: 5, 项: 7 }[level];
  return {
    names: {
      functionClass: names.类,
      functionSection: names.款,
      functionItem: names.项,
      ...(code.length === length && { code }),
    },
    start,
    end,
  };
}

function codedIn(words: string, from: number): NamedAccount[] {
  return [...words.matchAll(CODE_BEFORE)].flatMap(match => {
    const nameStart = match.index + match[0].length;
    const name = /^[^\d。,;:(]{2,30}?(?=(?:20\d{2}年|年初|预算数?|决算数?|安排|共|为)|[\d。,;:(]|$)/.exec(
      words.slice(nameStart, nameStart + 32),
    );
    if (!name) return [];
    return {
      names: { functionClass: null, functionSection: null, functionItem: name[0], code: match[1]! },
      start: from + match.index,
      end: from + nameStart + name[0].length,
    };
  });
}

/** The name that ends at `at`: back to a separator, without an ordinal (① is a digit, folded) and without the level word before it. */
function nameBefore(text: string, from: number, at: number): { name: string; start: number } {
  let start = at;
  let depth = 0;
  while (start > from && at - start < LONGEST_NAME) {
    const char = text[start - 1]!;
    if (char === ')') depth++;
    else if (char === '(') {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && /[。;:,!?]/.test(char)) break;
    start--;
  }
  const raw = text.slice(start, at);
  const lead =
    /^(?:支出(?=.{2,}))?["、\s-]*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]+|\([一二三四五六七八九十\d]{1,3}\)、?)*(?:\d{1,2}(?=[一-龥]))?["\s]*/.exec(
      raw,
    )![0];
  return { name: raw.slice(lead.length).replace(/"/g, ''), start: start + lead.length };
}

const LONGEST_NAME = 80;
