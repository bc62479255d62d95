import { expect } from "vitest";

import { toHtml, toMarkdown, type Block, type BlockDocument, type Cell } from "../../src/rendering/index.ts";

/** The text of a cell. */
export const cellText = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);

/** The blocks of a document of one kind, those inside columns too. */
export function blocksOf<Type extends Block["type"]>(
  blocks: readonly Block[],
  type: Type,
): readonly Extract<Block, { type: Type }>[] {
  return blocks.flatMap((block) => [
    ...(block.type === type ? [block as Extract<Block, { type: Type }>] : []),
    ...(block.type === "columns" ? block.columns.flatMap((column) => blocksOf(column, type)) : []),
  ]);
}

/** The table whose caption begins with a text, as texts, its footer last. */
export function tableOf({ blocks }: BlockDocument, caption: string): readonly (readonly string[])[] {
  const found = blocksOf(blocks, "table").find((table) => table.caption.startsWith(caption));
  if (found === undefined) return expect.unreachable(`no table ${caption}`);
  return [...found.rows, ...(found.footer === undefined ? [] : [found.footer])].map((row) => row.map(cellText));
}

/** Names and values of a document. */
export const pairsOf = ({ blocks }: BlockDocument): ReadonlyMap<string, string> =>
  new Map(
    blocksOf(blocks, "pairs").flatMap(({ items }) => items.map(({ name, value }) => [name, cellText(value)] as const)),
  );

/** A page as people read it: written both ways, no ISO date, nothing that has no words; in Chinese no word but those given. */
export function expectReadable(doc: BlockDocument, lang: string, given: readonly string[]): void {
  const text = toMarkdown(doc);
  expect(toHtml(doc, { lang })).toContain(`<html lang="${lang}">`);
  expect(text).not.toMatch(/\d{4}-\d\d/);
  expect(text).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
  if (lang === "en") return;
  const left = given.reduce((rest, name) => rest.replaceAll(name, ""), text.replaceAll("<br>", " "));
  expect(left.match(/[A-Za-z]{3,}/g) ?? []).toStrictEqual([]);
}
