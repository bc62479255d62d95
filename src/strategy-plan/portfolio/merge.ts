import { canonicalJson, rateOf, tryDayNumber, type Path, type Rate } from "../../core/index.ts";
import {
  listOf,
  oneOf,
  orNull,
  readAnyText,
  readDate,
  readText,
  refuse,
  refuseValue,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import { minorIn, readMoney } from "../../money/inner.ts";
import { valueHeads } from "../../relationship-value/index.ts";
import { PLAN_HEALTH_CHECKS } from "../condition/finding.ts";
import type { PlanPolicyStamp } from "../condition/policy.ts";
import { PLAN_TIER_NAMES } from "../condition/tier.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { FORECAST_FIGURES, type CurrencyForecast, type ForecastFigures } from "../year/forecast.ts";
import type { PlanPortfolio } from "./portfolio.ts";
import { PORTFOLIO_TERMS, type PortfolioTerm } from "./reasons.ts";
import { sumOfParts } from "./sum.ts";

const INVALID = "strategy-plan/invalid-input" satisfies StrategyPlanErrorCode;
const DIFFER = "strategy-plan/portfolios-differ" satisfies StrategyPlanErrorCode;

/** Reads an entry of one currency, all of whose figures are in it. */
const inItsCurrency =
  <T extends { readonly currency: string }>(
    read: Reader<T>,
    figuresOf: (entry: T) => readonly ForecastFigures[],
  ): Reader<T> =>
  (entry, path, code) => {
    const { currency } = read(entry, path, code);
    for (const row of figuresOf(entry)) for (const figure of FORECAST_FIGURES) minorIn(currency, row[figure], path);
    return entry;
  };

/** A calendar month, such as `"2026-03"`. */
function readMonth(month: string, path: Path, code: string): string {
  if (tryDayNumber(`${readText(month, path, code)}-01`) !== null) return month;
  return refuseValue(code, path, "not a month written YYYY-MM", month);
}

const readShape = /* @__PURE__ */ (() => {
  const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
  const readCounts = shapeOf<Rate>({ n: count, of: count, rate: orNull(readText) });
  const rate: Reader<Rate> = (value, path, code) => {
    const { n, of, rate: share } = readCounts(value, path, code);
    wholeNumber(0, of)(n, [...path, "n"], code);
    if (share !== rateOf(n, of).rate) refuseValue(code, [...path, "rate"], "not n divided by of", share);
    return value;
  };
  const policy = shapeOf<PlanPolicyStamp>({ id: readText, version: readText });
  const figures = { expected: readMoney, best: readMoney, committed: readMoney };
  return shapeOf<PlanPortfolio>({
    asOf: readDate,
    renewalsWithinDays: count,
    plans: shapeOf({ given: count, read: count, views: count }),
    income: listOf(
      inItsCurrency(
        shapeOf<CurrencyForecast>({
          currency: readText,
          total: shapeOf(figures),
          months: listOf(shapeOf({ month: readMonth, ...figures })),
          products: listOf(shapeOf({ product: orNull(readAnyText), ...figures })),
          heads: listOf(shapeOf({ head: orNull(oneOf(valueHeads)), ...figures })),
        }),
        ({ total, months, products, heads }) => [total, ...months, ...products, ...heads],
      ),
    ),
    withoutProbability: count,
    withoutExpectedIncome: count,
    overdue: listOf(shapeOf({ plan: readAnyText, action: readAnyText })),
    health: shapeOf({
      policy,
      checks: listOf(shapeOf({ check: oneOf(PLAN_HEALTH_CHECKS), met: count, unmet: count, unknown: count })),
      unmet: listOf(shapeOf({ plan: readAnyText, checks: listOf(oneOf(PLAN_HEALTH_CHECKS), 1) })),
    }),
    tiers: listOf(shapeOf({ tier: oneOf(PLAN_TIER_NAMES), policy, plans: rate, requirements: rate })),
    renewals: listOf(shapeOf({ date: readDate, plan: readAnyText, institution: readAnyText, service: readAnyText })),
    managers: listOf(
      shapeOf({
        manager: readAnyText,
        plans: count,
        income: listOf(inItsCurrency(shapeOf({ currency: readText, ...figures }), (row) => [row])),
        overdue: count,
      }),
    ),
  });
})();

/** A portfolio whose counts can be those of plans. */
function readPortfolio(portfolio: PlanPortfolio, parameter: string): PlanPortfolio {
  const { plans, health } = readShape(portfolio, [parameter], INVALID);
  const readBetween = (min: number, max: number, count: number, ...path: Path): number =>
    wholeNumber(min, max)(count, [parameter, ...path], INVALID);
  readBetween(0, plans.given, plans.read, "plans", "read");
  readBetween(0, plans.read, plans.views, "plans", "views");
  for (const [index, { met, unmet, unknown }] of health.checks.entries()) {
    const rest = plans.read - met - unmet;
    readBetween(rest, rest, unknown, "health", "checks", index, "unknown");
  }
  return portfolio;
}

/** What both portfolios have to have in common. */
const termsOf = ({
  asOf,
  renewalsWithinDays,
  health,
  tiers,
}: PlanPortfolio): Readonly<Record<PortfolioTerm, unknown>> => ({
  asOf,
  renewalsWithinDays,
  health: health.policy,
  tiers: tiers.map(({ tier, policy }) => ({ tier, policy })),
});

/**
 * The portfolios of two parts of a book as that of the whole.
 *
 * Associative and commutative; the portfolio of no plans changes nothing. So a bank's plans can be split in any way, by
 * manager or by branch, looked at where they are, and merged. The parts share no plan: one that is in both is counted
 * twice, because a repeated id is found within a part only. Issues stay with their part; `given` less `read` counts them.
 *
 * @param a - portfolio of one part, also one read back from JSON
 * @param b - portfolio of the other, as of the same day and by the same policies, tiers and days of renewals
 * @returns the portfolio of both
 * @throws `strategy-plan/portfolios-differ` with what they differ in
 * @throws `strategy-plan/invalid-input`, or a code of money or dates, for what is not a portfolio, or counts what cannot be, with the path
 * @throws `money/amount-too-large` for a sum
 * @example
 * const head = { version: "1", client: "C-1", period: "2026", currency: "CNY", preparedOn: "2025-12-01" };
 * const options = { health: examplePlanHealth, tiers: [], renewalsWithinDays: 90 };
 * const { portfolio: a } = portfolioOfPlans([{ ...head, id: "P-2", preparedBy: "E-2" }], "2026-05-01", options);
 * const { portfolio: b } = portfolioOfPlans([{ ...head, id: "P-1", preparedBy: "E-1" }], "2026-05-01", options);
 * mergePortfolios(a, b).managers.map(({ manager, plans }) => [manager, plans]) // => [["E-1", 1], ["E-2", 1]]
 * mergePortfolios(a, { ...b, asOf: "2026-06-01" }) // throws strategy-plan/portfolios-differ
 * @since 0.1.0
 */
export function mergePortfolios(a: PlanPortfolio, b: PlanPortfolio): PlanPortfolio {
  const [own, other] = [readPortfolio(a, "a"), readPortfolio(b, "b")];
  const [terms, others] = [termsOf(own), termsOf(other)];
  for (const term of PORTFOLIO_TERMS) {
    if (canonicalJson(terms[term]) === canonicalJson(others[term])) continue;
    refuse(DIFFER, ["b", term], `another ${term} than in a`, { term });
  }
  return sumOfParts(own, [own, other]);
}
