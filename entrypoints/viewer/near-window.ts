import { useEffect, useState } from 'preact/hooks';

/** What flies past faster than this is not worth its drawing, in ms. */
const PASSING = 100;

/** Whether an element is within one window height of what can be seen, and stays there. */
export function useNearWindow(element: { readonly current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      entries => {
        clearTimeout(waiting);
        if (entries.at(-1)!.isIntersecting) waiting = setTimeout(setNear, PASSING, true);
        else setNear(false);
      },
      { rootMargin: '100% 0px' },
    );
    observer.observe(element.current!);
    return () => {
      clearTimeout(waiting);
      observer.disconnect();
    };
  }, [element]);
  return near;
}
