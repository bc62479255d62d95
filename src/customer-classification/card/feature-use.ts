import type { Path } from "../../core/index.ts";
import { looksLikeAppearance } from "./appearance.ts";
import type { LintFinding } from "./findings.ts";
import { namesOf } from "./features.ts";
import { looksLikeGround, PROTECTING_LAWS_BY_GROUND } from "./grounds.ts";
import type { FeatureDefinition } from "./feature-definition.ts";
import type { Condition } from "./condition.ts";
import type { Scorecard } from "./scorecard.ts";

/** A place of a card that looks at a feature, and the id of what looks. */
interface FeatureUse {
  readonly feature: string;
  readonly path: Path;
  readonly by: readonly string[];
}

/** Features used by tests, with the place of each test. */
function testedFeatures(conditions: readonly Condition[], path: Path): FeatureUse[] {
  return conditions.flatMap((condition, index) => {
    const at = [...path, index];
    if (condition.test === "any") return testedFeatures(condition.of, [...at, "of"]);
    return "feature" in condition ? [{ feature: condition.feature, path: at, by: [] }] : [];
  });
}

function usesOf(card: Scorecard): readonly FeatureUse[] {
  return [
    ...card.characteristics.map(({ feature, id }, index) => ({ feature, path: ["characteristics", index], by: [id] })),
    ...card.rules.flatMap((rule, index) => testedFeatures(rule.when, ["rules", index, "when"])),
    ...testedFeatures(card.core, ["core"]),
    ...(card.customerFlag === undefined ? [] : [{ feature: card.customerFlag, path: ["customerFlag"], by: [] }]),
    ...(card.blocks ?? []).map(({ feature, id }, index) => ({ feature, path: ["blocks", index], by: [id] })),
  ];
}

/** What a feature says of how a person looks, used or not: a card that only describes people has no use for it either. */
function appearanceFinding(use: FeatureUse, definition: FeatureDefinition): LintFinding | null {
  const { feature, path, by } = use;
  if (!looksLikeAppearance([...namesOf(feature, definition), ...by])) return null;
  return definition.protectedGround === "none"
    ? { rule: "appearance-declared-none", severity: "note", path, details: { feature } }
    : { rule: "appearance-feature", severity: "error", path, details: { feature } };
}

/** What there is to say about one use of a feature: appearance before a protected ground, that before a sensitive attribute. */
function findingOf(card: Scorecard, use: FeatureUse, definition: FeatureDefinition): LintFinding | null {
  const { feature, path, by } = use;
  const { protectedGround, sensitive } = definition;
  const appearance = appearanceFinding(use, definition);
  if (appearance !== null) return appearance;
  const isOpen = protectedGround === undefined || protectedGround === "none";
  const seeming = isOpen ? looksLikeGround([...namesOf(feature, definition), ...by]) : null;
  if (seeming !== null && protectedGround === "none") {
    return { rule: "ground-declared-none", severity: "note", path, details: { feature, ground: seeming } };
  }
  if (seeming !== null) {
    const details = { feature, ground: seeming, laws: PROTECTING_LAWS_BY_GROUND[seeming] };
    return { rule: "undeclared-ground", severity: "error", path, details };
  }
  if (protectedGround !== undefined && protectedGround !== "none") {
    const ground = protectedGround;
    const written = card.justifications?.find((justification) => justification.feature === feature);
    if (written === undefined) {
      const details = { feature, ground, laws: PROTECTING_LAWS_BY_GROUND[ground] };
      return { rule: "protected-ground", severity: "error", path, details };
    }
    const { approvedBy, approvedOn } = written;
    const { effectiveFrom } = card;
    // dates in this form are in the order of their texts
    if (approvedOn > effectiveFrom) {
      const details = { feature, ground, approvedBy, approvedOn, effectiveFrom };
      return { rule: "ground-approved-late", severity: "error", path, details };
    }
    return { rule: "justified-ground", severity: "note", path, details: { feature, ground, approvedBy, approvedOn } };
  }
  return sensitive ? { rule: "sensitive-feature", severity: "note", path, details: { feature } } : null;
}

/** Features of protected grounds and sensitive ones in use, those of appearance in use or not, and features that nothing uses. */
export function featureFindings(card: Scorecard): LintFinding[] {
  const uses = usesOf(card);
  const names = new Set(uses.map(({ feature }) => feature));
  const used = uses.flatMap((use) => {
    const definition = card.features[use.feature];
    const finding = definition === undefined ? null : findingOf(card, use, definition);
    return finding === null ? [] : [finding];
  });
  const unused = Object.entries(card.features).flatMap(([feature, definition]): LintFinding[] => {
    if (names.has(feature)) return [];
    const path = ["features", feature];
    const appearance = appearanceFinding({ feature, path, by: [] }, definition);
    if (appearance !== null) return [appearance];
    if (definition.descriptive === true) return [];
    return [{ rule: "unused-feature", severity: "warning", path, details: { feature } }];
  });
  return [...used, ...unused];
}
