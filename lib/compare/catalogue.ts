import type { CrossRule, UnitsRule } from './cross-rule.ts';
import { carryover } from './rules/carryover.ts';
import { initialBudget } from './rules/initial-budget.ts';
import { priorYear } from './rules/prior-year.ts';
import { projectBudget } from './rules/project-budget.ts';
import { unitsTotal } from './rules/units-total.ts';
import { vehicles } from './rules/vehicles.ts';

/** Every check of two documents of one body. */
export const crossRules: readonly CrossRule[] = [initialBudget, priorYear, carryover, projectBudget, vehicles];

/** Every check of a department's document and those of its units. */
export const unitsRules: readonly UnitsRule[] = [unitsTotal];
