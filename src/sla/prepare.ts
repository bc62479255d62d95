import { zoneTable } from "../calendar/inner.ts";
import type { DayNumber, Path, PolicyStatus } from "../core/index.ts";
import { frozenCopy, readDaysInForce } from "../core/inner.ts";
import type { SlaErrorCode } from "./errors.ts";
import type { SlaClock, SlaMeasure, SlaPolicy, SlaStage, SlaVersion } from "./policy-types.ts";
import {
  needsCalendar,
  needsHours,
  policyShape,
  readIds,
  readReopening,
  readStage,
  refusePolicy,
} from "./read-policy.ts";

/** A stage with its clock and its position in the results. */
export interface PreparedStage {
  readonly clock: SlaClock;
  readonly stage: SlaStage;
  /** Index among all stages of the policy, in policy order. */
  readonly index: number;
  /** Index of the stage it runs from; null when it runs from the receipt. */
  readonly from: number | null;
  /** Whether a re-opening that restarts the stage it runs from restarts this one with it. */
  readonly followsReopening: boolean;
}

/** Which kinds of event a policy has any rule for. */
export interface Supported {
  readonly reopen: boolean;
  readonly merge: boolean;
}

/** A checked policy; opaque, made by {@link prepareSlaPolicy}, not serialisable. */
export interface PreparedSlaPolicy {
  /** The policy it was made from. */
  readonly identity: SlaVersion & { readonly status: PolicyStatus };
}

/** A policy in the form used to follow its cases: each stage comes after the one it runs from. */
export interface CompiledPolicy {
  readonly policy: SlaPolicy;
  /** `from` inclusive, `to` exclusive. */
  readonly inForce: { readonly from: DayNumber; readonly to: DayNumber };
  readonly stages: readonly PreparedStage[];
  /** Whether any stage needs the working calendar, if only to roll. */
  readonly needsCalendar: boolean;
  readonly needsHours: boolean;
  /** Stages that run from another one, which an event that ends them may come too early for. */
  readonly later: readonly PreparedStage[];
  readonly supported: Supported;
}

function orderStages(clock: SlaClock, offset: number, path: Path): PreparedStage[] {
  const position = new Map(clock.stages.map((stage, index) => [stage.id, index]));
  const done = new Set<string>();
  const ordered: PreparedStage[] = [];
  for (const [index, stage] of clock.stages.entries()) {
    if (stage.from !== "start" && !position.has(stage.from)) {
      refusePolicy([...path, index, "from"], "no-such-stage", "no stage of the clock has this id", { id: stage.from });
    }
  }
  while (ordered.length < clock.stages.length) {
    const before = ordered.length;
    for (const [index, stage] of clock.stages.entries()) {
      if (done.has(stage.id) || (stage.from !== "start" && !done.has(stage.from))) continue;
      done.add(stage.id);
      const from = position.get(stage.from);
      ordered.push({
        clock,
        stage,
        index: offset + index,
        from: from === undefined ? null : offset + from,
        followsReopening: clock.stages.find(({ id }) => id === stage.from)?.reopen !== undefined,
      });
    }
    if (ordered.length === before) {
      const stuck = clock.stages.findIndex((stage) => !done.has(stage.id));
      refusePolicy([...path, stuck, "from"], "circle", "the stages run from each other in a circle");
    }
  }
  return ordered;
}

const CODE: SlaErrorCode = "sla/invalid-policy";

function compile(given: SlaPolicy, at: Path): CompiledPolicy {
  const policy = policyShape(given, at, CODE);
  const inForce = readDaysInForce(policy, at);
  zoneTable(policy.zone, [...at, "zone"]);
  readIds(policy.clocks, [...at, "clocks"]);
  const stages: PreparedStage[] = [];
  for (const [c, clock] of policy.clocks.entries()) {
    const path = [...at, "clocks", c, "stages"];
    readIds(clock.stages, path);
    for (const [s, stage] of clock.stages.entries()) {
      if (stage.id === "start") refusePolicy([...path, s, "id"], "reserved", "reserved", { id: stage.id });
      readStage(policy, stage, at, [...path, s]);
    }
    stages.push(...orderStages(clock, stages.length, path));
    readReopening(clock, path);
  }
  const { quietHours } = policy;
  if (quietHours !== undefined && quietHours.from === quietHours.to) {
    refusePolicy([...at, "quietHours", "to"], "same-as-from", "the same as from", {
      from: quietHours.from,
      to: quietHours.to,
    });
  }
  return {
    policy,
    inForce,
    stages,
    needsCalendar: quietHours?.daysOff === true || stages.some(({ stage }) => counts(stage, "working-day")),
    later: stages.filter(({ from }) => from !== null),
    needsHours: stages.some(({ stage }) => counts(stage, "working-minute")),
    supported: {
      reopen: stages.some(({ stage }) => stage.reopen !== undefined),
      merge: stages.some(({ stage }) => stage.merge !== undefined),
    },
  };
}

/** Whether a stage counts in a unit for its limit or for its alerts. */
function counts(stage: SlaStage, unit: SlaMeasure): boolean {
  const times = [
    ...(stage.atRisk === undefined ? [] : [stage.atRisk]),
    ...(stage.escalations ?? []).map((s) => s.when),
  ];
  return (
    (unit === "working-day" ? needsCalendar(stage) : needsHours(stage)) ||
    times.some((time) => (time.at === "before-due" || time.at === "after-due") && time.unit === unit)
  );
}

/** By identity of a policy or of its handle; a policy is data that is not changed after its first use. */
const compiled = /* @__PURE__ */ new WeakMap<object, CompiledPolicy>();

/**
 * The compiled form of a policy or of its handle, made once for each object.
 *
 * @param policy - read whole on first use
 * @param at - where the caller has it
 * @returns the policy with its stages ordered so that each follows the one it runs from
 * @throws `sla/invalid-policy`, `core/invalid-date`, `core/invalid-policy` or `calendar/unknown-zone`
 */
export function compiledPolicy(policy: SlaPolicy | PreparedSlaPolicy, at: Path = ["policy"]): CompiledPolicy {
  const known = compiled.get(policy);
  if (known !== undefined) return known;
  // whatever has no compiled form yet is not a handle; of what was read a copy is kept, as what is written into the
  // policy later was not read
  const { policy: read } = compile(policy as SlaPolicy, at);
  const fresh = compile(frozenCopy(read, at, CODE), at);
  compiled.set(policy, fresh);
  return fresh;
}

/**
 * Checks that a policy makes sense, and prepares it.
 *
 * Reads it whole, literals, members that are missing and members that nobody knows included, and finds what a schema
 * cannot: ids used twice, stages that run from each other in a circle, an extension beyond its own
 * cap or shorter than the limit it extends, a limit to the close of business without working hours. {@link evaluateSla}
 * prepares a plain policy by itself and remembers it by identity; call this on the screen where a policy is edited, or
 * to keep a handle.
 *
 * @param policy - policy of any status
 * @returns handle with id, version and status of the policy
 * @throws `sla/invalid-policy` with the path to the first thing that is wrong; for a misspelt word or member, with
 * `details.didYouMean`
 * @throws `core/invalid-date` or `core/invalid-policy` when a date it is in force from or to does not exist, or they are
 * reversed
 * @throws `calendar/unknown-zone`
 * @example
 * prepareSlaPolicy(sourceComplaintPolicy).identity.id // => "source.complaint"
 * prepareSlaPolicy({ ...sourceComplaintPolicy, clocks: [] }) // throws sla/invalid-policy
 * @since 0.1.0
 */
export function prepareSlaPolicy(policy: SlaPolicy): PreparedSlaPolicy {
  const ready = compiledPolicy(policy);
  const { id, version, status } = ready.policy;
  const handle: PreparedSlaPolicy = Object.freeze({ identity: Object.freeze({ id, version, status }) });
  compiled.set(handle, ready);
  return handle;
}
