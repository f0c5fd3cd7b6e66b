import { useMemo, useState } from 'preact/hooks';
import type { Archive } from '../../lib/archive/archive.ts';
import type { Body } from '../../lib/archive/bodies.ts';
import { isFoundBy, wordsOf } from '../../lib/archive/search.ts';
import { t } from '../../lib/ui/i18n.ts';
import { libraryAddress } from './address.ts';
import { BodySection } from './body-section.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { kindWords } from './document-words.ts';
import { ExchangeControls } from './exchange-controls.tsx';
import { SettingsLine } from './settings-line.tsx';
import { StorageLine } from './storage-line.tsx';
import { type LibraryContents, useTextSearch } from './use-library.ts';

/** Bodies shown before the reader asks for more: a page of thousands is slow to draw and no better to read. */
const FIRST = 40;

interface LibraryListProps {
  readonly library: Archive;
  readonly contents: Extract<LibraryContents, { state: 'open' }>;
  /** Words to begin with. */
  readonly find: string;
}

/** The kept documents by body, to be searched, chosen, compared and deleted. */
export function LibraryList({ library, contents: { entries, bodies, namings }, find }: LibraryListProps) {
  const [query, setQuery] = useState(find);
  const [most, setMost] = useState(FIRST);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const words = useMemo(() => wordsOf(query), [query]);
  const inText = useTextSearch(library, words, bodies);
  const found = useMemo(() => foundBodies(bodies, words, inText.found), [bodies, words, inText.found]);
  const present = entries.map(({ sha256 }) => sha256).filter(sha256 => chosen.has(sha256));
  const choose = (sha256: string, isChosen: boolean) =>
    setChosen(before => new Set(isChosen ? [...before, sha256] : [...before].filter(other => other !== sha256)));

  return (
    <>
      <StorageLine entries={entries} />
      <div class="library-controls">
        <search>
          <input
            type="search"
            class="field library-search"
            data-testid="search"
            aria-label={t('search')}
            placeholder={t('librarySearchHint')}
            value={query}
            onInput={event => {
              setQuery(event.currentTarget.value);
              setMost(FIRST);
            }}
          />
        </search>
        <ExchangeControls library={library} documents={present.length > 0 ? present : entries.map(e => e.sha256)} />
      </div>
      <SettingsLine />
      <p class="visually-hidden" role="status">
        {words.length > 0 &&
          t(
            'libraryFound',
            found.reduce((sum, { documents }) => sum + documents.length, 0),
          )}
      </p>
      {present.length > 0 && (
        <div class="library-chosen" data-testid="chosen">
          <span>{t('libraryChosen', present.length)}</span>
          {present.length > 1 && (
            <a
              class="button button-main"
              data-testid="compare"
              href={libraryAddress({ show: 'comparison', documents: present })}
            >
              {t('libraryCompare')}
            </a>
          )}
          <ConfirmButton
            label={t('libraryDelete')}
            question={t('libraryDeleteSure', present.length)}
            testId="delete-chosen"
            onConfirm={() => library.delete(present)}
          />
          <button type="button" class="link" onClick={() => setChosen(new Set())}>
            {t('libraryChooseNone')}
          </button>
        </div>
      )}
      {entries.length === 0 && <p class="library-empty">{t('libraryEmpty')}</p>}
      {entries.length > 0 && found.length === 0 && !inText.isGoing && (
        <p class="library-empty">{t('libraryNothingFound')}</p>
      )}
      {found.slice(0, most).map(body => (
        <BodySection
          key={body.documents[0]!.entry.sha256}
          body={body}
          bodies={bodies}
          namings={namings}
          library={library}
          chosen={chosen}
          onChoose={choose}
        />
      ))}
      {inText.isGoing && <p class="library-searching">{t('librarySearching')}</p>}
      {found.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + FIRST)}>
          {t('libraryMore', found.length - most)}
        </button>
      )}
    </>
  );
}

/** The bodies with those of their documents that have all the words, in what is listed of them or in their text. */
function foundBodies(bodies: readonly Body[], words: readonly string[], inText: ReadonlySet<string>): Body[] {
  if (words.length === 0) return [...bodies];
  return bodies
    .map(body => ({
      ...body,
      documents: body.documents.filter(
        ({ entry }) => inText.has(entry.sha256) || isFoundBy(words, entry, [body.name, kindWords(entry)]),
      ),
    }))
    .filter(({ documents }) => documents.length > 0);
}
