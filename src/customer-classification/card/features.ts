import type { Path } from "../../core/index.ts";
import { MAX_POINTS } from "../ledger/codes.ts";
import { cardError } from "../errors.ts";
import type { FeatureDefinition, Scorecard } from "../types.ts";

/** Reads a field name; one that every object has would look like a value nobody supplied. */
function readName(name: string, path: Path): string {
  if (name === "") throw cardError(path, "empty", "empty name");
  if (name in {}) throw cardError(path, "reserved-name", "a name that every object has");
  return name;
}

/** Non-empty names without duplicates. */
export function readUnique(names: readonly string[], pathOf: (index: number) => Path): readonly string[] {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (name === "") throw cardError(pathOf(index), "empty", "empty name");
    if (seen.has(name)) throw cardError(pathOf(index), "duplicate", "named twice", { name });
    seen.add(name);
  }
  return names;
}

/** Whole points within the limits. */
export function readPoints(points: number, path: Path): number {
  if (!Number.isSafeInteger(points) || Math.abs(points) > MAX_POINTS) {
    throw cardError(path, "not-whole-points", `a whole number of points, at most ${String(MAX_POINTS)} either way`);
  }
  return points;
}

/** The feature a reference names, with its definition. */
export function featureAt(card: Scorecard, id: string, path: Path): FeatureDefinition {
  const feature = Object.hasOwn(card.features, id) ? card.features[id] : undefined;
  if (feature === undefined)
    throw cardError(path, "unknown-feature", "the card defines no such feature", { feature: id });
  return feature;
}

/** The feature definitions of a card, checked together with its customer flag. */
export function readFeatures(card: Scorecard): Scorecard["features"] {
  for (const [id, feature] of Object.entries(card.features)) {
    const path = ["features", id];
    readName(id, path);
    if (feature.observedAtField !== undefined) readName(feature.observedAtField, [...path, "observedAtField"]);
    const { maxAgeDays } = feature;
    if (maxAgeDays !== undefined && !(Number.isSafeInteger(maxAgeDays) && maxAgeDays >= 0)) {
      throw cardError([...path, "maxAgeDays"], "not-a-whole-number", "a whole number of days, 0 or more");
    }
    if (feature.kind === "category") {
      if (feature.values.length === 0) throw cardError([...path, "values"], "empty", "a category lists its values");
      readUnique(feature.values, (index) => [...path, "values", index]);
    }
  }
  if (card.customerFlag !== undefined && featureAt(card, card.customerFlag, ["customerFlag"]).kind !== "flag") {
    throw cardError(["customerFlag"], "kind-does-not-fit", "the customer flag is a flag", {
      feature: card.customerFlag,
    });
  }
  return card.features;
}
