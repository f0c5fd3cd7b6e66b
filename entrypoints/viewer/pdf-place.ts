import type { Place } from '../../lib/anchors/anchor.ts';

export type PdfPlace = Extract<Place, { page: number }>;

/** The place, if it is one in a PDF. */
export function onPage(place: Place): PdfPlace | null {
  return 'page' in place ? place : null;
}
