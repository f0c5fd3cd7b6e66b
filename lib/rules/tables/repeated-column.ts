import { readAmount } from '../../amounts/amount.ts';
import { foldLabel } from '../../disclosure/label.ts';
import { type Cell, slots } from '../../tables/table.ts';
import type { Check, Rule } from '../rule.ts';

export const repeatedColumn: Rule = {
  id: 'tables/repeated-column',
  title: { zh: '重复的栏', en: 'Columns that come twice' },
  basis: {
    zh: '表头各栏的名称不同；相邻两栏名称相同、数字也相同的，其中一栏是多余的或名称有误。',
    en: 'Columns have names of their own: two neighbours of one name with the same figures are one too many, or one is named wrongly.',
  },
  *check({ forms, otherTables }): Iterable<Check> {
    for (const { table } of [...forms, ...otherTables]) {
      const grid = slots(table);
      for (const [row, cells] of grid.entries())
        for (let column = 1; column < table.columns; column++) {
          const [left, right] = [cells[column - 1], cells[column]];
          if (
            left &&
            right &&
            areNamesakes(left, right, row) &&
            !areParted(grid[row - 1], left, right) &&
            sameFigures(grid, left, right)
          )
            yield remark(left, right);
        }
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年度项目支出表
          单位：万元
          项目名称 | 项目总预算 | 本年预算 | 上年预算
          库房改造 | 80.00 | 52.00 | 52.00
          展厅更新 | 20.00 | 20.00 | 20.00
          第三部分 2031年度部门决算情况说明
          项目支出80.00万元。`,
      },
      {
        document: `
          2031年度项目支出表
          单位：万元
          项目名称 | 本年预算 | 本年预算
          库房改造 | 80.00 | 52.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年度项目支出表
          单位：万元
          项目名称 | 项目总预算 | 项目本年预算 | 项目本年预算
          库房改造 | 80.00 | 52.00 | 52.00
          展厅更新 | 40.00 | 20.00 | 20.00`,
        blames: '项目本年预算',
      },
    ],
  },
};

const SHORTEST = 4;

/** Two headings side by side, each in a cell of its own, under one heading or none. */
function areNamesakes(left: Cell, right: Cell, row: number): boolean {
  if (left === right || left.row !== row || right.row !== row || left.rowSpan !== right.rowSpan) return false;
  const name = foldLabel(right.content.text);
  return name.length >= SHORTEST && /预算|决算|支出|收入|金额|合计/.test(name) && foldLabel(left.content.text) === name;
}

/** Headings above that tell the two apart. */
function areParted(above: readonly (Cell | null)[] | undefined, left: Cell, right: Cell): boolean {
  const [a, b] = [above?.[left.column], above?.[right.column]].map(cell => foldLabel(cell?.content.text ?? ''));
  return a !== b;
}

/** The rows below, as far as they hold amounts in both columns, hold the same. */
function sameFigures(grid: readonly (readonly (Cell | null)[])[], left: Cell, right: Cell): boolean {
  let shown = 0;
  for (let row = left.row + left.rowSpan; row < grid.length; row++) {
    const [a, b] = [grid[row]![left.column], grid[row]![right.column]];
    const [one, other] = [a, b].map(cell => cell && readAmount(cell.content.text));
    if (a === b || !one || !other) break;
    if (!one.value.eq(other.value)) return false;
    if (!one.nil) shown++;
  }
  return shown > 0;
}

function remark(left: Cell, right: Cell): Check {
  const passage = ({ content }: Cell) => ({ source: content, start: 0, end: content.text.length, section: null });
  const name = foldLabel(right.content.text);
  return {
    kind: 'remark',
    severity: 'info',
    title: { zh: `“${name}”一栏重复`, en: `The column ${name} comes twice` },
    message: {
      zh: `相邻两栏的名称都是“${name}”，各行数字也相同：一栏多余，或列名有误。`,
      en: `Two neighbouring columns are called ${name} and have the same figures: one is too many or named wrongly.`,
    },
    stated: name,
    expected: null,
    suspect: passage(right),
    counterparts: [passage(left)],
  };
}
