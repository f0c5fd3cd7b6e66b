import type { ColumnKey, Entry, Form } from '../../disclosure/form.ts';
import { foldAccountName } from '../../disclosure/label.ts';
import { plus, sum } from '../../statements/statement.ts';
import { presentFigures } from '../lines.ts';
import type { Check } from '../rule.ts';
import { sameFigure } from './two-forms.ts';

/**
 * Each function class of a summary form against the accounts of that class: the 类 row of the same name,
 * or, where only 款 or 项 rows are listed, their sum under the class's code.
 */
export function* classFigures(
  summary: Form,
  column: ColumnKey,
  accounts: Form,
  accountColumn: ColumnKey,
): Iterable<Check> {
  const byName = new Map<string, Entry>();
  for (const entry of accounts.entries) {
    if (entry.code?.length !== 3) continue;
    // A class listed again is listed for each of several bodies.
    if (byName.has(foldAccountName(entry.name))) return;
    byName.set(foldAccountName(entry.name), entry);
  }
  for (const line of summary.entries) {
    if (line.key !== 'expenditure.functionClass') continue;
    const name = foldAccountName(line.name);
    const account = byName.get(name);
    const figure = line.values[column];
    if (account) {
      yield* sameFigure(figure, account.values[accountColumn]);
      continue;
    }
    const code = CLASS_CODES.get(name);
    const parts = accounts.entries.filter(
      entry => code && entry.code && entry.code.length > 3 && entry.code.startsWith(code),
    );
    const lowest = parts.filter(part => !parts.some(other => other !== part && other.code!.startsWith(part.code!)));
    const figures = presentFigures(lowest.map(entry => entry.values[accountColumn]));
    if (figure && !figure.amount.nil && figures.length > 0 && byName.size === 0) {
      yield {
        kind: 'statement',
        statement: sum(figure, plus(...figures)),
        about: {
          zh: `${summary.id} ${line.name} = ${accounts.id} ${code} 类各科目之和`,
          en: `${summary.id} ${line.name} = sum of the ${code} accounts of ${accounts.id}`,
        },
      };
    }
  }
}

/** Codes of the function classes (《政府收支分类科目》) by folded name, for documents that list no class rows. */
const CLASS_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    一般公共服务支出: '201',
    外交支出: '202',
    国防支出: '203',
    公共安全支出: '204',
    教育支出: '205',
    科学技术支出: '206',
    文化旅游体育与传媒支出: '207',
    社会保障和就业支出: '208',
    卫生健康支出: '210',
    节能环保支出: '211',
    城乡社区支出: '212',
    农林水支出: '213',
    交通运输支出: '214',
    资源勘探工业信息等支出: '215',
    商业服务业等支出: '216',
    金融支出: '217',
    援助其他地区支出: '219',
    自然资源海洋气象等支出: '220',
    住房保障支出: '221',
    粮油物资储备支出: '222',
    国有资本经营预算支出: '223',
    灾害防治及应急管理支出: '224',
    其他支出: '229',
    债务还本支出: '231',
    债务付息支出: '232',
    抗疫特别国债安排的支出: '234',
  }),
);
