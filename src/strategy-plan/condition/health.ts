import { fromDayNumber, toDayNumber, tryDayNumber, type LocalDate, type Path } from "../../core/index.ts";
import { isBlank } from "../blank.ts";
import { standingOn } from "../year/follow-up.ts";
import { readPlan } from "../read-plan.ts";
import type { StakeholderRole } from "../stakeholder.ts";
import type { PlanPerson, StrategyPlan } from "../types.ts";
import { backingOf } from "./backing.ts";
import { findingOf, unknown, unmet, type Obstacle, type PlanHealthCheck, type PlanHealthFinding } from "./finding.ts";
import { readHealthPolicy, type PlanHealthPolicy, type ResolvedHealth } from "./health-policy.ts";
import type { PlanPolicyStamp } from "./policy.ts";
import type { ContactPart, PlanHealthReason, StepPart } from "./reasons.ts";

/** The health of a plan on a day: findings with reasons, and no score that would hide them. */
export interface PlanHealth {
  readonly asOf: LocalDate;
  readonly policy: PlanPolicyStamp;
  /** One per check, in the order of `PLAN_HEALTH_CHECKS`. */
  readonly checks: readonly PlanHealthFinding[];
}

/**
 * The health of a plan on a day (计划健康状况): a sponsor, a decision maker and a champion among the client's people; key
 * people covered and spoken with; challenges prepared for; actions on track; the target backed by actions.
 *
 * Each check is met, unmet or unknown, with its reasons. What nobody has said is unknown and never unmet: a plan without
 * any role says nothing about a sponsor.
 *
 * - A role is held by whoever has it in `stakeholder.roles`; who decides by 2.B is a decision maker too.
 * - Key people decide, or have an influence that the policy names. `coveredBy: []` says that nobody covers them.
 * - Each challenge has steps, and each open step an owner and a day. That there are no challenges has to be confirmed in
 *   `noneConfirmed`, by the day; an empty list alone is unknown.
 * - An action is late as `planFollowUp` reckons, or when the client has not answered a pitch in the days of the policy.
 * - The backing is what the actions are expected to earn, in full or by their chance as the policy says, and of those
 *   that were won what they earned; lost and dropped ones count nothing. It is compared with the target exactly. An action
 *   that states no income, or in weighted backing no chance, counts nothing, and where that may decide, the check is
 *   unknown. So it is with incomes in another currency than the target: they are not added.
 *
 * @param plan - a plan in its year
 * @param asOf - the day the plan is looked at
 * @param policy - days, influences and the least backing, in force on the day
 * @returns a finding per check
 * @throws `strategy-plan/invalid-policy`, or `core/no-policy-in-force` on a day on which the policy is not in force
 * @throws `core/invalid-date` for `asOf`; the codes of money for an amount that is not one
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @see roles and reasons as in published account plans; what counts as healthy is the bank's, so it is a policy
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   people: [{ id: "p1", contactName: "…", positionAndAuthority: { position: "CFO", authority: "decides" } }],
 *   actions: [{ id: "a1", plannedPitchTime: "2026-03" }], challenges: [{ id: "c1" }] } as const;
 * const { checks } = planHealth(plan, "2026-05-01", examplePlanHealth);
 * checks.filter(({ status }) => status === "met").map(({ check }) => check) // => ["decision-maker"]
 * checks.filter(({ status }) => status === "unmet").map(({ check }) => check) // => ["challenges-prepared", "actions-on-track"]
 * checks[0]?.reasons[0]?.code // => "strategy-plan/role-unsaid"
 * @since 0.1.0
 */
export function planHealth(plan: StrategyPlan, asOf: LocalDate, policy: PlanHealthPolicy): PlanHealth {
  const read = readPlan(plan);
  const today = toDayNumber(asOf, "asOf");
  const resolved = readHealthPolicy(policy, "policy", today, asOf);
  return { asOf, policy: resolved.stamp, checks: healthOf(read, today, resolved) };
}

/** The findings of {@link planHealth} for a plan that has been read; the path says where it is. */
export function healthOf(
  plan: StrategyPlan,
  today: number,
  resolved: ResolvedHealth,
  path: Path = ["plan"],
): readonly PlanHealthFinding[] {
  const { keyInfluences, contactWithinDays, answerWithinDays } = resolved.policy;
  const people = plan.people ?? [];
  const key = people.filter((person) => isKey(person, keyInfluences));
  return [
    roleFinding("sponsor", people),
    roleFinding("decision-maker", people),
    roleFinding("champion", people),
    keyFinding("key-people-covered", people, key, uncovered, {
      code: "strategy-plan/key-people-covered",
      path: ["people"],
      details: { people: idsOf(key) },
    }),
    keyFinding("key-people-contacted", people, key, notContacted(today, contactWithinDays), {
      code: "strategy-plan/key-people-contacted",
      path: ["people"],
      details: { people: idsOf(key), limit: contactWithinDays },
    }),
    challengesFinding(plan, today),
    actionsFinding(plan, today, answerWithinDays),
    { check: "target-backed", ...backingOf(plan, resolved, path) },
  ];
}

const idsOf = (people: readonly PlanPerson[]): readonly string[] => people.map(({ id }) => id);

const decides = ({ positionAndAuthority, stakeholder }: PlanPerson): boolean =>
  positionAndAuthority?.authority === "decides" || stakeholder?.roles?.includes("decision-maker") === true;

function isKey(person: PlanPerson, influences: PlanHealthPolicy["keyInfluences"]): boolean {
  const influence = person.stakeholder?.influence;
  return decides(person) || (influence !== undefined && influences.includes(influence));
}

/** Whether somebody has a role, by what is said of people's parts; who decides is said in 2.B as well. */
function roleFinding(
  role: Extract<StakeholderRole, PlanHealthCheck>,
  people: readonly PlanPerson[],
): PlanHealthFinding {
  const isDecision = role === "decision-maker";
  const holders = people.filter((person) =>
    isDecision ? decides(person) : person.stakeholder?.roles?.includes(role) === true,
  );
  const stated = people.filter(
    ({ stakeholder, positionAndAuthority: { authority = "unknown" } = {} }) =>
      stakeholder?.roles !== undefined || (isDecision && authority !== "unknown"),
  ).length;
  const of = people.length;
  const path = ["people"];
  const obstacles =
    holders.length > 0
      ? []
      : stated === 0
        ? [unknown({ code: "strategy-plan/role-unsaid", path, details: { role, of } })]
        : [unmet({ code: "strategy-plan/role-missing", path, details: { role, stated, of } })];
  return findingOf(role, obstacles, {
    code: "strategy-plan/role-held",
    path,
    details: { role, people: idsOf(holders) },
  });
}

type KeyCheck = (person: PlanPerson, path: Path) => Obstacle | null;

function keyFinding(
  check: PlanHealthCheck,
  people: readonly PlanPerson[],
  key: readonly PlanPerson[],
  look: KeyCheck,
  met: PlanHealthReason,
): PlanHealthFinding {
  const isKeyPerson = new Set(key);
  const obstacles = people.flatMap((person, index) =>
    isKeyPerson.has(person) ? (look(person, ["people", index, "stakeholder"]) ?? []) : [],
  );
  const nobody = unknown({ code: "strategy-plan/key-people-unsaid", path: ["people"], details: { of: people.length } });
  return findingOf(check, key.length === 0 ? [nobody] : obstacles, met);
}

const unsaid = (person: string, part: ContactPart, path: Path, more: { readonly later?: LocalDate } = {}): Obstacle =>
  unknown({ code: "strategy-plan/key-person-unsaid", path: [...path, part], details: { person, part, ...more } });

const uncovered: KeyCheck = ({ id, stakeholder }, path) => {
  if (stakeholder?.coveredBy === undefined) return unsaid(id, "coveredBy", path);
  if (stakeholder.coveredBy.some((employee) => !isBlank(employee))) return null;
  const at = [...path, "coveredBy"];
  return unmet({ code: "strategy-plan/key-person-uncovered", path: at, details: { person: id } });
};

const notContacted =
  (today: number, limit: number): KeyCheck =>
  ({ id, stakeholder }, path) => {
    const last = tryDayNumber(stakeholder?.lastContact);
    if (last === null) return unsaid(id, "lastContact", path);
    // a contact still to come says nothing of those there were
    if (last > today) return unsaid(id, "lastContact", path, { later: fromDayNumber(last) });
    const days = today - last;
    if (days <= limit) return null;
    const details = { person: id, lastContact: fromDayNumber(last), days, limit };
    return unmet({ code: "strategy-plan/key-person-not-contacted", path: [...path, "lastContact"], details });
  };

function challengesFinding({ challenges = [], noneConfirmed }: StrategyPlan, today: number): PlanHealthFinding {
  const obstacles: Obstacle[] = [];
  const confirmed = tryDayNumber(noneConfirmed?.challenges?.asOf);
  if (challenges.length === 0 && confirmed !== null && confirmed <= today) {
    return findingOf("challenges-prepared", obstacles, {
      code: "strategy-plan/challenges-none",
      path: ["noneConfirmed", "challenges"],
      details: { confirmedOn: fromDayNumber(confirmed) },
    });
  }
  if (challenges.length === 0) {
    obstacles.push(unknown({ code: "strategy-plan/challenges-unsaid", path: ["challenges"], details: {} }));
  }
  for (const [index, { id: challenge, preventionAndTimetable: steps = [] }] of challenges.entries()) {
    const at = ["challenges", index, "preventionAndTimetable"];
    if (steps.length === 0) {
      obstacles.push(unmet({ code: "strategy-plan/challenge-without-steps", path: at, details: { challenge } }));
    }
    for (const [step, { owner, due, state }] of steps.entries()) {
      if (state !== "open") continue;
      const missing: StepPart[] = [];
      if (owner === undefined || isBlank(owner)) missing.push("owner");
      if (tryDayNumber(due) === null) missing.push("due");
      if (missing.length === 0) continue;
      const details = { challenge, missing };
      obstacles.push(unmet({ code: "strategy-plan/step-incomplete", path: [...at, step], details }));
    }
  }
  const of = challenges.length;
  return findingOf("challenges-prepared", obstacles, {
    code: "strategy-plan/challenges-prepared",
    path: ["challenges"],
    details: { of },
  });
}

function actionsFinding({ actions = [] }: StrategyPlan, today: number, limit: number): PlanHealthFinding {
  const obstacles: Obstacle[] = [];
  if (actions.length === 0) {
    obstacles.push(unknown({ code: "strategy-plan/actions-unsaid", path: ["actions"], details: {} }));
  }
  for (const [index, row] of actions.entries()) {
    const { id: action, plannedPitchTime: planned, progress: { state, actualDate } = { state: "planned" } } = row;
    const path = ["actions", index];
    const standing = standingOn(row, today);
    const pitched = standing === "awaiting-answer" ? tryDayNumber(actualDate) : null;
    if (standing === "overdue" && planned !== undefined) {
      obstacles.push(unmet({ code: "strategy-plan/action-overdue", path, details: { action, planned } }));
    } else if (standing === "no-date" || (standing === "awaiting-answer" && (pitched === null || pitched > today))) {
      obstacles.push(unknown({ code: "strategy-plan/action-undated", path, details: { action, state } }));
    } else if (pitched !== null && today - pitched > limit) {
      const details = { action, pitchedOn: fromDayNumber(pitched), days: today - pitched, limit };
      obstacles.push(unmet({ code: "strategy-plan/action-unanswered", path, details }));
    }
  }
  const met = { code: "strategy-plan/actions-on-track", path: ["actions"], details: { of: actions.length } } as const;
  return findingOf("actions-on-track", obstacles, met);
}
