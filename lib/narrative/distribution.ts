import { type Draft, statesAmount } from './draft.ts';

/** What is handed out to several amounts named before: their shares, their changes, or the rates of their changes. */
export type HandedOut = 'share' | 'change' | 'changeRate' | 'other';

/** Figures given at the end for several claims before (分别占…的20%、60%、20%; 分别增加3万元、1万元): each goes to its own. */
export class Distribution {
  readonly handsOut: HandedOut;
  /** What shares are shares of, in words; empty where the text leaves it out. */
  readonly whole: string;
  readonly #claims: readonly Draft[];
  readonly #given: Draft[] = [];

  /** `before` are the claims of the sentence so far. */
  constructor(handsOut: HandedOut, whole: string, before: readonly Draft[]) {
    this.handsOut = handsOut;
    this.whole = whole;
    this.#claims = before.filter(draft => (handsOut === 'changeRate' ? draft.change !== null : statesAmount(draft)));
  }

  add(given: Draft): void {
    this.#given.push(given);
  }

  /** Each figure with the claim it goes with; empty where there are fewer of those than figures. */
  pairs(): { given: Draft; stated: Draft }[] {
    const own = this.#claims.slice(-this.#given.length);
    if (this.#given.length === 0 || own.length < this.#given.length) return [];
    return this.#given.map((given, i) => ({ given, stated: own[i]! }));
  }
}

/** 及, 和 and 与 that join no two matters, but stand inside the name of one: 购置及运行维护费, 社会保障和就业. */
const INSIDE_NAME =
  /(?<=购置)[及和与](?=(?:公务用?车)?运)|(?<=运行)[及和](?=维护)|(?<=保障)和(?=就业)|(?<=体育)与(?=传媒)|(?<=防治)及(?=应急)|(?<=结转)[及和与](?=结余)|(?<=个人)和(?=家庭)|(?<=商品)和(?=服务)/g;
const BETWEEN_NAMES = /[、和与及]|以及/g;

/**
 * What `收入总计和支出总计分别为` names, in order: the first words are completed by what the last ones end with (收入和支出总计).
 * Empty where one matter is named only.
 */
export function namesHandedOut(noun: string): string[] {
  const inside = new Set([...noun.matchAll(INSIDE_NAME)].map(({ index }) => index));
  const names: string[] = [];
  let from = 0;
  for (const { 0: word, index } of noun.matchAll(BETWEEN_NAMES)) {
    if (inside.has(index)) continue;
    names.push(noun.slice(from, index));
    from = index + word.length;
  }
  names.push(noun.slice(from));
  if (names.length < 2 || names.some(name => name.length < 2)) return [];
  const ending = /(?:总计|合计|决算数?|预算数?)$/.exec(names.at(-1)!)?.[0] ?? '';
  return names.map(name => (ending !== '' && /^(?:收入|支出)$/.test(name) ? name + ending : name));
}
