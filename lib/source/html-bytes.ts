/** How far a page's own word on its encoding, and its first tag, are looked for. */
const HEAD_BYTES = 4096;

const FIRST_TAG =
  /^<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|base|table|div|p|h[1-6]|section|article|main|header|center|font|span|ul|ol|form|b|strong|a|br)\b/i;

/** Whether bytes are an HTML page or a piece of one, whatever their encoding. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD_BYTES);
  let text = new TextDecoder(wideEncoding(head) ?? 'utf-8').decode(head).trimStart();
  for (let comment = commentIn(text); comment > 0; comment = commentIn(text)) text = text.slice(comment).trimStart();
  return FIRST_TAG.test(text);
}

/** Length of the comment or XML declaration a text begins with; 0 where it begins with neither. */
function commentIn(text: string): number {
  const end = text.startsWith('<!--') ? '-->' : text.startsWith('<?xml') ? '>' : null;
  const at = end ? text.indexOf(end) : -1;
  return end && at >= 0 ? at + end.length : 0;
}

/**
 * The text of an HTML page. `contentType` is the server's word, such as `text/html; charset=gbk`. Bytes that can be UTF-8 are
 * UTF-8, whatever is declared: text in another encoding all but never can.
 */
export function decodeHtml(bytes: Uint8Array, contentType = ''): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    // A last character cut off by a broken transfer is no sign of another encoding.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
    const declared = otherDecoder(charsetOf(contentType)) ?? otherDecoder(metaCharset(head));
    if (declared) return declared.decode(bytes);
    const readings = ['gb18030', 'utf-8'].map(encoding => new TextDecoder(encoding).decode(bytes));
    return damage(readings[1]!) < damage(readings[0]!) ? readings[1]! : readings[0]!;
  }
}

/** UTF-16 by its mark, or by the empty half of its first characters. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0)) return 'utf-16be';
  return null;
}

function charsetOf(contentType: string): string | null {
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(contentType)?.[1] ?? null;
}

function metaCharset(head: string): string | null {
  for (const [tag] of head.matchAll(/<meta\b[^>]{0,500}>|<\?xml[^>]{0,200}>/gi)) {
    const charset = charsetOf(tag) ?? /encoding\s*=\s*["']([\w-]+)/i.exec(tag)?.[1];
    if (charset) return charset;
  }
  return null;
}

/** A decoder of what was declared; null for UTF-8, which the bytes are not, and for the defaults of servers that were never told. */
function otherDecoder(charset: string | null): TextDecoder | null {
  if (!charset || /^(?:utf-?8|iso-8859-1|latin-?1|us-ascii|ascii|windows-1252|utf-?16.*)$/i.test(charset)) return null;
  if (/^(?:gb|x-gbk|cp936|ms936|windows-936)/i.test(charset)) return new TextDecoder('gb18030');
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}

function damage(text: string): number {
  return text.split('\ufffd').length - 1;
}
