import type { Issue } from "../../core/index.ts";

/** Why a patch is not applied. */
export const PATCH_REFUSALS = ["test-failed", "no-such-place", "not-a-plan"] as const;

/** Why a patch is not applied: what it tests is not so, a place is not there, or what it would make is not a plan. */
export type PatchRefusal = (typeof PATCH_REFUSALS)[number];

/** The operation that could not be done, by its index, and the place that is not as tested, or not there. */
export interface RefusedOperation {
  readonly operation: number;
  readonly place: string;
}

/** What the refusals of a patch carry, by reason. */
export interface PatchRefusalDetails extends Readonly<Record<PatchRefusal, object>> {
  readonly "test-failed": RefusedOperation;
  readonly "no-such-place": RefusedOperation;
  /** The first thing that cannot be read in what the patch would make. */
  readonly "not-a-plan": { readonly issue: Issue };
}

/** A refusal of a patch. */
export type PatchRefused = {
  readonly [Reason in PatchRefusal]: {
    readonly ok: false;
    readonly reason: Reason;
    readonly details: PatchRefusalDetails[Reason];
  };
}[PatchRefusal];
