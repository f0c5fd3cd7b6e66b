import { type Amount, readAmount, readPercent } from '../../amounts/amount.ts';
import { isMoney, type Unit } from '../../amounts/unit.ts';
import type { Disclosure, OtherTable } from '../../disclosure/disclosure.ts';
import { foldLabel } from '../../disclosure/label.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { Figure, FigureLabel } from '../../statements/figure.ts';
import { equal, plus, ratio } from '../../statements/statement.ts';
import { type Cell, slots, type Table } from '../../tables/table.ts';
import { isPercent, percentageCheck } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

export const performance: Rule = {
  id: 'narrative/performance',
  title: { zh: '绩效自评与自评表', en: 'Self-evaluation against its table' },
  basis: {
    zh: '绩效自评综述的全年预算数、执行数、执行率与所附绩效自评表的预算数(A)、执行数(B)、执行率(B/A)一致，预算数均为调整后的财政资金。',
    en: 'Budget, execution and rate in the summary are those of the self-evaluation table (A, B, B/A), the budget being the adjusted one in both.',
  },
  *check(disclosure): Iterable<Check> {
    const tables = disclosure.otherTables.flatMap(table => executionOf(table) ?? []);
    yield* scores(disclosure, tables);
    for (const claim of disclosure.narrative.claims) {
      if (claim.within.topic !== 'performance' || claim.kind !== 'completion' || claim.budgetKind === 'initial')
        continue;
      const table = tableFor(claim, tables, disclosure);
      if (!table || !claim.budget || !claim.amount) continue;
      const context = [claim.passage];
      const title = table.title;
      yield {
        kind: 'statement',
        statement: equal(claim.budget, table.budget),
        about: { zh: `全年预算数与《${title}》预算数(A)`, en: `Budget against ${title} (A)` },
        context,
      };
      yield {
        kind: 'statement',
        statement: equal(claim.amount, table.executed),
        about: { zh: `执行数与《${title}》执行数(B)`, en: `Execution against ${title} (B)` },
        context,
      };
      const about = {
        zh: `完成预算的百分比与《${title}》执行率(B/A)`,
        en: `Rate against ${title} (B/A)`,
      };
      if (!isPercent(claim.rate)) continue;
      if (!table.rate) {
        yield percentageCheck(ratio(claim.rate, plus(table.executed), plus(table.budget)), about, context);
        continue;
      }
      yield { kind: 'statement', statement: equal(claim.rate, table.rate), about, context };
      yield percentageCheck(
        ratio(table.rate, plus(table.executed), plus(table.budget)),
        { zh: `《${title}》执行率 = 执行数(B) ÷ 预算数(A)`, en: `${title}: rate = B ÷ A` },
        [],
      );
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十三、预算绩效情况说明
          1.库房改造项目绩效自评综述：项目全年预算数为52.00万元，执行数为50.00万元，完成预算的96.2%。
          第五部分 附件
          2031年度库房改造项目自评表
          项目名称 | 库房改造 | < | < | <
          预算执行情况(万元) | | 预算数(A) | 执行数(B) | 执行率(B/A)
          ^ | 年度财政资金总额 | 52.00 | 50.00 | 96.2%`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十三、预算绩效情况说明
          1.库房改造项目绩效自评综述：项目全年预算数为40.00万元，执行数为50.00万元，完成预算的125%。
          第五部分 附件
          2031年度库房改造项目自评表
          项目名称 | 库房改造 | < | < | <
          预算执行情况(万元) | | 预算数(A) | 执行数(B) | 执行率(B/A)
          ^ | 年度财政资金总额 | 50.00 | 50.00 | 100%`,
        blames: '项目全年预算数为40.00万元',
      },
    ],
  },
};

/** The execution line of a self-evaluation table. */
interface Execution {
  readonly title: string;
  /** Folded title and 项目名称. */
  readonly words: string;
  readonly isWhole: boolean;
  readonly budget: Figure;
  readonly executed: Figure;
  /** 执行率 as printed; null where the table has none. */
  readonly rate: Figure | null;
  /** 总分 as printed; null where the table has none. */
  readonly score: Figure | null;
}

function executionOf(table: OtherTable): Execution | null {
  const grid = slots(table.table).map(row => row.map(cell => foldLabel(cell?.content.text ?? '')));
  for (let r = 0; r < grid.length - 1; r++) {
    const budgetAt = grid[r]!.findIndex(text => /^(?:全年|调整后?)?预算数(?:\(A\))?$/.test(text));
    const executedAt = grid[r]!.findIndex(text => /^(?:全年)?执行数(?:\(B\))?$/.test(text));
    if (budgetAt < 0 || executedAt < 0) continue;
    const budget = figureAt(table, r + 1, budgetAt);
    const executed = figureAt(table, r + 1, executedAt);
    if (!budget || !executed) return null;
    const unit = (/(亿元|万元|元)/.exec(grid[r]!.join('') + grid[r + 1]!.join(''))?.[1] ??
      table.unit ??
      '万元') as Unit;
    const name = grid
      .find(row => row.some(text => text === '项目名称'))
      ?.find(text => text !== '项目名称' && text !== '');
    const lead = grid[r + 1]!.slice(0, budgetAt).join('');
    const words = foldLabel(table.title) + (name ?? '');
    return {
      title: table.title || name || '',
      words,
      isWhole: name === undefined && /整体/.test(words + lead),
      budget: inMoney(budget, unit),
      executed: inMoney(executed, unit),
      rate: rateAt(
        table,
        r + 1,
        grid[r]!.findIndex(text => /^(?:预算)?执行率/.test(text)),
        budget,
      ),
      score: scoreIn(table, grid, budget),
    };
  }
  return null;
}

function figureAt({ figures }: OtherTable, row: number, column: number): Figure | undefined {
  return figures.get(`${row},${column}`);
}

function rateAt({ table }: OtherTable, row: number, column: number, budget: Figure): Figure | null {
  const cell = slots(table)[row]?.[column];
  const amount = cell && readPercent(cell.content.text);
  return cell && amount && !amount.nil
    ? cellFigure(table, cell, amount, '%', { ...budget.label, column: '执行率(B/A)' })
    : null;
}

/** The cell right of 总分 (or 合计得分), with or without 分 behind the number. */
function scoreIn({ table }: OtherTable, grid: readonly string[][], budget: Figure): Figure | null {
  const row = grid.findIndex(texts => /^(?:总分|总得分|合计得分|自评得分|综合得分)$/.test(texts[0] ?? ''));
  if (row < 0) return null;
  const cells = [...new Set(slots(table)[row])].filter(cell => cell !== null);
  const read = (text: string) => readAmount(text.replace(/分\s*$/, ''));
  const scored = cells.filter(cell => read(cell.content.text)?.nil === false);
  const [cell] = scored;
  if (!cell || scored.length > 1) return null;
  return cellFigure(table, cell, read(cell.content.text)!, '分', { ...budget.label, row: '总分', column: null });
}

function cellFigure(table: Table, cell: Cell, amount: Amount, unit: Unit, label: FigureLabel): Figure {
  const { text } = cell.content;
  return {
    id: `${table.id}:${cell.row},${cell.column}`,
    printed: text,
    amount,
    unit,
    source: cell.content,
    start: 0,
    end: text.length,
    label: { ...label, quote: text },
    uncertain: cell.uncertain,
  };
}

/** Scores that the text repeats from the tables. */
function* scores(disclosure: Disclosure, tables: readonly Execution[]): Iterable<Check> {
  const { claims } = disclosure.narrative;
  for (const claim of claims) {
    const score = claim.figures.find(figure => figure.unit === '分');
    if (
      claim.kind !== 'score' ||
      claim.within.topic !== 'performance' ||
      !score ||
      !/得分|评分/.test(claim.subject.words)
    )
      continue;
    const named = claims.find(
      other => other.paragraph === claim.paragraph && other.kind === 'completion' && other.budget,
    );
    const isWhole = /整体/.test(claim.subject.words);
    const table = isWhole ? only(tables.filter(other => other.isWhole)) : named && tableFor(named, tables, disclosure);
    if (!table?.score) continue;
    yield {
      kind: 'statement',
      statement: equal(score, table.score),
      about: { zh: `自评得分与《${table.title}》总分`, en: `Score against ${table.title}` },
      context: [claim.passage],
    };
  }
}

/** The unit stands in the table's own header where the table names none above it. */
function inMoney(figure: Figure, unit: Unit): Figure {
  return isMoney(figure.unit) ? figure : { ...figure, unit };
}

/** The table of the project (or of the whole body) that the claim speaks of; none where several could be meant. */
function tableFor(claim: Claim, tables: readonly Execution[], disclosure: Disclosure): Execution | null {
  const { quantity } = claim.subject;
  if (quantity === 'performance.total') return only(tables.filter(table => table.isWhole));
  if (quantity !== 'performance.project') return null;
  const projects = tables.filter(table => !table.isWhole);
  const name = claim.subject.words.replace(/项目$/, '');
  if (name) return only(projects.filter(table => table.words.includes(name)));
  const claims = disclosure.narrative.claims.filter(
    other => other.subject.quantity === 'performance.project' && other.budget,
  );
  return claims.length === 1 ? only(projects) : null;
}

function only<T>(items: readonly T[]): T | null {
  return items.length === 1 ? items[0]! : null;
}
