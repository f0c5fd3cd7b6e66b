import { looksLikeHtml } from '../source/html-bytes.ts';
import { UnreadableError } from './reading.ts';

const PDF_HEAD = /%PDF-/;
/** A PDF may begin with a few stray bytes; readers look this far. */
const HEAD_BYTES = 1024;
/** OLE compound files: .doc, .xls, .wps, .et of the older kind. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** What a file is by its bytes, whatever its name. Throws UnreadableError for what cannot be read. */
export function fileKindOf(bytes: Uint8Array): 'pdf' | 'html' {
  if (bytes.length === 0) throw new UnreadableError('empty');
  if (PDF_HEAD.test(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)))) return 'pdf';
  if (OLE.every((byte, i) => bytes[i] === byte)) throw new UnreadableError('legacy-office');
  if (looksLikeHtml(bytes)) return 'html';
  throw new UnreadableError('not-a-document');
}
