import { Draft } from './draft.ts';
import { writeForms } from './forms.ts';
import { toHtml } from './html.ts';
import { LAYOUTS, type LayoutName } from './layout.ts';
import { type Ledger, ledger } from './ledger.ts';
import { writeNarrative } from './narrative.ts';
import { type Planted, type PlantKind, plant } from './plant.ts';

export interface Wanted {
  readonly seed: number;
  readonly layout: LayoutName;
  /** All printed sums exact (default), or amounts rounded one by one, with real rounding differences. */
  readonly exact?: boolean;
  readonly plant?: readonly PlantKind[];
}

/** A fictional disclosure as an HTML page, and what is known of it. */
export interface Generated {
  readonly html: string;
  readonly unit: string;
  readonly year: number;
  readonly level: 'department' | 'unit';
  readonly planted: readonly Planted[];
}

/** Writes a disclosure in which everything adds up, but for the errors that are asked for. */
export function generate({ seed, layout, exact = true, plant: kinds = [] }: Wanted): Generated {
  const book = ledger({ seed, exact, vehiclesOnBudget: kinds.includes('completion-pair') });
  let planted: readonly Planted[] = [];
  const { html } = writeDisclosure(book, layout, draft => {
    planted = plant(draft, book, kinds, seed);
  });
  return { html, unit: book.unit, year: book.year, level: book.level, planted };
}

/** A year's accounts as a disclosure; `change` may alter what is printed before it is. */
export function writeDisclosure(
  book: Ledger,
  layout: LayoutName,
  change: (draft: Draft) => void = () => {},
): { readonly html: string } {
  const draft = new Draft(LAYOUTS[layout]);
  const title = `${book.year}年度${book.unit}${book.level === 'unit' ? '单位' : '部门'}决算公开`;
  write(draft, book, title);
  change(draft);
  return { html: toHtml(draft, title) };
}

function write(draft: Draft, book: Ledger, title: string): void {
  const level = book.level === 'unit' ? '单位' : '部门';
  draft.heading(1, title);
  draft.heading(2, '目录');
  for (const part of PARTS) draft.say`${part.replace('%', book.unit).replace('#', `${book.year}年度${level}`)}`;
  draft.heading(2, PARTS[0].replace('%', book.unit));
  draft.heading(3, '一、主要职责');
  draft.say`${book.unit}承担本市相应领域的公共服务与日常管理，面向公众提供咨询、办理和现场服务。`;
  draft.heading(3, '二、机构设置');
  draft.say`${book.unit}内设综合科、业务科、保障科三个科室。`;
  draft.heading(2, PARTS[1].replace('%', book.unit).replace('#', `${book.year}年度${level}`));
  writeForms(draft, book);
  draft.heading(2, PARTS[2].replace('%', book.unit).replace('#', `${book.year}年度${level}`));
  writeNarrative(draft, book);
  draft.heading(2, PARTS[3]);
  draft.say`一、财政拨款收入：本级财政当年拨付的资金。`;
  draft.say`二、基本支出：保障机构正常运转、完成日常工作所发生的人员支出和公用支出。`;
  draft.say`三、项目支出：基本支出之外，为完成特定任务所发生的支出。`;
}

const PARTS = ['第一部分 %概况', '第二部分 %#决算表', '第三部分 %#决算情况说明', '第四部分 名词解释'] as const;
