import type { AccountsFormId } from './form.ts';
import type { Grid } from './grid.ts';
import { foldLabel } from './label.ts';

/** Titles of the nine forms under the names used in different places, most particular first. */
const TITLES: readonly [AccountsFormId, RegExp][] = [
  ['T09', /"?三公"?经费.*(?:决算|支出|情况|统计|明细).*表/],
  ['T08', /国有资本经营.*(?:决算|收支|支出).*表/],
  ['T07', /政府性基金.*(?:决算|收支|支出).*表/],
  ['T06', /(?:一般公共预算|财政拨款|^).*基本支出.*表/],
  ['T05', /一般公共预算.*支出(?:决算)?(?:明细)?(?:总)?表/],
  ['T04', /财政拨款(?:收入支出|收支)(?:决算)?总表/],
  ['T01', /(?:收入支出|收支)(?:决算)?总表/],
  ['T02', /^(?!.*(?:财政拨款|支出)).*收入决算(?:明细|总)?表/],
  ['T03', /^(?!.*(?:财政拨款|收入|预算|基本|项目|经营)).*支出决算(?:明细|总)?表/],
];

const OTHER_DOCUMENT = /预算(?:总|明细)?表|项目支出|绩效|自评|机构运行|机关运行|采购|国有资产|构成|占比|对比|变动/;

/**
 * Which of the nine forms a table is: by its title, and else by the labels only that form has.
 * Null for any other table; a title of a budget form is none of the nine.
 */
export function recogniseForm(title: string, grid: Grid): AccountsFormId | null {
  const folded = foldLabel(title).replace(/"/g, '"');
  const labels = labelsOf(grid);
  // A form that speaks of budgets alone is none of the final accounts, whatever its title leaves out.
  if (!/决算/.test(folded) && labels(/预算数|本年预算/) && !labels(/决算/)) return null;
  const byTitle = isAccountsTitle(folded) ? (TITLES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null) : null;
  if (byTitle) return fits(byTitle, labels) ? byTitle : null;
  return title && /预算/.test(folded) && !/决算/.test(folded) ? null : byLabels(labels);
}

function isAccountsTitle(folded: string): boolean {
  if (/决算/.test(folded)) return !/绩效|自评|项目支出|占比|构成|对比|变动|采购/.test(folded);
  // Printed in one table with the running costs of offices in some places.
  if (/三公"?经费.*机关运行/.test(folded)) return true;
  return folded !== '' && !OTHER_DOCUMENT.test(folded) && !/^\d{4}年.*预算/.test(folded) && /支出|收支/.test(folded);
}

/** Labels of the form's header and of its first words in each row. */
function labelsOf(grid: Grid): (pattern: RegExp) => boolean {
  const texts = new Set<string>();
  for (let row = grid.firstRow; row < grid.endRow; row++)
    for (const text of grid.texts[row]!) if (text) texts.add(text);
  const all = [...texts];
  return pattern => all.some(text => pattern.test(text));
}

/** A title alone is no proof: the table must have what the form cannot be without. */
function fits(id: AccountsFormId, has: (pattern: RegExp) => boolean): boolean {
  switch (id) {
    case 'T01':
    case 'T04':
      return has(/本年收入合计|收入合计|总计/) && has(/支出/);
    case 'T02':
      return has(/收入/) && has(/合计|小计/);
    case 'T03':
      return has(/基本支出|项目支出/);
    case 'T05':
      return has(/合计|小计|支出/) && has(/项目支出|基本支出/);
    case 'T06':
      return has(/^(?:301)?工资福利支出$/) || has(/^人员经费/) || has(/^301/);
    case 'T07':
    case 'T08':
      return has(/支出|合计|小计|结转/);
    case 'T09':
      return has(/公务接待/) && has(/因公出国/);
  }
}

function byLabels(has: (pattern: RegExp) => boolean): AccountsFormId | null {
  if (has(/本年收入合计/) && has(/本年支出合计/) && has(/总计/)) {
    if (has(/^(?:四、)?上级补助收入/) && has(/事业收入/)) return 'T01';
    if (has(/政府性基金预算财政拨款$/) && has(/年初财政拨款结转/)) return 'T04';
  }
  if (has(/^本年收入合计$/) && has(/^上级补助收入$/) && has(/科目名称/)) return 'T02';
  if (has(/^本年支出合计$/) && has(/^上缴上级支出$/) && has(/科目名称/)) return 'T03';
  return null;
}
