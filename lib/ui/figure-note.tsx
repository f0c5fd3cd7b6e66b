import type { ReportTable } from '../report/report.ts';
import './figure-note.css';
import { t } from './i18n.ts';
import { STATUS_NAMES } from './status-names.ts';

interface FigureNoteProps {
  readonly figure: ReportTable['figures'][number];
  readonly printed: string;
  readonly onFinding: (id: string) => void;
}

/** How the figure the reader picked stands, and what was found about it. */
export function FigureNote({ figure, printed, onFinding }: FigureNoteProps) {
  const [finding] = figure.findings;
  return (
    <div class="figure-note" role="status" data-testid="figure-note">
      <span class="mark-text figure-note-printed" data-status={figure.status}>
        {printed}
      </span>
      <span>{figureStanding(figure)}</span>
      {finding && (
        <button type="button" class="link" onClick={() => onFinding(finding)}>
          {t('seeFinding')}
        </button>
      )}
      {figure.tiedBy && figure.tiedBy.length > 0 && (
        <ul class="figure-note-ties">
          {figure.tiedBy.map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Its status, and how many independent statements hold it. */
export function figureStanding({ status, ties }: ReportTable['figures'][number]): string {
  const name = t(STATUS_NAMES[status]);
  return ties > 0 ? t('figureTies', name, ties) : name;
}
