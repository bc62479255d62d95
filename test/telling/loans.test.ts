import { describe, expect, test } from "vitest";

import {
  amortize,
  combineSchedules,
  repricedRates,
  trueAnnualRate,
  type LoanTerms,
  type RateStep,
} from "../../src/loans/index.ts";
import type { Reason } from "../../src/telling/index.ts";
import { given, thrownBy, told } from "../support/told.ts";

const cny = (amount: string) => ({ amount, currency: "CNY" }) as const;
const shared = {
  principal: cny("100000"),
  start: "2026-01-20",
  rate: "0.048",
  interest: "monthly",
  rounding: "half-up",
} as const;
const level = { ...shared, method: "level-payment", periods: 12 } as const satisfies LoanTerms;
const steps: readonly [RateStep, RateStep] = [
  { date: "2026-01-01", rate: "0.048" },
  { date: "2026-02-01", rate: "0.036" },
];
const listed = { ...shared, method: "irregular" } as const;
const floating = { reference: steps, spread: "0", start: "2026-01-20", repricedOn: "new-year" } as const;
const prepaid = amortize({ ...level, prepayments: [{ date: "2026-03-01", amount: cny("10000") }] });
const refused = (outcome: { readonly ok: boolean }): Reason =>
  outcome as { readonly ok: false; readonly reason: string };

/** A reason, and its sentences in simplified Chinese, traditional Chinese as in Hong Kong, and English. */
const rows: readonly (readonly [name: string, reason: () => Reason, zhHans: string, zhHantHK: string, en: string])[] = [
  [
    "the first days of interest",
    () => given(amortize({ ...level, rate: steps }).explain(0).segments[0]),
    "自2026年1月20日（含）至2026年2月1日（不含），共 12 天，按余额 ¥100,000.00、年利率 4.8% 计息。",
    "由2026年1月20日起至2026年2月1日（不包括該日），共 12 天，按結欠 CN¥100,000.00、年利率 4.8% 計息。",
    "Interest from 20 January 2026 up to but not including 1 February 2026 (days: 12), on a balance of CN¥100,000.00 at 4.8% a year.",
  ],
  [
    "the days after the rate changed",
    () => given(amortize({ ...level, rate: steps }).explain(0).segments[1]),
    "自2026年2月1日（含）至2026年2月20日（不含），共 19 天，按余额 ¥100,000.00、年利率 3.6% 计息。",
    "由2026年2月1日起至2026年2月20日（不包括該日），共 19 天，按結欠 CN¥100,000.00、年利率 3.6% 計息。",
    "Interest from 1 February 2026 up to but not including 20 February 2026 (days: 19), on a balance of CN¥100,000.00 at 3.6% a year.",
  ],
  [
    "terms with a wrong rate",
    () => thrownBy(() => amortize({ ...level, rate: "4.8" })),
    '贷款条件有误：terms.rate，须为比例，小数最多 12 位，如 0.05 表示 5%；480%超出可能的范围，是否应为 0.048（即 4.8%），收到的是"4.8"（文本），应不小于 0，应不大于 1。',
    '貸款條件有誤：terms.rate，須為比例，最多 12 個小數位，例如 0.05 代表 5%；480%超出可能的範圍，是否應為 0.048（即 4.8%），收到的是"4.8"（文字），不應小於 0，不應大於 1。',
    'The terms of the loan are not valid at terms.rate: a share with at most 12 decimal places is needed, such as 0.05 for 5%; "4.8" was given (a text); 480% is outside what is possible, perhaps 0.048 (4.8%) was meant; minimum 0; maximum 1.',
  ],
  [
    "terms with a first rate after the start",
    () => thrownBy(() => amortize({ ...level, rate: [{ date: "2026-02-01", rate: "0.05" }] })),
    '贷款条件有误：terms.rate[0].date，起始日没有适用的利率，收到的是"2026-02-01"。',
    '貸款條件有誤：terms.rate[0].date，開始日期沒有適用的利率，收到的是"2026-02-01"。',
    'The terms of the loan are not valid at terms.rate[0].date: no rate is in force on the start date; "2026-02-01" was given.',
  ],
  [
    "terms with rates out of order",
    () => thrownBy(() => amortize({ ...level, rate: [steps[0], steps[0]] })),
    '贷款条件有误：terms.rate[1].date，须晚于前一项的日期，收到的是"2026-01-01"。',
    '貸款條件有誤：terms.rate[1].date，須遲於前一項的日期，收到的是"2026-01-01"。',
    'The terms of the loan are not valid at terms.rate[1].date: it must be after the date before it; "2026-01-01" was given.',
  ],
  [
    "terms with a first due date before the start",
    () => thrownBy(() => amortize({ ...level, firstDue: "2026-01-20" })),
    '贷款条件有误：terms.firstDue，须晚于起始日，收到的是"2026-01-20"。',
    '貸款條件有誤：terms.firstDue，須遲於開始日期，收到的是"2026-01-20"。',
    'The terms of the loan are not valid at terms.firstDue: it must be after the start date; "2026-01-20" was given.',
  ],
  [
    "terms with a first due date on another day",
    () => thrownBy(() => amortize({ ...level, firstDue: "2026-02-20", dueDay: 21 })),
    '贷款条件有误：terms.firstDue，须为每期还款日，当月没有该日的，为当月最后一日（每月 21 日），收到的是"2026-02-20"。',
    '貸款條件有誤：terms.firstDue，須為每期還款日，如該月沒有該日，則為該月最後一日（每月 21 日），收到的是"2026-02-20"。',
    'The terms of the loan are not valid at terms.firstDue: it must be on the due day, or the last day of a shorter month; "2026-02-20" was given; the due day is 21.',
  ],
  [
    "terms with a prepayment too late",
    () => thrownBy(() => amortize({ ...level, prepayments: [{ date: "2027-01-20", amount: cny("1") }] })),
    '贷款条件有误：terms.prepayments[0].date，须晚于起始日、早于最后一期还款日，收到的是"2027-01-20"。',
    '貸款條件有誤：terms.prepayments[0].date，須遲於開始日期、早於最後一期還款日，收到的是"2027-01-20"。',
    'The terms of the loan are not valid at terms.prepayments[0].date: it must be after the start date and before the last due date; "2027-01-20" was given.',
  ],
  [
    "terms of no amount",
    () => thrownBy(() => amortize({ ...level, principal: cny("0") })),
    '贷款条件有误：terms.principal.amount，须大于零，收到的是"0"（文本）。',
    '貸款條件有誤：terms.principal.amount，須大於零，收到的是"0"（文字）。',
    'The terms of the loan are not valid at terms.principal.amount: it must be above zero; "0" was given (a text).',
  ],
  [
    "terms of an amount below zero",
    () => thrownBy(() => amortize({ ...level, principal: cny("-1") })),
    '贷款条件有误：terms.principal.amount，不得小于零，收到的是"-1"（文本）。',
    '貸款條件有誤：terms.principal.amount，不得小於零，收到的是"-1"（文字）。',
    'The terms of the loan are not valid at terms.principal.amount: it is below zero; "-1" was given (a text).',
  ],
  [
    "terms that never end",
    () => thrownBy(() => amortize({ ...level, periods: 12000, monthsPerPeriod: 12 })),
    '贷款条件有误：terms.periods，最后一期还款日晚于 9999 年，收到的是"12000"（数字）。',
    '貸款條件有誤：terms.periods，最後一期還款日遲於 9999 年，收到的是"12000"（數字）。',
    'The terms of the loan are not valid at terms.periods: the last due date is after the year 9999; "12000" was given (a number).',
  ],
  [
    "terms without an instalment",
    () => thrownBy(() => amortize({ ...listed, instalments: [] })),
    "贷款条件有误：terms.instalments，期数不在规定范围内，收到的是空列表，应不小于 1，应不大于 12,000。",
    "貸款條件有誤：terms.instalments，期數不在規定範圍內，收到的是空白清單，不應小於 1，不應大於 12,000。",
    "The terms of the loan are not valid at terms.instalments: the number of instalments is not within the limits; an empty list was given; minimum 1; maximum 12,000.",
  ],
  [
    "terms whose instalments do not add up",
    () => thrownBy(() => amortize({ ...listed, instalments: [{ date: "2026-02-20", principal: cny("1") }] })),
    '贷款条件有误：terms.instalments[0].principal，各期应还本金合计与贷款本金不符，收到的是"1"（文本）。',
    '貸款條件有誤：terms.instalments[0].principal，各期應還本金總和與貸款本金不符，收到的是"1"（文字）。',
    'The terms of the loan are not valid at terms.instalments[0].principal: the instalments do not add up to the principal; "1" was given (a text).',
  ],
  [
    "terms whose first instalment repays nothing",
    () => thrownBy(() => amortize({ ...listed, instalments: [{ date: "2026-02-20" }, { date: "2026-03-20" }] })),
    "贷款条件有误：terms.instalments[0].principal，只有最后一期可以不写应还本金，收到的是空缺。",
    "貸款條件有誤：terms.instalments[0].principal，只有最後一期可以不寫應還本金，收到的是空缺。",
    "The terms of the loan are not valid at terms.instalments[0].principal: only the last instalment may leave out its principal; nothing was given.",
  ],
  [
    "a floating rate repriced every five months",
    () => thrownBy(() => repricedRates({ ...floating, everyMonths: 5 })),
    '贷款条件有误：floating.everyMonths，须能整除 12 个月，即 1、2、3、4、6 或 12，收到的是"5"（数字）。',
    '貸款條件有誤：floating.everyMonths，須能整除 12 個月，即 1、2、3、4、6 或 12，收到的是"5"（數字）。',
    'The terms of the loan are not valid at floating.everyMonths: it must divide a year: 1, 2, 3, 4, 6 or 12; "5" was given (a number).',
  ],
  [
    "a rate as a number",
    () => thrownBy(() => amortize({ ...level, rate: 0.032 as never })),
    '贷款条件有误：terms.rate，须为一个利率，或按日期排列的利率，收到的是"0.032"（数字）。',
    '貸款條件有誤：terms.rate，須為一個利率，或按日期排列的利率，收到的是"0.032"（數字）。',
    'The terms of the loan are not valid at terms.rate: a rate, or a list of rates by date, is needed; "0.032" was given (a number).',
  ],
  [
    "a spread of minus thirty basis points in percent",
    () => thrownBy(() => repricedRates({ ...floating, spread: "-0.3" })),
    '贷款条件有误：floating.spread，须为比例，小数最多 12 位，如 0.05 表示 5%；-30%超出可能的范围，是否应为 -0.003（即 -0.3%），收到的是"-0.3"（文本），应不小于 -0.1，应不大于 0.1。',
    '貸款條件有誤：floating.spread，須為比例，最多 12 個小數位，例如 0.05 代表 5%；-30%超出可能的範圍，是否應為 -0.003（即 -0.3%），收到的是"-0.3"（文字），不應小於 -0.1，不應大於 0.1。',
    'The terms of the loan are not valid at floating.spread: a share with at most 12 decimal places is needed, such as 0.05 for 5%; "-0.3" was given (a text); -30% is outside what is possible, perhaps -0.003 (-0.3%) was meant; minimum -0.1; maximum 0.1.',
  ],
  [
    "a prepayment that keeps a payment nobody has set",
    () =>
      thrownBy(() => amortize({ ...level, prepayments: [{ date: "2026-02-01", amount: cny("1"), keeps: "payment" }] })),
    '贷款条件有误：terms.prepayments[0].date，首个还本期之前尚无可保持不变的月供，请填写合同约定的每期还款额，或在首个还本日当日及以后提前还款，或选择期限不变，收到的是"2026-02-01"。',
    '貸款條件有誤：terms.prepayments[0].date，首個還本期之前尚無可維持不變的每期供款，請填寫合約訂明的每期供款，或於首個還本日當日或以後提前還款，或選擇還款期不變，收到的是"2026-02-01"。',
    'The terms of the loan are not valid at terms.prepayments[0].date: before the first instalment that repays principal there is no payment to keep; give the contract’s payment, prepay on or after that due date, or keep the term; "2026-02-01" was given.',
  ],
  [
    "a spread in percent",
    () => thrownBy(() => repricedRates({ ...floating, spread: "1.5" })),
    '贷款条件有误：floating.spread，须为比例，小数最多 12 位，如 0.05 表示 5%；150%超出可能的范围，是否应为 0.015（即 1.5%），收到的是"1.5"（文本），应不小于 -0.1，应不大于 0.1。',
    '貸款條件有誤：floating.spread，須為比例，最多 12 個小數位，例如 0.05 代表 5%；150%超出可能的範圍，是否應為 0.015（即 1.5%），收到的是"1.5"（文字），不應小於 -0.1，不應大於 0.1。',
    'The terms of the loan are not valid at floating.spread: a share with at most 12 decimal places is needed, such as 0.05 for 5%; "1.5" was given (a text); 150% is outside what is possible, perhaps 0.015 (1.5%) was meant; minimum -0.1; maximum 0.1.',
  ],
  [
    "a reference before which the loan starts",
    () => thrownBy(() => repricedRates({ ...floating, start: "2025-12-31" })),
    '贷款条件有误：floating.reference，起始日没有适用的利率，收到的是"2026-01-01"。',
    '貸款條件有誤：floating.reference，開始日期沒有適用的利率，收到的是"2026-01-01"。',
    'The terms of the loan are not valid at floating.reference: no rate is in force on the start date; "2026-01-01" was given.',
  ],
  [
    "terms with a method nobody has",
    () => thrownBy(() => amortize({ ...level, method: "level-payments" } as never)),
    "贷款条件有误：terms.method，收到的是14个字符的文本，只能是 level-payment、level-principal、interest-only、balloon、bullet、irregular，是否应为 level-payment。",
    "貸款條件有誤：terms.method，收到的是14個字元的文字，只可以是 level-payment、level-principal、interest-only、balloon、bullet、irregular，是否應為 level-payment。",
    "The terms of the loan are not valid at terms.method: a text of length 14 was given; allowed: level-payment, level-principal, interest-only, balloon, bullet, irregular; perhaps level-payment was meant.",
  ],
  [
    "a payment below the interest",
    () => thrownBy(() => amortize({ ...level, payment: cny("399.99") })),
    "每期还款额（39,999）不足以支付宽限期后第一期的利息（40,000），金额均以最小货币单位（如分）计；请提高还款额。",
    "每期供款（39,999）不足以支付寬限期後第一期的利息（40,000），金額均以最小貨幣單位（例如仙）計；請提高供款。",
    "The payment (39,999) does not cover the interest of the first instalment after the grace period (40,000), in minor units such as cents; raise the payment.",
  ],
  [
    "a payment that leaves nearly all to the end",
    () => thrownBy(() => amortize({ ...level, payment: cny("400.01") })),
    "每期还款额（40,001）过低，最后一期须还 10,039,989，每期还 855,159 方可等额还清，金额均以最小货币单位（如分）计；请提高还款额。",
    "每期供款（40,001）過低，最後一期須還 10,039,989，每期供款 855,159 方可等額還清，金額均以最小貨幣單位（例如仙）計；請提高供款。",
    "The payment (40,001) leaves 10,039,989 for the last instalment, where 855,159 would repay the loan in equal ones, in minor units such as cents; raise the payment.",
  ],
  [
    "a last instalment above the others",
    () => given(amortize({ ...level, payment: cny("8000") }).findings[0]),
    "最后一期须还 ¥14,766.61，高于每期还款额 ¥8,000.00；每期还 ¥8,551.59 方可等额还清。",
    "最後一期須還 CN¥14,766.61，高於每期供款 CN¥8,000.00；每期供款 CN¥8,551.59 方可等額還清。",
    "The last instalment, CN¥14,766.61, is larger than the payment of CN¥8,000.00; CN¥8,551.59 would repay the loan in equal instalments.",
  ],
  [
    "a payment that repays the loan before its time",
    () => given(amortize({ ...level, payment: cny("20000") }).findings[0]),
    "每期还款额 ¥20,000.00 使贷款在 6 期内还清，少于约定的 12 期；每期还 ¥8,551.59 即可。",
    "每期供款 CN¥20,000.00 使貸款於 6 期內還清，少於議定的 12 期；每期供款 CN¥8,551.59 便足夠。",
    "The payment of CN¥20,000.00 repays the loan in 6 instalments instead of the 12 agreed; CN¥8,551.59 would be enough.",
  ],
  [
    "a word about an upfront fee that nobody gave",
    () => thrownBy(() => amortize({ ...level, fees: { upfrontIs: "financed" } })),
    "贷款条件有误：terms.fees.upfrontIs，须同时填写一次性费用，收到的是8个字符的文本。",
    "貸款條件有誤：terms.fees.upfrontIs，須同時填寫一次性費用，收到的是8個字元的文字。",
    "The terms of the loan are not valid at terms.fees.upfrontIs: it needs the upfront fee beside it; a text of length 8 was given.",
  ],
  [
    "a word about the last instalment after payments nobody gave",
    () => thrownBy(() => amortize({ ...level, lastInstalment: "what-is-left" })),
    "贷款条件有误：terms.lastInstalment，须同时填写合同约定的每期还款额，收到的是12个字符的文本。",
    "貸款條件有誤：terms.lastInstalment，須同時填寫合約訂明的每期供款，收到的是12個字元的文字。",
    "The terms of the loan are not valid at terms.lastInstalment: it needs the contract’s payment beside it; a text of length 12 was given.",
  ],
  [
    "a prepayment of a list that keeps the payment",
    () =>
      thrownBy(() =>
        amortize({
          ...listed,
          instalments: [{ date: "2026-07-20" }],
          prepayments: [{ date: "2026-03-01", amount: cny("1"), keeps: "payment" }],
        }),
      ),
    "贷款条件有误：terms.prepayments[0].keeps，该还款方式没有可保持不变的月供或期限，请勿填写，收到的是7个字符的文本。",
    "貸款條件有誤：terms.prepayments[0].keeps，此還款方式沒有可維持不變的供款或還款期，請勿填寫，收到的是7個字元的文字。",
    "The terms of the loan are not valid at terms.prepayments[0].keeps: with this repayment method there is nothing of the kind to keep; leave it out; a text of length 7 was given.",
  ],
  [
    "an upfront fee of the whole principal",
    () => thrownBy(() => amortize({ ...level, fees: { upfront: cny("100000") } })),
    '贷款条件有误：terms.fees.upfront.amount，须低于贷款本金，收到的是"100000"（文本）。',
    '貸款條件有誤：terms.fees.upfront.amount，須低於貸款本金，收到的是"100000"（文字）。',
    'The terms of the loan are not valid at terms.fees.upfront.amount: it must be less than the principal; "100000" was given (a text).',
  ],
  [
    "a prepayment above the balance",
    () => thrownBy(() => amortize({ ...level, prepayments: [{ date: "2026-03-01", amount: cny("100000.01") }] })),
    "提前还款额（10,000,001）超过当日剩余本金（9,184,841），金额均以最小货币单位（如分）计（terms.prepayments[0].amount）；如要结清，请填 all。",
    "提前還款額（10,000,001）超過當日尚欠本金（9,184,841），金額均以最小貨幣單位（例如仙）計（terms.prepayments[0].amount）；如要清還全部貸款，請填 all。",
    "The prepayment (10,000,001) is more than the balance on that day (9,184,841), both in minor units such as cents, at terms.prepayments[0].amount; give “all” to settle the loan.",
  ],
  [
    "an amount that is too large",
    () => thrownBy(() => amortize({ ...level, principal: cny("45035996273704.96") })),
    "金额过大：terms.principal.amount，收到的是17个字符的文本，以最小货币单位（如分）计不得超过 4,503,599,627,370,495。",
    "金額過大：terms.principal.amount，收到的是17個字元的文字，以最小貨幣單位（例如仙）計不得超過 4,503,599,627,370,495。",
    "An amount is too large at terms.principal.amount: a text of length 17 was given; at most 4,503,599,627,370,495 minor units such as cents are possible.",
  ],
  [
    "no schedules to combine",
    () => thrownBy(() => combineSchedules([])),
    "还款计划不能合并：schedules，收到的是空列表。须至少有一个，且币种和起始日相同。",
    "還款計劃不能合併：schedules，收到的是空白清單。必須最少有一個，而且貨幣和開始日期相同。",
    "The schedules cannot be combined at schedules: an empty list was given. There must be at least one, and all must have the same currency and start date.",
  ],
  [
    "schedules of two currencies",
    () =>
      thrownBy(() =>
        combineSchedules([
          amortize(level),
          amortize({ ...level, principal: { amount: "1", currency: "HKD" } }),
        ] as never),
      ),
    "还款计划不能合并：schedules[1].currency，收到的是3个字符的文本。须至少有一个，且币种和起始日相同。",
    "還款計劃不能合併：schedules[1].currency，收到的是3個字元的文字。必須最少有一個，而且貨幣和開始日期相同。",
    "The schedules cannot be combined at schedules[1].currency: a text of length 3 was given. There must be at least one, and all must have the same currency and start date.",
  ],
  [
    "not a schedule",
    () => thrownBy(() => trueAnnualRate({} as never)),
    "不是可读取的还款计划：schedule，收到的是一个对象。请使用由本系统生成的还款计划。",
    "並非可讀取的還款計劃：schedule，收到的是一個物件。請使用由本系統產生的還款計劃。",
    "This is not a schedule at schedule: an object was given. Use one made by this library.",
  ],
  [
    "a basis nobody has",
    () => thrownBy(() => trueAnnualRate(amortize(level), "months" as never)),
    "年化利率的计算口径有误：收到的是6个字符的文本，只能是 periods（按期）或 dates（按日期）。",
    "年化利率的計算基準有誤：收到的是6個字元的文字，只可以是 periods（按期）或 dates（按日期）。",
    "There is no such basis for an annual rate: a text of length 6 was given; allowed: “periods”, “dates”.",
  ],
  [
    "periods of different lengths",
    () => refused(trueAnnualRate(prepaid)),
    "各期长短不一，或还款计划中有提前还款，没有共同的每期利率；请改为按日期计算。",
    "各期長短不一，或還款計劃中有提前還款，沒有共同的每期利率；請改為按日期計算。",
    "The periods differ in length, or there are rows besides the instalments, so there is no single rate per period; use the rate by dates.",
  ],
];

describe("what loans say", () => {
  test.each(rows)("%s", (_, reason, ...sentences) => {
    expect(told(reason())).toEqual(sentences);
  });
});
