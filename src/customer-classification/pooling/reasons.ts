import type { ReadingDetails } from "../../core/index.ts";
import type { InvalidCardDetails } from "../card/findings.ts";
import type { PoolKind } from "./policy.ts";

/** What the errors and issues of pools carry, by code. */
export interface PoolingErrorDetails {
  /**
   * The policy of pooling is not one, or contradicts itself: `path` says where.
   *
   * Remedy: correct the member at `path`; `PoolingPolicySchema` describes a policy.
   */
  "customer-classification/invalid-pooling-policy": InvalidCardDetails;
  /**
   * A row of memberships that cannot be read, or ends before it begins; thrown for what is not a list of them.
   *
   * Remedy: correct the row at `path`; while it is wrong, no sum of the pool it names is whole.
   */
  "customer-classification/invalid-membership": ReadingDetails & { readonly from?: string; readonly to?: string };
  /**
   * A client in two pools of one kind on the day: as an issue of the record, and of each of the memberships.
   *
   * Remedy: end one of the memberships.
   */
  "customer-classification/two-pools": {
    readonly client: string;
    readonly kind: PoolKind;
    readonly pools: readonly string[];
  };
  /**
   * A client with two records, so that nobody knows which one to add up.
   *
   * Remedy: leave one of the records out; `row` is where the other one is.
   */
  "customer-classification/client-twice": { readonly client: string; readonly row: number };
}
