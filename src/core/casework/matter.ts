import { canonicalJson } from "../canonical-json.ts";
import type { Path } from "../errors.ts";
import { readList, readObject } from "../reading.ts";
import { refuse, refuseValue } from "../refusal.ts";
import { namesOf, type Carried, type CaseContext, type CaseEntry, type CaseFlow, type CaseRecord } from "./flow.ts";
import { readPerson, readSeparation, separationRefusal, type CaseFact, type SeparationRefusal } from "./separation.ts";

/** A case with a history; what is in the entries besides is for the flow. */
export function readCase<Kase extends CaseRecord>(kase: Kase, path: Path): Kase {
  const code = "core/invalid-case";
  const { id } = readObject(kase, path, code);
  if (typeof (id as unknown) !== "string" || id === "") refuseValue(code, [...path, "id"], "not a text, or empty", id);
  const history = readList<Kase["history"][number]>(kase.history, [...path, "history"], code);
  if (history.length === 0) refuse(code, [...path, "history"], "empty", { id });
  for (const [index, entry] of history.entries()) readObject(entry, [...path, "history", index], code);
  if (kase.links !== undefined) readList(kase.links, [...path, "links"], code);
  return kase;
}

/** What a history makes so, entry by entry: who did what, and who was ever a party. */
function factsOf<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry,
>(flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>, kase: Kase, path: Path): readonly CaseFact[] {
  const facts: CaseFact[] = [];
  const members = new Map<string, Set<string>>();
  const { id, history } = kase;
  const add = (as: CaseFact["as"], name: string, person: string, entry: number): void => {
    const { at }: CaseEntry = history[entry] ?? { type: "", at: "", by: "" };
    facts.push({ as, name, person: readPerson(person, [...path, "history", entry]), case: id, entry, at });
  };
  const addMembers = (then: Kase, entry: number): void => {
    for (const [party, people] of Object.entries<(kase: Kase) => readonly string[]>(flow.parties)) {
      const known = members.get(party) ?? new Set();
      members.set(party, known);
      for (const person of people(then)) {
        if (!known.has(person)) add("party", party, person, entry);
        known.add(person);
      }
    }
  };
  let carried: Carried<Kase> | undefined;
  for (const [index, entry] of history.entries() as IterableIterator<[number, Kase["history"][number]]>) {
    carried = index === 0 ? flow.carried?.start(entry) : flow.carried?.after(carried ?? kase, entry as Step | Note);
    add("action", entry.type, entry.by, index);
    for (const { action, person } of flow.acts?.of(entry) ?? []) add("action", action, person, index);
    addMembers({ ...kase, ...carried, history: history.slice(0, index + 1) }, index);
  }
  // what the case as it is names, whatever its history says
  addMembers(kase, history.length - 1);
  return facts;
}

/** The cases of one matter: those linked, and those elsewhere whose links lead to it in either direction. */
function matterOf<Kase extends CaseRecord>(
  kase: Kase,
  linked: readonly Kase[],
  elsewhere: readonly Kase[],
): { readonly matter: readonly Kase[]; readonly rest: readonly Kase[]; readonly missing: readonly string[] } {
  const ids = new Set([kase, ...linked].map(({ id }) => id));
  const named = new Set([kase, ...linked].flatMap(({ links }) => links ?? []));
  const matter = [...linked];
  let rest = elsewhere.filter(({ id }) => !ids.has(id));
  for (;;) {
    const found = rest.filter(({ id, links = [] }) => named.has(id) || links.some((link) => ids.has(link)));
    if (found.length === 0) break;
    for (const one of found) {
      ids.add(one.id);
      for (const link of one.links ?? []) named.add(link);
    }
    matter.push(...found);
    rest = rest.filter((one) => !found.includes(one));
  }
  return { matter, rest, missing: [...named].filter((id) => !ids.has(id)) };
}

/** The linked cases, without this one: a copy of it with another history is a history nobody looked at. */
function readLinked<Kase extends CaseRecord>(cases: readonly Kase[], kase: Kase, member: string): readonly Kase[] {
  const others: Kase[] = [];
  for (const [index, one] of readList(cases, ["context", member], "core/invalid-case").entries()) {
    const path = ["context", member, index];
    if (readCase(one, path).id !== kase.id) others.push(one);
    else if (canonicalJson(one.history) !== canonicalJson(kase.history.slice(0, one.history.length))) {
      refuse("core/invalid-case", [...path, "history"], "the case itself, with another history", { id: kase.id });
    }
  }
  return others;
}

/** Why the last entry of a case must not be there; `before` is the case without it, whose links it may add to. */
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
  before: Kase = kase,
): SeparationRefusal | null {
  const rules = readSeparation(flow.separation(context.policy), namesOf(flow));
  if (rules.length === 0) return null;
  const last = kase.history.length - 1;
  const own = factsOf(flow, kase, ["kase"]);
  const isNew = new Set((kase.links ?? []).filter((id) => before.links?.includes(id) !== true));
  const acts = own.filter(({ entry }) => entry === last);
  // a step that links brings everything together, whatever it is
  const concerned =
    isNew.size > 0 ? rules : rules.filter(({ between }) => acts.some(({ name }) => between.includes(name)));
  if (concerned.length === 0) return null;
  const { linked = [], elsewhere = [] } = context;
  const { matter, rest, missing } = matterOf(
    kase,
    readLinked(linked, kase, "linked"),
    readLinked(elsewhere, kase, "elsewhere"),
  );
  const factsIn = (cases: readonly Kase[]): readonly CaseFact[] =>
    cases.flatMap((one) => factsOf(flow, one, ["context", "linked"]));
  let others: readonly CaseFact[] | null = null;
  return separationRefusal(concerned, {
    kase: kase.id,
    fresh: [...acts, ...factsIn(matter.filter(({ id }) => isNew.has(id)))],
    known: [...own.filter(({ entry }) => entry !== last), ...factsIn(matter.filter(({ id }) => !isNew.has(id)))],
    isLinking: isNew.size > 0,
    missing,
    elsewhere:
      context.elsewhere === undefined
        ? null
        : () => (others ??= rest.flatMap((one) => factsOf(flow, one, ["context", "elsewhere"]))),
    teams: context.teams ?? null,
  });
}
