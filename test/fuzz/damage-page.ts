import type { Random } from '../generator/random.ts';
import { ANY_FILE, type Damage, replaced } from './damage.ts';

const SPANS = ['0', '-3', '2', '7', '400', '65534', '1000000000', '9'.repeat(40), '1e9', 'x', ''];
const OPENINGS = [
  '<div>',
  '<table>',
  '<table><tr><td>',
  '<b>',
  '<span>',
  '<ul><li>',
  '<p>',
  '<h2>',
  '<font>',
  '<select><option>',
  '<svg>',
  '<math><mi>',
  '<template>',
  '<section>',
  '<a href=x>',
];
const ODD_TEXTS = [
  '\0',
  '\ufeff',
  '\u202e',
  '\u200b',
  '\ud83d\ude00',
  '\u0301'.repeat(200),
  '\ufdfa',
  '⺀⼀',
  '㊀',
  '\u0000\u0001\u0002',
  '０１２',
  '&#x110000;',
  '&#0;',
  '&nbsp;',
];

const PAGE_ONLY: readonly Damage[] = [
  (file, random) =>
    replaced(
      file,
      /<t[dh]/g,
      share(random),
      random,
      tag => `${tag} ${random.pick(['colspan', 'rowspan'])}="${random.pick(SPANS)}"`,
    ),
  // End tags left out, and tags in places of their own.
  (file, random) => replaced(file, /<\/\w+>/g, share(random), random, () => ''),
  (file, random) => replaced(file, /<\w+[^>]*>/g, share(random), random, () => random.pick(OPENINGS)),
  (file, random) => inserted(file, random, random.pick(OPENINGS).repeat(random.int(1, 600))),
  (file, random) => inserted(file, random, '</div>'.repeat(random.int(1, 600))),
  (file, random) => replaced(file, /\d+(?:\.\d+)?/g, share(random), random, digits => oddNumber(digits, random)),
  (file, random) =>
    replaced(file, /(?<=>)[^<]/g, share(random), random, char => bytesOf(random.pick(ODD_TEXTS)) + char),
  (file, random) =>
    replaced(file, /<(?=\w)/g, share(random), random, () =>
      random.pick(['<!--', '<![CDATA[', '&lt;', '<script>', '<style>', '<textarea>', '<plaintext>']),
    ),
  (file, random) =>
    replaced(
      file,
      /<(?:p|td|tr|table|div|span)/g,
      share(random),
      random,
      tag =>
        `${tag} ${random.pick(['hidden', 'style="display:none"', 'id=a', 'id="1"', 'style="', 'role=presentation', 'class=nav'])}`,
    ),
  // All in one line; no line at all.
  (file, random) => file.replace(/\n/g, random.pick(['', '\r', '\0', ' '.repeat(50)])),
  (file, random) =>
    inserted(
      file,
      random,
      bytesOf(random.pick(['，', '（', '1,', '万元', ' ', '一、', '增加', '《', '2024年', '=', '%'])).repeat(
        random.int(1, 50_000),
      ),
    ),
  (file, random) =>
    Buffer.from(Buffer.from(file, 'latin1').toString('utf8'), random.pick(['utf16le', 'latin1'])).toString('latin1'),
  (file, random) =>
    replaced(
      file,
      /charset="?[\w-]+/g,
      1,
      random,
      () => `charset="${random.pick(['gbk', 'utf-16', 'nonsense', 'shift_jis', 'utf-7'])}`,
    ),
  // Cells change places.
  (file, random) => {
    const cells = [...file.matchAll(/<t[dh][^>]*>[^<]*/g)].map(match => match[0]);
    return cells.length === 0
      ? file
      : replaced(file, /<t[dh][^>]*>[^<]*/g, share(random), random, () => random.pick(cells));
  },
  (file, random) => {
    const paragraphs = [...file.matchAll(/<p[^>]*>[^<]*/g)].map(match => match[0]);
    return paragraphs.length === 0
      ? file
      : replaced(file, /<p[^>]*>[^<]*/g, share(random), random, () => random.pick(paragraphs));
  },
];

/** An HTML page damaged in one to three ways. */
export function damagedPage(file: string, random: Random): string {
  let damaged = file;
  for (let left = random.int(1, 3); left > 0; left--)
    damaged = random.pick([...ANY_FILE, ...PAGE_ONLY])(damaged, random);
  return damaged;
}

function share(random: Random): number {
  return random.pick([0.002, 0.02, 0.2]);
}

function inserted(file: string, random: Random, text: string): string {
  const at = random.int(0, file.length);
  return file.slice(0, at) + text + file.slice(at);
}

function oddNumber(digits: string, random: Random): string {
  return random.pick([
    () => '9'.repeat(random.int(20, 5_000)),
    () => `-${digits}`,
    () => `${digits}.${'0'.repeat(random.int(10, 400))}1`,
    () => `${digits},${digits},${digits}`,
    () => `${digits}.${digits}.${digits}`,
    () => `(${digits})`,
    () => `${digits}e${digits}`,
    () => `0`,
    () => [...digits].join(' '),
  ])();
}

/** The text as UTF-8, one character a byte. */
function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
