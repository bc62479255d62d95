import { expect, test } from "vitest";

import {
  exampleRetirementAssumptions,
  retirementGap,
  type RetirementDisclosureCode,
  type RetirementFormula,
  type RetirementInput,
  type RetirementStep,
} from "../../src/financial-planning/index.ts";
import { money } from "../../src/money/index.ts";
import { assume, household, returnLimits, riskProfile, textbook } from "../financial-planning/cases.ts";
import { given, oneOf, thrownBy, told } from "../support/told.ts";

const plan = retirementGap(household);
const now = retirementGap({
  ...textbook,
  person: { age: 65 },
  assumptions: { ...textbook.assumptions, returnAfterRetirement: assume("0.01") },
});
const refusal = (changes: Partial<RetirementInput>) => thrownBy(() => retirementGap({ ...household, ...changes }));
const pension = { id: "basic", annual: money("43859", "CNY"), fromAge: 63, increase: "0.03" };

const source = "全国人大常委会决定";
const disclosed = (changes: Partial<RetirementInput<"CNY">>, code: RetirementDisclosureCode) =>
  oneOf(retirementGap({ ...household, ...changes }).disclosures, code);
const notOffered = (changes: Partial<RetirementInput<"CNY">>) =>
  given(retirementGap({ ...household, riskProfile, returnLimits, ...changes }).result.ways.higherReturnRefusal);
const careful = retirementGap({
  ...household,
  sensitivity: [{ assumption: "returnBeforeRetirement", change: "0.01" }],
  retirementAge: 63,
  retirementAgeBasis: { kind: "statutory", person: "woman-50", source },
  riskProfile: { ...riskProfile, grade: "C1" },
  returnLimits,
});

const reasons = {
  ...(Object.fromEntries(plan.trace.map((step) => [step.formula, step])) as Record<RetirementFormula, RetirementStep>),
  shortfall: oneOf(plan.checks, "shortfall"),
  "runs out": oneOf(plan.checks, "runs-out-before-life-expectancy"),
  "a late pension": oneOf(
    retirementGap({ ...household, pensions: [pension] }).checks,
    "pension-starts-after-retirement",
  ),
  "retires now": oneOf(now.checks, "retires-now"),
  "no real return": oneOf(now.checks, "real-return-not-positive"),
  "no pension": oneOf(now.checks, "no-pension"),
  "no statutory age": oneOf(
    retirementGap({
      ...household,
      person: { age: 39 },
      retirementAge: 63,
      retirementAgeBasis: { kind: "statutory", person: "woman-50", source },
    }).checks,
    "not-a-statutory-age",
  ),
  "the age of another": oneOf(careful.checks, "another-statutory-age"),
  "the age of another, with months": oneOf(
    retirementGap({
      ...household,
      person: { birthDate: "1971-05-02" },
      retirementAgeBasis: { kind: "statutory", person: "man", source },
    }).checks,
    "another-statutory-age",
  ),
  "an age nobody confirmed": oneOf(careful.disclosures, "statutory-age-not-confirmed"),
  "a change above the grade": oneOf(careful.checks, "changed-return-above-grade"),
  "an assumption of the next day": oneOf(
    retirementGap({
      ...household,
      assumptions: { ...household.assumptions, inflation: { value: "0.02", source, date: "2026-03-02" } },
    }).checks,
    "assumption-dated-later",
  ),
  "returns nobody assessed": oneOf(plan.checks, "returns-not-assessed"),
  "an assessment that ends before it begins": refusal({ riskProfile: { ...riskProfile, validUntil: "2025-06-09" } }),
  "a return above the grade": oneOf(careful.checks, "assumed-return-above-grade"),
  "assumptions are no forecast": disclosed({}, "assumptions-not-forecast"),
  "no promise": disclosed({}, "no-promise-of-return"),
  "no advice": disclosed({}, "no-product-advice"),
  "no tax": disclosed({}, "tax-not-computed"),
  "a longer life": disclosed({}, "may-live-longer"),
  "a pension as given": disclosed({}, "pension-not-confirmed"),
  "the age of the law": disclosed(
    { retirementAge: 63, retirementAgeBasis: { kind: "statutory", person: "man", source } },
    "statutory-retirement-age",
  ),
  "the age of the law for a woman": disclosed(
    { retirementAge: 58, retirementAgeBasis: { kind: "statutory", person: "woman-55", source } },
    "statutory-retirement-age",
  ),
  "an age of one's own": disclosed(
    { retirementAgeBasis: { kind: "chosen", source: "2026-03-01" } },
    "chosen-retirement-age",
  ),
  "an age without a reason": disclosed({}, "retirement-age-not-explained"),
  "nobody asked": given(plan.result.ways.higherReturnRefusal),
  "an old assessment": notOffered({ riskProfile: { ...riskProfile, validUntil: "2026-02-28" } }),
  "no limits": given(retirementGap({ ...household, riskProfile }).result.ways.higherReturnRefusal),
  "limits of later": notOffered({ returnLimits: { ...returnLimits, effectiveFrom: "2026-04-01" } }),
  "a grade nobody limits": notOffered({ riskProfile: { ...riskProfile, grade: "C9" } }),
  "more than the grade allows": notOffered({}),
  "no return is enough": notOffered({ retirementAge: 39 }),
  "an inflation too high": refusal({ assumptions: { ...household.assumptions, inflation: assume("0.9") } }),
  "a misspelt basis": refusal({ spending: { basis: "amout" } as never }),
  "neither birth nor age": refusal({ person: {} as never }),
  "birth and age": refusal({ person: { birthDate: "1987-03-02", age: 39 } }),
  "an age of 39 in words": refusal({ person: { age: "39" } as never }),
  "a missing assumption": refusal({ assumptions: { ...household.assumptions, lifeExpectancy: undefined } as never }),
  "a bare assumption": refusal({ assumptions: { ...household.assumptions, inflation: "0.02" } as never }),
  "a set of assumptions": refusal({ assumptions: exampleRetirementAssumptions as never }),
  "a life expectancy changed too much": refusal({ sensitivity: [{ assumption: "lifeExpectancy", change: "-25" }] }),
  "born after the plan": refusal({ person: { birthDate: "2026-03-02" } }),
  "retires before today": refusal({ person: { age: 61 } }),
  "a pension that stops before it starts": refusal({ pensions: [{ ...pension, untilAge: 60 }] }),
  "a rate in percent": refusal({ assumptions: { ...household.assumptions, inflation: assume("2.5") } }),
  "an amount below zero": refusal({ monthlySaving: money("-1", "CNY") }),
  "a result beyond the limit": refusal({ monthlySaving: money("9000000000000", "CNY") }),
  "two currencies": refusal({ monthlySaving: money("1", "USD") }),
};

test.each<[keyof typeof reasons, string, string, string]>([
  [
    "a missing assumption",
    "养老计划的资料有误：assumptions.lifeExpectancy，假设“预期寿命”须写明数值、来源和日期，收到的是空缺。",
    "退休計劃的資料有誤：assumptions.lifeExpectancy，假設「預期壽命」須註明數值、來源及日期，收到的是空缺。",
    "The retirement plan’s input is not valid at assumptions.lifeExpectancy: the assumption “Life expectancy” needs a value, a source and a date: nothing was given.",
  ],
  [
    "a bare assumption",
    '养老计划的资料有误：assumptions.inflation，假设“通货膨胀率”须写明数值、来源和日期，收到的是"0.02"（文本）。',
    '退休計劃的資料有誤：assumptions.inflation，假設「通脹率」須註明數值、來源及日期，收到的是"0.02"（文字）。',
    'The retirement plan’s input is not valid at assumptions.inflation: the assumption “Inflation” needs a value, a source and a date: "0.02" was given (a text).',
  ],
  [
    "a set of assumptions",
    "养老计划的资料有误：assumptions，所给的是整套假设，应填写其中的 assumptions 一项。",
    "退休計劃的資料有誤：assumptions，所提供的是整套假設，應填寫其中的 assumptions 一項。",
    "The retirement plan’s input is not valid at assumptions: a dated set of assumptions was given; give its member “assumptions”.",
  ],
  [
    "years-to-retirement",
    "退休年龄 60 岁减去现年 39 岁，距退休 21 年。",
    "退休年齡 60 歲減去現時年齡 39 歲，距離退休 21 年。",
    "Years to retirement: 21 (retirement at 60, aged 39 now).",
  ],
  [
    "years-in-retirement",
    "预期寿命 85 岁减去退休年龄 60 岁，退休后 25 年。",
    "預期壽命 85 歲減去退休年齡 60 歲，退休後 25 年。",
    "Years in retirement: 25 (life expectancy 85, retirement at 60).",
  ],
  [
    "spending-at-retirement",
    "每年支出按今日价格为 140,000.00，按通货膨胀率 2.5% 计算 21 年，退休首年支出为 235,141.46。",
    "每年開支按今日價格為 140,000.00，按通脹率 2.5% 計算 21 年，退休首年開支為 235,141.46。",
    "Spending of 140,000.00 a year in today’s prices, with inflation of 2.5% a year (years: 21), is 235,141.46 in the first year of retirement.",
  ],
  [
    "real-return",
    "退休后收益率 3%，扣除通货膨胀率 2.5%，实际收益率为 0.4878%。",
    "退休後回報率 3%，扣除通脹率 2.5%，實際回報率為 0.4878%。",
    "A return of 3% after retirement, with inflation of 2.5%, is a real return of 0.4878%.",
  ],
  [
    "corpus",
    "首年支出 235,141.46，每年年初支付，共 25 年，按实际收益率 0.4878% 计算，退休时所需资金为 5,548,508.52。",
    "首年開支 235,141.46，每年年初支付，共 25 年，按實際回報率 0.4878% 計算，退休時所需資金為 5,548,508.52。",
    "Spending of 235,141.46 in the first year, paid at the beginning of each year (years: 25), needs capital of 5,548,508.52 at a real return of 0.4878%.",
  ],
  [
    "pension-value",
    "退休后 25 年内的养老金（2 项），按收益率 3% 折算，退休时的现值为 1,900,427.82。",
    "退休後 25 年內的退休金（2 項），按回報率 3% 折算，退休時的現值為 1,900,427.82。",
    "Pensions (number: 2) during retirement (years: 25) have a capital value of 1,900,427.82 at a return of 3%.",
  ],
  [
    "need",
    "到 85 岁为止所需资金最多：支出折现 5,548,508.52，减去届时已领取的养老金折现 1,900,427.82，退休时所需资金为 3,648,080.70（不低于零）。",
    "至 85 歲為止所需資金最多：開支折現 5,548,508.52，減去屆時已領取的退休金折現 1,900,427.82，退休時所需資金為 3,648,080.70（不低於零）。",
    "The years until 85 need the most: spending worth 5,548,508.52 at retirement, less pensions paid by then worth 1,900,427.82, is capital of 3,648,080.70 (not below zero).",
  ],
  [
    "the age of another, with months",
    "按出生年月，男职工的法定退休年龄为 61 岁 8 个月，按整岁计为 61 岁，计划采用的是 60 岁。",
    "按出生年月計算，男性僱員在內地的法定退休年齡為 61 歲 8 個月，按整歲計為 61 歲，計劃採用的是 60 歲。",
    "By the month of birth, the statutory retirement age in mainland China (Man) is 61 years and 8 months, 61 in whole years; the plan counts with 60.",
  ],
  [
    "the age of another",
    "按出生年月，女职工（原法定退休年龄 50 周岁）的法定退休年龄为 55 岁，按整岁计为 55 岁，计划采用的是 63 岁。",
    "按出生年月計算，女性僱員（原法定退休年齡 50 歲）在內地的法定退休年齡為 55 歲，按整歲計為 55 歲，計劃採用的是 63 歲。",
    "By the month of birth, the statutory retirement age in mainland China (Woman whose statutory retirement age was 50) is 55 years, 55 in whole years; the plan counts with 63.",
  ],
  [
    "an age nobody confirmed",
    "退休年龄 63 岁按所提供的资料为女职工（原法定退休年龄 50 周岁）的内地法定退休年龄（依据：全国人大常委会决定），未经出生年月核实，须另行确认。",
    "退休年齡 63 歲按所提供的資料為女性僱員（原法定退休年齡 50 歲）在內地的法定退休年齡（依據：全国人大常委会决定），未經出生年月核實，須另行確認。",
    "The retirement age of 63 is stated to be the statutory one in mainland China (Woman whose statutory retirement age was 50; source: 全国人大常委会决定); the month of birth does not confirm it, so it must be checked.",
  ],
  [
    "a change above the grade",
    "敏感性测算把退休前收益率调整（1%）为 5.5%，高于客户风险承受能力等级 C1 允许的上限 1.25%。",
    "敏感度分析將退休前回報率調整（1%）為 5.5%，高於客戶風險承受能力級別 C1 容許的上限 1.25%。",
    "The sensitivity to a change of 1% counts with a return of 5.5% (Return before retirement), above the 1.25% that the client’s risk grade C1 allows.",
  ],
  [
    "an assumption of the next day",
    "假设“通货膨胀率”的日期2026年3月2日晚于计划日2026年3月1日，请核对。",
    "假設「通脹率」的日期2026年3月2日遲於計劃日期2026年3月1日，請核對。",
    "The assumption “Inflation” is dated 2 March 2026, after 1 March 2026, the day of the plan; check the dates.",
  ],
  [
    "returns nobody assessed",
    "所假设的收益率（退休前 4.5%、退休后 3%）未经客户风险承受能力评估核对。",
    "所假設的回報率（退休前 4.5%、退休後 3%）未經客戶風險承受能力評估核對。",
    "The returns assumed (4.5% before retirement, 3% after it) have not been measured against an assessment of the client’s risk tolerance.",
  ],
  [
    "an assessment that ends before it begins",
    "养老计划的资料有误：riskProfile.validUntil，风险承受能力评估的有效期截止日2025年6月9日早于评估日2025年6月10日。",
    "退休計劃的資料有誤：riskProfile.validUntil，風險承受能力評估的有效期屆滿日2025年6月9日早於評估日2025年6月10日。",
    "The retirement plan’s input is not valid at riskProfile.validUntil: the risk assessment would end on 9 June 2025, before it begins on 10 June 2025.",
  ],
  [
    "monthly-return",
    "退休前年收益率 4.5%，折合月收益率为 0.3675%。",
    "退休前每年回報率 4.5%，折合每月回報率為 0.3675%。",
    "A return of 4.5% a year before retirement is 0.3675% a month.",
  ],
  [
    "pots-at-retirement",
    "现有储蓄 350,000.50，按年收益率 4.5% 增长 21 年，退休时终值为 882,085.66。",
    "現有儲蓄 350,000.50，按每年回報率 4.5% 增長 21 年，退休時的終值為 882,085.66。",
    "Current savings of 350,000.50 grow at 4.5% a year (years: 21) to 882,085.66.",
  ],
  [
    "savings-at-retirement",
    "每月月末储蓄 3,000.00，共 252 个月，按月收益率 0.3675% 计算，退休时终值为 1,241,077.56。",
    "每月月底儲蓄 3,000.00，共 252 個月，按每月回報率 0.3675% 計算，退休時的終值為 1,241,077.56。",
    "Saving 3,000.00 at the end of each month (months: 252), at 0.3675% a month, grows to 1,241,077.56.",
  ],
  [
    "gap",
    "所需资金 3,648,080.70 减去退休时的储蓄 2,123,163.22，资金缺口为 1,524,917.48（负数为盈余）。",
    "所需資金 3,648,080.70 減去退休時的儲蓄 2,123,163.22，資金缺口為 1,524,917.48（負數為盈餘）。",
    "Capital needed of 3,648,080.70, less savings of 2,123,163.22, leaves a gap of 1,524,917.48 (negative: a surplus).",
  ],
  [
    "additional-monthly-saving",
    "资金缺口 1,524,917.48，分 252 个月、按月收益率 0.3675% 计算，每月需增加储蓄 3,686.11（负数表示可减少的金额）。",
    "資金缺口 1,524,917.48，分 252 個月、按每月回報率 0.3675% 計算，每月需增加儲蓄 3,686.11（負數表示可減少的金額）。",
    "To close a gap of 1,524,917.48 in 252 months at 0.3675% a month takes additional saving of 3,686.11 a month (negative: that much less would do).",
  ],
  [
    "shortfall",
    "按目前计划，60 岁退休时养老资金不足。",
    "按目前計劃，60 歲退休時的退休儲備不足。",
    "On the present plan, there is not enough capital to retire at 60.",
  ],
  [
    "runs out",
    "资金到 73 岁时已不足以支付当年支出，早于预期寿命 85 岁。",
    "資金到 73 歲時已不足以支付當年開支，早於預期壽命 85 歲。",
    "At 73 the money no longer covers a full year’s spending; it would need to last to 85.",
  ],
  [
    "a late pension",
    "养老金从 63 岁起才开始领取，晚于退休年龄 60 岁，其间须动用储蓄。",
    "退休金由 63 歲起才開始領取，遲於退休年齡 60 歲，其間須動用儲蓄。",
    "The first pension starts at 63, after retirement at 60; until then savings must cover all spending.",
  ],
  [
    "retires now",
    "计划按现在退休计算（65 岁），退休前不再积累储蓄。",
    "計劃以現時退休（65 歲）計算，退休前不再累積儲蓄。",
    "Retirement is now, at 65, so no further saving is made before it.",
  ],
  [
    "no real return",
    "退休后的实际收益率为 -0.9804%，收益不高于通货膨胀。",
    "退休後的實際回報率為 -0.9804%，回報不高於通脹。",
    "After inflation, the return in retirement is -0.9804%: it does not exceed inflation.",
  ],
  ["no pension", "计划中没有养老金收入。", "計劃內沒有退休金收入。", "The plan has no pension income."],
  [
    "neither birth nor age",
    "养老计划的资料有误：person，出生日期与年龄须填一项。",
    "退休計劃的資料有誤：person，出生日期與年齡須填寫其中一項。",
    "The retirement plan’s input is not valid at person: either a birth date or an age is needed, and neither was given.",
  ],
  [
    "birth and age",
    "养老计划的资料有误：person，出生日期与年龄只能填一项。",
    "退休計劃的資料有誤：person，出生日期與年齡只可以填寫一項。",
    "The retirement plan’s input is not valid at person: either a birth date or an age is needed, and both were given.",
  ],
  [
    "an age of 39 in words",
    '年龄须为整数岁，并在允许的范围之内：person.age，收到的是"39"（文本），应不小于 0，应不大于 150。',
    '年齡須為整數，並在容許的範圍之內：person.age，收到的是"39"（文字），不應小於 0，不應大於 150。',
    'An age is not valid at person.age: "39" was given (a text); minimum 0; maximum 150. It must be a whole number of years.',
  ],
  [
    "a life expectancy changed too much",
    "年龄须为整数岁，并在允许的范围之内（调整后的预期寿命为 60 岁，须大于退休年龄 60 岁）：sensitivity[0].change。",
    "年齡須為整數，並在容許的範圍之內（調整後的預期壽命為 60 歲，須大於退休年齡 60 歲）：sensitivity[0].change。",
    "An age is not valid (with the change, life expectancy would be 60, which must exceed the retirement age of 60) at sensitivity[0].change. It must be a whole number of years.",
  ],
  [
    "born after the plan",
    "年龄的先后有误：出生日期晚于计划日期2026年3月1日（person.birthDate）。",
    "年齡的先後次序有誤：出生日期遲於計劃日期2026年3月1日（person.birthDate）。",
    "The ages are out of order: the date of birth is after the date of the plan, 1 March 2026 (person.birthDate).",
  ],
  [
    "retires before today",
    "年龄的先后有误：现年 61 岁、退休年龄 60 岁、预期寿命 85 岁，现年不得大于退休年龄，退休年龄须小于预期寿命（retirementAge）。",
    "年齡的先後次序有誤：現時 61 歲、退休年齡 60 歲、預期壽命 85 歲，現時年齡不得大於退休年齡，退休年齡須小於預期壽命（retirementAge）。",
    "The ages are out of order: aged 61 now, with retirement at 60 and a life expectancy of 85, retirement must not be before the present age and must be before life expectancy (retirementAge).",
  ],
  [
    "a pension that stops before it starts",
    "年龄的先后有误：养老金从 63 岁领到 60 岁，停领年龄须大于起领年龄（pensions[0].untilAge）。",
    "年齡的先後次序有誤：退休金由 63 歲領取至 60 歲，停止領取的年齡須大於開始領取的年齡（pensions[0].untilAge）。",
    "The ages are out of order: the pension stops at 60, which is not after it starts at 63 (pensions[0].untilAge).",
  ],
  [
    "a rate in percent",
    '比率须在 -1 与 1 之间，5% 应写作 0.05：assumptions.inflation.value，收到的是"2.5"。',
    '比率須介乎 -1 與 1，5% 應寫作 0.05：assumptions.inflation.value，收到的是"2.5"。',
    'A rate must be between -1 and 1, with 5% written as 0.05 (assumptions.inflation.value); "2.5" was given.',
  ],
  [
    "an amount below zero",
    '金额不得为负数，收到的是"-1.00"：monthlySaving。',
    '金額不得為負數，收到的是"-1.00"：monthlySaving。',
    'An amount must not be negative; "-1.00" was given (monthlySaving).',
  ],
  [
    "a result beyond the limit",
    "计算结果超过上限 1,000,000,000,000,000，主要来自数值 9000000000000.00：monthlySaving。",
    "計算結果超過上限 1,000,000,000,000,000，主要來自數值 9000000000000.00：monthlySaving。",
    "The result is beyond the limit of 1,000,000,000,000,000, mainly because of the figure 9000000000000.00 (monthlySaving).",
  ],
  [
    "an inflation too high",
    "计算结果超过上限 1,000,000,000,000,000，主要来自数值 0.9：assumptions.inflation.value。",
    "計算結果超過上限 1,000,000,000,000,000，主要來自數值 0.9：assumptions.inflation.value。",
    "The result is beyond the limit of 1,000,000,000,000,000, mainly because of the figure 0.9 (assumptions.inflation.value).",
  ],
  [
    "no statutory age",
    "女职工（原法定退休年龄 50 周岁）的法定退休年龄在 50 岁至 55 岁之间，计划采用的 63 岁不在其中。",
    "女性僱員（原法定退休年齡 50 歲）在內地的法定退休年齡介乎 50 歲至 55 歲，計劃採用的 63 歲不在其中。",
    "The plan’s retirement age of 63 is not a statutory one in mainland China (Woman whose statutory retirement age was 50: between 50 and 55).",
  ],
  [
    "a return above the grade",
    "退休前收益率的假设为 4.5%，高于客户风险承受能力等级 C1 允许的上限 1.25%。",
    "退休前回報率的假設為 4.5%，高於客戶風險承受能力級別 C1 容許的上限 1.25%。",
    "An assumed return of 4.5% (Return before retirement) is above the 1.25% that the client’s risk grade C1 allows.",
  ],
  [
    "no promise",
    "所列收益率均为测算假设，不构成对收益的任何承诺或保证。",
    "所列回報率均為計算假設，並不構成對回報的任何承諾或保證。",
    "The rates of return shown are assumptions for the calculation; no return is promised or guaranteed.",
  ],
  [
    "a longer life",
    "资金按用到 85 岁测算，实际寿命可能更长。",
    "資金以用至 85 歲計算，實際壽命可能更長。",
    "The money is planned to last until the age of 85; life may be longer than that.",
  ],
  [
    "the age of the law",
    "退休年龄 63 岁为男职工的法定退休年龄（依据：全国人大常委会决定）。",
    "退休年齡 63 歲為男性僱員在內地的法定退休年齡（依據：全国人大常委会决定）。",
    "The retirement age of 63 is the statutory one in mainland China (Man; source: 全国人大常委会决定).",
  ],
  [
    "an age without a reason",
    "退休年龄 60 岁为输入值，未说明依据，是否符合本人法定退休年龄须另行确认。",
    "退休年齡 60 歲為輸入的數字，並無說明依據，須另行確認是否適用於該客戶。",
    "The retirement age of 60 is as entered, with no reason given; whether it applies to this person must be confirmed.",
  ],
  [
    "nobody asked",
    "未提供客户的风险承受能力评估，不以提高收益率作为补足缺口的办法。",
    "沒有提供客戶的風險評估，不會以提高回報率作為填補缺口的方法。",
    "A higher return is not offered as a way to close the gap: there is no assessment of the client’s risk tolerance.",
  ],
  [
    "an old assessment",
    "客户的风险承受能力评估自2025年6月10日至2026年2月28日有效，在2026年3月1日无效，不以提高收益率作为补足缺口的办法。",
    "客戶的風險評估由2025年6月10日至2026年2月28日有效，於2026年3月1日無效，不會以提高回報率作為填補缺口的方法。",
    "A higher return is not offered as a way to close the gap: the client’s risk assessment is valid from 10 June 2025 to 28 February 2026, not on 1 March 2026.",
  ],
  [
    "more than the grade allows",
    "补足缺口所需的年收益率为 8.0094%，高于客户风险承受能力等级 C3 允许的上限 4.5%，不以提高收益率作为补足缺口的办法。",
    "填補缺口所需的每年回報率為 8.0094%，高於客戶風險承受能力級別 C3 容許的上限 4.5%，不會以提高回報率作為填補缺口的方法。",
    "A higher return is not offered as a way to close the gap: it takes 8.0094% a year, more than the 4.5% that the client’s risk grade C3 allows.",
  ],
  [
    "two currencies",
    "计划的币种为 CNY，该金额的币种为 USD：monthlySaving，请统一币种。",
    "計劃的貨幣為 CNY，該金額的貨幣為 USD：monthlySaving，請統一貨幣。",
    "The plan is in CNY, but this amount is in USD (monthlySaving); use one currency.",
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});
