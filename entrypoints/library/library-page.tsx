import { useEffect, useState } from 'preact/hooks';
import type { Archive } from '../../lib/archive/archive.ts';
import { t } from '../../lib/ui/i18n.ts';
import { KEEP_FAILURES } from '../../lib/ui/keep-document.tsx';
import '../../lib/ui/marks.css';
import '../../lib/ui/tokens.css';
import { libraryAddress, readLibraryAddress } from './address.ts';
import { ComparisonPage } from './comparison-page.tsx';
import { DocumentPage } from './document-page.tsx';
import { LibraryList } from './library-list.tsx';
import './library.css';
import { useLibrary } from './use-library.ts';

/** The reader's library: its list, or what the address's fragment names of it. */
export function LibraryPage({ library }: { readonly library: Archive }) {
  const contents = useLibrary(library);
  const view = useView();
  return (
    <div class="library" data-testid="library" data-state={contents.state}>
      <header class="library-head">
        <h1>
          {view.show === 'list' ? (
            t('libraryTitle')
          ) : (
            <a class="library-back" href={libraryAddress({ show: 'list' })}>
              {t('libraryTitle')}
            </a>
          )}
        </h1>
      </header>
      <main>
        {contents.state === 'loading' && <p role="status">{t('libraryLoading')}</p>}
        {contents.state === 'failed' && <p role="alert">{t(KEEP_FAILURES[contents.reason])}</p>}
        {contents.state === 'open' && view.show === 'list' && (
          <LibraryList key={view.find} library={library} contents={contents} find={view.find ?? ''} />
        )}
        {contents.state === 'open' && view.show === 'comparison' && (
          <ComparisonPage
            key={view.documents.join()}
            library={library}
            bodies={contents.bodies}
            namings={contents.namings}
            documents={view.documents}
          />
        )}
        {contents.state === 'open' && view.show === 'document' && (
          <DocumentPage key={location.hash} library={library} document={view.document} at={view.at} />
        )}
      </main>
    </div>
  );
}

function useView() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const look = () => {
      setHash(location.hash);
      scrollTo?.(0, 0);
    };
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return readLibraryAddress(hash);
}
