import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { money, moneyColumn, rateColumn } from "../../src/money/index.ts";
import {
  averageDailyBalance,
  clientValue,
  exampleTransferCurve,
  headOf,
  mergeValueBooks,
  netInterestIncome,
  netInterestIncomeColumns,
  relationshipValue,
  transferRate,
  valueBook,
  valueBookData,
  valueBookFromColumns,
  valueBookFromData,
  walletShare,
  type IncomeLine,
  type RelationshipValueErrorCode,
} from "../../src/relationship-value/index.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { refusalOf } from "../support/refusal.ts";

type Loose = Readonly<Record<string, unknown>>;

const cny = (amount: string) => money(amount, "CNY");

const line = (changes: Loose = {}): IncomeLine => ({
  id: "L1",
  client: "C-1",
  product: "loan",
  item: "asset",
  period: "2026-Q1",
  amount: cny("10"),
  basis: "actual",
  ...changes,
});

const stated = (options: Loose, lines: readonly IncomeLine[] = [line()]) =>
  relationshipValue(lines, { client: "C-1", period: "2026", currency: "CNY", ...options });

/** The one issue of a list of lines. */
const issueOf = (...lines: readonly IncomeLine[]): Reason => only(stated({}, lines).issues);

function only(issues: readonly Reason[]): Reason {
  const [issue, ...more] = issues;
  if (issue === undefined || more.length > 0) throw new Error(`${String(issues.length)} issues`);
  return issue;
}

const usd = { from: "USD", to: "CNY", rate: "7.1", date: "2026-03-31", source: "test" };
const account = { opening: cny("1000"), movements: [] };

const position = (changes: Loose): Reason =>
  only(
    netInterestIncome(
      [
        {
          id: "A-1",
          side: "asset",
          averageBalance: cny("100"),
          rate: "0.06",
          transferRate: "0.03",
          ...changes,
        },
      ],
      { period: "2026-Q1", currency: "CNY", dayCount: "ACT/365F" },
    ).issues,
  );

const byColumns = (changes: Loose) =>
  valueBookFromColumns(
    {
      clients: ["A", "B"],
      client: Uint32Array.of(0, 1),
      item: Uint8Array.of(0, 1),
      basis: Uint8Array.of(0, 0),
      amounts: moneyColumn("CNY", ["1", "2"]),
      ...changes,
    },
    { period: "2026" },
  );

const interestColumns = (changes: Loose) =>
  netInterestIncomeColumns(
    {
      sides: Uint8Array.of(0, 1),
      balances: moneyColumn("CNY", ["1", "2"]),
      rates: rateColumn(["0.05", "0.01"]),
      transferRates: rateColumn(["0.03", "0.02"]),
      ...changes,
    },
    { days: 365, basis: 365 },
  );

const emptyBook = (period = "2026") => valueBook([], { period, currency: "CNY" }).book;
const data = valueBookData(valueBook([line()], { period: "2026", currency: "CNY" }).book);
const restored = (changes: Loose) => refusalOf(() => valueBookFromData({ ...data, ...changes }));

/** Every code at least once, and each form of its details; what tells them apart stands after the code. */
const provoked: Readonly<Record<string, () => Reason>> = {
  "ambiguous-rate": () => refusalOf(() => stated({ rates: [usd, usd] })),
  "books-differ": () => refusalOf(() => mergeValueBooks(emptyBook(), emptyBook("2025"))),
  "client-in-own-group": () => refusalOf(() => stated({ group: { subsidiaries: ["C-1"] } })),
  "currency-mismatch": () =>
    refusalOf(() =>
      averageDailyBalance(
        { opening: cny("1"), movements: [{ date: "2026-06-02", amount: money("1", "HKD") as never }] },
        "2026-06",
      ),
    ),
  "days-mismatch": () => position({ averageBalance: averageDailyBalance(account, "2026-01") }),
  "days-mismatch days": () => position({ averageBalance: { ...averageDailyBalance(account, "2026-Q1"), days: 27 } }),
  "duplicate-date": () =>
    refusalOf(() =>
      averageDailyBalance(
        { balances: ["1", "2"].map((amount) => ({ date: "2026-06-01", balance: cny(amount) })) },
        "2026-06",
      ),
    ),
  "duplicate-line": () => issueOf(line(), line()),
  "empty-id": () => issueOf(line({ id: "" })),
  "invalid-row number for an id": () => issueOf(line({ client: 7 })),
  "invalid-basis": () => issueOf(line({ basis: "guess" })),
  "invalid-basis column": () => only(byColumns({ basis: [0, 9] }).issues),
  "invalid-book-data": () => restored({ given: 9 }),
  "invalid-book-data rows": () => restored({ cells: { ...data.cells, slot: [] } }),
  "invalid-book-data client": () => restored({ cells: { ...data.cells, client: [5] } }),
  "invalid-book-data slot": () => restored({ cells: { ...data.cells, slot: [99] } }),
  "invalid-book-data lines": () => restored({ cells: { ...data.cells, lineCount: [0] } }),
  "invalid-book-data amount": () => restored({ cells: { ...data.cells, amount: ["x"] } }),
  "invalid-columns": () => refusalOf(() => byColumns({ item: [0] })),
  "invalid-columns client": () => refusalOf(() => byColumns({ clients: ["A", "A"] })),
  "invalid-columns amount": () =>
    refusalOf(() => byColumns({ amounts: { ...moneyColumn("CNY", ["1", "2"]), minor: Float64Array.of(0.5, 1) } })),
  "invalid-columns sides": () => refusalOf(() => interestColumns({ sides: [0] })),
  "invalid-columns side": () => refusalOf(() => interestColumns({ sides: [0, 2] })),
  "invalid-columns rates": () => refusalOf(() => interestColumns({ rates: rateColumn(["0.05"]) })),
  "invalid-curve": () =>
    refusalOf(() => transferRate({ ...exampleTransferCurve, interpolation: "linaer" as never }, 1)),
  "invalid-curve order": () =>
    refusalOf(() => transferRate({ ...exampleTransferCurve, points: [...exampleTransferCurve.points].reverse() }, 1)),
  "invalid-item": () => refusalOf(() => headOf("deposits" as never)),
  "invalid-item column": () => only(byColumns({ item: [0, 99] }).issues),
  "invalid-option": () => refusalOf(() => stated({ statedNone: ["assets"] })),
  "invalid-rate": () => refusalOf(() => stated({ rates: [{ ...usd, rate: "-1" }] })),
  "invalid-rate number": () => refusalOf(() => stated({ rates: [{ ...usd, rate: 7.1 as unknown as string }] })),
  "invalid-row": () => issueOf(line({ product: 7 })),
  "invalid-row name": () => position({ rate: undefined, RATE: "0.06" }),
  "negative-spend": () =>
    refusalOf(() => walletShare({ ours: { amount: cny("-0.01"), basis: "actual" }, others: "none" })),
  "no-rate": () => issueOf(line({ amount: money("5", "USD") })),
  "no-rate inverse": () =>
    only(
      stated({ rates: [{ from: "CNY", to: "USD", rate: "0.14", date: "2026-01-01", source: "example" }] }, [
        line({ amount: money("5", "USD") }),
      ]).issues,
    ),
  "outside-period": () => issueOf(line({ period: "2025" })),
  "outside-period date": () =>
    refusalOf(() =>
      averageDailyBalance({ opening: cny("1"), movements: [{ date: "2026-07-01", amount: cny("1") }] }, "2026-06"),
    ),
  "partial-period": () => issueOf(line({ period: { from: "2025-12-01", to: "2026-02-01" } })),
  "stated-none-but-booked": () => refusalOf(() => stated({ statedNone: ["asset"] })),
  "tenor-outside-curve": () => refusalOf(() => transferRate(exampleTransferCurve, 20_000)),
  "unassigned-tenor": () => refusalOf(() => transferRate(exampleTransferCurve, "safe-deposit")),
  "uncovered-days": () =>
    refusalOf(() => averageDailyBalance({ balances: [{ date: "2026-06-04", balance: cny("1") }] }, "2026-06")),
  "unknown-book": () => refusalOf(() => clientValue({ ...emptyBook() }, "C-1")),
  "unknown-client": () => only(byColumns({ client: [0, 9] }).issues),
};

/** What is said in each language. */
const sentences: Readonly<Record<keyof typeof provoked, readonly [hans: string, hant: string, en: string]>> = {
  "ambiguous-rate": [
    "2026年3月31日有两个由 USD 折算 CNY 的汇率，无法确定使用哪一个（rates[1]）。",
    "2026年3月31日有兩個由 USD 兌換 CNY 的匯率，無法確定使用哪一個（rates[1]）。",
    "There are two exchange rates from USD to CNY for 31 March 2026, and nothing says which to use (rates[1]).",
  ],
  "books-differ": [
    "两份价值汇总的口径不同，不能合并或比较（b.conventions.period）。",
    "兩份價值匯總的計算準則不同，不能合併或比較（b.conventions.period）。",
    "The two books use different conventions and cannot be merged or compared (b.conventions.period).",
  ],
  "client-in-own-group": [
    "客户被列入自己的“子公司”，客户不能与自身关联（group.subsidiaries[0]）。",
    "客戶被列入自己的「附屬公司」，客戶不能與自身有關連（group.subsidiaries[0]）。",
    "The client is listed among its own subsidiaries, but a client is not related to itself (group.subsidiaries[0]).",
  ],
  "currency-mismatch": [
    "币种不一致：应为 CNY，实为 HKD（movements[0]）。",
    "貨幣不一致：應為 CNY，實為 HKD（movements[0]）。",
    "The currency is HKD where CNY is expected (movements[0]).",
  ],
  "days-mismatch": [
    "第1行：日均余额的期间或天数与计息期间不一致（averageBalance.period）。",
    "第1行：每日平均結餘的期間或日數與計息期間不一致（averageBalance.period）。",
    "Row 1: The average balance covers another period, or another number of days, than the interest (averageBalance.period).",
  ],
  "days-mismatch days": [
    "第1行：日均余额的期间或天数与计息期间不一致（averageBalance.days）。",
    "第1行：每日平均結餘的期間或日數與計息期間不一致（averageBalance.days）。",
    "Row 1: The average balance covers another period, or another number of days, than the interest (averageBalance.days).",
  ],
  "duplicate-date": [
    "2026年6月1日有两笔余额，同一天只能有一笔（balances[1].date）。",
    "2026年6月1日有兩筆結餘，同一日只可以有一筆（balances[1].date）。",
    "There are two balances for 1 June 2026, and a day has only one (balances[1].date).",
  ],
  "duplicate-line": [
    "第2行：编号为“L1”的收益明细重复，本笔不计入（id）。",
    "第2行：編號為「L1」的收益明細重複，本筆不計算在內（id）。",
    "Row 2: There is already an income line with the ID “L1”, so this one is not counted (id).",
  ],
  "empty-id": [
    "第1行：缺少编号：id，收到的是空文本。",
    "第1行：欠缺編號：id，收到的是空白文字。",
    "Row 1: An ID is missing at id: an empty text was given.",
  ],
  "invalid-basis": [
    "第1行：金额依据有误：basis，收到的是5个字符的文本，只能是 actual、accrued、estimated。",
    "第1行：金額的依據有誤：basis，收到的是5個字元的文字，只可以是 actual、accrued、estimated。",
    "Row 1: The basis of the amount is not valid at basis: a text of length 5 was given; allowed: actual, accrued, estimated.",
  ],
  "invalid-basis column": [
    '第2行：金额依据有误（序号应小于 3）：basis，收到的是"9"。',
    '第2行：金額的依據有誤（序號須小於 3）：basis，收到的是"9"。',
    'Row 2: The basis of the amount is not valid (its number must be below 3) at basis: "9" was given.',
  ],
  "invalid-book-data": [
    "价值汇总的数据有误，不能还原（明细共 1 笔）：data.given。",
    "價值匯總的數據有誤，不能還原（明細共 1 筆）：data.given。",
    "The data of the book are not valid, so it cannot be restored (lines in all: 1) at data.given.",
  ],
  "invalid-book-data rows": [
    "价值汇总的数据有误，不能还原（首列为 1 行）：data.cells。",
    "價值匯總的數據有誤，不能還原（首欄為 1 行）：data.cells。",
    "The data of the book are not valid, so it cannot be restored (rows in the first column: 1) at data.cells.",
  ],
  "invalid-book-data client": [
    "价值汇总的数据有误，不能还原（客户共 1 个）：data.cells.client[0]。",
    "價值匯總的數據有誤，不能還原（客戶共 1 名）：data.cells.client[0]。",
    "The data of the book are not valid, so it cannot be restored (clients in all: 1) at data.cells.client[0].",
  ],
  "invalid-book-data slot": [
    "价值汇总的数据有误，不能还原（每个客户共 24 格）：data.cells.slot[0]。",
    "價值匯總的數據有誤，不能還原（每名客戶共 24 格）：data.cells.slot[0]。",
    "The data of the book are not valid, so it cannot be restored (cells per client: 24) at data.cells.slot[0].",
  ],
  "invalid-book-data lines": [
    '价值汇总的数据有误，不能还原：data.cells.lineCount[0]，收到的是"0"。',
    '價值匯總的數據有誤，不能還原：data.cells.lineCount[0]，收到的是"0"。',
    'The data of the book are not valid, so it cannot be restored at data.cells.lineCount[0]: "0" was given.',
  ],
  "invalid-book-data amount": [
    "价值汇总的数据有误，不能还原：data.cells.amount[0]，收到的是1个字符的文本（文本）。",
    "價值匯總的數據有誤，不能還原：data.cells.amount[0]，收到的是1個字元的文字（文字）。",
    "The data of the book are not valid, so it cannot be restored at data.cells.amount[0]: a text of length 1 was given (a text).",
  ],
  "invalid-columns": [
    "各列的数据有误（该列为 1 行，金额为 2 行）：item。",
    "各欄的數據有誤（該欄為 1 行，金額為 2 行）：item。",
    "The columns are not valid (rows: 1, amounts: 2) at item.",
  ],
  "invalid-columns client": [
    "各列的数据有误（客户编号“A”出现两次）：clients[1]。",
    "各欄的數據有誤（客戶編號「A」出現兩次）：clients[1]。",
    "The columns are not valid (the client ID “A” occurs twice) at clients[1].",
  ],
  "invalid-columns amount": [
    '各列的数据有误：amounts[0]，收到的是"0.5"。',
    '各欄的數據有誤：amounts[0]，收到的是"0.5"。',
    'The columns are not valid at amounts[0]: "0.5" was given.',
  ],
  "invalid-columns sides": [
    "各列的数据有误（方向为 1 行，余额为 2 行）：sides。",
    "各欄的數據有誤（方向為 1 行，結餘為 2 行）：sides。",
    "The columns are not valid (sides: 1, balances: 2) at sides.",
  ],
  "invalid-columns side": [
    '各列的数据有误：sides[1]，收到的是"2"。',
    '各欄的數據有誤：sides[1]，收到的是"2"。',
    'The columns are not valid at sides[1]: "2" was given.',
  ],
  "invalid-columns rates": [
    "各列的数据有误（利率为 1 行，转移价格为 2 行，余额为 2 行）：transferRates。",
    "各欄的數據有誤（利率為 1 行，轉移價格為 2 行，結餘為 2 行）：transferRates。",
    "The columns are not valid (rates: 1, transfer prices: 2, balances: 2) at transferRates.",
  ],
  "invalid-curve": [
    "内部资金转移价格曲线有误：curve.interpolation，收到的是6个字符的文本，只能是 linear、previous，是否应为 linear。",
    "內部資金轉移價格曲線有誤：curve.interpolation，收到的是6個字元的文字，只可以是 linear、previous，是否應為 linear。",
    "The transfer price curve is not valid at curve.interpolation: a text of length 6 was given; allowed: linear, previous; perhaps linear was meant.",
  ],
  "invalid-curve order": [
    "内部资金转移价格曲线有误，“example.transfer-curve”（版本 1）各点的期限没有由短到长排列：curve.points[1].tenorDays。",
    "內部資金轉移價格曲線有誤，「example.transfer-curve」（版本 1）各點的年期未有由短至長排列：curve.points[1].tenorDays。",
    "The transfer price curve is not valid (the tenors of “example.transfer-curve”, version 1, do not rise from short to long) at curve.points[1].tenorDays.",
  ],
  "invalid-item": [
    "收益项目有误：item，收到的是8个字符的文本，只能是 asset、liability、intermediary、subsidiary、affiliate、referred、joint-business、pilot-partner、forum-attendance、advertising、sponsorship。",
    "收益項目有誤：item，收到的是8個字元的文字，只可以是 asset、liability、intermediary、subsidiary、affiliate、referred、joint-business、pilot-partner、forum-attendance、advertising、sponsorship。",
    "The income item is not valid at item: a text of length 8 was given; allowed: asset, liability, intermediary, subsidiary, affiliate, referred, joint-business, pilot-partner, forum-attendance, advertising, sponsorship.",
  ],
  "invalid-item column": [
    '第2行：收益项目有误（序号应小于 8）：item，收到的是"99"。',
    '第2行：收益項目有誤（序號須小於 8）：item，收到的是"99"。',
    'Row 2: The income item is not valid (its number must be below 8) at item: "99" was given.',
  ],
  "invalid-option": [
    "计算所需的资料有误：statedNone[0]，收到的是6个字符的文本，只能是 asset、liability、intermediary、subsidiary、affiliate、referred、joint-business、pilot-partner、forum-attendance、advertising、sponsorship，是否应为 asset。",
    "計算所需的資料有誤：statedNone[0]，收到的是6個字元的文字，只可以是 asset、liability、intermediary、subsidiary、affiliate、referred、joint-business、pilot-partner、forum-attendance、advertising、sponsorship，是否應為 asset。",
    "The data for the calculation are not valid at statedNone[0]: a text of length 6 was given; allowed: asset, liability, intermediary, subsidiary, affiliate, referred, joint-business, pilot-partner, forum-attendance, advertising, sponsorship; perhaps asset was meant.",
  ],
  "invalid-rate": [
    '汇率有误，应为两种货币之间的正数，并写明日期和来源：rates[0].rate，收到的是"-1"。',
    '匯率有誤，須為兩種貨幣之間的正數，並註明日期及來源：rates[0].rate，收到的是"-1"。',
    'The exchange rate is not valid at rates[0].rate: "-1" was given. It must be a positive number between two currencies, with its date and source.',
  ],
  "invalid-rate number": [
    '汇率有误，应为两种货币之间的正数，并写明日期和来源：rates[0].rate，收到的是"7.1"（数字）。',
    '匯率有誤，須為兩種貨幣之間的正數，並註明日期及來源：rates[0].rate，收到的是"7.1"（數字）。',
    'The exchange rate is not valid at rates[0].rate: "7.1" was given (a number). It must be a positive number between two currencies, with its date and source.',
  ],
  "invalid-row": [
    '第1行：该条资料无法读取，不计入：product，收到的是"7"（数字）。',
    '第1行：該項資料無法讀取，不計算在內：product，收到的是"7"（數字）。',
    'Row 1: The row cannot be read and is not counted at product: "7" was given (a number).',
  ],
  "invalid-row number for an id": [
    '第1行：该条资料无法读取，不计入：client，收到的是"7"（数字）。',
    '第1行：該項資料無法讀取，不計算在內：client，收到的是"7"（數字）。',
    'Row 1: The row cannot be read and is not counted at client: "7" was given (a number).',
  ],
  "invalid-row name": [
    "第1行：该条资料无法读取，不计入：RATE，是否应为 rate。",
    "第1行：該項資料無法讀取，不計算在內：RATE，是否應為 rate。",
    "Row 1: The row cannot be read and is not counted at RATE; perhaps rate was meant.",
  ],
  "negative-spend": [
    "客户的支出不能是负数，收到的是 -0.01（ours.amount）。",
    "客戶的支出不能為負數，收到的是 -0.01（ours.amount）。",
    "The client’s spend must not be negative: -0.01 was given (ours.amount).",
  ],
  "no-rate": [
    "第1行：没有2026年3月31日或之前由 USD 折算 CNY 的汇率，无法折算（amount）。",
    "第1行：沒有2026年3月31日或之前由 USD 兌換 CNY 的匯率，無法折算（amount）。",
    "Row 1: There is no exchange rate from USD to CNY for 31 March 2026 or earlier, so the amount cannot be converted (amount).",
  ],
  "no-rate inverse": [
    "第1行：没有2026年3月31日或之前由 USD 折算 CNY 的汇率，无法折算；已有的汇率由 CNY 折算 USD，不以倒数代替（amount）。",
    "第1行：沒有2026年3月31日或之前由 USD 兌換 CNY 的匯率，無法折算；已有的匯率由 CNY 兌換 USD，不會以倒數代替（amount）。",
    "Row 1: There is no exchange rate from USD to CNY for 31 March 2026 or earlier, so the amount cannot be converted; there is a rate from CNY to USD, which is never inverted (amount).",
  ],
  "outside-period": [
    "第1行：2025年1月1日至2025年12月31日不在统计期间（2026年1月1日至2026年12月31日）之内（period）。",
    "第1行：2025年1月1日至2025年12月31日不在統計期間（2026年1月1日至2026年12月31日）之內（period）。",
    "Row 1: 1 January 2025 to 31 December 2025 is outside the period 1 January 2026 to 31 December 2026 (period).",
  ],
  "outside-period date": [
    "2026年7月1日不在统计期间（2026年6月1日至2026年6月30日）之内（movements[0].date）。",
    "2026年7月1日不在統計期間（2026年6月1日至2026年6月30日）之內（movements[0].date）。",
    "1 July 2026 is outside the period 1 June 2026 to 30 June 2026 (movements[0].date).",
  ],
  "partial-period": [
    "第1行：收益明细的期间（2025年12月1日至2026年1月31日）只有一部分在统计期间（2026年1月1日至2026年12月31日）之内，收益不按天分摊，不计入（period）。",
    "第1行：收益明細的期間（2025年12月1日至2026年1月31日）只有一部分在統計期間（2026年1月1日至2026年12月31日）之內，收益不會按日攤分，不計算在內（period）。",
    "Row 1: The income line covers 1 December 2025 to 31 January 2026, only part of which is in the period 1 January 2026 to 31 December 2026; income is not apportioned by day, so the line is not counted (period).",
  ],
  "stated-none-but-booked": [
    "“资产业务”已确认为无，却有 1 笔收益明细（statedNone[0]）。",
    "「貸款業務」已確認為無，但有 1 筆收益明細（statedNone[0]）。",
    "“Lending” is stated as none, yet the number of income lines booked under it is 1 (statedNone[0]).",
  ],
  "tenor-outside-curve": [
    "期限 20,000 天超出内部资金转移价格曲线“example.transfer-curve”（版本 1）的范围（1 至 3,650 天），该曲线不允许外推。",
    "年期 20,000 日超出內部資金轉移價格曲線「example.transfer-curve」（版本 1）的範圍（1 至 3,650 日），該曲線不容許外推。",
    "A tenor of 20,000 (in days) is outside the transfer price curve “example.transfer-curve” (version 1), which runs from 1 to 3,650; the curve may not be extrapolated.",
  ],
  "unassigned-tenor": [
    "内部资金转移价格曲线“example.transfer-curve”（版本 1）没有为该产品设定期限（收到的是12个字符的文本）。",
    "內部資金轉移價格曲線「example.transfer-curve」（版本 1）未有為該產品設定年期（收到的是12個字元的文字）。",
    "The transfer price curve “example.transfer-curve” (version 1) has no tenor for this product (a text of length 12 was given).",
  ],
  "uncovered-days": [
    "2026年6月1日至2026年6月30日共 30 天，余额记录只有 27 天，不能计算日均余额。",
    "2026年6月1日至2026年6月30日共 30 日，結餘紀錄只有 27 日，不能計算每日平均結餘。",
    "The balance is known for only 27 of the 30 days in the period 1 June 2026 to 30 June 2026, so there is no average daily balance.",
  ],
  "unknown-book": [
    "这份价值汇总是副本，没有客户明细，请先用 valueBookData 和 valueBookFromData 转换（book）。",
    "這份價值匯總是副本，沒有客戶明細，請先以 valueBookData 及 valueBookFromData 轉換（book）。",
    "This book is a copy and has lost its clients; please convert it with valueBookData and valueBookFromData (book).",
  ],
  "unknown-client": [
    "第2行：客户序号 9 超出客户列表，列表共 2 个，序号从 0 开始（client）。",
    "第2行：客戶序號 9 超出客戶清單，清單共 2 名，序號由 0 開始（client）。",
    "Row 2: The client number 9 is not in the list of clients, which has 2 in all, counted from 0 (client).",
  ],
};

test.each(Object.entries(provoked))("%s is told in each language", (name, provoke) => {
  const reason = provoke();
  const [short = ""] = name.split(" ");
  expect("code" in reason && reason.code).toBe(`relationship-value/${short}`);
  expect([zhHans, zhHantHK, en].map((words) => tell(reason, words))).toStrictEqual(sentences[name]);
});

test("nothing of the reason's own spelling is left in a sentence, and each ends where it should", () => {
  for (const [name, told] of Object.entries(sentences)) {
    for (const sentence of told) {
      expect(sentence, name).toMatch(/[。.]$/);
      expect(sentence, name).not.toMatch(/[{}]|\[[^\d]|undefined|\bnull\b|NaN|\[object/);
    }
  }
});

test("every code of the room is told", () => {
  const codes = Object.keys(en).filter((key): key is RelationshipValueErrorCode =>
    key.startsWith("relationship-value/"),
  );
  // the folders of the room have files of their own beside this one: one of them has the first words of the sentence
  const folder = new URL(".", import.meta.url);
  const elsewhere = [".", "__snapshots__"]
    .flatMap((of) => readdirSync(new URL(of, folder)).map((name) => `${of}/${name}`))
    .filter((name) => name.includes("/relationship-value-"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
  const runOf = (code: RelationshipValueErrorCode): string =>
    en[code].split(/\{[^}]*\}|[[\]]/).find((run) => run.length > 12) ?? "no words";
  const here = new Set(Object.keys(provoked).map((name) => `relationship-value/${name.split(" ")[0] ?? ""}`));
  expect(codes.filter((code) => !here.has(code) && !elsewhere.includes(runOf(code)))).toStrictEqual([]);
  expect([...here].filter((code) => !(codes as readonly string[]).includes(code))).toStrictEqual([]);
});

const clearance = { voluntary: false, unrelatedToCredit: false, approvedBy: "E-7", approvedOn: "2025-12-05" };

test.each<readonly [Loose, string, string, string]>([
  [
    { item: "sponsorship" },
    "第1行：收益明细 L1（活动/赞助）来自客户 C-1，客户 C-1 有授信：没有自愿及审批的记录；不得以贷收费、不得存贷挂钩（银监会“七不准”），在香港另须遵守《防止贿赂条例》（第 201 章）第 9 条。",
    "第1行：收益明細 L1（活動/贊助）來自客戶 C-1，客戶 C-1 有信貸：沒有自願及批核的紀錄；須符合《防止賄賂條例》（第 201 章）第 9 條，在內地不得以貸收費、不得存貸掛鈎（「七不准」）。",
    "Row 1: Income line L1 (Events and sponsorship) is from client C-1, and client C-1 has credit: no record that it is voluntary and approved. In mainland China no fee or deposit may be the price of a loan (seven prohibitions of 2012); in Hong Kong see section 9 of the Prevention of Bribery Ordinance.",
  ],
  [
    { item: "advertising", clearance },
    "第1行：收益明细 L1（广告推介）来自客户 C-1，客户 C-1 有授信：未确认属客户自愿、未确认与授信无关；不得以贷收费、不得存贷挂钩（银监会“七不准”），在香港另须遵守《防止贿赂条例》（第 201 章）第 9 条。",
    "第1行：收益明細 L1（廣告推介）來自客戶 C-1，客戶 C-1 有信貸：未確認屬客戶自願、未確認與信貸無關；須符合《防止賄賂條例》（第 201 章）第 9 條，在內地不得以貸收費、不得存貸掛鈎（「七不准」）。",
    "Row 1: Income line L1 (Advertising support and endorsement) is from client C-1, and client C-1 has credit: not confirmed as voluntary, not confirmed as unrelated to credit. In mainland China no fee or deposit may be the price of a loan (seven prohibitions of 2012); in Hong Kong see section 9 of the Prevention of Bribery Ordinance.",
  ],
])("a line that may be tied to credit is told: %j", (changes, ...told) => {
  const finding = only(stated({ clientHasCredit: true }, [line(changes)]).findings);
  expect([zhHans, zhHantHK, en].map((words) => tell(finding, words))).toStrictEqual(told);
});
