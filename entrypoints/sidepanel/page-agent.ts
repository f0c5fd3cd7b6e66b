import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { FigureStatus } from '../../lib/report/report.ts';
import { type Mark, mappedStatuses, markedStatuses } from '../../lib/ui/marks.ts';
import {
  type AgentRequest,
  lookReplySchema,
  MARKS_PORT,
  type QuotedPlace,
  readReplySchema,
  type ShowResult,
  showReplySchema,
} from '../../lib/ui/messages.ts';
import { CheckFailure } from './check-failure.ts';

/** A page that can answer does so at once, in ms. */
const PATIENCE = 4000;

/** Asks again, once, where no answer comes: of a tab that is only just there, browsers may never tell that they lost the question. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  const late = new Promise<null>(resolve => setTimeout(resolve, PATIENCE, null));
  const first = ask().then(answer => ({ answer }));
  const answer =
    (await Promise.race([first, late])) ?? (await Promise.race([first, ask().then(again => ({ answer: again }))]));
  return answer.answer;
}

/** The panel's hand in a tab's page. */
export class PageAgent {
  readonly #tabId: number;

  private constructor(tabId: number) {
    this.#tabId = tabId;
  }

  /** Puts the agent into the tab's page. Throws CheckFailure `no-access` where the browser does not let it in. */
  static async enter(tabId: number): Promise<PageAgent> {
    try {
      await answered(() =>
        browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/page-agent.js'] }),
      );
    } catch (error) {
      throw new CheckFailure('no-access', { cause: error });
    }
    return new PageAgent(tabId);
  }

  look() {
    return answered(() => this.#ask({ type: 'agent/look' }, lookReplySchema));
  }

  read() {
    return this.#ask({ type: 'agent/read' }, readReplySchema);
  }

  /** Marks those places on the page that the filter asks for, for as long as the connection is open. */
  async mark(marks: readonly Mark[], filter: FigureStatus | null): Promise<void> {
    const statuses = markedStatuses(filter);
    const wanted = marks.filter(({ status }) => statuses.includes(status));
    const sent = wanted.map(({ status, place, isClause = false, words }) => ({
      status,
      place,
      isClause,
      words: [...words],
    }));
    await this.#ask({ type: 'agent/mark', marks: sent, mapped: [...mappedStatuses(filter)] }, z.unknown());
  }

  /** Opens the connection whose end takes the marks away. */
  connect() {
    return browser.tabs.connect(this.#tabId, { name: MARKS_PORT, frameId: 0 });
  }

  /** Whether the page it was put into is still there. */
  isAlive(): Promise<boolean> {
    return this.look().then(
      () => true,
      () => false,
    );
  }

  /** Goes to a place; its companions are tinted. */
  async show(target: QuotedPlace, others: readonly QuotedPlace[]): Promise<ShowResult> {
    const reply = await this.#ask({ type: 'agent/show', target, others: [...others] }, showReplySchema);
    return reply.state;
  }

  async #ask<T>(request: AgentRequest, reply: z.ZodType<T>): Promise<T> {
    return reply.parse(await browser.tabs.sendMessage(this.#tabId, request, { frameId: 0 }));
  }
}
