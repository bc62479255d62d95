import type { DecimalString, Path } from "../../core/index.ts";
import type { LACKING_POLICIES } from "../card/characteristic.ts";
import type { ConditionTest, UnusablePolicy } from "../card/condition.ts";
import type { Axis } from "../classes.ts";
import type { InputState } from "../record.ts";

/** The parts of a card that have a name of their own. */
export const CARD_PARTS = ["feature", "characteristic", "rule", "level", "block", "justification"] as const;

/** A part of a card that has a name of its own; a written ground has that of its feature. */
export type CardPart = (typeof CARD_PARTS)[number];

/** The members of cards and their parts that a change can be in. */
export const CARD_MEMBERS = [
  "id",
  "version",
  "status",
  "effectiveFrom",
  "effectiveTo",
  "sources",
  "currency",
  "features",
  "customerFlag",
  "elsewhereFlag",
  "characteristics",
  "rules",
  "core",
  "levels",
  "blocks",
  "justifications",
  "kind",
  "group",
  "sensitive",
  "window",
  "maxAgeDays",
  "observedAtField",
  "descriptive",
  "protectedGround",
  "moves",
  "values",
  "feature",
  "axis",
  "scale",
  "appliesTo",
  "monotone",
  "reason",
  "neutral",
  "inputs",
  "bands",
  "groups",
  "per",
  "points",
  "min",
  "max",
  "whenTrue",
  "whenFalse",
  "label",
  "below",
  "type",
  "when",
  "test",
  "characteristic",
  "is",
  "oneOf",
  "of",
  "atLeast",
  "unusable",
  "effect",
  "text",
  "approvedBy",
  "approvedOn",
] as const;

/** A member of a card or of one of its parts. */
export type CardMember = (typeof CARD_MEMBERS)[number];

/** What the lines of a comparison of cards can be about. */
export const CARD_CHANGES = [
  /** A part that only the later card has. */
  "card-part-added",
  /** A part that only the earlier card has. */
  "card-part-removed",
  /** A member of the card or of a part; without `from` it is new, without `to` it is gone. */
  "card-member-changed",
  /** An entry of a list: a source, or a category of a feature. */
  "card-entry-added",
  "card-entry-removed",
  /** The same entries in another order. */
  "card-order-changed",
  "card-band-added",
  "card-band-removed",
  "card-band-edge-moved",
  "card-band-points-changed",
  /** Points of a category; without `from` it is new, without `to` it is gone. */
  "card-category-points-changed",
  /** What a value that is missing, stale, unknown or invalid scores. */
  "card-input-policy-changed",
  /** A test of a rule or of the core tier. */
  "card-test-added",
  "card-test-removed",
  "card-test-changed",
] as const;

/** What a line of a comparison is about. */
export type CardChangeKind = (typeof CARD_CHANGES)[number];

/** The part a change is in; without it, the card itself. */
interface InPart {
  readonly part?: CardPart;
  readonly id?: string;
}

/** From what to what; one of them is absent for what is new or gone. As the card writes it. */
interface FromTo {
  readonly from?: string;
  readonly to?: string;
}

/** A test in its facts. */
export interface TestFacts {
  /** The rule, or `"core"`. */
  readonly rule: string;
  readonly test: ConditionTest;
  readonly axis?: Axis;
  readonly characteristic?: string;
  readonly feature?: string;
  readonly is?: boolean;
  readonly oneOf?: readonly string[];
  readonly atLeast?: number | DecimalString;
  readonly below?: number | DecimalString;
  readonly unusable?: UnusablePolicy;
  /** How many alternatives there are. */
  readonly alternatives?: number;
}

/** What each line carries. */
export interface CardChangeDetails {
  readonly "card-part-added": { readonly part: CardPart; readonly id: string };
  readonly "card-part-removed": { readonly part: CardPart; readonly id: string };
  readonly "card-member-changed": InPart & { readonly member: CardMember } & FromTo;
  readonly "card-entry-added": InPart & { readonly member: CardMember; readonly entry: string };
  readonly "card-entry-removed": InPart & { readonly member: CardMember; readonly entry: string };
  readonly "card-order-changed": InPart & { readonly member: CardMember };
  /** `below` is the upper edge, exclusive; the last band has none. */
  readonly "card-band-added": {
    readonly characteristic: string;
    readonly below?: DecimalString;
    readonly points: number;
  };
  readonly "card-band-removed": {
    readonly characteristic: string;
    readonly below?: DecimalString;
    readonly points: number;
  };
  /** Upper edges; `band` counts from 1, in the later card. */
  readonly "card-band-edge-moved": {
    readonly characteristic: string;
    readonly band: number;
    readonly from: DecimalString;
    readonly to: DecimalString;
  };
  readonly "card-band-points-changed": {
    readonly characteristic: string;
    readonly band: number;
    readonly from: number;
    readonly to: number;
  };
  readonly "card-category-points-changed": {
    readonly characteristic: string;
    readonly category: string;
    readonly from?: number;
    readonly to?: number;
  };
  /** A word or points before, and a word or points now; neither where the state could not occur. */
  readonly "card-input-policy-changed": {
    readonly characteristic: string;
    readonly state: Exclude<InputState, "valid">;
    readonly fromPolicy?: (typeof LACKING_POLICIES)[number];
    readonly fromPoints?: number;
    readonly toPolicy?: (typeof LACKING_POLICIES)[number];
    readonly toPoints?: number;
  };
  readonly "card-test-added": TestFacts;
  readonly "card-test-removed": TestFacts;
  /** The test as it is now, and the member in which it was another. */
  readonly "card-test-changed": TestFacts & { readonly member: CardMember } & FromTo;
}

/**
 * One difference of two cards, told apart by `line`; `tell` puts it into words. `path` is the place in the later card, or in
 * the earlier one of what the later has no more.
 */
export type CardChange = {
  readonly [Line in CardChangeKind]: {
    readonly line: Line;
    readonly path: Path;
    readonly details: CardChangeDetails[Line];
  };
}[CardChangeKind];
