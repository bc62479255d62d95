import fc from "fast-check";
import { parse } from "parse5";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";

import { figureTable } from "../../../src/rendering/figure/table.ts";
import { toHtml, type Block, type BlockDocument, type Cell, type TableBlock } from "../../../src/rendering/index.ts";
import { cleanText } from "../../../src/rendering/text.ts";
import { documents, figureBlocks, hostile, withTexts } from "../arbitrary.ts";
import { attributesOf, elementsIn, textOf, withinOf, type Element } from "./tree.ts";

const pageOf = (html: string): { readonly root: Element; readonly errors: readonly string[] } => {
  const errors: string[] = [];
  const page = parse(html, { onParseError: ({ code }) => errors.push(code) });
  const [root] = elementsIn(page);
  if (root === undefined) throw new Error("no root");
  return { root, errors };
};

const isDrawing = ({ tagName }: Element): boolean => tagName === "svg";

/** The elements outside drawings that do not come and go with a text. */
const outline = (element: Element): unknown => [
  element.tagName,
  // the header of a cell, which a stylesheet writes beside it, is a text
  Object.entries(attributesOf(element)).map(([name, value]) => (name === "data-label" ? [name] : [name, value])),
  elementsIn(element)
    .filter((inner) => inner.tagName !== "br" && attributesOf(inner)["class"] !== "date")
    .map((inner) => (isDrawing(inner) ? inner.tagName : outline(inner))),
];

test("a parser finds no error, and whatever the texts say, the elements and attributes are the same", () => {
  fc.assert(
    fc.property(documents(hostile), (doc) => {
      const { root, errors } = pageOf(toHtml(doc, { lang: "en" }));
      expect(errors).toStrictEqual([]);
      expect(outline(root)).toStrictEqual(
        outline(
          pageOf(
            toHtml(
              withTexts(doc, () => "x"),
              { lang: "en" },
            ),
          ).root,
        ),
      );
    }),
  );
});

test("nothing on the page runs, fetches or leads anywhere; drawings neither", () => {
  fc.assert(
    fc.property(documents(hostile), (doc) => {
      for (const element of withinOf(pageOf(toHtml(doc, { lang: "en" })).root)) {
        expect([
          "script",
          "a",
          "img",
          "image",
          "use",
          "foreignObject",
          "iframe",
          "object",
          "animate",
          "set",
        ]).not.toContain(element.tagName);
        for (const { name, value } of element.attrs) {
          expect(name).not.toMatch(/^on|^(style|href|src|xlink:href|srcdoc|action)$/i);
          // the header of a cell, which a stylesheet writes beside it as text
          if (name !== "data-label") expect(value.replace(/url\(#[\w-]+\)/g, "")).not.toMatch(/javascript:|url\(/i);
        }
      }
    }),
  );
});

test("each drawing is XML", () => {
  fc.assert(
    fc.property(figureBlocks(hostile), (block) => {
      const drawings = toHtml({ title: "", blocks: [block] }, { lang: "en" }).match(/<svg[\s>].*?<\/svg>/gs) ?? [];
      expect(drawings).toHaveLength(1);
      for (const drawing of drawings) {
        const parser = new SaxesParser({ xmlns: true });
        const opened: string[] = [];
        parser.on("error", (error) => {
          throw error;
        });
        parser.on("opentag", ({ name, uri }) => opened.push(`${uri} ${name}`));
        parser.write(drawing).close();
        expect(opened[0]).toBe("http://www.w3.org/2000/svg svg");
      }
    }),
  );
});

/** What a page shows besides its drawings: each element that holds text, in order. */
const shownIn = (element: Element): readonly (readonly [string, string])[] => {
  if (isDrawing(element)) return [];
  if (/^(h[1-4]|p|caption|th|td|li|figcaption|dt|dd)$/.test(element.tagName))
    return [[element.tagName, textOf(element)]];
  if (attributesOf(element)["class"] !== "signatures") return elementsIn(element).flatMap(shownIn);
  return elementsIn(element).map((line) => ["line", textOf(line)]);
};

const plain = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);

const saidByTable = ({ caption, columns, rows, footer }: TableBlock): readonly (readonly [string, string])[] => [
  ["caption", caption],
  ...columns.map(({ header }) => ["th", header] as const),
  ...[...rows, ...(footer === undefined ? [] : [footer])].flatMap((row) =>
    row.map((cell, at) => [at === 0 ? "th" : "td", plain(cell)] as const),
  ),
];

const saidBy = (block: Block): readonly (readonly [string, string])[] => {
  switch (block.type) {
    case "heading":
      return [[`h${String(block.level)}`, block.text]];
    case "paragraph":
      return [["p", block.text]];
    case "table":
      return saidByTable(block);
    case "list":
      return block.items.map((item) => ["li", item]);
    case "pairs":
      return block.items.flatMap(({ name, value, note }) => [
        ["dt", name] as const,
        ["dd", plain(value)] as const,
        ...(note === undefined ? [] : [["dd", note] as const]),
      ]);
    case "note":
      return [["p", block.title], ...block.texts.map((text) => ["li", text] as const)];
    case "figure":
      return [["figcaption", block.title], ...saidByTable(figureTable(block))];
    case "columns":
      return block.columns.flat().flatMap(saidBy);
    case "signatures":
      return [
        ...(block.title === undefined ? [] : [["p", block.title] as const]),
        ...block.lines.map((line) => ["line", line] as const),
      ];
    case "page-break":
      return [];
  }
};

test("every text and every figure of a document is on its page, whole and in order", () => {
  const law = (doc: BlockDocument): void => {
    const main = withinOf(pageOf(toHtml(doc, { lang: "en" })).root).find(({ tagName }) => tagName === "main");
    expect(main && shownIn(main)).toStrictEqual(
      doc.blocks.flatMap(saidBy).map(([tag, text]) => [tag, cleanText(text)]),
    );
  };
  fc.assert(fc.property(documents(hostile), law));
});
