import type { Place } from '../../lib/anchors/anchor.ts';
import type { Evidence, Finding, Point, Report } from '../../lib/report/report.ts';

const at = (page: number, left: number, top: number, right: number, bottom: number): Place => ({
  page,
  boxes: [[left, top, right, bottom]],
});

const evidence = (part: Partial<Evidence> & Pick<Evidence, 'role' | 'quote' | 'where'>): Evidence => ({
  printed: null,
  table: null,
  row: null,
  column: null,
  section: null,
  source: null,
  ...part,
});

const finding = (part: Partial<Finding> & Pick<Finding, 'id' | 'severity' | 'title' | 'evidence'>): Finding => ({
  rule: 'narrative/completion-rate',
  ruleTitle: '完成预算的百分比',
  basis: '完成预算的百分比 = 决算数 ÷ 预算数',
  message: '说明',
  arithmetic: [],
  labels: [],
  stated: null,
  computed: null,
  difference: null,
  cause: null,
  size: { difference: null, unit: null, lastDigit: false, importance: 'form' },
  suspects: 'unique',
  consequences: [],
  ...part,
});

const point = (label: string, printed: string | null, where: Place | null): Point => ({
  label,
  value: printed?.replace(/[,%]/g, '') ?? '0',
  printed,
  printedUnit: printed === null ? null : '万元',
  where,
  inConflict: false,
});

const clause = at(12, 72, 300, 400, 314);

/** A small report of a fictional unit: one conflict in the narrative, one rounding in a table, one doubt that nothing proves. */
export const sampleReport: Report = {
  schema: 'disclosure-report/1',
  source: {
    name: '决算.pdf',
    sha256: 'ab'.repeat(32),
    mediaType: 'application/pdf',
    pages: 20,
    url: 'https://www.qinghe.gov.cn/%E5%86%B3%E7%AE%97.pdf',
    retrievedAt: '2031-09-01T02:00:00Z',
  },
  document: { kind: 'final-accounts', level: 'unit', unit: '清禾市档案馆', year: 2030, amountUnit: '万元' },
  tables: [
    {
      id: 't1',
      form: 'T05',
      title: '一般公共预算财政拨款支出决算表',
      amountUnit: '万元',
      pages: [7],
      grid: [
        ['项目', '项目', '小计', '基本支出', '项目支出'],
        ['201', '一般公共服务支出', '30.01', '10.00', '20.00'],
      ],
      headerRows: 1,
      spans: [
        { row: 0, column: 0, rowSpan: 1, colSpan: 2 },
        { row: 0, column: 2, rowSpan: 1, colSpan: 1 },
        { row: 0, column: 3, rowSpan: 1, colSpan: 1 },
        { row: 0, column: 4, rowSpan: 1, colSpan: 1 },
        { row: 1, column: 0, rowSpan: 1, colSpan: 1 },
        { row: 1, column: 1, rowSpan: 1, colSpan: 1 },
        { row: 1, column: 2, rowSpan: 1, colSpan: 1 },
        { row: 1, column: 3, rowSpan: 1, colSpan: 1 },
        { row: 1, column: 4, rowSpan: 1, colSpan: 1 },
      ],
      figures: [
        { row: 1, column: 2, status: 'rounding', ties: 0, findings: ['f-rounding'], where: at(7, 200, 100, 240, 110) },
        { row: 1, column: 3, status: 'exact', ties: 2, findings: [], where: at(7, 260, 100, 300, 110) },
        { row: 1, column: 4, status: 'unchecked', ties: 0, findings: [], where: at(7, 320, 100, 360, 110) },
      ],
    },
  ],
  claims: [
    {
      kind: 'completion',
      quote: '支出决算为1.19万元，完成全年预算的99.2%',
      section: '三公经费情况说明',
      status: 'conflict',
      comparison: '完成预算的百分比',
      findings: ['f-rate'],
      where: clause,
    },
    {
      kind: 'amount',
      quote: '支出合计30.01万元',
      section: '支出情况说明',
      status: 'verified',
      comparison: '支出合计与公开05表',
      findings: [],
      where: at(11, 72, 200, 300, 214),
    },
  ],
  checks: { exact: 4, rounding: 1, conflict: 1, cannotTell: 0 },
  coverage: { tables: { figures: 3, checked: 2 }, narrative: { figures: 4, checked: 3 } },
  findings: [
    finding({
      id: 'f-rate',
      severity: 'error',
      title: '公务用车运行维护费：写作 99.2%，按文中数字应为 100%',
      arithmetic: [[1, ' ÷ ', 2, ' = 100% ≠ ', 0]],
      labels: ['决算数 ÷ 全年预算数'],
      stated: '99.2%',
      computed: '100%',
      difference: '0.8',
      evidence: [
        evidence({
          role: 'suspect',
          quote: '完成全年预算的99.2%',
          printed: '99.2%',
          where: at(12, 350, 300, 390, 314),
        }),
        evidence({ role: 'operand', quote: '支出决算为1.19万元', printed: '1.19', where: at(12, 140, 300, 160, 314) }),
        evidence({ role: 'operand', quote: '预算为1.19万元', printed: '1.19', where: at(12, 90, 300, 110, 314) }),
      ],
    }),
    finding({
      id: 'f-year',
      severity: 'warning',
      title: '年份写成2029年度，应为2030年度',
      message: '这份文件是2030年度的。',
      evidence: [evidence({ role: 'suspect', quote: '2029年度', where: at(13, 72, 100, 120, 114) })],
    }),
    finding({
      id: 'f-rounding',
      severity: 'rounding',
      title: '小计：30.01 与算得的 30.00 相差在尾差之内',
      evidence: [
        evidence({
          role: 'suspect',
          quote: '30.01',
          printed: '30.01',
          table: 'T05',
          row: '201 一般公共服务支出',
          column: '小计',
          where: at(7, 200, 100, 240, 110),
        }),
      ],
    }),
  ],
  comparisons: {
    changes: [
      {
        label: '支出合计',
        unit: '万元',
        now: point('支出合计', '30.01', at(11, 72, 200, 110, 214)),
        prior: { ...point('支出合计', null, null), value: '25.01' },
        rate: { ...point('支出合计', '20%', at(11, 150, 200, 170, 214)), printedUnit: '%' },
      },
    ],
    compositions: [
      {
        label: '支出（按性质）',
        unit: '万元',
        total: point('支出（按性质）', '30.01', at(7, 200, 100, 240, 110)),
        parts: [
          point('基本支出', '10.00', at(7, 260, 100, 300, 110)),
          point('项目支出', '20.00', at(7, 320, 100, 360, 110)),
        ],
      },
    ],
    budgets: [
      {
        label: '公务用车运行维护费',
        unit: '万元',
        budget: point('公务用车运行维护费', '1.19', at(12, 90, 300, 110, 314)),
        final: { ...point('公务用车运行维护费', '1.19', at(12, 140, 300, 160, 314)), inConflict: true },
      },
    ],
  },
  troubles: [{ code: 'page-image-only', page: 3, message: '第 3 页只有图片，没有文字，未能核对。' }],
};
