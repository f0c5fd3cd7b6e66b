import type { FigureStatus, Report, ReportClaim } from '../report/report.ts';
import './claims-view.css';
import { holds } from './finding-filter.ts';
import { t } from './i18n.ts';
import { claimStatus, shownStatuses } from './marks.ts';
import { STATUS_NAMES } from './status-names.ts';

interface ClaimsViewProps {
  readonly report: Report;
  readonly filter: FigureStatus | null;
  /** Words looked for. */
  readonly words: string;
  readonly canGoTo: boolean;
  readonly onClaim: (claim: ReportClaim) => void;
  readonly onFinding: (id: string) => void;
}

/** What the narrative states in figures, in its own order and words, and what each was compared with. */
export function ClaimsView({ report, filter, words, canGoTo, onClaim, onFinding }: ClaimsViewProps) {
  const claims = report.claims.filter(
    claim =>
      (filter === null || claimStatus(claim) === filter) && holds(words, claim.quote, claim.section, claim.comparison),
  );
  if (report.claims.length === 0) return <p class="claims-none">{t('claimsNone')}</p>;
  if (claims.length === 0)
    return <p class="claims-none">{filter ? t('claimsNoneOfStatus', t(STATUS_NAMES[filter])) : t('searchNothing')}</p>;
  const shown = shownStatuses(report);
  const statusOf = (claim: ReportClaim) => shown({ status: claimStatus(claim), findings: claim.findings });
  return (
    <>
      {bySection(claims).map(({ section, claims: own }, i) => (
        <section key={`${i}:${section}`} class="claim-section">
          <h2>{section || t('sectionUnnamed')}</h2>
          <ol data-long={claims.length > MANY}>
            {own.map((claim, j) => (
              <li key={`${j}:${claim.quote}`} class="claim" data-testid="claim" data-status={statusOf(claim)}>
                {canGoTo ? (
                  <button type="button" class="claim-quote" title={t('goTo')} data-stop onClick={() => onClaim(claim)}>
                    <span class="mark-text" data-status={statusOf(claim)}>
                      {claim.quote}
                    </span>
                  </button>
                ) : (
                  <span class="mark-text" data-status={statusOf(claim)}>
                    {claim.quote}
                  </span>
                )}
                <p class="claim-comparison">
                  <span class="claim-status">{t(STATUS_NAMES[statusOf(claim)])}</span> · {claim.comparison}
                  {claim.findings.length > 0 && (
                    <>
                      {' · '}
                      <button type="button" class="link" onClick={() => onFinding(claim.findings[0]!)}>
                        {t('seeFinding')}
                      </button>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Of more rows than these the lists are laid out piece by piece. */
const MANY = 100;

function bySection(claims: readonly ReportClaim[]): { section: string; claims: ReportClaim[] }[] {
  const sections: { section: string; claims: ReportClaim[] }[] = [];
  for (const claim of claims) {
    const last = sections.at(-1);
    if (last?.section === claim.section) last.claims.push(claim);
    else sections.push({ section: claim.section, claims: [claim] });
  }
  return sections;
}
