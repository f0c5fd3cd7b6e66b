import { useId, useState } from 'preact/hooks';
import type { Archive } from '../../lib/archive/archive.ts';
import { type Body, budgetPairsOf, type ListedDocument, seriesOf } from '../../lib/archive/bodies.ts';
import type { Entry } from '../../lib/archive/entry.ts';
import type { Naming } from '../../lib/archive/naming.ts';
import { t } from '../../lib/ui/i18n.ts';
import { libraryAddress } from './address.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { documentWords, kindWords, sizeWords } from './document-words.ts';
import { NamingForm } from './naming-form.tsx';
import { openOriginal } from './open-original.ts';

interface BodySectionProps {
  readonly body: Body;
  /** All of the library, to be listed under. */
  readonly bodies: readonly Body[];
  readonly namings: readonly Naming[];
  readonly library: Archive;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (sha256: string, isChosen: boolean) => void;
}

/** One body: its names, its series of years to lay side by side, and its documents. */
export function BodySection({ body, bodies, namings, library, chosen, onChoose }: BodySectionProps) {
  const heading = useId();
  const others = body.names.filter(name => name !== body.name && name !== '');
  const pairs = body.name === '' ? [] : budgetPairsOf(body);
  const latest = body.documents.filter(({ edition }) => edition !== 'earlier').map(({ entry }) => entry.sha256);
  return (
    <section class="body" aria-labelledby={heading} data-testid="body">
      <div class="body-head">
        <h2 id={heading}>{body.name || t('unitUnknown')}</h2>
        <p class="body-series">
          {allSeries(body).map(series => (
            <a
              key={series.map(({ sha256 }) => sha256).join()}
              class="link"
              data-testid="series"
              href={libraryAddress({ show: 'comparison', documents: series.map(({ sha256 }) => sha256) })}
            >
              {t('librarySeries', kindWords(series[0]!), series[0]!.year!, series.at(-1)!.year!)}
            </a>
          ))}
          {pairs.length > 0 && (
            <span class="body-pairs">
              {t('libraryBudgets')}
              {pairs.map(pair => (
                <a
                  key={pair[0].sha256}
                  class="link"
                  data-testid="budget-pair"
                  href={libraryAddress({ show: 'comparison', documents: pair.map(({ sha256 }) => sha256) })}
                >
                  {pair[0].year}
                </a>
              ))}
            </span>
          )}
          {pairs.length > 0 && latest.length > 2 && (
            <a class="link" href={libraryAddress({ show: 'comparison', documents: latest })}>
              {t('libraryAll', latest.length)}
            </a>
          )}
        </p>
      </div>
      {others.length > 0 && <p class="body-names">{t('libraryAlsoCalled', others.join(t('listJoin')))}</p>}
      <table class="body-documents">
        <colgroup>
          <col class="column-choose" />
          <col class="column-document" />
          <col class="column-result" />
          <col />
          <col class="column-date" />
          <col class="column-size" />
          <col class="column-actions" />
        </colgroup>
        <thead class="visually-hidden">
          <tr>
            <th>{t('libraryChoose')}</th>
            <th>{t('libraryDocument')}</th>
            <th>{t('libraryResult')}</th>
            <th>{t('sourceName')}</th>
            <th>{t('sourceRetrieved')}</th>
            <th>{t('librarySize')}</th>
            <th>{t('libraryActions')}</th>
          </tr>
        </thead>
        <tbody>
          {body.documents.map(listed => (
            <DocumentRow
              key={listed.entry.sha256}
              listed={listed}
              library={library}
              isChosen={chosen.has(listed.entry.sha256)}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
      {body.name !== '' && <NamingForm body={body} bodies={bodies} namings={namings} library={library} />}
    </section>
  );
}

interface DocumentRowProps {
  readonly listed: ListedDocument;
  readonly library: Archive;
  readonly isChosen: boolean;
  readonly onChoose: (sha256: string, isChosen: boolean) => void;
}

function DocumentRow({ listed: { entry, edition, isRepeated }, library, isChosen, onChoose }: DocumentRowProps) {
  const [isLost, setLost] = useState(false);
  const words = documentWords(entry);
  const { error } = entry.findings;
  return (
    <tr data-testid="document" data-document={entry.sha256}>
      <td>
        <input
          type="checkbox"
          data-testid="choose"
          aria-label={t('libraryChooseDocument', words, entry.name)}
          checked={isChosen}
          onChange={event => onChoose(entry.sha256, event.currentTarget.checked)}
        />
      </td>
      <td class="document-title">
        <a
          class="link"
          data-testid="open-report"
          href={libraryAddress({ show: 'document', document: entry.sha256, at: null })}
        >
          {words}
        </a>
        {entry.level === 'department' && (
          <a
            class="link document-edition"
            data-testid="units"
            href={libraryAddress({ show: 'comparison', documents: [entry.sha256] })}
          >
            {t('libraryUnits')}
          </a>
        )}
        {edition !== 'only' && (
          <span class="document-edition">
            {t(isRepeated ? 'libraryRepeated' : edition === 'latest' ? 'libraryLatest' : 'libraryEarlier')}
          </span>
        )}
      </td>
      <td class="document-result" data-conflicts={error > 0}>
        {error > 0 ? t('libraryConflicts', error) : t('libraryNoConflict')}
      </td>
      <td class="document-source" title={entry.url ?? entry.name}>
        {entry.url && /^https?:/.test(entry.url) ? (
          <a href={entry.url} target="_blank" rel="noopener noreferrer">
            {entry.name || entry.url}
          </a>
        ) : (
          entry.name
        )}
      </td>
      <td class="document-date">{new Date(entry.retrievedAt).toLocaleDateString()}</td>
      <td class="document-size">{sizeWords(entry.size + (entry.originalSize ?? 0))}</td>
      <td class="document-actions">
        {entry.originalSize !== null && (
          <button
            type="button"
            class="link"
            data-testid="open-original"
            onClick={() => openOriginal(library, entry).then(isThere => setLost(!isThere))}
          >
            {t('libraryOriginal')}
          </button>
        )}
        {isLost && <span role="alert">{t('libraryFailed')}</span>}
        <ConfirmButton
          label={t('libraryDelete')}
          question={t('libraryDeleteOne')}
          testId="delete"
          onConfirm={() => library.delete([entry.sha256])}
        />
      </td>
    </tr>
  );
}

const SERIES_KINDS: readonly Entry['kind'][] = ['final-accounts', 'budget'];
const SERIES_LEVELS: readonly Entry['level'][] = ['department', 'unit', 'government', null];

/** Series of two years or more. */
function allSeries(body: Body): Entry[][] {
  if (body.name === '') return [];
  return SERIES_KINDS.flatMap(kind => SERIES_LEVELS.map(level => seriesOf(body, { kind, level }))).filter(
    series => series.length > 1,
  );
}
