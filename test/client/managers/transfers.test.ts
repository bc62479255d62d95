import { describe, expect, test } from "vitest";

import {
  checkClientFile,
  managerAt,
  managerBook,
  transfersOf,
  type ClientFile,
  type ManagerAssignment,
} from "../../../src/client/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { assigned, company } from "../files.ts";

const approval = { by: "E-9", on: "2026-02-20", reason: "rotation" };
const found = (...managers: readonly ManagerAssignment[]): readonly object[] => checkClientFile(company({ managers }));

describe("a transfer", () => {
  const first = assigned("E-1", "2024-01-01", { to: "2026-03-01" });
  test("is what follows somebody else as primary manager, with its approval and the days between", () => {
    const managers = [
      assigned("E-3", "2026-06-01"),
      assigned("E-2", "2026-03-03", { to: "2026-05-01", approval }),
      first,
      assigned("E-2", "2026-05-01", { unit: "another", to: "2026-06-01" }),
      assigned("E-7", "2026-01-01", { role: "backup" }),
      assigned("E-8", "2026-02-01", { role: "backup" }),
    ];
    expect(transfersOf({ managers })).toStrictEqual([
      { on: "2026-03-03", from: "E-1", to: "E-2", approval, gapDays: 2 },
      { on: "2026-06-01", from: "E-2", to: "E-3", approval: null, gapDays: 0 },
    ]);
  });

  test("approved beforehand by somebody else is in order, on the first day too", () => {
    expect(found(first, assigned("E-2", "2026-03-01", { approval }))).toStrictEqual([]);
    expect(found(first, assigned("E-2", "2026-03-01", { approval: { ...approval, on: "2026-03-01" } }))).toStrictEqual(
      [],
    );
  });

  test("without an approval is an issue; the first assignment, the same manager and a backup need none", () => {
    expect(found(first, assigned("E-2", "2026-03-01"))).toStrictEqual([
      {
        code: "client/transfer-not-approved",
        path: ["managers", 1],
        details: { employees: ["E-1", "E-2"], on: "2026-03-01" },
      },
    ]);
    expect(found(first, assigned("E-1", "2026-03-01", { unit: "another" }))).toStrictEqual([]);
    expect(
      found(
        assigned("E-1", "2024-01-01", { role: "backup", to: "2026-03-01" }),
        assigned("E-2", "2026-03-01", { role: "backup" }),
      ),
    ).toStrictEqual([]);
  });

  test.each([["E-1"], ["E-2"]])("is not approved by %s, who is a side of it", (by) => {
    expect(found(first, assigned("E-2", "2026-03-01", { approval: { ...approval, by } }))).toStrictEqual([
      {
        code: "client/approved-by-party",
        path: ["managers", 1, "approval", "by"],
        details: { approver: by, on: "2026-03-01" },
      },
    ]);
  });

  test("is not approved after the day, and a backup does not approve itself", () => {
    expect(found(first, assigned("E-2", "2026-03-01", { approval: { ...approval, on: "2026-03-02" } }))).toStrictEqual([
      {
        code: "client/approved-late",
        path: ["managers", 1, "approval", "on"],
        details: { approvedOn: "2026-03-02", from: "2026-03-01" },
      },
    ]);
    const own = assigned("E-5", "2026-03-01", { role: "backup", approval: { ...approval, by: "E-5" } });
    expect(found(own)).toMatchObject([{ code: "client/approved-by-party" }]);
  });

  test("leaves no day without a manager; a long assignment before covers a short one", () => {
    expect(found(first, assigned("E-2", "2026-03-03", { approval }))).toStrictEqual([
      {
        code: "client/managers-gap",
        path: ["managers", 1],
        details: { employees: ["E-1", "E-2"], from: "2026-03-01", to: "2026-03-03" },
      },
    ]);
    const covering = found(
      assigned("E-1", "2024-01-01", { to: "2026-06-01" }),
      assigned("E-1", "2024-02-01", { to: "2024-03-01" }),
      assigned("E-1", "2026-06-01"),
    );
    expect(covering).toMatchObject([{ code: "client/managers-overlap" }]);
  });

  test("an assignment that ends on its first day transfers nothing", () => {
    const managers = [
      first,
      assigned("E-2", "2026-03-01", { to: "2026-03-01" }),
      assigned("E-1", "2026-03-01", { unit: "another" }),
    ];
    expect(transfersOf({ managers })).toStrictEqual([]);
    expect(found(...managers)).toMatchObject([{ code: "client/reversed-dates", path: ["managers", 1, "to"] }]);
  });

  test("nobody is their own backup, from the first day in both roles", () => {
    const backup = assigned("E-1", "2024-05-01", { role: "backup" });
    const issue = { code: "client/own-backup", details: { employee: "E-1", from: "2024-05-01" } };
    expect(found(first, backup)).toStrictEqual([{ ...issue, path: ["managers", 1] }]);
    expect(found(backup, first)).toStrictEqual([{ ...issue, path: ["managers", 0] }]);
    expect(found(first, { ...backup, employee: "E-2" })).toStrictEqual([]);
    expect(found(first, { ...backup, from: "2026-03-01" })).toStrictEqual([]);
    const early = assigned("E-1", "2020-01-01", { role: "backup" });
    expect(found(first, early)).toMatchObject([{ details: { from: "2024-01-01" } }]);
  });

  test("what was corrected is not a transfer, a gap or an overlap, and manages nobody", () => {
    const managers = [
      assigned("E-1", "2024-01-01", { entry: "1" }),
      assigned("E-2", "2024-01-01", { entry: "2", corrects: "1" }),
      assigned("E-3", "2025-01-01", { entry: "3", corrects: "2" }),
    ];
    expect(found(...managers)).toStrictEqual([]);
    expect(transfersOf({ managers })).toStrictEqual([]);
    expect(managerAt({ managers }, "primary", "2024-06-01")).toBeNull();
    expect(managerAt({ managers }, "primary", "2026-06-01")?.employee).toBe("E-3");
  });

  test("a null approval or end is none, as a table has it", () => {
    const open = { ...first, approval: null } as unknown as ManagerAssignment;
    expect(found(open, { ...assigned("E-2", "2026-03-01", { approval }), to: null } as never)).toStrictEqual([]);
    expect(managerAt({ managers: [open] }, "primary", "2024-06-01")).not.toHaveProperty("approval");
    const second = assigned("E-2", "2026-03-01", { approval });
    expect(managerAt({ managers: [second] }, "primary", "2026-03-01")?.approval).toStrictEqual(approval);
  });
});

describe("who manages what on a day", () => {
  const backup = { role: "backup" } as const;
  const files = [
    company({ id: "C-3", managers: [assigned("E-2", "2024-01-01"), assigned("E-1", "2024-01-01", backup)] }),
    company({
      id: "C-1",
      managers: [assigned("E-1", "2024-01-01", { to: "2026-03-01" }), assigned("E-2", "2026-03-01", { approval })],
    }),
    company({ id: "C-2", managers: [assigned("E-1", "2026-04-01"), assigned("E-9", "2024-01-01", backup)] }),
    company({ id: "C-4", managers: [assigned("E-1", "2024-01-01"), assigned("E-1", "2024-01-01", backup)] }),
  ];

  test("each client in one place, in order of ids", () => {
    expect(managerBook(files, "2026-02-28")).toStrictEqual({
      date: "2026-02-28",
      managers: [
        { employee: "E-1", primary: ["C-1", "C-4"], backup: ["C-3"] },
        { employee: "E-2", primary: ["C-3"], backup: [] },
        { employee: "E-9", primary: [], backup: ["C-2"] },
      ],
      unmanaged: ["C-2"],
      withoutBackup: ["C-1", "C-4"],
      issues: [],
    });
    expect(managerBook(files, "2026-03-01").managers[1]?.primary).toStrictEqual(["C-1", "C-3"]);
    expect(managerBook([...files].reverse(), "2026-02-28")).toStrictEqual(managerBook(files, "2026-02-28"));
  });

  test("a bad file and a copy are left out and named, and stop no other", () => {
    const bad = { id: "C-5", managers: [{ ...assigned("E-1", "2024-01-01"), role: "boss" }] } as unknown as ClientFile;
    const book = managerBook([bad, ...files, ...files.slice(0, 1), null as never], "2026-02-28");
    expect(book.managers).toStrictEqual(managerBook(files, "2026-02-28").managers);
    expect(book.issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [0, "client/invalid-input", ["managers", 0, "role"]],
      [5, "client/duplicate-id", ["id"]],
      [6, "client/invalid-input", []],
    ]);
  });

  test("a day that does not exist and what is not a list are refused", () => {
    expect(refusalOf(() => managerBook(files, "2026-02-30"))).toMatchObject({ code: "core/invalid-date" });
    expect(refusalOf(() => managerBook({} as never, "2026-02-28"))).toMatchObject({ path: ["files"] });
  });
});
