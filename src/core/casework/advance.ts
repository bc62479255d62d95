import { compareInstants, toInstantParts } from "../instant.ts";
import { allowedEvents, transition, type Lifecycle } from "../lifecycle.ts";
import { frozenCopy, readObject } from "../reading.ts";
import { refuse } from "../refusal.ts";
import {
  namesOf,
  type Carried,
  type CaseCondition,
  type CaseContext,
  type CaseEntry,
  type CaseFlow,
  type CaseOutcome,
  type CaseRecord,
  type CaseworkRefusal,
  type CaseworkRefusalDetails,
} from "./flow.ts";
import { readCase, readContext, separationOf } from "./matter.ts";
import { readPerson } from "./separation.ts";

/** The state a history leads to; what the table does not have there leads nowhere. */
function stateOf<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  history: readonly CaseEntry[],
): State {
  let { initial: state } = lifecycle;
  for (const { type } of history) {
    const moved = transition<State, string>(lifecycle, state, type);
    if (moved.ok) state = moved.to;
  }
  return state;
}

/** Takes the step, unchecked. */
function taken<Kase extends CaseRecord>(kase: Kase, entry: CaseEntry, state: string, carried?: Carried<Kase>): Kase {
  return Object.freeze({ ...kase, ...carried, state, history: Object.freeze([...kase.history, entry]) });
}

/**
 * Takes a case one step further (流转), or says why not.
 *
 * A step is checked for its place in the transition table, its order in time, the separation of persons, and then the
 * conditions of its type, in this order; the first that is not met answers, with the steps the state allows instead. A
 * note changes no state and is refused as `case-over` where the flow takes none. The case passed in is never changed;
 * the history only grows.
 *
 * Separation is checked here and in {@link openCase}, over the histories of this case and of all linked ones, by person:
 * a new role, another unit, a stand-in, a re-opened or split case change nothing, and who was a party once stays one.
 * A step is refused for what it would bring together, in either order of time, not for what was together before. Where
 * a history is missing that a rule needs (a case that is named and not given, `elsewhere` for a rule that holds always,
 * the team of somebody), every step the rule is about is refused as `separation-unknown`.
 *
 * @param flow - the course of this kind of case
 * @param kase - the case as it is
 * @param step - what happens next
 * @param context - the policy, and what separation needs to know
 * @returns the case with one more entry, a copy of the step that nobody can change; or the refusal
 * @throws `core/invalid-case` when the step is not an object, or `by` or another person in it is not an id; when a case is
 * not an object with a history, its state is not the one its history leads to, or one that is linked has the id of this
 * one and another history
 * @throws `core/invalid-separation` when a rule of the policy names an action or a party that does not exist, or a team
 * has no person, no name or no time
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
  namesOf(flow);
  readCase(kase, ["kase"]);
  readContext(context);
  // what is checked is what is written down: a copy nobody else holds
  const entry = frozenCopy(readObject(step, ["step"], "core/invalid-case"), ["step"], "core/invalid-case");
  const allowed = allowedEvents(flow.lifecycle, kase.state);
  const expected = stateOf(flow.lifecycle, kase.history);
  if (kase.state !== expected) {
    refuse("core/invalid-case", ["kase", "state"], "not the state the history leads to", {
      id: kase.id,
      state: kase.state,
      expected,
    });
  }
  const refused = <Reason extends CaseworkRefusal>(
    reason: Reason,
    details: CaseworkRefusalDetails[Reason],
  ): CaseOutcome<Kase, Step, Refusal> => ({ ok: false, reason, allowed, details }) as CaseOutcome<Kase, Step, Refusal>;
  const { type }: CaseEntry = entry;
  let { state }: { state: State } = kase;
  // an unknown type of any kind is out of place; a list of one word is not that word
  if (typeof (type as unknown) === "string" && Object.hasOwn(flow.notes, type)) {
    if (flow.notes[type as Note["type"]] === "until-over" && flow.over.includes(state)) {
      return refused("case-over", { state, type });
    }
  } else {
    const moved = transition<State, Step["type"]>(flow.lifecycle, state, type);
    if (!moved.ok) return refused(moved.reason, { from: moved.from, type: moved.event });
    state = moved.to;
  }
  const last = kase.history.at(-1)?.at ?? "";
  toInstantParts(entry.at, ["step", "at"]);
  if (compareInstants(entry.at, last) < 0) return refused("before-last-entry", { type, at: entry.at, last });
  readPerson(entry.by, ["step", "by"]);
  const after = taken(kase, entry, state, flow.carried?.after(kase, entry));
  const separated = separationOf(flow, after, context);
  if (separated !== null) return refused(separated.reason, separated.details);
  const conditions = Object.hasOwn(flow.conditions, type)
    ? (flow.conditions[type as (Step | Note)["type"]] as readonly CaseCondition<Kase, Step | Note, Refusal, Policy>[])
    : [];
  for (const { reason, unmet } of conditions) {
    const details = unmet(kase, entry, context.policy, context);
    if (details !== null) return { ok: false, reason, allowed, details };
  }
  return { ok: true, kase: after };
}

/**
 * Opens a case (立案): the separation of persons asked before its first entry.
 *
 * A case that is split from another, appeals against it or re-opens it has a history before it begins. Opening is refused
 * where it would bring together what a rule keeps apart: whoever opens it, and the parties it names, against the linked
 * cases. These are not judged among themselves. An opening that is owed is not refused.
 *
 * @param flow - the course of this kind of case
 * @param kase - the case with its opening entry alone
 * @param context - the policy, and what separation needs to know
 * @returns a copy of the case that nobody can change, or the refusal
 * @throws `core/invalid-case` when the history is not the opening entry alone, and as in {@link advance}
 * @throws `core/invalid-separation`, `core/invalid-instant`
 * @example
 * type State = "open" | "closed";
 * const lifecycle = defineLifecycle<State, "close">({ initial: "open", table: { open: { close: "closed" }, closed: {} } });
 * const rules: readonly SeparationRule[] = [{ id: "appeal-past-decider", between: ["close", "appeal"], scope: "same-case", relation: "same-person", source: "house rule" }];
 * const flow = defineCaseFlow<State, CaseEntry & { readonly type: "close" }, never>({
 *   room: "appeals", lifecycle, opening: { type: "appeal", issue: "not-appealed-first" }, over: ["closed"], notes: {}, conditions: {}, parties: {}, separation: () => rules,
 * });
 * const first: CaseRecord<State> = { id: "A-1", state: "closed", history: [{ type: "appeal", at: "2026-02-13T09:00:00+08:00", by: "E-4" }, { type: "close", at: "2026-02-13T17:00:00+08:00", by: "E-7" }] };
 * const again = (by: string): CaseRecord<State> => ({ id: "A-2", links: ["A-1"], state: "open", history: [{ type: "appeal", at: "2026-02-14T09:00:00+08:00", by }] });
 * openCase(flow, again("E-7"), { policy: null, linked: [first] }).ok // => false
 * openCase(flow, again("E-4"), { policy: null, linked: [first] }).ok // => true
 * @since 0.1.0
 */
export function openCase<
  State extends string,
  Step extends CaseEntry,
  Refusal extends string,
  Kase extends CaseRecord<State>,
  Policy,
  Note extends CaseEntry = never,
>(
  flow: CaseFlow<State, Step, Refusal, Kase, Policy, Note>,
  kase: Kase,
  context: CaseContext<Kase, Policy>,
): CaseOutcome<Kase, Step, Refusal> {
  namesOf(flow);
  readCase(kase, ["kase"]);
  readContext(context);
  const [opening, ...rest] = kase.history as readonly [CaseEntry, ...CaseEntry[]];
  readPerson(opening.by, ["kase", "history", 0, "by"]);
  if (opening.type !== flow.opening.type || rest.length > 0 || kase.state !== flow.lifecycle.initial) {
    refuse("core/invalid-case", ["kase", "history"], "not the opening entry alone", { id: kase.id });
  }
  const separated = separationOf(flow, kase, context);
  if (separated === null) return { ok: true, kase: frozenCopy(kase, ["kase"], "core/invalid-case") };
  return { ok: false, ...separated, allowed: allowedEvents(flow.lifecycle, kase.state) };
}
