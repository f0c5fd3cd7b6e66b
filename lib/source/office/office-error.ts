export type OfficeFailure = 'not-a-document' | 'encrypted' | 'damaged' | 'too-large' | 'legacy-office';

/** A spreadsheet or text file that cannot be read. */
export class OfficeError extends Error {
  readonly failure: OfficeFailure;

  constructor(failure: OfficeFailure, options?: ErrorOptions) {
    super(failure, options);
    this.name = 'OfficeError';
    this.failure = failure;
  }
}
