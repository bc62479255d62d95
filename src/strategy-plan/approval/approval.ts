import {
  advance,
  checkCase,
  openCase,
  type CaseContext,
  type CaseOutcome,
  type Instant,
  type Issue,
} from "../../core/index.ts";
import {
  frozenCopy,
  inTheirWords,
  optional,
  readMoment,
  readObject,
  readPerson,
  readText,
  refuse,
  shapeOf,
  unreadableIn,
} from "../../core/inner.ts";
import type { EmployeeId } from "../../client/index.ts";
import { readPlan } from "../read-plan.ts";
import type { StrategyPlan } from "../types.ts";
import { planApprovalFlow, planApprovalLifecycle } from "./flow.ts";
import { readApprovalPolicy, type PlanApprovalContext, type PlanApprovalPolicy } from "./policy.ts";
import { INPUT, readApproval, readContext, readEntry, readHead, readStep } from "./reading.ts";
import type {
  PlanApproval,
  PlanApprovalOutcome,
  PlanApprovalRefusalDetails,
  PlanApprovalStep,
  WritePlanEntry,
} from "./types.ts";

/** Who begins a version of a plan, and which it amends. */
export interface PlanApprovalOpening {
  /** Id of the approval. */
  readonly id: string;
  readonly at: Instant;
  readonly by: EmployeeId;
  /** Id of the approval of the version that this one amends; it is among the linked ones of the context. */
  readonly amends?: string;
}

const readOpening = /* @__PURE__ */ (() =>
  shapeOf<PlanApprovalOpening>({
    id: readText,
    at: readMoment,
    by: (person, path) => readPerson(person, path),
    amends: optional(readText),
  }))();

/** What casework is told besides the approval: all versions of a plan are one matter, in whichever list they are given. */
function told(
  plan: string,
  policy: PlanApprovalPolicy,
  context: PlanApprovalContext,
): CaseContext<PlanApproval, PlanApprovalPolicy> {
  const { linked = [], elsewhere = [] } = context;
  const ids = new Set(linked.map(({ id }) => id));
  const others = elsewhere.filter((other) => other.plan === plan && !ids.has(other.id));
  return { ...context, policy, linked: [...linked, ...others] };
}

/** What casework answers, in the words of this room. */
const outcomeOf = (
  parameter: string,
  run: () => CaseOutcome<PlanApproval, PlanApprovalStep, keyof PlanApprovalRefusalDetails>,
): PlanApprovalOutcome => {
  const outcome = inTheirWords({ kase: [parameter] }, run);
  // the details are those of the conditions in the flow, or of casework
  return outcome.ok ? { ok: true, approval: outcome.kase } : (outcome as PlanApprovalOutcome);
};

/** An approval with its first entry alone. */
function begun(id: string, plan: string, entry: WritePlanEntry): PlanApproval {
  const links = entry.amends === undefined ? {} : { links: [entry.amends] };
  return { id, plan, state: "draft", history: [entry], ...links };
}

/**
 * Begins the approval of a version of a plan, in state `draft` (起草).
 *
 * Each version that is to be in force has an approval of its own. The amendment of a plan (计划书变更) names the approval it
 * amends and is linked to it: the old version stays in force until the new one is, and whoever is an author of either is
 * an author of the matter. The plan may still change: what is approved is what `submit` carries.
 *
 * A version that amends none, such as one begun after another was closed, is of the same matter as every version of the
 * plan that is given; that one is missing cannot be noticed. So give them all, every time.
 *
 * @param plan - the plan as it is begun
 * @param opening - id, who begins it and when, and the approval it amends
 * @param policy - who approves
 * @param context - the approvals of the other versions in `linked`, or all there are in `elsewhere`; the teams where rules
 * of the bank's own ask for them
 * @returns the approval, or why the separation of persons keeps somebody from beginning it
 * @throws `strategy-plan/invalid-input`, `strategy-plan/invalid-policy` for what is not of its type, with the path to the
 * place; `strategy-plan/invalid-input` for an amendment of itself or of another plan
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read
 * @throws `core/invalid-instant`, `core/invalid-case`, `core/invalid-separation`, `core/invalid-policy`
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01" };
 * const opened = openPlanApproval(plan, { id: "A-1", at: "2025-12-01T09:00:00+08:00", by: "E-1" }, examplePlanApproval);
 * opened.ok && [opened.approval.state, opened.approval.plan] // => ["draft", "P-1"]
 * @since 0.1.0
 */
export function openPlanApproval(
  plan: StrategyPlan,
  opening: PlanApprovalOpening,
  policy: PlanApprovalPolicy,
  context: PlanApprovalContext = {},
): PlanApprovalOutcome {
  const { id: planId, preparedBy } = readPlan(plan);
  const { id, at, by, amends } = readOpening(opening, ["opening"], INPUT);
  readApprovalPolicy(policy);
  readContext(context, ["context"], INPUT);
  if (amends === id) refuse(INPUT, ["opening", "amends"], "the approval itself", {});
  const amended = [...(context.linked ?? []), ...(context.elsewhere ?? [])].find((other) => other.id === amends);
  if (amended !== undefined && amended.plan !== planId) {
    refuse(INPUT, ["opening", "amends"], "the approval of another plan", {});
  }
  const entry: WritePlanEntry = { type: "write", at, by, preparedBy, ...(amends === undefined ? {} : { amends }) };
  return outcomeOf("opening", () =>
    openCase(planApprovalFlow, begun(id, planId, entry), told(planId, policy, context)),
  );
}

const isStep = (type: unknown): boolean =>
  typeof type === "string" &&
  Object.values<object>(planApprovalLifecycle.table).some((row) => Object.hasOwn(row, type));

/**
 * Takes the approval of a plan one step further (审批流转), or says why not.
 *
 * - `submit` carries what `planSubmission` reads off the plan; every later step carries the fingerprint of the plan it is
 *   taken for, and is refused for any other than was submitted. A draft that is closed carries none.
 * - A role of `coSigners` signs once, and nobody signs for two roles. A plan is approved by a role of `approvers`, once
 *   all signatures it asks for are there, up to the amount of the role; both may reject it, with a reason.
 * - Only an author takes a plan back. Signatures and approval are for what was submitted: after a revision they are given anew.
 * - A role of `putInForceBy` puts a version in force, from a day that is not before the day of its approval. It is
 *   superseded by one that is in force from the day named, whose approval is in the context, or closed from a day that is
 *   not before its first.
 * - `planApprovalSeparation` and the rules of the policy hold by person, over all versions of the plan that are given.
 *
 * The approval passed in is never changed; the history only grows. Whether somebody has the role they state is the
 * caller's to know.
 *
 * @param approval - as it is
 * @param step - what happens next
 * @param policy - who approves, who signs besides, who puts it in force, and who must be kept apart
 * @param context - the approvals of the other versions, all others, the teams; default none of it
 * @returns the approval with one more entry, or the refusal
 * @throws `strategy-plan/invalid-input`, `strategy-plan/invalid-policy` for what is not of its type, with the path to the
 * place
 * @throws `core/invalid-instant`, `core/invalid-date`, `core/invalid-case`, `core/invalid-separation`,
 * `core/invalid-policy`, and the codes of `money` and `calendar` for an amount or a zone
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   value: { target: { amount: "100.00", currency: "CNY" } } };
 * const { approval } = orThrow(openPlanApproval(plan, { id: "A-1", at: "2025-12-01T09:00:00+08:00", by: "E-1" }, examplePlanApproval));
 * const submit = { type: "submit", at: "2025-12-02T09:00:00+08:00", by: "E-1", ...planSubmission(plan) } as const;
 * const submitted = orThrow(advancePlanApproval(approval, submit, examplePlanApproval)).approval;
 * const approve = { type: "approve", at: "2025-12-03T09:00:00+08:00", role: "branch-head", hash: planContentHash(plan) } as const;
 * const own = advancePlanApproval(submitted, { ...approve, by: "E-1" }, examplePlanApproval);
 * own.ok || own.reason !== "separated" ? null : own.details.rule // => "plan-decided-past-author"
 * const done = advancePlanApproval(submitted, { ...approve, by: "E-9" }, examplePlanApproval);
 * done.ok && done.approval.state // => "approved"
 * @since 0.1.0
 */
export function advancePlanApproval(
  approval: PlanApproval,
  step: PlanApprovalStep,
  policy: PlanApprovalPolicy,
  context: PlanApprovalContext = {},
): PlanApprovalOutcome {
  const { plan } = readApproval(approval, ["approval"], INPUT);
  const entry = frozenCopy(readObject(step, ["step"], INPUT), ["step"], INPUT);
  readApprovalPolicy(policy);
  readContext(context, ["context"], INPUT);
  // casework refuses a step that nobody knows, and says what is allowed instead
  if (isStep(entry.type)) readStep(entry, ["step"], INPUT);
  return outcomeOf("approval", () => advance(planApprovalFlow, approval, entry, told(plan, policy, context)));
}

/**
 * Checks an approval that was stored or came from elsewhere (审批档案核对).
 *
 * Entries that cannot be read are an issue each, and nothing is replayed. Otherwise the history is taken again step by
 * step; each entry that would have been refused becomes an issue `strategy-plan/<refusal>` and is left out of what
 * follows. At the end, the state must be the one the history leads to. That a submission is of the plan is for the caller
 * to compare with `planSubmission`.
 *
 * @param approval - as it was stored; it may have members of its own, as a row of a database has
 * @param policy - who approves, who signs besides, who puts it in force, and who must be kept apart
 * @param context - the approvals of the other versions, all others, the teams; default none of it
 * @returns issues in the order of the history; none when all is well
 * @throws `strategy-plan/invalid-input`, `strategy-plan/invalid-policy`, `core/invalid-separation`, `core/invalid-case`,
 * `core/invalid-instant`, `core/invalid-policy` for policy and context
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01" };
 * const { approval } = orThrow(openPlanApproval(plan, { id: "A-1", at: "2025-12-01T09:00:00+08:00", by: "E-1" }, examplePlanApproval));
 * checkPlanApproval({ ...approval, state: "approved" }, examplePlanApproval).map(({ code }) => code) // => ["strategy-plan/state-differs"]
 * @since 0.1.0
 */
export function checkPlanApproval(
  approval: PlanApproval,
  policy: PlanApprovalPolicy,
  context: PlanApprovalContext = {},
): readonly Issue[] {
  readApprovalPolicy(policy);
  readContext(context, ["context"], INPUT);
  const issues = unreadableIn(readObject(approval, ["approval"], INPUT), readHead, readEntry, INPUT);
  if (issues.length > 0) return issues;
  const { id, plan, history } = approval;
  const [first] = history as readonly [PlanApproval["history"][number]];
  // what does not begin with the writing of a plan is checked as if it had: its first entry is the issue
  const { at, by } = first;
  const opening: WritePlanEntry = first.type === "write" ? first : { type: "write", at, by, preparedBy: by };
  const opened = { ...approval, ...begun(id, plan, opening) };
  return checkCase(planApprovalFlow, opened, approval, told(plan, policy, context));
}
