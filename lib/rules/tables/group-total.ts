import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Group } from '../../disclosure/groups.ts';
import type { Figure } from '../../statements/figure.ts';
import { plus, type Statement, statedFigure, sum } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { presentFigures } from '../lines.ts';
import type { Check, Rule } from '../rule.ts';

/** So many sums of a family that hold bear out that its labels were understood. */
const FEWEST_HELD = 3;
/** A family is borne out while so many times more of its sums hold than fail. */
const TIMES = 3;

export const groupTotal: Rule = {
  id: 'tables/group-total',
  title: { zh: '表内合计', en: 'Totals within a table' },
  basis: {
    zh: '《政府收支分类科目》和各表表样：类等于所属款之和，款等于所属项之和；合计、小计行等于所列各行之和，合计、小计栏等于同一栏目下各栏之和。标题不足以断定的，以本表其他各行、各栏是否成立为准。',
    en: 'Government Revenue and Expenditure Classification and the tables’ own layout: classes are the sum of their sections, sections of their items; rows and columns of totals are the sum of those they are the total of. Where the labels alone do not tell, the other rows and columns of the table decide.',
  },
  *check(disclosure): Iterable<Check> {
    for (const table of tablesOf(disclosure)) yield* tableChecks(table, disclosure.level === 'government');
  },
  examples: {
    passing: [
      {
        document: `
          2031年部门预算
          部门支出总表
          单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          207 | 文化旅游体育与传媒支出 | 90.00 | 70.00 | 20.00
          20701 | 文化和旅游 | 90.00 | 70.00 | 20.00
          2070104 | 图书馆 | 60.00 | 40.00 | 20.00
          2070109 | 群众文化 | 30.00 | 30.00 |
          合计 | < | 90.00 | 70.00 | 20.00`,
      },
      {
        document: `
          2031年部门预算
          项目支出资金来源表
          单位：万元
          项目名称 | 合计 | 财政拨款 | < | < | 单位资金
          ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | ^
          合计 | 105.00 | 95.00 | 70.00 | 25.00 | 10.00
          展厅更新 | 64.00 | 64.00 | 44.00 | 20.00 |
          设备运行 | 31.00 | 21.00 | 21.00 | | 10.00
          巡回展览 | 10.00 | 10.00 | 5.00 | 5.00 |`,
      },
    ],
    failing: [
      {
        document: `
          2031年度一般公共预算财政拨款收入支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 本年收入 | < | < | 本年支出 | < | <
          ^ | ^ | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | 项目支出
          合计 | < | 30.00 | 10.00 | 20.00 | 28.00 | 10.00 | 18.00
          2130302 | 一般行政管理事务 | 20.00 | | 20.00 | 18.00 | | 18.00
          2130305 | 水利工程建设 | 13.00 | 10.00 | | 10.00 | 10.00 |`,
        blames: '2130305水利工程建设 合计 13.00',
      },
      {
        document: `
          2031年部门预算
          部门支出总表
          单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          207 | 文化旅游体育与传媒支出 | 90.00 | 70.00 | 20.00
          20701 | 文化和旅游 | 90.00 | 70.00 | 20.00
          2070104 | 图书馆 | 60.00 | 60.00 | 20.00
          2070109 | 群众文化 | 30.00 | 30.00 |
          合计 | < | 90.00 | 70.00 | 20.00`,
        blames: '2070104图书馆 基本支出 60.00',
      },
      {
        document: `
          2031年部门预算
          项目支出资金来源表
          单位：万元
          项目名称 | 合计 | 财政拨款 | < | < | 单位资金
          ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | ^
          合计 | 105.00 | 95.00 | 70.00 | 25.00 | 10.00
          展厅更新 | 64.00 | 64.00 | 44.00 | 20.00 |
          设备运行 | 31.00 | 12.00 | 21.00 | | 10.00
          巡回展览 | 10.00 | 10.00 | 5.00 | 5.00 |`,
        blames: '设备运行 小计 12.00',
      },
    ],
  },
};

interface Tabulated {
  readonly name: string;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly groups: readonly Group[];
}

function tablesOf({ forms, otherTables }: Disclosure): Tabulated[] {
  return [
    ...forms.map(({ id, figures, groups }) => ({ name: id, figures, groups })),
    ...otherTables.map(({ title, table, figures, groups }) => ({ name: title || table.id, figures, groups })),
  ];
}

/** One reading of a group across all its lines, and how it comes out. */
interface Tried {
  readonly group: Group;
  readonly statements: readonly Statement[];
  /** Sums that hold, and sums that fail. */
  readonly held: number;
  readonly failed: ReadonlySet<Statement>;
}

function* tableChecks(table: Tabulated, mayWithhold: boolean): Iterable<Check> {
  const tried = table.groups.flatMap(group => likeliest(table, group) ?? []);
  const families = new Map<string, Tried[]>();
  for (const item of tried) {
    const family = families.get(item.group.family);
    if (family) family.push(item);
    else families.set(item.group.family, [item]);
  }
  for (const family of families.values()) {
    const borneOut = isBorneOut(family);
    for (const { group, statements, held, failed } of family) {
      // What fails throughout was not understood, whatever its labels say.
      if (failed.size >= FEWEST_HELD && held === 0) continue;
      const isSure = group.certain || (held >= 2 && held >= failed.size * 2);
      if (failed.size > 0 && !isSure && !borneOut) continue;
      for (const statement of statements)
        yield checkOf(
          table,
          statement,
          !failed.has(statement) ? 'holds' : isSure ? 'fails' : 'seems-to-fail',
          mayWithhold,
        );
    }
  }
}

function isBorneOut(family: readonly Tried[]): boolean {
  const held = family.filter(item => item.failed.size === 0 && item.held > 0).length;
  const failed = family.filter(item => item.failed.size > 0).length;
  return held >= FEWEST_HELD && held >= failed * TIMES;
}

function likeliest(table: Tabulated, group: Group): Tried | null {
  let best: Tried | null = null;
  for (const reading of group.readings) {
    const statements = group.across.flatMap(line => sumAcross(table, group, reading, line) ?? []);
    if (statements.length === 0) continue;
    const failed = new Set(statements.filter(statement => judge(statement).grade === 'conflict'));
    const item = { group, statements, held: statements.length - failed.size, failed };
    // Labels that leave no doubt mean the first reading; another can only be right where all of it holds.
    if (!best || (group.certain ? failed.size === 0 : failed.size < best.failed.size)) best = item;
    if (failed.size === 0) break;
    if (!group.certain && isMeant(item)) return item;
  }
  return best;
}

/** Several parts add up so often that a sum that fails cannot speak for another reading. */
function isMeant({ statements, failed }: Tried): boolean {
  const ofParts = statements.filter(statement => statement.kind === 'sum' && statement.terms.length > 1);
  const held = ofParts.filter(statement => !failed.has(statement)).length;
  return held >= 2 && held >= failed.size * 2;
}

function sumAcross({ figures }: Tabulated, group: Group, reading: readonly number[], line: number): Statement | null {
  const at = (own: number) => figures.get(group.axis === 'rows' ? `${own},${line}` : `${line},${own}`);
  const total = at(group.total);
  const parts = presentFigures(reading.map(at));
  // Percentages of one base each are never added up; shares of one base are told of with their amounts.
  return total && total.unit !== '%' && !total.amount.nil && parts.length > 0 ? sum(total, plus(...parts)) : null;
}

function checkOf(
  { name }: Tabulated,
  statement: Statement,
  outcome: 'holds' | 'fails' | 'seems-to-fail',
  mayWithhold: boolean,
): Check {
  const { row, column } = statedFigure(statement).label;
  const check = {
    kind: 'statement',
    statement,
    about: {
      zh: `${name} ${[row, column].filter(Boolean).join(' ')} = 各项之和`,
      en: `${name} ${[row, column].filter(Boolean).join(' ')} = sum of its parts`,
    },
  } as const;
  if (outcome === 'holds') return check;
  // A government's book leaves out accounts that are secret: parts that fall short of their total prove nothing.
  const verdict = judge(statement);
  if (mayWithhold && verdict.computed?.lt(verdict.stated)) return { ...check, severity: null };
  // That the other lists of the table were understood does not prove that this one was.
  return outcome === 'seems-to-fail' ? { ...check, severity: 'warning' } : check;
}
