import type { DateRange, DayCountBasis, Period } from "../../calendar/index.ts";
import { readDecimal, type DecimalString, type RowIssue } from "../../core/index.ts";
import { byTag, oneOf, optional, orNull, refuse, refuseValue, rowOf, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, type Money, type RoundingMode } from "../../money/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { accrualMembers, accrualTerms } from "../interest/accrual-terms.ts";
import { fractionOf, roundFraction, timesAll, wholeOf, yearFraction } from "../interest/fraction.ts";
import { OPTION, readCurrency, readId, readOptions, readRounding, readRows } from "../reading.ts";
import {
  decimalFrom,
  demandNew,
  eachRow,
  INVALID_ROW,
  minorInCurrency,
  readPositiveAmount,
  readShare,
  totalOf,
} from "./rows.ts";

/** How a yearly probability of default is brought to a period. */
export const LOSS_TIMES = ["full", "by-days"] as const;

/** Whether a loss is taken as it stands (`full`) or × days / basis of the period (`by-days`). */
export type LossTime = (typeof LOSS_TIMES)[number];

/** How the capital of an exposure is found. */
export type CapitalRule =
  /** Each exposure has its `economicCapital`, or a `worstCaseLoss` of which the expected loss is taken off. */
  | { readonly basis: "economic" }
  /** `ratio` × exposure × risk weight. */
  | { readonly basis: "regulatory"; readonly ratio: DecimalString };

/** One exposure to a client with its risk (风险暴露). Where it comes from is the bank's: a rating, a model. */
export interface RiskExposure<C extends string = string> {
  /** Its own: of two rows with one id, the first that can be read counts. */
  readonly id: string;
  /** Exposure at default (EAD), 0 or more; undrawn limits already converted. */
  readonly exposure: Money<C>;
  /** Probability of default (PD) in a year, 0 to 1. */
  readonly pd: DecimalString;
  /** Loss given default (LGD), 0 to 1, after collateral. */
  readonly lgd: DecimalString;
  /** For regulatory capital: 100 % is `"1"`; at most 12.5. */
  readonly riskWeight?: DecimalString | null;
  /** For economic capital: what the bank's model says. */
  readonly economicCapital?: Money<C> | null;
  /** For economic capital: the loss in the worst case (WCL) at the bank's level of confidence, the expected one included. */
  readonly worstCaseLoss?: Money<C> | null;
}

/** Period and conventions of an expected loss. */
export interface ExpectedLossOptions<C extends string = string> {
  readonly period: Period;
  readonly currency: C;
  readonly dayCount: DayCountBasis;
  readonly lossTime: LossTime;
  /** Default `half-even`; each row is rounded once. */
  readonly rounding?: RoundingMode;
}

/** Expected loss of a list of exposures. */
export interface ExpectedLoss<C extends string = string> {
  /** One per row in row order; `null` for a row with an issue. */
  readonly values: readonly ({ readonly id: string; readonly expectedLoss: Money<C> } | null)[];
  readonly issues: readonly RowIssue[];
  /** Sum of the values. */
  readonly total: Money<C>;
  readonly conventions: {
    readonly period: DateRange;
    readonly currency: C;
    readonly dayCount: DayCountBasis;
    readonly lossTime: LossTime;
    readonly rounding: RoundingMode;
  };
}

/** What is known of the capital of one exposure. */
export interface CapitalFigure<C extends string = string> {
  readonly id: string;
  readonly capital: Money<C>;
  /** Exposure × risk weight; `null` for economic capital. */
  readonly riskWeightedAssets: Money<C> | null;
}

/** Capital that a list of exposures ties up (资本占用). */
export interface RiskCapital<C extends string = string> {
  /** One per row in row order; `null` for a row with an issue. */
  readonly values: readonly (CapitalFigure<C> | null)[];
  readonly issues: readonly RowIssue[];
  /** Sum of the values. */
  readonly total: Money<C>;
  /** Sum; `null` for economic capital. */
  readonly riskWeightedAssets: Money<C> | null;
  readonly conventions: { readonly currency: C; readonly capital: CapitalRule; readonly rounding: RoundingMode };
}

/** What the capital is found by, and in what currency. */
export interface RiskCapitalOptions<C extends string = string> {
  readonly currency: C;
  readonly capital: CapitalRule;
  /** Default `half-even`; each row is rounded once. */
  readonly rounding?: RoundingMode;
}

/** The highest risk weight, at which capital of 8 % is the whole exposure. */
const HIGHEST_RISK_WEIGHT = "12.5";

const readExposure: Reader<RiskExposure> = rowOf<RiskExposure>({
  id: readId,
  exposure: readPositiveAmount,
  pd: readShare,
  lgd: readShare,
  riskWeight: optional(orNull(decimalFrom("0", HIGHEST_RISK_WEIGHT))),
  economicCapital: optional(orNull(readPositiveAmount)),
  worstCaseLoss: optional(orNull(readPositiveAmount)),
});

/** How capital is found. */
export const readCapitalRule: Reader<CapitalRule> = byTag<CapitalRule, "basis">("basis", {
  economic: shapeOf<Extract<CapitalRule, { basis: "economic" }>>({ basis: oneOf(["economic"]) }),
  regulatory: shapeOf<Extract<CapitalRule, { basis: "regulatory" }>>({
    basis: oneOf(["regulatory"]),
    ratio: readShare,
  }),
});

const readLossOptions: Reader<ExpectedLossOptions> = shapeOf<ExpectedLossOptions>({
  ...accrualMembers,
  lossTime: oneOf(LOSS_TIMES),
});

const readCapitalOptions: Reader<RiskCapitalOptions> = shapeOf<RiskCapitalOptions>({
  currency: readCurrency,
  capital: readCapitalRule,
  rounding: optional(readRounding),
});

/** The loss of a year, exact, in minor units. */
export const yearlyLoss = (exposure: bigint, { pd, lgd }: RiskExposure) =>
  timesAll(wholeOf(exposure), fractionOf(readDecimal(pd, ["pd"])), fractionOf(readDecimal(lgd, ["lgd"])));

/**
 * Expected loss (预期损失) of exposures: PD × LGD × EAD, for the year or for the days of a period.
 *
 * A PD is per year; whether a loss of a quarter is a quarter of it is a convention, so `lossTime` has no default.
 *
 * @param exposures - of one currency; the rows may have members of their own
 * @param options - period, currency, day count, loss time, rounding
 * @returns loss by exposure, their total, issues, and the conventions used
 * @throws `relationship-value/invalid-option`, `calendar/invalid-period`, `calendar/invalid-option`, `money/unknown-currency`;
 *   `money/amount-too-large` when the total has more than 18 digits
 * @example
 * const loan = { id: "A-1", exposure: money("1000000", "CNY"), pd: "0.02", lgd: "0.45" };
 * const options = { period: "2026", currency: "CNY", dayCount: "ACT/365F", lossTime: "full" } as const;
 * expectedLoss([loan], options).total // => money("9000.00", "CNY")
 * expectedLoss([loan], { ...options, period: "2026-Q1", lossTime: "by-days" }).total // => money("2219.18", "CNY")
 * @since 0.1.0
 */
export function expectedLoss<C extends string>(
  exposures: readonly RiskExposure<C>[],
  options: ExpectedLossOptions<C>,
): ExpectedLoss<C> {
  readOptions<ExpectedLossOptions>(options, readLossOptions);
  readRows(exposures, ["exposures"], OPTION);
  const { lossTime } = options;
  const terms = accrualTerms(options);
  const { period, currency, dayCount, rounding } = terms;
  const time = lossTime === "full" ? wholeOf(1n) : yearFraction(period, dayCount);
  const minors: bigint[] = [];
  const taken = new Set<string>();
  const { values, issues } = eachRow(exposures, (given) => {
    readExposure(given, [], INVALID_ROW);
    const exposure = minorInCurrency(given.exposure, currency, ["exposure"]);
    const minor = roundFraction(timesAll(yearlyLoss(exposure, given), time), rounding);
    const figure = { id: given.id, expectedLoss: fromMinorUnits(minor, currency) };
    demandNew(taken, given.id);
    minors.push(minor);
    return figure;
  });
  return { values, issues, total: totalOf(minors, currency), conventions: { ...terms, lossTime } };
}

/**
 * Capital that exposures tie up: economic (经济资本), given or worst case less expected loss, or regulatory (监管资本), a
 * ratio of the risk-weighted assets.
 *
 * An exposure that lacks what the rule needs is an issue, never one without capital. The expected loss that is taken off
 * a worst case is that of the year.
 *
 * @param exposures - of one currency; the rows may have members of their own
 * @param options - the rule, currency, rounding
 * @returns capital by exposure, their total, risk-weighted assets, issues
 * @throws `relationship-value/invalid-option`, `money/unknown-currency`; `money/amount-too-large` when a total has more than
 *   18 digits
 * @example
 * const a = { id: "A", exposure: money("100", "USD"), pd: "0.04", lgd: "0.5", riskWeight: "1", worstCaseLoss: money("22", "USD") };
 * riskCapital([a], { currency: "USD", capital: { basis: "economic" } }).total // => money("20.00", "USD")
 * riskCapital([a], { currency: "USD", capital: { basis: "regulatory", ratio: "0.08" } }).total // => money("8.00", "USD")
 * @since 0.1.0
 */
export function riskCapital<C extends string>(
  exposures: readonly RiskExposure<C>[],
  options: RiskCapitalOptions<C>,
): RiskCapital<C> {
  readOptions<RiskCapitalOptions>(options, readCapitalOptions);
  readRows(exposures, ["exposures"], OPTION);
  const { currency, capital: rule, rounding = "half-even" } = options;
  const found: { capital: bigint; weighted: bigint | null }[] = [];
  const taken = new Set<string>();
  const { values, issues } = eachRow(exposures, (given): CapitalFigure<C> => {
    readExposure(given, [], INVALID_ROW);
    const one = capitalOf(given, currency, rule, rounding);
    const weighted = one.weighted === null ? null : fromMinorUnits(one.weighted, currency);
    const figure = { id: given.id, capital: fromMinorUnits(one.capital, currency), riskWeightedAssets: weighted };
    demandNew(taken, given.id);
    found.push(one);
    return figure;
  });
  const totalWeighted = totalOf(
    found.map(({ weighted }) => weighted ?? 0n),
    currency,
  );
  return {
    values,
    issues,
    total: totalOf(
      found.map(({ capital }) => capital),
      currency,
    ),
    riskWeightedAssets: rule.basis === "regulatory" ? totalWeighted : null,
    conventions: { currency, capital: rule, rounding },
  };
}

/** The capital of one exposure in minor units. */
function capitalOf(
  given: RiskExposure,
  currency: string,
  rule: CapitalRule,
  rounding: RoundingMode,
): { readonly capital: bigint; readonly weighted: bigint | null } {
  const exposure = minorInCurrency(given.exposure, currency, ["exposure"]);
  switch (rule.basis) {
    case "regulatory": {
      const { riskWeight = null } = given;
      if (riskWeight === null) return refuseCapital(given.id, "regulatory", "riskWeight");
      const weighted = timesAll(wholeOf(exposure), fractionOf(readDecimal(riskWeight, ["riskWeight"])));
      const capital = timesAll(weighted, fractionOf(readDecimal(rule.ratio, ["ratio"])));
      return { capital: roundFraction(capital, rounding), weighted: roundFraction(weighted, rounding) };
    }
    case "economic": {
      const { economicCapital = null, worstCaseLoss = null } = given;
      if (economicCapital !== null) {
        return { capital: minorInCurrency(economicCapital, currency, ["economicCapital"]), weighted: null };
      }
      if (worstCaseLoss === null) return refuseCapital(given.id, "economic", "economicCapital");
      const worst = minorInCurrency(worstCaseLoss, currency, ["worstCaseLoss"]);
      const capital = worst - roundFraction(yearlyLoss(exposure, given), rounding);
      if (capital >= 0n) return { capital, weighted: null };
      return refuseValue(INVALID_ROW, ["worstCaseLoss"], "less than the expected loss", worstCaseLoss.amount);
    }
  }
}

function refuseCapital(id: string, basis: CapitalRule["basis"], needs: "riskWeight" | "economicCapital"): never {
  const code = "relationship-value/no-capital" satisfies RelationshipValueErrorCode;
  return refuse(code, [needs], "this exposure has no capital", { id, basis });
}
