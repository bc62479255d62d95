import type { DecimalString, ScaledInteger } from "../../core/index.ts";
import { coefficientAt } from "../../core/inner.ts";
import type { Axis } from "../classes.ts";
import type { Characteristic, InputPolicy } from "../card/characteristic.ts";
import { textOf } from "../card/short-decimal.ts";
import { MAX_BANDS, MAX_POINTS } from "../ledger/codes.ts";
import type { Answers, PmmlCharacteristic } from "./characteristics.ts";
import type { PmmlElement } from "./element.ts";
import { decimalOf, isRate, wholeAt, type Fraction, type PartialScore, type RateScore } from "./expressions.ts";
import type { PmmlField } from "./fields.ts";
import { noteOf, refuseUnsupported, type PmmlNote } from "./refusals.ts";

/** What a scorecard multiplies its points by, as a power of ten. */
export interface PointScale {
  readonly digits: number;
  /** Fraction digits of the currency. */
  readonly exponent: number;
}

/** Whole points of the card. */
export function pointsOf(value: ScaledInteger, { digits }: PointScale, element: PmmlElement): number {
  const points = coefficientAt(digits, value);
  if (points > MAX_POINTS || points < -MAX_POINTS) refuseUnsupported("points", element, { limit: MAX_POINTS });
  return Number(points);
}

/** Points for one minor unit, or one whole number. */
function factorOfUnit({ factor, field }: RateScore, exponent: number): Fraction {
  const unit = coefficientAt(field.kind === "money" ? exponent : 0, { coefficient: 1n, scale: 0 });
  return { over: factor.over, under: factor.under * unit };
}

/** A fraction that is a decimal. */
function readDecimalOf(value: Fraction, element: PmmlElement): ScaledInteger {
  return decimalOf(value) ?? refuseUnsupported("expression", element);
}

/** Fraction digits that the points of an attribute need. */
export function digitsOf(score: PartialScore, exponent: number, element: PmmlElement): number {
  if (!isRate(score)) return score.scale;
  const limits = [score.min, score.max].filter((limit) => limit !== null);
  const steps = score.isWhole ? [] : [factorOfUnit(score, exponent)];
  return Math.max(0, ...[...steps, ...limits].map((value) => readDecimalOf(value, element).scale));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

type RateMembers = Pick<
  Extract<Characteristic, { readonly scale: "linear" }>,
  "scale" | "per" | "points" | "min" | "max"
>;

/** The members of a line in proportion to its field, which give exactly the points of the expression. */
function rateMembers(rate: RateScore, scale: PointScale, element: PmmlElement): RateMembers {
  const exponent = rate.field.kind === "money" ? scale.exponent : 0;
  // of whole points no fraction is left that could be multiplied
  if (rate.isWhole && scale.digits > 0) refuseUnsupported("expression", element, { name: "floor" });
  const { over, under } = factorOfUnit(rate, scale.exponent);
  const scaled = coefficientAt(scale.digits, { coefficient: over, scale: 0 });
  const divisor = greatestCommonDivisor(scaled, under);
  const [points, per] = [scaled / divisor, under / divisor];
  const limit = (value: Fraction | null, otherwise: number): number => {
    const whole = value === null ? BigInt(otherwise) : (wholeAt(scale.digits, value) ?? 0n);
    if (whole > MAX_POINTS || whole < -MAX_POINTS) refuseUnsupported("points", element, { limit: MAX_POINTS });
    return Number(whole);
  };
  const [min, max] = [limit(rate.min, -MAX_POINTS), limit(rate.max, MAX_POINTS)];
  const isTooLarge = points > MAX_POINTS || points < -MAX_POINTS || per * points > Number.MAX_SAFE_INTEGER;
  if (isTooLarge || per > Number.MAX_SAFE_INTEGER || -per * points > Number.MAX_SAFE_INTEGER) {
    refuseUnsupported("points", element, { limit: MAX_POINTS });
  }
  if (min >= max) refuseUnsupported("expression", element, { name: "min" });
  return { scale: "linear", per: textOf({ coefficient: per, scale: exponent }), points: Number(points), min, max };
}

/** A line of the card, what is to be noted of it, and which attribute answers in which band. */
export interface CardLineDraft {
  readonly line: Characteristic;
  readonly notes: readonly PmmlNote[];
  /** Attribute by band or group, of false and true, or of the rate. */
  readonly places: readonly number[];
  /** Attribute for values that are not usable; null where the card rejects them. */
  readonly lacking: Pick<Answers, "missing" | "unknown" | "invalid">;
}

/** Makes the line of a characteristic that looks at a field. */
export function lineOf(
  characteristic: PmmlCharacteristic,
  field: PmmlField,
  answers: Answers,
  axis: Axis,
  scale: PointScale,
): CardLineDraft {
  const { id, element, attributes, code } = characteristic;
  const about = { characteristic: id, field: field.name };
  const scoreAt = (place: number): PartialScore => attributes[place]?.score ?? { coefficient: 0n, scale: 0 };
  const pointsAt = (place: number): number => {
    const score = scoreAt(place);
    if (isRate(score)) return refuseUnsupported("expression-in-bands", element, about);
    return pointsOf(score, scale, attributes[place]?.element ?? element);
  };
  const policy = (place: number | null): InputPolicy => (place === null ? "reject" : { points: pointsAt(place) });
  const { missing: ofMissing, unknown, invalid: ofInvalid } = answers;
  const lacking = { missing: ofMissing, invalid: ofInvalid, unknown: field.kind === "category" ? unknown : null };
  const missing = policy(answers.missing);
  const invalid = policy(answers.invalid);
  const base = {
    id,
    feature: field.name,
    axis,
    appliesTo: "everyone",
    ...(code === null ? {} : { reason: code }),
  } as const;
  const tooMany = (length: number): void => {
    if (length > MAX_BANDS) refuseUnsupported("too-many", element, { ...about, limit: MAX_BANDS });
  };
  switch (field.kind) {
    case "category": {
      const places = [...new Set(answers.words.values())];
      tooMany(places.length);
      const groups = places.map((place) => ({
        values: [...answers.words].filter(([, answer]) => answer === place).map(([word]) => word),
        points: pointsAt(place),
      }));
      const inputs = { missing, invalid, unknown: policy(answers.unknown) };
      return { line: { ...base, scale: "categories", groups, inputs }, notes: [], places, lacking };
    }
    case "flag": {
      const places = [...answers.words.values()];
      const [whenFalse = 0, whenTrue = 0] = places.map(pointsAt);
      return {
        line: { ...base, scale: "flag", whenTrue, whenFalse, inputs: { missing, invalid } },
        notes: [],
        places,
        lacking,
      };
    }
    case "money":
    case "number":
    case "integer": {
      const { stretches, moved } = answers;
      const places = stretches.map(({ answer }) => answer);
      const only = scoreAt(places[0] ?? 0);
      if (places.length === 1 && isRate(only)) {
        if (field.kind === "number") refuseUnsupported("expression-of-number", element, about);
        const isCapped = only.min === null || only.max === null;
        const notes = isCapped ? [noteOf("rate-capped", element, { ...about, points: MAX_POINTS })] : [];
        return {
          line: { ...base, ...rateMembers(only, scale, element), inputs: { missing, invalid } },
          notes,
          places,
          lacking,
        };
      }
      tooMany(places.length);
      const bands = stretches.map(({ below, answer }) => ({
        ...(below === null ? {} : { below }),
        points: pointsAt(answer),
      }));
      const edges: readonly DecimalString[] = field.kind === "number" ? moved : [];
      const notes = edges.length === 0 ? [] : [noteOf("edge-moved", element, { ...about, values: edges })];
      return { line: { ...base, scale: "bands", bands, inputs: { missing, invalid } }, notes, places, lacking };
    }
  }
}

/** A line that gives the same points whatever the value is, on any feature of the card. */
export function constantLine(
  id: string,
  points: number,
  field: PmmlField,
  categories: readonly string[],
  axis: Axis,
): Characteristic {
  const own = { points } as const;
  const base = { id, feature: field.name, axis, appliesTo: "everyone" } as const;
  const inputs = { missing: own, invalid: own } as const;
  switch (field.kind) {
    case "category":
      return {
        ...base,
        scale: "categories",
        groups: [{ values: categories, points }],
        inputs: { ...inputs, unknown: own },
      };
    case "flag":
      return { ...base, scale: "flag", whenTrue: points, whenFalse: points, inputs };
    case "money":
    case "number":
    case "integer":
      return { ...base, scale: "bands", bands: [{ points }], inputs };
  }
}
