import { issueOf, toDayNumber, tryDayNumber, type LocalDate, type RowIssue } from "../../core/index.ts";
import { asGiven, readList, refuse, shapeOf } from "../../core/inner.ts";
import { requirementsMet } from "../condition/requirements.ts";
import { healthOf } from "../condition/health.ts";
import { readHealthPolicy, type PlanHealthPolicy, type ResolvedHealth } from "../condition/health-policy.ts";
import { answersOf } from "../condition/open-fields.ts";
import { readDays } from "../condition/policy.ts";
import { readTier, type PlanTier, type ResolvedTier } from "../condition/tier.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { readPlan } from "../read-plan.ts";
import type { StrategyPlan } from "../types.ts";
import { standingOn } from "../year/follow-up.ts";
import { figuresInMoney, incomeSums } from "../year/forecast.ts";
import { sumOfParts, type PortfolioPart, type PortfolioTerms } from "./sum.ts";
import type { PlanPortfolio, RivalRenewal } from "./portfolio.ts";
import type { PortfolioReasonDetails } from "./reasons.ts";

/** What plans are looked at by. */
export interface PortfolioOptions {
  readonly health: PlanHealthPolicy;
  /** Such as minimal, standard and full; may be empty. */
  readonly tiers: readonly PlanTier[];
  /** Terms of other institutions that end within these days of `asOf`, inclusive, are listed, beside those that have ended. */
  readonly renewalsWithinDays: number;
}

/** A portfolio, and the plans that are not in it. */
export interface PortfolioBatch {
  readonly portfolio: PlanPortfolio;
  /** In the order of the list; the path leads from the plan. */
  readonly issues: readonly RowIssue[];
}

const INVALID = "strategy-plan/invalid-input" satisfies StrategyPlanErrorCode;
const readOptions = /* @__PURE__ */ shapeOf<PortfolioOptions>({
  // these two are policies, and read as such
  health: asGiven,
  tiers: asGiven,
  renewalsWithinDays: readDays,
});

/** Plans that are added up at once, so that what each of them adds need not be kept. */
const CHUNK = 512;

/** What every plan is looked at by, read once. */
interface Glance {
  readonly today: number;
  readonly health: ResolvedHealth;
  readonly tiers: readonly ResolvedTier[];
  readonly renewalsWithinDays: number;
}

/**
 * The plans of a manager or a branch at a glance (客户关系计划总览): what they are expected to bring, what is overdue, how
 * healthy and how full they are, and when terms with other institutions end.
 *
 * - Income by month, product and head is the sum of what `incomeForecast` says of each plan, per currency.
 * - Overdue is what `planFollowUp` finds overdue; health is counted as `planHealth` finds it, check by check.
 * - Tiers: plans that meet every requirement, and requirements met over all plans, as `planCompleteness` finds them.
 * - Renewals: dates of 5.C up to `renewalsWithinDays` after `asOf`, and all before it.
 * - By manager: plans, income and overdue actions of whoever prepared them. Never rank managers by how full plans are.
 *
 * A plan that cannot be read, and one whose id an earlier plan has, is an issue and stops no other. What `planFor` made is
 * taken as it is and counted in `views`: what is withheld there reads as unsaid, so that sums are too low, and an action
 * whose progress is withheld may read as overdue.
 *
 * @param plans - one version of each plan
 * @param asOf - the day they are looked at
 * @param options - policies in force on the day, and the days of renewals
 * @returns the portfolio of the plans that could be read, and an issue for each of the others
 * @throws `strategy-plan/invalid-input` for plans that are not a list and for options; `core/invalid-date` for `asOf`
 * @throws `strategy-plan/invalid-policy`, or `core/no-policy-in-force` on a day on which a policy is not in force
 * @throws `money/amount-too-large` for a sum over plans
 * @see library convention: no source says how plans are looked at together
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   actions: [{ id: "a1", plannedPitchTime: "2026-03", expectedIncome: { amount: { amount: "100.00", currency: "CNY" }, period: "2026", probability: "0.5" } }] } as const;
 * const options = { health: examplePlanHealth, tiers: [examplePlanTiers.minimal], renewalsWithinDays: 90 };
 * const { portfolio, issues } = portfolioOfPlans([plan, { ...plan, id: "P-2" }, plan], "2026-05-01", options);
 * portfolio.plans // => { given: 3, read: 2, views: 0 }
 * portfolio.income.map(({ currency, total }) => [currency, total.expected.amount, total.best.amount]) // => [["CNY", "100.00", "200.00"]]
 * portfolio.overdue // => [{ plan: "P-1", action: "a1" }, { plan: "P-2", action: "a1" }]
 * portfolio.tiers.map(({ tier, plans, requirements }) => [tier, plans.n, requirements.rate]) // => [["minimal", 0, "0.1667"]]
 * issues.map(({ row, code }) => [row, code]) // => [[2, "strategy-plan/repeated-plan"]]
 * @since 0.1.0
 */
export function portfolioOfPlans(
  plans: readonly StrategyPlan[],
  asOf: LocalDate,
  options: PortfolioOptions,
): PortfolioBatch {
  const given = readList(plans, ["plans"], INVALID);
  const today = toDayNumber(asOf, "asOf");
  const { health, tiers, renewalsWithinDays } = readOptions(options, ["options"], INVALID);
  const glance: Glance = {
    today,
    health: readHealthPolicy(health, ["options", "health"], today, asOf),
    tiers: readList(tiers, ["options", "tiers"], INVALID).map((tier, index) =>
      readTier(tier, ["options", "tiers", index], today, asOf),
    ),
    renewalsWithinDays,
  };
  const terms: PortfolioTerms = {
    asOf,
    renewalsWithinDays,
    health: { policy: glance.health.stamp },
    tiers: glance.tiers.map(({ tier, stamp }) => ({ tier, policy: stamp })),
  };
  const sums: PlanPortfolio[] = [];
  const parts: PortfolioPart[] = [];
  const issues: RowIssue[] = [];
  const taken = new Set<string>();
  for (const [row, plan] of given.entries()) {
    try {
      parts.push(partOf(plan, glance, taken));
    } catch (error) {
      issues.push({ row, ...issueOf(error) });
    }
    if (parts.length === CHUNK) sums.push(sumOfParts(terms, parts.splice(0)));
  }
  const portfolio = sumOfParts(terms, [...sums, ...parts]);
  return { portfolio: { ...portfolio, plans: { ...portfolio.plans, given: given.length } }, issues };
}

/** What one plan adds. */
function partOf(
  given: StrategyPlan,
  { today, health, tiers, renewalsWithinDays }: Glance,
  taken: Set<string>,
): PortfolioPart {
  const plan = readPlan(given, []);
  const { id, preparedBy, actions = [], withheld = [] } = plan;
  if (taken.has(id)) {
    const code: keyof PortfolioReasonDetails = "strategy-plan/repeated-plan";
    refuse(code, ["id"], "an earlier plan has this id", { id });
  }
  const { sums: income, withoutProbability, withoutExpectedIncome } = incomeSums(plan, []);
  const checks = healthOf(plan, today, health, []);
  const unmet = checks.filter(({ status }) => status === "unmet").map(({ check }) => check);
  const overdue = actions.filter((action) => standingOn(action, today) === "overdue");
  const answers = answersOf(plan);
  taken.add(id);
  return {
    plans: { given: 1, read: 1, views: withheld.length > 0 ? 1 : 0 },
    income,
    withoutProbability: withoutProbability.length,
    withoutExpectedIncome: withoutExpectedIncome.length,
    overdue: overdue.map((action) => ({ plan: id, action: action.id })),
    health: {
      checks: checks.map(({ check, status }) => ({ check, met: 0, unmet: 0, unknown: 0, [status]: 1 })),
      unmet: unmet.length === 0 ? [] : [{ plan: id, checks: unmet }],
    },
    tiers: tiers.map((tier) => {
      const { n, of } = requirementsMet(plan, answers, tier, today);
      return { plans: { n: of > 0 && n === of ? 1 : 0, of: 1 }, requirements: { n, of } };
    }),
    renewals: renewalsOf(plan, today, renewalsWithinDays),
    managers: [
      {
        manager: preparedBy,
        plans: 1,
        income: [...income].map(([currency, { total }]) => ({ currency, ...figuresInMoney(total, currency) })),
        overdue: overdue.length,
      },
    ],
  };
}

function renewalsOf(
  { id: plan, institutions = [] }: StrategyPlan,
  today: number,
  within: number,
): readonly RivalRenewal[] {
  return institutions.flatMap(({ id: institution, institutionServicesAndTerms: services = [] }) =>
    services.flatMap(({ service, renewalDate: date }): readonly RivalRenewal[] => {
      const day = tryDayNumber(date);
      if (date === undefined || day === null || day - today > within) return [];
      return [{ date, plan, institution, service }];
    }),
  );
}
