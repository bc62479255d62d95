import { fromDayNumber, tryDayNumber, type LocalDate, type Path } from "../../core/index.ts";
import { rowOf } from "../../core/inner.ts";
import type { ClientFile } from "../client-file.ts";
import { INVALID } from "../read-client.ts";
import type { Report } from "../reasons.ts";
import { current } from "../recorded.ts";
import { endOf, overlap, startOf } from "../stretch.ts";
import { memberIn } from "../member-in.ts";
import type { EmployeeId, ManagerAssignment, TransferApproval } from "../types.ts";
import { readManagers } from "./manager-at.ts";

/** That a client went from one primary manager to another (移交). */
export interface ManagerTransfer {
  /** First day of the one who arrives. */
  readonly on: LocalDate;
  readonly from: EmployeeId;
  readonly to: EmployeeId;
  /** Who approved it, when and why; null when nobody did. */
  readonly approval: TransferApproval | null;
  /** Days between the two on which nobody was primary manager. */
  readonly gapDays: number;
}

const readClient = rowOf<Pick<ClientFile, "managers">>({ managers: readManagers });

/** An assignment as far as it can be read, with its place in the file. */
type ManagerRow = readonly [row: number, assignment: Partial<ManagerAssignment>];

/** A primary assignment that can be placed in time, and the row it is. */
interface Placed {
  readonly manager: ManagerAssignment;
  readonly row: number;
}

/** Two primary assignments, one after the other, and the first day that neither the first nor one before it covers. */
interface Succession {
  readonly before: Placed;
  readonly after: Placed;
  readonly coveredTo: number;
}

/** Primary assignments of a day or more in pairs, in order of the day they begin. */
function successions(rows: readonly ManagerRow[]): readonly Succession[] {
  const placed = rows
    .filter(
      (entry): entry is readonly [number, ManagerAssignment] =>
        entry[1].role === "primary" && tryDayNumber(entry[1].from) !== null && startOf(entry[1]) < endOf(entry[1]),
    )
    .map(([row, manager]) => ({ row, manager }))
    .sort((a, b) => startOf(a.manager) - startOf(b.manager));
  const pairs: Succession[] = [];
  let coveredTo = Number.NEGATIVE_INFINITY;
  for (const [at, after] of placed.entries()) {
    const before = placed[at - 1];
    if (before !== undefined) pairs.push({ before, after, coveredTo });
    coveredTo = Math.max(coveredTo, endOf(after.manager));
  }
  return pairs;
}

const isTransfer = ({ before, after }: Succession): boolean => before.manager.employee !== after.manager.employee;

/**
 * The transfers of a client from one primary manager to another, in order of time (客户移交).
 *
 * A transfer is an assignment as primary manager that follows one of somebody else. A manager who goes on in another unit
 * is not one, nor is a change of backup, nor an assignment that ends before its first day is over.
 *
 * @param client - client file
 * @returns the transfers, each with its approval and the days without a manager before it
 * @throws `client/invalid-input` and `core/invalid-date` for assignments that are not as a client file has them
 * @example
 * const managers = [
 *   { employee: "E-1", name: "A", role: "primary", unit: "1", from: "2024-01-01", to: "2026-03-01" },
 *   { employee: "E-2", name: "B", role: "primary", unit: "1", from: "2026-03-03", approval: { by: "E-9", on: "2026-02-20", reason: "rotation" } },
 * ] as const;
 * transfersOf({ managers }) // => [{ on: "2026-03-03", from: "E-1", to: "E-2", approval: { by: "E-9", on: "2026-02-20", reason: "rotation" }, gapDays: 2 }]
 * @since 0.1.0
 */
export function transfersOf(client: Pick<ClientFile, "managers">): readonly ManagerTransfer[] {
  const { managers } = readClient(client, ["client"], INVALID);
  return successions([...current(managers).entries()])
    .filter(isTransfer)
    .map(({ before, after, coveredTo }) => ({
      on: after.manager.from,
      from: before.manager.employee,
      to: after.manager.employee,
      approval: after.manager.approval ?? null,
      gapDays: Math.max(0, startOf(after.manager) - coveredTo),
    }));
}

/** Reports people who are their own backup, with the first day in both roles, at the backup. */
function reportOwnBackups(
  managers: readonly ManagerRow[],
  idOf: (id: string | undefined) => string,
  report: Report,
): void {
  for (const [row, backup] of managers) {
    const { employee, role } = backup;
    if (role !== "backup" || employee === undefined) continue;
    const clash = managers.find(
      ([, other]) => other.role === "primary" && other.employee === employee && overlap(other, backup),
    );
    if (clash === undefined) continue;
    const first = Math.max(startOf(clash[1]), startOf(backup));
    if (!Number.isFinite(first)) continue;
    const from = fromDayNumber(first);
    report("client/own-backup", ["managers", row], { employee: idOf(employee), from });
  }
}

/**
 * Reports primary managers who overlap, leave days without one or are their own backup, and transfers nobody else
 * approved beforehand.
 */
export function reportManagers(
  managers: readonly ManagerRow[],
  idOf: (id: string | undefined) => string,
  report: Report,
): void {
  for (const [row, manager] of managers) {
    // one without a first day is refused for that
    const from = manager.from ?? null;
    if (manager.role !== "primary" || from === null) continue;
    const clash = managers.find(([at, other]) => at < row && other.role === "primary" && overlap(other, manager));
    if (clash === undefined) continue;
    const employees = [idOf(clash[1].employee), idOf(manager.employee)] as const;
    report("client/managers-overlap", ["managers", row], { employees, from });
  }
  for (const pair of successions(managers)) {
    const { before, after, coveredTo } = pair;
    const at: Path = ["managers", after.row];
    const { from, approval } = after.manager;
    const employees = [idOf(before.manager.employee), idOf(after.manager.employee)] as const;
    if (startOf(after.manager) > coveredTo) {
      report("client/managers-gap", at, { employees, from: fromDayNumber(coveredTo), to: from });
    }
    if (!isTransfer(pair)) continue;
    const by = memberIn(approval, "by");
    if ((approval ?? null) === null) report("client/transfer-not-approved", at, { employees, on: from });
    else if (by !== null && by === before.manager.employee) {
      const approver = idOf(before.manager.employee);
      report("client/approved-by-party", [...at, "approval", "by"], { approver, on: from });
    }
  }
  for (const [row, { employee, from, approval }] of managers) {
    if (from === undefined) continue;
    const at: Path = ["managers", row, "approval"];
    const [by, on] = [memberIn(approval, "by"), memberIn(approval, "on")];
    if (employee !== undefined && by !== null && by === employee) {
      report("client/approved-by-party", [...at, "by"], { approver: idOf(employee), on: from });
    }
    const [approved, begins] = [tryDayNumber(on), tryDayNumber(from)];
    if (approved !== null && begins !== null && approved > begins) {
      report("client/approved-late", [...at, "on"], { approvedOn: fromDayNumber(approved), from });
    }
  }
  reportOwnBackups(managers, idOf, report);
}
