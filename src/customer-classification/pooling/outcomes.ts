import type { Batch, LocalDate, RowIssue } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import type { CardStamp } from "../card/scorecard.ts";
import type { CustomerRecord } from "../record.ts";
import type { PoolKind } from "./policy.ts";

/** Why a member of a pool adds nothing that is known. */
export const POOL_LACKS = ["no-value", "invalid-value", "no-record", "record-at-fault", "two-pools"] as const;

/**
 * Why a member of a pool adds nothing that is known: the record has no value, or one that cannot be read; there is no
 * record; there is one that is refused, or there are two; the client is in two pools of the kind, so that nobody knows where
 * the value belongs.
 */
export type PoolLack = (typeof POOL_LACKS)[number];

/** What one member adds to a pooled value. */
export interface PoolShare {
  readonly line: "pool-share";
  readonly client: string;
  readonly feature: string;
  /** Money, or a whole number as `count`; neither where it is not known. */
  readonly amount?: Money;
  readonly count?: number;
  /** Why it is not known. */
  readonly lack?: PoolLack;
}

/** How far a pooled value is known. */
export const POOL_SUM_STATES = ["whole", "part", "unknown"] as const;

/**
 * How far a pooled value is known: of all members; the part that is known, where the policy takes that; or not at all, also
 * where it is larger than any card can read.
 */
export type PoolSumState = (typeof POOL_SUM_STATES)[number];

/** A pooled value, and who adds what to it. */
export interface PoolSum {
  readonly line: "pool-sum";
  readonly pool: string;
  readonly feature: string;
  readonly state: PoolSumState;
  /** Money, or a whole number as `count`; neither where it is not known. */
  readonly amount?: Money;
  readonly count?: number;
  readonly members: number;
  /** One per member, in the order of their ids. */
  readonly shares: readonly PoolShare[];
}

/** A member who is not pooled for want of consent, and neither adds nor gains anything. */
export interface PoolLeftOut {
  readonly line: "pool-left-out";
  readonly pool: string;
  readonly client: string;
}

/** One household or group on the day. */
export interface ClientPool {
  readonly pool: string;
  readonly kind: PoolKind;
  /** Ids of those who are pooled, in the order of their code units. */
  readonly members: readonly string[];
  /** In the order of the policy. */
  readonly sums: readonly PoolSum[];
  readonly leftOut: readonly PoolLeftOut[];
  /** Rows of memberships that name the pool and cannot be read: while there are any, no sum is whole. */
  readonly faults: readonly number[];
}

/**
 * Answer of `poolRecords`: the records in their order, those of members with the pooled values; `null` for a record with
 * an issue.
 */
export interface PooledRecords extends Batch<CustomerRecord> {
  /** What is wrong with memberships, by their row. */
  readonly membershipIssues: readonly RowIssue[];
  /** In the order of their ids. */
  readonly pools: readonly ClientPool[];
  readonly policy: CardStamp;
  readonly asOf: LocalDate;
}

/** A line about a pool, told apart by `line`; `tell` puts it into words. */
export type PoolLine = PoolSum | PoolShare | PoolLeftOut;
