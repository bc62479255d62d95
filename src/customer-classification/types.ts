import type { DecimalString, LocalDate, Policy } from "../core/index.ts";
import type { Money, MoneyColumn } from "../money/index.ts";
import type { GROUND_DECLARATIONS } from "./card/grounds.ts";

/** The four types of personal customers, in the order of the source. */
export const CLIENT_TYPES = /* @__PURE__ */ Object.freeze([
  "existing-high-quality",
  "existing-potential",
  "prospective-high-quality",
  "ordinary",
] as const);

/**
 * The four types of personal customers (四类客户): existing high-quality (现有优质), existing with potential (现有潜质),
 * high-quality but banking elsewhere (待争取优质), ordinary (个人普通).
 */
export type ClientType = (typeof CLIENT_TYPES)[number];

/** The two tiers of existing high-quality customers. */
export const TIERS = /* @__PURE__ */ Object.freeze(["core", "general"] as const);

/** The two tiers of existing high-quality customers: core (核心优质) and general (普通优质). */
export type Tier = (typeof TIERS)[number];

/** What a card measures. */
export const AXES = /* @__PURE__ */ Object.freeze(["strength", "closeness", "contribution", "potential"] as const);

/**
 * What a card measures, each separately: strength (实力), closeness of the relationship (关系密切), contribution (贡献),
 * potential (潜质).
 */
export type Axis = (typeof AXES)[number];

/** How the values of features can be written. */
export const FEATURE_KINDS = ["money", "number", "integer", "category", "flag"] as const;

/** How a feature's values are written. */
export type FeatureKind = (typeof FEATURE_KINDS)[number];

/** Where features come from. */
export const FEATURE_GROUPS = ["basic", "purchase", "account", "need"] as const;

/** Where a feature comes from: basic data of the person, purchases, accounts, or stated needs. */
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

/**
 * One value of a record: a number, a category, a flag, money, or nothing (`null` and absent are the same).
 *
 * Nothing is coerced: `""`, `NaN` and `"100"` for a number are invalid, not missing and not 0.
 */
export type FeatureValue = number | string | boolean | Money | null | undefined;

/**
 * One customer's values by feature id, with any fields of its own that the card does not name, but none whose name is
 * nearly one that it does.
 */
export type CustomerRecord = Readonly<Record<string, FeatureValue>>;

/**
 * What a record's own type must satisfy: each member a {@link FeatureValue}. Interfaces and type aliases without an index
 * signature fit as they are.
 */
export type FeatureRow<R> = { readonly [Field in keyof R]: FeatureValue };

/**
 * One feature of many records, one value per row. A `Float64Array` or `Int32Array` is for numbers without gaps, a
 * {@link MoneyColumn} for amounts without gaps: in both, `NaN` is invalid, not missing.
 */
export type FeatureColumn = readonly FeatureValue[] | Float64Array | Int32Array | MoneyColumn;

/** Many records as columns of one length, by feature id; a feature without a column is missing in every row. */
export type FeatureColumns = Readonly<Record<string, FeatureColumn>>;

/** What every feature says about itself. */
export interface FeatureBase {
  readonly group: FeatureGroup;
  /** Whether the feature is a sensitive attribute of the person (family, occupation, age, health, …); the lint reports its use. */
  readonly sensitive: boolean;
  /**
   * Period over which the value is measured, in the bank's words (`"half-year daily average"`); shown, not computed
   * with.
   */
  readonly window?: string;
  /** Age in days up to which a value counts, inclusive; older values, and values without a date, are `stale`. */
  readonly maxAgeDays?: number;
  /** Field of the record that holds the date the value was observed; it wins over `observedAt` of the call. */
  readonly observedAtField?: string;
  /**
   * Whether the feature only describes the person, for needs and the client file: no characteristic, rule or block may
   * look at it, and its values are not read. Default false.
   */
  readonly descriptive?: boolean;
  /**
   * The protected ground that the values tell; `"none"` for a feature whose name or categories only look like one. The
   * lint refuses a card that uses such a feature without a {@link Justification}, and notes a `"none"` that looks wrong.
   */
  readonly protectedGround?: (typeof GROUND_DECLARATIONS)[number];
}

/** A feature in the card's currency, a {@link Money}. */
export interface MoneyFeature extends FeatureBase {
  readonly kind: "money";
}

/** A feature that is a finite number, or a safe whole number. */
export interface NumberFeature extends FeatureBase {
  readonly kind: Extract<FeatureKind, "number" | "integer">;
}

/** A feature with a closed list of codes; any other string is an `unknown-category`. */
export interface CategoryFeature extends FeatureBase {
  readonly kind: "category";
  readonly values: readonly string[];
}

/** A feature that is true or false; 0 and 1 are invalid. */
export interface FlagFeature extends FeatureBase {
  readonly kind: "flag";
}

/** Definition of a feature. */
export type FeatureDefinition = MoneyFeature | NumberFeature | CategoryFeature | FlagFeature;

/** The states of an input. */
export const INPUT_STATES = /* @__PURE__ */ Object.freeze([
  "valid",
  "missing",
  "unknown-category",
  "stale",
  "invalid",
] as const);

/**
 * The state of one input: usable, absent, a category the feature does not list, older than the feature allows, or of
 * the wrong kind. The last four are different facts, and a card treats each on its own.
 */
export type InputState = (typeof INPUT_STATES)[number];

/** Reasons of invalid values, in the order of their codes. */
export const INVALID_REASONS = /* @__PURE__ */ Object.freeze([
  "wrong-kind",
  "not-finite",
  "not-an-integer",
  "empty",
  "malformed-amount",
  "wrong-currency",
  "amount-too-large",
  "invalid-observation-date",
  "observed-after-as-of",
] as const);

/** Why a value is `invalid`. */
export type InvalidReason = (typeof INVALID_REASONS)[number];

/** What an unusable input may score besides points of its own. */
export const INPUT_POLICIES = ["neutral", "reject"] as const;

/**
 * What an unusable input scores: points of its own, the characteristic's `neutral` points, or nothing at all.
 *
 * `"reject"` makes the result `insufficient-data`; for an invalid value it is an error (in a batch, an issue), because
 * a wrong kind is a fault of the feed and not a fact about the customer.
 */
export type InputPolicy = (typeof INPUT_POLICIES)[number] | { readonly points: number };

/** What a value that is not known may score besides points of its own. */
export const LACKING_POLICIES = [...INPUT_POLICIES, "open"] as const;

/**
 * What a value that is not known (missing, stale, of an unknown category) scores: what an {@link InputPolicy} says, or it
 * is left open.
 *
 * `"open"` claims nothing of the value: it may be worth any points that a usable one can earn. A type, a tier and a level
 * are given where they are the same whatever the value is, and otherwise the answer is `insufficient-data`. So is it where
 * no characteristic of the same axis has a usable value: an axis of which nothing is known is not known. A score is never
 * the same whatever the value is, so that for `scoreRecord` it is as `"reject"`.
 */
export type LackingPolicy = InputPolicy | (typeof LACKING_POLICIES)[number];

/** What the unusable inputs of a characteristic score; none of them has a default. */
export interface InputPolicies {
  readonly missing: LackingPolicy;
  readonly invalid: InputPolicy;
  /** Required when the feature has `maxAgeDays`, refused otherwise. */
  readonly stale?: LackingPolicy;
  /** Required for a category, refused otherwise. */
  readonly unknown?: LackingPolicy;
}

/** Whom a characteristic can count for. */
export const CHARACTERISTIC_SCOPES = ["everyone", "customers"] as const;

/** Directions a characteristic can declare. */
export const MONOTONE_DIRECTIONS = ["up", "down"] as const;

/** What every characteristic has. */
export interface CharacteristicBase {
  readonly id: string;
  readonly feature: string;
  readonly axis: Axis;
  readonly inputs: InputPolicies;
  /** Points of the `"neutral"` policy; required when a policy is neutral. */
  readonly neutral?: number;
  /** `"customers"`: counts 0 and needs no value when the person is not a customer yet. */
  readonly appliesTo: (typeof CHARACTERISTIC_SCOPES)[number];
  /** Declared direction: points never fall (`"up"`) or never rise (`"down"`) with the value; checked by the lint. */
  readonly monotone?: (typeof MONOTONE_DIRECTIONS)[number];
  /** Reason code that a letter or a report prints for this characteristic. */
  readonly reason?: string;
}

/**
 * One band of a scale: from the edge of the band before it, inclusive, up to `below`, exclusive.
 *
 * The first band starts at minus infinity; the last has no `below`. So gaps and overlaps cannot be written.
 */
export interface Band {
  /** Upper edge, exclusive; money in whole units of the card's currency (`"50000"`, `"0.01"`). */
  readonly below?: DecimalString;
  /** Whole number of points. */
  readonly points: number;
  /** Id of the band's label. */
  readonly label?: string;
}

/** Points by bands of an amount or a number. */
export interface BandedCharacteristic extends CharacteristicBase {
  readonly scale: "bands";
  /** Ascending by upper edge, 1 to 200. */
  readonly bands: readonly Band[];
}

/**
 * Points in proportion to an amount or a whole number: `points` for each `per`, rounded down to whole points, then
 * limited to `min` … `max`.
 */
export interface LinearCharacteristic extends CharacteristicBase {
  readonly scale: "linear";
  /** Positive amount or whole number that earns `points`. */
  readonly per: DecimalString;
  readonly points: number;
  /** Fewest points; default 0: a negative balance costs nothing. */
  readonly min?: number;
  /** Most points; default 1,000,000,000. */
  readonly max?: number;
}

/** Categories that earn the same points. */
export interface CategoryGroup {
  readonly values: readonly string[];
  readonly points: number;
  /** Id of the group's label. */
  readonly label?: string;
}

/** Points by category; the groups hold every value of the feature exactly once. */
export interface CategoryCharacteristic extends CharacteristicBase {
  readonly scale: "categories";
  readonly groups: readonly CategoryGroup[];
}

/** Points by flag. */
export interface FlagCharacteristic extends CharacteristicBase {
  readonly scale: "flag";
  readonly whenTrue: number;
  readonly whenFalse: number;
}

/** One scored line of a card. */
export type Characteristic = BandedCharacteristic | LinearCharacteristic | CategoryCharacteristic | FlagCharacteristic;

/** A range of points: `atLeast` inclusive, `below` exclusive; one of them is given. */
export interface PointRange {
  readonly atLeast?: number;
  readonly below?: number;
}

/** What a test on a feature can answer when the value is not usable. */
export const UNUSABLE_POLICIES = ["holds", "fails", "reject"] as const;

/** What a test on a feature answers when the value is missing, stale or of an unknown category. */
export type UnusablePolicy = (typeof UNUSABLE_POLICIES)[number];

/**
 * One test of a rule.
 *
 * Tests look at points (of an axis, of the total, of one characteristic) or straight at a feature. A test on a feature
 * whose value is unusable under `"reject"` is undecided; it matters only when the tests beside it hold. An invalid value
 * is refused before any rule is looked at.
 */
export type Condition =
  | { readonly test: "customer"; readonly is: boolean }
  | ({ readonly test: "axis"; readonly axis: Axis } & PointRange)
  | ({ readonly test: "total" } & PointRange)
  | ({ readonly test: "characteristic"; readonly characteristic: string } & PointRange)
  | { readonly test: "flag"; readonly feature: string; readonly is: boolean; readonly unusable: UnusablePolicy }
  | {
      readonly test: "category";
      readonly feature: string;
      readonly oneOf: readonly string[];
      readonly unusable: UnusablePolicy;
    }
  | {
      readonly test: "amount";
      readonly feature: string;
      /** Lower end, inclusive; money in whole units. */
      readonly atLeast?: DecimalString;
      /** Upper end, exclusive; money in whole units. */
      readonly below?: DecimalString;
      readonly unusable: UnusablePolicy;
    }
  | { readonly test: "any"; readonly of: readonly Condition[] };

/** The tests there are. */
export type ConditionTest = Condition["test"];

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
   * What a missing or stale flag means: `"fails"` for flags from lists of exceptions, where absent means not on the
   * list; `"reject"` makes the answer `insufficient-data`.
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
  /** Ladder over the total, ascending. */
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

/** When a classification is made, and when the values were observed. */
export interface ClassificationContext {
  /** Date the classification is made for; echoed in the result. */
  readonly asOf: LocalDate;
  /** Date of observation by feature id, for all records of the call (the cut-off of an extract); not after `asOf`. */
  readonly observedAt?: Readonly<Record<string, LocalDate>>;
}
