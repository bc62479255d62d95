import type { FinancialPlanningWords } from "../words.ts";
import { given, wrong } from "./phrases.ts";

/** Financial plans: labels and sentences. */
export const financialPlanning = {
  "planningTemplate.retirement": "养老（退休）计划",
  "planningTemplate.education": "教育计划",
  "planningTemplate.investment": "投资计划",
  "planningTemplate.protection": "保障计划",
  "planningTemplate.tax": "税务计划",
  "planningTemplate.home": "安家置业计划",
  "planningTemplate.daily-finance": "家庭日常财务计划",
  "planningTemplate.support": "赡养抚养计划",
  "checkLevel.info": "提示",
  "checkLevel.warning": "警示",
  "retirementFormula.years-to-retirement": "距退休年数",
  "retirementFormula.years-in-retirement": "退休后年数",
  "retirementFormula.spending-at-retirement": "退休首年支出",
  "retirementFormula.real-return": "实际收益率",
  "retirementFormula.corpus": "退休时所需资金",
  "retirementFormula.pension-value": "养老金现值",
  "retirementFormula.need": "扣除养老金后所需资金",
  "retirementFormula.monthly-return": "月收益率",
  "retirementFormula.pots-at-retirement": "现有储蓄的退休时终值",
  "retirementFormula.savings-at-retirement": "每月储蓄的退休时终值",
  "retirementFormula.gap": "资金缺口",
  "retirementFormula.additional-monthly-saving": "每月需增加的储蓄",
  "retirementFigure.need": "扣除养老金后所需资金",
  "retirementFigure.have": "退休时已有资金",
  "retirementAssumption.inflation": "通货膨胀率",
  "retirementAssumption.returnBeforeRetirement": "退休前收益率",
  "retirementAssumption.returnAfterRetirement": "退休后收益率",
  "retirementAssumption.lifeExpectancy": "预期寿命",
  "retiree.man": "男职工",
  "retiree.woman-55": "女职工（原法定退休年龄 55 周岁）",
  "retiree.woman-50": "女职工（原法定退休年龄 50 周岁）",
  "retirementAgeKind.statutory": "法定退休年龄",
  "retirementAgeKind.chosen": "自选退休年龄",
  "returnRisk.loss-possible": "本金可能发生损失",
  "returnRisk.not-promised": "该收益率不构成承诺或保证",
  shortfall: "按目前计划，{retirementAge:number} 岁退休时养老资金不足。",
  "retires-now": "计划按现在退休计算（{retirementAge:number} 岁），退休前不再积累储蓄。",
  "real-return-not-positive": "退休后的实际收益率为 {realReturn:share}，收益不高于通货膨胀。",
  "runs-out-before-life-expectancy":
    "资金到 {depletionAge:number} 岁时已不足以支付当年支出，早于预期寿命 {lifeExpectancy:number} 岁。",
  "pension-starts-after-retirement":
    "养老金从 {firstPensionAge:number} 岁起才开始领取，晚于退休年龄 {retirementAge:number} 岁，其间须动用储蓄。",
  "no-pension": "计划中没有养老金收入。",
  "not-a-statutory-age":
    "{person:label.retiree}的法定退休年龄在 {lowest:number} 岁至 {highest:number} 岁之间，计划采用的 {retirementAge:number} 岁不在其中。",
  "assumed-return-above-grade":
    "{assumption:label.retirementAssumption}的假设为 {value:share}，高于客户风险承受能力等级 {grade} 允许的上限 {highestReturn:share}。",
  "another-statutory-age":
    "按出生年月，{person:label.retiree}的法定退休年龄为 {years:number} 岁[ {months:number} 个月]，按整岁计为 {years:number} 岁，计划采用的是 {retirementAge:number} 岁。",
  "changed-return-above-grade":
    "敏感性测算把{assumption:label.retirementAssumption}调整（{change:share}）为 {value:share}，高于客户风险承受能力等级 {grade} 允许的上限 {highestReturn:share}。",
  "returns-not-assessed":
    "所假设的收益率（退休前 {returnBeforeRetirement:share}、退休后 {returnAfterRetirement:share}）未经客户风险承受能力评估核对。",
  "assumption-dated-later":
    "假设“{assumption:label.retirementAssumption}”的日期{date:date}晚于计划日{asOf:date}，请核对。",
  "assumptions-not-forecast": "测算结果取决于所列假设，不是对未来的预测；实际收益、物价和支出可能与假设不同。",
  "no-promise-of-return": "所列收益率均为测算假设，不构成对收益的任何承诺或保证。",
  "no-product-advice": "本计划不是产品推荐，也不是投资建议；购买任何产品前须另行进行风险承受能力评估和适当性评估。",
  "tax-not-computed": "未计算税费：收益率按已扣除税费的数额假设，支出和养老金按所提供的数额计算。",
  "may-live-longer": "资金按用到 {lifeExpectancy:number} 岁测算，实际寿命可能更长。",
  "pension-not-confirmed": "养老金按所提供的数额测算，未经发放机构确认，实际领取以发放机构核定为准。",
  "statutory-retirement-age":
    "退休年龄 {retirementAge:number} 岁为{person:label.retiree}的法定退休年龄（依据：{source}）。",
  "statutory-age-not-confirmed":
    "退休年龄 {retirementAge:number} 岁按所提供的资料为{person:label.retiree}的内地法定退休年龄（依据：{source}），未经出生年月核实，须另行确认。",
  "chosen-retirement-age": "退休年龄 {retirementAge:number} 岁由客户选定（依据：{source}），可能不同于法定退休年龄。",
  "retirement-age-not-explained":
    "退休年龄 {retirementAge:number} 岁为输入值，未说明依据，是否符合本人法定退休年龄须另行确认。",
  "risk-grade-not-given": "未提供客户的风险承受能力评估，不以提高收益率作为补足缺口的办法。",
  "risk-assessment-not-valid":
    "客户的风险承受能力评估自{assessedOn:date}至{validUntil:date}有效，在{asOf:date}无效，不以提高收益率作为补足缺口的办法。",
  "return-limits-not-given": "未提供本行按风险承受能力等级规定的收益率上限，不以提高收益率作为补足缺口的办法。",
  "return-limits-not-in-force":
    "本行的收益率上限规定（{policy}，第 {version} 版）在{asOf:date}未施行，不以提高收益率作为补足缺口的办法。",
  "grade-without-return-limit":
    "本行的收益率上限规定（{policy}，第 {version} 版）没有风险承受能力等级 {grade}，不以提高收益率作为补足缺口的办法。",
  "no-return-closes-gap": "任何收益率都不能补足缺口。",
  "return-above-grade-limit":
    "补足缺口所需的年收益率为 {needed:share}，高于客户风险承受能力等级 {grade} 允许的上限 {highestReturn:share}，不以提高收益率作为补足缺口的办法。",
  "years-to-retirement": "退休年龄 {retirementAge:number} 岁减去现年 {age:number} 岁，距退休 {value:number} 年。",
  "years-in-retirement":
    "预期寿命 {lifeExpectancy:number} 岁减去退休年龄 {retirementAge:number} 岁，退休后 {value:number} 年。",
  "spending-at-retirement":
    "每年支出按今日价格为 {spendingToday:amount}，按通货膨胀率 {inflation:share} 计算 {years:number} 年，退休首年支出为 {value:amount}。",
  "real-return":
    "退休后收益率 {returnAfterRetirement:share}，扣除通货膨胀率 {inflation:share}，实际收益率为 {value:share}。",
  corpus:
    "首年支出 {spending:amount}，每年年初支付，共 {years:number} 年，按实际收益率 {realReturn:share} 计算，退休时所需资金为 {value:amount}。",
  "pension-value":
    "退休后 {years:number} 年内的养老金（{pensions:number} 项），按收益率 {returnAfterRetirement:share} 折算，退休时的现值为 {value:amount}。",
  need: "到 {untilAge:number} 岁为止所需资金最多：支出折现 {corpus:amount}，减去届时已领取的养老金折现 {pensionValue:amount}，退休时所需资金为 {value:amount}（不低于零）。",
  "monthly-return": "退休前年收益率 {returnBeforeRetirement:share}，折合月收益率为 {value:share}。",
  "pots-at-retirement":
    "现有储蓄 {pots:amount}，按年收益率 {returnBeforeRetirement:share} 增长 {years:number} 年，退休时终值为 {value:amount}。",
  "savings-at-retirement":
    "每月月末储蓄 {monthlySaving:amount}，共 {months:number} 个月，按月收益率 {monthlyReturn:share} 计算，退休时终值为 {value:amount}。",
  gap: "所需资金 {need:amount} 减去退休时的储蓄 {have:amount}，资金缺口为 {value:amount}（负数为盈余）。",
  "additional-monthly-saving":
    "资金缺口 {gap:amount}，分 {months:number} 个月、按月收益率 {monthlyReturn:share} 计算，每月需增加储蓄 {value:amount}（负数表示可减少的金额）。",
  "save-more": "每月多储蓄{additionalMonthly:money}，合计每月{totalMonthly:money}。",
  "retire-later": "推迟{years:number}年退休，{retirementAge:number}岁退休。",
  "spend-less": "每年少支出{reduction:money}，按今日价格计每年支出{annualToday:money}。",
  "higher-return":
    "退休前年收益率达到{returnBeforeRetirement:share}（客户风险承受能力等级 {grade} 允许的上限为 {highestReturn:share}）；须注意：{risks:label.returnRisk}。",
  "financial-planning/invalid-input": `养老计划的资料有误[：{path}][，出生日期与年龄只能填一项{both}][，出生日期与年龄须填一项{neither}][，风险承受能力评估的有效期截止日{validUntil:date}早于评估日{assessedOn:date}][，假设“{assumption:label.retirementAssumption}”须写明数值、来源和日期][，所给的是整套假设，应填写其中的 assumptions 一项{set}]${given}`,
  "financial-planning/invalid-age": `年龄须为整数岁，并在允许的范围之内[（调整后的预期寿命为 {value:number} 岁，须大于退休年龄 {retirementAge:number} 岁）]${wrong}`,
  "financial-planning/ages-out-of-order":
    "年龄的先后有误[：出生日期晚于计划日期{asOf:date}][：现年 {age:number} 岁、退休年龄 {retirementAge:number} 岁、预期寿命 {lifeExpectancy:number} 岁，现年不得大于退休年龄，退休年龄须小于预期寿命][：养老金从 {fromAge:number} 岁领到 {untilAge:number} 岁，停领年龄须大于起领年龄][（{path}）]。",
  "financial-planning/rate-out-of-range":
    "比率须在 {min:number} 与 {max:number} 之间，5% 应写作 0.05[：{path}]，收到的是{received:received}。",
  "financial-planning/amount-out-of-range":
    "[金额不得为负数，收到的是{received:received}][计算结果超过上限 {limit:number}，主要来自数值 {largest}][：{path}]。",
  "financial-planning/currency-mismatch": "计划的币种为 {expected}，该金额的币种为 {received}[：{path}]，请统一币种。",
} as const satisfies FinancialPlanningWords;
