import type { FailureReason } from '../../lib/ui/panel-state.ts';

/** A check that could not be done, with the reason the panel puts into words. */
export class CheckFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'CheckFailure';
    this.reason = reason;
  }
}
