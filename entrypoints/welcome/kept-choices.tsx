import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/ui/i18n.ts';
import { forgetDismissals, keptDismissals } from '../sidepanel/dismissal-store.ts';

/** How many findings the reader set aside and the extension remembers, to be forgotten. */
export function KeptChoices() {
  const [kept, setKept] = useState<number | null>(null);
  const look = () => void keptDismissals().then(setKept);
  useEffect(look, []);
  if (kept === null) return null;
  return (
    <p class="detection-switch" data-testid="kept">
      <span role="status">{t('welcomeKept', kept)}</span>
      {kept > 0 && (
        <button type="button" class="button" data-testid="forget" onClick={() => void forgetDismissals().then(look)}>
          {t('welcomeForget')}
        </button>
      )}
    </p>
  );
}
