import { toDayNumber, type LocalDate } from "../core/index.ts";
import type { ClientFile, ManagerAssignment, ManagerRole } from "./types.ts";

/**
 * Who manages a client on a day, as primary manager or as backup (客户经理 A、B 角).
 *
 * `from` is inclusive, `to` exclusive, so on the day of a handover it is the new manager. When several assignments in
 * one role cover the day, the one that started last counts; {@link checkClientFile} reports the overlap.
 *
 * @param client - client file
 * @param role - primary manager or backup
 * @param date - civil date
 * @returns the assignment, or null when nobody is assigned
 * @throws `core/invalid-date`
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
  let found: ManagerAssignment | null = null;
  for (const assignment of client.managers) {
    if (assignment.role !== role) continue;
    const from = toDayNumber(assignment.from, "from");
    if (day < from || (assignment.to !== undefined && day >= toDayNumber(assignment.to, "to"))) continue;
    if (found === null || from > toDayNumber(found.from, "from")) found = assignment;
  }
  return found;
}
