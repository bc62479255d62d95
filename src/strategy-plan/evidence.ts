import type { LocalDate } from "../core/index.ts";

/** How sure an answer is. */
export const CONFIDENCES = ["high", "medium", "low"] as const;

/** How sure whoever noted an answer was of it. */
export type Confidence = (typeof CONFIDENCES)[number];

/** What an answer rests on: the day it was true, where it is from, and how sure it is. */
export interface AnswerEvidence {
  /** Day on which the answer was known to be so; not the day it was typed in. */
  readonly asOf: LocalDate;
  /** Where it is from: a visit report, an annual report, a system. */
  readonly source?: string;
  readonly confidence?: Confidence;
}

/** The members of rows that are not fields of the source: the id, the name of a service, and what this library adds. */
export const PLAN_ROW_EXTENSIONS = [
  "id",
  "service",
  "product",
  "member",
  "evidence",
  "stakeholder",
  "spendWithUs",
  "target",
  "progress",
  "bookingUnit",
] as const;

/** A member of a row that is not one of the 37 fields. */
export type PlanRowExtension = (typeof PLAN_ROW_EXTENSIONS)[number];

/** The fields of a row type, or of a section without rows: its members without the extensions. */
export type PlanRowField<Row> = Exclude<keyof Row & string, PlanRowExtension>;

/** What the answers of a row rest on, field by field; a field that is not in it has no evidence of its own. */
export type EvidenceOf<Row> = Readonly<Partial<Record<PlanRowField<Row>, AnswerEvidence>>>;
