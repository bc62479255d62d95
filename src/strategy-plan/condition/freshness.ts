import { fromDayNumber, toDayNumber, type LocalDate, type Policy } from "../../core/index.ts";
import { optional, policyMembers, shapeOf, type Members } from "../../core/inner.ts";
import { planFields, type PlanField, type PlanFieldSection } from "../fields.ts";
import { readPlan } from "../read-plan.ts";
import type { StrategyPlan } from "../types.ts";
import { ageOf, fieldSections, isAnswered, isAsked, lastKnown, rowId, rowsOf } from "./answers.ts";
import type { PlanFieldPlace } from "./open-fields.ts";
import { policyReading, readDays, someDays, type PlanPolicyStamp } from "./policy.ts";

/** How old the answers of a plan may be. */
export interface PlanFreshnessPolicy extends Policy {
  /** Greatest age of an answer in days, inclusive, by section. */
  readonly sections: Readonly<Record<PlanFieldSection, number>>;
  /** The same for fields that differ from their section. */
  readonly fields?: Readonly<Partial<Record<PlanField, number>>>;
}

/** Answers by age; `answered = fresh + stale + undated + later`. */
export interface FreshnessCounts {
  readonly answered: number;
  /** Known on the day, and not longer ago than the policy allows. */
  readonly fresh: number;
  readonly stale: number;
  /** Answers of which the plan says no day on which they were known. */
  readonly undated: number;
  /** Answers known only on a day after the one asked for: a slip, or a plan looked at as of an earlier day. */
  readonly later: number;
}

/** Answers of one section by age. */
export interface SectionFreshness extends FreshnessCounts {
  readonly section: PlanFieldSection;
  /** The day of the answer that was confirmed longest ago, of those known by the day; `null` when there is none. */
  readonly oldest: LocalDate | null;
}

/** An answer that is older than it may be. */
export interface StaleAnswer extends PlanFieldPlace {
  /** Day on which it was last known. */
  readonly asOf: LocalDate;
  readonly ageDays: number;
  readonly maxAgeDays: number;
}

/** How fresh the answers of a plan are on a day. */
export interface PlanFreshness {
  readonly asOf: LocalDate;
  readonly policy: PlanPolicyStamp;
  /** The sections added up. */
  readonly total: FreshnessCounts;
  /** Sections 2 to 9 in order. */
  readonly sections: readonly SectionFreshness[];
  /** Answers that are too old, those longest beyond their greatest age first; ties in the order of the plan. */
  readonly stale: readonly StaleAnswer[];
  /** Answers without a day, in the order of the plan. */
  readonly undated: readonly PlanFieldPlace[];
  /** Answers known only after the day, in the order of the plan; `checkPlan` on the day finds their evidence too. */
  readonly later: readonly PlanFieldPlace[];
}

interface ResolvedFreshness {
  readonly stamp: PlanPolicyStamp;
  /** Greatest age by field. */
  readonly limits: ReadonlyMap<PlanField, number>;
}

const readPolicy = /* @__PURE__ */ policyReading<PlanFreshnessPolicy, ResolvedFreshness>(
  () => {
    // a member per section and per field, as the types have them
    const bySection = Object.fromEntries(fieldSections.map(({ id }) => [id, readDays]));
    const byField = Object.fromEntries(planFields.map(({ key }) => [key, someDays]));
    return shapeOf<PlanFreshnessPolicy>({
      ...policyMembers,
      sections: shapeOf<PlanFreshnessPolicy["sections"]>(bySection as Members<PlanFreshnessPolicy["sections"]>),
      fields: optional(
        shapeOf<Partial<Record<PlanField, number>>>(byField as unknown as Members<Partial<Record<PlanField, number>>>),
      ),
    });
  },
  ({ id, version, sections, fields = {} }) => ({
    stamp: Object.freeze({ id, version }),
    limits: new Map(planFields.map(({ key, section }) => [key, fields[key] ?? sections[section]])),
  }),
);

/**
 * How fresh the answers of a plan are on a day (时效): which were confirmed recently enough, which are too old, and of
 * which nobody says when they were known.
 *
 * The day of an answer is the one on which it was last known: that of its `evidence`, or the day inside it where it has
 * one, whichever is later. Inside it there is one in section 4 (of a list, that of its oldest statement; none where a
 * statement has none) and in 5.B (the day the data was obtained). The day of an offer, an adoption or a period of income
 * is the day of an event, not of a confirmation, and is not used. Only fields that are answered count, as
 * `planCompleteness` counts them; the credit page, the judgements about people and `noneConfirmed` are not fields.
 *
 * @param plan - a plan, finished or not
 * @param asOf - the day the plan is looked at
 * @param policy - how old answers may be, in force on the day
 * @returns counts by section, and the places of answers that are too old, undated, or known only later
 * @throws `strategy-plan/invalid-policy`, or `core/no-policy-in-force` on a day on which the policy is not in force
 * @throws `core/invalid-date` for `asOf`
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @see convention of this library; users of account plans ask for plans that are kept alive
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   people: [{ id: "p1", contactName: "…", contactMethod: [{ channel: "phone", value: "…" }], evidence: { contactName: { asOf: "2024-11-20" } } }] } as const;
 * const { total, stale, undated } = planFreshness(plan, "2025-12-01", examplePlanFreshness);
 * total // => { answered: 2, fresh: 0, stale: 1, undated: 1, later: 0 }
 * stale[0] // => { section: "decision-makers", field: "contactName", code: "2.A", row: "p1", asOf: "2024-11-20", ageDays: 376, maxAgeDays: 180 }
 * undated.map(({ code }) => code) // => ["2.C"]
 * @since 0.1.0
 */
export function planFreshness(plan: StrategyPlan, asOf: LocalDate, policy: PlanFreshnessPolicy): PlanFreshness {
  const read = readPlan(plan);
  const today = toDayNumber(asOf, "asOf");
  const { stamp, limits } = readPolicy(policy, "policy", today, asOf);
  const sections: SectionFreshness[] = [];
  const stale: StaleAnswer[] = [];
  const undated: PlanFieldPlace[] = [];
  const later: PlanFieldPlace[] = [];
  const total = { answered: 0, fresh: 0, stale: 0, undated: 0, later: 0 };
  for (const section of fieldSections) {
    const counts = { answered: 0, fresh: 0, stale: 0, undated: 0, later: 0 };
    let oldest: number | null = null;
    for (const row of rowsOf(read, section)) {
      for (const field of section.fields) {
        if (!isAsked(field, row) || !isAnswered(field, row)) continue;
        const maxAgeDays = limits.get(field.key) ?? 0;
        const known = lastKnown(row, field.key, today);
        const age = ageOf(known, today, maxAgeDays);
        counts.answered += 1;
        counts[age] += 1;
        if (typeof known === "number") oldest = oldest === null ? known : Math.min(oldest, known);
        if (age === "fresh") continue;
        const place = { section: section.id, field: field.key, code: field.code, row: rowId(row) };
        if (age === "undated") undated.push(place);
        else if (typeof known !== "number") later.push(place);
        else stale.push({ ...place, asOf: fromDayNumber(known), ageDays: today - known, maxAgeDays });
      }
    }
    sections.push({ section: section.id, ...counts, oldest: oldest === null ? null : fromDayNumber(oldest) });
    for (const count of Object.keys(total) as (keyof typeof total)[]) total[count] += counts[count];
  }
  // a stable sort: ties stay in the order of the plan
  stale.sort((a, b) => b.ageDays - b.maxAgeDays - (a.ageDays - a.maxAgeDays));
  return { asOf, policy: stamp, total, sections, stale, undated, later };
}
