import { browser } from 'wxt/browser';
import { type Dismissal, type Dismissals, dismissalsSchema } from '../../lib/ui/dismissal.ts';

/** What the reader set aside in a document, as kept on this computer; what cannot be understood counts as nothing. */
export async function dismissalsOf(sha256: string): Promise<Dismissals> {
  const key = PREFIX + sha256;
  const kept = await browser.storage.local.get(key);
  return dismissalsSchema.safeParse(kept[key]).data ?? {};
}

/** Sets a finding aside, or with null takes it back. */
export async function keepDismissal(sha256: string, finding: string, dismissal: Dismissal | null): Promise<void> {
  const { [finding]: _, ...others } = await dismissalsOf(sha256);
  const next = dismissal ? { ...others, [finding]: dismissal } : others;
  const key = PREFIX + sha256;
  if (Object.keys(next).length > 0) await browser.storage.local.set({ [key]: next });
  else await browser.storage.local.remove(key);
}

/** How many findings are set aside, over all documents. */
export async function keptDismissals(): Promise<number> {
  const kept = Object.entries(await browser.storage.local.get());
  return kept
    .filter(([key]) => key.startsWith(PREFIX))
    .reduce((sum, [, value]) => sum + Object.keys(dismissalsSchema.safeParse(value).data ?? {}).length, 0);
}

/** Takes them all back. */
export async function forgetDismissals(): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get());
  await browser.storage.local.remove(keys.filter(key => key.startsWith(PREFIX)));
}

/** Tells of documents in which something was set aside or taken back, in whatever window; returns how to stop that. */
export function watchDismissals(tell: (sha256: string) => void): () => void {
  const listen = (changes: object) => {
    for (const key of Object.keys(changes)) if (key.startsWith(PREFIX)) tell(key.slice(PREFIX.length));
  };
  browser.storage.local.onChanged.addListener(listen);
  return () => browser.storage.local.onChanged.removeListener(listen);
}

const PREFIX = 'dismissed/';
