import { describe, expect, test } from "vitest";

import { orThrow } from "../../src/core/index.ts";
import { amortize, trueAnnualRate, type AmortizationSchedule, type LevelPaymentLoan } from "../../src/loans/index.ts";
import golden from "../golden/loans/published.json";

const cny = (amount: number | string) => ({ amount: String(amount), currency: "CNY" }) as const;
const yuan = (minor: number | undefined): number => (minor ?? Number.NaN) / 100;
const loan = (principal: number, rate: number, periods: number): LevelPaymentLoan<"CNY"> => ({
  method: "level-payment",
  principal: cny(principal),
  rate: String(rate),
  periods,
  start: "2026-01-20",
  interest: "monthly",
  rounding: "half-up",
});
const interestOf = (schedule: AmortizationSchedule): number => Number(schedule.totals().interest.amount);

/** Half a cent a row: how far rounded rows may be from unrounded ones, in yuan, before interest on the difference. */
const drift = (rows: number): number => rows * 0.005;

interface PublishedCase {
  readonly topic: string;
  readonly input: Readonly<Record<string, number>>;
  readonly expected: Readonly<Record<string, number>>;
  readonly absTol: number;
  readonly source: string;
}
const casesOf = (topic: string) =>
  (golden.cases as unknown as readonly PublishedCase[])
    .filter((one) => one.topic === topic)
    .map((one) => [one.source, one.input, one.expected, one.absTol] as const);
const at = (figures: Readonly<Record<string, number>>, name: string): number => figures[name] ?? Number.NaN;

describe("level payment", () => {
  test.each(casesOf("mortgage-equal-payment"))("%s", (_, input, expected) => {
    const months = at(input, "months");
    const schedule = amortize(loan(at(input, "principal"), at(input, "annualRate"), months));
    expect(yuan(schedule.payment[0])).toBe(at(expected, "payment"));
    // the published total is months × the unrounded payment; the last row takes what rounding left
    expect(Math.abs(interestOf(schedule) - at(expected, "totalInterest"))).toBeLessThan(drift(months));
  });

  test("first and last rows of 1,249,000 at 5.88 %", () => {
    const schedule = amortize(loan(1249000, 0.0588, 360));
    expect(yuan(schedule.interest[0])).toBe(6120.1);
    expect(yuan(schedule.principal[0])).toBe(1272.2);
    expect(Math.abs(interestOf(schedule) - 1412227.43)).toBeLessThan(drift(360));
  });

  test.each(casesOf("mortgage-schedule"))("last row, %s", (_, input, expected, absTol) => {
    const schedule = amortize(loan(at(input, "principal"), at(input, "annualRate"), at(input, "months")));
    const row = at(input, "period") - 1;
    expect(Math.abs(yuan(schedule.interest[row]) - at(expected, "interest"))).toBeLessThan(absTol);
    // 1.58 below the published payment: the remainder of 359 rounded payments
    expect(yuan(schedule.payment[row])).toBe(7390.72);
  });

  test.each(casesOf("mortgage-schedule-cents"))("to the cent, %s", (_, input, expected) => {
    const schedule = amortize(loan(at(input, "principal"), at(input, "annualRate"), at(input, "months")));
    expect(yuan(schedule.payment[0])).toBe(at(expected, "payment"));
    expect(yuan(schedule.payment[359])).toBe(at(expected, "lastPayment"));
    expect(interestOf(schedule)).toBe(at(expected, "totalInterest"));
    expect(schedule.balance[359]).toBe(at(expected, "finalBalance"));
  });

  test("1,000,000 at 4.9 % over 30 years pays 5,307.27", () => {
    expect(amortize(loan(1000000, 0.049, 360)).row(0).payment).toStrictEqual(cny("5307.27"));
  });
});

describe("level principal", () => {
  test.each(casesOf("mortgage-equal-principal"))("%s", (_, input, expected, absTol) => {
    const months = at(input, "months");
    const schedule = amortize({
      ...loan(at(input, "principal"), at(input, "annualRate"), months),
      method: "level-principal",
    });
    expect(yuan(schedule.payment[0])).toBe(at(expected, "firstPayment"));
    expect(Math.abs(yuan(schedule.payment[months - 1]) - at(expected, "lastPayment"))).toBeLessThan(
      drift(months) + absTol,
    );
    expect(Math.abs(interestOf(schedule) - at(expected, "totalInterest"))).toBeLessThan(drift(months));
    const decrease = yuan((schedule.payment[0] ?? 0) - (schedule.payment[1] ?? 0));
    expect(Math.abs(decrease - at(expected, "monthlyDecrease"))).toBeLessThan(absTol);
  });

  test("1,000,000 at 4.9 % over 30 years: 6,861.11 to 2,789.12, interest 737,041.67", () => {
    const schedule = amortize({ ...loan(1000000, 0.049, 360), method: "level-principal" });
    expect(schedule.row(0).payment).toStrictEqual(cny("6861.11"));
    // the share 2,777.78 is 0.0022… too much, 359 times: 0.80 less is left for the last row
    expect(schedule.row(359).principal).toStrictEqual(cny("2776.98"));
    expect(schedule.row(359).payment).toStrictEqual(cny("2788.32"));
    expect(schedule.totals().interest).toStrictEqual(cny("737041.08"));
  });
});

describe("changes", () => {
  test.each(casesOf("mortgage-repricing"))("repricing, %s", (_, input, expected, absTol) => {
    const paid = at(input, "paidMonths");
    const schedule = amortize({
      ...loan(at(input, "principal"), 0, at(input, "months")),
      rate: [
        { date: "2026-01-20", rate: String(at(input, "rateBefore")) },
        { date: "2029-01-20", rate: String(at(input, "rateAfter")) },
      ],
    });
    expect(yuan(schedule.payment[paid - 1])).toBe(at(expected, "paymentBefore"));
    expect(Math.abs(yuan(schedule.balance[paid - 1]) - at(expected, "balance"))).toBeLessThan(drift(paid) + absTol);
    expect(yuan(schedule.payment[paid])).toBe(at(expected, "paymentAfter"));
  });

  test.each(casesOf("mortgage-prepayment"))("prepayment, %s", (_, input, expected, absTol) => {
    const paid = at(input, "paidMonths");
    const terms = loan(at(input, "principal"), at(input, "annualRate"), at(input, "months"));
    const prepaid = (keeps: "term" | "payment") =>
      amortize({ ...terms, prepayments: [{ date: "2028-01-20", amount: cny(at(input, "prepay")), keeps }] });
    const keepTerm = prepaid("term");
    expect(Math.abs(yuan(keepTerm.balance[paid]) - at(expected, "balanceAfter"))).toBeLessThan(drift(paid) + absTol);
    expect(yuan(keepTerm.payment[paid + 1])).toBe(at(expected, "paymentKeepTerm"));
    expect(keepTerm.count).toBe(at(input, "months") + 1);
    const keepPayment = prepaid("payment");
    expect(keepPayment.payment[paid + 1]).toBe(keepPayment.payment[0]);
    expect(keepPayment.count - 1 - paid).toBe(Math.ceil(at(expected, "remainingPeriodsKeepPayment")));
  });
});

describe("true annual rate", () => {
  const instalments = (principal: number, flatRate: string, periods: number) =>
    amortize({ ...loan(principal, 0, periods), method: "level-principal", fees: { flatRate } });

  test.each(casesOf("instalment-true-rate"))("%s", (_, input, expected) => {
    const months = at(input, "months");
    const schedule = instalments(at(input, "principal"), String(at(input, "flatFeePerMonth")), months);
    expect(yuan(schedule.payment[0])).toBe(at(expected, "payment"));
    const rate = orThrow(trueAnnualRate(schedule));
    // from payments rounded to the cent: half a cent of 4,826.67 is 1e-6 of it
    expect(Math.abs((rate.perPeriod ?? 0) - at(expected, "monthlyRate"))).toBeLessThan(1e-6 * 0.2);
    expect(Math.abs(rate.nominal - at(expected, "aprNominal"))).toBeLessThan(2e-6);
    expect(Math.abs(rate.effective - at(expected, "aprEffective"))).toBeLessThan(2e-6);
    expect(rate.unique).toBe(true);
  });

  test("12 instalments at 0.6 % a month: 13.03 % nominal, 13.84 % effective", () => {
    const rate = orThrow(trueAnnualRate(instalments(12000, "0.006", 12)));
    expect(rate.nominal.toFixed(4)).toBe("0.1303");
    expect(rate.effective.toFixed(4)).toBe("0.1384");
  });

  test("without fees it is the rate of the contract", () => {
    const rate = orThrow(trueAnnualRate(amortize(loan(1000000, 0.049, 360))));
    expect(Math.abs(rate.nominal - 0.049)).toBeLessThan(1e-8);
    expect(Math.abs(rate.effective - ((1 + 0.049 / 12) ** 12 - 1))).toBeLessThan(1e-8);
  });

  test("by dates it answers for loans without equal periods", () => {
    const schedule = amortize({
      ...loan(100000, 0.05, 12),
      method: "bullet",
      interest: "ACT/365F",
      start: "2026-01-01",
    });
    // one payment after 365 days
    const rate = orThrow(trueAnnualRate(schedule, "dates"));
    expect(Math.abs(rate.effective - 0.05)).toBeLessThan(1e-12);
    expect(Math.abs(rate.nominal - 12 * (1.05 ** (1 / 12) - 1))).toBeLessThan(1e-12);
    expect(rate).toMatchObject({ by: "dates", perPeriod: null, unique: true });
  });

  test("quarters compound four times", () => {
    const schedule = amortize({ ...loan(100000, 0.08, 4), method: "interest-only", monthsPerPeriod: 3 });
    const rate = orThrow(trueAnnualRate(schedule));
    expect(Math.abs(rate.nominal - 0.08)).toBeLessThan(1e-12);
    expect(Math.abs(rate.effective - (1.02 ** 4 - 1))).toBeLessThan(1e-12);
  });

  test("a fee paid at the start counts, whether taken from the proceeds or financed", () => {
    const terms = loan(10000, 0.06, 12);
    const upfront = cny("200");
    const paid = amortize({ ...terms, fees: { upfront } });
    expect(paid.proceeds).toBe(980000);
    const financed = amortize({ ...terms, fees: { upfront, upfrontIs: "financed" } });
    expect(financed.proceeds).toBe(1000000);
    expect(financed.totals().principal).toStrictEqual(cny("10200.00"));
    // 10,200 repaid for 10,000 received is the same bargain as 10,000 for 9,803.92
    expect(orThrow(trueAnnualRate(paid)).nominal).toBeGreaterThan(orThrow(trueAnnualRate(financed)).nominal);
    expect(orThrow(trueAnnualRate(financed)).nominal).toBeGreaterThan(0.09);
  });

  test("periods of different lengths are refused", () => {
    const refused = { ok: false, reason: "not-regular" };
    const terms = loan(100000, 0.05, 12);
    expect(trueAnnualRate(amortize({ ...terms, firstDue: "2026-03-05" }))).toStrictEqual(refused);
    expect(
      trueAnnualRate(amortize({ ...terms, prepayments: [{ date: "2026-05-05", amount: cny(1000) }] })),
    ).toStrictEqual(refused);
  });

  test("a basis of another name is refused", () => {
    const schedule = amortize(loan(1200, 0, 12));
    expect(() => trueAnnualRate(schedule, "months" as "dates")).toThrow(
      expect.objectContaining({ code: "loans/invalid-basis", path: ["by"], details: { received: "string(6)" } }),
    );
  });

  test("a loan that costs nothing has the rate 0", () => {
    expect(orThrow(trueAnnualRate(amortize(loan(1200, 0, 12)))).nominal).toBe(0);
  });
});
