import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { describeValue, fromDayNumber, toDayNumber, type LocalDate } from "../../core/index.ts";
import { optional, readDate, readText, refuse, refuseValue, shapeOf } from "../../core/inner.ts";
import { fieldSections, isAnswered, lastKnown, type FieldSection } from "../condition/answers.ts";
import type { PlanPolicyStamp } from "../condition/policy.ts";
import { consentGapOf } from "../consent.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { AnswerEvidence } from "../evidence.ts";
import type { PlanAction, PlanChallenge, PlanPerson, PlanValue, StrategyPlan } from "../types.ts";
import { placeOf } from "./change.ts";
import { isSame, readWhole, without, type Part, type PlanVersion } from "./grain.ts";
import type { PlanList } from "./places.ts";
import { proposalFor, type TargetProposal } from "./proposal.ts";
import { rollForwardPolicy, type PlanRollForwardPolicy } from "./roll-forward-policy.ts";
import type { RollForwardEntry } from "./reasons.ts";

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
 * @param year - the new plan year, such as `"2027"`; not before the old one ends
 * @param policy - what goes on, in force on the first day of the new year
 * @param next - id, version, author and day of the new plan; each as in the old plan by default
 * @returns the new plan, what was done, and the proposal
 * @throws `strategy-plan/invalid-plan`, or the code of a date, period, decimal, amount or reference, for a plan that cannot
 * be read
 * @throws `strategy-plan/invalid-input` for a year that begins before the old one ends, for `next`, or for a view of a plan
 * @throws `strategy-plan/invalid-policy`, `core/no-policy-in-force`
 * @throws `money/unknown-currency` and the other codes of amounts, for those the proposal adds up
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
  const days = tryRange(year);
  if (days === null)
    return refuseValue("core/invalid-date", ["year"], "not a period", year, { received: describeValue(year) });
  const old = tryRange(plan.period);
  if (old === null) return refuseValue("core/invalid-date", ["plan", "period"], "not a period", plan.period, {});
  if (days.from < old.to)
    refuse(INVALID_INPUT, ["year"], "begins before the year of the plan ends", { period: plan.period });
  readNext(next, ["next"], INVALID_INPUT);
  const start = fromDayNumber(days.from);
  const rolling: Rolling = {
    old: plan,
    year,
    start,
    policy: rollForwardPolicy(policy, "policy", days.from, start),
    entries: [],
  };
  const head = headOf(next, rolling);
  const sections = Object.fromEntries(fieldSections.map((section) => [section.key, sectionOf(section, rolling)]));
  const rolled = { ...head, ...defined(sections) } as unknown as StrategyPlan;
  return {
    plan: rolled,
    policy: { id: policy.id, version: policy.version },
    entries: rolling.entries,
    proposal: proposalFor(plan, rolled),
  };
}

/** Without the members that are undefined. */
const defined = (part: Part): Part =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));

function headOf(next: NextPlan, { old, year, entries }: Rolling): Part {
  const { approvedBy, ...kept } = old;
  const head = { ...kept, ...next, period: year };
  const renewed = ["id", "version", "period", "preparedBy", "preparedOn"] as const;
  const members = [
    ...renewed.filter((name) => !isSame(head[name], old[name])),
    ...(approvedBy === undefined ? [] : ["approvedBy"]),
  ];
  entries.push({ code: "strategy-plan/head-renewed", path: [], details: { members, period: year } });
  return head;
}

function sectionOf(section: FieldSection, rolling: Rolling): unknown {
  const { key, rows } = section;
  const own = rolling.old[key] as Part | readonly Part[] | undefined;
  if (own === undefined) return undefined;
  if (!rows) return dated(section, key === "value" ? withoutTarget(own as PlanValue, rolling) : (own as Part), rolling);
  return (own as readonly Part[]).flatMap((row) => {
    const kept = rowOf(key as PlanList, row, rolling);
    return kept === null ? [] : [dated(section, kept, rolling)];
  });
}

/** What of a row goes on; null where it stays behind. */
function rowOf(list: PlanList, row: Part, rolling: Rolling): Part | null {
  if (list === "actions") return actionOf(row as unknown as PlanAction, rolling);
  if (list === "challenges") return challengeOf(row as unknown as PlanChallenge, rolling);
  return list === "people" ? personOf(row as unknown as PlanPerson, rolling) : row;
}

const pathOf = (list: PlanList, { id }: { readonly id: string }): readonly string[] => [list, id];

/** Evidence of a row without that of some fields; undefined where none is left and something was taken. */
function evidenceWithout(
  row: Part,
  fields: readonly string[],
): { readonly evidence?: Part; readonly taken: readonly string[] } {
  const evidence = row["evidence"] as Part | undefined;
  const taken = fields.filter((field) => evidence?.[field] !== undefined);
  if (evidence === undefined || taken.length === 0) return { ...(evidence === undefined ? {} : { evidence }), taken };
  return { evidence: without(evidence, taken), taken };
}

function actionOf(action: PlanAction, { policy, year, entries }: Rolling): Part | null {
  const state = action.progress?.state ?? "planned";
  const place = placeOf("actions", action.id, action as unknown as Part);
  const path = pathOf("actions", action);
  if (policy.actions[state] === "leave") {
    entries.push({ code: "strategy-plan/action-left", path, details: { ...place, state } });
    return null;
  }
  const { plannedPitchTime, progress, expectedIncome, productOrService } = action;
  const { evidence, taken } = evidenceWithout(action as unknown as Part, ["plannedPitchTime"]);
  const { suitability, ...offer } = productOrService ?? {};
  const isMoved = expectedIncome !== undefined && !isSame(expectedIncome.period, year);
  const members = [
    ...(plannedPitchTime === undefined ? [] : ["plannedPitchTime"]),
    ...(progress === undefined ? [] : ["progress"]),
    ...(suitability === undefined ? [] : ["productOrService"]),
    ...(isMoved ? ["expectedIncome"] : []),
    ...taken.map((field) => `evidence/${field}`),
  ];
  if (members.length > 0) {
    entries.push({ code: "strategy-plan/action-reset", path, details: { ...place, members, state } });
  }
  return {
    ...without(action as unknown as Part, ["plannedPitchTime", "progress", "evidence"]),
    ...(productOrService === undefined ? {} : { productOrService: offer }),
    ...(expectedIncome === undefined ? {} : { expectedIncome: { ...expectedIncome, period: year } }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function challengeOf(challenge: PlanChallenge, { policy, entries }: Rolling): Part | null {
  const { preventionAndTimetable: steps = [] } = challenge;
  const place = placeOf("challenges", challenge.id, challenge as unknown as Part);
  const path = pathOf("challenges", challenge);
  const open = steps.filter(({ state }) => state === "open");
  if (steps.length > 0 && open.length === 0 && policy.closedChallenges === "leave") {
    entries.push({ code: "strategy-plan/challenge-left", path, details: place });
    return null;
  }
  // the steps of a challenge that goes on although all are closed are what it goes on with
  if (open.length === 0 || open.length === steps.length || policy.closedSteps === "carry")
    return challenge as unknown as Part;
  const count = steps.length - open.length;
  entries.push({
    code: "strategy-plan/steps-left",
    path,
    details: { ...place, members: ["preventionAndTimetable"], count },
  });
  return { ...challenge, preventionAndTimetable: open };
}

function personOf(person: PlanPerson, { policy, start, entries }: Rolling): Part {
  const { otherBusinessWithUs: dealings = [] } = person;
  const held = dealings.filter(({ consent }) => consentGapOf(consent, start) === null);
  if (held.length === dealings.length || policy.dealingsWithoutConsent === "carry") return person as unknown as Part;
  const isOpen = held.length === 0;
  const { evidence, taken } = evidenceWithout(person as unknown as Part, isOpen ? ["otherBusinessWithUs"] : []);
  const details = {
    ...placeOf("people", person.id, person as unknown as Part),
    members: ["otherBusinessWithUs", ...taken.map((field) => `evidence/${field}`)],
    count: dealings.length - held.length,
  };
  entries.push({ code: "strategy-plan/dealings-left", path: pathOf("people", person), details });
  // an empty list would say that the person has no dealings with us
  return {
    ...without(person as unknown as Part, ["otherBusinessWithUs", "evidence"]),
    ...(isOpen ? {} : { otherBusinessWithUs: held }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function withoutTarget(value: PlanValue, { entries }: Rolling): Part {
  const { target, ...kept } = value;
  if (target !== undefined) {
    entries.push({ code: "strategy-plan/target-left", path: ["value"], details: { members: ["target"], target } });
  }
  return kept;
}

/** The day after all days, so that a day of an answer is never still to come. */
const ANY_DAY = Number.MAX_SAFE_INTEGER;

/**
 * The day on which an answer was known: that of the old plan; of a figure of a later period, the last day of that, because
 * nobody knew it before.
 */
function knownOn(answer: unknown, { old, start }: Rolling): LocalDate {
  const period = tryRange((answer as { readonly period?: unknown } | null)?.period);
  const [prepared, first] = [toDayNumber(old.preparedOn), toDayNumber(start)];
  return period === null || period.to > first ? old.preparedOn : fromDayNumber(Math.max(prepared, period.to - 1));
}

/** A row whose answers all carry a day. */
function dated({ key, rows, fields }: FieldSection, row: Part, rolling: Rolling): Part {
  const undated = fields.filter(
    (field) =>
      row[field.key] !== undefined && isAnswered(field, row) && lastKnown(row, field.key, ANY_DAY) === "undated",
  );
  if (undated.length === 0) return row;
  const days = undated.map(({ key: field }) => [field, knownOn(row[field], rolling)] as const);
  const place = rows ? placeOf(key as PlanList, row["id"] as string, row) : {};
  const path = rows ? [key, row["id"] as string] : [key];
  for (const asOf of new Set(days.map(([, day]) => day))) {
    const members = days.flatMap(([field, day]) => (day === asOf ? [`evidence/${field}`] : []));
    const details = { ...place, members, asOf, count: members.length };
    rolling.entries.push({ code: "strategy-plan/answers-dated", path, details });
  }
  const fresh = Object.fromEntries(days.map(([field, asOf]): [string, AnswerEvidence] => [field, { asOf }]));
  return { ...row, evidence: { ...(row["evidence"] as Part | undefined), ...fresh } };
}
