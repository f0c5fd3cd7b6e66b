import type { Figure } from '../statements/figure.ts';

/** What a performance self-evaluation table (绩效自评表) says: what was budgeted and spent, and how the indicators were scored. */
export interface Evaluation {
  /** 项目名称 as printed; null in the table of a whole body. */
  readonly project: string | null;
  /** The table is about all a body spends (整体支出). */
  readonly isWhole: boolean;
  /** 基本支出总额 and 项目支出总额 of a whole body; null where it does not state them. */
  readonly basicExpenditure: Figure | null;
  readonly projectExpenditure: Figure | null;
  /** Lines of money, the total first; below it its sources and parts. */
  readonly money: readonly MoneyLine[];
  readonly indicators: readonly Indicator[];
  /** Weights printed of a group of indicators, with the weights that make them up. */
  readonly weightGroups: readonly { readonly weight: Figure; readonly parts: readonly Figure[] }[];
  /** Points printed at the head of a goal (年度绩效目标2（20分）), with the scores of the indicators below it. */
  readonly goals: readonly { readonly weight: Figure; readonly scores: readonly Figure[] }[];
  /** 总分, and the full marks where they are printed beside it. */
  readonly score: Figure | null;
  readonly fullMarks: Figure | null;
  /** The table lays down that scores are in proportion to what was reached (得分=权重*B/A). */
  readonly isProportional: boolean;
}

export interface MoneyLine {
  /** Folded. */
  readonly label: string;
  /** 全年预算数 (A); where there is none the initial budget. */
  readonly budget: Figure | null;
  readonly initialBudget: Figure | null;
  /** 执行数 (B). */
  readonly executed: Figure | null;
  /** 执行率 in percent. */
  readonly rate: Figure | null;
  readonly weight: Figure | null;
  readonly score: Figure | null;
  /** The score's heading gives its formula (得分(20分*执行率)). */
  readonly hasFormula: boolean;
}

export interface Indicator {
  /** Folded, without the weight in brackets. */
  readonly name: string;
  readonly weight: Figure | null;
  readonly target: Measure;
  readonly actual: Measure;
  readonly score: Figure | null;
}

/** A target or what was reached of it; a number only where the cell says nothing but it, its bound and its unit. */
export interface Measure {
  /** Folded. */
  readonly text: string;
  readonly figure: Figure | null;
  readonly bound: 'at-least' | 'at-most' | null;
  /** What is counted: `人次`; empty for percentages and bare numbers. */
  readonly counted: string;
}
