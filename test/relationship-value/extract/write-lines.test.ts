import { expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import { LINE_COLUMNS, writeLines, type IncomeLine } from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const line = (changes: object = {}): IncomeLine => ({
  id: "L1",
  client: "C-1",
  product: "LOAN",
  item: "asset",
  period: "2026-Q1",
  amount: money("-10", "CNY"),
  basis: "actual",
  ...changes,
});
const recordOf = (changes: object): string => writeLines([line(changes)]).csv.split("\r\n")[1] ?? "";

test("the header has every column but the last day, and records end with CR LF", () => {
  const { csv } = writeLines([line()]);
  expect(csv).toBe(
    `${LINE_COLUMNS.filter((column) => column !== "lastDay").join(",")}\r\nL1,C-1,LOAN,asset,2026-Q1,,,-10.00,CNY,actual,,,,,\r\n`,
  );
  expect(writeLines([]).csv.split("\r\n")).toHaveLength(2);
});

test.each([
  ["=1+1", "'=1+1"],
  ["+86", "'+86"],
  ["-5", "'-5"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["＝1", "'＝1"],
  ["'quoted", "''quoted"],
  ["\tx", "'\tx"],
  ["\rx", '"\'\rx"'],
  ["", "'"],
  ["a,b", '"a,b"'],
  ['a"b', '"a""b"'],
  [" x ", '" x "'],
  ["x=1", "x=1"],
  ["007", "007"],
])("the source %j is written %j", (source, cell) => {
  const [, , , , , , , , , , ...rest] = recordOf({ source }).split(",");
  expect(rest.join(",")).toBe(`${cell},,,,`);
});

test("days of a period, a clearance, and null for nothing", () => {
  const clearance = { voluntary: true, unrelatedToCredit: false, approvedBy: "E-7", approvedOn: "2025-12-31" };
  const period = { from: "2026-01-01", to: "2026-02-01" };
  expect(recordOf({ period, clearance })).toBe(
    "L1,C-1,LOAN,asset,,2026-01-01,2026-02-01,-10.00,CNY,actual,,true,false,E-7,2025-12-31",
  );
  expect(recordOf({ source: null, clearance: null })).toBe("L1,C-1,LOAN,asset,2026-Q1,,,-10.00,CNY,actual,,,,,");
  expect(recordOf({ clearance: { voluntary: true, unrelatedToCredit: true, approvedBy: null } })).toMatch(
    /,true,true,,$/,
  );
});

test("what cannot be read is not written, and stops no other", () => {
  const rows = [
    line(),
    line({ id: "L2", amount: { amount: "1e3", currency: "CNY" } }),
    line(),
    null,
    line({ id: "L5" }),
  ];
  const { csv, issues } = writeLines(rows as IncomeLine[]);
  expect(
    csv
      .split("\r\n")
      .slice(1, -1)
      .map((record) => record.slice(0, 2)),
  ).toEqual(["L1", "L5"]);
  expect(issues.map(({ row, code, path }) => [row, code, path])).toEqual([
    [1, "money/invalid-amount", ["amount", "amount"]],
    [2, "relationship-value/duplicate-line", ["id"]],
    [3, "relationship-value/invalid-row", []],
  ]);
});

test("lines that are not a list", () => {
  expect(refusalOf(() => writeLines({} as never))).toMatchObject({
    code: "relationship-value/invalid-option",
    path: ["lines"],
  });
});
