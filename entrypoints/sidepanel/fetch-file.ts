import { browser } from 'wxt/browser';
import { looksLikeHtml } from '../../lib/source/html-bytes.ts';
import { CheckFailure } from './check-failure.ts';

/** More than any disclosure; beyond it the panel would run out of memory. */
const MOST_BYTES = 200_000_000;

export interface FetchedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** From the address, decoded. */
  readonly name: string;
}

/** Fetches a file, or a page, as the tab itself would, with its cookies. Throws CheckFailure `not-fetched` or `too-large`. */
export async function fetchFile(
  url: string,
  signal: AbortSignal,
  wanted: 'file' | 'page' = 'file',
): Promise<FetchedFile> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetch(url, { credentials: 'include', signal });
    if (!response.ok) throw new CheckFailure('not-fetched');
    if (Number(response.headers.get('content-length')) > MOST_BYTES) throw new CheckFailure('too-large');
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof CheckFailure || signal.aborted) throw error;
    throw new CheckFailure('not-fetched', { cause: error });
  }
  // A page in its place is no file: many sites answer so to what they take for a machine.
  if (wanted === 'file' && looksLikeHtml(bytes)) throw new CheckFailure('not-fetched');
  return { bytes, name: nameOf(url) };
}

/** Asks the reader for access to a file's site, if there is none yet. Must be called straight from a click. */
export async function allowFetching(url: string): Promise<void> {
  const granted = await browser.permissions.request({ origins: [sitePattern(url)] });
  if (!granted) throw new CheckFailure('no-access');
}

/** The site of an address, as permissions name it: no browser but one takes ports. */
export function sitePattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || url;
  } catch {
    return last || url;
  }
}
