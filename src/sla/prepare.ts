import { describeValue, DomainError, tryDecimal, type Path, type PolicyStatus } from "../core/index.ts";
import { compareExact } from "../core/inner.ts";
import type { SlaErrorCode } from "./errors.ts";
import type {
  SlaClock,
  SlaEscalationTime,
  SlaExtensionRule,
  SlaMeasure,
  SlaPolicy,
  SlaQuietHours,
  SlaStage,
  SlaUnit,
  SlaVersion,
} from "./policy-types.ts";

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
  readonly stages: readonly PreparedStage[];
  /** Whether any stage needs the working calendar, if only to roll. */
  readonly needsCalendar: boolean;
  readonly needsHours: boolean;
  readonly supported: Supported;
}

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Longest limit: 10,000 of any day-based unit (in months, 833 years), a million working minutes. */
const MAX_AMOUNT = 10_000;
const MAX_MINUTES = 1_000_000;

function refuse(path: Path, reason: string, details: Record<string, unknown>): never {
  throw new DomainError<SlaErrorCode>(
    "sla/invalid-policy",
    `policy.${path.join(".")}: ${reason}`,
    ["policy", ...path],
    {
      reason,
      ...details,
    },
  );
}

function readAmount(value: number, unit: SlaUnit | "times", path: Path): number {
  const max = unit === "working-minute" ? MAX_MINUTES : MAX_AMOUNT;
  if (Number.isSafeInteger(value) && value >= 1 && value <= max) return value;
  return refuse(path, "not a whole number in the range", { received: describeValue(value), min: 1, max });
}

/** Ids of a list, not empty and each used once. */
function readIds(entries: readonly { readonly id: string }[], path: Path): readonly string[] {
  const ids = entries.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    if (id === "") refuse([...path, index, "id"], "empty", {});
    if (ids.indexOf(id) !== index) refuse([...path, index, "id"], "used twice", { id });
  }
  return ids;
}

const ONE = { coefficient: 1n, scale: 0 };

function readExtension(
  stage: SlaStage,
  rule: SlaExtensionRule,
  known: readonly string[],
  path: Path,
): SlaExtensionRule {
  const at = (field: string): Path => [...path, field];
  const unit = rule.unit ?? stage.unit;
  readAmount(rule.cap, unit, at("cap"));
  readAmount(rule.times, "times", at("times"));
  if (rule.to !== undefined) {
    readAmount(rule.to, unit, at("to"));
    if (rule.add !== undefined) refuse(at("add"), "given beside to", {});
    if (rule.to > rule.cap) refuse(at("to"), "beyond the cap", { to: rule.to, cap: rule.cap });
    if (unit === stage.unit && rule.to <= stage.amount) {
      refuse(at("to"), "not longer than the limit it extends", { to: rule.to, amount: stage.amount });
    }
    if (rule.times !== 1) refuse(at("times"), "an extension to a fixed length is used once", { times: rule.times });
  } else if (rule.add !== undefined) {
    readAmount(rule.add, unit, at("add"));
    if (unit !== stage.unit) refuse(at("unit"), "an extension by an amount has the unit of its stage", { unit });
    if (rule.cap <= stage.amount) {
      refuse(at("cap"), "not longer than the limit it extends", { cap: rule.cap, amount: stage.amount });
    }
  } else refuse(at("to"), "neither to nor add is given", {});
  if ((unit === "working-minute") !== (stage.unit === "working-minute")) {
    refuse(at("unit"), "working minutes and days do not mix", { unit });
  }
  if (rule.role === "") refuse(at("role"), "empty", {});
  if (rule.after !== undefined && !known.includes(rule.after)) {
    refuse(at("after"), "no extension listed before this one has this id", { id: rule.after });
  }
  return rule;
}

function readTime(policy: SlaPolicy, time: SlaEscalationTime, path: Path): SlaEscalationTime {
  if (time.at === "used-share") {
    const share = tryDecimal(time.share);
    const isShare = share !== null && share.scale <= 4 && share.coefficient > 0n && compareExact(share, ONE) <= 0;
    if (!isShare) {
      refuse([...path, "share"], "not a share above 0 up to 1 with at most four digits", {
        received: describeValue(time.share),
      });
    }
  } else if (time.at !== "breach") {
    readAmount(time.amount, time.unit, [...path, "amount"]);
    if (time.unit === "working-minute" && policy.hours === undefined) {
      refuse(["hours"], "needed by a threshold in working minutes and not named", {});
    }
  }
  return time;
}

function readLadder(policy: SlaPolicy, stage: SlaStage, path: Path): SlaStage {
  if (stage.atRisk !== undefined) readTime(policy, stage.atRisk, [...path, "atRisk"]);
  const steps = stage.escalations ?? [];
  readIds(steps, [...path, "escalations"]);
  for (const [index, { when }] of steps.entries()) readTime(policy, when, [...path, "escalations", index, "when"]);
  return stage;
}

function readQuietHours(hours: SlaQuietHours): SlaQuietHours {
  const { from, to } = hours;
  for (const [field, time] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (!CLOCK_TIME.test(time)) {
      refuse(["quietHours", field], "not a time hh:mm", { received: describeValue(time) });
    }
  }
  if (from === to) refuse(["quietHours", "to"], "the same as from", { from, to });
  return hours;
}

/**
 * A stage and the one it runs from must agree on what a re-opening does, or the later one would run from an end that
 * was undone.
 */
function readReopening(clock: SlaClock, path: Path): SlaClock {
  for (const [index, { from, reopen }] of clock.stages.entries()) {
    const before = clock.stages.find(({ id }) => id === from)?.reopen;
    if (before === undefined) continue;
    const at = [...path, index, "reopen"];
    if (before === "resume") refuse(at, "a stage that another runs from cannot be resumed", { from });
    if (before !== reopen) refuse(at, "not the same as of the stage it runs from", { from, expected: before });
  }
  return clock;
}

function readStage(policy: SlaPolicy, stage: SlaStage, path: Path): SlaStage {
  const at = (...rest: (string | number)[]): Path => [...path, ...rest];
  readAmount(stage.amount, stage.unit, at("amount"));
  if (stage.satisfiedBy.length === 0) refuse(at("satisfiedBy"), "nothing ends the stage", {});
  if (stage.cutOff !== undefined && !CLOCK_TIME.test(stage.cutOff)) {
    refuse(at("cutOff"), "not a time hh:mm", { received: describeValue(stage.cutOff) });
  }
  if (stage.endOf === "same-time") {
    if (stage.startDayCounts) refuse(at("startDayCounts"), "a limit to the same time has no first day", {});
    if (stage.cutOff !== undefined) refuse(at("cutOff"), "a limit to the same time has no cut-off", {});
  }
  if (stage.unit === "working-minute") {
    if (stage.endOf !== "same-time") refuse(at("endOf"), "working minutes end at a moment: same-time", {});
    if (stage.roll !== "none") refuse(at("roll"), "working minutes do not roll", {});
  }
  if (needsHours(stage) && policy.hours === undefined) {
    refuse(["hours"], "needed by a stage and not named", { stage: stage.id });
  }
  const extensions = stage.extensions ?? [];
  const ids = readIds(extensions, at("extensions"));
  for (const [index, rule] of extensions.entries()) {
    readExtension(stage, rule, ids.slice(0, index), at("extensions", index));
  }
  readLadder(policy, stage, path);
  const reasons = (stage.pauses ?? []).map((pause) => pause.reason);
  for (const [index, reason] of reasons.entries()) {
    if (reason === "") refuse(at("pauses", index, "reason"), "empty", {});
    if (reasons.indexOf(reason) !== index) refuse(at("pauses", index, "reason"), "used twice", { reason });
  }
  return stage;
}

/** Stages of one clock, ordered so that each follows the one it runs from. */
function orderStages(clock: SlaClock, offset: number, path: Path): PreparedStage[] {
  const position = new Map(clock.stages.map((stage, index) => [stage.id, index]));
  const done = new Set<string>();
  const ordered: PreparedStage[] = [];
  for (const [index, stage] of clock.stages.entries()) {
    if (stage.from !== "start" && !position.has(stage.from)) {
      refuse([...path, index, "from"], "no stage of the clock has this id", { id: stage.from });
    }
  }
  while (ordered.length < clock.stages.length) {
    const before = ordered.length;
    for (const [index, stage] of clock.stages.entries()) {
      if (done.has(stage.id) || (stage.from !== "start" && !done.has(stage.from))) continue;
      done.add(stage.id);
      const from = stage.from === "start" ? undefined : position.get(stage.from);
      ordered.push({
        clock,
        stage,
        index: offset + index,
        from: from === undefined ? null : offset + from,
        followsReopening: from !== undefined && clock.stages[from]?.reopen !== undefined,
      });
    }
    if (ordered.length === before) {
      const stuck = clock.stages.findIndex((stage) => !done.has(stage.id));
      refuse([...path, stuck, "from"], "the stages run from each other in a circle", {});
    }
  }
  return ordered;
}

function compile(policy: SlaPolicy): CompiledPolicy {
  if (policy.id === "") refuse(["id"], "empty", {});
  if (policy.version === "") refuse(["version"], "empty", {});
  if (policy.calendar === "") refuse(["calendar"], "empty", {});
  if (policy.clocks.length === 0) refuse(["clocks"], "a policy has at least one clock", {});
  readIds(policy.clocks, ["clocks"]);
  const stages: PreparedStage[] = [];
  for (const [c, clock] of policy.clocks.entries()) {
    const path = ["clocks", c, "stages"];
    if (clock.stages.length === 0) refuse(path, "a clock has at least one stage", {});
    readIds(clock.stages, path);
    for (const [s, stage] of clock.stages.entries()) {
      if (stage.id === "start") refuse([...path, s, "id"], "reserved", { id: stage.id });
      readStage(policy, stage, [...path, s]);
    }
    stages.push(...orderStages(clock, stages.length, path));
    readReopening(clock, path);
  }
  if (policy.quietHours !== undefined) readQuietHours(policy.quietHours);
  return {
    policy,
    stages,
    needsCalendar: policy.quietHours?.daysOff === true || stages.some(({ stage }) => counts(stage, "working-day")),
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

/** Whether a limit needs the working calendar, if only to roll. */
export function needsCalendar(stage: SlaStage): boolean {
  return (
    stage.unit === "working-day" ||
    stage.roll !== "none" ||
    stage.cutOff !== undefined ||
    (stage.extensions ?? []).some((rule) => rule.unit === "working-day")
  );
}

/** Whether a limit needs the working hours. */
export function needsHours(stage: SlaStage): boolean {
  return stage.unit === "working-minute" || stage.endOf === "close-of-business";
}

/** By identity of a policy or of its handle; a policy is data that is not changed after its first use. */
const compiled = /* @__PURE__ */ new WeakMap<object, CompiledPolicy>();

/**
 * The compiled form of a policy or of its handle, made once for each object.
 *
 * @param policy - its meaning is checked here, its shape by `SlaPolicySchema`
 * @returns the policy with its stages ordered so that each follows the one it runs from
 * @throws `sla/invalid-policy`
 */
export function compiledPolicy(policy: SlaPolicy | PreparedSlaPolicy): CompiledPolicy {
  const known = compiled.get(policy);
  if (known !== undefined) return known;
  // whatever has no compiled form yet is not a handle
  const fresh = compile(policy as SlaPolicy);
  compiled.set(policy, fresh);
  return fresh;
}

/**
 * Checks that a policy makes sense, and prepares it.
 *
 * Finds what a schema cannot: ids used twice, stages that run from each other in a circle, an extension beyond its own
 * cap or shorter than the limit it extends, a limit to the close of business without working hours. {@link evaluateSla}
 * prepares a plain policy by itself and remembers it by identity; call this on the screen where a policy is edited, or
 * to keep a handle.
 *
 * @param policy - policy of any status
 * @returns handle with id, version and status of the policy
 * @throws `sla/invalid-policy` with the path to the first thing that is wrong, and `details.reason`
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
