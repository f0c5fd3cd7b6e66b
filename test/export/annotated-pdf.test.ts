import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../lib/anchors/anchor.ts';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { pdfNotes } from '../../lib/export/pdf-notes.ts';
import { checkReading } from '../../lib/report/check.ts';
import { annotatePdf } from '../../lib/source/pdf/annotate.ts';
import { sample } from './sample.ts';

const { bytes, report } = await sample('final-accounts.pdf');
const notes = pdfNotes(report, 'zh');
const marked = await annotatePdf(bytes.slice(), notes, '决算镜');

describe('a PDF with the findings on its pages', () => {
  it('has the bytes of the document, and what is new behind them', () => {
    expect(Buffer.from(marked.subarray(0, bytes.length)).equals(Buffer.from(bytes))).toBe(true);
    expect(marked.length).toBeGreaterThan(bytes.length);
  });

  it('has a highlight over every figure that is blamed, which says what was found', async () => {
    const task = getDocument({ data: marked.slice(), verbosity: 0 });
    const document = await task.promise;
    for (const finding of report.findings.filter(({ severity }) => severity === 'error')) {
      const [{ where }] = finding.evidence as [(typeof finding.evidence)[0]];
      if (!('page' in where)) throw new Error('the evidence is not in a PDF');
      const page = await document.getPage(where.page);
      const viewport = page.getViewport({ scale: 1 });
      const found = (await page.getAnnotations()).filter(
        note => note.subtype === 'Highlight' && note.contentsObj.str.includes(finding.title),
      );
      expect(found.length, finding.title).toBeGreaterThan(0);
      const boxes = found.map(({ rect: [left, bottom, right, top] }): Box => {
        const [x1, y1] = viewport.convertToViewportPoint(left, top) as [number, number];
        const [x2, y2] = viewport.convertToViewportPoint(right, bottom) as [number, number];
        return [x1, y1, x2, y2];
      });
      expect(boxes.some(box => where.boxes.every(inner => covers(box, inner)))).toBe(true);
    }
    await task.destroy();
  });

  it('reads and checks as before', async () => {
    const again = checkReading(await readFileBytes(marked.slice()), report.source);
    expect(again.findings.map(({ id }) => id)).toEqual(report.findings.map(({ id }) => id));
  });

  it('has one remark at a place, in the colour of the most serious finding there', () => {
    expect(new Set(notes.map(({ page, boxes }) => JSON.stringify([page, boxes]))).size).toBe(notes.length);
    const several = notes.filter(({ words }) => words.includes('\n\n'));
    expect(several.length).toBeGreaterThan(0);
  });
});

function covers([left, top, right, bottom]: Box, inner: Box): boolean {
  return left <= inner[0] + 0.1 && top <= inner[1] + 0.1 && right >= inner[2] - 0.1 && bottom >= inner[3] - 0.1;
}
