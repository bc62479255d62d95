import type { Path } from "../errors.ts";
import { compareInstants, toInstantParts, type InstantParts } from "../instant.ts";
import type { Instant } from "../local-date.ts";
import { readList, readMoment, readOneOf, readText } from "../reading.ts";
import { refuse, refuseValue } from "../refusal.ts";
import { listOf, oneOf, optional, rowOf, shapeOf } from "../shape.ts";

/** Where a separation holds: within one matter, with all its linked cases, or everywhere. */
export const SEPARATION_SCOPES = ["same-case", "always"] as const;
/** Where a separation holds. */
export type SeparationScope = (typeof SEPARATION_SCOPES)[number];

/** What must not be: one person in both, or two people of one team. */
export const SEPARATION_RELATIONS = ["same-person", "same-team"] as const;
/** Who must be kept apart. */
export type SeparationRelation = (typeof SEPARATION_RELATIONS)[number];

/**
 * A separation of persons as data (岗位分离、回避): two actions that one person never takes, or actions that are never taken
 * by a party of the case, whether or not that party ever acted.
 */
export interface SeparationRule<Action extends string = string, Party extends string = string> {
  readonly id: string;
  /**
   * An action or a party, and an action or several: whoever is on the first side takes none of the second, in either order
   * of time. An action beside itself is taken by two persons.
   */
  readonly between: readonly [Action | Party, Action | readonly Action[]];
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

/** How a rule names people: by what they did, or by what they are in the case. */
export const FACT_KINDS = ["action", "party"] as const;

/** That somebody took an action, or became a party: for ever, whoever takes the part later. */
export interface CaseFact {
  readonly as: (typeof FACT_KINDS)[number];
  /** Name of the action or the party. */
  readonly name: string;
  readonly person: string;
  readonly case: string;
  /** Place in the history of its case since which it is so. */
  readonly entry: number;
  readonly at: Instant;
  /**
   * Whether it stands only against what comes later: the entry made known who was a party all along, or was owed. What
   * was done before stays lawful.
   */
  readonly isForwardOnly: boolean;
}

/** What a step would add to a matter, and what is known of it. */
export interface SeparationQuestion {
  /** Id of the case the step is in. */
  readonly kase: string;
  /** What is so since the step; what a case holds that the step links included. */
  readonly fresh: readonly CaseFact[];
  /** What was so before, in this case and the linked ones. */
  readonly known: readonly CaseFact[];
  /** Ids of linked cases whose history is not given. */
  readonly missing: readonly string[];
  /** What is so in all other cases; null when they are not given. */
  readonly elsewhere: readonly CaseFact[] | null;
  readonly teams: readonly TeamMembership[] | null;
}

/** Why the separation of persons refuses a step: it breaks a rule, or nobody can say whether it does. */
export const SEPARATION_REFUSALS = ["separated", "separation-unknown"] as const;

/** What may be missing where nobody can say whether a step breaks a rule. */
export const SEPARATION_GAPS = ["linked", "elsewhere", "teams"] as const;
/** What is missing: linked cases, all other cases, or the team of somebody. */
export type SeparationGap = (typeof SEPARATION_GAPS)[number];

/** What the refusals of the separation of persons carry. */
export interface SeparationRefusalDetails {
  /** Who must not take the action, and what stands against it. */
  readonly separated: {
    /** Id of the rule. */
    readonly rule: string;
    readonly person: string;
    readonly action: string;
    readonly relation: SeparationRelation;
    /** The other side: an action or a party, who, and the entry of which case. */
    readonly with: {
      readonly action?: string;
      readonly party?: string;
      readonly person: string;
      readonly case: string;
      readonly entry: number;
      readonly at: Instant;
    };
  };
  /** What is missing: the linked cases by id, or the person whose team is not known. */
  readonly "separation-unknown": {
    readonly rule: string;
    readonly missing: SeparationGap;
    readonly cases?: readonly string[];
    readonly person?: string;
  };
}

/** Why a step must not be taken. */
export type SeparationRefusal = {
  readonly [Reason in keyof SeparationRefusalDetails]: {
    readonly reason: Reason;
    readonly details: SeparationRefusalDetails[Reason];
  };
}[keyof SeparationRefusalDetails];

const CODE = "core/invalid-separation";

/** Signs nobody sees, and blanks and dashes that are not the keyboard's. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]|(?! )\p{White_Space}|(?!-)\p{Dash}/u;

/**
 * An id of a person, without what nobody sees, without the full-width letters and digits of an input method and the
 * dashes a word processor writes for a hyphen: two ids that look alike are easily two people. Capitals and small letters are two, here as everywhere.
 */
export function readPerson(person: string, path: Path): string {
  readText(person, path, "core/invalid-case");
  const isPlain = person === person.trim() && person === person.normalize("NFKC") && !UNSEEN.test(person);
  return isPlain
    ? person
    : refuseValue(
        "core/invalid-case",
        path,
        "an id with blanks around, or with unseen or full-width signs or another dash than the hyphen in it",
        person,
      );
}

/** When somebody was in a team, in seconds and nanoseconds; `to` null while it lasts. */
interface Spell {
  readonly team: string;
  readonly from: InstantParts;
  readonly to: InstantParts | null;
}

/** Teams by person. */
type Teams = ReadonlyMap<string, readonly Spell[]>;

const isBefore = (a: InstantParts, b: InstantParts): boolean =>
  a.seconds < b.seconds || (a.seconds === b.seconds && a.nanos < b.nanos);

const teamRows = /* @__PURE__ */ (() =>
  listOf(rowOf<TeamMembership>({ person: readPerson, team: readText, from: readMoment, to: optional(readMoment) })))();

/** Rows of teams, each of which says when somebody was in one. */
export function readTeamRows(teams: readonly TeamMembership[]): readonly TeamMembership[] {
  return teamRows(teams, ["teams"], CODE);
}

function teamsOfAll(teams: readonly TeamMembership[]): Teams {
  const byPerson = new Map<string, Spell[]>();
  for (const [index, { person, team, from, to }] of teams.entries()) {
    const spell = { team, from: toInstantParts(from), to: to === undefined ? null : toInstantParts(to) };
    if (spell.to !== null && !isBefore(spell.from, spell.to)) {
      refuse(CODE, ["teams", index, "to"], "not after from", { from, to });
    }
    const own = byPerson.get(person);
    if (own === undefined) byPerson.set(person, [spell]);
    else own.push(spell);
  }
  return byPerson;
}

/** Teams somebody was in at a moment. */
function teamsAt(teams: Teams, person: string, at: Instant): readonly string[] {
  const moment = toInstantParts(at);
  return (teams.get(person) ?? [])
    .filter(({ from, to }) => !isBefore(moment, from) && (to === null || isBefore(moment, to)))
    .map(({ team }) => team);
}

/**
 * Whether two people are one, or shared a team at the moment of either: then, or now. Somebody of whom no row says in
 * which team they were at their own moment is unknown.
 */
function areRelated(a: CaseFact, b: CaseFact, teams: Teams | null): boolean | { readonly unknown: string } {
  if (a.person === b.person) return true;
  if (teams === null) return false;
  const unknown = [a, b].find(({ person, at }) => teamsAt(teams, person, at).length === 0);
  if (unknown !== undefined) return { unknown: unknown.person };
  const teamsOf = (person: string): readonly string[] => [
    ...teamsAt(teams, person, a.at),
    ...teamsAt(teams, person, b.at),
  ];
  const other = teamsOf(b.person);
  return teamsOf(a.person).some((team) => other.includes(team));
}

/** The actions on the second side of a rule. */
const secondOf = ({ between: [, second] }: Pick<SeparationRule, "between">): readonly string[] =>
  typeof second === "string" ? [second] : second;

/** Whether a rule names an action or a party. */
export const isAbout = (rule: Pick<SeparationRule, "between">, name: string): boolean =>
  rule.between[0] === name || secondOf(rule).includes(name);

/** Whether something came before what stands only against what comes later; at one moment in two cases, it did not. */
const isSpared = (early: CaseFact, late: CaseFact): boolean =>
  late.isForwardOnly && (early.case === late.case ? early.entry < late.entry : compareInstants(early.at, late.at) < 0);

/** Every two facts a rule keeps apart that are together since the step: who did something, and what stands against it. */
function* pairsOf(
  rule: SeparationRule,
  { fresh, kase }: SeparationQuestion,
  known: readonly CaseFact[],
): Generator<readonly [doer: CaseFact, against: CaseFact]> {
  const [first] = rule.between;
  const second = secondOf(rule);
  const isNamed = ({ name }: CaseFact): boolean => isAbout(rule, name);
  const named = known.filter(isNamed);
  for (const one of fresh.filter(isNamed)) {
    for (const other of named) {
      const isPair =
        (one.name === first && second.includes(other.name)) || (other.name === first && second.includes(one.name));
      // what was together in another case before it was linked is not the step's doing
      const isOld = one.case === other.case && one.case !== kase;
      if (isPair && !isOld && !isSpared(one, other) && !isSpared(other, one))
        yield one.as === "action" ? [one, other] : [other, one];
    }
    // two facts of the step itself count once
    named.push(one);
  }
}

const nameOf = ({ as, name }: CaseFact): { readonly action?: string; readonly party?: string } => ({ [as]: name });

/** What a rule says of a step: it breaks it, or nobody can say, or nothing. */
function refusalUnder(rule: SeparationRule, question: SeparationQuestion): SeparationRefusal | null {
  const { scope, relation, id } = rule;
  const { known, missing, elsewhere, teams } = question;
  const unknown = (details: Omit<SeparationRefusalDetails["separation-unknown"], "rule">): SeparationRefusal => ({
    reason: "separation-unknown",
    details: { rule: id, ...details },
  });
  let doubt: SeparationRefusal | null = null;
  if (missing.length > 0) doubt = unknown({ missing: "linked", cases: missing });
  else if (scope === "always" && elsewhere === null) doubt = unknown({ missing: "elsewhere" });
  const members = relation === "same-team" ? teamsOfAll(teams ?? []) : null;
  const all = scope === "always" && elsewhere !== null ? [...known, ...elsewhere] : known;
  for (const [doer, against] of pairsOf(rule, question, all)) {
    const related = areRelated(doer, against, members);
    if (related === true) {
      const { person, case: kase, entry, at } = against;
      return {
        reason: "separated",
        details: {
          rule: id,
          person: doer.person,
          action: doer.name,
          relation,
          with: { ...nameOf(against), person, case: kase, entry, at },
        },
      };
    }
    if (related !== false) doubt ??= unknown({ missing: "teams", person: related.unknown });
  }
  return doubt;
}

/**
 * Why the separation of persons forbids a step, of the rules it concerns: the first that it breaks, and otherwise the
 * first about which what is given does not say; null when there is neither.
 */
export function separationRefusal(
  rules: readonly SeparationRule[],
  question: SeparationQuestion,
): SeparationRefusal | null {
  const refusals = rules.map((rule) => refusalUnder(rule, question)).filter((refusal) => refusal !== null);
  return refusals.find(({ reason }) => reason === "separated") ?? refusals[0] ?? null;
}

const readRule = /* @__PURE__ */ (() =>
  shapeOf<SeparationRule>({
    id: readText,
    between: (names) => names,
    scope: oneOf(SEPARATION_SCOPES),
    relation: oneOf(SEPARATION_RELATIONS),
    source: readText,
  }))();

/** Separation rules whose every name is known: a misspelt action would separate nobody. */
export function readSeparation(
  rules: readonly SeparationRule[],
  names: { readonly actions: readonly string[]; readonly parties: readonly string[] },
): readonly SeparationRule[] {
  const ids = new Set<string>();
  for (const [index, rule] of readList(rules, ["separation"], CODE).entries()) {
    const at = (...rest: (string | number)[]): Path => ["separation", index, ...rest];
    readRule(rule, at(), CODE);
    if (ids.has(rule.id)) refuse(CODE, at("id"), "used twice", { id: rule.id });
    ids.add(rule.id);
    const pair = readList<string | readonly string[]>(rule.between, at("between"), CODE);
    const [first, second, ...rest] = pair as readonly [string, string | readonly string[], ...string[]];
    if (rest.length > 0) refuse(CODE, at("between"), "not a pair", {});
    readOneOf(first, [...names.actions, ...names.parties], at("between", 0), CODE);
    const readAction = oneOf(names.actions);
    if (Array.isArray(second)) listOf(readAction, 1)(second, at("between", 1), CODE);
    else readAction(second as string, at("between", 1), CODE);
  }
  return rules;
}
