import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { sum, type Money } from "../../money/index.ts";
import { minorIn } from "../issue.ts";
import type { PlanRowId } from "../types.ts";
import { isSamePeriod } from "../period.ts";

/** What the size of a gap may be estimated from. */
export const ESTIMATE_BASES = ["spend-elsewhere", "expected-income"] as const;

/**
 * What the size of a gap is estimated from: what the client pays others (5.E), which is not our income; or what we expect
 * to earn from what we mean to offer (8.F).
 */
export type EstimateBasis = (typeof ESTIMATE_BASES)[number];

/** What keeps a gap from having an estimate. */
export const ESTIMATE_GAPS = ["nothing-known", "invalid-figure", "currencies-differ", "periods-differ"] as const;

/**
 * Why a gap has no estimate: nobody has stated a figure; one is not an amount, below 0, or of a period that does not
 * exist, which `checkPlan` shows; or the figures are of several currencies or periods, so that they have no sum.
 */
export type EstimateGap = (typeof ESTIMATE_GAPS)[number];

/** How much a gap may be worth. */
export interface GapEstimate {
  readonly amount: Money;
  readonly basis: EstimateBasis;
  /** Period of every figure in it. */
  readonly period: Period;
  /**
   * What the amount lacks: suppliers in whose rows nobody has estimated the spend, or open actions without an expected
   * income.
   */
  readonly lacking: readonly PlanRowId[];
}

/** A figure of the plan, with the row it is from. */
export interface Figure {
  readonly row: PlanRowId;
  readonly amount: Money;
  readonly period: Period;
}

/** Figures of one basis, and the rows that ought to have one. */
export interface Figures {
  readonly figures: readonly Figure[];
  readonly rows: readonly PlanRowId[];
}

function gapIn([first, ...others]: readonly Figure[]): EstimateGap | null {
  if (first === undefined) return "nothing-known";
  const isSound = ({ amount, period }: Figure): boolean =>
    tryRange(period) !== null && (minorIn(amount.currency, amount) ?? -1n) >= 0n;
  if (![first, ...others].every(isSound)) return "invalid-figure";
  if (others.some(({ amount }) => amount.currency !== first.amount.currency)) return "currencies-differ";
  return others.every(({ period }) => isSamePeriod(period, first.period)) ? null : "periods-differ";
}

/**
 * The estimate of a gap, or why there is none. What is paid elsewhere comes before what we expect: it is money that is
 * there. Figures that do not add up are not passed over for the other basis, so that what is wrong with them shows.
 */
export function estimateOf(by: Readonly<Record<EstimateBasis, Figures>>): GapEstimate | EstimateGap {
  const basis = ESTIMATE_BASES.find((candidate) => by[candidate].figures.length > 0) ?? "spend-elsewhere";
  const { figures, rows } = by[basis];
  const [first] = figures;
  const gap = gapIn(figures);
  if (first === undefined || gap !== null) return gap ?? "nothing-known";
  const amount = sum(
    first.amount.currency,
    figures.map((figure) => figure.amount),
  );
  const stated = new Set(figures.map(({ row }) => row));
  return { amount, basis, period: first.period, lacking: rows.filter((row) => !stated.has(row)) };
}
