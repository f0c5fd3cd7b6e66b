import { useEffect, useState } from 'preact/hooks';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import '../../lib/ui/marks.css';
import { PART_NAMES, partOf, RULE_PARTS, type RulePart } from '../../lib/ui/rule-parts.ts';
import '../../lib/ui/tokens.css';
import { RuleEntry, type ShownRule } from './rule-entry.tsx';
import './rules.css';

/** Every rule as its file states it; the address's fragment names the one to begin at. */
export function RulesPage({ rules }: { readonly rules: readonly ShownRule[] }) {
  const asked = useFragment();
  const parts = RULE_PARTS.map(part => ({ part, rules: rules.filter(({ id }) => partOf(id) === part) })).filter(
    group => group.rules.length > 0,
  );
  useEffect(() => {
    if (asked) document.getElementById(asked)?.scrollIntoView?.();
  }, [asked]);
  return (
    <div class="rules" data-testid="rules">
      <header class="rules-head">
        <h1>{t('rulesTitle')}</h1>
        <p>{t('rulesIntro', rules.length)}</p>
      </header>
      <nav class="rules-index" aria-label={t('rulesIndex')}>
        {parts.map(group => (
          <RuleIndex key={group.part} {...group} asked={asked} />
        ))}
      </nav>
      <main class="rules-list">
        {parts.map(group => (
          <section key={group.part} aria-labelledby={`part-${group.part}`}>
            <h2 id={`part-${group.part}`}>{t(PART_NAMES[group.part])}</h2>
            {group.rules.map(rule => (
              <RuleEntry key={rule.id} rule={rule} asked={rule.id === asked} />
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}

interface RuleIndexProps {
  readonly part: RulePart;
  readonly rules: readonly ShownRule[];
  readonly asked: string;
}

function RuleIndex({ part, rules, asked }: RuleIndexProps) {
  const locale = interfaceLocale();
  return (
    <>
      <p class="rules-index-part">{t(PART_NAMES[part])}</p>
      <ul>
        {rules.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === asked ? 'true' : undefined}>
              {title[locale]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function useFragment(): string {
  const [fragment, setFragment] = useState(location.hash.slice(1));
  useEffect(() => {
    const look = () => setFragment(location.hash.slice(1));
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return fragment;
}
