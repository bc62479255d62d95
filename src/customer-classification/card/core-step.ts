import { valuePoints } from "./attainable.ts";
import type { LintFinding } from "./findings.ts";
import type { CardLine, ResolvedCard } from "./resolved.ts";
import { AXES } from "../classes.ts";
import { subjectOf, type Condition } from "./condition.ts";
import type { TypeRule } from "./scorecard.ts";

/** A test on points. */
type Ranged = Extract<Condition, { readonly test: "axis" | "total" | "characteristic" }>;

/** Whether a test looks at points. */
export const isRanged = (condition: Condition): condition is Ranged =>
  condition.test === "axis" || condition.test === "total" || condition.test === "characteristic";

/** The most points that one step of a value moves: to the next band, to another category, by one unit of a rate. */
function stepOf({ characteristic, rate }: CardLine): number {
  const points = valuePoints(characteristic);
  switch (characteristic.scale) {
    case "bands":
      return points.reduce((most, value, at) => Math.max(most, Math.abs(value - (points[at - 1] ?? value))), 0);
    case "categories":
    case "flag":
      return Math.max(...points) - Math.min(...points);
    case "linear":
      return rate === null ? 0 : Math.ceil(Math.abs(rate.points) / rate.per);
  }
}

/** The characteristics that a test on points adds up. */
function linesOf(card: ResolvedCard, condition: Ranged): readonly CardLine[] {
  switch (condition.test) {
    case "axis":
      return card.lines.filter(({ axis }) => AXES[axis] === condition.axis);
    case "characteristic":
      return card.lines.filter(({ characteristic }) => characteristic.id === condition.characteristic);
    case "total":
      return card.lines;
  }
}

/** Whether two tests on points look at the same ones. */
function sameSubject(a: Ranged, b: Ranged): boolean {
  if (a.test === "axis") return b.test === "axis" && a.axis === b.axis;
  return a.test === "total" ? b.test === "total" : b.test === "characteristic" && a.characteristic === b.characteristic;
}

/** The conditions of a rule, those inside alternatives too. */
const alternativesOf = (conditions: readonly Condition[]): readonly Condition[] =>
  conditions.flatMap((condition) => (condition.test === "any" ? alternativesOf(condition.of) : [condition]));

function stepPastGeneral(card: ResolvedCard, rule: TypeRule, condition: Ranged): LintFinding | null {
  const { atLeast: cut } = condition;
  const lines = linesOf(card, condition);
  const fewest = lines.reduce((sum, { minPoints }) => sum + minPoints, 0);
  if (cut === undefined || cut <= fewest) return null;
  const step = lines.reduce((most, line) => Math.max(most, stepOf(line)), 0);
  const wanted = cut + step;
  const asked = card.card.core.some(
    (test) => isRanged(test) && sameSubject(test, condition) && test.atLeast !== undefined && test.atLeast >= wanted,
  );
  if (asked) return null;
  const details = { rule: rule.id, cut, step, wanted, ...subjectOf(condition) };
  return { rule: "core-past-general", severity: "warning", path: ["core"], details };
}

/**
 * Cuts of the high-quality rules that the core test does not ask to be passed by a whole step: there, one better value
 * takes a person to core who was not general before.
 */
export function coreStepFindings(card: ResolvedCard): LintFinding[] {
  return card.card.rules
    .filter(({ type }) => type === "existing-high-quality")
    .flatMap((rule) =>
      alternativesOf(rule.when).flatMap((condition) => {
        const finding = isRanged(condition) ? stepPastGeneral(card, rule, condition) : null;
        return finding === null ? [] : [finding];
      }),
    );
}
