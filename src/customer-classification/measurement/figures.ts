import { powerOfTen } from "../../core/inner.ts";

/** Fraction digits of the figures of a measurement. */
export const MEASUREMENT_DIGITS = 10;

/**
 * A figure at its stated number of digits, so that logarithms and roots, which may differ in their last bit from engine to
 * engine, give the same result everywhere.
 */
export function figureOf(value: number): number {
  const scale = powerOfTen(MEASUREMENT_DIGITS);
  // a negative zero would be one more way to write 0
  return Math.round(value * scale) / scale + 0;
}
