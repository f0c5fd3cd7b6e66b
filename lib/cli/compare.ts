import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { bodyKeys } from '../compare/same-body.ts';
import { type ListedDocument, sideBySide } from '../compare/side-by-side.ts';
import { writeComparisonCsv } from '../export/comparison-csv.ts';
import { comparisonJsonSchema, publicComparison } from '../export/comparison-json.ts';
import { comparisonText } from '../export/comparison-text.ts';
import type { Locale } from '../report/wording.ts';
import { checkFile, reasonOf } from './check-file.ts';
import { endWithReader, print } from './output.ts';
import { passOverPdfJs } from './unattended.ts';

const FORMATS = ['text', 'csv', 'json'] as const;
const USAGE =
  'compare [--format text|csv|json] [--lang zh|en] FILE FILE…   compare --schema   (see lib/cli/compare.md)';

/**
 * `compare FILE FILE…`: the documents side by side on standard output, what they contradict each other in first. Exit code 0 no
 * contradiction that is an error, 1 one, 2 an input not read or fewer than two documents.
 */
async function main(args: readonly string[]): Promise<number> {
  const settings = settingsOf(args);
  if (settings === 'schema') {
    await print(`${JSON.stringify(comparisonJsonSchema(), null, 2)}\n`);
    return 0;
  }
  if (!settings) {
    console.error(USAGE);
    return 2;
  }
  const { files, format, locale } = settings;
  const documents: Omit<ListedDocument, 'body'>[] = [];
  let isEachRead = true;
  for (const file of files) {
    try {
      const { report, disclosure } = await checkFile(file, locale);
      // The same file twice is one document.
      if (documents.every(({ source }) => source.sha256 !== report.source.sha256))
        documents.push({ disclosure, source: { ...report.source, name: basename(file) } });
    } catch (error) {
      isEachRead = false;
      console.error(`${file}: ${reasonOf(error, locale)}`);
    }
  }
  if (documents.length < 2) {
    console.error(
      locale === 'zh' ? '至少要有两份读得出的文件。' : 'At least two documents that can be read are needed.',
    );
    return 2;
  }
  const laid = sideBySide(listed(documents), locale);
  if (format === 'json') await print(`${JSON.stringify(publicComparison(laid))}\n`);
  else await print(format === 'csv' ? writeComparisonCsv(laid, locale) : `${comparisonText(laid, locale)}\n`);
  if (!isEachRead) return 2;
  return laid.findings.some(({ finding }) => finding.severity === 'error') ? 1 : 0;
}

/** Each under the longest of its body's names. */
function listed(documents: readonly Omit<ListedDocument, 'body'>[]): ListedDocument[] {
  const keys = bodyKeys(documents.map(({ disclosure }) => disclosure.unit));
  const names = new Map<string, string>();
  for (const [name, key] of keys) if (name.length > (names.get(key)?.length ?? 0)) names.set(key, name);
  return documents.map(document => ({ ...document, body: names.get(keys.get(document.disclosure.unit)!) ?? '' }));
}

interface Settings {
  readonly files: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly locale: Locale;
}

function settingsOf(args: readonly string[]): Settings | 'schema' | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        lang: { type: 'string', default: 'zh' },
        schema: { type: 'boolean' },
      },
    });
    if (values.schema) return 'schema';
    const format = FORMATS.find(known => known === values.format);
    const { lang } = values;
    if (!format || (lang !== 'zh' && lang !== 'en') || positionals.length < 2) return null;
    return { files: positionals, format, locale: lang };
  } catch (error) {
    console.error((error as Error).message);
    return null;
  }
}

endWithReader();
passOverPdfJs();

process.exitCode = await main(process.argv.slice(2));
