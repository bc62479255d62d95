import fc from "fast-check";

import { allowedEvents } from "../../../src/core/index.ts";
import {
  examplePlanApproval,
  PLAN_APPROVAL_REFUSALS,
  planApprovalFlow,
  type PlanApproval,
  type PlanApprovalSeparationRule,
  type PlanApprovalStep,
  type PlanApprovalStepType,
} from "../../../src/strategy-plan/index.ts";
import { caseLaws } from "../../support/case-laws.ts";
import { HASH } from "./fixtures.ts";

const people = ["E-1", "E-2", "E-5", "E-6", "E-7", "E-8", "E-9"] as const;
const steps = [
  ...new Set(Object.values(planApprovalFlow.lifecycle.table).flatMap((row) => Object.keys(row))),
] as PlanApprovalStepType[];

interface Attempt {
  /** Which of the steps the state allows; null for one out of turn. */
  readonly turn: number | null;
  readonly type: PlanApprovalStepType;
  readonly by: string;
  readonly author: string;
  readonly isOther: boolean;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  turn: fc.option(fc.nat(), { freq: 6 }),
  type: fc.constantFrom(...steps),
  by: fc.constantFrom(...people),
  author: fc.constantFrom(...people),
  isOther: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

/** What is submitted, and has not been revised since. */
function submittedHash({ history }: PlanApproval): string | undefined {
  let hash: string | undefined;
  for (const entry of history) {
    if (entry.type === "submit") ({ hash } = entry);
    if (entry.type === "revise") hash = undefined;
  }
  return hash;
}

const DAY = "2026-02-14";

function stepOf(type: PlanApprovalStepType, kase: PlanApproval, at: string, by: string, author = by): PlanApprovalStep {
  const hash = submittedHash(kase) ?? HASH;
  switch (type) {
    case "submit":
      return { type, at, by, version: "1", hash: HASH, preparedBy: author, amount: null, asks: [] };
    case "co-sign":
      return { type, at, by, hash, role: `desk of ${by}` };
    case "approve":
      return { type, at, by, hash, role: "head" };
    case "reject":
      return { type, at, by, hash, role: "head", reason: "too thin" };
    case "recall":
      return { type, at, by, hash };
    case "revise":
      return { type, at, by, hash };
    case "put-in-force":
      return { type, at, by, hash, role: "head", effectiveFrom: DAY };
    case "supersede":
      return { type, at, by, hash, successor: "S-1", from: DAY };
    case "close": {
      const own = submittedHash(kase);
      return { type, at, by, reason: "over", from: DAY, ...(own === undefined ? {} : { hash: own }) };
    }
  }
}

/** The version that takes the place of any other. */
const successor: PlanApproval = {
  id: "S-1",
  plan: "P-1",
  state: "in-force",
  history: [
    { type: "write", at: "2026-02-01T09:00:00+08:00", by: "X-1", preparedBy: "X-1" },
    { type: "put-in-force", at: "2026-02-01T09:00:00+08:00", by: "X-2", hash: HASH, role: "head", effectiveFrom: DAY },
  ],
};

const authorOf = ({ history }: PlanApproval): string => history[0]?.by ?? "";

caseLaws("the approval of a plan", {
  flow: planApprovalFlow,
  opened: (id, links): PlanApproval => ({
    id,
    plan: "P-1",
    state: "draft",
    links,
    history: [{ type: "write", at: "2026-02-13T10:00:00+08:00", by: `W-${id}`, preparedBy: `W-${id}` }],
  }),
  linkable: [successor],
  attempt,
  stepOf: ({ turn, type, by, author, isOther }, kase, at) => {
    // a draft that is closed at once goes nowhere
    const living = allowedEvents(planApprovalFlow.lifecycle, kase.state).filter(
      (event) => event !== "close" || (turn ?? 0) % 7 === 0,
    );
    const wanted = turn === null ? type : (living[turn % Math.max(living.length, 1)] ?? type);
    const doer = wanted === "recall" && !isOther ? authorOf(kase) : by;
    const step = stepOf(wanted, kase, at, doer, author);
    return isOther && "hash" in step ? { ...step, hash: "other" } : step;
  },
  // by people who have done nothing yet, but for the author
  meeting: (type, kase, at) => stepOf(type, kase, at, type === "recall" ? authorOf(kase) : "E-11"),
  policyWith: (rules) => ({
    ...examplePlanApproval,
    approvers: [{ role: "head", upTo: null }],
    putInForceBy: ["head"],
    coSigners: [
      // every desk may sign, and none has to
      ...[...people, "E-11"].map((by) => ({ role: `desk of ${by}`, when: "suitability" as const })),
    ],
    separation: rules as readonly PlanApprovalSeparationRule[],
  }),
  refusals: [...PLAN_APPROVAL_REFUSALS],
  people,
});
