import { ECONOMIC_NAMES, FUNCTION_NAMES } from './catalogue.ts';
import { type Draft, type Piece, phrase } from './draft.ts';
import { fiscalExpenditureOf, formTitle, numeral, totalsOf } from './forms.ts';
import {
  type Fen,
  type Item,
  type Ledger,
  personnel,
  publicUse,
  sumOf,
  type ThreePublic,
  threePublicTotal,
} from './ledger.ts';
import { narrativeAmount, percent } from './print.ts';

/** The 情况说明 of a ledger: every figure in it a slot, named by section and subject. */
export function writeNarrative(draft: Draft, ledger: Ledger): void {
  new NarrativeWriter(draft, ledger).write();
}

class NarrativeWriter {
  readonly #draft: Draft;
  readonly #ledger: Ledger;
  readonly #general: readonly Item[];
  #sections = 0;

  constructor(draft: Draft, ledger: Ledger) {
    this.#draft = draft;
    this.#ledger = ledger;
    this.#general = ledger.items.filter(item => item.fund === 'generalPublicBudget');
  }

  write(): void {
    this.#overall();
    this.#revenue();
    this.#expenditure();
    this.#fiscal();
    this.#generalBudget();
    this.#basic();
    if (this.#draft.layout.threePublicPlace === 7) this.#threePublic();
    this.#governmentFunds();
    this.#stateCapital();
    if (this.#draft.layout.threePublicPlace === 9) this.#threePublic();
    this.#runningCost();
    this.#procurement();
    this.#assets();
    this.#performance();
  }

  #heading(text: string): void {
    this.#sections++;
    this.#draft.heading(3, `${numeral(this.#sections)}、${text}`);
  }

  /** An amount and its unit. */
  #wan(id: string, amount: Fen): Piece[] {
    return [
      this.#draft.slot(`n/${id}`, narrativeAmount(this.#draft.layout, amount)),
      this.#draft.slot(`n/${id}:unit`, '万元'),
    ];
  }

  #percent(id: string, part: Fen, whole: Fen): Piece {
    return this.#draft.slot(`n/${id}:percent`, percent(this.#draft.layout, part, whole));
  }

  #year(id: string, year = this.#ledger.year): Piece {
    return this.#draft.slot(`n/${id}:year`, `${year}`);
  }

  /** 增加1.2万元，增长3.4% since the year before. */
  #change(id: string, now: Fen, before: Fen, each = ''): Piece[] {
    const change = now - before;
    if (Math.round(change / 10_000) === 0 || before === 0) return ['与上年持平'];
    const [more, grew] = change > 0 ? ['增加', '增长'] : ['减少', '下降'];
    return phrase`${each}${more}${this.#wan(`${id}/change`, Math.abs(change))}，${grew}${this.#percent(`${id}/change`, Math.abs(change), before)}`;
  }

  #share(id: string, of: string, part: Fen, whole: Fen): Piece[] {
    return phrase`${this.#wan(id, part)}，占${of}${this.#percent(id, part, whole)}`;
  }

  #overall(): void {
    const { year, prior } = this.#ledger;
    const { grandTotal } = totalsOf(this.#ledger);
    this.#heading('收入支出决算总体情况说明');
    this.#draft
      .say`${this.#year('overall')}年度收、支总计${this.#wan('overall', grandTotal)}。与${`${year - 1}`}年度相比，收、支总计${this.#change('overall', grandTotal, prior.grandTotal, '各')}，主要是年度工作安排有所调整。`;
  }

  #revenue(): void {
    const { year, prior, items } = this.#ledger;
    const { revenue } = totalsOf(this.#ledger);
    const kinds: [string, string, Fen][] = [
      ['fiscal', '财政拨款收入', sumOf(items, item => item.fiscal)],
      ['superiorSubsidy', '上级补助收入', sumOf(items, item => item.superiorSubsidy)],
      ['institution', '事业收入', sumOf(items, item => item.institution)],
      ['business', '经营收入', sumOf(items, item => item.business)],
      ['subordinateRemittance', '附属单位上缴收入', sumOf(items, item => item.subordinateRemittance)],
      ['other', '其他收入', sumOf(items, item => item.other)],
    ];
    this.#heading('收入决算情况说明');
    this.#draft
      .say`${this.#year('revenue')}年度收入合计${this.#wan('revenue', revenue)}。与${`${year - 1}`}年度相比，收入合计${this.#change('revenue', revenue, prior.revenue)}。其中：${listed(
      kinds
        .filter(([, , amount]) => amount > 0)
        .map(([key, name, amount]) => phrase`${name}${this.#share(`revenue/${key}`, '本年收入', amount, revenue)}`),
    )}。`;
  }

  #expenditure(): void {
    const { year, prior, items } = this.#ledger;
    const { expenditure } = totalsOf(this.#ledger);
    const kinds: [string, string, Fen][] = [
      ['basic', '基本支出', sumOf(items, item => item.basic)],
      ['project', '项目支出', sumOf(items, item => item.project + item.ownProject)],
      ['business', '经营支出', sumOf(items, item => item.businessSpent)],
    ];
    this.#heading('支出决算情况说明');
    this.#draft
      .say`${this.#year('expenditure')}年度支出合计${this.#wan('expenditure', expenditure)}。与${`${year - 1}`}年度相比，支出合计${this.#change('expenditure', expenditure, prior.expenditure)}。其中：${listed(
      kinds
        .filter(([, , amount]) => amount > 0)
        .map(
          ([key, name, amount]) => phrase`${name}${this.#share(`expenditure/${key}`, '本年支出', amount, expenditure)}`,
        ),
    )}。`;
  }

  #fiscal(): void {
    const { year, prior, items } = this.#ledger;
    const grandTotal = sumOf(items, item => item.fiscal + item.opening);
    const general = sumOf(this.#general, item => item.fiscal);
    this.#heading('财政拨款收入支出决算总体情况说明');
    this.#draft
      .say`${this.#year('fiscal')}年度财政拨款收、支总计${this.#wan('fiscal', grandTotal)}。与${`${year - 1}`}年度相比，财政拨款收、支总计${this.#change('fiscal', grandTotal, prior.fiscalGrandTotal, '各')}。`;
    const change = general - prior.generalRevenue;
    this.#draft
      .say`${this.#year('fiscal/general')}年度财政拨款收入中，一般公共预算财政拨款收入${this.#wan('fiscal/general', general)}，比${`${year - 1}`}年度决算数${change > 0 ? '增加' : '减少'}${this.#wan('fiscal/general/change', Math.abs(change))}。`;
  }

  #generalBudget(): void {
    const { year, prior } = this.#ledger;
    const general = this.#general;
    const spent = sumOf(general, fiscalExpenditureOf);
    const { expenditure } = totalsOf(this.#ledger);
    this.#heading('一般公共预算财政拨款支出决算情况说明');
    this.#draft.heading(4, '（一）一般公共预算财政拨款支出决算总体情况');
    this.#draft
      .say`${this.#year('general')}年度一般公共预算财政拨款支出${this.#share('general', '本年支出合计的', spent, expenditure)}。与${`${year - 1}`}年度相比，一般公共预算财政拨款支出${this.#change('general', spent, prior.generalExpenditure)}。`;

    this.#draft.heading(4, '（二）一般公共预算财政拨款支出决算结构情况');
    this.#draft
      .say`${this.#year('structure')}年度一般公共预算财政拨款支出${this.#wan('structure', spent)}，主要用于以下方面：`;
    const classes = [...new Set(general.map(item => item.code.slice(0, 3)))];
    classes.forEach((code, i) => {
      const amount = sumOf(general, item => (item.code.startsWith(code) ? fiscalExpenditureOf(item) : 0));
      const name = FUNCTION_NAMES[code]!.replace(/支出$/, '');
      this.#draft.say`${`${i + 1}.`}${name}（类）支出${this.#share(`structure/${code}`, '', amount, spent)}。`;
    });

    this.#draft.heading(4, '（三）一般公共预算财政拨款支出决算具体情况');
    const budget = sumOf(general, item => item.initialBudget);
    this.#draft
      .say`${this.#year('items')}年度一般公共预算财政拨款支出年初预算为${this.#wan('items/budget', budget)}，支出决算为${this.#wan('items/final', spent)}，完成年初预算的${this.#percent('items', spent, budget)}。其中：基本支出${this.#wan(
      'items/basic',
      sumOf(general, item => item.basic),
    )}，项目支出${this.#wan(
      'items/project',
      sumOf(general, item => item.project),
    )}。`;
    general.forEach((item, i) => {
      this.#item(item, i + 1);
    });
  }

  #item(item: Item, number: number): void {
    const spent = fiscalExpenditureOf(item);
    const [classCode, section] = [item.code.slice(0, 3), item.code.slice(0, 5)];
    const name = this.#draft.slot(`n/item/${item.code}:name`, item.name);
    const completed =
      item.initialBudget > 0
        ? phrase`，完成年初预算的${this.#percent(`item/${item.code}`, spent, item.initialBudget)}`
        : [];
    const reason =
      item.initialBudget === 0
        ? '。年中追加安排'
        : spent === item.initialBudget
          ? ''
          : `，支出决算数${spent > item.initialBudget ? '大' : '小'}于年初预算数的主要原因是执行中按实际需要调整`;
    this.#draft
      .say`${`${number}.`}${FUNCTION_NAMES[classCode]!}（类）${FUNCTION_NAMES[section]!}（款）${name}（项）。年初预算为${this.#wan(`item/${item.code}/budget`, item.initialBudget)}，支出决算为${this.#wan(`item/${item.code}/final`, spent)}${completed}${reason}。`;
  }

  #basic(): void {
    const { economic } = this.#ledger;
    const names = (people: boolean) =>
      Object.keys(ECONOMIC_NAMES)
        .filter(code => code.length === 5 && economic[code] && /^30[13]/.test(code) === people)
        .map(code => ECONOMIC_NAMES[code]!)
        .join('、');
    this.#heading('一般公共预算财政拨款基本支出决算情况说明');
    this.#draft
      .say`${this.#year('basic')}年度一般公共预算财政拨款基本支出${this.#wan('basic', personnel(economic) + publicUse(economic))}，其中：`;
    this.#draft.say`人员经费${this.#wan('basic/personnel', personnel(economic))}，主要包括：${names(true)}。`;
    this.#draft.say`公用经费${this.#wan('basic/publicUse', publicUse(economic))}，主要包括：${names(false)}。`;
  }

  #governmentFunds(): void {
    const items = this.#ledger.items.filter(item => item.fund === 'governmentFunds');
    this.#heading(`${formTitle(this.#draft, 'T07').replace(/表$/, '')}情况说明`);
    if (items.length === 0) {
      this.#draft.say`本${this.#body()}当年没有政府性基金预算财政拨款收入和支出。`;
      return;
    }
    this.#draft.say`${this.#year('funds')}年度政府性基金预算财政拨款年初结转和结余${this.#wan(
      'funds/opening',
      sumOf(items, item => item.opening),
    )}，本年收入${this.#wan(
      'funds/revenue',
      sumOf(items, item => item.fiscal),
    )}，本年支出${this.#wan('funds/spent', sumOf(items, fiscalExpenditureOf))}，年末结转和结余${this.#wan(
      'funds/closing',
      sumOf(items, item => item.closing),
    )}。`;
  }

  #stateCapital(): void {
    const items = this.#ledger.items.filter(item => item.fund === 'stateCapital');
    this.#heading(`${formTitle(this.#draft, 'T08').replace(/表$/, '')}情况说明`);
    if (items.length === 0) this.#draft.say`本${this.#body()}当年没有国有资本经营预算财政拨款支出。`;
    else
      this.#draft
        .say`${this.#year('capital')}年度国有资本经营预算财政拨款支出${this.#wan('capital', sumOf(items, fiscalExpenditureOf))}。`;
  }

  #threePublic(): void {
    const { budget, final } = this.#ledger.threePublic;
    const { year, prior } = this.#ledger;
    const all: [Fen, Fen] = [threePublicTotal(budget), threePublicTotal(final)];
    const vehicles = (costs: ThreePublic) => costs.vehiclePurchase + costs.vehicleRunning;
    this.#heading('财政拨款“三公”经费支出决算情况说明');
    this.#draft.heading(4, '（一）“三公”经费财政拨款支出决算总体情况说明');
    this.#draft
      .say`${this.#year('threePublic')}年度“三公”经费财政拨款支出预算为${this.#wan('threePublic/budget', all[0])}，支出决算为${this.#wan('threePublic/final', all[1])}，完成预算的${this.#percent('threePublic', all[1], all[0])}。与${`${year - 1}`}年度相比，“三公”经费支出决算${this.#change('threePublic', all[1], prior.threePublic)}。`;
    this.#draft.heading(4, '（二）“三公”经费财政拨款支出决算具体情况说明');
    this.#cost('1.', 'overseasVisits', '因公出国（境）费', final.overseasVisits, budget.overseasVisits, '。');
    this.#cost('2.', 'officialVehicles', '公务用车购置及运行维护费', vehicles(final), vehicles(budget), '，其中：');
    this.#cost('（1）', 'vehiclePurchase', '公务用车购置费', final.vehiclePurchase, budget.vehiclePurchase, '。');
    this.#cost(
      '（2）',
      'vehicleRunning',
      '公务用车运行维护费',
      final.vehicleRunning,
      budget.vehicleRunning,
      `。主要用于${this.#ledger.vehiclesFor}所需的燃料、维修和保险。`,
    );
    this.#cost('3.', 'officialHospitality', '公务接待费', final.officialHospitality, budget.officialHospitality, '。');
  }

  #cost(number: string, key: string, name: string, final: Fen, budget: Fen, end: string): void {
    if (final === 0 && budget === 0) this.#draft.say`${number}${name}当年没有安排预算，也没有发生支出${end}`;
    else
      this.#draft
        .say`${number}${name}支出${this.#wan(`threePublic/${key}`, final)}，完成全年预算的${this.#percent(`threePublic/${key}`, final, budget)}${end}`;
  }

  #runningCost(): void {
    const { level, economic, prior, year } = this.#ledger;
    this.#heading('机关运行经费支出情况说明');
    if (level === 'unit') this.#draft.say`本单位不属于机关运行经费的统计范围，当年没有机关运行经费支出。`;
    else
      this.#draft
        .say`${this.#year('runningCost')}年度机关运行经费支出${this.#wan('runningCost', publicUse(economic))}，比${`${year - 1}`}年度${this.#change('runningCost', publicUse(economic), prior.runningCost)}。`;
  }

  #procurement(): void {
    const { goods, works, services, mediumAndSmall, smallAndMicro } = this.#ledger.procurement;
    const all = goods + works + services;
    const parts: [string, string, Fen][] = [
      ['goods', '政府采购货物支出', goods],
      ['works', '政府采购工程支出', works],
      ['services', '政府采购服务支出', services],
    ];
    this.#heading('政府采购支出情况说明');
    this.#draft.say`${this.#year('procurement')}年度政府采购支出总额${this.#wan('procurement', all)}，其中：${listed(
      parts
        .filter(([, , amount]) => amount > 0)
        .map(([key, name, amount]) => phrase`${name}${this.#wan(`procurement/${key}`, amount)}`),
      '、',
    )}。授予中小企业合同金额${this.#share('procurement/mediumAndSmall', '政府采购支出总额的', mediumAndSmall, all)}，其中：授予小微企业合同金额${this.#share('procurement/smallAndMicro', '授予中小企业合同金额的', smallAndMicro, mediumAndSmall)}。`;
  }

  #assets(): void {
    const { vehicles, equipment, year, unit } = this.#ledger;
    const kinds = [
      ['机要通信用车', vehicles.command],
      ['特种专业技术用车', vehicles.special],
      ['其他用车', vehicles.other],
    ] as const;
    const all = sumOf(kinds, ([, count]) => count);
    this.#heading('国有资产占用情况说明');
    this.#draft
      .say`截至${`${year}`}年12月31日，${unit}共有车辆${this.#draft.slot('n/assets', `${all}`)}辆，其中，${listed(
      kinds
        .filter(([, count]) => count > 0)
        .map(([name, count]) => phrase`${name}${this.#draft.slot(`n/assets/${name}`, `${count}`)}辆`),
      '、',
    )}；单价100万元（含）以上设备${`${equipment}`}台（套）。`;
  }

  #performance(): void {
    const { project, unit } = this.#ledger;
    this.#heading('预算绩效情况说明');
    this.#draft
      .say`${unit}对${this.#year('performance')}年度一般公共预算项目支出开展绩效自评。${project.name}项目全年预算数为${this.#wan('performance/budget', project.budget)}，执行数为${this.#wan('performance/spent', project.spent)}，完成预算的${this.#percent('performance', project.spent, project.budget)}，自评综合得分${`${project.score}`}分。`;
  }

  #body(): string {
    return this.#ledger.level === 'unit' ? '单位' : '部门';
  }
}

function listed(parts: readonly Piece[][], separator = '；'): Piece[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [separator, ...part]));
}
