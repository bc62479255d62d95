import { replay, toDayNumber, type LocalDate } from "../../core/index.ts";
import { inTheirWords, listOf, refuse } from "../../core/inner.ts";
import { lastOf, planApprovalFlow, startOf, submittedIn } from "./flow.ts";
import { INPUT, readApproval } from "./reading.ts";
import type { PlanApproval, SeveralPlansInForce } from "./types.ts";

/** The version of a plan that is in force on a day. */
export interface PlanVersionInForce {
  readonly ok: true;
  /** Id of the approval. */
  readonly approval: string;
  /** Id of the plan. */
  readonly plan: string;
  /** The version that was approved, and its fingerprint. */
  readonly version: string;
  readonly hash: string;
  /** First day in force, inclusive. */
  readonly from: LocalDate;
  /** First day no longer in force, exclusive; null while nobody has said. */
  readonly to: LocalDate | null;
}

const readApprovals = /* @__PURE__ */ (() => listOf(readApproval))();

/** From when to when a version is in force, as its history says; null where it never was. */
function spellOf(approval: PlanApproval): { readonly from: LocalDate; readonly to: LocalDate | null } | null {
  const from = startOf(approval);
  if (from === undefined) return null;
  const { history } = approval;
  return { from, to: lastOf(history, "supersede")?.from ?? lastOf(history, "close")?.from ?? null };
}

/**
 * Which version of a plan is in force on a day (现行版本), from the histories of all its versions.
 *
 * A version is in force from the day it was put in force for, and until the day it is superseded or closed from. An
 * amendment that is not approved, or not in force yet, changes nothing. One that is in force beside the version it amends,
 * because nobody has superseded that, makes two: the answer says so and takes neither.
 *
 * @param approvals - the approvals of all versions of one plan, in any order
 * @param date - civil date
 * @returns the version, null where none is in force, or which are several
 * @throws `core/invalid-date` for the date
 * @throws `strategy-plan/invalid-input` for what is not an approval, the approvals of two plans, or one given twice
 * @throws `core/invalid-case` where an entry does not follow from the ones before
 * @example
 * const hash = planContentHash({ id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01" });
 * const at = "2025-12-01T09:00:00+08:00";
 * const approval: PlanApproval = { id: "A-1", plan: "P-1", state: "in-force", history: [
 *   { type: "write", at, by: "E-1", preparedBy: "E-1" },
 *   { type: "submit", at, by: "E-1", version: "1", hash, preparedBy: "E-1", amount: null, asks: [] },
 *   { type: "approve", at, by: "E-9", hash, role: "deputy-president" },
 *   { type: "put-in-force", at, by: "E-9", hash, effectiveFrom: "2026-01-01" },
 * ] };
 * planInForce([approval], "2025-12-31") // => null
 * const found = planInForce([approval], "2026-01-01");
 * found?.ok && [found.approval, found.version, found.to] // => ["A-1", "1", null]
 * @since 0.1.0
 */
export function planInForce(
  approvals: readonly PlanApproval[],
  date: LocalDate,
): PlanVersionInForce | SeveralPlansInForce | null {
  toDayNumber(date);
  const found: PlanVersionInForce[] = [];
  const ids = new Set<string>();
  for (const [index, approval] of readApprovals(approvals, ["approvals"], INPUT).entries()) {
    const { id, plan, history } = approval;
    if (plan !== approvals[0]?.plan) refuse(INPUT, ["approvals", index, "plan"], "another plan than the first", {});
    if (ids.has(id)) refuse(INPUT, ["approvals", index, "id"], "given twice", {});
    ids.add(id);
    inTheirWords({ history: ["approvals", index, "history"] }, () => replay(planApprovalFlow, history));
    const spell = spellOf(approval);
    const submitted = submittedIn(history);
    // dates in this form are in the order of their texts
    if (spell === null || submitted === undefined || date < spell.from) continue;
    if (spell.to !== null && date >= spell.to) continue;
    const { version, hash } = submitted;
    found.push({ ok: true, approval: id, plan, version, hash, ...spell });
  }
  const [only, ...more] = found;
  if (more.length === 0) return only ?? null;
  return {
    ok: false,
    reason: "several-in-force",
    details: { date, approvals: found.map(({ approval }) => approval) },
  };
}
