import { useEffect, useState } from 'preact/hooks';
import type { CrossExample, CrossRule, UnitsRule } from '../../lib/compare/cross-rule.ts';
import type { Example, Rule } from '../../lib/rules/rule.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { AcrossExampleView } from './across-example-view.tsx';
import { ExampleView } from './example-view.tsx';

/** A check of one document, or of several. */
export type ShownRule = Rule | CrossRule | UnitsRule;

interface RuleEntryProps {
  readonly rule: ShownRule;
  /** The reader came for this one. */
  readonly asked: boolean;
}

/** One rule: what is checked, what must hold and where that is laid down, and examples that pass and fail. */
export function RuleEntry({ rule, asked }: RuleEntryProps) {
  const [open, setOpen] = useState(asked);
  useEffect(() => {
    if (asked) setOpen(true);
  }, [asked]);
  const locale = interfaceLocale();
  const { id, title, basis, examples } = rule;
  return (
    <article id={id} class="rule" data-testid="rule" data-rule={id} data-asked={asked}>
      <h3>
        <a class="rule-title" href={`#${id}`}>
          {title[locale]}
        </a>{' '}
        <code class="rule-id">{id}</code>
      </h3>
      <p class="rule-basis">{basis[locale]}</p>
      {/* Examples are checked when they are asked for: all at once would hold the page up. */}
      <details class="rule-examples" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{t('rulesExamples', examples.passing.length, examples.failing.length)}</summary>
        {open && (
          <>
            {examples.failing.map((example, i) => (
              <AnyExample key={i} rule={rule} example={example} passes={false} nth={i + 1} />
            ))}
            {examples.passing.map((example, i) => (
              <AnyExample key={i} rule={rule} example={example} passes={true} nth={i + 1} />
            ))}
          </>
        )}
      </details>
    </article>
  );
}

interface AnyExampleProps {
  readonly rule: ShownRule;
  readonly example: Example | CrossExample;
  readonly passes: boolean;
  readonly nth: number;
}

function AnyExample({ rule, example, passes, nth }: AnyExampleProps) {
  if ('document' in example)
    return isOfOne(rule) ? <ExampleView {...{ rule, document: example.document, passes, nth }} /> : null;
  return isOfOne(rule) ? null : <AcrossExampleView {...{ rule, documents: example.documents, passes, nth }} />;
}

function isOfOne(rule: ShownRule): rule is Rule {
  return !rule.id.startsWith('across/');
}
