import type { LocalDate, Rate } from "../../core/index.ts";
import type { PlanHealthCheck, PlanHealthStatus } from "../condition/finding.ts";
import type { PlanPolicyStamp } from "../condition/policy.ts";
import type { PlanTierName } from "../condition/tier.ts";
import type { PlanRowId } from "../types.ts";
import type { CurrencyForecast, ForecastFigures } from "../year/forecast.ts";

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
  /** Id of the plan. */
  readonly plan: string;
  /** Row of section 5. */
  readonly institution: PlanRowId;
  /** Row of section 6. */
  readonly service: PlanRowId;
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
  readonly income: readonly (ForecastFigures & { readonly currency: string })[];
  /** Number of overdue actions. */
  readonly overdue: number;
}

/** Plans at a glance, on a day. All lists are in an order of their own, whatever the order of the plans. */
export interface PlanPortfolio {
  readonly asOf: LocalDate;
  readonly renewalsWithinDays: number;
  readonly plans: {
    readonly given: number;
    /** Of `given`, those that could be read: everything else in the portfolio is of them. */
    readonly read: number;
    /** Of `read`, those of which something is withheld: what is withheld is in no sum and in no list. */
    readonly views: number;
  };
  /** By code of the currency; two currencies are not added. */
  readonly income: readonly CurrencyForecast[];
  /** Number of open actions that are in `best` and, for want of a probability, not in `expected`. */
  readonly withoutProbability: number;
  /** Number of actions that are open or were won and are in no figure, because nobody has stated an income. */
  readonly withoutExpectedIncome: number;
  /** Actions whose planned time is over and that were not pitched, by id of the plan, then of the action. */
  readonly overdue: readonly { readonly plan: string; readonly action: PlanRowId }[];
  readonly health: {
    readonly policy: PlanPolicyStamp;
    /** How many plans stand to each check in each way, in the order of `PLAN_HEALTH_CHECKS`; they add up to the plans read. */
    readonly checks: readonly (Readonly<Record<PlanHealthStatus, number>> & { readonly check: PlanHealthCheck })[];
    /** Plans with checks that are not met, by id, and these in the order of `PLAN_HEALTH_CHECKS`. */
    readonly unmet: readonly { readonly plan: string; readonly checks: readonly PlanHealthCheck[] }[];
  };
  /** In the order in which the tiers were given. */
  readonly tiers: readonly TierCoverage[];
  /** By date, plan, institution and service. */
  readonly renewals: readonly RivalRenewal[];
  /** By id, never by how well they do. */
  readonly managers: readonly PortfolioManager[];
}
