import { packDocument } from '../../lib/archive/packed-document.ts';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import { type Reading, UnreadableError } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';
import { earlyTables } from '../../lib/report/early-tables.ts';
import type { Report } from '../../lib/report/report.ts';
import { isEmptyReport } from '../../lib/ui/panel-state.ts';
import { keepDocument } from '../viewer/kept-documents.ts';
import type { EngineAnswer, EngineTask } from './engine.ts';

/** What is read within this time is not shown before it is checked: it would only flash by. */
const AT_ONCE_MS = 400;

/** Firefox lets go of a worker that idles and is known only to those who wait for its answer. */
const held = new Set<Worker>();

/** Reads and checks off the panel's own thread, one document per worker. */
self.onmessage = async ({ data: task }: MessageEvent<EngineTask>) => {
  try {
    // Reading may take the bytes away.
    const original = task.document.kind === 'pdf' ? task.document.bytes.slice(0) : null;
    const reading = await readingOf(task.document);
    answer({ kind: 'checking' });
    const report = checkReading(reading, task.source, task.locale);
    answer({ kind: 'report', report, isShowable: original !== null && (await keepForViewer(original, report)) });
    answer({ kind: 'packed', packed: await packDocument(report, reading) });
  } catch (error) {
    if (error instanceof UnreadableError) answer({ kind: 'unreadable', reason: error.reason });
    else throw error;
  }
};

/** Kept from here: a report of a hundred pages takes the panel's own thread too long to write. False where there is no room for it. */
async function keepForViewer(bytes: ArrayBuffer, report: Report): Promise<boolean> {
  if (isEmptyReport(report)) return false;
  try {
    await keepDocument({ sha256: report.source.sha256, bytes, report, keptAt: Date.now() });
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

async function readingOf(document: EngineTask['document']): Promise<Reading> {
  switch (document.kind) {
    case 'reading':
      return document.reading;
    case 'pdf':
      return readPdfDocument(document);
    case 'office': {
      // Most documents are not of this kind, and its reader is large.
      const { readOffice } = await import('../../lib/reading/read-office.ts');
      return readOffice(new Uint8Array(document.bytes));
    }
  }
}

async function readPdfDocument({ bytes, pdfjs }: Extract<EngineTask['document'], { kind: 'pdf' }>) {
  const begun = performance.now();
  const worker = new Worker(`${pdfjs}pdf.worker.min.mjs`, { type: 'module' });
  held.add(worker);
  try {
    return await readPdf(new Uint8Array(bytes), {
      worker,
      assets: {
        cMapUrl: `${pdfjs}cmaps/`,
        standardFontDataUrl: `${pdfjs}standard_fonts/`,
        wasmUrl: `${pdfjs}wasm/`,
        iccUrl: `${pdfjs}iccs/`,
      },
      onProgress: (done, total) => answer({ kind: 'reading', done, total }),
      onBlocks: blocks => {
        if (performance.now() - begun < AT_ONCE_MS) return;
        const tables = earlyTables(blocks);
        if (tables.length > 0) answer({ kind: 'tables', tables });
      },
    });
  } finally {
    worker.terminate();
    held.delete(worker);
  }
}

function answer(message: EngineAnswer): void {
  self.postMessage(message);
}
