import {
  AnnotationMode,
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF open for showing. Sizes are in PDF points of the page as displayed. */
export interface OpenPdf {
  readonly pages: readonly OpenPage[];
}

export interface OpenPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Paints the page and lays its selectable text over it, until the signal is aborted. `scale` is CSS pixels per point. */
  paint(canvas: HTMLCanvasElement, text: HTMLElement, scale: number, signal: AbortSignal): Promise<void>;
}

/** Canvases larger than this are not given by every browser; the page is painted coarser then. */
const MOST_PIXELS = 16_000_000;

/** Opens a PDF with the files packed with the extension; nothing is loaded from elsewhere, and its scripts are not run. */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const pdfjs = new URL('/pdfjs/', location.href).href;
  GlobalWorkerOptions.workerSrc = `${pdfjs}pdf.worker.min.mjs`;
  const document = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${pdfjs}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${pdfjs}standard_fonts/`,
    wasmUrl: `${pdfjs}wasm/`,
    iccUrl: `${pdfjs}iccs/`,
    verbosity: 0,
  }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, i) => i + 1);
  return { pages: await Promise.all(numbers.map(number => openPage(document, number))) };
}

async function openPage(document: PDFDocumentProxy, number: number): Promise<OpenPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  return { number, width, height, paint: (...canvas) => paint(page, ...canvas) };
}

async function paint(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  text: HTMLElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const { width, height } = page.getViewport({ scale: 1 });
  const fine = Math.min(scale * devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale: fine });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const painting = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
  signal.addEventListener('abort', () => painting.cancel(), { once: true });
  await painting.promise;
  const content = await page.getTextContent();
  if (signal.aborted) return;
  text.replaceChildren();
  const layer = new TextLayer({
    textContentSource: content,
    container: text,
    viewport: page.getViewport({ scale: 1 }),
  });
  signal.addEventListener('abort', () => layer.cancel(), { once: true });
  await layer.render();
}
