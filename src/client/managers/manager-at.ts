import { toDayNumber, type LocalDate } from "../../core/index.ts";
import { listOf, readOneOf, rowOf } from "../../core/inner.ts";
import type { ClientFile } from "../client-file.ts";
import { INVALID, MANAGER } from "../read-client.ts";
import { current } from "../recorded.ts";
import { lastsOn } from "../stretch.ts";
import { MANAGER_ROLES, type ManagerAssignment, type ManagerRole } from "../types.ts";

/** The assignments of a file. */
export const readManagers = listOf(rowOf(MANAGER));

const readClient = rowOf<Pick<ClientFile, "managers">>({ managers: readManagers });

/** The assignment in a role that covers a day, the one that started last where there are several; null for nobody. */
export function assignedOn(
  assignments: readonly ManagerAssignment[],
  role: ManagerRole,
  day: number,
): ManagerAssignment | null {
  let found: ManagerAssignment | null = null;
  for (const assignment of assignments) {
    if (assignment.role !== role || !lastsOn(assignment, day)) continue;
    if (found === null || assignment.from > found.from) found = assignment;
  }
  return found;
}

/**
 * Who manages a client on a day, as primary manager or as backup (客户经理 A、B 角).
 *
 * `from` is inclusive, `to` exclusive, so on the day of a transfer it is the new manager. When several assignments in
 * one role cover the day, the one that started last counts; {@link checkClientFile} reports the overlap. Assignments
 * that a later entry corrects do not count.
 *
 * @param client - client file
 * @param role - primary manager or backup
 * @param date - civil date
 * @returns the assignment, or null when nobody is assigned
 * @throws `core/invalid-date`; `client/invalid-input` for assignments that are not as a client file has them, or another
 * role
 * @example
 * const managers = [
 *   { employee: "E-1", name: "A", role: "primary", unit: "Branch 1", from: "2024-01-01", to: "2026-03-01" },
 *   { employee: "E-2", name: "B", role: "primary", unit: "Branch 1", from: "2026-03-01" },
 * ] as const;
 * managerAt({ managers }, "primary", "2026-02-28")?.employee // => "E-1"
 * managerAt({ managers }, "primary", "2026-03-01")?.employee // => "E-2"
 * managerAt({ managers }, "backup", "2026-03-01") // => null
 * @since 0.1.0
 */
export function managerAt(
  client: Pick<ClientFile, "managers">,
  role: ManagerRole,
  date: LocalDate,
): ManagerAssignment | null {
  const day = toDayNumber(date);
  readOneOf(role, MANAGER_ROLES, ["role"], INVALID);
  const found = assignedOn(current(readClient(client, ["client"], INVALID).managers), role, day);
  if (found === null) return null;
  // members of the row's own stay with the row
  const { employee, name, unit, from, to, approval } = found;
  return {
    employee,
    name,
    role,
    unit,
    from,
    ...((to ?? null) === null ? {} : { to }),
    ...((approval ?? null) === null ? {} : { approval }),
  };
}
