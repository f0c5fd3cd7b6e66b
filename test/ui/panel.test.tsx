// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report, ReportTable } from '../../lib/report/report.ts';
import type { ListedDocument, ListedOutcome } from '../../lib/ui/listing.ts';
import { Panel } from '../../lib/ui/panel.tsx';
import type { PanelActions } from '../../lib/ui/panel-actions.ts';
import type { PanelState } from '../../lib/ui/panel-state.ts';
import { offerMessages } from './fake-messages.ts';
import { sampleReport } from './sample-report.ts';

const actions = {
  check: vi.fn(),
  checkPage: vi.fn(),
  openFile: vi.fn(),
  openDocument: vi.fn(),
  checkAll: vi.fn(),
  stopAll: vi.fn(),
  backToList: vi.fn(),
  openViewer: vi.fn(),
  goTo: vi.fn<PanelActions['goTo']>(),
  filter: vi.fn(),
  dismiss: vi.fn(),
  mark: vi.fn(),
  save: vi.fn<PanelActions['save']>(),
  keep: vi.fn<PanelActions['keep']>(),
  watchKept: vi.fn<PanelActions['watchKept']>(),
};

const done: Extract<PanelState, { phase: 'done' }> = {
  phase: 'done',
  report: sampleReport,
  reach: 'viewer',
  dismissed: {},
};
let root: HTMLElement;

beforeEach(() => {
  offerMessages();
  root = document.body.appendChild(document.createElement('div'));
  actions.goTo.mockResolvedValue('found');
});

afterEach(() => {
  render(null, root);
  root.remove();
  vi.resetAllMocks();
});

function show(state: PanelState, picked: readonly string[] | null = null): Promise<void> {
  return act(() => render(<Panel state={state} actions={actions} picked={picked} />, root));
}

const find = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector)!;
const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
const click = (element: HTMLElement) => act(async () => element.click());
const view = (name: string) => click(find(`[data-testid="view-${name}"]`));

describe('the panel with a report', () => {
  it('says whose and what it is, and where it came from', async () => {
    await show(done);
    expect(find('h1').textContent).toBe('清禾市档案馆');
    for (const words of ['2030 年度', '单位决算', '万元', '20 页', 'www.qinghe.gov.cn', '决算.pdf'])
      expect(find('header').textContent).toContain(words);
  });

  it('lists the findings most serious first, with those that prove nothing folded away', async () => {
    await show(done);
    expect(all('[data-testid="finding"]').map(row => row.dataset.severity)).toEqual(['error', 'warning']);
    await click(find('[data-testid="finding-group"][data-severity="rounding"]'));
    expect(all('[data-testid="finding"]').map(row => row.dataset.findingId)).toEqual([
      'f-rate',
      'f-year',
      'f-rounding',
    ]);
  });

  it('unfolds a finding into its arithmetic, each figure a link, and goes to what it blames', async () => {
    await show(done);
    await click(find('[data-finding-id="f-rate"] .finding-summary'));
    expect(find('[data-testid="arithmetic"]').textContent).toBe('1.19 ÷ 1.19 = 100% ≠ 99.2%');
    expect(find('.arithmetic-line').textContent).toMatch(/^决算数 ÷ 全年预算数/);
    expect(find('.finding-summary').getAttribute('aria-expanded')).toBe('true');
    expect(actions.goTo).toHaveBeenLastCalledWith(
      { place: sampleReport.findings[0]!.evidence[0]!.where, quote: '99.2%' },
      expect.arrayContaining([expect.objectContaining({ quote: '1.19' })]),
    );
    await click(all('[data-testid="figure-link"]')[1]!);
    expect(actions.goTo.mock.lastCall![0]).toEqual({
      place: sampleReport.findings[0]!.evidence[2]!.where,
      quote: '1.19',
    });
  });

  it('says so when a place is not found again', async () => {
    actions.goTo.mockResolvedValue('missing');
    await show(done);
    await click(find('[data-finding-id="f-rate"] .finding-summary'));
    expect(find('[role="alert"]').textContent).toContain('没有再找到');
  });

  it('opens the finding whose mark was picked in the document', async () => {
    await show(done, ['f-rounding']);
    expect(find('[data-finding-id="f-rounding"] .finding-summary').getAttribute('aria-expanded')).toBe('true');
  });

  it('shows a table as it stands, and names the forms that are missing', async () => {
    await show(done);
    await view('tables');
    const header = all('th');
    expect(header.map(cell => cell.textContent)).toEqual(['项目', '小计', '基本支出', '项目支出']);
    expect((header[0] as HTMLTableCellElement).colSpan).toBe(2);
    expect(all('[data-testid="table-figure"]').map(figure => [figure.textContent, figure.dataset.status])).toEqual([
      ['30.01', 'rounding'],
      ['10.00', 'exact'],
      ['20.00', 'unchecked'],
    ]);
    const missing = find('[data-testid="missing-forms"]').textContent;
    expect(missing).toContain('公开01表');
    expect(missing).not.toContain('公开05表');
  });

  it('goes to a figure of a table, and says how it stands', async () => {
    await show(done);
    await view('tables');
    await click(find('[data-testid="table-figure"][data-status="exact"]'));
    expect(actions.goTo).toHaveBeenLastCalledWith(
      { place: sampleReport.tables[0]!.figures[1]!.where, quote: '10.00' },
      [],
    );
    expect(find('[data-testid="figure-note"]').textContent).toContain('相符，与 2 处数字核对一致');
  });

  it('leads from a finding to its figure in the table', async () => {
    await show(done);
    await click(find('[data-testid="finding-group"][data-severity="rounding"]'));
    await click(find('[data-finding-id="f-rounding"] .finding-summary'));
    await click(find('[data-testid="see-table"]'));
    expect(document.activeElement?.textContent).toBe('30.01');
    expect((document.activeElement as HTMLElement).dataset.testid).toBe('table-figure');
  });

  it('filters by status', async () => {
    await show(done);
    await click(find('[data-testid="status-filter"][data-status="rounding"]'));
    expect(actions.filter).toHaveBeenLastCalledWith('rounding');
    expect(all('[data-testid="finding"]').map(row => row.dataset.findingId)).toEqual(['f-rounding']);
    await view('claims');
    expect(all('[data-testid="claim"]')).toEqual([]);
    await click(find('[data-testid="status-filter"][data-status="rounding"]'));
    expect(actions.filter).toHaveBeenLastCalledWith(null);
    expect(all('[data-testid="claim"]').length).toBe(2);
  });

  it('says what could not be read', async () => {
    await show(done);
    await view('source');
    expect(find('[data-testid="trouble"]').textContent).toContain('第 3 页只有图片');
    expect(find('#view').textContent).toContain(sampleReport.source.sha256);
  });

  it('moves along its views with the arrow keys', async () => {
    await show(done);
    const press = (key: string) =>
      act(() => {
        find('[role="tab"][aria-selected="true"]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      });
    await press('ArrowRight');
    expect(document.activeElement).toBe(find('[data-testid="view-tables"]'));
    await press('ArrowLeft');
    await press('ArrowLeft');
    expect(find('[role="tab"][aria-selected="true"]').id).toBe('tab-source');
  });

  it('says how much was checked where nothing was found', async () => {
    await show({ ...done, report: { ...sampleReport, findings: [] } });
    expect(find('#view').textContent).toContain('5 个数字中核对了 4 个');
    const table = sampleReport.tables[0]!;
    const figures = table.figures.map(figure => ({ ...figure, status: 'unchecked' as const }));
    await show({ ...done, report: { ...sampleReport, claims: [], tables: [{ ...table, figures }], findings: [] } });
    expect(find('#view').textContent).toContain('3 个数字都没有可以比对的');
    expect(find('[data-testid="verdict"]').textContent).toContain('没有可以比对的数字');
  });

  it('offers no way to a place that cannot be shown', async () => {
    await show({ ...done, reach: 'none' });
    await click(find('[data-finding-id="f-rate"] .finding-summary'));
    expect(all('[data-testid="go-to"]')).toEqual([]);
    expect(actions.goTo).not.toHaveBeenCalled();
  });
});

/** The sample with more conflicts, each over an amount of its own. */
const manyConflicts: Report = {
  ...sampleReport,
  findings: [
    ...sampleReport.findings,
    ...['0.30', '1,200.00', '45.00', '3.10'].map((difference, i) => ({
      ...sampleReport.findings[2]!,
      id: `f-sum-${i}`,
      rule: 'tables/row-sum',
      ruleTitle: '横向合计',
      severity: 'error' as const,
      title: `合计相差 ${difference}`,
      stated: '5,000.00',
      difference,
    })),
  ],
};

describe('the marks on a page', () => {
  it('can be switched off and on', async () => {
    await show({ ...done, reach: 'page' });
    await click(find('[data-testid="toggle-marks"]'));
    expect(actions.mark).toHaveBeenLastCalledWith(false);
    await click(find('[data-testid="toggle-marks"]'));
    expect(actions.mark).toHaveBeenLastCalledWith(true);
    await show(done);
    expect(all('[data-testid="toggle-marks"]')).toEqual([]);
  });
});

describe('the overview', () => {
  it('says how many figures were read and checked, and how many conflicts there are', async () => {
    await show(done);
    expect(find('[data-testid="verdict"]').textContent).toBe('1 条矛盾 读出 5 处数字，核对了 4 处');
    expect(all('[data-testid="worst"]')).toEqual([]);
  });

  it('names the worst conflicts where there are many, the largest amounts first, and leads to them', async () => {
    await show({ ...done, report: manyConflicts });
    expect(all('[data-testid="worst"] .overview-title').map(title => title.textContent)).toEqual([
      '合计相差 1,200.00',
      '合计相差 45.00',
      '合计相差 3.10',
    ]);
    await click(all('[data-testid="worst"]')[1]!);
    expect(find('[data-finding-id="f-sum-2"] .finding-summary').getAttribute('aria-expanded')).toBe('true');
    expect(actions.goTo).toHaveBeenCalledOnce();
  });

  it('says when something was not read, and leads to what', async () => {
    await show(done);
    await click(find('[data-testid="see-troubles"]'));
    expect(find('[data-testid="trouble"]').textContent).toContain('第 3 页只有图片');
  });
});

describe('findings narrowed down', () => {
  const shownIds = () => all('[data-testid="finding"]').map(row => row.dataset.findingId);
  const choose = (nth: number, value: string) =>
    act(() => {
      const select = all('.finding-filters select')[nth] as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
  const search = (words: string) =>
    act(() => {
      const field = find<HTMLInputElement>('[data-testid="search"]');
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });

  it('by severity, by part of the document and by rule, each offering only what there is', async () => {
    await show({ ...done, report: manyConflicts });
    const offered = all('.finding-filters select').map(select =>
      [...select.querySelectorAll('option')].map(option => option.textContent),
    );
    expect(offered).toEqual([
      ['程度', '矛盾 5', '疑似 1', '尾差 1'],
      ['部分', '表内 4', '文字说明 3'],
      ['规则', '完成预算的百分比 3', '横向合计 4'],
    ]);
    await choose(0, 'rounding');
    expect(shownIds()).toEqual(['f-rounding']);
    await choose(1, 'tables');
    expect(shownIds()).toEqual([]);
    await click(find('.findings-none .link'));
    await choose(2, 'tables/row-sum');
    expect(shownIds()).toEqual(['f-sum-0', 'f-sum-1', 'f-sum-2', 'f-sum-3']);
  });

  it('by words and figures, in every view', async () => {
    await show({ ...done, report: manyConflicts });
    await search('1200');
    expect(shownIds()).toEqual(['f-sum-1']);
    await search('公务 1.19');
    expect(shownIds()).toEqual(['f-rate']);
    await search('30.01');
    await view('tables');
    expect(all('[data-found="true"]').map(cell => cell.textContent)).toEqual(['30.01']);
    await view('claims');
    expect(all('[data-testid="claim"]').length).toBe(1);
    await search('没有这样的话');
    expect(find('.claims-none').textContent).toBe('没有找到。');
  });
});

describe('a finding that is set aside', () => {
  it('asks for a reason', async () => {
    await show(done);
    await click(find('[data-finding-id="f-rate"] .finding-summary'));
    await click(find('[data-testid="dismiss"]'));
    await click(find('input[value="misread"]'));
    await click(find('[data-testid="dismiss-confirm"]'));
    expect(actions.dismiss).toHaveBeenCalledWith('f-rate', { reason: 'misread', note: '' });
  });

  it('is kept apart with its reason, counts no more, and can be taken back', async () => {
    await show({ ...done, dismissed: { 'f-rate': { reason: 'settled', note: '已电话核实' } } });
    expect(all('[data-finding-id="f-rate"]')).toEqual([]);
    expect(find('[data-testid="verdict"]').textContent).toContain('没有发现矛盾');
    expect(find('[data-testid="view-findings"]').textContent).toBe('问题 2');
    await click(find('[data-testid="dismissed-group"]'));
    expect(find('[data-testid="dismissed"]').textContent).toContain('已经核实，或已反映：已电话核实');
    await click(find('[data-testid="restore"]'));
    expect(actions.dismiss).toHaveBeenCalledWith('f-rate', null);
  });
});

describe('amounts beside each other', () => {
  it('are charts whose numbers lead to their places; what is only implied says so and leads nowhere', async () => {
    await show(done);
    await view('comparisons');
    const [change] = all('[data-testid="change-chart"]');
    expect(change!.textContent).toBe('支出合计+5.00 万元 · 20%30.01 203025.01 2029');
    expect(change!.querySelector('.point-implied')!.getAttribute('title')).toContain('推算');
    expect([...change!.querySelectorAll('[data-kind]')].map(bar => bar.getAttribute('data-kind'))).toEqual([
      'now',
      'implied',
    ]);
    const { now } = sampleReport.comparisons.changes[0]!;
    await click(change!.querySelectorAll<HTMLElement>('[data-testid="point"]')[1]!);
    expect(actions.goTo).toHaveBeenLastCalledWith({ place: now.where, quote: '30.01' }, []);
    expect(find('[data-testid="composition-chart"]').textContent).toContain('项目支出20.00 66.6%');
    expect(find('[data-testid="budget-chart"] [data-status="conflict"]').textContent).toBe('1.19');
  });

  it('are tables where the reader prefers that', async () => {
    await show(done);
    await view('comparisons');
    await click(find('[data-testid="as-tables"]'));
    const rows = all('.comparison-table tr').map(row => [...row.children].map(cell => cell.textContent));
    expect(rows).toEqual([
      ['项目', '本年', '上年', '增减', '增减率'],
      ['支出合计', '30.01', '25.01', '+5.00', '20%'],
      ['项目', '万元', '占比'],
      ['项目支出', '20.00', '66.6%'],
      ['基本支出', '10.00', '33.3%'],
      ['合计', '30.01', '100.0%'],
      ['项目', '预算', '决算', '完成预算'],
      ['公务用车运行维护费', '1.19', '1.19', '100.0%'],
    ]);
  });

  it('are none where the document has none', async () => {
    await show({ ...done, report: { ...sampleReport, comparisons: { changes: [], compositions: [], budgets: [] } } });
    await view('comparisons');
    expect(find('.comparisons-none').textContent).toContain('没有读到');
  });
});

describe('what can be taken along', () => {
  it('is the result in files, with the marked document only where it is a PDF', async () => {
    actions.save.mockResolvedValue();
    const formats = () => all('[data-testid="save"]').map(button => button.dataset.format);
    await show(done);
    await view('source');
    expect(formats()).toEqual(['xlsx', 'pdf', 'html', 'markdown', 'csv', 'json']);
    await click(find('[data-testid="save"][data-format="pdf"]'));
    expect(actions.save).toHaveBeenCalledWith('pdf');
    await show({ ...done, reach: 'page' });
    expect(formats()).not.toContain('pdf');
  });

  it('says when a file could not be written', async () => {
    actions.save.mockRejectedValue(new Error('gone'));
    vi.spyOn(console, 'error').mockReturnValue();
    await show(done);
    await view('source');
    await click(find('[data-testid="save"]'));
    expect(find('#view [role="alert"]').textContent).toContain('没有保存成');
  });

  it('is a finding as a citation', async () => {
    const writeText = vi.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    await show(done);
    await click(find('[data-finding-id="f-rate"] .finding-summary'));
    await click(find('[data-testid="copy-finding"]'));
    expect(writeText.mock.lastCall![0]).toContain(`SHA-256 ${sampleReport.source.sha256}`);
    expect(find('[data-testid="copy-finding"]').textContent).toBe('已复制');
  });
});

describe('the keys', () => {
  const press = (key: string) =>
    act(() => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
  const focused = () => document.activeElement as HTMLElement;

  it('j and k walk over the rows of a view', async () => {
    await show(done);
    await press('j');
    expect(focused().closest<HTMLElement>('.finding')!.dataset.findingId).toBe('f-rate');
    await press('j');
    expect(focused().closest<HTMLElement>('.finding')!.dataset.findingId).toBe('f-year');
    await press('k');
    await press('k');
    expect(focused().closest<HTMLElement>('.finding')!.dataset.findingId).toBe('f-rate');
  });

  it('digits change the view, / looks for words, and nothing happens while typing', async () => {
    await show(done);
    await press('3');
    expect(find('[aria-selected="true"]').id).toBe('tab-claims');
    await press('/');
    await act(() => new Promise(resolve => requestAnimationFrame(() => resolve(undefined))));
    expect(focused().dataset.testid).toBe('search');
    await press('1');
    expect(find('[aria-selected="true"]').id).toBe('tab-claims');
  });

  it('? explains them', async () => {
    await show(done);
    const opened = vi.fn();
    find<HTMLDialogElement>('[data-testid="keys-help"]').showModal = opened;
    await press('?');
    expect(opened).toHaveBeenCalledOnce();
  });
});

describe('the panel without a report', () => {
  it('teaches what it is for', async () => {
    await show({ phase: 'idle', pageChanged: false });
    await click(find('[data-testid="check"]'));
    expect(actions.check).toHaveBeenCalledOnce();
    expect(find('[data-testid="panel"]').dataset.state).toBe('idle');
  });

  it('says which page it is reading', async () => {
    await show({ phase: 'loading', progress: { step: 'reading', done: 3, total: 20, tables: [] } });
    expect(find('[data-testid="panel"]').dataset.state).toBe('loading');
    expect(find('.progress-line').textContent).toContain('正在读取第 3 页，共 20 页');
  });

  it('shows the tables read so far, without marks, and keeps what the reader unfolded', async () => {
    const [{ form: _, figures: __, ...table }] = sampleReport.tables as [ReportTable];
    const reading = (done: number, ids: string[]) =>
      show({
        phase: 'loading',
        progress: { step: 'reading', done, total: 20, tables: ids.map(id => ({ ...table, id })) },
      });
    await reading(8, ['t1', 't2']);
    expect(find('[data-testid="early-tables"]').textContent).toContain('已读出 2 张表');
    expect(all('table')).toHaveLength(1);
    expect(all('td').map(cell => [cell.textContent, cell.className])).toContainEqual(['30.01', 'table-amount']);
    expect(all('[data-testid="table-figure"]')).toEqual([]);
    await click(all('.table-name')[1]!);
    await reading(16, ['t1', 't2', 't3']);
    expect(all('[data-testid="table"]')).toHaveLength(3);
    expect(all('table')).toHaveLength(2);
  });

  it('says why a document could not be checked, and what to do', async () => {
    await show({ phase: 'failed', reason: 'image-only', name: '扫描.pdf' });
    expect(find('[data-testid="failure"]').textContent).toContain('扫描图片，没有文字层');
    expect(find('[role="status"]').textContent).toContain('扫描图片');
  });

  it('offers the documents a page holds', async () => {
    const document = { url: 'https://www.qinghe.gov.cn/a.pdf', name: '2030年度单位决算', type: 'file' } as const;
    await show({ phase: 'offer', listing: { items: [{ document, outcome: { state: 'waiting' } }], running: false } });
    await click(find('[data-testid="offer"]'));
    expect(actions.openDocument).toHaveBeenCalledWith(document);
    await click(find('[data-testid="check-page"]'));
    expect(actions.checkPage).toHaveBeenCalledOnce();
  });

  it('has the documents of a page checked one after the other, and shows what came of it, the worst first', async () => {
    const document = (name: string) => ({ url: `https://www.qinghe.gov.cn/${name}.pdf`, name, type: 'file' }) as const;
    const items: ListedDocument[] = ['甲', '乙', '丙'].map(name => ({
      document: document(name),
      outcome: { state: 'waiting' },
    }));
    await show({ phase: 'offer', listing: { items, running: false } });
    await click(find('[data-testid="check-all"]'));
    expect(actions.checkAll).toHaveBeenCalledOnce();

    const outcomes: ListedOutcome[] = [
      { state: 'failed', reason: 'image-only' },
      { state: 'checked', sha256: 'ab', unit: '清禾市档案馆', year: 2030, errors: 2, warnings: 0, unread: 0 },
      { state: 'checking' },
    ];
    const now = items.map((item, i) => ({ ...item, outcome: outcomes[i]! }));
    await show({ phase: 'offer', listing: { items: now, running: true } });
    expect(all('[data-testid="listed"]').map(row => row.querySelector('button')!.textContent)).toEqual([
      '乙',
      '甲',
      '丙',
    ]);
    expect(all('[data-testid="listed"]')[0]!.textContent).toContain('清禾市档案馆 · 2030 年度');
    expect(all('[data-testid="listed"]')[1]!.textContent).toContain('扫描图片');
    expect(find('[data-testid="listing-progress"]').textContent).toContain('2');
    await click(find('[data-testid="stop-all"]'));
    expect(actions.stopAll).toHaveBeenCalledOnce();
    await click(find('[data-testid="offer"]'));
    expect(actions.openDocument).toHaveBeenCalledWith(document('乙'));
  });

  it('leads back from a document to the list it was taken from', async () => {
    await act(() => render(<Panel state={done} actions={actions} picked={null} hasList />, root));
    await click(find('[data-testid="back-to-list"]'));
    expect(actions.backToList).toHaveBeenCalledOnce();
  });

  it('opens a PDF in the viewer with one click', async () => {
    await show(done);
    await click(find('[data-testid="open-viewer"]'));
    expect(actions.openViewer).toHaveBeenCalledOnce();
  });

  it('takes a file that is dropped anywhere on it', async () => {
    await show({ phase: 'empty' });
    const file = new File(['%PDF-'], 'a.pdf');
    const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { files: [file] },
    });
    await act(() => {
      find('[data-testid="drop-zone"]').dispatchEvent(event);
    });
    expect(actions.openFile).toHaveBeenCalledWith(file);
    expect(event.defaultPrevented).toBe(true);
  });
});
