import { browser } from 'wxt/browser';

/** Where disclosures are recognised without being asked, once the reader has allowed it. */
export const DETECTION_ORIGINS = ['*://*.gov.cn/*'];

const SCRIPT = { id: 'detect', js: ['/content-scripts/detect.js'], matches: DETECTION_ORIGINS } as const;

export function detectionAllowed(): Promise<boolean> {
  return browser.permissions.contains({ origins: DETECTION_ORIGINS });
}

/** Registers the detecting script where the reader allows it, and takes it away where not. */
export async function registerDetection(): Promise<void> {
  const [allowed, registered] = await Promise.all([
    detectionAllowed(),
    browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT.id] }),
  ]);
  if (allowed && registered.length === 0) {
    await browser.scripting.registerContentScripts([
      { ...SCRIPT, js: [...SCRIPT.js], runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  } else if (!allowed && registered.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: [SCRIPT.id] });
  }
}
