import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  readDate,
  readObject,
  readText,
  rowOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import { FEATURE_GROUPS } from "../card/feature-definition.ts";
import type { CardStamp } from "../card/scorecard.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { RULE_OUTCOMES, TEST_OUTCOMES, type MissingInput } from "../outcomes.ts";
import { missingInputReader } from "../read-result.ts";
import { INPUT_STATES } from "../record.ts";
import { NAME_LIST_STATES } from "./name-list.ts";
import type { Graded, GradeResult, GradeRuleTrace, GradeTestTrace, MissingList, NotGraded } from "./outcomes.ts";
import { MAX_STEP } from "./prepare.ts";
import { gradeConditionReader } from "./read-policy.ts";

/** The reader of a grade that comes back from where it was kept; it may have members of its own. */
function resultReader(): Reader<GradeResult> {
  const points = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const document = rowOf<CardStamp>({ id: readText, version: readText, hash: readText });
  const stamp = { policy: document, lists: listOf(document), asOf: readDate };
  // the condition is read first: it refuses what is nested too deep
  const inner: Reader<GradeTestTrace> = (test, path, code) => traced(test, path, code);
  const traced = rowOf<GradeTestTrace>({
    condition: gradeConditionReader(),
    outcome: oneOf(TEST_OUTCOMES),
    points: optional(points),
    pointsAtMost: optional(points),
    state: optional(oneOf(INPUT_STATES)),
    version: optional(readText),
    of: optional(listOf(inner)),
  });
  const rules = listOf(
    rowOf<GradeRuleTrace>({
      rule: readText,
      grade: readText,
      outcome: oneOf(RULE_OUTCOMES),
      tests: listOf(inner),
    }),
  );
  const missingInput = missingInputReader();
  const missingList = rowOf<MissingList>({ list: readText, state: oneOf(NAME_LIST_STATES), rule: readText });
  const missing: Reader<MissingInput | MissingList> = (lack, path, code) =>
    "list" in readObject(lack, path, code)
      ? missingList(lack as MissingList, path, code)
      : missingInput(lack as MissingInput, path, code);
  return byTag<GradeResult, "status">("status", {
    graded: rowOf<Graded>({
      status: asGiven,
      grade: readText,
      step: wholeNumber(0, MAX_STEP),
      by: listOf(readText),
      restsOn: listOf(oneOf(FEATURE_GROUPS)),
      rules,
      ...stamp,
    }),
    "insufficient-data": rowOf<NotGraded>({
      status: asGiven,
      atLeast: readText,
      atMost: readText,
      missing: listOf(missing),
      rules,
      ...stamp,
    }),
  });
}

let reader: Reader<GradeResult> | null = null;

/** A grade as this library makes it, wherever it was kept in between. */
export function readGradeResult(result: GradeResult): GradeResult {
  reader ??= resultReader();
  return reader(result, ["result"], "customer-classification/invalid-result" satisfies CustomerClassificationErrorCode);
}
