import { rateOf, type Rate } from "../../core/index.ts";
import { addRows, compareTexts } from "../../core/inner.ts";
import { add } from "../../money/index.ts";
import { valueHeads } from "../../relationship-value/index.ts";
import { PLAN_HEALTH_CHECKS } from "../condition/finding.ts";
import type { CurrencyForecast, ForecastFigures } from "../year/forecast.ts";
import type { PlanPortfolio, PortfolioManager, TierCoverage } from "./portfolio.ts";

type Counts = Pick<Rate, "n" | "of">;

/** By what a portfolio is made. */
export type PortfolioTerms = Pick<PlanPortfolio, "asOf" | "renewalsWithinDays"> & {
  readonly health: Pick<PlanPortfolio["health"], "policy">;
  readonly tiers: readonly Pick<TierCoverage, "tier" | "policy">[];
};

/** What one plan, or a part of a book, adds: a portfolio, of whose rates the counts are enough. */
export interface PortfolioPart extends Omit<PlanPortfolio, keyof PortfolioTerms> {
  readonly health: Omit<PlanPortfolio["health"], "policy">;
  readonly tiers: readonly { readonly plans: Counts; readonly requirements: Counts }[];
}

/** The portfolio of plans, or of parts of a book: by the same code, so that the parts add up to the whole. */
export function sumOfParts(
  { asOf, renewalsWithinDays, health, tiers }: PortfolioTerms,
  parts: readonly PortfolioPart[],
): PlanPortfolio {
  const sum = (of: (part: PortfolioPart) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const none = PLAN_HEALTH_CHECKS.map((check) => ({ check, met: 0, unmet: 0, unknown: 0 }));
  return {
    asOf,
    renewalsWithinDays,
    plans: {
      given: sum(({ plans }) => plans.given),
      read: sum(({ plans }) => plans.read),
      views: sum(({ plans }) => plans.views),
    },
    income: incomeOf(parts.flatMap(({ income }) => income)),
    withoutProbability: sum((part) => part.withoutProbability),
    withoutExpectedIncome: sum((part) => part.withoutExpectedIncome),
    overdue: sorted(
      parts.flatMap((part) => part.overdue),
      ["plan", "action"],
    ),
    health: {
      policy: health.policy,
      checks: addRows(
        [...none, ...parts.flatMap((part) => part.health.checks)],
        ({ check }) => check,
        (a, b) => ({
          check: a.check,
          met: a.met + b.met,
          unmet: a.unmet + b.unmet,
          unknown: a.unknown + b.unknown,
        }),
      ),
      unmet: sorted(
        parts.flatMap((part) => part.health.unmet),
        ["plan"],
      ),
    },
    tiers: tiers.map(({ tier, policy }, index) => {
      const own = parts.flatMap((part) => part.tiers[index] ?? []);
      const plans = rateOfAll(own.map((row) => row.plans));
      return { tier, policy, plans, requirements: rateOfAll(own.map((row) => row.requirements)) };
    }),
    renewals: sorted(
      parts.flatMap(({ renewals }) => renewals),
      ["date", "plan", "institution", "service"],
    ),
    managers: sorted(
      addRows(
        parts.flatMap(({ managers }) => managers),
        ({ manager }) => manager,
        addManagers,
      ),
      ["manager"],
    ),
  };
}

const rateOfAll = (counts: readonly Counts[]): Rate => {
  let [n, of] = [0, 0];
  for (const row of counts) {
    n += row.n;
    of += row.of;
  }
  return rateOf(n, of);
};

const addFigures = <T extends ForecastFigures>(a: T, b: ForecastFigures): T => ({
  ...a,
  expected: add(a.expected, b.expected),
  best: add(a.best, b.best),
  committed: add(a.committed, b.committed),
});

const addManagers = (a: PortfolioManager, b: PortfolioManager): PortfolioManager => ({
  manager: a.manager,
  plans: a.plans + b.plans,
  income: sorted(
    addRows([...a.income, ...b.income], ({ currency }) => currency, addFigures),
    ["currency"],
  ),
  overdue: a.overdue + b.overdue,
});

/** The forecasts of each currency as one. */
function incomeOf(forecasts: readonly CurrencyForecast[]): readonly CurrencyForecast[] {
  const totals = addRows(
    forecasts.map(({ currency, total }) => ({ currency, ...total })),
    ({ currency }) => currency,
    addFigures,
  );
  return sorted(totals, ["currency"]).map(({ currency, ...total }) => {
    const own = forecasts.filter((forecast) => forecast.currency === currency);
    const heads = addRows(
      own.flatMap((forecast) => forecast.heads),
      ({ head }) => head,
      addFigures,
    );
    return {
      currency,
      total,
      months: sorted(
        addRows(
          own.flatMap(({ months }) => months),
          ({ month }) => month,
          addFigures,
        ),
        ["month"],
      ),
      products: sorted(
        addRows(
          own.flatMap(({ products }) => products),
          ({ product }) => product,
          addFigures,
        ),
        ["product"],
      ),
      heads: [...valueHeads, null].flatMap((head) => heads.filter((row) => row.head === head)),
    };
  });
}

/** Rows in the order of these texts of theirs, null last. */
function sorted<K extends string, T extends Readonly<Record<K, string | null>>>(
  rows: readonly T[],
  keys: readonly K[],
): readonly T[] {
  return [...rows].sort((a, b) => {
    for (const key of keys) {
      const order = compareTexts(a[key], b[key]);
      if (order !== 0) return order;
    }
    return 0;
  });
}
