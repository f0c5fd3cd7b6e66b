import { type Fen, type Item, type Ledger, sumOf, WAN } from './ledger.ts';
import type { PlainTable } from './plain-tables.ts';
import { wan } from './print.ts';

interface Goal {
  readonly kind: string;
  readonly name: string;
  readonly weight: number;
  readonly target: string;
  readonly actual: string;
  readonly score: number;
}

/**
 * A body's own table and that of its project as places print them, in which every rate, score, weight and source adds up,
 * after the form of expenditure that they must agree with.
 */
export function evaluationTables(book: Ledger): PlainTable[] {
  return [expenditure(book), whole(book), project(book)];
}

function expenditure({ items, year }: Ledger): PlainTable {
  const row = (list: readonly Item[]) => [
    sumOf(list, item => item.basic + item.project),
    sumOf(list, item => item.basic),
    sumOf(list, item => item.project),
  ];
  return {
    form: 'T03',
    title: `${year}年度支出决算表`,
    unitLine: '公开03表 单位：万元',
    rows: [
      ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
      ...items.map(item => [item.code, item.name, ...row([item]).map(amount)]),
      ['合计', '<', ...row(items).map(amount)],
    ],
    notes: [],
  };
}

const PROPORTION =
  '备注：定量指标计分原则：正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B）。';

function whole(book: Ledger): PlainTable {
  const spent = sumOf(book.items, item => item.basic + item.project);
  const goals: Goal[] = [
    { kind: '数量指标（20分）', name: '办理事项', weight: 12, target: '≥400件', actual: '390件', score: 11.7 },
    { kind: '数量指标（20分）', name: '开放场次', weight: 8, target: '≥60场', actual: '75场', score: 8 },
    {
      kind: '时效指标（20分）',
      name: '平均办结时限',
      weight: 20,
      target: '≤5个工作日',
      actual: '4个工作日',
      score: 20,
    },
    { kind: '满意度指标（40分）', name: '来访者满意度', weight: 40, target: '≥92%', actual: '95%', score: 40 },
  ];
  const score = 20 + goals.reduce((sum, goal) => sum + goal.score, 0);
  return {
    form: 'P01',
    title: `${book.unit}整体绩效自评表`,
    unitLine: null,
    rows: [
      ['单位名称', '<', book.unit, '<', '<', '<', '<'],
      [
        '基本支出总额',
        '<',
        amount(sumOf(book.items, item => item.basic)),
        '<',
        '项目支出总额',
        amount(sumOf(book.items, item => item.project)),
        '<',
      ],
      ['预算执行情况（万元）（20分）', '<', '', '预算数（A）', '执行数（B）', '执行率（B/A）', '得分（20分*执行率）'],
      ['^', '<', '整体支出总额', amount(spent), amount(spent), '100%', '20'],
      ['年度绩效指标（80分）', '一级指标', '二级指标', '三级指标', '年初目标值（A）', '实际完成值（B）', '得分'],
      ...goals.map((goal, i) => [
        '^',
        i === 0 ? '产出指标（40分）' : i === 3 ? '效益指标（40分）' : '^',
        goals[i - 1]?.kind === goal.kind ? '^' : goal.kind,
        `${goal.name}（${goal.weight}分）`,
        goal.target,
        goal.actual,
        trimmed(goal.score),
      ]),
      ['总分', '<', `${trimmed(score)}分`, '<', '<', '<', '<'],
    ],
    notes: [PROPORTION],
  };
}

function project({ project: { name, budget }, unit }: Ledger): PlainTable {
  const spent = Math.floor((budget * 0.95) / 10_000) * 10_000;
  const rate = (spent / budget) * 100;
  const own = Math.min(WAN, Math.floor(spent / 2));
  const goals: Goal[] = [
    { kind: '数量指标', name: '更新设备数', weight: 30, target: '≥40台', actual: '40台', score: 30 },
    { kind: '质量指标', name: '验收合格率', weight: 30, target: '≥98%', actual: '100%', score: 30 },
    { kind: '社会效益指标', name: '服务环境', weight: 30, target: '明显改善', actual: '明显改善', score: 30 },
  ];
  const money = (budgeted: Fen, used: Fen) => [amount(budgeted), amount(used)];
  const funds = Math.round(rate * 10) / 100;
  const score = funds + goals.reduce((sum, goal) => sum + goal.score, 0);
  return {
    form: 'P02',
    title: `${name}项目支出绩效自评表`,
    unitLine: null,
    rows: [
      ['项目名称', '<', name, '<', '实施单位', unit, '<', '<'],
      ['项目资金（万元）', '<', '', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['^', '<', '年度资金总额', ...money(budget, spent), '10', `${rate.toFixed(2)}%`, funds.toFixed(2)],
      ['^', '<', '其中：财政拨款', ...money(budget - own, spent - own), '—', '—', '—'],
      ['^', '<', '其他资金', ...money(own, own), '—', '—', '—'],
      ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ...goals.map((goal, i) => [
        '^',
        i === 0 ? '产出指标' : i === 2 ? '效益指标' : '^',
        goal.kind,
        goal.name,
        goal.target,
        goal.actual,
        `${goal.weight}`,
        `${goal.score}`,
      ]),
      ['总分', '<', '<', '<', '<', '<', '100', score.toFixed(2)],
    ],
    notes: [],
  };
}

function amount(money: Fen): string {
  return wan(money, true);
}

function trimmed(score: number): string {
  return `${Math.round(score * 100) / 100}`;
}
