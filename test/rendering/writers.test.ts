import { describe, expect, test } from "vitest";

import { documentStyles, toHtml, toMarkdown, type Block, type BlockDocument } from "../../src/rendering/index.ts";

const doc = (...blocks: readonly Block[]): BlockDocument => ({ title: "T & Co", blocks });
const body = (...blocks: readonly Block[]): string => {
  const html = toHtml(doc(...blocks), { lang: "zh-Hans" });
  return html.slice(html.indexOf("<main>\n") + 7, html.indexOf("\n</main>"));
};

const table: Block = {
  type: "table",
  caption: "Income",
  columns: [
    { header: "Item", align: "start", width: 6 },
    { header: "CNY", align: "end" },
  ],
  rows: [
    ["Loans", "1.00"],
    ["Fees\nand more", { text: "no data", emphasis: "muted" }],
  ],
  footer: ["Total", "1.00"],
};

describe("each block", () => {
  test.each<[string, Block, string, string]>([
    ["heading", { type: "heading", level: 2, text: "A #1" }, "## A \\#1", "<h2>A #1</h2>"],
    ["paragraph", { type: "paragraph", text: "a < b", emphasis: "muted" }, "a &lt; b", '<p class="muted">a &lt; b</p>'],
    [
      "table",
      table,
      "**Income**\n\n| Item | CNY |\n| :--- | ---: |\n| Loans | 1.00 |\n| Fees<br>and more | no data |\n| **Total** | **1.00** |",
      '<div class="scroll"><table class="short"><caption>Income</caption><colgroup><col class="w6"><col></colgroup>\n' +
        '<thead><tr><th scope="col">Item</th><th scope="col" class="end">CNY</th></tr></thead>\n' +
        '<tbody><tr><th scope="row">Loans</th><td class="end">1.00</td></tr>\n' +
        '<tr><th scope="row">Fees<br>and more</th><td class="end muted">no data</td></tr></tbody>\n' +
        '<tfoot><tr><th scope="row">Total</th><td class="end">1.00</td></tr></tfoot>\n</table></div>',
    ],
    [
      "list",
      { type: "list", ordered: true, items: ["x", "2. y"] },
      "1. x\n2. 2\\. y",
      "<ol><li>x</li><li>2. y</li></ol>",
    ],
    [
      "pairs",
      { type: "pairs", display: "list", items: [{ name: "Name", value: "A*B" }] },
      "- **Name**: A\\*B",
      '<dl class="pairs"><div><dt>Name</dt><dd>A*B</dd></div></dl>',
    ],
    [
      "tiles",
      { type: "pairs", display: "tiles", items: [{ name: "Now", value: "1.00", note: "small" }] },
      "| Now |\n| ---: |\n| **1.00**<br>small |",
      '<dl class="tiles"><div><dt>Now</dt><dd class="value">1.00</dd><dd class="small">small</dd></div></dl>',
    ],
    [
      "note",
      { type: "note", tone: "warning", title: "Look", texts: ["> here"] },
      "> **Look**\n>\n> - &gt; here",
      '<aside class="note warning"><p class="title">Look</p><ul><li>&gt; here</li></ul></aside>',
    ],
    [
      "columns",
      { type: "columns", columns: [[{ type: "paragraph", text: "l" }], [{ type: "paragraph", text: "r" }]] },
      "l\n\nr",
      '<div class="columns"><div><p>l</p></div>\n<div><p>r</p></div></div>',
    ],
    [
      "signatures",
      { type: "signatures", lines: ["Head"] },
      "- Head: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_",
      '<div class="signatures"><div>Head</div></div>',
    ],
    ["page break", { type: "page-break" }, "---", '<hr class="page-break">'],
  ])("%s", (_name, block, markdown, html) => {
    expect(toMarkdown(doc(block))).toBe(`${markdown}\n`);
    expect(body(block)).toBe(html);
  });

  test("bars: a table in Markdown; static SVG with title and description in HTML", () => {
    const bars: Block = {
      type: "figure",
      title: "By head",
      description: "Lengths by amount",
      figure: {
        kind: "bars",
        headers: ["Item", "Amount"],
        bars: [
          {
            label: "A",
            parts: [
              { value: 3, tone: "solid" },
              { value: 1, tone: "estimated" },
            ],
            text: "4.00",
          },
          { label: "B", parts: [], text: "no data" },
        ],
        legend: [{ tone: "solid", label: "known" }],
      },
    };
    expect(toMarkdown(doc(bars))).toBe(
      "**By head**\n\n| Item | Amount |\n| :--- | ---: |\n| A | 4.00 |\n| B | no data |\n\nLengths by amount\n",
    );
    const html = body(bars, bars);
    expect(html).toContain('<svg class="bars" role="img" aria-labelledby="figure-1-title figure-1-text"');
    expect(html).toContain('<desc id="figure-2-text">Lengths by amount</desc>');
    // three quarters of 390 are 292.5, the rest 97.5
    expect(html).toContain('x="0" y="17" width="292.5"');
    expect(html).toContain('x="292.5" y="17" width="97.5" height="8" fill="url(#figure-1-hatch)"');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("bars of nothing have no length and no NaN", () => {
    const html = body({
      type: "figure",
      title: "t",
      description: "d",
      figure: {
        kind: "bars",
        headers: ["a", "b"],
        bars: [{ label: "A", parts: [{ value: 0, tone: "solid" }], text: "0" }],
        legend: [],
      },
    });
    expect(html).toContain('width="0"');
    expect(html).not.toContain("NaN");
  });
});

describe("Markdown", () => {
  test("neighbouring lists stay tight, a quiet caption is left out", () => {
    const list: Block = { type: "list", ordered: false, items: ["a"] };
    expect(toMarkdown(doc(list, list))).toBe("- a\n- a\n");
    expect(toMarkdown(doc({ ...table, quietCaption: true })).startsWith("| Item | CNY |")).toBe(true);
  });
});

describe("an HTML document", () => {
  const html = toHtml(doc(table), { lang: "zh-Hans", title: "a < b" });
  test("names its language, and its title escaped", () => {
    expect(html.startsWith('<!doctype html>\n<html lang="zh-Hans">')).toBe(true);
    expect(() => toHtml(doc(), { lang: 'zh"><script>' })).toThrow("not a language tag");
    expect(html).toContain("<title>a &lt; b</title>");
    expect(toHtml(doc(), { lang: "en" })).toContain("<title>T &amp; Co</title>");
  });
  test("fetches nothing, runs nothing, and carries no style attribute", () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe| src=| href=| style=|@import|url\((?!#)/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain(`<style>${documentStyles}</style>`);
  });
  test("prints on A4 with repeated table headers", () => {
    expect(documentStyles).toContain("@page { size: A4;");
    expect(documentStyles).toContain("thead { display: table-header-group; }");
    expect(documentStyles).toContain("break-inside: avoid");
  });
  test("a date is never broken over two lines, a longer number is left alone", () => {
    expect(body({ type: "paragraph", text: "on 2026-03-01, no. 12026-03-011" })).toBe(
      '<p>on <span class="date">2026-03-01</span>, no. 12026-03-011</p>',
    );
  });
});

test("a label too long for its bar is cut in the drawing and whole in its title", () => {
  const label = "项".repeat(60);
  const bar = (name: string): string =>
    body({
      type: "figure",
      title: "T",
      description: "D",
      figure: {
        kind: "bars",
        headers: ["a", "b"],
        bars: [{ label: name, parts: [], text: "CNY 1,000.00" }],
        legend: [],
      },
    });
  const html = bar(label);
  expect(html).toContain(`<title>${label}</title>`);
  // 390 wide less the figure's 12 characters leaves room for about 23 wide ones
  expect(/class="label"[^>]*><title>[^<]*<\/title>(项+…)</.exec(html)?.[1]?.length).toBeLessThan(26);
  expect(bar("短")).toContain(">短</text>");
});
