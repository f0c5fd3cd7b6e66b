import { TabCheck } from './tab-check.ts';
import type { TabInView } from './tab-in-view.ts';

/** The checks of all tabs the panel has stood beside; each lasts as long as the panel is open and its tab too. */
export class TabChecks {
  readonly #checks = new Map<number, TabCheck>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The tab's check; a tab of our viewer shares the check its document came from. */
  of(tab: TabInView): TabCheck | null {
    const shared = [...this.#checks.values()].find(check => tab.document !== null && check.document === tab.document);
    return shared ?? this.#checks.get(tab.id) ?? null;
  }

  /** The panel now stands beside this tab. The first one is checked right away: the panel was opened for it. */
  enter(tab: TabInView): void {
    if (this.of(tab)) return;
    const first = this.#checks.size === 0;
    const check = this.#add(tab.id);
    if (tab.document) void check.restore(tab.document);
    else if (first) void check.start(false);
  }

  /** The toolbar button was clicked on a tab. */
  startAgain(tabId: number): void {
    const check = this.#checks.get(tabId) ?? this.#add(tabId);
    if (check.state.phase !== 'loading') void check.start(true);
  }

  loaded(tabId: number, url: string | undefined): void {
    void this.#checks.get(tabId)?.tabLoaded(url);
  }

  /** Something was set aside in a document, or taken back. */
  dismissalsChanged(sha256: string): void {
    for (const check of this.#checks.values()) if (check.document === sha256) void check.lookAtDismissals();
  }

  forget(tabId: number): void {
    this.#checks.get(tabId)?.stop();
    this.#checks.delete(tabId);
  }

  #add(tabId: number): TabCheck {
    const check = new TabCheck(tabId, this.#changed);
    this.#checks.set(tabId, check);
    this.#changed();
    return check;
  }
}
