import { useEffect, useState } from 'preact/hooks';

/** Whether an element is within one window height of what can be seen. */
export function useNearWindow(element: { readonly current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(entries => setNear(entries.at(-1)!.isIntersecting), {
      rootMargin: '100% 0px',
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
