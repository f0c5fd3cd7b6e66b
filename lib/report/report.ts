import { z } from 'zod';
import { placeSchema } from '../anchors/anchor.ts';

/** Status of one figure: tied out, within rounding, in conflict, not tied to anything, reading uncertain. */
export const figureStatusSchema = z.enum(['exact', 'rounding', 'conflict', 'unchecked', 'uncertain']);
export type FigureStatus = z.infer<typeof figureStatusSchema>;

export const severitySchema = z.enum(['error', 'warning', 'rounding', 'info']);

export const evidenceSchema = z.object({
  role: z.enum(['suspect', 'operand', 'counterpart']),
  /** The words as printed. */
  quote: z.string(),
  /** The figure alone as printed, where the evidence is one; empty for a blank cell, null for a passage. */
  printed: z.string().nullable(),
  /** Form id, or the title of a table of no known form; null in the narrative. */
  table: z.string().nullable(),
  row: z.string().nullable(),
  column: z.string().nullable(),
  section: z.string().nullable(),
  /** The other document's name or sha256, where the evidence stands in another one. */
  source: z.string().nullable(),
  where: placeSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Where it matters: a table of money, a claim of the text, a self-evaluation, or words alone. */
export const importanceSchema = z.enum(['form', 'narrative', 'evaluation', 'text']);
export type Importance = z.infer<typeof importanceSchema>;

/** How large a mistake is, apart from how certain it is. */
export const sizeSchema = z.object({
  /** Null where nothing was measured, as with a wrong name. */
  difference: z.string().nullable(),
  /** `万元`, `个百分点`, `分`; null of a count. */
  unit: z.string().nullable(),
  /** It is a matter of the last digit printed. */
  lastDigit: z.boolean(),
  importance: importanceSchema,
});
export type Size = z.infer<typeof sizeSchema>;

/** What else does not hold because of the same mistake. */
export const consequenceSchema = z.object({
  rule: z.string(),
  ruleTitle: z.string(),
  /** What is compared, in words. */
  label: z.string(),
  arithmetic: z.string(),
  where: placeSchema,
});
export type Consequence = z.infer<typeof consequenceSchema>;

export const findingSchema = z.object({
  /** Made of what the finding is about, so that it outlives another run and another version. */
  id: z.string(),
  rule: z.string(),
  ruleTitle: z.string(),
  basis: z.string(),
  severity: severitySchema,
  title: z.string(),
  message: z.string(),
  /** The arithmetic, a line each; a number stands for evidence[n] and is shown as a link. */
  arithmetic: z.array(z.array(z.union([z.string(), z.number().int()]))),
  /** What each line of the arithmetic is about, in the same order. */
  labels: z.array(z.string()),
  stated: z.string().nullable(),
  computed: z.string().nullable(),
  difference: z.string().nullable(),
  cause: z.string().nullable(),
  size: sizeSchema,
  /** Whether the suspect is the only one, or each of several could be the one that is wrong. */
  suspects: z.enum(['unique', 'one-of']),
  /** One mistake is one finding: the first line of the arithmetic proves it, these follow from it (the further lines, in the same order). */
  consequences: z.array(consequenceSchema),
  evidence: z.array(evidenceSchema),
});
export type Finding = z.infer<typeof findingSchema>;

export const reportTableSchema = z.object({
  /** The reading's table id, `t3`. */
  id: z.string(),
  form: z.string().nullable(),
  title: z.string(),
  amountUnit: z.string().nullable(),
  pages: z.array(z.number().int()),
  grid: z.array(z.array(z.string())),
  /** The rows of the grid that are header (not data), from the top. */
  headerRows: z.number().int(),
  /** Each cell once with its spans, so that the table can be shown as it stands. */
  spans: z.array(
    z.object({ row: z.number().int(), column: z.number().int(), rowSpan: z.number().int(), colSpan: z.number().int() }),
  ),
  /** Every figure of the table (blank cells left out) with its status and place. */
  figures: z.array(
    z.object({
      row: z.number().int(),
      column: z.number().int(),
      status: figureStatusSchema,
      /**
       * Independent statements (sums, equalities, percentages) that hold exactly with it. None though the status is exact: it is only
       * known not to exceed what it is part of.
       */
      ties: z.number().int(),
      /** The first of them in words, such as “收入决算表 合计行（本年收入合计）= 各类之和”. */
      tiedBy: z.array(z.string()).optional(),
      /** Ids of findings it takes part in. */
      findings: z.array(z.string()),
      where: placeSchema,
    }),
  ),
});
export type ReportTable = z.infer<typeof reportTableSchema>;

export const reportClaimSchema = z.object({
  kind: z.enum(['amount', 'change', 'share', 'completion', 'breakdown', 'count', 'score', 'rate', 'year']),
  quote: z.string(),
  section: z.string(),
  status: z.enum(['verified', 'rounding', 'conflict', 'unchecked']),
  /** What it was compared with, or why it could not be; one short sentence. */
  comparison: z.string(),
  findings: z.array(z.string()),
  where: placeSchema,
});
export type ReportClaim = z.infer<typeof reportClaimSchema>;

/** One amount; what is printed, and where, is null for one that follows from others and stands nowhere. */
const pointSchema = z.object({
  label: z.string(),
  /** Exact, in the unit of what it belongs to. */
  value: z.string(),
  printed: z.string().nullable(),
  printedUnit: z.string().nullable(),
  where: placeSchema.nullable(),
  /** It contradicts another figure, or follows from one that does: not to be relied on. */
  inConflict: z.boolean(),
});
export type Point = z.infer<typeof pointSchema>;

/** Amounts of one document beside each other: this year and the one before, a whole and its parts, budget and outcome. */
export const comparisonsSchema = z.object({
  changes: z.array(
    z.object({
      label: z.string(),
      unit: z.string(),
      now: pointSchema,
      /** As printed, or implied by this year's amount and the change. */
      prior: pointSchema,
      /** The rate of change as printed. */
      rate: pointSchema.nullable(),
    }),
  ),
  compositions: z.array(
    z.object({ label: z.string(), unit: z.string(), total: pointSchema, parts: z.array(pointSchema) }),
  ),
  budgets: z.array(z.object({ label: z.string(), unit: z.string(), budget: pointSchema, final: pointSchema })),
});
export type Comparisons = z.infer<typeof comparisonsSchema>;

const coverageSchema = z.object({
  /** Figures that show something: no blank cells, no dashes. */
  figures: z.number().int(),
  /** Those that some statement tells something of: exact, rounding or conflict. */
  checked: z.number().int(),
  /** How many of the figures have each status. */
  byStatus: z.record(figureStatusSchema, z.number().int()).optional(),
  /** Figures that two or more statements hold, so that one which is wrong can be told from the others. */
  tiedTwice: z.number().int().optional(),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** The public result of checking one document: `disclosure-report/1`. Fields may be added; none changes its meaning. */
export const reportSchema = z.object({
  schema: z.literal('disclosure-report/1'),
  source: z.object({
    name: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    pages: z.number().int().nullable(),
    url: z.string().nullable(),
    retrievedAt: z.string(),
  }),
  document: z.object({
    kind: z.enum(['final-accounts', 'budget', 'unknown']),
    level: z.enum(['department', 'unit', 'government']).nullable(),
    unit: z.string(),
    year: z.number().int().nullable(),
    amountUnit: z.string().nullable(),
  }),
  tables: z.array(reportTableSchema),
  claims: z.array(reportClaimSchema),
  checks: z.object({
    exact: z.number().int(),
    rounding: z.number().int(),
    /** Of those that rounding explains, the ones where it hardly does: both sides meet in a single value only. */
    doubtful: z.number().int().optional(),
    conflict: z.number().int(),
    cannotTell: z.number().int(),
  }),
  coverage: z.object({ tables: coverageSchema, narrative: coverageSchema }),
  findings: z.array(findingSchema),
  comparisons: comparisonsSchema,
  /** What could not be read or checked, one plain sentence each. */
  troubles: z.array(z.object({ code: z.string(), page: z.number().int().nullable(), message: z.string() })),
});
export type Report = z.infer<typeof reportSchema>;

/** The schema of a report as JSON Schema, for readers outside of TypeScript. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema);
}
