import { expect, it } from 'vitest';
import { isOfPdfJs } from '../../lib/cli/unattended.ts';

const errorAt = (...frames: string[]) =>
  Object.assign(new Error('no such thing'), { stack: ['Error: no such thing', ...frames].join('\n    at ') });

it('tells what pdf.js leaves behind from a mistake of our own', () => {
  const pdfJs = 'XRef.fetch (file:///app/node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs:17:1)';
  const own = 'walkPage (file:///app/lib/source/pdf/walk.ts:5:3)';
  expect(isOfPdfJs(errorAt(pdfJs))).toBe(true);
  expect(isOfPdfJs(errorAt('new Uint8Array (<anonymous>)', pdfJs, own))).toBe(true);
  expect(isOfPdfJs(errorAt(own, pdfJs))).toBe(false);
  expect(isOfPdfJs(errorAt('Array.map (<anonymous>)', own, pdfJs))).toBe(false);
  expect(isOfPdfJs(new Error('of this test'))).toBe(false);
  expect(isOfPdfJs('a word')).toBe(false);
});
