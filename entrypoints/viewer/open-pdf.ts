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
  /** The document's own table of contents; empty where it has none. */
  readonly outline: readonly OutlineItem[];
}

export interface OutlineItem {
  readonly title: string;
  /** From 1; null where it leads to no page. */
  readonly page: number | null;
  readonly items: readonly OutlineItem[];
}

export interface OpenPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Paints the page and lays its selectable text over it, until the signal is aborted. `scale` is CSS pixels per point. */
  paint(canvas: HTMLCanvasElement, text: HTMLElement, scale: number, signal: AbortSignal): Promise<void>;
  /** Paints the page alone, until the signal is aborted. */
  picture(canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void>;
  /** Lets go of what painting it needed: of a long document much comes together. */
  release(): void;
  /** Its characters as `paint` lays them over it, one after the other. */
  text(): Promise<string>;
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
  const pages = await Promise.all(numbers.map(number => openPage(document, number)));
  return { pages, outline: await outlineOf(document) };
}

type RawOutline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function outlineOf(document: PDFDocumentProxy): Promise<OutlineItem[]> {
  const read = (items: RawOutline): Promise<OutlineItem[]> =>
    Promise.all(
      (items ?? []).map(async ({ title, dest, items: below }) => ({
        title,
        page: await pageOf(document, dest).catch(() => null),
        items: await read(below as RawOutline),
      })),
    );
  // A damaged outline is no reason not to show the pages.
  return document.getOutline().then(read, () => []);
}

/** The page a destination leads to; rejects where it leads nowhere. */
async function pageOf(document: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
  const [target] = Array.isArray(explicit) ? explicit : [];
  if (typeof target === 'number') return target + 1;
  return target ? (await document.getPageIndex(target)) + 1 : null;
}

async function openPage(document: PDFDocumentProxy, number: number): Promise<OpenPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  let text: Promise<string> | null = null;
  return {
    number,
    width,
    height,
    paint: (canvas, layer, scale, signal) =>
      inTurn(signal, async () => {
        await picture(page, canvas, scale * devicePixelRatio, signal);
        await layText(page, layer, signal);
      }),
    release: () => void page.cleanup(),
    picture: (canvas, scale, signal) => inTurn(signal, () => picture(page, canvas, scale, signal)),
    text: () => {
      text ??= page.getTextContent().then(({ items }) => items.map(item => ('str' in item ? item.str : '')).join(''));
      return text;
    },
  };
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** One page after the other: several painted in the same frame would hold up the reader's scrolling. */
function inTurn(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  const turn = lastTurn.then(() => {
    signal.throwIfAborted();
    return work();
  });
  lastTurn = turn.catch(() => {});
  return turn;
}

async function picture(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height))) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const painting = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
  signal.addEventListener('abort', () => painting.cancel(), { once: true });
  await painting.promise;
}

/** Piece by piece as the text comes, so that a page of thousands of words does not hold up the reader's scrolling. */
async function layText(page: PDFPageProxy, text: HTMLElement, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  text.replaceChildren();
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: text,
    viewport: page.getViewport({ scale: 1 }),
  });
  signal.addEventListener('abort', () => layer.cancel(), { once: true });
  await layer.render();
}
