import { JSDOM, VirtualConsole } from 'jsdom';
import { fileKindOf } from '../reading/file-kind.ts';
import { readHtml } from '../reading/read-html.ts';
import { readOffice } from '../reading/read-office.ts';
import { readPdf } from '../reading/read-pdf.ts';
import { type Reading, UnreadableError } from '../reading/reading.ts';
import { decodeHtml } from '../source/html-bytes.ts';
import { isNestedBeyondReason } from '../source/html-nesting.ts';

/** Reads the bytes of a file by what they are, whatever its name. Scripts of a page are never run. */
export async function readFileBytes(bytes: Uint8Array): Promise<Reading> {
  switch (fileKindOf(bytes)) {
    case 'pdf':
      return readPdf(bytes, {});
    case 'office':
      return readOffice(bytes);
    case 'html': {
      const html = decodeHtml(bytes);
      if (isNestedBeyondReason(html)) throw new UnreadableError('damaged');
      // A console of its own: jsdom's complaints about a page's styles are of no use to the reader.
      const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
      try {
        return readHtml(window.document);
      } finally {
        window.close();
      }
    }
  }
}
