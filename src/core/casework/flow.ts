import type { Details } from "../errors.ts";
import { readLifecycle, type Lifecycle } from "../lifecycle.ts";
import type { Instant } from "../local-date.ts";
import { readFlag, readFunction, readText } from "../reading.ts";
import { refuse } from "../refusal.ts";
import { listOf, oneOf, optional, recordOf, shapeOf, type Reader } from "../shape.ts";
import {
  SEPARATION_REFUSALS,
  type CaseAct,
  type SeparationRefusalDetails,
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
export type Carried<Kase> = Partial<Omit<Kase, "id" | "state" | "history">>;

/** Until when a note is taken: in every state, or until the case is over. */
export const CASE_NOTE_TIMES = ["always", "until-over"] as const;
/** Until when a note is taken. */
export type CaseNoteTime = (typeof CASE_NOTE_TIMES)[number];

/** The other cases a step is checked against, as they were given. */
export type OtherCasesGiven<Kase> = Pick<CaseContext<Kase, unknown>, "linked" | "elsewhere">;

/** A condition of a step, besides its place, its time and its persons. */
export interface CaseCondition<Kase, Step, Refusal extends string, Policy> {
  /** What the refusal says when it is not met. */
  readonly reason: Refusal;
  /** Ids and limits when it is not met; null when it is. The other cases are those of the context. */
  readonly unmet: (kase: Kase, step: Step, policy: Policy, others: OtherCasesGiven<Kase>) => Details | null;
}

/** The conditions of each type of step, in the order in which they are checked. */
export type CaseConditions<Kase, Step extends CaseEntry, Refusal extends string, Policy> = {
  readonly [Type in Step["type"]]?: readonly CaseCondition<Kase, Extract<Step, { type: Type }>, Refusal, Policy>[];
};

/** The entry every history of a kind of case begins with. */
export interface CaseOpening {
  readonly type: string;
  /** The issue when a history does not begin with it. */
  readonly issue: string;
  /**
   * Whether whoever it comes to must take it, whatever it says, as everybody must receive a complaint. No rule then
   * stands against the opening itself, neither against whoever takes it nor against the parties it names: what these did
   * in linked cases until then stays lawful. Both count for everything that follows. Default: it is judged as a step is.
   */
  readonly isOwed?: boolean;
}

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
  /** The entry every history begins with. */
  readonly opening: CaseOpening;
  /** States in which only notes that are welcome `always` are recorded. */
  readonly over: readonly State[];
  /** Entries that change no state, and until when they are taken. */
  readonly notes: Readonly<Record<Note["type"], CaseNoteTime>>;
  readonly conditions: CaseConditions<Kase, Step | Note, Refusal, Policy>;
  /**
   * What else of the case its history decides, each time the same members: after the opening entry, and after each step
   * or note. `links` may be among them: a step that adds one is asked about everything it brings together.
   */
  readonly carried?: {
    /** What the opening entry decides. */
    readonly start: (opening: Kase["history"][number]) => Carried<Kase>;
    /** What a step or a note changes of it. */
    readonly after: (before: Carried<Kase>, entry: Step | Note) => Carried<Kase>;
  };
  /** The actions in an entry, where there are more than that `by` did what `type` says. */
  readonly acts?: {
    /** Names of the actions that are not types of entries. */
    readonly names: readonly string[];
    /** The actions in an entry besides its own; `before` is the history that leads to it. */
    readonly of: (entry: Kase["history"][number], before: Kase["history"]) => readonly CaseAct[];
  };
  /**
   * The other cases an entry makes the same matter, such as the one it merges into; they need not be in `links` of the
   * case. A step that links is asked about everything it brings together.
   */
  readonly links?: (entry: Kase["history"][number]) => readonly string[];
  /**
   * The people a case names, by party; they need never have acted. Whoever was a party after any entry stays one for
   * the separation of persons.
   */
  readonly parties: Readonly<Record<string, (kase: Kase) => readonly string[]>>;
  /**
   * Notes that record who was a party all along, which nobody knew before. What these people did until then stays
   * lawful; so it does for an opening that is owed. Any other entry that makes somebody a party is refused where that
   * person has done what a party does not.
   */
  readonly discloses?: readonly Note["type"][];
  /** The separation of persons a policy asks for. */
  readonly separation: (policy: Policy) => readonly SeparationRule[];
}

/** What a step is checked against. */
export interface CaseContext<Kase, Policy> {
  /** The policy; or an object that holds it beside the facts that conditions look at. */
  readonly policy: Policy;
  /**
   * The other cases of the same matter, each with its whole history: those the case names in `links`, those that name
   * it, and so on. A case that is named and not given is noticed; one that only names this one cannot be.
   */
  readonly linked?: readonly Kase[];
  /**
   * All other cases there are, for separations that hold always; a list of none says that there are none. Those whose
   * links lead to the case are of the same matter, and need not be in `linked` as well.
   */
  readonly elsewhere?: readonly Kase[];
  /** Who is or was in which team, for separations by team. Somebody in no team has a row of their own. */
  readonly teams?: readonly TeamMembership[];
}

/** Why casework itself refuses a step, whatever the room. */
export const CASEWORK_REFUSALS = [
  "transition-not-allowed",
  "case-over",
  "before-last-entry",
  ...SEPARATION_REFUSALS,
] as const;
/** Why casework itself refuses a step. */
export type CaseworkRefusal = (typeof CASEWORK_REFUSALS)[number];

/** What the refusals of casework itself carry, by reason; the same in every room that has cases. */
export interface CaseworkRefusalDetails extends SeparationRefusalDetails {
  /** The state the case is in, and the type of the step. */
  readonly "transition-not-allowed": { readonly from: string; readonly type: string };
  /** The state the case is in, and the type of the note. */
  readonly "case-over": { readonly state: string; readonly type: string };
  /** The moments of the step and of the last entry. */
  readonly "before-last-entry": { readonly type: string; readonly at: Instant; readonly last: Instant };
}

/** A step that was refused, by reason with what the reason carries: ids and limits, no free text. */
export type RefusedCaseStep<Facts, StepType extends string> = {
  readonly [Reason in keyof Facts]: {
    readonly ok: false;
    readonly reason: Reason;
    /** Steps the state allows, whatever their other conditions. */
    readonly allowed: readonly StepType[];
    readonly details: Readonly<Facts[Reason]>;
  };
}[keyof Facts];

/** A refusal of casework itself. */
export type CaseworkRefused = RefusedCaseStep<CaseworkRefusalDetails, string>;

/** What casework itself reports of a stored case under the codes of its room: the same details as in the refusals. */
export type CaseworkIssueDetails<Room extends string> = {
  readonly [Reason in CaseworkRefusal as `${Room}/${Reason}`]: CaseworkRefusalDetails[Reason];
};

/** A case one entry further, or why not and which steps its state allows. */
export type CaseOutcome<Kase, Step extends CaseEntry, Refusal extends string> =
  | { readonly ok: true; readonly kase: Kase }
  | ((CaseworkRefused | RefusedCaseStep<Record<Refusal, Details>, string>) & {
      readonly allowed: readonly Step["type"][];
      readonly details: Details;
    });

/** What replaying a history gives. */
export type Replayed<State extends string, Kase extends CaseRecord<State>> = Pick<Kase, "history"> & {
  readonly state: State;
} & Carried<Kase>;

/** What a function of a flow is given and gives is for whoever wrote it. */
type Given = (...given: never[]) => unknown;

/** What is read of a flow, whatever its types. */
interface FlowShape {
  readonly room: string;
  readonly lifecycle: Lifecycle<string, string>;
  readonly opening: CaseOpening;
  readonly over: readonly string[];
  readonly notes: Readonly<Record<string, CaseNoteTime>>;
  readonly conditions: Readonly<Record<string, readonly { readonly reason: string; readonly unmet: Given }[]>>;
  readonly carried?: { readonly start: Given; readonly after: Given };
  readonly acts?: { readonly names: readonly string[]; readonly of: Given };
  readonly links?: Given;
  readonly parties: Readonly<Record<string, Given>>;
  readonly discloses?: readonly string[];
  readonly separation: Given;
}

const CODE = "core/invalid-case-flow";

const readFlow = /* @__PURE__ */ ((): Reader<FlowShape> =>
  shapeOf<FlowShape>({
    room: readText,
    lifecycle: readLifecycle,
    opening: shapeOf<CaseOpening>({ type: readText, issue: readText, isOwed: optional(readFlag) }),
    over: listOf(readText),
    notes: recordOf(oneOf(CASE_NOTE_TIMES)),
    conditions: recordOf(
      listOf(shapeOf<FlowShape["conditions"][string][number]>({ reason: readText, unmet: readFunction })),
    ),
    carried: optional(shapeOf<Required<FlowShape>["carried"]>({ start: readFunction, after: readFunction })),
    acts: optional(shapeOf<Required<FlowShape>["acts"]>({ names: listOf(readText), of: readFunction })),
    links: optional(readFunction),
    parties: recordOf(readFunction),
    discloses: optional(listOf(readText)),
    separation: readFunction,
  }))();

const namesByFlow = new WeakMap<object, ReturnType<typeof namesOf>>();

/** What a flow calls its actions and parties, each known and used once; a flow that is not frozen is checked each time. */
export function namesOf(given: object): { readonly actions: readonly string[]; readonly parties: readonly string[] } {
  const checked = namesByFlow.get(given);
  if (checked !== undefined) return checked;
  const flow = readFlow(given as FlowShape, ["flow"], CODE);
  const steps = new Set(Object.values(flow.lifecycle.table).flatMap((row) => Object.keys(row)));
  const notes = Object.keys(flow.notes);
  const entries = [...steps, ...notes];
  const acts = flow.acts?.names ?? [];
  const actions = [...new Set([flow.opening.type, ...entries, ...acts])];
  const parties = Object.keys(flow.parties);
  const refuseName = (member: string, reason: string, name: string): never =>
    refuse(CODE, ["flow", member], reason, { name });
  if (entries.includes(flow.opening.type)) refuseName("opening", "also a step or a note", flow.opening.type);
  for (const note of notes) if (steps.has(note)) refuseName("notes", "also a step", note);
  for (const [type, conditions] of Object.entries(flow.conditions)) {
    if (!entries.includes(type)) refuseName("conditions", "neither a step nor a note", type);
    for (const { reason } of conditions) {
      if ((CASEWORK_REFUSALS as readonly string[]).includes(reason)) {
        refuseName("conditions", "a reason of casework itself", reason);
      }
    }
  }
  for (const [index, name] of acts.entries()) {
    if (flow.opening.type === name || entries.includes(name)) refuseName("acts", "also an entry", name);
    if (acts.indexOf(name) !== index) refuseName("acts", "named twice", name);
  }
  for (const party of parties) if (actions.includes(party)) refuseName("parties", "also an action", party);
  for (const note of flow.discloses ?? []) if (!notes.includes(note)) refuseName("discloses", "not a note", note);
  for (const state of flow.over) if (!flow.lifecycle.states.includes(state)) refuseName("over", "not a state", state);
  return { actions, parties };
}

/**
 * Checks the course of a kind of case (流程).
 *
 * Every name in it must be known and mean one thing: a condition of a step that the table does not have would never be
 * looked at, and a note that is also a step would never be a note.
 *
 * @param flow - transition table, notes, conditions, parties and separation
 * @returns a frozen copy
 * @throws `core/invalid-case-flow` with the path to the member, and in `details.name` the name that is unknown or used
 * twice
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
  const names = namesOf(flow);
  const { notes, conditions, parties, over, opening, acts, carried, discloses } = flow;
  const frozen = Object.freeze({
    ...flow,
    notes: Object.freeze({ ...notes }),
    conditions: Object.freeze({ ...conditions }),
    parties: Object.freeze({ ...parties }),
    over: Object.freeze([...over]),
    opening: Object.freeze({ ...opening }),
    ...(acts === undefined ? {} : { acts: Object.freeze({ ...acts, names: Object.freeze([...acts.names]) }) }),
    ...(carried === undefined ? {} : { carried: Object.freeze({ ...carried }) }),
    ...(discloses === undefined ? {} : { discloses: Object.freeze([...discloses]) }),
  });
  namesByFlow.set(frozen, names);
  return frozen;
}
