import type { Details } from "./errors.ts";
import { compareInstants } from "./instant.ts";
import type { Instant } from "./local-date.ts";
import { readList, readMembers, readOneOf, readText } from "./reading.ts";
import { refuse } from "./refusal.ts";

/** Where a separation holds: within one matter, with all its linked cases, or everywhere. */
export const SEPARATION_SCOPES = ["same-case", "always"] as const;
/** Where a separation holds. */
export type SeparationScope = (typeof SEPARATION_SCOPES)[number];

/** What must not be: one person in both, or two people of one team. */
export const SEPARATION_RELATIONS = ["same-person", "same-team"] as const;
/** Who must be kept apart. */
export type SeparationRelation = (typeof SEPARATION_RELATIONS)[number];

/**
 * A separation of persons as data (岗位分离、回避): two actions that one person never takes, or an action that is never taken
 * by a party of the case, whether or not that party ever acted.
 */
export interface SeparationRule<Action extends string = string, Party extends string = string> {
  readonly id: string;
  /** Two actions, in either order of time, or a party and an action. An action beside itself is taken by two persons. */
  readonly between: readonly [Action | Party, Action];
  readonly scope: SeparationScope;
  /** A same team includes the same person. */
  readonly relation: SeparationRelation;
  /** Where the rule is written. */
  readonly source: string;
}

/** A team somebody is or was in. */
export interface TeamMembership {
  readonly person: string;
  readonly team: string;
  /** First moment in the team, inclusive. */
  readonly from: Instant;
  /** First moment no longer in it, exclusive. */
  readonly to?: Instant;
}

/** An action somebody took. An entry of a history may hold several: who asks for more time, and who grants it. */
export interface CaseAct<Action extends string = string> {
  readonly action: Action;
  readonly person: string;
}

/** An action with its place. */
export interface Deed extends CaseAct {
  readonly case: string;
  /** Index in the history of its case. */
  readonly entry: number;
  readonly at: Instant;
}

/** A person a case names, under the name of the party. */
export interface PartyMember {
  readonly party: string;
  readonly person: string;
  readonly case: string;
  /** When the case was opened. */
  readonly at: Instant;
}

/** What a step would add to the matter, and what is known of it. */
export interface SeparationQuestion {
  /** Actions of the step. */
  readonly acts: readonly Deed[];
  /** Actions taken before, in this case and the linked ones. */
  readonly deeds: readonly Deed[];
  /** Parties of this case as it would be after the step, and of the linked ones. */
  readonly members: readonly PartyMember[];
  /** Those of them who are parties only since the step. */
  readonly joined: readonly PartyMember[];
  /** Ids of linked cases whose history is not given. */
  readonly missing: readonly string[];
  /** Actions taken in all other cases; null when they are not given. */
  readonly elsewhere: readonly Deed[] | null;
  readonly teams: readonly TeamMembership[] | null;
}

/** Why a step must not be taken. */
export interface SeparationRefusal {
  readonly reason: "separated" | "separation-unknown";
  readonly details: Details;
}

const teamsByPerson = new WeakMap<readonly TeamMembership[], ReadonlyMap<string, readonly TeamMembership[]>>();

function membershipsOf(teams: readonly TeamMembership[], person: string): readonly TeamMembership[] {
  let known = teamsByPerson.get(teams);
  if (known === undefined) {
    const grouped = new Map<string, TeamMembership[]>();
    for (const membership of teams)
      grouped.set(membership.person, [...(grouped.get(membership.person) ?? []), membership]);
    known = grouped;
    teamsByPerson.set(teams, known);
  }
  return known.get(person) ?? [];
}

const isIn = ({ from, to }: TeamMembership, at: Instant): boolean =>
  compareInstants(from, at) <= 0 && (to === undefined || compareInstants(at, to) < 0);

/** A person who acts or acted, or is a party, with the moment. */
interface Somebody {
  readonly person: string;
  readonly at: Instant;
}

/** Whether two people are one, or were in one team then or are now; null when nobody says which teams one of them is in. */
function areRelated(
  relation: SeparationRelation,
  a: Somebody,
  b: Somebody,
  teams: readonly TeamMembership[] | null,
): boolean | { readonly unknown: string } {
  if (a.person === b.person) return true;
  if (relation === "same-person") return false;
  const teamsOf = ({ person }: Somebody): readonly string[] | null => {
    const own = teams === null ? [] : membershipsOf(teams, person);
    return own.length === 0 ? null : own.filter((one) => isIn(one, a.at) || isIn(one, b.at)).map(({ team }) => team);
  };
  const [own, other] = [teamsOf(a), teamsOf(b)];
  if (own === null) return { unknown: a.person };
  if (other === null) return { unknown: b.person };
  return own.some((team) => other.includes(team));
}

const unknown = (rule: SeparationRule, details: Details): SeparationRefusal => ({
  reason: "separation-unknown",
  details: { rule: rule.id, ...details },
});

/** Every pair of people a rule keeps apart that the step would bring together. */
function* pairsOf(
  { between: [first, second], scope }: SeparationRule,
  { acts, deeds, members, joined, elsewhere }: SeparationQuestion,
): Generator<{ readonly doer: Deed; readonly other: Deed | PartyMember }> {
  const before = scope === "always" ? [...deeds, ...(elsewhere ?? [])] : deeds;
  for (const [index, doer] of acts.entries()) {
    const earlier = [...before, ...acts.slice(0, index)];
    if (doer.action === second) {
      for (const other of members) if (other.party === first) yield { doer, other };
      for (const other of earlier) if (other.action === first) yield { doer, other };
    }
    if (doer.action === first && first !== second) {
      for (const other of earlier) if (other.action === second) yield { doer, other };
    }
  }
  for (const other of joined) {
    if (other.party !== first) continue;
    for (const doer of before) if (doer.action === second) yield { doer, other };
  }
}

/** Whether a rule has anything to say about a step. */
const concerns = ({ between }: SeparationRule, { acts, joined }: SeparationQuestion): boolean =>
  acts.some(({ action }) => between.includes(action)) || joined.some(({ party }) => between[0] === party);

function refusalUnder(rule: SeparationRule, question: SeparationQuestion): SeparationRefusal | null {
  if (!concerns(rule, question)) return null;
  const { missing, elsewhere, teams } = question;
  if (missing.length > 0) return unknown(rule, { missing: "linked", cases: missing });
  if (rule.scope === "always" && elsewhere === null) return unknown(rule, { missing: "elsewhere" });
  for (const { doer, other } of pairsOf(rule, question)) {
    const related = areRelated(rule.relation, doer, other, teams);
    if (related === false) continue;
    if (related !== true) return unknown(rule, { missing: "teams", person: related.unknown });
    const { person, case: id } = other;
    return {
      reason: "separated",
      details: {
        rule: rule.id,
        person: doer.person,
        action: doer.action,
        relation: rule.relation,
        with:
          "party" in other
            ? { party: other.party, person, case: id }
            : { action: other.action, person, case: id, entry: other.entry, at: other.at },
      },
    };
  }
  return null;
}

/**
 * Why the separation of persons forbids a step: the first rule that it breaks, or about which what is given does not
 * say; null when there is none.
 */
export function separationRefusal(
  rules: readonly SeparationRule[],
  question: SeparationQuestion,
): SeparationRefusal | null {
  for (const rule of rules) {
    const refusal = refusalUnder(rule, question);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Rules that were read against a flow, by identity: they are data and read once. */
const rulesRead = new WeakMap<readonly SeparationRule[], object>();

/**
 * Separation rules whose every name is known: a misspelt action would separate nobody.
 *
 * @param rules - as written in a policy
 * @param names - what a flow calls its actions and parties
 */
export function readSeparation(
  rules: readonly SeparationRule[],
  names: { readonly actions: readonly string[]; readonly parties: readonly string[] },
): readonly SeparationRule[] {
  if (rulesRead.get(rules) === names) return rules;
  const code = "core/invalid-separation";
  const ids = new Set<string>();
  for (const [index, rule] of readList(rules, ["separation"], code).entries()) {
    const at = (...rest: (string | number)[]): readonly (string | number)[] => ["separation", index, ...rest];
    readMembers(rule, at(), ["id", "between", "scope", "relation", "source"], code);
    readText(rule.id, at("id"), code);
    if (ids.has(rule.id)) refuse(code, at("id"), "used twice", { id: rule.id });
    ids.add(rule.id);
    readText(rule.source, at("source"), code);
    readOneOf(rule.scope, SEPARATION_SCOPES, at("scope"), code);
    readOneOf(rule.relation, SEPARATION_RELATIONS, at("relation"), code);
    const [first, second, ...rest] = readList<string>(rule.between, at("between"), code);
    if (rest.length > 0) refuse(code, at("between"), "not a pair", {});
    readOneOf(first ?? "", [...names.actions, ...names.parties], at("between", 0), code);
    readOneOf(second ?? "", names.actions, at("between", 1), code);
  }
  rulesRead.set(rules, names);
  return rules;
}
