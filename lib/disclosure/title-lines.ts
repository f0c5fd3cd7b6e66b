import type { AnchoredText } from '../anchors/anchor.ts';
import { type DisclosureTitle, readTitle } from '../detect/disclosure-title.ts';
import type { Reading } from '../reading/reading.ts';
import type { CaptionedTable } from './captions.ts';
import { foldLabel } from './label.ts';

/** A line in which a document titles itself, one of its parts or forms, and what it says of whose and of which year these are. */
export interface TitleLine {
  readonly text: AnchoredText;
  readonly says: DisclosureTitle;
  readonly of: 'cover' | 'part' | 'section' | 'form';
}

const LONGEST_LINE = 60;
/** A page has links to other years' documents beside its own titles: there only headings are the page's. */
const COVER_LINES = 12;
const PART = /^第[一二三四五六七八九十]+部分/;
/** A part that was printed without its number: `某市档案馆2031年度部门决算表`. */
const BARE_PART = /.{4,}20\d{2}年度?(?:部门|单位)[决预]算(?:公开)?(?:报表|表|情况说明)$/;
const SECTION = /^[一二三四五六七八九十]+、/;

export function titleLines({ blocks, mediaType }: Reading, tables: readonly CaptionedTable[]): TitleLine[] {
  const lines: TitleLine[] = [];
  blocks.forEach((block, i) => {
    if (block.kind !== 'paragraph' || block.content.text.length > LONGEST_LINE) return;
    const folded = foldLabel(block.content.text);
    // Its number may have been printed in a line of its own.
    const before = foldLabel(wordsAt(i - 1));
    const isPart =
      PART.test(folded) || BARE_PART.test(folded) || (PART.test(before) && before.replace(PART, '') === '');
    if (isPart) add(block.content, 'part');
    else if (SECTION.test(folded)) add(block.content, 'section');
    else if (i < COVER_LINES && (mediaType !== 'text/html' || (block.headingLevel ?? 9) <= 2))
      add(block.content, 'cover');
  });
  for (const { titleText } of tables) if (titleText) add(titleText, 'form');
  return lines;

  function wordsAt(i: number): string {
    const block = blocks[i];
    return block?.kind === 'paragraph' ? block.content.text : '';
  }

  function add(text: AnchoredText, of: TitleLine['of']): void {
    const says = readTitle(text.text);
    if (says) lines.push({ text, says, of });
  }
}
