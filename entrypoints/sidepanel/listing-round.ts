import { browser } from 'wxt/browser';
import type { Report } from '../../lib/report/report.ts';
import { type ListedDocument, type ListedOutcome, type Listing, listedResult } from '../../lib/ui/listing.ts';
import type { OfferedDocument } from '../../lib/ui/messages.ts';
import type { FailureReason } from '../../lib/ui/panel-state.ts';
import { librarySettings } from '../library/settings.ts';
import { failureReasonOf } from './check-failure.ts';
import { checkListed, type ListedCheck } from './check-listed.ts';
import { sitePattern } from './fetch-file.ts';
import { type Keepable, keepInLibrary } from './keep-in-library.ts';

/** Between two requests: no reader opens files any faster, and the site has others to serve. */
const PAUSE_MS = 2000;

/** Of one page's attachments; more are a listing of their own. */
const MOST_ATTACHMENTS = 20;

type Checked = Extract<ListedCheck, { kind: 'checked' }>;

/** A checked document that its viewer does not keep. */
export interface KeptHere {
  readonly report: Report;
  readonly keepable: Keepable;
}

/** Checks the documents of a page one after the other, until it is done or stopped; what it found stays. */
export class ListingRound {
  #items: readonly ListedDocument[];
  #run: AbortController | null = null;
  readonly #site: string | null;
  readonly #changed: () => void;
  readonly #keptHere = new Map<string, KeptHere>();

  /** `pageUrl` is the address of the page that holds them, whose site the reader gave access to. */
  constructor(documents: readonly OfferedDocument[], pageUrl: string | undefined, changed: () => void) {
    this.#items = documents.map(document => ({ document, outcome: { state: 'waiting' } }));
    this.#site = pageUrl ? new URL(pageUrl).origin : null;
    this.#changed = changed;
  }

  get listing(): Listing {
    return { items: this.#items, running: this.#run !== null };
  }

  /** How a document came out; null for one that is not in the list. */
  outcomeOf({ url }: OfferedDocument): ListedOutcome | null {
    return this.#items.find(({ document }) => document.url === url)?.outcome ?? null;
  }

  /** A checked document no viewer can show. */
  keptHere(sha256: string): KeptHere | null {
    return this.#keptHere.get(sha256) ?? null;
  }

  /** Checks what is still waiting. Must be called straight from a click: other sites' consent has to be asked for. */
  async start(): Promise<void> {
    if (this.#run) return;
    const run = new AbortController();
    this.#run = run;
    const others = new Set(this.#waiting().flatMap(({ url }) => (this.#isOwn(url) ? [] : sitePattern(url))));
    const asked = others.size > 0 ? browser.permissions.request({ origins: [...others] }).catch(() => false) : null;
    this.#changed();
    // While the reader thinks about it, there is the page's own site.
    await this.#checkAll(run.signal, document => this.#isOwn(document.url));
    if (!run.signal.aborted) await asked;
    await this.#checkAll(run.signal, () => true);
    if (this.#run !== run) return;
    this.#run = null;
    this.#changed();
  }

  /** Gives up the one that is being checked and those after it. */
  stop(): void {
    this.#run?.abort();
    this.#run = null;
    for (const { document, outcome } of this.#items)
      if (outcome.state === 'checking') this.#settle(document, { state: 'waiting' });
    this.#changed();
  }

  async #checkAll(signal: AbortSignal, isMeant: (document: OfferedDocument) => boolean): Promise<void> {
    for (let next = this.#waiting().find(isMeant); next && !signal.aborted; next = this.#waiting().find(isMeant)) {
      const reason = await this.#reasonToSkip(next);
      if (reason) {
        this.#settle(next, { state: 'failed', reason });
        continue;
      }
      this.#settle(next, { state: 'checking' });
      await this.#check(next, signal);
      if (this.#waiting().length > 0) await pause(signal);
    }
  }

  async #check(document: OfferedDocument, signal: AbortSignal): Promise<void> {
    try {
      const check = await checkListed(document, signal);
      if (signal.aborted) return;
      switch (check.kind) {
        case 'empty':
          return this.#settle(document, { state: 'empty' });
        case 'attachments':
          return this.#replace(document, check.documents);
        case 'checked':
          await this.#keep(check);
          return this.#settle(document, { state: 'checked', ...listedResult(check.report) });
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#settle(document, { state: 'failed', reason: failureReasonOf(error) });
    }
  }

  /** Keeps what the result is opened from. */
  async #keep({ report, packed, bytes, isShowable }: Checked): Promise<void> {
    const keepable: Keepable = { packed, original: bytes };
    if (!isShowable) this.#keptHere.set(report.source.sha256, { report, keepable });
    if ((await librarySettings()).isAutomatic) await keepInLibrary(report, keepable);
  }

  #waiting(): OfferedDocument[] {
    return this.#items.filter(({ outcome }) => outcome.state === 'waiting').map(({ document }) => document);
  }

  #settle(document: OfferedDocument, outcome: ListedOutcome): void {
    this.#items = this.#items.map(item => (item.document.url === document.url ? { document, outcome } : item));
    this.#changed();
  }

  /** A page's attachments come in its place. */
  #replace(page: OfferedDocument, attachments: readonly OfferedDocument[]): void {
    const known = new Set(this.#items.map(({ document }) => document.url));
    const added = attachments
      .filter(({ url }) => !known.has(url))
      .slice(0, MOST_ATTACHMENTS)
      .map((document): ListedDocument => ({ document, outcome: { state: 'waiting' } }));
    this.#items = this.#items.flatMap(item => (item.document.url === page.url ? added : item));
    this.#changed();
  }

  async #reasonToSkip({ url, type }: OfferedDocument): Promise<FailureReason | null> {
    if (type === 'old-word') return 'legacy-office';
    if (this.#isOwn(url)) return null;
    return (await browser.permissions.contains({ origins: [sitePattern(url)] })) ? null : 'elsewhere';
  }

  #isOwn(url: string): boolean {
    return new URL(url).origin === this.#site;
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, PAUSE_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
