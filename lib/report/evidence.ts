import { type Passage, placeOf, wordsOf } from '../anchors/anchor.ts';
import { type Figure, placeOfFigure } from '../statements/figure.ts';
import type { Evidence } from './report.ts';

export function figureEvidence(figure: Figure, role: Evidence['role']): Evidence {
  const { table, row, column, quote, section } = figure.label;
  return {
    role,
    quote,
    printed: figure.printed,
    table,
    row,
    column,
    section,
    source: null,
    where: placeOfFigure(figure),
  };
}

export function passageEvidence(passage: Passage, role: Evidence['role']): Evidence {
  return {
    role,
    quote: wordsOf(passage),
    printed: null,
    table: null,
    row: null,
    column: null,
    section: passage.section,
    source: null,
    where: placeOf(passage.source, passage.start, passage.end),
  };
}

export function evidenceOf(item: Passage | Figure, role: Evidence['role']): Evidence {
  return 'amount' in item ? figureEvidence(item, role) : passageEvidence(item, role);
}
