import type { DecimalString, Path } from "../../core/index.ts";
import { Decimal } from "../../core/decimal.ts";
import { listOf, refuse, wholeNumber, type Reader } from "../../core/inner.ts";
import { OPTION } from "../reading.ts";
import type { FitRefusal } from "./reasons.ts";

/** What a fit is based on. */
export interface FitCounts {
  /** Clients at the start, over all cohorts. */
  readonly clients: number;
  /** Renewals that were due: a client counts at each. */
  readonly due: number;
  /** Clients who left. */
  readonly left: number;
  /** Longest cohort, in renewals. */
  readonly renewals: number;
}

/** A fitted shifted beta-geometric model, or why there is none. */
export type ShiftedBetaGeometricFit =
  | {
      readonly ok: true;
      /** 6 significant digits. */
      readonly alpha: DecimalString;
      /** 6 significant digits. */
      readonly beta: DecimalString;
      /** Of the counts at the highest point, natural logarithm, 8 significant digits. */
      readonly logLikelihood: DecimalString;
      /** Halvings of the search. */
      readonly iterations: number;
      readonly counts: FitCounts;
    }
  | { readonly ok: false; readonly reason: FitRefusal; readonly counts: FitCounts };

/** Largest cohort: sums of many stay exact. */
const MOST_CLIENTS = 1_000_000_000;

/** Most renewals of a cohort: a hundred years of months. */
const MOST_RENEWALS = 1200;

const DIGITS = 6;
const LIKELIHOOD_DIGITS = 8;

/** α + β beyond which clients differ by nothing that could be seen. */
const MOST_ALIKE = 1_000_000_000;
function readCohort(cohort: readonly number[], path: Path, code: string): readonly number[] {
  listOf(wholeNumber(0, MOST_CLIENTS), 1)(cohort, path, code);
  if (cohort.length > MOST_RENEWALS + 1) {
    refuse(code, path, "longer than a cohort can be", { received: String(cohort.length), max: MOST_RENEWALS + 1 });
  }
  for (const [index, clients] of cohort.entries()) {
    const before = cohort[index - 1] ?? clients;
    if (clients > before) {
      refuse(code, [...path, index], "more clients than before: those who return are another cohort", {
        received: String(clients),
        max: before,
      });
    }
  }
  return cohort;
}

const readCohorts: Reader<readonly (readonly number[])[]> = /* @__PURE__ */ (() => listOf(readCohort, 1))();

/** Clients due at each renewal, and those of them who stayed. */
interface Renewals {
  readonly due: readonly number[];
  readonly stayed: readonly number[];
  readonly left: number;
}

function renewalsOf(cohorts: readonly (readonly number[])[]): Renewals {
  const due: number[] = [];
  const stayed: number[] = [];
  for (const cohort of cohorts) {
    for (const [age, clients] of cohort.slice(1).entries()) {
      due[age] = (due[age] ?? 0) + (cohort[age] ?? 0);
      stayed[age] = (stayed[age] ?? 0) + clients;
    }
  }
  return { due, stayed, left: sumOf(due) - sumOf(stayed) };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Why the likelihood has no highest point, or null where it has one: in whole numbers, so that it is certain. */
function refusalOf({ due, stayed, left }: Renewals): FitRefusal | null {
  const later = sumOf(due.slice(1));
  if (later === 0) return "too-few-renewals";
  if (left === 0) return "nobody-left";
  if (later === sumOf(stayed.slice(1))) return "nobody-left-later";
  // the slope of the likelihood where clients begin to differ, from the best constant retention: it has to rise
  const [all, gone] = [BigInt(sumOf(due)), BigInt(left)];
  let slope = 0n;
  for (const [age, count] of due.entries()) {
    const kept = BigInt(stayed[age] ?? 0);
    slope += BigInt(age) * (kept * gone - (BigInt(count) - kept) * (all - gone));
  }
  return slope > 0n ? null : "no-rising-retention";
}

function logLikelihood({ due, stayed, left }: Renewals, alpha: number, beta: number): number {
  let sum = left * Math.log(alpha);
  for (const [age, count] of due.entries()) {
    sum += (stayed[age] ?? 0) * Math.log(beta + age) - count * Math.log(alpha + beta + age);
  }
  return sum;
}

/** The mean churn of a first renewal that fits best where clients differ by `spread`: the slope falls, so by halving. */
function bestChurn({ stayed, left }: Renewals, spread: number): number {
  let [low, high] = [0, 1];
  for (;;) {
    const churn = (low + high) / 2;
    if (churn <= low || churn >= high) return churn;
    let slope = left / churn;
    for (const [age, kept] of stayed.entries()) slope -= kept / (1 - churn + age * spread);
    if (slope > 0) low = churn;
    else high = churn;
  }
}

/** How the likelihood changes with the spread, at the churn that fits it best. */
function slopeAt(renewals: Renewals, spread: number): number {
  const churn = bestChurn(renewals, spread);
  let slope = 0;
  for (const [age, count] of renewals.due.entries()) {
    slope += age * ((renewals.stayed[age] ?? 0) / (1 - churn + age * spread) - count / (1 + age * spread));
  }
  return slope;
}

/**
 * The highest point of a likelihood that has one, by its mean churn, α / (α + β), and its spread, 1 / (α + β): it rises
 * where clients do not differ, falls where they differ without limit, and turns in between. Sums, products and
 * quotients alone, which are the same on every engine.
 */
function summit(renewals: Renewals): { readonly alpha: number; readonly beta: number; readonly iterations: number } {
  let [low, high, iterations] = [0, 1, 0];
  while (slopeAt(renewals, high) > 0) [low, high, iterations] = [high, 2 * high, iterations + 1];
  for (;;) {
    const spread = (low + high) / 2;
    if (spread <= low || spread >= high) {
      const churn = bestChurn(renewals, high);
      return { alpha: churn / high, beta: (1 - churn) / high, iterations };
    }
    iterations++;
    if (slopeAt(renewals, spread) > 0) low = spread;
    else high = spread;
  }
}

/**
 * The shifted beta-geometric model of cohorts, by maximum likelihood: from how many clients were left after each renewal to
 * how retention goes on (客户留存预测).
 *
 * The likelihood of a cohort is the product over its renewals of those who stayed, (β + i) / (α + β + i) each, and those who
 * left, α / (α + β + i) each, where i counts renewals from 0; cohorts of different lengths are added by renewal. Whether it
 * has a highest point is decided in whole numbers before anything is searched; then it is found by halving. Both
 * parameters are rounded to 6 significant digits, which every engine agrees on.
 *
 * @param cohorts - per cohort the clients at its start and after each renewal, whole numbers that never rise; at most 1,201
 * @returns the parameters with the log-likelihood; or why there are none
 * @throws `relationship-value/invalid-option` with the place
 * @see P. S. Fader and B. G. S. Hardie, How to Project Customer Retention (Journal of Interactive Marketing 21, 2007, 76–90)
 * @example
 * const fit = orThrow(fitShiftedBetaGeometric([[1000, 869, 743, 653, 593, 551, 517, 491]]));
 * [fit.alpha, fit.beta, fit.logLikelihood] // => ["0.668088", "3.80609", "-1611.1581"]
 * fitShiftedBetaGeometric([[100, 80, 60, 40]]) // => { ok: false, reason: "no-rising-retention", counts: { clients: 100, due: 240, left: 60, renewals: 3 } }
 * @since 0.1.0
 */
export function fitShiftedBetaGeometric(cohorts: readonly (readonly number[])[]): ShiftedBetaGeometricFit {
  readCohorts(cohorts, ["cohorts"], OPTION);
  const renewals = renewalsOf(cohorts);
  const counts: FitCounts = {
    clients: sumOf(cohorts.map(([clients = 0]) => clients)),
    due: sumOf(renewals.due),
    left: renewals.left,
    renewals: renewals.due.length,
  };
  const refused = refusalOf(renewals);
  if (refused !== null) return { ok: false, reason: refused, counts };
  const found = summit(renewals);
  if (found.alpha + found.beta > MOST_ALIKE) return { ok: false, reason: "no-rising-retention", counts };
  const shown = (value: number, digits = DIGITS): DecimalString =>
    new Decimal(value).toSignificantDigits(digits).toString();
  return {
    ok: true,
    alpha: shown(found.alpha),
    beta: shown(found.beta),
    logLikelihood: shown(logLikelihood(renewals, found.alpha, found.beta), LIKELIHOOD_DIGITS),
    iterations: found.iterations,
    counts,
  };
}
