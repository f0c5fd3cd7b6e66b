import type { KeptDocument } from '../../../lib/archive/archive.ts';

/** Version 1 as it was released: its stores, and what it wrote into them for a document. Never to be changed. */
export function writeVersion1(name: string, { report, packed, original, keptAt }: KeptDocument): Promise<void> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    for (const store of ['entries', 'contents', 'texts', 'originals'])
      request.result.createObjectStore(store, { keyPath: 'sha256' });
    request.result.createObjectStore('namings', { keyPath: 'name' });
  };
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction(['entries', 'contents', 'texts', 'originals', 'namings'], 'readwrite');
      const { sha256, name, url, mediaType, pages, retrievedAt } = report.source;
      const { kind, level, unit, year } = report.document;
      transaction.objectStore('entries').put({
        ...{ sha256, textSha256: packed.textSha256, name, url, mediaType, pages, retrievedAt, keptAt },
        ...{ kind, level, unit, year, findings: { error: 0, warning: 0 }, size: 1, originalSize: original!.length },
      });
      transaction.objectStore('contents').put({ sha256, report: packed.report, reading: packed.reading });
      transaction.objectStore('texts').put({ sha256, text: packed.text });
      transaction.objectStore('originals').put({ sha256, bytes: original });
      transaction.objectStore('namings').put({ name: '青禾市文书馆', body: '青禾市档案馆' });
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}
