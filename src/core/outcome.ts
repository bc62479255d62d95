import { DomainError } from "./errors.ts";

/** An expected business outcome that may be a refusal: the reason is part of the return type, not an exception. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** An outcome distinguished by its `status`. */
export interface StatusOutcome {
  readonly status: string;
}

/**
 * The successful side of an outcome, or an exception for callers who prefer one.
 *
 * The `ok: true` side comes back narrowed: `orThrow(irr(flows)).rate`.
 *
 * @param outcome - what a function returned
 * @returns the same object, narrowed
 * @throws `core/outcome-refused` with `details.reason`
 * @example
 * const solved = { ok: true, rate: 0.1 } as { ok: true; rate: number } | { ok: false; reason: "no-root" };
 * orThrow(solved).rate // => 0.1
 * orThrow({ ok: false, reason: "no-root" }) // throws core/outcome-refused
 * @since 0.1.0
 */
export function orThrow<O extends Outcome>(outcome: O): Extract<O, { readonly ok: true }>;
/**
 * The same for outcomes distinguished by a `status`; the caller names the one that counts as success.
 *
 * @param outcome - what a function returned
 * @param status - the one that counts as success
 * @returns the same object, narrowed
 * @throws `core/outcome-refused` with `details.reason` (the status found) and `details.expected`
 * @example
 * const found = { status: "classified", type: "ordinary" } as { status: "classified"; type: string } | { status: "not-a-customer" };
 * orThrow(found, "classified").type // => "ordinary"
 * orThrow({ status: "not-a-customer" } as { status: "classified" } | { status: "not-a-customer" }, "classified") // throws core/outcome-refused
 * @since 0.1.0
 */
export function orThrow<O extends StatusOutcome, S extends O["status"]>(
  outcome: O,
  status: S,
): Extract<O, { readonly status: S }>;
export function orThrow(outcome: Outcome | StatusOutcome, status?: string): unknown {
  if ("ok" in outcome) {
    if (outcome.ok) return outcome;
    throw new DomainError("core/outcome-refused", `outcome: refused, ${outcome.reason}`, [], {
      reason: outcome.reason,
    });
  }
  if (outcome.status === status) return outcome;
  throw new DomainError("core/outcome-refused", `outcome: status is ${outcome.status}`, ["status"], {
    reason: outcome.status,
    expected: status,
  });
}
