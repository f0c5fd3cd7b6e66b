// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markedRuns } from '../../entrypoints/rules/marked-runs.ts';
import { RulesPage } from '../../entrypoints/rules/rules-page.tsx';
import { crossRules, unitsRules } from '../../lib/compare/catalogue.ts';
import { rules as ofOne } from '../../lib/rules/catalogue.ts';
import { partOf, ruleAddress } from '../../lib/ui/rule-parts.ts';
import { offerMessages } from './fake-messages.ts';

const rules = [...ofOne, ...crossRules, ...unitsRules];
let root: HTMLElement;

beforeEach(() => {
  offerMessages();
  root = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, root);
  root.remove();
  location.hash = '';
});

const show = () => act(() => render(<RulesPage rules={rules} />, root));
const entry = (id: string) => root.querySelector<HTMLElement>(`[data-rule="${id}"]`)!;

async function unfold(id: string): Promise<void> {
  const details = entry(id).querySelector('details')!;
  await act(() => {
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  });
}

describe('the catalogue of rules', () => {
  it('has an entry for every rule, with what must hold and on what basis', async () => {
    await show();
    const entries = [...root.querySelectorAll<HTMLElement>('[data-testid="rule"]')];
    expect(entries.map(({ dataset }) => dataset.rule).sort()).toEqual(rules.map(({ id }) => id).sort());
    for (const { id, title, basis } of rules) {
      expect(entry(id).querySelector('h3')!.textContent).toContain(title.zh);
      expect(entry(id).querySelector('.rule-basis')!.textContent).toBe(basis.zh);
      expect(root.querySelector(`nav a[href="#${id}"]`)).not.toBeNull();
    }
  });

  it('puts every rule into a part of the document that has a name of its own', () => {
    expect(rules.filter(({ id }) => partOf(id) === 'other').map(({ id }) => id)).toEqual([]);
  });

  it.each(rules.map(({ id }) => [id]))('shows what %s lets pass and what it does not', async id => {
    await show();
    await unfold(id);
    const examples = (passes: boolean) => [
      ...entry(id).querySelectorAll(`[data-testid="example"][data-passes="${passes}"]`),
    ];
    expect(examples(true).length).toBeGreaterThan(0);
    expect(examples(false).length).toBeGreaterThan(0);
    for (const failing of examples(false)) expect(failing.querySelector('.example-finding-title')).not.toBeNull();
    for (const passing of examples(true))
      expect(passing.querySelector('[data-severity="error"], [data-severity="warning"]')).toBeNull();
  });

  it('marks the figure that is wrong, where it stands', async () => {
    await show();
    await unfold('tables/row-sum');
    const [failing] = entry('tables/row-sum').querySelectorAll('[data-passes="false"]');
    const marked = [...failing!.querySelectorAll('td [data-status="conflict"]')].map(({ textContent }) => textContent);
    expect(marked).toEqual(['33.00']);
    expect(failing!.textContent).toContain('10.00 + 20.00 = 30.00 ≠ 33.00');
  });

  it('shows each document of a rule between documents, with what contradicts marked in each', async () => {
    await show();
    await unfold('across/carryover');
    const [failing] = entry('across/carryover').querySelectorAll('[data-passes="false"]');
    const marked = [...failing!.querySelectorAll('.example-part')].map(part =>
      [...part.querySelectorAll('td [data-status="conflict"]')].map(({ textContent }) => textContent),
    );
    expect(marked).toEqual([['25.40'], ['24.50']]);
    expect(failing!.querySelectorAll('.example-finding')).toHaveLength(1);
  });

  it('begins at the rule a finding leads to', async () => {
    location.hash = ruleAddress('ties/revenue-total').split('#')[1]!;
    await show();
    expect(entry('ties/revenue-total').querySelector('details')!.open).toBe(true);
    expect(entry('ties/revenue-total').querySelectorAll('[data-testid="example"]').length).toBeGreaterThan(0);
    expect(root.querySelectorAll('details[open]')).toHaveLength(1);
  });
});

describe('a marked text', () => {
  const anchor = { kind: 'html', selector: 'line:2', offsets: [4, 5, 6, 7, 8, 9] } as const;
  const place = (start: number, end: number) => ({ selector: 'line:2', start, end });

  it('is cut where marks begin and end, the uppermost showing', () => {
    const marks = [
      { status: 'conflict', place: place(5, 7), findings: [], words: [] },
      { status: 'exact', place: place(4, 8), findings: [], words: [] },
      { status: 'uncertain', place: { selector: 'line:3', start: 4, end: 9 }, findings: [], words: [] },
    ] as const;
    expect(markedRuns({ text: 'abcde', anchor: { ...anchor, offsets: [...anchor.offsets] } }, marks)).toEqual([
      { words: 'a', status: 'exact' },
      { words: 'bc', status: 'conflict' },
      { words: 'd', status: 'exact' },
      { words: 'e', status: null },
    ]);
  });
});
