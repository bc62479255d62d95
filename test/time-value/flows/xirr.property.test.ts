import fc from "fast-check";
import { describe, test } from "vitest";

import { fromDayNumber } from "../../../src/core/index.ts";
import { irr, xirr } from "../../../src/time-value/index.ts";
import { dated, rootsOf, sameRates, wellApart, wholeFlows } from "../arbitraries.ts";

describe("rates", () => {
  test("the order in which dated flows are given is of no account", () => {
    fc.assert(
      fc.property(dated, (rows) => {
        const solve = (list: typeof rows) =>
          rootsOf(
            xirr(
              list.map(([f]) => f),
              list.map(([, day]) => fromDayNumber(day)),
            ),
          );
        const before = solve(rows);
        return !wellApart(before) || sameRates(before, solve([...rows].reverse()));
      }),
    );
  });

  test("flows a year of 365 days apart have the rate of regular flows", () => {
    fc.assert(
      fc.property(wholeFlows, (list) => {
        const yearly = xirr(
          list,
          list.map((_, i) => fromDayNumber(10000 + 365 * i)),
        );
        const regular = irr(list);
        return !wellApart(rootsOf(regular)) || sameRates(rootsOf(yearly), rootsOf(regular));
      }),
    );
  });

  test("a refusal is typed, whatever comes in", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.array(fc.oneof(fc.string(), fc.constant("2024-01-01"))), (list, dates) => {
        const outcomes = [irr(list), xirr(list, dates)];
        return outcomes.every((one) => (one.ok ? Number.isFinite(one.rate) && one.rate > -1 : one.reason.length > 0));
      }),
    );
  });
});
