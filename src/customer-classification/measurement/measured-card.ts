import { rateOf, type Rate, type RowIssue } from "../../core/index.ts";
import { asGiven, optional, readDate, refuse, shapeOf, type Reader } from "../../core/inner.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import { ROW_COMPLETE, ROW_INVALID, totalPoints, type ScoreLedger } from "../ledger/ledger.ts";
import type { ClassificationStamp } from "../outcomes.ts";
import type { ClassificationContext } from "../record.ts";
import { rangeKey, readEmptyCount, type EmptyBinOptions } from "./bins.ts";
import { compareBins, type CountedBin, type StabilityIndex } from "./stability.ts";
import { scoreSample, type BaseSample, type CardSample } from "./card-sample.ts";
import { linesOfLeftOut, type MeasurementLine } from "./lines.ts";
import { measureLine, type CharacteristicMeasurement, type MeasuredLine } from "./measured-characteristic.ts";
import {
  MEASUREMENT,
  cellAt,
  describeRow,
  outcomeOf,
  rankRows,
  readColumn,
  sameLength,
  type OutcomeCounts,
  type SampleOutcomes,
} from "./outcome-counts.ts";
import { areaOf, distanceOf, readBetween, type AucOptions, type AucResult, type KsResult } from "./rank-measures.ts";
import { readCuts } from "./score-tables.ts";

/** How a card is measured. */
export interface CardMeasurementOptions extends ClassificationContext, EmptyBinOptions, AucOptions {
  /** Sample from which the stability of each characteristic is measured; none when omitted. */
  readonly base?: BaseSample;
  /** Total scores at which a bin of the stability of the total begins, ascending, one or more; needs a base sample. */
  readonly scoreCuts?: readonly number[];
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
  /** Of the total score against the base sample, outcomes known or not; null without base sample or cuts. */
  readonly stability: StabilityIndex | null;
  /** Total scores counted, to be merged with those of other parts of the book. */
  readonly counts: OutcomeCounts;
  /** In the card's order. */
  readonly characteristics: readonly CharacteristicMeasurement[];
  /** What a reader should see first: rows left out, rates against a declared direction, figures that are missing and why. */
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
    scoreCuts: optional((cuts, path) => readCuts(cuts, path)),
    emptyAs: optional(readEmptyCount),
    confidence: optional((value, path) => readBetween(value, 0, 1, path)),
  });
  const read = optionsReader(options, ["options"], MEASUREMENT);
  if (read.scoreCuts !== undefined && read.base === undefined) {
    refuse(MEASUREMENT, ["options", "scoreCuts"], "nothing to compare with: there is no `base`", {});
  }
  return read;
}

/** Rows with a score, by bins of the total. */
function binsOfTotals(ledger: ScoreLedger, cuts: readonly number[]): CountedBin[] {
  const counts = new Float64Array(cuts.length + 1);
  for (let row = 0; row < ledger.rows; row++) {
    if (ledger.status[row] !== ROW_COMPLETE) continue;
    const total = totalPoints(ledger, row);
    const bin = cuts.findIndex((cut) => total < cut);
    counts[bin < 0 ? cuts.length : bin]!++;
  }
  return Array.from(counts, (count, bin) => ({ key: rangeKey(cuts[bin - 1], cuts[bin]), count }));
}

const isOfAll = ({ line }: MeasurementLine): boolean => line === "bins-one-sided";

/** What is said of characteristics; that all rows together are on one side, which is so for every one of them, is said once. */
function linesOf(measured: readonly MeasuredLine[]): MeasurementLine[] {
  const { lines: first = [] } = measured.find(({ lines }) => lines.some(isOfAll)) ?? {};
  const ofEach = measured.flatMap(({ characteristic: measurement, lines }): readonly MeasurementLine[] => {
    const { characteristic, bins, declared, observed, agrees } = measurement;
    const own = lines.filter((said) => !isOfAll(said));
    const named = `characteristic.${characteristic}` as const;
    if (bins.length === 0) return [{ line: "characteristic-without-bands", values: { characteristic: named } }];
    if (agrees !== false || declared === null || observed === null) return own;
    return [...own, { line: "trend-against-card", values: { characteristic: named, declared, observed } }];
  });
  return [...first.filter(isOfAll), ...ofEach];
}

/** What became of each row: 1, 0, or -1 where nothing is known; what is not an outcome is an issue. */
function readMarks(outcomes: SampleOutcomes, ledger: ScoreLedger, issues: RowIssue[]): Int8Array {
  const cells = readColumn(outcomes, ["outcomes"]);
  sameLength(cells.length, ledger.rows, ["outcomes"]);
  return Int8Array.from({ length: ledger.rows }, (_, row) => {
    const cell = cellAt(cells, row);
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
  outcomes: SampleOutcomes,
  options: CardMeasurementOptions,
): CardMeasurement {
  const { base, emptyAs, confidence, scoreCuts, ...context } = readOptions(options);
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
  const measured = ledger.card.lines.map((_, index) =>
    measureLine(ledger, index, marks, compared?.ledger ?? null, { emptyAs: emptyAs ?? null, confidence }),
  );
  const counts = {
    scores: Array.from(ranked.scores),
    positives: Array.from(ranked.positives),
    negatives: Array.from(ranked.negatives),
  };
  const issues = [...scored.issues, ...wrong].sort((a, b) => a.row - b.row);
  return {
    card: ledger.card.stamp,
    asOf: ledger.asOf,
    measured: rateOf(totals.length, ledger.rows),
    insufficient,
    withoutOutcome: withoutOutcome - wrong.filter(({ row }) => ledger.status[row]! < ROW_INVALID).length,
    auc,
    ks: distanceOf(ranked),
    stability:
      compared === null || scoreCuts === undefined
        ? null
        : compareBins(binsOfTotals(compared.ledger, scoreCuts), binsOfTotals(ledger, scoreCuts), emptyAs ?? null),
    counts,
    characteristics: measured.map(({ characteristic }) => characteristic),
    lines: [...linesOfLeftOut(issues, ledger.rows), ...auc.lines, ...linesOf(measured)],
    issues,
    baseIssues: compared?.issues ?? [],
  };
}
