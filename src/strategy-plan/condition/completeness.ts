import { rateOf, toDayNumber, type DecimalString, type LocalDate, type Rate } from "../../core/index.ts";
import { quotientText } from "../../core/inner.ts";
import { readPlan } from "../read-plan.ts";
import type { StrategyPlan } from "../types.ts";
import { fieldSections } from "./answers.ts";
import {
  answersOf,
  completenessOf,
  peopleOf,
  type PeopleKnown,
  type PlanCompleteness,
  type PlanFieldPlace,
  type SectionCompleteness,
} from "./open-fields.ts";
import type { PlanPolicyStamp } from "./policy.ts";
import { askedOf, nextField, stand, type NextPlanField } from "./requirements.ts";
import { readTier, type PlanTier, type PlanTierName, type TierRequirement } from "./tier.ts";

/** How a plan stands to one thing a tier asks for. */
export interface RequirementStatus extends Pick<TierRequirement, "id" | "section" | "fields" | "atLeast"> {
  /** Rows that answer the fields. */
  readonly have: number;
  /** Whether somebody has confirmed that the section is empty, which meets the requirement whatever the rows say. */
  readonly confirmedNone: boolean;
  readonly met: boolean;
}

/** Requirements met in one section, and how much the section weighs. */
export interface TierSection extends SectionCompleteness {
  readonly weight: number;
}

/** How a plan stands to a tier: requirements met (`n`) of those there are (`of`). */
export interface PlanTierCompleteness extends Rate {
  readonly tier: PlanTierName;
  readonly policy: PlanPolicyStamp;
  readonly asOf: LocalDate;
  /**
   * Σ of weight × requirements met / requirements, over the sections that have some, divided by their weights; four
   * decimals, half-even, rounded once.
   */
  readonly weighted: DecimalString | null;
  /** In the order of the tier. */
  readonly requirements: readonly RequirementStatus[];
  /** Sections of which the tier asks for something, in the source's order. */
  readonly sections: readonly TierSection[];
  /** The field to fill next for the first requirement that is not met; `null` when all are. */
  readonly next: NextPlanField | null;
  /** Every open field in the source's order, whatever the tier. */
  readonly open: readonly PlanFieldPlace[];
  /** People the plan knows. */
  readonly people: PeopleKnown;
}

/**
 * How complete a plan is, section by section and in all, and which field to ask for next (计划书完整度).
 *
 * The rule, over the 37 fields of sections 2 to 9:
 * - Each row counts its own fields: three people are 3 × 5 fields. Naming a person and nothing more makes the plan less
 *   complete, because it shows what is not known yet.
 * - A section without rows counts its fields once, all open. An empty list of other institutions or of challenges is an
 *   answer ("there are none"): the section then asks for 0 fields and its rate is `null`.
 * - A field is answered when it is there and says something: blank text, `"unknown"`, and an empty list where "none" is
 *   not an answer, are still open. Where the form has a slash (3.B turnover or profit, 8.C department or person) or two
 *   things (2.E a unit or a person), either is an answer.
 * - Field 6.F is not asked for where the client does not need the service (6.A `"no"`); of a view (`planFor`), nothing is
 *   that is withheld.
 *
 * Section 1 is the client file and is not counted, nor is the credit page or the progress of actions.
 *
 * Never rank managers by the rate: it would pay them to hide people. `people` counts whom the plan knows.
 *
 * @param plan - a plan, finished or not
 * @returns fields answered (`n`) of those asked for (`of`), and the open fields
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @see 客户经理制的管理培训 (香港银行学会), pp. 7-10, for the fields; the counting rule is this library's convention
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   people: [{ id: "p1", contactName: "…" }], institutions: [] } as const;
 * const { n, of, rate, next } = planCompleteness(plan);
 * [n, of, rate] // => [1, 32, "0.0312"]
 * next // => { section: "decision-makers", field: "positionAndAuthority", code: "2.B", row: "p1" }
 * @since 0.1.0
 */
export function planCompleteness(plan: StrategyPlan): PlanCompleteness;
/**
 * How a plan stands to what a tier asks for, and which field to fill next (分级完整度): "at least two people with name,
 * position and a way to reach them", not every field of every row.
 *
 * Answering a field, adding a row or a part, and naming somebody never lower `n` and `weighted`; taking an answer, its
 * evidence, a row or a section out never raises them. So an empty list, which costs nothing to write, meets no
 * requirement; that a section is empty counts when `noneConfirmed` says who confirmed it and when. Whether rows contradict
 * that is for `checkPlan`.
 *
 * Field 6.F is answered where the client does not need the service (6.A `"no"`). With `maxAgeDays`, an answer counts when
 * it was known by `asOf` and is not older, as `planFreshness` reckons; so does a confirmation that there is none. A list
 * of section 4 is as old as its oldest statement: whoever adds an old one to it changes the answer.
 *
 * Of a view (`planFor`), a requirement about something that is withheld is not asked for, so that `of` is less than the tier has.
 *
 * @param plan - a plan, finished or not
 * @param tier - what is asked for, in force on the day
 * @param asOf - the day the plan is looked at
 * @returns requirements met (`n`) of those of the tier (`of`), each with its rows, and the next field
 * @throws `strategy-plan/invalid-policy`, or `core/no-policy-in-force` on a day on which the tier is not in force
 * @throws `core/invalid-date` for `asOf`; the codes of a plan that cannot be read
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   people: [{ id: "p1", contactName: "…" }, { id: "p2", contactName: "…", positionAndAuthority: { position: "CFO", authority: "decides" } }],
 *   noneConfirmed: { challenges: { asOf: "2025-11-20" } } } as const;
 * const { n, of, weighted, next } = planCompleteness(plan, examplePlanTiers.minimal, "2025-12-01");
 * [n, of, weighted] // => [1, 6, "0.2500"]
 * next?.code // => "2.C"
 * next?.reason.details // => { requirement: "who-decides", section: "decision-makers", field: "contactMethod", gap: "open", have: 0, atLeast: 1 }
 * @since 0.1.0
 */
export function planCompleteness(plan: StrategyPlan, tier: PlanTier, asOf: LocalDate): PlanTierCompleteness;
export function planCompleteness(
  plan: StrategyPlan,
  ...asked: [] | [tier: PlanTier, asOf: LocalDate]
): PlanCompleteness | PlanTierCompleteness {
  const read = readPlan(plan);
  return asked.length === 0 ? completenessOf(read) : tierCompletenessOf(read, ...asked);
}

function tierCompletenessOf(plan: StrategyPlan, given: PlanTier, asOf: LocalDate): PlanTierCompleteness {
  const today = toDayNumber(asOf, "asOf");
  const { tier, stamp, weights, requirements: all } = readTier(given, "tier", today, asOf);
  const requirements = askedOf(plan, all);
  const answers = answersOf(plan);
  const met = weights.map(() => 0);
  const asked = weights.map(() => 0);
  let next: NextPlanField | null = null;
  let n = 0;
  const statuses: RequirementStatus[] = [];
  for (const requirement of requirements) {
    const { id, section, fields, atLeast, place } = requirement;
    const { rows, confirmedNone, isMet } = stand(plan, answers, requirement, today);
    statuses.push({ id, section, fields, atLeast, have: rows.have, confirmedNone, met: isMet });
    asked[place] = (asked[place] ?? 0) + 1;
    if (isMet) {
      n += 1;
      met[place] = (met[place] ?? 0) + 1;
    } else next ??= nextField(requirement, rows, today);
  }
  return {
    tier,
    policy: stamp,
    asOf,
    ...rateOf(n, requirements.length),
    weighted: weightedShare(weights, met, asked),
    requirements: statuses,
    sections: fieldSections.flatMap(({ id }, place) => {
      const of = asked[place] ?? 0;
      return of === 0 ? [] : [{ section: id, weight: weights[place] ?? 1, ...rateOf(met[place] ?? 0, of) }];
    }),
    next,
    open: answers.open,
    people: peopleOf(plan),
  };
}

/** Σ weight × met / asked over the sections that are asked for something, by their weights, as one exact quotient. */
function weightedShare(
  weights: readonly number[],
  met: readonly number[],
  asked: readonly number[],
): DecimalString | null {
  let numerator = 0n;
  let denominator = 1n;
  let whole = 0;
  for (const [place, weight] of weights.entries()) {
    const of = asked[place] ?? 0;
    if (of === 0) continue;
    whole += weight;
    numerator = numerator * BigInt(of) + BigInt(weight * (met[place] ?? 0)) * denominator;
    denominator *= BigInt(of);
  }
  return whole === 0 ? null : quotientText(numerator, denominator * BigInt(whole), 4, "half-even");
}
