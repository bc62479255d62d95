import { describeValue, DomainError, tryDecimal, type Path } from "../core/index.ts";
import { compareExact } from "../core/inner.ts";
import type { SlaErrorCode } from "./errors.ts";
import type {
  SlaClock,
  SlaEscalationTime,
  SlaExtensionRule,
  SlaPolicy,
  SlaQuietHours,
  SlaStage,
  SlaUnit,
} from "./policy-types.ts";

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Longest limit: 10,000 of any day-based unit (in months, 833 years), a million working minutes. */
const MAX_AMOUNT = 10_000;
const MAX_MINUTES = 1_000_000;

/** Refuses a policy at a path inside it. */
export function refusePolicy(path: Path, reason: string, details: Record<string, unknown>): never {
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
  return refusePolicy(path, "not a whole number in the range", { received: describeValue(value), min: 1, max });
}

/** Ids of a list, not empty and each used once. */
export function readIds(entries: readonly { readonly id: string }[], path: Path): readonly string[] {
  const ids = entries.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    if (id === "") refusePolicy([...path, index, "id"], "empty", {});
    if (ids.indexOf(id) !== index) refusePolicy([...path, index, "id"], "used twice", { id });
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
    if (rule.add !== undefined) refusePolicy(at("add"), "given beside to", {});
    if (rule.to > rule.cap) refusePolicy(at("to"), "beyond the cap", { to: rule.to, cap: rule.cap });
    if (unit === stage.unit && rule.to <= stage.amount) {
      refusePolicy(at("to"), "not longer than the limit it extends", { to: rule.to, amount: stage.amount });
    }
    if (rule.times !== 1)
      refusePolicy(at("times"), "an extension to a fixed length is used once", { times: rule.times });
  } else if (rule.add !== undefined) {
    readAmount(rule.add, unit, at("add"));
    if (unit !== stage.unit) refusePolicy(at("unit"), "an extension by an amount has the unit of its stage", { unit });
    if (rule.cap <= stage.amount) {
      refusePolicy(at("cap"), "not longer than the limit it extends", { cap: rule.cap, amount: stage.amount });
    }
  } else refusePolicy(at("to"), "neither to nor add is given", {});
  if ((unit === "working-minute") !== (stage.unit === "working-minute")) {
    refusePolicy(at("unit"), "working minutes and days do not mix", { unit });
  }
  if (rule.role === "") refusePolicy(at("role"), "empty", {});
  if (rule.after !== undefined && !known.includes(rule.after)) {
    refusePolicy(at("after"), "no extension listed before this one has this id", { id: rule.after });
  }
  return rule;
}

function readTime(policy: SlaPolicy, time: SlaEscalationTime, path: Path): SlaEscalationTime {
  if (time.at === "used-share") {
    const share = tryDecimal(time.share);
    const isShare = share !== null && share.scale <= 4 && share.coefficient > 0n && compareExact(share, ONE) <= 0;
    if (!isShare) {
      refusePolicy([...path, "share"], "not a share above 0 up to 1 with at most four digits", {
        received: describeValue(time.share),
      });
    }
  } else if (time.at !== "breach") {
    readAmount(time.amount, time.unit, [...path, "amount"]);
    if (time.unit === "working-minute" && policy.hours === undefined) {
      refusePolicy(["hours"], "needed by a threshold in working minutes and not named", {});
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

/** Quiet hours: two different clock times. */
export function readQuietHours(hours: SlaQuietHours): SlaQuietHours {
  const { from, to } = hours;
  for (const [field, time] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (!CLOCK_TIME.test(time)) {
      refusePolicy(["quietHours", field], "not a time hh:mm", { received: describeValue(time) });
    }
  }
  if (from === to) refusePolicy(["quietHours", "to"], "the same as from", { from, to });
  return hours;
}

/**
 * A stage and the one it runs from must agree on what a re-opening does, or the later one would run from an end that
 * was undone.
 */
export function readReopening(clock: SlaClock, path: Path): SlaClock {
  for (const [index, { from, reopen }] of clock.stages.entries()) {
    const before = clock.stages.find(({ id }) => id === from)?.reopen;
    if (before === undefined) continue;
    const at = [...path, index, "reopen"];
    if (before === "resume") refusePolicy(at, "a stage that another runs from cannot be resumed", { from });
    if (before !== reopen) refusePolicy(at, "not the same as of the stage it runs from", { from, expected: before });
  }
  return clock;
}

/** A stage, with its extensions, its ladder and its pauses. */
export function readStage(policy: SlaPolicy, stage: SlaStage, path: Path): SlaStage {
  const at = (...rest: (string | number)[]): Path => [...path, ...rest];
  readAmount(stage.amount, stage.unit, at("amount"));
  if (stage.satisfiedBy.length === 0) refusePolicy(at("satisfiedBy"), "nothing ends the stage", {});
  if (stage.cutOff !== undefined && !CLOCK_TIME.test(stage.cutOff)) {
    refusePolicy(at("cutOff"), "not a time hh:mm", { received: describeValue(stage.cutOff) });
  }
  if (stage.endOf === "same-time") {
    if (stage.startDayCounts) refusePolicy(at("startDayCounts"), "a limit to the same time has no first day", {});
    if (stage.cutOff !== undefined) refusePolicy(at("cutOff"), "a limit to the same time has no cut-off", {});
  }
  if (stage.unit === "working-minute") {
    if (stage.endOf !== "same-time") refusePolicy(at("endOf"), "working minutes end at a moment: same-time", {});
    if (stage.roll !== "none") refusePolicy(at("roll"), "working minutes do not roll", {});
  }
  if (needsHours(stage) && policy.hours === undefined) {
    refusePolicy(["hours"], "needed by a stage and not named", { stage: stage.id });
  }
  const extensions = stage.extensions ?? [];
  const ids = readIds(extensions, at("extensions"));
  for (const [index, rule] of extensions.entries()) {
    readExtension(stage, rule, ids.slice(0, index), at("extensions", index));
  }
  readLadder(policy, stage, path);
  const reasons = (stage.pauses ?? []).map((pause) => pause.reason);
  for (const [index, reason] of reasons.entries()) {
    if (reason === "") refusePolicy(at("pauses", index, "reason"), "empty", {});
    if (reasons.indexOf(reason) !== index) refusePolicy(at("pauses", index, "reason"), "used twice", { reason });
  }
  return stage;
}

/** Stages of one clock, ordered so that each follows the one it runs from. */
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
