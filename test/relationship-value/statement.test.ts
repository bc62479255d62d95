import { describe, expect, test } from "vitest";

import { money, ratio, type ExchangeRate } from "../../src/money/index.ts";
import { relationshipValue, valueItems, type IncomeLine, type ValueGroup } from "../../src/relationship-value/index.ts";

const cny = (amount: string) => money(amount, "CNY");

type Row = readonly [
  id: string,
  client: string,
  item: IncomeLine["item"],
  period: IncomeLine["period"],
  amount: string,
  basis: IncomeLine["basis"],
];

const lineOf = ([id, client, item, period, amount, basis]: Row): IncomeLine => ({
  id,
  client,
  product: "p",
  item,
  period,
  amount: cny(amount),
  basis,
});

/** A client with every item, two subsidiaries, one of them also referred, an affiliate and referred clients. */
const rows: readonly Row[] = [
  ["A1", "C-001", "asset", "2026-Q1", "120000.00", "actual"],
  ["A2", "C-001", "asset", "2026-Q2", "30000.50", "accrued"],
  ["A3", "C-001", "liability", "2026", "45000.25", "actual"],
  ["A4", "C-001", "intermediary", "2026-03", "8000.00", "actual"],
  ["A5", "C-001", "intermediary", "2026-04", "1999.99", "estimated"],
  ["A6", "C-001", "intermediary", { from: "2026-05-04", to: "2026-05-05" }, "-500.00", "actual"],
  ["B1", "C-001", "joint-business", "2026", "7000.00", "actual"],
  ["B2", "C-001", "pilot-partner", "2026", "1200.00", "estimated"],
  ["B3", "C-001", "forum-attendance", "2026-W20", "5000.00", "estimated"],
  ["B4", "C-001", "advertising", "2026", "2500.10", "estimated"],
  ["B5", "C-001", "sponsorship", "2026", "-3000.00", "actual"],
  ["S1", "C-002", "asset", "2026", "60000.00", "actual"],
  ["S2", "C-002", "forum-attendance", "2026", "100.00", "estimated"],
  ["S3", "C-005", "asset", "2026", "10.00", "actual"],
  ["F1", "C-003", "liability", "2026", "15000.33", "accrued"],
  ["R1", "C-004", "intermediary", "2026", "3000.00", "actual"],
  ["R2", "C-007", "intermediary", "2026", "1000.00", "actual"],
  ["X1", "C-009", "asset", "2026", "99999.99", "actual"],
];
const lines = rows.map(lineOf);
const group: ValueGroup = {
  subsidiaries: ["C-002", "C-005"],
  affiliates: ["C-003", "C-005"],
  referred: ["C-004", "C-005", "C-006", "C-007"],
};
const options = { client: "C-001", group, period: "2026", currency: "CNY" } as const;

describe("a client with all eleven items", () => {
  const { statement, issues } = relationshipValue(lines, options);

  test("nothing is wrong with the lines, and every row is accounted for", () => {
    expect(issues).toStrictEqual([]);
    expect(statement.lines).toStrictEqual({ given: 18, counted: 17, otherClients: 1, refused: 0 });
  });

  test.each([
    ["asset", "150000.50"], // 120000 + 30000.50
    ["liability", "45000.25"],
    ["intermediary", "9499.99"], // 8000 + 1999.99 − 500
    ["subsidiary", "60110.00"], // 60000 + 100 + 10
    ["affiliate", "15000.33"],
    ["referred", "4000.00"],
    ["joint-business", "7000.00"],
    ["pilot-partner", "1200.00"],
    ["forum-attendance", "5000.00"],
    ["advertising", "2500.10"],
    ["sponsorship", "-3000.00"],
  ] as const)("%s is %s", (item, amount) => {
    expect(statement.items[item].amount).toStrictEqual(cny(amount));
    expect(statement.items[item].status).toBe("stated");
    expect(statement.items[item].inTotal).toBe(true);
  });

  test("heads and total", () => {
    expect(statement.heads).toStrictEqual({
      direct: cny("204500.74"), // 150000.50 + 45000.25 + 9499.99
      related: cny("79110.33"), // 60110 + 15000.33 + 4000
      other: cny("12700.10"), // 7000 + 1200 + 5000 + 2500.10 − 3000
    });
    expect(statement.total).toStrictEqual(cny("296311.17"));
    expect(ratio(statement.heads.direct, statement.total, 4)).toBe("0.6902"); // 204500.74 / 296311.17 = 0.690155…
  });

  test("estimated parts are marked on items, heads and total", () => {
    expect(statement.items.intermediary.byBasis).toStrictEqual({
      actual: cny("7500.00"),
      accrued: null,
      estimated: cny("1999.99"),
    });
    expect(statement.totalDetail).toStrictEqual({
      status: "stated",
      byBasis: { actual: cny("240510.25"), accrued: cny("45000.83"), estimated: cny("10800.09") },
      lineCount: 17,
      estimatedShare: "0.0364", // 10800.09 / 296311.17 = 0.036448…
    });
    expect(statement.headDetails.other.estimatedShare).toBe("0.6850"); // 8700.10 / 12700.10 = 0.685041…
    expect(statement.headDetails.direct.lineCount).toBe(6);
  });

  test("the trace names each line once, and none of a referred client", () => {
    expect(statement.trace.intermediary).toStrictEqual(["A4", "A5", "A6"]);
    expect(statement.trace.subsidiary).toStrictEqual(["S1", "S2", "S3"]);
    expect(Object.values(statement.trace).flat().sort()).toStrictEqual(
      rows
        .map(([id]) => id)
        .filter((id) => !["X1", "R1", "R2"].includes(id))
        .sort(),
    );
  });

  test("a client in several lists counts once, by precedence, and its figure says where else it is named", () => {
    expect(statement.relatedClients).toStrictEqual([
      { client: "C-002", item: "subsidiary", alsoNamed: [], amount: cny("60100.00"), lineCount: 2 },
      { client: "C-003", item: "affiliate", alsoNamed: [], amount: cny("15000.33"), lineCount: 1 },
      {
        client: "C-005",
        item: "subsidiary",
        alsoNamed: ["affiliate", "referred"],
        amount: cny("10.00"),
        lineCount: 1,
      },
    ]);
    expect(statement.referredClients).toStrictEqual({ count: 3, withLines: 2, withheld: [] });
  });

  test("the conventions are echoed", () => {
    expect(statement.conventions).toStrictEqual({
      period: { from: "2026-01-01", to: "2027-01-01" },
      currency: "CNY",
      rounding: "half-even",
      rateDay: "line-end",
      referred: "inside",
      fewestReferred: 2,
    });
    expect(statement.conversions).toStrictEqual([]);
  });

  test("is JSON-safe", () => {
    expect(JSON.parse(JSON.stringify(statement))).toStrictEqual(statement);
  });
});

test("referred clients beside: the item keeps its amount, head and total leave it out", () => {
  const { statement } = relationshipValue(lines, { ...options, referred: "beside" });
  expect(statement.items.referred.amount).toStrictEqual(cny("4000.00"));
  expect(statement.items.referred.inTotal).toBe(false);
  expect(statement.heads.related).toStrictEqual(cny("75110.33"));
  expect(statement.total).toStrictEqual(cny("292311.17"));
  expect(statement.totalDetail.lineCount).toBe(15);
  expect(statement.lines.counted).toBe(17);
  expect(statement.conventions.referred).toBe("beside");
});

test("the same book states another client: its own lines are direct and other, whoever else takes credit", () => {
  const { statement } = relationshipValue(lines, { client: "C-002", period: "2026", currency: "CNY" });
  expect(statement.heads.direct).toStrictEqual(cny("60000.00"));
  expect(statement.heads.other).toStrictEqual(cny("100.00"));
  expect(statement.headDetails.related.status).toBe("no-data");
});

describe("no data is never zero", () => {
  test("without lines every item is null and every status says so", () => {
    const { statement } = relationshipValue([], { client: "C-001", period: "2026", currency: "JPY" });
    for (const item of valueItems) {
      expect(statement.items[item]).toStrictEqual({
        status: "no-data",
        amount: null,
        byBasis: { actual: null, accrued: null, estimated: null },
        lineCount: 0,
        inTotal: true,
      });
    }
    expect(statement.heads.direct).toStrictEqual(money("0", "JPY"));
    expect(statement.headDetails.direct.status).toBe("no-data");
    expect(statement.totalDetail).toStrictEqual({
      status: "no-data",
      byBasis: { actual: null, accrued: null, estimated: null },
      lineCount: 0,
      estimatedShare: null,
    });
  });

  test("a line of zero is data; an item stated to be nothing is 0; a head with both kinds is partly stated", () => {
    const { statement } = relationshipValue([lineOf(["Z", "C-001", "asset", "2026", "0", "actual"])], {
      client: "C-001",
      period: "2026",
      currency: "CNY",
      statedNone: ["liability", "subsidiary", "affiliate", "referred"],
    });
    expect(statement.items.asset).toMatchObject({ status: "stated", amount: cny("0.00") });
    expect(statement.items.liability).toMatchObject({ status: "stated-none", amount: cny("0.00"), lineCount: 0 });
    expect(statement.items.intermediary).toMatchObject({ status: "no-data", amount: null });
    expect(statement.headDetails.direct.status).toBe("partly-stated");
    expect(statement.headDetails.related.status).toBe("stated");
    expect(statement.headDetails.other.status).toBe("no-data");
    expect(statement.totalDetail.status).toBe("partly-stated");
  });

  test("an item cannot be stated none and have lines", () => {
    expect(() => relationshipValue(lines, { ...options, statedNone: ["sponsorship", "asset"] })).toThrow(
      expect.objectContaining({
        code: "relationship-value/stated-none-but-booked",
        path: ["statedNone", 0],
        details: { item: "sponsorship", head: "other", lineCount: 1 },
      }),
    );
  });
});

describe("other currencies", () => {
  const usd = (id: string, amount: string, period: string): IncomeLine => ({
    ...lineOf([id, "C-001", "asset", period, "0", "actual"]),
    amount: money(amount, "USD"),
  });
  const rate = (from: string, value: string, date: string): ExchangeRate => ({
    from,
    to: "CNY",
    rate: value,
    date,
    source: "test sheet",
  });
  const rates = [
    rate("USD", "7.0005", "2026-04-15"),
    rate("USD", "7.1234", "2026-03-31"),
    rate("JPY", "0.0478", "2026-01-05"),
    { ...rate("USD", "1.08", "2026-01-05"), to: "EUR" },
  ];
  const foreign: IncomeLine[] = [
    usd("U1", "100.01", "2026-Q1"), // × 7.1234 = 712.411234
    usd("U2", "50.05", "2026-Q1"), // × 7.1234 = 356.526170
    usd("U3", "10", "2026-Q2"), // × 7.0005 = 70.005, a tie
    { ...lineOf(["J1", "C-001", "liability", "2026-01", "0", "actual"]), amount: money("1001", "JPY") }, // 47.8478
    lineOf(["N1", "C-001", "asset", "2026-01", "1.00", "actual"]),
  ];

  test("each line is converted once, with the latest rate on or before the end of its own period", () => {
    const { statement, issues } = relationshipValue(foreign, {
      client: "C-001",
      period: "2026",
      currency: "CNY",
      rates,
    });
    expect(issues).toStrictEqual([]);
    expect(statement.items.asset.amount).toStrictEqual(cny("1139.94")); // 712.41 + 356.53 + 70.00 + 1
    expect(statement.items.liability.amount).toStrictEqual(cny("47.85"));
    expect(statement.conversions).toStrictEqual([
      { rate: rates[2], lineCount: 1, original: "1001", converted: cny("47.85"), roundingDifference: "-0.0022" },
      // 150.06 × 7.1234 = 1068.937404
      { rate: rates[1], lineCount: 2, original: "150.06", converted: cny("1068.94"), roundingDifference: "-0.002596" },
      { rate: rates[0], lineCount: 1, original: "10.00", converted: cny("70.00"), roundingDifference: "0.005000" },
    ]);
  });

  test("rounding and rate day are options", () => {
    const { statement } = relationshipValue(foreign, {
      client: "C-001",
      period: "2026",
      currency: "CNY",
      rates,
      rounding: "half-up",
      rateDay: "period-end",
    });
    // all at 7.0005: 700.120005 → 700.12, 350.375025 → 350.38, 70.005 → 70.01, and 1
    expect(statement.items.asset.amount).toStrictEqual(cny("1121.51"));
    expect(statement.conventions).toMatchObject({ rounding: "half-up", rateDay: "period-end" });
  });

  test("no rate on or before the day: an issue, never an inverse or a later rate", () => {
    const { statement, issues } = relationshipValue([usd("U1", "1", "2026-01")], {
      client: "C-001",
      period: "2026",
      currency: "CNY",
      rates: [...rates, { from: "CNY", to: "USD", rate: "0.14", date: "2026-01-01", source: "test sheet" }],
    });
    expect(issues).toStrictEqual([
      {
        row: 0,
        code: "relationship-value/no-rate",
        path: ["amount"],
        details: { from: "USD", to: "CNY", onOrBefore: "2026-01-31", inverse: true },
      },
    ]);
    expect(statement.conversions).toStrictEqual([]);
    expect(statement.items.asset.status).toBe("no-data");
  });

  test.each([
    ["date", { ...rate("USD", "7", "2026-02-30") }, "2026-02-30"],
    ["rate", { ...rate("USD", "-7", "2026-02-01") }, "-7"],
    ["rate", { ...rate("USD", "0.00", "2026-02-01") }, "0.00"],
    ["rate", { ...rate("USD", "7,1", "2026-02-01") }, "7,1"],
    ["from", { ...rate("usd", "7", "2026-02-01") }, "string(3)"],
    ["to", { ...rate("USD", "7", "2026-02-01"), to: "" }, "string(0)"],
    ["source", { ...rate("USD", "7", "2026-02-01"), source: "" }, "string(0)"],
    ["source", { ...rate("USD", "7", "2026-02-01"), source: " " }, " "],
  ] as const)("a wrong %s of a rate is refused", (field, wrong, received) => {
    expect(() => relationshipValue([], { ...options, rates: [...rates, wrong] })).toThrow(
      expect.objectContaining({
        code: "relationship-value/invalid-rate",
        path: ["rates", 4, field],
        details: { received },
      }),
    );
  });

  test("two rates of one pair and day are refused", () => {
    expect(() => relationshipValue([], { ...options, rates: [...rates, rate("USD", "7.2", "2026-03-31")] })).toThrow(
      expect.objectContaining({
        code: "relationship-value/ambiguous-rate",
        path: ["rates", 4],
        details: { from: "USD", to: "CNY", date: "2026-03-31" },
      }),
    );
  });
});
