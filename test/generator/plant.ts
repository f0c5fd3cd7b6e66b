import { type Draft, type FormId, type Slot, textOf } from './draft.ts';
import { fiscalExpenditureOf } from './forms.ts';
import { wordsIn } from './layout.ts';
import { type Ledger, sumOf, WAN } from './ledger.ts';
import { percent, trim } from './print.ts';
import { type Random, random } from './random.ts';

/** Errors that can be planted. */
export const PLANT_KINDS = [
  'table-digit',
  'row-total',
  'hierarchy',
  'cross-form',
  'note-formula',
  'completion-pair',
  'share',
  'change-rate',
  'wrong-year',
  'narrative-amount',
  'account-name',
  'item-budget-total',
  'unit-slip',
  'part-exceeds-whole',
  'procurement-total',
] as const;
export type PlantKind = (typeof PLANT_KINDS)[number];

/** The truth about one planted error. */
export interface Planted {
  readonly kind: PlantKind;
  /** The least severity it deserves; an error is provable from the document alone. */
  readonly severity: 'error' | 'warning';
  /** Form the error stands in; null in the narrative. */
  readonly form: FormId | null;
  /** Row (account code or line) and column in the form. */
  readonly row: string | null;
  readonly column: string | null;
  /** Heading of the narrative section; null in a form. */
  readonly section: string | null;
  /** What is now printed and what should be; more than one where the error takes several figures. */
  readonly printed: readonly string[];
  readonly original: readonly string[];
  /** The sentence, or the cell, as now printed. */
  readonly quote: string;
}

/** Kinds that this layout has a place for. */
export function plantable(draft: Pick<Draft, 'layout'>): PlantKind[] {
  return PLANT_KINDS.filter(kind => kind !== 'note-formula' || draft.layout.formulas);
}

/** Plants one error of each kind, each in a place of its own, and says what was done. */
export function plant(draft: Draft, ledger: Ledger, kinds: readonly PlantKind[], seed: number): Planted[] {
  const planter = new Planter(draft, ledger, random(seed ^ 0x5eed));
  const changes = kinds.map(kind => ({ kind, ...planter[kind]() }));
  return changes.map(({ kind, severity, slots, originals }) => {
    const place = draft.places.get(slots[0]!.id)!;
    return {
      kind,
      severity,
      form: place.form,
      row: place.row,
      column: place.column,
      section: place.section,
      printed: slots.map(slot => slot.text),
      original: originals,
      quote: place.form ? slots[0]!.text : sentenceAround(draft, place.block, slots[0]!),
    };
  });
}

interface Change {
  readonly severity: 'error' | 'warning';
  readonly slots: readonly Slot[];
  readonly originals: readonly string[];
}

/** Neighbours in the classification that the fictional bodies do not use. */
const WRONG_NAMES: Record<string, string> = {
  '20805': '其他行政事业单位养老支出',
  '21011': '其他行政事业单位医疗支出',
  '22102': '购房补贴',
};

class Planter implements Record<PlantKind, () => Change> {
  readonly #draft: Draft;
  readonly #ledger: Ledger;
  readonly #dice: Random;
  /** What an error was planted in: forms, and accounts of the narrative. */
  readonly #taken = new Set<string>();

  constructor(draft: Draft, ledger: Ledger, dice: Random) {
    this.#draft = draft;
    this.#ledger = ledger;
    this.#dice = dice;
  }

  /** One digit of one item's figure: its row and its column no longer add up. */
  'table-digit'(): Change {
    return this.#change('error', [this.#figure(/^T05\/\d{7}\/(?:basic|project)$/)], slot => this.#otherDigit(slot));
  }

  /** The first amount of a row above the items. */
  'row-total'(): Change {
    return this.#change('error', [this.#figure(this.#aboveItems('total'))], slot => this.#otherDigit(slot));
  }

  /** A row that adds up in itself, but not with the rows under it. */
  hierarchy(): Change {
    const whole = this.#figure(this.#aboveItems('total'));
    const part = this.#draft.slots.get(whole.id.replace(/total$/, whole.id.startsWith('T02') ? 'fiscal' : 'basic'))!;
    const other = this.#draft.slots.get(whole.id.replace(/total$/, 'project'));
    const chosen = isFigure(part) ? part : other!;
    const more = this.#dice.int(11, 99);
    return this.#change('error', [whole, chosen], slot => this.#shifted(slot, more));
  }

  /** Two classes of form 01 have each other's figure: the sum still holds. */
  'cross-form'(): Change {
    this.#taken.add('T01');
    const classes = [...this.#draft.slots.values()].filter(slot => /^T01\/class\./.test(slot.id) && isFigure(slot));
    const first = classes[0]!;
    const second = classes.find(slot => slot.text !== first.text)!;
    const swap = new Map([
      [first, second.text],
      [second, first.text],
    ]);
    return this.#change('error', [first, second], slot => swap.get(slot)!);
  }

  'note-formula'(): Change {
    return this.#change('warning', [this.#draft.slots.get('T07/note/0')!], slot => slot.text.replace('1+2-3', '1+2+3'));
  }

  /** Vehicles are stated at 99.2 % and, in the next breath, their only part at 100 %. */
  'completion-pair'(): Change {
    this.#taken.add('n/threePublic');
    const { decimals, trimmed } = this.#draft.layout.percent;
    const figure = (99.2).toFixed(decimals);
    return this.#change(
      'error',
      [this.#draft.slots.get('n/threePublic/officialVehicles:percent')!],
      () => `${trimmed ? trim(figure) : figure}%`,
    );
  }

  share(): Change {
    return this.#change(
      'error',
      [
        this.#figure(
          /^n\/(?:revenue|expenditure|structure)\/(?!change)\w+:percent$/,
          slot => Number.parseFloat(slot.text) < 95,
        ),
      ],
      slot => this.#otherPercent(slot),
    );
  }

  'change-rate'(): Change {
    return this.#change(
      'error',
      [this.#figure(/^n\/(?:overall|revenue|expenditure|fiscal|general)\/change:percent$/)],
      slot => this.#otherPercent(slot),
    );
  }

  'wrong-year'(): Change {
    return this.#change(
      'warning',
      [this.#figure(/^n\/(?:expenditure|structure|basic|items|procurement):year$/)],
      slot => `${Number(slot.text) - 1}`,
    );
  }

  /** An amount of the narrative that its form states otherwise. */
  'narrative-amount'(): Change {
    return this.#change('error', [this.#figure(/^n\/(?:basic\/\w+|item\/\d+\/final)$/)], slot =>
      this.#otherDigit(slot),
    );
  }

  'account-name'(): Change {
    return this.#change('warning', [this.#figure(/^n\/item\/(?:20805|21011|22102)\d\d:name$/)], slot =>
      wordsIn(this.#draft.layout, WRONG_NAMES[slot.id.slice(7, 12)]!),
    );
  }

  /** The stated total of the items' budgets; its completion rate is worked out from the wrong total. */
  'item-budget-total'(): Change {
    const change = this.#change('error', [this.#draft.slots.get('n/items/budget')!], slot => this.#otherDigit(slot));
    const spent = sumOf(this.#ledger.items, item =>
      item.fund === 'generalPublicBudget' ? fiscalExpenditureOf(item) : 0,
    );
    const stated = Math.round(amountOf(change.slots[0]!) * 100) * (WAN / 100);
    this.#draft.slots.get('n/items:percent')!.text = percent(this.#draft.layout, spent, stated);
    return change;
  }

  /** 元 for 万元. */
  'unit-slip'(): Change {
    const amount = this.#figure(/^n\/item\/\d+\/final$/);
    const unit = this.#draft.slots.get(`${amount.id}:unit`)!;
    const originals = [amount.text];
    unit.text = '元';
    return { severity: 'error', slots: [amount], originals };
  }

  /** More is booked for running vehicles in the basic expenditure than vehicles cost in all; the class still adds up. */
  'part-exceeds-whole'(): Change {
    const whole = amountOf(this.#draft.slots.get('T09/final/vehicleRunning')!);
    const part = this.#draft.slots.get('T06/30231/amount')!;
    const more = Math.ceil(whole - amountOf(part)) + this.#dice.int(1, 5);
    const from = this.#figure(/^T06\/302(?!31)\d\d\/amount$/, slot => amountOf(slot) > more + 1);
    from.text = this.#shifted(from, -more);
    return this.#change('error', [part], slot => this.#shifted(slot, more));
  }

  /** Goods, works and services no longer make up what was procured. */
  'procurement-total'(): Change {
    return this.#change('error', [this.#figure(/^n\/procurement$/)], slot => this.#otherDigit(slot));
  }

  #change(severity: 'error' | 'warning', slots: readonly Slot[], changed: (slot: Slot) => string): Change {
    const originals = slots.map(slot => slot.text);
    const texts = slots.map(changed);
    slots.forEach((slot, i) => {
      slot.text = texts[i]!;
    });
    return { severity, slots, originals };
  }

  /** Rows of the expenditure or revenue form above its items; where a layout lists items alone that is the total. */
  #aboveItems(column: string): RegExp {
    return new RegExp(`^T0[23]/${this.#draft.layout.levels === 'all' ? '\\d{5}' : 'total'}/${column}$`);
  }

  /** A slot that holds a figure, in a form or an account where nothing was planted yet. */
  #figure(pattern: RegExp, fits: (slot: Slot) => boolean = () => true): Slot {
    const choices = [...this.#draft.slots.values()].filter(
      slot =>
        pattern.test(slot.id) &&
        (isFigure(slot) || /:(?:name|year)$/.test(slot.id)) &&
        !this.#taken.has(areaOf(slot)) &&
        fits(slot),
    );
    if (choices.length === 0) throw new Error(`nowhere to plant ${pattern}`);
    const chosen = this.#dice.pick(choices);
    this.#taken.add(areaOf(chosen));
    return chosen;
  }

  /** The printed amount with one digit changed, far beyond rounding. */
  #otherDigit(slot: Slot): string {
    const [whole, decimals] = slot.text.split('.') as [string, string | undefined];
    const places = [...whole].flatMap((digit, i) => (digit === ',' ? [] : [i]));
    const eligible = places.length > 1 ? places : decimals ? [...places, whole.length + 1] : places;
    const at = this.#dice.pick(eligible);
    const digit = (Number(slot.text[at]) + this.#dice.int(1, 8)) % 10 || 9;
    const changed = `${slot.text.slice(0, at)}${digit}${slot.text.slice(at + 1)}`;
    return changed === slot.text ? `${slot.text.slice(0, at)}${digit - 1 || 8}${slot.text.slice(at + 1)}` : changed;
  }

  #otherPercent(slot: Slot): string {
    const [whole, rest] = slot.text.split(/(?=[.%])/) as [string, string];
    const tail = slot.text.slice(whole.length);
    return `${Number(whole) + this.#dice.int(3, 9)}${tail || rest}`;
  }

  #shifted(slot: Slot, more: number): string {
    const thousands = slot.text.includes(',') || this.#draft.layout.thousands.tables;
    const [whole, decimals] = `${(amountOf(slot) + more).toFixed(2)}`.split('.') as [string, string];
    return `${thousands ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole}.${decimals}`;
  }
}

function isFigure(slot: Slot): boolean {
  return /\d/.test(slot.text) && amountOf(slot) !== 0;
}

function amountOf(slot: Slot): number {
  return Number.parseFloat(slot.text.replace(/,/g, ''));
}

function areaOf(slot: Slot): string {
  // A wrong year leaves the figures beside it right.
  if (slot.id.endsWith(':year')) return slot.id;
  const [top, ...rest] = slot.id.replace(/:\w+$/, '').split('/');
  return top === 'n' ? ['n', ...rest.slice(0, rest[0] === 'item' ? 2 : 1)].join('/') : top!;
}

function sentenceAround(draft: Draft, block: number, slot: Slot): string {
  const pieces = draft.blocks[block]!.pieces!;
  const text = textOf(pieces);
  const at = textOf(pieces.slice(0, pieces.indexOf(slot))).length;
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at), text.lastIndexOf(';', at)) + 1;
  const ends = ['。', '；', ';'].map(mark => text.indexOf(mark, at)).filter(end => end > 0);
  return text.slice(start, Math.min(text.length, ...ends));
}
