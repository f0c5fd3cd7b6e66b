import { builtInFormat } from './number-format.ts';
import type { CellStyle } from './sheet.ts';
import { elementOf, elementsOf, parseXml, type XmlElement } from './xml.ts';

/** The styles that the cells of a workbook name by number. */
export function readStyles(xml: string): CellStyle[] {
  const root = parseXml(xml);
  const formats = new Map(
    elementsOf(elementOf(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes.get('numFmtId'),
      attributes.get('formatCode') ?? 'General',
    ]),
  );
  const ruled = elementsOf(elementOf(root, 'borders'), 'border').map(isRuled);
  return elementsOf(elementOf(root, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = attributes.get('numFmtId') ?? '0';
    return {
      format: formats.get(id) ?? builtInFormat(Number(id)),
      ruled: ruled[Number(attributes.get('borderId') ?? -1)] ?? false,
    };
  });
}

/** Sides were once named left and right, later start and end. */
function isRuled(border: XmlElement): boolean {
  return elementsOf(border).some(
    ({ name, attributes }) => /^(?:left|right|start|end)$/.test(name) && (attributes.get('style') ?? 'none') !== 'none',
  );
}
