import { tryRange } from "../../calendar/inner.ts";
import { compareDecimals, readDecimal, tryDayNumber, type DecimalString } from "../../core/index.ts";
import { compareExact, subtractExact } from "../../core/inner.ts";
import type { Check } from "./tree.ts";
import { isShare } from "../issue.ts";
import type { DiscontinuedPart, Report } from "../reasons.ts";
import type { PlanService, StrategyPlan } from "../types.ts";

/** The contradictions of section 6 within one service, and its stated share compared with the spends. */
export const serviceAnswers: Check<PlanService> = (service, path, { plan, wallet, report }) => {
  const at: Report = (code, place, details) => {
    report(code, [...path, ...place], details);
  };
  reportState(service, at);
  reportSupplier(plan, service, at);
  const computed = wallet?.services.find((entry) => entry.service === service.id)?.wallet?.share ?? null;
  reportStatedShare(service, computed, at);
};

function reportState(service: PlanService, report: Report): void {
  const adopted = service.adopted?.answer === "yes";
  const discontinued = service.discontinued?.answer === "yes";
  if (adopted && !discontinued && service.needed === "no") {
    report("strategy-plan/adopted-without-need", ["adopted"], { service: service.id });
  }
  if (!discontinued) return;
  if (service.adopted?.answer === "no") {
    report("strategy-plan/discontinued-without-adoption", ["discontinued"], { service: service.id });
  } else if (!adopted) report("strategy-plan/adoption-unsaid", ["discontinued"], { service: service.id });
  const { date, reason } = service.discontinued;
  const absent: DiscontinuedPart[] = [
    ...(date === undefined ? (["date"] as const) : []),
    ...(reason === undefined ? (["reason"] as const) : []),
  ];
  if (absent.length > 0) {
    report("strategy-plan/discontinued-unexplained", ["discontinued"], { service: service.id, missing: absent });
  }
  const since = service.adopted?.since;
  if (since === undefined || date === undefined) return;
  const [adoptedOn, stopped] = [tryDayNumber(since), tryDayNumber(date)];
  if (adoptedOn !== null && stopped !== null && stopped < adoptedOn) {
    report("strategy-plan/discontinued-before-adoption", ["discontinued", "date"], { since, date });
  }
}

function reportSupplier(plan: StrategyPlan, service: PlanService, report: Report): void {
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

function reportStatedShare(service: PlanService, computed: DecimalString | null, report: Report): void {
  const stated = service.shareOfSpend;
  if (stated === undefined || !isShare(stated.share)) return;
  if (compareDecimals(stated.share, "0") > 0) {
    const { id, adopted, discontinued } = service;
    if (adopted?.answer === "no") {
      report("strategy-plan/share-without-adoption", ["shareOfSpend"], { service: id, share: stated.share });
    } else if (adopted?.answer !== "yes" && discontinued?.answer !== "yes") {
      // of a discontinued service it is said at `discontinued`
      report("strategy-plan/adoption-unsaid", ["shareOfSpend"], { service: id });
    }
    const since = adopted?.answer === "yes" ? adopted.since : undefined;
    const date = discontinued?.answer === "yes" ? discontinued.date : undefined;
    const [begun, stopped, period] = [tryDayNumber(since), tryDayNumber(date), tryRange(stated.period)];
    if (since !== undefined && begun !== null && period !== null && period.to <= begun) {
      report("strategy-plan/share-before-adoption", ["shareOfSpend"], { service: id, since, period: stated.period });
    }
    if (date !== undefined && stopped !== null && period !== null && stopped < period.from) {
      report("strategy-plan/share-after-discontinuation", ["shareOfSpend"], {
        service: id,
        date,
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
  const a = readDecimal(stated);
  const b = readDecimal(computed);
  const [low, high] = compareExact(a, b) < 0 ? [a, b] : [b, a];
  const { coefficient, scale } = subtractExact(high, low);
  return (
    compareExact({ coefficient: 2n * coefficient, scale }, { coefficient: 1n, scale: Math.min(a.scale, b.scale) }) <= 0
  );
}
