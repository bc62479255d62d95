import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";

import { fromMinorUnits } from "../../../src/money/index.ts";
import {
  bookedItems,
  incomeBases,
  readLines,
  writeLines,
  type ExtractRow,
  type IncomeLine,
} from "../../../src/relationship-value/index.ts";

/** Pieces that parsers and spreadsheets stumble over. */
const PIECES = [
  '"',
  "'",
  ",",
  ";",
  "\n",
  "\r",
  "\r\n",
  "\t",
  "\uFEFF",
  "\0",
  " ",
  "=",
  "+",
  "-",
  "@",
  "＝",
  "＋",
  "０",
  "007",
  "1E5",
  "a",
  "客",
  "\ud83d\ude00",
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join("")),
  fc.string({ maxLength: 8, unit: "binary" }),
);
const id = text.map((given) => given.trim()).filter((given) => given !== "");
const day = fc.constantFrom("2026-01-01", "2026-02-28", "2026-03-01");
const amount = fc.tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.constantFrom("CNY", "JPY", "KWD"));
const clearance = fc.record(
  { voluntary: fc.boolean(), unrelatedToCredit: fc.boolean(), approvedBy: id, approvedOn: day },
  { requiredKeys: ["voluntary", "unrelatedToCredit"], noNullPrototype: true },
);
const written = fc
  .uniqueArray(
    fc.record(
      {
        id,
        client: id,
        product: text,
        item: fc.constantFrom(...bookedItems),
        period: fc.oneof(
          fc.constantFrom("2026", "2026-Q1", "2026-03", "2026-W09", "2026-03-01"),
          fc.constant({ from: "2026-01-01", to: "2026-03-01" }),
        ),
        amount: fc.oneof(
          fc.constantFrom("0", "-0.00", "5", "-12.5").map((plain) => ({ amount: plain, currency: "CNY" })),
          amount.map(([minor, currency]) => fromMinorUnits(minor, currency)),
        ),
        basis: fc.constantFrom(...incomeBases),
        source: text,
        clearance,
      },
      { requiredKeys: ["id", "client", "product", "item", "period", "amount", "basis"] },
    ),
    { selector: (line) => line.id, maxLength: 12 },
  )
  .map((rows) => rows.map((row): IncomeLine => ({ ...row })));

/** What each parser of a caller’s choice gives: objects by name, or lists below a header. */
const asObjects = (csv: string) => readLines(parse<ExtractRow>(csv, { columns: true, bom: true }));
const asLists = (csv: string) => {
  const [header = [], ...rows] = parse(csv, { bom: true });
  return readLines(rows, { header });
};

test("lines come back from a file as they were", () => {
  fc.assert(
    fc.property(written, (lines) => {
      const { csv, issues } = writeLines(lines);
      expect(issues).toEqual([]);
      for (const read of [asLists(csv), asObjects(csv), asObjects(`\uFEFF${csv}`)]) {
        expect(read.issues).toEqual([]);
        expect(read.lines.map((line) => ({ ...line }))).toStrictEqual(lines);
      }
    }),
  );
});

test("no cell but an amount begins with what a spreadsheet computes", () => {
  fc.assert(
    fc.property(written, (lines) => {
      const [header = [], ...rows] = parse(writeLines(lines).csv);
      for (const row of rows) {
        for (const [place, cell] of row.entries()) {
          if (header[place] === "amount") expect(cell).toMatch(/^-?\d+(?:\.\d+)?$/);
          else expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        }
      }
    }),
  );
});

test("of a file with rows spoilt, the others are read as before", () => {
  fc.assert(
    fc.property(written, fc.nat(11), (lines, at) => {
      const { csv } = writeLines(lines);
      const rows = parse<Record<string, string>>(csv, { columns: true });
      const spoilt = rows.map((row, place) => (place === at ? { ...row, amount: "1,0" } : row));
      const read = readLines(spoilt);
      expect(read.lines).toStrictEqual(lines.filter((_, place) => place !== at));
      expect(read.issues.map(({ row }) => row)).toEqual(at < lines.length ? [at] : []);
      expect(read.lines.length + read.issues.length).toBe(rows.length);
    }),
  );
});
