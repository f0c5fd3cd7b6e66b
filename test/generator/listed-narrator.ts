import { FUNCTION_NAMES } from './catalogue.ts';
import { type Piece, phrase } from './draft.ts';
import { fiscalExpenditureOf, totalsOf } from './forms.ts';
import { type Fen, type Item, personnel, publicUse, sumOf, type ThreePublic, threePublicTotal } from './ledger.ts';
import { Narrator } from './narrator.ts';

/** Every part in a line of its own, parts of parts under them, items under a line that names their class. */
export class ListedNarrator extends Narrator {
  protected overall(): void {
    const { year, prior, items, ownOpening, ownClosing, surplusUsed, surplusDistributed } = this.ledger;
    const { grandTotal, revenue, expenditure } = totalsOf(this.ledger);
    this.heading('收入支出决算总体情况说明');
    this.draft
      .say`${this.year('overall')}年度收、支总计均为${this.wan('overall', grandTotal)}，较上年${this.change('overall', grandTotal, prior.grandTotal)}。`;
    this.draft.say`（一）${`${year}`}年度收入总计${this.wan('overall/revenue', grandTotal)}，包括：`;
    this.#lines('overall/in', [
      ['本年收入合计', revenue],
      ['使用非财政拨款结余', surplusUsed],
      ['年初结转和结余', sumOf(items, item => item.opening) + ownOpening],
    ]);
    this.draft.say`（二）${`${year}`}年度支出总计${this.wan('overall/expenditure', grandTotal)}，包括：`;
    this.#lines('overall/out', [
      ['本年支出合计', expenditure],
      ['结余分配', surplusDistributed],
      ['年末结转和结余', sumOf(items, item => item.closing) + ownClosing],
    ]);
  }

  #lines(section: string, parts: readonly (readonly [name: string, amount: Fen])[]): void {
    parts.forEach(([name, amount], i) => {
      this.draft.say`${`${i + 1}.`}${name}${this.wan(`${section}/${i}`, amount)}。`;
    });
  }

  protected revenue(): void {
    const { prior } = this.ledger;
    const { revenue } = totalsOf(this.ledger);
    this.heading('收入决算情况说明');
    this.draft
      .say`${this.year('revenue')}年度收入合计${this.wan('revenue', revenue)}，与上年相比${this.change('revenue', revenue, prior.revenue)}。其中：`;
    this.#shares('revenue', this.revenueKinds(), revenue);
  }

  protected expenditure(): void {
    const { prior } = this.ledger;
    const { expenditure } = totalsOf(this.ledger);
    this.heading('支出决算情况说明');
    this.draft
      .say`${this.year('expenditure')}年度支出合计${this.wan('expenditure', expenditure)}，与上年相比${this.change('expenditure', expenditure, prior.expenditure)}。其中：`;
    this.#shares('expenditure', this.expenditureKinds(), expenditure);
  }

  #shares(section: string, parts: readonly [key: string, name: string, amount: Fen][], whole: Fen): void {
    parts.forEach(([key, name, amount], i) => {
      const end = i === parts.length - 1 ? '。' : '；';
      this.draft.say`${name}${this.share(`${section}/${key}`, '', amount, whole)}${end}`;
    });
  }

  protected fiscal(): void {
    const { year, prior, items } = this.ledger;
    const grandTotal = sumOf(items, item => item.fiscal + item.opening);
    this.heading('财政拨款收入支出决算总体情况说明');
    this.draft
      .say`${this.year('fiscal')}年度财政拨款收、支总计${this.wan('fiscal', grandTotal)}。比${`${year - 1}`}年度${this.change('fiscal', grandTotal, prior.fiscalGrandTotal)}，增减变动是工作安排不同所致。`;
  }

  protected generalBudget(): void {
    const { year, prior } = this.ledger;
    const spent = sumOf(this.general, fiscalExpenditureOf);
    const budget = sumOf(this.general, item => item.initialBudget);
    const { expenditure } = totalsOf(this.ledger);
    this.heading('一般公共预算财政拨款支出决算情况说明');
    this.draft
      .say`${`${year}`}年度一般公共预算财政拨款支出${this.share('general', '本年支出合计的', spent, expenditure)}，比上年度决算数${this.change('general', spent, prior.generalExpenditure)}。`;
    this.draft
      .say`${this.year('structure')}年度一般公共预算财政拨款支出${this.wan('structure', spent)}，按功能分类分为：`;
    this.#shares(
      'structure',
      this.classes().map(([code, name, amount]) => [code, `${name}（类）`, amount]),
      spent,
    );
    this.draft
      .say`${this.year('items')}年度一般公共预算财政拨款支出年初预算为${this.wan('items/budget', budget)}，支出决算为${this.wan('items/final', spent)}，完成年初预算的${this.percent('items', spent, budget)}。`;
    this.classes().forEach(([code, name], i) => {
      this.draft.heading(4, `（${'一二三四五六七八九十'[i]!}）${name}（类）`);
      this.general
        .filter(item => item.code.startsWith(code))
        .forEach((item, n) => {
          this.#item(item, n + 1);
        });
    });
  }

  #item(item: Item, number: number): void {
    const spent = fiscalExpenditureOf(item);
    const name = this.draft.slot(`n/item/${item.code}:name`, item.name);
    const completed =
      item.initialBudget > 0
        ? phrase`，完成年初预算的${this.percent(`item/${item.code}`, spent, item.initialBudget)}`
        : [];
    this.draft
      .say`${`${number}.`}${FUNCTION_NAMES[item.code.slice(0, 5)]!}（款）${name}（项）。年初预算为${this.wan(`item/${item.code}/budget`, item.initialBudget)}，支出决算为${this.wan(`item/${item.code}/final`, spent)}${completed}。${differs(spent, item.initialBudget)}`;
  }

  protected basic(): void {
    const { economic } = this.ledger;
    this.heading('一般公共预算财政拨款基本支出决算情况说明');
    this.draft
      .say`${this.year('basic')}年度一般公共预算财政拨款基本支出${this.wan('basic', personnel(economic) + publicUse(economic))}，其中：`;
    this.draft
      .say`（一）人员经费${this.wan('basic/personnel', personnel(economic))}。包括${this.economicNames(true)}。`;
    this.draft
      .say`（二）公用经费${this.wan('basic/publicUse', publicUse(economic))}。包括${this.economicNames(false)}。`;
  }

  protected threePublic(): void {
    const { budget, final } = this.ledger.threePublic;
    const { prior } = this.ledger;
    const all: [Fen, Fen] = [threePublicTotal(final), threePublicTotal(budget)];
    const vehicles = (costs: ThreePublic) => costs.vehiclePurchase + costs.vehicleRunning;
    this.heading('财政拨款“三公”经费支出决算情况说明');
    this.draft
      .say`${this.year('threePublic')}年度财政拨款安排的“三公”经费支出决算${this.#completed('', ...all)}，比上年${this.change('threePublic', all[0], prior.threePublic)}。其中：`;
    this.draft
      .say`1.因公出国（境）费支出决算${this.#completed('/overseasVisits', final.overseasVisits, budget.overseasVisits)}。`;
    this.draft
      .say`2.公务用车购置及运行维护费支出决算${this.#completed('/officialVehicles', vehicles(final), vehicles(budget))}。其中：`;
    this.draft
      .say`（1）公务用车购置费支出决算${this.#completed('/vehiclePurchase', final.vehiclePurchase, budget.vehiclePurchase)}。`;
    this.draft
      .say`（2）公务用车运行维护费支出决算${this.#completed('/vehicleRunning', final.vehicleRunning, budget.vehicleRunning)}，主要用于${this.ledger.vehiclesFor}所需的燃料、维修和保险。`;
    this.draft
      .say`3.公务接待费支出决算${this.#completed('/officialHospitality', final.officialHospitality, budget.officialHospitality)}。`;
  }

  /** 12万元，完成预算15万元的80%. */
  #completed(key: string, final: Fen, budget: Fen): Piece[] {
    const spent = this.wan(`threePublic${key}`, final);
    if (budget === 0) return phrase`${spent}，当年没有这项预算`;
    return phrase`${spent}，完成预算${this.wan(`threePublic${key}/budget`, budget)}的${this.percent(`threePublic${key}`, final, budget)}`;
  }

  protected procurement(): void {
    const { mediumAndSmall, smallAndMicro } = this.ledger.procurement;
    const parts = this.procurementParts();
    const all = sumOf(parts, ([, amount]) => amount);
    const names: Record<string, string> = { goods: '货物', works: '工程', services: '服务' };
    this.heading('政府采购支出情况说明');
    const kinds = parts.flatMap(([key, amount], i) => [
      ...(i === 0 ? [] : ['、']),
      ...phrase`政府采购${names[key]!}支出${this.wan(`procurement/${key}`, amount)}`,
    ]);
    this.draft
      .say`${this.year('procurement')}年度政府采购支出总额${this.wan('procurement', all)}：${kinds}。授予中小企业合同金额${this.share('procurement/mediumAndSmall', '政府采购支出总额的', mediumAndSmall, all)}；其中授予小微企业合同金额${this.share('procurement/smallAndMicro', '授予中小企业合同金额的', smallAndMicro, mediumAndSmall)}。`;
  }
}

function differs(spent: Fen, budget: Fen): string {
  if (spent === budget) return '决算数与年初预算数相同。';
  return `决算数${spent > budget ? '大' : '小'}于年初预算数的主要原因是执行中按实际需要调整。`;
}
