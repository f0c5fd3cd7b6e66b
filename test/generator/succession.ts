import { STAFF_ACCOUNTS } from './catalogue.ts';
import {
  economicItems,
  expenditureOf,
  type Fen,
  type Item,
  type Ledger,
  type Prior,
  publicUse,
  revenueOf,
  sumOf,
  type ThreePublic,
  threePublicTotal,
} from './ledger.ts';
import { random } from './random.ts';

const CENT_OF_WAN = 10_000;

/** The accounts of the same body one year later: it begins with what was left, and last year's figures are the accounts before. */
export function following(previous: Ledger, seed: number): Ledger {
  const dice = random(seed);
  const near = (amount: Fen, lo: number, hi: number): Fen =>
    Math.round((amount * dice.int(lo * 1000, hi * 1000)) / 1000 / CENT_OF_WAN) * CENT_OF_WAN;
  const moved = (amount: Fen): Fen => near(amount, 0.8, 1.25);
  const own = previous.ownOpening + previous.ownClosing > 0;
  const incoming = previous.items.map(item => ({
    superiorSubsidy: moved(item.superiorSubsidy),
    institution: moved(item.institution),
    business: moved(item.business),
    subordinateRemittance: moved(item.subordinateRemittance),
    other: moved(item.other),
  }));
  const ownIncome = sumOf(incoming, one => Object.values(one).reduce((sum, part) => sum + part, 0));
  const ownFunds = ownIncome + previous.ownClosing;
  const ownSpent = own ? near(ownFunds, 0.6, 0.95) : 0;
  const items = previous.items.map((item, i): Item => {
    const basic = moved(item.basic);
    const project = moved(item.project);
    const closing = item.closing > 0 ? near(project, 0.02, 0.2) : 0;
    const earns = revenueOf(item) > item.fiscal || item.ownProject + item.businessSpent > 0;
    const businessSpent = earns ? Math.min(near(incoming[i]!.business, 0.7, 0.95), ownSpent) : 0;
    return {
      ...item,
      ...incoming[i]!,
      opening: item.closing,
      fiscal: basic + project - item.closing + closing,
      basic,
      project,
      ownProject: earns ? ownSpent - businessSpent : 0,
      businessSpent,
      closing,
      initialBudget: dice.chance(0.1) ? 0 : near(basic + project, 0.6, 1.3),
    };
  });
  const final = mapCosts(previous.threePublic.final, moved);
  const staff = STAFF_ACCOUNTS.filter(({ code }) => items.some(item => item.code === code));
  const staffed = items.find(item => item.basic > 0 && !staff.some(({ code }) => code === item.code))!;
  const projectSpent = sumOf(items, item => (item.fund === 'generalPublicBudget' ? item.project : 0));
  const { goods, works, services } = previous.procurement;
  const contracts = { goods: moved(goods), works: moved(works), services: moved(services) };
  const mediumAndSmall = near(contracts.goods + contracts.works + contracts.services, 0.4, 0.98);
  return {
    ...previous,
    year: previous.year + 1,
    items,
    ownOpening: previous.ownClosing,
    ownClosing: ownFunds - ownSpent,
    surplusUsed: 0,
    surplusDistributed: 0,
    economic: economicItems(dice, near, staffed.basic, staff, items, final),
    threePublic: { final, budget: mapCosts(final, amount => near(amount, 1.02, 1.8)) },
    prior: figuresOf(previous),
    procurement: { ...contracts, mediumAndSmall, smallAndMicro: near(mediumAndSmall, 0.2, 0.9) },
    project: {
      ...previous.project,
      budget: projectSpent,
      spent: near(projectSpent, 0.9, 0.995),
      score: dice.int(900, 998) / 10,
    },
  };
}

/** A year's figures as the next year's narrative compares with them. */
function figuresOf({ items, ownOpening, surplusUsed, threePublic, economic }: Ledger): Prior {
  const general = items.filter(item => item.fund === 'generalPublicBudget');
  const opening = sumOf(items, item => item.opening);
  const revenue = sumOf(items, revenueOf);
  return {
    grandTotal: revenue + opening + ownOpening + surplusUsed,
    revenue,
    expenditure: sumOf(items, expenditureOf),
    fiscalGrandTotal: sumOf(items, item => item.fiscal) + opening,
    generalRevenue: sumOf(general, item => item.fiscal),
    generalExpenditure: sumOf(general, item => item.basic + item.project),
    threePublic: threePublicTotal(threePublic.final),
    runningCost: publicUse(economic),
  };
}

function mapCosts(costs: ThreePublic, change: (amount: Fen) => Fen): ThreePublic {
  return {
    overseasVisits: change(costs.overseasVisits),
    vehiclePurchase: change(costs.vehiclePurchase),
    vehicleRunning: change(costs.vehicleRunning),
    officialHospitality: change(costs.officialHospitality),
  };
}
