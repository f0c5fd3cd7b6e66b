import type { ArchiveFailure } from '../archive/archive-error.ts';
import type { ReportFormat } from '../export/write-report.ts';
import type { FigureStatus } from '../report/report.ts';
import type { Dismissal } from './dismissal.ts';
import type { OfferedDocument, QuotedPlace, ShowResult } from './messages.ts';

/** What a result can be saved as; `pdf` is the document itself with the findings on its pages. */
export type SaveFormat = ReportFormat | 'pdf';

/** How putting a document into the library came out. */
export type KeepResult = 'kept' | ArchiveFailure;

/** What the panel asks of the extension around it. */
export interface PanelActions {
  /** Check what the tab shows. */
  check(): void;
  /** Check the words and tables of the page itself, whatever documents it holds. */
  checkPage(): void;
  openFile(file: File): void;
  openDocument(document: OfferedDocument): void;
  /** Check the documents of the page one after the other; from the click on. */
  checkAll(): void;
  /** Give up the ones that were not checked yet. */
  stopAll(): void;
  /** Go back to the documents of the page. */
  backToList(): void;
  /** Show the PDF in the viewer, with its marks. */
  openViewer(): void;
  /** Lead the eye to a place of the document; resolves to whether it was found there as it was read. */
  goTo(target: QuotedPlace, others: readonly QuotedPlace[]): Promise<ShowResult>;
  /** Mark only this status in the document, or the usual ones. */
  filter(status: FigureStatus | null): void;
  /** Mark the figures on the page, or leave it without marks. */
  mark(on: boolean): void;
  /** Set a finding of this document aside, or with null take it back. */
  dismiss(finding: string, dismissal: Dismissal | null): void;
  /** Write the result into a file; rejects where that did not work. */
  save(format: SaveFormat): Promise<void>;
  /** Put the document into the reader's library. */
  keep(): Promise<KeepResult>;
  /** Tells now and at every change whether the document is in the library; returns how to stop that. */
  watchKept(tell: (isKept: boolean) => void): () => void;
}
