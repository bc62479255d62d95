/**
 * A function of `x = ln(1 + rate)` whose zero is sought: `ln P(x) − ln N(x)`, the logarithm of discounted inflows over
 * discounted outflows. Almost linear in `x`, it suits Newton's method at every scale, near −100 % and at 10^100 alike.
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
export const STEP = 1e-5;

/** Steps in `x` above this, in units of the horizon, are not corrections of rounding: the root is nearly double. */
export const LARGEST_CORRECTION = 1e-3;

/** A correction below this, in units of the horizon, leaves nothing to correct. */
export const SETTLED = 1e-10;

/** Below this a curve is level, as far as doubles can tell. */
const FLAT = 1e-13;

/**
 * First guess of a zero from value, slope and curvature at `x` = 0 (Halley's step), held back where the curve bends too
 * much for it to be trusted.
 */
export function startFromZero(value: number, slope: number, curvature: number): number {
  const straight = -value / slope;
  const bend = 1 - (value * curvature) / (2 * slope * slope);
  const start = bend > 0.5 && bend < 2 ? straight / bend : straight;
  // a zero slope says nothing, and e^5 per period is as far as a first guess should go
  return start > -5 && start < 5 ? start : 0;
}

/** Enough for bisection alone to reach neighbouring doubles; at these it stands still. */
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
    // a value of 0 without a slope is the level to which the curve flattens far out, not a zero
    const flat = Math.abs(f.slope) * horizon < FLAT && Math.abs(f.value) < FLAT;
    const beyond = flat ? x > 0 : f.value > 0 === rising;
    if (beyond) high = x;
    else low = x;
    let next = flat ? NaN : x - f.value / f.slope;
    // already at the end of the bracket when rounding is all that is left
    if (Math.abs(next - x) * horizon <= STEP) return Math.min(Math.max(next, low), high);
    // the first steps may grow: the start can be far away; later ones must halve
    if (!(next > low && next < high) || (i > 3 && Math.abs(next - x) > lastStep / 2)) {
      next = low + (high - low) / 2;
    }
    lastStep = Math.abs(next - x);
    x = next;
    if (lastStep * horizon <= STEP) return x;
  }
  return x;
}

/** Zeros nearer to an end of the range than this, in units of the horizon, lie at it or beyond. */
const AT_END = 1e-4;

/** Whether a zero lies in the range and not at an end of it. */
export function isWithin(x: number, low: number, high: number, horizon: number): boolean {
  return (x - low) * horizon > AT_END && (high - x) * horizon > AT_END;
}

/** The one zero of a function that has at most one, by {@link newton}; none when it lies outside the range. */
export function onlyZero(
  f: LogRatio,
  low: number,
  high: number,
  rising: boolean,
  start: number,
  horizon: number,
): readonly number[] {
  const x = newton(f, low, high, rising, start, horizon);
  return isWithin(x, low, high, horizon) ? [x] : [];
}
