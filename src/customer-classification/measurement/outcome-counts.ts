import { describeValue, type Path } from "../../core/index.ts";
import {
  asGiven,
  kindOfValue,
  readObject,
  refuse,
  refuseKind,
  refuseValue,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";

/** The code of everything a measurement refuses. */
export const MEASUREMENT = "customer-classification/invalid-measurement" satisfies CustomerClassificationErrorCode;

/** Finite numbers, one per row. */
export type FigureColumn = readonly number[] | Float64Array | Int32Array;

/** What became of each row: true or 1 where it has the outcome, false or 0 where it has not. */
export type OutcomeColumn = readonly (boolean | number)[] | Uint8Array;

/** What became of each row, null where that is not known yet. */
export type SampleOutcomes = readonly (boolean | number | null | undefined)[] | Uint8Array;

/** Scores with what became of each of them. */
export interface ScoredOutcomes {
  readonly scores: FigureColumn;
  /** As many as scores. */
  readonly outcomes: OutcomeColumn;
}

/**
 * Rows with the outcome (positives) and without it (negatives) by score: all that the measures need, so that parts of a
 * book are counted where they are and merged.
 */
export interface OutcomeCounts {
  /** Distinct scores, ascending. */
  readonly scores: readonly number[];
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
}

/** Scores with their outcomes, row by row or counted. */
export type OutcomeSample = ScoredOutcomes | OutcomeCounts;

/** Counts by distinct score, ascending, every score with a row. */
export interface RankedCounts {
  readonly scores: Float64Array;
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  /** Sums of both. */
  readonly allPositives: number;
  readonly allNegatives: number;
}

/** Values one after another, a list or numbers in a typed array; nothing is said yet of what they are. */
export function readColumn(column: unknown, path: Path): ArrayLike<unknown> {
  if (Array.isArray(column) || (ArrayBuffer.isView(column) && "length" in column)) return column as ArrayLike<unknown>;
  return refuseKind(MEASUREMENT, path, "neither a list nor a typed array", column);
}

/** Runs what reads the values of a column; one whose getter throws is refused with the column. */
function inColumn<T>(path: Path, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && error.name === "DomainError") throw error;
    return refuse(MEASUREMENT, path, "cannot be read", {});
  }
}

/** Finite numbers; a negative zero is 0. */
export function readFigures(column: FigureColumn, path: Path): Float64Array {
  const cells = readColumn(column, path);
  return inColumn(path, () => {
    const figures = new Float64Array(cells.length);
    for (let row = 0; row < figures.length; row++) {
      const cell = cells[row];
      if (typeof cell !== "number" || !Number.isFinite(cell)) {
        return refuseKind(MEASUREMENT, [...path, row], "not a finite number", cell);
      }
      figures[row] = cell + 0;
    }
    return figures;
  });
}

/** 1 for a row with the outcome, 0 for one without, -1 where that is not known, and 2 for what is not an outcome. */
export function outcomeOf(cell: unknown): -1 | 0 | 1 | 2 {
  if (cell === true || cell === 1) return 1;
  if (cell === false || cell === 0) return 0;
  return cell === null || cell === undefined ? -1 : 2;
}

function readOutcomes(column: OutcomeColumn, path: Path): Uint8Array {
  const cells = readColumn(column, path);
  return inColumn(path, () => {
    const outcomes = new Uint8Array(cells.length);
    for (let row = 0; row < outcomes.length; row++) {
      const outcome = outcomeOf(cells[row]);
      if (outcome === 1) outcomes[row] = 1;
      else if (outcome !== 0) refuseKind(MEASUREMENT, [...path, row], "neither true nor false, 1 nor 0", cells[row]);
    }
    return outcomes;
  });
}

function readCounts(column: readonly number[], path: Path): Float64Array {
  const counts = readFigures(column, path);
  for (const [row, count] of counts.entries()) {
    if (!Number.isSafeInteger(count) || count < 0) {
      refuseValue(MEASUREMENT, [...path, row], "not a whole number from 0 up", count, { min: 0 });
    }
  }
  return counts;
}

/** Refuses lists that belong together and differ in length. */
export function sameLength(length: number, expected: number, path: Path): void {
  if (length !== expected) refuse(MEASUREMENT, path, "not of the length of the others", { length, expected });
}

let rowsReader: Reader<ScoredOutcomes> | null = null;
let countsReader: Reader<OutcomeCounts> | null = null;

/** A sample, counted by score. */
export function readSample(sample: OutcomeSample): RankedCounts {
  const path = ["sample"];
  const given = readObject(sample, path, MEASUREMENT);
  return "positives" in given || "negatives" in given
    ? readCounted(given as OutcomeCounts, path)
    : readRows(given, path);
}

function readRows(sample: ScoredOutcomes, path: Path): RankedCounts {
  rowsReader ??= shapeOf<ScoredOutcomes>({ scores: asGiven, outcomes: asGiven });
  const { scores, outcomes } = rowsReader(sample, path, MEASUREMENT);
  const figures = readFigures(scores, [...path, "scores"]);
  const marks = readOutcomes(outcomes, [...path, "outcomes"]);
  sameLength(marks.length, figures.length, [...path, "outcomes"]);
  return rankRows(figures, marks);
}

function readCounted(given: OutcomeCounts, path: Path): RankedCounts {
  countsReader ??= shapeOf<OutcomeCounts>({ scores: asGiven, positives: asGiven, negatives: asGiven });
  const counts = countsReader(given, path, MEASUREMENT);
  const scores = readFigures(counts.scores, [...path, "scores"]);
  const positives = readCounts(counts.positives, [...path, "positives"]);
  const negatives = readCounts(counts.negatives, [...path, "negatives"]);
  sameLength(positives.length, scores.length, [...path, "positives"]);
  sameLength(negatives.length, scores.length, [...path, "negatives"]);
  for (let index = 1; index < scores.length; index++) {
    if (scores[index]! > scores[index - 1]!) continue;
    refuseValue(MEASUREMENT, [...path, "scores", index], "not above the score before it", scores[index], {
      isOutOfOrder: true,
    });
  }
  return withRows({ scores, positives, negatives }, path);
}

const sumOf = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

type Columns = Pick<RankedCounts, "scores" | "positives" | "negatives">;

/** Refuses counts whose sum is not exact. */
export function requireCountable(sum: number, path: Path): void {
  if (!Number.isSafeInteger(sum)) {
    refuse(MEASUREMENT, path, "more rows than can be counted", { max: Number.MAX_SAFE_INTEGER });
  }
}

/** The scores that have a row, with the sums. */
function withRows(columns: Columns, path: Path): RankedCounts {
  const { scores, positives, negatives } = columns;
  const hasRow = (_: number, index: number): boolean => positives[index]! + negatives[index]! > 0;
  const kept = scores.every(hasRow)
    ? columns
    : {
        scores: scores.filter(hasRow),
        positives: positives.filter(hasRow),
        negatives: negatives.filter(hasRow),
      };
  const [allPositives, allNegatives] = [sumOf(kept.positives), sumOf(kept.negatives)];
  requireCountable(allPositives + allNegatives, path);
  return { ...kept, allPositives, allNegatives };
}

/** Counts rows by score: both sides are sorted by themselves, as numbers, and then walked together. */
export function rankRows(scores: Float64Array, outcomes: Uint8Array): RankedCounts {
  let allPositives = 0;
  for (const outcome of outcomes) allPositives += outcome;
  const allNegatives = scores.length - allPositives;
  const own = new Float64Array(allPositives);
  const other = new Float64Array(allNegatives);
  let [p, q] = [0, 0];
  for (let row = 0; row < outcomes.length; row++) {
    if (outcomes[row] === 1) own[p++] = scores[row]!;
    else other[q++] = scores[row]!;
  }
  own.sort();
  other.sort();
  const columns = {
    scores: new Float64Array(scores.length),
    positives: new Float64Array(scores.length),
    negatives: new Float64Array(scores.length),
  };
  let size = 0;
  [p, q] = [0, 0];
  while (p < allPositives || q < allNegatives) {
    const score = q >= allNegatives || (p < allPositives && own[p]! < other[q]!) ? own[p]! : other[q]!;
    const [firstPositive, firstNegative] = [p, q];
    while (p < allPositives && own[p] === score) p++;
    while (q < allNegatives && other[q] === score) q++;
    columns.scores[size] = score;
    columns.positives[size] = p - firstPositive;
    columns.negatives[size] = q - firstNegative;
    size++;
  }
  return {
    scores: columns.scores.subarray(0, size),
    positives: columns.positives.subarray(0, size),
    negatives: columns.negatives.subarray(0, size),
    allPositives,
    allNegatives,
  };
}

/** Counts as a caller keeps them: plain lists. */
const listed = ({ scores, positives, negatives }: Columns): OutcomeCounts => ({
  scores: Array.from(scores),
  positives: Array.from(positives),
  negatives: Array.from(negatives),
});

/**
 * Counts rows with and without an outcome by score, so that a book can be measured in parts.
 *
 * The counts hold no row of a customer, are plain lists, and are all that {@link auc}, {@link ks}, {@link gainsTable} and
 * {@link calibrationTable} need: these take them in place of the rows.
 *
 * @param sample - scores and outcomes of one length
 * @returns distinct scores, ascending, each with its rows
 * @throws `customer-classification/invalid-measurement` for a score that is not a finite number, an outcome that is not
 * true, false, 1 or 0, or lists of different lengths
 * @example
 * countOutcomes({ scores: [43, 81, 43, 62], outcomes: [false, true, true, false] }) // => { scores: [43, 62, 81], positives: [1, 0, 1], negatives: [1, 1, 0] }
 * countOutcomes({ scores: [43, NaN], outcomes: [true, false] }) // throws customer-classification/invalid-measurement
 * @since 0.1.0
 */
export function countOutcomes(sample: ScoredOutcomes): OutcomeCounts {
  return listed(readRows(sample, ["sample"]));
}

/**
 * Merges the counts of two parts of a book that share no row.
 *
 * Associative and commutative, so that parts merged in any order give the counts of the whole, and every measure of the
 * counts is then that of the whole.
 *
 * @param a - counts of one part
 * @param b - counts of the other
 * @returns counts of both
 * @throws `customer-classification/invalid-measurement` for what are not counts, with the path
 * @example
 * const a = countOutcomes({ scores: [43, 81], outcomes: [false, true] });
 * const b = countOutcomes({ scores: [43, 62], outcomes: [true, false] });
 * mergeOutcomeCounts(a, b) // => { scores: [43, 62, 81], positives: [1, 0, 1], negatives: [1, 1, 0] }
 * @since 0.1.0
 */
export function mergeOutcomeCounts(a: OutcomeCounts, b: OutcomeCounts): OutcomeCounts {
  const [own, other] = [readCounted(a, ["a"]), readCounted(b, ["b"])];
  const merged: { scores: number[]; positives: number[]; negatives: number[] } = {
    scores: [],
    positives: [],
    negatives: [],
  };
  let [i, k] = [0, 0];
  while (i < own.scores.length || k < other.scores.length) {
    const [mine, theirs] = [own.scores[i] ?? Infinity, other.scores[k] ?? Infinity];
    const score = Math.min(mine, theirs);
    const [fromOwn, fromOther] = [mine === score, theirs === score];
    merged.scores.push(score);
    merged.positives.push((fromOwn ? own.positives[i]! : 0) + (fromOther ? other.positives[k]! : 0));
    merged.negatives.push((fromOwn ? own.negatives[i]! : 0) + (fromOther ? other.negatives[k]! : 0));
    if (fromOwn) i++;
    if (fromOther) k++;
  }
  return merged;
}

/** A cell, or a symbol, which nothing takes for a value, where it cannot be read. */
export function cellAt(cells: ArrayLike<unknown>, row: number): unknown {
  try {
    return cells[row];
  } catch {
    return Symbol("unreadable");
  }
}

/** What is wrong with a row of a sample, as far as a log may show it. */
export const describeRow = (value: unknown): { readonly received: string; readonly type?: string } => ({
  received: describeValue(value),
  ...kindOfValue(value),
});
