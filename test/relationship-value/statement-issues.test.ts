import { describe, expect, test } from "vitest";

import { money } from "../../src/money/index.ts";
import { bookedItems, relationshipValue, valueBook, type IncomeLine } from "../../src/relationship-value/index.ts";
import { refusalOf } from "../support/refusal.ts";

const good: IncomeLine = {
  id: "L1",
  client: "C-001",
  product: "p",
  item: "asset",
  period: "2026-Q1",
  amount: money("1.00", "CNY"),
  basis: "actual",
};
const options = { client: "C-001", period: "2026", currency: "CNY" } as const;
const asked = { from: "2026-01-01", to: "2027-01-01" };

/** What a row may hold that its type forbids. */
const bad = (wrong: Readonly<Record<string, unknown>>): IncomeLine => ({ ...good, id: "bad", ...wrong });

const table: readonly (readonly [
  what: string,
  row: IncomeLine,
  code: string,
  path: readonly unknown[],
  details: unknown,
])[] = [
  ["no row", null as unknown as IncomeLine, "relationship-value/invalid-row", [], { received: "null" }],
  ["empty id", bad({ id: "" }), "relationship-value/empty-id", ["id"], { received: "string(0)" }],
  ["missing id", bad({ id: undefined }), "relationship-value/empty-id", ["id"], { received: "undefined" }],
  ["blank id", bad({ id: "  " }), "relationship-value/empty-id", ["id"], { received: "  " }],
  ["blank after an id", bad({ client: "1001 " }), "relationship-value/invalid-row", ["client"], { received: "1001 " }],
  ["null as client", bad({ client: null }), "relationship-value/empty-id", ["client"], { received: "null" }],
  ["number as id", bad({ id: 7 }), "relationship-value/invalid-row", ["id"], { received: "7", type: "number" }],
  [
    "number as client",
    bad({ client: 7 }),
    "relationship-value/invalid-row",
    ["client"],
    { received: "7", type: "number" },
  ],
  ["empty client", bad({ client: "" }), "relationship-value/empty-id", ["client"], { received: "string(0)" }],
  ["id read before", bad({ id: "L1" }), "relationship-value/duplicate-line", ["id"], { id: "L1" }],
  [
    "related item, which is never booked",
    bad({ item: "referred" }),
    "relationship-value/invalid-item",
    ["item"],
    { received: "string(8)", allowed: bookedItems },
  ],
  [
    "unknown basis",
    bad({ basis: "hoped" }),
    "relationship-value/invalid-basis",
    ["basis"],
    { received: "string(5)", allowed: ["actual", "accrued", "estimated"] },
  ],
  ["impossible period", bad({ period: "2026-13" }), "calendar/invalid-period", ["period"], { period: "2026-13" }],
  [
    "the year before",
    bad({ period: "2025-Q4" }),
    "relationship-value/outside-period",
    ["period"],
    { line: { from: "2025-10-01", to: "2026-01-01" }, asked },
  ],
  [
    "the day after",
    bad({ period: { from: "2027-01-01", to: "2027-01-02" } }),
    "relationship-value/outside-period",
    ["period"],
    { line: { from: "2027-01-01", to: "2027-01-02" }, asked },
  ],
  [
    "a week across the new year, not prorated",
    bad({ period: "2026-W01" }),
    "relationship-value/partial-period",
    ["period"],
    { line: { from: "2025-12-29", to: "2026-01-05" }, asked },
  ],
  [
    "a longer period than asked for",
    bad({ period: { from: "2025-01-01", to: "2028-01-01" } }),
    "relationship-value/partial-period",
    ["period"],
    { line: { from: "2025-01-01", to: "2028-01-01" }, asked },
  ],
  ["no amount", bad({ amount: null }), "money/invalid-amount", ["amount"], { received: "null" }],
  [
    "an amount with grouping",
    bad({ amount: { amount: "1,000", currency: "CNY" } }),
    "money/invalid-amount",
    ["amount", "amount"],
    { received: "1,000", type: "string" },
  ],
  [
    "a number as amount",
    bad({ amount: { amount: 1000, currency: "CNY" } }),
    "money/invalid-amount",
    ["amount", "amount"],
    { received: "1000", type: "number" },
  ],
  [
    "more digits than the currency has",
    bad({ amount: { amount: "1.005", currency: "CNY" } }),
    "money/too-many-fraction-digits",
    ["amount", "amount"],
    { received: "1.005", currency: "CNY", fractionDigits: 3, limit: 2 },
  ],
  [
    "no such currency",
    bad({ amount: { amount: "1", currency: "ZZZ" } }),
    "money/unknown-currency",
    ["amount", "currency"],
    { received: "ZZZ", reason: "not-listed" },
  ],
  [
    "a currency without rate",
    bad({ amount: money("1", "USD") }),
    "relationship-value/no-rate",
    ["amount"],
    { from: "USD", to: "CNY", onOrBefore: "2026-03-31" },
  ],
];

describe("a bad row is one issue and stops nothing", () => {
  test.each(table)("%s", (_, row, code, path, details) => {
    const last = { ...good, id: "L2" };
    const { statement, issues } = relationshipValue([good, row, last], options);
    expect(issues).toStrictEqual([{ row: 1, code, path, details }]);
    expect(statement.total).toStrictEqual(money("2.00", "CNY"));
    expect(statement.lines).toStrictEqual({ given: 3, counted: 2, otherClients: 0, refused: 1 });
    expect(statement.trace.asset).toStrictEqual(["L1", "L2"]);
  });

  test.each(table)("the book says the same: %s", (_, row, code, path, details) => {
    const { book, issues } = valueBook([good, row, { ...good, id: "L2" }], { period: "2026", currency: "CNY" });
    expect(issues).toStrictEqual([{ row: 1, code, path, details }]);
    expect(book.figures.total).toStrictEqual(money("2.00", "CNY"));
    expect(book.lines).toStrictEqual({ given: 3, counted: 2, refused: 1 });
  });

  test("a line of another client is looked at for its identity only", () => {
    const { statement, issues } = relationshipValue(
      [good, { ...good, id: "X1", client: "C-777", period: "1999" }, { ...good, client: "C-777" }],
      options,
    );
    expect(issues.map(({ row, code }) => [row, code])).toStrictEqual([[2, "relationship-value/duplicate-line"]]);
    expect(statement.lines).toStrictEqual({ given: 3, counted: 1, otherClients: 1, refused: 1 });
  });

  test("a figure of more than 18 digits is refused, not rounded", () => {
    const huge = { ...good, amount: money("9999999999999999.99", "CNY") };
    expect(relationshipValue([huge], options).statement.total.amount).toBe("9999999999999999.99");
    expect(
      refusalOf(() => relationshipValue([huge, { ...good, id: "L2", amount: money("0.01", "CNY") }], options)).code,
    ).toBe("money/amount-too-large");
  });
});

describe("wrong options are refused", () => {
  test.each([
    [{ client: "" }, { code: "relationship-value/empty-id", path: ["client"], details: { received: "string(0)" } }],
    [
      { group: { affiliates: ["C-2", ""] } },
      { code: "relationship-value/empty-id", path: ["group", "affiliates", 1], details: { received: "string(0)" } },
    ],
    [
      { group: { subsidiaries: ["C-2"], referred: ["C-001"] } },
      {
        code: "relationship-value/client-in-own-group",
        path: ["group", "referred", 0],
        details: { list: "referred" },
      },
    ],
    [
      { referred: "maybe" },
      {
        code: "relationship-value/invalid-option",
        path: ["referred"],
        details: { received: "string(5)", allowed: ["inside", "beside"] },
      },
    ],
    [
      { rateDay: "today" },
      {
        code: "relationship-value/invalid-option",
        path: ["rateDay"],
        details: { received: "string(5)", allowed: ["line-end", "period-end"] },
      },
    ],
    [
      { currency: "cny" },
      {
        code: "money/unknown-currency",
        path: ["currency"],
        details: { received: "cny", reason: "not-listed", didYouMean: "CNY" },
      },
    ],
    [{ period: "2026-Q5" }, { code: "calendar/invalid-period", path: ["period"], details: { received: "2026-Q5" } }],
  ] as const)("%o", (wrong, expected) => {
    expect(refusalOf(() => relationshipValue([], { ...options, ...(wrong as object) }))).toStrictEqual(expected);
  });

  test("an item that is none cannot be stated none", () => {
    const statedNone = ["asset", "loans" as "asset"] as const;
    expect(refusalOf(() => relationshipValue([], { ...options, statedNone }))).toMatchObject({
      code: "relationship-value/invalid-option",
      path: ["statedNone", 1],
    });
  });

  test("a rounding mode that is none", () => {
    expect(refusalOf(() => relationshipValue([], { ...options, rounding: "bankers" as "up" })).code).toBe(
      "money/invalid-rounding",
    );
  });
});
