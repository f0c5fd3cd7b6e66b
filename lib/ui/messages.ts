import { z } from 'zod';
import { placeSchema } from '../anchors/anchor.ts';
import { readingSchema } from '../reading/reading.ts';
import { figureStatusSchema } from '../report/report.ts';

/** What the detecting script makes of a page. */
export const pageKindSchema = z.enum(['disclosure-page', 'framed-pdf', 'listing', 'pdf', 'none']);
export type PageKind = z.infer<typeof pageKindSchema>;

/** A document the panel can fetch when asked to: what a page frames or links to. */
export const offeredDocumentSchema = z.object({
  url: z.string(),
  /** The link's words, or the file's name. */
  name: z.string(),
  /** A page is gone to rather than fetched; old Word files are known not to be readable. */
  type: z.enum(['page', 'file', 'old-word']),
});
export type OfferedDocument = z.infer<typeof offeredDocumentSchema>;

const markStatusSchema = z.enum(['exact', 'rounding', 'conflict', 'suspected', 'unchecked', 'uncertain']);

/** A place of the page and the words that stand there, which must be found again before anything is drawn. */
export const quotedPlaceSchema = z.object({ place: placeSchema, quote: z.string().nullable() });
export type QuotedPlace = z.infer<typeof quotedPlaceSchema>;

/** Panel → page agent. */
export const agentRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agent/look') }),
  z.object({ type: z.literal('agent/read') }),
  z.object({
    type: z.literal('agent/mark'),
    marks: z.array(
      z.object({
        status: markStatusSchema,
        place: placeSchema,
        isClause: z.boolean(),
        words: z.array(z.string()),
      }),
    ),
    /** The statuses that have strokes in the minimap. */
    mapped: z.array(markStatusSchema),
  }),
  z.object({ type: z.literal('agent/show'), target: quotedPlaceSchema, others: z.array(quotedPlaceSchema) }),
]);
export type AgentRequest = z.infer<typeof agentRequestSchema>;

/** Page agent → panel: what the page is, and the documents it holds. */
export const lookReplySchema = z.object({
  contentType: z.string(),
  kind: pageKindSchema,
  documents: z.array(offeredDocumentSchema),
});

/** Page agent → panel: the page as read, null where there is nothing on it to read, and its live HTML as it stood then. */
export const readReplySchema = z.object({ reading: readingSchema.nullable(), html: z.string() });

/**
 * Page agent → panel: whether the place was found as it was read, found elsewhere on the page, found where the page does not
 * show it now, or not at all.
 */
export const showReplySchema = z.object({ state: z.enum(['found', 'moved', 'hidden', 'missing']) });
export type ShowResult = z.infer<typeof showReplySchema>['state'];

/** To the background: what a tab's page is, and what a check of it gave. */
export const tabNewsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tab/detected'), kind: pageKindSchema }),
  z.object({ type: z.literal('tab/checked'), tabId: z.number().int(), conflicts: z.number().int() }),
]);
export type TabNews = z.infer<typeof tabNewsSchema>;

/** Background → panel: the toolbar button was clicked on a tab, which gave access to it. */
export const toolbarClickSchema = z.object({
  type: z.literal('toolbar/clicked'),
  tabId: z.number().int(),
  windowId: z.number().int(),
});
export type ToolbarClick = z.infer<typeof toolbarClickSchema>;

/** A place to go to in a PDF, and the other places of the same finding. */
export const viewerTargetSchema = z.object({ target: placeSchema, others: z.array(placeSchema) });
export type ViewerTarget = z.infer<typeof viewerTargetSchema>;

/** Panel → viewer: show a place of the document you have open. */
export const viewerShowSchema = z.object({
  type: z.literal('viewer/show'),
  /** sha256 of the document. */
  document: z.string(),
  /** Null where it is only to be seen. */
  show: viewerTargetSchema.nullable(),
});

/** Viewer → panel, in answer. */
export const viewerReplySchema = z.object({ tabId: z.number().int() });

/** Panel → viewer: which statuses to mark; null for the usual ones. */
export const viewerFilterSchema = z.object({
  type: z.literal('viewer/filter'),
  document: z.string(),
  filter: figureStatusSchema.nullable(),
});

/** Viewer → panel: the reader clicked a mark. */
export const viewerSelectedSchema = z.object({
  type: z.literal('viewer/selected'),
  document: z.string(),
  findings: z.array(z.string()),
});

/** Name of the connection that lasts as long as the panel wants marks on the page. */
export const MARKS_PORT = 'disclosure-lens/marks';
