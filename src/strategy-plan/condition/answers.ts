import { tryDayNumber } from "../../core/index.ts";
import { isBlank } from "../blank.ts";
import type { AnswerEvidence } from "../evidence.ts";
import {
  planFields,
  planSections,
  type PlanField,
  type PlanFieldInfo,
  type PlanFieldSection,
  type PlanSectionInfo,
} from "../fields.ts";
import type { BankStanding, EvidencedStatement, InstitutionOfficer, PlanRowId, StrategyPlan } from "../types.ts";

/** A row of any section, or a section without rows, by the keys of its members. */
export type Row = Readonly<Record<string, unknown>>;

/** A section with its fields, looked up once and not for every plan. */
export interface FieldSection extends PlanSectionInfo {
  readonly id: PlanFieldSection;
  readonly fields: readonly PlanFieldInfo[];
}

/** Sections 2 to 9 with their fields, in order. */
export const fieldSections: readonly FieldSection[] = /* @__PURE__ */ (() =>
  planSections.flatMap((info): readonly FieldSection[] => {
    const { id } = info;
    return id === "client-profile" ? [] : [{ ...info, id, fields: planFields.filter(({ section }) => section === id) }];
  }))();

const UNWORKED: readonly Row[] = [{}];

/** The rows whose fields count: an unworked section is one row of open fields, a section without rows is one row. */
export function rowsOf(plan: StrategyPlan, { key, noneIsAnswer }: FieldSection): readonly Row[] {
  const value = plan[key] as Row | readonly Row[] | undefined;
  if (value === undefined) return UNWORKED;
  if (!Array.isArray(value)) return [value as Row];
  const rows = value as readonly Row[];
  return rows.length > 0 || noneIsAnswer ? rows : UNWORKED;
}

/** Id of a row; null of a section without rows, and of the row that an unworked section is. */
export function rowId(row: Row): PlanRowId | null {
  return typeof row["id"] === "string" ? row["id"] : null;
}

/** Whether a field is asked of a row: our share is not, of a service the client does not need. */
export function isAsked({ key }: PlanFieldInfo, row: Row): boolean {
  return key !== "shareOfSpend" || row["needed"] !== "no";
}

/** Whether the row answers the field. */
export function isAnswered({ key, noneIsAnswer }: PlanFieldInfo, row: Row): boolean {
  const value = row[key];
  if (noneIsAnswer && Array.isArray(value) && value.length === 0) return true;
  return saysSomething(value);
}

/**
 * Blank text and `unknown` say nothing; of a list, one entry must say something, and of a record, every member that is a
 * question or a text. A record without members says nothing.
 */
export function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return value !== "unknown" && !isBlank(value);
  if (typeof value !== "object") return true;
  return Array.isArray(value) ? value.some(saysSomething) : recordSays(value as Row);
}

function recordSays(record: Row): boolean {
  let isEmpty = true;
  let hasEither = false;
  let saysEither = false;
  for (const name in record) {
    isEmpty = false;
    switch (name) {
      case "answer":
      case "authority":
      case "position":
      case "text":
      case "name":
      case "method":
        if (!saysSomething(record[name])) return false;
        break;
      case "department":
      case "person":
        hasEither = true;
        saysEither ||= saysSomething(record[name]);
    }
  }
  return !isEmpty && (!hasEither || saysEither);
}

type Statement = EvidencedStatement | BankStanding["ourImportance"];

const dayOf = (statement: Statement): number | null => tryDayNumber(statement?.evidence?.date);

/** A list of statements is as old as its oldest; one statement without a day leaves the whole list without one. */
function oldestOf(statements: readonly EvidencedStatement[]): number | null {
  let oldest: number | null = null;
  for (const statement of statements) {
    const day = dayOf(statement);
    if (day === null) return null;
    oldest = oldest === null ? day : Math.min(oldest, day);
  }
  return oldest;
}

/**
 * The answers that carry a day on which they were known. The day something happened on, such as an offer or an adoption,
 * is not one: nobody has said that it was confirmed then.
 */
const OWN_DAY: Readonly<Partial<Record<PlanField, (answer: never) => number | null>>> = {
  ourImportance: dayOf,
  ourImage: dayOf,
  ourStrengths: oldestOf,
  ourWeaknesses: oldestOf,
  institutionOfficer: ({ obtainedOn }: InstitutionOfficer) => tryDayNumber(obtainedOn),
};

/**
 * The last day, up to `today`, on which an answer was known: of its evidence and of the day inside it, the later one, so
 * that evidence which is added never makes an answer older. `later` when every day there is lies after `today`.
 */
export function lastKnown(row: Row, field: PlanField, today: number): number | "undated" | "later" {
  const evidence = row["evidence"] as Readonly<Partial<Record<PlanField, AnswerEvidence>>> | undefined;
  const noted = tryDayNumber(evidence?.[field]?.asOf);
  const value = row[field];
  const own = value === undefined ? null : (OWN_DAY[field]?.(value as never) ?? null);
  let known: number | "undated" | "later" = "undated";
  for (const day of [noted, own]) {
    if (day === null) continue;
    if (day > today) known = known === "undated" ? "later" : known;
    else known = typeof known === "number" ? Math.max(known, day) : day;
  }
  return known;
}

/** What an answer is by its age: known recently enough, too long ago, on no day, or only on a day still to come. */
export const ANSWER_AGES = ["fresh", "stale", "undated", "later"] as const;

/** What an answer is by its age on a day. */
export type AnswerAge = (typeof ANSWER_AGES)[number];

/** What an answer that was last known on a day is by its age; the greatest age is inclusive. */
export function ageOf(known: number | "undated" | "later", today: number, maxAgeDays: number): AnswerAge {
  if (typeof known !== "number") return known;
  return today - known <= maxAgeDays ? "fresh" : "stale";
}
