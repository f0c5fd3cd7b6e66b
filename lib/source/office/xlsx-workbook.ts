import type { OfficePackage } from './package.ts';
import { LONGEST_SHEET_NAME, type Sheet, WorkbookMeasure } from './sheet.ts';
import { readSharedStrings, readXlsxSheet } from './xlsx-sheet.ts';
import { readStyles } from './xlsx-styles.ts';
import { elementOf, elementsOf, isTrue, type XmlElement } from './xml.ts';

/** The sheets of a newer workbook that are shown, in their order. `root` is its main part. Throws OfficeError. */
export function readXlsx(file: OfficePackage, main: string, root: XmlElement): Sheet[] {
  const relations = file.relationsOf(main);
  const partOf = (type: string) => {
    const part = [...relations.values()].find(relation => relation.type === type)?.part;
    return part === undefined ? null : file.text(part);
  };
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  const parts = {
    strings: strings === null ? [] : readSharedStrings(strings),
    styles: styles === null ? [] : readStyles(styles),
    measure: new WorkbookMeasure(),
    date1904: isTrue(elementOf(root, 'workbookPr')?.attributes.get('date1904')),
  };
  return elementsOf(elementOf(root, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    if ((attributes.get('state') ?? 'visible') !== 'visible') return [];
    const relation = relations.get(attributes.get('id') ?? '');
    const xml = relation?.type === 'worksheet' ? file.text(relation.part) : null;
    return xml === null ? [] : [readXlsxSheet(xml, (attributes.get('name') ?? '').slice(0, LONGEST_SHEET_NAME), parts)];
  });
}
