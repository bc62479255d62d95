import { contentHash } from "../../core/index.ts";
import { compare, sum, type Money } from "../../money/index.ts";
import type { StrategyPlan } from "../types.ts";
import { readWhole } from "../versions/grain.ts";
import { PLAN_ASKS, type PlanAsk, type PlanSubmission } from "./types.ts";

/**
 * The fingerprint of what a plan says (内容指纹), for which an approval is given.
 *
 * It is taken over everything but what is written into a plan once it is approved: `approvedBy`, the `version` that every
 * saved change raises, the `progress` of actions and the `state` of preventive work, what answers rest on (`evidence`,
 * `noneConfirmed`), and what is thought of people (`stakeholder`, `ties`). So an approval does not change what it approves,
 * and a plan that is followed up and confirmed again stays the plan that was approved. Two versions that say the same have
 * the same fingerprint.
 *
 * @param plan - a whole plan, not what a viewer may see of one
 * @returns 64 hexadecimal digits
 * @throws `strategy-plan/invalid-input` for a plan of which something is withheld
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read
 * @throws `core/not-canonical` for a text that is not well-formed
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01" };
 * planContentHash(plan) === planContentHash({ ...plan, version: "2", approvedBy: "E-9" }) // => true
 * planContentHash(plan) === planContentHash({ ...plan, people: [] }) // => false
 * @since 0.1.0
 */
export function planContentHash(plan: StrategyPlan): string {
  return hashOf(readWhole(plan, "plan"));
}

function hashOf({ people, challenges, actions, standing, value, ...plan }: StrategyPlan): string {
  const known = { businesses: plan.businesses, institutions: plan.institutions, services: plan.services };
  return contentHash({
    ...plan,
    ...Object.fromEntries(Object.entries(known).map(([list, rows]) => [list, rows?.map(withoutEvidence)])),
    people: people?.map((person) => withoutEvidence({ ...person, stakeholder: undefined })),
    challenges: challenges?.map(({ preventionAndTimetable: steps, ...challenge }) => ({
      ...withoutEvidence(challenge),
      preventionAndTimetable: steps?.map((step) => ({ ...step, state: undefined })),
    })),
    actions: actions?.map((action) => withoutEvidence({ ...action, progress: undefined })),
    standing: standing && withoutEvidence(standing),
    value: value && withoutEvidence(value),
    ...{ version: undefined, approvedBy: undefined, withheld: undefined, noneConfirmed: undefined, ties: undefined },
  });
}

const withoutEvidence = (row: object): object => ({ ...row, evidence: undefined });

/**
 * What the approval of a plan is about, read off the plan: what a `submit` step carries (送审内容).
 *
 * @param plan - a whole plan, not what a viewer may see of one
 * @returns version, fingerprint, who prepared it, what it sets out to earn, and what asks for another signature
 * @throws `strategy-plan/invalid-input` for a plan of which something is withheld
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read
 * @throws the codes of `money` for an amount that is not one; `core/not-canonical` for a text that is not well-formed
 * @example
 * const plan = { id: "P-1", version: "4", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   credit: { confirmedOn: "2025-11-30", limits: [] },
 *   actions: [{ id: "a1", expectedIncome: { amount: { amount: "100.00", currency: "CNY" }, period: "2026" } }] } as const;
 * const { version, amount, asks } = planSubmission(plan);
 * [version, amount, asks] // => ["4", { amount: "100.00", currency: "CNY" }, ["credit-page"]]
 * @since 0.1.0
 */
export function planSubmission(plan: StrategyPlan): PlanSubmission {
  const whole = readWhole(plan, "plan");
  const { version, preparedBy } = whole;
  return { version, hash: hashOf(whole), preparedBy, amount: amountOf(whole), asks: asksOf(whole) };
}

function amountOf({ currency, value, actions = [] }: StrategyPlan): Money | null {
  const expected = actions.flatMap(({ expectedIncome }) => expectedIncome?.amount ?? []);
  const target = value?.target;
  const stated = [...expected, ...(target === undefined ? [] : [target])];
  // an amount below 0 is a mistake, and must not bring another below somebody's limit
  const isUsable = ({ amount, currency: own }: Money): boolean => own === currency && !amount.startsWith("-");
  if (stated.length === 0 || !stated.every(isUsable)) return null;
  const planned = sum(currency, expected);
  return target !== undefined && compare(target, planned) > 0 ? target : planned;
}

function asksOf({ credit, actions = [] }: StrategyPlan): readonly PlanAsk[] {
  const asks: Readonly<Record<PlanAsk, boolean>> = {
    "credit-page": credit !== undefined,
    suitability: actions.some(({ productOrService }) => productOrService?.needsSuitability === true),
  };
  return PLAN_ASKS.filter((ask) => asks[ask]);
}
