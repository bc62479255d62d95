import type { RowIssue } from "../../core/index.ts";
import { listOf, oneOf, optional, orNull, readDate, rowOf, type Reader } from "../../core/inner.ts";
import { MANAGER_ROLES, type ManagerAssignment } from "../../client/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { unreadable } from "../income-line.ts";
import { OPTION, readId, readRows } from "../reading.ts";
import type { TeamAssignment } from "./assignments.ts";

/** What of a client file says who is in charge. */
export interface ManagedClient {
  readonly id: string;
  readonly managers: readonly Pick<ManagerAssignment, "employee" | "role" | "unit" | "from" | "to">[];
}

const INVALID = "relationship-value/invalid-assignment" satisfies RelationshipValueErrorCode;

const readFile: Reader<ManagedClient> = rowOf<ManagedClient>({
  id: readId,
  managers: listOf(
    rowOf<ManagedClient["managers"][number]>({
      employee: readId,
      role: oneOf(MANAGER_ROLES),
      unit: readId,
      from: readDate,
      to: optional(orNull(readDate) as Reader<string>),
    }),
  ),
});

/**
 * The assignments that client files say: the primary manager (A 角) has all of a client, the backup nothing.
 *
 * Two primary managers on one day are two shares of 1, which do not add up: `valueByManager` says so.
 *
 * @param files - client files, or what of them says who is in charge
 * @returns an assignment for each primary manager, in order of the files, and an issue for each file that cannot be read
 * @throws `relationship-value/invalid-option` when the files are not a list
 * @example
 * const managers = [
 *   { employee: "E-1", role: "primary", unit: "B-1", from: "2025-01-01", to: "2026-06-11" },
 *   { employee: "E-2", role: "backup", unit: "B-1", from: "2025-01-01" },
 * ] as const;
 * primaryAssignments([{ id: "C-1", managers }]).assignments // => [{ client: "C-1", manager: "E-1", unit: "B-1", from: "2025-01-01", to: "2026-06-11" }]
 * @since 0.1.0
 */
export function primaryAssignments(files: readonly ManagedClient[]): {
  readonly assignments: readonly TeamAssignment[];
  readonly issues: readonly RowIssue[];
} {
  readRows(files, ["files"], OPTION);
  const issues: RowIssue[] = [];
  const assignments: TeamAssignment[] = [];
  for (const [row, given] of files.entries()) {
    try {
      const { id, managers } = readFile(given, [], INVALID);
      for (const { employee, role, unit, from, to = null } of managers) {
        if (!isInCharge(role)) continue;
        assignments.push({ client: id, manager: employee, unit, from, ...(to === null ? {} : { to }) });
      }
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }
  return { assignments, issues };
}

function isInCharge(role: ManagerAssignment["role"]): boolean {
  switch (role) {
    case "primary":
      return true;
    case "backup":
      return false;
  }
}
