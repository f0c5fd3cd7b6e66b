import { type IDBPDatabase, openDB, unwrap } from 'idb';
import type { Reading } from '../reading/reading.ts';
import type { Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { ArchiveError, orArchiveError } from './archive-error.ts';
import { type Entry, entryOf, entrySchema } from './entry.ts';
import { type Naming, namingSchema } from './naming.ts';
import { type PackedDocument, sizeOf, unpackReading, unpackReport } from './packed-document.ts';
import { DOCUMENT_STORES, type LibrarySchema, type Migration, migrations as released } from './schema.ts';
import { marksOfWords, mayHold, signatureOf } from './text-signature.ts';

/** A checked document as it is put into the library. */
export interface KeptDocument {
  readonly report: Report;
  readonly packed: PackedDocument;
  /** The document's own bytes, where the reader wants them kept. */
  readonly original: Uint8Array | null;
  /** ISO time. */
  readonly keptAt: string;
}

/** Texts, and signatures of texts, read at once when words are looked for. */
const BATCH = 100;
const SIGNATURE_BATCH = 2_000;

/**
 * The reader's own library of checked documents, in IndexedDB. A document is saved, and deleted, in one transaction that is on disk
 * before it is reported: it is there whole or not at all. Every method throws ArchiveError.
 */
export class Archive {
  readonly #name: string;
  readonly #migrations: readonly Migration[];
  #opened: Promise<IDBPDatabase<LibrarySchema>> | null = null;
  #news: BroadcastChannel | null = null;

  constructor(name = 'disclosure-lens-library', migrations: readonly Migration[] = released) {
    this.#name = name;
    this.#migrations = migrations;
  }

  /**
   * Saves a document, in place of the one with the same SHA-256 if there is one; then `renewed`. An original that was kept stays,
   * also when it is not given again.
   */
  keep({ report, packed, original, keptAt }: KeptDocument): Promise<'added' | 'renewed'> {
    return this.#with(async database => {
      const { sha256 } = report.source;
      const signature = signatureOf(packed.text);
      const transaction = database.transaction(DOCUMENT_STORES, 'readwrite', { durability: 'strict' });
      try {
        const before = await transaction.objectStore('entries').get(sha256);
        const entry = entryOf(report, {
          textSha256: packed.textSha256,
          keptAt,
          size: sizeOf(packed) + signature.length,
          originalSize: original?.length ?? before?.originalSize ?? null,
        });
        const { report: packedReport, reading, text } = packed;
        const writes = [
          async () => transaction.objectStore('entries').put(entry),
          async () => transaction.objectStore('contents').put({ sha256, report: packedReport, reading }),
          async () => transaction.objectStore('texts').put({ sha256, text }),
          async () => transaction.objectStore('signatures').put({ sha256, signature }),
          async () => original && transaction.objectStore('originals').put({ sha256, bytes: original }),
        ];
        await Promise.all([...writes.map(write => write()), transaction.done]);
        this.#tell();
        return before ? 'renewed' : 'added';
      } catch (error) {
        // Without it what was put so far would be saved; and it knows best why it failed.
        abort(transaction);
        await transaction.done.catch(() => {});
        const cause = transaction.error ?? error;
        throw (await lacksRoom(sizeOf(packed) + (original?.length ?? 0))) ? new ArchiveError('full', { cause }) : cause;
      }
    });
  }

  /** Every document, in no order. */
  entries(): Promise<Entry[]> {
    return this.#with(async database => entrySchema.array().parse(await database.getAll('entries')));
  }

  /** Null where it is not kept. */
  entry(sha256: string): Promise<Entry | null> {
    return this.#with(async database => {
      const entry = await database.get('entries', sha256);
      return entry ? entrySchema.parse(entry) : null;
    });
  }

  /** The report as it was kept; made anew, in the language given, where it is of an earlier version of the extension. */
  report(sha256: string, locale: Locale): Promise<Report | null> {
    return this.#with(async database => {
      const [entry, content] = await Promise.all([database.get('entries', sha256), database.get('contents', sha256)]);
      if (!entry || !content) return null;
      const { name, url, retrievedAt } = entry;
      const source = { name, sha256, url, retrievedAt };
      const kept = unpackReport(content.report);
      if (kept) return kept;
      // The engine is large, and hardly ever needed here.
      const { checkReading } = await import('../report/check.ts');
      return checkReading(unpackReading(content.reading), source, locale);
    });
  }

  reading(sha256: string): Promise<Reading | null> {
    return this.#with(async database => {
      const content = await database.get('contents', sha256);
      return content ? unpackReading(content.reading) : null;
    });
  }

  /** The document's own bytes; null where they were not kept. */
  original(sha256: string): Promise<Uint8Array | null> {
    return this.#with(async database => (await database.get('originals', sha256))?.bytes ?? null);
  }

  /**
   * The documents whose text holds all these words (`wordsOf`), a batch at a time, those named in `first` before the others; ends when
   * the signal says so.
   */
  async *holding(
    words: readonly string[],
    signal: AbortSignal,
    first: readonly string[] = [],
  ): AsyncGenerator<string[]> {
    const candidates = await this.#mayHold(words, signal);
    const ordered = [...new Set([...first.filter(sha256 => candidates.has(sha256)), ...candidates])];
    for (let at = 0; at < ordered.length && !signal.aborted; at += BATCH) {
      const batch = ordered.slice(at, at + BATCH);
      const texts = await this.#with(async database => {
        const store = database.transaction('texts').store;
        return Promise.all(batch.map(sha256 => store.get(sha256)));
      });
      yield batch.filter((_, i) => words.every(word => texts[i]?.text.includes(word)));
    }
  }

  /** The documents of whose texts the signatures do not deny the words. */
  async #mayHold(words: readonly string[], signal: AbortSignal): Promise<Set<string>> {
    const marks = marksOfWords(words);
    const candidates = new Set<string>();
    let after: string | null = null;
    while (!signal.aborted) {
      const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const batch: LibrarySchema['signatures']['value'][] = await this.#with(database =>
        database.getAll('signatures', range, SIGNATURE_BATCH),
      );
      for (const { sha256, signature } of batch) if (mayHold(signature, marks)) candidates.add(sha256);
      if (batch.length < SIGNATURE_BATCH) break;
      after = batch.at(-1)!.sha256;
    }
    return candidates;
  }

  /** Deletes all that is kept of these documents. */
  delete(documents: readonly string[]): Promise<void> {
    return this.#with(async database => {
      const transaction = database.transaction(DOCUMENT_STORES, 'readwrite', { durability: 'strict' });
      const requests = DOCUMENT_STORES.flatMap(name => {
        const store = transaction.objectStore(name);
        return documents.map(sha256 => store.delete(sha256));
      });
      await Promise.all([...requests, transaction.done]);
      this.#tell();
    });
  }

  namings(): Promise<Naming[]> {
    return this.#with(async database => namingSchema.array().parse(await database.getAll('namings')));
  }

  /** Lists a name under a body, or with null by itself again. */
  name(name: string, body: string | null): Promise<void> {
    return this.#with(async database => {
      if (body === null) await database.delete('namings', name);
      else await database.put('namings', { name, body });
      this.#tell();
    });
  }

  /** Tells of every change to the library, in whatever window it is made; returns how to stop that. */
  watch(tell: () => void): () => void {
    const channel = new BroadcastChannel(this.#name);
    channel.onmessage = tell;
    return () => channel.close();
  }

  async close(): Promise<void> {
    this.#news?.close();
    this.#news = null;
    await this.#disconnect();
  }

  async #disconnect(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    (await opened?.catch(() => null))?.close();
  }

  #tell(): void {
    this.#news ??= new BroadcastChannel(this.#name);
    this.#news.postMessage('changed');
  }

  async #with<T>(work: (database: IDBPDatabase<LibrarySchema>) => Promise<T>): Promise<T> {
    return orArchiveError(async () => {
      this.#opened ??= this.#open();
      const opened = this.#opened;
      const database = await opened.catch(error => {
        if (this.#opened === opened) this.#opened = null;
        throw error;
      });
      return work(database);
    });
  }

  #open(): Promise<IDBPDatabase<LibrarySchema>> {
    if (!('indexedDB' in globalThis)) throw new ArchiveError('unavailable');
    const forget = () => void this.#disconnect();
    return openDB<LibrarySchema>(this.#name, this.#migrations.length, {
      upgrade: (database, from, _to, transaction) => {
        // That it failed is told by the opening.
        transaction.done.catch(() => {});
        for (const migrate of this.#migrations.slice(from)) migrate(unwrap(database), unwrap(transaction));
      },
      // Another window brings the library to a newer version: that must not wait for this one.
      blocking: forget,
      terminated: forget,
    });
  }
}

/** Whether less is left than these bytes: a browser whose disk is full may name any reason. */
async function lacksRoom(bytes: number): Promise<boolean> {
  const room = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
  return room?.quota !== undefined && room.quota - (room.usage ?? 0) < bytes;
}

/** Undoes a transaction, unless it is undone already. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {}
}
