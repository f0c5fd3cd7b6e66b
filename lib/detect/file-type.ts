export type FileType = 'pdf' | 'html' | 'xls' | 'xlsx' | 'doc' | 'docx';

const EXTENSION = /\.(pdf|xlsx?|docx?|s?html?|jhtml|aspx?|jspx?|php)$/i;
const PAGE = /^(?:s?html?|jhtml|aspx?|jspx?|php)$/;

/** What an address leads to by its ending, that of a file it names in its query, or that of its words; null for what is no document. */
export function fileTypeOf(url: URL, words: string): FileType | null {
  if (!/^(?:https?|file):$/.test(url.protocol)) return null;
  const path = extensionOf(url.pathname);
  if (path && !PAGE.test(path)) return path as FileType;
  // Download scripts name the file in their query, or only in the words of the link.
  for (const named of [...queryValues(url), words.trim()]) {
    const extension = extensionOf(named);
    if (extension && !PAGE.test(extension)) return extension as FileType;
  }
  const last = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  return path || !/\.[a-z]\w{0,4}$/i.test(last) ? 'html' : null;
}

/** The PDF that a viewer's address asks it to show, such as `viewer.html?file=…`; null where it is no viewer of one. */
export function viewedPdf(viewer: URL): URL | null {
  for (const [name, value] of new URLSearchParams(viewer.search || viewer.hash.replace(/^#\??/, '?'))) {
    const isPdf =
      extensionOf(withoutQuery(value)) === 'pdf' || (name === 'file' && /viewer\.html$/i.test(viewer.pathname));
    const url = isPdf && value ? addressOf(value, viewer.href) : null;
    if (url && /^(?:https?|file):$/.test(url.protocol)) return url;
  }
  return null;
}

/** A whole address; null where the text is none. */
export function addressOf(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** Last part of an address's path as a person would write it. */
export function fileNameOf(url: URL): string {
  return decoded(url.pathname.slice(url.pathname.lastIndexOf('/') + 1));
}

function extensionOf(name: string): string | null {
  return EXTENSION.exec(name)?.[1]?.toLowerCase() ?? null;
}

function queryValues(url: URL): string[] {
  return url.search ? [...url.searchParams.values()] : [];
}

function withoutQuery(value: string): string {
  return value.replace(/[?#].*$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
