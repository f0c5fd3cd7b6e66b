import { readAmount } from '../amounts/amount.ts';
import type { Unit } from '../amounts/unit.ts';
import type { OtherTable } from '../disclosure/disclosure.ts';
import { foldLabel } from '../disclosure/label.ts';
import type { Claim } from '../narrative/narrative.ts';
import type { Figure } from '../statements/figure.ts';
import { plus } from '../statements/statement.ts';
import { slots } from '../tables/table.ts';
import type { StatedAmount } from './stated-amount.ts';

/** `2031年预算安排85.41万元`, as a project's table tells of the years before. */
const BUDGET_OF_YEAR = /(20\d{2})年(?:度)?预算(?:安排|数)?(?:为)?(\d[\d,]*(?:\.\d+)?)(亿元|万元|元)/g;

/** What the tables of single projects say of the project's budgets, year by year. */
export function* budgetsInProjectTables(tables: readonly OtherTable[]): Iterable<StatedAmount> {
  for (const { title, table } of tables) {
    const project = projectOf(slots(table).map(row => row.map(cell => foldLabel(cell?.content.text ?? ''))));
    if (project === null) continue;
    for (const { row, column, content, uncertain } of table.cells)
      for (const match of content.text.matchAll(BUDGET_OF_YEAR)) {
        const [words, year, printed, unit] = match as unknown as [string, string, string, Unit];
        const amount = readAmount(printed);
        if (!amount) continue;
        const start = match.index + words.lastIndexOf(printed);
        const figure: Figure = {
          id: `${table.id}:${row},${column}:${start}`,
          printed,
          amount,
          unit,
          source: content,
          start,
          end: start + printed.length,
          label: { table: title || table.id, row: project, column: `${year}年`, quote: words, section: null },
          uncertain,
        };
        yield {
          quantity: keyOf(project),
          name: project,
          year: Number(year),
          basis: 'initial',
          terms: plus(figure),
          passage: null,
        };
      }
  }
}

/** The quantity of a claim about one project by name; null for any other claim. */
export function projectQuantity({ subject }: Claim): string | null {
  const name = /^(.{3,40})项目$/.exec(foldLabel(subject.words))?.[1];
  return subject.quantity === 'performance.project' && name ? keyOf(name) : null;
}

function projectOf(grid: readonly (readonly string[])[]): string | null {
  const row = grid.find(texts => texts.some(text => text === '项目名称'));
  // In the head of a list it is a column's name.
  const name = row?.slice(row.indexOf('项目名称')).find(text => text !== '项目名称' && text !== '');
  return name && name.length >= 3 && !/^(?:项目|单位|主管|合计|金额|预算)/.test(name) ? name : null;
}

function keyOf(project: string): string {
  return `project/${project.replace(/项目$/, '')}`;
}
