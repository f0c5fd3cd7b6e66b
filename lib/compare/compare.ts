import type { Passage } from '../anchors/anchor.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { CheckedSource } from '../report/check.ts';
import { findingsOf } from '../report/findings.ts';
import type { Finding } from '../report/report.ts';
import { runRules } from '../report/run-rules.ts';
import { findRoundingSuspects, findSuspects } from '../report/suspect.ts';
import type { Locale } from '../report/wording.ts';
import type { Rule } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import { crossRules } from './catalogue.ts';
import type { CrossRule, Side } from './cross-rule.ts';
import { bodyKeys } from './same-body.ts';
import { statedAmounts } from './stated-amount.ts';

/** A document that was checked by itself. */
export interface CheckedDocument {
  readonly disclosure: Disclosure;
  readonly source: CheckedSource;
}

/** Years apart beyond which two documents of a body have nothing to say of each other. */
const FAR_APART = 1;

/**
 * What contradicts each other between documents of one body: for each document its findings, whose evidence names the other
 * document as its source. Editions of one document are not held against each other; the first given speaks for them.
 */
export function compareDocuments(
  documents: readonly CheckedDocument[],
  locale: Locale = 'zh',
  rules: readonly CrossRule[] = crossRules,
): Map<CheckedDocument, Finding[]> {
  const findings = new Map<CheckedDocument, Finding[]>(documents.map(document => [document, []]));
  const sides = new Map<CheckedDocument, Side>();
  const sideOf = (document: CheckedDocument) => {
    const known = sides.get(document);
    if (known) return known;
    const side = { disclosure: document.disclosure, amounts: statedAmounts(document.disclosure) };
    sides.set(document, side);
    return side;
  };
  for (const editions of bodiesOf(documents)) {
    const spokesmen = [...editions.values()].map(([first]) => first!);
    for (const [edition, members] of editions)
      for (const document of members)
        for (const other of spokesmen) {
          if (edition === editionOf(other.disclosure)) continue;
          findings.get(document)!.push(...between(document, other, sideOf, rules, locale));
        }
  }
  return findings;
}

/** The documents by body, and those of a body by edition: its kind, level and year. */
function bodiesOf(documents: readonly CheckedDocument[]): Iterable<Map<string, CheckedDocument[]>> {
  const told = documents.filter(
    ({ disclosure: { unit, year, kind } }) => unit !== '' && year !== null && kind !== 'unknown',
  );
  const keys = bodyKeys(told.map(({ disclosure }) => disclosure.unit));
  const bodies = Map.groupBy(told, ({ disclosure }) => keys.get(disclosure.unit)!);
  return [...bodies.values()].map(members => Map.groupBy(members, ({ disclosure }) => editionOf(disclosure)));
}

function editionOf({ kind, level, year }: Disclosure): string {
  return `${kind} ${level} ${year}`;
}

function between(
  document: CheckedDocument,
  other: CheckedDocument,
  sideOf: (document: CheckedDocument) => Side,
  rules: readonly CrossRule[],
  locale: Locale,
): Finding[] {
  const [mine, theirs] = [document.disclosure, other.disclosure];
  if (mine.level !== theirs.level || Math.abs(mine.year! - theirs.year!) > FAR_APART) return [];
  const [earlier, later] = isEarlier(mine, theirs) ? [document, other] : [other, document];
  const bound = rules.map(
    (rule): Rule => ({ ...rule, check: () => rule.check(sideOf(earlier), sideOf(later)), examples: NONE }),
  );
  const results = runRules(mine, bound);
  const { drafts } = findingsOf(
    results,
    { conflicts: findSuspects(results.judged), roundings: findRoundingSuspects(results.judged), truncated: [] },
    locale,
  );
  const isTheirs = ownershipOf(sideOf(other));
  return drafts.map(({ finding, parts }) => {
    const evidence = finding.evidence.map((item, i) =>
      isTheirs(parts[i]!) ? { ...item, source: nameOf(other) } : item,
    );
    return { ...finding, title: titleOf(finding, locale), evidence };
  });
}

/** Of two documents neither is to blame by itself: what they say stands side by side. */
function titleOf({ title, labels, stated, computed, severity }: Finding, locale: Locale): string {
  if (labels.length === 0 || severity === 'rounding' || stated === null || computed === null) return title;
  return locale === 'zh'
    ? `两份文件不一致：${labels[0]}，${stated} 与 ${computed}`
    : `Two documents disagree: ${labels[0]}, ${stated} and ${computed}`;
}

const NONE: Rule['examples'] = { passing: [], failing: [] };

/** Tells which figures and passages are this side's. */
function ownershipOf({ disclosure, amounts }: Side): (item: Figure | Passage) => boolean {
  const figures = new Set(amounts.flatMap(({ terms }) => terms.map(({ figure }) => figure)));
  const texts = new Set(disclosure.narrative.texts.map(({ paragraph }) => paragraph.content));
  return item => ('amount' in item && figures.has(item)) || texts.has(item.source);
}

function nameOf({ source }: CheckedDocument): string {
  return source.name || source.sha256;
}

/** The budget of a year comes before its accounts. */
function isEarlier(a: Disclosure, b: Disclosure): boolean {
  return a.year === b.year ? a.kind === 'budget' : a.year! < b.year!;
}
