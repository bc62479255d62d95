import { rateOf, type Rate } from "../../core/index.ts";
import { addRows, compareTexts } from "../../core/inner.ts";
import { add } from "../../money/index.ts";
import { PLAN_HEALTH_CHECKS } from "../condition/finding.ts";
import { forecastsOf, type CurrencyForecast, type IncomeSums } from "../year/forecast.ts";
import type { PlanPortfolio, PortfolioManager, TierCoverage } from "./portfolio.ts";

type Counts = Pick<Rate, "n" | "of">;

/** By what a portfolio is made. */
export type PortfolioTerms = Pick<PlanPortfolio, "asOf" | "renewalsWithinDays"> & {
  readonly health: Pick<PlanPortfolio["health"], "policy">;
  readonly tiers: readonly Pick<TierCoverage, "tier" | "policy">[];
};

/** What one plan, or a part of a book, adds: a portfolio, of whose rates the counts are enough. */
export interface PortfolioPart extends Omit<PlanPortfolio, keyof PortfolioTerms | "income"> {
  readonly income: IncomeSums | readonly CurrencyForecast[];
  readonly health: Omit<PlanPortfolio["health"], "policy">;
  readonly tiers: readonly { readonly plans: Counts; readonly requirements: Counts }[];
}

/** The portfolio of plans, or of parts of a book: by the same code, so that the parts add up to the whole. */
export function sumOfParts(
  { asOf, renewalsWithinDays, health, tiers }: PortfolioTerms,
  parts: readonly PortfolioPart[],
): PlanPortfolio {
  const sum = (of: (part: PortfolioPart) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const rate = (of: (part: PortfolioPart) => Counts | undefined): Rate =>
    rateOf(
      sum((part) => of(part)?.n ?? 0),
      sum((part) => of(part)?.of ?? 0),
    );
  const unchecked = PLAN_HEALTH_CHECKS.map((check) => ({ check, met: 0, unmet: 0, unknown: 0 }));
  const checks = [...unchecked, ...parts.flatMap((part) => part.health.checks)];
  const managers = parts.flatMap((part) => part.managers);
  return {
    asOf,
    renewalsWithinDays,
    plans: {
      given: sum(({ plans }) => plans.given),
      read: sum(({ plans }) => plans.read),
      views: sum(({ plans }) => plans.views),
    },
    income: forecastsOf(parts.map(({ income }) => income)),
    withoutProbability: sum((part) => part.withoutProbability),
    withoutExpectedIncome: sum((part) => part.withoutExpectedIncome),
    overdue: sorted(
      parts.flatMap((part) => part.overdue),
      "plan",
      "action",
    ),
    health: {
      policy: health.policy,
      checks: addRows(
        checks,
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
        "plan",
      ),
    },
    tiers: tiers.map(({ tier, policy }, at) => ({
      tier,
      policy,
      plans: rate((part) => part.tiers[at]?.plans),
      requirements: rate((part) => part.tiers[at]?.requirements),
    })),
    renewals: sorted(
      parts.flatMap((part) => part.renewals),
      "date",
      "plan",
      "institution",
      "service",
    ),
    managers: sorted(
      addRows(managers, ({ manager }) => manager, addManagers),
      "manager",
    ),
  };
}

const addManagers = (a: PortfolioManager, b: PortfolioManager): PortfolioManager => ({
  manager: a.manager,
  plans: a.plans + b.plans,
  income: sorted(
    addRows([...a.income, ...b.income], ({ currency }) => currency, addIncome),
    "currency",
  ),
  overdue: a.overdue + b.overdue,
});

type ManagerIncome = PortfolioManager["income"][number];

const addIncome = (a: ManagerIncome, b: ManagerIncome): ManagerIncome => ({
  currency: a.currency,
  expected: add(a.expected, b.expected),
  best: add(a.best, b.best),
  committed: add(a.committed, b.committed),
});

/** Rows in the order of these texts of theirs. */
function sorted<K extends string, T extends Readonly<Record<K, string>>>(
  rows: readonly T[],
  ...keys: readonly K[]
): readonly T[] {
  return [...rows].sort((a, b) => {
    for (const key of keys) {
      const order = compareTexts(a[key], b[key]);
      if (order !== 0) return order;
    }
    return 0;
  });
}
