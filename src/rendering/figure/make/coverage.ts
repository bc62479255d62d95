import {
  listOf,
  oneOf,
  optional,
  orNull,
  readFlag,
  readText,
  recordOf,
  refuse,
  rowOf,
  shapeOf,
} from "../../../core/inner.ts";
import type { Money } from "../../../money/index.ts";
import { WHITE_SPACE_STATES, type WhiteSpaceCell, type WhiteSpaceState } from "../../../strategy-plan/index.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { decimalText, percentText, validMoney } from "../../plan/figure-text.ts";
import { amountsIn, DISPLAY_UNITS, type Amounts, type DisplayUnit } from "../../plan/unit.ts";
import { countText } from "../../cells.ts";
import { firstShown, readString } from "../../text.ts";
import type { FigureBlock, FigureTone, HeatCell, HeatMapFigure } from "../types.ts";
import { namedBy } from "../../phrases.ts";
import { gridWordsOf, readGridLabels, type GridFigureLabels, type GridWords } from "./grid-words.ts";
import { legendOf } from "./legend.ts";

/** How the figure of a coverage is made. */
export interface CoverageFigureOptions {
  /** Words of the language the figure is written in, such as `zhHans`. */
  readonly labels: GridFigureLabels;
  /** What other banks are called, by their ids in section 5; any other is written by its id. */
  readonly institutions?: Readonly<Record<string, string>>;
  /** The unit estimates are written in; default `one`, with all digits. */
  readonly unit?: DisplayUnit;
}

type Cell = Pick<WhiteSpaceCell, "product" | "name" | "state" | "suppliedElsewhere" | "suppliers" | "openActions"> & {
  readonly needs: readonly unknown[];
  readonly estimate: { readonly amount: Money } | null;
  readonly peers: { readonly rate: string | null } | null;
};

/** What one client has from the bank, with the name of the client. */
export interface NamedWhiteSpace {
  readonly name: string;
  readonly whiteSpace: ShownWhiteSpace;
}

/** What is shown of a white space. */
export interface ShownWhiteSpace {
  readonly cells: readonly Cell[];
}

const readMembers = listOf(
  shapeOf<NamedWhiteSpace>({
    name: readString,
    whiteSpace: rowOf<ShownWhiteSpace>({
      cells: listOf(
        rowOf<Cell>({
          product: readText,
          name: orNull(readString),
          state: oneOf(WHITE_SPACE_STATES),
          suppliedElsewhere: readFlag,
          suppliers: listOf(readText),
          needs: listOf((need) => need),
          openActions: listOf(readText),
          estimate: orNull(rowOf<{ readonly amount: Money }>({ amount: validMoney })),
          peers: orNull(rowOf<NonNullable<Cell["peers"]>>({ rate: orNull(decimalText) })),
        }),
      ),
    }),
  }),
  1,
);

const readOptions = shapeOf<CoverageFigureOptions>({
  labels: readGridLabels,
  institutions: optional(recordOf(readString)),
  unit: optional(oneOf(DISPLAY_UNITS)),
});

const TONES: Readonly<Record<WhiteSpaceState, FigureTone>> = {
  "in-use": "solid",
  stopped: "estimated",
  "supplied-elsewhere": "other",
  unmet: "warning",
  unknown: "open",
  "not-asked": "open",
  "not-needed": "empty",
};

/**
 * Which products of the bank a client uses, gets elsewhere, needs or was never asked about (产品覆盖图).
 *
 * For one client each product has what a manager needs for the next talk beside it: which other banks supply it, how many
 * needs of section 3 it would serve, how many open actions offer it, what the gap may be worth, and how many of the peers
 * use it, where there are peers. For several, such as the members of a group, there is a column for each, and a cell has
 * the number of open actions in it.
 *
 * @param members - one client, or several with the same products in the same order, at least one: name and what
 *   `whiteSpace` of strategy-plan returned
 * @param options - words, names of other banks, and the unit of estimates
 * @returns a figure of kind `heat-map`
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for what is not a white space, and for members of different products; the checks of
 *   `core` and `money`
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { whiteSpace } from "relationship-banking/strategy-plan";
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   services: [{ id: "s1", service: "Loans", product: "LOAN", needed: "yes", adopted: { answer: "yes" } }] } as const;
 * const space = whiteSpace(plan, [{ id: "LOAN", name: "Loans" }, { id: "FX", name: "Forwards" }]);
 * const { figure } = coverageFigure([{ name: "Sample Ltd", whiteSpace: space }], { labels: en });
 * figure.kind === "heat-map" && figure.rows.map((row) => [row.label, row.cells[0]?.text]) // => [["Loans", "In use with us"], ["Forwards", "Not asked yet"]]
 * @since 0.1.0
 */
export function coverageFigure(members: readonly NamedWhiteSpace[], options: CoverageFigureOptions): FigureBlock {
  const code: RenderingErrorCode = "rendering/invalid-report";
  const read = readMembers(members, ["members"], code);
  const {
    labels,
    institutions,
    unit = "one",
  } = readOptions(options, ["options"], "rendering/invalid-option" satisfies RenderingErrorCode);
  const words = gridWordsOf(labels);
  const products = read[0]?.whiteSpace.cells ?? [];
  for (const [at, { whiteSpace }] of read.entries()) {
    const path = ["members", at, "whiteSpace", "cells"];
    const { cells } = whiteSpace;
    const differs = cells.findIndex(({ product }, row) => product !== products[row]?.product);
    if (differs >= 0) refuse(code, [...path, differs, "product"], "not the product of the first member", {});
    if (cells.length !== products.length) refuse(code, path, "not the products of the first member", {});
  }
  const isOne = read.length === 1;
  const currency = products.find(({ estimate }) => estimate !== null)?.estimate?.amount.currency ?? null;
  const amounts =
    currency === null
      ? null
      : amountsIn(currency, unit, {
          unit: (of) => labels[`displayUnit.${of}`],
          form: (form) => labels[`moneyForm.${form}`],
          head: labels["planDocument.head"],
        });
  const columns = isOne ? oneColumns(products, words, namedBy(institutions), amounts) : memberColumns(read, words);
  const figure: HeatMapFigure = {
    kind: "heat-map",
    rowHeader: words.word("product"),
    columns: columns.map(({ header }) => header),
    rows: products.map(({ product, name }, row) => ({
      label: firstShown(name) ?? product,
      cells: columns.map(({ cells }) => cells[row] ?? { tone: "empty", text: "" }),
    })),
    legend: legendOf(
      WHITE_SPACE_STATES,
      read.flatMap(({ whiteSpace }) => whiteSpace.cells.map(({ state }) => state)),
      TONES,
      (state) => `${state === "unknown" ? "? " : ""}${labels[`whiteSpaceState.${state}`]}`,
    ),
  };
  return {
    type: "figure",
    title: isOne ? words.joined([words.word("coverage"), read[0]?.name]) : words.word("coverage-group"),
    description: words.word(isOne ? "coverage-text" : "coverage-group-text"),
    figure,
  };
}

interface HeatColumn {
  readonly header: string;
  readonly cells: readonly HeatCell[];
}

/** Where one client stands, and what a manager asks next. */
function oneColumns(
  products: readonly Cell[],
  words: GridWords,
  bank: (id: string) => string,
  amounts: Amounts | null,
): readonly HeatColumn[] {
  const { shared, word, list } = words;
  const column = (header: string, open: string, textOf: (cell: Cell) => string | null): HeatColumn => ({
    header,
    cells: products.map((cell) => {
      const text = textOf(cell);
      return { tone: "empty", ...(text === null ? { text: open } : { text, mark: text }) };
    }),
  });
  const countOf = (rows: readonly unknown[]): string | null => (rows.length === 0 ? null : countText(rows.length));
  const banksOf = ({ suppliers, suppliedElsewhere }: Cell): string | null => {
    if (suppliers.length > 0) return list(suppliers.map(bank));
    return suppliedElsewhere ? word("also-elsewhere") : null;
  };
  const [none, missing] = [shared("none"), shared("no-data")];
  const worth = (of: Amounts): HeatColumn =>
    column(of.head(word("may-be-worth")), missing, ({ estimate }) => estimate && of.figure(estimate.amount));
  const peers = column(word("peers"), missing, ({ peers: of }) => (of?.rate ? percentText(of.rate) : null));
  return [
    { header: word("standing"), cells: products.map(({ state }) => stateCell(state, words)) },
    column(word("other-banks"), none, banksOf),
    column(word("needs"), none, ({ needs }) => countOf(needs)),
    column(word("open-actions"), none, ({ openActions }) => countOf(openActions)),
    ...(amounts === null ? [] : [worth(amounts)]),
    ...(products.some((cell) => cell.peers !== null) ? [peers] : []),
  ];
}

/** Each member with its standing, and how many open actions offer the product. */
function memberColumns(members: readonly NamedWhiteSpace[], words: GridWords): readonly HeatColumn[] {
  return members.map(({ name, whiteSpace }) => ({
    header: name,
    cells: whiteSpace.cells.map(({ state, openActions }): HeatCell => {
      const cell = stateCell(state, words);
      const count = countText(openActions.length);
      if (openActions.length === 0) return cell;
      return { ...cell, text: words.joined([cell.text, words.named(words.word("open-actions"), count)]), mark: count };
    }),
  }));
}

/** A state as a tone; of the two that nobody knows, the one that was asked has a mark. */
const stateCell = (state: WhiteSpaceState, { labels }: GridWords): HeatCell => ({
  tone: TONES[state],
  text: labels[`whiteSpaceState.${state}`],
  ...(state === "unknown" ? { mark: "?" } : {}),
});
