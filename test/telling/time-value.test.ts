import { describe, expect, test } from "vitest";

import {
  duration,
  irr,
  mirr,
  modifiedDietz,
  moneyWeightedReturn,
  NO_SOLUTION_REASONS,
  nper,
  pmt,
  rate,
  rri,
  timeWeightedReturn,
  volatility,
  xirr,
  periodReturns,
  type RateRefusal,
} from "../../src/time-value/index.ts";
import type { Reason } from "../../src/telling/index.ts";
import { thrownBy, told } from "../support/told.ts";

const span = { from: "2025-01-01", to: "2026-01-01", startValue: 1000, endValue: 1650, flows: [] };
const refused = (outcome: { readonly ok: boolean }): Reason => outcome as RateRefusal<string>;

/** A reason, and its sentences in simplified Chinese, traditional Chinese as in Hong Kong, and English. */
const rows: readonly (readonly [name: string, reason: () => Reason, zhHans: string, zhHantHK: string, en: string])[] = [
  [
    "an argument out of range",
    () => thrownBy(() => pmt(-1, 10, 1)),
    '参数不在允许的范围内：rate，收到的是"-1"。',
    '參數不在容許的範圍內：rate，收到的是"-1"。',
    'An argument is outside its range at rate: "-1" was given.',
  ],
  [
    "a word nobody knows",
    () => thrownBy(() => periodReturns([1, 2], "logs" as never)),
    "参数不在允许的范围内：kind，收到的是4个字符的文本，只能是 simple、log，是否应为 log。",
    "參數不在容許的範圍內：kind，收到的是4個字元的文字，只可以是 simple、log，是否應為 log。",
    "An argument is outside its range at kind: a text of length 4 was given; allowed: simple, log; perhaps log was meant.",
  ],
  [
    "a flow that is not finite",
    () => refused(irr([-1, Number.NaN])),
    "有的金额不是有限的数，无法计算利率；请核对现金流。",
    "有金額並非有限的數字，未能計算利率；請核對現金流。",
    "An amount is not a finite number, so there is no rate; check the flows.",
  ],
  [
    "flows one way",
    () => refused(irr([1, 2])),
    "资金只有单向流动，没有利率可言；现金流须有进有出。",
    "資金只有單向流動，沒有利率可言；現金流必須有進有出。",
    "Money flows one way only, so there is no rate; it must be both paid and received.",
  ],
  [
    "a total loss",
    () => refused(irr([-1, 0])),
    "投入的资金全部损失（−100%），没有高于 −100% 的利率可以表示。",
    "投入的資金全部損失（−100%），沒有高於 −100% 的利率可以表示。",
    "All the money invested was lost, a return of −100%, and no rate above −100% can express that.",
  ],
  [
    "no rate",
    () => refused(irr([-1, 5e-17])),
    "现金流有进有出，但没有利率能使其现值为零。",
    "現金流有進有出，但沒有利率能令其現值為零。",
    "Money is both paid and received, yet no rate brings its present value to zero.",
  ],
  [
    "dates missing",
    () => refused(xirr([-1, 2], ["2026-01-01"])),
    "日期与现金流的数目不一致，无法计算利率。",
    "日期與現金流的數目不一致，未能計算利率。",
    "The number of dates differs from the number of flows, so there is no rate.",
  ],
  [
    "a date that does not exist",
    () => refused(xirr([-1, 2], ["2026-01-01", "2026-02-30"])),
    "有的日期不存在，无法计算利率；日期须按 YYYY-MM-DD 填写。",
    "有日期並不存在，未能計算利率；日期必須按 YYYY-MM-DD 填寫。",
    "A date does not exist, so there is no rate; write dates as YYYY-MM-DD.",
  ],
  [
    "no time at all",
    () => refused(rate(0, -1, 2)),
    "所有现金流都在同一天，没有可以计息的时间。",
    "所有現金流都在同一天，沒有可以計息的時間。",
    "All flows are on one day, which leaves no time for interest.",
  ],
  [
    "a date before the first",
    () => refused(xirr([-1, 2], ["2026-01-01", "2025-01-01"], 0.1, { excelStrict: true })),
    "有日期早于第一个日期，按 Excel 的规定不予计算。",
    "有日期早於第一個日期，按 Excel 的規定不予計算。",
    "A date is before the first one, which Excel does not allow.",
  ],
  [
    "beyond doubles",
    () => thrownBy(() => volatility([1e200, -1e200], 12)),
    "无法得出结果（returns）：结果超出可表示的数值范围。",
    "未能計算結果（returns）：結果超出可表示的數值範圍。",
    "There is no answer (returns): the result is too large or too small for a number.",
  ],
  [
    "signs that differ",
    () => thrownBy(() => rri(12, 100, -90)),
    "无法得出结果（fv）：期初与期末金额正负相反。",
    "未能計算結果（fv）：期初與期末金額正負相反。",
    "There is no answer (fv): the amounts at the two ends differ in sign.",
  ],
  [
    "nothing paid",
    () => thrownBy(() => nper(0, 0, 1000)),
    "无法得出结果（pmt）：没有还款，金额也不增长。",
    "未能計算結果（pmt）：沒有供款，金額亦不增長。",
    "There is no answer (pmt): nothing is paid and nothing grows.",
  ],
  [
    "less than the interest",
    () => thrownBy(() => nper(0.01, -10, 1000)),
    "无法得出结果（pmt）：每期还款不足以支付利息，或任何期数都成立。",
    "未能計算結果（pmt）：每期供款不足以支付利息，或任何期數均成立。",
    "There is no answer (pmt): the payment does not cover more than the interest, or any number of periods would do.",
  ],
  [
    "flows worth nothing",
    () => thrownBy(() => duration(0.1, [-100, 110])),
    "无法得出结果（flows）：按该利率计算，现金流的现值为零。",
    "未能計算結果（flows）：按該利率計算，現金流的現值為零。",
    "There is no answer (flows): the flows are worth nothing at this rate.",
  ],
  [
    "flows one way, for mirr",
    () => thrownBy(() => mirr([100, 200], 0.1, 0.12)),
    "无法得出结果（flows）：资金只有单向流动。",
    "未能計算結果（flows）：資金只有單向流動。",
    "There is no answer (flows): money flows one way only.",
  ],
  [
    "nothing invested for a while",
    () => thrownBy(() => timeWeightedReturn([{ value: 500 }, { value: 600, flow: -600 }, { value: 50 }])),
    "无法得出结果（valuations）：该次估值之后没有投入的资金（序号 1，从 0 起）。",
    "未能計算結果（valuations）：該次估值之後沒有投入的資金（序號 1，由 0 起）。",
    "There is no answer (valuations): nothing is invested after this valuation (number 1, counted from 0).",
  ],
  [
    "never invested",
    () => thrownBy(() => timeWeightedReturn([{ value: 0 }, { value: 0 }])),
    "无法得出结果（valuations）：始终没有投入资金。",
    "未能計算結果（valuations）：一直沒有投入資金。",
    "There is no answer (valuations): nothing is ever invested.",
  ],
  [
    "no capital",
    () => thrownBy(() => modifiedDietz({ ...span, startValue: 0, endValue: 0 })),
    "无法得出结果（startValue）：平均占用的资金不大于零。",
    "未能計算結果（startValue）：平均動用的資金不大於零。",
    "There is no answer (startValue): the average capital is not above zero.",
  ],
  [
    "a total loss over a span",
    () => thrownBy(() => moneyWeightedReturn({ ...span, endValue: 0 })),
    "无法得出结果（endValue）：投入的资金全部损失。",
    "未能計算結果（endValue）：投入的資金全部損失。",
    "There is no answer (endValue): all the money invested was lost.",
  ],
];

describe("what time value says", () => {
  test.each(rows)("%s", (_, reason, ...sentences) => {
    expect(told(reason())).toEqual(sentences);
  });

  test("every reason without an answer is told", () => {
    const all = NO_SOLUTION_REASONS.map(
      (reason) => told({ code: "time-value/no-solution", path: ["pmt"], details: { reason } } as Reason)[2],
    );
    expect(new Set(all).size).toBe(NO_SOLUTION_REASONS.length);
  });
});
