import { readFileSync } from 'node:fs';
import { gzipSync } from 'fflate';

/** Version 2 as it was released: its stores, and what it wrote into them for a document. Never to be changed. */
export function writeVersion2(name: string): Promise<void> {
  const { entry, report, reading, text, signature, original, naming } = JSON.parse(
    readFileSync(new URL('./version-2.json', import.meta.url), 'utf8'),
  );
  const { sha256 } = entry;
  const bytes = (written: string) => new TextEncoder().encode(written);
  const packed = (value: unknown) => gzipSync(bytes(JSON.stringify(value)));
  const request = indexedDB.open(name, 2);
  request.onupgradeneeded = () => {
    for (const store of ['entries', 'contents', 'texts', 'signatures', 'originals'])
      request.result.createObjectStore(store, { keyPath: 'sha256' });
    request.result.createObjectStore('namings', { keyPath: 'name' });
  };
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction(
        ['entries', 'contents', 'texts', 'signatures', 'originals', 'namings'],
        'readwrite',
      );
      transaction.objectStore('entries').put(entry);
      transaction.objectStore('contents').put({ sha256, report: packed(report), reading: packed(reading) });
      transaction.objectStore('texts').put({ sha256, text });
      transaction
        .objectStore('signatures')
        .put({ sha256, signature: new Uint8Array(Buffer.from(signature, 'base64')) });
      transaction.objectStore('originals').put({ sha256, bytes: bytes(original) });
      transaction.objectStore('namings').put(naming);
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}
