import {
  compareDecimals,
  describeValue,
  tryDayNumber,
  tryDecimal,
  type CoreErrorCode,
  type Issue,
  type LocalDate,
  type Path,
} from "../core/index.ts";
import type { ClientErrorCode } from "./errors.ts";
import type { ClientFile } from "./types.ts";

/** An issue found in a client file. */
export interface ClientIssue extends Issue {
  readonly code: ClientErrorCode | CoreErrorCode;
}

/**
 * Errors in the content of a client file: empty or repeated ids, dates that do not exist or are reversed, two primary
 * managers at once, a voting share outside 0 to 1.
 *
 * `ClientFileSchema` checks the shape of unknown JSON; this finds what a schema cannot.
 *
 * @param client - client file
 * @returns issues in the order of the file; empty when nothing is wrong
 * @example
 * const file = { kind: "personal", id: "C-1", names: { legal: "…" }, accounts: [], contacts: [], analyses: [], person: {},
 *   managers: [
 *     { employee: "E-1", name: "A", role: "primary", unit: "1", from: "2024-01-01" },
 *     { employee: "E-2", name: "B", role: "primary", unit: "1", from: "2026-03-01" },
 *   ] } as const;
 * checkClientFile(file).map((issue) => issue.code) // => ["client/managers-overlap"]
 * @since 0.1.0
 */
export function checkClientFile(client: ClientFile): readonly ClientIssue[] {
  const issues: ClientIssue[] = [];
  const report = (code: ClientIssue["code"], path: Path, details: ClientIssue["details"]): void => {
    issues.push({ code, path, details });
  };
  const reportDates = (path: Path, fromKey: string, from?: LocalDate, toKey?: string, to?: LocalDate): void => {
    const ends = (
      [
        [fromKey, from],
        [toKey, to],
      ] as const
    ).map(([key, date]) => {
      if (key === undefined || date === undefined) return null;
      const day = tryDayNumber(date);
      if (day === null) report("core/invalid-date", [...path, key], { received: describeValue(date) });
      return day;
    });
    const [first, end] = ends;
    if (toKey === undefined || first === null || first === undefined || end === null || end === undefined) return;
    if (end <= first) report("client/reversed-dates", [...path, toKey], { from, to });
  };

  if (client.id === "") report("client/empty-id", ["id"], {});
  reportDates([], "clientSince", client.clientSince);
  if (client.kind === "corporate") reportDates(["organisation"], "foundedOn", client.organisation.foundedOn);
  else reportDates(["person"], "birthDate", client.person.birthDate);

  const accounts = new Set<string>();
  for (const [index, account] of client.accounts.entries()) {
    const path = ["accounts", index];
    if (account.id === "") report("client/empty-id", [...path, "id"], {});
    if (accounts.has(account.id)) report("client/duplicate-id", [...path, "id"], { id: account.id });
    accounts.add(account.id);
    reportDates(path, "openedOn", account.openedOn, "closedOn", account.closedOn);
  }

  for (const [index, manager] of client.managers.entries()) {
    reportDates(["managers", index], "from", manager.from, "to", manager.to);
  }
  for (const [index, manager] of client.managers.entries()) {
    const clash = client.managers.findIndex(
      (other, at) => at < index && other.role === "primary" && manager.role === "primary" && overlap(other, manager),
    );
    if (clash >= 0) {
      const other = client.managers[clash];
      report("client/managers-overlap", ["managers", index], {
        employees: [other?.employee ?? "", manager.employee],
        from: manager.from,
      });
    }
  }

  const share = client.group?.votingShare;
  if (share !== undefined) {
    if (tryDecimal(share) === null) {
      report("core/invalid-decimal", ["group", "votingShare"], { received: describeValue(share) });
    } else if (compareDecimals(share, "0") < 0 || compareDecimals(share, "1") > 0) {
      report("client/share-out-of-range", ["group", "votingShare"], { share, min: "0", max: "1" });
    }
  }
  for (const [index, analysis] of client.analyses.entries()) reportDates(["analyses", index], "date", analysis.date);
  return issues;
}

interface Stretch {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** Whether two half-open stretches share a day; dates that do not exist are reported elsewhere and overlap nothing. */
function overlap(a: Stretch, b: Stretch): boolean {
  const end = (stretch: Stretch): number =>
    stretch.to === undefined ? Number.POSITIVE_INFINITY : (tryDayNumber(stretch.to) ?? Number.NaN);
  const start = (stretch: Stretch): number => tryDayNumber(stretch.from) ?? Number.NaN;
  return start(a) < end(b) && start(b) < end(a);
}
