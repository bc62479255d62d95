import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { toCsv, type TableBlock } from "../../src/rendering/index.ts";
import { cleanText } from "../../src/rendering/text.ts";
import { refusalOf } from "../support/refusal.ts";
import { hostile, tables } from "./arbitrary.ts";

const one = (text: string): string => {
  const table: TableBlock = { type: "table", caption: "", columns: [{ header: "h", align: "end" }], rows: [[text]] };
  return toCsv(table).slice("h\r\n".length, -"\r\n".length);
};

describe("cells", () => {
  test.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ["two\r\nlines", '"two\nlines"'],
    ["a;=1", '"a;=1"'],
    ["", '""'],
  ])("%j is %j", (text, expected) => {
    expect(one(text)).toBe(expected);
  });
});

describe("what a spreadsheet would run is text", () => {
  test.each([
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1",
    "＋1+1",
    "－1+1",
    "＠x",
    "\t=1",
    "\r=1",
    " =1",
    "\u3000=1",
    "\u200b=1",
  ])("%j", (text) => {
    expect(one(text)).toBe(`'${cleanText(text)}`);
  });
  test.each(["-", "+", "- 5", "-1,23", "-1,2345", "+1.00*", "-1.", "-.5", "+-1", "-1%%", "-5 CNY", "-1e5", "－５"])(
    "%j, which is not a number as a whole",
    (text) => {
      expect(one(text).replaceAll('"', "")).toBe(`'${text}`);
    },
  );
  test("with its quotes and commas", () => {
    expect(one('=HYPERLINK("a","b")')).toBe(`"'=HYPERLINK(""a"",""b"")"`);
  });
});

test.each(["-1,234.50", "−5", "+3.2%", "-0", "+12", "-1,234,567", "1,000", "-12345.6%", "−1+1", "3-2"])(
  "%j stays as it is",
  (text) => {
    expect(one(text).replaceAll('"', "")).toBe(text);
  },
);

test("header, rows and footer, each a line that ends with CR LF", () => {
  const columns = [
    { header: "Item", align: "start" },
    { header: "CNY", align: "end" },
  ] as const;
  const table: TableBlock = {
    type: "table",
    caption: "c",
    columns,
    rows: [["Loans", "1.00"]],
    footer: ["Sum", "1.00"],
  };
  expect(toCsv(table)).toBe("Item,CNY\r\nLoans,1.00\r\nSum,1.00\r\n");
});

test("a parser reads every cell back, and none begins a formula", () => {
  fc.assert(
    fc.property(tables(hostile), (table) => {
      const { columns, rows, footer } = table;
      const given = [columns.map(({ header }) => header), ...rows, ...(footer === undefined ? [] : [footer])];
      const read: string[][] = parse(toCsv(table), { record_delimiter: "\r\n" });
      expect(read.map((row) => row.length)).toStrictEqual(given.map((row) => row.length));
      for (const [at, row] of given.entries()) {
        for (const [n, cell] of row.entries()) {
          const text = cleanText(typeof cell === "string" ? cell : cell.text);
          const back = read[at]?.[n] ?? "";
          expect([text, `'${text}`]).toContain(back);
          expect(back).not.toMatch(/^[=@＝＋－＠]|^[+-](?![\d,.]+%?$)/);
        }
      }
    }),
  );
});

test("a row without one cell per column is refused at its place", () => {
  const table: TableBlock = { type: "table", caption: "", columns: [], rows: [["a"]] };
  expect(refusalOf(() => toCsv(table))).toMatchObject({
    code: "rendering/invalid-document",
    path: ["table", "rows", 0],
  });
});
