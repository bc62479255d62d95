import { canonicalJson, policyAt, type DayNumber, type LocalDate, type Path } from "../../core/index.ts";
import { nameScan, readDaysInForce } from "../../core/inner.ts";
import { attainablePoints } from "../card/attainable.ts";
import { exponentOfCard } from "../card/edges.ts";
import { namesOf, readFeatures, readUnique, requireDateField, tellsOfGround } from "../card/features.ts";
import { looksLikeAppearance } from "../card/appearance.ts";
import { linesByAxis, resolveLine } from "../card/line.ts";
import { hashOf, MAX_CHARACTERISTICS, resolveInput } from "../card/prepare.ts";
import type { CardLine, ResolvedCard } from "../card/resolved.ts";
import { resolveTest, type RuleScope } from "../card/rules.ts";
import type { Scorecard } from "../card/scorecard.ts";
import { AXES } from "../classes.ts";
import { cardError, inWordsOf } from "../errors.ts";
import { MAX_BANDS } from "../ledger/codes.ts";
import type { GradeCondition, GradingPolicy, PreparedGradingPolicy } from "./policy.ts";
import { POLICY_CODE, readGradingPolicy } from "./read-policy.ts";
import type { GradeTest, ResolvedGrade, ResolvedGrading } from "./resolved.ts";

/** Most grades of a policy, and so the highest place on its ladder. */
export const MAX_STEP = 100;

/** Refuses a feature that tells of a person what no grade of a company rests on: a protected ground, looks, a sensitive attribute. */
function requireNoGround(card: Scorecard, feature: string, path: Path): void {
  const definition = card.features[feature];
  if (definition === undefined) return;
  if (tellsOfGround(feature, definition)) {
    throw cardError(path, "protected-ground", "no grade looks at a protected ground", { feature });
  }
  if (definition.protectedGround !== "none" && looksLikeAppearance(namesOf(feature, definition))) {
    throw cardError(path, "appearance-feature", "no grade looks at how somebody looks", { feature });
  }
  if (definition.sensitive)
    throw cardError(path, "sensitive-feature", "no grade rests on such an attribute", { feature });
}

/** What a policy of grades and a scorecard have in common, as a card without rules. */
const cardOf = (policy: GradingPolicy): Scorecard => ({
  ...policy,
  characteristics: policy.characteristics ?? [],
  rules: [],
  core: [],
});

/** The lines whose points a test looks at. */
function linesOf(condition: GradeCondition, lines: readonly CardLine[]): readonly number[] {
  const looksAt = ({ axis, characteristic }: CardLine): boolean => {
    switch (condition.test) {
      case "total":
        return true;
      case "axis":
        return axis === AXES.indexOf(condition.axis);
      case "characteristic":
        return characteristic.id === condition.characteristic;
      case "listed":
      case "flag":
      case "category":
      case "amount":
      case "any":
        return false;
    }
  };
  return lines.flatMap((line, index) => (looksAt(line) ? [index] : []));
}

function resolveGradeTest(scope: RuleScope, condition: GradeCondition, path: Path): GradeTest {
  switch (condition.test) {
    case "listed":
      return { condition, test: null, lines: [], of: [] };
    case "any":
      if (condition.of.length === 0) throw cardError([...path, "of"], "empty", "at least one alternative");
      return {
        condition,
        test: null,
        lines: [],
        of: condition.of.map((inner, index) => resolveGradeTest(scope, inner, [...path, "of", index])),
      };
    case "flag":
    case "category":
    case "amount":
      requireNoGround(scope.card, condition.feature, [...path, "feature"]);
      return { condition, test: resolveTest(scope, condition, path), lines: [], of: [] };
    case "axis":
    case "total":
    case "characteristic":
      return { condition, test: resolveTest(scope, condition, path), lines: linesOf(condition, scope.lines), of: [] };
  }
}

function resolveGrades(policy: GradingPolicy, scope: RuleScope): readonly ResolvedGrade[] {
  const { grades, otherwise } = policy;
  if (grades.length === 0) throw cardError(["grades"], "empty", "at least one grade beside the one of everybody else");
  if (grades.length > MAX_STEP) throw cardError(["grades"], "too-many", `at most ${String(MAX_STEP)} grades`);
  const rules = grades.flatMap(({ anyOf }, grade) => anyOf.map(({ id }, index) => ({ id, grade, index })));
  if (rules.length > MAX_BANDS) throw cardError(["grades"], "too-many", `at most ${String(MAX_BANDS)} rules in all`);
  readUnique([...grades.map(({ id }) => id), otherwise], (index) =>
    index < grades.length ? ["grades", index, "id"] : ["otherwise"],
  );
  readUnique(
    rules.map(({ id }) => id),
    (at) => ["grades", rules[at]?.grade ?? 0, "anyOf", rules[at]?.index ?? 0, "id"],
  );
  return grades.map(({ id, anyOf }, at) => {
    const path = ["grades", at, "anyOf"];
    if (anyOf.length === 0) throw cardError(path, "empty", "a grade without a rule is reached by nobody");
    return {
      id,
      step: grades.length - at,
      rules: anyOf.map((rule, index) => {
        const when = [...path, index, "when"];
        if (rule.when.length === 0) throw cardError(when, "empty", "a rule without a test would match everybody");
        const tests = rule.when.map((condition, place) => resolveGradeTest(scope, condition, [...when, place]));
        return { id: rule.id, tests };
      }),
    };
  });
}

/** The lists that tests name, each once. */
function listsNamed(tests: readonly GradeTest[]): readonly string[] {
  return tests.flatMap(({ condition, of }) => (condition.test === "listed" ? [condition.list] : listsNamed(of)));
}

function resolvePolicy(source: GradingPolicy): ResolvedGrading {
  const { from, to } = readDaysInForce(readGradingPolicy(source), []);
  const hash = hashOf(source, [], POLICY_CODE);
  // a copy, so that a policy changed after it was prepared cannot contradict the hash in the results
  const policy = JSON.parse(canonicalJson(source), (_key, value: unknown) => Object.freeze(value)) as GradingPolicy;
  const card = cardOf(policy);
  const { characteristics } = card;
  const { currency = "", clientField } = policy;
  const exponent = exponentOfCard(card);
  const features = readFeatures(card);
  if (Object.hasOwn(features, clientField)) {
    throw cardError(["clientField"], "duplicate", "a feature has this field", { name: clientField });
  }
  for (const [id, { observedAtField }] of Object.entries(features)) {
    requireDateField(observedAtField, [clientField], ["features", id]);
  }
  if (characteristics.length > MAX_CHARACTERISTICS) {
    throw cardError(["characteristics"], "too-many", `at most ${String(MAX_CHARACTERISTICS)} characteristics`);
  }
  readUnique(
    characteristics.map((line) => line.id),
    (index) => ["characteristics", index, "id"],
  );
  for (const [index, { feature }] of characteristics.entries()) {
    requireNoGround(card, feature, ["characteristics", index, "feature"]);
  }
  const inputs = Object.entries(features).map(([id, feature]) => resolveInput(id, feature, currency, exponent));
  const inputIndex = new Map(inputs.map((input, index) => [input.id, index]));
  const indexOf = (feature: string): number => inputIndex.get(feature) ?? -1;
  const lines = characteristics.map((line, index) => resolveLine(card, line, index, exponent, indexOf));
  const scope: RuleScope = {
    card,
    exponent,
    attainable: attainablePoints(card),
    lines,
    inputIndex: indexOf,
    leaves: [],
  };
  const grades = resolveGrades(policy, scope);
  const stamp = Object.freeze({ id: policy.id, version: policy.version, hash });
  const fields = [
    ...new Set([clientField, ...inputs.flatMap(({ id, definition }) => [id, definition.observedAtField ?? id])]),
  ];
  const read: ResolvedCard = {
    card,
    stamp,
    effectiveFrom: from,
    effectiveTo: to,
    inputs,
    inputIndex,
    fields,
    misspelt: nameScan(fields),
    lines,
    sensitive: new Uint8Array(inputs.length),
    usesSensitive: false,
    axisLines: linesByAxis(lines),
    openLines: lines.flatMap(({ opens }, index) => (opens.includes(1) ? [index] : [])),
    rules: [],
    core: { id: "core", grants: "core", tests: [] },
    customerInput: -1,
    levels: [],
    blocks: [],
    leaves: scope.leaves,
    ruleLeaves: scope.leaves,
  };
  const tests = grades.flatMap(({ rules }) => rules.flatMap((rule) => rule.tests));
  return { policy, stamp, card: read, grades, lists: [...new Set(listsNamed(tests))] };
}

const resolved = /* @__PURE__ */ new WeakMap<object, ResolvedGrading>();

/** The resolved form of a policy or of its handle, made once for each object. */
function resolvedGrading(policy: GradingPolicy | PreparedGradingPolicy): ResolvedGrading {
  const known = resolved.get(policy);
  if (known !== undefined) return known;
  const made = inWordsOf(POLICY_CODE, () => resolvePolicy(policy as GradingPolicy));
  resolved.set(policy, made);
  return made;
}

/** The resolved policy for a date on which it is in force; refuses other dates. */
export function gradingInForce(
  policy: GradingPolicy | PreparedGradingPolicy,
  asOf: LocalDate,
  day: DayNumber,
): ResolvedGrading {
  const ready = resolvedGrading(policy);
  if (day < ready.card.effectiveFrom || day >= ready.card.effectiveTo) policyAt([ready.policy], asOf);
  return ready;
}

/**
 * Reads a policy of grades whole and prepares it.
 *
 * The other functions prepare a plain policy themselves and remember it by identity; call this to find a broken policy
 * early, or to hold a handle. Every member has to be known and of its kind; then references, kinds, edges and points are
 * checked as those of a scorecard are. A grade that looks at a feature of a protected ground is refused, and so is one
 * that looks at a feature whose name or categories look like such a ground, unless the feature says `"none"`.
 *
 * @param policy - plain policy, as it came from JSON
 * @returns handle with id, version and content hash of the policy
 * @throws `customer-classification/invalid-grading-policy` with the path to the fault inside the policy; with
 * `details.reason` when the meaning is at fault, otherwise with what was received and what is allowed
 * @throws `core/invalid-policy` when the days in force are reversed
 * @throws `core/invalid-date`
 * @example
 * prepareGradingPolicy(exampleCorporateGrades).stamp.id // => "example.corporate-any-of"
 * prepareGradingPolicy({ ...exampleCorporateGrades, otherwise: "premium" }) // throws customer-classification/invalid-grading-policy
 * @since 0.1.0
 */
export function prepareGradingPolicy(policy: GradingPolicy): PreparedGradingPolicy {
  const ready = resolvedGrading(policy);
  const handle: PreparedGradingPolicy = Object.freeze({ stamp: ready.stamp });
  resolved.set(handle, ready);
  return handle;
}
