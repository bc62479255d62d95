/**
 * A function of `x = ln(1 + rate)` whose zero is sought: `ln P(x) − ln N(x)`, the logarithm of discounted inflows over
 * discounted outflows. Almost straight in `x`, it suits Newton's method at every scale, near −100 % and at 10^100 alike.
 */
export interface LogRatio {
  /** Value at the last `x` evaluated. */
  value: number;
  /** Derivative there: mean time of the outflows less mean time of the inflows. */
  slope: number;
  /** Times evaluated so far. */
  evaluations: number;
  evaluate(x: number): void;
}

/** A step this small, in units of the flows' horizon, leaves an error that one compensated step removes. */
const STEP = 1e-6;

/** Enough for bisection alone to reach neighbouring doubles. */
const MAX_STEPS = 200;

/**
 * Newton's method that keeps the zero between two ends and halves the distance whenever it would not shrink by itself.
 *
 * @param f - the function; its sign at the ends differs
 * @param low - lower end
 * @param high - upper end
 * @param rising - whether f is below 0 at the lower end
 * @param start - first point, between the ends
 * @param horizon - span of the flows in the unit of `1/x`; steps are judged in its scale
 * @returns the zero, to about `STEP² / horizon`
 */
export function newton(
  f: LogRatio,
  low: number,
  high: number,
  rising: boolean,
  start: number,
  horizon: number,
): number {
  let x = start;
  let lastStep = Infinity;
  for (let i = 0; i < MAX_STEPS; i++) {
    f.evaluate(x);
    if (f.value === 0) return x;
    if (f.value > 0 === rising) high = x;
    else low = x;
    let next = x - f.value / f.slope;
    // the first steps may grow: the start can be far away; later ones must halve
    if (!(next > low && next < high) || (i > 3 && Math.abs(next - x) > lastStep / 2)) {
      next = low + (high - low) / 2;
      if (next <= low || next >= high) return x;
    }
    lastStep = Math.abs(next - x);
    x = next;
    if (lastStep * horizon <= STEP) return x;
  }
  return x;
}
