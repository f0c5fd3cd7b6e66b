import type { Draft } from './draft.ts';
import { foldText } from './folded-text.ts';

/**
 * Governments' books tell of the whole region and of each level's own money in the same words: 全州…,州本级…. What is said in one
 * paragraph is of the level it named last; where headings tell of several, what stands under one is of that. The level is whose the
 * money is: it becomes the subject's owner.
 */
export function giveLevels(drafts: readonly Draft[]): void {
  const underSeveral = new Set(drafts.map(levelOfHeadings).filter(level => level !== null)).size > 1;
  let paragraph = '';
  let inForce: string | null = null;
  for (const draft of drafts) {
    const { subject } = draft;
    // A breakdown is told after what follows its whole.
    if (draft.kind === 'breakdown') continue;
    if (draft.paragraph !== paragraph) inForce = underSeveral ? levelOfHeadings(draft) : null;
    paragraph = draft.paragraph;
    // 省级补助收入 comes from a level, it is not that level's.
    if (subject.quantity !== null && subject.owner !== '') inForce = levelIn(subject.owner) ?? inForce;
    else if (inForce !== null && subject.owner === '') draft.subject = { ...subject, owner: inForce };
  }
}

function levelOfHeadings({ within: { path } }: Draft): string | null {
  return path.map(heading => levelIn(foldText(heading).text)).findLast(level => level !== null) ?? null;
}

const LEVEL =
  /全(?:国|省|自治区|市|州|区|县|旗|盟|镇|乡|街道)|(?:省|自治区|市|州|区|县|旗|盟|镇|乡|街道)本级|(?<![中上下])地方|(?:经济技术|高新技术(?:产业)?|经济)?开发区|经开区|高新区|示范区|新区/;

function levelIn(words: string): string | null {
  return LEVEL.exec(words)?.[0] ?? null;
}
