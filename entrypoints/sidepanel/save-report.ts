import type { Report } from '../../lib/report/report.ts';
import type { Dismissals } from '../../lib/ui/dismissal.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import type { SaveFormat } from '../../lib/ui/panel-actions.ts';
import { download } from '../viewer/download.ts';
import { keptDocument } from '../viewer/kept-documents.ts';

/** Writes a checked document's report into a file of the reader's; as PDF the document itself with the findings on its pages. */
export async function saveReport(report: Report, dismissed: Dismissals, format: SaveFormat): Promise<void> {
  const locale = interfaceLocale();
  const { exportName } = await import('../../lib/export/file-name.ts');
  const name = exportName(report, locale);
  if (format === 'pdf') {
    const findings = report.findings.filter(({ id }) => !dismissed[id]);
    download(await annotated({ ...report, findings }), 'application/pdf', `${name}.pdf`);
    return;
  }
  const { writeReport } = await import('../../lib/export/write-report.ts');
  const { content, mediaType, ending } = writeReport(report, format, new Set(Object.keys(dismissed)), locale);
  download(content, mediaType, name + ending);
}

async function annotated(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const kept = await keptDocument(report.source.sha256);
  if (!kept) throw new Error('the document is no longer kept');
  // Both are only needed here, and pdf.js is large.
  const [{ annotatePdf }, { pdfNotes }] = await Promise.all([
    import('../../lib/source/pdf/annotate.ts'),
    import('../../lib/export/pdf-notes.ts'),
  ]);
  const worker = new Worker('/pdfjs/pdf.worker.min.mjs', { type: 'module' });
  try {
    const notes = pdfNotes(report, interfaceLocale());
    return await annotatePdf(new Uint8Array(kept.bytes), notes, t('extensionName'), worker);
  } finally {
    worker.terminate();
  }
}
