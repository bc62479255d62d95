import { quotientText } from "./decimal-arithmetic.ts";
import type { DecimalString } from "./decimal-string.ts";
import { DomainError } from "./errors.ts";
import { readInteger } from "./local-date.ts";
import { readAnyText, readFunction, readList } from "./reading.ts";
import { refuseKind, refuseValue } from "./refusal.ts";
import { listOf, optional, orNull, recordOf, rowOf, shapeOf, wholeNumber } from "./shape.ts";
import { compareTexts } from "./text-order.ts";

/** A share with the counts behind it, so that it can be checked and merged with another. */
export interface Rate {
  /** Number that has the property. */
  readonly n: number;
  /** Number it is a share of. */
  readonly of: number;
  /** `n / of`, rounded half-even; null when `of` is 0: a share of nothing has no value. */
  readonly rate: DecimalString | null;
}

/**
 * A share of counts.
 *
 * @param n - whole number from 0 up
 * @param of - whole number from 0 up; `n` may exceed it, as in complaints per outlet
 * @param digits - fraction digits of the rate, 0 to 12
 * @returns both counts, and their quotient rounded once, half-even; the rate is null when `of` is 0
 * @throws `core/invalid-integer` when a count or the number of digits is out of range
 * @see library convention: a rate never travels without its counts
 * @example
 * rateOf(1, 3) // => { n: 1, of: 3, rate: "0.3333" }
 * rateOf(0, 0) // => { n: 0, of: 0, rate: null }
 * rateOf(-1, 3) // throws core/invalid-integer
 * @since 0.1.0
 */
export function rateOf(n: number, of: number, digits = 4): Rate {
  readInteger(n, "n", 0);
  readInteger(of, "of", 0);
  readInteger(digits, "digits", 0, 12);
  return { n, of, rate: of === 0 ? null : quotientText(n, of, digits, "half-even") };
}

/** How many rows have one key. */
export interface TallyRow {
  /** Null counts the rows that have none. */
  readonly key: string | null;
  readonly count: number;
}

/** A count in its parts: the parts of a row add up to its count. */
export interface SplitRow<Part extends string = string> extends TallyRow {
  readonly parts: Readonly<Record<Part, number>>;
}

/** The rows of one dimension. */
export interface TallyDimension<Dimension extends string = string, Row extends TallyRow = TallyRow> {
  readonly dimension: Dimension;
  /** In order of key by code units, null last; they add up to the total. */
  readonly rows: readonly Row[];
}

/** Rows counted by one or more dimensions, each on its own. */
export interface Tally<Dimension extends string = string, Row extends TallyRow = TallyRow> {
  readonly total: number;
  /** In the order in which the dimensions were given. */
  readonly by: readonly TallyDimension<Dimension, Row>[];
}

/** The key of a row in a dimension; null when it has none. */
export type KeyOf<T> = (row: T) => string | null;

/** Dimensions by name. */
export type Dimensions<T, Dimension extends string> = Readonly<Record<Dimension, KeyOf<T>>>;

/** What the counts are divided into: the parts there are, and the part a row is in. */
export interface Split<T, Part extends string> {
  /** Every part there is. */
  readonly parts: readonly Part[];
  /** The part a row is in. */
  readonly of: (row: T) => Part;
}

const CODE = "core/invalid-tally";

/** Rows that can be counted; those of a list are read off it, holes included. */
function readRows<T>(rows: Iterable<T>): Iterable<T> {
  if (Array.isArray(rows)) return readList<T>(rows, ["rows"], CODE);
  const isIterable =
    typeof rows === "object" && typeof (rows as Partial<Iterable<T>> | null)?.[Symbol.iterator] === "function";
  return isIterable ? rows : refuseKind(CODE, ["rows"], "not a list of rows", rows);
}

const readSplit = /* @__PURE__ */ (() =>
  shapeOf<Split<never, string>>({ parts: listOf(readAnyText), of: readFunction }))();

interface Counting {
  count: number;
  readonly parts: Record<string, number>;
}

/** All parts at 0, in their order. */
function noParts(parts: readonly string[]): Record<string, number> {
  return Object.fromEntries(parts.map((part) => [part, 0]));
}

function partOf(parts: Readonly<Record<string, number>>, part: string, index: number): string {
  if (Object.hasOwn(parts, part)) return part;
  return refuseValue("core/unknown-part", ["rows", index], "in a part that is not in the list", part, {
    parts: Object.keys(parts),
  });
}

const rowsOf = (counts: ReadonlyMap<string | null, Counting>, isSplit: boolean): TallyRow[] =>
  [...counts]
    .map(([key, { count, parts }]) => (isSplit ? { key, count, parts } : { key, count }))
    .sort((a, b) => compareTexts(a.key, b.key));

/**
 * Rows counted by one or more dimensions, each of which adds up to the total.
 *
 * A row without a key is counted under null, so nothing is left out. With a `split`, the count of each key is also given
 * in parts, every part of the list with its number, 0 included. Dimensions are counted each on its own: ISO weeks, for
 * instance, do not add up to months, so count by both if you want both.
 *
 * @param rows - each once; read once
 * @param dimensions - by name, how to find the key of a row
 * @returns the total and the rows of each dimension
 * @throws `core/invalid-tally` when the rows are not a list, or a dimension or the split is not one
 * @example
 * const slips = [{ outlet: "B-1", status: "introduced" }, { outlet: "B-1", status: "to-follow-up" }, { outlet: null, status: "introduced" }] as const;
 * countBy(slips, { outlet: ({ outlet }) => outlet }) // => { total: 3, by: [{ dimension: "outlet", rows: [{ key: "B-1", count: 2 }, { key: null, count: 1 }] }] }
 * const split = { parts: ["introduced", "to-follow-up"], of: ({ status }: (typeof slips)[number]) => status } as const;
 * countBy(slips, { outlet: ({ outlet }) => outlet }, split).by[0]?.rows[0] // => { key: "B-1", count: 2, parts: { introduced: 1, "to-follow-up": 1 } }
 * @since 0.1.0
 */
export function countBy<T, Dimension extends string>(
  rows: Iterable<T>,
  dimensions: Dimensions<T, Dimension>,
): Tally<Dimension>;
/**
 * Rows counted by one or more dimensions, each count in its parts.
 *
 * @param rows - each once; read once
 * @param dimensions - by name, how to find the key of a row
 * @param split - the parts of each count: the list of them, and the part of a row
 * @returns the total and the rows of each dimension, with their parts
 * @throws `core/unknown-part` when a row is in a part that is not in the list
 * @throws `core/invalid-tally` when the rows are not a list, or a dimension or the split is not one
 */
export function countBy<T, Dimension extends string, Part extends string>(
  rows: Iterable<T>,
  dimensions: Dimensions<T, Dimension>,
  split: Split<T, Part>,
): Tally<Dimension, SplitRow<Part>>;
export function countBy<T>(rows: Iterable<T>, dimensions: Dimensions<T, string>, split?: Split<T, string>): Tally {
  recordOf<KeyOf<T>>(readFunction)(dimensions, ["dimensions"], CODE);
  if (split !== undefined) readSplit(split, ["split"], CODE);
  const counted = Object.entries(dimensions).map(([dimension, keyOf]) => ({
    dimension,
    keyOf,
    counts: new Map<string | null, Counting>(),
  }));
  const empty = noParts(split?.parts ?? []);
  let total = 0;
  for (const row of readRows(rows)) {
    const part = split === undefined ? null : partOf(empty, split.of(row), total);
    total++;
    for (const { keyOf, counts } of counted) {
      const key = keyOf(row) ?? null;
      let counting = counts.get(key);
      if (counting === undefined) {
        counting = { count: 0, parts: { ...empty } };
        counts.set(key, counting);
      }
      counting.count++;
      if (part !== null) counting.parts[part] = (counting.parts[part] ?? 0) + 1;
    }
  }
  return {
    total,
    by: counted.map(({ dimension, counts }) => ({ dimension, rows: rowsOf(counts, split !== undefined) })),
  };
}

/**
 * Rows with the same key added into one; keys in the order in which they first appear.
 *
 * The one way in which partial results are merged: counts, sums and rates by key.
 */
export function addRows<Row>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => string | number | null,
  add: (a: Row, b: Row) => Row,
): Row[] {
  const added = new Map<string | number | null, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = added.get(key);
    added.set(key, known === undefined ? row : add(known, row));
  }
  return [...added.values()];
}

/** Two rates of different rows as the rate of both, to four decimals. */
export function addRates(a: Rate, b: Rate): Rate {
  return rateOf(a.n + b.n, a.of + b.of);
}

function addParts(a: TallyRow, b: TallyRow): TallyRow {
  const { key } = a;
  const count = a.count + b.count;
  if (!("parts" in a) || !("parts" in b)) return { key, count };
  const [own, other] = [(a as SplitRow).parts, (b as SplitRow).parts];
  return {
    key,
    count,
    parts: Object.fromEntries(Object.entries(own).map(([part, n]) => [part, n + (other[part] ?? 0)])),
  } as SplitRow;
}

/** A whole number of rows. */
const readCount = /* @__PURE__ */ (() => wholeNumber(0, Number.MAX_SAFE_INTEGER))();

const readTally = /* @__PURE__ */ (() =>
  rowOf<Tally>({
    total: readCount,
    by: listOf(
      rowOf<TallyDimension>({
        dimension: readAnyText,
        rows: listOf(
          rowOf<TallyRow & Partial<SplitRow>>({
            key: orNull(readAnyText),
            count: readCount,
            parts: optional(recordOf(readCount)),
          }),
        ),
      }),
    ),
  }))();

/** Names of the dimensions, and of the parts where there are rows with parts. */
function namesIn({ by }: Tally): { readonly dimensions: readonly string[]; readonly parts: readonly string[] | null } {
  // every dimension adds up to the total, so that the first has rows if any has
  const row = by[0]?.rows[0];
  return {
    dimensions: by.map(({ dimension }) => dimension),
    parts: row === undefined ? null : "parts" in row ? Object.keys((row as SplitRow).parts) : [],
  };
}

/**
 * Merges the tallies of two parts of a book into that of the whole; the parts share no row.
 *
 * Associative and commutative; the tally of no rows by the same dimensions changes nothing.
 *
 * @param a - counted by the same dimensions in the same order, in the same parts
 * @param b - the other part
 * @returns the tally of both
 * @throws `core/tallies-differ` when dimensions or parts differ
 * @throws `core/invalid-tally` for what is not a tally, with the path to the place
 * @example
 * const byOutlet = { outlet: ({ outlet }: { readonly outlet: string }) => outlet };
 * mergeTallies(countBy([{ outlet: "B-1" }], byOutlet), countBy([{ outlet: "B-1" }], byOutlet)).by[0]?.rows // => [{ key: "B-1", count: 2 }]
 * @since 0.1.0
 */
export function mergeTallies<Dimension extends string, Row extends TallyRow>(
  a: Tally<Dimension, Row>,
  b: Tally<Dimension, Row>,
): Tally<Dimension, Row> {
  const [own, other] = [namesIn(readTally(a, ["a"], CODE)), namesIn(readTally(b, ["b"], CODE))];
  const isSame = (x: readonly string[], y: readonly string[]): boolean =>
    x.length === y.length && x.every((name, index) => name === y[index]);
  if (!isSame(own.dimensions, other.dimensions)) {
    throw new DomainError("core/tallies-differ", "b.by: counted by other dimensions than a", ["b", "by"], {
      a: own.dimensions,
      b: other.dimensions,
    });
  }
  if (own.parts !== null && other.parts !== null && !isSame(own.parts, other.parts)) {
    throw new DomainError("core/tallies-differ", "b.by: counted in other parts than a", ["b", "by"], {
      a: own.parts,
      b: other.parts,
    });
  }
  return {
    total: a.total + b.total,
    by: a.by.map(({ dimension, rows }, index) => ({
      dimension,
      rows: addRows<TallyRow>([...rows, ...(b.by[index]?.rows ?? [])], ({ key }) => key, addParts).sort((x, y) =>
        compareTexts(x.key, y.key),
      ) as Row[],
    })),
  };
}
