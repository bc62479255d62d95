import { tryRange } from "../../calendar/inner.ts";
import { tryDayNumber, tryDecimal } from "../../core/index.ts";
import { isSameJson } from "../../core/inner.ts";
import { isCurrency, type Money } from "../../money/index.ts";
import { planFields, type PlanField } from "../fields.ts";
import { ACTION_STATES } from "../progress.ts";
import { PLAN_ANSWERS, type Answer } from "../types.ts";
import type { Part, Place } from "./grain.ts";
import type { PlanMember } from "./places.ts";
import type { ChangedAnswer, PlanChange, ToldAnswer } from "./reasons.ts";

const FIELDS: ReadonlySet<string> = /* @__PURE__ */ (() => new Set(planFields.map(({ key }) => key)))();

/** A member by the name its labels have; in evidence, the field it is about. */
export function namedMember(
  { row, isEvidence }: Place,
  name: string,
): Pick<ChangedAnswer, "field" | "member" | "isEvidence"> {
  if (isEvidence && FIELDS.has(name)) return { field: name as PlanField, isEvidence };
  // the name of a service is not one of the fields, nor are the ends of a tie
  return row.list !== "ties" && FIELDS.has(name) ? { field: name as PlanField } : { member: name as PlanMember };
}

const isMoney = (value: unknown): value is Money =>
  typeof value === "object" &&
  value !== null &&
  isCurrency((value as Money).currency) &&
  tryDecimal((value as Money).amount) !== null;

/** What of an answer could be told in a sentence, what says most of it first; nothing of one that has too many parts. */
function toldOf(name: string, value: unknown): ToldAnswer {
  if (isMoney(value)) return { amount: value };
  if (typeof value === "string") {
    if (name === "needed") return { answer: value as Answer };
    if (tryDayNumber(value) !== null) return { day: value };
    if ((name === "period" || name === "plannedPitchTime") && tryRange(value) !== null) return { time: value };
    return { text: value };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const { amount, answer, share, state, text, name: called, period = value } = value as Part;
  const facts: readonly (readonly [fact: keyof ToldAnswer, value: unknown, isTold: boolean])[] = [
    ["amount", amount, isMoney(amount)],
    ["answer", answer, (PLAN_ANSWERS as readonly unknown[]).includes(answer)],
    ["share", share, tryDecimal(share) !== null],
    ["state", state, (ACTION_STATES as readonly unknown[]).includes(state)],
    ["text", text ?? called, (text ?? called) !== undefined],
    ["time", period, tryRange(period) !== null],
  ];
  return Object.fromEntries(facts.filter(([, , isTold]) => isTold)) as ToldAnswer;
}

/** The first thing of an answer that says how it differs from the other, under its name before or after the change. */
function firstOf(when: "was" | "now", told: ToldAnswer, other: ToldAnswer): Part {
  const first = Object.entries<unknown>(told as Part).find(
    ([fact, value]) => !isSameJson(value, other[fact as keyof ToldAnswer]),
  );
  if (first === undefined) return {};
  const [fact, value] = first;
  return { [`${when}${fact.charAt(0).toUpperCase()}${fact.slice(1)}`]: value };
}

/** What one changed answer carries. */
export function changedAnswer(place: Place, name: string, before: unknown, after: unknown): PlanChange {
  const { path, row, isEvidence } = place;
  const [was, now] = isEvidence ? [{}, {}] : [toldOf(name, before), toldOf(name, after)];
  const told = { ...firstOf("was", was, now), ...firstOf("now", now, was) };
  const details = {
    ...row,
    ...namedMember(place, name),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...told,
  };
  if (before === undefined) return { code: "strategy-plan/answer-given", path, details };
  if (after === undefined) return { code: "strategy-plan/answer-withdrawn", path, details };
  const isTold = Object.keys(told).length > 0;
  return { code: "strategy-plan/answer-changed", path, details: isTold ? { ...details, isTold } : details };
}
