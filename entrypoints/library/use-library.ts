import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Archive } from '../../lib/archive/archive.ts';
import { ArchiveError, type ArchiveFailure } from '../../lib/archive/archive-error.ts';
import { type Body, bodiesOf } from '../../lib/archive/bodies.ts';
import type { Entry } from '../../lib/archive/entry.ts';
import type { Naming } from '../../lib/archive/naming.ts';

/** What the library holds; it follows every change. */
export type LibraryContents =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly reason: ArchiveFailure }
  | {
      readonly state: 'open';
      readonly entries: readonly Entry[];
      readonly bodies: readonly Body[];
      readonly namings: readonly Naming[];
    };

export function useLibrary(library: Archive): LibraryContents {
  const [contents, setContents] = useState<LibraryContents>({ state: 'loading' });
  useEffect(() => {
    const load = async () => {
      try {
        const [entries, namings] = await Promise.all([library.entries(), library.namings()]);
        setContents({ state: 'open', entries, namings, bodies: bodiesOf(entries, namings) });
      } catch (error) {
        setContents({ state: 'failed', reason: error instanceof ArchiveError ? error.reason : 'failed' });
      }
    };
    void load();
    return library.watch(() => void load());
  }, [library]);
  return contents;
}

/** The documents whose own text holds the words looked for. */
export interface TextSearch {
  readonly found: ReadonlySet<string>;
  /** More may come in. */
  readonly isGoing: boolean;
}

/** Looks through the texts of the library for words, first through those of the documents that are listed first. */
export function useTextSearch(library: Archive, words: readonly string[], bodies: readonly Body[]): TextSearch {
  const [result, setResult] = useState<TextSearch>(NOTHING);
  const key = useMemo(() => words.join(' '), [words]);
  useEffect(() => {
    setResult({ found: NOTHING.found, isGoing: key !== '' });
    if (key === '') return;
    const search = new AbortController();
    const look = async () => {
      const listed = bodies.flatMap(({ documents }) => documents.map(({ entry }) => entry.sha256));
      const found = new Set<string>();
      // What is listed is worked out anew with every result: the more there is, the seldomer.
      let next = 1;
      for await (const batch of library.holding(key.split(' '), search.signal, listed)) {
        if (search.signal.aborted) return;
        for (const sha256 of batch) found.add(sha256);
        if (found.size < next) continue;
        next = 3 * found.size;
        setResult({ found: new Set(found), isGoing: true });
      }
      if (!search.signal.aborted) setResult({ found, isGoing: false });
    };
    // While the reader is typing, nothing is looked through.
    const timer = setTimeout(() => void look().catch(() => setResult(NOTHING)), TYPING_MS);
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [library, key, bodies]);
  return result;
}

const NOTHING: TextSearch = { found: new Set(), isGoing: false };
const TYPING_MS = 250;
