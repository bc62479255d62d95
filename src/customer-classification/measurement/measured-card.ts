import { rateOf, type Rate, type RowIssue } from "../../core/index.ts";
import { asGiven, optional, readDate, shapeOf, type Reader } from "../../core/inner.ts";
import type { Characteristic } from "../card/characteristic.ts";
import type { CardLine } from "../card/resolved.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import { MAX_BANDS, stateOfCode } from "../ledger/codes.ts";
import { ROW_COMPLETE, ROW_INVALID, type ScoreLedger } from "../ledger/lines.ts";
import { linePoints, totalPoints } from "../ledger/parts.ts";
import type { ClassificationStamp } from "../outcomes.ts";
import type { ClassificationContext } from "../record.ts";
import {
  compareBins,
  readEmptyCount,
  weighBins,
  type CountedBin,
  type EmptyBinOptions,
  type OutcomeBin,
  type StabilityIndex,
  type WeightedBin,
} from "./bins.ts";
import { scoreSample, type BaseSample, type CardSample } from "./card-sample.ts";
import type { MeasurementLine, RateTrend } from "./lines.ts";
import {
  MEASUREMENT,
  describeRow,
  outcomeOf,
  rankRows,
  readColumn,
  sameLength,
  type OutcomeColumn,
  type OutcomeCounts,
} from "./outcome-counts.ts";
import { areaOf, distanceOf, readBetween, type AucOptions, type AucResult, type KsResult } from "./rank-measures.ts";

/** How a card is measured. */
export interface CardMeasurementOptions extends ClassificationContext, EmptyBinOptions, AucOptions {
  /** Sample from which the stability of each characteristic is measured; none when omitted. */
  readonly base?: BaseSample;
}

/** One characteristic of a card in a sample. */
export interface CharacteristicMeasurement {
  readonly characteristic: string;
  readonly feature: string;
  /**
   * Bands, groups or flag in the card's order, then unusable states that occur, in angle brackets (`<missing>`); empty for a
   * characteristic in proportion to its value, which has no bands.
   */
  readonly bins: readonly WeightedBin[];
  /** With 10 fraction digits; null where a bin has no row on a side, or there are no bins. */
  readonly informationValue: number | null;
  /** Against the base sample; null without one, or without bands. */
  readonly stability: StabilityIndex | null;
  /** How well its points alone rank the outcome, among rows that earn points. */
  readonly auc: AucResult;
  /** Direction that the card declares for its points; null when it declares none. */
  readonly declared: NonNullable<Characteristic["monotone"]> | null;
  /** How the rate of positives goes with the value; null for categories, and in proportion. */
  readonly observed: RateTrend | null;
  /** Whether the rate goes as the points are declared to; a flat one does. Null where one of the two is. */
  readonly agrees: boolean | null;
}

/** A card measured against what became of a sample. */
export interface CardMeasurement extends ClassificationStamp {
  /** Rows with a score and a known outcome, of all rows. */
  readonly measured: Rate;
  /** Rows that lack something the card requires for a score. */
  readonly insufficient: number;
  /** Rows whose outcome is null. */
  readonly withoutOutcome: number;
  /** Of the total score. */
  readonly auc: AucResult;
  /** Of the total score. */
  readonly ks: KsResult;
  /** Total scores counted, to be merged with those of other parts of the book. */
  readonly counts: OutcomeCounts;
  /** In the card's order. */
  readonly characteristics: readonly CharacteristicMeasurement[];
  /** What a reader should see first: rates against a declared direction, figures that are missing and why. */
  readonly lines: readonly MeasurementLine[];
  /** Rows that the card refuses, and outcomes that cannot be used; they are left out. */
  readonly issues: readonly RowIssue[];
  /** The same of the base sample. */
  readonly baseIssues: readonly RowIssue[];
}

let optionsReader: Reader<CardMeasurementOptions> | null = null;

function readOptions(options: CardMeasurementOptions): CardMeasurementOptions {
  optionsReader ??= shapeOf<CardMeasurementOptions>({
    asOf: readDate,
    observedAt: optional(asGiven),
    base: optional(shapeOf<BaseSample>({ sample: asGiven, asOf: readDate, observedAt: optional(asGiven) })),
    emptyAs: optional(readEmptyCount),
    confidence: optional((value, path) => readBetween(value, 0, 1, path)),
  });
  return optionsReader(options, ["options"], MEASUREMENT);
}

/** A band as an interval, a group by its categories, a flag by its value; an unusable state in angle brackets. */
function keyOf({ characteristic }: CardLine, code: number): string {
  if (code >= MAX_BANDS) return `<${stateOfCode(code)}>`;
  switch (characteristic.scale) {
    case "bands":
      return `[${characteristic.bands[code - 1]?.below ?? "−∞"}, ${characteristic.bands[code]?.below ?? "∞"})`;
    case "categories":
      return characteristic.groups[code]?.values.join(" | ") ?? "";
    case "flag":
      return String(code === 1);
    case "linear":
      return "";
  }
}

/** How many codes of a line are bands. */
function bandsOf({ characteristic }: CardLine): number {
  switch (characteristic.scale) {
    case "bands":
      return characteristic.bands.length;
    case "categories":
      return characteristic.groups.length;
    case "flag":
      return 2;
    case "linear":
      return 0;
  }
}

const CODES = 256;

/** Rows of a line by byte code, of those that are read and whose mark is wanted; all of them without marks. */
function countCodes(ledger: ScoreLedger, index: number, marks: Int8Array | null, wanted: number): Float64Array {
  const counts = new Float64Array(CODES);
  const from = index * ledger.rows;
  for (let row = 0; row < ledger.rows; row++) {
    if (ledger.status[row]! >= ROW_INVALID || (marks !== null && marks[row] !== wanted)) continue;
    counts[ledger.codes[from + row]!]!++;
  }
  return counts;
}

/** Codes that are shown: every band, and each state that occurs somewhere, those of one state together. */
function rowsByKey(line: CardLine, counts: Float64Array): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let code = 0; code < CODES; code++) {
    const count = counts[code]!;
    if (code >= bandsOf(line) && count === 0) continue;
    const key = keyOf(line, code);
    rows.set(key, count + (rows.get(key) ?? 0));
  }
  return rows;
}

const countedBins = (rows: ReadonlyMap<string, number>): CountedBin[] =>
  Array.from(rows, ([key, count]) => ({ key, count }));

/** How rates go from bin to bin, those without rows left out; rates are compared by their products. */
function trendOf(bins: readonly OutcomeBin[]): RateTrend {
  const filled = bins.filter(({ positives, negatives }) => positives + negatives > 0);
  let [rises, falls] = [false, false];
  for (const [index, high] of filled.slice(1).entries()) {
    const low = filled[index]!;
    const [before, after] = [low.positives * high.negatives, high.positives * low.negatives];
    if (after > before) rises = true;
    else if (after < before) falls = true;
  }
  if (rises) return falls ? "mixed" : "up";
  return falls ? "down" : "flat";
}

/** How well the points of a line rank the outcome, among rows that earn points. */
function areaOfLine(ledger: ScoreLedger, index: number, marks: Int8Array, confidence: number | undefined): AucResult {
  const { rejects, opens } = ledger.card.lines[index]!;
  const points: number[] = [];
  const outcomes: number[] = [];
  for (let row = 0; row < ledger.rows; row++) {
    const code = ledger.codes[index * ledger.rows + row]!;
    const mark = marks[row]!;
    if (ledger.status[row]! >= ROW_INVALID || mark < 0 || rejects[code] === 1 || opens[code] === 1) continue;
    points.push(linePoints(ledger, index, row));
    outcomes.push(mark);
  }
  return areaOf(rankRows(Float64Array.from(points), Uint8Array.from(outcomes)), confidence);
}

/** Measures one characteristic. */
function measureLine(
  ledger: ScoreLedger,
  index: number,
  marks: Int8Array,
  base: ScoreLedger | null,
  { emptyAs = null, confidence }: { readonly emptyAs?: number | null; readonly confidence?: number | undefined },
): CharacteristicMeasurement {
  const line = ledger.card.lines[index]!;
  const { id, feature, scale, monotone: declared = null } = line.characteristic;
  const shared = {
    characteristic: id,
    feature,
    auc: areaOfLine(ledger, index, marks, confidence),
    declared,
  };
  if (scale === "linear") {
    return { ...shared, bins: [], informationValue: null, stability: null, observed: null, agrees: null };
  }
  const own = rowsByKey(line, countCodes(ledger, index, marks, 1));
  const other = rowsByKey(line, countCodes(ledger, index, marks, 0));
  const bins = [...new Set([...own.keys(), ...other.keys()])].map((key): OutcomeBin => ({
    key,
    positives: own.get(key) ?? 0,
    negatives: other.get(key) ?? 0,
  }));
  const weights = weighBins(bins, emptyAs);
  const observed = scale === "categories" ? null : trendOf(bins.slice(0, bandsOf(line)));
  const binsOf = (of: ScoreLedger): CountedBin[] => countedBins(rowsByKey(line, countCodes(of, index, null, 0)));
  return {
    ...shared,
    bins: weights.bins,
    informationValue: weights.informationValue,
    stability: base === null ? null : compareBins(binsOf(base), binsOf(ledger), emptyAs),
    observed,
    agrees: declared === null || observed === null ? null : observed === declared || observed === "flat",
  };
}

function linesOf(characteristics: readonly CharacteristicMeasurement[]): MeasurementLine[] {
  return characteristics.flatMap(({ characteristic, bins, declared, observed, agrees }): MeasurementLine[] => {
    const named = `characteristic.${characteristic}` as const;
    if (bins.length === 0) return [{ line: "characteristic-without-bands", values: { characteristic: named } }];
    if (agrees !== false || declared === null || observed === null) return [];
    return [{ line: "trend-against-card", values: { characteristic: named, declared, observed } }];
  });
}

/** What became of each row: 1, 0, or -1 where nothing is known; what is not an outcome is an issue. */
function readMarks(outcomes: OutcomeColumn, ledger: ScoreLedger, issues: RowIssue[]): Int8Array {
  const cells = readColumn(outcomes, ["outcomes"]);
  sameLength(cells.length, ledger.rows, ["outcomes"]);
  return Int8Array.from({ length: ledger.rows }, (_, row) => {
    const cell = cells[row];
    const outcome = outcomeOf(cell);
    if (outcome !== 2) return outcome;
    const path = ["outcomes", row];
    issues.push({ row, code: "customer-classification/unusable-sample-row", path, details: describeRow(cell) });
    return -1;
  });
}

/**
 * Measures a card against what became of people: how well the total score ranks the outcome, what each characteristic tells
 * of it, whether its rates go as the card says its points do, and how far the population has moved from another.
 *
 * The outcome is what a high score should go with. Records are scored as {@link scoreRecord} does, without blocks and rules:
 * a row that lacks something the card requires has no score, and still counts for the characteristics it has. A row the card
 * refuses is an issue and left out. Measure on a sample that the card was not made on; on its own every card looks good.
 *
 * @param card - scorecard, plain or prepared, in force on `asOf` and, with a base sample, on its date
 * @param sample - records as they were on `asOf`, rows or columns
 * @param outcomes - what became of each row afterwards; null where that is not known yet
 * @param options - the date, and what else is to be measured
 * @returns figures of the total score and of each characteristic, with 10 fraction digits
 * @throws `customer-classification/invalid-measurement` for the outcomes or the options, with the path
 * @throws the errors of {@link classifyMany}
 * @example
 * import { money } from "relationship-banking/money";
 * const rows = ["20000.00", "60000.00", "90000.00", "400000.00", "600000.00", "1250000.00"].map((amount) => ({ mediumLongTermAssets: money(amount, "CNY") }));
 * const measurement = measureCard(exampleStarRateCard, rows, [false, false, true, false, true, true], { asOf: "2026-03-31", confidence: 0.95 });
 * [measurement.measured, measurement.auc.auc, measurement.ks.ks] // => [{ n: 6, of: 6, rate: "1.0000" }, 0.8888888889, 0.6666666667]
 * measurement.counts.scores // => [200, 600, 900, 4000, 6000, 12500]
 * @since 0.1.0
 */
export function measureCard(
  card: Scorecard | PreparedScorecard,
  sample: CardSample,
  outcomes: OutcomeColumn,
  options: CardMeasurementOptions,
): CardMeasurement {
  const { base, emptyAs, confidence, ...context } = readOptions(options);
  const scored = scoreSample(card, sample, context, { sample: ["sample"], context: ["options"] });
  const inBase = ["options", "base"];
  const compared =
    base === undefined
      ? null
      : scoreSample(card, base.sample, base, { sample: [...inBase, "sample"], context: inBase });
  const { ledger } = scored;
  const wrong: RowIssue[] = [];
  const marks = readMarks(outcomes, ledger, wrong);
  const totals: number[] = [];
  const known: number[] = [];
  let [insufficient, withoutOutcome] = [0, 0];
  for (let row = 0; row < ledger.rows; row++) {
    const status = ledger.status[row]!;
    if (status >= ROW_INVALID) continue;
    if (marks[row]! < 0) withoutOutcome++;
    if (status !== ROW_COMPLETE) insufficient++;
    else if (marks[row]! >= 0) {
      totals.push(totalPoints(ledger, row));
      known.push(marks[row]!);
    }
  }
  const ranked = rankRows(Float64Array.from(totals), Uint8Array.from(known));
  const auc = areaOf(ranked, confidence);
  const characteristics = ledger.card.lines.map((_, index) =>
    measureLine(ledger, index, marks, compared?.ledger ?? null, { emptyAs: emptyAs ?? null, confidence }),
  );
  const counts = {
    scores: Array.from(ranked.scores),
    positives: Array.from(ranked.positives),
    negatives: Array.from(ranked.negatives),
  };
  return {
    card: ledger.card.stamp,
    asOf: ledger.asOf,
    measured: rateOf(totals.length, ledger.rows),
    insufficient,
    withoutOutcome: withoutOutcome - wrong.filter(({ row }) => ledger.status[row]! < ROW_INVALID).length,
    auc,
    ks: distanceOf(ranked),
    counts,
    characteristics,
    lines: [...auc.lines, ...linesOf(characteristics)],
    issues: [...scored.issues, ...wrong].sort((a, b) => a.row - b.row),
    baseIssues: compared?.issues ?? [],
  };
}
