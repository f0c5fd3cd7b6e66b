import { buildDisclosure } from '../disclosure/build.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Reading } from '../reading/reading.ts';
import { rules as catalogue } from '../rules/catalogue.ts';
import type { Rule } from '../rules/rule.ts';
import type { Grade } from '../statements/verdict.ts';
import { ofBaseMeant } from './base-meant.ts';
import { comparisonsOf } from './comparisons.ts';
import { coverageOf, reportClaims, reportTables } from './content.ts';
import { type Explained, findingsOf } from './findings.ts';
import { oneForEachMistake } from './one-mistake.ts';
import type { Report } from './report.ts';
import { type RuleResults, runRules } from './run-rules.ts';
import { standingOf } from './standing.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { findRoundingSuspects, findSuspects } from './suspect.ts';
import { troublesOf } from './troubles.ts';
import { cutOff } from './truncation.ts';
import { CLAIMS_LEFT_OUT, type Locale, leftOutMessage, say } from './wording.ts';

/** Whose bytes were checked. `retrievedAt` is an ISO time. */
export interface CheckedSource {
  readonly name: string;
  readonly sha256: string;
  readonly url: string | null;
  readonly retrievedAt: string;
}

/** Understands a reading, runs every rule on it, and reports: the whole of a check. Never throws for what a document contains. */
export function checkReading(
  reading: Reading,
  source: CheckedSource,
  locale: Locale = 'zh',
  rules: readonly Rule[] = catalogue,
): Report {
  return checkDisclosure(buildDisclosure(reading, source.name), reading, source, locale, rules);
}

/** The check of a reading that was understood before. */
export function checkDisclosure(
  disclosure: Disclosure,
  reading: Pick<Reading, 'mediaType' | 'pages' | 'troubles'>,
  source: CheckedSource,
  locale: Locale = 'zh',
  rules: readonly Rule[] = catalogue,
): Report {
  const run = runRules(disclosure, rules);
  const around = surroundingsOf(
    disclosure,
    run.judged.map(({ check }) => check.statement),
  );
  const results = { ...run, judged: ofBaseMeant(run.judged, around) };
  const explained = explain(results, around);
  const { drafts: findings, found } = findingsOf(results, explained, locale);
  const standing = standingOf(results, explained, findings);
  const tables = reportTables(disclosure, standing, locale);
  const claims = reportClaims(disclosure, standing, findings, results, locale);
  const count = (...grades: Grade[]) =>
    results.judged.filter(({ verdict, check }) => grades.includes(verdict.grade) && check.severity !== null).length;
  return {
    schema: 'disclosure-report/1',
    source: { ...source, mediaType: reading.mediaType, pages: reading.pages },
    document: {
      kind: disclosure.kind,
      level: disclosure.level,
      unit: disclosure.unit,
      year: disclosure.year,
      amountUnit: disclosure.amountUnit,
    },
    tables,
    claims,
    checks: {
      exact: count('exact'),
      rounding: count('rounding', 'rounding-doubtful'),
      doubtful: count('rounding-doubtful'),
      conflict: count('conflict'),
      cannotTell: count('cannot-tell') + results.unable.length,
    },
    coverage: coverageOf(disclosure, standing),
    findings: findings.map(({ finding }) => finding),
    comparisons: comparisonsOf(disclosure, standing),
    troubles: [
      ...troublesOf(reading, disclosure, standing, locale),
      ...results.unable.map(({ unable }) => ({ code: 'cannot-tell', page: null, message: say(unable.reason, locale) })),
      ...(disclosure.narrative.areAll
        ? []
        : [{ code: 'claims-left-out', page: null, message: say(CLAIMS_LEFT_OUT, locale) }]),
      ...(found > findings.length
        ? [{ code: 'findings-left-out', page: null, message: leftOutMessage(found, findings.length, locale) }]
        : []),
      ...results.broken.map(({ rule, error }) => ({
        code: 'rule-failed',
        page: null,
        message: `${rule.id}: ${String(error)}`,
      })),
    ],
  };
}

function explain({ judged }: RuleResults, around: Surroundings): Explained {
  const truncated = cutOff(judged);
  const habitual = new Set(truncated);
  const open = judged.filter(item => !habitual.has(item));
  return {
    conflicts: oneForEachMistake(findSuspects(open, around), open),
    roundings: findRoundingSuspects(open),
    truncated,
  };
}
