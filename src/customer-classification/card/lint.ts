import { canonicalJson, compareDecimals, type Path } from "../../core/index.ts";
import { attainablePoints, policyPoints, valuePoints, type AttainablePoints } from "./attainable.ts";
import type { LintFinding } from "./findings.ts";
import { resolvedCard } from "./prepare.ts";
import {
  CLIENT_TYPES,
  type Characteristic,
  type Condition,
  type PreparedScorecard,
  type Scorecard,
  type TypeRule,
} from "../types.ts";

/** What the lint reports about a card. */
export interface LintReport {
  readonly findings: readonly LintFinding[];
  /** Fewest and most points, of the total and of each axis. */
  readonly attainable: AttainablePoints;
}

function pointFindings(line: Characteristic, index: number): LintFinding[] {
  const path = ["characteristics", index];
  const findings: LintFinding[] = [];
  const points = valuePoints(line);
  const rising = line.scale === "flag" ? [line.whenFalse, line.whenTrue] : points;
  const direction = line.monotone === "down" ? -1 : 1;
  const declared = line.monotone;
  if (declared !== undefined && line.scale === "linear") {
    if (line.points * direction < 0) {
      findings.push({ rule: "not-monotone", severity: "warning", path: [...path, "points"], details: { declared } });
    }
  } else if (declared !== undefined) {
    for (const [at, value] of rising.entries()) {
      const before = rising[at - 1];
      if (before === undefined || (value - before) * direction >= 0) continue;
      const details = { declared, at, points: value, before };
      findings.push({ rule: "not-monotone", severity: "warning", path, details });
    }
  }
  const worst = Math.min(...points);
  for (const state of ["missing", "invalid", "stale", "unknown"] as const) {
    const policy = line.inputs[state];
    const given = policy === undefined ? null : policyPoints(policy, line.neutral);
    if (given === null || given <= worst) continue;
    const at = [...path, "inputs", state];
    findings.push({ rule: "unusable-beats-worst", severity: "warning", path: at, details: { points: given, worst } });
  }
  return findings;
}

function reasonFindings(lines: readonly Characteristic[]): LintFinding[] {
  const first = new Map<string, string>();
  return lines.flatMap((line, index): LintFinding[] => {
    if (line.reason === undefined) return [];
    const other = first.get(line.reason);
    if (other === undefined) {
      first.set(line.reason, line.id);
      return [];
    }
    const details = { reason: line.reason, characteristics: [other, line.id] };
    return [{ rule: "duplicate-reason", severity: "warning", path: ["characteristics", index, "reason"], details }];
  });
}

/** Features used by tests, with the place of each test. */
function testedFeatures(conditions: readonly Condition[], path: Path): { feature: string; path: Path }[] {
  return conditions.flatMap((condition, index) => {
    const at = [...path, index];
    if (condition.test === "any") return testedFeatures(condition.of, [...at, "of"]);
    return "feature" in condition ? [{ feature: condition.feature, path: at }] : [];
  });
}

function featureFindings(card: Scorecard): LintFinding[] {
  const used = [
    ...card.characteristics.map((line, index) => ({ feature: line.feature, path: ["characteristics", index] as Path })),
    ...card.rules.flatMap((rule, index) => testedFeatures(rule.when, ["rules", index, "when"])),
    ...testedFeatures(card.core, ["core"]),
    ...(card.customerFlag === undefined ? [] : [{ feature: card.customerFlag, path: ["customerFlag"] as Path }]),
  ];
  const names = new Set(used.map(({ feature }) => feature));
  const sensitive = used.flatMap(({ feature, path }): LintFinding[] =>
    card.features[feature]?.sensitive === true
      ? [{ rule: "sensitive-feature", severity: "note", path, details: { feature } }]
      : [],
  );
  const unused = Object.keys(card.features)
    .filter((feature) => !names.has(feature))
    .map((feature): LintFinding => ({
      rule: "unused-feature",
      severity: "warning",
      path: ["features", feature],
      details: { feature },
    }));
  return [...sensitive, ...unused];
}

type Ranged = Extract<Condition, { readonly test: "axis" | "total" | "characteristic" }>;

const isRanged = (condition: Condition): condition is Ranged =>
  condition.test === "axis" || condition.test === "total" || condition.test === "characteristic";

/** The condition without its range, so that two on the same subject can be recognised. */
const subjectOf = (condition: Condition): string =>
  canonicalJson({ ...condition, atLeast: undefined, below: undefined, oneOf: undefined });

/** Whether everybody who meets `narrow` also meets `wide`. */
function implies(narrow: Condition, wide: Condition): boolean {
  if (canonicalJson(narrow) === canonicalJson(wide)) return true;
  if (narrow.test !== wide.test || subjectOf(narrow) !== subjectOf(wide)) return false;
  if (isRanged(narrow) && isRanged(wide)) {
    return (
      (narrow.atLeast ?? -Infinity) >= (wide.atLeast ?? -Infinity) &&
      (narrow.below ?? Infinity) <= (wide.below ?? Infinity)
    );
  }
  if (narrow.test === "category" && wide.test === "category") {
    return narrow.oneOf.every((value) => wide.oneOf.includes(value));
  }
  if (narrow.test !== "amount" || wide.test !== "amount") return false;
  const { atLeast, below } = wide;
  const above =
    atLeast === undefined || (narrow.atLeast !== undefined && compareDecimals(narrow.atLeast, atLeast) >= 0);
  return above && (below === undefined || (narrow.below !== undefined && compareDecimals(narrow.below, below) <= 0));
}

/** Whether a rule already takes everybody a later one could take. */
function shadows(earlier: TypeRule, later: TypeRule, flagged: boolean): boolean {
  const scope = (rule: TypeRule): Condition[] =>
    flagged && rule.type !== "prospective-high-quality" ? [{ test: "customer", is: true }] : [];
  const narrow = [...later.when, ...scope(later)];
  return [...earlier.when, ...scope(earlier)].every((wide) => narrow.some((condition) => implies(condition, wide)));
}

function ruleFindings(card: Scorecard): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const [index, rule] of card.rules.entries()) {
    const by = card.rules.slice(0, index).find((earlier) => shadows(earlier, rule, card.customerFlag !== undefined));
    if (by === undefined) continue;
    const details = { rule: rule.id, type: rule.type, by: by.id };
    findings.push({ rule: "shadowed-rule", severity: "warning", path: ["rules", index], details });
  }
  for (const type of CLIENT_TYPES) {
    if (type === "ordinary" || card.rules.some((rule) => rule.type === type)) continue;
    findings.push({ rule: "type-without-rule", severity: "note", path: ["rules"], details: { type } });
  }
  return findings;
}

/**
 * What is doubtful in a card that is legal, and the points it can give.
 *
 * Reports rules that are never reached, types never granted, points against their declared direction, absent data that
 * scores better than the worst data, sensitive attributes in use, reason codes used twice, and unused features. A card
 * may be right and still have notes: they are what an approver should have seen.
 *
 * @param card - scorecard, plain or prepared
 * @returns findings in the card's order, and attainable points
 * @throws `customer-classification/invalid-card` see {@link prepareScorecard}
 * @throws `core/invalid-policy` when the envelope is broken
 * @example
 * const report = lintScorecard(exampleRetailCard);
 * report.findings.map(({ rule, path }) => [rule, path[1]]) // => [["sensitive-feature", 1], ["sensitive-feature", 2], ["sensitive-feature", 3]]
 * report.attainable.total // => { min: 2, max: 140 }
 * @since 0.1.0
 */
export function lintScorecard(card: Scorecard | PreparedScorecard): LintReport {
  const ready = resolvedCard(card).card;
  return {
    findings: [
      ...ready.characteristics.flatMap(pointFindings),
      ...reasonFindings(ready.characteristics),
      ...featureFindings(ready),
      ...ruleFindings(ready),
    ],
    attainable: attainablePoints(ready),
  };
}
