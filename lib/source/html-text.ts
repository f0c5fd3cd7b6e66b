import type { AnchoredText } from '../anchors/anchor.ts';
import { TextCollector } from './html-collector.ts';
import { isFurniture, isInline, valueShown } from './html-elements.ts';
import type { Looks } from './html-looks.ts';
import type { Selectors } from './html-selector.ts';
import { walk } from './html-walk.ts';

/** All that is written in an element as one line. */
export function textOfElement(element: Element, selectors: Selectors, looks: Looks): AnchoredText {
  const collector = new TextCollector();
  let raised = 0;
  walk(element, {
    enter(inner, position) {
      if (looks.hiding(inner)) return false;
      const value = valueShown(inner);
      if (value !== null) collector.addAt(value, position);
      if (isFurniture(inner)) return false;
      if (looks.isRaised(inner)) raised++;
      if (!isInline(inner)) collector.break(position);
      return true;
    },
    leave(inner, position) {
      if (looks.isRaised(inner)) raised--;
      if (!isInline(inner)) collector.break(position);
    },
    text: (data, position) => collector.add(data, position, raised > 0),
  });
  const { text, offsets } = collector.take();
  return { text, anchor: { kind: 'html', selector: selectors.of(element), offsets } };
}
