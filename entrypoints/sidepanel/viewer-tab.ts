import { browser } from 'wxt/browser';
import type { z } from 'zod';
import type { FigureStatus } from '../../lib/report/report.ts';
import {
  type ViewerTarget,
  type viewerFilterSchema,
  viewerReplySchema,
  type viewerShowSchema,
} from '../../lib/ui/messages.ts';
import { readViewerAddress, viewerAddress } from '../viewer/address.ts';

/** The tabs this panel opened, by document; one that is still loading answers no message yet. */
const opened = new Map<string, Promise<{ id?: number | undefined }>>();

interface ViewerOptions {
  readonly filter: FigureStatus | null;
  /** The tab whose place the viewer takes where none is open; null for a new tab beside the current one. */
  readonly inPlaceOf: number | null;
}

/** Shows a kept PDF, and a place of it, in its viewer: the one that has it open, else a newly opened one. */
export async function showInViewer(
  sha256: string,
  show: ViewerTarget | null,
  { filter, inPlaceOf }: ViewerOptions,
): Promise<void> {
  const message: z.infer<typeof viewerShowSchema> = { type: 'viewer/show', document: sha256, show };
  const reply = viewerReplySchema.safeParse(await tellViewers(message));
  if (reply.success) {
    await browser.tabs.update(reply.data.tabId, { active: true });
    return;
  }
  const url = browser.runtime.getURL('/viewer.html') + viewerAddress({ document: sha256, show, filter });
  const tab = await opened.get(sha256);
  if (tab?.id !== undefined && (await isOpen(tab.id))) {
    await browser.tabs.update(tab.id, { url, active: true });
    return;
  }
  const opening = inPlaceOf === null ? openBeside(url) : openInPlace(inPlaceOf, url);
  opened.set(sha256, opening);
  await opening;
}

/** The document an address shows in our viewer; null for any other address. */
export function documentInViewer(url: string): string | null {
  return url.startsWith(browser.runtime.getURL('/viewer.html')) ? (readViewerAddress(url)?.document ?? null) : null;
}

/** The document whose viewer is being opened in this tab; null for any other tab. */
export async function documentOpenedIn(tabId: number): Promise<string | null> {
  for (const [sha256, tab] of opened) if ((await tab).id === tabId) return sha256;
  return null;
}

async function openBeside(url: string) {
  const [current] = await browser.tabs.query({ active: true, currentWindow: true });
  return browser.tabs.create({ url, ...(current ? { index: current.index + 1, openerTabId: current.id } : {}) });
}

/** The browser's way back leads to what the tab showed before. */
async function openInPlace(tabId: number, url: string): Promise<{ id: number }> {
  await browser.tabs.update(tabId, { url, active: true });
  return { id: tabId };
}

async function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

/** Marks only this status in the document's viewer, if one is open. */
export async function filterInViewer(sha256: string, filter: FigureStatus | null): Promise<void> {
  const message: z.infer<typeof viewerFilterSchema> = { type: 'viewer/filter', document: sha256, filter };
  await tellViewers(message);
}

async function tellViewers(message: unknown): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    // Nobody is listening: no viewer is open.
    return null;
  }
}
