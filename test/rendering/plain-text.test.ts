import { describe, expect, test } from "vitest";

import { toText, type Block, type TableBlock } from "../../src/rendering/index.ts";
import { refusalOf } from "../support/refusal.ts";

const text = (width: number, ...blocks: readonly Block[]): string => toText({ title: "T", blocks }, { width });

const table = (rows: TableBlock["rows"], footer?: readonly string[]): TableBlock => ({
  type: "table",
  caption: "Income",
  columns: [
    { header: "Item", align: "start" },
    { header: "Share", align: "center" },
    { header: "CNY", align: "end" },
  ],
  rows,
  ...(footer && { footer }),
});

describe("each block", () => {
  test.each<[string, Block, string]>([
    ["heading", { type: "heading", level: 2, text: "客户 A" }, "客户 A\n------\n"],
    ["paragraph", { type: "paragraph", text: "a\n b " }, "a\nb\n"],
    ["list", { type: "list", ordered: false, items: ["x", "y\nz"] }, "- x\n- y\n  z\n"],
    [
      "numbered list",
      { type: "list", ordered: true, items: Array.from("abcdefghij") },
      " 1. a\n 2. b\n 3. c\n 4. d\n 5. e\n 6. f\n 7. g\n 8. h\n 9. i\n10. j\n",
    ],
    [
      "pairs",
      {
        type: "pairs",
        display: "tiles",
        items: [
          { name: "名称", value: "v" },
          { name: "Amount", value: "1.00", note: "small" },
          { name: "a name too long for its column", value: "w" },
        ],
      },
      "名称    v\nAmount  1.00\n        small\na name too long for its column\n        w\n",
    ],
    [
      "note",
      { type: "note", tone: "warning", title: "Look", texts: ["here", "there"] },
      "! Look\n! - here\n! - there\n",
    ],
    [
      "columns",
      { type: "columns", columns: [[{ type: "paragraph", text: "l" }], [{ type: "paragraph", text: "r" }]] },
      "l\n\nr\n",
    ],
    ["signatures", { type: "signatures", title: "For", lines: ["Head"] }, `For\n\nHead\n${"_".repeat(30)}\n`],
    ["page break", { type: "page-break" }, `${"-".repeat(40)}\n`],
    [
      "table",
      table(
        [
          ["贷款", "50%", "1,000.00"],
          ["Fees", "5%", "0.00"],
        ],
        ["Sum", "", "1,000.00"],
      ),
      "Income\n\nItem  Share       CNY\n----  -----  --------\n贷款   50%   1,000.00\nFees   5%        0.00\n----  -----  --------\nSum          1,000.00\n",
    ],
  ])("%s", (_name, block, expected) => {
    expect(text(40, block)).toBe(expected);
  });

  test("cells are wrapped in their columns, and rows of several lines are apart; numbers are whole", () => {
    expect(
      text(
        40,
        table([
          ["relationship manager of the year", "5%", "123,456,789.00"],
          ["x", "y", "1.00"],
        ]),
      ),
    ).toBe(
      "Income\n\nItem               Share             CNY\n-----------------  -----  --------------\n" +
        "relationship        5%    123,456,789.00\nmanager of the\nyear\n\nx                    y              1.00\n",
    );
  });

  test("where columns do not fit, each row is stacked", () => {
    const long = "1,000,000,000,000.00";
    expect(text(40, table([["relationship manager", "x".repeat(30), long]], ["Sum", "", long]))).toBe(
      `Income\n\nItem: relationship manager\nShare: ${"x".repeat(30)}\nCNY: ${long}\n\n------\nItem: Sum\nShare:\nCNY: ${long}\n`,
    );
  });

  test("bars are drawn to scale beside their figures, with what their tones mean", () => {
    const bars: Block = {
      type: "figure",
      title: "By head",
      description: "Lengths by amount",
      figure: {
        kind: "bars",
        headers: ["Item", "CNY"],
        bars: [
          {
            label: "A",
            parts: [
              { value: 3, tone: "solid" },
              { value: 1, tone: "estimated" },
            ],
            text: "4.00",
          },
          { label: "B", parts: [{ value: 2, tone: "solid" }], text: "2.00" },
          { label: "C", parts: [], text: "no data" },
        ],
        legend: [{ tone: "solid", label: "known" }],
      },
    };
    // 40 columns less 4 and 7 for words and 4 between leave 25: 18.75 and 6.25, and 12.5
    expect(text(40, bars)).toBe(
      `By head\n\nItem      CNY\n----  -------  ${"-".repeat(25)}\nA        4.00  ${"#".repeat(19)}${"/".repeat(6)}\n` +
        `B        2.00  ${"#".repeat(13)}\nC     no data\n\n# known\n\nLengths by amount\n`,
    );
  });
});

describe("lines are broken", () => {
  test.each([
    ["between words", "a".repeat(38) + " bcd e", `${"a".repeat(38)}\nbcd e\n`],
    ["between Chinese characters", "客".repeat(21), `${"客".repeat(20)}\n客\n`],
    ["not before closing punctuation", `${"客".repeat(20)}。户`, `${"客".repeat(19)}\n客。户\n`],
    ["not after an opening one", `${"客".repeat(19)}（户）`, `${"客".repeat(19)}\n（户）\n`],
    ["not at a blank before closing punctuation", `${"客".repeat(19)} 户 ！`, `${"客".repeat(19)}\n户 ！\n`],
    ["inside a word longer than a line", "a".repeat(41), `${"a".repeat(40)}\na\n`],
    ["not between a letter and its marks", "e\u0301".repeat(41), `${"e\u0301".repeat(40)}\ne\u0301\n`],
    ["not inside a number", `${"客".repeat(17)}1,234.50元`, `${"客".repeat(17)}\n1,234.50元\n`],
  ])("%s", (_name, given, expected) => {
    expect(text(40, { type: "paragraph", text: given })).toBe(expected);
  });
});

test.each([39, 201, 40.5, "80", null])("a width of %j is refused", (width) => {
  expect(refusalOf(() => toText({ title: "", blocks: [] }, { width: width as number }))).toMatchObject({
    code: "rendering/invalid-option",
    path: ["options", "width"],
  });
});
