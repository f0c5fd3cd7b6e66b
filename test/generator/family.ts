import { budgetPage } from './budget.ts';
import { writeDisclosure } from './generate.ts';
import type { LayoutName } from './layout.ts';
import { type Ledger, ledger } from './ledger.ts';
import { wan } from './print.ts';
import { random } from './random.ts';
import { following } from './succession.ts';

export const CONTRADICTIONS = ['prior-total', 'initial-budget', 'carryover'] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

export interface FamilyWanted {
  readonly seed: number;
  readonly layout: LayoutName;
  readonly years: number;
  /** Each is planted in a year of its own. */
  readonly contradictions?: readonly Contradiction[];
}

/** The final accounts of one fictional body over some years, and its budgets from the second year on. */
export interface Family {
  readonly documents: readonly { readonly name: string; readonly html: string }[];
  readonly planted: readonly Planted[];
}

/** A document that says something else than those before it, and figures of which each finding must show one. */
export interface Planted {
  readonly contradiction: Contradiction;
  readonly name: string;
  readonly shows: readonly string[];
}

export function family({ seed, layout, years, contradictions = [] }: FamilyWanted): Family {
  const dice = random(seed ^ 0xfa1);
  const at = new Map<number, Contradiction>();
  for (const contradiction of contradictions) {
    const free = Array.from({ length: years - 1 }, (_, i) => i + 1).filter(year => !at.has(year));
    at.set(dice.pick(free), contradiction);
  }
  const delta = dice.int(11, 99) * 10_000;
  const truth: Ledger[] = [ledger({ seed, exact: true, vehiclesOnBudget: false })];
  const printed: Ledger[] = [truth[0]!];
  const planted: Planted[] = [];
  for (let i = 1; i < years; i++) {
    const before = truth[i - 1]!;
    const wrong = at.get(i);
    const base = wrong === 'carryover' ? { ...before, ownClosing: before.ownClosing + delta } : before;
    const book = following(base, seed * 100 + i);
    truth.push(book);
    printed.push(wrong ? spoilt(book, wrong, delta) : book);
    if (wrong) planted.push({ contradiction: wrong, name: nameOf(book), shows: showsOf(printed[i]!, wrong) });
  }
  return {
    documents: [
      ...printed.map(book => ({ name: nameOf(book), html: writeDisclosure(book, layout).html })),
      ...truth.slice(1).map((book, i) => ({ name: `budget-${book.year}`, html: budgetPage(book, truth[i]!) })),
    ],
    planted,
  };
}

function nameOf({ year }: Ledger): string {
  return `accounts-${year}`;
}

function spoilt(book: Ledger, contradiction: Contradiction, delta: number): Ledger {
  switch (contradiction) {
    case 'prior-total':
      return { ...book, prior: { ...book.prior, grandTotal: book.prior.grandTotal + delta } };
    case 'initial-budget': {
      const first = firstBudgeted(book);
      const items = book.items.map(item =>
        item.code === first.code ? { ...item, initialBudget: item.initialBudget + delta } : item,
      );
      return { ...book, items };
    }
    case 'carryover':
      return book;
  }
}

function firstBudgeted({ items }: Ledger) {
  return items.find(item => item.fund === 'generalPublicBudget' && item.initialBudget > 0)!;
}

/** What the contradicting document prints: each finding shows one of them. */
function showsOf(book: Ledger, contradiction: Contradiction): string[] {
  const general = book.items.filter(item => item.fund === 'generalPublicBudget');
  const total = general.reduce((sum, item) => sum + item.initialBudget, 0);
  switch (contradiction) {
    case 'prior-total':
      return ['总计'];
    case 'initial-budget':
      return [firstBudgeted(book).initialBudget, total].map(amount => wan(amount, false));
    case 'carryover':
      return [wan(book.ownOpening + book.items.reduce((sum, item) => sum + item.opening, 0), false)];
  }
}
