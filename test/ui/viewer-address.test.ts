import { describe, expect, it } from 'vitest';
import { readViewerAddress, viewerAddress } from '../../entrypoints/viewer/address.ts';
import type { ViewerTarget } from '../../lib/ui/messages.ts';

const PAGE = 'chrome-extension://abc/viewer.html';
const show: ViewerTarget = { target: { page: 3, boxes: [[1.5, 2, 3, 4]] }, others: [{ page: 4, boxes: [] }] };

describe('the address of the viewer', () => {
  it('keeps which document it is, and where to begin', () => {
    const address = { document: 'ab12', show, filter: 'unchecked' as const };
    expect(readViewerAddress(PAGE + viewerAddress(address))).toEqual(address);
  });

  it('does without a place', () => {
    expect(readViewerAddress(PAGE + viewerAddress({ document: 'ab12', show: null, filter: null }))).toEqual({
      document: 'ab12',
      show: null,
      filter: null,
    });
  });

  it('leaves out what makes no sense', () => {
    expect(readViewerAddress(`${PAGE}?document=ab12#%7B%22target%22%3A1%7D`)).toEqual({
      document: 'ab12',
      show: null,
      filter: null,
    });
    expect(readViewerAddress(`${PAGE}?document=ab12#%E0%A4%A`)).toEqual({ document: 'ab12', show: null, filter: null });
    expect(readViewerAddress(PAGE)).toBeNull();
  });
});
