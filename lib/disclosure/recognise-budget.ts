import type { FormId } from './form.ts';
import type { Grid } from './grid.ts';
import { foldLabel } from './label.ts';

/** Titles of budget forms under the names used in different places, most particular first; null for tables that are none of them. */
const TITLES: readonly [RegExp, FormId | null][] = [
  [/绩效|采购|购买服务|机关运行|国有资产|资产配置|结转资金|政府经济|债务|说明|目录/, null],
  [/"?三公"?经费/, 'B07'],
  [/国有资本经营.*收支|政府性基金.*收支/, null],
  [/国有资本经营.*支出/, 'B09'],
  [/政府性基金.*支出/, 'B08'],
  [/^(?!.*收支).*项目支出/, 'B10'],
  [/一般公共预算.*基本支出|公共财政.*基本支出/, 'B06'],
  [/财政拨款.*基本支出/, 'B14'],
  [/基本支出/, 'B15'],
  [/财政拨款.*(?:收支|收入支出).*表/, 'B04'],
  [/(?:一般公共预算|公共财政预算).*支出.*\((?:分|按).*单位\)/, 'B05-2'],
  [/一般公共预算.*支出|公共财政预算.*支出/, 'B05'],
  [/财政拨款.*支出/, 'B13'],
  [/(?:收支|收入支出)/, 'B01'],
  [/收入/, 'B02'],
  [/支出.*总/, 'B03'],
];

/** Which form of a budget a table is: by its title, and by the labels that form cannot be without. Null for any other table. */
export function recogniseBudgetForm(title: string, grid: Grid): FormId | null {
  const folded = foldLabel(title);
  if (!/表/.test(folded)) return null;
  const id = TITLES.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
  const texts = new Set(grid.texts.slice(grid.firstRow, grid.endRow).flat());
  const has = (pattern: RegExp) => [...texts].some(text => pattern.test(text));
  if (id === null) return null;
  // What is listed by economic class under a title that does not say so is another form.
  const economic = has(/^(?:301)?[-_]?工资福利支出$/);
  switch (id) {
    case 'B01':
    case 'B04':
      return has(/总计|合计/) && has(/支出/) ? id : null;
    case 'B06':
    case 'B14':
    case 'B15':
      return economic || has(/^30[1-3]/) ? id : null;
    case 'B05':
      if (economic) return null;
      return has(/^(?:单位|部门)(?:编码|代码)$/) ? 'B05-2' : id;
    case 'B03':
    case 'B13':
      return economic ? null : id;
    case 'B07':
      return has(/公务接待/) && has(/因公出国/) ? id : null;
    default:
      return id;
  }
}
