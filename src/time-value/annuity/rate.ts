import { productError, sumError } from "../compensated.ts";
import { readWhen, refuseArgument } from "../errors.ts";
import { LARGEST_CORRECTION, type LogRatio, newton, onlyZero, SETTLED } from "../newton.ts";
import { scaleOf } from "../scale.ts";
import { HIGHEST, readLogGuess, LOWEST, refusal, solutionOf } from "../solution.ts";
import type { PaymentTiming, RateOutcome } from "../types.ts";

/** Arguments of `rate`, scaled to near 1. */
interface Terms {
  readonly nper: number;
  readonly pmt: number;
  readonly pv: number;
  readonly fv: number;
  readonly when: PaymentTiming;
}

/**
 * The flows of an annuity, netted: what flows at the start, `middle` level payments between, and what flows at the end,
 * `nper` later. A payment on the first or last day is part of `start` or `end`, so that amounts that cancel are gone.
 */
interface Annuity {
  readonly nper: number;
  readonly start: number;
  readonly level: number;
  readonly end: number;
  readonly middle: number;
  /** Timing of the payments seen from the start, and seen backwards from the end. */
  readonly when: PaymentTiming;
  readonly whenBack: PaymentTiming;
}

function netted({ nper, pmt, pv, fv, when }: Terms): Annuity {
  if (nper < 1) {
    // less than one payment has no day of its own
    return { nper, start: pv, level: pmt, end: fv, middle: nper, when, whenBack: when === 0 ? 1 : 0 };
  }
  const [start, end] = when === 0 ? [pv, fv + pmt] : [pv + pmt, fv];
  return { nper, start, level: pmt, end, middle: nper - 1, when: 0, whenBack: 0 };
}

/** Upper bound on the number of roots, of the same parity, and the sign of the value at very high rates. */
interface RootBound {
  readonly roots: number;
  readonly positiveAtEnd: boolean;
}

/**
 * Changes of sign in the equation times `rate`, a sum of real powers of `1 + rate` (Descartes for real exponents,
 * Laguerre), less the root at rate 0 that the factor brought in.
 */
function rootBound({ nper, pmt, pv, fv, when }: Terms): RootBound {
  const terms: (readonly [exponent: number, coefficient: number])[] =
    when === 0
      ? [
          [1, pv],
          [0, pmt - pv],
          [1 - nper, fv],
          [-nper, -pmt - fv],
        ]
      : [
          [1, pv + pmt],
          [0, -pv],
          [1 - nper, fv - pmt],
          [-nper, -fv],
        ];
  terms.sort((a, b) => b[0] - a[0]);
  let changes = 0;
  let leading = 0;
  let last = 0;
  for (let i = 0; i < terms.length; i++) {
    const [exponent, coefficient] = terms[i] ?? [0, 0];
    const next = terms[i + 1];
    // with one period two of the powers are the same
    const merged = next?.[0] === exponent ? coefficient + next[1] : coefficient;
    if (next?.[0] === exponent) i++;
    if (merged === 0) continue;
    if (last !== 0 && merged > 0 !== last > 0) changes++;
    last = merged;
    if (leading === 0) leading = merged;
  }
  return { roots: changes - 1, positiveAtEnd: leading > 0 };
}

/** Value of a payment of 1 per period at the log rate `x`, discounted to the start, and its derivative. */
function payments(x: number, nper: number, when: PaymentTiming): readonly [value: number, derivative: number] {
  const rate = Math.expm1(x);
  const z = nper * x;
  let value: number;
  let derivative: number;
  if (Math.abs(z) < 1e-4 && Math.abs(x) < 1e-4) {
    // first terms of Σ e^(−kx); the residual is formed elsewhere, so this only needs to steer
    value = rate === 0 ? nper : -Math.expm1(-z) / rate;
    derivative = (-nper * (nper + 1)) / 2 + (x * nper * (nper + 1) * (2 * nper + 1)) / 6;
  } else {
    value = -Math.expm1(-z) / rate;
    derivative = (nper * Math.exp(-z) - value * (1 + rate)) / rate;
  }
  return when === 1 ? [value * (1 + rate), derivative * (1 + rate) + value * (1 + rate)] : [value, derivative];
}

/** ln(received / paid) of an annuity as a function of `x = ln(1 + rate)`. */
function annuityRatio({ nper, start, level, end, middle, when, whenBack }: Annuity): LogRatio {
  return {
    value: 0,
    slope: 0,
    evaluations: 0,
    evaluate(x: number): void {
      this.evaluations++;
      // for x < 0 everything is taken at the end, where powers stay below 1; time runs backwards there
      const forwards = x >= 0;
      const [paidLevel, levelSlope] = payments(Math.abs(x), middle, forwards ? when : whenBack);
      const decay = Math.exp(-Math.abs(nper * x));
      const near = forwards ? start : end;
      const far = (forwards ? end : start) * decay;
      const between = level * paidLevel;
      const betweenSlope = level * levelSlope;
      const farSlope = -nper * far;
      const received = (near > 0 ? near : 0) + (between > 0 ? between : 0) + (far > 0 ? far : 0);
      const paid = (near < 0 ? near : 0) + (between < 0 ? between : 0) + (far < 0 ? far : 0);
      const receivedSlope = (between > 0 ? betweenSlope : 0) + (far > 0 ? farSlope : 0);
      const paidSlope = (between < 0 ? betweenSlope : 0) + (far < 0 ? farSlope : 0);
      this.value = Math.log(-received / paid);
      this.slope = (receivedSlope / received - paidSlope / paid) * (forwards ? 1 : -1);
    },
  };
}

/** One Newton step on the value of the annuity at exactly `x`, without the error of the products in the exponents. */
function compensatedStep(annuity: Annuity, x: number, slope: number): number {
  const { nper, start, level, end, middle, when, whenBack } = annuity;
  const forwards = x >= 0;
  const y = Math.abs(x);
  const rate = Math.expm1(y);
  const [z, zMiddle] = [nper * y, middle * y];
  const decay = Math.exp(-z) * (1 - productError(nper, y, z));
  const lost = -Math.expm1(-zMiddle) + Math.exp(-zMiddle) * productError(middle, y, zMiddle);
  const worth = (y === 0 ? middle : lost / rate) * ((forwards ? when : whenBack) === 1 ? 1 + rate : 1);
  const near = forwards ? start : end;
  const far = (forwards ? end : start) * decay;
  const between = level * worth;
  const first = near + between;
  const total = first + far;
  const error = sumError(near, between, first) + sumError(first, far, total);
  const size = Math.abs(near) + Math.abs(between) + Math.abs(far);
  return -(total + error) / ((size / 2) * slope);
}

/** Rate of a root in `x`, corrected until the correction is rounding. */
function polish(annuity: Annuity, f: LogRatio, root: number): number {
  const horizon = Math.max(annuity.nper, 1);
  let x = root;
  let correction = 0;
  for (let i = 0; i < 3; i++) {
    const step = compensatedStep(annuity, x, f.slope);
    if (!(Math.abs(step) * horizon <= LARGEST_CORRECTION)) break;
    correction = step;
    if (Math.abs(step) * horizon <= SETTLED) break;
    x += step;
    correction = 0;
    f.evaluate(x);
  }
  const rate = Math.expm1(x);
  return rate + (rate + 1) * correction;
}

/** A log ratio below this is 0 as far as doubles can tell. */
const ROUNDING = 1e-14;

/** Bisection from the whole search range to neighbouring doubles takes fewer. */
const MAX_HALVINGS = 120;

/**
 * The roots when there are two or none. Any level is met twice at most (the bound holds for every scaling of what is
 * paid), so the ratio has one turning point, and its value there decides.
 */
function pairOfRoots(annuity: Annuity, f: LogRatio, valley: boolean): number[] {
  const horizon = Math.max(annuity.nper, 1);
  let low = LOWEST;
  let high = HIGHEST;
  let turn = 0;
  for (let i = 0; i < MAX_HALVINGS && (high - low) * horizon > 1e-9; i++) {
    f.evaluate(turn);
    // so far out that the slope underflowed, the side is known by the sign
    const beyond = f.slope === 0 ? turn > 0 : f.slope > 0 === valley;
    if (beyond) high = turn;
    else low = turn;
    turn = low + (high - low) / 2;
  }
  f.evaluate(turn);
  if (Math.abs(f.value) <= ROUNDING) return [Math.expm1(turn), Math.expm1(turn)];
  if (f.value > 0 === valley) return [];
  return [-1, 1].map((side) => {
    const [from, to] = side < 0 ? [LOWEST, turn] : [turn, HIGHEST];
    const x = newton(f, from, to, side < 0 ? !valley : valley, turn + side / horizon, horizon);
    return polish(annuity, f, x);
  });
}

/**
 * Interest rate per period of level payments (每期利率), Excel's RATE.
 *
 * The rate at which `pv`, `nper` payments `pmt` and `fv` are worth nothing. The search range, the choice among several
 * and the accuracy are those of `irr`; how many rates there can be is proven for whole and fractional `nper` alike:
 * usually one, but two when `pv` and `fv` have one sign and `pmt` the other.
 *
 * Excel iterates 20 times from the guess and gives #NUM! when that fails, as it does for ordinary annuities too; it
 * prints 4.3e-9 where the rate is exactly 0. Here the guess only picks between two rates, and a missing rate is an
 * outcome with its reason.
 *
 * @param nper - number of periods, not below 0
 * @param pmt - payment of each period
 * @param pv - amount at the start
 * @param fv - amount at the end of the last period
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @param guess - which rate is wanted when there are two, above -1
 * @returns the rate per period with its proof, or the reason why there is none
 * @throws `time-value/out-of-domain` for `nper` below 0, `when` other than 0 or 1, a guess of -1 or below
 * @see Microsoft, RATE function; E. Laguerre, "Sur la théorie des équations numériques", 1883 (real exponents)
 * @example
 * orThrow(rate(360, -5307.27, 1000000)).rate * 12 // ≈ 0.0490000
 * orThrow(rate(36, -300, 9.8)).rate // ≈ 30.6122
 * rate(10, 100, 1000) // => { ok: false, reason: "no-sign-change" }
 * rate(0, 1, 8000) // => { ok: false, reason: "no-sign-change" }
 * rate(0, -1, 8000) // => { ok: false, reason: "zero-span" }
 * @since 0.1.0
 */
export function rate(nper: number, pmt: number, pv: number, fv = 0, when: PaymentTiming = 0, guess = 0.1): RateOutcome {
  readWhen(when);
  const target = readLogGuess(guess);
  if (![nper, pmt, pv, fv].every(Number.isFinite)) return refusal("not-finite");
  const largest = Math.max(Math.abs(pmt), Math.abs(pv), Math.abs(fv));
  if (nper < 0) refuseArgument("nper", "0 or more", nper);
  if (pmt >= 0 && pv >= 0 && fv >= 0) return refusal("no-sign-change");
  if (pmt <= 0 && pv <= 0 && fv <= 0) return refusal(fv === 0 ? "total-loss" : "no-sign-change");
  if (nper === 0) return refusal("zero-span");
  const scale = scaleOf(largest);
  const terms = { nper, pmt: pmt * scale, pv: pv * scale, fv: fv * scale, when };
  const { roots, positiveAtEnd } = rootBound(terms);
  if (roots <= 0) return refusal("no-root");
  const annuity = netted(terms);
  const f = annuityRatio(annuity);
  if (roots >= 2) return solutionOf(pairOfRoots(annuity, f, positiveAtEnd), target, f.evaluations);
  const zeros = onlyZero(f, LOWEST, HIGHEST, positiveAtEnd, 0, Math.max(nper, 1));
  return solutionOf(
    zeros.map((x) => polish(annuity, f, x)),
    target,
    f.evaluations,
  );
}
