import { looksLikeGround } from "./grounds.ts";
import { describeValue, type Path } from "../../core/index.ts";
import { refuseKind } from "../../core/inner.ts";
import { MAX_POINTS } from "../ledger/codes.ts";
import { cardError } from "../errors.ts";
import type { FeatureDefinition } from "./feature-definition.ts";
import type { Justification, Scorecard } from "./scorecard.ts";

/** Reads a field name; one that every object has would look like a value nobody supplied. */
export function readName(name: string, path: Path, code: string): string {
  if (typeof (name as unknown) !== "string") return refuseKind(code, path, "not a text", name);
  if (name === "") throw cardError(path, "empty", "empty name");
  if (name in {}) throw cardError(path, "reserved-name", "a name that every object has");
  return name;
}

/** The id of a feature, with its categories. */
export const namesOf = (id: string, definition: FeatureDefinition): readonly string[] => [
  id,
  ...(definition.kind === "category" ? definition.values : []),
];

/** Whether a feature tells of a ground, or looks like it and is not declared to tell of none. */
export function tellsOfGround(id: string, definition: FeatureDefinition): boolean {
  const { protectedGround } = definition;
  return protectedGround === undefined ? looksLikeGround(namesOf(id, definition)) !== null : protectedGround !== "none";
}

/** Whether a feature is a sensitive attribute of the person, or tells of a protected ground. */
export const isSensitive = ({ sensitive, protectedGround = "none" }: FeatureDefinition): boolean =>
  sensitive || protectedGround !== "none";

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

/** A whole number of days. */
export function readDays(days: number, path: Path): number {
  if (Number.isSafeInteger(days) && days >= 0) return days;
  throw cardError(path, "not-a-whole-number", "a whole number of days, 0 or more", {
    received: describeValue(days),
  });
}

/** A whole number of points, as a range of them may name it. */
export function readWholePoints(points: number, path: Path): number {
  if (Number.isSafeInteger(points)) return points;
  throw cardError(path, "not-whole-points", "a whole number of points", { received: describeValue(points) });
}

/** Whole points that one characteristic may give. */
export function readPoints(points: number, path: Path): number {
  if (!Number.isSafeInteger(points) || Math.abs(points) > MAX_POINTS) {
    throw cardError(path, "not-whole-points", `a whole number of points, at most ${String(MAX_POINTS)} either way`, {
      received: describeValue(points),
    });
  }
  return points;
}

/** The feature that a characteristic, a test, a block or the customer flag looks at, with its definition. */
export function featureAt(card: Scorecard, id: string, path: Path): FeatureDefinition {
  const feature = definitionAt(card, id, path);
  if (feature.descriptive !== true) return feature;
  throw cardError(path, "descriptive-feature", "the feature only describes the person", { feature: id });
}

/** The definition of a feature, whatever it is for. */
function definitionAt(card: Scorecard, id: string, path: Path): FeatureDefinition {
  const feature = Object.hasOwn(card.features, id) ? card.features[id] : undefined;
  if (feature === undefined)
    throw cardError(path, "unknown-feature", "the card defines no such feature", { feature: id });
  return feature;
}

/** The written grounds of a card: one for a feature, and each for a feature that the card has. */
export function readJustifications(card: Scorecard): readonly Justification[] {
  const { justifications = [] } = card;
  readUnique(
    justifications.map(({ feature }) => feature),
    (index) => ["justifications", index, "feature"],
  );
  for (const [index, { feature }] of justifications.entries()) {
    definitionAt(card, feature, ["justifications", index, "feature"]);
  }
  return justifications;
}

/** A feature that the card declares to say something of every person: it is a flag. */
function requireFlag(card: Scorecard, name: "customerFlag" | "elsewhereFlag"): void {
  const feature = card[name];
  if (feature === undefined || featureAt(card, feature, [name]).kind === "flag") return;
  throw cardError([name], "kind-does-not-fit", "the feature is not a flag", { feature });
}

/** Refuses dates of observation in a field that holds a value: no value is a date. */
export function requireDateField(field: string | undefined, values: readonly string[], path: Path): void {
  if (field === undefined || !values.includes(field)) return;
  throw cardError([...path, "observedAtField"], "duplicate", "the field of a value, which is not a date", {
    name: field,
  });
}

/** The feature definitions of a card, checked together with the flags it declares. */
export function readFeatures(card: Scorecard): Scorecard["features"] {
  for (const [id, feature] of Object.entries(card.features)) {
    requireDateField(feature.observedAtField, Object.keys(card.features), ["features", id]);
    if (feature.kind === "category") {
      const path = ["features", id, "values"];
      if (feature.values.length === 0) throw cardError(path, "empty", "a category lists its values");
      readUnique(feature.values, (index) => [...path, index]);
      if (feature.moves === "up" || feature.moves === "down") {
        const details = { feature: id, kind: feature.kind };
        throw cardError(["features", id, "moves"], "kind-does-not-fit", "categories have no order", details);
      }
    }
  }
  requireFlag(card, "customerFlag");
  requireFlag(card, "elsewhereFlag");
  const { elsewhereFlag } = card;
  if (elsewhereFlag !== undefined && elsewhereFlag === card.customerFlag) {
    throw cardError(["elsewhereFlag"], "duplicate", "the flag says who is a customer", { name: elsewhereFlag });
  }
  return card.features;
}
