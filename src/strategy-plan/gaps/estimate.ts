import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { compare, fromMinorUnits, sum, type Money } from "../../money/index.ts";
import { reportMoney } from "../issue.ts";
import type { PlanRowId } from "../types.ts";
import { isSamePeriod } from "../wallet.ts";

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
export interface FiguresOf {
  readonly figures: readonly Figure[];
  readonly rows: Iterable<PlanRowId>;
}

/** An estimate, or why there is none. */
export type EstimateOutcome =
  | { readonly estimate: GapEstimate; readonly estimateGap: null }
  | { readonly estimate: null; readonly estimateGap: EstimateGap };

/** Whether a figure says how much, and of when. */
function isSound({ amount, period }: Figure): boolean {
  if (tryRange(period) === null || !reportMoney(amount, amount.currency, [], () => undefined)) return false;
  return compare(amount, fromMinorUnits(0, amount.currency)) >= 0;
}

/**
 * The estimate of a gap. What is paid elsewhere comes before what we expect: it is of money that is there. Figures that
 * do not add up are not passed over in favour of the other basis, because what is wrong with them would be lost.
 */
export function estimateOf(by: Readonly<Record<EstimateBasis, FiguresOf>>): EstimateOutcome {
  const basis = ESTIMATE_BASES.find((candidate) => by[candidate].figures.length > 0);
  const [first, ...others] = basis === undefined ? [] : by[basis].figures;
  const none = (estimateGap: EstimateGap): EstimateOutcome => ({ estimate: null, estimateGap });
  if (basis === undefined || first === undefined) return none("nothing-known");
  const { figures, rows } = by[basis];
  if (!figures.every(isSound)) return none("invalid-figure");
  const { currency } = first.amount;
  if (others.some(({ amount }) => amount.currency !== currency)) return none("currencies-differ");
  if (others.some(({ period }) => !isSamePeriod(period, first.period))) return none("periods-differ");
  const amount = sum(
    currency,
    figures.map((figure) => figure.amount),
  );
  const stated = new Set(figures.map(({ row }) => row));
  const lacking = [...rows].filter((row) => !stated.has(row));
  return { estimate: { amount, basis, period: first.period, lacking }, estimateGap: null };
}
