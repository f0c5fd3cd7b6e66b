import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface WhenNearProps {
  /** About how much room it will take, in pixels. */
  readonly height: number;
  /** It is asked for by name and cannot wait. */
  readonly atOnce: boolean;
  readonly children: () => ComponentChild;
}

/** Draws what is large only when it comes near what can be seen, one such thing after the other, so that the panel answers meanwhile. */
export function WhenNear({ height, atOnce, children }: WhenNearProps) {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(atOnce || typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (atOnce) setDrawn(true);
  }, [atOnce]);
  useEffect(() => {
    if (drawn) return;
    let giveUp = () => {};
    const observer = new IntersectionObserver(
      entries => {
        giveUp();
        if (entries.at(-1)!.isIntersecting) giveUp = inTurn(() => setDrawn(true));
      },
      { rootMargin: '100% 0px' },
    );
    observer.observe(place.current!);
    return () => {
      giveUp();
      observer.disconnect();
    };
  }, [drawn]);
  return drawn ? children() : <div ref={place} style={{ height: `${height}px` }} />;
}

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** One piece of work in each task of the page; returns how to give it up before its turn. */
function inTurn(work: () => void): () => void {
  waiting.add(work);
  if (timer === undefined) timer = setTimeout(next);
  return () => void waiting.delete(work);
}

function next(): void {
  timer = undefined;
  const [work] = waiting;
  if (!work) return;
  waiting.delete(work);
  work();
  if (waiting.size > 0) timer = setTimeout(next);
}
