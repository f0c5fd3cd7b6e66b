import type { Lead } from './leads.ts';
import type { Body, Topic } from './sections.ts';
import { accountsIn, fundOf, type NamedAccount, NO_SUBJECT, readSubject, type Subject } from './subjects.ts';

/** The subject that an account named in a paragraph is. */
export function accountInForce({ folded, section }: Body, named: NamedAccount): Subject {
  return {
    words: folded.text.slice(named.start, named.end),
    owner: '',
    quantity: 'account',
    fund: fundOf(section.topic),
    account: named.names,
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
  if (role === 'final' || role === 'budget')
    return /^(?:年初|全年|调整|预算|支出|收入|决算|安排|数|金额|资金|总额|为|其)*$/.test(noun);
  return /^(?:支出数|支出金额|(?:支出)?决算数?|预算数|预算|金额|资金|总额|数|其|完成|目标任?务?的?)?$/.test(noun);
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

/** `1.公务接待费。支出决算为…`: the paragraph begins with its matter as a sentence of its own. */
export function titleSubject(beginning: string, topic: Topic): Subject | null {
  const title = /^(?:\d{1,2}[、.]|\([一二三四五六七八九十\d]{1,3}\)、?)?([^。,;:]{2,30})[。:]/.exec(beginning);
  const subject = title && readSubject(title[1]!, topic);
  return subject?.quantity ? subject : null;
}

/** What a share is a share of, as its words say. */
export function wholeNamed(words: string, topic: Topic): Subject {
  return readSubject(
    words
      .replace(/^(?:了|全部|本单位|本部门|单位|部门|全年|当年)+/, '')
      .replace(/的$/, '')
      .replace(/总(收入|支出)(?=(?:决算)?(?:数|额)?$)/, '$1合计'),
    topic,
  );
}

/** The section's fund, where the words name no subject. */
export function unnamedSubject(topic: Topic): Subject {
  return { ...NO_SUBJECT, fund: fundOf(topic) };
}
