import { elementOf, elementsOf, isOn, parseXml, propertyOf, type XmlElement } from './xml.ts';

/** Which list a paragraph belongs to, and at which level, from 0. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` with the numbers of the levels to be filled in. */
  readonly pattern: string;
  readonly suffix: string;
  readonly allDecimal: boolean;
}

interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** Lists of one make count on together. */
  readonly counters: (number | undefined)[];
}

/** The levels that lists have. */
const LEVELS: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]);
const LONGEST_PATTERN = 100;

const WIDE = /[\u2e80-\u9fff\uff00-\uffef]$/;

/** The numbers that a text file prints before its paragraphs without holding them as text. Counts as it is asked. */
export class WordNumbering {
  readonly #lists = new Map<string, List>();

  /** `xml` is the part that describes the lists; null where there is none. */
  constructor(xml: string | null) {
    const root = xml === null ? undefined : parseXml(xml);
    const makes = new Map<string | undefined, { levels: Map<number, Level>; counters: (number | undefined)[] }>();
    for (const make of elementsOf(root, 'abstractNum'))
      makes.set(make.attributes.get('abstractNumId'), { levels: levelsIn(elementsOf(make, 'lvl')), counters: [] });
    for (const list of elementsOf(root, 'num')) {
      const make = makes.get(propertyOf(list, 'abstractNumId'));
      if (!make) continue;
      const overrides = elementsOf(list, 'lvlOverride');
      const levels = new Map(make.levels);
      for (const override of overrides) {
        const number = Number(override.attributes.get('ilvl') ?? 0);
        const known = levelsIn(elementsOf(override, 'lvl')).get(number) ?? levels.get(number);
        const start = propertyOf(override, 'startOverride');
        if (known) levels.set(number, start === undefined ? known : { ...known, start: Number(start) });
      }
      const startsAnew = overrides.some(override => elementOf(override, 'startOverride'));
      this.#lists.set(list.attributes.get('numId') ?? '', {
        levels,
        counters: startsAnew ? [] : make.counters,
      });
    }
  }

  /** What is printed before the next paragraph of a list; empty for a bullet. */
  next({ list: id, level }: ListPlace): string {
    const list = this.#lists.get(id);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const { counters, levels } = list;
    counters.length = level + 1;
    for (let i = 0; i < level; i++) counters[i] ??= levels.get(i)?.start ?? 1;
    const before = counters[level];
    counters[level] = before === undefined ? own.start : before + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    const label = own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return counted(counters[at] ?? 1, own.allDecimal ? 'decimal' : (levels.get(at)?.format ?? 'decimal'));
    });
    return own.suffix === 'nothing' || label === '' || WIDE.test(label) ? label : `${label} `;
  }
}

function levelsIn(elements: readonly XmlElement[]): Map<number, Level> {
  const numbered = elements.map(level => ({ level, number: Number(level.attributes.get('ilvl') ?? 0) }));
  return new Map(
    numbered
      .filter(({ number }) => LEVELS.has(number))
      .map(({ level, number }) => [
        number,
        {
          start: Number(propertyOf(level, 'start') ?? 1),
          format: propertyOf(level, 'numFmt') ?? 'decimal',
          pattern: (propertyOf(level, 'lvlText') ?? '').slice(0, LONGEST_PATTERN),
          suffix: propertyOf(level, 'suff') ?? 'tab',
          allDecimal: isOn(level, 'isLgl'),
        },
      ]),
  );
}

/** A count in the digits or letters of a format; formats that are not known come in plain digits. */
function counted(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return inWords(n, '零一二三四五六七八九', '十百千');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return inWords(n, '零壹贰叁肆伍陆柒捌玖', '拾佰仟');
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(n)].map(digit => '〇一二三四五六七八九'[Number(digit)]).join('');
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(n)].map(digit => '０１２３４５６７８９'[Number(digit)]).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : String(n);
    case 'decimalEnclosedParen':
      return `(${n})`;
    case 'decimalEnclosedFullstop':
      return `${n}.`;
    case 'upperLetter':
      return letters(n);
    case 'lowerLetter':
      return letters(n).toLowerCase();
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'bullet':
    case 'none':
      return '';
    default:
      return String(n);
  }
}

/** 十二, 一百零三: as numbers below ten thousand are said. */
function inWords(n: number, digits: string, ranks: string): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) return String(n);
  let words = '';
  const figures = [...String(n)].map(Number);
  figures.forEach((digit, i) => {
    const rank = figures.length - 1 - i;
    if (digit > 0) words += digits[digit]! + (rank > 0 ? ranks[rank - 1]! : '');
    else if (figures.slice(i + 1).some(Boolean) && !words.endsWith(digits[0]!)) words += digits[0]!;
  });
  return n < 20 && n > 9 ? words.slice(1) : words;
}

function letters(n: number): string {
  return n >= 1 && n <= 780 ? String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26)) : String(n);
}

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  const ranks: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = n;
  let text = '';
  for (const [value, sign] of ranks) for (; left >= value; left -= value) text += sign;
  return text;
}
