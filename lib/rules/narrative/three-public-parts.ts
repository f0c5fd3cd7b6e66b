import type { Claim } from '../../narrative/narrative.ts';
import type { Quantity } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { plus, sum } from '../../statements/statement.ts';
import type { Check, Rule } from '../rule.ts';

export const threePublicParts: Rule = {
  id: 'narrative/three-public-parts',
  title: { zh: '“三公”经费各项之和', en: 'Three public expenses and their parts' },
  basis: {
    zh: '“三公”经费 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费；公务用车购置及运行维护费 = 购置费 + 运行维护费。',
    en: 'The three public expenses are visits abroad, official vehicles and hospitality; official vehicles are their purchase and running.',
  },
  *check({ narrative, year }): Iterable<Check> {
    const { claims } = narrative;
    // What the text itself puts as one list is that list's.
    const listed = new Set(claims.flatMap(({ kind, amount }) => (kind === 'breakdown' ? (amount ?? []) : [])));
    const stating = claims.filter(
      ({ subject, amount, figures, kind, inReason, within }) =>
        within.topic === 'threePublic' &&
        subject.quantity?.startsWith('threePublic.') &&
        kind !== 'change' &&
        kind !== 'breakdown' &&
        !inReason &&
        amount !== null &&
        figures.includes(amount),
    );
    for (const told of Map.groupBy(stating, claim => scopeOf(claim, year)).values())
      for (const [quantity, parts] of WHOLES) {
        const whole = only(told, quantity);
        const amounts = parts.map(part => only(told, part));
        if (!whole || listed.has(whole.amount) || amounts.some(part => part === null)) continue;
        yield check(
          whole,
          whole.amount,
          amounts.flatMap(part => part?.amount ?? []),
        );
      }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          九、财政拨款“三公”经费支出决算情况说明
          2031年度“三公”经费支出6.20万元。因公出国（境）费0万元，本年没有出国任务。公务接待费1.80万元，比上年减少0.10万元。公务用车购置及运行维护费4.40万元，用于车辆维修。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          九、财政拨款“三公”经费支出决算情况说明
          2031年度“三公”经费支出6.20万元。因公出国（境）费0万元，本年没有出国任务。公务接待费1.80万元，比上年减少0.10万元。公务用车购置及运行维护费4.90万元，用于车辆维修。`,
        blames: '公务用车购置及运行维护费4.90万元',
      },
    ],
  },
};

type Stating = Claim & { readonly amount: Figure };

/** One paragraph, one year, one body. */
function scopeOf({ paragraph, year, subject }: Claim, own: number | null): string {
  return `${paragraph} ${year?.year ?? own ?? ''} ${subject.owner}`;
}

/** The one claim of the quantity; null where it is stated twice. */
function only(claims: readonly Claim[], quantity: Quantity): Stating | null {
  const [claim, ...again] = claims.filter(({ subject }) => subject.quantity === quantity);
  return claim && again.length === 0 ? (claim as Stating) : null;
}

const WHOLES: readonly (readonly [Quantity, readonly Quantity[]])[] = [
  [
    'threePublic.total',
    ['threePublic.overseasVisits', 'threePublic.officialVehicles', 'threePublic.officialHospitality'],
  ],
  ['threePublic.officialVehicles', ['threePublic.vehiclePurchase', 'threePublic.vehicleRunning']],
];

function check({ subject, passage }: Claim, whole: Figure, parts: readonly Figure[]): Check {
  // `0万元` is no rounded figure that could account for a difference.
  const shown = parts.filter(({ amount }) => !amount.value.isZero());
  return {
    kind: 'statement',
    statement: sum(whole, plus(...(shown.length > 0 ? shown : parts))),
    about: { zh: `${subject.words} = 各项之和`, en: `${subject.words} = sum of its parts` },
    context: [passage],
  };
}
