/** A site as a reader writes it, `www.example.edu.cn` or any address on it, as permissions name it; null where it is none. */
export function sitePatternOf(words: string): string | null {
  const address = words.trim().replace(/^(?!https?:\/\/)/i, 'https://');
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.test(host) ? `*://${host}/*` : null;
}

/** The site a pattern names, for the reader; null for one that names more than a site. */
export function siteNameOf(pattern: string): string | null {
  return /^[^:]+:\/\/([^/*]+)\//.exec(pattern)?.[1] ?? null;
}
