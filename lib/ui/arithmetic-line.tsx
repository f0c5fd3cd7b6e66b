import type { Evidence, Finding } from '../report/report.ts';
import './arithmetic-line.css';
import { t } from './i18n.ts';

interface ArithmeticLineProps {
  /** What the line is about. */
  readonly label: string;
  readonly line: Finding['arithmetic'][number];
  readonly evidence: readonly Evidence[];
  readonly onGoTo: (evidence: Evidence) => void;
}

/** One line of arithmetic: the document's own figures are links to where they stand. */
export function ArithmeticLine({ label, line, evidence, onGoTo }: ArithmeticLineProps) {
  return (
    <div class="arithmetic-line">
      {label && <p class="arithmetic-label">{label}</p>}
      <p data-testid="arithmetic">
        {line.map((part, i) => {
          if (typeof part === 'string') return part;
          const item = evidence[part];
          return item && <FigureLink key={`${i}:${part}`} evidence={item} onGoTo={onGoTo} />;
        })}
      </p>
    </div>
  );
}

function FigureLink({ evidence, onGoTo }: { evidence: Evidence; onGoTo: (evidence: Evidence) => void }) {
  const { printed, quote, role, table, row, column } = evidence;
  const name = table ? [row, column].filter(Boolean).join(' · ') : quote;
  const figure = printed === '' ? t('blankFigure') : (printed ?? quote);
  return (
    <button
      type="button"
      class={role === 'suspect' ? 'link figure-link figure-suspect' : 'link figure-link'}
      data-testid="figure-link"
      title={name}
      aria-label={t('goToFigure', figure, name)}
      onClick={() => onGoTo(evidence)}
    >
      {figure}
    </button>
  );
}
