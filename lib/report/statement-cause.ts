import type { Bilingual } from '../rules/rule.ts';
import { type Figure, intervalOfFigure } from '../statements/figure.ts';
import { plus, ratio, type Statement } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import { codeOf, type Surroundings, yuan } from './surroundings.ts';

/** A row that a sum goes without though another table has it. */
export interface MissingRow {
  readonly label: string;
  /** Where it stands. */
  readonly found: Figure;
}

/**
 * The one row that stands in another table, not in the total's own, and makes up exactly what the parts lack (domain rule 8).
 * Null where there is none or where several would do.
 */
export function missingRow(statement: Statement, around: Surroundings): MissingRow | null {
  if (statement.kind !== 'sum' || statement.terms.some(({ sign }) => sign === -1)) return null;
  const { total, terms } = statement;
  const lacking = terms.reduce((rest, { figure }) => rest.minus(yuan(figure)), yuan(total));
  if (!lacking.isPositive() || lacking.isZero()) return null;
  const above = codeOf(total.label.row);
  const lengths = new Set(terms.map(({ figure }) => codeOf(figure.label.row)?.length ?? 0));
  const fits = ({ label }: Figure) => {
    const code = codeOf(label.row);
    // The summary forms list the classes by name alone.
    const isAlike = lengths.has(code?.length ?? 0) || (code?.length === 3 && lengths.has(0));
    return label.row !== null && isAlike && (code ?? '').startsWith(above ?? '') && !around.hasRow(total, label.row);
  };
  const found = around.elsewhere(total, lacking).filter(fits);
  const labels = new Set(found.map(({ label }) => label.row!));
  return labels.size === 1 ? { label: found[0]!.label.row!, found: found[0]! } : null;
}

/** The other figure that the percentage comes to when it is taken of that instead, such as another budget. Null where there is none, or several. */
export function otherBase(statement: Statement, around: Surroundings): Figure | null {
  if (statement.kind !== 'ratio' || statement.weight || statement.numerator.length !== 1) return null;
  const base = statement.denominator[0]!.figure;
  // A change divided by what it led to instead of by what it began from.
  if (statement.denominator.length > 1)
    return statement.denominator.length === 2 && isTelling(statement.shown) && isExactlyOf(statement, base)
      ? base
      : null;
  const isOther = (figure: Figure) => {
    const { lo, hi } = intervalOfFigure(base);
    return figure.unit === base.unit && (figure.amount.value.lt(lo) || figure.amount.value.gt(hi));
  };
  const candidates = [...around.bases(statement.numerator[0]!.figure), ...around.neighbours(base).row];
  const found = candidates.filter(figure => isOther(figure) && isExactlyOf(statement, figure));
  return new Set(found.map(({ amount }) => amount.value.toString())).size === 1 ? found[0]! : null;
}

function isExactlyOf({ shown, numerator }: Extract<Statement, { kind: 'ratio' }>, base: Figure): boolean {
  return judge(ratio(shown, numerator, plus(base))).grade === 'exact';
}

/** A percentage of so many digits comes out by no chance. */
function isTelling({ amount }: Figure): boolean {
  return amount.value.precision() >= 3;
}

/** Several columns lack something at once, and no row elsewhere tells what. */
export const SOME_ROW_MISSING: Bilingual = {
  zh: '这一行的几栏都大于所列各项之和，可能漏列了一行',
  en: 'several columns of the row exceed the sum of their parts: a row may be missing',
};

export function missingRowCause({ label, found }: MissingRow): Bilingual {
  const { table } = found.label;
  return {
    zh: `漏列“${label}”一行（${table}中为 ${found.printed}）`,
    en: `the row “${label}” is missing (${found.printed} in ${table})`,
  };
}

export function otherBaseCause(base: Figure): Bilingual {
  const name = [base.label.table, base.label.row, base.label.column].filter(Boolean).join(' ') || base.label.quote;
  return {
    zh: `是用另一个数作分母算出的：${name} ${base.printed}`,
    en: `worked out against another base: ${name} ${base.printed}`,
  };
}
