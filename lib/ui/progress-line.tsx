import type { ComponentChildren } from 'preact';
import { t } from './i18n.ts';
import type { Progress } from './panel-state.ts';
import './progress-line.css';

interface ProgressLineProps {
  readonly progress: Progress;
  /** More that is known by now. */
  readonly children?: ComponentChildren;
}

/** What is being done right now, in words for everyone and as a line to scale. */
export function ProgressLine({ progress, children }: ProgressLineProps) {
  const part = progress.step === 'reading' && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <div class="progress-line">
      <p>{progressWords(progress)}</p>
      <div class="progress-track" aria-hidden="true">
        <div
          class="progress-part"
          data-open={part === null}
          style={{ width: part === null ? '33%' : `${100 * part}%` }}
        />
      </div>
      {children}
    </div>
  );
}

/** The same for a live region: every tenth of the pages, so that it can be listened to. */
export function progressAnnouncement(progress: Progress): string {
  if (progress.step !== 'reading') return progressWords(progress);
  const tenth = Math.max(1, Math.ceil(progress.total / 10));
  return progressWords({ ...progress, done: Math.max(1, Math.floor(progress.done / tenth) * tenth) });
}

function progressWords(progress: Progress): string {
  switch (progress.step) {
    case 'opening':
      return t('progressOpening');
    case 'fetching':
      return t('progressFetching');
    case 'reading':
      return t('progressReading', progress.done, progress.total);
    case 'checking':
      return t('progressChecking');
  }
}
