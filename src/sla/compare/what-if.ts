import { textOf } from "../../calendar/inner.ts";
import { type Instant, type InstantParts, toInstantParts } from "../../core/index.ts";
import { readList, readText, rowOf } from "../../core/inner.ts";
import { assessCase, type StageAssessment } from "../engine/assess.ts";
import { resolvePolicy, type ResolvedPolicy } from "../engine/resolve.ts";
import { caseIssueOf } from "../desk/case-issue.ts";
import type { DeskCase, DeskIssue } from "../desk/types.ts";
import { readEvents } from "../engine/event-reading.ts";
import type { SlaErrorCode } from "../errors.ts";
import type { SlaEvent } from "../events.ts";
import { readContext } from "../read-context.ts";
import type { SlaPolicy, SlaState, SlaVersion } from "../policy-types.ts";
import { compiledPolicy, type CompiledPolicy, type PreparedSlaPolicy } from "../prepare.ts";
import type { SlaContext } from "../result/types.ts";
import { moveOf, type SlaDueMove, type SlaStageChangeKind } from "./difference.ts";

/** A stage under one of the two policies. */
export interface WhatIfStage {
  readonly state: SlaState;
  /** Last second in time, for a paused stage what would be due; null when it is not known. */
  readonly dueAt: Instant | null;
}

/** A stage that another policy changes. */
export interface WhatIfStageChange {
  readonly clock: string;
  readonly stage: string;
  readonly cycle: number;
  readonly kind: SlaStageChangeKind;
  /** Null when the stage is new. */
  readonly before: WhatIfStage | null;
  /** Null when the stage is gone. */
  readonly after: WhatIfStage | null;
  /** Null unless the due moment is known on both sides. */
  readonly due: SlaDueMove | null;
}

/** A case that another policy changes. */
export interface WhatIfCase {
  readonly case: string;
  /** At least one. */
  readonly stages: readonly WhatIfStageChange[];
}

/** How many stages go from one state to another, changed or not. */
export interface WhatIfStates {
  readonly before: SlaState;
  readonly after: SlaState;
  readonly stages: number;
}

/** What another policy would change. */
export interface WhatIf {
  readonly policyA: SlaVersion;
  readonly policyB: SlaVersion;
  /** Cases that could be evaluated under both. */
  readonly cases: number;
  /** Those with any stage whose state or due moment differs, or with different stages. */
  readonly changed: number;
  readonly unchanged: number;
  /** The changed cases, in the order given. */
  readonly changes: readonly WhatIfCase[];
  /** Stages that both policies have, by state; in order of first appearance. */
  readonly states: readonly WhatIfStates[];
  /** Cases that could not be evaluated; each has an issue. */
  readonly failed: number;
  readonly issues: readonly DeskIssue[];
}

type Row = Pick<DeskCase, "id" | "events">;

/** Events are read one by one, so that an issue names theirs. */
const readRow = rowOf<Row>({ id: readText, events: (events) => events });

interface Side {
  readonly compiled: CompiledPolicy;
  readonly resolved: ResolvedPolicy;
}

function sideOf(policy: SlaPolicy | PreparedSlaPolicy, parameter: string, context: SlaContext): Side {
  const compiled = compiledPolicy(policy, [parameter]);
  return { compiled, resolved: resolvePolicy(compiled, context) };
}

const versionOf = ({ compiled: { policy } }: Side): SlaVersion => ({ id: policy.id, version: policy.version });

function stageUnder({ resolved }: Side, { state, deadline }: StageAssessment): WhatIfStage {
  return { state, dueAt: deadline && textOf(resolved.zone, deadline.seconds) };
}

const isSameStage = (a: StageAssessment, b: StageAssessment): boolean =>
  a.prepared.stage.id === b.prepared.stage.id && a.prepared.clock.id === b.prepared.clock.id && a.cycle === b.cycle;

const dueOf = ({ deadline }: StageAssessment): number | null => deadline?.seconds ?? null;

function changeOf(
  before: StageAssessment | null,
  after: StageAssessment | null,
  a: Side,
  b: Side,
): WhatIfStageChange | null {
  const known = before ?? after;
  if (known === null) return null;
  if (before !== null && after !== null && before.state === after.state && dueOf(before) === dueOf(after)) return null;
  return {
    clock: known.prepared.clock.id,
    stage: known.prepared.stage.id,
    cycle: known.cycle,
    kind: before === null ? "added" : after === null ? "removed" : "changed",
    before: before && stageUnder(a, before),
    after: after && stageUnder(b, after),
    due: before && after && moveOf(dueOf(before), dueOf(after)),
  };
}

/** Counts a stage that goes from one state to another, in order of first appearance. */
function countState(
  states: Map<string, { before: SlaState; after: SlaState; stages: number }>,
  from: SlaState,
  to: SlaState,
): void {
  const key = `${from} ${to}`;
  const known = states.get(key);
  if (known === undefined) states.set(key, { before: from, after: to, stages: 1 });
  else known.stages++;
}

function compare(
  given: readonly SlaEvent[],
  now: InstantParts,
  a: Side,
  b: Side,
): { readonly changes: WhatIfStageChange[]; readonly pairs: (readonly [SlaState, SlaState])[] } {
  const events = readEvents(given);
  const before = assessCase(a.compiled, a.resolved, events, now).stages;
  const after = assessCase(b.compiled, b.resolved, events, now).stages;
  const changes: WhatIfStageChange[] = [];
  const pairs: (readonly [SlaState, SlaState])[] = [];
  for (const stage of before) {
    const other = after.find((candidate) => isSameStage(stage, candidate)) ?? null;
    const change = changeOf(stage, other, a, b);
    if (change !== null) changes.push(change);
    if (other !== null) pairs.push([stage.state, other.state]);
  }
  for (const stage of after) {
    if (before.some((candidate) => isSameStage(candidate, stage))) continue;
    const change = changeOf(null, stage, a, b);
    if (change !== null) changes.push(change);
  }
  return { changes, pairs };
}

/**
 * What another policy would change in a set of cases: how many, which, and how (政策变更试算).
 *
 * Every case is evaluated under both policies at the same moment, regardless of the policy it is under and of when
 * either is in force. A case counts as changed when a stage has another state or due moment, or exists under one policy
 * only; stages are matched by clock, stage and cycle. For a change of calendar, give the same policy twice with
 * different calendar ids.
 *
 * @param policyA - the rule as it is, or its handle
 * @param policyB - the rule as it might be, or its handle
 * @param cases - ids and events
 * @param context - the moment, calendars, working hours; `explain` has no effect
 * @returns counts, the changed cases, and the cases that could not be evaluated
 * @throws `sla/invalid-case` when the cases are not a list
 * @throws `sla/invalid-policy`, `sla/missing-calendar` and the other codes of {@link evaluateSla} that concern policy and context
 * @throws `core/invalid-instant` when `context.now` is not a moment
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const shorter: SlaPolicy = { ...sourceComplaintPolicy, version: "2", clocks: [{ ...sourceComplaintClock, stages: [{ ...sourceComplaintClock.stages[0]!, amount: 2 }] }] };
 * const cases = [
 *   { id: "c-1", events: [{ type: "received", at: "2026-02-13T10:00:00+08:00" }] },
 *   { id: "c-2", events: [] },
 * ] as const;
 * const { changed, changes, states } = whatIf(sourceComplaintPolicy, shorter, cases, { now: "2026-02-25T09:00:00+08:00", calendars: [CN] });
 * changed // => 1
 * changes[0]?.stages[0]?.due // => "earlier"
 * states // => [{ before: "running", after: "breached", stages: 1 }, { before: "not-started", after: "not-started", stages: 1 }]
 * @since 0.1.0
 */
export function whatIf(
  policyA: SlaPolicy | PreparedSlaPolicy,
  policyB: SlaPolicy | PreparedSlaPolicy,
  cases: readonly Pick<DeskCase, "id" | "events">[],
  context: SlaContext,
): WhatIf {
  readContext(context);
  const a = sideOf(policyA, "policyA", context);
  const b = sideOf(policyB, "policyB", context);
  const now = toInstantParts(context.now, "context.now");
  const changes: WhatIfCase[] = [];
  const issues: DeskIssue[] = [];
  const states = new Map<string, { before: SlaState; after: SlaState; stages: number }>();
  const rows = readList(cases, ["cases"], "sla/invalid-case" satisfies SlaErrorCode);
  for (const [index, row] of rows.entries()) {
    try {
      const { id, events } = readRow(row, [], "sla/invalid-case" satisfies SlaErrorCode);
      const compared = compare(events, now, a, b);
      if (compared.changes.length > 0) changes.push({ case: id, stages: compared.changes });
      for (const [from, to] of compared.pairs) countState(states, from, to);
    } catch (error) {
      issues.push(caseIssueOf(error, row, index));
    }
  }
  const evaluated = rows.length - issues.length;
  return {
    policyA: versionOf(a),
    policyB: versionOf(b),
    cases: evaluated,
    changed: changes.length,
    unchanged: evaluated - changes.length,
    changes,
    states: [...states.values()],
    failed: issues.length,
    issues,
  };
}
