import { FUNCTION_NAMES } from './catalogue.ts';
import { type Piece, phrase } from './draft.ts';
import { fiscalExpenditureOf, totalsOf } from './forms.ts';
import { type Fen, type Item, personnel, publicUse, sumOf, type ThreePublic, threePublicTotal } from './ledger.ts';
import { listed, Narrator } from './narrator.ts';
import { narrativeAmount, percent } from './print.ts';

/** Last year's figures printed beside this year's, several figures handed out by 分别, codes beside the names of accounts. */
export class ComparedNarrator extends Narrator {
  protected overall(): void {
    const { prior } = this.ledger;
    const { grandTotal } = totalsOf(this.ledger);
    const again = this.#printed(grandTotal);
    const change = Math.abs(grandTotal - prior.grandTotal);
    const [more, grew] = grandTotal > prior.grandTotal ? ['增加', '增长'] : ['减少', '下降'];
    const changed =
      change < 10_000 || prior.grandTotal === 0
        ? ['均与上年持平']
        : phrase`较上年分别${more}${this.wan('overall/change', change)}和${this.#printed(change)}，分别${grew}${this.percent('overall/change', change, prior.grandTotal)}、${percent(this.draft.layout, change, prior.grandTotal)}`;
    this.heading('收入支出决算总体情况说明');
    this.draft
      .say`${this.year('overall')}年度收入总计和支出总计分别为${this.wan('overall', grandTotal)}、${again}，${changed}。`;
  }

  #printed(amount: Fen): string {
    return `${narrativeAmount(this.draft.layout, amount)}万元`;
  }

  protected revenue(): void {
    const { year, prior } = this.ledger;
    const { revenue } = totalsOf(this.ledger);
    this.heading('收入决算情况说明');
    this.draft
      .say`${this.year('revenue')}年度收入合计${this.wan('revenue', revenue)}，${`${year - 1}`}年度为${this.#since('revenue', revenue, prior.revenue)}。从构成看，${listed(
      this.revenueKinds().map(
        ([key, name, amount]) => phrase`${name}${this.share(`revenue/${key}`, '收入合计的', amount, revenue)}`,
      ),
    )}。`;
  }

  protected expenditure(): void {
    const { prior } = this.ledger;
    const { expenditure } = totalsOf(this.ledger);
    this.heading('支出决算情况说明');
    this.draft
      .say`上年度支出合计${this.wan('expenditure/prior', prior.expenditure)}，${this.year('expenditure')}年度支出合计${this.wan('expenditure', expenditure)}${this.#rate('expenditure', expenditure, prior.expenditure)}。其中${listed(
      this.expenditureKinds().map(
        ([key, name, amount]) => phrase`${name}${this.share(`expenditure/${key}`, '支出合计的', amount, expenditure)}`,
      ),
      '，',
    )}。`;
  }

  /** 100万元，增长3.4%: the year before, and how it grew since. */
  #since(id: string, now: Fen, before: Fen): Piece[] {
    return phrase`${this.wan(`${id}/prior`, before)}${this.#rate(id, now, before)}`;
  }

  #rate(id: string, now: Fen, before: Fen): Piece[] {
    const change = now - before;
    if (Math.round(change / 10_000) === 0 || before === 0) return ['，没有明显变化'];
    return phrase`，${change > 0 ? '增长' : '下降'}${this.percent(`${id}/change`, Math.abs(change), before)}`;
  }

  protected fiscal(): void {
    const { year, prior, items } = this.ledger;
    const grandTotal = sumOf(items, item => item.fiscal + item.opening);
    this.heading('财政拨款收入支出决算总体情况说明');
    this.draft
      .say`${this.year('fiscal')}年度财政拨款收、支总计${this.wan('fiscal', grandTotal)}，比${`${year - 1}`}年度决算数${this.wan('fiscal/prior', prior.fiscalGrandTotal)}${this.change('fiscal', grandTotal, prior.fiscalGrandTotal)}。`;
  }

  protected generalBudget(): void {
    const { prior, year } = this.ledger;
    const spent = sumOf(this.general, fiscalExpenditureOf);
    const budget = sumOf(this.general, item => item.initialBudget);
    const { expenditure } = totalsOf(this.ledger);
    this.heading('一般公共预算财政拨款支出决算情况说明');
    this.draft.heading(4, '（一）一般公共预算财政拨款支出决算总体情况');
    this.draft
      .say`一般公共预算财政拨款支出${this.share('general', '本年支出合计的', spent, expenditure)}，同比${this.change('general', spent, prior.generalExpenditure)}。`;
    this.draft.heading(4, '（二）一般公共预算财政拨款支出决算结构情况');
    this.draft
      .say`${this.year('structure')}年度一般公共预算财政拨款支出${this.wan('structure', spent)}，主要用于以下方面：${listed(
      this.classes().map(
        ([code, name, amount]) => phrase`${name}（${code}类）${this.share(`structure/${code}`, '', amount, spent)}`,
      ),
    )}。`;
    this.draft.heading(4, '（三）一般公共预算财政拨款支出决算具体情况');
    this.draft
      .say`${this.year('items')}年度一般公共预算财政拨款支出年初预算为${this.wan('items/budget', budget)}，支出决算为${this.wan('items/final', spent)}，完成年初预算的${this.percent('items', spent, budget)}。其中：`;
    this.general.forEach((item, i) => {
      this.#item(item, i + 1, year);
    });
  }

  #item(item: Item, number: number, year: number): void {
    const spent = fiscalExpenditureOf(item);
    const { code } = item;
    const name = this.draft.slot(`n/item/${code}:name`, item.name);
    const rate =
      item.initialBudget > 0 ? phrase`，完成年初预算的${this.percent(`item/${code}`, spent, item.initialBudget)}` : [];
    this.draft
      .say`${`${number}、`}${FUNCTION_NAMES[code.slice(0, 3)]!}（${code.slice(0, 3)}类）${FUNCTION_NAMES[code.slice(0, 5)]!}（${code.slice(3, 5)}款）${name}（${code.slice(5)}项）。主要用于：本级相应工作的开支。${`${year}`}年年初预算为${this.wan(`item/${code}/budget`, item.initialBudget)}，支出决算为${this.wan(`item/${code}/final`, spent)}${rate}。`;
  }

  protected basic(): void {
    const { economic } = this.ledger;
    this.heading('一般公共预算财政拨款基本支出决算情况说明');
    this.draft
      .say`${this.year('basic')}年度一般公共预算财政拨款基本支出${this.wan('basic', personnel(economic) + publicUse(economic))}，其中，人员经费和公用经费分别为${this.wan('basic/personnel', personnel(economic))}和${this.wan('basic/publicUse', publicUse(economic))}。`;
    this.draft.say`人员经费主要包括${this.economicNames(true)}。公用经费主要包括${this.economicNames(false)}。`;
  }

  protected threePublic(): void {
    const { budget, final } = this.ledger.threePublic;
    const { year, prior } = this.ledger;
    const all: [Fen, Fen] = [threePublicTotal(budget), threePublicTotal(final)];
    const vehicles = (costs: ThreePublic) => costs.vehiclePurchase + costs.vehicleRunning;
    this.heading('财政拨款“三公”经费支出决算情况说明');
    this.draft
      .say`${this.year('threePublic')}年度通过财政拨款安排的“三公”经费支出全年预算为${this.wan('threePublic/budget', all[0])}，支出决算为${this.wan('threePublic/final', all[1])}，预算执行率为${this.percent('threePublic', all[1], all[0])}；${`${year - 1}`}年度支出决算为${this.wan('threePublic/prior', prior.threePublic)}。具体情况如下：`;
    this.#cost('overseasVisits', '1.因公出国（境）费。', final.overseasVisits, budget.overseasVisits);
    this.#cost('officialVehicles', '2.公务用车购置及运行维护费。', vehicles(final), vehicles(budget));
    this.#cost('vehiclePurchase', '（1）公务用车购置费。', final.vehiclePurchase, budget.vehiclePurchase);
    this.#cost('vehicleRunning', '（2）公务用车运行维护费。', final.vehicleRunning, budget.vehicleRunning);
    this.#cost('officialHospitality', '3.公务接待费。', final.officialHospitality, budget.officialHospitality);
  }

  /** A title in front of sentences that no longer name their matter. */
  #cost(key: string, title: string, final: Fen, budget: Fen): void {
    if (final === 0 && budget === 0) this.draft.say`${title}没有预算，也没有支出。`;
    else
      this.draft
        .say`${title}全年预算为${this.wan(`threePublic/${key}/budget`, budget)}，支出决算为${this.wan(`threePublic/${key}`, final)}，完成全年预算的${this.percent(`threePublic/${key}`, final, budget)}。`;
  }

  protected procurement(): void {
    const { goods, works, services } = this.ledger.procurement;
    this.heading('政府采购支出情况说明');
    this.draft
      .say`${this.year('procurement')}年度政府采购支出总额${this.wan('procurement', goods + works + services)}，其中政府采购货物、政府采购工程、政府采购服务支出分别为${this.wan('procurement/goods', goods)}、${this.wan('procurement/works', works)}、${this.wan('procurement/services', services)}。`;
  }
}
