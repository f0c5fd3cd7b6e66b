import type { Passage } from '../anchors/anchor.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { CheckedSource } from '../report/check.ts';
import { findingsOf } from '../report/findings.ts';
import type { Finding } from '../report/report.ts';
import { runRules } from '../report/run-rules.ts';
import { findRoundingSuspects, findSuspects } from '../report/suspect.ts';
import type { Locale } from '../report/wording.ts';
import type { Check, Rule } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import { crossRules, unitsRules } from './catalogue.ts';
import type { CrossRule, Side, UnitsRule } from './cross-rule.ts';
import { departmentsWithUnits } from './department-units.ts';
import { areSurelyOne, bodyKeys, type NamePair } from './same-body.ts';
import { haveAmountsInCommon } from './shared-amounts.ts';
import { statedAmounts } from './stated-amount.ts';

/** A document that was checked by itself. */
export interface CheckedDocument {
  readonly disclosure: Disclosure;
  readonly source: CheckedSource;
  /** Under which it is listed with the other documents of its body; where it is not, the names in the documents decide. */
  readonly body?: string;
}

export interface CompareSettings {
  readonly locale?: Locale;
  readonly rules?: readonly (CrossRule | UnitsRule)[];
  /** The reader's word on names. */
  readonly pairs?: readonly NamePair[];
}

/** Years apart beyond which two documents of a body have nothing to say of each other. */
const FAR_APART = 1;

/**
 * What contradicts each other between documents of one body, and between a department's and its units': for each document its findings,
 * whose evidence names the other document as its source. Editions of one document are not held against each other; the first given
 * speaks for them. Documents whose names leave open whether they are of one body are held against each other only where amounts of
 * theirs agree.
 */
export function compareDocuments(
  documents: readonly CheckedDocument[],
  { locale = 'zh', rules = [...crossRules, ...unitsRules], pairs = [] }: CompareSettings = {},
): Map<CheckedDocument, Finding[]> {
  const findings = new Map<CheckedDocument, Finding[]>(documents.map(document => [document, []]));
  const sideOf = sidesWhenAsked();
  const tell = (of: CheckedDocument, others: readonly CheckedDocument[], checks: readonly BoundCheck[]) =>
    findings.get(of)!.push(...toldOf(of, others, sideOf, checks, locale));

  const ofTwo = rules.filter(rule => 'check' in rule);
  const ofUnits = rules.filter(rule => 'checkUnits' in rule);
  for (const editions of bodiesOf(documents, pairs)) {
    const spokesmen = [...editions.values()].map(([first]) => first!);
    for (const [edition, members] of editions)
      for (const document of members)
        for (const other of spokesmen) {
          if (edition === editionOf(other.disclosure) || !areComparable(document, other, sideOf, pairs)) continue;
          const isFirst = isEarlier(document.disclosure, other.disclosure);
          const [earlier, later] = (isFirst ? [document, other] : [other, document]).map(sideOf) as [Side, Side];
          tell(
            document,
            [other],
            ofTwo.map(rule => ({ rule, check: () => rule.check(earlier, later) })),
          );
        }
  }
  for (const { department, units, missing } of departmentsWithUnits(documents, pairs)) {
    if (units.length === 0) continue;
    const checks = ofUnits.map(rule => ({
      rule,
      check: () => rule.checkUnits(sideOf(department), units.map(sideOf), missing.length === 0),
    }));
    const all = [department, ...units];
    for (const document of all)
      tell(
        document,
        all.filter(other => other !== document),
        checks,
      );
  }
  return findings;
}

/**
 * Names under which documents are listed with others of a body though nothing confirms that they are its own: they are held against
 * none of those that their years would have them held against.
 */
export function unconfirmedNames(documents: readonly CheckedDocument[], pairs: readonly NamePair[] = []): string[] {
  const sideOf = sidesWhenAsked();
  const names = new Set<string>();
  for (const editions of bodiesOf(documents, pairs)) {
    const members = [...editions.values()].flat();
    for (const document of members) {
      const near = members.filter(
        other => editionOf(other.disclosure) !== editionOf(document.disclosure) && areNear(document, other),
      );
      if (near.length > 0 && near.every(other => !areComparable(document, other, sideOf, pairs)))
        names.add(document.disclosure.unit);
    }
  }
  return [...names];
}

/** What each document says, worked out once and only when it is asked for. */
function sidesWhenAsked(): (document: CheckedDocument) => Side {
  const sides = new Map<CheckedDocument, Side>();
  return document => {
    const known = sides.get(document);
    if (known) return known;
    const side = { disclosure: document.disclosure, amounts: statedAmounts(document.disclosure) };
    sides.set(document, side);
    return side;
  };
}

/** The documents by body, and those of a body by edition: its kind, level and year. */
function bodiesOf(
  documents: readonly CheckedDocument[],
  pairs: readonly NamePair[],
): Iterable<Map<string, CheckedDocument[]>> {
  const told = documents.filter(
    ({ disclosure: { unit, year, kind } }) => unit !== '' && year !== null && kind !== 'unknown',
  );
  const nameOf = ({ disclosure, body }: CheckedDocument) => body ?? disclosure.unit;
  const keys = bodyKeys(told.map(nameOf), pairs);
  const bodies = Map.groupBy(told, document => keys.get(nameOf(document))!);
  return [...bodies.values()].map(members => Map.groupBy(members, ({ disclosure }) => editionOf(disclosure)));
}

function editionOf({ kind, level, year }: Disclosure): string {
  return `${kind} ${level} ${year}`;
}

/** Whether two documents that are listed under one body have something to say of each other. */
function areComparable(
  document: CheckedDocument,
  other: CheckedDocument,
  sideOf: (document: CheckedDocument) => Side,
  pairs: readonly NamePair[],
): boolean {
  if (!areNear(document, other)) return false;
  if (areSurelyOne(document.disclosure.unit, other.disclosure.unit, pairs)) return true;
  return haveAmountsInCommon(sideOf(document).amounts, sideOf(other).amounts);
}

/** Of one level, and of years that speak of each other. */
function areNear({ disclosure: mine }: CheckedDocument, { disclosure: theirs }: CheckedDocument): boolean {
  return mine.level === theirs.level && Math.abs(mine.year! - theirs.year!) <= FAR_APART;
}

/** A rule, and its check of the documents at hand. */
interface BoundCheck {
  readonly rule: CrossRule | UnitsRule;
  readonly check: () => Iterable<Check>;
}

/** What checks find, told of one of the documents: its evidence names the others where it stands in them. */
function toldOf(
  of: CheckedDocument,
  others: readonly CheckedDocument[],
  sideOf: (document: CheckedDocument) => Side,
  checks: readonly BoundCheck[],
  locale: Locale,
): Finding[] {
  const bound = checks.map(
    ({ rule: { id, title, basis }, check }): Rule => ({ id, title, basis, check, examples: NONE }),
  );
  const results = runRules(of.disclosure, bound);
  const { drafts } = findingsOf(
    results,
    { conflicts: findSuspects(results.judged), roundings: findRoundingSuspects(results.judged), truncated: [] },
    locale,
  );
  const owners = others.map(other => ({ name: nameOf(other), owns: ownershipOf(sideOf(other)) }));
  const ownerOf = (part: Figure | Passage) => owners.find(({ owns }) => owns(part))?.name ?? null;
  return drafts.map(({ finding, parts }) => {
    const evidence = finding.evidence.map((item, i) => ({ ...item, source: ownerOf(parts[i]!) }));
    // What several documents add up to is not put down to a slip in one of them.
    const cause = others.length > 1 ? null : finding.cause;
    return { ...finding, title: titleOf(finding, others.length, locale), cause, evidence };
  });
}

/** Of two documents neither is to blame by itself: what they say stands side by side. */
function titleOf({ title, labels, stated, computed, severity }: Finding, others: number, locale: Locale): string {
  if (labels.length === 0 || severity === 'rounding' || stated === null || computed === null) return title;
  if (locale === 'zh') {
    const who = others === 1 ? '两份文件不一致' : '部门与所属单位不一致';
    return `${who}：${labels[0]}，${stated} 与 ${computed}`;
  }
  const who = others === 1 ? 'Two documents disagree' : 'A department and its units disagree';
  return `${who}: ${labels[0]}, ${stated} and ${computed}`;
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
