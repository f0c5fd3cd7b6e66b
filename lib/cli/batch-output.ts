import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** What of a line tells which document it is about. */
const lineSchema = z.object({ source: z.object({ name: z.string() }) });

/**
 * A file of NDJSON that is written a whole line at a time, and taken up again where it was left: a line that was cut off when the
 * process died is taken away, and the documents of the others count as done.
 */
export class BatchOutput {
  readonly done: ReadonlySet<string>;
  readonly #file: FileHandle;

  private constructor(file: FileHandle, done: ReadonlySet<string>) {
    this.#file = file;
    this.done = done;
  }

  static async open(path: string): Promise<BatchOutput> {
    await mkdir(dirname(path), { recursive: true });
    const { done, end } = existsSync(path) ? await wholeLines(path) : { done: new Set<string>(), end: 0 };
    if (existsSync(path)) await truncate(path, end);
    return new BatchOutput(await open(path, 'a'), done);
  }

  /** `line` is JSON without line breaks. Rejects when the disk is full; what was written before stays whole. */
  async writeLine(line: string): Promise<void> {
    await this.#file.appendFile(`${line}\n`);
  }

  async close(): Promise<void> {
    await this.#file.sync();
    await this.#file.close();
  }
}

/** Names of the documents that whole lines are about, and where the last of these lines ends. Holds one line at a time. */
async function wholeLines(path: string): Promise<{ done: Set<string>; end: number }> {
  const done = new Set<string>();
  let end = 0;
  let at = 0;
  let pieces: Buffer[] = [];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let newline = chunk.indexOf(10); newline >= 0; newline = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, newline));
      const name = nameIn(Buffer.concat(pieces).toString('utf8'));
      if (name === null) return { done, end };
      done.add(name);
      pieces = [];
      from = newline + 1;
      end = at + from;
    }
    pieces.push(chunk.subarray(from));
    at += chunk.length;
  }
  return { done, end };
}

function nameIn(line: string): string | null {
  try {
    return lineSchema.parse(JSON.parse(line)).source.name;
  } catch {
    return null;
  }
}
