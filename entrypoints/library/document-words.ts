import type { Entry } from '../../lib/archive/entry.ts';
import { type MessageKey, t } from '../../lib/ui/i18n.ts';

const KINDS: Record<Entry['kind'], MessageKey> = {
  'final-accounts': 'kindFinalAccounts',
  budget: 'kindBudget',
  unknown: 'kindUnknown',
};

const LEVELS: Record<NonNullable<Entry['level']>, MessageKey> = {
  department: 'levelDepartment',
  unit: 'levelUnit',
  government: 'levelGovernment',
};

/** `单位决算` */
export function kindWords({ kind, level }: Pick<Entry, 'kind' | 'level'>): string {
  return [level && t(LEVELS[level]), t(KINDS[kind])].filter(Boolean).join('');
}

/** `2031 年度单位决算` */
export function documentWords(entry: Entry): string {
  return [entry.year && t('factYear', entry.year), kindWords(entry)].filter(Boolean).join(' ');
}

/** `3.4 MB` */
export function sizeWords(bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kB' : bytes < 1_000_000_000 ? 'MB' : 'GB';
  const value = bytes / { kB: 1e3, MB: 1e6, GB: 1e9 }[unit];
  return `${value.toFixed(unit === 'kB' ? 0 : 1)} ${unit}`;
}
