import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { UnreadableError, type UnreadableReason } from '../reading/reading.ts';
import { checkReading } from '../report/check.ts';
import type { Report } from '../report/report.ts';
import { readFileBytes } from './read-file.ts';
import { reportText } from './report-text.ts';

const USAGE = 'check [--format json|text] [--lang zh|en] FILE…';
const LARGEST_FILE = 200 * 1024 * 1024;

const REASONS: Record<UnreadableReason, string> = {
  'not-a-document': '不是 PDF 或网页文件，无法核对。',
  truncated: '文件不完整（下载中断或被截断），请重新下载后再核对。',
  damaged: '文件已损坏，无法读取。',
  encrypted: '文件有密码保护，无法读取；请先解除密码。',
  'image-only': '这个 PDF 是扫描图片，没有文字层，暂时无法核对。',
  garbled: '这个 PDF 的文字层是乱码，无法核对。',
  empty: '文件是空的。',
  'too-large': '文件过大，无法核对。',
  'legacy-office': '这是旧版 Office/WPS 文件，请另存为 PDF 或网页后再核对。',
};

/** `check FILE…`: one report a document on standard output; exit code 0 no error found, 1 an error found, 2 an input not read. */
async function main(args: readonly string[]): Promise<number> {
  let options: { format?: string; lang?: string };
  let files: string[];
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' }, lang: { type: 'string', default: 'zh' } },
    });
    options = parsed.values;
    files = parsed.positionals;
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  if (files.length === 0 || !['json', 'text'].includes(options.format!) || !['zh', 'en'].includes(options.lang!)) {
    console.error(USAGE);
    return 2;
  }
  let exitCode = 0;
  for (const file of files) {
    try {
      const report = await checkFile(file, options.lang as 'zh' | 'en');
      await write(
        options.format === 'json'
          ? `${JSON.stringify(report)}\n`
          : `${reportText(report, options.lang as 'zh' | 'en')}\n`,
      );
      if (report.findings.some(finding => finding.severity === 'error')) exitCode = Math.max(exitCode, 1);
    } catch (error) {
      exitCode = 2;
      console.error(`${file}: ${reasonOf(error)}`);
    }
  }
  return exitCode;
}

async function checkFile(file: string, locale: 'zh' | 'en'): Promise<Report> {
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

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError) return REASONS[error.reason];
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return '找不到文件。';
  if (code === 'EACCES' || code === 'EISDIR') return '无法打开文件。';
  return `读取失败（${(error as Error).message.split('\n')[0]}）。`;
}

function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, error => (error ? reject(error) : resolve())));
}

process.exitCode = await main(process.argv.slice(2));
