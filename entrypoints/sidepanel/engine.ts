import { z } from 'zod';
import type { PackedDocument } from '../../lib/archive/packed-document.ts';
import type { Reading, UnreadableReason } from '../../lib/reading/reading.ts';
import type { CheckedSource } from '../../lib/report/check.ts';
import { type EarlyTable, earlyTableSchema } from '../../lib/report/early-tables.ts';
import type { Report } from '../../lib/report/report.ts';
import type { Progress } from '../../lib/ui/panel-state.ts';
import { CheckFailure } from './check-failure.ts';

/** To the worker: one document to read and check. */
export interface EngineTask {
  readonly document:
    | { readonly kind: 'reading'; readonly reading: Reading }
    /** `pdfjs` is the folder of pdf.js's worker and data files, ending in a slash. */
    | { readonly kind: 'pdf'; readonly bytes: ArrayBuffer; readonly pdfjs: string }
    | { readonly kind: 'office'; readonly bytes: ArrayBuffer };
  readonly source: CheckedSource;
  readonly locale: 'zh' | 'en';
}

/** From the worker. */
export type EngineAnswer =
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  /** All that are complete so far, in place of those told before. */
  | { readonly kind: 'tables'; readonly tables: readonly EarlyTable[] }
  | { readonly kind: 'checking' }
  | { readonly kind: 'report'; readonly report: Report; readonly isShowable: boolean }
  /** Follows the report. */
  | { readonly kind: 'packed'; readonly packed: PackedDocument }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

export interface Checked {
  readonly report: Report;
  /** The document is a PDF kept for its viewer. */
  readonly isShowable: boolean;
  /** What a library keeps of the document, a moment after the report; rejects where the check is given up before. */
  readonly packed: Promise<PackedDocument>;
}

const earlyTablesSchema = z.array(earlyTableSchema);

/** Runs one check in a worker of its own. Throws CheckFailure, or the signal's reason when aborted. */
export function runEngine(
  task: EngineTask,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Checked> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  let tables: readonly EarlyTable[] = [];
  const { promise: packed, resolve: resolvePacked, reject: rejectPacked } = Promise.withResolvers<PackedDocument>();
  // Not everybody asks for it.
  packed.catch(() => {}).finally(() => worker.terminate());
  return new Promise<Checked>((resolve, reject) => {
    const fail = (reason: unknown) => {
      rejectPacked(reason);
      reject(reason);
    };
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    worker.onerror = event => fail(new CheckFailure('internal', { cause: event.message }));
    worker.onmessage = ({ data }: MessageEvent<EngineAnswer>) => {
      switch (data.kind) {
        case 'reading':
          return onProgress({ step: 'reading', done: data.done, total: data.total, tables });
        case 'tables':
          tables = earlyTablesSchema.parse(data.tables);
          return;
        case 'checking':
          return onProgress({ step: 'checking', tables });
        case 'report':
          return resolve({ report: data.report, isShowable: data.isShowable, packed });
        case 'packed':
          return resolvePacked(data.packed);
        case 'unreadable':
          return fail(new CheckFailure(data.reason));
      }
    };
    worker.postMessage(task);
  });
}
