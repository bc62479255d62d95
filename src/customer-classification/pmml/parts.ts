import type { Axis } from "../classes.ts";
import type { Characteristic } from "../card/characteristic.ts";
import { answersOf, constantAnswer, type PmmlCharacteristic } from "./characteristics.ts";
import type { PmmlElement } from "./element.ts";
import { isRate } from "./expressions.ts";
import type { PmmlField } from "./fields.ts";
import { constantLine, digitsOf, lineOf, pointsOf, type CardLineDraft, type PointScale } from "./lines.ts";
import { readReal } from "./numbers.ts";
import type { PmmlReasonLine } from "./reason-codes.ts";
import { refuseInvalid, refuseUnsupported } from "./refusals.ts";

/** Most fraction digits of points. */
const MAX_DIGITS = 9;

/** What a document says, taken apart and not yet put together as a card. */
export interface Parts {
  readonly scorecard: PmmlElement;
  readonly characteristics: readonly PmmlCharacteristic[];
  /** The fields that are looked at. */
  readonly used: readonly PmmlField[];
  readonly scale: PointScale;
  readonly categories: ReadonlyMap<PmmlField, readonly string[]>;
  readonly axisOf: (id: string) => Axis;
  readonly withReasons: boolean;
}

/** Fraction digits that all points of a document need. */
export function digitsNeeded(
  scorecard: PmmlElement,
  characteristics: readonly PmmlCharacteristic[],
  exponent: number,
  withReasons: boolean,
): number {
  const { initialScore = "0", baselineScore } = scorecard.attributes;
  const own = [readReal(initialScore, scorecard, "initialScore")];
  if (withReasons && baselineScore !== undefined) own.push(readReal(baselineScore, scorecard, "baselineScore"));
  const baselines = characteristics.flatMap(({ baseline }) => (withReasons ? (baseline ?? []) : []));
  const digits = [
    ...[...own, ...baselines].map(({ scale }) => scale),
    ...characteristics.flatMap(({ attributes }) =>
      attributes.map(({ score, element }) => digitsOf(score, exponent, element)),
    ),
  ].reduce((most, scale) => Math.max(most, scale), 0);
  return digits > MAX_DIGITS ? refuseUnsupported("points", scorecard, { limit: MAX_DIGITS }) : digits;
}

/** The line of a characteristic, on its field or, when it has none, on the first that is used. */
export function draftOf(characteristic: PmmlCharacteristic, parts: Parts): CardLineDraft {
  const { scale, categories, used, axisOf } = parts;
  const { id, field, attributes, element } = characteristic;
  const axis = axisOf(id);
  if (field !== null) {
    const answers = answersOf(characteristic, field, categories.get(field) ?? [], scale.exponent);
    return lineOf(characteristic, field, answers, axis, scale);
  }
  const place = constantAnswer(characteristic);
  const score = attributes[place]?.score;
  const [first] = used;
  if (score === undefined || isRate(score) || first === undefined) {
    return refuseUnsupported("no-field", element, { characteristic: id });
  }
  const line = constantLine(id, pointsOf(score, scale, element), first, categories.get(first) ?? [], axis);
  return {
    line,
    notes: [],
    places: first.kind === "flag" ? [place, place] : [place],
    lacking: { missing: place, invalid: place, unknown: first.kind === "category" ? place : null },
  };
}

/** Baseline and codes of a characteristic, for the values its line has points for. */
export function reasonLineOf(characteristic: PmmlCharacteristic, draft: CardLineDraft, parts: Parts): PmmlReasonLine {
  const { id, baseline, element, attributes } = characteristic;
  const { scorecard, scale } = parts;
  const { baselineScore } = scorecard.attributes;
  const codeAt = (place: number): string => {
    const attribute = attributes[place];
    return attribute?.code ?? refuseInvalid("attribute-missing", attribute?.element ?? element, { name: "reasonCode" });
  };
  const common = baselineScore === undefined ? null : readReal(baselineScore, scorecard, "baselineScore");
  const own = baseline ?? common ?? refuseInvalid("attribute-missing", element, { name: "baselineScore" });
  const { line, places, lacking } = draft;
  const codes = places.map(codeAt);
  const isFlag = line.scale === "flag";
  if (isFlag && line.whenTrue === line.whenFalse && codes[0] !== codes[1]) {
    refuseUnsupported("codes-of-flag", element, { characteristic: id });
  }
  const { missing, unknown, invalid } = lacking;
  return {
    characteristic: id,
    baseline: pointsOf(own, scale, element),
    codes,
    ...(isFlag ? { flagPoints: [line.whenFalse, line.whenTrue] } : {}),
    ...(missing === null ? {} : { missing: codeAt(missing) }),
    ...(unknown === null ? {} : { unknown: codeAt(unknown) }),
    ...(invalid === null ? {} : { invalid: codeAt(invalid) }),
  };
}

/** The name of the line of the initial score: one that no characteristic has. */
export function initialNameOf(characteristics: readonly PmmlCharacteristic[]): string {
  let name = "initialScore";
  while (characteristics.some(({ id }) => id === name)) name = `${name}_`;
  return name;
}

/** The line that gives everybody the initial score; none when it is 0. */
export function initialLine(parts: Parts): readonly Characteristic[] {
  const { scorecard, scale, used, categories, characteristics, axisOf } = parts;
  const points = pointsOf(
    readReal(scorecard.attributes["initialScore"] ?? "0", scorecard, "initialScore"),
    scale,
    scorecard,
  );
  const [field] = used;
  if (points === 0 || field === undefined) return [];
  const id = initialNameOf(characteristics);
  return [constantLine(id, points, field, categories.get(field) ?? [], axisOf(id))];
}
