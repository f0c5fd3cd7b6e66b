import { useState } from 'preact/hooks';
import { t } from '../../lib/ui/i18n.ts';

interface ConfirmButtonProps {
  readonly label: string;
  /** What is asked before it is done. */
  readonly question: string;
  readonly testId: string;
  readonly onConfirm: () => Promise<void>;
}

/** A button for what cannot be undone: it asks where it stands. */
export function ConfirmButton({ label, question, testId, onConfirm }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  if (!asking)
    return (
      <button type="button" class="link" data-testid={testId} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  return (
    <span class="confirm" role="alert">
      {failed ? t('libraryFailed') : question}{' '}
      <button
        type="button"
        class="link"
        data-testid={`${testId}-sure`}
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed is gone, and this one stands in its place
        autoFocus
        onClick={() =>
          onConfirm().then(
            () => setAsking(false),
            () => setFailed(true),
          )
        }
      >
        {t('libraryDelete')}
      </button>{' '}
      <button type="button" class="link" onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </span>
  );
}
