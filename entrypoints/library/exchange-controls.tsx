import { useRef, useState } from 'preact/hooks';
import type { Archive } from '../../lib/archive/archive.ts';
import { ArchiveError } from '../../lib/archive/archive-error.ts';
import { exportLibrary, importLibrary, NoLibraryError } from '../../lib/archive/exchange.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { KEEP_FAILURES } from '../../lib/ui/keep-document.tsx';
import { download } from '../viewer/download.ts';

interface ExchangeControlsProps {
  readonly library: Archive;
  /** What is exported. */
  readonly documents: readonly string[];
}

/** Writes documents of the library into one file, and takes over what such a file holds. */
export function ExchangeControls({ library, documents }: ExchangeControlsProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [words, setWords] = useState('');

  const run = async (work: () => Promise<string>) => {
    setBusy(true);
    try {
      setWords(await work());
    } catch (error) {
      setWords(failureWords(error));
    }
    setBusy(false);
  };
  const write = async () => {
    const file = exportLibrary(library, documents, {
      originals: true,
      locale: interfaceLocale(),
      onDocument: done => setWords(t('libraryExporting', done, documents.length)),
    });
    const today = new Date().toISOString().slice(0, 10);
    download(await new Response(file).blob(), 'application/gzip', `disclosure-library-${today}.ndjson.gz`);
    return t('libraryExported', documents.length);
  };
  const read = async (file: File) => {
    const told = (done: number) => setWords(t('libraryImporting', done));
    const result = await importLibrary(library, file.stream(), interfaceLocale(), told);
    const { added, renewed, refused, isWhole } = result;
    return [
      t('libraryImported', added, renewed),
      refused > 0 && t('libraryRefused', refused),
      !isWhole && t('libraryBrokenOff'),
    ]
      .filter(Boolean)
      .join(' ');
  };

  return (
    <div class="library-exchange">
      <button
        type="button"
        class="button"
        data-testid="export"
        disabled={isBusy || documents.length === 0}
        onClick={() => run(write)}
      >
        {t('libraryExport', documents.length)}
      </button>
      <button type="button" class="button" disabled={isBusy} onClick={() => input.current?.click()}>
        {t('libraryImport')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="import-file"
        accept=".gz"
        aria-label={t('libraryImport')}
        onChange={event => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void run(() => read(file));
          event.currentTarget.value = '';
        }}
      />
      <p role="status" data-testid="exchange-status">
        {words}
      </p>
    </div>
  );
}

function failureWords(error: unknown): string {
  if (error instanceof NoLibraryError) return t('libraryNoLibrary');
  return t(KEEP_FAILURES[error instanceof ArchiveError ? error.reason : 'failed']);
}
