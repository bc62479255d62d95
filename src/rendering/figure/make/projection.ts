import { exactAmountsIn } from "../../plan/unit.ts";
import { toDayNumber, type LocalDate, type Path } from "../../../core/index.ts";
import { oneOf, optional, orNull, readDate, listOf, readText, refuse, rowOf, shapeOf } from "../../../core/inner.ts";
import { minorIn } from "../../../money/inner.ts";
import type { Money } from "../../../money/index.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { lengthOf, validMoney } from "../../plan/figure-text.ts";
import { readString } from "../../text.ts";
import { FIGURE_TONES, type FigureBlock, type FigureTone, type NumberTick } from "../types.ts";
import { lineWordsOf, readLineLabels, type LineFigureLabels } from "./line-words.ts";
import { amountTicks } from "./ticks.ts";

/** One place of a projection: a day, or anything else by its name, such as a year of age. */
export interface ProjectionRow {
  /** Places with days stand as far from each other as these; without, at equal distances. Each row has one, or none has. */
  readonly on?: LocalDate;
  /** What the place is called; default the day in words, without which it has to be given. */
  readonly label?: string;
  /** Null where there is none. */
  readonly amount: Money | null;
  /** The least and the greatest it may be: both, or neither. */
  readonly low?: Money;
  readonly high?: Money;
}

/** How the figure of a projection is made. */
export interface ProjectionFigureOptions {
  /** Words of the language the figure is written in, such as `zhHans`. */
  readonly labels: LineFigureLabels;
  /** What is projected, such as the balance of a loan. */
  readonly title: string;
  /** What the figure shows, for readers who cannot see it. */
  readonly description: string;
  /** What the places are, such as the years of age. */
  readonly placeHeader: string;
  /** What the line is called. */
  readonly amountHeader: string;
  readonly currency: string;
  /** How the line is drawn; default `estimated`, for what is contracted `solid`. */
  readonly tone?: FigureTone;
}

const readRows = listOf(
  rowOf<ProjectionRow>({
    on: optional(readDate),
    label: optional(readString),
    amount: orNull<Money>(validMoney),
    low: optional(validMoney),
    high: optional(validMoney),
  }),
);

const readOptions = shapeOf<ProjectionFigureOptions>({
  labels: readLineLabels,
  title: readString,
  description: readString,
  placeHeader: readString,
  amountHeader: readString,
  currency: readText,
  tone: optional(oneOf(FIGURE_TONES)),
});

const CODE: RenderingErrorCode = "rendering/invalid-report";

/**
 * Amounts through time as a line, with a band from the least to the greatest they may be: a cash flow, the balance of a
 * loan, savings until retirement (现金流与预测图).
 *
 * @param rows - places in their order, each with its amount
 * @param options - words, what is shown, and in which currency
 * @returns a figure of kind `lines`; amounts are written with all their digits, those of the axis are short
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for a row that cannot be read, a day that is not after the one before, a day in some
 *   rows only, a place without a name, a least amount without a greatest, or above it; `money/currency-mismatch` for an
 *   amount in another currency; the checks of `core` and `money`
 * @example
 * import { en } from "relationship-banking/labels/en";
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const rows = [{ on: "2026-12-31", amount: cny("1000.00") }, { on: "2027-12-31", amount: cny("900.00"), low: cny("800.00"), high: cny("950.00") }];
 * const { figure } = projectionFigure(rows, { labels: en, title: "Balance", description: "Balance by year", placeHeader: "Day", amountHeader: "Balance", currency: "CNY" });
 * figure.kind === "lines" && figure.series[0]?.texts // => ["1,000.00", "900.00"]
 * figure.kind === "lines" && figure.bands[0]?.values // => [null, [800, 950]]
 * @since 0.1.0
 */
export function projectionFigure(rows: readonly ProjectionRow[], options: ProjectionFigureOptions): FigureBlock {
  const optionCode: RenderingErrorCode = "rendering/invalid-option";
  const {
    labels,
    title,
    description,
    placeHeader,
    amountHeader,
    currency,
    tone = "estimated",
  } = readOptions(options, ["options"], optionCode);
  readRows(rows, ["rows"], CODE);
  const words = lineWordsOf(labels);
  const amounts = exactAmountsIn(currency, labels);
  const places = rows.map((row, at) => placeOf(row, at, rows, words.date));
  const pairs = rows.map((row, at) => pairOf(row, ["rows", at], currency));
  const values = rows.map(({ amount }, at) => {
    if (amount !== null) minorIn(currency, amount, ["rows", at, "amount"]);
    return amount && lengthOf(amount);
  });
  const lengths = pairs.map((pair) => pair && ([lengthOf(pair[0]), lengthOf(pair[1])] as const));
  const missing = labels["planDocument.no-data"];
  const band = {
    label: amounts.head(words.word("range")),
    tone,
    values: lengths,
    texts: pairs.map((pair) => (pair === null ? missing : pair.map(amounts.figure).join(" – "))),
  };
  return {
    type: "figure",
    title,
    description,
    figure: {
      kind: "lines",
      x: { title: placeHeader, ticks: everyFew(places) },
      y: {
        title: amounts.head(amountHeader),
        ticks: amountTicks(
          [...values, ...lengths.flat()].filter((length) => length !== null),
          words,
        ),
      },
      places,
      series: [
        {
          label: amounts.head(amountHeader),
          tone,
          values,
          texts: rows.map(({ amount }) => (amount === null ? missing : amounts.figure(amount))),
        },
      ],
      bands: lengths.some((pair) => pair !== null) ? [band] : [],
      marks: [],
    },
  };
}

function placeOf(
  { on, label }: ProjectionRow,
  at: number,
  rows: readonly ProjectionRow[],
  date: (day: LocalDate) => string,
): NumberTick {
  const path = ["rows", at];
  const before = rows[at - 1];
  if (before !== undefined && (before.on === undefined) !== (on === undefined)) {
    refuse(CODE, [...path, "on"], "a day in some rows only", {});
  }
  if (on === undefined) {
    return { at, label: label ?? refuse(CODE, [...path, "label"], "neither a day nor a name", {}) };
  }
  if (before?.on !== undefined && toDayNumber(on) <= toDayNumber(before.on)) {
    refuse(CODE, [...path, "on"], "not after the day before", { received: on });
  }
  return { at: toDayNumber(on), label: label ?? date(on) };
}

/** The least and the greatest of a row, where it has them. */
function pairOf({ low, high }: ProjectionRow, path: Path, currency: string): readonly [Money, Money] | null {
  if (low === undefined && high === undefined) return null;
  if (low === undefined) return refuse(CODE, [...path, "low"], "a greatest amount without a least", {});
  if (high === undefined) return refuse(CODE, [...path, "high"], "a least amount without a greatest", {});
  if (minorIn(currency, high, [...path, "high"]) < minorIn(currency, low, [...path, "low"])) {
    refuse(CODE, [...path, "high"], "below the low", {});
  }
  return [low, high];
}

/** Most words of an axis of places. */
const MOST_TICKS = 5;

/** A few of the places at equal distances, from the first. */
function everyFew(places: readonly NumberTick[]): readonly NumberTick[] {
  const step = Math.max(1, Math.ceil((places.length - 1) / (MOST_TICKS - 1)));
  return places.filter((_, at) => at % step === 0);
}
