import { tryRange } from "../calendar/inner.ts";
import { describeValue, formatDecimal, parseDecimal, tryDecimal, type LocalDate, type Path } from "../core/index.ts";
import { isCurrency, type Money } from "../money/index.ts";
import { checkServices } from "./check-services.ts";
import { checkDate, checkMoney, checkPeriod, checkShare, type PlanIssue, type Report } from "./issue.ts";
import type { StrategyPlan } from "./types.ts";

/**
 * What is wrong in the meaning of a plan (计划书核对): things that contradict each other, not things that are missing.
 *
 * - Row ids are not empty and unique over the plan; references to rows exist.
 * - Turnover shares of section 3 add up to at most 1; shares and probabilities lie in 0 to 1 (a profit share may not).
 * - Section 6: adopted implies needed, unless the client has stopped since; discontinued needs an earlier adoption, a date
 *   and a reason; a share above 0 implies adopted, and not stopped before the share's period; "no other bank supplies it"
 *   contradicts institutions or spends that say otherwise; a share that is stated agrees with the one the spends give.
 * - Section 8: the pitch lies within the plan year.
 * - Dates, periods and the plan's currency exist; amounts are amounts, in that currency.
 *
 * The shape of unknown JSON is checked by `StrategyPlanSchema`, holes by {@link completeness}.
 *
 * @param plan - a plan, finished or not
 * @returns issues in the order of the sections; empty when nothing contradicts
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   services: [{ id: "s1", service: "Loans", needed: "no", adopted: { answer: "yes" } }],
 *   actions: [{ id: "a1", plannedPitchTime: "2027-01-15" }] } as const;
 * checkPlan(plan).map((issue) => issue.code) // => ["strategy-plan/adopted-without-need", "strategy-plan/pitch-outside-plan-year"]
 * @since 0.1.0
 */
export function checkPlan(plan: StrategyPlan): readonly PlanIssue[] {
  const issues: PlanIssue[] = [];
  const report: Report = (code, path, details) => {
    issues.push({ code, path, details });
  };
  checkIds(plan, report);
  checkDate(plan.preparedOn, ["preparedOn"], report);
  const year = tryRange(plan.period);
  if (year === null) report("core/invalid-date", ["period"], { received: describeValue(plan.period) });

  if (!isCurrency(plan.currency)) {
    report("money/unknown-currency", ["currency"], { received: describeValue(plan.currency) });
  }

  const references = referenceCheck(plan, report);
  checkBusinesses(plan, report);
  for (const [member, value] of Object.entries(plan.standing ?? {})) {
    const statements = (Array.isArray(value) ? value : [value]) as readonly { evidence?: { date: LocalDate } }[];
    for (const [at, { evidence }] of statements.entries()) {
      const path = Array.isArray(value) ? ["standing", member, at] : ["standing", member];
      if (evidence !== undefined) checkDate(evidence.date, [...path, "evidence", "date"], report);
    }
  }
  for (const [index, institution] of (plan.institutions ?? []).entries()) {
    const path = ["institutions", index];
    const officer = institution.institutionOfficer;
    if (officer !== undefined) checkDate(officer.obtainedOn, [...path, "institutionOfficer", "obtainedOn"], report);
    for (const [at, service] of (institution.institutionServicesAndTerms ?? []).entries()) {
      const place = [...path, "institutionServicesAndTerms", at];
      references.service(service.service, [...place, "service"]);
      if (service.renewalDate !== undefined) checkDate(service.renewalDate, [...place, "renewalDate"], report);
    }
    for (const [at, spend] of (institution.estimatedSpend ?? []).entries()) {
      references.service(spend.service, [...path, "estimatedSpend", at, "service"]);
      checkPeriod(spend.period, [...path, "estimatedSpend", at, "period"], report);
    }
  }
  for (const [index, service] of (plan.services ?? []).entries()) {
    for (const [at, id] of (service.suppliedElsewhere?.institutions ?? []).entries()) {
      references.institution(id, ["services", index, "suppliedElsewhere", "institutions", at]);
    }
  }
  issues.push(...checkServices(plan));
  checkAmounts(plan, report);
  for (const [index, action] of (plan.actions ?? []).entries()) {
    const path = ["actions", index];
    const { clientNeed, productOrService, plannedPitchTime, expectedIncome } = action;
    if (clientNeed?.business !== undefined)
      references.business(clientNeed.business, [...path, "clientNeed", "business"]);
    if (clientNeed?.service !== undefined) references.service(clientNeed.service, [...path, "clientNeed", "service"]);
    if (productOrService?.service !== undefined) {
      references.service(productOrService.service, [...path, "productOrService", "service"]);
    }
    if (plannedPitchTime !== undefined) {
      const pitch = tryRange(plannedPitchTime);
      if (pitch === null) {
        report("core/invalid-date", [...path, "plannedPitchTime"], { received: describeValue(plannedPitchTime) });
      } else if (year !== null && (pitch.from < year.from || pitch.to > year.to)) {
        report("strategy-plan/pitch-outside-plan-year", [...path, "plannedPitchTime"], {
          planned: plannedPitchTime,
          period: plan.period,
        });
      }
    }
    if (expectedIncome !== undefined) {
      checkMoney(expectedIncome.amount, plan.currency, [...path, "expectedIncome", "amount"], report);
      checkPeriod(expectedIncome.period, [...path, "expectedIncome", "period"], report);
    }
    if (expectedIncome?.probability !== undefined) {
      checkShare(expectedIncome.probability, [...path, "expectedIncome", "probability"], report);
    }
  }
  for (const [index, challenge] of (plan.challenges ?? []).entries()) {
    for (const [at, step] of (challenge.preventionAndTimetable ?? []).entries()) {
      if (step.due !== undefined) {
        checkDate(step.due, ["challenges", index, "preventionAndTimetable", at, "due"], report);
      }
    }
  }
  return issues;
}

const ROW_LISTS = ["people", "businesses", "institutions", "services", "actions", "challenges"] as const;

function checkIds(plan: StrategyPlan, report: Report): void {
  for (const key of ["id", "client"] as const) if (plan[key] === "") report("strategy-plan/empty-id", [key], {});
  const seen = new Set<string>();
  for (const list of ROW_LISTS) {
    for (const [index, { id }] of (plan[list] ?? []).entries()) {
      const path = [list, index, "id"];
      if (id === "") report("strategy-plan/empty-id", path, {});
      else if (seen.has(id)) report("strategy-plan/duplicate-id", path, { id });
      seen.add(id);
    }
  }
}

type ReferenceCheck = (id: string, path: Path) => void;

function referenceCheck(
  plan: StrategyPlan,
  report: Report,
): { readonly business: ReferenceCheck; readonly institution: ReferenceCheck; readonly service: ReferenceCheck } {
  const against = (section: string, rows: readonly { readonly id: string }[] | undefined): ReferenceCheck => {
    const known = new Set((rows ?? []).map((row) => row.id));
    return (id, path) => {
      if (!known.has(id)) report("strategy-plan/unknown-reference", path, { id, expectedIn: section });
    };
  };
  return {
    business: against("businesses", plan.businesses),
    institution: against("institutions", plan.institutions),
    service: against("services", plan.services),
  };
}

function checkBusinesses(plan: StrategyPlan, report: Report): void {
  let sum = { coefficient: 0n, scale: 0 };
  for (const [index, business] of (plan.businesses ?? []).entries()) {
    const shares = business.shareOfTurnoverAndProfit;
    if (shares === undefined) continue;
    const path = ["businesses", index, "shareOfTurnoverAndProfit"];
    if (checkShare(shares.turnoverShare, [...path, "turnoverShare"], report)) {
      const next = parseDecimal(shares.turnoverShare);
      const scale = Math.max(sum.scale, next.scale);
      const at = (value: typeof sum): bigint => value.coefficient * 10n ** BigInt(scale - value.scale);
      sum = { coefficient: at(sum) + at(next), scale };
    }
    if (shares.profitShare !== undefined && tryDecimal(shares.profitShare) === null) {
      report("core/invalid-decimal", [...path, "profitShare"], { received: describeValue(shares.profitShare) });
    }
  }
  if (sum.coefficient > 10n ** BigInt(sum.scale)) {
    report("strategy-plan/turnover-above-whole", ["businesses"], { sum: formatDecimal(sum), max: "1" });
  }
}

function checkAmounts(plan: StrategyPlan, report: Report): void {
  const { directIncome, relatedClientIncome, otherIntangibleBenefit, target } = plan.value ?? {};
  const amounts: readonly (readonly [readonly string[], Money | undefined])[] = [
    [["directIncome", "amount"], directIncome?.amount],
    [["relatedClientIncome", "amount"], relatedClientIncome?.amount],
    [["otherIntangibleBenefit", "amount"], otherIntangibleBenefit?.amount],
    [["target"], target],
  ];
  for (const [path, amount] of amounts) {
    if (amount !== undefined) checkMoney(amount, plan.currency, ["value", ...path], report);
  }
  for (const [key, stated] of Object.entries({ directIncome, relatedClientIncome, otherIntangibleBenefit })) {
    if (stated !== undefined) checkPeriod(stated.period, ["value", key, "period"], report);
  }
}
