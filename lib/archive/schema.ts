import type { DBSchema } from 'idb';
import type { Entry } from './entry.ts';
import type { Naming } from './naming.ts';
import { signatureOf } from './text-signature.ts';

/** The library's stores as they are now; `sha256` is the document's. What is listed is apart from what is large. */
export interface LibrarySchema extends DBSchema {
  entries: { key: string; value: Entry };
  contents: { key: string; value: { sha256: string; report: Uint8Array; reading: Uint8Array } };
  texts: { key: string; value: { sha256: string; text: string } };
  /** Of the text (see text-signature): what tells at once which texts need not be looked through. */
  signatures: { key: string; value: { sha256: string; signature: Uint8Array } };
  originals: { key: string; value: { sha256: string; bytes: Uint8Array } };
  namings: { key: string; value: Naming };
}

/** Stores that hold something of a document. */
export const DOCUMENT_STORES = ['entries', 'contents', 'texts', 'signatures', 'originals'] as const;

/**
 * One step of the schema, from the version before it. It speaks to the bare database and stays as it was released, whatever the
 * types above become; the whole upgrade is one transaction, undone where a step throws.
 */
export type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** `migrations[n]` leads from version n to version n + 1. */
export const migrations: readonly Migration[] = [
  database => {
    for (const store of ['entries', 'contents', 'texts', 'originals'])
      database.createObjectStore(store, { keyPath: 'sha256' });
    database.createObjectStore('namings', { keyPath: 'name' });
  },
  (database, transaction) => {
    const signatures = database.createObjectStore('signatures', { keyPath: 'sha256' });
    transaction.objectStore('texts').openCursor().onsuccess = event => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
      if (!cursor) return;
      const { sha256, text } = cursor.value as { sha256: string; text: string };
      signatures.put({ sha256, signature: signatureOf(text) });
      cursor.continue();
    };
  },
];
