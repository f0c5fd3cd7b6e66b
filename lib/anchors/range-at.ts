import type { AnchoredText, Box, Place } from './anchor.ts';

/** Which part of a text stands at a place, as offsets into it; null where none of it does. The opposite of `placeOf`. */
export function rangeAt({ text, anchor }: AnchoredText, place: Place): readonly [number, number] | null {
  if (anchor.kind === 'html' && 'selector' in place)
    return anchor.selector === place.selector
      ? offsetsWithin(anchor.offsets, place.start, place.end, text.length)
      : null;
  if (anchor.kind === 'sheet' && 'sheet' in place)
    return anchor.sheet === place.sheet && anchor.cell === place.cell ? [0, text.length] : null;
  if (anchor.kind === 'word' && 'paragraph' in place) {
    const { paragraph, start: base = 0 } = anchor;
    const [start, end] = [place.start - base, Math.min(place.end - base, text.length)];
    return paragraph === place.paragraph && start >= 0 && start <= end ? [start, end] : null;
  }
  if (anchor.kind === 'pdf' && 'page' in place) {
    const isThere = (i: number) =>
      anchor.pages[i] === place.page && place.boxes.some(box => holdsMiddle(box, anchor.boxes, 4 * i));
    return stretch(text.length, isThere);
  }
  return null;
}

function offsetsWithin(
  offsets: readonly number[],
  from: number,
  to: number,
  length: number,
): readonly [number, number] | null {
  // A blank cell is a place without characters.
  if (length === 0 || from === to) return from === (offsets[0] ?? 0) ? [0, 0] : null;
  return stretch(length, i => offsets[i]! >= from && offsets[i]! < to);
}

/** From the first character to the last that is there. */
function stretch(length: number, isThere: (i: number) => boolean): readonly [number, number] | null {
  let [start, end] = [-1, -1];
  for (let i = 0; i < length; i++) {
    if (!isThere(i)) continue;
    if (start < 0) start = i;
    end = i + 1;
  }
  return start < 0 ? null : [start, end];
}

function holdsMiddle([left, top, right, bottom]: Box, boxes: readonly number[], at: number): boolean {
  const x = (boxes[at]! + boxes[at + 2]!) / 2;
  const y = (boxes[at + 1]! + boxes[at + 3]!) / 2;
  return x >= left && x <= right && y >= top && y <= bottom;
}
