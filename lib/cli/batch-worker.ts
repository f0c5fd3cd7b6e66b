import { parentPort } from 'node:worker_threads';
import type { Locale } from '../report/wording.ts';
import { type Answer, orderSchema } from './batch-messages.ts';
import { checkFile, reasonOf } from './check-file.ts';
import { passOverPdfJs } from './unattended.ts';

passOverPdfJs();

parentPort?.on('message', async (message: unknown) => {
  const { file, name, locale } = orderSchema.parse(message);
  parentPort!.postMessage(await answerTo(file, name, locale));
});

async function answerTo(file: string, name: string, locale: Locale): Promise<Answer> {
  try {
    const { report } = await checkFile(file, locale, name);
    const errors = report.findings.filter(({ severity }) => severity === 'error').length;
    return { report: JSON.stringify(report), errors };
  } catch (error) {
    return { reason: reasonOf(error, locale) };
  }
}
