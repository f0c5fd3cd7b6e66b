import { useState } from 'preact/hooks';
import { t } from './i18n.ts';

interface CopyButtonProps {
  readonly label: string;
  readonly testId: string;
  /** What is copied; worked out when asked for. */
  readonly words: () => string;
}

/** Copies words, and says so. */
export function CopyButton({ label, testId, words }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      class="link"
      data-testid={testId}
      onClick={() => navigator.clipboard.writeText(words()).then(() => setCopied(true))}
    >
      <span aria-live="polite">{copied ? t('copied') : label}</span>
    </button>
  );
}
