import type { FormId } from '../disclosure/form.ts';
import type { Bilingual } from '../rules/rule.ts';

/** What the forms are called in sentences; their numbers differ from place to place and mean nothing to the reader. */
export const FORM_NAMES: Readonly<Record<FormId, Bilingual>> = {
  T01: { zh: '收支决算总表', en: 'Summary form' },
  T02: { zh: '收入决算表', en: 'Revenue form' },
  T03: { zh: '支出决算表', en: 'Expenditure form' },
  T04: { zh: '财政拨款收支决算总表', en: 'Fiscal summary form' },
  T05: { zh: '一般公共预算支出决算表', en: 'General public budget form' },
  T06: { zh: '基本支出决算明细表', en: 'Basic expenditure form' },
  T07: { zh: '政府性基金决算表', en: 'Government funds form' },
  T08: { zh: '国有资本经营决算表', en: 'State capital form' },
  T09: { zh: '“三公”经费决算表', en: 'Three-public form' },
  B01: { zh: '收支总表', en: 'Budget summary' },
  B02: { zh: '收入总表', en: 'Revenue budget' },
  B03: { zh: '支出总表', en: 'Expenditure budget' },
  B04: { zh: '财政拨款收支总表', en: 'Fiscal budget summary' },
  B05: { zh: '一般公共预算支出表', en: 'General public budget' },
  'B05-2': { zh: '一般公共预算支出表（分单位）', en: 'General public budget by body' },
  B06: { zh: '一般公共预算基本支出表', en: 'Basic expenditure budget' },
  B07: { zh: '“三公”经费预算表', en: 'Three-public budget' },
  B08: { zh: '政府性基金预算支出表', en: 'Government funds budget' },
  B09: { zh: '国有资本经营预算支出表', en: 'State capital budget' },
  B10: { zh: '项目支出表', en: 'Projects' },
  B13: { zh: '财政拨款支出表', en: 'Fiscal expenditure budget' },
  B14: { zh: '财政拨款基本支出表', en: 'Fiscal basic expenditure budget' },
  B15: { zh: '基本支出表', en: 'Basic expenditure of all money' },
};

/** A sentence in which rules name forms by their ids, with the names readers know. */
export function withFormNames(text: string, locale: 'zh' | 'en'): string {
  return text.replace(/\b[TB]\d\d(?:-\d)?\b/g, id => FORM_NAMES[id as FormId]?.[locale] ?? id);
}
