/** Writes small PDFs for tests: pages of drawing instructions, in points from the lower left corner as PDF has it. */
export interface TestPage {
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly content: string;
}

/** Bytes of a PDF with these pages. Font F1 takes text as UTF-16 code units; ASCII is half as wide as an ideograph. */
export function pdfOf(pages: readonly TestPage[], title = ''): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -140 1000 860] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 800 /StemV 80 >>',
    `<< /Title (${title}) >>`,
  ];
  for (const [i, { width = 600, height = 800, rotate = 0, content }] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  const entries = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(file, char => char.charCodeAt(0));
}

/** A line of text with its baseline at y. */
export function text(x: number, y: number, words: string, size = 10): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown(words)} ET\n`;
}

/** The instruction that shows these words. */
export function shown(words: string): string {
  const hex = Array.from({ length: words.length }, (_, i) => words.charCodeAt(i).toString(16).padStart(4, '0'));
  return `<${hex.join('')}> Tj`;
}

export function stroke(x0: number, y0: number, x1: number, y1: number): string {
  return `0.5 w ${x0} ${y0} m ${x1} ${y1} l S\n`;
}

export function fill(x: number, y: number, width: number, height: number, gray = 0): string {
  return `q ${gray} g ${x} ${y} ${width} ${height} re f Q\n`;
}

/** Instructions painted inside a clipping rectangle. */
export function clipped(x: number, y: number, width: number, height: number, content: string): string {
  return `q ${x} ${y} ${width} ${height} re W n ${content} Q\n`;
}

/** A ruled table: every cell side stroked, words set near the left border. Null joins a slot to the cell on its left. */
export function ruledTable(
  xs: readonly number[],
  top: number,
  rowHeight: number,
  rows: readonly (readonly (string | null)[])[],
): string {
  let content = '';
  rows.forEach((row, r) => {
    const y = top - r * rowHeight;
    content += stroke(xs[0]!, y, xs.at(-1)!, y) + stroke(xs[0]!, y - rowHeight, xs.at(-1)!, y - rowHeight);
    content += stroke(xs.at(-1)!, y, xs.at(-1)!, y - rowHeight);
    row.forEach((words, c) => {
      if (words === null) return;
      content += stroke(xs[c]!, y, xs[c]!, y - rowHeight);
      if (words) content += text(xs[c]! + 3, y - rowHeight + 5, words);
    });
  });
  return content;
}
