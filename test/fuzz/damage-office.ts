import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../generator/random.ts';
import { ANY_FILE, type Damage, replaced } from './damage.ts';

const ODD_VALUES = ['', '0', '-1', '1e9', '99999999999', 'NaN', 'x', 'A0', 'ZZZZ9999999', 'XFD1048576', '&bad;', '   '];

/** What is done to the XML of one part. */
const XML_DAMAGE: readonly Damage[] = [
  ...ANY_FILE,
  (xml, random) => replaced(xml, /="[^"]*"/g, random.pick([0.01, 0.2]), random, () => `="${random.pick(ODD_VALUES)}"`),
  (xml, random) =>
    replaced(xml, /<\/?[\w:]+/g, 0.05, random, () =>
      random.pick(['<row', '<c', '<v', '<si', '<t', '</c', '<w:p', '<w:tbl', '<w:tc']),
    ),
  (xml, random) => replaced(xml, />[^<]+</g, 0.3, random, () => `>${random.pick(ODD_VALUES)}<`),
  // As deep as a stack, wherever it begins.
  (xml, random) =>
    inserted(
      xml,
      random,
      random.pick(['<a>', '<w:tbl><w:tr><w:tc>', '<w:sdt><w:sdtContent>', '<si>']).repeat(random.int(100, 20_000)),
    ),
  // Cells merged over all of a sheet; columns hidden again and again.
  (xml, random) =>
    xml.replace('<mergeCells>', `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(random.int(1, 500))}`),
  (xml, random) =>
    xml.replace('<cols>', `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(random.int(1, 5_000))}`),
  // One text, which many cells show.
  (xml, random) => replaced(xml, /<t>[^<]+</g, 0.2, random, () => `<t>${'长'.repeat(random.int(1, 200_000))}<`),
  (xml, random) =>
    xml.replace('<sheetData>', `<sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(random.int(1, 20_000))}`),
  (xml, random) =>
    replaced(xml, /formatCode="[^"]*"/g, 0.5, random, () => `formatCode="${'#,##0;'.repeat(random.int(1, 5_000))}"`),
  (xml, random) => xml.replaceAll('w:ilvl w:val="0"', `w:ilvl w:val="${random.pick(ODD_VALUES)}"`),
  (xml, random) =>
    replaced(xml, /<w:tcPr>/g, 0.5, random, () => `<w:tcPr><w:gridSpan w:val="${random.pick(ODD_VALUES)}"/>`),
  // What unpacks to far more than it takes.
  (xml, random) => inserted(xml, random, random.pick([' ', '<c/>', '<!-- -->']).repeat(random.int(1, 25) * 1_000_000)),
];

/** A spreadsheet or text file damaged in one or two ways: its bytes, or what is packed into it. */
export function damagedOffice(file: string, random: Random): string {
  let damaged = file;
  for (let left = random.int(1, 2); left > 0; left--)
    damaged = random.chance(0.85) ? withinPackage(damaged, random) : random.pick(ANY_FILE)(damaged, random);
  return damaged;
}

function withinPackage(file: string, random: Random): string {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(Buffer.from(file, 'latin1'));
  } catch {
    return records(file, random);
  }
  const name = random.pick(Object.keys(parts));
  if (!name) return file;
  const xml = random.pick(XML_DAMAGE)(strFromU8(parts[name]!), random);
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(xml) })).toString('latin1');
}

/** The older formats are records with their lengths before them: single words of them are changed. */
function records(file: string, random: Random): string {
  const bytes = Buffer.from(file, 'latin1');
  if (bytes.length < 600) return file;
  for (let left = random.int(1, 40); left > 0; left--) {
    const at = random.chance(0.3) ? random.int(24, 510) : random.int(512, bytes.length - 4);
    if (at + 4 <= bytes.length)
      bytes.writeUInt16LE(
        random.pick([0, 1, 2, 0x3c, 0x85, 0xfc, 0xe5, 0x7d, 0x809, 0x0a, 0xff, 0xfffe, 0xffff]),
        at & ~1,
      );
  }
  return bytes.toString('latin1');
}

function inserted(text: string, random: Random, more: string): string {
  const at = random.int(0, text.length);
  return text.slice(0, at) + more + text.slice(at);
}
