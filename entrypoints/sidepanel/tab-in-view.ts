import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { documentInViewer, documentOpenedIn } from './viewer-tab.ts';

/** The tab the panel stands beside. */
export interface TabInView {
  readonly id: number;
  /** sha256 of the document it shows, when it is our own viewer. */
  readonly document: string | null;
}

/** Follows the active tab of the panel's window; with `?tabId=` in the panel's address it keeps to that tab. */
export function useTabInView(): TabInView | null {
  const [tab, setTab] = useState<TabInView | null>(null);
  useEffect(() => {
    const fixed = Number(new URLSearchParams(location.search).get('tabId'));
    let looks = 0;
    const look = async () => {
      const nth = ++looks;
      const found = fixed
        ? await browser.tabs.get(fixed)
        : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
      if (found?.id === undefined) return;
      const next = { id: found.id, document: await documentIn(found) };
      // Only the latest look counts, whichever answer comes last.
      if (nth === looks) setTab(now => (now?.id === next.id && now.document === next.document ? now : next));
    };
    const update = (_: number, { status }: { status?: string }) => {
      if (status === 'complete') void look();
    };
    void look();
    if (fixed) return;
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(update);
    return () => {
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(update);
    };
  }, []);
  return tab;
}

async function documentIn(tab: { id?: number; url?: string; status?: string }): Promise<string | null> {
  const shown = tab.url ? documentInViewer(tab.url) : null;
  if (shown) return shown;
  // A tab that is only just being opened has no address yet.
  return tab.url || tab.status === 'complete' ? null : documentOpenedIn(tab.id!);
}
