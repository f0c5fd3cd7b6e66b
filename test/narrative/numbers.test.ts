import { describe, expect, it } from 'vitest';
import { foldText, printedRange } from '../../lib/narrative/folded-text.ts';
import { readNumbers } from '../../lib/narrative/numbers.ts';

/** `value unit` of every number found in a printed text. */
function found(printed: string): string[] {
  return readNumbers(foldText(printed).text).map(
    ({ amount, unit }) => `${amount.value.toFixed(amount.decimals)} ${unit}`,
  );
}

describe('numbers of running text', () => {
  it('reads money, percentages, scores and counts with their units', () => {
    expect(found('支出1,204.50万元，占12.5％，得分98.6分，车辆3辆，接待20批次、310人次')).toEqual([
      '1204.50 万元',
      '12.5 %',
      '98.6 分',
      '3 count',
      '20 count',
      '310 count',
    ]);
  });

  it('reads full-width digits, gaps after separators and a minus', () => {
    expect(found('１，２０４．５０万元')).toEqual(['1204.50 万元']);
    expect(found('1, 204. 50 万 元')).toEqual(['1204.50 万元']);
    expect(found('增长-3.1%')).toEqual(['-3.1 %']);
    expect(found('保持在85%-90%之间')).toEqual(['85 %', '90 %']);
  });

  it('takes no date, year, ordinal, document number or code for a figure', () => {
    expect(found('截至2031年12月31日，根据财预〔2031〕5号、电话12345，第3部分（4）共')).toEqual([]);
    expect(found('1.2031年度说明')).toEqual([]);
    expect(found('科目2080505')).toEqual([]);
  });

  it('gives figures that stand in a row the unit behind the last one', () => {
    expect(found('分别为3.20、4.10和0.90万元')).toEqual(['3.20 万元', '4.10 万元', '0.90 万元']);
    expect(found('各下降2.35、3.80%')).toEqual(['2.35 %', '3.80 %']);
    expect(found('见第3、4和5.2节')).toEqual([]);
  });

  it('keeps two numbers apart that only a blank separates', () => {
    expect(found('12 34万元')).toEqual(['34 万元']);
  });

  it('knows a limit from a figure', () => {
    const [limit, figure] = readNumbers(foldText('单价100万元（含）以上设备2台（套），价值36万元').text);
    expect(limit!.isThreshold).toBe(true);
    expect(figure!.isThreshold).toBe(false);
  });

  it('finds the number in the text as printed', () => {
    const printed = '支出 1, 204. 50 万元';
    const folded = foldText(printed);
    const [token] = readNumbers(folded.text);
    const { start, end } = printedRange(folded, token!.start, token!.end);
    expect(printed.slice(start, end)).toBe('1, 204. 50');
  });

  it('reads numbers in characters beside a unit, and no other words of numbers', () => {
    expect(found('安排一百二十万元，共有车辆三十四辆，增长百分之三十五，接待十二批次')).toEqual([
      '120 万元',
      '34 count',
      '35 %',
      '12 count',
    ]);
    expect(found('“三公”经费，一是落实二十大精神，第二十三条，十四五规划，一个项目')).toEqual([]);
  });

  it('knows what is only about so much', () => {
    const rough = (printed: string) => readNumbers(foldText(printed).text).map(token => token.isApproximate);
    expect(rough('近20万元、100余万元、3000多万元、30万元左右')).toEqual([true, true, true, true]);
    expect(rough('约12.35万元、20万元')).toEqual([false, false]);
  });

  it('reads nothing at all without a unit', () => {
    expect(found('年初预算数为0，因此没有比率')).toEqual(['0 万元']);
  });

  it('takes no code beside an account name for a count', () => {
    const tokens = readNumbers(foldText('公共安全支出（204类）司法（06款）行政运行（01项）14.89万元').text);
    expect(tokens.map(({ kind, amount }) => [kind, amount.value.toString()])).toEqual([['money', '14.89']]);
  });
});
