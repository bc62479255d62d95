import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import {
  tryDayNumber,
  tryDecimal,
  type DecimalString,
  type IssuesOf,
  type LocalDate,
  type Path,
} from "../../core/index.ts";
import { isCurrency, type Money } from "../../money/index.ts";
import { planFields, type PlanField } from "../fields.ts";
import { ACTION_STATES, type ActionState } from "../progress.ts";
import { PLAN_ANSWERS, type Answer, type PlanRowId } from "../types.ts";
import type { Part, PlanList } from "./grain.ts";

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
  "group",
  "sample",
  "withheld",
  "credit",
  "confirmedOn",
  "limits",
  "rating",
  "nextReview",
  "people",
  "ties",
  "businesses",
  "standing",
  "institutions",
  "services",
  "value",
  "actions",
  "challenges",
  "noneConfirmed",
  "member",
  "service",
  "product",
  "stakeholder",
  "spendWithUs",
  "target",
  "bookingUnit",
  "progress",
  "evidence",
  "from",
  "to",
  "kind",
] as const;

/** A member of a plan that is not one of its 37 fields. */
export type PlanMember = (typeof PLAN_MEMBERS)[number];

/** What of an answer can be told in a sentence: an amount, a word, a share, a time, a day, a text, a state. */
export interface ToldAnswer {
  readonly amount?: Money;
  readonly answer?: Answer;
  readonly share?: DecimalString;
  readonly time?: Period;
  readonly day?: LocalDate;
  readonly text?: string;
  readonly state?: ActionState;
}

/** A row, by its list, its id and what it is called. */
export interface RowPlace {
  readonly list: PlanList;
  readonly row: PlanRowId;
  /** What the row is called in the plan; so that a reader need not know its id. */
  readonly name?: string;
}

/** Where a change is: in a row; or, where nothing is said, in the plan itself or a section without rows. */
export type ChangedPlace = Partial<RowPlace>;

/** One answer that is another in the two plans. */
export interface ChangedAnswer extends ChangedPlace {
  /** One of the 37 fields. */
  readonly field?: PlanField;
  /** Set where it is not the answer itself, but what the answer of the field rests on. */
  readonly isEvidence?: boolean;
  /** A member that is not one of them. */
  readonly member?: PlanMember;
  /** The answer in the first plan; absent where there was none. */
  readonly before?: unknown;
  /** The answer in the second plan; absent where there is none any more. */
  readonly after?: unknown;
}

/** What of an answer before and after can be told, where it differs. */
type Told<When extends "was" | "now"> = {
  readonly [Fact in keyof ToldAnswer as `${When}${Capitalize<Fact>}`]?: ToldAnswer[Fact];
};

/** What the changes from one plan to another carry, by code. */
export interface PlanChangeDetails {
  /** A row that only the second plan has. Remedy: nothing is wrong. */
  "strategy-plan/row-added": RowPlace;
  /** A row that only the first plan has. Remedy: nothing is wrong. */
  "strategy-plan/row-removed": RowPlace;
  /** The rows of a list in another order. Remedy: nothing is wrong. */
  "strategy-plan/rows-reordered": Pick<RowPlace, "list">;
  /** An answer that only the second plan has. Remedy: nothing is wrong. */
  "strategy-plan/answer-given": ChangedAnswer & Told<"now">;
  /** An answer that only the first plan has. Remedy: nothing is wrong. */
  "strategy-plan/answer-withdrawn": ChangedAnswer & Told<"was">;
  /** An answer that is another in the second plan. Remedy: nothing is wrong. */
  "strategy-plan/answer-changed": ChangedAnswer & Told<"was"> & Told<"now">;
}

/** Codes of changes. */
export type PlanChangeCode = keyof PlanChangeDetails;

/**
 * One change from a plan to another. Its path is made of names and ids of rows, `["actions", "a1", "expectedIncome"]`, so
 * that it means the same in both, whatever the order of the rows.
 *
 * What a change carries is what the plan says, texts included: it is for whoever may read the plan, and not for a log.
 */
export type PlanChange = IssuesOf<PlanChangeDetails>;

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
};

/** The place of a row, with what it is called. */
export function placeOf(list: PlanList, id: string, row: Part | undefined): RowPlace {
  const name = row === undefined ? undefined : nameOfRow(list, row);
  return { list, row: id, ...(name === undefined ? {} : { name }) };
}

/** The path of a place among names and ids, as one text that a decision can name. */
export const pointerOf = (path: Path): string =>
  path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
