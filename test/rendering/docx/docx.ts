/** Word files read back by other people's programs: mammoth for what they say, saxes for whether they are XML. */
import mammoth from "mammoth";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { SaxesParser } from "saxes";

import { figureTable } from "../../../src/rendering/figure/table.ts";
import type { Block, BlockDocument, Cell } from "../../../src/rendering/index.ts";
import { cleanText } from "../../../src/rendering/text.ts";

/** The files of a store-only archive by name, found through its directory as any reader does. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error("no end record");
  const parts = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength));
    const start = view.getUint32(at + 42, true) + 30 + nameLength;
    parts.set(name, file.subarray(start, start + view.getUint32(at + 20, true)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** The tags of an XML text in order, with the names of their attributes; throws where it is not well formed. */
export function tagsOf(xml: string): readonly string[] {
  const tags: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => tags.push(`${name} ${Object.keys(attributes).join(" ")}`));
  parser.write(xml).close();
  return tags;
}

/** A text as a document may show it. */
export const shown = cleanText;

type Node = DefaultTreeAdapterTypes.ChildNode;

const SAID: readonly string[] = ["h1", "h2", "h3", "h4", "p", "li"];

function textOf(node: Node): string {
  if (node.nodeName === "br") return "\n";
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function saidIn(node: Node): readonly string[] {
  if (!("childNodes" in node)) return [];
  if (SAID.includes(node.nodeName)) return [`${node.nodeName} ${textOf(node)}`];
  const inside = node.childNodes.flatMap(saidIn);
  return node.nodeName === "td" || node.nodeName === "th" ? [node.nodeName, ...inside] : inside;
}

const isNotEmpty = (line: string): boolean => !SAID.some((tag) => line === `${tag} `);

/** What a Word file says, in the order it is read: headings, paragraphs, items and cells, empty paragraphs left out. */
export async function saidBy(file: Uint8Array): Promise<readonly string[]> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
  return parseFragment(value).childNodes.flatMap(saidIn).filter(isNotEmpty);
}

const p = (text: string): string => `p ${shown(text)}`;
const cell = (value: Cell): readonly string[] => ["td", p(typeof value === "string" ? value : value.text)];

/** What a block should say; `beside` is whether two columns have room side by side, each in a cell. */
function expectedOf(block: Block, beside: boolean): readonly string[] {
  switch (block.type) {
    case "heading":
      return [`h${String(block.level)} ${shown(block.text)}`];
    case "paragraph":
      return [p(block.text)];
    case "list":
      return block.items.map((item) => `li ${shown(item)}`);
    case "table":
      return [
        ...(block.quietCaption === true ? [] : [p(block.caption)]),
        ...block.columns.flatMap(({ header }) => ["th", p(header)]),
        ...[...block.rows, ...(block.footer === undefined ? [] : [block.footer])].flatMap((row) => row.flatMap(cell)),
      ];
    case "pairs":
      return block.items.flatMap(({ name, value, note }) => {
        const under = note === undefined ? [] : [p(note)];
        return block.display === "list"
          ? [...cell(name), ...cell(value), ...under]
          : [...cell(name), ...cell(value).slice(1), ...under];
      });
    case "note":
      return [...cell(block.title), ...block.texts.map((text) => `li ${shown(text)}`)];
    case "figure":
      return expectedOf(figureTable(block), beside);
    case "columns":
      return block.columns.flatMap((blocks) => [
        ...(beside && block.columns.length === 2 ? ["td"] : []),
        ...blocks.flatMap((inner) => expectedOf(inner, beside && block.columns.length !== 2)),
      ]);
    case "signatures":
      return [...(block.title === undefined ? [] : [p(block.title)]), ...block.lines.flatMap(cell)];
    case "page-break":
      return [];
  }
}

/** What a document should say. */
export const expectedBy = (doc: BlockDocument): readonly string[] =>
  doc.blocks.flatMap((block) => expectedOf(block, true)).filter(isNotEmpty);
