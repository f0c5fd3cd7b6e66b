import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locale } from '../report/wording.ts';
import { BatchOutput } from './batch-output.ts';
import { Checker } from './checker.ts';
import { documentsBelow, parseShard, type Shard } from './shard.ts';

const USAGE =
  'batch FOLDER --out FOLDER [--shard NUMBER/COUNT] [--lang zh|en] [--seconds 120] [--megabytes 2048]   (see lib/cli/batch.md)';

interface Settings {
  readonly folder: string;
  readonly out: string;
  readonly shard: Shard;
  readonly locale: Locale;
  /** Time and memory that one document may take. */
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * `batch FOLDER --out FOLDER`: checks every document below a folder, or a shard of them, one line of NDJSON each. Documents that
 * have a line already are left out. Exit code 0 when every document has its line, 1 when the run could not be finished, 2 for a wrong call.
 */
async function main(args: readonly string[]): Promise<number> {
  const settings = settingsOf(args);
  if (!settings) {
    console.error(USAGE);
    return 2;
  }
  const { folder, shard, out, locale } = settings;
  const output = await BatchOutput.open(join(out, `reports-${shard.number}-of-${shard.of}.ndjson`));
  const checker = new Checker(settings.seconds, settings.megabytes);
  const count = { checked: 0, withErrors: 0, unread: 0, before: 0 };
  try {
    for await (const name of documentsBelow(folder, shard)) {
      if (output.done.has(name)) {
        count.before++;
        continue;
      }
      const answer = await checker.check({ file: join(folder, name), name, locale });
      if ('report' in answer) {
        await output.writeLine(answer.report);
        if (answer.errors > 0) count.withErrors++;
      } else {
        await output.writeLine(
          JSON.stringify({ schema: 'disclosure-unread/1', source: { name }, reason: answer.reason }),
        );
        count.unread++;
      }
      count.checked++;
    }
  } finally {
    await checker.close();
    await output.close();
  }
  console.log(JSON.stringify({ shard: `${shard.number}/${shard.of}`, ...count }));
  return 0;
}

function settingsOf(args: readonly string[]): Settings | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        shard: { type: 'string', default: '0/1' },
        lang: { type: 'string', default: 'zh' },
        seconds: { type: 'string', default: '120' },
        megabytes: { type: 'string', default: '2048' },
      },
    });
    const shard = parseShard(values.shard);
    const [seconds, megabytes] = [Number(values.seconds), Number(values.megabytes)];
    const { out, lang } = values;
    if (positionals.length !== 1 || !out || !shard || (lang !== 'zh' && lang !== 'en')) return null;
    if (!(seconds > 0) || !(megabytes >= 64)) return null;
    return { folder: positionals[0]!, out, shard, locale: lang, seconds, megabytes };
  } catch (error) {
    console.error((error as Error).message);
    return null;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
