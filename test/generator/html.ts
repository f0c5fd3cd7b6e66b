import { type Block, type Cell, type Draft, textOf } from './draft.ts';

const STYLE = `
body { font: 16px/1.8 "Noto Serif CJK SC", SimSun, serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222; }
h1, h2, p.title { text-align: center; }
p.title { font-size: 1.2em; font-weight: bold; break-before: page; margin: 1.5em 0 0; }
p { text-indent: 2em; }
p.title, p.unit, td p { text-indent: 0; }
p.unit { text-align: right; margin: 0; font-size: 0.85em; }
table { border-collapse: collapse; width: 100%; font-size: 0.75em; line-height: 1.4; }
td, th { border: 1px solid #444; padding: 1px 4px; font-weight: normal; }
tr { height: 1.6em; }
td.num { text-align: right; font-variant-numeric: tabular-nums; }
thead { display: table-row-group; }
@page { size: A4; margin: 14mm; }
@media print { h1, h2, h3, h4, p.title { font-weight: normal; } }
`;

/** The draft as an HTML page; amounts and words exactly as in its slots. */
export function toHtml(draft: Draft, title: string): string {
  const body = draft.blocks.map(block => blockHtml(block, draft.layout.markup)).join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function blockHtml(block: Block, markup: 'semantic' | 'flat'): string {
  if (block.kind === 'table') return tableHtml(block, markup);
  const text = escaped(textOf(block.pieces!));
  if (markup === 'flat') {
    const strong = block.kind === 'heading' || block.kind === 'title';
    const align = block.kind === 'unit' ? 'right' : strong && block.level !== 4 ? 'center' : 'left';
    return `<p style="text-align: ${align}; text-indent: 0"><span>${strong ? `<strong>${text}</strong>` : text}</span></p>`;
  }
  if (block.kind === 'heading') return `<h${block.level}>${text}</h${block.level}>`;
  return block.kind === 'paragraph' ? `<p>${text}</p>` : `<p class="${block.kind}">${text}</p>`;
}

function tableHtml(block: Block, markup: 'semantic' | 'flat'): string {
  const rows = block.rows!.map(row => `<tr>${row.map(cell => cellHtml(cell, markup)).join('')}</tr>`);
  if (markup === 'flat') return `<table><tbody>\n${rows.join('\n')}\n</tbody></table>`;
  const head = rows.slice(0, block.head).join('\n');
  return `<table>\n<thead>\n${head}\n</thead>\n<tbody>\n${rows.slice(block.head).join('\n')}\n</tbody>\n</table>`;
}

function cellHtml(cell: Cell, markup: 'semantic' | 'flat'): string {
  const figure = typeof cell.piece !== 'string';
  const text = escaped(typeof cell.piece === 'string' ? cell.piece : cell.piece.text);
  const spans = `${(cell.colSpan ?? 1) > 1 ? ` colspan="${cell.colSpan}"` : ''}${(cell.rowSpan ?? 1) > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`;
  if (markup === 'flat')
    return `<td${spans}><p style="text-align: ${figure ? 'right' : 'left'}"><span>${text || '&nbsp;'}</span></p></td>`;
  const tag = cell.header ? 'th' : 'td';
  return `<${tag}${spans}${figure ? ' class="num"' : ''}>${text}</${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
