import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { parseFragment } from "parse5";
import { expect, test } from "vitest";

import { figureTable } from "../../../src/rendering/figure/table.ts";
import { escapeMarkdown, toMarkdown, type Block, type Cell, type TableBlock } from "../../../src/rendering/index.ts";
import { cleanText } from "../../../src/rendering/text.ts";
import { documents, hostile } from "../arbitrary.ts";
import { elementsIn, textOf, withinOf, type Element } from "./tree.ts";

/** A text a reader finds: the element it is in, the text, and what of it is strong. */
type Found = readonly [tag: string, text: string, strong: string];

const elementsOf = (markdown: string): readonly Element[] =>
  elementsIn(
    parseFragment(micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })),
  );

const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();

const foundIn = (element: Element): readonly Found[] => {
  if (!/^(h[1-6]|p|li|th|td|hr)$/.test(element.tagName)) return elementsIn(element).flatMap(foundIn);
  const strong = withinOf(element).filter(({ tagName }) => tagName === "strong");
  return [[element.tagName, tidy(textOf(element)), strong.map(textOf).join("")]];
};

const shown = (text: string): string => tidy(cleanText(text));
const flat = (text: string): string => shown(text).replaceAll("\n", "");
const found = (tag: string, text: string, strong = ""): Found => [tag, shown(text), flat(strong)];
const plain = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);
const strongOf = (cell: Cell): string => (typeof cell === "string" || cell.emphasis === "muted" ? "" : cell.text);
/** A paragraph, unless it would be empty. */
const paragraph = (text: string, strong = ""): readonly Found[] =>
  shown(text) === "" ? [] : [found("p", text, strong)];

const saidByTable = ({ caption, quietCaption, columns, rows, footer = [] }: TableBlock): readonly Found[] => [
  ...(quietCaption === true ? [] : paragraph(caption, caption)),
  ...columns.map(({ header }) => found("th", header)),
  ...rows.flat().map((cell) => found("td", plain(cell), strongOf(cell))),
  ...footer.map((cell) => found("td", plain(cell), plain(cell))),
];

const saidBy = (block: Block): readonly Found[] => {
  switch (block.type) {
    case "heading":
      return [found(`h${String(block.level)}`, block.text)];
    case "paragraph":
      return paragraph(block.text);
    case "table":
      return saidByTable(block);
    case "list":
      return block.items.map((item) => found("li", item));
    case "pairs":
      return block.display === "list"
        ? block.items.map(({ name, value, note }) => [
            "li",
            tidy([`${shown(name)}: ${shown(plain(value))}`, ...(note === undefined ? [] : [shown(note)])].join("\n")),
            flat(name) + flat(strongOf(value)),
          ])
        : [
            ...block.items.map(({ name }) => found("th", name)),
            ...block.items.map(({ value, note }): Found => {
              const text = [shown(plain(value)), ...(note === undefined ? [] : [shown(note)])].join("\n");
              return ["td", tidy(text), flat(plain(value))];
            }),
          ];
    case "note":
      return [...paragraph(block.title, block.title), ...block.texts.map((text) => found("li", text))];
    case "figure":
      return [...saidByTable(figureTable(block)), ...paragraph(block.description)];
    case "columns":
      return block.columns.flat().flatMap(saidBy);
    case "signatures":
      return [
        ...(block.title === undefined ? [] : paragraph(block.title, block.title)),
        ...block.lines.map((line) => found("li", `${shown(line)}: ____________`)),
      ];
    case "page-break":
      return [found("hr", "")];
  }
};

const OWN = "h1 h2 h3 h4 p table thead tbody tr th td ul ol li strong br blockquote hr".split(" ");

test("a parser of Markdown finds what the document says, as it says it, and no markup of its texts", () => {
  fc.assert(
    fc.property(documents(hostile), (doc) => {
      const elements = elementsOf(toMarkdown(doc));
      for (const { tagName } of elements.flatMap(withinOf)) expect(OWN).toContain(tagName);
      expect(elements.flatMap(foundIn)).toStrictEqual(doc.blocks.flatMap(saidBy));
    }),
  );
});

test("an escaped text is one paragraph of text, alone, after a mark of a list, and after a word", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeMarkdown(text);
      fc.pre(escaped !== "");
      expect(elementsOf(escaped).flatMap(foundIn)).toStrictEqual([found("p", text)]);
      expect(elementsOf(`- ${escaped}`).flatMap(foundIn)).toStrictEqual([found("li", text)]);
      expect(elementsOf(`word ${escaped}`).flatMap(foundIn)).toStrictEqual([["p", tidy(`word ${shown(text)}`), ""]]);
      for (const { tagName } of elementsOf(escaped).flatMap(withinOf)) expect(["p", "br"]).toContain(tagName);
    }),
  );
});

test.each([
  ["two numbered lists are two lists, each from 1", [["a", "b"], ["c"]], ["ol", "ol"]],
  ["three as well", [["a"], ["b"], ["c"]], ["ol", "ol", "ol"]],
])("%s", (_name, lists, tags) => {
  const blocks = lists.map((items): Block => ({ type: "list", ordered: true, items }));
  const elements = elementsOf(toMarkdown({ title: "", blocks }));
  expect(elements.map(({ tagName }) => tagName)).toStrictEqual(tags);
  expect(elements.map((list) => elementsIn(list).map(textOf))).toStrictEqual(lists);
});
