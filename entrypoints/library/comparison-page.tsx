import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../../lib/anchors/anchor.ts';
import type { Archive } from '../../lib/archive/archive.ts';
import type { Body } from '../../lib/archive/bodies.ts';
import type { Entry } from '../../lib/archive/entry.ts';
import type { Comparison, KeptReading } from '../../lib/archive/kept-comparison.ts';
import type { Naming } from '../../lib/archive/naming.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { libraryAddress } from './address.ts';
import { ComparedFormSection } from './compared-form-section.tsx';
import { CrossFinding } from './cross-finding.tsx';
import { DepartmentNote } from './department-note.tsx';
import { documentWords } from './document-words.ts';
import { IndicatorSection } from './indicator-section.tsx';
import { showPlace } from './open-original.ts';
import { SaveComparison } from './save-comparison.tsx';

interface ComparisonPageProps {
  readonly library: Archive;
  /** All of the library. */
  readonly bodies: readonly Body[];
  readonly namings: readonly Naming[];
  /** sha256 of each. */
  readonly documents: readonly string[];
}

/** Leads to a place of one of the documents. */
export type GoTo = (entry: Entry, place: Place) => void;

/** Documents side by side: what contradicts each other between them, then at a glance and form by form what changed. */
export function ComparisonPage({ library, bodies: all, namings, documents }: ComparisonPageProps) {
  const [comparison, setComparison] = useState<Comparison | 'missing' | null>(null);
  const [read, setRead] = useState(0);
  useEffect(() => {
    void comparisonOf(library, all, namings, documents, setRead).then(setComparison, () => setComparison('missing'));
  }, [library, documents.join()]);
  if (comparison === 'missing') return <p role="alert">{t('libraryMissing')}</p>;
  if (!comparison) return <p role="status">{t('compareReading', read, documents.length)}</p>;

  const { forms, findings, indicators, departments, unconfirmed } = comparison;
  const entries = comparison.documents.map(({ entry }) => entry);
  const bodies = comparison.documents.map(({ body }) => body || t('unitUnknown'));
  const isOneBody = new Set(bodies).size === 1;
  const kept = all.flatMap(body => body.documents.map(({ entry }) => entry));
  const goTo: GoTo = async (entry, place) => {
    if (!(await showPlace(library, entry, place)))
      location.hash = libraryAddress({ show: 'document', document: entry.sha256, at: place });
  };
  return (
    <article class="side-by-side" data-testid="comparison">
      <h2>{[...new Set(bodies)].join(t('listJoin'))}</h2>
      <ul class="comparison-documents">
        {entries.map((entry, i) => (
          <li key={entry.sha256}>
            <a class="link" href={libraryAddress({ show: 'document', document: entry.sha256, at: null })}>
              {[!isOneBody && bodies[i], documentWords(entry)].filter(Boolean).join(' ')}
            </a>{' '}
            <span class="comparison-source">{entry.name}</span>
          </li>
        ))}
      </ul>
      {entries.length > 1 && <SaveComparison comparison={comparison} />}
      {departments.map(found => (
        <DepartmentNote key={found.department.entry.sha256} {...{ found, chosen: entries, entries: kept, namings }} />
      ))}
      {unconfirmed.length > 0 && (
        <p data-testid="unconfirmed">{t('compareUnconfirmed', unconfirmed.join(t('listJoin')))}</p>
      )}
      {entries.length === 1 && departments.length === 0 && <p class="comparison-none">{t('compareUnitsUnknown')}</p>}
      {entries.length > 1 && (
        <section aria-labelledby="findings-across">
          <h3 id="findings-across">{t('compareFindings')}</h3>
          {findings.length === 0 ? (
            <p class="comparison-none">{t('compareNoFindings')}</p>
          ) : (
            <ul class="cross-findings">
              {findings.map(({ of, finding }, i) => (
                <CrossFinding
                  key={`${i}:${finding.id}`}
                  finding={finding}
                  of={of.entry}
                  entries={entries}
                  bodies={isOneBody ? null : bodies}
                  onGoTo={goTo}
                />
              ))}
            </ul>
          )}
        </section>
      )}
      {indicators.length > 0 && (
        <IndicatorSection indicators={indicators} entries={entries} bodies={isOneBody ? null : bodies} onGoTo={goTo} />
      )}
      {entries.length > 1 && forms.length === 0 && <p class="comparison-none">{t('compareNoForms')}</p>}
      {forms.map(form => (
        <ComparedFormSection
          key={form.id}
          form={form}
          entries={entries}
          bodies={isOneBody ? null : bodies}
          onGoTo={goTo}
        />
      ))}
    </article>
  );
}

async function comparisonOf(
  library: Archive,
  bodies: readonly Body[],
  namings: readonly Naming[],
  documents: readonly string[],
  onRead: (done: number) => void,
): Promise<Comparison> {
  const bodyOf = new Map(bodies.flatMap(body => body.documents.map(({ entry }) => [entry.sha256, body.name])));
  // One at a time: the page can be drawn between them, and only one lies unpacked in memory.
  async function* kept(): AsyncGenerator<KeptReading> {
    for (const [i, sha256] of documents.entries()) {
      const [entry, reading] = await Promise.all([library.entry(sha256), library.reading(sha256)]);
      if (!entry || !reading) throw new Error('a document is no longer kept');
      yield { entry, reading, body: bodyOf.get(sha256) ?? entry.unit };
      onRead(i + 1);
    }
  }
  // The engine is large, and the list does without it.
  const { compareKept } = await import('../../lib/archive/kept-comparison.ts');
  return compareKept(kept(), namings, interfaceLocale());
}
