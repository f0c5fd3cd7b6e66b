import { z } from 'zod';
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
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

const earlyTablesSchema = z.array(earlyTableSchema);

/** Runs one check in a worker of its own. Throws CheckFailure, or the signal's reason when aborted. */
export function runEngine(
  task: EngineTask,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Report> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  let tables: readonly EarlyTable[] = [];
  const result = new Promise<Report>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onerror = event => reject(new CheckFailure('internal', { cause: event.message }));
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
          return resolve(data.report);
        case 'unreadable':
          return reject(new CheckFailure(data.reason));
      }
    };
    worker.postMessage(task);
  });
  return result.finally(() => worker.terminate());
}
