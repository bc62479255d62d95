import { issueOf, toDayNumber, type LocalDate, type RowIssue } from "../../core/index.ts";
import { compareTexts, readList, refuse, rowOf } from "../../core/inner.ts";
import type { ClientFile } from "../client-file.ts";
import type { ClientErrorCode } from "../errors.ts";
import { INVALID, readId } from "../read-client.ts";
import { current } from "../recorded.ts";
import { lastsOn } from "../stretch.ts";
import type { ClientId, EmployeeId } from "../types.ts";
import { assignedOn, readManagers } from "./manager-at.ts";

/** The clients of one manager on a day. */
export interface ManagedClients {
  readonly employee: EmployeeId;
  /** Clients they are primary manager of, in order of id. */
  readonly primary: readonly ClientId[];
  /** Clients they are a backup of, in order of id. */
  readonly backup: readonly ClientId[];
}

/** Who manages what on a day. */
export interface ManagerBook {
  readonly date: LocalDate;
  /** In order of employee. */
  readonly managers: readonly ManagedClients[];
  /** Clients without a primary manager, in order of id. */
  readonly unmanaged: readonly ClientId[];
  /** Clients with a primary manager and no backup, in order of id. */
  readonly withoutBackup: readonly ClientId[];
  /** Files that cannot be read, or whose client was there before: left out, and named here. */
  readonly issues: readonly RowIssue[];
}

const readRow = rowOf<Pick<ClientFile, "id" | "managers">>({ id: readId, managers: readManagers });

/**
 * Who manages which clients on a day, and which clients nobody manages (管户清单).
 *
 * Every file is in exactly one place as far as the primary manager goes: with one manager, unmanaged, or among the
 * issues. One who is primary and backup of the same client counts as primary.
 *
 * @param files - client files, or their ids and managers
 * @param date - civil date
 * @returns the clients of each manager, those without one, and the files left out
 * @throws `core/invalid-date`; `client/invalid-input` when `files` is not a list
 * @example
 * const manager = (employee: string, role: "primary" | "backup") => ({ employee, name: "…", role, unit: "1", from: "2024-01-01" });
 * const book = managerBook([
 *   { id: "C-2", managers: [manager("E-1", "primary"), manager("E-2", "backup")] },
 *   { id: "C-1", managers: [manager("E-1", "primary")] },
 *   { id: "C-3", managers: [] },
 * ], "2026-03-01");
 * book.managers // => [{ employee: "E-1", primary: ["C-1", "C-2"], backup: [] }, { employee: "E-2", primary: [], backup: ["C-2"] }]
 * book.unmanaged // => ["C-3"]
 * book.withoutBackup // => ["C-1"]
 * @since 0.1.0
 */
export function managerBook(files: readonly Pick<ClientFile, "id" | "managers">[], date: LocalDate): ManagerBook {
  const day = toDayNumber(date);
  const seen = new Set<ClientId>();
  const books = new Map<EmployeeId, { readonly primary: ClientId[]; readonly backup: ClientId[] }>();
  const bookOf = (employee: EmployeeId): { readonly primary: ClientId[]; readonly backup: ClientId[] } => {
    const book = books.get(employee) ?? { primary: [], backup: [] };
    books.set(employee, book);
    return book;
  };
  const [unmanaged, withoutBackup, issues]: [ClientId[], ClientId[], RowIssue[]] = [[], [], []];
  for (const [row, file] of readList(files, ["files"], INVALID).entries()) {
    try {
      const { id, managers } = readRow(file, [], INVALID);
      const twice: ClientErrorCode = "client/duplicate-id";
      if (seen.has(id)) refuse(twice, ["id"], "already in the list", { id });
      seen.add(id);
      const holding = current(managers);
      const primary = assignedOn(holding, "primary", day)?.employee ?? null;
      const backups = new Set(
        holding.flatMap((own) => (own.role === "backup" && lastsOn(own, day) ? own.employee : [])),
      );
      if (primary === null) unmanaged.push(id);
      else {
        bookOf(primary).primary.push(id);
        backups.delete(primary);
        if (backups.size === 0) withoutBackup.push(id);
      }
      for (const employee of backups) bookOf(employee).backup.push(id);
    } catch (error) {
      issues.push({ row, ...issueOf(error) });
    }
  }
  const inOrder = (ids: readonly ClientId[]): readonly ClientId[] => [...ids].sort(compareTexts);
  return {
    date,
    managers: [...books.entries()]
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([employee, { primary, backup }]) => ({ employee, primary: inOrder(primary), backup: inOrder(backup) })),
    unmanaged: inOrder(unmanaged),
    withoutBackup: inOrder(withoutBackup),
    issues,
  };
}
