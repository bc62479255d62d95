import { canonicalJson, compareDecimals, type Path } from "../../core/index.ts";
import { attainablePoints, policyPoints, valuePoints, type AttainablePoints } from "./attainable.ts";
import { coreStepFindings, isRanged } from "./core-step.ts";
import { featureFindings } from "./feature-use.ts";
import type { LintFinding } from "./findings.ts";
import { leftOpenFindings } from "./left-open.ts";
import { moveFindings } from "./immovable.ts";
import { resolvedCard } from "./prepare.ts";
import { CLIENT_TYPES } from "../classes.ts";
import type { Characteristic } from "./characteristic.ts";
import type { Condition } from "./condition.ts";
import type { PreparedScorecard, Scorecard, TypeRule } from "./scorecard.ts";

/** What the lint reports about a card. */
export interface LintReport {
  readonly findings: readonly LintFinding[];
  /** Whether no finding is an error: a card that has not passed must not be used as it is. */
  readonly passed: boolean;
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

/** Tests that a value nobody knows meets: whoever leaves it out gets the type. */
function passedUnknown(rule: string, when: readonly Condition[], path: Path): LintFinding[] {
  return when.flatMap((condition, index): LintFinding[] => {
    const at = [...path, index];
    if (condition.test === "any") return passedUnknown(rule, condition.of, [...at, "of"]);
    if (!("unusable" in condition) || condition.unusable !== "holds") return [];
    return [{ rule: "unknown-passes", severity: "warning", path: at, details: { rule, feature: condition.feature } }];
  });
}

/** Whether a test holds only for those of whom it is known that their main bank is another one. */
const asksElsewhere = (condition: Condition, flag: string | undefined): boolean =>
  condition.test === "any"
    ? condition.of.every((inner) => asksElsewhere(inner, flag))
    : condition.test === "flag" && condition.feature === flag && condition.is && condition.unusable === "reject";

function prospectFindings({ rules, elsewhereFlag: feature }: Scorecard): LintFinding[] {
  return rules.flatMap(({ id, type, when }, index): LintFinding[] => {
    if (type !== "prospective-high-quality" || when.some((condition) => asksElsewhere(condition, feature))) return [];
    const details = { rule: id, ...(feature === undefined ? {} : { feature }) };
    return [{ rule: "prospect-inferred", severity: "warning", path: ["rules", index], details }];
  });
}

/**
 * What is doubtful in a card that is well formed, what it must not be used with, and the points it can give.
 *
 * An error is a feature of a protected ground (sex, marital status, pregnancy, breastfeeding, family status, disability,
 * race) that moves points or decides a rule without a written ground on the card, approved by the day the card comes into
 * force; or a feature that looks like one and does not say what it is, for which the finding names the law; or a feature
 * that looks like the appearance of a person (容貌, height, weight), which no ground makes right. Names are compared with
 * usual words only: a code or an abbreviation tells nothing, so that a card without findings is not proved fair. `prepareScorecard` takes such a card all the same, because law differs by place:
 * refuse it where cards are approved, by `passed`.
 *
 * Otherwise reports rules that are never reached, types never granted, a core tier that is reached past the general one,
 * prospects whose main bank nobody has to know, points against their declared direction, absent data that scores better than the worst
 * data or meets a test, values left open in one place and decided on in another, sensitive attributes in use, values to be
 * moved that nobody may be asked to change (an error too), reason codes used twice, and unused features. A card may be right and still have
 * notes: they are what an approver should have seen.
 *
 * @param card - scorecard, plain or prepared
 * @returns findings in the card's order, whether it passed, and attainable points
 * @throws `customer-classification/invalid-card` see {@link prepareScorecard}
 * @throws `core/invalid-policy` when the envelope is broken
 * @example
 * lintScorecard(exampleRetailCard).findings // => []
 * lintScorecard(exampleRetailCard).attainable.total // => { min: 0, max: 166 }
 * const { household } = exampleRetailCard.features;
 * const features = { ...exampleRetailCard.features, household: { ...household, descriptive: false } };
 * const married = { test: "category", feature: "household", oneOf: ["couple"], unusable: "fails" } as const;
 * const { passed, findings } = lintScorecard({ ...exampleRetailCard, features, core: [...exampleRetailCard.core, married] });
 * passed // => false
 * findings[0]?.rule // => "protected-ground"
 * @since 0.1.0
 */
export function lintScorecard(card: Scorecard | PreparedScorecard): LintReport {
  const resolved = resolvedCard(card);
  const ready = resolved.card;
  const findings = [
    ...ready.characteristics.flatMap(pointFindings),
    ...reasonFindings(ready.characteristics),
    ...featureFindings(ready),
    ...moveFindings(ready),
    ...ruleFindings(ready),
    ...coreStepFindings(resolved),
    ...prospectFindings(ready),
    ...ready.rules.flatMap(({ id, when }, index) => passedUnknown(id, when, ["rules", index, "when"])),
    ...passedUnknown("core", ready.core, ["core"]),
    ...leftOpenFindings(ready),
  ];
  const passed = findings.every(({ severity }) => severity !== "error");
  return { findings, passed, attainable: attainablePoints(ready) };
}
