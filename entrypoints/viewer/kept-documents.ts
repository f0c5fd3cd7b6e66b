import type { Report } from '../../lib/report/report.ts';

/** A checked PDF, kept so that the viewer can show it, also after a reload, without fetching it again. */
export interface KeptDocument {
  readonly sha256: string;
  readonly bytes: ArrayBuffer;
  readonly report: Report;
  /** When it was kept, in ms since 1970. */
  readonly keptAt: number;
}

const DATABASE = 'disclosure-lens';
const STORE = 'documents';
const BY_AGE = 'keptAt';
/** Older ones are let go: this is a hand-over, no library. */
const MOST_KEPT = 24;

export async function keepDocument(kept: KeptDocument): Promise<void> {
  await inStore('readwrite', store => store.put(kept));
  const oldestFirst = await inStore<IDBValidKey[]>('readonly', store => store.index(BY_AGE).getAllKeys());
  for (const sha256 of oldestFirst.slice(0, -MOST_KEPT)) await inStore('readwrite', store => store.delete(sha256));
}

export async function keptDocument(sha256: string): Promise<KeptDocument | null> {
  return (await inStore<KeptDocument | undefined>('readonly', store => store.get(sha256))) ?? null;
}

/** Forgets them all, as when the browser starts anew. */
export async function forgetDocuments(): Promise<void> {
  await inStore('readwrite', store => store.clear());
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(STORE, mode);
    return (await settled(ask(transaction.objectStore(STORE)))) as T;
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: 'sha256' }).createIndex(BY_AGE, 'keptAt');
  };
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
