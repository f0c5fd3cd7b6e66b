import { browser } from 'wxt/browser';
import { siteNameOf } from './site-pattern.ts';

/** Where disclosures are recognised without being asked, once the reader has allowed it. */
export const DETECTION_ORIGINS = ['*://*.gov.cn/*'];

const SCRIPT_ID = 'detect';

export function detectionAllowed(): Promise<boolean> {
  return browser.permissions.contains({ origins: DETECTION_ORIGINS });
}

/** The patterns of the single sites the reader gave access to. */
export async function allowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(origin => siteNameOf(origin) !== null).sort();
}

/** Registers the detecting script where the reader allows it, and takes it away where not. */
export async function registerDetection(): Promise<void> {
  const [allowed, sites, registered] = await Promise.all([
    detectionAllowed(),
    allowedSites(),
    browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] }),
  ]);
  const matches = [...(allowed ? DETECTION_ORIGINS : []), ...sites];
  const script = {
    id: SCRIPT_ID,
    js: ['/content-scripts/detect.js'],
    matches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  } else if (registered.length === 0) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
}
