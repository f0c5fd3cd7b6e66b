import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from './i18n.ts';
import './keys-help.css';

const KEYS: readonly (readonly [string, MessageKey])[] = [
  ['j  k', 'keyStep'],
  ['Enter', 'keyOpen'],
  ['/', 'keySearch'],
  ['1 – 5', 'keyView'],
  ['← →', 'keyTabs'],
  ['Esc', 'keyClose'],
  ['?', 'keyHelp'],
];

interface KeysHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The keys of the panel, over it until closed. */
export function KeysHelp({ open, onClose }: KeysHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal?.();
    else dialog.current?.close?.();
  }, [open]);
  return (
    <dialog ref={dialog} class="keys-help" data-testid="keys-help" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t('keysTitle')}</h2>
      <dl>
        {KEYS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={onClose}>
        {t('close')}
      </button>
    </dialog>
  );
}
