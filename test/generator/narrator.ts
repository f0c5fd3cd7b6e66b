import { ECONOMIC_NAMES, FUNCTION_NAMES } from './catalogue.ts';
import { type Draft, type Piece, phrase } from './draft.ts';
import { fiscalExpenditureOf, formTitle, numeral } from './forms.ts';
import { type Fen, type Item, type Ledger, publicUse, sumOf } from './ledger.ts';
import { narrativeAmount, percent } from './print.ts';

/**
 * Writes the 情况说明 of a ledger, section by section: every figure in it a slot, named by section and subject.
 * How an office words the sections is the narrator's own; what all word alike stands here.
 */
export abstract class Narrator {
  protected readonly draft: Draft;
  protected readonly ledger: Ledger;
  protected readonly general: readonly Item[];
  private sections = 0;

  constructor(draft: Draft, ledger: Ledger) {
    this.draft = draft;
    this.ledger = ledger;
    this.general = ledger.items.filter(item => item.fund === 'generalPublicBudget');
  }

  write(): void {
    this.overall();
    this.revenue();
    this.expenditure();
    this.fiscal();
    this.generalBudget();
    this.basic();
    if (this.draft.layout.threePublicPlace === 7) this.threePublic();
    this.governmentFunds();
    this.stateCapital();
    if (this.draft.layout.threePublicPlace === 9) this.threePublic();
    this.runningCost();
    this.procurement();
    this.assets();
    this.performance();
  }

  protected abstract overall(): void;
  protected abstract revenue(): void;
  protected abstract expenditure(): void;
  protected abstract fiscal(): void;
  protected abstract generalBudget(): void;
  protected abstract basic(): void;
  protected abstract threePublic(): void;
  protected abstract procurement(): void;

  protected heading(text: string): void {
    this.sections++;
    this.draft.heading(3, `${numeral(this.sections)}、${text}`);
  }

  /** An amount and its unit. */
  protected wan(id: string, amount: Fen): Piece[] {
    return [
      this.draft.slot(`n/${id}`, narrativeAmount(this.draft.layout, amount)),
      this.draft.slot(`n/${id}:unit`, '万元'),
    ];
  }

  protected percent(id: string, part: Fen, whole: Fen): Piece {
    return this.draft.slot(`n/${id}:percent`, percent(this.draft.layout, part, whole));
  }

  protected year(id: string, year = this.ledger.year): Piece {
    return this.draft.slot(`n/${id}:year`, `${year}`);
  }

  /** 增加1.2万元，增长3.4% since the year before. */
  protected change(id: string, now: Fen, before: Fen, each = ''): Piece[] {
    const change = now - before;
    if (Math.round(change / 10_000) === 0 || before === 0) return ['与上年持平'];
    const [more, grew] = change > 0 ? ['增加', '增长'] : ['减少', '下降'];
    return phrase`${each}${more}${this.wan(`${id}/change`, Math.abs(change))}，${grew}${this.percent(`${id}/change`, Math.abs(change), before)}`;
  }

  protected share(id: string, of: string, part: Fen, whole: Fen): Piece[] {
    return phrase`${this.wan(id, part)}，占${of}${this.percent(id, part, whole)}`;
  }

  protected governmentFunds(): void {
    const items = this.ledger.items.filter(item => item.fund === 'governmentFunds');
    this.heading(`${formTitle(this.draft, 'T07').replace(/表$/, '')}情况说明`);
    if (items.length === 0) {
      this.draft.say`本${this.body()}当年没有政府性基金预算财政拨款收入和支出。`;
      return;
    }
    this.draft.say`${this.year('funds')}年度政府性基金预算财政拨款年初结转和结余${this.wan(
      'funds/opening',
      sumOf(items, item => item.opening),
    )}，本年收入${this.wan(
      'funds/revenue',
      sumOf(items, item => item.fiscal),
    )}，本年支出${this.wan('funds/spent', sumOf(items, fiscalExpenditureOf))}，年末结转和结余${this.wan(
      'funds/closing',
      sumOf(items, item => item.closing),
    )}。`;
  }

  protected stateCapital(): void {
    const items = this.ledger.items.filter(item => item.fund === 'stateCapital');
    this.heading(`${formTitle(this.draft, 'T08').replace(/表$/, '')}情况说明`);
    if (items.length === 0) this.draft.say`本${this.body()}当年没有国有资本经营预算财政拨款支出。`;
    else
      this.draft
        .say`${this.year('capital')}年度国有资本经营预算财政拨款支出${this.wan('capital', sumOf(items, fiscalExpenditureOf))}。`;
  }

  protected runningCost(): void {
    const { level, economic, prior, year } = this.ledger;
    this.heading('机关运行经费支出情况说明');
    if (level === 'unit') this.draft.say`本单位不属于机关运行经费的统计范围，当年没有机关运行经费支出。`;
    else
      this.draft
        .say`${this.year('runningCost')}年度机关运行经费支出${this.wan('runningCost', publicUse(economic))}，比${`${year - 1}`}年度${this.change('runningCost', publicUse(economic), prior.runningCost)}。`;
  }

  protected assets(): void {
    const { vehicles, equipment, year, unit } = this.ledger;
    const kinds = [
      ['机要通信用车', vehicles.command],
      ['特种专业技术用车', vehicles.special],
      ['其他用车', vehicles.other],
    ] as const;
    const all = sumOf(kinds, ([, count]) => count);
    this.heading('国有资产占用情况说明');
    this.draft
      .say`截至${`${year}`}年12月31日，${unit}共有车辆${this.draft.slot('n/assets', `${all}`)}辆，其中，${listed(
      kinds
        .filter(([, count]) => count > 0)
        .map(([name, count]) => phrase`${name}${this.draft.slot(`n/assets/${name}`, `${count}`)}辆`),
      '、',
    )}；单价100万元（含）以上设备${`${equipment}`}台（套）。`;
  }

  protected performance(): void {
    const { project, unit } = this.ledger;
    this.heading('预算绩效情况说明');
    this.draft
      .say`${unit}对${this.year('performance')}年度一般公共预算项目支出开展绩效自评。${project.name}项目全年预算数为${this.wan('performance/budget', project.budget)}，执行数为${this.wan('performance/spent', project.spent)}，完成预算的${this.percent('performance', project.spent, project.budget)}，自评综合得分${`${project.score}`}分。`;
  }

  protected revenueKinds(): [key: string, name: string, amount: Fen][] {
    const { items } = this.ledger;
    const kinds: [string, string, Fen][] = [
      ['fiscal', '财政拨款收入', sumOf(items, item => item.fiscal)],
      ['superiorSubsidy', '上级补助收入', sumOf(items, item => item.superiorSubsidy)],
      ['institution', '事业收入', sumOf(items, item => item.institution)],
      ['business', '经营收入', sumOf(items, item => item.business)],
      ['subordinateRemittance', '附属单位上缴收入', sumOf(items, item => item.subordinateRemittance)],
      ['other', '其他收入', sumOf(items, item => item.other)],
    ];
    return kinds.filter(([, , amount]) => amount > 0);
  }

  protected expenditureKinds(): [key: string, name: string, amount: Fen][] {
    const { items } = this.ledger;
    const kinds: [string, string, Fen][] = [
      ['basic', '基本支出', sumOf(items, item => item.basic)],
      ['project', '项目支出', sumOf(items, item => item.project + item.ownProject)],
      ['business', '经营支出', sumOf(items, item => item.businessSpent)],
    ];
    return kinds.filter(([, , amount]) => amount > 0);
  }

  /** Classes of the general public budget with what was spent on each. */
  protected classes(): [code: string, name: string, amount: Fen][] {
    return [...new Set(this.general.map(item => item.code.slice(0, 3)))].map(code => [
      code,
      FUNCTION_NAMES[code]!,
      sumOf(this.general, item => (item.code.startsWith(code) ? fiscalExpenditureOf(item) : 0)),
    ]);
  }

  /** Economic items paid for, of staff or of running the office. */
  protected economicNames(staff: boolean): string {
    const { economic } = this.ledger;
    return Object.keys(ECONOMIC_NAMES)
      .filter(code => code.length === 5 && economic[code] && /^30[13]/.test(code) === staff)
      .map(code => ECONOMIC_NAMES[code]!)
      .join('、');
  }

  protected procurementParts(): [key: string, amount: Fen][] {
    const { goods, works, services } = this.ledger.procurement;
    return Object.entries({ goods, works, services });
  }

  protected body(): string {
    return this.ledger.level === 'unit' ? '单位' : '部门';
  }
}

/** Parts of a list with marks between them. */
export function listed(parts: readonly Piece[][], separator = '；'): Piece[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [separator, ...part]));
}
