/** Documents: a plan of about twenty pages as a page and as a Word file. */
import { readFileSync } from "node:fs";

const rendering = await import("../../../dist/rendering/index.js");
const { toDocx } = await import("../../../dist/rendering/docx/index.js");
const { zhHans } = await import("../../../dist/labels/zh-Hans.js");

export const title = "Documents";
export const note =
  "Documents a second. The document is the sample plan of `docs/examples/data` in Chinese with its rows three times, about twenty pages of A4; it is made before the time begins. `HTML` and `Markdown` have no peer that takes the same blocks. `Word` of docx gets the same headings, paragraphs, lists and tables without looks, and compresses its file, which ours does not. The answers are the texts of all table cells in order, read back from what was written.";

export const cases = ["HTML", "Markdown", "Word"];

const LISTS = ["people", "businesses", "institutions", "services", "actions", "challenges"];

/** The sample with its rows three times, each with ids of its own and without references. */
function document() {
  const sample = JSON.parse(readFileSync(new URL("../../../docs/examples/data/sample-plan.json", import.meta.url)));
  const plan = { ...sample.plan, ties: [] };
  for (const list of LISTS) {
    plan[list] = [0, 1, 2].flatMap((n) =>
      JSON.parse(JSON.stringify(sample.plan[list]), (key, value) =>
        key === "id" ? `${value}-${n}` : key === "service" && list === "institutions" ? `${value}-${n}` : value,
      ),
    );
  }
  plan.services = plan.services.map(({ suppliedElsewhere, ...row }) => row);
  plan.actions = plan.actions.map(({ clientNeed, ...row }) => row);
  plan.challenges = plan.challenges.map(({ challengeSource, ...row }) => row);
  return rendering.strategyPlanDocument(plan, { labels: zhHans, client: sample.client });
}

const tablesIn = (blocks) =>
  blocks.flatMap((block) =>
    block.type === "columns" ? block.columns.flatMap(tablesIn) : block.type === "table" ? [block] : [],
  );
const textOf = (cell) => (typeof cell === "string" ? cell : cell.text).replaceAll(/\s/g, "");
const rowsOf = ({ columns, rows, footer }) => [
  columns.map(({ header }) => header),
  ...rows,
  ...(footer ? [footer] : []),
];
const cellsOf = (doc) => tablesIn(doc.blocks).flatMap((table) => rowsOf(table).flat().map(textOf));

const plain = (markup) =>
  markup
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll(/&#39;|&apos;/g, "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s/g, "");

export function reference() {
  return cellsOf(document());
}

/** The cells that are among those of the tables, in order: what lays out pairs and notes is not. */
function found(expected, texts) {
  let at = 0;
  return expected.map((text) => {
    const next = texts.indexOf(text, at);
    if (next < 0) return null;
    at = next + 1;
    return text;
  });
}

const htmlCells = (html) => [...html.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, text]) => plain(text));
const markdownCells = (text) =>
  [...text.matchAll(/^\|(.*)\|$/gm)].flatMap(([, row]) =>
    row
      .split("|")
      .map((cell) =>
        plain(cell.replaceAll("<br>", "").replaceAll("&#124;", "|")).replaceAll("**", "").replaceAll(/\\(.)/g, "$1"),
      ),
  );

async function wordCells(bytes) {
  const { default: JSZip } = await import("jszip");
  const xml = await (await JSZip.loadAsync(bytes)).file("word/document.xml").async("string");
  return [...xml.matchAll(/<w:tc>(?:(?!<w:tc>).)*?<\/w:tc>/gs)].map(([cell]) =>
    plain([...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("")),
  );
}

const ours = {
  prepare(label) {
    const doc = document();
    const expected = cellsOf(doc);
    if (label === "HTML") {
      const run = () => rendering.toHtml(doc, { lang: "zh-Hans" });
      return { operations: 1, pass: () => run().length, answers: () => found(expected, htmlCells(run())) };
    }
    if (label === "Markdown") {
      const run = () => rendering.toMarkdown(doc);
      return { operations: 1, pass: () => run().length, answers: () => found(expected, markdownCells(run())) };
    }
    const run = () => toDocx(doc, { lang: "zh-Hans" });
    return { operations: 1, pass: () => run().length, answers: async () => found(expected, await wordCells(run())) };
  },
};

const docx = {
  async prepare(label) {
    if (label !== "Word") return null;
    const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } = await import("docx");
    const doc = document();
    const said = (cell) => (typeof cell === "string" ? cell : cell.text);
    const paragraph = (text) => new Paragraph(text);
    const table = (block) =>
      new Table({
        rows: rowsOf(block).map(
          (row, at) =>
            new TableRow({
              tableHeader: at === 0,
              children: row.map((cell) => new TableCell({ children: said(cell).split("\n").map(paragraph) })),
            }),
        ),
      });
    const written = (block) => {
      switch (block.type) {
        case "heading":
          return [new Paragraph({ text: block.text, heading: HeadingLevel[`HEADING_${block.level}`] })];
        case "paragraph":
          return [paragraph(block.text)];
        case "table":
          return [table(block)];
        case "list":
          return block.items.map(paragraph);
        case "pairs":
          return block.items.map(({ name, value }) => paragraph(`${name}: ${said(value)}`));
        case "note":
          return [block.title, ...block.texts].map(paragraph);
        case "columns":
          return block.columns.flat().flatMap(written);
        case "signatures":
          return block.lines.map(paragraph);
        case "figure":
          return [paragraph(block.title)];
        default:
          return [];
      }
    };
    const run = () => Packer.toBuffer(new Document({ sections: [{ children: doc.blocks.flatMap(written) }] }));
    return {
      operations: 1,
      pass: async () => (await run()).length,
      answers: async () => found(cellsOf(doc), await wordCells(await run())),
    };
  },
};

export const implementations = { "relationship-banking": ours, docx };
