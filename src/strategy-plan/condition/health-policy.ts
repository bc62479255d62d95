import { tryDecimal, type DecimalString, type Path, type Policy, type ScaledInteger } from "../../core/index.ts";
import { listOf, oneOf, policyMembers, refuseKind, shapeOf } from "../../core/inner.ts";
import { INFLUENCES, type Influence } from "../stakeholder.ts";
import { policyReading, readDays, type PlanPolicyStamp } from "./policy.ts";
import { BACKING_INCOMES, type BackingIncome } from "./reasons.ts";

/** When a plan is in good health. */
export interface PlanHealthPolicy extends Policy {
  /** Whose influence makes a person a key person; those who decide are key people whatever it says. */
  readonly keyInfluences: readonly Influence[];
  /** Days within which somebody has spoken with each key person, inclusive. */
  readonly contactWithinDays: number;
  /** Days within which the client has answered a pitch, inclusive. */
  readonly answerWithinDays: number;
  readonly backing: BackingIncome;
  /**
   * Least backing of the target: income of the actions as a part of it, not negative. The target is all the income of the
   * year, so that `"1"` asks for actions that earn all of it anew.
   */
  readonly minBacking: DecimalString;
}

/** A policy of health that was read. */
export interface ResolvedHealth {
  readonly policy: PlanHealthPolicy;
  readonly stamp: PlanPolicyStamp;
  readonly minBacking: ScaledInteger;
}

function readPart(value: DecimalString, path: Path, code: string): DecimalString {
  const part = tryDecimal(value);
  return part === null || part.coefficient < 0n
    ? refuseKind(code, path, "not a decimal string from 0 up", value)
    : value;
}

/** Reads a policy of health, on a day it is in force. */
export const readHealthPolicy = /* @__PURE__ */ policyReading<PlanHealthPolicy, ResolvedHealth>(
  () =>
    shapeOf<PlanHealthPolicy>({
      ...policyMembers,
      keyInfluences: listOf(oneOf(INFLUENCES)),
      contactWithinDays: readDays,
      answerWithinDays: readDays,
      backing: oneOf(BACKING_INCOMES),
      minBacking: readPart,
    }),
  (policy) => ({
    policy,
    stamp: Object.freeze({ id: policy.id, version: policy.version }),
    // read just now
    minBacking: tryDecimal(policy.minBacking) ?? { coefficient: 0n, scale: 0 },
  }),
);
