import type { ScaledInteger } from "../../core/index.ts";
import { coefficientAt } from "../../core/inner.ts";
import { shortest } from "../card/short-decimal.ts";
import type { PmmlElement } from "./element.ts";
import { readAttribute } from "./known-elements.ts";
import type { PmmlField } from "./fields.ts";
import { readReal, tryReal } from "./numbers.ts";
import type { Naming } from "./predicates.ts";
import { refuseInvalid, refuseUnsupported } from "./refusals.ts";

/** An exact fraction; the denominator is above zero. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/**
 * Points in proportion to a field: `factor` for each unit, within limits, rounded down to whole points where `isWhole`.
 */
export interface RateScore {
  readonly field: PmmlField;
  readonly factor: Fraction;
  readonly min: Fraction | null;
  readonly max: Fraction | null;
  readonly isWhole: boolean;
}

/** What an attribute scores: points, or points in proportion to a field. */
export type PartialScore = ScaledInteger | RateScore;

/** Whether a score is in proportion to a field. */
export const isRate = (score: PartialScore | Fraction): score is RateScore => "factor" in score;

const ONE: Fraction = { over: 1n, under: 1n };

/** Largest fraction digits that a quotient of constants may need. */
const MAX_DIGITS = 20;

function fractionOf({ coefficient, scale }: ScaledInteger): Fraction {
  return { over: coefficient, under: coefficientAt(scale, { coefficient: 1n, scale: 0 }) };
}

/** Beyond any figure of a scorecard: what gets here is refused, before it demands gigabyte integers. */
const MAX_FIGURE = 2n ** 2000n;

/** A product; null where it is out of all proportion. */
function times(a: Fraction, b: Fraction): Fraction | null {
  const [over, under] = [a.over * b.over, a.under * b.under];
  return over > MAX_FIGURE || over < -MAX_FIGURE || under > MAX_FIGURE ? null : { over, under };
}

const compare = (a: Fraction, b: Fraction): bigint => a.over * b.under - b.over * a.under;

/** The inverse; null of zero. */
function inverse({ over, under }: Fraction): Fraction | null {
  if (over === 0n) return null;
  return over < 0n ? { over: -under, under: -over } : { over: under, under: over };
}

/** What a fraction is when multiplied by a power of ten, if that is a whole number. */
export function wholeAt(digits: number, { over, under }: Fraction): bigint | null {
  const coefficient = coefficientAt(digits, { coefficient: over, scale: 0 });
  return coefficient % under === 0n ? coefficient / under : null;
}

/** A fraction as a decimal; null when none is equal to it. */
export function decimalOf(value: Fraction): ScaledInteger | null {
  const coefficient = wholeAt(MAX_DIGITS, value);
  return coefficient === null ? null : shortest({ coefficient, scale: MAX_DIGITS });
}

/** A constant, or a rate whose limits and rounding come last. */
type Term = Fraction | RateScore;

/** Refuses an expression that is neither a constant nor a rate. */
function refuseExpression(element: PmmlElement): never {
  const { function: called } = element.attributes;
  return refuseUnsupported("expression", element, called === undefined ? {} : { name: called });
}

function product(a: Term, b: Term, element: PmmlElement): Term {
  if (!isRate(a)) return isRate(b) ? product(b, a, element) : (times(a, b) ?? refuseExpression(element));
  // of a rate with limits, or rounded, no multiple is a rate of a card
  if (isRate(b) || a.min !== null || a.max !== null || a.isWhole) return refuseExpression(element);
  return { ...a, factor: times(a.factor, b) ?? refuseExpression(element) };
}

function limited(a: Term, b: Term, isLeast: boolean, element: PmmlElement): Term {
  if (!isRate(a)) {
    if (isRate(b)) return limited(b, a, isLeast, element);
    return compare(a, b) < 0n === isLeast ? b : a;
  }
  if (isRate(b)) return refuseExpression(element);
  const { min, max } = a;
  // the limit that is set last wins where the two cross, so that they must not
  if (isLeast) {
    if (max !== null && compare(b, max) > 0n) return refuseExpression(element);
    return { ...a, min: min === null || compare(b, min) > 0n ? b : min };
  }
  if (min !== null && compare(b, min) < 0n) return refuseExpression(element);
  return { ...a, max: max === null || compare(b, max) < 0n ? b : max };
}

/** Rounds down: whole limits stay what they are. */
function roundedDown(term: Term, element: PmmlElement): Term {
  if (!isRate(term))
    return { over: (term.over - (((term.over % term.under) + term.under) % term.under)) / term.under, under: 1n };
  const limits = [term.min, term.max].filter((limit) => limit !== null);
  if (limits.some((limit) => wholeAt(0, limit) === null)) return refuseExpression(element);
  return { ...term, isWhole: true };
}

/** Text of a whole number. */
const WHOLE = /^[+-]?\d+$/;

/** Whether an engine that has types computes an expression in whole numbers: its fields and constants are of type integer. */
function isOfIntegers(element: PmmlElement, naming: Naming): boolean {
  const { attributes, children } = element;
  switch (element.name) {
    case "Constant": {
      const { dataType } = attributes;
      return dataType === undefined ? WHOLE.test(element.text.trim()) : dataType === "integer";
    }
    case "FieldRef":
      return naming.fieldAt(element).element.attributes["dataType"] === "integer";
    default:
      return attributes["function"] === "floor" || children.every((child) => isOfIntegers(child, naming));
  }
}

/** A quotient; of two whole numbers it is whole, because jpmml cuts off what is behind the point, and not downwards. */
function quotient(a: Term, b: Term, element: PmmlElement, naming: Naming): Term {
  const divisor = isRate(b) ? null : inverse(b);
  if (divisor === null) return refuseExpression(element);
  const term = product(a, divisor, element);
  const { over, under } = isRate(term) ? term.factor : term;
  const isCutOff = over % under !== 0n && element.children.every((child) => isOfIntegers(child, naming));
  return isCutOff ? refuseExpression(element) : term;
}

function readCall(element: PmmlElement, naming: Naming): Term {
  const { mapMissingTo, defaultValue, invalidValueTreatment = "returnInvalid" } = element.attributes;
  const given = [
    ["mapMissingTo", mapMissingTo],
    ["defaultValue", defaultValue],
    ["invalidValueTreatment", invalidValueTreatment === "returnInvalid" ? undefined : invalidValueTreatment],
  ] as const;
  for (const [name, value] of given) {
    if (value !== undefined) refuseUnsupported("attribute", element, { name, value });
  }
  const called = readAttribute(element, "function");
  const [first, second, third] = element.children.map((child) => readTerm(child, naming));
  if (first === undefined) return refuseInvalid("element-missing", element, { name: "Constant" });
  if (second === undefined) return called === "floor" ? roundedDown(first, element) : refuseExpression(element);
  if (third !== undefined) return refuseExpression(element);
  switch (called) {
    case "*":
      return product(first, second, element);
    case "/":
      return quotient(first, second, element, naming);
    case "min":
    case "max":
      return limited(first, second, called === "max", element);
    default:
      return refuseExpression(element);
  }
}

function readTerm(element: PmmlElement, naming: Naming): Term {
  switch (element.name) {
    case "Constant": {
      const { missing = "false" } = element.attributes;
      if (missing !== "false" && missing !== "0")
        refuseUnsupported("attribute", element, { name: "missing", value: missing });
      const value = tryReal(element.text) ?? refuseInvalid("malformed-value", element, { value: element.text.trim() });
      return fractionOf(value);
    }
    case "FieldRef": {
      const { mapMissingTo } = element.attributes;
      if (mapMissingTo !== undefined)
        refuseUnsupported("attribute", element, { name: "mapMissingTo", value: mapMissingTo });
      return { field: naming.fieldAt(element), factor: ONE, min: null, max: null, isWhole: false };
    }
    default:
      return readCall(element, naming);
  }
}

/** What an attribute scores: its expression, which wins, or its points. */
export function readPartialScore(attribute: PmmlElement, naming: Naming): PartialScore {
  const [complex, second] = attribute.children.filter(({ name }) => name === "ComplexPartialScore");
  if (complex === undefined) return readReal(readAttribute(attribute, "partialScore"), attribute, "partialScore");
  if (second !== undefined) refuseInvalid("element-repeated", second);
  const [expression, other] = complex.children;
  if (other !== undefined) refuseInvalid("element-repeated", other);
  if (expression === undefined) return refuseInvalid("element-missing", complex, { name: "Constant" });
  const term = readTerm(expression, naming);
  if (isRate(term)) return term;
  return decimalOf(term) ?? refuseExpression(expression);
}
