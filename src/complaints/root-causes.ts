import { rateOf } from "../core/index.ts";
import { compareTexts } from "../core/inner.ts";
import { decisionOf } from "./decision.ts";
import type { ComplaintCase, RootCauseRow, RootCauses } from "./types.ts";

function causeRows(rows: readonly Omit<RootCauseRow, "share">[], decided: number): RootCauseRow[] {
  return rows
    .map((row) => ({ ...row, share: rateOf(row.count, decided).rate ?? "0" }))
    .sort((a, b) => b.count - a.count || compareTexts(a.cause, b.cause));
}

/**
 * What lay behind the decided complaints (投诉根源分析), most frequent first.
 *
 * The last decision counts, so a review replaces what was found before. Decisions that found no cause form a row of
 * their own with the cause null; complaints without a decision are counted separately, not in the rows.
 *
 * @param complaints - each once
 * @returns counts, how many were upheld, and shares of all decided
 * @example
 * rootCauses([]) // => { decided: 0, undecided: 0, rows: [] }
 * @since 0.1.0
 */
export function rootCauses(complaints: readonly ComplaintCase[]): RootCauses {
  const rows = new Map<string | null, { cause: string | null; count: number; upheld: number }>();
  let decided = 0;
  for (const complaint of complaints) {
    const decision = decisionOf(complaint);
    if (decision === null) continue;
    decided++;
    const { rootCause: cause } = decision;
    const row = rows.get(cause) ?? { cause, count: 0, upheld: 0 };
    const upheld = decision.decision === "not-upheld" ? 0 : 1;
    rows.set(cause, { cause, count: row.count + 1, upheld: row.upheld + upheld });
  }
  return { decided, undecided: complaints.length - decided, rows: causeRows([...rows.values()], decided) };
}

/**
 * Merges the root causes of two parts of a book into those of the whole; the parts share no complaint. Associative and
 * commutative; `rootCauses([])` changes nothing.
 *
 * @param a - one part
 * @param b - the other part
 * @returns root causes of both, with the shares recalculated
 * @example
 * mergeRootCauses(rootCauses([]), rootCauses([])).rows // => []
 * @since 0.1.0
 */
export function mergeRootCauses(a: RootCauses, b: RootCauses): RootCauses {
  const rows = new Map<string | null, { cause: string | null; count: number; upheld: number }>();
  for (const { cause, count, upheld } of [...a.rows, ...b.rows]) {
    const row = rows.get(cause) ?? { cause, count: 0, upheld: 0 };
    rows.set(cause, { cause, count: row.count + count, upheld: row.upheld + upheld });
  }
  const decided = a.decided + b.decided;
  return { decided, undecided: a.undecided + b.undecided, rows: causeRows([...rows.values()], decided) };
}
