import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, t } from './i18n.ts';
import type { KeepResult, PanelActions } from './panel-actions.ts';

interface KeepDocumentProps {
  /** sha256 of the document. */
  readonly document: string;
  /** Whose it is; empty where it could not be told. */
  readonly unit: string;
  readonly actions: Pick<PanelActions, 'keep' | 'watchKept'>;
}

export const KEEP_FAILURES: Record<Exclude<KeepResult, 'kept'>, MessageKey> = {
  full: 'libraryFull',
  newer: 'libraryNewer',
  unavailable: 'libraryUnavailable',
  failed: 'libraryFailed',
};

/** Puts the document into the library, and says whether it is there. */
export function KeepDocument({ document, unit, actions }: KeepDocumentProps) {
  const [isKept, setKept] = useState(false);
  const [result, setResult] = useState<KeepResult | 'saving' | null>(null);
  useEffect(() => {
    setResult(null);
    return actions.watchKept(setKept);
  }, [document, actions]);
  const failure = result !== null && result !== 'saving' && result !== 'kept' ? KEEP_FAILURES[result] : null;
  return (
    <span class="keep-document" data-testid="keep" data-kept={isKept}>
      {isKept ? (
        <span>{t('libraryKept')}</span>
      ) : (
        <button
          type="button"
          class="link"
          data-testid="keep-document"
          disabled={result === 'saving'}
          onClick={async () => {
            setResult('saving');
            setResult(await actions.keep());
          }}
        >
          {t('libraryKeep')}
        </button>
      )}{' '}
      <a
        class="link"
        href={`/library.html${isKept && unit ? `#find=${encodeURIComponent(unit)}` : ''}`}
        target="_blank"
        rel="noopener"
        data-testid="see-library"
      >
        {t('libraryOpen')}
      </a>
      <span role="alert">{failure && t(failure)}</span>
    </span>
  );
}
