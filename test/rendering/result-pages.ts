import { expect } from "vitest";

import { en, exampleCards as enCards } from "../../src/labels/en.ts";
import { exampleCards as hansCards, zhHans } from "../../src/labels/zh-Hans.ts";
import { exampleCards as hantCards, zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { toMarkdown, type Block, type BlockDocument, type Cell, type TableBlock } from "../../src/rendering/index.ts";

/** The three languages, each with the words of the example cards. */
export const languages = [
  ["zh-Hans", { ...zhHans, ...hansCards }],
  ["zh-Hant-HK", { ...zhHantHK, ...hantCards }],
  ["en", { ...en, ...enCards }],
] as const;

/** English, with the words of the example cards. */
export const words = { ...en, ...enCards };

/** The words without one of them. */
export const without = (key: string): object =>
  Object.fromEntries(Object.entries(words).filter(([own]) => own !== key));

/** Every block of a document, those in columns too. */
export const blocksOf = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.type === "columns" ? block.columns.flatMap(blocksOf) : [block]));

export const textOf = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);

/** The table of a caption, as texts. */
export function tableOf(document: BlockDocument, caption: string): readonly (readonly string[])[] {
  const table = blocksOf(document.blocks).find(
    (block): block is TableBlock => block.type === "table" && block.caption === caption,
  );
  if (table === undefined) return expect.unreachable(`no table ${caption}`);
  return [...table.rows, ...(table.footer === undefined ? [] : [table.footer])].map((row) => row.map(textOf));
}

/** The values of the tiles. */
export const tilesOf = (document: BlockDocument): readonly string[] =>
  document.blocks.flatMap((block) =>
    block.type === "pairs" && block.display === "tiles" ? block.items.map(({ value }) => textOf(value)) : [],
  );

/** A page in words people read: no ISO date, and in Chinese no word of Latin letters but those that came in. */
export function expectReadable(document: BlockDocument, tag: string, cameIn: readonly string[]): void {
  let text = toMarkdown(document).replaceAll(/\\|<br>|&\w+;|\*/g, "");
  expect(text).not.toMatch(/\d{4}-\d\d-\d\d|undefined|\[object|NaN|\bnull\b/);
  if (tag === "en") return;
  for (const id of cameIn) text = text.replaceAll(id, "");
  expect(text.match(/[A-Za-z]{3,}/g) ?? []).toStrictEqual([]);
}
