/** Brings a place to the middle of the window, in whatever scrolling parts of the page it lies. */
export function scrollToRange(range: Range): void {
  const node = range.startContainer;
  const element = node instanceof Element ? node : node.parentElement;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  element?.scrollIntoView({ block: 'center', inline: 'center', behavior });
  const { height } = element?.getBoundingClientRect() ?? { height: 0 };
  // In a paragraph taller than the window its middle is not the place itself.
  if (height > innerHeight) {
    const { top } = range.getBoundingClientRect();
    scrollTo({ top: scrollY + top - innerHeight / 2, behavior });
  }
}
