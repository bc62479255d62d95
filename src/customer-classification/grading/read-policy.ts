import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  policyMembers,
  readFlag,
  readObject,
  readText,
  refuse,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import { AXES } from "../classes.ts";
import { readCurrency, readEdge } from "../card/edges.ts";
import { readName } from "../card/features.ts";
import { characteristicReader, featuresReader, MAX_DEPTH, rangeMembers, readId } from "../card/read-card.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import {
  GRADE_UNUSABLE_POLICIES,
  type Grade,
  type GradeCondition,
  type GradeRule,
  type GradingPolicy,
} from "./policy.ts";

/** The code of what is wrong with a policy of grades. */
export const POLICY_CODE = "customer-classification/invalid-grading-policy" satisfies CustomerClassificationErrorCode;

type GradeConditionOf<Test extends GradeCondition["test"]> = Extract<GradeCondition, { readonly test: Test }>;

/** The reader of a test of a rule of grades, and of the tests in it. */
export function gradeConditionReader(): Reader<GradeCondition> {
  const unusable = oneOf(GRADE_UNUSABLE_POLICIES);
  const read: Reader<GradeCondition> = (condition, path, code) =>
    path.length > MAX_DEPTH
      ? refuse(code, path, "nested too deep, or in itself", { limit: MAX_DEPTH })
      : readTest(condition, path, code);
  const readTest = byTag<GradeCondition, "test">("test", {
    listed: shapeOf<GradeConditionOf<"listed">>({ test: asGiven, list: readText }),
    axis: shapeOf<GradeConditionOf<"axis">>({ test: asGiven, axis: oneOf(AXES), ...rangeMembers }),
    total: shapeOf<GradeConditionOf<"total">>({ test: asGiven, ...rangeMembers }),
    characteristic: shapeOf<GradeConditionOf<"characteristic">>({
      test: asGiven,
      characteristic: readId,
      ...rangeMembers,
    }),
    flag: shapeOf<GradeConditionOf<"flag">>({ test: asGiven, feature: readId, is: readFlag, unusable }),
    category: shapeOf<GradeConditionOf<"category">>({
      test: asGiven,
      feature: readId,
      oneOf: listOf(readId),
      unusable,
    }),
    amount: shapeOf<GradeConditionOf<"amount">>({
      test: asGiven,
      feature: readId,
      atLeast: optional(readEdge),
      below: optional(readEdge),
      unusable,
    }),
    any: shapeOf<GradeConditionOf<"any">>({ test: asGiven, of: listOf(read) }),
  });
  return read;
}

function policyReader(): Reader<GradingPolicy> {
  const rule = shapeOf<GradeRule>({ id: readText, when: listOf(gradeConditionReader()) });
  return shapeOf<GradingPolicy>({
    ...policyMembers,
    currency: optional(readCurrency),
    clientField: readName,
    features: featuresReader(),
    characteristics: optional(listOf(characteristicReader())),
    grades: listOf(shapeOf<Grade>({ id: readText, anyOf: listOf(rule) })),
    otherwise: readText,
  });
}

let reader: Reader<GradingPolicy> | null = null;

/** A policy whose every member is known and of its kind; the places are inside the policy. */
export function readGradingPolicy(policy: GradingPolicy): GradingPolicy {
  readObject(policy, ["policy"], POLICY_CODE);
  reader ??= policyReader();
  return reader(policy, [], POLICY_CODE);
}
