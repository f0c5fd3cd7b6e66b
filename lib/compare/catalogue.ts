import type { CrossRule } from './cross-rule.ts';
import { carryover } from './rules/carryover.ts';
import { initialBudget } from './rules/initial-budget.ts';
import { priorYear } from './rules/prior-year.ts';
import { projectBudget } from './rules/project-budget.ts';
import { vehicles } from './rules/vehicles.ts';

/** Every check of two documents of one body. */
export const crossRules: readonly CrossRule[] = [initialBudget, priorYear, carryover, projectBudget, vehicles];
