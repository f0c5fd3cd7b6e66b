import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import { printedRange } from './folded-text.ts';
import { type Lead, readLead } from './leads.ts';
import type { Claim, ClaimKind, Comparison, Narrative } from './narrative.ts';
import { type NumberToken, readNumbers } from './numbers.ts';
import type { Paragraph } from './paragraph.ts';
import { type Body, ordinalLevel, type Part, textsOf } from './sections.ts';
import {
  accountsIn,
  fundOf,
  identityOf,
  type NamedAccount,
  NO_SUBJECT,
  readSubject,
  type Subject,
} from './subjects.ts';

/** Parts that state no figures of the year: explanations of terms, duties, lists of tables. */
const SILENT: ReadonlySet<Part> = new Set(['glossary', 'overview', 'tables', 'annex']);

/**
 * Reads what the running text claims, in order. `paragraphs` are those outside of tables and captions;
 * `context.year` is the fiscal year of the document, null where it is not known.
 */
export function readNarrative(paragraphs: readonly Paragraph[], context: { year: number | null }): Narrative {
  const claims: Claim[] = [];
  const texts = textsOf(paragraphs);
  const bodies = texts.filter(({ section, start, folded }) => start < folded.text.length && !SILENT.has(section.part));
  const isBudgetDocument = speaksOfBudget(bodies);
  let path = '';
  let carried = NOTHING;
  for (const body of bodies) {
    const here = body.section.path.join('\n');
    if (here !== path) carried = NOTHING;
    path = here;
    const reader = new BodyReader(body, { year: context.year, isBudgetDocument }, carried);
    claims.push(...reader.read());
    carried = reader.carried;
  }
  return { claims: withAmounts(claims), texts };
}

/** A document whose narrative never speaks of 决算 in its headings, but of 预算. */
function speaksOfBudget(bodies: readonly Body[]): boolean {
  const headings = new Set(bodies.flatMap(body => body.section.path));
  const count = (word: string) => [...headings].filter(heading => heading.includes(word)).length;
  return count('预算') > count('决算') && count('决算') <= 1;
}

/** A change stated in a sentence of its own speaks of the amount last stated of the same subject in the section. */
function withAmounts(claims: readonly Claim[]): Claim[] {
  return claims.map((claim, index) => {
    if (claim.kind !== 'change' || claim.amount || claim.inReason || claim.subject.words === '') return claim;
    const before = claims
      .slice(0, index)
      .findLast(
        other =>
          other.within === claim.within &&
          other.amount !== null &&
          other.figures.includes(other.amount) &&
          !other.inReason &&
          sameSubject(other.subject, claim.subject),
      );
    return before ? { ...claim, amount: before.amount } : claim;
  });
}

/** `stated` is what the amount was said of, `changed` what the change is said of: 收、支总计 are 收入总计 and 支出总计 in one. */
function sameSubject(stated: Subject, changed: Subject): boolean {
  const grand =
    /^(?:revenue|expenditure)GrandTotal$/.test(stated.quantity ?? '') && changed.quantity === 'balanceTotal';
  const a: Subject = grand ? { ...stated, quantity: 'balanceTotal', owner: changed.owner } : stated;
  const b = changed;
  const identity = identityOf({ ...a, owner: '' });
  if (identity === null) return a.words === b.words;
  // The body is named once in a section.
  return (b.owner === '' || a.owner === b.owner) && identity === identityOf({ ...b, owner: '' });
}

/** What one paragraph leaves open for the next of its section. */
interface Carried {
  readonly list: { readonly whole: Draft; readonly level: number } | null;
  readonly account: Subject | null;
  readonly naming: Passage | null;
  /** The last amount that is part of no list: 其中 at the beginning of the next paragraph details it. */
  readonly top: Draft | null;
}

const NOTHING: Carried = { list: null, account: null, naming: null, top: null };

/** A claim while it is being read. Offsets are those of the folded text. */
interface Draft extends Writable<Omit<Claim, 'passage' | 'whole' | 'parts' | 'figures'>> {
  start: number;
  end: number;
  passage: Passage;
  figures: Figure[];
  whole: Draft | null;
  parts: Draft[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface OpenList {
  readonly whole: Draft | null;
  readonly parts: Draft[];
  /** Opened inside another list of the same sentence, or by a part that has siblings after the next half-stop. */
  readonly endsWithSegment: boolean;
  /** Opened in this paragraph, not carried into it. */
  readonly isOwn: boolean;
}

/** Percentages that are handed out to several amounts. */
interface Run {
  readonly kind: ClaimKind;
  /** What they are shares of; null where they are none. */
  readonly whole: string | null;
  readonly amounts: readonly Draft[];
  readonly drafts: Draft[];
}

interface Context {
  readonly year: number | null;
  readonly isBudgetDocument: boolean;
}

/** Reads one paragraph: number by number, each with the words before it. */
class BodyReader {
  readonly #body: Body;
  readonly #context: Context;
  readonly #drafts: Draft[] = [];
  /** What an ellipsis refers to. */
  #current: Draft | null = null;
  /** An account named by its levels: it stays the subject until another one is named. */
  #account: Subject | null = null;
  #naming: Passage | null = null;
  #lists: OpenList[];
  /** Parts of the lists that this paragraph itself opens. */
  readonly #innerParts = new Set<Draft>();
  readonly #carriedTop: Draft | null;
  /** What the sentence divides up. */
  #among: string | null = null;
  #run: Run | null = null;
  /** A reason goes on to the end of its half-sentence. */
  #isReason = false;
  readonly #brackets: (Draft | null)[] = [];
  #sentence = 0;
  #listLeftOpen: Carried['list'];

  constructor(body: Body, context: Context, carried: Carried) {
    this.#body = body;
    this.#context = context;
    this.#account = carried.account;
    this.#naming = carried.naming;
    this.#carriedTop = carried.top;
    // A paragraph numbered at the level of the one that opened the list is its sibling, not its part.
    const level = ordinalLevel(body.folded.text.slice(body.start));
    const list = carried.list && (level < 0 || level > carried.list.level) ? carried.list : null;
    this.#lists = list ? [{ whole: list.whole, parts: [], endsWithSegment: false, isOwn: false }] : [];
    this.#listLeftOpen = list;
  }

  get carried(): Carried {
    const goesOn = this.#drafts.length === 0;
    const top = this.#drafts.findLast(
      d => d.amount !== null && d.kind === 'amount' && !this.#innerParts.has(d) && !d.inReason,
    );
    return {
      list: this.#listLeftOpen,
      account: goesOn ? this.#account : null,
      naming: goesOn ? this.#naming : null,
      top: top ?? this.#carriedTop,
    };
  }

  read(): Claim[] {
    const { folded, start } = this.#body;
    const { text } = folded;
    let from = start;
    for (const token of readNumbers(text)) {
      if (token.start < from) continue;
      this.#take(token, Math.max(from, token.start - FARTHEST));
      from = token.unitEnd;
    }
    this.#finish(text.slice(from));
    this.#noteYears(text);
    return this.#drafts.map(draft => {
      const range = printedRange(folded, draft.start, draft.end);
      if (draft.kind === 'completion' && !draft.amount && !draft.rate) draft.kind = 'amount';
      return Object.assign(draft, { passage: { ...draft.passage, ...range } }) as Claim;
    });
  }

  #take(token: NumberToken, from: number): void {
    const { text } = this.#body.folded;
    const words = text.slice(from, token.start);
    const lead = readLead(words, token.kind, this.#context);
    this.#follow(words, lead);
    const named = accountsIn(text, from, token.start).at(-1);
    let subject: Subject | null = null;
    let { noun } = lead;
    if (named) {
      this.#name(named);
      const isInClause = named.end - from > lead.clauseStart;
      if (isInClause || isAmountWord(noun, lead.role)) noun = '';
      if (noun === '') subject = this.#account;
      // Words of another matter behind the account (…(类)公厕建设支出): not the account's own figure.
      if (isInClause && !ACCOUNT_TAIL.test(text.slice(named.end, token.start))) {
        subject = {
          ...NO_SUBJECT,
          words: text.slice(named.start, token.start),
          fund: fundOf(this.#body.section.topic),
        };
      }
      if (lead.endsSentence || lead.endsSegment || subject) this.#current = null;
    }
    if (isAmountWord(noun, lead.role)) noun = '';
    if (!subject && noun !== '')
      subject = withProject(readSubject(noun, this.#body.section.topic), text.slice(this.#body.start, token.start));
    if (!subject && !this.#current && !this.#account) subject = this.#titleSubject(from, token.start);
    if (lead.among !== null) this.#among = lead.among;
    if (this.#distribute(token, lead, words, from)) return;
    const draft = this.#place(token, lead, subject, from, named?.start ?? null);
    this.#drafts.includes(draft) || this.#drafts.push(draft);
    if (!draft.inReason) this.#current = draft;
  }

  /** Percentages given at the end for several amounts named before (分别占…的20%、60%、20%): each goes to its own. */
  #distribute(token: NumberToken, lead: Lead, words: string, from: number): boolean {
    const goesOn = this.#run !== null && /^(?:[、,和]|以及)$/.test(words) && token.kind === 'percent';
    const begins = lead.isDistributive && token.kind === 'percent';
    if (!goesOn) this.#endRun();
    if (!begins && !goesOn) return false;
    const before = this.#drafts.at(-1);
    if (!before) return false;
    const start = before.sentence === this.#sentence ? before.start : from + lead.segmentStart;
    const kind = begins ? kindOf(token, lead) : this.#run!.kind;
    const draft = this.#blank(kind, start, token.unitEnd, NO_SUBJECT, this.#isReason);
    const figure = this.#figure(token, draft);
    draft.figures.push(figure);
    draft.rate = figure;
    if (begins)
      this.#run = { kind, whole: lead.role === 'share' ? lead.whole : null, amounts: [...this.#drafts], drafts: [] };
    this.#run!.drafts.push(draft);
    this.#drafts.push(draft);
    return true;
  }

  #endRun(): void {
    const run = this.#run;
    this.#run = null;
    if (!run || run.whole === null) return;
    const stated = run.amounts.filter(
      draft => draft.amount !== null && draft.figures.includes(draft.amount) && draft.sentence === this.#sentence,
    );
    const own = stated.slice(-run.drafts.length);
    if (own.length < run.drafts.length) return;
    run.drafts.forEach((draft, i) => {
      draft.subject = own[i]!.subject;
      draft.amount = own[i]!.amount;
      draft.wholeSubject = readSubject(trimWhole(run.whole!), this.#body.section.topic);
    });
  }

  /** `1.公务接待费。支出决算为…`: the paragraph begins with its matter as a sentence of its own. */
  #titleSubject(from: number, to: number): Subject | null {
    const { folded, start, section } = this.#body;
    if (from !== start) return null;
    const title = /^(?:\d{1,2}[、.]|\([一二三四五六七八九十\d]{1,3}\)、?)?([^。,;:]{2,30})[。:]/.exec(
      folded.text.slice(start, to),
    );
    const subject = title && readSubject(title[1]!, section.topic);
    return subject?.quantity ? subject : null;
  }

  /** Keeps track of sentences, lists and brackets that the words open or close. */
  #follow(words: string, lead: Lead): void {
    if (lead.endsSentence || lead.endsSegment || lead.opensList) this.#isReason = false;
    this.#isReason ||= lead.inReason;
    for (const char of words) {
      if (char === '(') this.#brackets.push(this.#current);
      else if (char === ')' && this.#brackets.length > 0) this.#current = this.#brackets.pop() ?? this.#current;
    }
    if (lead.endsSentence) {
      this.#endRun();
      this.#among = null;
      this.#sentence++;
      // After a list it is open what an ellipsis would refer to.
      if (this.#lists.some(list => list.parts.length > 0) && !this.#listLeftOpen) this.#current = null;
      if (!this.#listLeftOpen) this.#closeLists();
    } else if (lead.endsSegment && this.#lists.at(-1)?.endsWithSegment) this.#closeList();
    if (lead.opensList) this.#openList(lead);
  }

  #openList(lead: Lead): void {
    const last = this.#drafts.findLast(draft => draft.amount !== null && draft.kind !== 'change');
    const isSame = last && !lead.endsSentence && last.sentence === this.#sentence;
    const whole = isSame
      ? last
      : (this.#drafts.findLast(d => d.amount !== null && !this.#innerParts.has(d) && d.kind !== 'change') ?? null);
    if (!whole && this.#drafts.length === 0 && this.#carriedTop) {
      this.#lists.push({ whole: this.#carriedTop, parts: [], endsWithSegment: false, isOwn: true });
      return;
    }
    if (!whole) return;
    const nested = this.#lists.length > 0 && isSame === true;
    this.#lists.push({ whole, parts: [], endsWithSegment: nested || whole.kind === 'share', isOwn: true });
  }

  #closeList(): void {
    const list = this.#lists.pop();
    if (list) this.#drafts.push(...this.#breakdown(list));
  }

  #closeLists(): void {
    while (this.#lists.length > 0) this.#closeList();
  }

  /** The claim that the parts of a list make up its whole. */
  #breakdown({ whole, parts }: OpenList): Draft[] {
    if (!whole?.amount || parts.length < 2) return [];
    const last = parts.at(-1)!;
    const start =
      whole.sentence === parts[0]!.sentence && whole.paragraph === last.paragraph ? whole.start : parts[0]!.start;
    return [
      {
        ...this.#blank('breakdown', start, last.end, whole.subject, whole.inReason),
        amount: whole.amount,
        whole,
        wholeSubject: whole.subject,
        parts: [...parts],
        sentence: last.sentence,
      },
    ];
  }

  #place(token: NumberToken, lead: Lead, named: Subject | null, from: number, accountStart: number | null): Draft {
    const antecedent = named || this.#isReason ? null : this.#current;
    const inherited = antecedent?.subject ?? (this.#isReason ? null : this.#account);
    const subject = named ?? inherited ?? { ...NO_SUBJECT, fund: fundOf(this.#body.section.topic) };
    const executed = lead.role === 'completion' && named === null && EXECUTION.test(this.#leadText(token));
    const joined = executed
      ? this.#drafts.findLast(d => d.budget && d.amount && d.rate === null)
      : antecedent && !token.isThreshold && this.#joins(token, lead, antecedent);
    const draft = joined || this.#open(token, lead, subject, antecedent, from, accountStart);
    const end = token.kind === 'count' || token.isThreshold ? this.#clauseEnd(token.unitEnd) : token.unitEnd;
    draft.end = Math.max(draft.end, end);
    const figure = this.#figure(token, draft);
    draft.figures.push(figure);
    this.#assign(draft, figure, token, lead, from);
    return draft;
  }

  /** The claim before, where the number completes it: its rate, its change rate, the final amount to its budget. */
  #joins(token: NumberToken, lead: Lead, before: Draft): Draft | null {
    const nearby = before.sentence === this.#sentence;
    switch (lead.role) {
      case 'completion':
        return before.rate === null && before.change === null && (nearby || before.budget) && before.amount
          ? before
          : null;
      case 'share':
        return nearby && before.rate === null && before.change === null && before.amount && token.kind === 'percent'
          ? before
          : null;
      case 'changeRate':
        return before.kind === 'change' && before.change && before.rate === null ? before : null;
      case 'final':
        return before.budget && before.amount === null && before.rate === null ? before : null;
      case 'budget':
        return nearby && before.amount && before.budget === null && before.rate === null && before.change === null
          ? before
          : null;
      case 'prior':
        return nearby && before.amount && before.prior === null && before.change === null && before.rate === null
          ? before
          : null;
      default:
        return null;
    }
  }

  #leadText(token: NumberToken): string {
    return this.#body.folded.text.slice(Math.max(0, token.start - 12), token.start);
  }

  #open(
    token: NumberToken,
    lead: Lead,
    subject: Subject,
    antecedent: Draft | null,
    from: number,
    accountStart: number | null,
  ): Draft {
    const { text } = this.#body.folded;
    const elided = antecedent !== null && antecedent.sentence === this.#sentence;
    let start = from + lead.segmentStart;
    if (token.start - start > LONGEST_LEAD) {
      start = from + lead.clauseStart;
      if (lead.comparison && lead.comparison.start < lead.clauseStart) start = from + lead.comparison.start;
    }
    if (elided) start = antecedent.start;
    if (accountStart !== null) start = Math.min(start, Math.max(accountStart, from + lead.segmentStart));
    if (!elided) start += LEFTOVER.exec(text.slice(start, token.start))![0].length;
    const draft = this.#blank(kindOf(token, lead), start, token.unitEnd, subject, this.#isReason);
    if (lead.year) {
      draft.year = { year: lead.year.year, passage: this.#passage(from + lead.year.start, from + lead.year.end) };
    } else if (elided) draft.year = antecedent.year;
    if (
      antecedent &&
      (lead.role === 'share' || lead.role === 'completion' || lead.role === 'change' || lead.role === 'changeRate')
    ) {
      draft.amount = antecedent.amount;
      if (lead.role === 'change' || lead.role === 'changeRate') draft.prior = antecedent.prior;
      draft.budget = antecedent.budget;
      draft.budgetKind = antecedent.budgetKind;
    }
    // 与年初预算4,000万元相比: the amount before is what is compared.
    if (antecedent && lead.role === 'budget' && lead.comparison) draft.amount = antecedent.amount;
    if (lead.comparison) draft.comparison = this.#comparison(lead, from);
    else if (elided) draft.comparison = antecedent.comparison;
    const list = this.#lists.at(-1);
    if (list && lead.role === 'amount' && token.kind === 'money' && !token.isThreshold && !this.#isReason) {
      draft.whole = list.whole;
      draft.wholeSubject = list.whole?.subject ?? null;
      list.parts.push(draft);
      if (list.isOwn) this.#innerParts.add(draft);
    } else if (list?.whole && antecedent?.whole === list.whole) {
      draft.whole = list.whole;
      draft.wholeSubject = list.whole.subject;
    }
    return draft;
  }

  #assign(draft: Draft, figure: Figure, token: NumberToken, lead: Lead, from: number): void {
    if (token.isThreshold) return;
    switch (lead.role) {
      case 'amount':
      case 'final':
        draft.amount = figure;
        if (draft.budget) draft.kind = 'completion';
        break;
      case 'budget':
        draft.budget = figure;
        draft.budgetKind = lead.budgetKind;
        draft.kind = 'completion';
        break;
      case 'prior':
        draft.prior = figure;
        if (lead.comparison) draft.comparison = this.#comparison(lead, from);
        break;
      case 'change':
        draft.change = figure;
        draft.direction = lead.direction;
        draft.kind = 'change';
        break;
      case 'changeRate':
        draft.rate = token.kind === 'percent' ? figure : null;
        draft.rateDirection = lead.direction;
        draft.kind = 'change';
        break;
      case 'share':
        draft.rate = figure;
        draft.kind = 'share';
        draft.wholeSubject = this.#wholeOf(draft, lead);
        if (lead.whole !== '') draft.whole = this.#statedWhole(draft);
        break;
      case 'completion':
        draft.rate = figure;
        draft.kind = 'completion';
        draft.rateBudgetKind = lead.budgetKind;
        break;
      case 'other':
        if (token.kind === 'percent') draft.rate = figure;
        else if (token.kind === 'count') draft.amount = null;
    }
  }

  #wholeOf(draft: Draft, lead: Lead): Subject | null {
    const list = this.#lists.at(-1);
    if (lead.whole !== '') return readSubject(trimWhole(lead.whole), this.#body.section.topic);
    if (!draft.whole && list) draft.whole = list.whole;
    if (!draft.whole && this.#among) return readSubject(this.#among, this.#body.section.topic);
    return draft.whole?.subject ?? null;
  }

  #statedWhole(draft: Draft): Draft | null {
    const words = draft.wholeSubject?.words;
    return this.#drafts.findLast(d => d !== draft && d.amount !== null && d.subject.words === words) ?? null;
  }

  #comparison(lead: Lead, from: number): Comparison {
    const { base, budget, year, start, end } = lead.comparison!;
    return { base, budget, year, passage: this.#passage(from + start, from + end) };
  }

  #blank(kind: ClaimKind, start: number, end: number, subject: Subject, inReason: boolean): Draft {
    const { paragraph, section } = this.#body;
    return {
      kind,
      start,
      end,
      passage: this.#passage(start, end),
      section: section.heading,
      within: section,
      figures: [],
      paragraph: paragraph.id,
      sentence: this.#sentence,
      subject,
      inReason,
      naming: subject.account && subject === this.#account ? this.#naming : null,
      year: null,
      amount: null,
      budget: null,
      budgetKind: null,
      rateBudgetKind: null,
      prior: null,
      change: null,
      rate: null,
      direction: null,
      rateDirection: null,
      comparison: null,
      wholeSubject: null,
      whole: null,
      parts: [],
    };
  }

  #figure(token: NumberToken, draft: Draft): Figure {
    const { paragraph, folded, section } = this.#body;
    const source = paragraph.content;
    const range = printedRange(folded, token.start, token.end);
    const quote = printedRange(folded, draft.start, Math.max(draft.end, token.unitEnd));
    return {
      id: `${paragraph.id}:${range.start}`,
      printed: source.text.slice(range.start, range.end),
      amount: token.amount,
      unit: token.unit,
      source,
      ...range,
      label: {
        table: null,
        row: draft.subject.words || null,
        column: null,
        quote: source.text.slice(quote.start, quote.end),
        section: section.heading,
      },
      uncertain: null,
    };
  }

  #passage(start: number, end: number): Passage {
    const { paragraph, folded, section } = this.#body;
    return { source: paragraph.content, ...printedRange(folded, start, end), section: section.heading };
  }

  #clauseEnd(at: number): number {
    const { text } = this.#body.folded;
    const length = text.slice(at).search(/[,;。:、!?]/);
    return length < 0 ? text.length : at + length;
  }

  /** What the words behind the last number say: a list may go on in the next paragraphs. */
  #finish(rest: string): void {
    this.#endRun();
    const opens = /(?:以下方面|具体(?:情况)?如下|其中|包括|如下)[:,。]?$|:$/.test(rest);
    const stated = this.#drafts.filter(
      d => d.amount !== null && d.kind !== 'change' && d.kind !== 'breakdown' && !this.#innerParts.has(d),
    );
    const whole = stated.length === 1 ? stated[0] : stated.findLast(draft => draft.kind !== 'share');
    if (!this.#listLeftOpen) this.#closeLists();
    if (opens && whole)
      this.#listLeftOpen = { whole, level: ordinalLevel(this.#body.folded.text.slice(this.#body.start)) };
    else if (this.#drafts.length === 0) this.#noteAccount();
  }

  /** `1.…(类)…(款)…(项)。` in a line of its own: its figures stand in the next one. */
  #noteAccount(): void {
    const { folded, start } = this.#body;
    const named = accountsIn(folded.text, start, folded.text.length).at(-1);
    if (named) this.#name(named);
  }

  #name(named: NamedAccount): void {
    const words = this.#body.folded.text.slice(named.start, named.end);
    this.#account = {
      words,
      owner: '',
      quantity: 'account',
      fund: fundOf(this.#body.section.topic),
      account: named.names,
    };
    this.#naming = this.#passage(named.start, named.end);
  }

  /** A sentence that names the document by its title dates it: 2023年度部门决算中反映…. */
  #noteYears(text: string): void {
    for (const match of text.matchAll(OWN_TITLE)) {
      const draft = this.#blank('year', match.index, this.#clauseEnd(match.index), NO_SUBJECT, false);
      draft.year = { year: Number(match[1]), passage: this.#passage(match.index, match.index + YEAR_LENGTH) };
      this.#drafts.push(draft);
    }
  }
}

const YEAR_LENGTH = '2023年度'.length;
const OWN_TITLE = /((?:19|20)\d{2})年度(?:部门|单位)决算(?:公开)?中/g;
const ACCOUNT_TAIL =
  /^(?:支出|科目|年初|全年|调整后?的?|年度|预算|决算|安排|财政拨款|一般公共预算|本年|当年|数|金额|合计|总额|完成|共计?|为|是|约|[\d年度:"])*(?:(?:比|较|与|同).*)?$/;
const EXECUTION = /(?:执行率|完成率|执行进度)(?:为|达到?|是|约|:)?$/;
const LONGEST_LEAD = 60;
/** No word farther from a number than this says anything of it. */
const FARTHEST = 2000;
/** What belongs to the number before: `(含)以上,`. */
const LEFTOVER = /^(?:\(?不?含\))?(?:及?以[上下内外])?[,、:)]*/;

/** `服务运行经费项目绩效自评综述:项目全年预算数…`: 项目 is the one named before the colon. */
function withProject(subject: Subject, before: string): Subject {
  if (subject.quantity !== 'performance.project') return subject;
  const named = [...before.matchAll(PROJECT_TITLE)].at(-1);
  return named ? { ...subject, words: `${named[1]!.replace(/"/g, '')}项目` } : subject;
}

const PROJECT_TITLE = /(?:^|[。;.、)])([^。;:.、]{2,40}?)(?:项目)?(?:支出)?(?:绩效)?自评(?:综述|情况|结果)?:/g;

/** Words that name no subject of their own: the one in force is meant. */
function isAmountWord(noun: string, role: Lead['role']): boolean {
  if (role === 'final' || role === 'budget')
    return /^(?:年初|全年|调整|预算|支出|收入|决算|安排|数|金额|资金|总额|为|其)*$/.test(noun);
  return /^(?:支出数|支出金额|(?:支出)?决算数?|预算数|预算|金额|资金|总额|数|其|完成|目标任?务?的?)?$/.test(noun);
}

function trimWhole(words: string): string {
  return words
    .replace(/^(?:了|全部|本单位|本部门|单位|部门|全年|当年)+/, '')
    .replace(/的$/, '')
    .replace(/总(收入|支出)(?=(?:决算)?(?:数|额)?$)/, '$1合计');
}

function kindOf(token: NumberToken, lead: Lead): ClaimKind {
  if (token.kind === 'count') return 'count';
  if (token.kind === 'score') return 'score';
  if (token.isThreshold) return token.kind === 'money' ? 'amount' : 'rate';
  switch (lead.role) {
    case 'change':
    case 'changeRate':
      return 'change';
    case 'share':
      return 'share';
    case 'completion':
      return 'completion';
    case 'other':
      return 'rate';
    default:
      return 'amount';
  }
}
