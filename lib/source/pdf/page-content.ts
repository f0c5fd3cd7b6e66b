import type { Box } from '../../anchors/anchor.ts';

/** One painted character (or ligature). Boxes are in points, origin top left, y downwards, in the space the page is read in. */
export interface Glyph {
  /** Folded text, one or more UTF-16 units; a blank is a single space. */
  readonly text: string;
  readonly blank: boolean;
  /** Advance box: along the line from origin to origin, across it the height of the type. */
  readonly box: Box;
  /** Height of the type. */
  readonly size: number;
  /** Position in the order of painting. */
  readonly order: number;
  /** The clip it was painted under; null where that is the whole page. Glyphs painted under one clip share the object. */
  readonly clip: Box | null;
  /** Outside of its clip, so that nobody sees it: the end of a text that is too long for its cell. */
  readonly hidden: boolean;
}

/** A drawn line: horizontal at y = `at` from x = `from` to `to`, or vertical at x = `at` from y = `from` to `to`. */
export interface Ruling {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** How the space a page is read in lies on the page as displayed: by how many quarter turns its text is turned clockwise there. */
export type Turn = 0 | 1 | 2 | 3;

/** Which page it is, and how its reading space lies on it. */
export interface PageFrame {
  /** 1-based. */
  readonly number: number;
  /** Size in reading space. */
  readonly width: number;
  readonly height: number;
  readonly turn: Turn;
}

/** A page taken apart. All boxes are in reading space, in which the text runs from left to right. */
export interface PageContent extends PageFrame {
  /** Those that are seen, or would be outside of their clips. */
  readonly glyphs: readonly Glyph[];
  /** Those that nobody sees: without ink, white on white, on a layer that is switched off, painted over, struck out. */
  readonly unseen: readonly Glyph[];
  /** Digits that cannot be told from their codes. */
  readonly ambiguous: readonly string[];
  readonly rulings: readonly Ruling[];
  /** Share of the page that its largest image covers; 0 without images. */
  readonly imageShare: number;
  /** Non-blank characters found here, and those the text layer holds (the same where nothing gave reason to ask it). */
  readonly charsRead: number;
  readonly charsExpected: number;
  /** Whether all that is painted has a place; on a damaged page some of it may not. */
  readonly isPlaced: boolean;
}

/** The page's frame alone: what is kept of a page that has been read. */
export function frameOf({ number, width, height, turn }: PageContent): PageFrame {
  return { number, width, height, turn };
}

/** A box of reading space as it lies on the displayed page. */
export function displayedBox(page: Omit<PageFrame, 'number'>, box: Box): Box {
  const [left, top, right, bottom] = box;
  switch (page.turn) {
    case 0:
      return box;
    case 1:
      return [page.height - bottom, left, page.height - top, right];
    case 2:
      return [page.width - right, page.height - bottom, page.width - left, page.height - top];
    case 3:
      return [top, page.width - right, bottom, page.width - left];
  }
}
