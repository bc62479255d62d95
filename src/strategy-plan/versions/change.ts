import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { tryDayNumber, tryDecimal, type DecimalString, type Path } from "../../core/index.ts";
import { isCurrency, type Money } from "../../money/index.ts";
import { planFields, type PlanField } from "../fields.ts";
import { ACTION_STATES, type ActionState } from "../progress.ts";
import { PLAN_ANSWERS, type Answer } from "../types.ts";
import { isSame, type Part } from "./grain.ts";
import type { PlanList, PlanMember } from "./places.ts";
import type { ChangedAnswer, ChangedPlace, PlanChange, RowPlace, ToldAnswer } from "./reasons.ts";

const FIELDS: ReadonlySet<string> = /* @__PURE__ */ (() => new Set(planFields.map(({ key }) => key)))();

/** A member by the name its labels have; in evidence, the field it is about. */
export function namedMember(
  { row, isEvidence }: { readonly row: ChangedPlace; readonly isEvidence: boolean },
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
  const { amount, answer, share, state, text, name: called, period } = value as Part;
  const told = typeof text === "string" ? text : called;
  const time = period ?? value;
  return {
    ...(isMoney(amount) ? { amount } : {}),
    ...((PLAN_ANSWERS as readonly unknown[]).includes(answer) ? { answer: answer as Answer } : {}),
    ...(tryDecimal(share) === null ? {} : { share: share as DecimalString }),
    ...((ACTION_STATES as readonly unknown[]).includes(state) ? { state: state as ActionState } : {}),
    ...(typeof told === "string" ? { text: told } : {}),
    ...(tryRange(time) === null ? {} : { time: time as Period }),
  };
}

/** The first thing of an answer that says how it differs from the other; nothing where none does. */
function firstOf(told: ToldAnswer, other: ToldAnswer): ToldAnswer {
  const fact = Object.entries(told).find(([name, value]) => !isSame(value, other[name as keyof ToldAnswer]));
  return fact === undefined ? {} : Object.fromEntries([fact]);
}

const capital = (fact: string): string => `${fact.charAt(0).toUpperCase()}${fact.slice(1)}`;

/** The facts of an answer under their names before or after the change. */
const prefixed = (when: "was" | "now", told: ToldAnswer): Part =>
  Object.fromEntries(Object.entries(told).map(([fact, value]) => [`${when}${capital(fact)}`, value]));

/** What one changed answer carries. */
export function changedAnswer(
  place: { readonly path: Path; readonly row: ChangedPlace; readonly isEvidence: boolean },
  name: string,
  before: unknown,
  after: unknown,
): PlanChange {
  const { path, isEvidence } = place;
  const [told, other] = isEvidence ? [{}, {}] : [toldOf(name, before), toldOf(name, after)];
  const [was, now] = [firstOf(told, other), firstOf(other, told)];
  const isTold = Object.keys(was).length + Object.keys(now).length > 0;
  const details = {
    ...place.row,
    ...namedMember(place, name),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...prefixed("was", was),
    ...prefixed("now", now),
  };
  if (before === undefined) return { code: "strategy-plan/answer-given", path, details };
  if (after === undefined) return { code: "strategy-plan/answer-withdrawn", path, details };
  return { code: "strategy-plan/answer-changed", path, details: isTold ? { ...details, isTold } : details };
}

/** What a row is called in the plan. */
export function nameOfRow(list: PlanList, row: Part): string | undefined {
  const text = (...path: readonly string[]): string | undefined => {
    let value: unknown = row;
    for (const name of path) value = (value as Part | undefined)?.[name];
    return typeof value === "string" ? value : undefined;
  };
  return NAMES[list](text);
}

type TextAt = (...path: readonly string[]) => string | undefined;

const NAMES: Readonly<Record<PlanList, (text: TextAt) => string | undefined>> = {
  people: (text) => text("contactName") ?? text("positionAndAuthority", "position"),
  ties: () => undefined,
  businesses: (text) => text("businessNature"),
  institutions: (text) => text("institutionName"),
  services: (text) => text("service"),
  actions: (text) => text("productOrService", "name") ?? text("clientNeed", "text"),
  challenges: (text) => text("challengeContent"),
  members: (text) => text("client"),
};

/** The place of a row, with what it is called. */
export function placeOf(list: PlanList, id: string, row: Part | undefined): RowPlace {
  const name = row === undefined ? undefined : nameOfRow(list, row);
  return { list, row: id, ...(name === undefined ? {} : { name }) };
}

/** The path of a place among names and ids, as one text that a decision can name. */
export const pointerOf = (path: Path): string =>
  path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
