import { describeValue, DomainError, type Path } from "./errors.ts";
import { readText } from "./reading.ts";
import { listOf, recordOf, shapeOf, type Reader } from "./shape.ts";

/**
 * A transition table: for each state, the events it accepts and the state each leads to. A state with no events is an
 * end state.
 */
export type TransitionTable<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/** The answer to "may this event happen now": the next state, or what would have been allowed instead. */
export type TransitionOutcome<State extends string, Event extends string> =
  | { readonly ok: true; readonly from: State; readonly event: Event; readonly to: State }
  | TransitionRefused<State, Event>;

/** A step that the table does not have at this state. */
export interface TransitionRefused<State extends string = string, Event extends string = string> {
  readonly ok: false;
  readonly reason: "transition-not-allowed";
  readonly from: State;
  readonly event: Event;
  /** Events the state accepts instead; none at an end state. */
  readonly allowed: readonly Event[];
}

/** A checked transition table with its states. */
export interface Lifecycle<State extends string, Event extends string> {
  readonly initial: State;
  readonly states: readonly State[];
  readonly table: TransitionTable<State, Event>;
}

const CODE = "core/invalid-transition-table";

/** A transition table as it is given. */
interface Definition {
  readonly initial: string;
  readonly table: TransitionTable<string, string>;
}

/** The rows of a table; an event without a target does not exist. */
const readRows = /* @__PURE__ */ ((): Reader<Definition["table"]> =>
  recordOf(recordOf<string | undefined>((to, path, code) => (to === undefined ? to : readText(to, path, code)))))();

const readDefinition = /* @__PURE__ */ (() => shapeOf<Definition>({ initial: readText, table: readRows }))();

const readCopied = /* @__PURE__ */ (() =>
  shapeOf<Lifecycle<string, string>>({ initial: readText, states: listOf(readText), table: readRows }))();

/** Lifecycles that are made here: frozen, so that they need not be read. */
const made = new WeakSet();

/** A lifecycle; another copy of this library may have made it. */
export function readLifecycle(value: Lifecycle<string, string>, path: Path, code: string): Lifecycle<string, string> {
  return made.has(value) ? value : readCopied(value, path, code);
}

/**
 * Checks a transition table and names its initial state.
 *
 * Every target must be a state of the table and every state must be reachable from the initial one, so that a table
 * cannot hold a state that nothing can ever be in.
 *
 * @param definition - initial state and table
 * @returns a frozen lifecycle with its own copy of the table
 * @throws `core/invalid-transition-table` with `details.state` (unknown target, or unreachable state); with the path to
 * what has another kind, is missing or is not a member
 * @example
 * const door = defineLifecycle({ initial: "closed", table: { closed: { open: "opened" }, opened: { close: "closed" } } });
 * door.states // => ["closed", "opened"]
 * @since 0.1.0
 */
export function defineLifecycle<State extends string, Event extends string>(definition: {
  readonly initial: NoInfer<State>;
  readonly table: TransitionTable<State, Event>;
}): Lifecycle<State, Event> {
  readDefinition(definition, ["definition"], CODE);
  // a copy, so that nobody can change a checked table
  const rows = Object.entries<Readonly<Record<string, State | undefined>>>(definition.table).map(
    ([state, row]) =>
      [state, Object.freeze(Object.fromEntries(Object.entries(row).filter(([, to]) => to !== undefined)))] as const,
  );
  const table = Object.freeze(Object.fromEntries(rows)) as TransitionTable<State, Event>;
  const states = Object.keys(table) as State[];
  const known = new Set<string>(states);
  const refuse = (state: string, reason: string): never => {
    throw new DomainError(CODE, `table: ${reason}`, ["table", state], { state });
  };
  if (!known.has(definition.initial)) refuse(definition.initial, "the initial state is not in the table");
  const reached = new Set<string>([definition.initial]);
  for (const state of reached) {
    for (const target of Object.values<string>(table[state as State] as Readonly<Record<Event, State>>)) {
      if (!known.has(target)) refuse(target, "an event leads to a state that is not in the table");
      reached.add(target);
    }
  }
  for (const state of states) if (!reached.has(state)) refuse(state, "no event leads to this state");
  const lifecycle = Object.freeze({ initial: definition.initial, states: Object.freeze(states), table });
  made.add(lifecycle);
  return lifecycle;
}

/** The row of a state; a state read from a database may be one the table never had. */
function targetsOf<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: State,
): Readonly<Partial<Record<Event, State>>> {
  readLifecycle(lifecycle, ["lifecycle"], CODE);
  // a list of one word is not that word
  if (typeof (state as unknown) === "string" && Object.hasOwn(lifecycle.table, state)) return lifecycle.table[state];
  throw new DomainError("core/unknown-state", "state: not in the transition table", ["state"], {
    received: describeValue(state),
    states: lifecycle.states,
  });
}

/**
 * The events a state accepts, in the order of the table.
 *
 * @param lifecycle - from {@link defineLifecycle}
 * @param state - current state
 * @returns event names; empty for an end state
 * @throws `core/unknown-state` for a state that is not in the table
 * @throws `core/invalid-transition-table` when it is not a lifecycle
 * @example
 * const door = defineLifecycle({ initial: "closed", table: { closed: { open: "opened" }, opened: { close: "closed" } } });
 * allowedEvents(door, "opened") // => ["close"]
 * @since 0.1.0
 */
export function allowedEvents<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: State,
): readonly Event[] {
  return Object.keys(targetsOf(lifecycle, state)) as Event[];
}

/**
 * Where an event leads from a state; a refusal is an outcome that says what would have been allowed.
 *
 * @param lifecycle - from {@link defineLifecycle}
 * @param state - current state
 * @param event - what happened
 * @returns the next state, or the refusal with `allowed`
 * @throws `core/unknown-state` for a state that is not in the table; an unknown event is a refusal
 * @throws `core/invalid-transition-table` when it is not a lifecycle
 * @example
 * const door = defineLifecycle({ initial: "closed", table: { closed: { open: "opened" }, opened: { close: "closed" } } });
 * const step = transition(door, "closed", "open");
 * step.ok && step.to // => "opened"
 * const refused = transition(door, "closed", "close");
 * refused.ok ? [] : refused.allowed // => ["open"]
 * @since 0.1.0
 */
export function transition<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: State,
  event: Event,
): TransitionOutcome<State, Event> {
  const targets = targetsOf(lifecycle, state);
  const isText = typeof (event as unknown) === "string";
  const to = isText && Object.hasOwn(targets, event) ? targets[event] : undefined;
  if (to !== undefined) return { ok: true, from: state, event, to };
  const allowed = Object.keys(targets) as Event[];
  // what is not a text is shown by its kind
  const shown = isText ? event : (describeValue(event) as Event);
  return { ok: false, reason: "transition-not-allowed", from: state, event: shown, allowed };
}
