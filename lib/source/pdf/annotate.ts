import { AnnotationEditorType, getDocument, type PageViewport, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../anchors/anchor.ts';

/** A place to be tinted, with words that show when the reader points at it. */
export interface PdfRemark {
  readonly page: number;
  /** In points of the page as displayed, origin top left. */
  readonly boxes: readonly Box[];
  readonly words: string;
  /** Red, green and blue, 0 to 255. */
  readonly colour: readonly [number, number, number];
}

/**
 * The PDF with remarks as highlight annotations, added behind the bytes it has: its pages stay as they are. `data` is handed over.
 * `port` is a worker that runs pdf.js's own worker script, which is none of ours to end; without one it runs in this thread. Rejects
 * where pdf.js cannot open or save the file.
 */
export async function annotatePdf(
  data: Uint8Array,
  remarks: readonly PdfRemark[],
  author: string,
  port?: Worker,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new PDFWorker({ verbosity: 0, ...(port ? { port } : {}) } as never);
  const task = getDocument({ data, worker, verbosity: 0 });
  try {
    const document = await task.promise;
    for (const [i, { page, boxes, words, colour }] of remarks.entries()) {
      const viewport = (await document.getPage(page)).getViewport({ scale: 1 });
      const quads = boxes.map(box => quadOf(box, viewport));
      const rect = around(quads);
      // What pdf.js's own editor would have put there; the name makes it one of its annotations.
      document.annotationStorage.setValue(`pdfjs_internal_editor_${i}`, {
        annotationType: AnnotationEditorType.HIGHLIGHT,
        pageIndex: page - 1,
        color: [...colour],
        opacity: 1,
        rotation: 0,
        user: author,
        rect,
        quadPoints: quads.flat(),
        outlines: quads.map(([left, top, right, , , bottom]) => [left, bottom, right, bottom, right, top, left, top]),
        popup: { contents: words, rect },
      });
    }
    return new Uint8Array(await document.saveDocument());
  } finally {
    await task.destroy();
    worker.destroy();
  }
}

/** Upper left, upper right, lower left and lower right corner. */
type Quad = [number, number, number, number, number, number, number, number];

/** A box of the page as displayed, in the page's own coordinates, whatever way it is turned. */
function quadOf([left, top, right, bottom]: Box, viewport: PageViewport): Quad {
  const [x1, y1] = viewport.convertToPdfPoint(left, top) as [number, number];
  const [x2, y2] = viewport.convertToPdfPoint(right, bottom) as [number, number];
  const [least, most] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [low, high] = [Math.min(y1, y2), Math.max(y1, y2)];
  return [least, high, most, high, least, low, most, low];
}

function around(quads: readonly Quad[]): [number, number, number, number] {
  return [
    Math.min(...quads.map(quad => quad[0])),
    Math.min(...quads.map(quad => quad[5])),
    Math.max(...quads.map(quad => quad[2])),
    Math.max(...quads.map(quad => quad[1])),
  ];
}
