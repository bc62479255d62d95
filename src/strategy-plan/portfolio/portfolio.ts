import type { LocalDate, Rate } from "../../core/index.ts";
import type { PlanHealthCheck, PlanHealthStatus } from "../condition/finding.ts";
import type { PlanPolicyStamp } from "../condition/policy.ts";
import type { PlanTierName } from "../condition/tier.ts";
import type { PlanRowId } from "../types.ts";
import type { CurrencyForecast, ForecastFigures } from "../year/forecast.ts";

/** How many plans a portfolio is of. */
export interface PortfolioPlans {
  readonly given: number;
  /** Of `given`, those that could be read: everything else in the portfolio is of them. */
  readonly read: number;
  /** Of `read`, those of which something is withheld: what is withheld is in no sum and in no list. */
  readonly views: number;
}

/** An action whose planned time is over and that was not pitched. */
export interface OverdueAction {
  /** Id of the plan. */
  readonly plan: string;
  readonly action: PlanRowId;
}

/** How many plans stand to a check in each way; they add up to the plans read. */
export interface PortfolioCheck extends Readonly<Record<PlanHealthStatus, number>> {
  readonly check: PlanHealthCheck;
}

/** A plan with checks that are not met. */
export interface UnmetChecks {
  readonly plan: string;
  /** In the order of `PLAN_HEALTH_CHECKS`; never empty. */
  readonly checks: readonly PlanHealthCheck[];
}

/** The health of the plans. */
export interface PortfolioHealth {
  readonly policy: PlanPolicyStamp;
  /** One per check, in the order of `PLAN_HEALTH_CHECKS`. */
  readonly checks: readonly PortfolioCheck[];
  /** By id of the plan. */
  readonly unmet: readonly UnmetChecks[];
}

/** How the plans stand to a tier. */
export interface TierCoverage {
  readonly tier: PlanTierName;
  readonly policy: PlanPolicyStamp;
  /** Plans that meet every requirement, of those read. */
  readonly plans: Rate;
  /** Requirements met, of those there are, over all plans read. */
  readonly requirements: Rate;
}

/** Terms of another institution that end, for one service. */
export interface RivalRenewal {
  readonly date: LocalDate;
  readonly plan: string;
  /** Row of section 5. */
  readonly institution: PlanRowId;
  /** Row of section 6. */
  readonly service: PlanRowId;
}

/** The figures of a manager in one currency. */
export interface ManagerIncome extends ForecastFigures {
  readonly currency: string;
}

/**
 * One manager, by `preparedBy`. It does not say how complete the plans are: a ranking of managers by that would pay them to
 * hide people.
 */
export interface PortfolioManager {
  readonly manager: string;
  /** Plans read. */
  readonly plans: number;
  /** By code of the currency. */
  readonly income: readonly ManagerIncome[];
  /** Number of overdue actions. */
  readonly overdue: number;
}

/** Plans at a glance, on a day. All lists are in an order of their own, whatever the order of the plans. */
export interface PlanPortfolio {
  readonly asOf: LocalDate;
  readonly renewalsWithinDays: number;
  readonly plans: PortfolioPlans;
  /** By code of the currency, products by id and those without one last; two currencies are not added. */
  readonly income: readonly CurrencyForecast[];
  /** Number of open actions that are in `best` and, for want of a probability, not in `expected`. */
  readonly withoutProbability: number;
  /** Number of actions that are open or were won and are in no figure, because nobody has stated an income. */
  readonly withoutExpectedIncome: number;
  /** By id of the plan, then of the action. */
  readonly overdue: readonly OverdueAction[];
  readonly health: PortfolioHealth;
  /** In the order in which the tiers were given. */
  readonly tiers: readonly TierCoverage[];
  /** By date, plan, institution and service. */
  readonly renewals: readonly RivalRenewal[];
  /** By id, never by how well they do. */
  readonly managers: readonly PortfolioManager[];
}
