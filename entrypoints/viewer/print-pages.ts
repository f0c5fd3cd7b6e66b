import type { OpenPage } from './open-pdf.ts';
import './print-pages.css';

/** Fine enough for print: CSS pixels per point at 150 dots per inch. */
const PRINT_SCALE = 150 / 72;

/** Prints all pages as the document has them, without marks; tells how many are ready. Stops where the signal is aborted. */
export async function printPages(
  pages: readonly OpenPage[],
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<void> {
  const sheets = document.createElement('div');
  sheets.className = 'print-sheets';
  const addresses: string[] = [];
  const canvas = document.createElement('canvas');
  try {
    for (const page of pages) {
      await page.picture(canvas, PRINT_SCALE, signal);
      signal.throwIfAborted();
      const image = document.createElement('img');
      image.src = URL.createObjectURL(await pictureOf(canvas));
      image.alt = '';
      addresses.push(image.src);
      image.className = page.width > page.height ? 'print-wide' : 'print-tall';
      sheets.append(image);
      await image.decode();
      onProgress(page.number);
    }
    document.body.append(sheets);
    print();
  } finally {
    sheets.remove();
    for (const address of addresses) URL.revokeObjectURL(address);
  }
}

function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('the page is too large for a picture'))));
  });
}
