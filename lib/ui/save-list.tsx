import { useState } from 'preact/hooks';
import { type MessageKey, t } from './i18n.ts';
import type { SaveFormat } from './panel-actions.ts';
import './save-list.css';

const FORMATS: readonly { readonly format: SaveFormat; readonly name: MessageKey; readonly what: MessageKey }[] = [
  { format: 'xlsx', name: 'saveXlsx', what: 'saveXlsxWhat' },
  { format: 'pdf', name: 'savePdf', what: 'savePdfWhat' },
  { format: 'html', name: 'saveHtml', what: 'saveHtmlWhat' },
  { format: 'markdown', name: 'saveMarkdown', what: 'saveMarkdownWhat' },
  { format: 'csv', name: 'saveCsv', what: 'saveCsvWhat' },
  { format: 'json', name: 'saveJson', what: 'saveJsonWhat' },
];

interface SaveListProps {
  /** Whether the document is a PDF, which can be saved with the findings on its pages. */
  readonly isPdf: boolean;
  readonly onSave: (format: SaveFormat) => Promise<void>;
}

/** The files the result can be saved to, and what each holds. */
export function SaveList({ isPdf, onSave }: SaveListProps) {
  const [failed, setFailed] = useState(false);
  return (
    <>
      <ul class="save-list">
        {FORMATS.filter(({ format }) => isPdf || format !== 'pdf').map(({ format, name, what }) => (
          <li key={format}>
            <button
              type="button"
              class="link"
              data-testid="save"
              data-format={format}
              data-stop
              onClick={() =>
                onSave(format).then(
                  () => setFailed(false),
                  error => {
                    console.error(error);
                    setFailed(true);
                  },
                )
              }
            >
              {t(name)}
            </button>{' '}
            <span class="save-what">{t(what)}</span>
          </li>
        ))}
      </ul>
      <p role="alert" hidden={!failed}>
        {failed && t('saveFailed')}
      </p>
    </>
  );
}
