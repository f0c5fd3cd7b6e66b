import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../lib/ui/i18n.ts';
import { DETECTION_ORIGINS, detectionAllowed } from './detection.ts';

/** Switches the recognition of disclosures on government sites on and off, by giving and taking back access to them. */
export function DetectionSwitch() {
  const [on, setOn] = useState<boolean | null>(null);
  const look = () => void detectionAllowed().then(setOn);
  useEffect(look, []);
  if (on === null) return null;
  const access = { origins: DETECTION_ORIGINS };
  return (
    <p class="detection-switch" data-testid="detection" data-on={on}>
      <span role="status">{on ? t('welcomeDetectIsOn') : ''}</span>
      <button
        type="button"
        class={on ? 'button' : 'button button-main'}
        onClick={() => void (on ? browser.permissions.remove(access) : browser.permissions.request(access)).then(look)}
      >
        {t(on ? 'welcomeDetectOff' : 'welcomeDetectOn')}
      </button>
    </p>
  );
}
