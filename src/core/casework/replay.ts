import { isSameJson } from "../canonical-json.ts";
import { issueOf, type Issue, type Path } from "../errors.ts";
import { transition } from "../lifecycle.ts";
import { readObject } from "../reading.ts";
import { refuse } from "../refusal.ts";
import { listOf, type Reader } from "../shape.ts";
import { advance, openCase } from "./advance.ts";
import { readCase, readContext, readEntry, readHead, type OtherCases } from "./matter.ts";
import {
  namesOf,
  type Carried,
  type CaseContext,
  type CaseEntry,
  type CaseFlow,
  type CaseOutcome,
  type CaseRecord,
  type Replayed,
} from "./flow.ts";

const CODE = "core/invalid-case";

const readEntries = /* @__PURE__ */ ((): Reader<readonly CaseEntry[]> => listOf(readEntry))();

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
    refuse(CODE, ["history", index], "does not follow from what came before", {
      type: entry?.type ?? null,
      at: entry?.at ?? null,
    });
  namesOf(flow);
  const entries = readEntries(history, ["history"], CODE);
  const opening: Kase["history"][number] = entries[0] ?? refuseEntry(0, undefined);
  if (opening.type !== flow.opening.type) refuseEntry(0, opening);
  let state: State = flow.lifecycle.initial;
  let carried: Carried<Kase> = flow.carried?.start(opening) ?? {};
  for (const [index, entry] of entries.slice(1).entries()) {
    if (!Object.hasOwn(flow.notes, entry.type)) {
      const moved = transition<State, Step["type"]>(flow.lifecycle, state, entry.type);
      state = moved.ok ? moved.to : refuseEntry(index + 1, entry);
    }
    carried = flow.carried?.after(carried, entry as Step | Note) ?? carried;
  }
  return { ...carried, state, history };
}

/** What cannot be read in a stored case: of the case the first, and otherwise of each entry the first. */
export function unreadableIn<Kase extends { readonly history: readonly Entry[] }, Entry>(
  kase: Kase,
  readCaseHead: (kase: Kase, path: Path, code: string) => unknown,
  readCaseEntry: (entry: Entry, path: Path, code: string) => unknown,
  code: string,
): readonly Issue[] {
  const wrong = (read: () => unknown): readonly Issue[] => {
    try {
      read();
      return [];
    } catch (error) {
      return [issueOf(error)];
    }
  };
  const head = wrong(() => readCaseHead(kase, [], code));
  if (head.length > 0) return head;
  return [...kase.history.entries()].flatMap(([index, entry]) =>
    wrong(() => readCaseEntry(entry, ["history", index], code)),
  );
}

/** Whether a stored entry is the one that was written, whatever else its row has. */
const isEntryOf = (entry: CaseEntry, written: CaseEntry | undefined): boolean =>
  Object.entries({ ...written }).every(([name, value]) =>
    isSameJson((entry as unknown as Readonly<Record<string, unknown>>)[name], value),
  );

/**
 * Checks a case that was stored or came from elsewhere (核对): its history is taken again, step by step.
 *
 * A case or entries that cannot be read are an issue each, and nothing is replayed. Each entry that would be refused
 * becomes an issue `<room>/<refusal>` and is left out of what follows, as does one that cannot be a step at all, with the
 * code of the error. The opening entry must be that of `opened`, and is asked about the
 * separation of persons like the others. At the end, the state and what else the history decides must be those of the
 * case.
 *
 * @param flow - the course of this kind of case
 * @param opened - the case as it is when it is opened, with its first entry
 * @param kase - the case to check
 * @param context - the policy, and what separation needs to know
 * @returns issues in the order of the history; none when all is well. Those of another case given in the context have a
 * path that begins with `context`
 * @throws `core/invalid-separation`, `core/invalid-case`, `core/invalid-instant` for the rules and the teams, with the
 * path to them; `core/invalid-case-flow`
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
  namesOf(flow);
  readCase(opened, ["opened"]);
  const given = readContext(context);
  const issues = [...unreadableIn(readObject(kase, ["kase"], CODE), readHead, readEntry, CODE)];
  if (issues.length > 0) return issues;
  /** The other cases, without what the copies of this one say of entries that are not certain yet. */
  const others = (member: OtherCases): Partial<CaseContext<Kase, Policy>> => {
    const { [member]: cases } = given;
    return cases === undefined ? {} : { [member]: cases.map((one) => (one.id === kase.id ? opened : one)) };
  };
  const around = { ...given, ...others("linked"), ...others("elsewhere") };
  /** What an entry would lead to; null, with an issue, where it leads nowhere. */
  const tried = (index: number, step: () => CaseOutcome<Kase, Step, Refusal>): Kase | null => {
    const path = ["history", index];
    try {
      const outcome = step();
      if (outcome.ok) return outcome.kase;
      issues.push({ code: `${flow.room}/${outcome.reason}`, path, details: outcome.details });
    } catch (error) {
      const { code, path: inside, details } = issueOf(error);
      const [parameter, ...rest] = inside;
      // a mistake in the rules or the teams belongs to the caller, and would stand at every entry
      if (["separation", "teams", "flow"].includes(String(parameter))) throw error;
      // of the case as it would be, its newest entry is the one that is told
      const place = parameter === "kase" ? rest.slice(2) : rest;
      issues.push({ code, path: parameter === "context" ? inside : [...path, ...place], details });
    }
    return null;
  };
  let replayed = opened;
  for (const [index, entry] of kase.history.entries() as IterableIterator<[number, Kase["history"][number]]>) {
    const isOpening = entry.type === flow.opening.type;
    const isWrong = isOpening && !isEntryOf(entry, opened.history[0]);
    if (isOpening !== (index === 0) || isWrong) {
      const details = { type: entry.type, at: entry.at };
      issues.push({ code: `${flow.room}/${flow.opening.issue}`, path: ["history", index], details });
    } else if (isOpening) tried(index, () => openCase(flow, opened, around));
    else replayed = tried(index, () => advance(flow, replayed, entry as Step | Note, around)) ?? replayed;
  }
  const carried = flow.carried?.start(opened.history[0] as Kase["history"][number]) ?? {};
  for (const field of ["state", ...Object.keys(carried)] as (keyof Kase & string)[]) {
    const [found, expected] = [kase[field], replayed[field]];
    if (isSameJson(found, expected)) continue;
    const details = { [field]: found ?? null, expected: expected ?? null };
    const name = field.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    issues.push({ code: `${flow.room}/${name}-differs`, path: [field], details });
  }
  return issues;
}
