import { useEffect, useRef, useState } from 'preact/hooks';
import { findText } from './find-text.ts';
import { highlightFound } from './found-highlights.ts';
import type { OpenPage } from './open-pdf.ts';

/** A place where the words stand: the nth on its page, both told from the page's text. */
interface Hit {
  readonly page: number;
  readonly nth: number;
}

export interface Find {
  readonly words: string;
  readonly hits: number;
  /** Counted from 0; −1 before any was gone to. */
  readonly current: number;
  look(words: string): void;
  step(direction: 1 | -1): void;
}

/** Looks for words on all pages, painted or not, and leads from one to the next. */
export function useFind(
  pages: readonly OpenPage[],
  list: { readonly current: HTMLElement | null },
  goToPage: (page: number) => void,
): Find {
  const [words, look] = useState('');
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [current, setCurrent] = useState(-1);
  /** The hit whose page is not painted yet, to be scrolled to when it is. */
  const awaited = useRef<Hit | null>(null);

  useEffect(() => {
    let stopped = false;
    setHits([]);
    setCurrent(-1);
    void (async () => {
      const found: Hit[] = [];
      for (const page of words === '' ? [] : pages) {
        const places = findText(await page.text(), words);
        if (stopped) return;
        found.push(...places.map((_, nth) => ({ page: page.number, nth })));
      }
      setHits(found);
    })();
    return () => {
      stopped = true;
    };
  }, [pages, words]);

  useEffect(() => {
    const hit = hits[current] ?? null;
    const draw = () => {
      const range = highlightFound(list.current?.children ?? [], words, hit);
      if (!range || awaited.current !== hit || !hit) return;
      awaited.current = null;
      const { top, bottom } = range.getBoundingClientRect();
      if (top < innerHeight * 0.15 || bottom > innerHeight * 0.9) scrollBy({ top: top - innerHeight / 3 });
    };
    draw();
    // Pages are painted as they come near.
    const observer = new MutationObserver(draw);
    if (words !== '') observer.observe(list.current!, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [words, hits, current, list]);

  const step = (direction: 1 | -1) => {
    if (hits.length === 0) return;
    const next = (Math.max(current, direction === 1 ? -1 : 0) + direction + hits.length) % hits.length;
    const hit = hits[next]!;
    awaited.current = hit;
    setCurrent(next);
    if (!isPainted(list.current, hit.page)) goToPage(hit.page);
  };
  return { words, hits: hits.length, current, look, step };
}

function isPainted(list: HTMLElement | null, page: number): boolean {
  return Boolean(list?.children[page - 1]?.querySelector('.pdf-text')?.firstChild);
}
