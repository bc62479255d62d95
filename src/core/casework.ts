import { canonicalJson } from "./canonical-json.ts";
import type { Details, Issue } from "./errors.ts";
import { compareInstants } from "./instant.ts";
import { allowedEvents, transition, type Lifecycle } from "./lifecycle.ts";
import type { Instant } from "./local-date.ts";
import { readText } from "./reading.ts";
import { refuse, refuseValue } from "./refusal.ts";
import {
  readSeparation,
  separationRefusal,
  type CaseAct,
  type Deed,
  type PartyMember,
  type SeparationRule,
  type TeamMembership,
} from "./separation.ts";

/** One entry of a history: what happened, when, and who did it. */
export interface CaseEntry {
  readonly type: string;
  readonly at: Instant;
  /** Id of the person, not of a role or an account: a stand-in is somebody else, a new role is not. */
  readonly by: string;
}

/** A case: a state, and everything that happened, in the order in which it happened. Nothing is ever removed. */
export interface CaseRecord<State extends string = string, Entry extends CaseEntry = CaseEntry> {
  readonly id: string;
  readonly state: State;
  readonly history: readonly Entry[];
  /** Ids of the cases that are the same matter: what it was split from, what was merged with it, what it re-opens. */
  readonly links?: readonly string[];
}

/** What a case has besides its identity, its state and its history, and what its history may change. */
export type Carried<Kase> = Partial<Omit<Kase, "id" | "state" | "history" | "links">>;

/** A condition of a step, besides its place, its time and its persons. */
export interface CaseCondition<Kase, Step, Refusal extends string, Policy> {
  /** What the refusal says when it is not met. */
  readonly reason: Refusal;
  /** Ids and limits when it is not met; null when it is. */
  readonly unmet: (kase: Kase, step: Step, policy: Policy) => Details | null;
}

/** The conditions of each type of step, in the order in which they are checked. */
export type CaseConditions<Kase, Step extends CaseEntry, Refusal extends string, Policy> = {
  readonly [Type in Step["type"]]?: readonly CaseCondition<Kase, Extract<Step, { type: Type }>, Refusal, Policy>[];
};

/**
 * The course of a kind of case, as one value: which step leads where, what is recorded without changing the state, what
 * each step needs, and who the case keeps apart. Built with {@link defineCaseFlow}.
 */
export interface CaseFlow<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State> = CaseRecord<State>,
  Policy = unknown,
  Note extends CaseEntry = never,
> {
  /** Room of the case; the codes of its issues begin with it. */
  readonly room: string;
  readonly lifecycle: Lifecycle<State, Step["type"]>;
  /** Type of the entry every history begins with, and the issue when it does not. */
  readonly opening: { readonly type: string; readonly issue: string };
  /** States in which only notes that are welcome `always` are recorded. */
  readonly over: readonly State[];
  /** Entries that change no state, and until when they are taken. */
  readonly notes: Readonly<Record<Note["type"], "always" | "until-over">>;
  readonly conditions: CaseConditions<Kase, Step | Note, Refusal, Policy>;
  /** What else of the case its history decides: the value after the opening, and after each entry. */
  readonly carried?: {
    readonly start: Carried<Kase>;
    readonly after: (before: Carried<Kase>, entry: Step | Note) => Carried<Kase>;
  };
  /** The actions in an entry, where there are more than that `by` did what `type` says; `names` are those of the others. */
  readonly acts?: {
    readonly names: readonly string[];
    readonly of: (entry: Kase["history"][number]) => readonly CaseAct[];
  };
  /** The people a case names, by party; they need never have acted. */
  readonly parties: Readonly<Record<string, (kase: Kase) => readonly string[]>>;
  /** The separation of persons a policy asks for. */
  readonly separation: (policy: Policy) => readonly SeparationRule[];
}

/** What a step is checked against. */
export interface CaseContext<Kase, Policy> {
  readonly policy: Policy;
  /** The other cases of the same matter, each with its history: every one the case names, and every one they name. */
  readonly linked?: readonly Kase[];
  /** All other cases there are, for separations that hold always; a list of none says that there are none. */
  readonly elsewhere?: readonly Kase[];
  /** Who is or was in which team, for separations by team. Somebody in no team has a row of their own. */
  readonly teams?: readonly TeamMembership[];
}

/** Why casework itself refuses a step, whatever the room. */
export const CASEWORK_REFUSALS = [
  "transition-not-allowed",
  "case-over",
  "before-last-entry",
  "separated",
  "separation-unknown",
] as const;
/** Why casework itself refuses a step. */
export type CaseworkRefusal = (typeof CASEWORK_REFUSALS)[number];

/** A case one entry further, or why not and which steps its state allows. */
export type CaseOutcome<Kase, Step extends CaseEntry, Refusal extends string> =
  | { readonly ok: true; readonly kase: Kase }
  | {
      readonly ok: false;
      readonly reason: Refusal | CaseworkRefusal;
      /** Steps the state allows, whatever their other conditions. */
      readonly allowed: readonly Step["type"][];
      /** Ids and limits, no free text. */
      readonly details: Details;
    };

/** What replaying a history gives. */
export type Replayed<State extends string, Kase extends CaseRecord<State>> = Pick<Kase, "history"> & {
  readonly state: State;
} & Carried<Kase>;

interface FlowNames {
  readonly actions: readonly string[];
  readonly parties: readonly string[];
}

/** What is checked of a flow, whatever its types. */
interface FlowShape {
  readonly lifecycle: { readonly states: readonly string[]; readonly table: Readonly<Record<string, object>> };
  readonly opening: { readonly type: string };
  readonly over: readonly string[];
  readonly notes: object;
  readonly conditions: object;
  readonly acts?: { readonly names: readonly string[] };
  readonly parties: object;
}

const namesByFlow = new WeakMap<object, FlowNames>();

/** What a flow calls its actions and parties, each known and used once; the flow is checked on first use. */
function namesOf(flow: FlowShape): FlowNames {
  const checked = namesByFlow.get(flow);
  if (checked !== undefined) return checked;
  const steps = new Set(Object.values(flow.lifecycle.table).flatMap((row) => Object.keys(row)));
  const notes = Object.keys(flow.notes);
  const entries = [...steps, ...notes];
  const actions = [...new Set([flow.opening.type, ...entries, ...(flow.acts?.names ?? [])])];
  const parties = Object.keys(flow.parties);
  const refuseName = (member: string, reason: string, name: string): never =>
    refuse("core/invalid-case-flow", ["flow", member], reason, { name });
  for (const note of notes) if (steps.has(note)) refuseName("notes", "also a step", note);
  if (entries.includes(flow.opening.type)) refuseName("opening", "also a step or a note", flow.opening.type);
  for (const type of Object.keys(flow.conditions)) {
    if (!entries.includes(type)) refuseName("conditions", "neither a step nor a note", type);
  }
  for (const party of parties) if (actions.includes(party)) refuseName("parties", "also an action", party);
  for (const state of flow.over) if (!flow.lifecycle.states.includes(state)) refuseName("over", "not a state", state);
  const names = { actions, parties };
  namesByFlow.set(flow, names);
  return names;
}

/**
 * Checks the course of a kind of case (流程) and freezes it.
 *
 * Every name in it must be known: a condition of a step that the table does not have, or a note that is also a step,
 * would never be looked at.
 *
 * @param flow - transition table, notes, conditions, parties and separation
 * @returns the same, frozen
 * @throws `core/invalid-case-flow` with the path to the name that is unknown or used twice
 * @example
 * const lifecycle = defineLifecycle<"draft" | "submitted" | "approved", "submit" | "approve">({
 *   initial: "draft", table: { draft: { submit: "submitted" }, submitted: { approve: "approved" }, approved: {} },
 * });
 * const flow = defineCaseFlow<"draft" | "submitted" | "approved", CaseEntry & { type: "submit" | "approve" }, never, CaseRecord<"draft" | "submitted" | "approved">, { readonly separation: readonly SeparationRule[] }>({
 *   room: "reports", lifecycle, opening: { type: "write", issue: "not-written-first" }, over: ["approved"], notes: {}, conditions: {}, parties: {},
 *   separation: ({ separation }) => separation,
 * });
 * flow.lifecycle.states // => ["draft", "submitted", "approved"]
 * @since 0.1.0
 */
export function defineCaseFlow<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State> = CaseRecord<State>,
  Policy = unknown,
  Note extends CaseEntry = never,
>(flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>): CaseFlow<State, Step, Refusal, Kase, Policy, Note> {
  const frozen = Object.freeze({ ...flow });
  namesOf(frozen);
  return frozen;
}

/** Ids that this case or a linked one names and nobody gives; a case given is known by its id. */
function missingLinks(kase: CaseRecord, linked: readonly CaseRecord[]): readonly string[] {
  const given = new Set([kase, ...linked].map(({ id }) => id));
  return [...new Set([kase, ...linked].flatMap(({ links }) => links ?? []))].filter((id) => !given.has(id));
}

/** Takes the step, unchecked. */
function taken<Kase extends CaseRecord>(kase: Kase, entry: CaseEntry, state: string, carried?: Carried<Kase>): Kase {
  return { ...kase, ...carried, state, history: [...kase.history, entry] };
}

/**
 * Takes a case one step further (流转), or says why not.
 *
 * A step is checked for its place in the transition table, its order in time, the separation of persons, and then the
 * conditions of its type, in this order; the first that is not met answers, with the steps the state allows instead. A
 * note changes no state and is refused as `case-over` where the flow takes none. The case passed in is never changed;
 * the history only grows.
 *
 * Separation is checked here and nowhere else, for every entry, over the histories of this case and of all linked ones,
 * by person: a new role, another unit, a stand-in, a re-opened or split case change nothing. Where a history is missing
 * that a rule needs (a case that is named and not given, `elsewhere` for a rule that holds always, the team of somebody),
 * every step the rule is about is refused as `separation-unknown`.
 *
 * @param flow - the course of this kind of case
 * @param kase - the case as it is
 * @param step - what happens next
 * @param context - the policy, and what separation needs to know
 * @returns the case with one more entry, or the refusal
 * @throws `core/invalid-case` when the history is empty or nobody is named in the step
 * @throws `core/invalid-separation` when a rule of the policy names an action or a party that does not exist
 * @throws `core/invalid-instant`, `core/unknown-state`, and what the conditions throw
 * @example
 * type State = "draft" | "submitted" | "approved";
 * type Step = CaseEntry & { readonly type: "submit" | "approve" };
 * const lifecycle = defineLifecycle<State, Step["type"]>({
 *   initial: "draft", table: { draft: { submit: "submitted" }, submitted: { approve: "approved" }, approved: {} },
 * });
 * const rules: readonly SeparationRule[] = [{ id: "four-eyes", between: ["submit", "approve"], scope: "same-case", relation: "same-person", source: "house rule" }];
 * const flow = defineCaseFlow<State, Step, never>({
 *   room: "reports", lifecycle, opening: { type: "write", issue: "not-written-first" }, over: ["approved"], notes: {}, conditions: {}, parties: {},
 *   separation: () => rules,
 * });
 * const draft: CaseRecord<State> = { id: "R-1", state: "draft", history: [{ type: "write", at: "2026-02-13T09:00:00+08:00", by: "E-4" }] };
 * const submitted = orThrow(advance(flow, draft, { type: "submit", at: "2026-02-13T17:00:00+08:00", by: "E-4" }, { policy: null })).kase;
 * const refused = advance(flow, submitted, { type: "approve", at: "2026-02-14T09:00:00+08:00", by: "E-4" }, { policy: null });
 * refused.ok ? null : [refused.reason, refused.details["rule"]] // => ["separated", "four-eyes"]
 * advance(flow, submitted, { type: "approve", at: "2026-02-14T09:00:00+08:00", by: "E-7" }, { policy: null }).ok // => true
 * @since 0.1.0
 */
export function advance<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry = never,
>(
  flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>,
  kase: Kase,
  step: Step | Note,
  context: CaseContext<Kase, Policy>,
): CaseOutcome<Kase, Step, Refusal> {
  const refused = (reason: Refusal | CaseworkRefusal, details: Details): CaseOutcome<Kase, Step, Refusal> => ({
    ok: false,
    reason,
    allowed: allowedEvents(flow.lifecycle, kase.state),
    details,
  });
  if (typeof (step as unknown) !== "object" || (step as unknown) === null) {
    refuseValue("core/invalid-case", ["step"], "not an object", step);
  }
  const { type }: CaseEntry = step;
  let { state }: { state: State } = kase;
  if (Object.hasOwn(flow.notes, type)) {
    if (flow.notes[type as Note["type"]] === "until-over" && flow.over.includes(state)) {
      return refused("case-over", { state, type });
    }
  } else {
    const moved = transition<State, Step["type"]>(flow.lifecycle, state, type);
    if (!moved.ok) return refused(moved.reason, { from: moved.from, type: moved.event });
    state = moved.to;
  }
  const last = kase.history.at(-1);
  if (last === undefined) return refuse("core/invalid-case", ["kase", "history"], "empty", { id: kase.id });
  if (compareInstants(step.at, last.at) < 0) {
    return refused("before-last-entry", { type, at: step.at, last: last.at });
  }
  readText(step.by, ["step", "by"], "core/invalid-case");
  const after = taken(kase, step, state, flow.carried?.after(kase, step));
  const separated = separationOf(flow, kase, after, context);
  if (separated !== null) return refused(separated.reason, separated.details);
  const conditions = Object.hasOwn(flow.conditions, type)
    ? (flow.conditions[type as (Step | Note)["type"]] as readonly CaseCondition<Kase, Step | Note, Refusal, Policy>[])
    : [];
  for (const { reason, unmet } of conditions) {
    const details = unmet(kase, step, context.policy);
    if (details !== null) return refused(reason, details);
  }
  return { ok: true, kase: after };
}

function separationOf<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry,
>(
  flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>,
  kase: Kase,
  after: Kase,
  { policy, linked = [], elsewhere, teams }: CaseContext<Kase, Policy>,
): ReturnType<typeof separationRefusal> {
  const rules = readSeparation(flow.separation(policy), namesOf(flow));
  if (rules.length === 0) return null;
  const deedsOf = ({ id, history }: Kase): Deed[] =>
    history.flatMap((entry: Kase["history"][number], index) =>
      [{ action: entry.type, person: entry.by }, ...(flow.acts?.of(entry) ?? [])].map((act) => ({
        ...act,
        case: id,
        entry: index,
        at: entry.at,
      })),
    );
  const membersOf = (one: Kase): PartyMember[] =>
    Object.entries<(kase: Kase) => readonly string[]>(flow.parties).flatMap(([party, people]) =>
      people(one).map((person) => ({ party, person, case: one.id, at: one.history[0]?.at ?? "" })),
    );
  const others = linked.filter(({ id }) => id !== kase.id);
  const before = membersOf(kase);
  const now = membersOf(after);
  const index = kase.history.length;
  return separationRefusal(rules, {
    acts: deedsOf(after).filter(({ entry }) => entry === index),
    deeds: [kase, ...others].flatMap(deedsOf),
    members: [...now, ...others.flatMap(membersOf)],
    joined: now.filter(({ party, person }) => !before.some((one) => one.party === party && one.person === person)),
    missing: missingLinks(kase, others),
    elsewhere: elsewhere?.flatMap(deedsOf) ?? null,
    teams: teams ?? null,
  });
}

/**
 * The state a history leads to, and what else it decides (重放); nothing is checked but the transition table, so that what
 * was allowed under an earlier policy stays what it is.
 *
 * @param flow - the course of this kind of case
 * @param history - the opening entry, then every step and note in order
 * @returns the history, the state, and what the flow carries
 * @throws `core/invalid-case` when the history does not begin with the opening, or an entry does not follow from the
 * one before, with the path to it
 * @example
 * type State = "draft" | "submitted";
 * const lifecycle = defineLifecycle<State, "submit">({ initial: "draft", table: { draft: { submit: "submitted" }, submitted: {} } });
 * const flow = defineCaseFlow<State, CaseEntry & { readonly type: "submit" }, never>({
 *   room: "reports", lifecycle, opening: { type: "write", issue: "not-written-first" }, over: [], notes: {}, conditions: {}, parties: {}, separation: () => [],
 * });
 * const history = [{ type: "write", at: "2026-02-13T09:00:00+08:00", by: "E-4" }, { type: "submit", at: "2026-02-13T17:00:00+08:00", by: "E-4" }];
 * replay(flow, history).state // => "submitted"
 * replay(flow, [...history, ...history]) // throws core/invalid-case
 * @since 0.1.0
 */
export function replay<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry = never,
>(flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>, history: Kase["history"]): Replayed<State, Kase> {
  const refuseEntry = (index: number, entry: CaseEntry | undefined): never =>
    refuse("core/invalid-case", ["history", index], "does not follow from what came before", {
      type: entry?.type ?? null,
      at: entry?.at ?? null,
    });
  const [opening, ...entries] = history;
  if (opening?.type !== flow.opening.type) refuseEntry(0, opening);
  let state: State = flow.lifecycle.initial;
  let carried: Carried<Kase> = flow.carried?.start ?? {};
  for (const [index, entry] of entries.entries()) {
    if (!Object.hasOwn(flow.notes, entry.type)) {
      const moved = transition<State, Step["type"]>(flow.lifecycle, state, entry.type);
      state = moved.ok ? moved.to : refuseEntry(index + 1, entry);
    }
    carried = flow.carried?.after(carried, entry as Step | Note) ?? carried;
  }
  return { ...carried, state, history };
}

/**
 * Checks a case that was stored or came from elsewhere (核对): its history is taken again, step by step.
 *
 * Each entry that would be refused becomes an issue `<room>/<refusal>` and is left out of what follows. At the end, the
 * state and what else the history decides must be those of the case.
 *
 * @param flow - the course of this kind of case
 * @param opened - the case as it is when it is opened, with its first entry
 * @param kase - the case to check
 * @param context - the policy, and what separation needs to know
 * @returns issues in the order of the history; none when all is well
 * @throws `core/invalid-instant`, and what the conditions throw
 * @example
 * type State = "draft" | "submitted";
 * const lifecycle = defineLifecycle<State, "submit">({ initial: "draft", table: { draft: { submit: "submitted" }, submitted: {} } });
 * const flow = defineCaseFlow<State, CaseEntry & { readonly type: "submit" }, never>({
 *   room: "reports", lifecycle, opening: { type: "write", issue: "not-written-first" }, over: [], notes: {}, conditions: {}, parties: {}, separation: () => [],
 * });
 * const opened: CaseRecord<State> = { id: "R-1", state: "draft", history: [{ type: "write", at: "2026-02-13T09:00:00+08:00", by: "E-4" }] };
 * checkCase(flow, opened, { ...opened, state: "submitted" }, { policy: null }) // => [{ code: "reports/state-differs", path: ["state"], details: { state: "submitted", expected: "draft" } }]
 * @since 0.1.0
 */
export function checkCase<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry = never,
>(
  flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>,
  opened: Kase,
  kase: Kase,
  context: CaseContext<Kase, Policy>,
): readonly Issue[] {
  const issues: Issue[] = [];
  let replayed = opened;
  for (const [index, entry] of kase.history.entries()) {
    const isOpening = entry.type === flow.opening.type;
    if (isOpening !== (index === 0) || (isOpening && entry.at !== opened.history[0]?.at)) {
      const details = { type: entry.type, at: entry.at };
      issues.push({ code: `${flow.room}/${flow.opening.issue}`, path: ["history", index], details });
    } else if (!isOpening) {
      const outcome = advance(flow, replayed, entry as Step | Note, context);
      if (outcome.ok) replayed = outcome.kase;
      else issues.push({ code: `${flow.room}/${outcome.reason}`, path: ["history", index], details: outcome.details });
    }
  }
  for (const field of ["state", ...Object.keys(flow.carried?.start ?? {})] as (keyof Kase & string)[]) {
    const [found, expected] = [kase[field], replayed[field]];
    if (canonicalJson([found ?? null]) === canonicalJson([expected ?? null])) continue;
    issues.push({ code: `${flow.room}/${field}-differs`, path: [field], details: { [field]: found, expected } });
  }
  return issues;
}
