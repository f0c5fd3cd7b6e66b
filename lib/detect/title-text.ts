/**
 * A title as it is compared: no white space, full-width letters and digits as ordinary ones, one kind of bracket and quotation
 * mark; a year in Chinese numerals in digits. Without the dots and page number that follow it in a table of contents.
 */
export function foldTitle(text: string): string {
  return text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2f00-\u2fdf\uf900-\ufaff]/g, char => char.normalize('NFKC'))
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/[(〔［【[]/g, '（')
    .replace(/[)〕］】\]]/g, '）')
    .replace(/["“”„‟'‘’「」『』]/g, '"')
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, year =>
      [...year].map(char => ('○零'.includes(char) ? 0 : CHINESE_DIGITS.indexOf(char))).join(''),
    )
    .replace(/(?:[.．…·]{3,}|-{3,}|_{3,})\d*$/, '');
}

const CHINESE_DIGITS = '〇一二三四五六七八九';
