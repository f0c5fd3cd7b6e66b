import { factorOf, isMoney } from '../amounts/unit.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Claim } from '../narrative/narrative.ts';
import type { Section } from '../narrative/sections.ts';
import { identityOf, type Quantity, type Subject } from '../narrative/subjects.ts';
import type { Figure } from '../statements/figure.ts';
import { equal, plus, ratio, type Statement, type Term } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import { finalCounterparts, isOwnSubject } from './counterparts.ts';
import { fits, isPercent, isTelling } from './percentages.ts';

export type Share = Claim & { readonly rate: Figure; readonly amount: Figure };

/**
 * What a share can be of, and what speaks for it:
 * `said`, the list it stands in, or the words of its own paragraph; `paragraph`, the same quantity there, whosever it is called;
 * `named`, the same quantity stated elsewhere or printed in a form; `listed`, all that the paragraph lists as shares of it;
 * `near`, another amount of its section.
 */
export interface Base {
  readonly terms: readonly Term[];
  readonly reason: 'said' | 'paragraph' | 'named' | 'listed' | 'near';
  /** Surely what the share is of: where no base gives the share, this one proves it wrong. */
  readonly isCertain: boolean;
}

export function isShare(claim: Claim): claim is Share {
  return claim.kind === 'share' && isPercent(claim.rate) && claim.amount !== null && !claim.inReason;
}

/** The whole is named in the words of the share (占本年支出合计的…). */
export function isNamed(claim: Claim): boolean {
  return claim.wholeSubject !== null && claim.wholeSubject !== claim.whole?.subject;
}

export function shareOf(claim: Share, base: readonly Term[]): Statement {
  return ratio(claim.rate, plus(claim.amount), base);
}

/** The same amount: the part is all of what the share names. */
export function isAllOf(part: Figure, whole: Figure): boolean {
  return isTelling(part) && judge(equal(part, whole)).grade === 'exact';
}

/** So many amounts of a section, or shares of a list, are looked at: more would be no list that a reader can follow. */
export const MOST = 60;

/** The bases of a document's shares. */
export class ShareBases {
  readonly #disclosure: Disclosure;
  readonly #claims: readonly Claim[];
  readonly #at: ReadonlyMap<Claim, number>;
  /** Claims that state an amount of the year, by what it is of. */
  readonly #stated: ReadonlyMap<string | null, readonly Claim[]>;
  /** The first amounts that each section states. */
  readonly #sections: ReadonlyMap<Section, readonly Claim[]>;
  /** Shares by the claim that states their whole, those of one paragraph by the words that name it, and those of one section. */
  readonly #ofWhole: ReadonlyMap<Claim | null, readonly Share[]>;
  readonly #alike: ReadonlyMap<string, readonly Share[]>;
  readonly #unnamed: ReadonlyMap<Section, readonly Share[]>;

  constructor(disclosure: Disclosure) {
    this.#disclosure = disclosure;
    this.#claims = disclosure.narrative.claims;
    this.#at = new Map(this.#claims.map((claim, at) => [claim, at]));
    this.#stated = statedAmounts(disclosure);
    this.#sections = sectionAmounts(this.#claims);
    const shares = this.#claims.filter(claim => isShare(claim));
    this.#ofWhole = Map.groupBy(shares, claim => claim.whole);
    this.#alike = Map.groupBy(shares, listKey);
    this.#unnamed = Map.groupBy(
      shares.filter(claim => !isNamed(claim)),
      claim => claim.within,
    );
  }

  /** The likeliest first. */
  of(claim: Share): Base[] {
    const said = claim.whole?.amount;
    const beside = isNamed(claim) && !said ? this.#inParagraph(claim) : null;
    const isOpen = this.#isCertain(claim);
    // Another place of a government's book tells of another district, or of all of them, in the same words.
    const isBound = isOpen && !beside && this.#disclosure.level !== 'government';
    const base = (reason: Base['reason'], whole: Figure, isCertain: boolean): Base => ({
      terms: plus(whole),
      reason,
      isCertain,
    });
    const bases = [
      ...(said ? [base('said', said, isOpen)] : []),
      ...(beside ? [base('paragraph', beside, isOpen)] : []),
      ...this.#listed(claim),
      ...this.#named(claim).map(whole => base('named', whole, isBound && !said)),
      ...this.#near(claim).map(whole => base('near', whole, this.#isMadeUp(claim, whole))),
    ];
    const known = new Set<Figure>();
    return bases.filter(({ terms }) => {
      if (terms.length > 1) return true;
      const { figure } = terms[0]!;
      if (figure === claim.amount || figure.amount.value.isZero() || known.has(figure)) return false;
      known.add(figure);
      return true;
    });
  }

  /** The amount that its own paragraph has stated last of the quantity it names: 全市一般公共预算收入…，占一般公共预算收入的…. */
  #inParagraph(claim: Share): Figure | null {
    const { quantity, fund } = claim.wholeSubject!;
    if (quantity === null || quantity === 'account') return null;
    const at = this.#at.get(claim)!;
    for (let i = at - 1; i >= Math.max(0, at - MOST); i--) {
      const other = this.#claims[i]!;
      if (other.paragraph !== claim.paragraph) break;
      const isSame = other.subject.quantity === quantity && other.subject.fund === fund;
      if (isSame && !other.inReason && other.amount && isBigger(other.amount, claim.amount)) return other.amount;
    }
    return null;
  }

  /** Amounts of the quantity that the share names: of the same section, of others, of the forms. */
  #named(claim: Share): Figure[] {
    const readings = readingsOf(claim).map(subject => withoutOwner(this.#disclosure, subject));
    const same = isNamed(claim) ? readings.flatMap(subject => this.#statedElsewhere(claim, subject)) : [];
    const printed = readings
      .filter(subject => isOwnSubject(subject, this.#disclosure))
      .flatMap(subject => finalCounterparts(this.#disclosure, { ...claim, subject }));
    return [...same, ...printed];
  }

  #statedElsewhere(claim: Share, subject: Subject): Figure[] {
    const identity = identityOf(subject);
    const matching = identity === null ? [] : (this.#stated.get(identity) ?? []);
    return [...matching.filter(other => other.within.topic === claim.within.topic), ...matching].map(
      other => other.amount!,
    );
  }

  /**
   * Shares of one whole that make up all of it, or of which most hold of their sum: it is what their amounts come to, whatever else bears
   * its name (三公经费小计).
   */
  #listed(claim: Share): Base[] {
    const list = this.#alike.get(listKey(claim)) ?? [];
    if (!isNamed(claim) || list.length < 2 || list.length > MOST) return [];
    if (list.some(({ amount }) => amount.unit !== claim.amount.unit)) return [];
    const terms = plus(...list.map(({ amount }) => amount));
    const telling = list.filter(({ amount }) => !amount.amount.value.isZero());
    const holding = telling.filter(other => fits(shareOf(other, terms))).length;
    const isCertain = holding > 1 && holding * 2 > telling.length && this.#isCertain(claim);
    return isCertain || makeUpAll(list) ? [{ terms, reason: 'listed', isCertain }] : [];
  }

  #near(claim: Share): Figure[] {
    if (isNamed(claim)) return [];
    return (this.#sections.get(claim.within) ?? [])
      .filter(other => other !== claim && claim.whole !== other && isBigger(other.amount!, claim.amount))
      .map(other => other.amount!);
  }

  /** The shares of the section, whatever sentence they stand in, are of amounts that make up the whole to the last digit. */
  #isMadeUp(claim: Share, whole: Figure): boolean {
    if (claim.within.topic === 'performance' || claim.whole) return false;
    const list = this.#unnamed.get(claim.within)!;
    return list.length > 1 && list.length <= MOST && divideUp(list, whole);
  }

  /** What the share is of is beyond doubt: it is named, or it is the total before a list whose other shares are of it. */
  #isCertain(claim: Share): boolean {
    // Self-evaluation covers projects of another scope than the year's project expenditure.
    if (claim.within.topic === 'performance') return false;
    if (isNamed(claim)) {
      // 总支出 without a list: the year's, or with what is carried over.
      if (!claim.whole && EITHER_TOTAL.test(claim.wholeSubject!.words) && this.#named(claim).length < 2) return false;
      return (identityOf(claim.wholeSubject!) !== null || claim.whole !== null) && sameScope(claim);
    }
    const whole = claim.whole?.amount;
    if (!whole || !isBigger(whole, claim.amount)) return false;
    // What is as large as its whole is all of it.
    if (isBigger(claim.amount, whole)) return true;
    const list = (this.#ofWhole.get(claim.whole) ?? []).slice(0, MOST).filter(other => !isNamed(other));
    const siblings = list.filter(other => other !== claim);
    const fitting = siblings.filter(other => fits(shareOf(other, plus(whole))));
    return siblings.length > 0 && (fitting.length * 2 >= siblings.length || divideUp(list, whole));
  }
}

function listKey(claim: Share): string {
  return `${claim.paragraph} ${claim.wholeSubject?.words ?? ''}`;
}

/**
 * The shares are of what their amounts come to: that it is their sum does not say so (项目支出200万元,占25%,其中:甲
 * 120万元,占15%;乙80万元,占10% is all of one larger total), unless they hold of it or make up all of it themselves.
 */
function divideUp(list: readonly Share[], whole: Figure): boolean {
  if (!addUpTo(list, whole)) return false;
  const holding = list.filter(claim => fits(shareOf(claim, plus(whole)))).length;
  return holding * 2 >= list.length || makeUpAll(list);
}

/** The amounts make up the whole to the last digit. */
function addUpTo(list: readonly Share[], whole: Figure): boolean {
  const amounts = [...new Set(list.map(({ amount }) => amount))];
  return isTelling(whole) && judge({ kind: 'sum', total: whole, terms: plus(...amounts) }).grade === 'exact';
}

/** The percentages add up to 100, give or take how they are rounded. */
export function makeUpAll(list: readonly Share[]): boolean {
  const [first, ...others] = list.map(({ rate }) => rate.amount);
  const total = others.reduce((sum, { value }) => sum.plus(value), first!.value);
  const slack = list.reduce((most, { rate }) => most.plus(stepOf(rate)), stepOf(list[0]!.rate).times(0));
  return total.minus(100).abs().times(2).lte(slack);
}

function stepOf({ amount }: Figure) {
  return amount.value.times(0).plus(10).pow(-amount.decimals);
}

function sectionAmounts(claims: readonly Claim[]): Map<Section, Claim[]> {
  const sections = new Map<Section, Claim[]>();
  for (const claim of claims) {
    const stated = sections.get(claim.within) ?? [];
    if (claim.amount !== null && stated.length < MOST) stated.push(claim);
    sections.set(claim.within, stated);
  }
  return sections;
}

function statedAmounts(disclosure: Disclosure): Map<string | null, Claim[]> {
  const stating = disclosure.narrative.claims.filter(
    claim =>
      claim.amount !== null &&
      claim.figures.includes(claim.amount) &&
      !claim.inReason &&
      claim.kind !== 'change' &&
      (claim.year === null || disclosure.year === null || claim.year.year === disclosure.year),
  );
  return Map.groupBy(stating, claim => identityOf(withoutOwner(disclosure, claim.subject)));
}

const EITHER_TOTAL = /总(?:收入|支出)(?:决算)?(?:数|额)?$/;

/** 总支出 can mean either. */
const GRAND_TOTALS: Partial<Record<Quantity, Quantity>> = {
  revenue: 'revenueGrandTotal',
  expenditure: 'expenditureGrandTotal',
};

const NAMES_FUND = /财政拨款|公共预算|基金|国有资本/;

/** 本年支出 said in the section of one fund is that fund's or the whole body's, but never the part itself. */
function readingsOf(claim: Share): Subject[] {
  const named = claim.wholeSubject;
  if (!named) return [];
  const part = identityOf({ ...claim.subject, owner: '' });
  const quantities = [named.quantity, GRAND_TOTALS[named.quantity ?? 'account']].filter(q => q !== undefined);
  const readings = quantities.flatMap((quantity): Subject[] =>
    named.fund === 'all' || NAMES_FUND.test(named.words)
      ? [{ ...named, quantity }]
      : [
          { ...named, quantity },
          { ...named, quantity, fund: 'all' },
        ],
  );
  return readings.filter(subject => part === null || identityOf({ ...subject, owner: '' }) !== part);
}

function withoutOwner(disclosure: Disclosure, subject: Subject): Subject {
  return isOwnSubject(subject, disclosure) ? { ...subject, owner: '' } : subject;
}

function isBigger(whole: Figure, part: Figure): boolean {
  return (
    isMoney(whole.unit) === isMoney(part.unit) &&
    whole.amount.value.times(factorOf(whole.unit)).gte(part.amount.value.times(factorOf(part.unit)))
  );
}

/** 占本年支出 said of the whole unit's figures, not of a fund's or the other way round. */
function sameScope(claim: Share): boolean {
  const whole = claim.wholeSubject!;
  return claim.whole !== null || whole.fund === claim.subject.fund || /合计|总额|总计|财政拨款|本年/.test(whole.words);
}
