import type { Path } from "../../core/index.ts";
import { MAX_POINTS } from "../ledger/codes.ts";
import { cardError } from "../errors.ts";
import type { FeatureDefinition, Scorecard } from "../types.ts";

/** Names that every object answers to would look like values nobody delivered. */
function checkName(name: string, path: Path): void {
  if (name === "") throw cardError(path, "empty", "empty name");
  if (name in {}) throw cardError(path, "reserved-name", "a name that every object has");
}

/** Refuses the second of two equal names. */
export function checkUnique(names: readonly string[], pathOf: (index: number) => Path): void {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (name === "") throw cardError(pathOf(index), "empty", "empty name");
    if (seen.has(name)) throw cardError(pathOf(index), "duplicate", "named twice", { name });
    seen.add(name);
  }
}

/** Whole points within the limits. */
export function checkPoints(points: number, path: Path): void {
  if (!Number.isSafeInteger(points) || Math.abs(points) > MAX_POINTS) {
    throw cardError(path, "not-whole-points", `a whole number of points, at most ${String(MAX_POINTS)} either way`);
  }
}

/** The feature a reference names, with its definition. */
export function featureAt(card: Scorecard, id: string, path: Path): FeatureDefinition {
  const feature = Object.hasOwn(card.features, id) ? card.features[id] : undefined;
  if (feature === undefined)
    throw cardError(path, "unknown-feature", "the card defines no such feature", { feature: id });
  return feature;
}

/** Checks the feature definitions and the customer flag. */
export function checkFeatures(card: Scorecard): void {
  for (const [id, feature] of Object.entries(card.features)) {
    const path = ["features", id];
    checkName(id, path);
    if (feature.observedAtField !== undefined) checkName(feature.observedAtField, [...path, "observedAtField"]);
    const { maxAgeDays } = feature;
    if (maxAgeDays !== undefined && !(Number.isSafeInteger(maxAgeDays) && maxAgeDays >= 0)) {
      throw cardError([...path, "maxAgeDays"], "not-a-whole-number", "a whole number of days, 0 or more");
    }
    if (feature.kind === "category") {
      if (feature.values.length === 0) throw cardError([...path, "values"], "empty", "a category lists its values");
      checkUnique(feature.values, (index) => [...path, "values", index]);
    }
  }
  if (card.customerFlag !== undefined && featureAt(card, card.customerFlag, ["customerFlag"]).kind !== "flag") {
    throw cardError(["customerFlag"], "kind-does-not-fit", "the customer flag is a flag", {
      feature: card.customerFlag,
    });
  }
}
