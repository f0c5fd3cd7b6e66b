import type { Finding } from '../report/report.ts';
import type { FindingFilter } from './finding-filter.ts';
import './finding-filters.css';
import { type MessageKey, t } from './i18n.ts';
import { PART_NAMES, partOf, RULE_PARTS } from './rule-parts.ts';

export const SEVERITY_NAMES: Record<Finding['severity'], MessageKey> = {
  error: 'severityError',
  warning: 'severityWarning',
  rounding: 'severityRounding',
  info: 'severityInfo',
};

interface FindingFiltersProps {
  readonly findings: readonly Finding[];
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
}

/** Narrows the findings by how serious they are, by the part of the document, and by rule; offers only what there is. */
export function FindingFilters({ findings, filter, onFilter }: FindingFiltersProps) {
  const severities = (Object.keys(SEVERITY_NAMES) as Finding['severity'][]).map(severity => ({
    value: severity,
    name: t(SEVERITY_NAMES[severity]),
    count: findings.filter(finding => finding.severity === severity).length,
  }));
  const parts = RULE_PARTS.map(part => ({
    value: part,
    name: t(PART_NAMES[part]),
    count: findings.filter(({ rule }) => partOf(rule) === part).length,
  }));
  const titles = new Map(findings.map(({ rule, ruleTitle }) => [rule, ruleTitle]));
  const rules = [...titles].map(([rule, name]) => ({
    value: rule,
    name,
    count: findings.filter(finding => finding.rule === rule).length,
  }));
  return (
    <fieldset class="finding-filters">
      <legend class="visually-hidden">{t('filters')}</legend>
      <Choice
        name={t('filterSeverity')}
        options={severities}
        value={filter.severity}
        onValue={severity => onFilter({ ...filter, severity })}
      />
      <Choice
        name={t('filterPart')}
        options={parts}
        value={filter.part}
        onValue={part => onFilter({ ...filter, part })}
      />
      <Choice
        name={t('filterRule')}
        options={rules}
        value={filter.rule}
        onValue={rule => onFilter({ ...filter, rule })}
      />
    </fieldset>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly name: string; readonly count: number }[];
  readonly value: T | null;
  readonly onValue: (value: T | null) => void;
}

function Choice<T extends string>({ name, options, value, onValue }: ChoiceProps<T>) {
  return (
    <select
      class="field"
      aria-label={name}
      data-set={value !== null}
      value={value ?? ''}
      onChange={event => onValue((event.currentTarget.value as T) || null)}
    >
      <option value="">{name}</option>
      {options
        .filter(({ count }) => count > 0)
        .map(option => (
          <option key={option.value} value={option.value}>
            {option.name} {option.count}
          </option>
        ))}
    </select>
  );
}
