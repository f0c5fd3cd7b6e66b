/** How an office lays its disclosure out: everything that differs from place to place while the accounts stay the same. */
export interface Layout {
  readonly name: LayoutName;
  /** 行次 beside the lines of the summary forms. */
  readonly lineNumbers: boolean;
  /** A row of 栏次 under the header. */
  readonly columnNumbers: boolean;
  /** `spanned`: the whole code over the three columns 类 款 项; `split`: one part in each of them; `whole`: one column. */
  readonly codes: 'spanned' | 'split' | 'whole';
  readonly totalRow: 'first' | 'last';
  /** Classes, sections and items of the function accounts, or items alone. */
  readonly levels: 'all' | 'items';
  /** Year-start carry-over of form 04 broken down by fund. */
  readonly carryoverByFund: boolean;
  /** `blocks`: all budgets, then all final figures; `pairs`: budget and final figure side by side. */
  readonly threePublic: 'blocks' | 'pairs';
  readonly threePublicPlace: 7 | 9;
  /** Form 08 with the columns of form 07. */
  readonly stateCapitalWithCarryover: boolean;
  /** 公开01表 … above the tables. */
  readonly formCodes: boolean;
  /** Formulas in the notes under the tables. */
  readonly formulas: boolean;
  readonly nil: '' | '0.00' | '—';
  readonly thousands: { readonly tables: boolean; readonly narrative: boolean };
  /** Decimals of percentages; `trimmed` drops trailing zeros. */
  readonly percent: { readonly decimals: 1 | 2; readonly trimmed: boolean };
  /** `26.6万元` for 26.60. */
  readonly trimmedAmounts: boolean;
  readonly fullWidth: boolean;
  /** `semantic`: headings, table heads; `flat`: paragraphs and bare cells, as word processors write them. */
  readonly markup: 'semantic' | 'flat';
  /** The year in front of the forms' titles. */
  readonly yearInTitles: boolean;
  /** How the narrative words its sentences. */
  readonly wording: 'spelled' | 'brief' | 'listed' | 'compared' | 'flowing';
  /** Heading of the only column of amounts in form 01. */
  readonly amountHeading: '决算数' | '金额';
}

export type LayoutName = 'national' | 'paired' | 'total-last' | 'dashed' | 'items-only' | 'flowing';

const FOUR = {
  national: {
    name: 'national',
    lineNumbers: true,
    columnNumbers: true,
    codes: 'spanned',
    totalRow: 'first',
    levels: 'all',
    carryoverByFund: true,
    threePublic: 'blocks',
    threePublicPlace: 9,
    stateCapitalWithCarryover: false,
    formCodes: true,
    formulas: true,
    nil: '',
    thousands: { tables: true, narrative: true },
    percent: { decimals: 1, trimmed: true },
    trimmedAmounts: true,
    fullWidth: false,
    markup: 'semantic',
    yearInTitles: true,
    wording: 'spelled',
    amountHeading: '决算数',
  },
  paired: {
    name: 'paired',
    lineNumbers: false,
    columnNumbers: false,
    codes: 'split',
    totalRow: 'first',
    levels: 'all',
    carryoverByFund: true,
    threePublic: 'pairs',
    threePublicPlace: 7,
    stateCapitalWithCarryover: true,
    formCodes: false,
    formulas: false,
    nil: '',
    thousands: { tables: true, narrative: false },
    percent: { decimals: 2, trimmed: false },
    trimmedAmounts: false,
    fullWidth: true,
    markup: 'flat',
    yearInTitles: false,
    wording: 'brief',
    amountHeading: '决算数',
  },
  'total-last': {
    name: 'total-last',
    lineNumbers: false,
    columnNumbers: true,
    codes: 'whole',
    totalRow: 'last',
    levels: 'all',
    carryoverByFund: false,
    threePublic: 'blocks',
    threePublicPlace: 9,
    stateCapitalWithCarryover: false,
    formCodes: true,
    formulas: false,
    nil: '0.00',
    thousands: { tables: false, narrative: false },
    percent: { decimals: 2, trimmed: true },
    trimmedAmounts: false,
    fullWidth: true,
    markup: 'semantic',
    yearInTitles: false,
    wording: 'compared',
    amountHeading: '金额',
  },
  dashed: {
    name: 'dashed',
    lineNumbers: true,
    columnNumbers: true,
    codes: 'split',
    totalRow: 'last',
    levels: 'all',
    carryoverByFund: true,
    threePublic: 'pairs',
    threePublicPlace: 9,
    stateCapitalWithCarryover: false,
    formCodes: true,
    formulas: true,
    nil: '—',
    thousands: { tables: true, narrative: true },
    percent: { decimals: 1, trimmed: false },
    trimmedAmounts: false,
    fullWidth: true,
    markup: 'flat',
    yearInTitles: true,
    wording: 'listed',
    amountHeading: '决算数',
  },
} satisfies Record<string, Layout>;

export const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  ...FOUR,
  'items-only': {
    ...FOUR['total-last'],
    name: 'items-only',
    levels: 'items',
    totalRow: 'first',
    nil: '',
    wording: 'brief',
  },
  flowing: { ...FOUR.national, name: 'flowing', fullWidth: true, nil: '0.00', wording: 'flowing' },
};

const HALF_WIDTH: Record<string, string> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
};

/** Words as this layout prints them; they are written with full-width marks. */
export function wordsIn(layout: Layout, text: string): string {
  return layout.fullWidth ? text : text.replace(/[，：；（）“”]/g, mark => HALF_WIDTH[mark]!);
}
