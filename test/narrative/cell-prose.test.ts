import { describe, expect, it } from 'vitest';
import { proseOf } from '../../lib/narrative/cell-prose.ts';
import { readNarrative } from '../../lib/narrative/claims.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import type { Table } from '../../lib/tables/table.ts';
import { brief } from './claims-of.ts';

function proseIn(...lines: string[]) {
  const { blocks } = readPlain(lines.join('\n'));
  return blocks.filter((block): block is Table => block.kind === 'table').flatMap(table => proseOf(table, '项目表'));
}

describe('sentences inside of tables', () => {
  it('are claims of their own, under the title of the table', () => {
    const cells = proseIn(
      '项目名称 | 馆藏数字化',
      '前两年预算 | 2030年预算安排80.00万元，2031年预算安排90.00万元，比2030年增加10.00万元。',
    );
    const { claims } = readNarrative([], { year: 2031, kind: 'budget' }, cells);
    expect(claims.map(claim => claim.section)).toEqual(claims.map(() => '项目表'));
    expect(claims.map(brief).at(-1)).toBe('change amount=90.00* prior=80.00* change=10.00 up');
  });

  it('are none where a cell holds a name, a number, or counts no money', () => {
    expect(proseIn('项目名称 | 金额', '档案数字化加工 | 80.00', '数量指标 | 加工档案2000卷，验收合格率98%。')).toEqual(
      [],
    );
  });
});
