import {
  listOf,
  oneOf,
  optional,
  readText,
  refuse,
  rowOf,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { MAX_POINTS } from "../ledger/codes.ts";
import type { Scored, ScorePart } from "../outcomes.ts";
import { partReader } from "../read-result.ts";

/** Which side of its baseline makes a characteristic a reason. */
export const PMML_REASON_CODE_ALGORITHMS = ["pointsBelow", "pointsAbove"] as const;

/** Where baselines come from: information only. */
export const PMML_BASELINE_METHODS = ["other", "max", "min", "mean", "neutral"] as const;

/** Baseline and reason codes of one characteristic. */
export interface PmmlReasonLine {
  readonly characteristic: string;
  /** Points of the card, that is, multiplied by its scale. */
  readonly baseline: number;
  /** Code by band or group of the card's line; of false and true for a flag; one for a rate. */
  readonly codes: readonly string[];
  /** Points of false and true: the parts of a result do not say which a flag was. */
  readonly flagPoints?: readonly number[];
  /** Code of a missing value, where it has points. */
  readonly missing?: string;
  /** Code of a category that is not listed, where it has points. */
  readonly unknown?: string;
  /** Code of a value that is not valid, where it has points. */
  readonly invalid?: string;
}

/** How a scorecard of PMML gives the reasons of a score: what a card itself has no member for. */
export interface PmmlReasonCodes {
  readonly algorithm: (typeof PMML_REASON_CODE_ALGORITHMS)[number];
  readonly baselineMethod: (typeof PMML_BASELINE_METHODS)[number];
  /** In the order of the document. */
  readonly lines: readonly PmmlReasonLine[];
}

/** A reason of a score. */
export interface PmmlReason {
  readonly code: string;
  /** How far the score is on the adverse side of the baselines, in points of the card; 0 or more. */
  readonly points: number;
  /** The characteristics whose differences are added up, in the order of the document. */
  readonly characteristics: readonly string[];
}

const CODE = "customer-classification/invalid-pmml-options" satisfies CustomerClassificationErrorCode;

const points = /* @__PURE__ */ wholeNumber(-MAX_POINTS, MAX_POINTS);

const readCodes = shapeOf<PmmlReasonCodes>({
  algorithm: oneOf(PMML_REASON_CODE_ALGORITHMS),
  baselineMethod: oneOf(PMML_BASELINE_METHODS),
  lines: listOf(
    shapeOf<PmmlReasonLine>({
      characteristic: readText,
      baseline: points,
      codes: listOf(readText, 1),
      flagPoints: optional(listOf(points, 2)),
      missing: optional(readText),
      unknown: optional(readText),
      invalid: optional(readText),
    }),
    1,
  ),
});

/** Reads the reason codes of a call. */
export function readReasonCodes(codes: PmmlReasonCodes, path: readonly string[]): PmmlReasonCodes {
  return readCodes(codes, path, CODE);
}

let scoredReader: Reader<Pick<Scored, "parts">> | null = null;

/** The code of one part; undefined where the document has none for such a value. */
function codeOf(line: PmmlReasonLine, part: ScorePart): string | undefined {
  switch (part.state) {
    case "valid": {
      const { characteristic, codes, flagPoints } = line;
      const only = codes.length > 1 ? undefined : 0;
      const place = flagPoints === undefined ? (part.band ?? only) : flagPoints.indexOf(part.points);
      // of two cards the ids may be the same, and the bands not
      return (
        (place === undefined ? undefined : codes[place]) ??
        refuse(CODE, ["result", "parts"], "not a part of the card of the codes", { known: [characteristic] })
      );
    }
    case "missing":
    case "stale":
      return line.missing;
    case "invalid":
      return line.invalid;
    case "unknown-category":
      return line.unknown;
    case "not-applicable":
      // a scorecard of PMML has no line that leaves somebody out: the document gives them 0 points, with the first code
      return line.codes[0];
  }
}

/** Most codes that can be asked for. */
const MAX_COUNT = 250;

/**
 * The reasons of a score, in order of weight, as jpmml ranks them.
 *
 * The difference of a characteristic is its baseline less its points (`pointsBelow`), or its points less the baseline
 * (`pointsAbove`). Differences of one code are added up; a code is a reason when its sum is 0 or more, and larger sums come
 * first. Engines differ in four things that the standard leaves open, and this follows jpmml in each: the same code
 * twice is added up, a difference of 0 counts, of equal sums the code that the document has first comes first, and where
 * there are fewer reasons than asked for the rest is null.
 *
 * PMML has no characteristics for some people only. A line for customers gives everybody else 0 points in the document, with
 * its first code, and its whole baseline is their difference: so it is here, because the ranking is that of the document.
 * `explainToPersonConcerned` leaves such lines out.
 *
 * @param codes - `reasonCodes` of what `fromPmml` returned
 * @param result - a score, or a classification, by the same card
 * @param count - how many codes, 1 to 250
 * @returns a list of `count`, null where no reason is left
 * @throws `customer-classification/invalid-pmml-options` for any of the three, and when the result lacks a
 * characteristic of the codes, or has a band or points of a flag that they do not know
 * @see https://dmg.org/pmml/v4-4/Scorecard.html, Ranking Reason Codes
 * @example
 * import { scoreRecord } from "relationship-banking/customer-classification";
 * const xml = `<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
 *   <DataDictionary><DataField name="age" optype="continuous" dataType="integer"/></DataDictionary>
 *   <Scorecard functionName="regression" modelName="age" baselineScore="20">
 *     <MiningSchema><MiningField name="age"/></MiningSchema>
 *     <Characteristics><Characteristic name="age" reasonCode="AGE">
 *       <Attribute partialScore="12"><SimplePredicate field="age" operator="lessThan" value="30"/></Attribute>
 *       <Attribute partialScore="25"><SimplePredicate field="age" operator="greaterOrEqual" value="30"/></Attribute>
 *     </Characteristic></Characteristics>
 *   </Scorecard></PMML>`;
 * const { card, reasonCodes } = fromPmml(xml);
 * const young = scoreRecord(card, { age: 25 }, { asOf: "2026-03-31" });
 * young.status === "scored" && reasonCodes !== null && pmmlReasonCodes(reasonCodes, young, 2) // => [{ code: "AGE", points: 8, characteristics: ["age"] }, null]
 * @since 0.1.0
 */
export function pmmlReasonCodes(
  codes: PmmlReasonCodes,
  result: Pick<Scored, "parts">,
  count: number,
): readonly (PmmlReason | null)[] {
  const { lines, algorithm } = readReasonCodes(codes, ["codes"]);
  scoredReader ??= rowOf<Pick<Scored, "parts">>({ parts: listOf(partReader()) });
  const { parts } = scoredReader(result, ["result"], CODE);
  wholeNumber(1, MAX_COUNT)(count, ["count"], CODE);
  const byId = new Map(parts.map((part) => [part.characteristic, part]));
  const sums = new Map<string, PmmlReason>();
  for (const line of lines) {
    const { characteristic, baseline } = line;
    const part =
      byId.get(characteristic) ??
      refuse(CODE, ["result", "parts"], "lacks a characteristic", { known: [characteristic] });
    const code = codeOf(line, part);
    if (code === undefined) continue;
    const below = baseline - part.points;
    const before = sums.get(code) ?? { code, points: 0, characteristics: [] };
    sums.set(code, {
      code,
      points: before.points + (algorithm === "pointsBelow" ? below : part.points - baseline),
      characteristics: [...before.characteristics, characteristic],
    });
  }
  const ranked = [...sums.values()].filter((reason) => reason.points >= 0).sort((a, b) => b.points - a.points);
  return Array.from({ length: count }, (_, place) => ranked[place] ?? null);
}
