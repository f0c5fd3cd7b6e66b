import { accountsIn, type NamedAccount } from './accounts.ts';
import { foldText } from './folded-text.ts';
import type { Lead } from './leads.ts';
import type { Body, Topic } from './sections.ts';
import { type AccountNames, fundOf, NO_SUBJECT, readSubject, type Subject } from './subjects.ts';

/** The subject that an account named in a paragraph is. */
export function accountInForce({ folded, section }: Body, named: NamedAccount): Subject {
  return {
    words: folded.text.slice(named.start, named.end),
    owner: '',
    quantity: 'account',
    fund: fundOf(section.topic),
    account: withinHeadings(named.names, section.path),
  };
}

/** Items under a heading `（一）教育支出（类）` are named without their class. */
function withinHeadings(names: AccountNames, path: readonly string[]): AccountNames {
  if (names.functionClass !== null || names.code !== undefined) return names;
  const headed = path
    .flatMap(heading => accountsIn(foldText(heading).text, 0, heading.length))
    .map(account => account.names);
  const above = headed.findLast(heading => heading.functionClass !== null);
  if (!above) return names;
  return {
    ...names,
    functionClass: above.functionClass,
    functionSection:
      names.functionSection ?? headed.findLast(heading => heading.functionSection !== null)?.functionSection ?? null,
  };
}

/** The account named last in text[from, to); null where none is. */
export function lastAccountIn(text: string, from: number, to: number): NamedAccount | null {
  return accountsIn(text, from, to).at(-1) ?? null;
}

/** Words of another matter behind the account (…(类)公厕建设支出): not the account's own figure. */
export function isOfAccount(between: string): boolean {
  return ACCOUNT_TAIL.test(between);
}

const ACCOUNT_TAIL =
  /^(?:支出|科目|年初|全年|调整后?的?|年度|预算|决算|安排|财政拨款|一般公共预算|本年|当年|数|金额|合计|总额|完成|共计?|为|是|约|[\d年度:"])*(?:(?:比|较|与|同).*)?$/;

/** Words that name no subject of their own: the one in force is meant. */
export function isAmountWord(noun: string, role: Lead['role']): boolean {
  if (role === 'final' || role === 'budget' || role === 'prior')
    return /^(?:年初|全年|调整|当年|本年|预算|执行|支出|收入|决算|安排|数|金额|资金|总额|为|其)*$/.test(noun);
  return /^(?:支出数|支出金额|支出决算数?|费用(?:支出)?|开支|当年|本年度?|年初|全年|年度|预算|执行|决算|安排|数|金额|资金|总额|额|其|完成|目标任?务?的?)*$/.test(
    noun,
  );
}

/** The subject that a noun phrase names; `before` is the paragraph up to the number. */
export function subjectNamed(noun: string, before: string, topic: Topic): Subject {
  const subject = readSubject(noun, topic);
  if (subject.quantity !== 'performance.project') return subject;
  // `服务运行经费项目绩效自评综述:项目全年预算数…`: 项目 is the one named before the colon.
  const named = [...before.matchAll(PROJECT_TITLE)].at(-1);
  return named ? { ...subject, words: `${named[1]!.replace(/"/g, '')}项目` } : subject;
}

const PROJECT_TITLE = /(?:^|[。;.、)])([^。;:.、]{2,40}?)(?:项目)?(?:支出)?(?:绩效)?自评(?:综述|情况|结果)?:/g;

/**
 * The subject that a title names: the paragraph's own (`1.公务接待费。支出决算为…`), else its heading (`（二）公务接待费`).
 * `beginning` is the paragraph up to its first number.
 */
export function titleSubject(beginning: string, heading: string, topic: Topic): Subject | null {
  const own = /^(?:\d{1,2}[、.]|\([一二三四五六七八九十\d]{1,3}\)、?)?([^。,;:]{2,30})[。:]/.exec(beginning)?.[1];
  return (
    subjectOfTitle(own ?? '', topic) ??
    subjectOfTitle(foldText(heading).text.replace(/^\([^()]{1,3}\)|^[^、.]{1,3}[、.]/, ''), topic)
  );
}

function subjectOfTitle(title: string, topic: Topic): Subject | null {
  const subject = readSubject(title.replace(/(?:情况)?(?:说明)?[。:]?$/, ''), topic);
  return subject.quantity ? subject : null;
}

/** What a share is a share of, as its words say. 总支出 is read as 支出合计, though it can be the grand total as well. */
export function wholeNamed(words: string, topic: Topic): Subject {
  const bare = words.replace(/^(?:了|全部|本单位|本部门|单位|部门|全年|当年)+/, '').replace(/的$/, '');
  return { ...readSubject(bare.replace(/总(收入|支出)(?=(?:决算)?(?:数|额)?$)/, '$1合计'), topic), words: bare };
}

/** The section's fund, where the words name no subject. */
export function unnamedSubject(topic: Topic): Subject {
  return { ...NO_SUBJECT, fund: fundOf(topic) };
}
