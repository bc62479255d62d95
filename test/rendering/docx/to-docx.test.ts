import { expect, test } from "vitest";

import { toDocx } from "../../../src/rendering/docx/index.ts";
import { crc32 } from "../../../src/rendering/docx/zip.ts";
import { columnWidths } from "../../../src/rendering/docx/column-widths.ts";
import type { Block, TableBlock } from "../../../src/rendering/index.ts";
import { partsOf, saidBy, tagsOf } from "./docx.ts";

const partOf = (name: string, blocks: readonly Block[], lang = "zh-Hans"): string =>
  new TextDecoder().decode(partsOf(toDocx({ title: "T", blocks }, { lang })).get(name));
const body = (...blocks: readonly Block[]): string => partOf("word/document.xml", blocks);
const paragraph = (text: string): Block => ({ type: "paragraph", text });
const heading = (text: string): Block => ({ type: "heading", level: 2, text });
const tableOf = (columns: number, rows: number, text = "1"): TableBlock => ({
  type: "table",
  caption: "C",
  columns: Array.from({ length: columns }, (_, at) => ({ header: `H${String(at)}`, align: "start" })),
  rows: Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, at) => (at === 0 ? `R${String(row)}` : text)),
  ),
});
const table = (columns: number, rows = 1): Block => tableOf(columns, rows);

test("CRC-32 of the nine digits is its published check value", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

test("check sums and sizes stand in both headers, and every file is dated 1 January 1980", () => {
  const file = toDocx({ title: "客户", blocks: [] }, { lang: "zh-Hans" });
  const view = new DataView(file.buffer);
  // bit by bit, without a table
  const bitwise = (bytes: Uint8Array): number => {
    let crc = 0xffffffff;
    for (const byte of bytes)
      for (let bit = 0; bit < 8; bit += 1) crc = ((crc ^ (byte >> bit)) & 1 ? 0xedb88320 : 0) ^ (crc >>> 1);
    return ~crc >>> 0;
  };
  let at = 0;
  for (const [name, content] of partsOf(file)) {
    expect(view.getUint32(at, true)).toBe(0x04034b50);
    expect(view.getUint32(at + 10, true)).toBe(0x00210000);
    expect(view.getUint32(at + 14, true), name).toBe(bitwise(content));
    expect(view.getUint32(at + 22, true)).toBe(content.length);
    at += 30 + name.length + content.length;
  }
  expect(view.getUint32(at, true)).toBe(0x02014b50);
});

test("an empty document is a whole file", async () => {
  const file = toDocx({ title: "", blocks: [] }, { lang: "en" });
  expect([...partsOf(file).keys()]).toStrictEqual([
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/header1.xml",
    "word/footer1.xml",
    "word/fontTable.xml",
  ]);
  expect(await saidBy(file)).toStrictEqual([]);
});

test("every style that a file uses is one it has", () => {
  const document = body(
    ...([1, 2, 3, 4] as const).map((level): Block => ({ type: "heading", level, text: "" })),
    { ...tableOf(2, 1), rows: [["a", { text: "b", emphasis: "warning" }]] },
    { type: "list", ordered: true, items: ["x"] },
    { type: "columns", columns: [[{ type: "list", ordered: false, items: ["x"] }], [paragraph("x")]] },
    ...(["list", "tiles"] as const).map((display): Block => ({
      type: "pairs",
      display,
      items: [{ name: "a", value: "b", note: "c" }],
    })),
    ...(["information", "warning", "sample"] as const).map((tone): Block => ({
      type: "note",
      tone,
      title: "a",
      texts: ["b"],
    })),
    { type: "signatures", lines: ["a"] },
    { type: "page-break" },
    { type: "paragraph", text: "x", emphasis: "muted" },
  );
  const used = (xml: string, tags: RegExp): Set<string | undefined> =>
    new Set(Array.from(xml.matchAll(tags), ([, id]) => id));
  const has = used(partOf("word/styles.xml", []), /w:styleId="(\w+)"/g);
  // header and footer have the two others
  const uses = used(document, /<w:(?:p|r|tbl)Style w:val="(\w+)"/g);
  expect(new Set([...uses, "Header", "Footer"])).toStrictEqual(has);
});

test("each list with an order begins at 1; lists of points share one", () => {
  const lists: readonly Block[] = [true, false, true, false].map((ordered) => ({
    type: "list",
    ordered,
    items: ["a", "b"],
  }));
  expect(Array.from(body(...lists).matchAll(/<w:numId w:val="(\d)"/g), ([, id]) => id).join("")).toBe("22113311");
  const numbering = partOf("word/numbering.xml", lists);
  expect(Array.from(numbering.matchAll(/<w:num w:numId="(\d)"/g), ([, id]) => id).join("")).toBe("123");
  expect(numbering.match(/<w:startOverride w:val="1"\/>/g)).toHaveLength(2);
});

/** What stands on which kind of page, in order: L for pages on their side, P for upright ones, | for a page break. */
const pages = (...blocks: readonly Block[]): string =>
  Array.from(
    body(...blocks).matchAll(/>([A-Z])<\/w:t>|(pageBreakBefore)|<w:sectPr>.*?(orient|<\/w:sectPr>)/g),
    ([, text, breaks, end]) => text ?? (breaks === undefined ? (end === "orient" ? "(L)" : "(P)") : "|"),
  ).join("");

test.each<[string, readonly Block[], string]>([
  ["seven columns are upright", [paragraph("A"), table(7)], "AC(P)"],
  [
    "eight are on their side, and the text after them is upright",
    [paragraph("A"), table(8), paragraph("B")],
    "A(P)C(L)B(P)",
  ],
  ["with the headings right above", [paragraph("A"), heading("B"), heading("D"), table(8)], "A(P)BDC(L)"],
  ["two are on one kind of page", [table(8), table(9)], "CC(L)"],
  ["no page between stays empty", [paragraph("A"), { type: "page-break" }, heading("B"), table(8)], "A(P)BC(L)"],
  [
    "a break before the heading that stays",
    [paragraph("A"), heading("B"), { type: "page-break" }, table(8)],
    "AB(P)C(L)",
  ],
  ["a break on one kind of page", [paragraph("A"), { type: "page-break" }, paragraph("B")], "A|B(P)"],
  ["in columns too", [{ type: "columns", columns: [[paragraph("A")], [table(8)]] }], "A(P)C(L)"],
  [
    "a break in columns",
    [{ type: "columns", columns: [[paragraph("A")], [{ type: "page-break" }, paragraph("B")]] }],
    "A|B(P)",
  ],
  ["a heading at the end", [table(8), heading("A")], "CA(L)"],
])("pages: %s", (_, blocks, expected) => {
  expect(pages(...blocks)).toBe(expected);
});

test("a table with more columns than fit is written in several, each with the names of its rows", async () => {
  const file = toDocx(
    { title: "", blocks: [{ ...tableOf(100, 2), footer: Array.from({ length: 100 }, () => "9") }] },
    { lang: "en" },
  );
  const said = (await saidBy(file)).filter((line) => /^p [HR]/.test(line));
  const parts = said.join(" ").split("p H0 ").length - 1;
  expect(parts).toBeGreaterThan(1);
  expect(said.filter((line) => line === "p R1")).toHaveLength(parts);
  const headers = said.filter((line) => line.startsWith("p H") && line !== "p H0");
  expect(headers).toStrictEqual(Array.from({ length: 99 }, (_, at) => `p H${String(at + 1)}`));
  const columns = new TextDecoder().decode(partsOf(file).get("word/document.xml")).split("<w:tblGrid>").slice(1);
  for (const grid of columns) expect(grid.split("<w:gridCol ").length - 1).toBeLessThanOrEqual(63);
});

test("columns have the twelfths they ask for, and the table its whole width", () => {
  const columns = [
    { header: "a", align: "start", width: 3 },
    { header: "b", align: "start", width: 6 },
    { header: "c", align: "start" },
  ] as const;
  // the third needs 220 + 96 = 316, so 300 + 600 + 316 = 1216 are brought to 1200
  expect(columnWidths({ type: "table", caption: "", columns, rows: [] }, 1200)).toStrictEqual([296, 592, 312]);
  // 25% and 50% of 12,000; what is left is the third's
  expect(columnWidths({ type: "table", caption: "", columns, rows: [] }, 12_000)).toStrictEqual([3000, 6000, 3000]);
  // two Chinese signs ask for less than an amount of 12 signs: 220 + 2 × 174 = 568 and 220 + 12 × 96 = 1372 of 9700
  const open: TableBlock = {
    type: "table",
    caption: "",
    columns: [
      { header: "客户", align: "start" },
      { header: "", align: "end" },
    ],
    rows: [["客户", "1,234,567.00"]],
  };
  expect(columnWidths(open, 9700)).toStrictEqual([2840, 6860]);
});

test("a header row is repeated, a row is not split, a short table stays together", () => {
  const short = body(table(2, 8));
  expect(short.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(short.match(/<w:cantSplit\/>/g)).toHaveLength(9);
  // caption, and two cells in the header and in all rows except the last
  expect(short.match(/<w:keepNext\/>/g)).toHaveLength(1 + 2 * 8);
  expect(body(table(2, 9)).match(/<w:keepNext\/>/g)).toHaveLength(1 + 2);
});

test.each([
  ["zh-Hans", "en-US", "zh-CN", "Microsoft YaHei"],
  ["zh-Hant-HK", "en-US", "zh-HK", "Microsoft JhengHei"],
  ["zh-Hant", "en-US", "zh-TW", "Microsoft JhengHei"],
  ["zh-HK", "en-US", "zh-HK", "Microsoft JhengHei"],
  ["zh", "en-US", "zh-CN", "Microsoft YaHei"],
  ["en", "en", "zh-CN", "Microsoft YaHei"],
  ["en-GB-u-ca-gregory", "en-GB", "zh-CN", "Microsoft YaHei"],
])("%s: languages and fonts as Word knows them", (lang, latin, eastAsian, font) => {
  const styles = partOf("word/styles.xml", [], lang);
  expect(styles).toContain(`<w:lang w:val="${latin}" w:eastAsia="${eastAsian}"/>`);
  expect(styles).toContain(`w:eastAsia="${font}"`);
  expect(partOf("word/fontTable.xml", [], lang)).toContain(`<w:font w:name="${font}">`);
});

test("fields of a text stay text; the page numbers are the only fields", () => {
  const field = '{ PAGE } <w:fldSimple w:instr="DDEAUTO c:\\\\x"/>';
  expect(tagsOf(body(paragraph(field), paragraph('=cmd|"/c x"!A1'))).join()).not.toContain("fld");
  expect(partOf("word/footer1.xml", []).match(/<w:fldSimple w:instr="[^"]*"/g)).toStrictEqual([
    '<w:fldSimple w:instr=" PAGE "',
    '<w:fldSimple w:instr=" NUMPAGES "',
  ]);
});

test("a cell around blocks of which nothing is written has a paragraph all the same", () => {
  const empty: readonly Block[] = [
    { type: "list", ordered: false, items: [] },
    { type: "pairs", display: "list", items: [] },
    { type: "columns", columns: [] },
  ];
  for (const block of empty) {
    expect(body({ type: "columns", columns: [[block], [paragraph("p")]] })).not.toContain("</w:tcPr></w:tc>");
  }
});

test("very long documents are written", () => {
  const blocks = Array.from({ length: 150_000 }, (): Block => ({ type: "page-break" }));
  expect(() =>
    toDocx({ title: "t", blocks: [paragraph("p"), ...blocks, paragraph("q")] }, { lang: "en" }),
  ).not.toThrow();
});
