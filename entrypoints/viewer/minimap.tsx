import { t } from '../../lib/ui/i18n.ts';
import './minimap.css';
import type { OpenPage } from './open-pdf.ts';
import type { PdfPlace } from './pdf-place.ts';

interface MinimapProps {
  readonly pages: readonly OpenPage[];
  readonly places: readonly PdfPlace[];
  readonly onGo: (place: PdfPlace) => void;
}

/** The whole document as a strip beside the pages, with a stroke where each conflict is. */
export function Minimap({ pages, places, onGo }: MinimapProps) {
  let whole = 0;
  const before = pages.map(({ height }) => {
    whole += height;
    return whole - height;
  });
  return (
    <nav class="minimap" aria-label={t('viewerMinimap')}>
      {places.map((place, i) => (
        <button
          key={`${i}:${place.page}`}
          type="button"
          class="minimap-stroke"
          style={{ top: `${(100 * ((before[place.page - 1] ?? 0) + (place.boxes[0]?.[1] ?? 0))) / whole}%` }}
          title={t('placePage', place.page)}
          aria-label={t('markLabel', t('statusConflict'), place.page)}
          onClick={() => onGo(place)}
        />
      ))}
    </nav>
  );
}
