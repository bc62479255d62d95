import fc from "fast-check";
import { expect, test } from "vitest";

import { toText, type Block, type BlockDocument, type Cell } from "../../src/rendering/index.ts";
import { figureTable } from "../../src/rendering/figure/table.ts";
import { cleanText } from "../../src/rendering/text.ts";
import { documents, hostile, tables } from "./arbitrary.ts";

const widths = fc.integer({ min: 40, max: 200 });

/** Columns of a terminal, counted in another way: East Asian scripts and full-width forms two, marks none. */
const columnsOf = (line: string): number =>
  Array.from(line).reduce((sum, character) => {
    if (/[\p{Mn}\p{Me}\u200c\u200d\u{1160}-\u{11ff}]/u.test(character)) return sum;
    const isWide =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
    return sum + (isWide.test(character) && !/[\uff61-\uffdc\u{1f1e6}-\u{1f1ff}]/u.test(character) ? 2 : 1);
  }, 0);

test("no line is longer than the width, ends with a blank, or holds a control; the text ends with one line feed", () => {
  fc.assert(
    fc.property(documents(hostile), widths, (doc, width) => {
      const text = toText(doc, { width });
      expect(text).toMatch(/^(?!\n\n)[^]*?(?<!\n)\n$|^\n$/);
      expect(text).not.toMatch(/[\p{Cc}\p{Surrogate}](?<!\n)/u);
      for (const line of text.split("\n")) {
        expect(line).toBe(line.trimEnd());
        expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }
    }),
  );
});

const WORDS = [
  "客户经理",
  "收入（估计）",
  "、“利率”；",
  "loan",
  "relationship-manager",
  "1,234,567.89",
  "−5.0%",
  "e\u0301",
  "𠮷",
];
/** Sentences without the dashes and blanks that tables are read back by. */
const sentences = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom("", " ", "，", "\n")), { maxLength: 12 })
  .map((parts) =>
    parts
      .map((part) => part.join(""))
      .join("")
      .replaceAll("-", "_"),
  );

test("no line of a paragraph begins with closing punctuation or ends with an opening bracket", () => {
  fc.assert(
    fc.property(sentences, widths, (text, width) => {
      for (const line of toText(
        { title: "", blocks: [{ type: "paragraph", text: `客${cleanText(text).replaceAll("\n", "")}` }] },
        { width },
      ).split("\n")) {
        expect(line).not.toMatch(/^[，。）：；！？、”]|[（“]$/);
      }
    }),
    { numRuns: 300 },
  );
});

const squeezed = (text: string): string => cleanText(text).replace(/\s/g, "");
const plain = (cell: Cell): string => squeezed(typeof cell === "string" ? cell : cell.text);

/** A line cut at columns of a terminal. */
const cutAt = (line: string, from: number, to: number): string => {
  let at = 0;
  return Array.from(line).reduce((part, character) => {
    const here = at;
    at += columnsOf(character);
    return (here >= from && here < to) || (here === to && at === here && to > from) ? part + character : part;
  }, "");
};

test("a table reads back: every cell whole in its own column and row, numbers on one line", () => {
  let sideBySide = 0;
  fc.assert(
    fc.property(tables(sentences), widths, (given, width) => {
      const table = { ...given, caption: "" };
      const lines = toText({ title: "", blocks: [table] }, { width })
        .slice(0, -1)
        .split("\n");
      const all = [table.columns.map(({ header }) => header), ...table.rows, ...(table.footer ? [table.footer] : [])];
      for (const { cell, column } of all
        .slice(1)
        .flatMap((row) => row.map((one, at) => ({ cell: one, column: table.columns[at] })))) {
        const text = cleanText(typeof cell === "string" ? cell : cell.text);
        if (column?.align !== "end") continue;
        for (const number of text.match(/[\d,.−%]{4,}/g) ?? [])
          expect(lines.some((line) => line.includes(number))).toBe(true);
      }
      const rules = lines.flatMap((line, at) => (/^-+(  -+)*$/.test(line) ? [at] : []));
      const spans = [...(lines[rules[0] ?? -1] ?? "").matchAll(/-+/g)];
      const isStacked = lines.some((line) => line.includes(":")) || spans.length !== table.columns.length;
      if (isStacked) {
        const said = all
          .slice(1)
          .flatMap((row, n) => [
            ...(table.footer && n === all.length - 2 ? ["------"] : []),
            ...row.map((cell, at) => `${squeezed(table.columns[at]?.header ?? "")}:${plain(cell)}`),
          ]);
        expect(lines.join("").replace(/\s/g, "")).toBe(said.join(""));
        return;
      }
      sideBySide++;
      const head = lines.slice(0, rules[0]);
      const body = lines.slice((rules[0] ?? 0) + 1, table.footer ? rules[1] : undefined);
      const foot = table.footer ? [lines.slice((rules[1] ?? 0) + 1)] : [];
      const rows =
        body.length === table.rows.length
          ? body.map((line) => [line])
          : body
              .join("\n")
              .split("\n\n")
              .map((row) => row.split("\n"));
      const read = [head, ...rows, ...foot].map((row) =>
        spans.map((span) =>
          row
            .map((line) => cutAt(line, span.index, span.index + span[0].length))
            .join("")
            .replace(/\s/g, ""),
        ),
      );
      const isEmpty = all.slice(1).some((row) => row.every((cell) => plain(cell) === ""));
      fc.pre(!isEmpty);
      expect(read).toStrictEqual(all.map((row) => row.map(plain)));
    }),
    { numRuns: 300 },
  );
  expect(sideBySide).toBeGreaterThan(50);
});

/** Every word of a document besides those of tables, in the order they are read. */
const saidBy = (block: Block): readonly string[] => {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return [block.text];
    case "list":
      return block.items;
    case "pairs":
      return block.items.flatMap(({ name, value, note = "" }) => [name, plain(value), note]);
    case "note":
      return [block.title, ...block.texts];
    case "signatures":
      return [block.title ?? "", ...block.lines];
    case "columns":
      return block.columns.flat().flatMap(saidBy);
    case "table":
    case "page-break":
      return [];
    case "figure":
      return [block.description];
  }
};

test("everything a document says is in the text, in order; what tables say is in it too", () => {
  fc.assert(
    fc.property(documents(sentences), widths, (doc: BlockDocument, width) => {
      const text = toText(doc, { width })
        .replace(/^[|!*] /gm, "")
        .replace(/\s/g, "");
      let at = 0;
      for (const said of doc.blocks.flatMap(saidBy).map(squeezed)) {
        const found = text.indexOf(said, at);
        expect(found, said).toBeGreaterThanOrEqual(0);
        at = found + said.length;
      }
      const letters = new Set(text);
      const inTables = doc.blocks.flatMap((block) =>
        block.type === "table" ? block.rows : block.type === "figure" ? figureTable(block).rows : [],
      );
      for (const cell of inTables.flat()) for (const letter of plain(cell)) expect(letters.has(letter)).toBe(true);
    }),
  );
});
