import { describe, expect, it } from 'vitest';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Evidence, Finding, Report } from '../../lib/report/report.ts';
import { generate, type Wanted } from '../generator/generate.ts';
import { LAYOUTS, type LayoutName } from '../generator/layout.ts';
import { type Planted, plantable } from '../generator/plant.ts';

const CLEAN_SEEDS = [1, 2, 3, 4, 5, 6];
const PLANTED_SEEDS = [1, 2];

describe.each(Object.keys(LAYOUTS) as LayoutName[])('fictional disclosures laid out as %s', layout => {
  it.each(CLEAN_SEEDS)('are read whole and raise nothing where all adds up (%i)', async seed => {
    const { report, unit, year, level } = await checked({ seed, layout });
    expect(
      report.tables
        .map(table => table.form)
        .filter(form => form !== null)
        .sort(),
    ).toEqual(FORMS);
    expect(report.document).toMatchObject({ kind: 'final-accounts', unit, year, level, amountUnit: '万元' });
    expect(serious(report).map(told)).toEqual([]);
  });

  it.each(CLEAN_SEEDS)('raise nothing but rounding where amounts were rounded one by one (%i)', async seed => {
    const { report } = await checked({ seed, layout, exact: false });
    expect(serious(report).map(told)).toEqual([]);
  });

  describe.each(plantable({ layout: LAYOUTS[layout] }))('with a planted error: %s', kind => {
    it.each(PLANTED_SEEDS)('give the error away and blame nothing else (%i)', async seed => {
      const { report, planted } = await checked({ seed, layout, plant: [kind] });
      const found = serious(report);
      for (const printed of blamed(planted[0]!))
        expect(
          found.filter(finding => blames(finding, planted[0]!, printed)).map(told),
          `${JSON.stringify(planted[0])}\n${found.map(told).join('\n')}`,
        ).not.toEqual([]);
      expect(found.filter(finding => !involves(finding, planted[0]!)).map(told)).toEqual([]);
    });
  });
});

const FORMS = ['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07', 'T08', 'T09'];

async function checked(wanted: Wanted): Promise<{ report: Report } & Omit<ReturnType<typeof generate>, 'html'>> {
  const { html, ...truth } = generate(wanted);
  const reading = await readFileBytes(new TextEncoder().encode(html));
  const source = { name: 'generated.html', sha256: '', url: null, retrievedAt: '2026-01-01T00:00:00Z' };
  return { report: checkReading(reading, source), ...truth };
}

function serious(report: Report): Finding[] {
  return report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

/** Figures swapped between two lines are both to be found; of a row shifted as a whole any one gives it away. */
function blamed(planted: Planted): readonly string[] {
  return planted.kind === 'hierarchy' ? ['any'] : planted.printed;
}

function blames(finding: Finding, planted: Planted, printed: string): boolean {
  if (planted.severity === 'error' && finding.severity !== 'error') return false;
  const texts = printed === 'any' ? planted.printed : [printed];
  return finding.evidence.some(
    evidence =>
      (evidence.role === 'suspect' || BACKED.has(planted.kind)) && texts.some(text => stands(evidence, planted, text)),
  );
}

/** Backed by its own rate, a wrong total is no more suspect than its parts: enough that the finding shows it. */
const BACKED: ReadonlySet<string> = new Set(['item-budget-total']);

function involves(finding: Finding, planted: Planted): boolean {
  return finding.evidence.some(evidence => planted.printed.some(text => stands(evidence, planted, text)));
}

function stands(evidence: Evidence, planted: Planted, text: string): boolean {
  if (evidence.table !== planted.form) return false;
  return planted.form !== null ? evidence.printed === text : evidence.quote.includes(text);
}

const told = (finding: Finding) =>
  `[${finding.severity}] ${finding.rule}: ${finding.title} | ${finding.message} | ${finding.evidence
    .map(
      ({ role, table, row, column, quote, printed }) =>
        `${role} ${table ?? ''} ${row ?? ''} ${column ?? ''} ${printed ?? quote}`,
    )
    .join(' ; ')}`;
