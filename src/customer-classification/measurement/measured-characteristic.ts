import type { Characteristic } from "../card/characteristic.ts";
import type { CardLine } from "../card/resolved.ts";
import { MAX_BANDS, stateOfCode } from "../ledger/codes.ts";
import { linePoints, ROW_INVALID, type ScoreLedger } from "../ledger/ledger.ts";
import { rangeKey, weighBins, type OutcomeBin, type WeightedBin } from "./bins.ts";
import { compareBins, type CountedBin, type StabilityIndex } from "./stability.ts";
import type { MeasurementLine, RateTrend } from "./lines.ts";
import { rankRows } from "./outcome-counts.ts";
import { areaOf, type AucResult } from "./rank-measures.ts";

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

/** A category as it is, quoted where it could be taken for something else in a key. */
const plainCategory = (value: string): string => (/[<>|"]/.test(value) ? JSON.stringify(value) : value);

/** A band as an interval, a group by its categories, a flag by its value; an unusable state in angle brackets. */
function keyOf({ characteristic }: CardLine, code: number): string {
  if (code >= MAX_BANDS) return `<${stateOfCode(code)}>`;
  switch (characteristic.scale) {
    case "bands":
      return rangeKey(characteristic.bands[code - 1]?.below, characteristic.bands[code]?.below);
    case "categories":
      return (characteristic.groups[code]?.values ?? []).map(plainCategory).join(" | ");
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

/** A characteristic measured, and why its information value is null where it is. */
export interface MeasuredLine {
  readonly characteristic: CharacteristicMeasurement;
  readonly lines: readonly MeasurementLine[];
}

/** Measures one characteristic. */
export function measureLine(
  ledger: ScoreLedger,
  index: number,
  marks: Int8Array,
  base: ScoreLedger | null,
  { emptyAs, confidence }: { readonly emptyAs: number | null; readonly confidence: number | undefined },
): MeasuredLine {
  const line = ledger.card.lines[index]!;
  const { id, feature, scale, monotone: declared = null } = line.characteristic;
  const shared = {
    characteristic: id,
    feature,
    auc: areaOfLine(ledger, index, marks, confidence),
    declared,
  };
  if (scale === "linear") {
    const none = { bins: [], informationValue: null, stability: null, observed: null, agrees: null };
    return { characteristic: { ...shared, ...none }, lines: [] };
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
  const characteristic = {
    ...shared,
    bins: weights.bins,
    informationValue: weights.informationValue,
    stability: base === null ? null : compareBins(binsOf(base), binsOf(ledger), emptyAs),
    observed,
    agrees: declared === null || observed === null ? null : observed === declared || observed === "flat",
  };
  const named = { characteristic: `characteristic.${id}` } as const;
  const lines = weights.lines.map((said): MeasurementLine =>
    said.line === "bin-one-sided" ? { ...said, values: { ...named, ...said.values } } : said,
  );
  return { characteristic, lines };
}
