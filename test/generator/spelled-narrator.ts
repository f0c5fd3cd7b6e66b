import { FUNCTION_NAMES } from './catalogue.ts';
import { phrase } from './draft.ts';
import { fiscalExpenditureOf, totalsOf } from './forms.ts';
import { type Fen, type Item, personnel, publicUse, sumOf, type ThreePublic, threePublicTotal } from './ledger.ts';
import { listed, Narrator } from './narrator.ts';

/** Every sentence with its year, every part with what it is a part of, every item in a paragraph with its rate. */
export class SpelledNarrator extends Narrator {
  protected overall(): void {
    const { year, prior } = this.ledger;
    const { grandTotal } = totalsOf(this.ledger);
    this.heading('收入支出决算总体情况说明');
    this.draft
      .say`${this.year('overall')}年度收、支总计${this.wan('overall', grandTotal)}。与${`${year - 1}`}年度相比，收、支总计${this.change('overall', grandTotal, prior.grandTotal, '各')}，主要是年度工作安排有所调整。`;
  }

  protected revenue(): void {
    const { year, prior } = this.ledger;
    const { revenue } = totalsOf(this.ledger);
    this.heading('收入决算情况说明');
    this.draft
      .say`${this.year('revenue')}年度收入合计${this.wan('revenue', revenue)}。与${`${year - 1}`}年度相比，收入合计${this.change('revenue', revenue, prior.revenue)}。其中：${listed(
      this.revenueKinds().map(
        ([key, name, amount]) => phrase`${name}${this.share(`revenue/${key}`, '本年收入', amount, revenue)}`,
      ),
    )}。`;
  }

  protected expenditure(): void {
    const { year, prior } = this.ledger;
    const { expenditure } = totalsOf(this.ledger);
    this.heading('支出决算情况说明');
    this.draft
      .say`${this.year('expenditure')}年度支出合计${this.wan('expenditure', expenditure)}。与${`${year - 1}`}年度相比，支出合计${this.change('expenditure', expenditure, prior.expenditure)}。其中：${listed(
      this.expenditureKinds().map(
        ([key, name, amount]) => phrase`${name}${this.share(`expenditure/${key}`, '本年支出', amount, expenditure)}`,
      ),
    )}。`;
  }

  protected fiscal(): void {
    const { year, prior, items } = this.ledger;
    const grandTotal = sumOf(items, item => item.fiscal + item.opening);
    const general = sumOf(this.general, item => item.fiscal);
    this.heading('财政拨款收入支出决算总体情况说明');
    this.draft
      .say`${this.year('fiscal')}年度财政拨款收、支总计${this.wan('fiscal', grandTotal)}。与${`${year - 1}`}年度相比，财政拨款收、支总计${this.change('fiscal', grandTotal, prior.fiscalGrandTotal, '各')}。`;
    const change = general - prior.generalRevenue;
    this.draft
      .say`${this.year('fiscal/general')}年度财政拨款收入中，一般公共预算财政拨款收入${this.wan('fiscal/general', general)}，比${`${year - 1}`}年度决算数${change > 0 ? '增加' : '减少'}${this.wan('fiscal/general/change', Math.abs(change))}。`;
  }

  protected generalBudget(): void {
    const { year, prior } = this.ledger;
    const general = this.general;
    const spent = sumOf(general, fiscalExpenditureOf);
    const { expenditure } = totalsOf(this.ledger);
    this.heading('一般公共预算财政拨款支出决算情况说明');
    this.draft.heading(4, '（一）一般公共预算财政拨款支出决算总体情况');
    this.draft
      .say`${this.year('general')}年度一般公共预算财政拨款支出${this.share('general', '本年支出合计的', spent, expenditure)}。与${`${year - 1}`}年度相比，一般公共预算财政拨款支出${this.change('general', spent, prior.generalExpenditure)}。`;

    this.draft.heading(4, '（二）一般公共预算财政拨款支出决算结构情况');
    this.draft
      .say`${this.year('structure')}年度一般公共预算财政拨款支出${this.wan('structure', spent)}，主要用于以下方面：`;
    this.classes().forEach(([code, name, amount], i) => {
      this.draft
        .say`${`${i + 1}.`}${name.replace(/支出$/, '')}（类）支出${this.share(`structure/${code}`, '', amount, spent)}。`;
    });

    this.draft.heading(4, '（三）一般公共预算财政拨款支出决算具体情况');
    const budget = sumOf(general, item => item.initialBudget);
    this.draft
      .say`${this.year('items')}年度一般公共预算财政拨款支出年初预算为${this.wan('items/budget', budget)}，支出决算为${this.wan('items/final', spent)}，完成年初预算的${this.percent('items', spent, budget)}。其中：基本支出${this.wan(
      'items/basic',
      sumOf(general, item => item.basic),
    )}，项目支出${this.wan(
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
    const name = this.draft.slot(`n/item/${item.code}:name`, item.name);
    const completed =
      item.initialBudget > 0
        ? phrase`，完成年初预算的${this.percent(`item/${item.code}`, spent, item.initialBudget)}`
        : [];
    const reason =
      item.initialBudget === 0
        ? '。年中追加安排'
        : spent === item.initialBudget
          ? ''
          : `，支出决算数${spent > item.initialBudget ? '大' : '小'}于年初预算数的主要原因是执行中按实际需要调整`;
    this.draft
      .say`${`${number}.`}${FUNCTION_NAMES[classCode]!}（类）${FUNCTION_NAMES[section]!}（款）${name}（项）。年初预算为${this.wan(`item/${item.code}/budget`, item.initialBudget)}，支出决算为${this.wan(`item/${item.code}/final`, spent)}${completed}${reason}。`;
  }

  protected basic(): void {
    const { economic } = this.ledger;
    this.heading('一般公共预算财政拨款基本支出决算情况说明');
    this.draft
      .say`${this.year('basic')}年度一般公共预算财政拨款基本支出${this.wan('basic', personnel(economic) + publicUse(economic))}，其中：`;
    this.draft
      .say`人员经费${this.wan('basic/personnel', personnel(economic))}，主要包括：${this.economicNames(true)}。`;
    this.draft
      .say`公用经费${this.wan('basic/publicUse', publicUse(economic))}，主要包括：${this.economicNames(false)}。`;
  }

  protected threePublic(): void {
    const { budget, final } = this.ledger.threePublic;
    const { year, prior } = this.ledger;
    const all: [Fen, Fen] = [threePublicTotal(budget), threePublicTotal(final)];
    const vehicles = (costs: ThreePublic) => costs.vehiclePurchase + costs.vehicleRunning;
    this.heading('财政拨款“三公”经费支出决算情况说明');
    this.draft.heading(4, '（一）“三公”经费财政拨款支出决算总体情况说明');
    this.draft
      .say`${this.year('threePublic')}年度“三公”经费财政拨款支出预算为${this.wan('threePublic/budget', all[0])}，支出决算为${this.wan('threePublic/final', all[1])}，完成预算的${this.percent('threePublic', all[1], all[0])}。与${`${year - 1}`}年度相比，“三公”经费支出决算${this.change('threePublic', all[1], prior.threePublic)}。`;
    this.draft.heading(4, '（二）“三公”经费财政拨款支出决算具体情况说明');
    this.#cost('1.', 'overseasVisits', '因公出国（境）费', final.overseasVisits, budget.overseasVisits, '。');
    this.#cost('2.', 'officialVehicles', '公务用车购置及运行维护费', vehicles(final), vehicles(budget), '，其中：');
    this.#cost('（1）', 'vehiclePurchase', '公务用车购置费', final.vehiclePurchase, budget.vehiclePurchase, '。');
    this.#cost(
      '（2）',
      'vehicleRunning',
      '公务用车运行维护费',
      final.vehicleRunning,
      budget.vehicleRunning,
      `。主要用于${this.ledger.vehiclesFor}所需的燃料、维修和保险。`,
    );
    this.#cost('3.', 'officialHospitality', '公务接待费', final.officialHospitality, budget.officialHospitality, '。');
  }

  #cost(number: string, key: string, name: string, final: Fen, budget: Fen, end: string): void {
    if (final === 0 && budget === 0) this.draft.say`${number}${name}当年没有安排预算，也没有发生支出${end}`;
    else
      this.draft
        .say`${number}${name}支出${this.wan(`threePublic/${key}`, final)}，完成全年预算的${this.percent(`threePublic/${key}`, final, budget)}${end}`;
  }

  protected procurement(): void {
    const { mediumAndSmall, smallAndMicro } = this.ledger.procurement;
    const parts = this.procurementParts();
    const all = sumOf(parts, ([, amount]) => amount);
    const names: Record<string, string> = { goods: '货物', works: '工程', services: '服务' };
    this.heading('政府采购支出情况说明');
    this.draft.say`${this.year('procurement')}年度政府采购支出总额${this.wan('procurement', all)}，其中：${listed(
      parts.map(([key, amount]) => phrase`政府采购${names[key]!}支出${this.wan(`procurement/${key}`, amount)}`),
      '、',
    )}。授予中小企业合同金额${this.share('procurement/mediumAndSmall', '政府采购支出总额的', mediumAndSmall, all)}，其中：授予小微企业合同金额${this.share('procurement/smallAndMicro', '授予中小企业合同金额的', smallAndMicro, mediumAndSmall)}。`;
  }
}
