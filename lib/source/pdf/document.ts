import {
  AnnotationMode,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../anchors/anchor.ts';
import { type Affine, compose } from './affine.ts';
import { ambiguousDigits } from './glyph-shapes.ts';
import type { Glyph, PageContent, Ruling, Turn } from './page-content.ts';
import { withoutStrikes } from './strikes.ts';
import { countChars, type OperatorList, overlaps, type TurnedGlyph, type WalkFont, walk } from './walk.ts';

/** Folders of pdf.js's data files, each ending in a slash: addresses, or paths under Node. */
export interface PdfAssets {
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  readonly wasmUrl: string;
  readonly iccUrl: string;
}

export interface PdfOptions {
  /** Where pdf.js's data files are; under Node by default those of the installed package. */
  readonly assets?: PdfAssets | undefined;
  /** A worker that runs pdf.js's own worker script; without one it runs in this thread (or where GlobalWorkerOptions says). */
  readonly worker?: Worker | undefined;
}

export type PdfFailure = 'encrypted' | 'damaged';

/** pdf.js could not open the file. */
export class PdfError extends Error {
  readonly failure: PdfFailure;

  constructor(failure: PdfFailure, options?: ErrorOptions) {
    super(failure, options);
    this.name = 'PdfError';
    this.failure = failure;
  }
}

/** An open PDF; its pages are taken apart one at a time and forgotten. */
export interface PdfDocument {
  readonly pages: number;
  /** From the metadata; empty where there is none. */
  readonly title: string;
  /** Rejects when the page is broken. */
  page(number: number): Promise<PageContent>;
  close(): Promise<void>;
}

/**
 * Opens a PDF. `data` is handed over and cannot be used afterwards. Throws PdfError.
 *
 * It is read strictly first: pdf.js's worker then stops at an error in a page. Left to itself it would leave out what the error
 * concerns, often all that follows, and not say so. Only a document with such a page is opened a second time, to get what can
 * be had of that page.
 */
export async function openPdf(data: Uint8Array, options: PdfOptions = {}): Promise<PdfDocument> {
  const worker = new PDFWorker({ verbosity: 0, ...(options.worker ? { port: options.worker } : {}) } as never);
  const openings: Opening[] = [];
  const open = async (manner: Manner, bytes: Uint8Array) => {
    const opening = await openAs(manner, bytes, options, worker);
    openings.push(opening);
    return opening;
  };
  const close = async () => {
    for (const { task } of openings) await task.destroy();
    worker.destroy();
  };
  try {
    await worker.promise;
    const errors = errorsIn(worker.port);
    const strict = await open('strict', data.slice()).catch(() => null);
    let lenient = strict ? null : await open('lenient', data);
    const { proxy } = (strict ?? lenient)!;
    const page = async (number: number) => {
      const content = strict && (await readPage(strict, number, errors).catch(() => null));
      if (content) return content;
      lenient ??= await open('lenient', await proxy.getData());
      return readPage(lenient, number, errors);
    };
    return { pages: proxy.numPages, title: await titleOf(proxy), page, close };
  } catch (cause) {
    await close();
    throw new PdfError((cause as Error)?.name === 'PasswordException' ? 'encrypted' : 'damaged', { cause });
  }
}

/** By this kind of message pdf.js's worker ends what it was sending with an error. */
const STREAM_ERROR = 5;

/**
 * Counts the errors that come from pdf.js's worker. For a page with an error pdf.js gives out the instructions it has so far as if they
 * were all.
 */
function errorsIn(port: Pick<Worker, 'addEventListener'>): () => number {
  let count = 0;
  port.addEventListener('message', ({ data }) => {
    if (data?.stream === STREAM_ERROR) count++;
  });
  return () => count;
}

type Manner = 'strict' | 'lenient';

interface Opening {
  readonly manner: Manner;
  readonly task: PDFDocumentLoadingTask;
  readonly proxy: PDFDocumentProxy;
  /** Fonts whose characters, as walked, were as many as in the text layer. */
  readonly knownFonts: Set<string>;
  layersOf(): Promise<Layers>;
}

/** Which layers of the document are shown on the screen. */
interface Layers {
  isVisible(layer: unknown): boolean;
}

async function openAs(manner: Manner, data: Uint8Array, { assets }: PdfOptions, worker: PDFWorker): Promise<Opening> {
  const underNode = typeof process === 'object' && Boolean(process.versions?.node);
  const task = getDocument({
    data,
    ...(assets ?? (underNode ? installedAssets() : undefined)),
    cMapPacked: true,
    useWorkerFetch: !underNode,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    disableWorkerRendering: true,
    isEvalSupported: false,
    stopAtErrors: manner === 'strict',
    verbosity: 0,
    worker,
  } as Parameters<typeof getDocument>[0]);
  try {
    const proxy = await task.promise;
    let layers: Promise<Layers> | null = null;
    const layersOf = () => {
      layers ??= proxy.getOptionalContentConfig({ intent: 'display' });
      return layers;
    };
    return { manner, task, proxy, knownFonts: new Set(), layersOf };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

function installedAssets(): PdfAssets {
  const entry = import.meta.resolve('pdfjs-dist/package.json');
  const folder = decodeURIComponent(new URL('.', entry).pathname).replace(/^\/([A-Za-z]:)/, '$1');
  return {
    cMapUrl: `${folder}cmaps/`,
    standardFontDataUrl: `${folder}standard_fonts/`,
    wasmUrl: `${folder}wasm/`,
    iccUrl: `${folder}iccs/`,
  };
}

async function titleOf(proxy: PDFDocumentProxy): Promise<string> {
  try {
    const { info } = await proxy.getMetadata();
    const title = (info as { Title?: unknown }).Title;
    // Some programs write the title's bytes out in hexadecimal, which says nothing to a reader.
    return typeof title === 'string' && !/^<[\dA-F]+>$/i.test(title) ? title.trim() : '';
  } catch {
    return '';
  }
}

/** Rejects when the page is broken, and where the document is read strictly also when it has an error in it. */
async function readPage(
  { manner, proxy, knownFonts, layersOf }: Opening,
  number: number,
  errors: () => number,
): Promise<PageContent> {
  const before = errors();
  const page = await proxy.getPage(number);
  try {
    const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    if (manner === 'strict' && errors() > before) throw new PdfError('damaged');
    const viewport = page.getViewport({ scale: 1 });
    const start = compose([1, 0, 0, 1, 0, 0], viewport.transform);
    const fonts = new Set<string>();
    const layers = await layersOf();
    const painted = walk(
      list as OperatorList,
      start,
      id => {
        fonts.add(id);
        return fontOf(page, id);
      },
      layer => layers.isVisible(layer),
    );
    const turn = prevailingTurn(painted.glyphs);
    const turned = turn === 1 || turn === 3;
    const [width, height] = turned ? [viewport.height, viewport.width] : [viewport.width, viewport.height];
    const back = readingMap(turn, viewport.width, viewport.height);
    const onPage = painted.glyphs.filter(({ box }) => overlaps(box, [0, 0, viewport.width, viewport.height]));
    const imageShare = painted.largestImage / (width * height);
    // Below a scanned page its words are written for programs to find.
    const isUnseen = ({ unseen }: TurnedGlyph) =>
      unseen === 'by-paint' || (unseen === 'by-mode' && imageShare < SCAN_SHARE);
    const upright = onPage
      .filter(({ turn }) => turn !== null)
      .map(glyph => ({ isUnseen: isUnseen(glyph), glyph: turn === 0 ? glyph : turnGlyph(glyph, back) }));
    const { glyphs, struck, rulings } = withoutStrikes(
      withoutRepaints(upright.flatMap(({ isUnseen, glyph }) => (isUnseen ? [] : glyph))),
      turn === 0 ? painted.rulings : painted.rulings.map(ruling => turnRuling(ruling, back, turned)),
    );
    const charsRead = onPage.reduce((count, glyph) => count + glyph.counted, 0);
    const isCertain = manner === 'strict' && [...fonts].every(id => knownFonts.has(id));
    const charsExpected = isCertain ? charsRead : await charsOfTextLayer(page);
    if (charsRead === charsExpected) for (const id of fonts) knownFonts.add(id);
    return {
      number,
      width,
      height,
      turn,
      glyphs,
      unseen: [...struck, ...upright.flatMap(({ isUnseen, glyph }) => (isUnseen ? glyph : []))],
      ambiguous: ambiguousDigits(painted.digits),
      rulings,
      imageShare,
      charsRead,
      charsExpected,
      isPlaced: painted.isFinite,
    };
  } finally {
    page.cleanup();
  }
}

/** Share of a page that an image covers on which words without ink are those of the image. */
const SCAN_SHARE = 0.5;

const fontsKnown = new WeakMap<object, WalkFont>();

function fontOf({ commonObjs }: PDFPageProxy, id: string): WalkFont | null {
  if (!commonObjs.has(id)) return null;
  const face = commonObjs.get(id) as WalkFont;
  const known = fontsKnown.get(face);
  if (known) return known;
  const { fontMatrix, vertical, isType3Font, bbox } = face;
  const outline = (fontChar: string) => {
    const key = `${id}_path_${fontChar}`;
    return commonObjs.has(key) ? ((commonObjs.get(key) as { path?: ArrayLike<number> }).path ?? null) : null;
  };
  const font = { fontMatrix, vertical, isType3Font, bbox, outline } as WalkFont;
  fontsKnown.set(face, font);
  return font;
}

/**
 * Characters of the page as pdf.js itself reads them. Asking costs half as much again as the walk, so it is asked where the walk could
 * be wrong: at fonts not met before, and on pages with errors.
 */
async function charsOfTextLayer(page: PDFPageProxy): Promise<number> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  let count = 0;
  for (const item of items) if ('str' in item) count += countChars(item.str);
  return count;
}

function prevailingTurn(glyphs: readonly TurnedGlyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn, blank } of glyphs) if (turn !== null && !blank) counts[turn]!++;
  return counts.indexOf(Math.max(...counts)) as Turn;
}

/** From displayed space to the space in which text of this turn runs from left to right. */
function readingMap(turn: Turn, width: number, height: number): Affine {
  switch (turn) {
    case 0:
      return [1, 0, 0, 1, 0, 0];
    case 1:
      return [0, -1, 1, 0, 0, width];
    case 2:
      return [-1, 0, 0, -1, width, height];
    case 3:
      return [0, 1, -1, 0, height, 0];
  }
}

function turnBox(box: Box, m: Affine): Box {
  const [x0, y0] = [m[0] * box[0] + m[2] * box[1] + m[4], m[1] * box[0] + m[3] * box[1] + m[5]];
  const [x1, y1] = [m[0] * box[2] + m[2] * box[3] + m[4], m[1] * box[2] + m[3] * box[3] + m[5]];
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

function turnGlyph(glyph: Glyph, m: Affine): Glyph {
  return { ...glyph, box: turnBox(glyph.box, m), clip: glyph.clip && turnBox(glyph.clip, m) };
}

function turnRuling(ruling: Ruling, m: Affine, turned: boolean): Ruling {
  const { horizontal, at, from, to } = ruling;
  const box = turnBox(horizontal ? [from, at, to, at] : [at, from, at, to], m);
  const flat = horizontal !== turned;
  return flat
    ? { ...ruling, horizontal: true, at: box[1], from: box[0], to: box[2] }
    : { ...ruling, horizontal: false, at: box[0], from: box[1], to: box[3] };
}

/** Keys of a raster's columns lie this far apart: more than it has rows on any page. */
const COLUMN_STEP = 2 ** 17;
/** From a key to those of the places around it. Far out a coordinate plus one is the same coordinate: never count up to it. */
const AROUND = [-COLUMN_STEP, 0, COLUMN_STEP].flatMap(column => [column - 1, column, column + 1]);

/** Drops a character painted again over itself, as programs do to fake bold type or a shadow. */
function withoutRepaints(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<number, Glyph[]>();
  return glyphs.filter(glyph => {
    if (glyph.blank) return true;
    const [left, top, right] = glyph.box;
    const step = Math.max(glyph.size, 1);
    const key = Math.round(left / step) * COLUMN_STEP + Math.round(top / step);
    for (const place of AROUND)
      for (const other of seen.get(key + place) ?? []) {
        if (other.text !== glyph.text || (other.hidden && !glyph.hidden)) continue;
        const near = Math.abs(other.box[0] - left) < 0.4 * (right - left);
        if (near && Math.abs(other.box[1] - top) < 0.25 * step) return false;
      }
    const here = seen.get(key);
    if (here) here.push(glyph);
    else seen.set(key, [glyph]);
    return true;
  });
}
