import type { Batch, DecimalString, Issue, LocalDate } from "../core/index.ts";
import type { Axis, ClientType, Tier } from "./classes.ts";
import type { InputState, InvalidReason } from "./record.ts";
import type { Condition } from "./card/condition.ts";
import type { BlockEffect, CardStamp } from "./card/scorecard.ts";

/** A result whose members are still being filled in. */
export type Open<T> = { -readonly [K in keyof T]: T[K] };

/** The state of one scored line: that of its input, or `not-applicable` for a person who is not a customer yet. */
export type PartState = InputState | "not-applicable";

/** One scored line of a result; the parts add up to the score. */
export interface ScorePart {
  readonly characteristic: string;
  readonly feature: string;
  readonly axis: Axis;
  readonly state: PartState;
  /** Why the value is invalid; only with state `invalid`. */
  readonly invalidReason?: InvalidReason;
  /** Index of the band or category group that matched, from 0; only with state `valid` on bands and categories. */
  readonly band?: number;
  /** Label id of that band or group, when the card gives one. */
  readonly label?: string;
  /** Lower edge of the band, inclusive; absent for the first band. */
  readonly from?: DecimalString;
  /** Upper edge of the band, exclusive; absent for the last band. */
  readonly below?: DecimalString;
  readonly points: number;
  /** Most points the value may be worth, where it is not known and the card leaves it open; `points` are then the fewest. */
  readonly pointsAtMost?: number;
  /** Most points the characteristic can give. */
  readonly maxPoints: number;
  /** Reason code of the characteristic, when the card gives one. */
  readonly reason?: string;
}

/** An input that the card requires and the record lacks. */
export interface MissingInput {
  readonly feature: string;
  readonly state: Exclude<InputState, "valid" | "invalid">;
  /** The characteristic, the rule or the block that needs it; none of them for the customer flag. */
  readonly characteristic?: string;
  readonly rule?: string;
  readonly block?: string;
}

/** Outcomes of a test, from the one that settles a rule to the one that does not; the order of their codes. */
export const TEST_OUTCOMES = ["fails", "undecided", "holds"] as const;

/** Outcome of a test. */
export type TestOutcome = (typeof TEST_OUTCOMES)[number];

/** One test of a rule with its outcome. */
export interface TestTrace {
  readonly condition: Condition;
  readonly outcome: TestOutcome;
  /** Points the test looked at; for tests on points. */
  readonly points?: number;
  /** The most they can be, where some values are not known and left open; `points` are then the fewest. */
  readonly pointsAtMost?: number;
  /** State of the value the test looked at; for tests on a feature. */
  readonly state?: InputState;
  /** The alternatives of an `any` test. */
  readonly of?: readonly TestTrace[];
}

/** What a rule grants. */
export type GrantedType = ClientType | "core";

/** Outcomes of a rule, in the order of the outcomes of tests they follow from. */
export const RULE_OUTCOMES = ["failed", "undecided", "matched"] as const;

/** A rule with the outcome of each of its tests; rules after the first match are not tried. */
export interface RuleTrace {
  /** Id of the rule; `"ordinary"` and `"core"` for the two the card does not name. */
  readonly rule: string;
  readonly grants: GrantedType;
  readonly outcome: (typeof RULE_OUTCOMES)[number];
  readonly tests: readonly TestTrace[];
}

/** What every result carries: the card and the date it was computed with. */
export interface ClassificationStamp {
  readonly card: CardStamp;
  readonly asOf: LocalDate;
}

/** A complete score. */
export interface Scored extends ClassificationStamp {
  readonly status: "scored";
  /** Sum of all points. */
  readonly score: number;
  /** Sum of points by axis. */
  readonly axes: Readonly<Record<Axis, number>>;
  /** Highest level reached, when the card has levels and the first is reached. */
  readonly level?: string;
  /** In the card's order. */
  readonly parts: readonly ScorePart[];
}

/** A record that lacks something the card requires. */
export interface InsufficientData extends ClassificationStamp {
  readonly status: "insufficient-data";
  /** What is lacking: the customer flag, then characteristics in the card's order; or the features of an undecided rule. */
  readonly missing: readonly MissingInput[];
}

/** A feature that the card reads of a person for points, rules or the customer flag, and the state of its value. */
export interface ReadInput {
  readonly feature: string;
  readonly state: InputState;
}

/** A person for whom points or a rule lack something. */
export interface Unclassified extends InsufficientData {
  /** Every feature the card reads of the person: the customer flag, then as characteristics and rules name them. */
  readonly reads: readonly ReadInput[];
}

/** Somebody for whom no block holds. */
export interface Unblocked extends ClassificationStamp {
  /**
   * Ids of the blocks whose flag is not known and that the card takes for not holding, in its order; absent when there are
   * none. A list that was never joined shows here, and so does everybody who is on no list.
   */
  readonly unchecked?: readonly string[];
  /**
   * Features that are sensitive or tell of a protected ground, and that were used for the answer: for points, by a rule
   * that was tried, or as the customer flag. In the order of the card; absent when there are none.
   */
  readonly sensitive?: readonly string[];
}

/** A customer, or a prospect worth winning, with type and reasons. */
export interface Classified extends Unblocked {
  readonly status: "classified";
  readonly type: ClientType;
  /** Only inside `existing-high-quality`. */
  readonly tier?: Tier;
  /** Sum of all points; the fewest where `scoreAtMost` is given. */
  readonly score: number;
  /** The most the score can be, where some values are not known and left open: type, tier and level are the same for all that they may be worth. */
  readonly scoreAtMost?: number;
  /** Sum of points by axis; the fewest where values are left open. */
  readonly axes: Readonly<Record<Axis, number>>;
  readonly level?: string;
  readonly parts: readonly ScorePart[];
  /** The rules in the order tried, down to the one that matched, then the test of the core tier. */
  readonly rules: readonly RuleTrace[];
  /**
   * Every feature the card reads of the person, whichever rules were tried: the customer flag, then as characteristics and rules name
   * them.
   */
  readonly reads: readonly ReadInput[];
}

/** A person whom a block of the card takes out of the classes before any points. */
export interface Blocked extends ClassificationStamp {
  readonly status: "blocked";
  /** Id of the first block of the card that holds. */
  readonly block: string;
  readonly effect: BlockEffect;
  /** The feature of the block, when it is sensitive or tells of a protected ground. */
  readonly sensitive?: readonly string[];
  /** Values of the record that the card refuses; absent when there are none. In a batch they are among its issues too. */
  readonly issues?: readonly Issue[];
}

/** A person who is not a customer and whom no rule makes a prospect. */
export interface NotACustomer extends Unblocked {
  readonly status: "not-a-customer";
  /** In the card's order. */
  readonly parts: readonly ScorePart[];
  readonly rules: readonly RuleTrace[];
  /** Every feature the card reads of the person: the customer flag, then as characteristics and rules name them. */
  readonly reads: readonly ReadInput[];
}

/** Answer of `scoreRecord`. */
export type ScoreResult = Scored | InsufficientData;

/** Answer of `classify`. */
export type Classification = Classified | Unclassified | NotACustomer | Blocked;

/** One row of a batch: the answer without its reasons, which `explainClassification(batch, row)` builds on demand. */
export type ClassificationSummary =
  | {
      readonly status: "classified";
      readonly type: ClientType;
      readonly tier?: Tier;
      readonly score: number;
      /** The most the score can be, where some values are left open. */
      readonly scoreAtMost?: number;
      readonly level?: string;
    }
  | { readonly status: "insufficient-data"; readonly missing: readonly MissingInput[] }
  | { readonly status: "not-a-customer" }
  | { readonly status: "blocked"; readonly block: string; readonly effect: BlockEffect };

/** What a block did in a batch, and how often its flag was known. */
export interface BlockTally {
  readonly block: string;
  readonly feature: string;
  /** How many rows it took out of the classes: those for which it was the first to hold. */
  readonly rows: number;
  /** How often the flag was in each state, over all rows that could be read. */
  readonly counts: Readonly<Record<Exclude<InputState, "unknown-category">, number>>;
}

/** How often the input of a characteristic was in each state; rows with an issue, and blocked ones, are not counted. */
export interface InputTally {
  readonly characteristic: string;
  readonly feature: string;
  readonly counts: Readonly<Record<PartState, number>>;
}

/**
 * Answer of `classifyMany`: one summary per row, `null` for a row with an issue, unless a block holds for it.
 *
 * The batch remembers by identity which bands each row fell into, so that `explainClassification(batch, row)` needs no
 * records; a copy, or one read back from JSON, does not.
 */
export interface ClassificationBatch extends Batch<ClassificationSummary>, ClassificationStamp {
  /** State of the inputs over the whole batch, by characteristic in the card's order. */
  readonly inputs: readonly InputTally[];
  /** Rows and states of the flag by block in the card's order, those without a row too. */
  readonly blocks: readonly BlockTally[];
  /**
   * Blocks whose flag no row has, so that nobody could be found on their list, and features of characteristics of which
   * no row has a usable value; empty when there are none.
   */
  readonly findings: readonly Issue[];
}
