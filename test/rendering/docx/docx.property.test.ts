import fc from "fast-check";
import { expect, test } from "vitest";

import { toDocx } from "../../../src/rendering/docx/index.ts";
import type { Block, BlockDocument, Cell, Column } from "../../../src/rendering/index.ts";
import { expectedBy, partsOf, saidBy, tagsOf } from "./docx.ts";

/** Text made of what breaks writers: markup, references, fields, formulas, controls, and anything else. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."<script>|</w:t>|]]>|<!--|&amp;|&#0;|<?x?>|=1+1|{PAGE}|](javascript:|客户|（|𠮷| |\"|'|&".split("|"),
      ),
      fc.constantFrom(
        "\n",
        "\r\n",
        "\t",
        "\u0000",
        "\u000b",
        "\u2028",
        "\u202e",
        "\ud800",
        "\ufffe",
        "\uffff",
        "\u00a0",
      ),
      fc.string({ maxLength: 4, unit: "binary" }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

const cell: fc.Arbitrary<Cell> = fc.oneof(
  nasty,
  fc.record({ text: nasty, emphasis: fc.constantFrom("strong", "muted", "warning") }),
);
const column: fc.Arbitrary<Column> = fc.record(
  {
    header: nasty,
    align: fc.constantFrom("start", "end", "center"),
    width: fc.integer({ min: 1, max: 12 }),
  },
  { requiredKeys: ["header", "align"] },
);
const table: fc.Arbitrary<Block> = fc.integer({ min: 0, max: 4 }).chain((n) => {
  const row = fc.array(cell, { minLength: n, maxLength: n });
  return fc.record(
    {
      type: fc.constant("table"),
      caption: nasty,
      quietCaption: fc.boolean(),
      columns: fc.array(column, { minLength: n, maxLength: n }),
      rows: fc.array(row, { maxLength: n * 3 }),
      footer: row,
    },
    { requiredKeys: ["type", "caption", "columns", "rows"] },
  );
});
const few = fc.array(nasty, { maxLength: 7 });
const simple: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant("heading"), level: fc.constantFrom(1, 2, 3, 4), text: nasty }),
  fc.record(
    { type: fc.constant("paragraph"), text: nasty, emphasis: fc.constant("muted") },
    { requiredKeys: ["type", "text"] },
  ),
  table,
  fc.record({ type: fc.constant("list"), ordered: fc.boolean(), items: few }),
  fc.record({
    type: fc.constant("pairs"),
    display: fc.constantFrom("list", "tiles"),
    items: fc.array(fc.record({ name: nasty, value: cell, note: nasty }, { requiredKeys: ["name", "value"] }), {
      maxLength: 7,
    }),
  }),
  fc.record({
    type: fc.constant("note"),
    tone: fc.constantFrom("information", "warning", "sample"),
    title: nasty,
    texts: few,
  }),
  fc.tuple(nasty, nasty, few).map(([title, description, labels]) => ({
    type: "figure",
    title,
    description,
    figure: {
      kind: "bars",
      headers: [title, description],
      bars: labels.map((label) => ({ label, parts: [], text: title })),
      legend: [],
    },
  })),
  fc.record({ type: fc.constant("signatures"), title: nasty, lines: few }, { requiredKeys: ["type", "lines"] }),
) as fc.Arbitrary<Block>;
const columnsOf = (inner: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc.record({
    type: fc.constant("columns"),
    columns: fc.array(fc.array(inner, { maxLength: 2 }), { maxLength: 3 }),
  });
const document: fc.Arbitrary<BlockDocument> = fc.record(
  {
    title: nasty,
    running: nasty,
    blocks: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: simple },
        { weight: 1, arbitrary: columnsOf(fc.oneof(simple, columnsOf(simple))) },
        { weight: 1, arbitrary: fc.constant<Block>({ type: "page-break" }) },
      ),
      { maxLength: 6 },
    ),
  },
  { requiredKeys: ["title", "blocks"] },
);

test("another reader finds what any document says, in its order, cell by cell", async () => {
  await fc.assert(
    fc.asyncProperty(document, fc.constantFrom("en", "zh-Hans", "zh-Hant-HK"), async (doc, lang) => {
      expect(await saidBy(toDocx(doc, { lang }))).toStrictEqual(expectedBy(doc));
    }),
  );
});

/** The document with another text in each place. */
const harmless = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      typeof inner === "string" && !["type", "display", "tone", "align", "emphasis", "kind"].includes(key)
        ? "x"
        : inner,
    ),
  ) as T;

test("whatever the texts, each part is XML, and its tags are the writer's own", () => {
  // a text has as many lines as it has
  const ownTags = (file: Uint8Array): readonly string[] =>
    [...partsOf(file)].flatMap(([name, content]) =>
      [name, ...tagsOf(new TextDecoder("utf-8", { fatal: true }).decode(content))].filter(
        (tag) => tag !== "w:br " && !tag.startsWith("w:t "),
      ),
    );
  fc.assert(
    fc.property(document, nasty, (doc, title) => {
      const file = toDocx(doc, { lang: "zh-Hans", title });
      expect(ownTags(file)).toStrictEqual(ownTags(toDocx(harmless(doc), { lang: "zh-Hans", title: "x" })));
    }),
  );
});

test("the same document gives the same bytes, and stays as it was", () => {
  fc.assert(
    fc.property(document, (doc) => {
      const before = structuredClone(doc);
      const [one, other] = [doc, before].map((same) => Buffer.from(toDocx(same, { lang: "en" })).toString("base64"));
      expect(one).toBe(other);
      expect(doc).toEqual(before);
    }),
  );
});
