import { Worker } from 'node:worker_threads';
import { type Answer, answerSchema, type Order } from './batch-messages.ts';

const TOO_LONG = { zh: '检查超过了时间上限。', en: 'The check took longer than is allowed.' };
const TOO_MUCH = { zh: '检查超过了内存上限。', en: 'The check took more memory than is allowed.' };
const ENDED = { zh: '检查意外中止。', en: 'The check ended unexpectedly.' };

/**
 * Checks one document after the other in a thread of its own, with bounds on the time (seconds) and memory (MB) of each: a document that
 * exceeds them costs the thread, not the run.
 */
export class Checker {
  readonly #seconds: number;
  readonly #megabytes: number;
  #worker: Worker | null = null;

  constructor(seconds: number, megabytes: number) {
    this.#seconds = seconds;
    this.#megabytes = megabytes;
  }

  /** Never rejects for what a file contains. */
  async check(order: Order): Promise<Answer> {
    this.#worker ??= new Worker(new URL('./batch-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#megabytes },
    });
    const worker = this.#worker;
    return new Promise<Answer>(resolve => {
      const lose = (reason: string) => {
        this.#worker = null;
        void worker.terminate();
        resolve({ reason });
      };
      const timer = setTimeout(() => lose(TOO_LONG[order.locale]), this.#seconds * 1000);
      worker.removeAllListeners();
      worker.once('message', message => {
        clearTimeout(timer);
        resolve(answerSchema.parse(message));
      });
      worker.once('error', error => {
        clearTimeout(timer);
        const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        lose((isMemory ? TOO_MUCH : ENDED)[order.locale]);
      });
      worker.once('exit', () => {
        clearTimeout(timer);
        lose(ENDED[order.locale]);
      });
      worker.postMessage(order);
    });
  }

  async close(): Promise<void> {
    this.#worker?.removeAllListeners();
    await this.#worker?.terminate();
  }
}
