import { JSDOM, VirtualConsole } from 'jsdom';
import { readHtml } from '../reading/read-html.ts';
import { readPdf } from '../reading/read-pdf.ts';
import { type Reading, UnreadableError } from '../reading/reading.ts';
import { decodeHtml, looksLikeHtml } from '../source/html-bytes.ts';

const PDF_HEAD = /%PDF-/;
/** A PDF may begin with a few stray bytes; readers look this far. */
const HEAD_BYTES = 1024;
/** OLE compound files: .doc, .xls, .wps, .et of the older kind. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads the bytes of a file by what they are, whatever its name. Scripts of a page are never run. */
export async function readFileBytes(bytes: Uint8Array): Promise<Reading> {
  if (bytes.length === 0) throw new UnreadableError('empty');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  if (PDF_HEAD.test(head)) return readPdf(bytes, {});
  if (OLE.every((byte, i) => bytes[i] === byte)) throw new UnreadableError('legacy-office');
  if (looksLikeHtml(bytes)) {
    // A console of its own: jsdom's complaints about a page's styles are of no use to the reader.
    const { window } = new JSDOM(decodeHtml(bytes), { virtualConsole: new VirtualConsole() });
    try {
      return readHtml(window.document);
    } finally {
      window.close();
    }
  }
  throw new UnreadableError('not-a-document');
}
