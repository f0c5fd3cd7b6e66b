import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { t } from '../lib/ui/i18n.ts';
import { type PageKind, type TabNews, type ToolbarClick, tabNewsSchema } from '../lib/ui/messages.ts';
import { forgetDocuments } from './viewer/kept-documents.ts';
import { registerDetection } from './welcome/detection.ts';

/** Firefox's side bar, which the shared types do not know. */
interface SidebarAction {
  open(): Promise<void>;
}

export default defineBackground(() => {
  // The click itself grants access to the tab; the panel must be opened before anything is awaited.
  browser.action.onClicked.addListener(tab => {
    if (tab.id === undefined) return;
    void openPanel(tab.id);
    const click: ToolbarClick = { type: 'toolbar/clicked', tabId: tab.id, windowId: tab.windowId };
    // A panel that is only now opening does not hear this; it looks at its tab by itself.
    browser.runtime.sendMessage(click).catch(() => {});
  });

  browser.runtime.onMessage.addListener((message, sender) => {
    const news = tabNewsSchema.safeParse(message);
    if (news.success) void showNews(news.data, sender.tab?.id);
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void registerDetection();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
  browser.runtime.onStartup.addListener(() => {
    void registerDetection();
    void forgetDocuments();
  });
  browser.permissions.onAdded.addListener(() => void registerDetection());
  browser.permissions.onRemoved.addListener(() => void registerDetection());
});

function openPanel(tabId: number): Promise<void> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
  return sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ tabId });
}

const DETECTED: Partial<Record<PageKind, 'actionTitleDetected' | 'actionTitleListing'>> = {
  'disclosure-page': 'actionTitleDetected',
  pdf: 'actionTitleDetected',
  'framed-pdf': 'actionTitleDetected',
  listing: 'actionTitleListing',
};

/** Marks the tab's toolbar button; the browser takes the mark away when the tab goes on to another page. */
async function showNews(news: TabNews, from: number | undefined): Promise<void> {
  const tabId = news.type === 'tab/checked' ? news.tabId : from;
  if (tabId === undefined) return;
  const detected = news.type === 'tab/detected' ? DETECTED[news.kind] : undefined;
  const conflicts = news.type === 'tab/checked' ? news.conflicts : 0;
  if (!detected && conflicts === 0) {
    await browser.action.setBadgeText({ tabId, text: '' });
    await browser.action.setTitle({ tabId, title: t('actionTitle') });
    return;
  }
  await browser.action.setBadgeBackgroundColor({ tabId, color: conflicts > 0 ? '#b83806' : '#00735a' });
  await browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' });
  await browser.action.setBadgeText({ tabId, text: detected ? t('actionBadge') : String(conflicts) });
  await browser.action.setTitle({ tabId, title: detected ? t(detected) : t('actionTitleConflicts', conflicts) });
}
