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

/** The documents whose own text holds these words; more come in while the library is looked through. */
export function useTextSearch(library: Archive, words: readonly string[]): ReadonlySet<string> {
  const [found, setFound] = useState<ReadonlySet<string>>(NONE);
  const key = useMemo(() => words.join(' '), [words]);
  useEffect(() => {
    setFound(NONE);
    if (key === '') return;
    const search = new AbortController();
    const look = async () => {
      for await (const batch of library.holding(key.split(' '), search.signal))
        if (batch.length > 0 && !search.signal.aborted) setFound(before => new Set([...before, ...batch]));
    };
    // While the reader is typing, nothing is looked through.
    const timer = setTimeout(() => void look().catch(() => {}), TYPING_MS);
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [library, key]);
  return found;
}

const NONE: ReadonlySet<string> = new Set();
const TYPING_MS = 250;
