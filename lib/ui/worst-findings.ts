import { Decimal } from 'decimal.js';
import { factorOf, isMoney, type Unit } from '../amounts/unit.ts';
import type { Finding, Report } from '../report/report.ts';

/** The conflicts that differ most, amounts of money before rates and counts; at most `most` of them. */
export function worstFindings(report: Report, most: number): Finding[] {
  return report.findings
    .filter(({ severity }) => severity === 'error')
    .map(finding => ({ finding, money: isAmount(finding), size: sizeOf(finding, report) }))
    .sort((a, b) => Number(b.money) - Number(a.money) || b.size.comparedTo(a.size))
    .slice(0, most)
    .map(({ finding }) => finding);
}

/** Printed with decimals and no sign of its own: in these documents that is money. */
function isAmount({ stated, computed }: Finding): boolean {
  return [stated, computed].some(text => /^-?[\d,]+\.\d+$/.test(text ?? ''));
}

/** In yuan, as far as the unit of the table or of the document tells. */
function sizeOf({ difference, evidence }: Finding, report: Report): Decimal {
  const digits = difference?.replace(/,/g, '') ?? '';
  if (!/^\d+(?:\.\d+)?$/.test(digits)) return new Decimal(0);
  const table = evidence[0]?.table;
  const unit = report.tables.find(({ form, title }) => table && (form === table || title === table))?.amountUnit;
  const known = (unit ?? report.document.amountUnit) as Unit | null;
  return new Decimal(digits).times(known && isMoney(known) ? factorOf(known) : 1);
}
