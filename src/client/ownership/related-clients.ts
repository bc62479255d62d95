import { compareDecimals, DomainError, type DecimalString, type LocalDate } from "../../core/index.ts";
import { listOf, optional, readText, shapeOf } from "../../core/inner.ts";
import type { ClientErrorCode } from "../errors.ts";
import {
  ias28Influence,
  readInfluence,
  requireInForce,
  type InfluencePolicy,
} from "../policies/significant-influence.ts";
import type { ClientIssue } from "../reasons.ts";
import type { ClientId } from "../types.ts";
import { othersOf } from "./circles.ts";
import { controlledBy } from "./controlled-by.ts";
import { effectiveInterest, type EffectiveInterest } from "./effective-interest.ts";
import { groupsIn } from "./find-groups.ts";
import type { Holding, OwnershipGraph, PartyId } from "./graph.ts";
import { INVALID_OWNERSHIP, shareOf } from "./read-graph.ts";
import { structureOf, type Structure } from "./structure.ts";

/** How related clients are found. */
export interface RelatedClientsOptions {
  /** From which share of the votes influence is presumed; default {@link ias28Influence}. */
  readonly influence?: InfluencePolicy;
  /** The ids of the bank's clients, when parties who are not clients are not wanted; the client itself among them. */
  readonly clients?: readonly ClientId[];
}

/** What a client effectively owns of a related one, for memo: nothing is multiplied by it. */
export interface RelatedShare {
  readonly client: ClientId;
  /**
   * As `effectiveInterest` has it, but where the client is in a circle of companies that hold one another, without what
   * it owns of itself; so it is never above 1. Null where it is not known.
   */
  readonly interest: DecimalString | null;
}

/** The clients related to a client on a day, in lists without a common entry, each in the order of ids. */
export interface RelatedClients {
  readonly client: ClientId;
  readonly asOf: LocalDate;
  /**
   * The parties at the top of its group, clients of the bank or not; empty when it is in no group. An agreement on certain
   * companies does not put its parties into the group of these.
   */
  readonly top: readonly PartyId[];
  /** Clients it controls, at any depth (子公司). */
  readonly subsidiaries: readonly ClientId[];
  /**
   * The others of its group (parent, sister companies), and companies under its significant influence, each with what it
   * controls (关连公司).
   */
  readonly affiliates: readonly ClientId[];
  /**
   * Joint ventures of which it, or a company it controls, is a partner, each with what it controls that is not an
   * affiliate otherwise (合营企业).
   */
  readonly jointVentures: readonly ClientId[];
  /** Its effective share of each subsidiary, affiliate and joint venture in which it has one. */
  readonly shares: readonly RelatedShare[];
  /** The policy by which influence was presumed. */
  readonly influence: { readonly id: string; readonly version: string };
  /** What is wrong with the graph on the day. */
  readonly issues: readonly ClientIssue[];
}

const readOptions = /* @__PURE__ */ shapeOf<RelatedClientsOptions>({
  influence: optional(readInfluence),
  clients: optional(listOf(readText)),
});

/**
 * The subsidiaries, affiliates and joint ventures of a client on a day, as the value statement needs them
 * (子公司、关连公司、合营企业).
 *
 * What the client controls alone is a subsidiary, at any depth. The others of its group are affiliates, its parent
 * included, and so is a company in which it and its subsidiaries have at least the share of the votes from which the
 * policy presumes significant influence, or a named influence, or which its top controls together with others by an
 * agreement on certain companies. With a company under influence, and with a joint venture, comes whatever that company
 * controls alone, by the rule of groups, but nothing that it only has influence in or only controls together with others.
 * A party that the graph does not name is related to nobody.
 *
 * @param graph - who holds, controls and influences whom; one object for many clients, because it is read once
 * @param client - the client whose related clients are wanted
 * @param date - the day asked about
 * @returns ids, each once
 * @throws `client/unknown-client` when `clients` is given and `client` is not in it
 * @throws `client/invalid-ownership` for a graph or options that are not such; rows that cannot be read are issues
 * @throws `core/invalid-date`, `core/invalid-policy`, `core/no-policy-in-force`
 * @see the value statement's second heading, items 子公司 and 关连公司 (客户关系的价值, p. 11); IAS 24 and HKAS 24,
 * paragraph 12, for the subsidiaries of associates and joint ventures
 * @example
 * const graph = {
 *   holdings: [
 *     { owner: "P", company: "C", share: "0.8" },
 *     { owner: "P", company: "Sister", share: "1" },
 *     { owner: "C", company: "S", share: "0.6" },
 *     { owner: "S", company: "T", share: "0.9" },
 *     { owner: "S", company: "A", share: "0.25" },
 *     { owner: "A", company: "OfA", share: "0.7" },
 *   ],
 *   jointVentures: [{ company: "J", controllers: ["S", "X"] }],
 * };
 * const related = relatedClients(graph, "C", "2026-03-31");
 * related.subsidiaries // => ["S", "T"]
 * related.affiliates // => ["A", "OfA", "P", "Sister"]
 * related.jointVentures // => ["J"]
 * related.shares[3] // => { client: "T", interest: "0.540000000000" }
 * @since 0.1.0
 */
export function relatedClients(
  graph: OwnershipGraph,
  client: ClientId,
  date: LocalDate,
  options: RelatedClientsOptions = {},
): RelatedClients {
  readText(client, ["client"], INVALID_OWNERSHIP);
  readOptions(options, ["options"], INVALID_OWNERSHIP);
  const policy = options.influence ?? ias28Influence;
  const structure = structureOf(graph, date);
  requireInForce(policy, date);
  const wanted = options.clients === undefined ? null : new Set(options.clients);
  if (wanted !== null && !wanted.has(client)) {
    throw new DomainError<ClientErrorCode>("client/unknown-client", "client: not in the list", ["client"], { client });
  }
  const { ids } = structure;
  const namesOf = (nodes: Iterable<number>): ClientId[] =>
    [...nodes]
      .sort((a, b) => a - b)
      .map((node) => ids[node]!)
      .filter((id) => wanted?.has(id) ?? true);
  const self = structure.numberOf.get(client);
  const found = self === undefined ? NOBODY : relatedTo(structure, self, policy);
  const related = {
    subsidiaries: namesOf(found.subsidiaries),
    affiliates: namesOf(found.affiliates),
    jointVentures: namesOf(found.jointVentures),
  };
  const listed = new Set(Object.values(related).flat());
  const shares = self === undefined ? [] : sharesOf(graph, client, date).filter(({ company }) => listed.has(company));
  return {
    client,
    asOf: structure.asOf,
    top: found.tops.map((top) => ids[top]!),
    ...related,
    shares: shares.map(({ company, interest }) => ({ client: company, interest })),
    influence: { id: policy.id, version: policy.version },
    issues: structure.issues,
  };
}

/** What a client owns of others, without what it owns of itself through them: counted again, it may be more than all. */
function sharesOf(graph: OwnershipGraph, client: ClientId, date: LocalDate): readonly EffectiveInterest[] {
  const interests = effectiveInterest(graph, date);
  const ofItself = interests.between(client, client).interest;
  if (ofItself === null || compareDecimals(ofItself, "0") === 0) return interests.holdingsOf(client);
  const isOfOther = (holding: Holding): boolean => {
    try {
      return holding.company !== client;
    } catch {
      // it has its issue
      return true;
    }
  };
  const others = effectiveInterest({ ...graph, holdings: graph.holdings.filter(isOfOther) }, date);
  return others.holdingsOf(client);
}

interface RelatedNumbers {
  readonly tops: readonly number[];
  readonly subsidiaries: ReadonlySet<number>;
  readonly affiliates: ReadonlySet<number>;
  readonly jointVentures: ReadonlySet<number>;
}

const NOBODY: RelatedNumbers = {
  tops: [],
  subsidiaries: new Set(),
  affiliates: new Set(),
  jointVentures: new Set(),
};

function relatedTo(structure: Structure, self: number, policy: InfluencePolicy): RelatedNumbers {
  const { companies, votes } = controlledBy(structure, [self]);
  const own = new Set([self, ...companies]);
  const subsidiaries = new Set(companies);
  subsidiaries.delete(self);
  const jointVentures = new Set<number>();
  for (const [company, partners] of structure.ventures) {
    if (company !== self && !companies.has(company) && partners.some((partner) => own.has(partner)))
      jointVentures.add(company);
  }
  const { groupOf, agreedBy } = groupsIn(structure);
  const group = groupOf.get(self);
  const affiliates = new Set([...(group?.members ?? []), ...(group?.tops ?? [])]);
  // what its own top controls together with others, by an agreement on certain companies
  const above = group === undefined || group.agreed.size > 0 ? [self] : group.tops;
  for (const agreed of [self, ...above].flatMap((party) => agreedBy.get(party) ?? [])) {
    for (const member of agreed.members) affiliates.add(member);
  }
  const influenced = new Set<number>();
  for (const [company, sum] of votes) {
    if (compareDecimals(shareOf(sum, structure.digits), policy.votesFrom) >= 0) influenced.add(company);
  }
  for (const investor of own) for (const company of othersOf(structure.influence, investor)) influenced.add(company);
  for (const company of [...own, ...jointVentures]) influenced.delete(company);
  for (const company of [...influenced, ...controlledByEach(structure, influenced)]) affiliates.add(company);
  for (const company of controlledByEach(structure, jointVentures)) {
    if (!own.has(company) && !affiliates.has(company)) jointVentures.add(company);
  }
  for (const company of [...own, ...jointVentures]) affiliates.delete(company);
  return { tops: group?.tops ?? [], subsidiaries, affiliates, jointVentures };
}

/** What each of some companies controls alone; never what only several of them together have a majority in. */
function controlledByEach(structure: Structure, companies: Iterable<number>): ReadonlySet<number> {
  const below = new Set<number>();
  for (const company of companies) {
    // whatever one of those below controls was found with the one above it
    if (below.has(company)) continue;
    for (const controlled of controlledBy(structure, [company]).companies) below.add(controlled);
  }
  return below;
}
