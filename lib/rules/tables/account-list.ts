import type { OtherTable } from '../../disclosure/disclosure.ts';
import type { ColumnKey, Entry } from '../../disclosure/form.ts';
import type { Figure } from '../../statements/figure.ts';
import { plus, sum } from '../../statements/statement.ts';
import { accountTree, presentFigures } from '../lines.ts';
import type { Check, Rule } from '../rule.ts';

/** What the total of a row is made of, where the header has all of it. */
const ROW_PARTS: readonly {
  readonly total: ColumnKey;
  readonly needed: readonly ColumnKey[];
  readonly parts: readonly ColumnKey[];
}[] = [
  {
    total: 'total',
    needed: ['basic', 'project'],
    parts: ['basic', 'project', 'remittanceToSuperior', 'business', 'subsidyToSubordinates'],
  },
  { total: 'basic', needed: ['basic.personnel', 'basic.publicUse'], parts: ['basic.personnel', 'basic.publicUse'] },
];

export const accountList: Rule = {
  id: 'tables/account-list',
  title: { zh: '按科目列示的表', en: 'Tables listed by account' },
  basis: {
    zh: '《政府收支分类科目》：在按科目编码列示的表（如各预算表）中，类等于所属款之和，款等于所属项之和，合计行等于所列最上一级科目之和；每行合计等于基本支出、项目支出等各栏之和，基本支出等于人员经费与公用经费之和。',
    en: 'Government Revenue and Expenditure Classification: in a table listed by account code (budget tables among them) classes are the sum of their sections, sections of their items, the total row of the topmost accounts; a row’s total is the sum of basic, project and other expenditure, basic expenditure of personnel and public use.',
  },
  *check({ otherTables }): Iterable<Check> {
    for (const table of otherTables) {
      const { top, children, repeated } = accountTree(table.accounts);
      if (repeated || table.accounts.length === 0) continue;
      for (const [parent, parts] of children) yield* columns(table, parent, parts);
      const total = table.accounts.filter(({ key }) => key === 'total');
      const stray = table.accounts.some(entry => entry.key === null && rowFigures(table, entry).size > 0);
      if (total.length === 1 && top.length > 0 && !stray) yield* columns(table, total[0]!, top);
      for (const entry of table.accounts) yield* rowSums(table, entry);
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年部门预算
          一般公共预算支出表
          单位：元
          科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出
          ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^
          合计 | < | 3,000.00 | 1,000.00 | 800.00 | 200.00 | 2,000.00
          201 | 一般公共服务支出 | 3,000.00 | 1,000.00 | 800.00 | 200.00 | 2,000.00
          20106 | 财政事务 | 3,000.00 | 1,000.00 | 800.00 | 200.00 | 2,000.00
          2010601 | 行政运行 | 1,000.00 | 1,000.00 | 800.00 | 200.00 |
          2010602 | 一般行政管理事务 | 2,000.00 | | | | 2,000.00`,
      },
      {
        // The same account stands under two bodies: nothing can be told of its sums.
        document: `
          2031年部门预算
          支出预算表
          单位：元
          科目编码 | 科目名称 | 单位名称 | 预算数
          201 | 一般公共服务支出 | 某局 | 3,000.00
          2010601 | 行政运行 | 某局 | 1,000.00
          2010602 | 一般行政管理事务 | 某局 | 500.00
          2010602 | 一般行政管理事务 | 某中心 | 500.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年部门预算
          一般公共预算支出表
          单位：元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 3,000.00 | 1,000.00 | 2,000.00
          201 | 一般公共服务支出 | 3,000.00 | 1,000.00 | 2,000.00
          20106 | 财政事务 | 3,100.00 | 1,000.00 | 2,100.00
          2010601 | 行政运行 | 1,000.00 | 1,000.00 |
          2010602 | 一般行政管理事务 | 2,000.00 | | 2,000.00`,
        blames: '20106财政事务 项目支出 2,100.00',
      },
    ],
  },
};

function* columns(table: OtherTable, total: Entry, parts: readonly Entry[]): Iterable<Check> {
  const byColumn = parts.map(part => rowFigures(table, part));
  for (const [column, figure] of rowFigures(table, total)) {
    const figures = presentFigures(byColumn.map(row => row.get(column)));
    if (figures.length === 0) continue;
    const name = [total.code, total.name].filter(Boolean).join(' ');
    yield {
      kind: 'statement',
      statement: sum(figure, plus(...figures)),
      about: {
        zh: `${table.title} ${name}（${figure.label.column}）= 所属科目之和`,
        en: `${table.title} ${name} (${figure.label.column}) = sum of its accounts`,
      },
    };
  }
}

function* rowSums(table: OtherTable, entry: Entry): Iterable<Check> {
  const known = new Set(Object.values(entry.values));
  const unknown = [...rowFigures(table, entry).values()].some(figure => !known.has(figure));
  for (const { total, needed, parts } of ROW_PARTS) {
    const figure = entry.values[total];
    if (!figure || figure.amount.nil || !needed.every(key => entry.values[key])) continue;
    // Beside a column nobody knows the parts are not known to be all.
    if (unknown && total === 'total') continue;
    const figures = presentFigures(parts.map(key => entry.values[key]));
    if (figures.length === 0) continue;
    yield {
      kind: 'statement',
      statement: sum(figure, plus(...figures)),
      about: {
        zh: `${table.title} ${entry.name}：${figure.label.column} = 各栏之和`,
        en: `${table.title} ${entry.name}: ${figure.label.column} = sum of its columns`,
      },
    };
  }
}

/** The row's figures that show something, by column. */
function rowFigures(table: OtherTable, entry: Entry): Map<number, Figure> {
  const row = new Map<number, Figure>();
  for (let column = 0; column < table.table.columns; column++) {
    const figure = table.figures.get(`${entry.row},${column}`);
    if (figure && presentFigures([figure]).length > 0) row.set(column, figure);
  }
  return row;
}
