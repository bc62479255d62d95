import fc from "fast-check";
import { expect, test } from "vitest";

import { escapeHtml, escapeMarkdown, toHtml, toMarkdown, type Block } from "../../src/rendering/index.ts";
import { cleanText } from "../../src/rendering/text.ts";
import { hostile } from "./arbitrary.ts";

const unescapeHtml = (html: string): string =>
  html.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "",
  );

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&#124;": "|",
  "<br>": "\n",
};
const unescapeMarkdown = (markdown: string): string =>
  markdown.replace(
    /\\(.)|&(?:amp|lt|gt|#124);|<br>/g,
    (match, character: string | undefined) => character ?? ENTITIES[match] ?? "",
  );

/** Cells of a GFM table row: bars that no backslash escapes. */
const cellsOf = (line: string): number => [...line.replace(/\\./g, "").matchAll(/\|/g)].length - 1;

test("HTML text has no markup and reads back as it was", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const html = escapeHtml(text);
      expect(html).not.toMatch(/[<>"']/);
      expect(html.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      expect(unescapeHtml(html)).toBe(cleanText(text));
    }),
  );
});

test("Markdown text is one line without markup and reads back as it was", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const markdown = escapeMarkdown(text);
      expect(markdown).not.toMatch(/[\n\r|>](?<!<br>)/);
      expect(markdown.replaceAll("<br>", "")).not.toContain("<");
      const bare = markdown.replace(/\\.|&#124;/g, "x");
      expect(bare).not.toMatch(/[`*_[\]~#$@\\]/);
      expect(bare).not.toMatch(/^([-+=]|\d{1,9}[.)](\s|$))/);
      expect(unescapeMarkdown(markdown)).toBe(
        cleanText(text)
          .split("\n")
          .map((line) => line.trim())
          .join("\n"),
      );
    }),
  );
});

test("whatever stands in the cells, a Markdown table keeps its columns and rows", () => {
  const rows = fc.array(fc.tuple(hostile, hostile, hostile), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rows, fc.tuple(hostile, hostile, hostile), hostile, (cells, headers, caption) => {
      const block: Block = {
        type: "table",
        caption,
        columns: headers.map((header) => ({ header, align: "start" as const })),
        rows: cells,
        footer: headers,
      };
      const lines = toMarkdown({ title: "", blocks: [block] }).split("\n");
      const table = lines.slice(lines.indexOf("| :--- | :--- | :--- |") - 1, -1);
      expect(table).toHaveLength(cells.length + 3);
      for (const line of table) expect(cellsOf(line)).toBe(3);
    }),
  );
});

test("whatever the text, the tags of an HTML document are the writer's own", () => {
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      const blocks = (x: string, y: string): readonly Block[] => [
        { type: "heading", level: 1, text: x },
        {
          type: "table",
          caption: y,
          columns: [{ header: x, align: "end" }],
          rows: [[y], [{ text: x, emphasis: "strong" }]],
        },
        { type: "note", tone: "sample", title: x, texts: [y] },
        { type: "pairs", display: "tiles", items: [{ name: x, value: y, note: x }] },
        {
          type: "figure",
          title: x,
          description: y,
          figure: {
            kind: "bars",
            headers: [x, y],
            bars: [{ label: x, parts: [], text: y }],
            legend: [{ tone: "solid", label: x }],
          },
        },
        { type: "signatures", lines: [y] },
      ];
      // line breaks and isolates come and go with the text, and so does the tooltip of a shortened bar label: that one is
      // taken out only where it stands, right after the label's own tag, so that any other title still counts
      const tags = (x: string, y: string): readonly string[] =>
        (
          toHtml({ title: x, blocks: blocks(x, y) }, { lang: "en" })
            .replace(/(<text class="(?:label|legend)"[^>]*>)<title>[^<]*<\/title>/g, "$1")
            .match(/<[^>]*>/g) ?? []
        ).filter((tag) => !/^<(br|\/?span)/.test(tag));
      expect(tags(a, b)).toStrictEqual(tags("x", "y"));
    }),
  );
});

test("the same document gives the same bytes", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const make = (): Parameters<typeof toHtml>[0] => ({ title: text, blocks: [{ type: "paragraph", text }] });
      expect(toHtml(make(), { lang: "en" })).toBe(toHtml(make(), { lang: "en" }));
      expect(toMarkdown(make())).toBe(toMarkdown(make()));
    }),
  );
});
