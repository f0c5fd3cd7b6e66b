import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { detectPage } from '../lib/detect/detect-page.ts';
import type { TabNews } from '../lib/ui/messages.ts';

/** Registered on government sites once the reader allows it: looks once, says what it saw, and leaves the page alone. */
export default defineContentScript({
  registration: 'runtime',
  main() {
    const { kind, identity } = detectPage(document, location);
    // A PDF is told by its name alone, and most are something else.
    if (kind === 'none' || (kind === 'pdf' && identity.kind === 'unknown')) return;
    const news: TabNews = { type: 'tab/detected', kind };
    void browser.runtime.sendMessage(news);
  },
});
