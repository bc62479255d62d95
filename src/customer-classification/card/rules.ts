import type { Path } from "../../core/index.ts";
import { attainablePoints, type AttainablePoints, type PointSpan } from "./attainable.ts";
import { readUnique, featureAt } from "./features.ts";
import { CODE_INVALID, CODE_STALE, MAX_BANDS } from "../ledger/codes.ts";
import { FAILS, HOLDS, UNDECIDED } from "../ledger/ledger.ts";
import type { CardBlock, CardLine, CardRule, CardTest, ResolvedCard } from "./resolved.ts";
import { resolveEdge, isAmount } from "./edges.ts";
import { cardError } from "../errors.ts";
import { AXES } from "../classes.ts";
import type { FeatureDefinition } from "./feature-definition.ts";
import type { Condition, PointRange } from "./condition.ts";
import type { Level, Scorecard } from "./scorecard.ts";

/** Most levels of a card: a migration between them is a matrix. */
const MAX_CARD_LEVELS = 250;

const NO_CATEGORIES = /* @__PURE__ */ new Uint8Array(0);

/** A test on a feature. */
type FeatureTest = Extract<Condition, { readonly feature: string }>;

/** What resolving the tests of a card needs; `leaves` collects the tests on features. */
export interface RuleScope {
  readonly card: Scorecard;
  readonly exponent: number;
  readonly attainable: AttainablePoints;
  readonly lines: readonly CardLine[];
  readonly inputIndex: (feature: string) => number;
  readonly leaves: CardTest[];
}

/** A test with no subject and no range. */
const BLANK = {
  subject: -1,
  input: -1,
  low: -Infinity,
  high: Infinity,
  wanted: NO_CATEGORIES,
  leaf: -1,
  truths: NO_CATEGORIES,
  openLines: [],
  of: [],
} as const;

/** A test on whether the person is a customer. */
function customerTest(is: boolean): CardTest {
  return { ...BLANK, condition: Object.freeze({ test: "customer", is }) };
}

function resolveRange(range: PointRange, span: PointSpan, path: Path): { readonly low: number; readonly high: number } {
  const { atLeast: low = -Infinity, below: high = Infinity } = range;
  if (low === -Infinity && high === Infinity) throw cardError(path, "empty-range", "give `atLeast`, `below` or both");
  if (low >= high) throw cardError(path, "empty-range", "`atLeast` below `below`");
  if (low > span.max || high <= span.min) {
    throw cardError(path, "unreachable", "no record can reach these points", { min: span.min, max: span.max });
  }
  return { low, high };
}

/** Truth of a test on a feature by byte code: of what was noted too long ago a block knows less than of what was not. */
function truthsOf({ unusable }: FeatureTest, isOfBlock: boolean): Uint8Array {
  const truth = unusable === "reject" ? UNDECIDED : unusable === "holds" ? HOLDS : FAILS;
  const truths = new Uint8Array(256).fill(truth, MAX_BANDS);
  truths[1] = HOLDS;
  // who is not on a list has no flag; an entry that is old is an entry all the same
  if (isOfBlock && truth === FAILS) truths[CODE_STALE] = UNDECIDED;
  // the row is refused, except for a block that holds: which this is not
  return truths.fill(UNDECIDED, CODE_INVALID);
}

function resolveFeatureTest(scope: RuleScope, condition: FeatureTest, path: Path, isOfBlock = false): CardTest {
  const feature = featureAt(scope.card, condition.feature, [...path, "feature"]);
  const fits = (kindFits: boolean): void => {
    if (kindFits) return;
    throw cardError([...path, "test"], "kind-does-not-fit", `no ${condition.test} test on a ${feature.kind}`, {
      feature: condition.feature,
      kind: feature.kind,
    });
  };
  const base = {
    ...BLANK,
    condition,
    input: scope.inputIndex(condition.feature),
    leaf: scope.leaves.length,
    truths: truthsOf(condition, isOfBlock),
  };
  let test: CardTest = base;
  if (condition.test === "flag") fits(feature.kind === "flag");
  else if (condition.test === "category") {
    fits(feature.kind === "category");
    test = { ...base, wanted: resolveWanted(feature, condition.oneOf, [...path, "oneOf"]) };
  } else {
    fits(isAmount(feature));
    const edge = (text: string | undefined, name: string, open: number): number =>
      text === undefined ? open : resolveEdge(text, feature.kind, scope.exponent, [...path, name]);
    const low = edge(condition.atLeast, "atLeast", -Infinity);
    const high = edge(condition.below, "below", Infinity);
    if (low === -Infinity && high === Infinity) throw cardError(path, "empty-range", "give `atLeast`, `below` or both");
    if (low >= high) throw cardError(path, "empty-range", "`atLeast` below `below`");
    test = { ...base, low, high };
  }
  scope.leaves.push(test);
  return test;
}

function resolveWanted(feature: FeatureDefinition, oneOf: readonly string[], path: Path): Uint8Array {
  if (feature.kind !== "category") return NO_CATEGORIES;
  if (oneOf.length === 0) throw cardError(path, "empty", "at least one category");
  readUnique(oneOf, (index) => [...path, index]);
  const wanted = new Uint8Array(feature.values.length);
  for (const [index, value] of oneOf.entries()) {
    const position = feature.values.indexOf(value);
    if (position < 0) throw cardError([...path, index], "unknown-category", "the feature does not list it");
    wanted[position] = 1;
  }
  return wanted;
}

/** The lines that may be left open, of those a test looks at. */
const openLinesOf = ({ lines }: RuleScope, looksAt: (line: CardLine) => boolean): readonly number[] =>
  lines.flatMap((line, index) => (line.opens.includes(1) && looksAt(line) ? [index] : []));

/** One test, checked and ready for evaluation. */
export function resolveTest(scope: RuleScope, condition: Condition, path: Path): CardTest {
  switch (condition.test) {
    case "customer":
      if (scope.card.customerFlag === undefined) {
        throw cardError(path, "customer-flag-missing", "without `customerFlag` everybody is a customer");
      }
      return { ...BLANK, condition };
    case "total":
      return {
        ...BLANK,
        condition,
        ...resolveRange(condition, scope.attainable.total, path),
        openLines: openLinesOf(scope, () => true),
      };
    case "axis": {
      const { axis } = condition;
      if (!scope.card.characteristics.some((line) => line.axis === axis)) {
        throw cardError([...path, "axis"], "axis-without-characteristic", "no characteristic scores it", { axis });
      }
      const range = resolveRange(condition, scope.attainable.axes[axis], path);
      const subject = AXES.indexOf(axis);
      return { ...BLANK, condition, subject, ...range, openLines: openLinesOf(scope, (line) => line.axis === subject) };
    }
    case "characteristic": {
      const subject = scope.lines.findIndex((line) => line.characteristic.id === condition.characteristic);
      const line = scope.lines[subject];
      if (line === undefined) {
        throw cardError([...path, "characteristic"], "unknown-characteristic", "the card has no such characteristic", {
          characteristic: condition.characteristic,
        });
      }
      const span = { min: line.minPoints, max: line.maxPoints };
      const openLines = openLinesOf(scope, (other) => other === line);
      return { ...BLANK, condition, subject, ...resolveRange(condition, span, path), openLines };
    }
    case "any":
      if (condition.of.length === 0) throw cardError([...path, "of"], "empty", "at least one alternative");
      return {
        ...BLANK,
        condition,
        of: condition.of.map((inner, index) => resolveTest(scope, inner, [...path, "of", index])),
      };
    case "flag":
    case "category":
    case "amount":
      return resolveFeatureTest(scope, condition, path);
  }
}

function resolveTests(scope: RuleScope, conditions: readonly Condition[], path: Path): CardTest[] {
  if (conditions.length === 0) throw cardError(path, "empty", "a rule without a test would match everybody");
  return conditions.map((condition, index) => resolveTest(scope, condition, [...path, index]));
}

function resolveBlocks(scope: RuleScope): readonly CardBlock[] {
  const { blocks = [] } = scope.card;
  if (blocks.length > MAX_BANDS) throw cardError(["blocks"], "too-many", `at most ${String(MAX_BANDS)} blocks`);
  readUnique(
    blocks.map(({ id }) => id),
    (index) => ["blocks", index, "id"],
  );
  return blocks.map((block, index) => {
    const { feature, unusable } = block;
    const path = ["blocks", index, "feature"];
    const { kind } = featureAt(scope.card, feature, path);
    if (kind !== "flag") throw cardError(path, "kind-does-not-fit", "a block looks at a flag", { feature, kind });
    const condition = Object.freeze({ test: "flag", feature, is: true, unusable } as const);
    return { block, test: resolveFeatureTest(scope, condition, path, true) };
  });
}

/** The rules, the core test, the blocks and the ladder of levels, checked and ready for evaluation. */
export function resolveRules(
  card: Scorecard,
  exponent: number,
  lines: readonly CardLine[],
  inputIndex: (feature: string) => number,
): Pick<ResolvedCard, "rules" | "core" | "levels" | "blocks" | "leaves"> {
  const scope: RuleScope = { card, exponent, attainable: attainablePoints(card), lines, inputIndex, leaves: [] };
  if (card.rules.length > MAX_BANDS) throw cardError(["rules"], "too-many", `at most ${String(MAX_BANDS)} rules`);
  readUnique(["ordinary", "core", ...card.rules.map((rule) => rule.id)], (index) => ["rules", index - 2, "id"]);
  const rules = card.rules.map((rule, index): CardRule => {
    const tests = resolveTests(scope, rule.when, ["rules", index, "when"]);
    const existing = rule.type !== "prospective-high-quality" && card.customerFlag !== undefined;
    if (existing && rule.when.some((condition) => condition.test === "customer" && !condition.is)) {
      throw cardError(["rules", index, "when"], "unreachable", "an existing type matches customers only");
    }
    return { id: rule.id, grants: rule.type, tests: existing ? [customerTest(true), ...tests] : tests };
  });
  const core: CardRule = { id: "core", grants: "core", tests: resolveTests(scope, card.core, ["core"]) };
  const blocks = resolveBlocks(scope);
  return { rules, core, levels: readLevels(card, scope.attainable.total.max), blocks, leaves: scope.leaves };
}

function readLevels(card: Scorecard, max: number): readonly Level[] {
  const levels = card.levels ?? [];
  if (levels.length > MAX_CARD_LEVELS)
    throw cardError(["levels"], "too-many", `at most ${String(MAX_CARD_LEVELS)} levels`);
  readUnique(
    levels.map((level) => level.id),
    (index) => ["levels", index, "id"],
  );
  let previous = -Infinity;
  for (const [index, level] of levels.entries()) {
    const path = ["levels", index, "atLeast"];
    if (level.atLeast <= previous) throw cardError(path, "edges-not-ascending", "levels ascend strictly");
    if (level.atLeast > max) throw cardError(path, "unreachable", "no record can reach these points", { max });
    previous = level.atLeast;
  }
  return levels;
}
