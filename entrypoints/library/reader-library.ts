import { Archive } from '../../lib/archive/archive.ts';

/** The library of this browser's reader. */
export const readerLibrary = new Archive();
