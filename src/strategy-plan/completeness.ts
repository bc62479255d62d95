import { rateOf, type Rate } from "../core/index.ts";
import {
  planFields,
  planSections,
  type PlanField,
  type PlanFieldInfo,
  type PlanFieldSection,
  type PlanSectionInfo,
} from "./fields.ts";
import { isBlank } from "./blank.ts";
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

/** How many people of the client the plan knows; each number is at most the one before it. */
export interface PeopleKnown {
  /** Rows of section 2 that say who is meant, by name or by position. */
  readonly known: number;
  /** Of those, the ones who decide or influence the choice of a bank. */
  readonly deciding: number;
  /** Of those, the ones the plan says how to reach. */
  readonly reachable: number;
}

/**
 * Completeness of a plan: fields answered of those asked for.
 *
 * It says what to ask for next. It does not measure whoever wrote the plan, and managers are never ranked by it: a plan
 * that names one person more has four more open fields, and knows more. `people` is shown beside the rate for that.
 */
export interface PlanCompleteness extends Rate {
  /** People the plan knows: a number that naming somebody never lowers. */
  readonly people: PeopleKnown;
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
 *   not an answer, are still open. Where the form has a slash (3.B turnover or profit, 8.C department or person) or two
 *   things (2.E a unit or a person), either is an answer.
 * - Field 6.F is not asked for where the client does not need the service (6.A `"no"`).
 *
 * Section 1 is the client file and is not counted, nor is the credit page or the progress of actions.
 *
 * Never rank managers by the rate: it would pay them to hide people. `people` counts whom the plan knows.
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
  return { ...rateOf(answered, asked), people: peopleOf(plan), sections, next: open[0] ?? null, open };
}

function peopleOf(plan: StrategyPlan): PeopleKnown {
  const known = (plan.people ?? []).filter(
    ({ contactName, positionAndAuthority }) =>
      saysSomething(contactName) || saysSomething(positionAndAuthority?.position),
  );
  const deciding = known.filter(({ positionAndAuthority }) => {
    const authority = positionAndAuthority?.authority;
    return authority === "decides" || authority === "influences";
  });
  const reachable = deciding.filter(({ contactMethod }) => saysSomething(contactMethod));
  return { known: known.length, deciding: deciding.length, reachable: reachable.length };
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
  if (Array.isArray(value) && value.length === 0) return field.noneIsAnswer;
  return saysSomething(value);
}

/**
 * Blank text and `unknown` say nothing; of a list, one entry must say something, and of a record, every member that is a
 * question or a text. A record without members says nothing.
 */
function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return value !== "unknown" && !isBlank(value);
  if (typeof value !== "object") return true;
  if (Array.isArray(value)) return value.some(saysSomething);
  const record = value as Row;
  if (Object.keys(record).length === 0) return false;
  for (const member of ["answer", "authority", "position", "text", "name", "method"]) {
    if (Object.hasOwn(record, member) && !saysSomething(record[member])) return false;
  }
  const either = ["department", "person"].filter((member) => Object.hasOwn(record, member));
  return either.length === 0 || either.some((member) => saysSomething(record[member]));
}
