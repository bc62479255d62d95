import { tryRange } from "../../calendar/inner.ts";
import type { Period } from "../../calendar/index.ts";
import { readDecimal, tryDayNumber, tryDecimal, type DecimalString, type LocalDate } from "../../core/index.ts";
import { compareExact, subtractExact } from "../../core/inner.ts";
import type { Check } from "./tree.ts";
import { isShare } from "../issue.ts";
import type { DiscontinuedPart, Report } from "../reasons.ts";
import type { PlanService, StrategyPlan } from "../types.ts";

/** The contradictions of section 6 within one service, and its stated share compared with the spends. */
export const serviceAnswers: Check<PlanService> = (service, path, { plan, known, report }) => {
  const at: Report = (code, place, details) => {
    report(code, [...path, ...place], details);
  };
  reportState(service, at);
  reportSupplier(plan, service, at);
  reportStatedShare(service, known.shares.get(service.id) ?? null, at);
  reportSpend(service, at);
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
  if ((tryDecimal(stated.share)?.coefficient ?? 0n) > 0n) {
    const { id, adopted, discontinued } = service;
    if (adopted?.answer === "no") {
      report("strategy-plan/share-without-adoption", ["shareOfSpend"], { service: id, share: stated.share });
    } else if (adopted?.answer !== "yes" && discontinued?.answer !== "yes") {
      // of a discontinued service it is said at `discontinued`
      report("strategy-plan/adoption-unsaid", ["shareOfSpend"], { service: id });
    }
    const { begins, ended } = outsideUse(service, stated.period);
    const { period } = stated;
    if (begins !== null) {
      report("strategy-plan/share-before-adoption", ["shareOfSpend"], { service: id, since: begins, period });
    }
    if (ended !== null) {
      report("strategy-plan/share-after-discontinuation", ["shareOfSpend"], { service: id, date: ended, period });
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

/** What the client pays us for a service agrees with 6.D and 6.E; a negative amount is an issue of the wallet. */
function reportSpend(service: PlanService, report: Report): void {
  const { id, adopted, spendWithUs } = service;
  if (spendWithUs === undefined) return;
  const { amount, period } = spendWithUs;
  if ((tryDecimal(amount.amount)?.coefficient ?? 0n) <= 0n) return;
  const at = ["spendWithUs"];
  if (adopted?.answer === "no") report("strategy-plan/spend-without-adoption", at, { service: id, amount });
  const { begins, ended } = outsideUse(service, period);
  if (begins !== null) report("strategy-plan/spend-before-adoption", at, { service: id, since: begins, period });
  if (ended !== null) report("strategy-plan/spend-after-discontinuation", at, { service: id, date: ended, period });
}

/** The day of adoption that a period ends before, and the day of the discontinuation that it begins after. */
function outsideUse(
  { adopted, discontinued }: PlanService,
  of: Period,
): { readonly begins: LocalDate | null; readonly ended: LocalDate | null } {
  const since = adopted?.answer === "yes" ? adopted.since : undefined;
  const date = discontinued?.answer === "yes" ? discontinued.date : undefined;
  const [begun, stopped, period] = [tryDayNumber(since), tryDayNumber(date), tryRange(of)];
  return {
    begins: since !== undefined && begun !== null && period !== null && period.to <= begun ? since : null,
    ended: date !== undefined && stopped !== null && period !== null && stopped < period.from ? date : null,
  };
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
