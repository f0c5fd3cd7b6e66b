/** How a program prints a disclosure's tables: everything that differs while the cells stay the same. */
export interface PrintStyle {
  readonly name: string;
  /**
   * `grid`: a stroke a cell side; `open`: no outer side borders; `boxes`: a stroked rectangle a cell; `areas`: thin filled
   * areas; `double`, `dotted`: so drawn; `rows`: below each row only; `head`: above and below the head and at the end only.
   */
  readonly rules: 'grid' | 'open' | 'boxes' | 'areas' | 'double' | 'dotted' | 'rows' | 'head' | 'none';
  /** Words at the left and figures at the right, headings in the middle; or everything in the middle, or headings at the left too. */
  readonly align: 'usual' | 'centre' | 'left-head';
  readonly size: number;
  /** Between a cell's border and its words, and above and below them. */
  readonly padding: readonly [number, number];
  /** From line to line, in heights of the type. */
  readonly leading: number;
  /** Quarter turns of the page: stored turned, or its content painted turned. */
  readonly turn: 'none' | 'rotate-90' | 'rotate-270' | 'painted';
  readonly landscape: boolean;
  readonly repeatHead: boolean;
  /** Each cell's words under a clip of their own. */
  readonly clips: boolean;
  readonly shading: boolean;
  readonly digits: 'plain' | 'spaced' | 'full-width';
  /** A round stamp over the table's lower right corner. */
  readonly stamp: boolean;
}

const USUAL: Omit<PrintStyle, 'name'> = {
  rules: 'grid',
  align: 'usual',
  size: 9,
  padding: [4, 3],
  leading: 1.3,
  turn: 'none',
  landscape: false,
  repeatHead: false,
  clips: false,
  shading: false,
  digits: 'plain',
  stamp: false,
};

const DIFFERING: Record<string, Partial<PrintStyle>> = {
  grid: {},
  'grid, clipped cells, heads repeated': { clips: true, repeatHead: true },
  'grid, small type': { size: 6, padding: [2, 1] },
  'grid, large type': { size: 12, padding: [5.4, 2], landscape: true },
  'grid over shading, with a stamp': { shading: true, stamp: true },
  'grid, spaced digits': { digits: 'spaced' },
  'grid, full-width digits': { digits: 'full-width', landscape: true },
  'grid, page turned by 90°': { turn: 'rotate-90', landscape: true },
  'grid, page turned by 270°': { turn: 'rotate-270', landscape: true },
  'grid, painted sideways': { turn: 'painted', landscape: true },
  'open sides': { rules: 'open' },
  'a rectangle a cell': { rules: 'boxes' },
  'thin areas': { rules: 'areas' },
  'double lines': { rules: 'double', padding: [5, 4] },
  'dotted lines': { rules: 'dotted' },
  'rules between rows': { rules: 'rows', landscape: true },
  'rules between rows, heads repeated': { rules: 'rows', repeatHead: true },
  'rules between rows, all in the middle': { rules: 'rows', align: 'centre', landscape: true },
  'rules between rows, heads at the left': { rules: 'rows', align: 'left-head', landscape: true },
  'three lines': { rules: 'head', landscape: true },
  'three lines, all in the middle': { rules: 'head', align: 'centre', landscape: true },
  'no rules': { rules: 'none', landscape: true },
  'no rules, wide rows': { rules: 'none', landscape: true, padding: [6, 9] },
  'no rules, all in the middle': { rules: 'none', align: 'centre', landscape: true },
};

export const PRINT_STYLES: readonly PrintStyle[] = Object.entries(DIFFERING).map(([name, differing]) => ({
  name,
  ...USUAL,
  ...differing,
}));
