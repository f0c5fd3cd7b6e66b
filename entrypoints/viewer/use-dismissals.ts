import { useEffect, useState } from 'preact/hooks';
import type { Dismissals } from '../../lib/ui/dismissal.ts';
import { dismissalsOf, watchDismissals } from '../sidepanel/dismissal-store.ts';

const NONE: Dismissals = {};

/** What the reader has set aside in a document by now, in whatever window. */
export function useDismissals(sha256: string): Dismissals {
  const [dismissed, setDismissed] = useState(NONE);
  useEffect(() => {
    const look = () =>
      void dismissalsOf(sha256).then(found => setDismissed(Object.keys(found).length > 0 ? found : NONE));
    look();
    return watchDismissals(changed => {
      if (changed === sha256) look();
    });
  }, [sha256]);
  return dismissed;
}
