import { parseArgs } from 'node:util';
import { findingsAcross } from '../compare/side-by-side.ts';
import { findingsText } from '../export/comparison-text.ts';
import { type Finding, reportJsonSchema } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { type CheckedFile, checkFile, reasonOf } from './check-file.ts';
import { withComparisons } from './comparisons.ts';
import { endWithReader, print } from './output.ts';
import { reportText } from './report-text.ts';
import { passOverPdfJs } from './unattended.ts';

const USAGE = 'check [--format json|text] [--lang zh|en] FILE…   check --schema';

/**
 * `check FILE…`: one report a document on standard output, with what documents of one body contradict in each other: as text each report
 * as soon as its document is checked and the contradictions last, as JSON each report with its own. Exit code 0 no error found, 1 an
 * error found, 2 an input not read.
 */
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
    await print(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
    return 0;
  }
  if (files.length === 0 || !['json', 'text'].includes(options.format!) || !['zh', 'en'].includes(options.lang!)) {
    console.error(USAGE);
    return 2;
  }
  const locale = options.lang as Locale;
  let exitCode = 0;
  const count = (findings: readonly Finding[]) => {
    if (findings.some(({ severity }) => severity === 'error')) exitCode = Math.max(exitCode, 1);
  };
  const checked: CheckedFile[] = [];
  for (const file of files) {
    try {
      const result = await checkFile(file, locale);
      if (options.format === 'text') await print(`${reportText(result.report, locale)}\n`);
      count(result.report.findings);
      checked.push(result);
    } catch (error) {
      exitCode = 2;
      console.error(`${file}: ${reasonOf(error, locale)}`);
    }
  }
  if (options.format === 'json')
    for (const report of withComparisons(checked, locale)) {
      count(report.findings);
      await print(`${JSON.stringify(report)}\n`);
    }
  else if (checked.length > 1) {
    const documents = checked.map(({ disclosure, report }) => ({ disclosure, source: report.source }));
    const findings = findingsAcross(documents, locale);
    count(findings.map(({ finding }) => finding));
    const names = documents.map(({ source }) => source.name);
    if (findings.length > 0) await print(`\n${findingsText(documents, findings, names, locale)}\n`);
  }
  return exitCode;
}

endWithReader();
passOverPdfJs();

process.exitCode = await main(process.argv.slice(2));
