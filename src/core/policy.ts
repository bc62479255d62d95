import { DomainError } from "./errors.ts";
import { type LocalDate, toDayNumber } from "./local-date.ts";

/**
 * Where the numbers of a policy come from: the source documents, a regulation, an example of this library (to be
 * replaced before use), or the bank's own house rule.
 */
export type PolicyStatus = "source" | "regulation" | "example" | "house";

/** The envelope of every rule that is data: identity, version, origin and the dates it is in force. */
export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly status: PolicyStatus;
  /** First day in force, inclusive. */
  readonly effectiveFrom: LocalDate;
  /** First day no longer in force, exclusive; left out while the policy is open-ended. */
  readonly effectiveTo?: LocalDate;
  /** Where the rule is written: document, instrument and article, address. Never empty. */
  readonly sources: readonly string[];
}

function checkEnvelope(policy: Policy, index: number): void {
  const path = ["list", index];
  const fail = (field: string, reason: string): never => {
    throw new DomainError("core/invalid-policy", `list[${String(index)}].${field}: ${reason}`, [...path, field], {
      policy: policy.id,
      version: policy.version,
    });
  };
  if (policy.id === "") fail("id", "empty");
  if (policy.version === "") fail("version", "empty");
  if (policy.sources.length === 0) fail("sources", "a policy names at least one source");
  const from = toDayNumber(policy.effectiveFrom, "effectiveFrom");
  if (policy.effectiveTo !== undefined && toDayNumber(policy.effectiveTo, "effectiveTo") <= from) {
    fail("effectiveTo", "not after effectiveFrom");
  }
}

/**
 * The policy of a list that is in force on a date.
 *
 * `effectiveFrom` is inclusive, `effectiveTo` exclusive. The list holds the versions of one rule, in any order; where
 * two are in force on the date, the answer would depend on order, so it is refused.
 *
 * @param list - versions of one rule
 * @param date - civil date
 * @returns the one version in force
 * @throws `core/no-policy-in-force` when none is
 * @throws `core/invalid-policy` when an envelope is broken (empty id, no source, reversed dates) or two versions overlap
 * @throws `core/invalid-date`
 * @example
 * const list = [
 *   { id: "acme.fee", version: "1", status: "house", effectiveFrom: "2024-01-01", effectiveTo: "2026-01-01", sources: ["memo 12"] },
 *   { id: "acme.fee", version: "2", status: "house", effectiveFrom: "2026-01-01", sources: ["memo 31"] },
 * ] as const;
 * policyAt(list, "2025-12-31").version // => "1"
 * policyAt(list, "2026-01-01").version // => "2"
 * policyAt(list, "2023-12-31") // throws core/no-policy-in-force
 * @since 0.1.0
 */
export function policyAt<P extends Policy>(list: readonly P[], date: LocalDate): P {
  const day = toDayNumber(date);
  let found: P | null = null;
  for (const [index, policy] of list.entries()) {
    checkEnvelope(policy, index);
    if (day < toDayNumber(policy.effectiveFrom)) continue;
    if (policy.effectiveTo !== undefined && day >= toDayNumber(policy.effectiveTo)) continue;
    if (found !== null) {
      throw new DomainError("core/invalid-policy", "list: two versions are in force on the date", ["list", index], {
        date,
        versions: [found.version, policy.version],
      });
    }
    found = policy;
  }
  if (found !== null) return found;
  throw new DomainError("core/no-policy-in-force", "list: no version is in force on the date", ["date"], {
    date,
    versions: list.map((policy) => ({
      id: policy.id,
      version: policy.version,
      effectiveFrom: policy.effectiveFrom,
      effectiveTo: policy.effectiveTo ?? null,
    })),
  });
}

/** Identity and origin of a derived policy. */
export interface DerivedPolicyIdentity {
  readonly id: string;
  readonly version: string;
  /** Where the change was decided: circular, minutes, ticket. */
  readonly source: string;
}

/**
 * A bank's own version of a policy, with its provenance kept.
 *
 * The result takes everything from `base`, replaces what `changes` names, carries the new id and version, has status
 * `house` unless `changes` says otherwise, and lists the new source first and then `base id@version` and its sources.
 *
 * @param base - policy to start from; not changed
 * @param changes - fields to replace, whole
 * @param as - id, version and source of the new policy
 * @returns a new frozen policy
 * @throws `core/invalid-policy` when id, version or source is empty, or the dates are reversed
 * @example
 * const base = { id: "example.fee", version: "1", status: "example", effectiveFrom: "2024-01-01", sources: ["handbook"], rate: "0.01" } as const;
 * const house = derivePolicy<typeof base | (Omit<typeof base, "rate"> & { rate: string })>(base, { rate: "0.02" }, { id: "acme.fee", version: "7", source: "circular 2026/4" });
 * house.rate // => "0.02"
 * house.sources // => ["circular 2026/4", "example.fee@1", "handbook"]
 * @since 0.1.0
 */
export function derivePolicy<P extends Policy>(base: P, changes: Partial<P>, as: DerivedPolicyIdentity): P {
  if (as.source === "") {
    throw new DomainError("core/invalid-policy", "as.source: empty", ["as", "source"], { policy: as.id });
  }
  const derived: P = {
    ...base,
    status: "house" satisfies PolicyStatus,
    ...changes,
    id: as.id,
    version: as.version,
    sources: [as.source, `${base.id}@${base.version}`, ...base.sources],
  };
  checkEnvelope(derived, 0);
  return Object.freeze(derived);
}
