import { describe, expect, test } from "vitest";

import { derivePolicy } from "../../src/core/index.ts";
import {
  exampleTransferCurve,
  explainTransferRate,
  transferRate,
  type TransferPriceCurve,
} from "../../src/relationship-value/index.ts";
import { refusalOf } from "../support/refusal.ts";

const curve: TransferPriceCurve = {
  id: "test.curve",
  version: "3",
  status: "house",
  effectiveFrom: "2026-01-01",
  sources: ["test sheet"],
  currency: "CNY",
  points: [
    { tenorDays: 30, rate: "0.01" },
    { tenorDays: 90, rate: "0.0175" },
    { tenorDays: 365, rate: "-0.001" },
  ],
  interpolation: "linear",
  extrapolation: "refuse",
  digits: 6,
  assignedTenors: { demand: 45 },
};

describe("reading a curve", () => {
  test.each([
    [30, "0.01", "point"],
    [90, "0.0175", "point"],
    [60, "0.013750", "interpolated"], // 0.01 + 0.0075 × 30/60
    [45, "0.011875", "interpolated"], // 0.01 + 0.0075 × 15/60
    [100, "0.016827", "interpolated"], // 0.0175 − 0.0185 × 10/275 = 0.01682727…
    [365, "-0.001", "point"],
  ] as const)("%i days", (tenor, rate, read) => {
    expect(transferRate(curve, tenor)).toBe(rate);
    expect(explainTransferRate(curve, tenor)).toMatchObject({ read, tenorDays: tenor, assigned: false });
  });

  test("a tie is rounded half-even, away from the coarser digits", () => {
    const points = [
      { tenorDays: 0, rate: "0.000" },
      { tenorDays: 2, rate: "0.005" },
    ];
    expect(transferRate({ ...curve, points, digits: 3 }, 1)).toBe("0.002"); // 0.0025
    expect(transferRate({ ...curve, points, digits: 4 }, 1)).toBe("0.0025");
  });

  test("the previous point's rate where the curve says so", () => {
    expect(explainTransferRate({ ...curve, interpolation: "previous" }, 89)).toMatchObject({
      rate: "0.01",
      read: "interpolated",
      points: [{ tenorDays: 30, rate: "0.01" }],
    });
  });

  test("a product without maturity has the tenor the curve assumes for it, and says so", () => {
    expect(explainTransferRate(curve, "demand")).toStrictEqual({
      rate: "0.011875",
      tenorDays: 45,
      assigned: true,
      read: "interpolated",
      points: curve.points.slice(0, 2),
      curve: { id: "test.curve", version: "3", status: "house" },
    });
    for (const product of ["overdraft", "toString"]) {
      expect(refusalOf(() => transferRate(curve, product))).toMatchObject({
        code: "relationship-value/unassigned-tenor",
        path: ["tenor"],
        details: { curve: "test.curve", version: "3" },
      });
    }
  });

  test("outside the curve nothing is guessed, unless the curve is flat there", () => {
    for (const tenor of [29, 366]) {
      expect(refusalOf(() => transferRate(curve, tenor))).toStrictEqual({
        code: "relationship-value/tenor-outside-curve",
        path: ["tenor"],
        details: { tenorDays: tenor, from: 30, to: 365, curve: "test.curve", version: "3" },
      });
    }
    const flat: TransferPriceCurve = { ...curve, extrapolation: "flat" };
    expect(explainTransferRate(flat, 0)).toMatchObject({ rate: "0.01", read: "extrapolated" });
    expect(explainTransferRate(flat, 9999)).toMatchObject({ rate: "-0.001", read: "extrapolated" });
  });

  test.each([-1, 1.5, Number.NaN])("a tenor of %s is refused", (tenor) => {
    expect(refusalOf(() => transferRate(curve, tenor)).code).toBe("core/invalid-integer");
  });
});

describe("a curve that makes no sense is refused", () => {
  const rate = "0.01";
  test.each([
    [{ points: [] }, ["curve", "points"]],
    [
      {
        points: [
          { tenorDays: 5, rate },
          { tenorDays: 5, rate },
        ],
      },
      ["curve", "points", 1, "tenorDays"],
    ],
    [
      {
        points: [
          { tenorDays: 5, rate },
          { tenorDays: 4, rate },
        ],
      },
      ["curve", "points", 1, "tenorDays"],
    ],
    [{ points: [{ tenorDays: -1, rate }] }, ["curve", "points", 0, "tenorDays"]],
    [{ points: [{ tenorDays: 0.5, rate }] }, ["curve", "points", 0, "tenorDays"]],
    [{ points: [{ tenorDays: 0, rate: "1%" }] }, ["curve", "points", 0, "rate"]],
    [{ assignedTenors: { demand: -1 } }, ["curve", "assignedTenors", "demand"]],
    [{ digits: 21 }, ["curve", "digits"]],
    [{ interpolation: "spline" as "linear" }, ["curve", "interpolation"]],
    [{ extrapolation: "on" as "flat" }, ["curve", "extrapolation"]],
  ])("%o", (wrong, path) => {
    expect(refusalOf(() => transferRate({ ...curve, ...wrong }, 30))).toMatchObject({
      code: "relationship-value/invalid-curve",
      path,
    });
  });
});

test("the shipped curve is an example and says that it is an assumption", () => {
  expect(exampleTransferCurve).toMatchObject({ id: "example.transfer-curve", status: "example" });
  expect(exampleTransferCurve.sources.join()).toContain("assumption");
  const house = derivePolicy(
    exampleTransferCurve,
    { currency: "CZK", points: [{ tenorDays: 90, rate: "0.08" }] },
    { id: "acme.curve", version: "1", source: "treasury circular" },
  );
  expect(transferRate(house, "demand-deposit")).toBe("0.08");
  expect(house).toMatchObject({ status: "house", currency: "CZK" });
});

test.each(["4.2", "-1.01"])("a rate of %s per year is beyond the whole and refused, as it is in a position", (rate) => {
  const points = [
    { tenorDays: 30, rate: "-1" },
    { tenorDays: 60, rate: "1" },
    { tenorDays: 90, rate },
  ];
  expect(transferRate({ ...curve, points: points.slice(0, 2) }, 60)).toBe("1");
  expect(refusalOf(() => transferRate({ ...curve, points }, 30))).toMatchObject({
    code: "relationship-value/invalid-curve",
    path: ["curve", "points", 2, "rate"],
  });
});
