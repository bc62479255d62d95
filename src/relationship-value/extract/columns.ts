import type { Issue } from "../../core/index.ts";
import {
  listOf,
  nearNames,
  oneOf,
  optional,
  orNull,
  readAnyText,
  readFlag,
  readText,
  recordOf,
  refuse,
  shapeOf,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { Period } from "../../calendar/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { bookedItems, incomeBases, type BookedItem, type IncomeBasis } from "../items.ts";
import { OPTION, readCurrency, readId, readPeriodIn } from "../reading.ts";
import { AMOUNT_NOTATIONS, type AmountNotation } from "./cells.ts";
import type { ExtractErrorDetails, ExtractProblem } from "./reasons.ts";

/**
 * The columns of income lines, in the order they are written in. `to` is the day after the last one; an extract that
 * has the last day itself has it under `lastDay`.
 */
export const LINE_COLUMNS = [
  "id",
  "client",
  "product",
  "item",
  "period",
  "from",
  "to",
  "lastDay",
  "amount",
  "currency",
  "basis",
  "source",
  "voluntary",
  "unrelatedToCredit",
  "approvedBy",
  "approvedOn",
] as const;

/** A column of income lines: the members of a line, of its amount, of a period given by its days, of its clearance. */
export type LineColumn = (typeof LINE_COLUMNS)[number];

/** What an extract calls columns, by our name for each; null where it has no such column. */
export type LineNames = Readonly<Partial<Record<LineColumn, string | null>>>;

/** What is the same in every row of an extract and has no column there. */
export interface LineConstants {
  readonly client?: string;
  readonly product?: string;
  readonly item?: BookedItem;
  /** Instead of `period`, `from`, `to` and `lastDay`. */
  readonly period?: Period;
  readonly currency?: string;
  readonly basis?: IncomeBasis;
  readonly source?: string;
}

/** The extract’s own words, and what they stand for here. */
export interface LineWords {
  readonly item?: Readonly<Record<string, BookedItem>>;
  readonly basis?: Readonly<Record<string, IncomeBasis>>;
  /** For `voluntary` and `unrelatedToCredit`; `true` and `false` are read as they are. */
  readonly flag?: Readonly<Record<string, boolean>>;
}

/** How an extract is read. */
export interface ReadLinesOptions {
  /** The first record, where rows are lists of cells; left out where they are objects by column name. */
  readonly header?: readonly string[];
  /**
   * What the extract calls a column, by our name for it; two may be read off one column. A column that is not named here
   * has our name; null says that the extract has no such column, whatever its others are called.
   */
  readonly columns?: LineNames;
  readonly constants?: LineConstants;
  readonly words?: LineWords;
  /** How amounts are written; default `1234.56`. */
  readonly amounts?: AmountNotation;
}

const readOwnNames = /* @__PURE__ */ shapeOf<Partial<Record<LineColumn, string | null>>>(
  /* @__PURE__ */ Object.fromEntries(
    /* @__PURE__ */ LINE_COLUMNS.map((column) => [column, optional(orNull(readText))]),
  ) as unknown as Members<Partial<Record<LineColumn, string | null>>>,
);

/** The options of an extract; what contradicts itself in them is looked at with the header. */
export const readExtractOptions: Reader<ReadLinesOptions> = shapeOf<ReadLinesOptions>({
  header: optional(listOf(readAnyText, 1)),
  columns: optional(readOwnNames),
  constants: optional(
    shapeOf<LineConstants>({
      client: optional(readId),
      product: optional(readAnyText),
      item: optional(oneOf(bookedItems)),
      period: optional(readPeriodIn),
      currency: optional(readCurrency),
      basis: optional(oneOf(incomeBases)),
      source: optional(readAnyText),
    }),
  ),
  words: optional(
    shapeOf<LineWords>({
      item: optional(recordOf(oneOf(bookedItems))),
      basis: optional(recordOf(oneOf(incomeBases))),
      flag: optional(recordOf(readFlag)),
    }),
  ),
  amounts: optional(oneOf(AMOUNT_NOTATIONS)),
});

const EXTRACT = "relationship-value/invalid-extract" satisfies RelationshipValueErrorCode;

/** The issue of a table or a row that cannot be read. */
export function extractIssue(
  reason: ExtractProblem,
  path: Issue["path"],
  details: Omit<ExtractErrorDetails["relationship-value/invalid-extract"], "reason"> = {},
): Issue {
  return { code: EXTRACT, path, details: { reason, ...details } };
}

/** The columns a constant stands for. */
const CONSTANT_COLUMNS: Readonly<Record<keyof LineConstants, readonly LineColumn[]>> = {
  client: ["client"],
  product: ["product"],
  item: ["item"],
  period: ["period", "from", "to", "lastDay"],
  currency: ["currency"],
  basis: ["basis"],
  source: ["source"],
};

/** Columns without which no line can be made. */
const NEEDED: readonly LineColumn[] = ["id", "client", "product", "item", "amount", "currency", "basis"];

/** What is looked for in a header, once per call. */
export interface ColumnNames {
  /** What the extract calls each column; null where it has none. */
  readonly names: Readonly<Record<LineColumn, string | null>>;
  /** Columns that have a constant, and therefore must not be there. */
  readonly constant: ReadonlySet<LineColumn>;
}

/**
 * The names to look for.
 *
 * @throws `relationship-value/invalid-option` for a column that has a name and a constant
 */
export function columnNames({ columns = {}, constants = {} }: ReadLinesOptions): ColumnNames {
  const constant = new Set(
    Object.entries(CONSTANT_COLUMNS).flatMap(([name, stands]) =>
      constants[name as keyof LineConstants] === undefined ? [] : stands,
    ),
  );
  for (const column of constant) {
    if (typeof columns[column] !== "string") continue;
    refuse(OPTION, ["columns", column], "has a constant too", { reason: "column-and-constant" });
  }
  const names = Object.fromEntries(
    LINE_COLUMNS.map((column) => [column, columns[column] === undefined ? column : columns[column]]),
  ) as Record<LineColumn, string | null>;
  return { names, constant };
}

/** Where each column of a header is; -1 where it is not. */
export type ColumnPlaces = Readonly<Record<LineColumn, number>>;

/** A byte order mark, which some parsers leave on the first name. */
const withoutMark = (name: string, place: number): string =>
  place === 0 && name.startsWith("\uFEFF") ? name.slice(1) : name;

/** The columns of a header, or what is wrong with it; the path of an issue is the column. */
export function placesIn(header: readonly string[], { names, constant }: ColumnNames): ColumnPlaces | Issue {
  const given = header.map(withoutMark);
  const places = Object.fromEntries(
    LINE_COLUMNS.map((column) => [column, names[column] === null ? -1 : given.indexOf(names[column])]),
  ) as Record<LineColumn, number>;
  for (const column of LINE_COLUMNS) {
    const name = names[column];
    if (name === null || places[column] < 0) continue;
    if (constant.has(column)) return extractIssue("column-and-constant", [name]);
    if (given.lastIndexOf(name) > places[column]) return extractIssue("column-twice", [name]);
  }
  const known = new Set(LINE_COLUMNS.flatMap((column) => names[column] ?? []));
  const missing = [...known].filter((name) => !given.includes(name));
  for (const name of given) {
    if (known.has(name)) continue;
    const [didYouMean] = nearNames(name, missing);
    if (didYouMean !== undefined) return extractIssue("unknown-column", [name], { known: [...known], didYouMean });
  }
  const lacks = (column: LineColumn): boolean => places[column] < 0 && !constant.has(column);
  const hasDays = !lacks("from") && !(lacks("to") && lacks("lastDay"));
  const absent = NEEDED.find(lacks) ?? (lacks("period") && !hasDays ? "period" : undefined);
  return absent === undefined ? places : extractIssue("missing-column", [names[absent] ?? absent], { known: given });
}
