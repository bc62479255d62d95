import { describe, expect, test } from "vitest";

import { dayCount, type DayCountBasis, yearFraction } from "../../src/calendar/index.ts";
import { refusalOf } from "../support/refusal.ts";

/** ISDA's memo "EMU and Market Conventions: Recent Developments" (1998) and QuantLib's test suite: actual days by kind of year, and the published value. */
test.each([
  ["2003-11-01", "2004-05-01", 61 / 365 + 121 / 366, 0.497724380567],
  ["1999-02-01", "1999-07-01", 150 / 365, 0.41095890411],
  ["1999-07-01", "2000-07-01", 184 / 365 + 182 / 366, 1.0013773486],
  ["2002-08-15", "2003-07-15", 334 / 365, 0.915068493151],
  ["2003-07-15", "2004-01-15", 170 / 365 + 14 / 366, 0.504004790778],
  ["1999-07-30", "2000-01-30", 155 / 365 + 29 / 366, 0.503892506924],
  ["2000-01-30", "2000-06-30", 152 / 366, 0.415300546448],
  ["2023-06-15", "2026-06-15", 200 / 365 + 1 + 1 + 165 / 365, 3],
])("ACT/ACT-ISDA from %s to %s", (from, to, formula, published) => {
  expect(yearFraction(from, to, "ACT/ACT-ISDA")).toBeCloseTo(formula, 14);
  expect(yearFraction(from, to, "ACT/ACT-ISDA")).toBeCloseTo(published, 10);
});

/** ISDA's worked examples of 30/360 and 30E/360 (2008-12-22), as QuantLib's test suite holds them: bond basis, Eurobond basis. */
test.each([
  ["2006-08-20", "2007-02-20", 180, 180],
  ["2007-02-20", "2007-08-20", 180, 180],
  ["2006-08-31", "2007-02-28", 178, 178],
  ["2007-02-28", "2007-08-31", 183, 182],
  ["2007-08-31", "2008-02-29", 179, 179],
  ["2008-02-29", "2008-08-31", 182, 181],
  ["2008-08-31", "2009-02-28", 178, 178],
  ["2006-01-31", "2006-02-28", 28, 28],
  ["2006-01-30", "2006-02-28", 28, 28],
  ["2006-02-28", "2006-03-03", 5, 5],
  ["2006-02-14", "2006-02-28", 14, 14],
  ["2006-09-30", "2006-10-31", 30, 30],
  ["2006-10-31", "2006-11-28", 28, 28],
  ["2007-08-31", "2008-02-28", 178, 178],
  ["2008-02-28", "2008-08-28", 180, 180],
  ["2008-02-28", "2008-08-30", 182, 182],
  ["2008-02-28", "2008-08-31", 183, 182],
  ["2007-02-26", "2008-02-28", 362, 362],
  ["2007-02-26", "2008-02-29", 363, 363],
  ["2008-02-29", "2009-02-28", 359, 359],
  ["2008-02-28", "2008-03-30", 32, 32],
  ["2008-02-28", "2008-03-31", 33, 32],
])("30/360 from %s to %s", (from, to, bondBasis, eurobondBasis) => {
  expect(dayCount(from, to, "30/360-ISDA").days).toBe(bondBasis);
  expect(dayCount(from, to, "30E/360").days).toBe(eurobondBasis);
});

/** By the text of the US rule: the last day of February counts as the 30th, at the end only when the start is one too. */
test.each([
  ["2007-02-28", "2007-08-31", 6 * 30],
  ["2006-08-31", "2007-02-28", 5 * 30 + 28],
  ["2008-02-29", "2009-02-28", 12 * 30],
  ["2007-02-28", "2008-02-29", 12 * 30],
  ["2008-02-28", "2008-03-31", 30 + 31 - 28],
  ["2008-02-28", "2009-02-28", 12 * 30],
  ["2006-02-28", "2006-03-03", 3],
  ["2006-02-28", "2006-03-30", 30],
  ["2006-02-14", "2006-02-28", 14],
  ["2006-01-31", "2006-03-31", 60],
  ["2006-01-15", "2006-01-31", 16],
  // the 28th of another month is no end of February
  ["2006-03-28", "2006-04-15", 17],
])("30/360-US from %s to %s", (from, to, days) => {
  expect(dayCount(from, to, "30/360-US")).toEqual({ basis: "30/360-US", days, numerator: days, denominator: 360 });
});

describe("exact quotients", () => {
  test.each<[string, string, DayCountBasis, number, number, number]>([
    ["2026-01-01", "2026-07-01", "ACT/365F", 181, 181, 365],
    ["2024-01-01", "2025-01-01", "ACT/365F", 366, 366, 365],
    ["2026-01-01", "2026-07-01", "ACT/360", 181, 181, 360],
    ["2024-01-01", "2025-01-01", "ACT/ACT-ISDA", 366, 366, 366],
    ["2025-01-01", "2026-01-01", "ACT/ACT-ISDA", 365, 365, 365],
    ["2023-12-31", "2024-01-02", "ACT/ACT-ISDA", 2, 1 * 366 + 1 * 365, 365 * 366],
    ["2026-03-31", "2026-04-30", "30E/360", 30, 30, 360],
    ["2026-03-01", "2026-03-01", "ACT/ACT-ISDA", 0, 0, 365],
    ["2026-03-31", "2026-03-31", "30/360-US", 0, 0, 360],
    ["9999-12-30", "9999-12-31", "ACT/ACT-ISDA", 1, 1, 365],
  ])("%s to %s by %s", (from, to, basis, days, numerator, denominator) => {
    expect(dayCount(from, to, basis)).toEqual({ basis, days, numerator, denominator });
    expect(yearFraction(from, to, basis)).toBe(numerator / denominator);
  });
});

describe("refusals", () => {
  test("reversed dates", () => {
    expect(refusalOf(() => dayCount("2026-03-02", "2026-03-01", "ACT/360"))).toEqual({
      code: "calendar/invalid-period",
      path: ["to"],
      details: { from: "2026-03-02", to: "2026-03-01" },
    });
  });

  test("an unknown basis", () => {
    expect(refusalOf(() => yearFraction("2026-03-01", "2026-03-02", "30/360" as "30E/360"))).toEqual({
      code: "calendar/invalid-option",
      path: ["basis"],
      details: {
        received: "30/360",
        allowed: ["ACT/365F", "ACT/360", "ACT/ACT-ISDA", "30/360-US", "30/360-ISDA", "30E/360"],
      },
    });
  });

  test.each([
    ["2026-02-30", "2026-03-01", "from"],
    ["2026-03-01", "2026-02-30", "to"],
  ])("%s to %s", (from, to, parameter) => {
    expect(refusalOf(() => dayCount(from, to, "ACT/360"))).toEqual({
      code: "core/invalid-date",
      path: [parameter],
      details: { received: "2026-02-30" },
    });
  });
});
