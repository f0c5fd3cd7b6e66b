import { FUNCTION_NAMES } from './catalogue.ts';
import { Draft } from './draft.ts';
import { toHtml } from './html.ts';
import { LAYOUTS } from './layout.ts';
import { type Fen, type Ledger, sumOf } from './ledger.ts';
import { percent, wan } from './print.ts';

/** The narrative of a body's budget, item by item against the budget of the year before, as an HTML page. */
export function budgetPage(book: Ledger, before: Ledger): string {
  const draft = new Draft(LAYOUTS.national);
  const level = book.level === 'unit' ? '单位' : '部门';
  const title = `${book.unit}${book.year}年${level}预算公开`;
  const general = book.items.filter(item => item.fund === 'generalPublicBudget');
  const earlier = new Map(before.items.map(item => [item.code, item.initialBudget]));
  const total = (items: readonly { initialBudget: Fen }[]) => sumOf(items, item => item.initialBudget);
  const since = (now: Fen, then: Fen) => {
    const change = now - then;
    if (change === 0) return `与${before.year}年预算持平`;
    const [more, grew] = change > 0 ? ['增加', '增长'] : ['减少', '下降'];
    const rate = then === 0 ? '' : `，${grew}${percent(draft.layout, Math.abs(change), then)}`;
    return `比${before.year}年预算${more}${wan(Math.abs(change), false)}万元${rate}`;
  };
  draft.heading(1, title);
  draft.heading(2, `第三部分 ${book.unit}${book.year}年${level}预算情况说明`);
  draft.heading(3, '一、一般公共预算支出安排情况');
  const was = total(before.items.filter(item => item.fund === 'generalPublicBudget'));
  draft.say`${`${book.year}`}年一般公共预算支出${wan(total(general), false)}万元，${since(total(general), was)}。具体安排如下：`;
  general.forEach((item, i) => {
    const names = [item.code.slice(0, 3), item.code.slice(0, 5)].map(code => FUNCTION_NAMES[code]);
    draft.say`${`${i + 1}`}.${names[0]!}（类）${names[1]!}（款）${item.name}（项）${wan(item.initialBudget, false)}万元，${since(item.initialBudget, earlier.get(item.code) ?? 0)}。`;
  });
  return toHtml(draft, title);
}
