import { describe, expect, test } from "vitest";

import { relationshipReturn, sensitivity, type RiskExposure } from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { cny, deposit, loan, options, relationship } from "./relationship.ts";

describe("a move that takes a row beyond a limit holds it there and says so", () => {
  const risk: RiskExposure<"CNY"> = {
    id: "R",
    exposure: cny("100"),
    pd: "0.2",
    lgd: "1",
    worstCaseLoss: cny("22"),
  };
  const economic = { ...options, capital: { basis: "economic" } } as const;

  test("an expected loss that passes the worst case leaves capital of 0, and income falls by the loss", () => {
    const exposures = [risk, { ...risk, id: "S", worstCaseLoss: cny("60") }];
    const { now, moves, issues } = sensitivity({ ...relationship, exposures }, economic, { pd: "0.2" });
    expect(now.capital.amount).toBe("42.00"); // 22 − 20 and 60 − 20
    // two losses of 20 become 24; capital 2 becomes 0 and 40 becomes 36
    expect(moves[0]).toMatchObject({
      riskAdjustedIncome: cny("-8.00"),
      capital: cny("-6.00"),
      capped: ["R"],
    });
    expect(moves[0]?.after.expectedLoss.amount).toBe("48.00");
    expect(issues).toStrictEqual([]);
  });

  test("the same of a loss given default, rounded as the options say", () => {
    const exposures = [{ ...risk, lgd: "0.5", worstCaseLoss: cny("10") }];
    const [lgd] = sensitivity(
      { ...relationship, exposures },
      { ...economic, rounding: "up" },
      { lgd: "0.00001" },
    ).moves;
    expect(lgd).toMatchObject({ riskAdjustedIncome: cny("-0.01"), capital: cny("0.00"), capped: ["R"] });
  });

  test("capital that is given, or found by risk weights, is not held", () => {
    const given = { ...risk, economicCapital: cny("5"), riskWeight: "1" };
    for (const terms of [economic, options]) {
      const [pd] = sensitivity({ ...relationship, exposures: [given] }, terms, { pd: "0.2" }).moves;
      expect(pd).toMatchObject({ riskAdjustedIncome: cny("-4.00"), capital: cny("0.00"), capped: [] });
    }
  });

  test.each([
    ["0.5", "1", "-4000000.00", ["LOAN"]],
    ["0.4", "1.0", "-4000000.00", []],
    ["-1.0", "-0.4", "10000000.00", []],
  ])("a transfer price of 60 % moved by %s", (move, held, change, capped) => {
    const positions = [{ ...loan, rate: "0.7", transferRate: "0.6" }];
    const { moves } = sensitivity({ ...relationship, positions }, options, { transferPrice: move });
    expect(moves[0]).toMatchObject({ income: cny(change), capped });
    const heldAt = positions.map((position) => ({ ...position, transferRate: held }));
    expect(moves[0]?.after).toStrictEqual(relationshipReturn({ ...relationship, positions: heldAt }, options).result);
  });

  test("below the whole as well", () => {
    const positions = [loan, { ...deposit, transferRate: "-0.6" }];
    const [price] = sensitivity({ ...relationship, positions }, options, { transferPrice: "-0.5" }).moves;
    expect(price).toMatchObject({ capped: ["DEP"] });
    expect(price?.income.amount).toBe("3400000.00"); // 50 % of ten million gained, 40 % of four lost
  });

  test("a row that is too large after a move is refused, not left out", () => {
    const positions = [{ ...loan, averageBalance: cny("9999999999999999.99"), rate: "1", transferRate: "0" }];
    const moved = () => sensitivity({ ...relationship, positions }, options, { transferPrice: "-1" });
    expect(refusalOf(moved)).toMatchObject({ code: "money/amount-too-large" });
  });
});
