import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { fromDayNumber, toDayNumber, type LocalDate } from "../../core/index.ts";
import { isSameJson, optional, readDate, readText, refuse, refuseValue, shapeOf } from "../../core/inner.ts";
import { minorOf } from "../../money/inner.ts";
import { notAYear } from "../check/head.ts";
import { fieldSections, isAnswered, lastKnown, type FieldSection } from "../condition/answers.ts";
import type { PlanPolicyStamp } from "../condition/policy.ts";
import { consentGapOf } from "../consent.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { PlanAction, PlanChallenge, PlanPerson, StrategyPlan } from "../types.ts";
import { namesOf, readWhole, without, type Part, type PlanVersion } from "./grain.ts";
import type { PlanList } from "./places.ts";
import { proposalFor, type TargetProposal } from "./proposal.ts";
import type { RollForwardEntry, RowPlace } from "./reasons.ts";
import { rollForwardPolicy, type PlanRollForwardPolicy } from "./roll-forward-policy.ts";
import { placeOf } from "./rows.ts";

/** The plan of the next year, and what became of the one before. */
export interface RolledPlan {
  readonly plan: StrategyPlan;
  readonly policy: PlanPolicyStamp;
  /** Everything in which the new plan differs from the old one, in the order of its sections. */
  readonly entries: readonly RollForwardEntry[];
  /** What a target of the new year could rest on. */
  readonly proposal: TargetProposal;
}

/** Who prepares the plan of the next year, and under which id. */
export type NextPlan = Partial<PlanVersion & { readonly id: string }>;

const INVALID_INPUT: StrategyPlanErrorCode = "strategy-plan/invalid-input";
const NOT_A_YEAR: StrategyPlanErrorCode = "strategy-plan/period-not-a-year";

const readNext = /* @__PURE__ */ (() =>
  shapeOf<NextPlan>({
    id: optional(readText),
    version: optional(readText),
    preparedBy: optional(readText),
    preparedOn: optional(readDate),
  }))();

/** A roll-forward under way. */
interface Rolling {
  readonly old: StrategyPlan;
  readonly year: Period;
  /** First day of the new year. */
  readonly start: LocalDate;
  readonly policy: PlanRollForwardPolicy;
  readonly entries: RollForwardEntry[];
}

/**
 * Next year's plan from this year's (计划书结转): facts go on with their age, actions begin anew, open challenges stay.
 *
 * - Head: the new period, and what `next` says; `approvedBy` does not go on, because nobody approved the new plan.
 * - Facts (sections 2 to 7, the credit page, ties): as they are. An answer that carries no day gets that of the old plan, or
 *   of a later period the last day of that, so that it is not taken for a new one; `planFreshness` then finds it stale in time.
 * - Actions (section 8): the policy says which states go on. Those that do lose their time, their progress and their
 *   suitability check; the income they are expected to bring is for the new year.
 * - Challenges (section 9): those with open work, or with none, stay.
 * - The target goes: the bank's budget decides. `proposal` shows what one could rest on.
 *
 * Everything in which the new plan differs from the old one is in `entries`, and nothing else differs.
 *
 * @param plan - the plan of the year that ends
 * @param year - the new plan year, such as `"2027"`, or the rest of a calendar year; not before the old one ends
 * @param policy - what goes on, in force on the first day of the new year
 * @param next - id, version, author and day of the new plan; each as in the old plan by default
 * @returns the new plan, what was done, and the proposal
 * @throws `strategy-plan/invalid-plan`, or the code of a date, period, decimal, amount or reference, for a plan that cannot
 * be read
 * @throws `strategy-plan/invalid-input` for a year that begins before the old one ends, for `next`, or for a view of a plan
 * @throws `strategy-plan/period-not-a-year` for another period
 * @throws `strategy-plan/invalid-policy`, `core/no-policy-in-force`
 * @throws `money/unknown-currency` and the other codes of amounts, for those the proposal adds up, and for the old target
 * @see 客户经理制的管理培训 (香港银行学会), p. 10: the plan is for the coming year (来年)
 * @example
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const plan = { id: "P-2026", version: "4", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   services: [{ id: "s1", service: "Loans", needed: "yes" }],
 *   actions: [
 *     { id: "a1", plannedPitchTime: "2026-03", progress: { state: "won", actualDate: "2026-04-20" } },
 *     { id: "a2", plannedPitchTime: "2026-11", expectedIncome: { amount: cny("50000.00"), period: "2026" } },
 *   ] } as const;
 * const { plan: next, entries } = rollForward(plan, "2027", examplePlanRollForward, { id: "P-2027", version: "1", preparedOn: "2026-12-01" });
 * next.actions // => [{ id: "a2", expectedIncome: { amount: cny("50000.00"), period: "2027" }, evidence: { expectedIncome: { asOf: "2025-12-01" } } }]
 * next.services // => [{ id: "s1", service: "Loans", needed: "yes", evidence: { needed: { asOf: "2025-12-01" } } }]
 * entries.map(({ code }) => code) // => ["strategy-plan/head-renewed", "strategy-plan/answers-dated", "strategy-plan/action-left", "strategy-plan/action-reset", "strategy-plan/answers-dated"]
 * @since 0.1.0
 */
export function rollForward(
  plan: StrategyPlan,
  year: Period,
  policy: PlanRollForwardPolicy,
  next: NextPlan = {},
): RolledPlan {
  readWhole(plan, "plan");
  const { target } = plan.value ?? {};
  if (target !== undefined) minorOf(target, ["plan", "value", "target"]);
  const days = tryRange(year);
  if (days === null) return refuseValue("core/invalid-date", ["year"], "not a period", year);
  const wrong = notAYear(days);
  if (wrong !== null) refuse(NOT_A_YEAR, ["year"], "neither a year nor the rest of one", { period: year, ...wrong });
  const old = tryRange(plan.period);
  if (old === null) return refuseValue("core/invalid-date", ["plan", "period"], "not a period", plan.period);
  if (days.from < old.to) {
    refuse(INVALID_INPUT, ["year"], "begins before the year of the plan ends", { period: plan.period });
  }
  readNext(next, ["next"], INVALID_INPUT);
  const start = fromDayNumber(days.from);
  const resolved = rollForwardPolicy(policy, "policy", days.from, start);
  const rolling: Rolling = { old: plan, year, start, policy: resolved, entries: [] };
  const rolled = planOf(next, rolling);
  const { id, version } = policy;
  return { plan: rolled, policy: { id, version }, entries: rolling.entries, proposal: proposalFor(plan, rolled) };
}

function planOf(next: NextPlan, rolling: Rolling): StrategyPlan {
  const { year, entries } = rolling;
  const old = rolling.old as unknown as Part;
  const rolled: Record<string, unknown> = { ...without(old, ["approvedBy"]), ...next, period: year };
  const details = { members: changed(old, rolled), period: year };
  entries.push({ code: "strategy-plan/head-renewed", path: [], details });
  for (const section of fieldSections) {
    const { key, rows } = section;
    if (old[key] === undefined) continue;
    rolled[key] = rows
      ? (old[key] as readonly Part[]).flatMap((row) => {
          const kept = rowOf(key as PlanList, row, rolling);
          return kept === null ? [] : [dated(section, kept, rolling)];
        })
      : dated(section, withoutTarget(old[key] as Part, rolling), rolling);
  }
  return rolled as unknown as StrategyPlan;
}

/** Members in which a part is not as it was, those of its evidence one by one. */
const changed = (before: Part | undefined, after: Part | undefined): readonly string[] =>
  namesOf(before, after).flatMap((name) => {
    const [was, is] = [before?.[name], after?.[name]];
    if (isSameJson(was, is)) return [];
    return name === "evidence" ? changed(was as Part, is as Part).map((field) => `evidence/${field}`) : [name];
  });

/** A row without some members, and without what they rest on. */
function cut(row: Part, names: readonly string[]): Part {
  const { evidence } = row as { readonly evidence?: Part };
  return { ...without(row, names), ...(evidence === undefined ? {} : { evidence: without(evidence, names) }) };
}

/** What of a row goes on; null where it stays behind. */
function rowOf(list: PlanList, row: Part, rolling: Rolling): Part | null {
  const place = placeOf(list, row["id"] as string, row);
  if (list === "people") return personOf(row, place, rolling);
  if (list === "actions") return actionOf(row, place, rolling);
  return list === "challenges" ? challengeOf(row, place, rolling) : row;
}

const pathOf = ({ list, row }: RowPlace): readonly string[] => [list, row];

function actionOf(row: Part, place: RowPlace, { policy, year, entries }: Rolling): Part | null {
  const { progress, productOrService: offer, expectedIncome: income } = row as unknown as PlanAction;
  const state = progress?.state ?? "planned";
  if (policy.actions[state] === "leave") {
    entries.push({ code: "strategy-plan/action-left", path: pathOf(place), details: { ...place, state } });
    return null;
  }
  const kept = {
    ...cut(row, ["plannedPitchTime", "progress"]),
    ...(offer === undefined ? {} : { productOrService: without(offer, ["suitability"]) }),
    ...(income === undefined ? {} : { expectedIncome: { ...income, period: year } }),
  };
  const members = changed(row, kept);
  if (members.length > 0) {
    entries.push({ code: "strategy-plan/action-reset", path: pathOf(place), details: { ...place, members, state } });
  }
  return kept;
}

function challengeOf(row: Part, place: RowPlace, { policy, entries }: Rolling): Part | null {
  const { preventionAndTimetable: steps = [] } = row as unknown as PlanChallenge;
  const open = steps.filter(({ state }) => state === "open");
  const count = steps.length - open.length;
  if (count > 0 && open.length === 0 && policy.closedChallenges === "leave") {
    entries.push({ code: "strategy-plan/challenge-left", path: pathOf(place), details: place });
    return null;
  }
  // the steps of a challenge that goes on although all are closed are what it goes on with
  if (count === 0 || open.length === 0 || policy.closedSteps === "carry") return row;
  const details = { ...place, members: ["preventionAndTimetable"], count };
  entries.push({ code: "strategy-plan/steps-left", path: pathOf(place), details });
  return { ...row, preventionAndTimetable: open };
}

function personOf(row: Part, place: RowPlace, { policy, start, entries }: Rolling): Part {
  const { otherBusinessWithUs: dealings = [] } = row as unknown as PlanPerson;
  const held = dealings.filter(({ consent }) => consentGapOf(consent, start) === null);
  const count = dealings.length - held.length;
  if (count === 0 || policy.dealingsWithoutConsent === "carry") return row;
  // an empty list would say that the person has no dealings with us
  const kept = held.length === 0 ? cut(row, ["otherBusinessWithUs"]) : { ...row, otherBusinessWithUs: held };
  const details = { ...place, members: changed(row, kept), count };
  entries.push({ code: "strategy-plan/dealings-left", path: pathOf(place), details });
  return kept;
}

function withoutTarget(section: Part, { old, entries }: Rolling): Part {
  const target = section === old.value ? old.value.target : undefined;
  if (target === undefined) return section;
  entries.push({ code: "strategy-plan/target-left", path: ["value"], details: { members: ["target"], target } });
  return without(section, ["target"]);
}

/**
 * The day on which an answer was known: that of the old plan; of a figure of a later period, the last day of that, because
 * nobody knew it before.
 */
function knownOn(answer: unknown, { old, start }: Rolling): LocalDate {
  const period = tryRange((answer as { readonly period?: unknown } | null)?.period);
  const [prepared, first] = [toDayNumber(old.preparedOn), toDayNumber(start)];
  return period === null || period.to > first ? old.preparedOn : fromDayNumber(Math.max(prepared, period.to - 1));
}

/** A row, or a section without rows, whose answers all carry a day. */
function dated({ id, key, rows, fields }: FieldSection, row: Part, rolling: Rolling): Part {
  const days: Record<string, LocalDate> = {};
  for (const field of fields) {
    const answer = row[field.key];
    // a day that is still to come is one all the same
    const isDated = lastKnown(row, field.key, Number.MAX_SAFE_INTEGER) !== "undated";
    if (answer !== undefined && isAnswered(field, row) && !isDated) days[field.key] = knownOn(answer, rolling);
  }
  const undated = Object.entries(days);
  if (undated.length === 0) return row;
  const place = rows ? placeOf(key as PlanList, row["id"] as string, row) : { section: id };
  const path = "row" in place ? pathOf(place) : [key];
  for (const asOf of new Set(Object.values(days))) {
    const members = undated.flatMap(([field, day]) => (day === asOf ? [`evidence/${field}`] : []));
    const details = { ...place, members, asOf, count: members.length };
    rolling.entries.push({ code: "strategy-plan/answers-dated", path, details });
  }
  const fresh = Object.fromEntries(undated.map(([field, asOf]) => [field, { asOf }]));
  return { ...row, evidence: { ...(row["evidence"] as Part | undefined), ...fresh } };
}
