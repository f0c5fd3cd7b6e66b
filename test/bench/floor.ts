import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const DATA = decodeURIComponent(new URL('../../node_modules/pdfjs-dist/', import.meta.url).pathname);

/** What no reader of PDFs built on pdf.js gets below: the text and the painting instructions of every page, and nothing done with them. */
export async function readFloor(data: Uint8Array): Promise<{ pages: number }> {
  const task = getDocument({
    data,
    cMapUrl: `${DATA}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${DATA}standard_fonts/`,
    wasmUrl: `${DATA}wasm/`,
    iccUrl: `${DATA}iccs/`,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      await page.getTextContent();
      await page.getOperatorList();
      page.cleanup();
    }
    return { pages: pdf.numPages };
  } finally {
    await task.destroy();
  }
}
