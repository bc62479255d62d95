import { rateOf, type Path, type Rate } from "../../core/index.ts";
import { asGiven, optional, refuse, refuseValue, shapeOf, wholeNumber, type Reader } from "../../core/inner.ts";
import { figureOf } from "./figures.ts";
import { MEASUREMENT, readFigures, readSample, type OutcomeSample, type RankedCounts } from "./outcome-counts.ts";
import { measuredRows, type MeasuredRows } from "./rank-measures.ts";

/** How scores are grouped: a number of groups of equal size, or at given scores. Exactly one of the two. */
export interface ScoreGrouping {
  /** Groups of as equal a number of rows as ties allow, 1 to 1,000; `10` for deciles. */
  readonly groups?: number;
  /** Scores at which a group begins, ascending: a group has its lower cut in it, and not its upper. */
  readonly cuts?: readonly number[];
}

/** Rows of one group of scores. */
export interface ScoreGroup extends MeasuredRows {
  /** Lowest and highest score of its rows; null in a group without rows. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Share of its rows that have the outcome. */
  readonly rate: Rate;
}

/** A group of a gains table, with all groups of higher scores. */
export interface GainsRow extends ScoreGroup {
  /** Rows of this group and of those above, of all rows. */
  readonly reached: Rate;
  /** Positives of this group and of those above, of all positives. */
  readonly captured: Rate;
  /**
   * Rate of this group and of those above divided by that of all rows, with 10 fraction digits; null without positives, and
   * where these groups have no rows.
   */
  readonly lift: number | null;
}

/** A gains table, highest scores first. */
export interface GainsTable extends MeasuredRows {
  readonly rows: readonly GainsRow[];
}

/** A group of predictions against what came. */
export interface CalibrationRow extends ScoreGroup {
  /** Mean of the predictions, with 10 fraction digits; null in a group without rows. */
  readonly predicted: number | null;
  /** Sum of the predictions, with 10 fraction digits: the positives that were to be expected. */
  readonly expected: number;
}

/** Predictions against what came, lowest first. */
export interface CalibrationTable extends MeasuredRows {
  /** Sum of all predictions, with 10 fraction digits. */
  readonly expected: number;
  readonly rows: readonly CalibrationRow[];
}

const MAX_GROUPS = 1000;

let groupingReader: Reader<ScoreGrouping> | null = null;

/** A grouping with one of its members. */
function readGrouping(grouping: ScoreGrouping): ScoreGrouping {
  groupingReader ??= shapeOf<ScoreGrouping>({ groups: optional(wholeNumber(1, MAX_GROUPS)), cuts: optional(asGiven) });
  const { groups, cuts } = groupingReader(grouping, ["grouping"], MEASUREMENT);
  if ((groups === undefined) === (cuts === undefined)) {
    return refuse(MEASUREMENT, ["grouping"], "needs a number of groups or cuts, not both", {
      known: ["groups", "cuts"],
    });
  }
  if (cuts !== undefined) readCuts(cuts, ["grouping", "cuts"]);
  return grouping;
}

/** Scores at which groups begin, ascending, one or more. */
export function readCuts(cuts: readonly number[], path: Path): readonly number[] {
  const figures = readFigures(cuts, path);
  if (figures.length === 0) return refuseValue(MEASUREMENT, path, "not a list of one cut or more", cuts, { fewest: 1 });
  for (let index = 1; index < figures.length; index++) {
    if (figures[index]! > figures[index - 1]!) continue;
    refuseValue(MEASUREMENT, [...path, index], "not above the cut before it", figures[index], { isOutOfOrder: true });
  }
  return cuts;
}

/** Places of counted scores from the first, inclusive, to the last, exclusive. */
type Span = readonly [first: number, end: number];

/** Spans at cuts, lowest first, those without scores too. */
function spansAt(scores: Float64Array, cuts: readonly number[]): Span[] {
  const spans: Span[] = [];
  let first = 0;
  for (const cut of cuts) {
    let end = first;
    while (end < scores.length && scores[end]! < cut) end++;
    spans.push([first, end]);
    first = end;
  }
  spans.push([first, scores.length]);
  return spans;
}

/**
 * Spans of as equal a number of rows as ties allow, lowest first. Counted from the end where the table begins: a group is
 * closed after the score with which it and those before have their part of all rows, so that a score is never split; one
 * that has the rows of several groups leaves fewer groups.
 */
function equalSpans(counts: RankedCounts, groups: number, fromTop: boolean): Span[] {
  const { scores, positives, negatives, allPositives, allNegatives } = counts;
  const { length } = scores;
  const all = allPositives + allNegatives;
  const spans: Span[] = [];
  let [start, passed, closed] = [0, 0, 0];
  for (let step = 0; step < length; step++) {
    const index = fromTop ? length - 1 - step : step;
    passed += positives[index]! + negatives[index]!;
    if (passed * groups < (closed + 1) * all) continue;
    spans.push(fromTop ? [index, length - start] : [start, step + 1]);
    start = step + 1;
    closed = Math.floor((passed * groups) / all);
  }
  return fromTop ? spans.reverse() : spans;
}

function spansOf(counts: RankedCounts, { groups = 0, cuts }: ScoreGrouping, fromTop: boolean): Span[] {
  return cuts === undefined ? equalSpans(counts, groups, fromTop) : spansAt(counts.scores, cuts);
}

function groupOf(counts: RankedCounts, [first, end]: Span): ScoreGroup {
  let [positives, negatives] = [0, 0];
  for (let index = first; index < end; index++) {
    positives += counts.positives[index]!;
    negatives += counts.negatives[index]!;
  }
  const n = positives + negatives;
  const hasRows = end > first;
  const lowest = hasRows ? counts.scores[first]! : null;
  const highest = hasRows ? counts.scores[end - 1]! : null;
  return { lowest, highest, n, positives, negatives, rate: rateOf(positives, n) };
}

/**
 * Gains table (增益表): how many of the rows with the outcome are found among the best-scored rows.
 *
 * Groups are counted from the highest score down, and rows of one score are never split between two of them: a group ends
 * with the score with which it has its part of the rows, so that groups may differ in size, and a score that many rows
 * share may leave fewer groups than asked for.
 *
 * @param sample - scores and outcomes, or {@link OutcomeCounts}
 * @param grouping - a number of groups, or cuts
 * @returns groups from the highest scores down, with what they and those above them hold
 * @throws `customer-classification/invalid-measurement` for the sample or the grouping, with the path
 * @example
 * const sample = { scores: [10, 20, 20, 30, 40, 50], outcomes: [0, 0, 1, 0, 1, 1] };
 * const { rows } = gainsTable(sample, { groups: 3 });
 * rows.map(({ lowest, highest, n, positives }) => [lowest, highest, n, positives]) // => [[40, 50, 2, 2], [20, 30, 3, 1], [10, 10, 1, 0]]
 * rows[0]?.captured // => { n: 2, of: 3, rate: "0.6667" }
 * rows.map(({ lift }) => lift) // => [2, 1.2, 1]
 * @since 0.1.0
 */
export function gainsTable(sample: OutcomeSample, grouping: ScoreGrouping): GainsTable {
  const by = readGrouping(grouping);
  const counts = readSample(sample);
  const all = measuredRows(counts);
  let [reached, captured] = [0, 0];
  const rows = spansOf(counts, by, true)
    .reverse()
    .map((span): GainsRow => {
      const group = groupOf(counts, span);
      reached += group.n;
      captured += group.positives;
      const lift =
        reached === 0 || all.positives === 0 ? null : figureOf((captured / reached) * (all.n / all.positives));
      return { ...group, reached: rateOf(reached, all.n), captured: rateOf(captured, all.positives), lift };
    });
  return { ...all, rows };
}

/**
 * Calibration table (校准表): predicted probabilities against the share that came to pass, group by group.
 *
 * @param sample - probabilities from 0 to 1 in the place of scores, and outcomes; or {@link OutcomeCounts}
 * @param grouping - a number of groups, counted from the lowest, or cuts; rows of one probability are never split
 * @returns groups from the lowest probabilities up
 * @throws `customer-classification/invalid-measurement` for the sample, a probability out of range, or the grouping, with
 * the path
 * @example
 * const sample = { scores: [0.1, 0.1, 0.2, 0.6, 0.8], outcomes: [0, 0, 1, 1, 1] };
 * const { rows, expected, positives } = calibrationTable(sample, { cuts: [0.5] });
 * [expected, positives] // => [1.8, 3]
 * rows.map((row) => [row.n, row.predicted, row.rate.rate]) // => [[3, 0.1333333333, "0.3333"], [2, 0.7, "1.0000"]]
 * @since 0.1.0
 */
export function calibrationTable(sample: OutcomeSample, grouping: ScoreGrouping): CalibrationTable {
  const by = readGrouping(grouping);
  const counts = readSample(sample);
  const { scores } = counts;
  const wrong = [scores[0], scores.at(-1)].find((score) => score !== undefined && (score < 0 || score > 1));
  if (wrong !== undefined) {
    return refuseValue(MEASUREMENT, ["sample", "scores"], "not a probability from 0 to 1", wrong, { min: 0, max: 1 });
  }
  let expected = 0;
  const rows = spansOf(counts, by, false).map((span): CalibrationRow => {
    const group = groupOf(counts, span);
    let sum = 0;
    for (let index = span[0]; index < span[1]; index++) {
      sum += scores[index]! * (counts.positives[index]! + counts.negatives[index]!);
    }
    expected += sum;
    return { ...group, predicted: group.n === 0 ? null : figureOf(sum / group.n), expected: figureOf(sum) };
  });
  return { ...measuredRows(counts), expected: figureOf(expected), rows };
}
