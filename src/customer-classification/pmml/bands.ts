import type { DecimalString, ScaledInteger } from "../../core/index.ts";
import { coefficientAt, roundExact } from "../../core/inner.ts";
import { textOf } from "../card/short-decimal.ts";
import type { PmmlElement } from "./element.ts";
import type { PmmlField, ValidRange } from "./fields.ts";
import { tryReal } from "./numbers.ts";
import type { Literal, Sample } from "./predicates.ts";
import { refuseUnsupported } from "./refusals.ts";

/*
 * First true attribute, in document order, for every value there is. The numbers that the predicates of a characteristic
 * name cut the line of numbers into points and the stretches between them, and on each of these all predicates are
 * constant: so one look at each is enough, and the answer is exact, whatever overlaps.
 */

/** Where a half-open band of a card can begin or end. */
interface Cut {
  /** Comparable with the others of its field: minor units, whole numbers, or doubles. */
  readonly at: number;
  readonly text: DecimalString;
}

/** Values from one edge to another that all find the same attribute. */
export interface Stretch<T> {
  readonly from: DecimalString | null;
  readonly below: DecimalString | null;
  readonly answer: T;
}

/** Most characters of an edge. */
const MAX_EDGE = 80;

/**
 * The smallest edge above zero that can be written. Doubles go on below it, down to 5e-324: those between count as zero, which
 * is the one place where a band of doubles does not begin exactly where the document says.
 */
const LEAST_EDGE = `0.${"0".repeat(MAX_EDGE - 3)}1`;

/** The next double above one; above zero the next that can be an edge. */
function nextUp(value: number): number {
  if (value === 0) return Number(LEAST_EDGE);
  const cell = new DataView(new ArrayBuffer(8));
  cell.setFloat64(0, value);
  cell.setBigInt64(0, cell.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return cell.getFloat64(0);
}

/** A double as an edge. */
function cutAtDouble(value: number): Cut {
  const exact = tryReal(String(value));
  return { at: value, text: exact === null ? "" : textOf(exact) };
}

/** Where the values of a field begin, and the cuts right below and right above a number. */
interface Grid {
  readonly least: number;
  readonly end: number;
  readonly cutsAt: (value: ScaledInteger) => readonly [below: Cut, above: Cut];
}

const DOUBLES: Grid = {
  least: -Number.MAX_VALUE,
  end: Infinity,
  cutsAt: (value) => {
    const double = Number(textOf(value));
    return [cutAtDouble(double), cutAtDouble(nextUp(double))];
  },
};

/** Whole numbers of units of `10^-exponent`. */
function unitGrid(exponent: number): Grid {
  const cut = (units: bigint): Cut => ({ at: Number(units), text: textOf({ coefficient: units, scale: exponent }) });
  return {
    least: -Number.MAX_SAFE_INTEGER,
    end: Number.MAX_SAFE_INTEGER + 1,
    cutsAt: (value) => [cut(roundExact(value, exponent, "ceiling")), cut(roundExact(value, exponent, "floor") + 1n)],
  };
}

/** The grid of the values of a field; `exponent` are the fraction digits of the currency. */
function gridOf(field: PmmlField, exponent: number): Grid {
  if (field.kind === "number") return DOUBLES;
  return unitGrid(field.kind === "money" ? exponent : 0);
}

/** Whether a value is in one of the ranges a field declares, where it declares any. */
function isInRanges(ranges: readonly ValidRange[], orderOf: (margin: ScaledInteger) => number): boolean {
  if (ranges.length === 0) return true;
  return ranges.some(({ low, high, withLow, withHigh }) => {
    const fromLow = low === null ? 1 : orderOf(low);
    const fromHigh = high === null ? -1 : orderOf(high);
    return (withLow ? fromLow >= 0 : fromLow > 0) && (withHigh ? fromHigh <= 0 : fromHigh < 0);
  });
}

/** The numbers that cut a field, each once and ascending, and the place of each text among them. */
interface Numbers {
  readonly sorted: readonly ScaledInteger[];
  readonly placeOf: (value: ScaledInteger) => number;
}

/** Numbers in their order; for doubles two texts of one double are one number. */
function orderNumbers(numbers: readonly ScaledInteger[], isDouble: boolean): Numbers {
  const keyOf = isDouble ? (value: ScaledInteger) => String(Number(textOf(value))) : textOf;
  const distinct = new Map(numbers.map((value) => [keyOf(value), value]));
  const scale = Math.max(0, ...numbers.map((value) => value.scale));
  const sizes = new Map([...distinct].map(([key, value]) => [key, coefficientAt(scale, value)]));
  const keys = [...distinct.keys()].sort((a, b) => {
    const difference = (sizes.get(a) ?? 0n) - (sizes.get(b) ?? 0n);
    return Number(difference > 0n) - Number(difference < 0n);
  });
  const placeOfKey = new Map(keys.map((key, index) => [key, index]));
  // looked up for each predicate and each stretch: by identity, because a key takes long to make
  const places = new Map(numbers.map((value) => [value, placeOfKey.get(keyOf(value)) ?? -1]));
  return {
    sorted: keys.flatMap((key) => distinct.get(key) ?? []),
    placeOf: (value) => places.get(value) ?? -1,
  };
}

/** A sample that stands at a place: even places are stretches, odd ones the numbers between them. */
function sampleAt(
  place: number,
  numbers: Numbers,
): { readonly sample: Sample; orderOf: (value: ScaledInteger) => number } {
  const orderOf = (value: ScaledInteger): number => place - (2 * numbers.placeOf(value) + 1);
  return { orderOf, sample: ({ number }: Literal) => (number === null ? Number.NaN : orderOf(number)) };
}

/** The numbers of literals and of the ranges of a field. */
function numbersOf(field: PmmlField, literals: readonly Literal[]): readonly ScaledInteger[] {
  const margins = field.ranges.flatMap(({ low, high }) => [low, high]);
  return [...literals.map(({ number }) => number), ...margins].filter((value) => value !== null);
}

/**
 * The answers for every value of a field of numbers, in half-open stretches of which no two neighbours have the same
 * answer; `answerOf` is asked once for each number named and each stretch between two of them that has a value.
 */
export function stretchesOf<T>(
  field: PmmlField,
  literals: readonly Literal[],
  exponent: number,
  answerOf: (sample: Sample, isValid: boolean) => T,
  element: PmmlElement,
): { readonly stretches: readonly Stretch<T>[]; readonly moved: readonly DecimalString[] } {
  const grid = gridOf(field, exponent);
  const numbers = orderNumbers(numbersOf(field, literals), field.kind === "number");
  const cuts = numbers.sorted.flatMap((value) => grid.cutsAt(value));
  const named = new Set(numbers.sorted.map((value) => textOf(value)));
  const stretches: Stretch<T>[] = [];
  const moved: DecimalString[] = [];
  for (let place = 0; place <= cuts.length; place++) {
    const from = cuts[place - 1];
    const starts = Math.max(from?.at ?? grid.least, grid.least);
    if (starts >= Math.min(cuts[place]?.at ?? grid.end, grid.end)) continue;
    const { sample, orderOf } = sampleAt(place, numbers);
    const answer = answerOf(sample, isInRanges(field.ranges, orderOf));
    const before = stretches.at(-1);
    if (before?.answer === answer) continue;
    if (before === undefined || from === undefined) {
      stretches.push({ from: null, below: null, answer });
      continue;
    }
    if (from.text === "" || from.text.length > MAX_EDGE) refuseUnsupported("edge", element, { field: field.name });
    if (!named.has(from.text)) moved.push(from.text);
    stretches[stretches.length - 1] = { ...before, below: from.text };
    stretches.push({ from: from.text, below: null, answer });
  }
  return { stretches, moved };
}

/** A sample of a number that a field is given in place of a missing one; it is among the literals. */
export function sampleOfNumber(field: PmmlField, literals: readonly Literal[], literal: Literal): Sample {
  const numbers = orderNumbers(numbersOf(field, literals), field.kind === "number");
  return literal.number === null ? null : sampleAt(2 * numbers.placeOf(literal.number) + 1, numbers).sample;
}

/** A sample of a category or a flag; null for one that no predicate names. */
export function sampleOfWord(word: string | null): Sample {
  return ({ text }) => (text === word ? 0 : Number.NaN);
}
