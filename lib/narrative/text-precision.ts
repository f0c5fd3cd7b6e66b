import { AS_PRINTED, type Precision, precisionOf, standsFor } from '../amounts/precision.ts';
import type { Unit } from '../amounts/unit.ts';
import { type NumberToken, readNumbers } from './numbers.ts';

/** How a text prints its amounts of money, by their unit. */
export type TextPrecision = ReadonlyMap<Unit, Precision>;

/** So many amounts in full, none of which ends in a zero, beside so many that are shorter by one: a text writes round amounts as well. */
const FEWEST_IN_FULL = 20;
const FEWEST_SHORTER = 3;

/** The habit that the texts show together. */
export function precisionOfTexts(texts: Iterable<string>): TextPrecision {
  const amounts = Map.groupBy(
    [...texts].flatMap(text => readNumbers(text)).filter(token => token.kind === 'money' && isExact(token)),
    token => token.unit,
  );
  return new Map([...amounts].map(([unit, tokens]) => [unit, habitOf(tokens)]));
}

function habitOf(tokens: readonly NumberToken[]): Precision {
  const habit = precisionOf(tokens.map(({ amount }) => amount));
  const showing = (decimals: number) => tokens.filter(({ amount }) => amount.decimals === decimals).length;
  const isSure =
    habit.decimals > 1 && showing(habit.decimals) >= FEWEST_IN_FULL && showing(habit.decimals - 1) >= FEWEST_SHORTER;
  return { ...habit, dropsZeros: habit.dropsZeros && isSure };
}

function isExact({ isThreshold, isApproximate }: NumberToken): boolean {
  return !isThreshold && !isApproximate;
}

/** The number as the text means it: `300万元` for 300.00 where it leaves out zeros at the end. */
export function asMeant(token: NumberToken, habits: TextPrecision): NumberToken {
  if (token.kind !== 'money' || !isExact(token)) return token;
  return { ...token, amount: standsFor(token.amount, habits.get(token.unit) ?? AS_PRINTED) };
}
