import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../lib/archive/entry.ts';
import { t } from '../../lib/ui/i18n.ts';
import { sizeWords } from './document-words.ts';

/** How much is kept, and how much room the browser leaves. */
export function StorageLine({ entries }: { readonly entries: readonly Entry[] }) {
  const [room, setRoom] = useState<StorageEstimate | null>(null);
  useEffect(() => {
    void navigator.storage?.estimate().then(setRoom);
  }, [entries]);
  const kept = entries.reduce((sum, { size, originalSize }) => sum + size + (originalSize ?? 0), 0);
  const left = room?.quota === undefined ? null : room.quota - (room.usage ?? 0);
  return (
    <p class="library-storage" data-testid="storage">
      {t('libraryHolds', entries.length, sizeWords(kept))}
      {left !== null && t('libraryRoom', sizeWords(left))}
    </p>
  );
}
