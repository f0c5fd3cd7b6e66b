import {
  type Account,
  CITIES,
  FUND_ACCOUNTS,
  PROFILES,
  PROJECTS,
  STAFF_ACCOUNTS,
  STATE_CAPITAL_ACCOUNT,
} from './catalogue.ts';
import { type Random, random } from './random.ts';

/** Money is kept in whole fen (1/100 yuan); 1 万元 = 1,000,000 fen. */
export type Fen = number;
export const WAN = 1_000_000;
/** The last decimal of an amount in 万元 with two decimals. */
const CENT_OF_WAN = 10_000;

export type Fund = 'generalPublicBudget' | 'governmentFunds' | 'stateCapital';
export const FUNDS: readonly Fund[] = ['generalPublicBudget', 'governmentFunds', 'stateCapital'];

/** One function item (项) of the year: what came in for it and what was spent on it. */
export interface Item extends Account {
  readonly fund: Fund;
  readonly opening: Fen;
  readonly fiscal: Fen;
  readonly superiorSubsidy: Fen;
  readonly institution: Fen;
  readonly business: Fen;
  readonly subordinateRemittance: Fen;
  readonly other: Fen;
  readonly basic: Fen;
  readonly project: Fen;
  /** Spent on projects out of other than fiscal money. */
  readonly ownProject: Fen;
  readonly businessSpent: Fen;
  readonly closing: Fen;
  readonly initialBudget: Fen;
}

export interface ThreePublic {
  readonly overseasVisits: Fen;
  readonly vehiclePurchase: Fen;
  readonly vehicleRunning: Fen;
  readonly officialHospitality: Fen;
}

/** Last year's figures that the narrative compares with. */
export interface Prior {
  readonly grandTotal: Fen;
  readonly revenue: Fen;
  readonly expenditure: Fen;
  readonly fiscalGrandTotal: Fen;
  readonly generalRevenue: Fen;
  readonly generalExpenditure: Fen;
  readonly threePublic: Fen;
  readonly runningCost: Fen;
}

/** A year's accounts of a fictional body, in which everything adds up. */
export interface Ledger {
  readonly city: string;
  readonly unit: string;
  readonly level: 'department' | 'unit';
  readonly year: number;
  readonly vehiclesFor: string;
  readonly items: readonly Item[];
  /** Carried over outside of the fiscal funds. */
  readonly ownOpening: Fen;
  readonly ownClosing: Fen;
  readonly surplusUsed: Fen;
  readonly surplusDistributed: Fen;
  readonly economic: Readonly<Record<string, Fen>>;
  readonly threePublic: { readonly budget: ThreePublic; readonly final: ThreePublic };
  readonly prior: Prior;
  readonly procurement: { goods: Fen; works: Fen; services: Fen; mediumAndSmall: Fen; smallAndMicro: Fen };
  readonly vehicles: { command: number; special: number; other: number };
  readonly equipment: number;
  readonly project: { name: string; budget: Fen; spent: Fen; score: number };
}

export interface LedgerOptions {
  readonly seed: number;
  /** Every amount a whole number of hundred yuan, so that all printed sums are exact; otherwise amounts are rounded for print. */
  readonly exact: boolean;
  /** Vehicles cost what was budgeted and none was bought, a small amount. */
  readonly vehiclesOnBudget: boolean;
}

export function ledger({ seed, exact, vehiclesOnBudget }: LedgerOptions): Ledger {
  const dice = random(seed);
  const step = exact ? CENT_OF_WAN : 1;
  const money = (lo: number, hi: number): Fen => dice.int((lo * WAN) / step, (hi * WAN) / step) * step;
  const near = (amount: Fen, lo: number, hi: number): Fen =>
    Math.round((amount * dice.int(lo * 1000, hi * 1000)) / 1000 / step) * step;

  const profile = dice.pick(PROFILES);
  const city = dice.pick(CITIES);
  const scale = dice.pick([1, 1, 3, 8]);
  const threePublic = threePublicOf(dice, money, near, vehiclesOnBudget);
  const own = dice.chance(0.5);
  const carriesOver = dice.chance(0.4);

  const [staffed, ...others] = profile.work;
  const items: Item[] = [];
  const ownMoney = own ? ownRevenue(dice, money, scale) : NOTHING;
  const ownOpening = own ? money(5, 60) : 0;
  const surplusUsed = own && dice.chance(0.3) ? money(1, 9) : 0;
  const surplusDistributed = own && dice.chance(0.3) ? money(1, 4) : 0;
  const ownFunds = total(ownMoney) + ownOpening + surplusUsed - surplusDistributed;
  const ownSpent = own ? near(ownFunds, 0.6, 0.95) : 0;
  const businessSpent = Math.min(near(ownMoney.business, 0.7, 0.95), ownSpent);
  const projects = dice.some(others, 1);
  const withStaff = general(staffed!, money(180 * scale, 700 * scale), dice.chance(0.3) ? money(5, 90) : 0);
  items.push({ ...withStaff, ...ownMoney, ownProject: ownSpent - businessSpent, businessSpent });
  projects.forEach((account, i) => {
    const spent = money(30 * scale, 900 * scale);
    const opening = carriesOver && i === 0 ? near(spent, 0.05, 0.3) : 0;
    const closing = carriesOver && i === 0 ? near(spent, 0.02, 0.2) : 0;
    items.push({ ...general(account, 0, spent), opening, closing, fiscal: spent - opening + closing });
  });
  const staff = dice.some(STAFF_ACCOUNTS, 4);
  for (const account of staff) items.push(general(account, money(4 * scale, 60 * scale), 0));
  if (dice.chance(0.35)) items.push(fundItem(dice.pick(FUND_ACCOUNTS), 'governmentFunds', dice.chance(0.5)));
  if (dice.chance(0.2)) items.push(fundItem(STATE_CAPITAL_ACCOUNT, 'stateCapital', false));
  items.sort((a, b) => (a.code < b.code ? -1 : 1));

  const book = {
    city,
    unit: `${city}${profile.body}`,
    level: profile.level,
    year: dice.int(2021, 2025),
    vehiclesFor: profile.vehiclesFor,
    items,
    ownOpening,
    ownClosing: ownFunds - ownSpent,
    surplusUsed,
    surplusDistributed,
    economic: economicItems(dice, near, withStaff.basic, staff, items, threePublic.final),
    threePublic,
  };
  const projectSpent = sumOf(items, item => (item.fund === 'generalPublicBudget' ? item.project : 0));
  const contracts = { goods: money(2, 80), works: dice.chance(0.4) ? money(5, 200) : 0, services: money(3, 150) };
  const mediumAndSmall = near(total(contracts), 0.4, 0.98);
  return {
    ...book,
    prior: priorOf(dice, near, book),
    procurement: { ...contracts, mediumAndSmall, smallAndMicro: near(mediumAndSmall, 0.2, 0.9) },
    vehicles: { command: dice.int(0, 3), special: dice.int(0, 5), other: dice.int(1, 6) },
    equipment: dice.int(0, 9),
    project: {
      name: dice.pick(PROJECTS),
      budget: projectSpent,
      spent: near(projectSpent, 0.9, 0.995),
      score: dice.int(900, 998) / 10,
    },
  };

  function general(account: Account, basic: Fen, project: Fen): Item {
    const spent = basic + project;
    return {
      ...account,
      ...NOTHING,
      fund: 'generalPublicBudget',
      opening: 0,
      fiscal: spent,
      basic,
      project,
      ownProject: 0,
      businessSpent: 0,
      closing: 0,
      initialBudget: dice.chance(0.08) ? 0 : dice.chance(0.1) ? spent : near(spent, 0.6, 1.3),
    };
  }

  function fundItem(account: Account, fund: Fund, carries: boolean): Item {
    const spent = money(20 * scale, 300 * scale);
    const opening = carries ? near(spent, 0.1, 0.4) : 0;
    const closing = carries ? near(spent, 0.1, 0.4) : 0;
    return { ...general(account, 0, spent), fund, opening, closing, fiscal: spent - opening + closing };
  }
}

type OwnMoney = Pick<Item, 'superiorSubsidy' | 'institution' | 'business' | 'subordinateRemittance' | 'other'>;
const NOTHING: OwnMoney = { superiorSubsidy: 0, institution: 0, business: 0, subordinateRemittance: 0, other: 0 };

function ownRevenue(dice: Random, money: (lo: number, hi: number) => Fen, scale: number): OwnMoney {
  return {
    superiorSubsidy: dice.chance(0.3) ? money(5, 40) : 0,
    institution: dice.chance(0.6) ? money(20 * scale, 200 * scale) : 0,
    business: dice.chance(0.3) ? money(10, 80) : 0,
    subordinateRemittance: dice.chance(0.1) ? money(3, 20) : 0,
    other: money(1, 30),
  };
}

function threePublicOf(
  dice: Random,
  money: (lo: number, hi: number) => Fen,
  near: (amount: Fen, lo: number, hi: number) => Fen,
  vehiclesOnBudget: boolean,
): Ledger['threePublic'] {
  const running = vehiclesOnBudget ? 1_230_000 : money(2, 30);
  const final: ThreePublic = {
    overseasVisits: dice.chance(0.2) ? money(3, 20) : 0,
    vehiclePurchase: !vehiclesOnBudget && dice.chance(0.25) ? money(15, 36) : 0,
    vehicleRunning: running,
    officialHospitality: dice.chance(0.6) ? money(0.2, 6) : 0,
  };
  const above = (amount: Fen) => (amount === 0 ? 0 : near(amount, 1.02, 1.8));
  return {
    final,
    budget: {
      overseasVisits: above(final.overseasVisits),
      vehiclePurchase: above(final.vehiclePurchase),
      vehicleRunning: vehiclesOnBudget ? running : above(running),
      officialHospitality: above(final.officialHospitality),
    },
  };
}

/** The basic expenditure of the general public budget by economic item; each staff account is paid from its own item. */
export function economicItems(
  dice: Random,
  near: (amount: Fen, lo: number, hi: number) => Fen,
  staffed: Fen,
  staff: readonly (Account & { economic: string })[],
  items: readonly Item[],
  threePublic: ThreePublic,
): Record<string, Fen> {
  const amounts: Record<string, Fen> = {};
  const book = (code: string, amount: Fen) => {
    if (amount > 0) amounts[code] = (amounts[code] ?? 0) + amount;
  };
  for (const account of staff) book(account.economic, items.find(item => item.code === account.code)!.basic);
  let left = staffed;
  const take = (code: string, amount: Fen) => {
    const taken = Math.min(amount, left);
    left -= taken;
    book(code, taken);
  };
  take('30231', dice.chance(0.5) ? threePublic.vehicleRunning : near(threePublic.vehicleRunning, 0.3, 0.9));
  take('30217', threePublic.officialHospitality);
  take('30101', near(staffed, 0.2, 0.3));
  take('30102', near(staffed, 0.1, 0.15));
  take('30107', near(staffed, 0.1, 0.2));
  take('30112', near(staffed, 0.004, 0.02));
  if (dice.chance(0.5)) take('30305', near(staffed, 0.005, 0.02));
  for (const code of dice.some(
    ['30201', '30205', '30206', '30207', '30209', '30211', '30213', '30216', '30226', '30228'],
    4,
  ))
    take(code, near(staffed, 0.005, 0.03));
  if (dice.chance(0.4)) take('31002', near(staffed, 0.005, 0.03));
  book('30299', left);
  return amounts;
}

/** Figures that are one and the same this year are so last year too. */
function priorOf(
  dice: Random,
  near: (amount: Fen, lo: number, hi: number) => Fen,
  {
    items,
    ownOpening,
    surplusUsed,
    threePublic,
    economic,
  }: Omit<Ledger, 'prior' | 'procurement' | 'vehicles' | 'equipment' | 'project'>,
): Prior {
  const known = new Map<Fen, Fen>();
  const lastYear = (amount: Fen): Fen => {
    const factor = (dice.chance(0.5) ? dice.int(820, 985) : dice.int(1015, 1190)) / 1000;
    const before = known.get(amount) ?? near(amount, factor, factor);
    known.set(amount, before);
    return before;
  };
  const general = items.filter(item => item.fund === 'generalPublicBudget');
  const opening = sumOf(items, item => item.opening);
  const revenue = sumOf(items, revenueOf);
  return {
    grandTotal: lastYear(revenue + opening + ownOpening + surplusUsed),
    revenue: lastYear(revenue),
    expenditure: lastYear(sumOf(items, expenditureOf)),
    fiscalGrandTotal: lastYear(sumOf(items, item => item.fiscal) + opening),
    generalRevenue: lastYear(sumOf(general, item => item.fiscal)),
    generalExpenditure: lastYear(sumOf(general, item => item.basic + item.project)),
    threePublic: lastYear(threePublicTotal(threePublic.final)),
    runningCost: lastYear(publicUse(economic)),
  };
}

export function sumOf<T>(list: readonly T[], value: (entry: T) => Fen): Fen {
  return list.reduce((sum, entry) => sum + value(entry), 0);
}

function total(parts: object): Fen {
  return Object.values(parts).reduce((sum: number, part: number) => sum + part, 0);
}

export function revenueOf(item: Item): Fen {
  return (
    item.fiscal + item.superiorSubsidy + item.institution + item.business + item.subordinateRemittance + item.other
  );
}

export function expenditureOf(item: Item): Fen {
  return item.basic + item.project + item.ownProject + item.businessSpent;
}

export function threePublicTotal(costs: ThreePublic): Fen {
  return total(costs);
}

export function personnel(economic: Readonly<Record<string, Fen>>): Fen {
  return sumOf(Object.entries(economic), ([code, amount]) => (/^30[13]/.test(code) ? amount : 0));
}

export function publicUse(economic: Readonly<Record<string, Fen>>): Fen {
  return sumOf(Object.entries(economic), ([code, amount]) => (/^30[13]/.test(code) ? 0 : amount));
}
