import { looksLikeHtml } from '../source/html-bytes.ts';
import { isCompoundFile } from '../source/office/compound-file.ts';
import { UnreadableError } from './reading.ts';

const PDF_HEAD = /%PDF-/;
/** A PDF may begin with a few stray bytes; readers look this far. */
const HEAD_BYTES = 1024;
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What a file is by its bytes, whatever its name. Throws UnreadableError for what cannot be read. */
export function fileKindOf(bytes: Uint8Array): 'pdf' | 'html' | 'office' {
  if (bytes.length === 0) throw new UnreadableError('empty');
  // A zip file may hold a PDF, and its mark, near its beginning.
  if (isCompoundFile(bytes) || ZIP.every((byte, i) => bytes[i] === byte)) return 'office';
  if (PDF_HEAD.test(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)))) return 'pdf';
  if (looksLikeHtml(bytes)) return 'html';
  throw new UnreadableError('not-a-document');
}
