import { isSameJson } from "../canonical-json.ts";
import type { Path } from "../errors.ts";
import { transition } from "../lifecycle.ts";
import { readList, readMoment, readText } from "../reading.ts";
import { refuse } from "../refusal.ts";
import { listOf, optional, rowOf, shapeOf } from "../shape.ts";
import { namesOf, type Carried, type CaseContext, type CaseEntry, type CaseFlow, type CaseRecord } from "./flow.ts";
import {
  isAbout,
  readPerson,
  readSeparation,
  readTeamRows,
  separationRefusal,
  type CaseFact,
  type SeparationRefusal,
} from "./separation.ts";

const CODE = "core/invalid-case";

/** An entry of a history; what else is in it is for the flow. */
export const readEntry = /* @__PURE__ */ (() => rowOf<CaseEntry>({ type: readText, at: readMoment, by: readText }))();

/** A case, the entries of its history unread. */
export const readHead = /* @__PURE__ */ (() =>
  rowOf<CaseRecord>({
    id: readText,
    state: readText,
    history: listOf((entry) => entry, 1),
    links: optional(listOf(readText)),
  }))();

/** A case with a history; what else is in it is for the flow. */
export function readCase<Kase extends CaseRecord>(kase: Kase, path: Path, code = CODE): Kase {
  readHead(kase, path, code);
  for (const [index, entry] of kase.history.entries()) readEntry(entry, [...path, "history", index], code);
  return kase;
}

const readGiven = /* @__PURE__ */ (() =>
  shapeOf<CaseContext<CaseRecord, unknown>>({
    policy: (policy, path) =>
      policy === undefined ? refuse(CODE, path, "missing; null for a flow that has none", {}) : policy,
    linked: optional(listOf<CaseRecord>(readCase)),
    elsewhere: optional(listOf<CaseRecord>(readCase)),
    teams: optional((teams) => readTeamRows(teams)),
  }))();

/** Where other cases are given. */
export const OTHER_CASES = ["linked", "elsewhere"] as const;
/** Where another case is given. */
export type OtherCases = (typeof OTHER_CASES)[number];

/** What a step is checked against, read whole. */
export function readContext<Kase extends CaseRecord, Policy>(
  context: CaseContext<Kase, Policy>,
): CaseContext<Kase, Policy> {
  readGiven(context, ["context"], CODE);
  return context;
}

/** A case as its history makes it so: who did what, who was ever a party, and what it was ever linked to. */
interface Told {
  readonly id: string;
  readonly facts: readonly CaseFact[];
  /** Links before the last entry, and those since. */
  readonly links: { readonly before: ReadonlySet<string>; readonly now: ReadonlySet<string> };
}

/**
 * A history told entry by entry, or its links alone; the case after each entry is that of the flow, with its state and
 * what it carries.
 */
function told<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry,
>(flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>, kase: Kase, path: Path, what: "links" | "all"): Told {
  const { id, history } = kase;
  const facts: CaseFact[] = [];
  const links = { before: new Set<string>(), now: new Set<string>() };
  const members = new Map<string, Set<string>>();
  const last = history.length - 1;
  const isWhole = what === "all";
  const isOwed = flow.opening.isOwed === true;
  const disclosing: readonly string[] = flow.discloses ?? [];
  const parties = isWhole ? Object.entries<(kase: Kase) => readonly string[]>(flow.parties) : [];
  const add = (as: CaseFact["as"], name: string, person: string, entry: number): void => {
    const { at = "", type = "" }: Partial<CaseEntry> = history[entry] ?? {};
    const isForwardOnly = (isOwed && entry === 0) || (as === "party" && disclosing.includes(type));
    const known = readPerson(person, [...path, "history", entry]);
    facts.push({ as, name, person: known, case: id, entry, at, isForwardOnly });
  };
  const addMembers = (then: Kase, entry: number): void => {
    for (const [party, people] of parties) {
      const known = members.get(party) ?? new Set();
      members.set(party, known);
      for (const person of readList(people(then), ["flow", "parties", party], "core/invalid-case-flow")) {
        if (!known.has(person)) add("party", party, person, entry);
        known.add(person);
      }
    }
  };
  let { initial: state }: { initial: State } = flow.lifecycle;
  let carried: Carried<Kase> | undefined;
  for (const [index, entry] of history.entries() as IterableIterator<[number, Kase["history"][number]]>) {
    carried = index === 0 ? flow.carried?.start(entry) : flow.carried?.after(carried ?? kase, entry as Step | Note);
    const moved = index === 0 ? null : transition<State, string>(flow.lifecycle, state, entry.type);
    if (moved?.ok === true) state = moved.to;
    if (isWhole) add("action", entry.type, entry.by, index);
    for (const { action, person } of (isWhole ? flow.acts?.of(entry, history.slice(0, index)) : null) ?? []) {
      if (flow.acts?.names.includes(action) !== true) {
        refuse("core/invalid-case-flow", ["flow", "acts"], "gives an action it does not name", { name: action });
      }
      add("action", action, person, index);
    }
    // only a party that reads the history pays for a copy of it
    const then = { ...kase, ...carried, state };
    Object.defineProperty(then, "history", { get: () => history.slice(0, index + 1) });
    addMembers(then, index);
    for (const link of [...(then.links ?? []), ...(flow.links?.(entry) ?? [])]) links.now.add(link);
    if (index === 0 || index < last) links.before = new Set(links.now);
  }
  // what the case as it is names or links, whatever its history says, is nothing new
  addMembers(kase, 0);
  for (const link of kase.links ?? []) {
    if (!links.now.has(link)) links.before.add(link);
    links.now.add(link);
  }
  return { id, facts, links };
}

/** Ids that links lead to from some ids, in either direction, and beyond; those nobody gives included. */
function reachedFrom(start: Iterable<string>, cases: readonly Pick<Told, "id" | "links">[]): ReadonlySet<string> {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string): void => {
    if (neighbours.get(a)?.push(b) === undefined) neighbours.set(a, [b]);
  };
  for (const [id, link] of cases.flatMap((own) => [...own.links.now].map((to) => [own.id, to] as const))) {
    join(id, link);
    join(link, id);
  }
  const reached = new Set(start);
  for (const id of reached) for (const other of neighbours.get(id) ?? []) reached.add(other);
  return reached;
}

/** Another case, and where it stands in what was given. */
interface Other<Kase> {
  readonly one: Kase;
  readonly member: OtherCases;
  readonly path: Path;
}

/** The other cases given, each once: of two copies the longer, where it goes on from the shorter. */
function readOthers<Kase extends CaseRecord>(
  context: { readonly linked?: readonly Kase[]; readonly elsewhere?: readonly Kase[] },
  kase: Kase,
): readonly Other<Kase>[] {
  const given = new Map<string, Other<Kase>>([[kase.id, { one: kase, member: "linked", path: ["kase"] }]]);
  for (const member of OTHER_CASES) {
    const { [member]: cases = [] } = context;
    for (const [index, one] of cases.entries()) {
      const path = ["context", member, index];
      const known = given.get(one.id) ?? { one, member, path };
      const isLonger = known.one.history.length < one.history.length;
      const [short, long] = isLonger ? [known.one, one] : [one, known.one];
      const isPrefix = short.history.every((entry, at) => isSameJson(entry, long.history[at]));
      if (!isPrefix || (one.id === kase.id && isLonger)) {
        refuse(CODE, [...path, "history"], "given before with another history", { id: one.id });
      }
      given.set(one.id, isLonger ? { one, member: known.member, path } : known);
    }
  }
  given.delete(kase.id);
  return [...given.values()];
}

/**
 * Why the last entry of a case must not be there; the whole case where it has no other. What it brings together is its
 * own facts with all others, and, where it links, what was reached before with what is reached since.
 */
export function separationOf<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry,
>(
  flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>,
  kase: Kase,
  context: CaseContext<Kase, Policy>,
): SeparationRefusal | null {
  const rules = readSeparation(flow.separation(context.policy), namesOf(flow));
  if (rules.length === 0) return null;
  const last = kase.history.length - 1;
  const own = told(flow, kase, ["kase"], "all");
  if (last === 0 && flow.opening.isOwed === true) return null;
  const acts = own.facts.filter(({ entry }) => entry === last);
  const isLinking = own.links.now.size > own.links.before.size;
  const concerned = isLinking ? rules : rules.filter((rule) => acts.some(({ name }) => isAbout(rule, name)));
  if (concerned.length === 0) return null;
  const others = readOthers(context, kase).map(({ one, member, path }) => {
    const { id, links } = told(flow, one, path, "links");
    return { id, links, member, facts: () => told(flow, one, path, "all").facts };
  });
  const before = reachedFrom([kase.id, ...own.links.before], others);
  const reached = reachedFrom([kase.id, ...own.links.now], others);
  const isMatter = ({ id, member }: (typeof others)[number]): boolean => member === "linked" || reached.has(id);
  const matter = others.filter(isMatter);
  const rest = others.filter((one) => !isMatter(one));
  const isAlways = concerned.some(({ scope }) => scope === "always");
  const isNew = ({ id }: (typeof others)[number]): boolean => isLinking && reached.has(id) && !before.has(id);
  const ids = new Set([kase.id, ...others.map(({ id }) => id)]);
  // a case among the linked ones is of the matter, and so is what it names
  const named = reachedFrom([kase.id, ...own.links.now, ...matter.map(({ id }) => id)], others);
  return separationRefusal(concerned, {
    kase: kase.id,
    fresh: [...acts, ...matter.filter(isNew).flatMap(({ facts }) => facts())],
    known: [
      ...own.facts.filter(({ entry }) => entry !== last),
      ...matter.filter((one) => !isNew(one)).flatMap(({ facts }) => facts()),
    ],
    missing: [...named].filter((id) => !ids.has(id)),
    elsewhere: context.elsewhere === undefined ? null : isAlways ? rest.flatMap(({ facts }) => facts()) : [],
    teams: context.teams ?? null,
  });
}
