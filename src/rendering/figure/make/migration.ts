import { toDayNumber, type LocalDate } from "../../../core/index.ts";
import {
  listOf,
  optional,
  orNull,
  readDate,
  readText,
  recordOf,
  refuse,
  rowOf,
  shapeOf,
  wholeNumber,
} from "../../../core/inner.ts";
import type { Migration, MigrationCell } from "../../../customer-classification/index.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { countText } from "../../cells.ts";
import type { FigureBlock, FigureTone, FlowSide } from "../types.ts";
import { legendOf } from "./legend.ts";
import { labelOfId } from "./label-of-id.ts";
import { lineWordsOf, readLineLabels, type LineFigureLabels, type LineFigureWord } from "./line-words.ts";

/** How the figure of a migration is made. */
export interface MigrationFigureOptions {
  /** Words of the language the figure is written in, such as `zhHans`. */
  readonly labels: LineFigureLabels;
  /** The days of the two books, in order. */
  readonly days: { readonly before: LocalDate; readonly after: LocalDate };
  /** What classes are called, by id; those of the library have names of their own, any other is printed by its id. */
  readonly classNames?: Readonly<Record<string, string>>;
}

/** What is shown of a migration. */
export interface ShownMigration extends Pick<Migration, "ladder" | "classes"> {
  readonly cells: readonly Pick<MigrationCell, "from" | "to" | "count">[];
}

type End = keyof Pick<MigrationCell, "from" | "to">;

const textOrNull = orNull(readText);
const readMigration = rowOf<ShownMigration>({
  ladder: orNull(listOf(readText)),
  classes: listOf(readText),
  cells: listOf(
    rowOf<ShownMigration["cells"][number]>({
      from: textOrNull,
      to: textOrNull,
      count: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    }),
  ),
});

const readOptions = shapeOf<MigrationFigureOptions>({
  labels: readLineLabels,
  days: shapeOf<MigrationFigureOptions["days"]>({ before: readDate, after: readDate }),
  classNames: optional(recordOf(readText)),
});

/** The kinds of labels that classes and people without a class have, except for a record that was refused. */
const CLASS_KINDS = ["clientType", "tier", "classificationStatus"];

/** What became of the clients of a stream, in the order of the legend. */
const FATES = [
  "moved-up",
  "stayed",
  "moved-down",
  "moved-otherwise",
  "joined-or-left",
] as const satisfies readonly LineFigureWord[];

type Fate = (typeof FATES)[number];

const TONES: Readonly<Record<Fate, FigureTone>> = {
  "moved-up": "solid",
  stayed: "other",
  "moved-down": "warning",
  "moved-otherwise": "estimated",
  "joined-or-left": "open",
};

/**
 * Who went from which class into which between two days, as streams (客户迁徙图).
 *
 * The highest class of the ladder stands at the top. Streams up, down and within a class differ in tone; who joined comes
 * from a class of its own, and who left goes into one. Every count is one of the migration, over all reasons.
 *
 * @param migration - what `migrationMatrix` or `mergeMigrations` of customer-classification returned
 * @param options - words, the two days, and names of classes
 * @returns a figure of kind `flow`
 * @throws `rendering/invalid-option` for options that cannot be read, and for days that are not in order
 * @throws `rendering/invalid-report` for what is not a migration, for a cell of a class that is not among `classes`, and
 *   for one of clients who are in neither book
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { migrationMatrix } from "relationship-banking/customer-classification";
 * const migration = migrationMatrix([{ client: "A", class: "general" }], [{ client: "A", class: "core" }, { client: "B", class: "general" }], { ladder: ["general", "core"] });
 * const { figure } = migrationFigure(migration, { labels: en, days: { before: "2025-12-31", after: "2026-12-31" } });
 * figure.kind === "flow" && figure.from.labels // => ["Core priority customer", "General priority customer", "New clients"]
 * figure.kind === "flow" && figure.flows.map(({ from, to, text }) => [from, to, text]) // => [[1, 0, "1"], [2, 1, "1"]]
 * @since 0.1.0
 */
export function migrationFigure(migration: ShownMigration, options: MigrationFigureOptions): FigureBlock {
  const reportCode: RenderingErrorCode = "rendering/invalid-report";
  const optionCode: RenderingErrorCode = "rendering/invalid-option";
  const { ladder, classes, cells } = readMigration(migration, ["migration"], reportCode);
  const { labels, days, classNames = {} } = readOptions(options, ["options"], optionCode);
  const { word, date } = lineWordsOf(labels);
  const nameOf = (name: string): string =>
    labelOfId(name, classNames, labels, name === "refused" ? ["lineFigure"] : CLASS_KINDS);
  if (toDayNumber(days.after) < toDayNumber(days.before)) {
    refuse(optionCode, ["options", "days", "after"], "before the other day", { received: days.after });
  }
  // the ladder from its top, then other classes
  const ranks = [...new Set(ladder)].filter((name) => classes.includes(name)).reverse();
  const order = [...new Set([...ranks, ...classes])];
  const places = new Map<string | null, number>([...order, null].map((name, at) => [name, at]));
  const placeOf = (name: string | null, at: number, side: End): number =>
    places.get(name) ?? refuse(reportCode, ["migration", "cells", at, side], "not one of the classes", {});
  const counts = new Map<string, { readonly from: number; readonly to: number; count: number }>();
  for (const [at, { from, to, count }] of cells.entries()) {
    if (from === null && to === null) refuse(reportCode, ["migration", "cells", at], "of nobody in either book", {});
    const way = { from: placeOf(from, at, "from"), to: placeOf(to, at, "to") };
    const key = `${String(way.from)}-${String(way.to)}`;
    counts.set(key, { ...way, count: (counts.get(key)?.count ?? 0) + count });
  }
  const ways = [...counts.values()].filter(({ count }) => count > 0).sort((a, b) => a.from - b.from || a.to - b.to);
  const fateOf = ({ from, to }: { readonly from: number; readonly to: number }): Fate => {
    if (from === order.length || to === order.length) return "joined-or-left";
    if (from === to) return "stayed";
    if (from >= ranks.length || to >= ranks.length) return "moved-otherwise";
    return to < from ? "moved-up" : "moved-down";
  };
  const side = (end: End, others: LineFigureWord): FlowSide => {
    const names = [...order.map(nameOf), word(others)];
    const totals = names.map((_, at) => ways.reduce((sum, way) => sum + (way[end] === at ? way.count : 0), 0));
    const last = totals.at(-1) === 0 ? -1 : names.length;
    return {
      title: date(end === "from" ? days.before : days.after),
      labels: names.slice(0, last),
      totals: totals.slice(0, last).map(countText),
    };
  };
  return {
    type: "figure",
    title: word("migration"),
    description: word("migration-text"),
    figure: {
      kind: "flow",
      from: side("from", "joined"),
      to: side("to", "left"),
      header: word("client-count"),
      flows: ways.map((way) => ({
        from: way.from,
        to: way.to,
        value: way.count,
        tone: TONES[fateOf(way)],
        text: countText(way.count),
      })),
      legend: legendOf(FATES, ways.map(fateOf), TONES, word),
    },
  };
}
