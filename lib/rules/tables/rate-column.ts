import type { RateCell, RateColumn, Slot } from '../../disclosure/rate-columns.ts';
import type { Figure } from '../../statements/figure.ts';
import { ratio, statedFigure, type Term } from '../../statements/statement.ts';
import { fits, percentageCheck } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

/** So many percentages that hold bear out which amounts their column is of, while one fails, or so many times fewer than hold. */
const FEWEST_HELD = 3;
const TIMES = 20;

export const rateColumn: Rule = {
  id: 'tables/rate-column',
  title: { zh: '表内的占比和增减率', en: 'Shares and growth rates in a table' },
  basis: {
    zh: '占比 = 本行金额 ÷ 所在合计的金额，各项占比合计为 100%；增减率 =（本期 − 上期）÷ 上期；完成率、执行率 = 决算数 ÷ 预算数。标题没有写明与哪一栏相比的，以本栏多数百分比成立的金额栏为准。',
    en: 'A share is the row’s amount in the total of its group, and shares add up to 100 %; a rate of growth is (this − prior) ÷ prior, a rate of completion final ÷ budget. Where the heading does not tell the columns, they are those for which most of the column holds.',
  },
  *check({ forms, otherTables }): Iterable<Check> {
    for (const { figures, rates } of [...forms, ...otherTables])
      for (const column of rates) yield* columnChecks(column, figures);
  },
  examples: {
    passing: [
      {
        document: `
          某馆2031年收支变动情况表
          单位：万元
          项目 | 2030年预算数 | 2031年预算数 | 增减%
          展览费 | 40.00 | 50.00 | 25.0%
          讲座费 | 20.00 | 15.00 | -25.0%
          设备费 | 30.00 | 36.00 | 20.0%
          合计 | 90.00 | 101.00 | 12.2%`,
      },
      {
        document: `
          某馆2031年支出构成表
          单位：万元
          项目 | 金额 | 占比
          展览费 | 50.00 | 49.5%
          讲座费 | 15.00 | 14.9%
          设备费 | 36.00 | 35.6%
          合计 | 101.00 | 100%`,
      },
      {
        document: `
          某县2031年一般公共预算支出决算表
          单位：万元
          项目 | 预算数 | 决算数 | 决算数为预算数的%
          教育支出 | 40.00 | 30.00 | 75.0%
          水利支出 | 20.00 | 21.00 | 105.0%
          文化支出 | 30.00 | 12.00 | 40.0%
          合计 | 90.00 | 63.00 | 70.0%`,
      },
    ],
    failing: [
      {
        document: `
          某县2031年一般公共预算支出决算表
          单位：万元
          项目 | 预算数 | 决算数 | 决算数为预算数的%
          教育支出 | 40.00 | 30.00 | 75.0%
          水利支出 | 20.00 | 21.00 | 150.0%
          文化支出 | 30.00 | 12.00 | 40.0%
          合计 | 90.00 | 63.00 | 70.0%`,
        blames: '水利支出 决算数为预算数的% 150.0%',
      },
      {
        document: `
          某馆2031年收支变动情况表
          单位：万元
          项目 | 2030年预算数 | 2031年预算数 | 增减%
          展览费 | 40.00 | 50.00 | 25.0%
          讲座费 | 20.00 | 15.00 | -25.0%
          设备费 | 30.00 | 36.00 | 12.0%
          合计 | 90.00 | 101.00 | 12.2%`,
        blames: '设备费 增减% 12.0%',
      },
      {
        document: `
          某馆2031年支出构成表
          单位：万元
          项目 | 金额 | 占比
          展览费 | 50.00 | 49.5%
          讲座费 | 15.00 | 19.4%
          设备费 | 36.00 | 35.6%
          合计 | 101.00 | 100%`,
        blames: '讲座费 占比 19.4%',
      },
    ],
  },
};

type RateCheck = Extract<Check, { kind: 'statement' }>;

function* columnChecks({ readings }: RateColumn, figures: ReadonlyMap<Slot, Figure>): Iterable<Check> {
  let best: { checks: RateCheck[]; held: number } | null = null;
  for (const reading of readings) {
    const checks = reading.flatMap(cell => checkOf(cell, figures) ?? []);
    const held = checks.filter(({ statement }) => fits(statement)).length;
    if (!best || held > best.held) best = { checks, held };
  }
  if (!best || best.held < FEWEST_HELD) return;
  const failed = new Set(
    best.checks.filter(({ statement }) => !fits(statement)).map(({ statement }) => statedFigure(statement)),
  ).size;
  // Columns that nearly agree, such as two counts of last year, leave several failures behind.
  if (failed <= 1 || best.held >= failed * TIMES) yield* best.checks;
}

function checkOf({ shown, numerator, denominator }: RateCell, figures: ReadonlyMap<Slot, Figure>): RateCheck | null {
  const figure = figures.get(shown);
  const terms = (list: RateCell['numerator']): Term[] | null => {
    const found = list.map(([sign, slot]) => ({ sign, figure: figures.get(slot) }));
    return found.every((term): term is Term => term.figure !== undefined) ? found : null;
  };
  const [above, below] = [terms(numerator), terms(denominator)];
  if (figure?.unit !== '%' || !above || !below || below.every(term => term.figure.amount.value.isZero())) return null;
  const { table, row, column } = figure.label;
  const name = [table, row, column].filter(Boolean).join(' ');
  return percentageCheck(ratio(figure, above, below), { zh: name, en: name }, []);
}
