import { DomainError, type Path } from "./errors.ts";
import { type DayNumber, type LocalDate, toDayNumber } from "./local-date.ts";
import { nearestName, readDate, readList, readObject, readText } from "./reading.ts";
import type { CoreErrorCode } from "./reasons.ts";
import { refuse } from "./refusal.ts";
import { listOf, memberOf, oneOf, optional, rowOf, shapeOf, type Members } from "./shape.ts";

/**
 * Where the numbers of a policy come from: the source documents, a regulation, an example of this library (to be
 * replaced before use), or the bank's own house rule.
 */
export const POLICY_STATUSES = ["source", "regulation", "example", "house"] as const;
/** Where the numbers of a policy come from. */
export type PolicyStatus = (typeof POLICY_STATUSES)[number];

/** The envelope of every rule that is data: identity, version, origin and the dates it is in force. */
export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly status: PolicyStatus;
  /** First day in force, inclusive. */
  readonly effectiveFrom: LocalDate;
  /** First day no longer in force, exclusive; omitted while the policy is open-ended. */
  readonly effectiveTo?: LocalDate;
  /** Where the rule is written: document, instrument and article, address. Never empty. */
  readonly sources: readonly string[];
}

const CODE = "core/invalid-policy" satisfies CoreErrorCode;

/** How the members that every policy has are read, for the shape of a room's own policy. */
export const policyMembers: Members<Policy> = {
  id: readText,
  version: readText,
  status: oneOf(POLICY_STATUSES),
  effectiveFrom: readDate,
  effectiveTo: optional(readDate),
  sources: listOf(readText, 1),
};

const readEnvelope = rowOf(policyMembers);

/**
 * The days a policy is in force, `from` inclusive and `to` exclusive; refuses a broken envelope, whose path is `at`.
 */
export function readDaysInForce(policy: Policy, at: Path): { readonly from: DayNumber; readonly to: DayNumber } {
  const { effectiveFrom, effectiveTo } = readEnvelope(policy, at, CODE);
  const from = toDayNumber(effectiveFrom);
  const to = effectiveTo === undefined ? Number.POSITIVE_INFINITY : toDayNumber(effectiveTo);
  if (to > from) return { from, to };
  return refuse(CODE, [...at, "effectiveTo"], "not after effectiveFrom", {
    policy: policy.id,
    version: policy.version,
    from: effectiveFrom,
    to: effectiveTo,
  });
}

/**
 * The policy in a list that is in force on a date.
 *
 * `effectiveFrom` is inclusive, `effectiveTo` exclusive. The list holds the versions of one rule, in any order; where
 * two are in force on the date, the answer would depend on order, so the list is refused.
 *
 * @param list - versions of one rule
 * @param date - civil date
 * @returns the one version in force
 * @throws `core/no-policy-in-force` when none is
 * @throws `core/invalid-policy` when an envelope is broken (blank id, version or source, no source, an unknown status, a
 * member that is nearly one of the envelope, reversed dates) or two versions are in force on the date
 * @throws `core/invalid-date` for the date, or for a date of a policy with the path to it
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
  for (const [index, policy] of readList(list, ["list"], CODE).entries()) {
    const { from, to } = readDaysInForce(policy, ["list", index]);
    if (day < from || day >= to) continue;
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

const readIdentity = shapeOf<DerivedPolicyIdentity>({
  id: readText,
  version: readText,
  source: readText,
});

/**
 * A bank's own version of a policy, with its provenance kept.
 *
 * The result takes everything from `base`, replaces what `changes` names, carries the new id and version, has status
 * `house` unless `changes` says otherwise, and lists the new source first and then `base id@version` and its sources;
 * `id`, `version` and `sources` in `changes` are ignored.
 *
 * @param base - policy to start from; not changed
 * @param changes - fields to replace, each as a whole; `effectiveTo: undefined` makes the policy open-ended
 * @param as - id, version and source of the new policy
 * @returns a new frozen policy
 * @throws `core/invalid-policy` when id, version or source is blank, the base's envelope is broken, a change is
 * undefined or its name is nearly that of a member of the base, or the dates are reversed; `core/invalid-date`
 * @example
 * const base = { id: "example.fee", version: "1", status: "example", effectiveFrom: "2024-01-01", sources: ["handbook"], rate: "0.01" } as const;
 * const house = derivePolicy<typeof base | (Omit<typeof base, "rate"> & { rate: string })>(base, { rate: "0.02" }, { id: "acme.fee", version: "7", source: "circular 2026/4" });
 * house.rate // => "0.02"
 * house.sources // => ["circular 2026/4", "example.fee@1", "handbook"]
 * @since 0.1.0
 */
export function derivePolicy<P extends Policy>(base: P, changes: Partial<P>, as: DerivedPolicyIdentity): P {
  readIdentity(as, ["as"], CODE);
  readDaysInForce(base, ["base"]);
  const known = [...Object.keys(policyMembers), ...Object.keys(base)];
  for (const name of Object.keys(readObject(changes, ["changes"], CODE))) {
    const path = ["changes", name];
    const value = memberOf(changes, name, path, CODE);
    const didYouMean = known.includes(name) ? null : nearestName(name, known);
    if (didYouMean !== null) refuse(CODE, path, "not a member of the base", { didYouMean });
    if (value === undefined && name !== "effectiveTo")
      refuse(CODE, path, "undefined", { policy: as.id, version: as.version, received: "undefined" });
  }
  const derived: P & { effectiveTo?: LocalDate } = {
    ...base,
    status: "house" satisfies PolicyStatus,
    ...changes,
    id: as.id,
    version: as.version,
    sources: [as.source, `${base.id}@${base.version}`, ...base.sources],
  };
  if (derived.effectiveTo === undefined) delete derived.effectiveTo;
  readDaysInForce(derived, ["changes"]);
  return Object.freeze(derived);
}
