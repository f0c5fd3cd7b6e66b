import { type MessageKey, t } from '../../lib/ui/i18n.ts';
import '../../lib/ui/marks.css';
import type { MarkStatus } from '../../lib/ui/marks.ts';
import { STATUS_NAMES } from '../../lib/ui/status-names.ts';
import '../../lib/ui/tokens.css';
import { DetectionSwitch } from './detection-switch.tsx';
import { KeptChoices } from './kept-choices.tsx';
import { SiteList } from './site-list.tsx';
import './welcome.css';

const STEPS: readonly MessageKey[] = ['welcomeStep1', 'welcomeStep2', 'welcomeStep3'];

const MARKS: readonly [MarkStatus, MessageKey][] = [
  ['exact', 'welcomeMarkExact'],
  ['rounding', 'welcomeMarkRounding'],
  ['conflict', 'welcomeMarkConflict'],
  ['suspected', 'welcomeMarkSuspected'],
  ['unchecked', 'welcomeMarkUnchecked'],
  ['uncertain', 'welcomeMarkUncertain'],
];

/** Opened once after the install, and from the extension's options: how to use it, and the one thing that can be switched on. */
export function Welcome() {
  return (
    <main class="welcome" data-testid="welcome">
      <h1>{t('welcomeTitle')}</h1>
      <p>{t('welcomeWhat')}</p>
      <h2>{t('welcomeHowTitle')}</h2>
      <ol>
        {STEPS.map(step => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <h2>{t('welcomeMarksTitle')}</h2>
      <dl class="welcome-marks">
        {MARKS.map(([status, meaning]) => (
          <div key={status}>
            <dt>
              <span class="mark-text" data-status={status}>
                1,033.09
              </span>
            </dt>
            <dd>
              <strong>{t(STATUS_NAMES[status])}</strong> {t(meaning)}
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t('welcomeDetectTitle')}</h2>
      <p>{t('welcomeDetectText')}</p>
      <DetectionSwitch />
      <h2>{t('welcomeSitesTitle')}</h2>
      <p>{t('welcomeSitesText')}</p>
      <SiteList />
      <h2>{t('welcomeKeptTitle')}</h2>
      <p>{t('welcomeKeptText')}</p>
      <KeptChoices />
      <p class="welcome-rules">
        <a class="link" href="/rules.html">
          {t('seeRules')}
        </a>
      </p>
      <p class="welcome-privacy">{t('welcomePrivacy')}</p>
    </main>
  );
}
