import { t } from '../../lib/ui/i18n.ts';
import type { Mark } from '../../lib/ui/marks.ts';
import { STATUS_NAMES } from '../../lib/ui/status-names.ts';
import './mark-card.css';

/** How a marked figure stands: its status, and what it was checked against or what was found. */
export function MarkCard({ mark, style }: { readonly mark: Mark; readonly style: Record<string, string> }) {
  return (
    <div class="mark-card" role="tooltip" data-testid="mark-card" style={style}>
      <p class="mark-card-status">
        <span class="mark-text" data-status={mark.status}>
          {t(STATUS_NAMES[mark.status])}
        </span>
      </p>
      {mark.words.map(words => (
        <p key={words}>{words}</p>
      ))}
    </div>
  );
}
