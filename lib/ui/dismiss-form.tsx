import { useEffect, useRef, useState } from 'preact/hooks';
import './dismiss-form.css';
import { type Dismissal, REASON_NAMES } from './dismissal.ts';
import { t } from './i18n.ts';

interface DismissFormProps {
  readonly onDismiss: (dismissal: Dismissal) => void;
  readonly onCancel: () => void;
}

/** Asks why a finding is set aside. */
export function DismissForm({ onDismiss, onCancel }: DismissFormProps) {
  const [reason, setReason] = useState<Dismissal['reason']>('explained');
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  // The button that asked for this is gone, and the focus with it.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      class="dismiss-form"
      data-testid="dismiss-form"
      onSubmit={event => {
        event.preventDefault();
        onDismiss({ reason, note: note.trim() });
      }}
    >
      <fieldset>
        <legend>{t('dismissWhy')}</legend>
        {(Object.keys(REASON_NAMES) as Dismissal['reason'][]).map(each => (
          <label key={each}>
            <input type="radio" name="reason" value={each} checked={reason === each} onChange={() => setReason(each)} />{' '}
            {t(REASON_NAMES[each])}
          </label>
        ))}
      </fieldset>
      <label class="dismiss-note">
        {t('dismissNote')}
        <input type="text" class="field" value={note} onInput={event => setNote(event.currentTarget.value)} />
      </label>
      <p class="dismiss-actions">
        <button type="submit" class="button button-main" data-testid="dismiss-confirm">
          {t('dismiss')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
