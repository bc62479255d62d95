import { tryDecimal, type DecimalString, type Issue, type Path } from "../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  readDate,
  readText,
  refuseKind,
  rowOf,
  wholeNumber,
  type Members,
  type Reader,
} from "../core/inner.ts";
import type { CustomerClassificationErrorCode } from "./errors.ts";
import { MAX_BANDS } from "./ledger/codes.ts";
import {
  RULE_OUTCOMES,
  TEST_OUTCOMES,
  type Blocked,
  type Classification,
  type Classified,
  type MissingInput,
  type NotACustomer,
  type ReadInput,
  type RuleTrace,
  type ScorePart,
  type TestTrace,
  type Unclassified,
} from "./outcomes.ts";
import { conditionReader } from "./card/read-card.ts";
import { AXES, CLIENT_TYPES, TIERS, type Axis } from "./classes.ts";
import { INPUT_STATES, INVALID_REASONS } from "./record.ts";
import { BLOCK_EFFECTS, type CardStamp } from "./card/scorecard.ts";

function readEdge(edge: DecimalString, path: Path, code: string): DecimalString {
  return tryDecimal(edge) === null ? refuseKind(code, path, "not a plain decimal string", edge) : edge;
}

/** The reader of one scored line of a result. */
export function partReader(): Reader<ScorePart> {
  const points = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return rowOf<ScorePart>({
    characteristic: readText,
    feature: readText,
    axis: oneOf(AXES),
    state: oneOf([...INPUT_STATES, "not-applicable"]),
    invalidReason: optional(oneOf(INVALID_REASONS)),
    band: optional(wholeNumber(0, MAX_BANDS)),
    label: optional(readText),
    from: optional(readEdge),
    below: optional(readEdge),
    points,
    pointsAtMost: optional(points),
    maxPoints: points,
    reason: optional(readText),
  });
}

/** The reader of an input that a result lacked. */
export function missingInputReader(): Reader<MissingInput> {
  return rowOf<MissingInput>({
    feature: readText,
    state: oneOf(INPUT_STATES.filter((state) => state !== "valid" && state !== "invalid")),
    characteristic: optional(readText),
    rule: optional(readText),
    block: optional(readText),
  });
}

/** The reader of a classification that comes back from where it was kept; it may have members of its own. */
function resultReader(): Reader<Classification> {
  const points = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const stamp = {
    card: rowOf<CardStamp>({ id: readText, version: readText, hash: readText }),
    asOf: readDate,
  };
  const missing = missingInputReader();
  const part = partReader();
  // the condition is read first: it refuses what is nested too deep
  const inner: Reader<TestTrace> = (test, path, code) => traced(test, path, code);
  const traced = rowOf<TestTrace>({
    condition: conditionReader(),
    outcome: oneOf(TEST_OUTCOMES),
    points: optional(points),
    pointsAtMost: optional(points),
    state: optional(oneOf(INPUT_STATES)),
    of: optional(listOf(inner)),
  });
  const rules = listOf(
    rowOf<RuleTrace>({
      rule: readText,
      grants: oneOf([...CLIENT_TYPES, "core"]),
      outcome: oneOf(RULE_OUTCOMES),
      tests: listOf(inner),
    }),
  );
  const reads = listOf(rowOf<ReadInput>({ feature: readText, state: oneOf(INPUT_STATES) }));
  const names = optional(listOf(readText));
  const unblocked = { unchecked: names, sensitive: names };
  return byTag<Classification, "status">("status", {
    classified: rowOf<Classified>({
      status: asGiven,
      type: oneOf(CLIENT_TYPES),
      tier: optional(oneOf(TIERS)),
      score: points,
      scoreAtMost: optional(points),
      axes: rowOf(Object.fromEntries(AXES.map((axis) => [axis, points])) as Members<Readonly<Record<Axis, number>>>),
      level: optional(readText),
      parts: listOf(part),
      rules,
      reads,
      ...unblocked,
      ...stamp,
    }),
    "insufficient-data": rowOf<Unclassified>({ status: asGiven, missing: listOf(missing), reads, ...stamp }),
    "not-a-customer": rowOf<NotACustomer>({
      status: asGiven,
      parts: listOf(part),
      rules,
      reads,
      ...unblocked,
      ...stamp,
    }),
    blocked: rowOf<Blocked>({
      status: asGiven,
      block: readText,
      effect: oneOf(BLOCK_EFFECTS),
      sensitive: names,
      // beside the answer, and nothing is said of them here
      issues: optional(listOf<Issue>(asGiven)),
      ...stamp,
    }),
  });
}

let reader: Reader<Classification> | null = null;

/** A classification as this library makes it, wherever it was kept in between. */
export function readResult(result: Classification): Classification {
  reader ??= resultReader();
  return reader(result, ["result"], "customer-classification/invalid-result" satisfies CustomerClassificationErrorCode);
}
