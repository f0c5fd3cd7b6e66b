import type { Wanted } from './generate.ts';

/** The sample disclosure: about ten errors of different kinds in one fictional unit's final accounts. */
export const SAMPLE: Wanted = {
  seed: 156,
  layout: 'national',
  exact: false,
  plant: [
    'completion-pair',
    'table-digit',
    'hierarchy',
    'cross-form',
    'note-formula',
    'share',
    'change-rate',
    'wrong-year',
    'narrative-amount',
    'account-name',
    'item-budget-total',
    'unit-slip',
  ],
};
