import type { ColumnKey, Entry, Form } from '../../disclosure/form.ts';
import { type NoteFormula, readColumnFormula, readNoteFormulas } from '../../disclosure/note-formula.ts';
import type { Figure } from '../../statements/figure.ts';
import { sum, type Term } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import type { Check, Rule } from '../rule.ts';

/** What the form itself lays down for a column, in its columns' names. */
const COLUMN_LAWS: Partial<Record<Form['id'], Partial<Record<ColumnKey, readonly (readonly [1 | -1, ColumnKey])[]>>>> =
  {
    T05: {
      total: [
        [1, 'basic'],
        [1, 'project'],
      ],
    },
    T07: {
      total: [
        [1, 'basic'],
        [1, 'project'],
      ],
      closingCarryover: [
        [1, 'openingCarryover'],
        [1, 'revenue'],
        [-1, 'total'],
      ],
    },
    T08: {
      total: [
        [1, 'basic'],
        [1, 'project'],
      ],
    },
  };

export const noteFormula: Rule = {
  id: 'tables/note-formula',
  title: { zh: '表下注的公式', en: 'Formulas in the notes' },
  basis: {
    zh: '决算报表表下注或栏次行以本表行次、栏次写明的勾稽公式；公式须与表样一致，所引行次、栏次须在表中存在。',
    en: 'The formulas that a form states under its table in its own line and column numbers; they must agree with the form, and the numbers they name must exist.',
  },
  *check({ forms }): Iterable<Check> {
    for (const form of forms) {
      const formulas = [
        ...readNoteFormulas(form.notes),
        ...form.columnNumbers.flatMap(({ formula }) => (formula ? (readColumnFormula(formula) ?? []) : [])),
      ];
      // Rows and headings that were not read for sure cannot be said to be missing.
      if (formulas.length > 0 && isUncertain(form)) {
        yield {
          kind: 'unable',
          reason: {
            zh: `${form.id} 有单元格读得不准，表下注的公式不作核对`,
            en: `${form.id} has cells that were not read for sure: the formulas in its notes are not judged`,
          },
          figures: [],
        };
        continue;
      }
      for (const formula of formulas) {
        yield* formula.of === 'columns' ? columnFormula(form, formula) : lineFormula(form, formula);
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | < | 支出 | < | <
          项目 | 行次 | 决算数 | 项目 | 行次 | 决算数
          一、一般公共预算财政拨款收入 | 1 | 100.00 | 一、一般公共服务支出 | 5 | 90.00
          二、其他收入 | 2 | 5.00 | 二、教育支出 | 6 | 15.00
          本年收入合计 | 3 | 105.00 | 本年支出合计 | 7 | 105.00
          总计 | 4 | 105.00 | 总计 | 8 | 105.00
          注：3行=（1+2）行；7行=（5+6）行。`,
      },
      {
        document: `
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          栏次 | < | 1=2+3 | 2 | 3
          合计 | < | 9.00 | 7.00 | 2.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          栏次 | < | 1=2+4 | 2 | 3
          合计 | < | 9.00 | 7.00 | 2.00`,
        blames: '1=2+4',
      },
      {
        document: `
          2031年度政府性基金预算财政拨款收入支出决算表
          公开07表 单位：万元
          科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
          ^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
          栏次 | < | 1 | 2 | 3 | 4 | 5 | 6
          合计 | < | | | | | |
          注：6栏各行=（1+2+3）栏各行；3栏各行=（4+5）栏各行。`,
        blames: '6栏各行=（1+2+3）栏各行',
      },
      {
        document: `
          2031年度国有资本经营预算财政拨款支出决算表
          公开08表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          栏次 | < | 1 | 4 | 5
          合计 | < | | |
          注：1栏各行=（2+3）栏各行。`,
        blames: '1栏各行=（2+3）栏各行',
      },
    ],
  },
};

function isUncertain({ table }: Form): boolean {
  return table.cells.some(cell => cell.uncertain !== null);
}

function* columnFormula(form: Form, formula: NoteFormula): Iterable<Check> {
  const columns = new Map(form.columnNumbers.map(({ printed, column }) => [printed, column]));
  if (columns.size === 0) return;
  const missing = [formula.target, ...formula.terms.map(term => term.no)].filter(no => !columns.has(no));
  const printedNumbers = form.columnNumbers.map(({ printed }) => printed).join('、');
  if (missing.length > 0) {
    yield note(formula, {
      title: {
        zh: `${form.id} 注中公式引用的第 ${missing.join('、')} 栏，表中没有`,
        en: `${form.id}: the note's formula names column ${missing.join(', ')}, which the table does not have`,
      },
      message: {
        zh: `表的栏次印作 ${printedNumbers}，注中公式为「${formula.printed}」。`,
        en: `The columns are numbered ${printedNumbers}; the note says “${formula.printed}”.`,
      },
    });
    return;
  }
  const keyOf = columnKeys(form);
  const target = keyOf.get(columns.get(formula.target)!);
  const law = target && COLUMN_LAWS[form.id]?.[target];
  if (law) {
    const stated = formula.terms.map(({ sign, no }) => `${sign}${keyOf.get(columns.get(no)!)}`).sort();
    const laid = law.map(([sign, key]) => `${sign}${key}`).sort();
    if (stated.join() !== laid.join()) {
      const correct = law
        .map(([sign, key]) => `${sign === 1 ? '+' : '-'}${numberOf(form, keyOf, key)}`)
        .join('')
        .replace(/^\+/, '');
      yield note(formula, {
        title: { zh: `${form.id} 注中公式与表样不符`, en: `${form.id}: the note's formula contradicts the form` },
        message: {
          zh: `注写「${formula.printed}」；按表样应为 ${formula.target}栏=(${correct})栏。`,
          en: `The note says “${formula.printed}”; by the form it is column ${formula.target} = ${correct}.`,
        },
        expected: `${formula.target}栏=(${correct})栏`,
      });
      return;
    }
  }
  for (const row of dataRows(form)) {
    const figureAt = (no: string) => form.figures.get(`${row},${columns.get(no)}`);
    yield* evaluate(form, formula, figureAt);
  }
}

function* lineFormula(form: Form, formula: NoteFormula): Iterable<Check> {
  const lines = new Map<string, Entry>();
  for (const entry of form.entries) if (entry.lineNo) lines.set(entry.lineNo, entry);
  if (lines.size === 0) return;
  const missing = [formula.target, ...formula.terms.map(term => term.no)].filter(no => !lines.has(no));
  if (missing.length > 0) {
    yield note(formula, {
      title: {
        zh: `${form.id} 注中公式引用的第 ${missing.join('、')} 行，表中没有`,
        en: `${form.id}: the note's formula names line ${missing.join(', ')}, which the table does not have`,
      },
      message: { zh: `注中公式为「${formula.printed}」。`, en: `The note says “${formula.printed}”.` },
    });
    return;
  }
  for (const column of Object.keys(lines.get(formula.target)!.values)) {
    yield* evaluate(form, formula, no => lines.get(no)!.values[column as ColumnKey]);
  }
}

function* evaluate(form: Form, formula: NoteFormula, figureAt: (no: string) => Figure | undefined): Iterable<Check> {
  const total = figureAt(formula.target);
  if (!total || total.amount.nil) return;
  const terms: Term[] = [];
  for (const { sign, no } of formula.terms) {
    const figure = figureAt(no);
    if (!figure) return;
    if (!figure.amount.nil || figure.uncertain) terms.push({ sign, figure });
  }
  if (terms.length === 0) return;
  const statement = sum(total, terms);
  const about = { zh: `${form.id} 注：${formula.printed}`, en: `${form.id} note: ${formula.printed}` };
  // The figures are the form's business (row and total sums). A formula they do not satisfy is evidence for those, no second finding.
  yield {
    kind: 'statement',
    statement,
    about,
    severity: judge(statement).grade === 'conflict' ? null : undefined,
    context: [formulaPassage(formula)],
  };
}

function note(
  formula: NoteFormula,
  text: { title: { zh: string; en: string }; message: { zh: string; en: string }; expected?: string },
): Check {
  return {
    kind: 'remark',
    severity: 'warning',
    title: text.title,
    message: text.message,
    stated: formula.printed,
    expected: text.expected ?? null,
    suspect: formulaPassage(formula),
    counterparts: [],
  };
}

function formulaPassage({ source, start, end }: NoteFormula) {
  return { source, start, end, section: null };
}

/** Column of the table → what it holds. */
function columnKeys(form: Form): Map<number, ColumnKey> {
  const keys = new Map<number, ColumnKey>();
  for (const entry of form.entries) {
    for (const [key, figure] of Object.entries(entry.values)) {
      const column = Number(figure.id.split(',').at(-1));
      keys.set(column, key as ColumnKey);
    }
  }
  return keys;
}

function numberOf(form: Form, keys: Map<number, ColumnKey>, key: ColumnKey): string {
  return form.columnNumbers.find(({ column }) => keys.get(column) === key)?.printed ?? '?';
}

function dataRows(form: Form): number[] {
  return [...new Set([...form.figures.keys()].map(slot => Number(slot.split(',')[0])))];
}
