import { rateOf, type Rate } from "../core/index.ts";
import {
  planFields,
  planSections,
  type PlanField,
  type PlanFieldInfo,
  type PlanFieldSection,
  type PlanSectionInfo,
} from "./fields.ts";
import { readPlan } from "./read-plan.ts";
import type { PlanRowId, StrategyPlan } from "./types.ts";

/** A place in the plan where a field is present or missing. */
export interface PlanFieldPlace {
  readonly section: PlanFieldSection;
  readonly field: PlanField;
  /** Number and letter in the source, such as `"6.F"`. */
  readonly code: string;
  /** Row of the section; `null` in sections without rows, and where the section has no row yet. */
  readonly row: PlanRowId | null;
}

/** Completeness of one section: fields answered of those asked for. */
export interface SectionCompleteness extends Rate {
  readonly section: PlanFieldSection;
}

/** Completeness of a plan: fields answered of those asked for. */
export interface PlanCompleteness extends Rate {
  /** Sections 2 to 9 in order. */
  readonly sections: readonly SectionCompleteness[];
  /** The first open field in the source's order, or `null` when none is open. */
  readonly next: PlanFieldPlace | null;
  /** Every open field in the source's order. */
  readonly open: readonly PlanFieldPlace[];
}

/**
 * How complete a plan is, section by section and in all, and which field to ask for next (计划书完整度).
 *
 * The rule, over the 37 fields of sections 2 to 9:
 * - Each row counts its own fields: three people are 3 × 5 fields. Naming a person and nothing more makes the plan less
 *   complete, because it shows what is not known yet.
 * - A section without rows counts its fields once, all open. An empty list of other institutions or of challenges is an
 *   answer ("there are none"): the section then asks for 0 fields and its rate is `null`.
 * - A field is answered when it is there and says something: blank text, `"unknown"`, and an empty list where "none" is
 *   not an answer, are still open.
 * - Field 6.F is not asked for where the client does not need the service (6.A `"no"`).
 *
 * Section 1 is the client file and is not counted.
 *
 * @param plan - a plan, finished or not
 * @returns fields answered (`n`) of those asked for (`of`), and the open fields
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @see 客户经理制的管理培训 (香港银行学会), pp. 7-10, for the fields; the counting rule is this library's convention
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   people: [{ id: "p1", contactName: "…" }], institutions: [] } as const;
 * const { n, of, rate, next } = planCompleteness(plan);
 * [n, of, rate] // => [1, 32, "0.0312"]
 * next // => { section: "decision-makers", field: "positionAndAuthority", code: "2.B", row: "p1" }
 * @since 0.1.0
 */
export function planCompleteness(plan: StrategyPlan): PlanCompleteness {
  return completenessOf(readPlan(plan));
}

/** {@link planCompleteness} of a plan that has been read. */
export function completenessOf(plan: StrategyPlan): PlanCompleteness {
  const open: PlanFieldPlace[] = [];
  const sections: SectionCompleteness[] = [];
  for (const info of planSections) {
    if (!hasFields(info)) continue;
    const fields = planFields.filter((field) => field.section === info.id);
    let answered = 0;
    let asked = 0;
    for (const row of rowsOf(plan, info)) {
      for (const field of fields) {
        if (!isAsked(field, row)) continue;
        asked += 1;
        if (isAnswered(field, row)) answered += 1;
        else open.push({ section: info.id, field: field.key, code: field.code, row: rowId(row) });
      }
    }
    sections.push({ section: info.id, ...rateOf(answered, asked) });
  }
  const answered = sections.reduce((total, { n }) => total + n, 0);
  const asked = sections.reduce((total, { of }) => total + of, 0);
  return { ...rateOf(answered, asked), sections, next: open[0] ?? null, open };
}

type Row = Readonly<Record<string, unknown>>;

function hasFields(info: PlanSectionInfo): info is PlanSectionInfo & { readonly id: PlanFieldSection } {
  return info.id !== "client-profile";
}

/** The rows whose fields count: an unworked section is one row of open fields, a section without rows is one row. */
function rowsOf(plan: StrategyPlan, info: PlanSectionInfo): readonly Row[] {
  const value = plan[info.key] as Row | readonly Row[] | undefined;
  if (value === undefined) return [{}];
  if (!Array.isArray(value)) return [value as Row];
  const rows = value as readonly Row[];
  return rows.length > 0 || info.noneIsAnswer ? rows : [{}];
}

function rowId(row: Row): PlanRowId | null {
  return typeof row["id"] === "string" ? row["id"] : null;
}

function isAsked(field: PlanFieldInfo, row: Row): boolean {
  return field.key !== "shareOfSpend" || row["needed"] !== "no";
}

function isAnswered(field: PlanFieldInfo, row: Row): boolean {
  const value = row[field.key];
  if (Array.isArray(value)) return value.length > 0 || field.noneIsAnswer;
  return saysSomething(value);
}

/** Blank text and `unknown` say nothing; of a record, every member that is a question or a text must say something. */
function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  // spaces, control characters and invisible characters look empty on paper
  if (typeof value === "string") return value !== "unknown" && /[^\s\p{Cc}\p{Cf}]/u.test(value);
  if (typeof value !== "object") return true;
  const record = value as Row;
  for (const member of ["answer", "authority", "position", "text", "name", "department", "person", "method"]) {
    if (Object.hasOwn(record, member) && !saysSomething(record[member])) return false;
  }
  return true;
}
