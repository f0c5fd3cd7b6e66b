const FRAME = /^\s+at .*?((?:file:|node:|\/|[A-Z]:\\).*)$/m;

/** Whether an error was thrown within pdf.js: by the innermost call that stands in a file. */
export function isOfPdfJs(error: unknown): boolean {
  const frame = error instanceof Error && FRAME.exec(error.stack ?? '')?.[1];
  return typeof frame === 'string' && /[/\\]pdfjs-dist[/\\]/.test(frame);
}

/**
 * pdf.js leaves some failures over damaged files unattended; those that matter reach the reading of the page as well. Any other
 * one is a mistake of this program and ends it.
 */
export function passOverPdfJs(): void {
  process.on('unhandledRejection', error => {
    if (!isOfPdfJs(error)) throw error;
  });
}
