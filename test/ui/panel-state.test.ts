import { describe, expect, it } from 'vitest';
import { isEmptyReport } from '../../lib/ui/panel-state.ts';
import { sampleReport } from './sample-report.ts';

const nothing = { ...sampleReport, tables: [], claims: [], findings: [] };
const unknown = { ...sampleReport.document, kind: 'unknown' as const };
const otherTable = { ...sampleReport.tables[0]!, form: null };

describe('a report', () => {
  it('is of a disclosure when it has a form, or anything was found', () => {
    expect(isEmptyReport(sampleReport)).toBe(false);
    expect(isEmptyReport({ ...nothing, document: unknown, tables: sampleReport.tables })).toBe(false);
    expect(isEmptyReport({ ...nothing, document: unknown, findings: sampleReport.findings })).toBe(false);
  });

  it('is of a disclosure whose tables are none of the nine forms', () => {
    expect(isEmptyReport({ ...nothing, tables: [otherTable] })).toBe(false);
  });

  it('is of something else when its words are of something else, whatever tables and figures it has', () => {
    expect(isEmptyReport({ ...nothing, document: unknown, tables: [otherTable], claims: sampleReport.claims })).toBe(
      true,
    );
  });

  it('is of nothing when there is neither a table nor a claim', () => {
    expect(isEmptyReport(nothing)).toBe(true);
  });
});
