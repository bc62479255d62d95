import type { LocalDate, Policy } from "../../core/index.ts";
import type { Characteristic } from "./characteristic.ts";
import type { UnusablePolicy, Condition } from "./condition.ts";
import type { FeatureDefinition } from "./feature-definition.ts";
import type { ClientType } from "../classes.ts";

/**
 * A rule that grants a type when all its tests hold.
 *
 * The rules are tried in order, and the first that matches decides. `ordinary` needs no rule: it is what remains of the
 * customers (不符合优质客户标准、且尚未发现其经济能力发展潜质). The two existing types never match a person who is not a customer.
 */
export interface TypeRule {
  readonly id: string;
  readonly type: Exclude<ClientType, "ordinary">;
  /** All must hold; at least one. */
  readonly when: readonly Condition[];
}

/** A step of a ladder over the total, such as a star rating. */
export interface Level {
  readonly id: string;
  /** Fewest points, inclusive. */
  readonly atLeast: number;
}

/** What a block can mean. */
export const BLOCK_EFFECTS = /* @__PURE__ */ Object.freeze(["no-class", "ordinary-at-most"] as const);

/**
 * What a block means for the person: no class at all (deceased; staff, who have rules of their own), or service as an
 * ordinary customer at most until it ends (overdue).
 */
export type BlockEffect = (typeof BLOCK_EFFECTS)[number];

/** A fact that takes a person out of the classes before any points, when its flag is true. */
export interface ClassificationBlock {
  readonly id: string;
  /** A flag. */
  readonly feature: string;
  readonly effect: BlockEffect;
  /**
   * What a missing flag means: `"fails"` for flags from lists of exceptions, where absent means not on the list; `"reject"`
   * makes the answer `insufficient-data`. A stale flag is never taken for an absent one: under `"fails"` too the answer is
   * then `insufficient-data`.
   */
  readonly unusable: UnusablePolicy;
}

/** Why the bank may use a feature of a protected ground all the same: part of the card, and so of its hash. */
export interface Justification {
  readonly feature: string;
  /** The ground in law and in fact, in the bank's words, with its document. */
  readonly text: string;
  /** Who approved it, by name or office. */
  readonly approvedBy: string;
  /** On or before the day the card comes into force. */
  readonly approvedOn: LocalDate;
}

/**
 * A scorecard as plain JSON (客户综合评价): features, characteristics with points, the rules of the four types, the test
 * of the core tier.
 *
 * Check unknown JSON with `ScorecardSchema`, meaning with {@link prepareScorecard}. The card is remembered by identity:
 * change it by making a new one.
 */
export interface Scorecard extends Policy {
  /** Currency of every money feature and edge; required when the card has one. */
  readonly currency?: string;
  /** Feature definitions by id; the id is the field of the record. */
  readonly features: Readonly<Record<string, FeatureDefinition>>;
  /**
   * Flag feature that says whether the person is a customer; without it, everybody is. A missing or stale flag is
   * `insufficient-data`, whatever the rules say.
   */
  readonly customerFlag?: string;
  /**
   * Flag feature that says whether the person's main bank is another one (其主要业务在其他银行办理). Only a rule that asks for it,
   * and waits where it is not known, makes prospects of more than a guess: the lint reports any other.
   */
  readonly elsewhereFlag?: string;
  /** At most 250. */
  readonly characteristics: readonly Characteristic[];
  readonly rules: readonly TypeRule[];
  /** Tests of the core tier inside `existing-high-quality`; all must hold, otherwise the tier is general. */
  readonly core: readonly Condition[];
  /** Ladder over the total, ascending; at most 250. */
  readonly levels?: readonly Level[];
  /** What takes a person out of the classes before any points; the first that holds decides. At most 200. */
  readonly blocks?: readonly ClassificationBlock[];
  /** Written grounds for the features of protected grounds that the card uses, one per feature. */
  readonly justifications?: readonly Justification[];
}

/** Which card a result was computed with: `hash` is the content hash of the whole card. */
export interface CardStamp {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** A checked card, ready for scoring; opaque, made by {@link prepareScorecard}, not serialisable. */
export interface PreparedScorecard {
  readonly stamp: CardStamp;
}
