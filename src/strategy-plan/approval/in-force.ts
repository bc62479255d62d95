import { replay, toDayNumber, type LocalDate } from "../../core/index.ts";
import { inTheirWords, listOf, refuse } from "../../core/inner.ts";
import { lastOf, planApprovalFlow } from "./flow.ts";
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

/** The earlier of two days, where there are any; dates in this form are in the order of their texts. */
const earlier = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || (b !== null && b < a) ? b : a;

/** From when to when a version is in force, as its own history says; null where it never is. */
function spellOf({ id, plan, history }: PlanApproval): PlanVersionInForce | null {
  const submitted = lastOf(history, "submit");
  const from = lastOf(history, "put-in-force")?.effectiveFrom;
  const to = lastOf(history, "supersede")?.from ?? lastOf(history, "close")?.from ?? null;
  if (submitted === undefined || from === undefined || (to !== null && to <= from)) return null;
  return { ok: true, approval: id, plan, version: submitted.version, hash: submitted.hash, from, to };
}

/**
 * Which version of a plan is in force on a day (现行版本), from the histories of all its versions.
 *
 * A version is in force from the day it was put in force for, and until the first of three days: the one it is superseded
 * from, the one it is closed from, and the first day of a version that amends it. So an amendment takes its place at once,
 * also where nobody has recorded yet that it was superseded, and it does not come back once the amendment is closed. An
 * amendment that is not approved, or not in force yet, changes nothing. Two versions of which neither amends the other may
 * both be in force: the answer says so and takes neither, until one of them is superseded.
 *
 * Each history is replayed, and must lead to the state of its approval. Whether the policy allowed its steps is not asked:
 * run `checkPlanApproval` first on what comes from elsewhere.
 *
 * @param approvals - the approvals of all versions of one plan, in any order
 * @param date - civil date
 * @returns the version, null where none is in force, or which are several
 * @throws `core/invalid-date` for the date
 * @throws `strategy-plan/invalid-input` for what is not an approval, the approvals of two plans, or one given twice
 * @throws `core/invalid-case` where an entry does not follow from the ones before, or the state from the history
 * @example
 * const hash = planContentHash({ id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01" });
 * const at = "2025-12-01T09:00:00+08:00";
 * const approval: PlanApproval = { id: "A-1", plan: "P-1", state: "in-force", history: [
 *   { type: "write", at, by: "E-1", preparedBy: "E-1" },
 *   { type: "submit", at, by: "E-1", version: "1", hash, preparedBy: "E-1", amount: null, asks: [] },
 *   { type: "approve", at, by: "E-9", hash, role: "deputy-president" },
 *   { type: "put-in-force", at, by: "E-9", hash, role: "deputy-president", effectiveFrom: "2026-01-01" },
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
  const ids = new Set<string>();
  const spells: PlanVersionInForce[] = [];
  /** First days of amendments, by what they amend. */
  const replaced = new Map<string, LocalDate | null>();
  for (const [index, approval] of readApprovals(approvals, ["approvals"], INPUT).entries()) {
    const { id, plan, state, history } = approval;
    const at = ["approvals", index];
    if (plan !== approvals[0]?.plan) refuse(INPUT, [...at, "plan"], "another plan than the first", {});
    if (ids.has(id)) refuse(INPUT, [...at, "id"], "given twice", {});
    ids.add(id);
    const places = { history: ["approvals", index, "history"] };
    const { state: expected } = inTheirWords(places, () => replay(planApprovalFlow, history));
    if (state !== expected) {
      refuse("core/invalid-case", [...at, "state"], "not the state the history leads to", { id, state, expected });
    }
    const spell = spellOf(approval);
    if (spell === null) continue;
    spells.push(spell);
    const amends = lastOf(history, "write")?.amends;
    if (amends !== undefined) replaced.set(amends, earlier(spell.from, replaced.get(amends) ?? null));
  }
  const found = spells.flatMap((spell) => {
    const to = earlier(spell.to, replaced.get(spell.approval) ?? null);
    return spell.from <= date && (to === null || date < to) ? [{ ...spell, to }] : [];
  });
  const [only, ...more] = found;
  if (more.length === 0) return only ?? null;
  return {
    ok: false,
    reason: "several-in-force",
    details: { date, approvals: found.map(({ approval }) => approval) },
  };
}
