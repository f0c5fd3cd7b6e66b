import { beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../lib/report/report.ts';
import { countStatuses, markedStatuses, marksOf } from '../../lib/ui/marks.ts';
import { withoutDismissed } from '../../lib/ui/set-aside.ts';
import { offerMessages } from './fake-messages.ts';
import { sampleReport } from './sample-report.ts';

beforeAll(() => offerMessages());

describe('the marks of a report', () => {
  it('are those of a valid report', () => {
    expect(reportSchema.safeParse(sampleReport).success).toBe(true);
  });

  it('mark every figure of the tables', () => {
    const figures = sampleReport.tables[0]!.figures;
    for (const { where, status } of figures)
      expect(marksOf(sampleReport)).toContainEqual(expect.objectContaining({ place: where, status }));
  });

  it('mark in a wrong clause the figure that is blamed, and not the whole clause', () => {
    const marks = marksOf(sampleReport);
    const [rate] = sampleReport.findings;
    const [clause, sound] = sampleReport.claims;
    expect(marks).toContainEqual({
      status: 'conflict',
      place: rate!.evidence[0]!.where,
      findings: ['f-rate'],
      words: ['读作：99.2%', rate!.title, '决算数 ÷ 全年预算数：1.19 ÷ 1.19 = 100% ≠ 99.2%'],
    });
    expect(marks.some(({ place }) => place === clause!.where)).toBe(false);
    expect(marks).toContainEqual({
      status: 'exact',
      place: sound!.where,
      isClause: true,
      findings: [],
      words: [sound!.comparison],
    });
  });

  it('mark the whole clause when the figure that is blamed stands elsewhere', () => {
    const [clause] = sampleReport.claims;
    const moved = {
      ...sampleReport,
      claims: [{ ...clause!, where: { page: 14, boxes: [[72, 300, 400, 314]] } }],
    } as typeof sampleReport;
    expect(marksOf(moved)).toContainEqual(
      expect.objectContaining({ status: 'conflict', place: moved.claims[0]!.where }),
    );
  });

  it('show what is only suspected as less than a conflict', () => {
    expect(marksOf(sampleReport).filter(({ findings }) => findings.includes('f-year'))).toEqual([
      expect.objectContaining({ status: 'suspected', place: sampleReport.findings[1]!.evidence[0]!.where }),
    ]);
  });

  it('are counted by figure and clause', () => {
    expect(countStatuses(sampleReport)).toEqual({
      ...{ exact: 2, rounding: 1, conflict: 1, suspected: 0, unchecked: 1, uncertain: 0 },
    });
  });

  it('show a conflict that only a suspicion speaks of as suspected', () => {
    const [figure, ...others] = sampleReport.tables[0]!.figures;
    const tables = [
      { ...sampleReport.tables[0]!, figures: [{ ...figure!, status: 'conflict', findings: ['f-year'] }, ...others] },
    ];
    const doubted = { ...sampleReport, tables } as typeof sampleReport;
    expect(marksOf(doubted)).toContainEqual(expect.objectContaining({ status: 'suspected', place: figure!.where }));
    expect(countStatuses(doubted)).toMatchObject({ conflict: 1, suspected: 1 });
  });

  it('leave out the unchecked until they are asked for', () => {
    expect(markedStatuses(null)).not.toContain('unchecked');
    expect(markedStatuses('unchecked')).toEqual(['unchecked']);
  });

  it('say what a figure of a table is read as, and what holds it', () => {
    const [figure] = marksOf(sampleReport).filter(({ status, words }) => status === 'exact' && words.length > 0);
    expect(figure!.words[0]).toBe('读作：一般公共服务支出 · 基本支出 · 10.00 万元');
  });

  it('follow what the reader sets aside and takes back', () => {
    const dismissal = { reason: 'explained', note: '' } as const;
    const without = withoutDismissed(sampleReport, { 'f-rate': dismissal, 'f-rounding': dismissal });
    const marks = marksOf(without);
    expect(marks.filter(({ status }) => status === 'conflict' || status === 'rounding')).toEqual([]);
    expect(marks.flatMap(({ findings }) => findings)).toEqual(['f-year']);
    expect(marks).toContainEqual(
      expect.objectContaining({
        place: sampleReport.claims[0]!.where,
        status: 'unchecked',
        words: [expect.stringContaining('已忽略')],
      }),
    );
    expect(countStatuses(without)).toMatchObject({ conflict: 0, rounding: 0, unchecked: 3 });
    expect(marksOf(withoutDismissed(sampleReport, {}))).toEqual(marksOf(sampleReport));
  });
});
