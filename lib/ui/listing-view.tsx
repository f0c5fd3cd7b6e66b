import { failureSentence } from './failure.ts';
import { t } from './i18n.ts';
import { hasBegun, type ListedDocument, type Listing, ranked } from './listing.ts';
import './listing-view.css';
import type { PanelActions } from './panel-actions.ts';

interface ListingViewProps {
  readonly listing: Listing;
  readonly actions: PanelActions;
}

/** The documents a page holds: one to be chosen, or all of them checked one after the other, the worst first. */
export function ListingView({ listing, actions }: ListingViewProps) {
  const { items, running } = listing;
  const begun = hasBegun(listing);
  const left = items.filter(({ outcome }) => outcome.state === 'waiting' || outcome.state === 'checking').length;
  return (
    <section class="listing" data-testid="listing" data-running={running}>
      <h1>{t('offerTitle')}</h1>
      {begun && <ListingProgress done={items.length - left} total={items.length} running={running} />}
      {running ? (
        <button type="button" class="button" data-testid="stop-all" onClick={actions.stopAll}>
          {t('listingStop')}
        </button>
      ) : (
        left > (begun ? 0 : 1) && (
          <p class="listing-start">
            <button
              type="button"
              class={begun ? 'button' : 'button button-main'}
              data-testid="check-all"
              onClick={actions.checkAll}
            >
              {begun ? t('listingGoOn', left) : t('listingCheckAll', left)}
            </button>
            {!begun && <span class="listing-polite">{t('listingPolite')}</span>}
          </p>
        )
      )}
      {!begun && <p>{t('offerText')}</p>}
      {begun ? (
        <Results items={ranked(items)} onOpen={actions.openDocument} />
      ) : (
        <ul class="offer-list">
          {items.map(({ document }) => (
            <li key={document.url}>
              <button
                type="button"
                class="link"
                data-testid="offer"
                data-stop
                title={document.url}
                onClick={() => actions.openDocument(document)}
              >
                {document.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="button" data-testid="check-page" onClick={actions.checkPage}>
        {t('checkPageItself')}
      </button>
    </section>
  );
}

interface ListingProgressProps {
  readonly done: number;
  readonly total: number;
  readonly running: boolean;
}

function ListingProgress({ done, total, running }: ListingProgressProps) {
  const words = running ? 'listingProgress' : done < total ? 'listingStopped' : 'listingDone';
  return (
    <div class="progress-line">
      <p role="status" data-testid="listing-progress">
        {t(words, done, total)}
      </p>
      <div class="progress-track" aria-hidden="true">
        <div class="progress-part" style={{ width: `${(100 * done) / total}%` }} />
      </div>
    </div>
  );
}

interface ResultsProps {
  readonly items: readonly ListedDocument[];
  readonly onOpen: PanelActions['openDocument'];
}

function Results({ items, onOpen }: ResultsProps) {
  return (
    <table class="listing-results">
      <thead>
        <tr>
          <th scope="col">{t('libraryDocument')}</th>
          <th scope="col">{t('statusConflict')}</th>
          <th scope="col">{t('statusSuspected')}</th>
          <th scope="col">{t('listingUnread')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ document, outcome }) => (
          <tr key={document.url} data-testid="listed" data-state={outcome.state}>
            <th scope="row" colSpan={outcome.state === 'checked' ? 1 : 4}>
              <button
                type="button"
                class="link"
                data-testid="offer"
                data-stop
                title={document.url}
                onClick={() => onOpen(document)}
              >
                {document.name}
              </button>
              <Outcome outcome={outcome} />
            </th>
            {outcome.state === 'checked' && (
              <>
                <td data-status={outcome.errors > 0 ? 'conflict' : undefined}>{outcome.errors}</td>
                <td data-status={outcome.warnings > 0 ? 'suspected' : undefined}>{outcome.warnings}</td>
                <td>{outcome.unread}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What there is to say of a document besides its counts. */
function Outcome({ outcome }: Pick<ListedDocument, 'outcome'>) {
  switch (outcome.state) {
    case 'checked': {
      const words = [outcome.unit, outcome.year && t('factYear', outcome.year)].filter(Boolean).join(' · ');
      return <p class="listing-words">{words}</p>;
    }
    case 'failed':
      return <p class="listing-words">{failureSentence(outcome.reason)}</p>;
    case 'empty':
      return <p class="listing-words">{t('listingEmpty')}</p>;
    case 'checking':
      return <p class="listing-words">{t('progressChecking')}…</p>;
    case 'waiting':
      return null;
  }
}
