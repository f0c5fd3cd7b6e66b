import { t } from '../../lib/ui/i18n.ts';
import type { MarkStatus } from '../../lib/ui/marks.ts';
import { STATUS_NAMES } from '../../lib/ui/status-names.ts';
import './minimap.css';
import type { OpenPage } from './open-pdf.ts';
import type { PdfPlace } from './pdf-place.ts';

export interface MappedPlace {
  readonly place: PdfPlace;
  readonly status: MarkStatus;
}

interface MinimapProps {
  readonly pages: readonly OpenPage[];
  readonly places: readonly MappedPlace[];
  readonly onGo: (place: PdfPlace) => void;
}

/** Strokes closer than this to one another are one, in per cent of the document. */
const FINEST = 0.25;

/** The whole document as a strip beside the pages, with a stroke where each mark is. */
export function Minimap({ pages, places, onGo }: MinimapProps) {
  let whole = 0;
  const before = pages.map(({ height }) => {
    whole += height;
    return whole - height;
  });
  const strokes = new Map<number, MappedPlace>();
  for (const mapped of places) {
    const { page, boxes } = mapped.place;
    const share = (100 * ((before[page - 1] ?? 0) + (boxes[0]?.[1] ?? 0))) / whole;
    const top = Math.round(share / FINEST) * FINEST;
    if (strokes.get(top)?.status !== 'conflict') strokes.set(top, mapped);
  }
  return (
    <nav class="minimap" aria-label={t('viewerMinimap')}>
      {[...strokes].map(([top, { place, status }]) => (
        <button
          key={top}
          type="button"
          class="minimap-stroke"
          data-status={status}
          style={{ top: `${top}%` }}
          title={t('placePage', place.page)}
          aria-label={t('markLabel', t(STATUS_NAMES[status]), place.page)}
          onClick={() => onGo(place)}
        />
      ))}
    </nav>
  );
}
