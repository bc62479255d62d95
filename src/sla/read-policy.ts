import { describeValue, tryDecimal, type Path } from "../core/index.ts";
import {
  byTag,
  compareExact,
  listOf,
  nearNames,
  oneOf,
  optional,
  policyMembers,
  readFlag,
  readText,
  refuse,
  shapeOf,
  type Optional,
  type Reader,
} from "../core/inner.ts";
import type { SlaErrorCode } from "./errors.ts";
import {
  SLA_BASES,
  SLA_ENDING_EVENTS,
  SLA_ENDS_OF,
  SLA_MEASURES,
  SLA_MERGE_RULES,
  SLA_REOPEN_RULES,
  SLA_ROLLS,
  SLA_SINCE,
  SLA_UNITS,
  type InvalidSlaPolicyReason,
  type SlaAuthority,
  type SlaBeforeDue,
  type SlaClock,
  type SlaEarlyEnd,
  type SlaEscalationStep,
  type SlaEscalationTime,
  type SlaExtensionRule,
  type SlaPauseRule,
  type SlaPolicy,
  type SlaQuietHours,
  type SlaStage,
  type SlaThreshold,
  type SlaUnit,
  type SlaUsedShare,
} from "./policy-types.ts";
import type { InvalidSlaPolicyDetails } from "./reasons.ts";
import {
  SLA_INSTITUTIONS,
  SLA_MATTERS,
  SLA_ORIGINS,
  SLA_PLACES,
  SLA_PRODUCTS,
  SLA_RECEIPTS,
  type SlaScope,
} from "./scope.ts";

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Longest limit: 10,000 of any day-based unit (in months, 833 years), a million working minutes. */
const MAX_AMOUNT = 10_000;
const MAX_MINUTES = 1_000_000;

/** Refuses a policy at the place of what is wrong. */
export function refusePolicy(
  path: Path,
  reason: InvalidSlaPolicyReason,
  message: string,
  details?: Omit<InvalidSlaPolicyDetails, "reason">,
): never {
  refuse("sla/invalid-policy" satisfies SlaErrorCode, path, message, { reason, ...details });
}

/** A local time `hh:mm`. */
const time: Reader<string> = (value, path) =>
  typeof (value as unknown) === "string" && CLOCK_TIME.test(value)
    ? value
    : refusePolicy(path, "not-a-time", "not a time hh:mm", { received: describeValue(value) });

/** A number whose range depends on its unit, see `readAmount`; shares see `readTime`. */
const later = <T>(value: T): T => value;

const usedShare = shapeOf<SlaUsedShare>({ at: oneOf(["used-share"]), share: later });
const beforeDue = shapeOf<SlaBeforeDue>({ at: oneOf(["before-due"]), amount: later, unit: oneOf(SLA_MEASURES) });

const stageShape = shapeOf<SlaStage>({
  id: readText,
  from: readText,
  amount: later,
  unit: oneOf(SLA_UNITS),
  startDayCounts: readFlag,
  cutOff: optional(time),
  endOf: oneOf(SLA_ENDS_OF),
  roll: oneOf(SLA_ROLLS),
  satisfiedBy: listOf(oneOf(SLA_ENDING_EVENTS), 1),
  earlyEnd: optional(
    shapeOf<SlaEarlyEnd>({
      by: oneOf(SLA_ENDING_EVENTS),
      amount: later,
      unit: oneOf(SLA_UNITS),
      endOf: optional(oneOf(SLA_ENDS_OF)),
    }),
  ),
  preferOnTheSpot: optional(readFlag),
  extensions: optional(
    listOf(
      shapeOf<SlaExtensionRule>({
        id: readText,
        to: optional(later),
        add: optional(later),
        unit: optional(oneOf(SLA_UNITS)),
        cap: optional(later),
        role: optional(readText),
        notifyCustomer: readFlag,
        beforeExpiryOnly: readFlag,
        times: later,
        after: optional(readText),
      }),
    ),
  ),
  pauses: optional(listOf(shapeOf<SlaPauseRule>({ reason: readText, notifyCustomer: readFlag }))),
  restartedBy: optional(listOf(oneOf(["new-facts"]))),
  reopen: optional(oneOf(SLA_REOPEN_RULES)),
  merge: optional(oneOf(SLA_MERGE_RULES)),
  atRisk: optional(byTag<SlaThreshold, "at">("at", { "used-share": usedShare, "before-due": beforeDue })),
  escalations: optional(
    listOf(
      shapeOf<SlaEscalationStep>({
        id: readText,
        when: byTag<SlaEscalationTime, "at">("at", {
          "used-share": usedShare,
          "before-due": beforeDue,
          breach: shapeOf<Extract<SlaEscalationTime, { at: "breach" }>>({ at: oneOf(["breach"]) }),
          "after-due": shapeOf<Extract<SlaEscalationTime, { at: "after-due" }>>({
            at: oneOf(["after-due"]),
            amount: later,
            unit: oneOf(SLA_MEASURES),
          }),
        }),
        notify: optional(listOf(readText)),
        urgent: optional(readFlag),
      }),
    ),
  ),
});

/** Words of a scope: any text, but none that is nearly one of those the shipped policies use. */
const wordsOf = (known: readonly string[]): Optional<readonly string[]> =>
  optional(
    listOf((word: string, path, code) => {
      const didYouMean = known.includes(readText(word, path, code)) ? undefined : nearNames(word, known)[0];
      return didYouMean === undefined ? word : refuse(code, path, "nearly a known word", { known, didYouMean });
    }, 1),
  );

const products = wordsOf(SLA_PRODUCTS);

const scopeShape = shapeOf<SlaScope>({
  matters: wordsOf(SLA_MATTERS),
  places: wordsOf(SLA_PLACES),
  origins: wordsOf(SLA_ORIGINS),
  institutions: wordsOf(SLA_INSTITUTIONS),
  products,
  exceptProducts: products,
  receipt: optional(oneOf(SLA_RECEIPTS)),
});

/** The members of a policy, each of its kind; what they mean together is checked after. */
export const policyShape: Reader<SlaPolicy> = shapeOf<SlaPolicy>({
  ...policyMembers,
  appliesTo: optional(scopeShape),
  since: optional(oneOf(SLA_SINCE)),
  zone: readText,
  calendar: readText,
  hours: optional(readText),
  clocks: listOf(
    shapeOf<SlaClock>({
      id: readText,
      basis: oneOf(SLA_BASES),
      stages: listOf(stageShape, 1),
      authority: optional(
        shapeOf<SlaAuthority>({
          instrument: readText,
          article: optional(readText),
          confidence: readText,
          disclaimer: readText,
        }),
      ),
    }),
    1,
  ),
  quietHours: optional(shapeOf<SlaQuietHours>({ from: time, to: time, daysOff: optional(readFlag) })),
  readings: optional(listOf(readText)),
});

function readAmount(value: number, unit: SlaUnit | "times", path: Path): number {
  const max = unit === "working-minute" ? MAX_MINUTES : MAX_AMOUNT;
  if (Number.isSafeInteger(value) && value >= 1 && value <= max) return value;
  return refusePolicy(path, "not-a-whole-number", "not a whole number in the range", {
    received: describeValue(value),
    min: 1,
    max,
  });
}

/** Ids of a list, each used once. */
export function readIds(entries: readonly { readonly id: string }[], path: Path): readonly string[] {
  const ids = entries.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index) refusePolicy([...path, index, "id"], "used-twice", "used twice", { id });
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
  const { cap } = rule;
  if (cap !== undefined) readAmount(cap, unit, at("cap"));
  readAmount(rule.times, "times", at("times"));
  if (rule.to !== undefined) {
    readAmount(rule.to, unit, at("to"));
    if (rule.add !== undefined) refusePolicy(at("add"), "to-and-add", "given beside to");
    if (cap !== undefined && rule.to > cap)
      refusePolicy(at("to"), "beyond-cap", "beyond the cap", { to: rule.to, cap });
    if (unit === stage.unit && rule.to <= stage.amount) {
      refusePolicy(at("to"), "not-longer", "not longer than the limit it extends", {
        to: rule.to,
        amount: stage.amount,
      });
    }
    if (rule.times !== 1)
      refusePolicy(at("times"), "used-once", "an extension to a fixed length is used once", { times: rule.times });
  } else if (rule.add !== undefined) {
    readAmount(rule.add, unit, at("add"));
    if (unit !== stage.unit)
      refusePolicy(at("unit"), "other-unit", "an extension by an amount has the unit of its stage", { unit });
    if (cap === undefined) return refusePolicy(at("cap"), "no-cap", "an extension by an amount needs a cap");
    if (cap <= stage.amount) {
      refusePolicy(at("cap"), "not-longer", "not longer than the limit it extends", {
        cap,
        amount: stage.amount,
      });
    }
  } else refusePolicy(at("to"), "no-to-or-add", "neither to nor add is given");
  if ((unit === "working-minute") !== (stage.unit === "working-minute")) {
    refusePolicy(at("unit"), "unit-mix", "working minutes and days do not mix", { unit });
  }
  if (rule.after !== undefined && !known.includes(rule.after)) {
    refusePolicy(at("after"), "no-such-extension", "no extension listed before this one has this id", {
      id: rule.after,
    });
  }
  return rule;
}

function readEarlyEnd(stage: SlaStage, path: Path): SlaStage {
  const { earlyEnd } = stage;
  if (earlyEnd === undefined) return stage;
  const { by, amount, unit } = earlyEnd;
  const at = (field: string): Path => [...path, field];
  readAmount(amount, unit, at("amount"));
  if (stage.satisfiedBy.includes(by)) refusePolicy(at("by"), "used-twice", "ends the stage at any time", { id: by });
  if ((unit === "working-minute") !== (stage.unit === "working-minute")) {
    refusePolicy(at("unit"), "unit-mix", "working minutes and days do not mix", { unit });
  }
  if (unit === stage.unit && amount >= stage.amount) {
    refusePolicy(at("amount"), "not-shorter", "not shorter than the limit itself", {
      amount: stage.amount,
      to: amount,
    });
  }
  return stage;
}

function readTime(policy: SlaPolicy, time: SlaEscalationTime, root: Path, path: Path): SlaEscalationTime {
  if (time.at === "used-share") {
    const share = typeof (time.share as unknown) === "string" ? tryDecimal(time.share) : null;
    const isShare = share !== null && share.scale <= 4 && share.coefficient > 0n && compareExact(share, ONE) <= 0;
    if (!isShare) {
      const received = time.share as unknown;
      refusePolicy([...path, "share"], "not-a-share", "not a share above 0 up to 1 with at most four digits", {
        received: describeValue(received),
        ...(typeof received === "string" ? {} : { type: typeof received }),
      });
    }
  } else if (time.at !== "breach") {
    readAmount(time.amount, time.unit, [...path, "amount"]);
    if (time.unit === "working-minute" && policy.hours === undefined) {
      refusePolicy([...root, "hours"], "hours-missing", "needed by a threshold in working minutes and not named");
    }
  }
  return time;
}

function readLadder(policy: SlaPolicy, stage: SlaStage, root: Path, path: Path): SlaStage {
  if (stage.atRisk !== undefined) readTime(policy, stage.atRisk, root, [...path, "atRisk"]);
  const steps = stage.escalations ?? [];
  readIds(steps, [...path, "escalations"]);
  for (const [index, { when }] of steps.entries()) {
    readTime(policy, when, root, [...path, "escalations", index, "when"]);
  }
  return stage;
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
    if (before === "resume")
      refusePolicy(at, "cannot-resume", "a stage that another runs from cannot be resumed", { from });
    if (before !== reopen)
      refusePolicy(at, "not-as-before", "not the same as of the stage it runs from", { from, expected: before });
  }
  return clock;
}

/** A stage, with its extensions, its ladder and its pauses. */
export function readStage(policy: SlaPolicy, stage: SlaStage, root: Path, path: Path): SlaStage {
  const at = (...rest: (string | number)[]): Path => [...path, ...rest];
  readAmount(stage.amount, stage.unit, at("amount"));
  if (stage.endOf === "same-time") {
    if (stage.startDayCounts)
      refusePolicy(at("startDayCounts"), "no-first-day", "a limit to the same time has no first day");
    if (stage.cutOff !== undefined) refusePolicy(at("cutOff"), "no-cut-off", "a limit to the same time has no cut-off");
  }
  if (stage.unit === "working-minute") {
    if (stage.endOf !== "same-time")
      refusePolicy(at("endOf"), "not-same-time", "working minutes end at a moment: same-time");
    if (stage.roll !== "none") refusePolicy(at("roll"), "no-roll", "working minutes do not roll");
  }
  const early = stage.earlyEnd?.endOf === "close-of-business";
  if ((needsHours(stage) || early) && policy.hours === undefined) {
    refusePolicy([...root, "hours"], "hours-missing", "needed by a stage and not named", { stage: stage.id });
  }
  const extensions = stage.extensions ?? [];
  const ids = readIds(extensions, at("extensions"));
  for (const [index, rule] of extensions.entries()) {
    readExtension(stage, rule, ids.slice(0, index), at("extensions", index));
  }
  readLadder(policy, stage, root, path);
  readEarlyEnd(stage, at("earlyEnd"));
  const reasons = (stage.pauses ?? []).map((pause) => pause.reason);
  for (const [index, reason] of reasons.entries()) {
    if (reasons.indexOf(reason) !== index)
      refusePolicy(at("pauses", index, "reason"), "used-twice", "used twice", { pause: reason });
  }
  return stage;
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
