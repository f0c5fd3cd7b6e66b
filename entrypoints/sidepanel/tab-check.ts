import { browser } from 'wxt/browser';
import type { FigureStatus, Report } from '../../lib/report/report.ts';
import type { Dismissal } from '../../lib/ui/dismissal.ts';
import { marksOf } from '../../lib/ui/marks.ts';
import type { OfferedDocument, QuotedPlace, ShowResult, TabNews, ViewerTarget } from '../../lib/ui/messages.ts';
import type { KeepResult, SaveFormat } from '../../lib/ui/panel-actions.ts';
import { isEmptyReport, type PanelState, type Progress, type Reach } from '../../lib/ui/panel-state.ts';
import { withoutDismissed } from '../../lib/ui/set-aside.ts';
import { librarySettings } from '../library/settings.ts';
import { keptDocument } from '../viewer/kept-documents.ts';
import { checkDocument, documentIn, type Origin } from './check-document.ts';
import { CheckFailure, failureReasonOf } from './check-failure.ts';
import { dismissalsOf, keepDismissal } from './dismissal-store.ts';
import { allowFetching, fetchFile } from './fetch-file.ts';
import { type Keepable, keepInLibrary, watchKept } from './keep-in-library.ts';
import { ListingRound } from './listing-round.ts';
import { PageAgent } from './page-agent.ts';
import { saveReport } from './save-report.ts';
import { documentInViewer, filterInViewer, showInViewer } from './viewer-tab.ts';

interface WorkOptions {
  /** Of the file, to be named where it fails. */
  readonly name?: string | null;
  /** The document does not come from the tab's page, and stays when that goes. */
  readonly ofItsOwn?: boolean;
  /** The document is one of the list the page holds, to which there is a way back. */
  readonly ofList?: boolean;
}

type Done = Extract<PanelState, { phase: 'done' }>;

type Work = (signal: AbortSignal, progress: (progress: Progress) => void) => Promise<PanelState>;

/** The check of what one tab shows, or of a file opened beside it: its state, and the ways into the document. */
export class TabCheck {
  state: PanelState = { phase: 'idle', pageChanged: false };
  readonly tabId: number;
  readonly #changed: () => void;
  #run: AbortController | null = null;
  #agent: PageAgent | null = null;
  #checkWhenLoaded = false;
  /** Address of the page the check began at; undefined where the browser does not tell. */
  #pageUrl: string | undefined;
  #ofItsOwn = false;
  /** What the tab finished loading while the check was running. */
  #loadedMeanwhile: { readonly url: string | undefined } | null = null;
  #filter: FigureStatus | null = null;
  /** The reader wants marks on the page. */
  #marks = true;
  #marksPort: { disconnect(): void } | null = null;
  /** What a library keeps of the document besides its report; null where it was not read here. */
  #keepable: Keepable | null = null;
  /** The documents the page holds; null where it is one itself. */
  #round: ListingRound | null = null;
  /** The tab shows the PDF itself, whose place its viewer can take. */
  #isPdfTab = false;

  constructor(tabId: number, changed: () => void) {
    this.tabId = tabId;
    this.#changed = changed;
  }

  /** sha256 of the checked document; null before there is one. */
  get document(): string | null {
    return this.state.phase === 'done' ? this.state.report.source.sha256 : null;
  }

  /** Whether there is a list to go back to. */
  get hasList(): boolean {
    return this.#round !== null && this.state.phase !== 'offer' && this.state.phase !== 'idle';
  }

  /** Checks what the tab shows. `asked` is false when nobody asked: then missing access is no failure. */
  start(asked: boolean): Promise<void> {
    return this.#do(async (signal, progress) => {
      progress({ step: 'opening' });
      try {
        return await this.#checkTab(signal, progress);
      } catch (error) {
        if (!asked && error instanceof CheckFailure && error.reason === 'no-access')
          return { phase: 'idle', pageChanged: false };
        throw error;
      }
    });
  }

  /** Checks the words and tables of the tab's page itself, whatever documents it holds. */
  startPage(): Promise<void> {
    return this.#do(
      async (signal, progress) => {
        progress({ step: 'opening' });
        const { url } = await browser.tabs.get(this.tabId);
        this.#pageUrl = url;
        this.#agent = await PageAgent.enter(this.tabId);
        return this.#checkPage(this.#agent, url, signal, progress);
      },
      { ofList: true },
    );
  }

  openFile(file: File): Promise<void> {
    return this.#do(
      async (signal, progress) => {
        progress({ step: 'opening' });
        const bytes = new Uint8Array(await file.arrayBuffer());
        return this.#checkBytes(bytes, { name: file.name, url: null }, signal, progress);
      },
      { name: file.name, ofItsOwn: true },
    );
  }

  /** Fetches and checks a document the page offers. Must be called straight from a click: it may have to ask for access. */
  openDocument(document: OfferedDocument): Promise<void> {
    const { url, name, type } = document;
    const outcome = this.#round?.outcomeOf(document);
    const checked = outcome?.state === 'checked' ? outcome.sha256 : null;
    if (type === 'page' && !checked) return this.#openPage(url);
    return this.#do(
      async (signal, progress) => {
        const known = checked && (await this.#checkedBefore(checked));
        if (known) return known;
        progress({ step: 'fetching' });
        // The click on the toolbar button gave access to the page's own site; any other must be asked for.
        if (!checked && !sameOrigin(url, this.#pageUrl)) await allowFetching(url);
        const { bytes } = await fetchFile(url, signal);
        return this.#checkBytes(bytes, { name, url }, signal, progress);
      },
      { name, ofList: true },
    );
  }

  /** The result of a document that the round has checked; null where it is no longer kept. */
  async #checkedBefore(sha256: string): Promise<PanelState | null> {
    const here = this.#round?.keptHere(sha256);
    if (here) {
      this.#keepable = here.keepable;
      return done(here.report, 'none');
    }
    const kept = await keptDocument(sha256);
    return kept && done(kept.report, 'viewer');
  }

  /** Checks the documents of the page one after the other. Must be called straight from a click, as above. */
  checkAll(): void {
    void this.#round?.start();
  }

  stopAll(): void {
    this.#round?.stop();
  }

  /** Leaves the document for the list it was taken from. */
  backToList(): void {
    const round = this.#round;
    if (!round) return;
    this.#giveUp();
    this.#set({ phase: 'offer', listing: round.listing });
  }

  /** The list as it stands by now, while it is in view. */
  #showList(): void {
    if (this.#round && this.state.phase === 'offer') this.#set({ phase: 'offer', listing: this.#round.listing });
  }

  /** Takes the tab to a page, to be checked when it is there. */
  async #openPage(url: string): Promise<void> {
    this.stop();
    this.#set({ phase: 'loading', progress: { step: 'opening' } });
    this.#checkWhenLoaded = true;
    await browser.tabs.update(this.tabId, { url });
  }

  /** Shows a document whose report is still kept, as when the panel is opened beside its viewer. */
  restore(sha256: string): Promise<void> {
    return this.#do(
      async () => {
        const kept = await keptDocument(sha256);
        return kept ? done(kept.report, 'viewer') : { phase: 'idle', pageChanged: false };
      },
      { ofItsOwn: true },
    );
  }

  async goTo(target: QuotedPlace, others: readonly QuotedPlace[]): Promise<ShowResult> {
    if (this.state.phase !== 'done') return 'missing';
    const { report, reach } = this.state;
    if (reach === 'viewer') {
      const places = [target, ...others].map(({ place }) => place);
      await this.#showInViewer(report, { target: places[0]!, others: places.slice(1) });
      return 'found';
    }
    try {
      return (await this.#agent?.show(target, others)) ?? 'missing';
    } catch {
      // The page has gone, and the agent with it.
      return 'missing';
    }
  }

  /** Shows the PDF with its marks: in place of the tab that shows it itself, or beside the page it was taken from. */
  async openViewer(): Promise<void> {
    if (this.state.phase === 'done' && this.state.reach === 'viewer') await this.#showInViewer(this.state.report, null);
  }

  async #showInViewer(report: Report, show: ViewerTarget | null): Promise<void> {
    const inPlaceOf = this.#isPdfTab ? this.tabId : null;
    // From here on the tab may go back to the PDF and on again: the result stays beside it.
    if (this.#isPdfTab) this.#ofItsOwn = true;
    await showInViewer(report.source.sha256, show, { filter: this.#filter, inPlaceOf });
  }

  async filter(status: FigureStatus | null): Promise<void> {
    this.#filter = status;
    if (this.state.phase !== 'done') return;
    const { report, reach } = this.state;
    if (reach === 'viewer') await filterInViewer(report.source.sha256, status);
    else await this.#drawMarks(this.state);
  }

  /** Marks the figures on the page, or leaves it without marks. */
  async mark(on: boolean): Promise<void> {
    this.#marks = on;
    if (this.state.phase === 'done') await this.#drawMarks(this.state);
  }

  async #drawMarks({ report, reach, dismissed }: Done): Promise<void> {
    if (reach !== 'page') return;
    const marks = this.#marks ? marksOf(withoutDismissed(report, dismissed)) : [];
    await this.#agent?.mark(marks, this.#filter);
  }

  /** Writes the result into a file. */
  async save(format: SaveFormat): Promise<void> {
    if (this.state.phase === 'done') await saveReport(this.state.report, this.state.dismissed, format);
  }

  /** Puts the document into the reader's library. */
  async keep(): Promise<KeepResult> {
    if (this.state.phase !== 'done') return 'failed';
    return keepInLibrary(this.state.report, this.#keepable);
  }

  /** Puts what was read here into the library where the reader wants everything there. */
  async #keepIfWanted(): Promise<void> {
    if (this.#keepable && (await librarySettings()).isAutomatic) await this.keep();
  }

  /** Tells now and at every change whether the document is in the library. */
  watchKept(tell: (isKept: boolean) => void): () => void {
    return watchKept(() => this.document, tell);
  }

  /** Sets a finding aside, or with null takes it back; the state follows what is kept. */
  async dismiss(finding: string, dismissal: Dismissal | null): Promise<void> {
    if (this.document) await keepDismissal(this.document, finding, dismissal);
  }

  /** Takes over what is set aside in its document by now. */
  async lookAtDismissals(): Promise<void> {
    const { document } = this;
    if (!document) return;
    const dismissed = await dismissalsOf(document);
    // Another check may have begun meanwhile.
    if (this.state.phase !== 'done' || this.document !== document) return;
    const state = { ...this.state, dismissed };
    this.#set(state);
    if (!this.#ofItsOwn) this.#tell(state);
    // The viewer looks after its own; the page may have gone.
    await this.#drawMarks(state).catch(() => {});
  }

  /** The tab has finished loading something: if it is no longer what is checked, neither check nor result belong to it any more. */
  async tabLoaded(url: string | undefined): Promise<void> {
    if (this.#checkWhenLoaded) {
      this.#checkWhenLoaded = false;
      return this.start(true);
    }
    if (this.state.phase === 'idle' || this.#ofItsOwn) return;
    // While the page is still being looked at, this may be its own late loading.
    if (this.state.phase === 'loading' && this.state.progress.step === 'opening') {
      this.#loadedMeanwhile = { url };
      return;
    }
    const run = this.#run;
    const stillThere = this.#agent ? await this.#agent.isAlive() : url !== undefined && url === this.#pageUrl;
    if (stillThere || this.#run !== run) return;
    this.stop();
    this.#set({ phase: 'idle', pageChanged: true });
  }

  /** Gives up all that is being done, and takes the marks off the page. */
  stop(): void {
    this.#round?.stop();
    this.#round = null;
    this.#giveUp();
  }

  /** Gives up the document, though not the list it was taken from. */
  #giveUp(): void {
    this.#run?.abort();
    this.#leavePage();
  }

  async #do(work: Work, { name = null, ofItsOwn = false, ofList = false }: WorkOptions = {}): Promise<void> {
    if (ofList) this.#giveUp();
    else this.stop();
    this.#filter = null;
    this.#keepable = null;
    this.#marks = true;
    this.#isPdfTab = false;
    this.#ofItsOwn = ofItsOwn;
    this.#loadedMeanwhile = null;
    const run = new AbortController();
    this.#run = run;
    const progress = (step: Progress) => {
      if (!run.signal.aborted) this.#set({ phase: 'loading', progress: step });
    };
    try {
      const state = await work(run.signal, progress);
      if (!run.signal.aborted) this.#set(state);
      if (!run.signal.aborted && state.phase === 'done') void this.#keepIfWanted();
    } catch (error) {
      if (run.signal.aborted) return;
      this.#set({ phase: 'failed', reason: failureReasonOf(error), name });
    }
    if (!run.signal.aborted) await this.#catchUp();
  }

  /** Looks after what the tab did while the check was running. */
  async #catchUp(): Promise<void> {
    const loaded = this.#loadedMeanwhile;
    this.#loadedMeanwhile = null;
    if (loaded) await this.tabLoaded(loaded.url);
  }

  async #checkTab(signal: AbortSignal, progress: (progress: Progress) => void): Promise<PanelState> {
    const { url } = await browser.tabs.get(this.tabId);
    this.#pageUrl = url;
    const inViewer = url ? documentInViewer(url) : null;
    const shown = inViewer && (await keptDocument(inViewer));
    if (shown) {
      this.#ofItsOwn = true;
      return done(shown.report, 'viewer');
    }
    let agent: PageAgent;
    try {
      agent = await PageAgent.enter(this.tabId);
    } catch (error) {
      // Some browsers let no script into their PDF viewer; the document itself can still be fetched.
      if (url && /^https?:.*\.pdf(?:[?#]|$)/i.test(url)) return this.#checkPdfTab(url, signal, progress);
      throw error;
    }
    const page = await agent.look();
    if (url && page.contentType === 'application/pdf') return this.#checkPdfTab(url, signal, progress);
    this.#agent = agent;
    const [framed] = page.documents;
    if (page.kind === 'framed-pdf' && framed && sameOrigin(framed.url, url))
      return this.#checkAddress(framed.url, signal, progress);
    if (page.documents.length === 0) return this.#checkPage(agent, url, signal, progress);
    const round = new ListingRound(page.documents, url, () => this.#showList());
    this.#round = round;
    const offer: PanelState = { phase: 'offer', listing: round.listing };
    if (page.kind !== 'disclosure-page') return offer;
    const state = await this.#checkPage(agent, url, signal, progress);
    return state.phase === 'empty' ? offer : state;
  }

  async #checkPage(
    agent: PageAgent,
    url: string | undefined,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<PanelState> {
    const { reading, html } = await agent.read();
    if (!reading) return { phase: 'empty' };
    const origin = { name: reading.title || url || '', url: url ?? null };
    const document = { kind: 'reading', reading } as const;
    const bytes = new TextEncoder().encode(html);
    const { report, packed } = await checkDocument(document, bytes, origin, signal, progress);
    signal.throwIfAborted();
    if (isEmptyReport(report)) return { phase: 'empty' };
    this.#keepable = { packed, original: bytes };
    this.#marksPort = agent.connect();
    const state = await done(report, 'page');
    await this.#drawMarks(state);
    this.#tell(state);
    return state;
  }

  async #checkPdfTab(url: string, signal: AbortSignal, progress: (progress: Progress) => void): Promise<PanelState> {
    this.#isPdfTab = true;
    return this.#checkAddress(url, signal, progress);
  }

  async #checkAddress(url: string, signal: AbortSignal, progress: (progress: Progress) => void): Promise<PanelState> {
    progress({ step: 'fetching' });
    const { bytes, name } = await fetchFile(url, signal);
    const state = await this.#checkBytes(bytes, { name, url }, signal, progress);
    if (state.phase === 'done') this.#tell(state);
    return state;
  }

  async #checkBytes(
    bytes: Uint8Array<ArrayBuffer>,
    origin: Origin,
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ): Promise<PanelState> {
    const document = documentIn(bytes);
    const { report, packed, isShowable } = await checkDocument(document, bytes, origin, signal, progress);
    if (isEmptyReport(report)) return { phase: 'empty' };
    this.#keepable = { packed, original: bytes };
    return done(report, isShowable ? 'viewer' : 'none');
  }

  #tell({ report, dismissed }: Done): void {
    const conflicts = report.findings.filter(({ id, severity }) => severity === 'error' && !dismissed[id]).length;
    const news: TabNews = { type: 'tab/checked', tabId: this.tabId, conflicts };
    void browser.runtime.sendMessage(news).catch(() => {});
  }

  #leavePage(): void {
    this.#marksPort?.disconnect();
    this.#marksPort = null;
    this.#agent = null;
  }

  #set(state: PanelState): void {
    this.state = state;
    this.#changed();
  }
}

async function done(report: Report, reach: Reach): Promise<Done> {
  return { phase: 'done', report, reach, dismissed: await dismissalsOf(report.source.sha256) };
}

function sameOrigin(url: string, other: string | undefined): boolean {
  return new URL(url).origin === (other && new URL(other).origin);
}
