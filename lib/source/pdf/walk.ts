import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../anchors/anchor.ts';
import { foldIdeographs } from '../fold.ts';
import { type Affine, compose, IDENTITY, scaleOf } from './affine.ts';
import { barredText, type DigitUse, type GlyphOutline } from './glyph-shapes.ts';
import type { Glyph, Ruling, Turn } from './page-content.ts';
import { barOf, boundsOf, intersection, isRoundish, mapBox, rectangleOf, subpaths } from './paths.ts';
import { Sight, type Tone, toneOf } from './sight.ts';

/** What a font must tell; pdf.js knows more. */
export interface WalkFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly bbox?: readonly number[];
  /** What the font draws for a character of its own; null where that is not known. */
  outline?(fontChar: string): GlyphOutline | null;
}

/** A page's painting instructions, as pdf.js lists them. */
export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

export interface TurnedGlyph extends Glyph {
  /** Quarter turns clockwise of its writing direction; null for text that runs aslant (a watermark). */
  readonly turn: Turn | null;
  /** Painted so that nobody sees it: `by-mode` as the text below a scanned page is. */
  unseen: 'by-mode' | 'by-paint' | null;
  /** Characters that the text layer counts it as. */
  readonly counted: number;
}

/** All that one walk over the instructions finds, in the space `start` maps to (y downwards). */
export interface Painted {
  readonly glyphs: TurnedGlyph[];
  readonly rulings: Ruling[];
  /** Which characters of its fonts gave digits, each once. */
  readonly digits: readonly DigitUse[];
  /** Area of the largest image, in square points. */
  readonly largestImage: number;
  /** Whether all places are numbers: a damaged file can ask for others, and what is painted there is left out. */
  readonly isFinite: boolean;
}

/** Filled shapes up to this many points across are lines, not areas. */
const LINE_WIDTH_MOST = 3.2;
/** Less than this share of a character's width or height is not seen. */
const LEAST_SHOWN = 0.08;
/** Below the baseline, as a share of the type's height. */
const DESCENT = 0.14;

interface State {
  ctm: Affine;
  clip: Box | null;
  /** The clip is no larger than it seems: a rectangle. */
  clipIsExact: boolean;
  fillTone: Tone;
  strokeTone: Tone;
  fillAlpha: number;
  strokeAlpha: number;
  /** How much is seen of a group that everything is painted into. */
  groupAlpha: number;
  /** What is painted is mixed with what is below it. */
  isBlended: boolean;
  /** PDF's text rendering mode. */
  textMode: number;
  lineWidth: number;
  font: WalkFont | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
}

interface ShownGlyph {
  readonly unicode: string;
  readonly fontChar?: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Walks the painting instructions once, keeping the graphics state, and collects glyphs and lines. */
export function walk(
  list: OperatorList,
  start: Affine,
  fontOf: (id: string) => WalkFont | null,
  isLayerShown: (layer: unknown) => boolean = () => true,
): Painted {
  const glyphs: TurnedGlyph[] = [];
  const rulings: Ruling[] = [];
  const sight = new Sight();
  const digits = new Map<WalkFont, Map<string, DigitUse>>();
  /** Whether each marked part that is open is shown. */
  const layers: boolean[] = [];
  let isLayerOff = false;
  let largestImage = 0;
  let finite = true;
  let state: State = {
    ctm: start,
    clip: null,
    clipIsExact: true,
    fillTone: 'dark',
    strokeTone: 'dark',
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    isBlended: false,
    textMode: 0,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
  };
  const stack: State[] = [];
  let textMatrix: Affine = IDENTITY;
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let clipPending = false;

  /** What each character is read as: a page has few different ones. */
  const readings = new Map<string, { folded: string; blank: boolean }>();
  const shownAs = (unicode: string) => {
    const known = readings.get(unicode);
    if (known) return known;
    const folded = foldIdeographs(unicode);
    const reading = { folded, blank: countChars(folded) === 0 };
    readings.set(unicode, reading);
    return reading;
  };

  const save = () => {
    stack.push(state);
    state = { ...state };
  };
  const restore = () => {
    state = stack.pop() ?? state;
  };
  const moveText = (dx: number, dy: number) => {
    lineX += dx;
    lineY += dy;
    x = lineX;
    y = lineY;
  };
  /** Whether all of these are places; what is compared with others never comes to an end. */
  const arePlaces = (...numbers: readonly number[]) => {
    const are = numbers.every(Number.isFinite);
    finite &&= are;
    return are;
  };
  const clipTo = (box: Box, isExact: boolean) => {
    if (!arePlaces(...box)) return;
    state.clip = intersection(box, state.clip);
    state.clipIsExact &&= isExact;
  };

  /** Why a character painted now is not seen. */
  const unseenAt = (box: Box): TurnedGlyph['unseen'] => {
    if (isLayerOff) return 'by-paint';
    const [fills, strokes] = [FILLED.has(state.textMode), STROKED.has(state.textMode)];
    if (!fills && !strokes) return 'by-mode';
    const shows = (tone: Tone, alpha: number) => sight.shows(tone, alpha * state.groupAlpha, box);
    const isSeen =
      (fills && shows(state.fillTone, state.fillAlpha)) || (strokes && shows(state.strokeTone, state.strokeAlpha));
    return isSeen ? null : 'by-paint';
  };

  const noteDigit = (font: WalkFont, digit: string, fontChar: string) => {
    const known = digits.get(font) ?? new Map<string, DigitUse>();
    digits.set(font, known);
    if (!known.has(fontChar)) known.set(fontChar, { font, digit, fontChar });
  };

  const showText = (shown: readonly (ShownGlyph | number | null)[]) => {
    const { font, fontSize, horizontalScale } = state;
    if (!font) return;
    const advanceScale = fontSize * (font.fontMatrix?.[0] ?? 0.001);
    const vertical = font.vertical === true;
    const text = compose(state.ctm, textMatrix);
    const height = heightOfType(font, Math.abs(fontSize));
    const turn = turnOf(text, vertical, fontSize * horizontalScale);
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        const shift = (-glyph * fontSize) / 1000;
        if (vertical) y += shift;
        else x += shift * horizontalScale;
        continue;
      }
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      let corners: Box;
      if (vertical) {
        const metric = glyph.vmetric;
        const advance = (metric ? metric[0]! : -1000) * advanceScale;
        const halfWidth = (metric ? metric[1]! : glyph.width / 2) * advanceScale;
        corners = [x - halfWidth, y + state.rise + advance, x + halfWidth, y + state.rise];
        y += advance + (advance < 0 ? -spacing : spacing);
      } else {
        const advance = glyph.width * advanceScale * horizontalScale;
        const base = y + state.rise;
        corners = [x, base - DESCENT * height, x + advance, base + (1 - DESCENT) * height];
        x += advance + spacing * horizontalScale;
      }
      const unicode = glyph.unicode ?? '';
      const barred = glyph.fontChar === undefined ? null : barredText(unicode, font.outline, glyph.fontChar);
      const { folded, blank } = shownAs(barred ?? unicode);
      if (glyph.fontChar !== undefined && DIGIT.test(unicode)) noteDigit(font, unicode, glyph.fontChar);
      const box = mapBox(text, corners);
      if (!arePlaces(...box)) continue;
      glyphs.push({
        text: blank ? ' ' : folded,
        blank,
        box,
        size: turn === 1 || turn === 3 ? box[2] - box[0] : box[3] - box[1],
        order: glyphs.length,
        clip: state.clip,
        hidden: state.clip !== null && !showsIn(state.clip, box),
        turn,
        unseen: blank ? null : unseenAt(box),
        counted: countChars(barred === null ? folded : unicode),
      });
    }
  };

  const addLine = (x0: number, y0: number, x1: number, y1: number, thickness: number) => {
    if (!arePlaces(x0, y0, x1, y1, thickness)) return;
    const horizontal = Math.abs(y1 - y0) <= Math.abs(x1 - x0);
    const drift = horizontal ? Math.abs(y1 - y0) : Math.abs(x1 - x0);
    if (drift > 1) return;
    const ruling = horizontal
      ? { horizontal, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1), thickness }
      : { horizontal, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1), thickness };
    const visible = clipped(ruling, state.clip);
    if (visible) rulings.push(visible);
  };

  const paintPath = (op: number, data: ArrayLike<number> | null | undefined, bounds: ArrayLike<number> | null) => {
    const { ctm } = state;
    const isFilled = !isLayerOff && FILLING.has(op) && state.fillAlpha > 0;
    const fills = isFilled && state.fillTone !== 'white';
    const strokes = !isLayerOff && STROKING.has(op) && state.strokeTone !== 'white' && state.strokeAlpha > 0;
    if (data && isFilled) {
      const alpha = state.fillAlpha * state.groupAlpha;
      const covers = alpha === 1 && state.clipIsExact && !state.isBlended;
      for (const path of subpaths(data, ctm)) {
        const box = intersection(boundsOf(path), state.clip);
        if (Math.min(box[2] - box[0], box[3] - box[1]) > LINE_WIDTH_MOST)
          sight.fill(box, state.fillTone, alpha, covers && rectangleOf(path) !== null ? glyphs.length : null);
      }
    }
    if (data && (fills || strokes)) {
      const thickness = Math.max(state.lineWidth * scaleOf(ctm), 0.1);
      for (const path of subpaths(data, ctm)) {
        if (fills) {
          const box = barOf(path);
          if (box) {
            const width = box[2] - box[0];
            const height = box[3] - box[1];
            // A dot can be part of a dotted line in either direction.
            const isDot = Math.max(width, height) <= LINE_WIDTH_MOST;
            if (height <= LINE_WIDTH_MOST && (width > height || isDot))
              addLine(box[0], (box[1] + box[3]) / 2, box[2], (box[1] + box[3]) / 2, height);
            if (width <= LINE_WIDTH_MOST && (height > width || isDot))
              addLine((box[0] + box[2]) / 2, box[1], (box[0] + box[2]) / 2, box[3], width);
          }
        }
        if (strokes && !isRoundish(path)) {
          for (let i = 0; i + 3 < path.points.length; i += 2)
            addLine(path.points[i]!, path.points[i + 1]!, path.points[i + 2]!, path.points[i + 3]!, thickness);
          if (path.closed || CLOSING.has(op)) {
            const n = path.points.length;
            addLine(path.points[n - 2]!, path.points[n - 1]!, path.points[0]!, path.points[1]!, thickness);
          }
        }
      }
    }
    if (clipPending) {
      clipPending = false;
      if (bounds && Number.isFinite(bounds[0])) {
        const paths = data ? subpaths(data, ctm) : [];
        clipTo(
          mapBox(ctm, [bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!]),
          paths.length === 1 && rectangleOf(paths[0]!) !== null,
        );
      }
    }
  };

  for (let i = 0; i < list.fnArray.length; i++) {
    // biome-ignore lint/suspicious/noExplicitAny: each instruction has arguments of its own shape
    const args = (list.argsArray[i] ?? []) as any[];
    switch (list.fnArray[i]) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        state.ctm = compose(state.ctm, args as ArrayLike<number>);
        break;
      case OPS.paintFormXObjectBegin: {
        save();
        const [matrix, bbox] = args as [ArrayLike<number> | null, ArrayLike<number> | null];
        if (matrix) state.ctm = compose(state.ctm, matrix);
        if (bbox) clipTo(mapBox(state.ctm, [bbox[0]!, bbox[1]!, bbox[2]!, bbox[3]!]), true);
        break;
      }
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.beginGroup:
        save();
        state.groupAlpha *= state.fillAlpha;
        state.fillAlpha = 1;
        state.strokeAlpha = 1;
        break;
      case OPS.endGroup:
        restore();
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        layers.push(args[0] !== 'OC' || isLayerShown(args[1]));
        isLayerOff = layers.includes(false);
        break;
      case OPS.endMarkedContent:
        layers.pop();
        isLayerOff = layers.includes(false);
        break;
      case OPS.setTextRenderingMode:
        state.textMode = args[0];
        break;
      case OPS.shadingFill:
        if (state.clip) sight.fill(state.clip, 'unknown', 1, null);
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as [string, unknown][]) {
          if (key === 'ca') state.fillAlpha = value as number;
          else if (key === 'CA') state.strokeAlpha = value as number;
          else if (key === 'BM' || key === 'SMask')
            state.isBlended = value !== 'source-over' && value !== 'normal' && value !== false && value !== null;
          else if (key === 'LW') state.lineWidth = value as number;
          else if (key === 'Font') {
            const [id, size] = value as [string, number];
            state.font = fontOf(id);
            state.fontSize = size;
          }
        }
        break;
      case OPS.setLineWidth:
        state.lineWidth = args[0];
        break;
      case OPS.setFillRGBColor:
        state.fillTone = toneOf(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.strokeTone = toneOf(args[0]);
        break;
      case OPS.setFillTransparent:
        state.fillTone = 'white';
        break;
      case OPS.setStrokeTransparent:
        state.strokeTone = 'white';
        break;
      case OPS.setFillColorN:
        state.fillTone = 'unknown';
        break;
      case OPS.setStrokeColorN:
        state.strokeTone = 'unknown';
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipPending = true;
        break;
      case OPS.constructPath: {
        const [op, data, bounds] = args as [number, (ArrayLike<number> | null)[] | null, ArrayLike<number> | null];
        paintPath(op, data?.[0], bounds);
        break;
      }
      case OPS.beginText:
        textMatrix = IDENTITY;
        x = y = lineX = lineY = 0;
        break;
      case OPS.setTextMatrix:
        textMatrix = compose(IDENTITY, args[0] as ArrayLike<number>);
        x = y = lineX = lineY = 0;
        break;
      case OPS.moveText:
        moveText(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1];
        moveText(args[0], args[1]);
        break;
      case OPS.nextLine:
        moveText(0, state.leading);
        break;
      case OPS.setLeading:
        state.leading = -args[0];
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.horizontalScale = args[0] / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.setFont:
        state.font = fontOf(args[0]);
        state.fontSize = args[1];
        break;
      case OPS.showText:
        showText(args[0]);
        break;
      case OPS.paintImageXObject:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintInlineImageXObject:
      case OPS.paintInlineImageXObjectGroup:
      case OPS.paintImageMaskXObject:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintImageMaskXObjectRepeat:
        largestImage = Math.max(largestImage, Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
        sight.fill(intersection(mapBox(state.ctm, [0, 0, 1, 1]), state.clip), 'unknown', 1, null);
        break;
    }
  }
  for (const glyph of glyphs) if (!glyph.unseen && sight.covers(glyph.box, glyph.order)) glyph.unseen = 'by-paint';
  return {
    glyphs,
    rulings,
    digits: [...digits.values()].flatMap(uses => [...uses.values()]),
    largestImage,
    isFinite: finite,
  };
}

/** Text rendering modes by which the inside, and the outline, of characters is painted. */
const FILLED = new Set([0, 2, 4, 6]);
const STROKED = new Set([1, 2, 5, 6]);
const DIGIT = /^[0-9]$/;
const FILLING = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKING = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const CLOSING = new Set<number>([OPS.closeStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

function heightOfType(font: WalkFont, size: number): number {
  if (!font.isType3Font || !font.bbox || !font.fontMatrix) return size;
  const height = Math.abs((font.bbox[3]! - font.bbox[1]!) * font.fontMatrix[3]! * size);
  return height > 0 ? height : size;
}

function turnOf(text: Affine, vertical: boolean, scale: number): Turn | null {
  const sign = scale < 0 ? -1 : 1;
  const dx = sign * (vertical ? -text[1] : text[0]);
  const dy = sign * (vertical ? text[0] : text[1]);
  if (Math.abs(dy) < 0.05 * Math.abs(dx)) return dx > 0 ? 0 : 2;
  if (Math.abs(dx) < 0.05 * Math.abs(dy)) return dy > 0 ? 1 : 3;
  return null;
}

function clipped(ruling: Ruling, clip: Box | null): Ruling | null {
  if (!clip) return ruling;
  const slack = ruling.thickness + 0.5;
  const [low, high, from, to] = ruling.horizontal
    ? [clip[1], clip[3], clip[0], clip[2]]
    : [clip[0], clip[2], clip[1], clip[3]];
  if (ruling.at < low - slack || ruling.at > high + slack) return null;
  const start = Math.max(ruling.from, from - slack);
  const end = Math.min(ruling.to, to + slack);
  return end <= start ? null : { ...ruling, from: start, to: end };
}

export function overlaps(a: Box, b: Box): boolean {
  return a[2] >= b[0] && a[0] <= b[2] && a[3] >= b[1] && a[1] <= b[3];
}

/** Whether so much of a box lies inside a clip that one can see it. */
function showsIn(clip: Box, box: Box): boolean {
  const across = Math.min(box[2], clip[2]) - Math.max(box[0], clip[0]);
  const down = Math.min(box[3], clip[3]) - Math.max(box[1], clip[1]);
  return across >= LEAST_SHOWN * (box[2] - box[0]) && down >= LEAST_SHOWN * (box[3] - box[1]);
}

/** UTF-16 units of a text that are neither white space nor invisible marks. */
export function countChars(text: string): number {
  return text === ' ' ? 0 : IDEOGRAPH.test(text) ? 1 : text.replace(/[\s\p{Cf}]+/gu, '').length;
}

const IDEOGRAPH = /^[\u4e00-\u9fff\d]$/;
