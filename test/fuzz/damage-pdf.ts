import { deflateSync, inflateSync } from 'node:zlib';
import type { Random } from '../generator/random.ts';
import { ANY_FILE, type Damage, replaced } from './damage.ts';

const ODD_NUMBERS = [
  '0',
  '-1',
  '1',
  '65536',
  '2147483648',
  '-99999999999',
  '1e9',
  '0.0000001',
  '99999999999999999999',
  '--5',
  '.',
  'NaN',
];

const PDF_ONLY: readonly Damage[] = [
  // Lengths of streams that are not so.
  (file, random) => replaced(file, /\/Length \d+/g, share(random), random, () => `/Length ${random.pick(ODD_NUMBERS)}`),
  // References to other objects, or to the object itself.
  (file, random) => replaced(file, /\d+ 0 R/g, share(random), random, () => `${random.int(0, 720)} 0 R`),
  // Numbers of the structure.
  (file, random) =>
    replaced(file, /(?<= )-?\d+(?:\.\d+)?(?=[\s\]/>])/g, share(random), random, () => random.pick(ODD_NUMBERS)),
  // Names.
  (file, random) => replaced(file, /\/[A-Z][A-Za-z0-9]+/g, share(random), random, () => random.pick(NAMES)),
  // The instructions of pages and glyphs, which are compressed.
  (file, random) => eachStream(file, share(random), random, text => mangled(text, random)),
  // The same stream in place of another.
  (file, random) => {
    const streams = [...file.matchAll(STREAM)].map(match => match[0]);
    if (streams.length === 0) return file;
    return replaced(file, STREAM, share(random), random, () => random.pick(streams));
  },
  (file, random) => eachStream(file, 0.02, random, text => nested(text, random)),
  // Pages of no size, of any size, and turned.
  (file, random) =>
    file.replace(
      /\/MediaBox ?\[[^\]]*\]/g,
      () =>
        `/MediaBox [${random.pick(['0 0 0 0', '0 0 1e9 1e9', '600 800 0 0', '-1e30 0 1e30 1', '0 0 NaN 800', '0 0 0.001 0.001'])}] /Rotate ${random.pick(['0', '45', '90', '-270', '1e9'])} /UserUnit ${random.pick(['1', '0', '1e6'])}`,
    ),
  (file, random) => matrices(file, random),
  (file, random) => selfCalling(file, random),
  (file, random) => inflating(file, random),
];

/** Coordinates that no page has. */
function matrices(file: string, random: Random): string {
  const odd = () => random.pick(['0', '-0', '1e30', '-1e30', '1e-30', '99999999999999999999', 'NaN', '1']);
  return eachStream(file, 0.5, random, text =>
    text.replace(/[\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ (?=cm|Tm)/g, matrix =>
      random.chance(0.2) ? `${odd()} ${odd()} ${odd()} ${odd()} ${odd()} ${odd()} ` : matrix,
    ),
  );
}

/** A form that paints itself, from every page. */
function selfCalling(file: string, random: Random): string {
  const calls = '/Fx0 Do '.repeat(random.int(1, 50));
  const form = `9000 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /Fx0 9000 0 R >> >> /Length ${calls.length} >>\nstream\n${calls}\nendstream\nendobj\n`;
  const named = file.replaceAll('/Resources <<', '/Resources << /XObject << /Fx0 9000 0 R >> ');
  const painted = eachStream(named, 0.5, random, text => `${text}\n${calls}`);
  return painted.replace(/(?=\nxref|\ntrailer|$)/, `\n${form}`);
}

/** A page whose instructions unpack to far more than they take. */
function inflating(file: string, random: Random): string {
  const content = random
    .pick([' ', '0 0 m 1 1 l S ', 'q Q ', 'BT ET '])
    .repeat(random.pick([10_000, 200_000]) * random.int(1, 4));
  const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  let isDone = false;
  return file.replace(/\/Length \d+\s*>>\s*stream\r?\n[\s\S]*?endstream/g, stream => {
    if (isDone || random.chance(0.5)) return stream;
    isDone = true;
    return `/Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
  });
}

const NAMES =
  '/Type /Page /Pages /Font /Type0 /Type3 /Kids /Parent /Contents /Resources /XObject /Form /Image /FlateDecode /LZWDecode /ASCII85Decode /DCTDecode /JBIG2Decode /Identity-H /UniGB-UCS2-H /ToUnicode /W /Encrypt /MediaBox /Rotate'.split(
    ' ',
  );

const STREAM = /stream\r?\n[\s\S]*?endstream/g;

/** A PDF damaged in one to three ways. */
export function damagedPdf(file: string, random: Random): string {
  let damaged = file;
  for (let left = random.int(1, 3); left > 0; left--)
    damaged = random.pick([...ANY_FILE, ...PDF_ONLY])(damaged, random);
  // Most readers and servers keep the head; without it the file is none.
  return random.chance(0.9) && !damaged.startsWith('%PDF-') ? `%PDF-1.4\n${damaged}` : damaged;
}

function share(random: Random): number {
  return random.pick([0.002, 0.02, 0.2]);
}

/** Changes what compressed streams (those that can be read) and plain ones hold. */
function eachStream(file: string, probability: number, random: Random, change: (text: string) => string): string {
  return replaced(file, STREAM, probability, random, stream => {
    const head = /^stream\r?\n/.exec(stream)![0];
    const body = stream.slice(head.length, stream.lastIndexOf('\n'));
    try {
      const inflated = inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      return `${head}${deflateSync(Buffer.from(change(inflated), 'latin1')).toString('latin1')}\nendstream`;
    } catch {
      return `${head}${change(body)}\nendstream`;
    }
  });
}

function mangled(text: string, random: Random): string {
  return random.pick([
    () => replaced(text, /-?\d+(?:\.\d+)?/g, 0.1, random, () => random.pick(ODD_NUMBERS)),
    () =>
      replaced(text, /\b(?:Tj|TJ|Tm|Tf|Td|re|m|l|c|f|S|W|n|q|Q|cm|gs|BT|ET|Do)\b/g, 0.1, random, () =>
        random.pick([
          'Tj',
          'TJ',
          'Tm',
          'Tf',
          're',
          'l',
          'c',
          'h',
          'q',
          'Q',
          'cm',
          'gs',
          'BT',
          'BI',
          'W',
          'f',
          'B*',
          'Tz',
          'Ts',
        ]),
      ),
    () =>
      replaced(
        text,
        /<[0-9A-Fa-f]+>/g,
        0.2,
        random,
        () => `<${random.int(0, 0xffff).toString(16)}${random.chance(0.3) ? 'zz' : ''}>`,
      ),
    () => text.repeat(random.int(2, 5)),
    () => random.pick(ANY_FILE)(text, random),
  ])();
}

function nested(text: string, random: Random): string {
  const depth = random.int(1_000, 20_000);
  return random.pick([
    () => 'q '.repeat(depth) + text,
    () => text + 'Q '.repeat(depth),
    () => `${'['.repeat(depth)} ${text}`,
    () => `${'<<'.repeat(depth)} ${text}`,
    () => `${'1 0 0 1 1 1 cm '.repeat(depth)}${text}`,
    () => `${'0 0 1 1 re W n '.repeat(depth)}${text}`,
    () => `${text}\n0 0 m ${'1 1 l 9 9 l '.repeat(depth)} S`,
  ])();
}
