/** Below this, `rate × nper` changes no digit of a double, and the limit of the formulas at rate 0 is exact. */
const NEGLIGIBLE = 1e-17;

/** Below this, `log rate × periods` makes the terms of a sum of interest nearly cancel, and a series takes over. */
const NEAR = 0.5;

/** Whether a rate is 0 as far as `nper` periods can tell. */
export function negligible(rate: number, nper: number): boolean {
  return Math.abs(rate) * (nper + 1) < NEGLIGIBLE;
}

/** `1 − e^(−z)`. */
function lost(z: number): number {
  return -Math.expm1(-z);
}

/**
 * Balance of a level-payment loan `passed` periods after its start, from what is left to be paid: no power above 1 is
 * formed, and `pv` and `fv` are weighted by numbers between 0 and 1, so that nothing cancels that does not cancel in
 * money.
 */
export function balanceAfter(rate: number, nper: number, pv: number, fv: number, passed: number): number {
  const left = nper - passed;
  if (negligible(rate, nper)) return pv * (left / nper) - fv * (passed / nper);
  const x = Math.log1p(rate);
  const y = Math.abs(x);
  const whole = lost(y * nper);
  const [ofPv, ofFv] =
    x > 0
      ? [lost(y * left), Math.exp(-y * left) * lost(y * passed)]
      : [Math.exp(-y * passed) * lost(y * left), lost(y * passed)];
  return pv * (ofPv / whole) - fv * (ofFv / whole);
}

/** Part of `pv + fv` that the payment of one period repays after `passed` periods; payments at the end. */
export function repaidShare(rate: number, nper: number, passed: number): number {
  if (negligible(rate, nper)) return 1 / nper;
  const x = Math.log1p(rate);
  const y = Math.abs(x);
  return (Math.abs(rate) * Math.exp(-y * (x > 0 ? nper - passed : passed))) / lost(y * nper);
}

/** Part of the loan repaid in `count` periods after `passed`; payments at the end, nothing left at the end of `nper`. */
export function repaidShares(rate: number, nper: number, passed: number, count: number): number {
  if (negligible(rate, nper)) return count / nper;
  const x = Math.log1p(rate);
  const y = Math.abs(x);
  const apart = x > 0 ? nper - passed - count : passed;
  return (Math.exp(-y * apart) * lost(y * count)) / lost(y * nper);
}

/** `sinh z − z` for `|z|` up to 0.25. */
function tailOfSinh(z: number): number {
  const q = z * z;
  return ((z * q) / 6) * (1 + (q / 20) * (1 + (q / 42) * (1 + (q / 72) * (1 + q / 110))));
}

/** Sum of `1 − e^(−x·j)` for `count` consecutive `j` around `middle`, without cancellation while `x·j` is small. */
function sumOfLost(x: number, middle: number, count: number): number {
  const half = x / 2;
  // how far the sum of e^(−x·j) exceeds `count` times its middle term
  const bulge = (tailOfSinh(count * half) - count * tailOfSinh(half)) / Math.sinh(half);
  return -count * Math.expm1(-x * middle) - Math.exp(-x * middle) * bulge;
}

/**
 * Interest of `count` periods after `passed` as a part of the loan; payments at the end, nothing left at the end of
 * `nper`. It has the sign of the rate.
 */
export function interestShares(rate: number, nper: number, passed: number, count: number): number {
  const longest = nper - passed;
  const middle = longest - (count - 1) / 2;
  if (negligible(rate, nper)) return rate * count * (middle / nper);
  const x = Math.log1p(rate);
  const y = Math.abs(x);
  const whole = lost(y * nper);
  if (y * longest < NEAR) {
    const sum = sumOfLost(x, middle, count);
    return rate * ((x > 0 ? sum : -sum * Math.exp(-y * nper)) / whole);
  }
  const run = lost(y * count) / lost(y);
  const sum =
    x > 0
      ? count - Math.exp(-y * (longest - count + 1)) * run
      : Math.exp(-y * passed) * run - count * Math.exp(-y * nper);
  return rate * (sum / whole);
}
