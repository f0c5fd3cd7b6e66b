import { UnreadableError } from '../../lib/reading/reading.ts';
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

/** Why it failed, in the panel's terms; what nobody foresaw is noted for whoever looks into it. */
export function failureReasonOf(error: unknown): FailureReason {
  if (error instanceof CheckFailure || error instanceof UnreadableError) return error.reason;
  console.error(error);
  return 'internal';
}
