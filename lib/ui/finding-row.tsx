import { Fragment } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { citeFinding } from '../export/citation.ts';
import type { Evidence, Finding, Report } from '../report/report.ts';
import { ArithmeticLine } from './arithmetic-line.tsx';
import { CopyButton } from './copy-button.tsx';
import { DismissForm } from './dismiss-form.tsx';
import type { Dismissal } from './dismissal.ts';
import { EvidenceList } from './evidence-list.tsx';
import './finding-row.css';
import { interfaceLocale, t } from './i18n.ts';
import { focusNextStop } from './panel-keys.ts';
import { placeWords, type TableFigure } from './places.ts';
import { ruleAddress } from './rule-parts.ts';

interface FindingRowProps {
  readonly finding: Finding;
  readonly report: Report;
  readonly open: boolean;
  readonly canGoTo: boolean;
  readonly onToggle: () => void;
  readonly onGoTo: (finding: Finding, evidence: Evidence) => void;
  readonly onSeeTable: (figure: TableFigure) => void;
  readonly onDismiss: (finding: Finding, dismissal: Dismissal) => void;
}

/** One finding: a sentence and its place; opened, the arithmetic, the size, the likeliest cause, the rule and the evidence. */
export function FindingRow(props: FindingRowProps) {
  const { finding, report, open, canGoTo, onToggle, onGoTo, onSeeTable, onDismiss } = props;
  const details = useId();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [open]);
  const suspect = finding.evidence[0];
  return (
    <li
      ref={row}
      class="finding"
      data-testid="finding"
      data-severity={finding.severity}
      data-rule={finding.rule}
      data-finding-id={finding.id}
    >
      <h3>
        <button
          type="button"
          class="finding-summary"
          aria-expanded={open}
          aria-controls={details}
          data-stop
          onClick={onToggle}
        >
          <span class="finding-title">{finding.title}</span>
          {suspect && <span class="finding-place">{placeWords(suspect, report)}</span>}
        </button>
      </h3>
      <div id={details} class="finding-details" hidden={!open}>
        {open && (
          <>
            {finding.arithmetic.length > 0 ? (
              <div class="finding-arithmetic">
                {finding.arithmetic.map((line, i) => (
                  <Fragment key={`${i}:${line.length}`}>
                    {i === 1 && finding.consequences.length > 0 && <p>{t('consequences')}</p>}
                    <ArithmeticLine
                      label={finding.labels[i] ?? ''}
                      line={line}
                      evidence={finding.evidence}
                      onGoTo={item => onGoTo(finding, item)}
                    />
                  </Fragment>
                ))}
              </div>
            ) : (
              <p>{finding.message}</p>
            )}
            <Facts finding={finding} />
            <EvidenceList
              evidence={finding.evidence}
              report={report}
              canGoTo={canGoTo}
              onGoTo={item => onGoTo(finding, item)}
              onSeeTable={onSeeTable}
            />
            <p class="finding-basis">
              <strong>{finding.ruleTitle}</strong>
              {t('basisJoin')}
              {finding.basis}{' '}
              <a class="link" href={ruleAddress(finding.rule)} target="_blank" data-testid="see-rule" rel="noopener">
                {t('seeRule')}
              </a>
            </p>
            <Actions
              finding={finding}
              report={report}
              onDismiss={dismissal => {
                focusNextStop(row.current);
                onDismiss(finding, dismissal);
              }}
            />
          </>
        )}
      </div>
    </li>
  );
}

interface ActionsProps {
  readonly finding: Finding;
  readonly report: Report;
  readonly onDismiss: (dismissal: Dismissal) => void;
}

function Actions({ finding, report, onDismiss }: ActionsProps) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    setAsking(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (asking) return <DismissForm onDismiss={onDismiss} onCancel={cancel} />;
  return (
    <p class="finding-actions">
      <CopyButton
        label={t('copyFinding')}
        testId="copy-finding"
        words={() => citeFinding(finding, report, interfaceLocale())}
      />
      <button ref={button} type="button" class="link" data-testid="dismiss" onClick={() => setAsking(true)}>
        {t('dismiss')}…
      </button>
    </p>
  );
}

function Facts({ finding: { stated, computed, difference, cause } }: { readonly finding: Finding }) {
  const facts = [
    [t('factStated'), stated === '' ? t('blankFigure') : stated],
    [t('factComputed'), computed],
    [t('factDifference'), difference],
    [t('factCause'), cause],
  ].filter(([, value]) => value);
  if (facts.length === 0) return null;
  return (
    <dl class="finding-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
