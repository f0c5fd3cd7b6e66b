/** A text in which a title is looked for to its end; of longer ones the beginning. */
const LONGEST = 1_000;

/** The parts of a page's title or of a line: the article's own title, the column, the site. */
export function titleParts(text: string): string[] {
  return text
    .slice(0, LONGEST)
    .split(/[_|｜\t\n]|\s+[-–—]+\s+|[-–—]+(?=\p{Script=Han}{2})/u)
    .map(part => part.trim())
    .filter(part => part !== '');
}
