import { describe, expect, test } from "vitest";

import { equals, money, subtract } from "../../src/money/index.ts";
import {
  averageDailyBalance,
  equalSplitSpend,
  netInterestIncome,
  walletRankPrior,
  walletShare,
  type InterestPosition,
} from "../../src/relationship-value/index.ts";
import golden from "../golden/relationship-value/value-cases.json" with { type: "json" };

const cny = (amount: string) => money(amount, "CNY");

/** A published case: decimal strings, whole numbers, and lists of both. */
interface Case {
  readonly description: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, string>>;
}

const cases = (golden as unknown as { readonly cases: readonly Case[] }).cases;

/** The case whose description starts so, with readers that fail on a missing figure. */
function caseOf(description: string) {
  const found = cases.find((one) => one.description.startsWith(description));
  if (found === undefined) throw new Error(`no case ${description}`);
  const read = (from: Readonly<Record<string, unknown>>, key: string): unknown => {
    if (!(key in from)) throw new Error(`${description}: no ${key}`);
    return from[key];
  };
  return {
    text: (key: string) => read(found.inputs, key) as string,
    count: (key: string) => read(found.inputs, key) as number,
    rates: (key: string) => read(found.inputs, key) as readonly (readonly [balance: string, rate: string])[],
    stretches: (key: string) => read(found.inputs, key) as readonly (readonly [balance: string, days: number])[],
    expected: (key: string) => read(found.expected, key) as string,
  };
}

const wholeYear = { period: "2026", currency: "CNY", dayCount: "30E/360" } as const;

describe("published cases", () => {
  test("a loan against its transfer price", () => {
    const published = caseOf("2y loan 10m CNY");
    const { values } = netInterestIncome(
      [
        {
          id: "loan",
          side: "asset",
          averageBalance: cny(published.text("balance")),
          rate: published.text("clientRate"),
          transferRate: published.text("ftpRate"),
        },
      ],
      wholeYear,
    );
    expect(values[0]).toMatchObject({
      interest: cny(published.expected("clientInterest")),
      transfer: cny(published.expected("ftpCost")),
      nii: cny(published.expected("nii")),
    });
  });

  test("a balance sheet: unit income plus treasury is the bank's margin, whatever the transfer price", () => {
    const published = caseOf("bank NII by balance line");
    const positions = (["assets", "liabilities"] as const).flatMap((side) =>
      published.rates(side).map(([balance, rate], index): InterestPosition<"CNY"> => ({
        id: `${side}-${String(index)}`,
        side: side === "assets" ? "asset" : "liability",
        averageBalance: cny(balance),
        rate,
        transferRate: "0.0725",
      })),
    );
    const { totals } = netInterestIncome(positions, wholeYear);
    expect(totals.interestReceived).toStrictEqual(cny(published.expected("interestIncome")));
    expect(totals.interestPaid).toStrictEqual(cny(published.expected("interestExpense")));
    expect(equals(subtract(cny(published.expected("nii")), totals.treasury), totals.nii)).toBe(true);
  });

  test("an average daily balance and a month's interest on it", () => {
    const published = caseOf("given daily balances");
    let day = 1;
    const balances = published.stretches("segments").map(([balance, days]) => {
      const date = `2026-06-${String(day).padStart(2, "0")}`;
      day += days;
      return { date, balance: cny(balance) };
    });
    const average = averageDailyBalance({ balances }, "2026-06");
    expect(average.days).toBe(published.count("days"));
    expect(average.average).toStrictEqual(cny(published.expected("average")));
    const { values } = netInterestIncome(
      [{ id: "card", side: "asset", averageBalance: average, rate: published.text("rate"), transferRate: "0" }],
      { ...wholeYear, period: "2026-06" },
    );
    expect(values[0]?.interest).toStrictEqual(cny(published.expected("interest")));
  });

  test("90 days at 4 % on two bases", () => {
    const published = caseOf("3m at 4% for 90 days");
    const position = {
      id: "loan",
      side: "asset",
      averageBalance: cny(published.text("principal")),
      rate: published.text("rate"),
      transferRate: "0",
    } as const;
    for (const [dayCount, key] of [
      ["ACT/360", "act360"],
      ["ACT/365F", "act365"],
    ] as const) {
      const { values } = netInterestIncome([position], { period: "2026-Q1", currency: "CNY", dayCount });
      expect(values[0]?.interest).toStrictEqual(cny(published.expected(key)));
    }
  });

  test("shares of wallet", () => {
    const stated = caseOf("70 of 100");
    const ours = { amount: cny(stated.text("ours")), basis: "actual" } as const;
    const others = [{ amount: subtract(cny(stated.text("total")), ours.amount), basis: "actual" }] as const;
    expect(walletShare({ ours, others, digits: 2 }).share).toBe(stated.expected("share"));

    const split = caseOf("1 of 3 equal suppliers");
    const amount = cny(split.text("ours"));
    const share = walletShare({
      ours: { amount, basis: "actual" },
      others: equalSplitSpend(amount, split.count("suppliers")),
      digits: 2,
    });
    expect(share).toMatchObject({
      share: split.expected("share"),
      wallet: cny(split.expected("wallet")),
      others: cny(split.expected("opportunity")),
      estimated: true,
    });

    const ranked = caseOf("Wallet Allocation Rule");
    expect(walletRankPrior(ranked.count("rank"), ranked.count("brands"), 2)).toBe(ranked.expected("share"));
  });
});
