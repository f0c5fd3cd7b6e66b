import type { ComponentChildren } from 'preact';
import type { Report } from '../report/report.ts';
import { type MessageKey, t } from './i18n.ts';
import './document-heading.css';

const KINDS: Record<Report['document']['kind'], MessageKey> = {
  'final-accounts': 'kindFinalAccounts',
  budget: 'kindBudget',
  unknown: 'kindUnknown',
};

const LEVELS: Record<NonNullable<Report['document']['level']>, MessageKey> = {
  department: 'levelDepartment',
  unit: 'levelUnit',
  government: 'levelGovernment',
};

interface DocumentHeadingProps {
  readonly report: Report;
  /** What can be done with the document. */
  readonly children?: ComponentChildren;
}

/** Whose and what: unit, year, kind, amount unit, and where it came from. */
export function DocumentHeading({ report, children }: DocumentHeadingProps) {
  const { document, source } = report;
  const facts = [
    document.year && t('factYear', document.year),
    [document.level && t(LEVELS[document.level]), t(KINDS[document.kind])].filter(Boolean).join(''),
    document.amountUnit && t('factAmountUnit', document.amountUnit),
    source.pages && t('factPages', source.pages),
  ].filter(Boolean);
  return (
    <header class="document-heading">
      <h1>{document.unit || t('unitUnknown')}</h1>
      <p class="document-facts">{facts.join(' · ')}</p>
      <p class="document-source" title={source.url ?? source.name}>
        <span class="document-name">{sourceWords(source)}</span>
        {children}
      </p>
    </header>
  );
}

function sourceWords({ url, name }: Report['source']): string {
  const host = url && URL.canParse(url) ? new URL(url).host : '';
  return [host, name].filter(Boolean).join(' · ');
}
