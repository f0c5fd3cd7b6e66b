import type { Block, Cell } from '../draft.ts';
import { random } from '../random.ts';

/** A self-evaluation and a project table of a fictional unit, each with its title, laid out as such forms are: labels with their values above, indicators below. */
export function evaluationBlocks(seed: number): Block[] {
  const { int: between, pick } = random(seed + 7_000);
  let figures = 0;
  const figure = (text: string, spans: Partial<Cell> = {}): Cell => ({
    piece: { id: `figure${++figures}`, text },
    ...spans,
  });
  const head = (piece: string, spans: Partial<Cell> = {}): Cell => ({ piece, header: true, ...spans });
  const words = (piece: string, spans: Partial<Cell> = {}): Cell => ({ piece, ...spans });
  const money = () => `${between(1, 999)}.${between(10, 99)}`;
  const budget = money();
  let total = 0;
  const scored = () => {
    const score = between(5, 10);
    total += score;
    return score;
  };
  const indicators = ['数量指标', '质量指标', '时效指标'].map(kind => ({ kind, count: between(1, 3) }));
  const lines = indicators.flatMap(({ kind, count }, k) =>
    Array.from({ length: count }, (_, i): Cell[] => [
      ...(k === 0 && i === 0
        ? [words('产出指标', { rowSpan: indicators.reduce((sum, { count: n }) => sum + n, 0) })]
        : []),
      ...(i === 0 ? [words(kind, { rowSpan: count })] : []),
      words(
        `${pick(['馆藏整理', '设备巡检', '夜间开放', '讲解服务', '档案数字化'])}${pick(['场次', '完成率', '覆盖面'])}`,
      ),
      words(pick(['≥90%', '不少于12次', '按期完成', '100%'])),
      words(pick(['95%', '14次', '已完成', '100%'])),
      figure(`${scored()}`),
    ]),
  );
  const evaluation: Cell[][] = [
    [head('项目名称', { colSpan: 2 }), words(pick(['夜间开放补助', '馆舍修缮', '老旧设备更新']), { colSpan: 4 })],
    [head('主管部门', { colSpan: 2 }), words('市文化服务中心', { colSpan: 2 }), head('实施单位'), words('市图书馆')],
    [
      head('资金情况（万元）', { colSpan: 2, rowSpan: 2 }),
      words(''),
      head('全年预算数'),
      head('全年执行数'),
      head('执行率'),
    ],
    [head('年度资金总额'), figure(budget), figure(budget), figure('100%')],
    [
      head('年度目标', { colSpan: 2 }),
      words('按时开放各阅览区，改善读者服务条件，提高馆藏利用率，保障场馆安全运行。', { colSpan: 4 }),
    ],
    [head('一级指标'), head('二级指标'), head('三级指标'), head('年度指标值'), head('实际完成值'), head('得分')],
    ...lines,
    [head('总分', { colSpan: 2 }), words(`${total}分`, { colSpan: 4 })],
  ];
  const projects: Cell[][] = [
    [head('序号'), head('项目名称'), head('项目类别'), head('预算数'), head('其中：财政拨款'), head('备注')],
    ...Array.from({ length: between(3, 6) }, (_, i): Cell[] => {
      const amount = money();
      const name = pick(['阅览区照明改造', '流动图书车运行', '地方文献征集与保护', '少儿阅读推广活动经费']);
      return [
        words(`${i + 1}`),
        words(name),
        words(pick(['特定目标类', '其他运转类'])),
        figure(amount),
        figure(amount),
        words(''),
      ];
    }),
  ];
  const table = (title: string, rows: Cell[][], headRows: number): Block[] => [
    { kind: 'title', pieces: [title] },
    { kind: 'table', rows, head: headRows },
  ];
  return [...table('项目支出绩效自评表', evaluation, 0), ...table('项目支出明细表', projects, 1)];
}
