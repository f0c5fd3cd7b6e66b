import type { Unit } from '../amounts/unit.ts';
import type { AnchoredText } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import type { Table } from '../tables/table.ts';
import type { Group } from './groups.ts';
import type { ProjectAmount } from './project-amounts.ts';
import type { RateColumn } from './rate-columns.ts';

/** What a form shows, in final accounts and budgets alike: what must add up in it depends on this alone. */
export type FormKind =
  | 'summary' // 收支总表
  | 'revenue'
  | 'expenditure'
  | 'fiscalSummary' // 财政拨款收支总表
  | 'fiscalExpenditure' // 财政拨款支出表, of all funds
  | 'fiscalBasic' // 财政拨款基本支出表
  | 'generalPublicBudget'
  | 'generalPublicBudgetByBody'
  | 'basicExpenditure' // of the general public budget, by economic class
  | 'allBasic' // 基本支出表 of all money
  | 'governmentFunds'
  | 'stateCapital'
  | 'threePublic'
  | 'projects';

/** The nine forms of final accounts (公开01表–公开09表), and the forms of a budget under the numbers they most often bear. */
export const FORM_KINDS = {
  T01: 'summary',
  T02: 'revenue',
  T03: 'expenditure',
  T04: 'fiscalSummary',
  T05: 'generalPublicBudget',
  T06: 'basicExpenditure',
  T07: 'governmentFunds',
  T08: 'stateCapital',
  T09: 'threePublic',
  B01: 'summary',
  B02: 'revenue',
  B03: 'expenditure',
  B04: 'fiscalSummary',
  B05: 'generalPublicBudget',
  'B05-2': 'generalPublicBudgetByBody',
  B06: 'basicExpenditure',
  B07: 'threePublic',
  B08: 'governmentFunds',
  B09: 'stateCapital',
  B10: 'projects',
  B13: 'fiscalExpenditure',
  B14: 'fiscalBasic',
  B15: 'allBasic',
} as const satisfies Record<string, FormKind>;
export type FormId = keyof typeof FORM_KINDS;
/** One of the nine. */
export type AccountsFormId = Extract<FormId, `T${string}`>;

export function isBudgetForm(id: FormId): boolean {
  return id.startsWith('B');
}

export type Side = 'revenue' | 'expenditure';

/** Lines that a form names itself (not by account code). */
export type LineKey =
  // T01, T04 revenue side; also the columns' namesakes of T02
  | 'revenue.generalPublicBudget'
  | 'revenue.governmentFunds'
  | 'revenue.stateCapital'
  | 'revenue.fiscalAppropriation' // all funds in one line
  | 'revenue.superiorSubsidy'
  | 'revenue.institution'
  | 'revenue.business'
  | 'revenue.subordinateRemittance'
  | 'revenue.other'
  | 'revenue.total'
  | 'revenue.surplusUsed'
  | 'revenue.openingCarryover'
  | 'revenue.openingCarryover.generalPublicBudget'
  | 'revenue.openingCarryover.governmentFunds'
  | 'revenue.openingCarryover.stateCapital'
  | 'revenue.grandTotal'
  // T01, T04 expenditure side
  | 'expenditure.functionClass'
  | 'expenditure.total'
  | 'expenditure.surplusDistributed'
  | 'expenditure.closingCarryover'
  | 'expenditure.closingCarryover.generalPublicBudget'
  | 'expenditure.closingCarryover.governmentFunds'
  | 'expenditure.closingCarryover.stateCapital'
  | 'expenditure.grandTotal'
  // T02, T03, T05, T07, T08: the total row; account rows carry a code instead
  | 'total'
  | 'account'
  // T06
  | 'personnelTotal'
  | 'publicUseTotal'
  // T09
  | 'threePublic.total'
  | 'threePublic.overseasVisits'
  | 'threePublic.officialVehicles'
  | 'threePublic.vehiclePurchase'
  | 'threePublic.vehicleRunning'
  | 'threePublic.officialHospitality'
  | 'threePublic.meetings'
  | 'threePublic.training'
  | 'threePublic.withOthers'; // the three together with 会议费 and 培训费

/** What a column of amounts holds. */
export type ColumnKey =
  | 'amount' // 决算数 where there is only one
  | 'initialBudget' // 年初预算数
  | 'budget' // 预算数, 全年预算数, 调整预算数
  | 'final' // 决算数 beside a budget column
  | 'prior' // last year's figure in a budget
  | 'total' // 合计, 小计, 本年收入合计, 本年支出合计
  | 'fiscalAppropriation'
  | 'superiorSubsidy'
  | 'institution'
  | 'institution.education' // 其中:教育收费
  | 'business' // 经营收入 or 经营支出
  | 'subordinateRemittance'
  | 'other'
  | 'basic'
  | 'basic.personnel'
  | 'basic.publicUse'
  | 'project'
  | 'remittanceToSuperior'
  | 'subsidyToSubordinates'
  | 'generalPublicBudget'
  | 'governmentFunds'
  | 'stateCapital'
  | 'openingCarryover'
  | 'revenue'
  | 'closingCarryover';

/** One line of a form. */
export interface Entry {
  /** Null where the label is none the form knows. */
  readonly key: LineKey | null;
  readonly side: Side | null;
  /** Account code, digits only (`2080150`, `30101`); null where the line has none. */
  readonly code: string | null;
  /** Label as printed, without the ordinal (`社会保障和就业支出`). */
  readonly name: string;
  /** 行次 as printed. */
  readonly lineNo: string | null;
  /** Row of the table (0-based). */
  readonly row: number;
  /** Blank cells are there too, as nil figures. */
  readonly values: Partial<Record<ColumnKey, Figure>>;
}

/** A printed column number, its column of the table (0-based), and the cell where it is given as a formula (`1=2+3`). */
export interface ColumnNumber {
  readonly printed: string;
  readonly column: number;
  readonly formula: AnchoredText | null;
}

/** A table recognised as a form, read by its own labels. */
export interface Form {
  readonly id: FormId;
  readonly kind: FormKind;
  /** As printed. */
  readonly title: string;
  readonly unit: Unit;
  readonly year: number | null;
  readonly table: Table;
  readonly entries: readonly Entry[];
  /** 栏次 in the order printed. */
  readonly columnNumbers: readonly ColumnNumber[];
  /** Lines under the table: notes, formulas, remarks. */
  readonly notes: readonly AnchoredText[];
  /** Every figure of the table (blank amount cells too), by `row,column` of the slot. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** What its labels say adds up; none for the nine forms of final accounts, whose layout is laid down. */
  readonly groups: readonly Group[];
  /** Columns of percentages that follow from its amounts. */
  readonly rates: readonly RateColumn[];
  /** The projects it lists. */
  readonly projects: readonly ProjectAmount[];
  /** First row of data (0-based): everything above is header. */
  readonly headerEnd: number;
  /** Rows with amounts of which no heading tells what they are: nobody knows what the row comes to. */
  readonly untoldRows?: ReadonlySet<number>;
}

/** Printed level of an account: function codes have 3, 5 or 7 digits (类 款 项), economic codes 3 or 5 (类 款). */
export type AccountLevel = 'class' | 'section' | 'item';

export function levelOf(code: string): AccountLevel | null {
  return code.length === 3 ? 'class' : code.length === 5 ? 'section' : code.length === 7 ? 'item' : null;
}

export function entryOf(form: Form, key: LineKey): Entry | undefined {
  return form.entries.find(entry => entry.key === key);
}

/** The figure of a named line; the blank cell's nil figure too; undefined when the form has no such line or column. */
export function figureOf(form: Form, key: LineKey, column: ColumnKey): Figure | undefined {
  return entryOf(form, key)?.values[column];
}

/** The one row of an account; undefined where the form lists it for several bodies. */
export function accountOf(form: Form, code: string): Entry | undefined {
  const known = accounts.get(form) ?? accountsByCode(form);
  accounts.set(form, known);
  return known.get(code) ?? undefined;
}

const accounts = new WeakMap<Form, Map<string, Entry | null>>();

function accountsByCode({ entries }: Form): Map<string, Entry | null> {
  const byCode = new Map<string, Entry | null>();
  for (const entry of entries) if (entry.code) byCode.set(entry.code, byCode.has(entry.code) ? null : entry);
  return byCode;
}
