import { useMemo } from 'preact/hooks';
import type { CrossRule, UnitsRule } from '../../lib/compare/cross-rule.ts';
import { findingsAcross } from '../../lib/compare/side-by-side.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import type { Mark } from '../../lib/ui/marks.ts';
import { ExampleDocument, FindingWords } from './example-view.tsx';

interface AcrossExampleViewProps {
  readonly rule: CrossRule | UnitsRule;
  /** In the text format of rule examples. */
  readonly documents: readonly string[];
  readonly passes: boolean;
  /** Which of those that pass, or that fail. */
  readonly nth: number;
}

/** Small documents as a reader would see them, held against each other by this rule here and now, with what contradicts marked in each. */
export function AcrossExampleView({ rule, documents, passes, nth }: AcrossExampleViewProps) {
  const { shown, findings } = useMemo(() => heldAgainstEachOther(rule, documents), [rule, documents]);
  const name = `${t(passes ? 'rulesPasses' : 'rulesFails')} ${nth}`;
  return (
    <figure class="example" data-testid="example" data-passes={passes}>
      <figcaption class="example-verdict">{name}</figcaption>
      {shown.map((document, i) => (
        <section key={i} class="example-part">
          <h4>{t('rulesDocument', i + 1)}</h4>
          <ExampleDocument
            name={`${rule.title[interfaceLocale()]} ${name} ${t('rulesDocument', i + 1)}`}
            {...document}
          />
        </section>
      ))}
      {findings.map((finding, i) => (
        <FindingWords key={`${i}:${finding.id}`} finding={finding} />
      ))}
    </figure>
  );
}

function heldAgainstEachOther(rule: CrossRule | UnitsRule, texts: readonly string[]) {
  const locale = interfaceLocale();
  const documents = texts.map((text, i) => {
    const reading = readPlain(text);
    const source = { name: '', sha256: `${i}`, url: null, retrievedAt: '' };
    const { tables } = checkReading(reading, source, locale, []);
    return { reading, tables, source, disclosure: buildDisclosure(reading) };
  });
  const found = findingsAcross(documents, locale, { rules: [rule] });
  const shown = documents.map((document, i) => ({
    blocks: document.reading.blocks,
    headerRows: new Map(document.tables.map(({ id, headerRows }) => [id, headerRows])),
    marks: found.flatMap(({ of, finding }) =>
      finding.evidence
        .filter(({ source, printed }) => printed && (source === null ? of === document : source === `${i}`))
        .map(({ where }): Mark => ({ status: 'conflict', place: where, findings: [finding.id], words: [] })),
    ),
  }));
  return { shown, findings: found.map(({ finding }) => finding) };
}
