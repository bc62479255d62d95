import { describe, expect, test } from "vitest";

import { money, type Money } from "../../src/money/index.ts";
import {
  equalSplitSpend,
  walletRankPrior,
  walletShare,
  type Spend,
  type WalletInput,
} from "../../src/relationship-value/index.ts";
import { refusalOf } from "../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");
const spend = (amount: string, basis: Spend["basis"] = "actual", institution?: string): Spend<"CNY"> => ({
  amount: cny(amount),
  basis,
  ...(institution === undefined ? {} : { institution }),
});

describe("share of wallet", () => {
  test("ours over ours and all others, with every part and whether it is an estimate", () => {
    const others = [
      spend("150.00", "actual", "bank-b"),
      spend("50.00", "estimated", "bank-c"),
      spend("25.00", "estimated"),
    ];
    expect(walletShare({ ours: spend("75.00"), others })).toStrictEqual({
      status: "stated",
      share: "0.2500", // 75 / (75 + 225)
      ours: cny("75.00"),
      others: cny("225.00"),
      wallet: cny("300.00"),
      estimated: true,
      parts: [
        { institution: "bank-b", share: "0.5000", basis: "actual" },
        { institution: "bank-c", share: "0.1667", basis: "estimated" },
        { institution: null, share: "0.0833", basis: "estimated" },
      ],
    });
  });

  test("actual on all sides is no estimate; ours may be the estimated part", () => {
    expect(walletShare({ ours: spend("1"), others: [spend("2")] }).estimated).toBe(false);
    expect(walletShare({ ours: spend("1", "estimated"), others: [spend("2")] }).estimated).toBe(true);
  });

  test("an empty list is no data, `none` is a statement", () => {
    expect(walletShare({ ours: spend("75"), others: [] })).toStrictEqual({
      status: "no-data",
      share: null,
      ours: cny("75.00"),
      others: null,
      wallet: null,
      estimated: false,
      parts: [],
    });
    expect(walletShare({ ours: spend("75"), others: "none" })).toMatchObject({ status: "stated", share: "1.0000" });
  });

  test("a wallet of nothing has no share; a client who pays us nothing has a share of nothing", () => {
    expect(walletShare({ ours: spend("0"), others: [spend("0")] })).toMatchObject({ status: "stated", share: null });
    expect(walletShare({ ours: spend("0"), others: [spend("9")] }).share).toBe("0.0000");
  });

  test("digits are an option", () => {
    expect(walletShare({ ours: spend("1"), others: [spend("2")], digits: 2 }).share).toBe("0.33");
    expect(refusalOf(() => walletShare({ ours: spend("1"), others: [], digits: 13 })).code).toBe(
      "core/invalid-integer",
    );
  });

  test.each([
    [
      { ours: spend("-0.01"), others: [] },
      "relationship-value/negative-spend",
      ["ours", "amount"],
      { received: "-0.01" },
    ],
    [
      { ours: spend("1"), others: [spend("1"), spend("-5")] },
      "relationship-value/negative-spend",
      ["others", 1, "amount"],
      { received: "-5.00" },
    ],
    [
      { ours: spend("1"), others: [spend("1", "guessed" as "actual")] },
      "relationship-value/invalid-basis",
      ["others", 0, "basis"],
      { received: "string(7)", allowed: ["actual", "estimated", "equal-split"] },
    ],
  ] as const)("refuses %#", (input, code, path, details) => {
    expect(refusalOf(() => walletShare(input))).toStrictEqual({ code, path, details });
  });

  test("refuses two currencies", () => {
    const hkd: Money = money("1", "HKD");
    const others: Spend[] = [{ amount: hkd, basis: "actual" }];
    expect(refusalOf(() => walletShare<string>({ ours: spend("1"), others })).code).toBe("money/currency-mismatch");
  });
});

describe("assumptions for want of data", () => {
  test("equal split gives every other bank what we get", () => {
    expect(equalSplitSpend(cny("100.01"), 4)).toStrictEqual([{ amount: cny("300.03"), basis: "equal-split" }]);
    expect(walletShare({ ours: spend("100.01"), others: equalSplitSpend(cny("100.01"), 4) })).toMatchObject({
      share: "0.2500",
      estimated: true,
    });
    expect(refusalOf(() => equalSplitSpend(cny("1"), 1)).code).toBe("core/invalid-integer");
    expect(refusalOf(() => equalSplitSpend(cny("-1"), 2)).code).toBe("relationship-value/negative-spend");
  });

  test("rank priors of 1 to n add up to 1", () => {
    // (1 − r/5) × 2/4
    expect([1, 2, 3, 4].map((rank) => walletRankPrior(rank, 4))).toStrictEqual([
      "0.4000",
      "0.3000",
      "0.2000",
      "0.1000",
    ]);
    expect(walletRankPrior(2, 3, 6)).toBe("0.333333");
    expect(walletRankPrior(1, 1)).toBe("1.0000");
    expect(refusalOf(() => walletRankPrior(5, 4)).details).toStrictEqual({ received: "5", min: 1, max: 4 });
    expect(refusalOf(() => walletRankPrior(0, 4)).path).toStrictEqual(["rank"]);
  });
});

test.each([
  [undefined, "undefined"],
  [null, "null"],
  ["None", "string(4)"],
])("spend elsewhere as %s is refused, never read as none", (others, received) => {
  const input = { ours: { amount: money("1", "CNY"), basis: "actual" }, others } as unknown as WalletInput;
  expect(refusalOf(() => walletShare(input))).toStrictEqual({
    code: "relationship-value/invalid-option",
    path: ["others"],
    details: { received, allowed: ["none", "a list"] },
  });
});
