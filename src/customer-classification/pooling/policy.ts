import type { LocalDate, Policy } from "../../core/index.ts";
import type { FeatureKind } from "../card/feature-definition.ts";

/** What pools of clients there are. */
export const POOL_KINDS = ["household", "group"] as const;

/** What clients are pooled as: a household (家庭), or a group of companies (集团). */
export type PoolKind = (typeof POOL_KINDS)[number];

/** What can be added up. */
export const POOLED_KINDS = ["money", "integer"] as const satisfies readonly FeatureKind[];

/** What the pooled value is when a member's own is not known. */
export const POOL_LACKING_POLICIES = ["unknown", "known-part"] as const;

/**
 * What the pooled value is when a member's own is not known: not known either, or the sum of those that are. The whole
 * may be less than that sum where amounts can be negative.
 */
export type PoolLackingPolicy = (typeof POOL_LACKING_POLICIES)[number];

/** A feature whose values are added up. */
export interface PooledFeature {
  readonly feature: string;
  readonly kind: (typeof POOLED_KINDS)[number];
  /** Field of the records that holds the date the value was observed; the pooled value is as old as the oldest. */
  readonly observedAtField?: string;
}

/**
 * Which values of the members of a household or a group are added up before each of them is scored or graded (归户): a document
 * with a version and a source. It is remembered by identity: change it by making a new one.
 *
 * Only values are pooled: a member earns nothing for having a family, or for being in a group.
 */
export interface PoolingPolicy extends Policy {
  readonly kind: PoolKind;
  /** Currency of every amount; required when money is pooled. */
  readonly currency?: string;
  /** Field of a record that holds the client's id, as the memberships write it. */
  readonly clientField: string;
  /** At least one, none twice. */
  readonly pooled: readonly PooledFeature[];
  readonly lacking: PoolLackingPolicy;
}

/** The days in which a member's consent holds. */
export interface PoolConsent {
  readonly from: LocalDate;
  /** First day on which it no longer holds, exclusive; absent while it was not withdrawn. */
  readonly to?: LocalDate | null;
}

/** One client in one pool, as a row of the bank's own table. */
export interface PoolMembership {
  /** The bank's id of the household or group. */
  readonly pool: string;
  readonly kind: PoolKind;
  readonly client: string;
  readonly from: LocalDate;
  /** First day on which the client is no longer a member, exclusive; absent while it has no end. */
  readonly to?: LocalDate | null;
  /**
   * The client's consent to being pooled. In a household nobody is pooled without: what one has decides what another
   * gets. A group of companies needs none; where one is given it has to hold.
   */
  readonly consent?: PoolConsent | null;
}
