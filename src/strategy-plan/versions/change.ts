import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { tryDayNumber, tryDecimal, type DecimalString, type Path } from "../../core/index.ts";
import { isCurrency, type Money } from "../../money/index.ts";
import { planFields, type PlanField } from "../fields.ts";
import { ACTION_STATES, type ActionState } from "../progress.ts";
import { PLAN_ANSWERS, type Answer } from "../types.ts";
import type { Part, PlanList } from "./grain.ts";
import type { ChangedAnswer, ChangedPlace, PlanChange, RowPlace, ToldAnswer } from "./reasons.ts";

/** Members of a plan that are not among its 37 fields, and that two versions may differ in. */
export const PLAN_MEMBERS = [
  "id",
  "version",
  "client",
  "period",
  "currency",
  "preparedBy",
  "preparedOn",
  "approvedBy",
  "sample",
  "standing",
  "value",
  "noneConfirmed",
  "confirmedOn",
  "limits",
  "rating",
  "nextReview",
  "institutions",
  "challenges",
  "service",
  "product",
  "stakeholder",
  "spendWithUs",
  "target",
  "progress",
  "evidence",
  "from",
  "to",
  "kind",
  "member",
  "bookingUnit",
  "credit",
  "group",
  "name",
  "bookingUnits",
  "members",
  "managers",
] as const;

/** A member of a plan that is not one of its 37 fields. */
export type PlanMember = (typeof PLAN_MEMBERS)[number];

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

/** What of an answer can be told in a sentence; nothing of one that has too many parts. */
function toldOf(name: string, value: unknown): ToldAnswer {
  if (isMoney(value)) return { amount: value };
  if (typeof value === "string") {
    if (name === "needed") return { answer: value as Answer };
    if (tryDayNumber(value) !== null) return { day: value };
    if ((name === "period" || name === "plannedPitchTime") && tryRange(value) !== null) return { time: value };
    return { text: value };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const { amount, answer, share, state, text, name: called } = value as Part;
  if (isMoney(amount)) return { amount };
  if ((PLAN_ANSWERS as readonly unknown[]).includes(answer)) return { answer: answer as Answer };
  if (tryDecimal(share) !== null) return { share: share as DecimalString };
  if ((ACTION_STATES as readonly unknown[]).includes(state)) return { state: state as ActionState };
  if (tryRange(value) !== null) return { time: value as Period };
  if (typeof text === "string") return { text };
  return typeof called === "string" ? { text: called } : {};
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
  const was = isEvidence || before === undefined ? {} : toldOf(name, before);
  const now = isEvidence || after === undefined ? {} : toldOf(name, after);
  // "from 5 to 5" would say that nothing changed
  const isTold = JSON.stringify(was) !== JSON.stringify(now);
  const details = {
    ...place.row,
    ...namedMember(place, name),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(isTold ? { ...prefixed("was", was), ...prefixed("now", now) } : {}),
  };
  if (before === undefined) return { code: "strategy-plan/answer-given", path, details };
  if (after === undefined) return { code: "strategy-plan/answer-withdrawn", path, details };
  return { code: "strategy-plan/answer-changed", path, details };
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
