import { browser } from 'wxt/browser';
import { z } from 'zod';

const settingsSchema = z.object({
  /** Every checked document goes into the library without being asked for. */
  isAutomatic: z.boolean().default(false),
  /** The document's own bytes are kept too. */
  withOriginals: z.boolean().default(true),
});
export type LibrarySettings = z.infer<typeof settingsSchema>;

const KEY = 'library';

export async function librarySettings(): Promise<LibrarySettings> {
  const kept = await browser.storage.local.get(KEY);
  return settingsSchema.safeParse(kept[KEY]).data ?? settingsSchema.parse({});
}

export async function changeSettings(settings: LibrarySettings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}
