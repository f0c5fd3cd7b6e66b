import type { AnchoredText } from '../anchors/anchor.ts';
import { TextCollector } from './html-collector.ts';
import { type IsHidden, isFurniture, isInline } from './html-elements.ts';
import type { Selectors } from './html-selector.ts';
import { walk } from './html-walk.ts';

/** All that is written in an element as one line. */
export function textOfElement(element: Element, selectors: Selectors, isHidden: IsHidden): AnchoredText {
  const collector = new TextCollector();
  walk(element, {
    enter(inner, position) {
      if (isHidden(inner) || isFurniture(inner)) return false;
      if (!isInline(inner)) collector.break(position);
      return true;
    },
    leave(inner, position) {
      if (!isInline(inner)) collector.break(position);
    },
    text: (data, position) => collector.add(data, position),
  });
  const { text, offsets } = collector.take();
  return { text, anchor: { kind: 'html', selector: selectors.of(element), offsets } };
}
