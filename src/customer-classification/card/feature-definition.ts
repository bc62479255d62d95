import type { GROUND_DECLARATIONS } from "./grounds.ts";
import type { FeatureMove } from "./moves.ts";

/** How the values of features can be written. */
export const FEATURE_KINDS = ["money", "number", "integer", "category", "flag"] as const;

/** How a feature's values are written. */
export type FeatureKind = (typeof FEATURE_KINDS)[number];

/** Where features of persons come from: basic data, purchases, accounts, or stated needs. */
export const PERSONAL_FEATURE_GROUPS = ["basic", "purchase", "account", "need"] as const;

/**
 * The four kinds of data that a bank has to collect on companies (四类数据): firmographic (公司概况: industry, size, place),
 * behavioural (行为: contacts, visits, what is bought and how, finances), attitudinal (态度: satisfaction, preferences, views
 * of the market), derived (衍生: what is computed from the other three, such as a rating or a forecast).
 *
 * @see 客户经理制如何经营客户资源, ❷: 银行必须搜集的数据类型
 */
export const CORPORATE_FEATURE_GROUPS = ["firmographic", "behavioural", "attitudinal", "derived"] as const;

/** Where features come from: those of persons, then those of companies. */
export const FEATURE_GROUPS = [...PERSONAL_FEATURE_GROUPS, ...CORPORATE_FEATURE_GROUPS] as const;

/** Where a feature comes from; a card of persons and a policy of companies use words of their own, and may use both. */
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

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
  /** Field of the record that holds the date the value was observed; it wins over `observedAt` of the call. Not the field of a value. */
  readonly observedAtField?: string;
  /**
   * Whether the feature only describes the person, for needs and the client file: no characteristic, rule or block may
   * look at it, and its values are not read. Default false.
   */
  readonly descriptive?: boolean;
  /**
   * The protected ground that the values tell; `"none"` for a feature whose name or categories only look like one, or like
   * the appearance of a person. The lint refuses a card that uses such a feature without a {@link Justification}, and notes
   * a `"none"` that looks wrong. Nothing justifies points for appearance.
   */
  readonly protectedGround?: (typeof GROUND_DECLARATIONS)[number];
  /**
   * Which way the client and the bank can move the value together, for `gapToType`: more deposits (`"up"`), a category of
   * another kind (`"either"`, the only word for categories). Without it the value is never proposed to be changed, and
   * neither is what a person is (sensitive, of a protected ground, family, occupation), more debt, or a flag of the card
   * itself, whatever it declares: the lint reports such a declaration.
   */
  readonly moves?: FeatureMove;
}

/** A feature in the card's currency, a `Money`. */
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
