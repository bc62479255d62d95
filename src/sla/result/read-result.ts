import { POLICY_STATUSES, type LocalDate } from "../../core/index.ts";
import {
  byTag,
  listOf,
  oneOf,
  orNull,
  readDate,
  readFlag,
  readMoment,
  readText,
  rowOf,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import type { SlaErrorCode } from "../errors.ts";
import { PAUSE_WITHOUT_EFFECT_REASONS, SLA_ENDS } from "../events.ts";
import {
  SLA_BASES,
  SLA_MEASURES,
  SLA_REOPEN_RULES,
  SLA_ROLLS,
  SLA_STATES,
  SLA_UNITS,
  type SlaVersion,
} from "../policy-types.ts";
import { readIssue } from "./read-issue.ts";
import type {
  GrantedExtension,
  PossibleExtension,
  SlaDue,
  SlaEarlierEnd,
  SlaEscalation,
  SlaExplanationLine,
  SlaResult,
  StageResult,
} from "./types.ts";

/*
 * Results come back from where they were kept. A result and its stages may have members of their own, as rows of
 * databases have; what is inside a stage is as it was written.
 */

/** The word by which the shape was chosen. */
const word = <T>(value: T): T => value;

const whole = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
const length = wholeNumber(1, Number.MAX_SAFE_INTEGER);
const unit = oneOf(SLA_UNITS);
const measure = oneOf(SLA_MEASURES);
const date: Reader<LocalDate> = readDate;
const dateOrNull = orNull(date);
const momentOrNull = orNull(readMoment);
const textOrNull = orNull(readText);

type Line<Code> = Extract<SlaExplanationLine, { readonly code: Code }>;

const line = byTag<SlaExplanationLine, "code">("code", {
  started: shapeOf<Line<"started">>({ code: word, at: readMoment, date }),
  "started-by-stage": shapeOf<Line<"started-by-stage">>({ code: word, stage: readText, at: readMoment, date }),
  restarted: shapeOf<Line<"restarted">>({ code: word, at: readMoment, date }),
  "re-opened": shapeOf<Line<"re-opened">>({
    code: word,
    rule: oneOf(SLA_REOPEN_RULES),
    endedAt: readMoment,
    at: readMoment,
    date,
  }),
  "after-cut-off": shapeOf<Line<"after-cut-off">>({ code: word, cutOff: readText, countedFrom: date }),
  "started-on-non-working-day": shapeOf<Line<"started-on-non-working-day">>({ code: word, countedFrom: date }),
  "start-day-not-counted": shapeOf<Line<"start-day-not-counted">>({ code: word, date }),
  "start-day-counted": shapeOf<Line<"start-day-counted">>({ code: word, date }),
  allowed: shapeOf<Line<"allowed">>({ code: word, amount: length, unit }),
  extended: shapeOf<Line<"extended">>({
    code: word,
    extension: readText,
    at: readMoment,
    from: length,
    fromUnit: unit,
    to: length,
    toUnit: unit,
    role: textOrNull,
    approvedBy: textOrNull,
    notifiedAt: momentOrNull,
    reason: textOrNull,
  }),
  paused: shapeOf<Line<"paused">>({ code: word, reason: readText, from: readMoment, to: momentOrNull }),
  "pause-not-counted": shapeOf<Line<"pause-not-counted">>({
    code: word,
    reason: readText,
    from: readMoment,
    because: oneOf(PAUSE_WITHOUT_EFFECT_REASONS),
  }),
  "paused-time": shapeOf<Line<"paused-time">>({ code: word, amount: whole, unit: measure }),
  "holiday-skipped": shapeOf<Line<"holiday-skipped">>({ code: word, date, name: readText, provisional: readFlag }),
  "weekends-skipped": shapeOf<Line<"weekends-skipped">>({ code: word, dates: listOf(date) }),
  "make-up-day-counted": shapeOf<Line<"make-up-day-counted">>({ code: word, date }),
  rolled: shapeOf<Line<"rolled">>({ code: word, from: date, to: date, roll: oneOf(SLA_ROLLS) }),
  due: shapeOf<Line<"due">>({ code: word, date, at: readMoment, provisional: readFlag }),
  "due-not-before": shapeOf<Line<"due-not-before">>({ code: word, date: dateOrNull, calendar: readText }),
  "at-risk": shapeOf<Line<"at-risk">>({ code: word, date, at: readMoment }),
  ended: shapeOf<Line<"ended">>({ code: word, by: oneOf(SLA_ENDS), at: readMoment, date }),
  "ended-early": shapeOf<Line<"ended-early">>({ code: word, by: oneOf(SLA_ENDS), amount: length, unit }),
  "ended-on-the-spot": shapeOf<Line<"ended-on-the-spot">>({ code: word, at: readMoment }),
});

/** The lines of an explanation that come back. */
export const readExplanation = listOf(line);

const escalation = /* @__PURE__ */ (() =>
  shapeOf<SlaEscalation>({
    step: readText,
    date,
    at: readMoment,
    alertAt: readMoment,
    notify: listOf(readText),
  }))();

const stage = /* @__PURE__ */ (() =>
  rowOf<StageResult>({
    clock: readText,
    stage: readText,
    basis: oneOf(SLA_BASES),
    cycle: length,
    state: oneOf(SLA_STATES),
    start: momentOrNull,
    startDate: dateOrNull,
    dueDate: dateOrNull,
    dueAt: momentOrNull,
    notBefore: dateOrNull,
    dueIfResumedNow: orNull(shapeOf<SlaDue>({ date, at: readMoment })),
    endedAt: momentOrNull,
    endedBy: orNull(oneOf(SLA_ENDS)),
    earlierEnds: listOf(
      shapeOf<SlaEarlierEnd>({
        by: oneOf(SLA_ENDS),
        at: readMoment,
        state: oneOf(SLA_STATES),
        dueAt: momentOrNull,
        reopenedAt: readMoment,
      }),
    ),
    onTheSpot: orNull(readFlag),
    amount: length,
    unit,
    measure,
    allowed: orNull(whole),
    elapsed: orNull(whole),
    remaining: orNull(whole),
    usedShare: textOrNull,
    atRisk: readFlag,
    atRiskDate: dateOrNull,
    atRiskAt: momentOrNull,
    escalations: listOf(escalation),
    nextEscalation: orNull(escalation),
    extensions: listOf(shapeOf<GrantedExtension>({ extension: readText, at: readMoment, to: length, unit })),
    possibleExtensions: listOf(
      shapeOf<PossibleExtension>({
        extension: readText,
        to: length,
        capped: readFlag,
        unit,
        role: textOrNull,
        notifyCustomer: readFlag,
      }),
    ),
    provisional: readFlag,
    explanation: readExplanation,
  }))();

const stages = listOf(stage);
const stagesShape = rowOf<Pick<SlaResult, "stages">>({ stages });

const resultShape = /* @__PURE__ */ (() =>
  rowOf<SlaResult>({
    next: orNull(stage),
    stages,
    issues: listOf(readIssue),
    policy: shapeOf<SlaResult["policy"]>({ id: readText, version: readText, status: oneOf(POLICY_STATUSES) }),
    calendar: orNull(shapeOf<SlaVersion>({ id: readText, version: readText })),
    mergedInto: textOrNull,
    now: readMoment,
  }))();

const code: SlaErrorCode = "sla/invalid-result";

/** The stages of a result. */
export const readStages = (result: Pick<SlaResult, "stages">, parameter: string): SlaResult["stages"] =>
  stagesShape(result, [parameter], code).stages;

/** A result, whole. */
export const readResult = (result: SlaResult, parameter: string): SlaResult => resultShape(result, [parameter], code);
