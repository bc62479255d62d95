import { describe, expect, test } from "vitest";

import { money, moneyColumn, rateColumn, type Money } from "../../src/money/index.ts";
import {
  averageDailyBalance,
  clientValue,
  equalSplitSpend,
  exampleTransferCurve,
  headOf,
  mergeValueBooks,
  netInterestIncome,
  netInterestIncomeColumns,
  relationshipValue,
  topClients,
  transferRate,
  valueBook,
  valueBookData,
  valueBookFromColumns,
  valueBookFromData,
  walletShare,
  type IncomeLine,
  type InterestPosition,
  type StatementOptions,
  type TransferPriceCurve,
  type ValueBookData,
} from "../../src/relationship-value/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";

const cny = (amount: string): Money<"CNY"> => money(amount, "CNY");
const OPTION = "relationship-value/invalid-option";
const ROW = "relationship-value/invalid-row";

const options: StatementOptions<"CNY"> = { client: "C-1", period: "2026", currency: "CNY" };
const line = (id: string, changes: object = {}): IncomeLine => ({
  id,
  client: "C-1",
  product: "loan",
  item: "asset",
  period: "2026-Q1",
  amount: cny("10"),
  basis: "actual",
  ...changes,
});
const thrower = (name: string, own: object = {}): object =>
  Object.defineProperty({ ...own }, name, {
    enumerable: true,
    get: () => {
      throw new RangeError("not now");
    },
  });

describe("the options of a statement and of a book", () => {
  const refused = (changes: object) => refusalOf(() => relationshipValue([], { ...options, ...changes }));

  test("a group with a misspelt list is refused, not read as a client without subsidiaries", () => {
    expect(refused({ group: { subsidiary: ["C-2"] } })).toEqual({
      code: OPTION,
      path: ["group", "subsidiary"],
      details: { known: ["subsidiaries", "affiliates", "referred"] },
    });
    expect(refused({ group: { subsidiarie: ["C-2"] } }).details["didYouMean"]).toBe("subsidiaries");
    expect(refused({ group: { subsidiaries: "C-2" } })).toMatchObject({
      code: OPTION,
      path: ["group", "subsidiaries"],
    });
    expect(refused({ group: { referred: [7] } })).toMatchObject({
      code: "relationship-value/invalid-option",
      path: ["group", "referred", 0],
    });
  });

  test("a currency is refused at its own name", () => {
    const wrong = { code: "money/unknown-currency", path: ["currency"] };
    expect(refused({ currency: "RMB" })).toMatchObject(wrong);
    expect(refusalOf(() => valueBook([], { period: "2026", currency: "RMB" }))).toMatchObject(wrong);
    const interest = { period: "2026", currency: "RMB", dayCount: "ACT/360" } as const;
    expect(refusalOf(() => netInterestIncome([], interest))).toMatchObject(wrong);
  });

  test("a period that is a Date says so", () => {
    expect(refused({ period: new Date(0) })).toEqual({
      code: "calendar/invalid-period",
      path: ["period"],
      details: { received: "Date" },
    });
  });

  test.each<[object, (string | number)[], string, object]>([
    [{ rate: [] }, ["rate"], OPTION, { didYouMean: "rates" }],
    [{ rateday: "line-end" }, ["rateday"], OPTION, { didYouMean: "rateDay" }],
    [{ mispelt: 1 }, ["mispelt"], OPTION, {}],
    [{ rateDay: "period_end" }, ["rateDay"], OPTION, { didYouMean: "period-end" }],
    [{ rateDay: null }, ["rateDay"], OPTION, { received: "null" }],
    [{ referred: "besides" }, ["referred"], OPTION, { didYouMean: "beside" }],
    [{ rounding: null }, ["rounding"], "money/invalid-rounding", { received: "null" }],
    [{ rates: null }, ["rates"], OPTION, { received: "null" }],
    [{ rates: { from: "USD" } }, ["rates"], OPTION, { received: "object" }],
    [{ rates: [null] }, ["rates", 0], "relationship-value/invalid-rate", { received: "null" }],
    [{ statedNone: ["assets"] }, ["statedNone", 0], OPTION, { didYouMean: "asset" }],
    [{ group: null }, ["group"], OPTION, { received: "null" }],
    [{ period: { from: "2026-01-01", until: "2026-02-01" } }, ["period", "until"], "calendar/invalid-period", {}],
  ])("%#: %j", (changes, path, code, details) => {
    expect(refused(changes)).toMatchObject({ code, path, details });
  });

  test.each([undefined, null, "2026", [], new Date(0)])("%s is not options", (given) => {
    for (const call of [
      () => relationshipValue([], given as never),
      () => valueBook([], given as never),
      () => netInterestIncome([], given as never),
      () => valueBookFromColumns({} as never, given as never),
      () => topClients(valueBook([], options2).book, given as never),
    ]) {
      expect(refusalOf(call)).toMatchObject({ code: OPTION, path: ["options"] });
    }
  });
  const options2 = { period: "2026", currency: "CNY" } as const;

  test("lines and positions that are not a list", () => {
    for (const given of [undefined, null, 7, "x", {}, new Map(), new Proxy([line("1")], { get: thrown })]) {
      expect(refusalOf(() => relationshipValue(given as never, options)).path).toEqual(["lines"]);
      expect(refusalOf(() => valueBook(given as never, options2)).path).toEqual(["lines"]);
      const interest = { ...options2, dayCount: "ACT/360" } as const;
      expect(refusalOf(() => netInterestIncome(given as never, interest)).path).toEqual(["positions"]);
    }
  });
  function thrown(list: object, name: string | symbol): unknown {
    if (name === "0") throw new RangeError("not now");
    return Reflect.get(list, name);
  }
});

describe("a line", () => {
  const both = (lines: readonly unknown[]) => {
    const { statement, issues } = relationshipValue(lines as IncomeLine[], options);
    const book = valueBook(lines as IncomeLine[], { period: "2026", currency: "CNY" });
    expect(book.issues).toEqual(issues);
    expect(book.book.figures.total).toEqual(statement.total);
    return { issues, total: statement.total.amount };
  };

  test("may have members of its own", () => {
    const own = line("1", { rowid: 7, branch: null, booked_at: new Date(0), constructor: 1 });
    expect(both([own])).toEqual({ issues: [], total: "10.00" });
    expect(both([line("1", { source: null })])).toEqual({ issues: [], total: "10.00" });
  });

  test.each<[string, IncomeLine, (string | number)[], object]>([
    ["a nearly right name", renamed(line("2"), "basis", "Basis"), ["Basis"], { didYouMean: "basis" }],
    ["another one", renamed(line("2"), "amount", "amount_"), ["amount_"], { didYouMean: "amount" }],
    ["a product that is not a text", line("2", { product: 7 }), ["product"], { received: "7" }],
    ["no product", line("2", { product: undefined }), ["product"], { received: "undefined" }],
    ["a source that is not a text", line("2", { source: {} }), ["source"], { received: "object" }],
  ])("%s is an issue of its row, and stops no other", (_, wrong, path, details) => {
    const { issues, total } = both([line("1"), wrong, line("3")]);
    expect(issues).toEqual([{ row: 1, code: ROW, path, details: expect.objectContaining(details) as unknown }]);
    expect(total).toBe("20.00");
  });

  test("one that cannot be read stops no other", () => {
    const rows = [
      line("1"),
      thrower("item", line("2")),
      line("3", { amount: thrower("amount", cny("1")) }),
      line("4", { amount: thrower("currency", cny("1")) }),
      null,
      line("5", { period: new Date(0) }),
      line("6"),
    ];
    const { issues, total } = both(rows);
    expect(issues.map(({ row, code, path }) => [row, code, path])).toEqual([
      [1, ROW, []],
      [2, "money/invalid-amount", ["amount", "amount"]],
      [3, "money/unknown-currency", ["amount", "currency"]],
      [4, ROW, []],
      [5, "calendar/invalid-period", ["period"]],
    ]);
    expect(issues[4]?.details).toEqual({ received: "Date" });
    expect(total).toBe("20.00");
  });

  test("the names every object has are clients like any other", () => {
    const lines = ["__proto__", "constructor", "toString"].map((client) => line(client, { client }));
    const { book } = valueBook(lines, { period: "2026", currency: "CNY" });
    expect(book.clientCount).toBe(3);
    expect(clientValue(book, "__proto__").total).toEqual(cny("10"));
    expect(clientValue(book, "valueOf").totalDetail.status).toBe("no-data");
  });
});

describe("books", () => {
  const { book } = valueBook([line("1")], { period: "2026", currency: "CNY" });

  test("what is not a book", () => {
    for (const given of [undefined, null, 7, {}, { ...book }]) {
      expect(refusalOf(() => mergeValueBooks(given as never, book))).toMatchObject({
        code: "relationship-value/unknown-book",
        path: ["a"],
      });
      expect(refusalOf(() => mergeValueBooks(book, given as never)).path).toEqual(["b"]);
      expect(refusalOf(() => topClients(given as never, { n: 1 })).path).toEqual(["book"]);
    }
  });

  test("a ranking by a figure that is none, or by one that is a view", () => {
    for (const by of ["totals", "related", "constructor"]) {
      expect(refusalOf(() => topClients(book, { n: 1, by: by as "total" }))).toMatchObject({
        code: OPTION,
        path: ["by"],
      });
    }
    expect(refusalOf(() => topClients(book, { n: 1, bye: "total" } as never))).toMatchObject({ path: ["bye"] });
    expect(refusalOf(() => clientValue(book, "C-1", { group: { affiliate: [] } } as never))).toMatchObject({
      path: ["group", "affiliate"],
      details: { didYouMean: "affiliates" },
    });
  });

  test.each<[(string | number)[], unknown, string]>([
    [["conventions", "rateDay"], "line_end", OPTION],
    [["conventions", "rounding"], "bankers", "money/invalid-rounding"],
    [["conventions", "currency"], "RMB", "money/unknown-currency"],
    [["conventions", "period", "from"], "2026-02-30", "core/invalid-date"],
    [["conventions", "zone"], "x", "relationship-value/invalid-book-data"],
    [["conversions"], null, "relationship-value/invalid-book-data"],
    [["cells", "slot"], 7, "relationship-value/invalid-book-data"],
    [["cells"], null, "relationship-value/invalid-book-data"],
    [["clients"], "C-1", "relationship-value/invalid-book-data"],
    [["refuse"], 0, "relationship-value/invalid-book-data"],
  ])("the data of one: %j", (path, value, code) => {
    const data = JSON.parse(JSON.stringify(valueBookData(book))) as ValueBookData;
    let holder = data as unknown as Record<string, unknown>;
    for (const step of path.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
    holder[String(path.at(-1))] = value;
    expect(refusalOf(() => valueBookFromData(data))).toMatchObject({ code, path: ["data", ...path] });
  });

  test("columns that are none", () => {
    const columns = { clients: ["A"], client: [0], item: [0], basis: [0], amounts: moneyColumn("CNY", ["1"]) };
    const refused = (changes: object) =>
      refusalOf(() => valueBookFromColumns({ ...columns, ...changes }, { period: "2026" }));
    for (const name of ["clients", "client", "item", "basis", "amounts"]) {
      for (const given of [undefined, null, 7, "x"]) {
        expect(refused({ [name]: given })).toMatchObject({ code: "relationship-value/invalid-columns", path: [name] });
      }
    }
    expect(refused({ items: [0] })).toMatchObject({ path: ["items"], details: { didYouMean: "item" } });
    expect(refused({ amounts: { ...columns.amounts, currency: "RMB" } })).toMatchObject({
      code: "money/unknown-currency",
      path: ["amounts", "currency"],
    });
  });
});

describe("a transfer-price curve", () => {
  test.each<[object, (string | number)[], object]>([
    [{ interpolation: "lineal" }, ["interpolation"], { allowed: ["linear", "previous"], didYouMean: "linear" }],
    [{ extrapolation: "" }, ["extrapolation"], { allowed: ["refuse", "flat"] }],
    [{ status: "sources" }, ["status"], { didYouMean: "source" }],
    [{ assignedTenor: {} }, ["assignedTenor"], { didYouMean: "assignedTenors" }],
    [{ assignedTenors: null }, ["assignedTenors"], { received: "null" }],
    [{ points: null }, ["points"], { received: "null" }],
    [{ points: [{ tenorDays: 1, rates: "0.01" }] }, ["points", 0, "rates"], { didYouMean: "rate" }],
    [{ points: [{ tenorDays: "1", rate: "0.01" }] }, ["points", 0, "tenorDays"], { received: "1" }],
    [{ points: [{ tenorDays: 1, rate: 0.01 }] }, ["points", 0, "rate"], { received: "0.01", type: "number" }],
  ])("%#: %j", (changes, path, details) => {
    const curve: TransferPriceCurve = { ...exampleTransferCurve, ...changes };
    expect(refusalOf(() => transferRate(curve, 30))).toMatchObject({
      code: "relationship-value/invalid-curve",
      path: ["curve", ...path],
      details,
    });
  });

  test("an amount of a currency nobody knows, and no curve at all", () => {
    const curve = { ...exampleTransferCurve, currency: "RMB" };
    expect(refusalOf(() => transferRate(curve, 30))).toMatchObject({
      code: "money/unknown-currency",
      path: ["curve", "currency"],
    });
    expect(refusalOf(() => transferRate(undefined as never, 30))).toMatchObject({ path: ["curve"] });
  });
});

describe("balances, positions and wallets", () => {
  const history = { opening: cny("10"), movements: [{ date: "2026-01-05", amount: cny("1") }] };

  test.each<[unknown, (string | number)[], string]>([
    [null, ["history"], OPTION],
    [{}, ["balances"], OPTION],
    [{ ...history, movement: [] }, ["movement"], OPTION],
    [{ opening: cny("10") }, ["movements"], OPTION],
    [{ ...history, opening: 10 }, ["opening"], "money/invalid-amount"],
    [{ ...history, movements: [null] }, ["movements", 0], OPTION],
    [{ ...history, movements: [{ date: "2026-01-05", amounts: cny("1") }] }, ["movements", 0, "amounts"], OPTION],
    [
      { ...history, movements: [{ date: new Date(0), amount: cny("1") }] },
      ["movements", 0, "date"],
      "core/invalid-date",
    ],
    [
      { ...history, movements: [{ date: "2026-01-05", amount: 1 }] },
      ["movements", 0, "amount"],
      "money/invalid-amount",
    ],
    [{ balances: [{ date: "2026-01-01", balance: null }] }, ["balances", 0, "balance"], "money/invalid-amount"],
  ])("a history: %#", (given, path, code) => {
    expect(refusalOf(() => averageDailyBalance(given as typeof history, "2026-01"))).toMatchObject({ code, path });
  });

  test("a position has an id, a right side and right names, and one without stops no other", () => {
    const position: InterestPosition<"CNY"> = {
      id: "A",
      side: "asset",
      averageBalance: cny("100"),
      rate: "0.05",
      transferRate: "0.03",
    };
    const rows = [
      position,
      { ...position, id: undefined },
      { ...position, side: "Asset" },
      renamed(position, "transferRate", "transfer_rate"),
      { ...position, averageBalance: { ...cny("100"), dais: 3 } },
      thrower("rate", position),
      { ...position, id: "other", rowid: 7 },
    ];
    const { values, issues } = netInterestIncome(rows as never, {
      period: "2026",
      currency: "CNY",
      dayCount: "ACT/365F",
    });
    expect(values.map((value) => value?.nii.amount ?? null)).toEqual(["2.00", null, null, null, null, null, "2.00"]);
    expect(issues.map(({ row, code, path }) => [row, code, path])).toEqual([
      [1, "relationship-value/empty-id", ["id"]],
      [2, OPTION, ["side"]],
      [3, ROW, ["transfer_rate"]],
      [4, ROW, ["averageBalance", "dais"]],
      [5, ROW, []],
    ]);
  });

  test("a day count that is none", () => {
    const wrong = { period: "2026", currency: "CNY", dayCount: "ACT/365" } as never;
    expect(refusalOf(() => netInterestIncome([], wrong))).toMatchObject({
      code: "calendar/invalid-option",
      path: ["dayCount"],
    });
  });

  test("columns of interest that are none", () => {
    const columns = {
      sides: [0],
      balances: moneyColumn("CNY", ["1"]),
      rates: rateColumn(["0.1"]),
      transferRates: rateColumn(["0.1"]),
    };
    for (const name of Object.keys(columns)) {
      expect(
        refusalOf(() => netInterestIncomeColumns({ ...columns, [name]: null }, { days: 1, basis: 365 })),
      ).toMatchObject({ code: "relationship-value/invalid-columns", path: [name] });
    }
    expect(refusalOf(() => netInterestIncomeColumns(columns, { days: 1, base: 365 } as never)).path).toEqual(["base"]);
    expect(refusalOf(() => netInterestIncomeColumns(columns, null as never)).path).toEqual(["options"]);
  });

  describe("numbers of columns of interest", () => {
    const columns = {
      sides: [0, 0],
      balances: moneyColumn("CNY", ["100", "100"]),
      rates: rateColumn(["0.1", "0.1"]),
      transferRates: rateColumn(["0.05", "0.05"]),
    };
    const one = { days: 365, basis: 365 };
    const two = { ...one, transferBasis: 360 };

    test.each([
      [{ rates: { ...columns.rates, scaled: [1.5, 1] } }, ["rates", "scaled", 0]],
      [{ transferRates: { ...columns.transferRates, scaled: [1, Infinity] } }, ["transferRates", "scaled", 1]],
      [{ balances: { ...columns.balances, minor: [1, 0.5] } }, ["balances", "minor", 1]],
      [{ balances: { ...columns.balances, large: new Map([[0, "5"]]) } }, ["balances", "large", 0]],
    ])("that are not whole are refused %#", (changes, path) => {
      for (const time of [one, two]) {
        expect(refusalOf(() => netInterestIncomeColumns({ ...columns, ...changes } as never, time))).toMatchObject({
          code: "relationship-value/invalid-columns",
          path,
        });
      }
    });

    test.each([
      [{ balances: { ...columns.balances, minor: Float64Array.of(Number.NaN, 10000) } }],
      [{ rates: { ...columns.rates, scaled: Float64Array.of(Number.NaN, 1) } }],
      [{ transferRates: { ...columns.transferRates, scaled: Float64Array.of(Number.NaN, 5) } }],
    ])("a row without a value has no interest on one day count or on two %#", (changes) => {
      for (const time of [one, two]) {
        const { nii, interest, transfer } = netInterestIncomeColumns({ ...columns, ...changes }, time);
        expect([nii.minor[0], interest.minor[0], transfer.minor[0]]).toStrictEqual([NaN, NaN, NaN]);
        expect(nii.minor[1]).not.toBeNaN();
      }
    });
  });

  test.each<[unknown, (string | number)[], string]>([
    [null, ["input"], OPTION],
    [{ others: [] }, ["ours"], OPTION],
    [{ ours: { amount: cny("1"), base: "actual" }, others: [] }, ["ours", "base"], OPTION],
    [
      { ours: { amount: cny("1"), basis: "actuals" }, others: [] },
      ["ours", "basis"],
      "relationship-value/invalid-basis",
    ],
    [{ ours: { amount: 1, basis: "actual" }, others: [] }, ["ours", "amount"], "money/invalid-amount"],
    [{ ours: { amount: cny("1"), basis: "actual" }, others: [null] }, ["others", 0], OPTION],
    [{ ours: { amount: cny("1"), basis: "actual" }, others: "none", digit: 2 }, ["digit"], OPTION],
  ])("a wallet: %#", (given, path, code) => {
    expect(refusalOf(() => walletShare(given as never))).toMatchObject({ code, path });
  });

  test("an amount that is none is refused at its parameter", () => {
    expect(refusalOf(() => equalSplitSpend(5 as never, 3))).toMatchObject({
      code: "money/invalid-amount",
      path: ["ours"],
    });
  });

  test("an item that is none has no head", () => {
    for (const item of ["assets", "", "__proto__", null, undefined]) {
      expect(refusalOf(() => headOf(item as "asset"))).toMatchObject({
        code: "relationship-value/invalid-item",
        path: ["item"],
      });
    }
  });
});
