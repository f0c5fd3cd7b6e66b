import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { placeSchema } from '../anchors/anchor.ts';
import type { Indicator } from '../compare/indicators.ts';
import { type ListedDocument, type SideBySide, sourceName } from '../compare/side-by-side.ts';
import type { ComparedLine, Series } from '../compare/year-over-year.ts';
import { reportSchema } from '../report/report.ts';
import { type Figure, placeOfFigure } from '../statements/figure.ts';

/** A figure as the document prints it. */
const printedSchema = z.object({ printed: z.string(), where: placeSchema });

/** By document, in their order; decimal numbers as texts, null where it cannot be told. */
const seriesSchema = z.object({
  values: z.array(z.string().nullable()),
  figures: z.array(printedSchema.nullable()),
  /** Of the last document against the one before; the rate in per cent. */
  change: z.string().nullable(),
  rate: z.string().nullable(),
});

/** The public result of `compare`. Fields may be added; a field below keeps its meaning. */
export const comparisonSchema = z.object({
  schema: z.literal('disclosure-comparison/1'),
  /** The oldest first. */
  documents: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      body: z.string(),
      kind: reportSchema.shape.document.shape.kind,
      level: reportSchema.shape.document.shape.level,
      year: z.number().int().nullable(),
    }),
  ),
  /** Departments that list their units: the documents of these that are there, and the names of those that are not. */
  departments: z.array(z.object({ department: z.string(), units: z.array(z.string()), missing: z.array(z.string()) })),
  /** Names of which nothing confirms that they are the body's under which they are listed: those documents were not held against its others. */
  unconfirmed: z.array(z.string()),
  /** Told of the document `of`; evidence elsewhere names its document by SHA-256 as `source`. */
  findings: z.array(z.object({ of: z.string(), finding: reportSchema.shape.findings.element })),
  indicators: z.array(
    z.object({
      id: z.string(),
      group: z.enum(['amounts', 'ratios', 'functions']),
      name: z.object({ zh: z.string(), en: z.string() }),
      unit: z.string(),
      values: z.array(z.string().nullable()),
      /** One printed figure, or the part and the whole. */
      figures: z.array(z.array(printedSchema)),
    }),
  ),
  forms: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      unit: z.string(),
      lines: z.array(
        z.object({
          code: z.string().nullable(),
          name: z.string(),
          side: z.enum(['revenue', 'expenditure']).nullable(),
          presence: z.enum(['kept', 'new', 'gone']),
          formerly: z.string().nullable(),
          columns: z.record(z.string(), seriesSchema),
        }),
      ),
    }),
  ),
});
export type PublicComparison = z.infer<typeof comparisonSchema>;

export function comparisonJsonSchema(): unknown {
  return z.toJSONSchema(comparisonSchema);
}

export function publicComparison(laid: SideBySide<ListedDocument>): PublicComparison {
  return {
    schema: 'disclosure-comparison/1',
    documents: laid.documents.map(({ source, body, disclosure: { kind, level, year } }) => ({
      ...{ name: source.name, sha256: source.sha256 },
      ...{ body, kind, level, year },
    })),
    departments: laid.departments.map(({ department, units, missing }) => ({
      department: sourceName(department),
      units: units.map(sourceName),
      missing: [...missing],
    })),
    unconfirmed: [...laid.unconfirmed],
    findings: laid.findings.map(({ of, finding }) => ({ of: sourceName(of), finding })),
    indicators: laid.indicators.map(publicIndicator),
    forms: laid.forms.map(({ id, title, unit, lines }) => ({ ...{ id, title, unit }, lines: lines.map(publicLine) })),
  };
}

function publicIndicator({
  id,
  group,
  name,
  unit,
  values,
  figures,
}: Indicator): PublicComparison['indicators'][number] {
  return {
    ...{ id, group, name, unit },
    values: values.map(value => numberWords(value)),
    figures: figures.map(own => own.map(publicFigure)),
  };
}

function publicLine(line: ComparedLine): PublicComparison['forms'][number]['lines'][number] {
  const { code, name, side, presence, formerly, series } = line;
  return {
    ...{ code, name, side, presence, formerly },
    columns: Object.fromEntries([...series].map(([column, own]) => [column, publicSeries(own)])),
  };
}

function publicSeries({ values, figures, change, rate }: Series): z.infer<typeof seriesSchema> {
  return {
    values: values.map(value => numberWords(value)),
    figures: figures.map(figure => figure && publicFigure(figure)),
    change: numberWords(change),
    rate: numberWords(rate),
  };
}

/** A quotient goes on without end: six decimals of it are told. */
function numberWords(value: Decimal | null): string | null {
  return value?.toDecimalPlaces(6).toFixed() ?? null;
}

function publicFigure(figure: Figure): z.infer<typeof printedSchema> {
  return { printed: figure.printed, where: placeOfFigure(figure) };
}
