import type { Random } from '../generator/random.ts';

/** Slips that can befall one figure of a table. */
export const SLIPS = [
  'digit changed',
  'digits transposed',
  'digit dropped',
  'digit doubled',
  'decimal point',
  'yuan for wan',
  'neighbour in the row',
  'neighbour in the column',
  "last year's figure",
  'sign',
  'last digit ±1',
] as const;
export type Slip = (typeof SLIPS)[number];

/** What is printed around a figure and could take its place; null where there is none. */
export interface Surroundings {
  readonly rowNeighbour: string | null;
  readonly columnNeighbour: string | null;
  readonly lastYear: string | null;
}

/** The causes that a finding may rightly name for a slip. */
export const CAUSES: Readonly<Record<Slip, RegExp>> = {
  'digit changed': /一位数字不同/,
  'digits transposed': /颠倒/,
  'digit dropped': /漏写/,
  'digit doubled': /多写|重复/,
  'decimal point': /小数点/,
  'yuan for wan': /一万倍/,
  'neighbour in the row': /同一行/,
  'neighbour in the column': /同一列/,
  "last year's figure": /上年/,
  sign: /正负号/,
  'last digit ±1': /一位数字不同/,
};

/** The figure as printed after the slip, thousands separated as before; null where it leaves the figure as it is or makes no number of it. */
export function slipped(slip: Slip, printed: string, around: Surroundings, dice: Random): string | null {
  const result = withSlip(slip, printed, around, dice);
  return result === null || result === printed || numberIn(result) === numberIn(printed) ? null : result;
}

function withSlip(slip: Slip, printed: string, around: Surroundings, dice: Random): string | null {
  const plain = printed.replace(/[,，\s]/g, '');
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return null;
  const grouped = (text: string) => regrouped(text, /[,，]/.test(printed) || Math.abs(numberIn(printed)) < 1000);
  const digits = [...plain].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  const at = (i: number, text: string, length = 1) => `${plain.slice(0, i)}${text}${plain.slice(i + length)}`;
  switch (slip) {
    case 'digit changed': {
      const i = dice.pick(digits.slice(0, -1).length > 0 ? digits.slice(0, -1) : digits);
      return grouped(unpadded(at(i, `${(Number(plain[i]) + dice.int(1, 9)) % 10}`)));
    }
    case 'digits transposed': {
      const pairs = digits.filter(i => /\d/.test(plain[i + 1] ?? '') && plain[i] !== plain[i + 1]);
      if (pairs.length === 0) return null;
      const i = dice.pick(pairs);
      return grouped(unpadded(at(i, `${plain[i + 1]}${plain[i]}`, 2)));
    }
    case 'digit dropped': {
      // The decimals stay two: what is lost among them would be seen at a glance.
      const whole = digits.filter(i => i < point(plain));
      return whole.length > 1 ? grouped(unpadded(at(dice.pick(whole), ''))) : null;
    }
    case 'digit doubled': {
      const i = dice.pick(digits.filter(i => i < point(plain)));
      return grouped(at(i, `${plain[i]}${plain[i]}`));
    }
    case 'decimal point': {
      const bare = plain.replace('.', '').replace('-', '');
      const shifted = dice.chance(0.5) ? point(plain) + 1 : point(plain) - 1;
      if (point(plain) === plain.length || shifted < 1 || shifted >= bare.length) return null;
      return grouped(unpadded(`${bare.slice(0, shifted)}.${bare.slice(shifted)}`));
    }
    case 'yuan for wan':
      return plain.includes('.') ? grouped(`${timesTenThousand(plain)}.00`) : null;
    case 'neighbour in the row':
      return around.rowNeighbour;
    case 'neighbour in the column':
      return around.columnNeighbour;
    case "last year's figure":
      return around.lastYear && grouped(around.lastYear);
    case 'sign':
      return plain.startsWith('-') ? printed.replace('-', '') : `-${printed}`;
    case 'last digit ±1': {
      const step = dice.chance(0.5) ? 1n : -1n;
      const decimals = plain.length - point(plain) - 1;
      const units = BigInt(plain.replace('.', '')) + step;
      if (units <= 0n) return null;
      const text = `${units}`.padStart(Math.max(decimals, 0) + 1, '0');
      return grouped(decimals > 0 ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text);
    }
  }
}

export function numberIn(printed: string): number {
  return Number(printed.replace(/[,，\s]/g, ''));
}

function point(plain: string): number {
  const at = plain.indexOf('.');
  return at < 0 ? plain.length : at;
}

/** `0850.00` as `850.00`: nobody prints the zero in front. */
function unpadded(plain: string): string {
  return plain.replace(/^(-?)0+(?=\d)/, '$1');
}

function regrouped(plain: string, thousands: boolean): string {
  const [whole, fraction] = plain.split('.') as [string, string | undefined];
  const grouped = thousands ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function timesTenThousand(plain: string): string {
  const [whole, fraction = ''] = plain.split('.') as [string, string | undefined];
  return unpadded(`${whole}${fraction.padEnd(4, '0').slice(0, 4)}`);
}
