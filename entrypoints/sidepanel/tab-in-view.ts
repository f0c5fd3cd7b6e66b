import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { readViewerAddress } from '../viewer/address.ts';

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
    const look = async () => {
      const found = fixed
        ? await browser.tabs.get(fixed)
        : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
      if (found?.id === undefined) return;
      // A tab that is only just being opened has its address pending.
      const next = { id: found.id, document: documentIn(found.url || found.pendingUrl) };
      setTab(now => (now?.id === next.id && now.document === next.document ? now : next));
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

function documentIn(url: string | undefined): string | null {
  return url?.startsWith(browser.runtime.getURL('/viewer.html')) ? (readViewerAddress(url)?.document ?? null) : null;
}
