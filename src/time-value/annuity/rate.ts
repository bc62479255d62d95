import { productError } from "../compensated.ts";
import { readWhen, refuseArgument } from "../errors.ts";
import { isWithin, LARGEST_CORRECTION, type LogRatio, newton, SETTLED } from "../newton.ts";
import { scaleOf } from "../scale.ts";
import { HIGHEST, readLogGuess, LOWEST, refusal, solutionOf } from "../solution.ts";
import type { PaymentTiming, RateOutcome } from "../types.ts";

/**
 * The flows of an annuity, netted: what flows at the start, `middle` level payments between, and what flows at the end,
 * `nper` later. A payment on the first or last day is part of `start` or `end`, so that amounts that cancel are gone.
 */
interface Annuity {
  readonly nper: number;
  /** `nper`, or 1 if that is more: the scale in which steps are judged. */
  readonly horizon: number;
  readonly start: number;
  readonly level: number;
  readonly end: number;
  readonly middle: number;
  /** Timing of the payments seen from the start, and seen backwards from the end. */
  readonly when: PaymentTiming;
  readonly whenBack: PaymentTiming;
}

function netted(nper: number, level: number, pv: number, fv: number, when: PaymentTiming): Annuity {
  const horizon = Math.max(nper, 1);
  if (nper < 1) {
    // less than one payment has no day of its own
    return { nper, horizon, start: pv, level, end: fv, middle: nper, when, whenBack: when === 0 ? 1 : 0 };
  }
  const [start, end] = when === 0 ? [pv, fv + level] : [pv + level, fv];
  return { nper, horizon, start, level, end, middle: nper - 1, when: 0, whenBack: 0 };
}

/**
 * Signs of the coefficients of the equation times `rate`, a sum of real powers of `1 + rate`, from the highest power to
 * the lowest.
 */
function signsOf(nper: number, pmt: number, pv: number, fv: number, when: PaymentTiming): readonly number[] {
  // of the powers 1, 0, 1 - nper and -nper
  const [first, ofZero, ofLeft, last] = when === 0 ? [pv, pmt - pv, fv, -pmt - fv] : [pv + pmt, -pv, fv - pmt, -fv];
  const between = nper > 1 ? [ofZero, ofLeft] : [ofLeft, ofZero];
  return [first, ...between, last].map(Math.sign).filter((sign) => sign !== 0);
}

/** Value of a payment of 1 per period at the log rate `x`, 0 or above, discounted to the start, and its derivative. */
function payments(x: number, nper: number, when: PaymentTiming): readonly [value: number, derivative: number] {
  const side = when === 1 ? -1 : 1;
  const unit = side * Math.expm1(side * x);
  const value = x === 0 ? nper : -Math.expm1(-nper * x) / unit;
  // near 0 the quotient loses its digits, and is at its limit to all that a step needs
  const limit = x * (nper + 1) < 1e-6;
  const derivative = limit
    ? (-nper * (nper + side)) / 2
    : (nper * Math.exp(-nper * x) - value * Math.exp(side * x)) / unit;
  return [value, derivative];
}

/** What an annuity is made of at a log rate, seen from the end where powers stay below 1. */
interface Worth {
  readonly near: number;
  readonly between: number;
  readonly betweenSlope: number;
  readonly far: number;
}

function worthAt({ nper, start, level, end, middle, when, whenBack }: Annuity, x: number): Worth {
  const forwards = x >= 0;
  const y = Math.abs(x);
  const [value, slope] = payments(y, middle, forwards ? when : whenBack);
  const far = (forwards ? end : start) * Math.exp(-nper * y);
  return { near: forwards ? start : end, between: level * value, betweenSlope: level * slope, far };
}

/** ln(received / paid) of an annuity as a function of `x = ln(1 + rate)`. */
function annuityRatio(annuity: Annuity): LogRatio {
  return {
    value: 0,
    slope: 0,
    evaluations: 0,
    evaluate(x: number): void {
      this.evaluations++;
      const { near, between, betweenSlope, far } = worthAt(annuity, x);
      const received = Math.max(near, 0) + Math.max(between, 0) + Math.max(far, 0);
      const paid = Math.max(-near, 0) + Math.max(-between, 0) + Math.max(-far, 0);
      this.value = Math.log(received / paid);
      const slope = betweenSlope / (between > 0 ? received : paid) - (annuity.nper * far) / (far > 0 ? received : paid);
      // for x < 0 time runs backwards
      this.slope = x < 0 ? -slope : slope;
    },
  };
}

/** Steps of a nearly double root shrink by half at first; more than this many change nothing but rounding. */
const MAX_CORRECTIONS = 10;

/**
 * Rate of a root in `x`, corrected by Newton steps without the error of the product in the exponent, until the next one
 * is rounding.
 */
function polish(annuity: Annuity, f: LogRatio, root: number): number {
  let x = root;
  for (let left = MAX_CORRECTIONS; ; left--) {
    const { near, between, far } = worthAt(annuity, x);
    const y = Math.abs(x);
    const last = far * (1 - productError(annuity.nper, y, annuity.nper * y));
    const amounts = Math.abs(near) + Math.abs(between) + Math.abs(last);
    const step = -(near + between + last) / ((amounts / 2) * f.slope);
    const size = Math.abs(step) * annuity.horizon;
    const rate = Math.expm1(x);
    // no correction: the slope is lost
    if (!(size <= LARGEST_CORRECTION)) return rate;
    if (size <= SETTLED || left === 0) return rate + (rate + 1) * step;
    x += step;
    f.evaluate(x);
  }
}

/** The rate between two log rates; none when it lies at an end of the search range or beyond. */
function rateBetween(
  annuity: Annuity,
  f: LogRatio,
  low: number,
  high: number,
  rising: boolean,
  start: number,
): readonly number[] {
  const x = newton(f, low, high, rising, start, annuity.horizon);
  return isWithin(x, LOWEST, HIGHEST, annuity.horizon) ? [polish(annuity, f, x)] : [];
}

/** A log ratio below this is 0 as far as doubles can tell. */
const ROUNDING = 1e-14;

/**
 * The rates when there are two or none. Any level is met twice at most (the bound holds for every scaling of what is
 * paid), so the ratio has one turning point, and its value there decides.
 */
function pairOfRates(annuity: Annuity, f: LogRatio, valley: boolean): readonly number[] {
  let low = LOWEST;
  let high = HIGHEST;
  let turn = 0;
  // the first look is at 0, and each side of it is at most this wide
  for (let width = HIGHEST; width * annuity.horizon > 1e-9; width /= 2) {
    f.evaluate(turn);
    // where amounts vanish, far above the turn, no slope is left
    const beyond = !((valley ? f.slope : -f.slope) < 0);
    if (beyond) high = turn;
    else low = turn;
    turn = (low + high) / 2;
  }
  f.evaluate(turn);
  if (Math.abs(f.value) <= ROUNDING) return [Math.expm1(turn), Math.expm1(turn)];
  if (f.value > 0 === valley) return [];
  return [
    ...rateBetween(annuity, f, LOWEST, turn, !valley, turn - 1 / annuity.horizon),
    ...rateBetween(annuity, f, turn, HIGHEST, valley, turn + 1 / annuity.horizon),
  ];
}

/**
 * Interest rate per period of level payments (每期利率), Excel's RATE.
 *
 * The rate at which `pv`, `nper` payments `pmt` and `fv` are worth nothing. The search range, the choice among several
 * and the accuracy are those of `irr`; how many rates there can be is proven for whole and fractional `nper` alike:
 * usually one, but two when `pv` and `fv` have one sign and `pmt` the other, and for some flows within less than a
 * period.
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
  const [level, first, last] = [pmt * scale, pv * scale, fv * scale];
  const signs = signsOf(nper, level, first, last, when);
  // changes of sign are the roots at most (Descartes for real exponents, Laguerre), and one is the 0 of the factor `rate`
  const roots = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length - 1;
  if (roots <= 0) return refusal("no-root");
  const annuity = netted(nper, level, first, last, when);
  const f = annuityRatio(annuity);
  const positiveAtEnd = signs[0] === 1;
  const rates =
    roots === 1 ? rateBetween(annuity, f, LOWEST, HIGHEST, positiveAtEnd, 0) : pairOfRates(annuity, f, positiveAtEnd);
  return solutionOf(rates, target, f.evaluations);
}
