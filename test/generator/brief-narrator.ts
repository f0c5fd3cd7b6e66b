import { FUNCTION_NAMES } from './catalogue.ts';
import { type Piece, phrase } from './draft.ts';
import { fiscalExpenditureOf, totalsOf } from './forms.ts';
import { type Fen, type Item, personnel, publicUse, sumOf, threePublicTotal } from './ledger.ts';
import { listed, Narrator } from './narrator.ts';

/** Few years, parts without naming their whole again, classes and costs in one long sentence, items without rates. */
export class BriefNarrator extends Narrator {
  protected overall(): void {
    const { unit, year, prior } = this.ledger;
    const { grandTotal } = totalsOf(this.ledger);
    this.heading('收入支出决算总体情况说明');
    this.draft
      .say`${unit}${this.year('overall')}年度收入支出总计${this.wan('overall', grandTotal)}。与${`${year - 1}`}年度相比，收入支出总计${this.change('overall', grandTotal, prior.grandTotal)}。主要原因：年度工作安排有所调整。`;
  }

  protected revenue(): void {
    const { revenue } = totalsOf(this.ledger);
    this.heading('收入决算情况说明');
    this.draft
      .say`本年收入合计${this.wan('revenue', revenue)}，其中：${this.#shares('revenue', this.revenueKinds(), revenue)}。`;
  }

  protected expenditure(): void {
    const { expenditure } = totalsOf(this.ledger);
    this.heading('支出决算情况说明');
    this.draft
      .say`本年支出合计${this.wan('expenditure', expenditure)}，其中：${this.#shares('expenditure', this.expenditureKinds(), expenditure)}。`;
  }

  protected fiscal(): void {
    const { unit, year, prior, items } = this.ledger;
    const grandTotal = sumOf(items, item => item.fiscal + item.opening);
    this.heading('财政拨款收入支出决算总体情况说明');
    this.draft
      .say`${unit}${this.year('fiscal')}年度财政拨款收入支出总计${this.wan('fiscal', grandTotal)}。与${`${year - 1}`}年度相比，财政拨款收入支出总计${this.change('fiscal', grandTotal, prior.fiscalGrandTotal)}。`;
  }

  protected generalBudget(): void {
    const { year, prior } = this.ledger;
    const spent = sumOf(this.general, fiscalExpenditureOf);
    const budget = sumOf(this.general, item => item.initialBudget);
    const { expenditure } = totalsOf(this.ledger);
    this.heading('一般公共预算财政拨款支出决算情况说明');
    this.draft.heading(4, '（一）一般公共预算财政拨款支出决算总体情况');
    this.draft
      .say`一般公共预算财政拨款支出${this.share('general', '本年支出合计的', spent, expenditure)}。与${`${year - 1}`}年度相比，一般公共预算财政拨款支出${this.change('general', spent, prior.generalExpenditure)}。`;
    this.draft.heading(4, '（二）一般公共预算财政拨款支出决算结构情况');
    this.draft.say`一般公共预算财政拨款支出${this.wan('structure', spent)}，主要用于以下方面：${this.#shares(
      'structure',
      this.classes().map(([code, name, amount]) => [code, `${name}（类）`, amount]),
      spent,
    )}。`;
    this.draft.heading(4, '（三）一般公共预算财政拨款支出决算具体情况');
    this.draft
      .say`一般公共预算财政拨款支出年初预算为${this.wan('items/budget', budget)}，支出决算为${this.wan('items/final', spent)}，完成年初预算的${this.percent('items', spent, budget)}。${comparison(spent, budget)}其中：`;
    this.general.forEach((item, i) => {
      this.#item(item, i + 1);
    });
  }

  #item(item: Item, number: number): void {
    const spent = fiscalExpenditureOf(item);
    const name = this.draft.slot(`n/item/${item.code}:name`, item.name);
    this.draft
      .say`${`${number}、`}${FUNCTION_NAMES[item.code.slice(0, 3)]!}（类）${FUNCTION_NAMES[item.code.slice(0, 5)]!}（款）${name}（项）。主要用于：本级相应工作的开支。年初预算为${this.wan(`item/${item.code}/budget`, item.initialBudget)}，支出决算为${this.wan(`item/${item.code}/final`, spent)}。${comparison(spent, item.initialBudget)}`;
  }

  protected basic(): void {
    const { economic } = this.ledger;
    this.heading('一般公共预算财政拨款基本支出决算情况说明');
    this.draft
      .say`${this.year('basic')}年度一般公共预算财政拨款基本支出${this.wan('basic', personnel(economic) + publicUse(economic))}。其中：人员经费${this.wan('basic/personnel', personnel(economic))}，主要包括：${this.economicNames(true)}；公用经费${this.wan('basic/publicUse', publicUse(economic))}，主要包括：${this.economicNames(false)}。`;
  }

  protected threePublic(): void {
    const { budget, final } = this.ledger.threePublic;
    const { year, prior } = this.ledger;
    const all = threePublicTotal(final);
    const vehicles = final.vehiclePurchase + final.vehicleRunning;
    const costs = [
      this.#cost('overseasVisits', '因公出国（境）费决算', final.overseasVisits, budget.overseasVisits),
      this.#cost(
        'officialVehicles',
        '公务用车购置及运行维护费支出决算',
        vehicles,
        budget.vehiclePurchase + budget.vehicleRunning,
      ),
      this.#cost('officialHospitality', '公务接待费支出决算', final.officialHospitality, budget.officialHospitality),
    ];
    this.heading('财政拨款“三公”经费支出决算情况说明');
    this.draft.heading(4, '（一）“三公”经费财政拨款支出决算总体情况说明');
    this.draft
      .say`“三公”经费财政拨款支出预算为${this.wan('threePublic/budget', threePublicTotal(budget))}，支出决算为${this.wan('threePublic/final', all)}，完成预算的${this.percent('threePublic', all, threePublicTotal(budget))}，其中：${listed(costs)}。`;
    this.draft
      .say`${`${year}`}年度“三公”经费财政拨款支出决算数比${`${year - 1}`}年度${this.change('threePublic', all, prior.threePublic)}。`;
    this.draft.heading(4, '（二）“三公”经费财政拨款支出决算具体情况说明');
    this.draft
      .say`公务用车运行维护费${this.#cost('vehicleRunning', '支出决算', final.vehicleRunning, budget.vehicleRunning)}，主要用于${this.ledger.vehiclesFor}所需的燃料、维修和保险。`;
  }

  /** A cost that was neither planned nor met is 0 % of its budget in this wording. */
  #cost(key: string, name: string, final: Fen, budget: Fen): Piece[] {
    const rate = budget === 0 ? '0%' : this.percent(`threePublic/${key}`, final, budget);
    return phrase`${name}为${this.wan(`threePublic/${key}`, final)}，完成预算的${rate}`;
  }

  protected procurement(): void {
    const { unit } = this.ledger;
    const names: Record<string, string> = { goods: '货物采购金额', works: '工程采购金额', services: '服务采购金额' };
    const parts = this.procurementParts();
    this.heading('政府采购支出情况说明');
    this.draft.say`${unit}${this.year('procurement')}年度政府采购金额（以合同签订为准）为${this.wan(
      'procurement',
      sumOf(parts, ([, amount]) => amount),
    )}，其中：${listed(
      parts.map(([key, amount]) => phrase`${names[key]!}${this.wan(`procurement/${key}`, amount)}`),
      '、',
    )}。`;
  }

  #shares(section: string, parts: readonly [key: string, name: string, amount: Fen][], whole: Fen): Piece[] {
    return listed(
      parts.map(([key, name, amount]) => phrase`${name}${this.share(`${section}/${key}`, '', amount, whole)}`),
    );
  }
}

function comparison(spent: Fen, budget: Fen): string {
  if (spent === budget) return '决算数与预算数持平。';
  return `决算数${spent > budget ? '大' : '小'}于预算数的主要原因：执行中按实际需要调整。`;
}
