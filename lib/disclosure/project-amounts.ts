import type { Figure } from '../statements/figure.ts';
import { columnKey } from './columns.ts';
import { type Grid, headerPath, rowCells } from './grid.ts';
import { foldLabel, isTotalLabel } from './label.ts';

/** What a table gives for a project by its name. */
export interface ProjectAmount {
  /** Folded. */
  readonly name: string;
  /** The body it belongs to, folded; empty where the table does not say. */
  readonly body: string;
  readonly amount: Figure;
}

const NAME_HEADING = /项目名称$|^支出项目类别$|^单位\(项目\)名称$/;
const BODY_HEADING = /^(?:项目|实施|预算)?单位(?:名称)?$|预算单位名称$/;
const AMOUNT_HEADING = /^(?:项目)?(?:金额|预算数|预算金额|合计|总计)(?:\(.*\))?$/;
/** The year's money in a table about one project. */
const AMOUNT_LABEL = /^(?:年度(?:预算)?资金总额|年度预算资金|资金总额|项目当年预算|当年预算)(?:\(.*\))?:?$/;

/** The projects a table lists, or the one it is about. */
export function projectAmounts(grid: Grid, headerEnd: number, figures: ReadonlyMap<string, Figure>): ProjectAmount[] {
  const listed = listedProjects(grid, headerEnd, figures);
  return listed.length > 0 ? listed : aboutOne(grid, figures);
}

function listedProjects(grid: Grid, headerEnd: number, figures: ReadonlyMap<string, Figure>): ProjectAmount[] {
  const paths = Array.from({ length: grid.table.columns }, (_, c) => headerPath(grid, c, headerEnd));
  const named = (pattern: RegExp) => paths.findIndex(path => pattern.test(path.at(-1) ?? ''));
  const name = named(NAME_HEADING);
  const body = named(BODY_HEADING);
  const amount = paths.findIndex(
    (path, c) => c > name && (columnKey(path) === 'total' || AMOUNT_HEADING.test(path.at(-1) ?? '')),
  );
  if (name < 0 || amount < 0) return [];
  const found: ProjectAmount[] = [];
  for (let row = headerEnd; row < grid.endRow; row++) {
    const figure = figures.get(`${row},${amount}`);
    const text = grid.texts[row]![name]!;
    if (!figure || figure.amount.nil || text === '' || isTotalLabel(text)) continue;
    found.push({ name: text, body: body < 0 ? '' : grid.texts[row]![body]!, amount: figure });
  }
  return found;
}

function aboutOne(grid: Grid, figures: ReadonlyMap<string, Figure>): ProjectAmount[] {
  const beside = (label: RegExp) => {
    for (let row = grid.firstRow; row < grid.endRow; row++) {
      const cells = rowCells(grid, row);
      const at = cells.findIndex(cell => cell.row === row && label.test(foldLabel(cell.content.text)));
      if (at >= 0) return cells[at + 1] ?? null;
    }
    return null;
  };
  const name = beside(/^(?:项目|专项(?:资金)?)名称$/);
  const amount = name && beside(AMOUNT_LABEL);
  const figure = amount && figures.get(`${amount.row},${amount.column}`);
  return name && figure && !figure.amount.nil ? [{ name: foldLabel(name.content.text), body: '', amount: figure }] : [];
}
