import { readOffice } from '../../lib/reading/read-office.ts';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import type { Finding } from '../../lib/report/report.ts';
import { printPdf } from '../generator/layouts/print-pdf.ts';
import { PRINT_STYLES } from '../generator/layouts/print-style.ts';
import type { Random } from '../generator/random.ts';
import { asDocx, asSheets } from '../reading/office-copy.ts';
import { xlsOf, xlsxOf } from '../source/office/office-files.ts';
import type { LawDocument } from './documents.ts';
import { isToldOnce } from './planted.ts';
import { breaksOf, continuedOverleaf, headRowsOf } from './rearranging.ts';
import { inYuan, renamed, withUnrelatedTable, yearsMoved } from './rewriting.ts';
import { type Loss, pagesOf, paragraphsOf, rowRunsOf, tablesOf } from './taking-away.ts';
import { byPlace, byPrint, check, differences, inWords, newErrors } from './told.ts';

/** One change of a document, and what then breaks the law. */
export interface Try {
  readonly what: string;
  violations(): string[] | Promise<string[]>;
}

export interface Law {
  readonly id: string;
  /** What must hold. */
  readonly says: string;
  /** It is about fictional documents alone, of which all is known. */
  readonly onFictional?: true;
  /** The changes that can be made to a document; of what has no end, about as many as wanted. */
  tries(document: LawDocument, dice: Random, wanted: number): Try[];
}

const NEVER_NEW = 'never makes a new error';
const NEVER_CHANGES = 'never changes what is told';

export const LAWS: readonly Law[] = [
  takingAway('page', 'Taking away any page', pagesOf),
  takingAway('table', 'Taking away any table', tablesOf),
  takingAway('rows', 'Taking away any run of rows', rowRunsOf, couldBeSlip),
  takingAway('paragraph', 'Taking away any paragraph', paragraphsOf),
  {
    id: 'overleaf',
    says: `Going on overleaf under the same captions and head ${NEVER_CHANGES}`,
    tries: ({ reading, report }, dice, wanted) => {
      const tables = reading.blocks.flatMap(block => {
        const breaks = block.kind === 'table' ? breaksOf(reading, block) : [];
        return block.kind === 'table' && breaks.length > 0 && headRowsOf(reading, block) > 0 ? [{ block, breaks }] : [];
      });
      return some(tables, dice, wanted).map(({ block, breaks }) => {
        const at = dice.pick(breaks);
        return {
          what: `${block.id} from row ${at} on`,
          violations: () => differences(report, check(continuedOverleaf(reading, block, at)), byPlace),
        };
      });
    },
  },
  {
    id: 'name',
    says: `Another name of the body throughout ${NEVER_CHANGES}`,
    tries: ({ reading, report }) => {
      const name = report.document.unit;
      return name && name.length > 3
        ? [{ what: 'renamed', violations: () => differences(report, check(renamed(reading, name)), byPlace) }]
        : [];
    },
  },
  {
    id: 'year',
    says: `Other years throughout ${NEVER_CHANGES}`,
    tries: ({ reading, report }) =>
      [1, 2].map(by => ({
        what: `${by} more`,
        violations: () =>
          differences(report, check(yearsMoved(reading, by)), byPlace).filter(words => !DATED.test(words)),
      })),
  },
  {
    id: 'unrelated-table',
    says: `A table of other things behind any table ${NEVER_CHANGES}`,
    tries: ({ reading, report }) =>
      reading.blocks.flatMap((block, i) =>
        block.kind === 'table' || i === reading.blocks.length - 1
          ? [
              {
                what: `behind ${block.id}`,
                violations: () => differences(report, check(withUnrelatedTable(reading, i + 1)), byPlace),
              },
            ]
          : [],
      ),
  },
  {
    id: 'unit',
    says: `元 for 万元 throughout ${NEVER_CHANGES}`,
    onFictional: true,
    tries: ({ reading, report, planted }) =>
      // What two percentages tell of amounts of three digits, one alone tells of as many more.
      planted.some(({ kind }) => kind === 'completion-pair')
        ? []
        : [{ what: 'in yuan', violations: () => differences(report, check(inYuan(reading)), byPlace) }],
  },
  {
    id: 'format',
    says: `Being read as a page, a text file or a workbook ${NEVER_CHANGES}`,
    tries: ({ reading, report }) =>
      Object.entries(FORMATS).map(([what, copy]) => ({
        what,
        violations: () => differences(report, check(copy(reading)), byPrint),
      })),
  },
  {
    id: 'print',
    says: `Being printed in any way, with page breaks wherever they fall, ${NEVER_CHANGES}`,
    onFictional: true,
    tries: ({ blocks, report }, dice, wanted) =>
      some(RULED, dice, wanted).map(style => ({
        what: style.name,
        violations: async () => differences(report, check(await readPdf(printPdf(blocks!, style).slice())), byPrint),
      })),
  },
  {
    id: 'planted',
    says: 'Each planted mistake is told once, its place among the suspects',
    onFictional: true,
    tries: ({ planted, report }) =>
      planted.map(mistake => ({ what: mistake.kind, violations: () => isToldOnce(mistake, report) })),
  },
];

/** Names of accounts, and what they are asked for, change with the years. */
const DATED = /narrative\/(?:outdated-account|glossary-account)/;

const FORMATS: Readonly<Record<string, (reading: Reading) => Reading>> = {
  '.docx': reading => readOffice(asDocx(reading)),
  '.xlsx': reading => readOffice(xlsxOf(asSheets(reading))),
  '.xls': reading => readOffice(xlsOf(asSheets(reading))),
};

/** What rules do not part, words alone tell: such cells are in doubt, and less can be told. */
const RULED = PRINT_STYLES.filter(({ rules }) => rules !== 'head' && rules !== 'none');

function takingAway(
  id: string,
  what: string,
  lossesOf: (reading: Reading, dice: Random, wanted: number) => Loss[],
  isExcused: (finding: Finding) => boolean = () => false,
): Law {
  return {
    id,
    says: `${what} ${NEVER_NEW}`,
    tries: ({ reading, report }, dice, wanted) =>
      lossesOf(reading, dice, wanted).map(loss => ({
        what: loss.what,
        violations: () =>
          newErrors(report, check(loss.left()))
            .filter(finding => !isExcused(finding))
            .map(inWords),
      })),
  };
}

/** The rows of one column come to less than their total: nobody could tell a row that is lost from a figure that slipped by as much. */
function couldBeSlip({ rule, arithmetic }: Finding): boolean {
  return arithmetic.length === 1 && SUMS_OF_ROWS.test(rule);
}

const SUMS_OF_ROWS = /^tables\/(?:account-hierarchy|account-total|group-total|basic-expenditure-total|balance-total)$/;

/** So many of the choices at most, any of them. */
export function some<T>(choices: readonly T[], dice: Random, wanted: number): T[] {
  const left = [...choices];
  while (left.length > wanted) left.splice(dice.int(0, left.length - 1), 1);
  return left;
}
