/**
 * `full`: there is no room, and nothing of what was to be saved is there. `newer`: a newer version of the extension has
 * written the library. `unavailable`: the browser gives no storage, as in some private windows. `failed`: anything else.
 */
export type ArchiveFailure = 'full' | 'newer' | 'unavailable' | 'failed';

/** The library could not be read or written; what was in it before is still there. */
export class ArchiveError extends Error {
  readonly reason: ArchiveFailure;

  constructor(reason: ArchiveFailure, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'ArchiveError';
    this.reason = reason;
  }
}

/** Does it, and tells in one error what browsers tell in several. */
export async function orArchiveError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError(reasonOf(error), { cause: error });
  }
}

function reasonOf(error: unknown): ArchiveFailure {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    case 'SecurityError':
    case 'InvalidStateError':
      return 'unavailable';
    default:
      return 'failed';
  }
}
