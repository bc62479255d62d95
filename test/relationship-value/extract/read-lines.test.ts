import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

import {
  AMOUNT_NOTATIONS,
  readLines,
  valueBook,
  type AmountNotation,
  type ExtractRow,
  type ReadLinesOptions,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const EXTRACT = "relationship-value/invalid-extract";
const OPTION = "relationship-value/invalid-option";

const row = (changes: Record<string, string> = {}): Record<string, string> => ({
  id: "L1",
  client: "C-1",
  product: "LOAN",
  item: "asset",
  period: "2026-Q1",
  amount: "10.00",
  currency: "CNY",
  basis: "actual",
  ...changes,
});
const line = {
  id: "L1",
  client: "C-1",
  product: "LOAN",
  item: "asset",
  period: "2026-Q1",
  amount: { amount: "10.00", currency: "CNY" },
  basis: "actual",
};
const without = (name: string, from = row()) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));
const problems = (rows: readonly unknown[], options: ReadLinesOptions = {}) =>
  readLines(rows as ExtractRow[], options).issues.map(({ row: at, code, path, details }) => [
    at,
    code,
    path,
    details["reason"] ?? details["received"],
  ]);

describe("lines of an extract", () => {
  test("by column name, and as lists below a header", () => {
    expect(readLines([row()])).toStrictEqual({ lines: [line], rows: [0], issues: [] });
    const header = Object.keys(row());
    expect(readLines([Object.values(row())], { header })).toStrictEqual({ lines: [line], rows: [0], issues: [] });
  });

  test("a column may be called otherwise, two may be read off one, and what has no column is a constant", () => {
    const { lines, issues } = readLines([{ NO: "7", CUST: "0012", PROD: "1101", NII: "1", UNIT: "x" }], {
      columns: { id: "NO", client: "CUST", product: "PROD", item: "PROD", amount: "NII" },
      words: { item: { 1101: "asset" } },
      constants: {
        period: { from: "2026-01-01", to: "2026-02-01" },
        currency: "CNY",
        basis: "accrued",
        source: "core",
      },
    });
    expect(issues).toEqual([]);
    expect(lines).toStrictEqual([
      {
        id: "7",
        client: "0012",
        product: "1101",
        item: "asset",
        period: { from: "2026-01-01", to: "2026-02-01" },
        amount: { amount: "1", currency: "CNY" },
        basis: "accrued",
        source: "core",
      },
    ]);
  });

  test("the extract’s own words are read, and names every object has are not among them", () => {
    const words = { basis: { 实收: "actual" }, flag: { 是: true, 否: false } } as const;
    const sponsorship = row({ basis: "实收", voluntary: "是", unrelatedToCredit: "否", approvedBy: "E-7" });
    const { lines } = readLines([sponsorship], { words });
    expect(lines[0]).toMatchObject({
      basis: "actual",
      clearance: { voluntary: true, unrelatedToCredit: false, approvedBy: "E-7" },
    });
    expect(problems([row({ basis: "constructor" })], { words })).toEqual([
      [0, "relationship-value/invalid-basis", ["basis"], "string(11)"],
    ]);
  });

  test("periods by their name, by the day after the last, and by the last day", () => {
    const bare = without("period");
    const days = [
      { ...bare, id: "1", from: "2026-01-01", to: "2026-04-01", lastDay: "" },
      { ...bare, id: "2", from: "2026-01-01", to: "", lastDay: "2026-03-31" },
    ];
    const range = { from: "2026-01-01", to: "2026-04-01" };
    expect(readLines(days).lines.map(({ period }) => period)).toEqual([range, range]);
  });

  test("an id keeps its zeros and loses the apostrophe of a spreadsheet, which marks a text", () => {
    expect(readLines([row({ id: "'007", client: "007" })]).lines[0]).toMatchObject({ id: "007", client: "007" });
    expect(readLines([row({ amount: "'-5.00" })]).lines[0]?.amount.amount).toBe("-5.00");
  });

  test("empty cells are no source and no clearance; an apostrophe alone is the empty text", () => {
    const empty = { source: "", voluntary: "", unrelatedToCredit: "", approvedBy: "", approvedOn: "" };
    expect(readLines([row(empty)]).lines).toStrictEqual([line]);
    expect(readLines([row({ source: "'" })]).lines).toStrictEqual([{ ...line, source: "" }]);
  });

  test("a byte order mark that a parser left on the first name is taken off", () => {
    const marked = { "\uFEFFid": "L1", ...without("id") };
    expect(readLines([marked]).lines).toStrictEqual([line]);
    const header = Object.keys(marked);
    expect(readLines([Object.values(marked)], { header }).lines).toStrictEqual([line]);
  });

  test("the lines are those of a book, and say from which row they are", () => {
    const rows = [row(), row({ id: "L2", amount: "x" }), row({ id: "L3", amount: "2.50" })];
    const { lines, rows: from } = readLines(rows);
    expect(from).toEqual([0, 2]);
    const { book, issues } = valueBook(lines, { period: "2026", currency: "CNY", ids: "trusted" });
    expect(issues).toEqual([]);
    expect(book.figures.total.amount).toBe("12.50");
  });
});

describe("amounts as an extract writes them", () => {
  const read = (amounts: AmountNotation | undefined, amount: string) => {
    const { lines, issues } = readLines([row({ amount })], amounts === undefined ? {} : { amounts });
    return lines[0]?.amount.amount ?? issues[0]?.code;
  };

  test.each<[AmountNotation, string, string]>([
    ["1234.56", "-1234.5", "-1234.5"],
    ["1,234.56", "1,234,567.89", "1234567.89"],
    ["1,234.56", "-1234.5", "-1234.5"],
    ["1234,56", "1234,56", "1234.56"],
    ["1.234,56", "1.234", "1234"],
    ["1.234,56", "-1.234.567,8", "-1234567.8"],
    ["1 234,56", "1 234 567,89", "1234567.89"],
    ["1 234,56", "1\u202f234\u00a0567,89", "1234567.89"],
    ["1'234.56", "1'234’567.89", "1234567.89"],
  ])("%s: %s is %s", (notation, amount, plain) => {
    expect(read(notation, amount)).toBe(plain);
  });

  test.each<[AmountNotation | undefined, string]>([
    [undefined, "1,234.56"],
    [undefined, "1234,56"],
    [undefined, "１２３４.56"],
    [undefined, "+5"],
    [undefined, "5-"],
    [undefined, " 5"],
    [undefined, "(5.00)"],
    [undefined, ""],
    ["1,234.56", "1,23.45"],
    ["1,234.56", "12,34,567.89"],
    ["1,234.56", "1.234,56"],
    ["1.234,56", "12.34"],
    ["1.234,56", "1,234.56"],
    ["1 234,56", "1  234"],
    ["1234,56", "1.234,56"],
    ["1234,56", "1234.56"],
  ])("%s: %s is an issue, not a guess", (notation, amount) => {
    expect(read(notation, amount)).toBe("money/invalid-amount");
  });

  test("too many digits after the point are not rounded", () => {
    expect(problems([row({ amount: "1.005" })])).toEqual([[0, "money/too-many-fraction-digits", ["amount"], "1.005"]]);
    expect(AMOUNT_NOTATIONS[0]).toBe("1234.56");
  });
});

describe("rows that cannot be read", () => {
  test.each<[string, Record<string, string>, string, string]>([
    ["no id", { id: "" }, "relationship-value/empty-id", "id"],
    ["blanks around an id", { id: " L1" }, "relationship-value/invalid-row", "id"],
    ["no client", { client: "" }, "relationship-value/empty-id", "client"],
    ["an item nobody knows", { item: "assets" }, "relationship-value/invalid-item", "item"],
    ["no basis", { basis: "" }, "relationship-value/invalid-basis", "basis"],
    ["no period", { period: "" }, "calendar/invalid-period", "period"],
    ["a month 13", { period: "2026-13" }, "calendar/invalid-period", "period"],
    ["two periods", { from: "2026-01-01", to: "2026-02-01" }, EXTRACT, "period"],
    ["two ends", { period: "", from: "2026-01-01", to: "2026-02-01", lastDay: "2026-01-31" }, EXTRACT, "lastDay"],
    ["a day that is none", { period: "", from: "2026-02-30", to: "2026-03-01" }, "core/invalid-date", "from"],
    ["an end that is none", { period: "", from: "2026-01-01", lastDay: "31/03/2026" }, "core/invalid-date", "lastDay"],
    ["no end", { period: "", from: "2026-01-01" }, "core/invalid-date", "to"],
    ["days reversed", { period: "", from: "2026-02-01", to: "2026-01-01" }, "calendar/invalid-period", "from"],
    [
      "the last day there is",
      { period: "", from: "9999-01-01", lastDay: "9999-12-31" },
      "core/invalid-date",
      "lastDay",
    ],
    ["a currency nobody knows", { currency: "RMB" }, "money/unknown-currency", "currency"],
    ["half a clearance", { approvedBy: "E-7" }, "relationship-value/invalid-row", "voluntary"],
    [
      "a flag that is none",
      { voluntary: "true", unrelatedToCredit: "yes" },
      "relationship-value/invalid-row",
      "unrelatedToCredit",
    ],
    [
      "an approval on no day",
      { voluntary: "true", unrelatedToCredit: "true", approvedOn: "soon" },
      "core/invalid-date",
      "approvedOn",
    ],
  ])("%s: an issue at the column, and the others are read", (_, changes, code, column) => {
    const { lines, issues } = readLines([row({ id: "first" }), row(changes), row({ id: "last" })]);
    expect(lines.map(({ id }) => id)).toEqual(["first", "last"]);
    expect(issues.map((issue) => [issue.row, issue.code, issue.path])).toEqual([[1, code, [column]]]);
  });

  test("the path is the column as the extract calls it", () => {
    const rows = [{ ...without("amount"), NII: "x" }];
    expect(problems(rows, { columns: { amount: "NII" } })).toEqual([[0, "money/invalid-amount", ["NII"], "string(1)"]]);
  });

  test("of two rows with one id the first counts", () => {
    const { lines, issues } = readLines([row(), row({ amount: "20.00" })]);
    expect(lines).toStrictEqual([line]);
    expect(issues).toEqual([
      { row: 1, code: "relationship-value/duplicate-line", path: ["id"], details: { id: "L1" } },
    ]);
  });

  test("what is not a record, and cells that are not texts", () => {
    expect(
      problems([null, "x", ["L1"], new Map(), row({ amount: 10 as never }), row({ source: null as never })]),
    ).toEqual([
      [0, EXTRACT, [], "not-a-row"],
      [1, EXTRACT, [], "not-a-row"],
      [2, EXTRACT, [], "not-a-row"],
      [3, EXTRACT, ["id"], "missing-column"],
      [4, EXTRACT, ["amount"], "not-a-text"],
    ]);
    const header = Object.keys(row());
    expect(problems([row(), ["L1"], [...Object.values(row()), ""]], { header })).toEqual([
      [0, EXTRACT, [], "not-a-row"],
      [1, EXTRACT, [], "other-length"],
      [2, EXTRACT, [], "other-length"],
    ]);
  });

  test("a record whose getter throws stops no other", () => {
    const thrower = Object.defineProperty(without("item"), "item", {
      enumerable: true,
      get: () => {
        throw new RangeError("not now");
      },
    });
    expect(problems([thrower, row()])).toEqual([[0, "relationship-value/invalid-row", [], undefined]]);
  });
});

describe("headers", () => {
  const header = Object.keys(row());
  const refused = (names: readonly string[], options: ReadLinesOptions = {}) =>
    refusalOf(() => readLines([], { header: names, ...options }));

  test("a column with nearly the name of one that is not there is refused, with the name that was meant", () => {
    const misspelt = header.map((name) => (name === "basis" ? "Basis" : name));
    expect(refused(misspelt)).toMatchObject({
      code: EXTRACT,
      path: ["header", "Basis"],
      details: { reason: "unknown-column", didYouMean: "basis" },
    });
    const near = [...header, "Source"];
    expect(refused(near).details["didYouMean"]).toBe("source");
    expect(readLines([], { header: near, columns: { source: null } }).issues).toEqual([]);
    expect(refused([...header, "NII"], { columns: { amount: "NI1" } }).details["didYouMean"]).toBe("NI1");
  });

  test("beside the right name, a column with nearly that name is the extract’s own", () => {
    expect(readLines([], { header: [...header, "ids", "amount_2"] })).toEqual({ lines: [], rows: [], issues: [] });
  });

  test.each([...header.filter((name) => name !== "period"), "period"])("%s is needed", (name) => {
    const rest = header.filter((other) => other !== name);
    expect(refused(rest)).toMatchObject({
      code: EXTRACT,
      path: ["header", name],
      details: { reason: "missing-column" },
    });
    expect(problems([without(name)])).toEqual([[0, EXTRACT, [name], "missing-column"]]);
  });

  test("a column that occurs twice, and one beside its constant", () => {
    expect(refused([...header, "amount"]).details).toEqual({ reason: "column-twice" });
    expect(refused(header, { constants: { currency: "CNY" } })).toMatchObject({
      path: ["header", "currency"],
      details: { reason: "column-and-constant" },
    });
    expect(problems([row({ from: "" })], { columns: { period: null }, constants: { period: "2026" } })).toEqual([
      [0, EXTRACT, ["from"], "column-and-constant"],
    ]);
  });

  test.each<[object, (string | number)[], string, object]>([
    [{ column: {} }, ["column"], OPTION, { didYouMean: "columns" }],
    [{ columns: { clients: "X" } }, ["columns", "clients"], OPTION, { didYouMean: "client" }],
    [{ columns: { client: "" } }, ["columns", "client"], OPTION, {}],
    [{ columns: { item: "X" }, constants: { item: "asset" } }, ["columns", "item"], OPTION, {}],
    [{ columns: { to: "X" }, constants: { period: "2026" } }, ["columns", "to"], OPTION, {}],
    [{ constants: { item: "assets" } }, ["constants", "item"], OPTION, { didYouMean: "asset" }],
    [{ constants: { currency: "RMB" } }, ["constants", "currency"], "money/unknown-currency", {}],
    [{ constants: { period: "2026-13" } }, ["constants", "period"], "calendar/invalid-period", {}],
    [{ constants: { id: "L1" } }, ["constants", "id"], OPTION, {}],
    [{ words: { item: { 1101: "loan" } } }, ["words", "item", "1101"], OPTION, {}],
    [{ words: { flag: { Y: "true" } } }, ["words", "flag", "Y"], OPTION, { received: "string(4)" }],
    [{ amounts: "1.234.56" }, ["amounts"], OPTION, { allowed: AMOUNT_NOTATIONS }],
    [{ header: [] }, ["header"], OPTION, {}],
    [{ header: [7] }, ["header", 0], OPTION, {}],
  ])("options are read whole: %j", (options, path, code, details) => {
    expect(refusalOf(() => readLines([], options))).toMatchObject({ code, path, details });
  });

  test("rows that are not a list", () => {
    for (const given of [undefined, null, "id,client", {}, new Set()]) {
      expect(refusalOf(() => readLines(given as never))).toMatchObject({ code: OPTION, path: ["rows"] });
    }
  });
});

test("what a parser makes of a file", () => {
  const csv =
    "\uFEFFid;client;product;item;period;amount;currency;basis\r\nL1;C-1;LOAN;asset;2026-Q1;10,00;CNY;actual\r\n";
  const rows = parse<ExtractRow>(csv, { bom: true, columns: true, delimiter: ";" });
  expect(readLines(rows, { amounts: "1234,56" }).lines).toStrictEqual([line]);
});
