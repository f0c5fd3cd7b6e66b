import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { z } from 'zod';
import type { Place } from '../../lib/anchors/anchor.ts';
import { find, type Located, locate } from '../../lib/anchors/html-range.ts';
import { detectPage } from '../../lib/detect/detect-page.ts';
import { readHtml } from '../../lib/reading/read-html.ts';
import { UnreadableError } from '../../lib/reading/reading.ts';
import {
  type AgentRequest,
  agentRequestSchema,
  type lookReplySchema,
  MARKS_PORT,
  type QuotedPlace,
  type readReplySchema,
  type showReplySchema,
} from '../../lib/ui/messages.ts';
import { offered } from '../sidepanel/offered.ts';
import { clearMarks, drawFocus, drawMarks } from './highlights.ts';
import { type MarkedRange, regard, watchPointer } from './hover.ts';
import { drawMinimap } from './minimap.ts';
import { scrollToRange } from './scroll.ts';

/** Put into a page when the panel checks it: reads the live document, marks places in it, goes to them. The page's DOM stays as it is. */
export default defineContentScript({
  registration: 'runtime',
  main() {
    const world = globalThis as { disclosureLensAgent?: true };
    // Injected once more for the next check: the one that is here answers.
    if (world.disclosureLensAgent) return;
    world.disclosureLensAgent = true;

    browser.runtime.onMessage.addListener((message, sender, reply) => {
      const request = agentRequestSchema.safeParse(message);
      if (sender.id !== browser.runtime.id || !request.success) return;
      reply(answer(request.data));
    });

    // The marks last as long as the panel that wanted them.
    browser.runtime.onConnect.addListener(port => {
      if (port.name === MARKS_PORT) port.onDisconnect.addListener(leavePage);
    });
  },
});

function leavePage(): void {
  clearMarks();
  watchPointer([]);
  drawMinimap([]);
}

function answer(request: AgentRequest) {
  switch (request.type) {
    case 'agent/look':
      return look();
    case 'agent/read':
      return read();
    case 'agent/mark': {
      const marks = request.marks.flatMap(({ status, place, isClause, words }) => {
        const range = rangeOf({ place, quote: null });
        return range ? [{ status, isClause, words, range }] : [];
      });
      drawMarks(marks);
      watchPointer(marks, goToMark);
      drawMinimap(marks.filter(({ status }) => request.mapped.includes(status)));
      return {};
    }
    case 'agent/show':
      return show(request.target, request.others);
  }
}

function read(): z.infer<typeof readReplySchema> {
  const html = document.documentElement.outerHTML;
  try {
    return { reading: readHtml(document), html };
  } catch (error) {
    if (error instanceof UnreadableError) return { reading: null, html };
    throw error;
  }
}

function look(): z.infer<typeof lookReplySchema> {
  const { kind, documents } = detectPage(document, location);
  return {
    contentType: document.contentType,
    kind,
    documents: documents.map(offered),
  };
}

const MISSING: Located = { state: 'missing', range: null };

function show(target: QuotedPlace, others: readonly QuotedPlace[]): z.infer<typeof showReplySchema> {
  const { state, range } = isOnPage(target.place) ? find(document, target.place, target.quote) : MISSING;
  if (!range) return { state };
  if (range.getClientRects().length === 0) return { state: 'hidden' };
  drawFocus(
    range,
    others.map(rangeOf).filter(other => other !== null),
  );
  scrollToRange(range);
  void regard(range);
  return { state };
}

function goToMark({ range }: MarkedRange): void {
  drawFocus(range, []);
  scrollToRange(range);
  void regard(range);
}

function rangeOf({ place, quote }: QuotedPlace): Range | null {
  return isOnPage(place) ? locate(document, place, quote) : null;
}

function isOnPage(place: Place): place is Extract<Place, { selector: string }> {
  return 'selector' in place;
}
