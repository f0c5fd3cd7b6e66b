import { FUNCTION_NAMES } from './catalogue.ts';
import { type Piece, phrase } from './draft.ts';
import { fiscalExpenditureOf, totalsOf } from './forms.ts';
import { type Fen, type Item, personnel, publicUse, sumOf, type ThreePublic, threePublicTotal } from './ledger.ts';
import { listed, Narrator } from './narrator.ts';

/** One running text a section: lists over numbered lines, bases and reasons in the same breath, several amounts handed out by 分别. */
export class FlowingNarrator extends Narrator {
  protected overall(): void {
    const { year, prior } = this.ledger;
    const { grandTotal } = totalsOf(this.ledger);
    this.heading('收入支出决算总体情况');
    this.draft
      .say`本${this.body()}${this.year('overall')}年度收入总计${this.wan('overall', grandTotal)}，支出总计${this.wan('overall/spent', grandTotal)}。较${`${year - 1}`}年度，收、支总计${this.change('overall', grandTotal, prior.grandTotal, '各')}，变动的主要原因是年内安排的工作有所不同。`;
  }

  protected revenue(): void {
    const { prior } = this.ledger;
    const { revenue } = totalsOf(this.ledger);
    this.heading('收入决算情况');
    this.draft
      .say`${this.year('revenue')}年度本年收入合计${this.wan('revenue', revenue)}，比上年${this.change('revenue', revenue, prior.revenue)}。具体构成如下：`;
    this.revenueKinds().forEach(([key, name, amount], i) => {
      this.draft.say`${`${i + 1}.`}${name}${this.share(`revenue/${key}`, '本年收入合计的', amount, revenue)}。`;
    });
  }

  protected expenditure(): void {
    const { prior } = this.ledger;
    const { expenditure } = totalsOf(this.ledger);
    this.heading('支出决算情况');
    this.draft
      .say`${this.year('expenditure')}年度本年支出合计${this.wan('expenditure', expenditure)}，比上年${this.change('expenditure', expenditure, prior.expenditure)}，包括：${listed(
      this.expenditureKinds().map(
        ([key, name, amount]) => phrase`${name}${this.share(`expenditure/${key}`, '', amount, expenditure)}`,
      ),
      '，',
    )}。`;
  }

  protected fiscal(): void {
    const { prior, items } = this.ledger;
    const grandTotal = sumOf(items, item => item.fiscal + item.opening);
    this.heading('财政拨款收入支出决算总体情况');
    this.draft
      .say`${this.year('fiscal')}年度财政拨款收支总计${this.wan('fiscal', grandTotal)}，较上年${this.change('fiscal', grandTotal, prior.fiscalGrandTotal)}。`;
  }

  protected generalBudget(): void {
    const { prior } = this.ledger;
    const spent = sumOf(this.general, fiscalExpenditureOf);
    const budget = sumOf(this.general, item => item.initialBudget);
    const { expenditure } = totalsOf(this.ledger);
    this.heading('一般公共预算财政拨款支出决算情况');
    this.draft
      .say`（一）总体情况。${this.year('general')}年度一般公共预算财政拨款支出${this.wan('general', spent)}，占本年支出合计的${this.percent('general', spent, expenditure)}，与上年相比${this.change('general', spent, prior.generalExpenditure)}。`;
    this.draft
      .say`（二）结构情况。${this.year('structure')}年度一般公共预算财政拨款支出${this.wan('structure', spent)}，按功能分类：${listed(
      this.classes().map(
        ([code, name, amount]) => phrase`${name}${this.share(`structure/${code}`, '', amount, spent)}`,
      ),
      '；',
    )}。`;
    this.draft
      .say`（三）具体情况。${this.year('items')}年度一般公共预算财政拨款支出年初预算为${this.wan('items/budget', budget)}，支出决算为${this.wan('items/final', spent)}，完成年初预算的${this.percent('items', spent, budget)}。按项级科目说明如下：`;
    this.general.forEach((item, i) => {
      this.#item(item, i + 1);
    });
  }

  #item(item: Item, number: number): void {
    const spent = fiscalExpenditureOf(item);
    const name = this.draft.slot(`n/item/${item.code}:name`, item.name);
    const account = phrase`${`（${number}）`}${FUNCTION_NAMES[item.code.slice(0, 3)]!}（类）${FUNCTION_NAMES[item.code.slice(0, 5)]!}（款）${name}（项）`;
    const budget = this.wan(`item/${item.code}/budget`, item.initialBudget);
    const final = this.wan(`item/${item.code}/final`, spent);
    if (item.initialBudget === 0) this.draft.say`${account}支出决算${final}，年初预算${budget}，为年中追加。`;
    else
      this.draft
        .say`${account}支出决算${final}，年初预算${budget}，完成年初预算的${this.percent(`item/${item.code}`, spent, item.initialBudget)}${relation(spent, item.initialBudget)}。`;
  }

  protected basic(): void {
    const { economic } = this.ledger;
    const all = personnel(economic) + publicUse(economic);
    this.heading('一般公共预算财政拨款基本支出决算情况');
    this.draft
      .say`${this.year('basic')}年度一般公共预算财政拨款基本支出${this.wan('basic', all)}。其中，人员经费${this.share('basic/personnel', '基本支出的', personnel(economic), all)}，用于${this.economicNames(true)}等；公用经费${this.share('basic/publicUse', '基本支出的', publicUse(economic), all)}，用于${this.economicNames(false)}等。`;
  }

  protected threePublic(): void {
    const { budget, final } = this.ledger.threePublic;
    const { prior } = this.ledger;
    const [planned, spent] = [threePublicTotal(budget), threePublicTotal(final)];
    const vehicles = (costs: ThreePublic) => costs.vehiclePurchase + costs.vehicleRunning;
    this.heading('财政拨款“三公”经费支出决算情况');
    this.draft
      .say`${this.year('threePublic')}年度“三公”经费财政拨款支出预算为${this.wan('threePublic/budget', planned)}，支出决算为${this.wan('threePublic/final', spent)}，完成预算的${this.percent('threePublic', spent, planned)}，比上年${this.change('threePublic', spent, prior.threePublic)}。其中：`;
    this.#cost('overseasVisits', '因公出国（境）费', final.overseasVisits, budget.overseasVisits);
    this.#cost('officialVehicles', '公务用车购置及运行维护费', vehicles(final), vehicles(budget));
    this.#cost('officialHospitality', '公务接待费', final.officialHospitality, budget.officialHospitality);
    this.draft
      .say`公务用车运行维护费支出${this.wan('threePublic/vehicleRunning', final.vehicleRunning)}，完成全年预算的${this.percent('threePublic/vehicleRunning', final.vehicleRunning, budget.vehicleRunning)}，用于${this.ledger.vehiclesFor}。`;
  }

  #cost(key: string, name: string, final: Fen, budget: Fen): void {
    if (final === 0 && budget === 0) this.draft.say`${name}支出0万元，全年预算0万元，与预算持平。`;
    else
      this.draft
        .say`${name}支出${this.wan(`threePublic/${key}`, final)}，全年预算${this.wan(`threePublic/${key}/budget`, budget)}，完成全年预算的${this.percent(`threePublic/${key}`, final, budget)}。`;
  }

  protected procurement(): void {
    const { mediumAndSmall, smallAndMicro } = this.ledger.procurement;
    const parts = this.procurementParts();
    const all = sumOf(parts, ([, amount]) => amount);
    const names: Record<string, string> = { goods: '货物', works: '工程', services: '服务' };
    this.heading('政府采购支出情况');
    this.draft.say`${this.year('procurement')}年度政府采购支出总额${this.wan('procurement', all)}，其中，${listed(
      parts.map(([key, amount]) => phrase`政府采购${names[key]!}支出${this.wan(`procurement/${key}`, amount)}`),
      '、',
    )}。授予中小企业合同金额${this.share('procurement/mediumAndSmall', '政府采购支出总额的', mediumAndSmall, all)}；其中，授予小微企业合同金额${this.share('procurement/smallAndMicro', '授予中小企业合同金额的', smallAndMicro, mediumAndSmall)}。`;
  }
}

function relation(spent: Fen, budget: Fen): Piece {
  if (spent === budget) return '，与年初预算持平';
  return `，决算数${spent > budget ? '大' : '小'}于年初预算数的主要原因是按实际需要支付`;
}
