import type { Block, ColumnsBlock, HeadingBlock } from "../blocks.ts";
import { figureTable } from "../figure/table.ts";
import { LANDSCAPE, PORTRAIT, sectionXml, type Page } from "./pages.ts";
import type { ParagraphStyle } from "./styles.ts";
import { cellXml, figuresXml, noteXml, pairsXml, signaturesXml, tableXml } from "./tables.ts";
import { gap, paragraph, run } from "./xml.ts";

/** Number of the list of points, which all lists without order share. */
export const POINTS = 1;

/**
 * Most columns of a table on an upright page: with more, at the size of its letters, amounts and Chinese words of four
 * signs no longer have room side by side. A wider table is put on a page on its side.
 */
const MAX_UPRIGHT_COLUMNS = 7;

/** Least width of a column of blocks, in twentieths of a point (8 cm): with less they come one after the other. */
const LEAST_COLUMN = 4500;

/** Numbers given out to lists with an order, each of which begins at 1. */
export interface Lists {
  last: number;
}

const isWide = (block: Block): boolean => {
  if (block.type === "figure") return figureTable(block).columns.length > MAX_UPRIGHT_COLUMNS;
  return block.type === "table" && block.columns.length > MAX_UPRIGHT_COLUMNS;
};

/** Whether a block can stand in a cell: what needs a page does not. */
const isNarrow = (block: Block): boolean =>
  block.type === "columns"
    ? block.columns.every((blocks) => blocks.every(isNarrow))
    : block.type !== "page-break" && !isWide(block);

const isSideBySide = (block: ColumnsBlock, width: number): boolean =>
  block.columns.length > 1 && width / block.columns.length >= LEAST_COLUMN && isNarrow(block);

/** The blocks as they follow each other: columns that have no room side by side one after the other. */
const inOrder = (blocks: readonly Block[], width: number): readonly Block[] =>
  blocks.flatMap((block) =>
    block.type === "columns" && !isSideBySide(block, width)
      ? block.columns.flatMap((inner) => inOrder(inner, width))
      : [block],
  );

/** Blocks on pages of one kind. */
interface Section {
  readonly page: Page;
  readonly blocks: Block[];
}

/** The pages of a document: a wide table is on its own, together with the headings right above it. */
function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: Section[] = [];
  let held: Block[] = [];
  for (const block of inOrder(blocks, PORTRAIT.width)) {
    held.push(block);
    if (block.type === "heading" || block.type === "page-break") continue;
    const page = isWide(block) ? LANDSCAPE : PORTRAIT;
    const last = sections.at(-1);
    if (last?.page === page) for (const one of held) last.blocks.push(one);
    else {
      // another kind of page is a new page by itself
      const broken = last === undefined ? -1 : held.map(({ type }) => type).lastIndexOf("page-break");
      for (const one of held.slice(0, Math.max(broken, 0))) last?.blocks.push(one);
      sections.push({ page, blocks: held.slice(broken + 1) });
    }
    held = [];
  }
  const last = sections.at(-1);
  if (last === undefined) return [{ page: PORTRAIT, blocks: held }];
  for (const one of held) last.blocks.push(one);
  return sections;
}

/** All pages of a document. */
export function bodyXml(blocks: readonly Block[], lists: Lists): string {
  const sections = sectionsOf(blocks);
  return sections
    .map(({ page, blocks: inside }, at) => {
      const end = sectionXml(page);
      return blocksXml(inside, page.width, lists) + (at === sections.length - 1 ? end : gap(end));
    })
    .join("");
}

const HEADINGS: Readonly<Record<HeadingBlock["level"], ParagraphStyle>> = {
  1: "Heading1",
  2: "Heading2",
  3: "Heading3",
  4: "Heading4",
};

const blocksXml = (blocks: readonly Block[], width: number, lists: Lists): string =>
  blocks.map((block) => blockXml(block, width, lists)).join("");

function blockXml(block: Block, width: number, lists: Lists): string {
  switch (block.type) {
    case "heading":
      return paragraph(HEADINGS[block.level], run(block.text), { keepNext: true });
    case "paragraph":
      return paragraph(
        width < PORTRAIT.width ? "TableText" : "Normal",
        run(block.text, block.emphasis === "muted" ? "Muted" : undefined),
      );
    case "table":
      return figuresXml(block, width, isWide(block));
    case "list": {
      if (block.ordered) lists.last += 1;
      const list = block.ordered ? lists.last : POINTS;
      const style = width < PORTRAIT.width ? "TableList" : "ListParagraph";
      return block.items.map((item) => paragraph(style, run(item), { list })).join("");
    }
    case "pairs":
      return pairsXml(block, width);
    case "note":
      return noteXml(block, width, POINTS);
    case "figure":
      return figuresXml(figureTable(block), width, isWide(block), block.description);
    case "columns":
      return columnsXml(block, width, lists);
    case "signatures":
      return signaturesXml(block, width);
    case "page-break":
      return gap("<w:pageBreakBefore/>");
  }
}

/** Space between columns side by side. */
const BETWEEN = 340;

/** Columns side by side: one row without lines, which is read cell by cell. */
function columnsXml({ columns }: ColumnsBlock, width: number, lists: Lists): string {
  const each = Math.floor(width / columns.length);
  const cells = columns.map((blocks, at) => {
    const space = at === columns.length - 1 ? 0 : BETWEEN;
    const margin = `<w:tcMar><w:right w:w="${String(space)}" w:type="dxa"/></w:tcMar>`;
    // what is written of blocks may be nothing, and a cell needs a paragraph
    const content = blocksXml(inOrder(blocks, each - space), each - space, lists);
    return cellXml(each, content === "" ? gap() : content, margin);
  });
  return tableXml(
    "Layout",
    columns.map(() => each),
    [`<w:tr>${cells.join("")}</w:tr>`],
  );
}
