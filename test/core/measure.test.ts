import { describe, expect, test } from "vitest";

import { countMeasure, shareMeasure, type MeasureSubject } from "../../src/core/index.ts";
import { MeasureSchema } from "../../src/core/schema.ts";
import { refusalOf } from "../support/refusal.ts";

const of: MeasureSubject = Object.freeze({ subject: "E-9", measure: "complaints/handled", period: "2026-02" });
const idsOf = (n: number): readonly string[] =>
  Object.freeze(Array.from({ length: n }, (_, index) => `C-${String(index + 1)}`));

test.each([
  [0, "0"],
  [1, "1"],
  [12, "12"],
  [100_000, "100000"],
])("%i records are counted", (n, value) => {
  const records = idsOf(n);
  const measure = countMeasure(of, records);
  expect(measure).toStrictEqual({ ...of, in: "count", value, n, records: [...records] });
  expect(measure.records).not.toBe(records);
});

test.each([
  [0, 0, null],
  [0, 7, "0.0000"],
  [1, 3, "0.3333"],
  [2, 3, "0.6667"],
  [3, 3, "1.0000"],
  // 1/16 = 0.0625 ends there; 1/32 = 0.03125 and 3/32 = 0.09375 are half-way
  [1, 16, "0.0625"],
  [1, 32, "0.0312"],
  [3, 32, "0.0938"],
  [1, 20_000, "0.0000"],
  [3, 20_000, "0.0002"],
])("%i records of %i are a share of %s", (n, population, value) => {
  const records = idsOf(n);
  expect(shareMeasure(of, records, population)).toStrictEqual({
    ...of,
    in: "share",
    value,
    n,
    of: population,
    records: [...records],
  });
});

test("a unit is kept, and none is made up", () => {
  const inUnit = { ...of, orgUnit: "B-12" };
  expect(countMeasure(inUnit, ["C-1"])).toMatchObject(inUnit);
  expect(shareMeasure(inUnit, ["C-1"], 1)).toMatchObject(inUnit);
  const undefinedUnit = { ...of, orgUnit: undefined } as unknown as MeasureSubject;
  expect(Object.keys(countMeasure(undefinedUnit, []))).not.toContain("orgUnit");
});

test("records stay in the order given, and any text names one", () => {
  const records = ["C-2", "C-10", "C-1", "__proto__", "constructor", "10", "9", "客户"];
  expect(countMeasure(of, records)).toMatchObject({ n: 8, value: "8", records });
});

test("one measure may be about what another is about", () => {
  const handled = countMeasure(of, ["C-1", "C-2"]);
  expect(shareMeasure({ ...handled, measure: "complaints/upheld" }, ["C-1"], handled.n)).toStrictEqual({
    subject: "E-9",
    measure: "complaints/upheld",
    period: "2026-02",
    in: "share",
    value: "0.5000",
    n: 1,
    of: 2,
    records: ["C-1"],
  });
});

describe.each<[string, (of: MeasureSubject, records: readonly string[]) => unknown]>([
  ["a count", countMeasure],
  ["a share", (subject, records) => shareMeasure(subject, records, 9)],
])("%s", (_, measure) => {
  test("comes through JSON and its schema", () => {
    const made = measure({ ...of, orgUnit: "B-12" }, idsOf(3));
    expect(MeasureSchema.parse(JSON.parse(JSON.stringify(made)))).toStrictEqual(made);
  });

  test.each<[string, unknown, readonly (string | number)[], unknown]>([
    ["an id twice", ["C-1", "C-2", "C-1"], ["records", 2], { id: "C-1" }],
    ["an empty id", ["C-1", ""], ["records", 1], { received: "string(0)" }],
    ["a blank id", [" "], ["records", 0], { received: " " }],
    ["null for an id", ["C-1", null], ["records", 1], { received: "null" }],
    ["a number for an id", [7], ["records", 0], { received: "7", type: "number" }],
    ["a record for an id", [{ id: "C-1" }], ["records", 0], { received: "object" }],
    ["a hole", ["C-1", ...new Array<string>(1)], ["records", 1], { received: "undefined" }],
    // a hole that is not the last, which forEach and map would pass over
    [
      "a hole before an id",
      Object.assign(new Array<string>(2), { 1: "C-1" }),
      ["records", 0],
      { received: "undefined" },
    ],
    ["a text for a list", "C-1", ["records"], { received: "string(3)" }],
    ["a set for a list", new Set(["C-1"]), ["records"], { received: "Set" }],
    ["null for a list", null, ["records"], { received: "null" }],
    ["nothing for a list", undefined, ["records"], { received: "undefined" }],
  ])("refuses %s", (__, records, path, details) => {
    expect(refusalOf(() => measure(of, records as string[]))).toEqual({ code: "core/invalid-measure", path, details });
  });

  test.each(
    (["subject", "measure", "period", "orgUnit"] as const).flatMap((member) =>
      ["", " ", null, 7, ["E-9"]].map((value) => [member, value] as const),
    ),
  )("refuses %s %j", (member, value) => {
    const wrong = { ...of, [member]: value };
    expect(refusalOf(() => measure(wrong, ["C-1"]))).toMatchObject({
      code: "core/invalid-measure",
      path: ["of", member],
    });
  });

  test.each(["subject", "measure", "period"] as const)("refuses to be without a %s", (member) => {
    const { [member]: left, ...rest } = of;
    expect(left).toBe(of[member]);
    expect(refusalOf(() => measure(rest as MeasureSubject, ["C-1"]))).toEqual({
      code: "core/invalid-measure",
      path: ["of", member],
      details: { received: "undefined" },
    });
  });

  test.each([undefined, null, "E-9", []])("refuses to be of %j", (nobody) => {
    expect(refusalOf(() => measure(nobody as unknown as MeasureSubject, ["C-1"]))).toMatchObject({
      code: "core/invalid-measure",
      path: ["of"],
    });
  });
});

test.each([1, 0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "2", null, undefined])(
  "2 records of %s are refused",
  (population) => {
    expect(refusalOf(() => shareMeasure(of, ["C-1", "C-2"], population as number))).toMatchObject({
      code: "core/invalid-integer",
      path: ["population"],
      details: { min: 2, max: Number.MAX_SAFE_INTEGER },
    });
  },
);

test("a misspelt unit is not no unit", () => {
  const wrong = { ...of, orgUnits: "B-12" } as MeasureSubject;
  expect(refusalOf(() => countMeasure(wrong, []))).toMatchObject({
    code: "core/invalid-measure",
    path: ["of", "orgUnits"],
    details: { didYouMean: "orgUnit" },
  });
});

test("a record counted twice is called that", () => {
  expect(() => countMeasure(of, ["C-1", "C-1"])).toThrow("records.1: counted twice");
});
