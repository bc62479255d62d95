import { DomainError } from "./errors.ts";
import { readFlag, readObject, readText } from "./reading.ts";
import type { CoreErrorCode } from "./reasons.ts";
import { optional, rowOf } from "./shape.ts";

/** An expected business outcome that may be a refusal: the reason is part of the return type, not an exception. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** An outcome distinguished by its `status`. */
export interface StatusOutcome {
  readonly status: string;
}

const CODE = "core/invalid-outcome" satisfies CoreErrorCode;
const PATH = ["outcome"];

interface ReasonedOutcome {
  readonly ok: boolean;
  readonly reason?: string;
}

// an outcome has members of its own, such as what was found
const readOutcome = rowOf<ReasonedOutcome>({ ok: readFlag, reason: optional(readText) });
const readStatus = rowOf<StatusOutcome>({ status: readText });

/**
 * The successful side of an outcome, or an exception for callers who prefer one.
 *
 * The `ok: true` side comes back narrowed: `orThrow(irr(flows)).rate`.
 *
 * @param outcome - what a function returned
 * @returns the same object, narrowed
 * @throws `core/outcome-refused` with `details.reason`
 * @throws `core/invalid-outcome` for what is not an outcome
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
 * @throws `core/invalid-outcome` for what is not an outcome
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
  if ("ok" in readObject(outcome, PATH, CODE)) {
    const { ok, reason } = readOutcome(outcome as ReasonedOutcome, PATH, CODE);
    if (ok) return outcome;
    readText(reason ?? "", [...PATH, "reason"], CODE);
    throw new DomainError("core/outcome-refused", `outcome: refused, ${String(reason)}`, [], { reason });
  }
  const found = readStatus(outcome as StatusOutcome, PATH, CODE).status;
  const expected = readText(status ?? "", ["status"], CODE);
  if (found === expected) return outcome;
  throw new DomainError("core/outcome-refused", `outcome: status is ${found}`, ["status"], { reason: found, expected });
}
