import type { LocalDate, Path, ReadingDetails } from "../../core/index.ts";
import type { Axis } from "../classes.ts";
import type { Characteristic } from "./characteristic.ts";
import type { FeatureKind } from "./feature-definition.ts";
import type { TypeRule } from "./scorecard.ts";
import type { ProtectedGround, ProtectingLaw } from "./grounds.ts";
import type { ImmovableReason } from "./moves.ts";

/** What can be wrong with the meaning of a card whose shape is right. */
export const INVALID_CARD_REASONS = [
  /** A name that every object has. */
  "reserved-name",
  "duplicate",
  "empty",
  "too-many",
  "unknown-currency",
  "currency-missing",
  "unknown-feature",
  "unknown-characteristic",
  "unknown-category",
  /** A test on an axis that no characteristic scores. */
  "axis-without-characteristic",
  /** A scale or a test on a feature of another kind, or a customer flag that is not one. */
  "kind-does-not-fit",
  "not-whole-points",
  "not-a-whole-number",
  "malformed-edge",
  "edges-not-ascending",
  "last-band-closed",
  "band-without-edge",
  "not-positive",
  "too-large",
  "category-without-points",
  "neutral-missing",
  /** A state that can occur, and no word of what it scores. */
  "policy-missing",
  /** Points for a state that cannot occur. */
  "policy-without-use",
  "customer-flag-missing",
  /** Points, a test or a block on a feature that only describes the person. */
  "descriptive-feature",
  "empty-range",
  /** Points that no record can reach, or a rule that nobody can meet. */
  "unreachable",
  /** A grade that looks at a protected ground, or at what looks like one without a word that it tells nothing of the kind. */
  "protected-ground",
  /** A grade that looks at what seems to describe how a person looks. */
  "appearance-feature",
  /** A grade that looks at a sensitive attribute of a person. */
  "sensitive-feature",
] as const;

/** What is wrong with the meaning of a card whose shape is right. */
export type InvalidCardReason = (typeof INVALID_CARD_REASONS)[number];

/** What is wrong with a card: its shape, or with `reason` its meaning and the names and figures it is about. */
export interface InvalidCardDetails extends ReadingDetails {
  readonly reason?: InvalidCardReason;
  /** What is there twice. */
  readonly name?: string;
  readonly feature?: string;
  readonly kind?: FeatureKind;
  readonly characteristic?: string;
  readonly axis?: Axis;
  /** Categories without points. */
  readonly values?: readonly string[];
  /** An edge that does not ascend. */
  readonly below?: string;
  readonly fractionDigits?: number;
  /** Most fraction digits, or how deep tests may be nested. */
  readonly limit?: number;
}

/** What is legal in a card but doubtful. */
export const LINT_RULES = [
  /** A rule that an earlier one always pre-empts, so that it never grants its type. */
  "shadowed-rule",
  /** A type that no rule grants. */
  "type-without-rule",
  /** Points that fall, or rise, against the declared direction. */
  "not-monotone",
  /** A missing, unknown, stale or invalid value that scores more than the worst usable one. */
  "unusable-beats-worst",
  /** A sensitive attribute that moves points or decides a rule. */
  "sensitive-feature",
  /** A feature of a protected ground that moves points or decides a rule, and no written ground for it. */
  "protected-ground",
  /** A feature of a protected ground in use, with its written ground. */
  "justified-ground",
  /** A feature of a protected ground whose written ground was approved only after the card came into force. */
  "ground-approved-late",
  /** A feature in use that looks like a protected ground, and is declared to tell of none. */
  "ground-declared-none",
  /** A feature in use whose name or categories look like a protected ground, and that does not say what it is. */
  "undeclared-ground",
  /** A core test that a person can meet in one step who was not in the general tier before. */
  "core-past-general",
  /** A rule for prospects that does not ask for the card's flag of a main bank elsewhere, or takes an unknown one for an answer. */
  "prospect-inferred",
  /** A feature, in use or not, whose name or categories look like the appearance of a person. */
  "appearance-feature",
  /** A feature that looks like the appearance of a person, and is declared to tell of no ground. */
  "appearance-declared-none",
  /** A test of a rule or of the core tier that an unknown value meets. */
  "unknown-passes",
  /** A test, a block or a second characteristic that decides on a value which another characteristic leaves open. */
  "open-but-decided",
  /** A feature declared to be moved whose value nobody may be asked to change. */
  "must-not-move",
  /** One reason code on two characteristics. */
  "duplicate-reason",
  /** A feature that nothing uses. */
  "unused-feature",
] as const;

/** One of the things that are legal but doubtful. */
export type LintRule = (typeof LINT_RULES)[number];

/** How serious a finding of the lint can be. */
export const LINT_SEVERITIES = ["error", "warning", "note"] as const;

/**
 * How serious a finding is: a card with an error must not be used as it is; a warning is probably a mistake; a note is a
 * choice that should have been made knowingly.
 */
export type LintSeverity = (typeof LINT_SEVERITIES)[number];

/** What the findings of the lint carry, by rule. */
export interface LintDetails {
  /** The rule of the card, what it would grant, and the rule before it that takes everybody. */
  "shadowed-rule": { readonly rule: string; readonly type: TypeRule["type"]; readonly by: string };
  "type-without-rule": { readonly type: TypeRule["type"] };
  /** With bands, categories or a flag: the index of the value, its points, and those of the value before it. */
  "not-monotone": {
    readonly declared: NonNullable<Characteristic["monotone"]>;
    readonly at?: number;
    readonly points?: number;
    readonly before?: number;
  };
  /** Points of the unusable value, and of the worst usable one. */
  "unusable-beats-worst": { readonly points: number; readonly worst: number };
  "sensitive-feature": { readonly feature: string };
  "protected-ground": {
    readonly feature: string;
    readonly ground: ProtectedGround;
    readonly laws: readonly ProtectingLaw[];
  };
  "justified-ground": {
    readonly feature: string;
    readonly ground: ProtectedGround;
    readonly approvedBy: string;
    readonly approvedOn: LocalDate;
  };
  "ground-approved-late": {
    readonly feature: string;
    readonly ground: ProtectedGround;
    readonly approvedBy: string;
    readonly approvedOn: LocalDate;
    readonly effectiveFrom: LocalDate;
  };
  /** The ground it looks like. */
  "ground-declared-none": { readonly feature: string; readonly ground: ProtectedGround };
  "undeclared-ground": {
    readonly feature: string;
    readonly ground: ProtectedGround;
    readonly laws: readonly ProtectingLaw[];
  };
  /** The cut of the rule, the largest step of one value there, and what the core test has to ask for. */
  "core-past-general": {
    readonly rule: string;
    readonly cut: number;
    readonly step: number;
    readonly wanted: number;
    /** The axis or characteristic of the cut; neither for the total. */
    readonly axis?: Axis;
    readonly characteristic?: string;
  };
  /** The flag of a main bank elsewhere, where the card declares one. */
  "prospect-inferred": { readonly rule: string; readonly feature?: string };
  /** The rule, `"core"` for the test of the core tier, and the feature whose value need not be known. */
  "unknown-passes": { readonly rule: string; readonly feature: string };
  "appearance-feature": { readonly feature: string };
  "appearance-declared-none": { readonly feature: string };
  /** What decides: a rule, `"core"` for the test of the core tier, a block or a characteristic; one of the three is given. */
  "open-but-decided": {
    readonly feature: string;
    /** Not named `rule`, which is the finding's own. */
    readonly typeRule?: string;
    readonly block?: string;
    readonly characteristic?: string;
  };
  "must-not-move": { readonly feature: string; readonly because: ImmovableReason };
  "duplicate-reason": { readonly reason: string; readonly characteristics: readonly string[] };
  "unused-feature": { readonly feature: string };
}

/** One finding of the lint, told apart by `rule`. */
export type LintFinding = {
  readonly [Rule in LintRule]: {
    readonly rule: Rule;
    readonly severity: LintSeverity;
    readonly path: Path;
    readonly details: LintDetails[Rule];
  };
}[LintRule];
