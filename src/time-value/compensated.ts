/** 2^27 + 1: splits a double into two halves of 26 bits (Dekker, 1971). */
const SPLITTER = 134217729;

/**
 * What rounding lost in `product = a × b`, exact while neither factor exceeds 1e300.
 *
 * @see T. J. Dekker, "A floating-point technique for extending the available precision", 1971
 */
export function productError(a: number, b: number, product: number): number {
  const ta = SPLITTER * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLITTER * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}

/**
 * What rounding lost in `sum = a + b`, exact.
 *
 * @see D. E. Knuth, The Art of Computer Programming, vol. 2, 4.2.2
 */
export function sumError(a: number, b: number, sum: number): number {
  const virtual = sum - a;
  return a - (sum - virtual) + (b - virtual);
}
