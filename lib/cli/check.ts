import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { UnreadableError } from '../reading/reading.ts';
import { checkReading } from '../report/check.ts';
import { type Report, reportJsonSchema } from '../report/report.ts';
import { type Locale, unreadableMessage } from '../report/wording.ts';
import { readFileBytes } from './read-file.ts';
import { reportText } from './report-text.ts';

const USAGE = 'check [--format json|text] [--lang zh|en] FILE…   check --schema';
const LARGEST_FILE = 200 * 1024 * 1024;

/** `check FILE…`: one report a document on standard output; exit code 0 no error found, 1 an error found, 2 an input not read. */
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
  for (const file of files) {
    try {
      const report = await checkFile(file, locale);
      await write(options.format === 'json' ? `${JSON.stringify(report)}\n` : `${reportText(report, locale)}\n`);
      if (report.findings.some(finding => finding.severity === 'error')) exitCode = Math.max(exitCode, 1);
    } catch (error) {
      exitCode = 2;
      console.error(`${file}: ${reasonOf(error, locale)}`);
    }
  }
  return exitCode;
}

async function checkFile(file: string, locale: Locale): Promise<Report> {
  if ((await stat(file)).size > LARGEST_FILE) throw new UnreadableError('too-large');
  const bytes = new Uint8Array(await readFile(file));
  // Hashed first: the PDF reader takes the bytes over.
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = await readFileBytes(bytes);
  return checkReading(
    reading,
    { name: basename(file), sha256, url: null, retrievedAt: new Date().toISOString() },
    locale,
  );
}

function reasonOf(error: unknown, locale: Locale): string {
  if (error instanceof UnreadableError) return unreadableMessage(error.reason, locale);
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return '找不到文件。';
  if (code === 'EACCES' || code === 'EISDIR') return '无法打开文件。';
  return `读取失败（${(error as Error).message.split('\n')[0]}）。`;
}

function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, error => (error ? reject(error) : resolve())));
}

// A reader such as `head` may have had enough: that is no failure.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  process.exit();
});
// pdf.js leaves some failures over damaged files unattended; those that matter reach the reading of the page as well.
process.on('unhandledRejection', () => {});

process.exitCode = await main(process.argv.slice(2));
