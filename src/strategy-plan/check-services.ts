import { tryRange } from "../calendar/inner.ts";
import { compareDecimals, parseDecimal, tryDayNumber, type DecimalString } from "../core/index.ts";
import { isCurrency } from "../money/index.ts";
import { checkDate, checkPeriod, checkShare, type PlanIssue, type Report } from "./issue.ts";
import type { PlanService, StrategyPlan } from "./types.ts";
import { planWallet } from "./wallet.ts";

/**
 * The contradictions of section 6, service by service, and the stated shares against the spends.
 *
 * @param plan - a plan, finished or not
 * @returns issues in the order of the services
 */
export function checkServices(plan: StrategyPlan): readonly PlanIssue[] {
  const issues: PlanIssue[] = [];
  // without a currency there is nothing to add up; `checkPlan` has told so
  const wallet = isCurrency(plan.currency) ? planWallet(plan) : null;
  issues.push(...(wallet?.issues ?? []));
  for (const [index, service] of (plan.services ?? []).entries()) {
    const report: Report = (code, path, details) => {
      issues.push({ code, path: ["services", index, ...path], details });
    };
    checkDates(service, report);
    checkState(service, report);
    checkSupplier(plan, service, report);
    const computed = wallet?.services.find((entry) => entry.service === service.id)?.wallet?.share ?? null;
    checkStatedShare(service, computed, report);
  }
  return issues;
}

function checkDates(service: PlanService, report: Report): void {
  if (service.recommended?.date !== undefined) checkDate(service.recommended.date, ["recommended", "date"], report);
  if (service.adopted?.since !== undefined) checkDate(service.adopted.since, ["adopted", "since"], report);
  if (service.discontinued?.date !== undefined) checkDate(service.discontinued.date, ["discontinued", "date"], report);
  for (const key of ["shareOfSpend", "spendWithUs"] as const) {
    const stated = service[key];
    if (stated !== undefined) checkPeriod(stated.period, [key, "period"], report);
  }
}

function checkState(service: PlanService, report: Report): void {
  const adopted = service.adopted?.answer === "yes";
  const discontinued = service.discontinued?.answer === "yes";
  if (adopted && !discontinued && service.needed === "no") {
    report("strategy-plan/adopted-without-need", ["adopted"], { service: service.id });
  }
  if (!discontinued) return;
  if (service.adopted?.answer === "no") {
    report("strategy-plan/discontinued-without-adoption", ["discontinued"], { service: service.id });
  }
  const { date, reason } = service.discontinued;
  const absent = [...(date === undefined ? ["date"] : []), ...(reason === undefined ? ["reason"] : [])];
  if (absent.length > 0) {
    report("strategy-plan/discontinued-unexplained", ["discontinued"], { service: service.id, missing: absent });
  }
  const since = tryDayNumber(service.adopted?.since);
  const stopped = tryDayNumber(date);
  if (since !== null && stopped !== null && stopped < since) {
    report("strategy-plan/discontinued-before-adoption", ["discontinued", "date"], {
      since: service.adopted?.since,
      date,
    });
  }
}

function checkSupplier(plan: StrategyPlan, service: PlanService, report: Report): void {
  if (service.suppliedElsewhere?.answer !== "no") return;
  const named = service.suppliedElsewhere.institutions ?? [];
  const supplying = (plan.institutions ?? [])
    .filter(
      (institution) =>
        named.includes(institution.id) ||
        institution.institutionServicesAndTerms?.some((row) => row.service === service.id) === true ||
        institution.estimatedSpend?.some((row) => row.service === service.id) === true,
    )
    .map((institution) => institution.id);
  if (supplying.length > 0) {
    report("strategy-plan/supplier-contradicted", ["suppliedElsewhere"], {
      service: service.id,
      institutions: supplying,
    });
  }
}

function checkStatedShare(service: PlanService, computed: DecimalString | null, report: Report): void {
  const stated = service.shareOfSpend;
  if (stated === undefined || !checkShare(stated.share, ["shareOfSpend", "share"], report)) return;
  if (compareDecimals(stated.share, "0") > 0) {
    if (service.adopted?.answer === "no") {
      report("strategy-plan/share-without-adoption", ["shareOfSpend"], { service: service.id, share: stated.share });
    }
    const stopped = service.discontinued?.answer === "yes" ? tryDayNumber(service.discontinued.date) : null;
    const period = tryRange(stated.period);
    if (stopped !== null && period !== null && stopped < period.from) {
      report("strategy-plan/share-after-discontinuation", ["shareOfSpend"], {
        service: service.id,
        date: service.discontinued?.date,
        period: stated.period,
      });
    }
  }
  if (computed !== null && !agrees(stated.share, computed)) {
    report("strategy-plan/share-differs-from-spend", ["shareOfSpend", "share"], {
      service: service.id,
      stated: stated.share,
      computed,
    });
  }
}

/** Whether a stated share is the computed one, to the digits it states: half a unit of its last digit either way. */
function agrees(stated: DecimalString, computed: DecimalString): boolean {
  const a = parseDecimal(stated);
  const b = parseDecimal(computed);
  const scale = Math.max(a.scale, b.scale) + 1;
  const at = (value: typeof a): bigint => value.coefficient * 10n ** BigInt(scale - value.scale);
  const difference = at(a) - at(b);
  const unit = 10n ** BigInt(scale - Math.min(a.scale, b.scale));
  return (difference < 0n ? -difference : difference) * 2n <= unit;
}
