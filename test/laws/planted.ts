import type { Evidence, Finding, Report } from '../../lib/report/report.ts';
import type { Planted } from '../generator/plant.ts';
import { inWords, seriousOf } from './told.ts';

/** How the only mistake of a document is told otherwise than once, as severely as it deserves, and of its place. One of several figures may be told once for each. */
export function isToldOnce(planted: Planted, report: Report): string[] {
  const told = seriousOf(report);
  const problems: string[] = [];
  if (told.length === 0 || told.length > planted.printed.length)
    problems.push(`told ${told.length} times: ${told.map(inWords).join(' // ')}`);
  if (!told.some(({ severity }) => severity === planted.severity || severity === 'error'))
    problems.push(`no ${planted.severity}`);
  if (!told.some(finding => isNamed(finding, planted))) problems.push(`not named: ${planted.quote}`);
  return problems;
}

function isNamed({ evidence }: Finding, planted: Planted): boolean {
  return evidence.some(item => (item.role === 'suspect' || BACKED.has(planted.kind)) && isPlace(item, planted));
}

/** Backed by its own rate, a wrong total is no more suspect than its parts: enough that the finding shows it. */
const BACKED: ReadonlySet<string> = new Set(['item-budget-total']);

function isPlace({ table, printed, quote }: Evidence, planted: Planted): boolean {
  if (table !== planted.form) return false;
  return planted.printed.some(text => (planted.form === null ? quote.includes(text) : printed === text));
}
