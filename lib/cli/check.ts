import { parseArgs } from 'node:util';
import type { Report } from '../report/report.ts';
import { reportJsonSchema } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { type CheckedFile, checkFile, reasonOf } from './check-file.ts';
import { withComparisons } from './comparisons.ts';
import { reportText } from './report-text.ts';
import { passOverPdfJs } from './unattended.ts';

const USAGE = 'check [--format json|text] [--lang zh|en] FILE…   check --schema';

/** `check FILE…`: one report a document on standard output, with what documents of one body contradict in each other; exit code 0 no error found, 1 an error found, 2 an input not read. */
async function main(args: readonly string[]): Promise<number> {
  let options: { format?: string; lang?: string; schema?: boolean };
  let files: string[];
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        lang: { type: 'string', default: 'zh' },
        schema: { type: 'boolean' },
      },
    });
    options = parsed.values;
    files = parsed.positionals;
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  if (options.schema) {
    await write(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
    return 0;
  }
  if (files.length === 0 || !['json', 'text'].includes(options.format!) || !['zh', 'en'].includes(options.lang!)) {
    console.error(USAGE);
    return 2;
  }
  const locale = options.lang as Locale;
  let exitCode = 0;
  const tell = async (report: Report) => {
    await write(options.format === 'json' ? `${JSON.stringify(report)}\n` : `${reportText(report, locale)}\n`);
    if (report.findings.some(finding => finding.severity === 'error')) exitCode = Math.max(exitCode, 1);
  };
  const checked: CheckedFile[] = [];
  for (const file of files) {
    try {
      const result = await checkFile(file, locale);
      if (files.length === 1) await tell(result.report);
      else checked.push(result);
    } catch (error) {
      exitCode = 2;
      console.error(`${file}: ${reasonOf(error, locale)}`);
    }
  }
  for (const report of withComparisons(checked, locale)) await tell(report);
  return exitCode;
}

function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, error => (error ? reject(error) : resolve())));
}

// A reader such as `head` may have had enough: that is no failure.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  process.exit();
});
passOverPdfJs();

process.exitCode = await main(process.argv.slice(2));
