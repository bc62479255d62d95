import { describe, expect, test } from "vitest";

import {
  checkClientFile,
  clientName,
  managerAt,
  relatedClients,
  type ClientFile,
  type GroupMembership,
  type ManagerAssignment,
} from "../../src/client/index.ts";
import { ClientFileSchema } from "../../src/client/schema.ts";

const manager = (employee: string, role: "primary" | "backup", from: string, to?: string): ManagerAssignment => ({
  employee,
  name: employee,
  role,
  unit: "unit",
  from,
  ...(to === undefined ? {} : { to }),
});

const file = (changes: Partial<Omit<Extract<ClientFile, { kind: "corporate" }>, "kind">> = {}): ClientFile => ({
  kind: "corporate",
  id: "C-1",
  names: { legal: "样本有限公司" },
  accounts: [],
  contacts: [],
  managers: [],
  analyses: [],
  organisation: { industry: "制造业" },
  ...changes,
});

describe("a client's name", () => {
  const names = { legal: "样本有限公司", "zh-Hant-HK": "樣本有限公司" } as const;
  test.each([
    ["zh-Hant-HK", "樣本有限公司"],
    ["zh-Hans", "样本有限公司"],
    ["en", "样本有限公司"],
  ] as const)("%s", (language, expected) => {
    expect(clientName(names, language)).toBe(expected);
  });
});

describe("who manages on a day", () => {
  const managers = [
    manager("late", "primary", "2026-03-01"),
    manager("early", "primary", "2024-01-01", "2026-03-01"),
    manager("stand-in", "backup", "2025-01-01"),
  ];
  test.each([
    ["primary", "2023-12-31", null],
    ["primary", "2024-01-01", "early"],
    ["primary", "2026-02-28", "early"],
    ["primary", "2026-03-01", "late"],
    ["backup", "2024-12-31", null],
    ["backup", "2025-01-01", "stand-in"],
  ] as const)("%s on %s", (role, date, expected) => {
    expect(managerAt({ managers }, role, date)?.employee ?? null).toBe(expected);
  });

  test("of two at once the one that started last, whatever the order", () => {
    const two = [manager("b", "primary", "2025-06-01"), manager("a", "primary", "2024-01-01")];
    expect(managerAt({ managers: two }, "primary", "2026-01-01")?.employee).toBe("b");
    expect(managerAt({ managers: [...two].reverse() }, "primary", "2026-01-01")?.employee).toBe("b");
  });

  test("a date that does not exist is refused", () => {
    expect(() => managerAt({ managers }, "primary", "2026-02-30")).toThrow(
      expect.objectContaining({ code: "core/invalid-date", path: ["date"], details: { received: "2026-02-30" } }),
    );
  });
});

describe("related clients", () => {
  const member = (id: string, role: GroupMembership["role"], heldBy?: string, group = "G"): ClientFile =>
    file({ id, group: { group, role, ...(heldBy === undefined ? {} : { heldBy }) } });
  const book = [
    member("P", "parent"),
    member("S", "subsidiary", "P"),
    member("T", "subsidiary", "S"),
    member("A", "affiliate", "P"),
    member("B", "subsidiary", "A"),
    member("X", "subsidiary", "P", "other-group"),
    file({ id: "lone" }),
  ];
  test.each([
    ["P", ["S", "T"], ["A", "B"]],
    ["S", ["T"], ["P", "A", "B"]],
    ["A", ["B"], ["P", "S", "T"]],
    ["T", [], ["P", "S", "A", "B"]],
    ["X", [], []],
  ])("%s", (client, subsidiaries, affiliates) => {
    expect(relatedClients(book, client)).toStrictEqual({
      client,
      group: client === "X" ? "other-group" : "G",
      subsidiaries,
      affiliates,
    });
  });

  test("without a group there are none", () => {
    expect(relatedClients(book, "lone")).toStrictEqual({
      client: "lone",
      group: null,
      subsidiaries: [],
      affiliates: [],
    });
  });

  test("a client outside the list is refused", () => {
    expect(() => relatedClients(book, "nobody")).toThrow(
      expect.objectContaining({ code: "client/unknown-client", path: ["client"], details: { client: "nobody" } }),
    );
  });

  test("members that hold each other are refused", () => {
    const circle = [member("P", "parent"), member("S", "subsidiary", "T"), member("T", "subsidiary", "S")];
    expect(() => relatedClients(circle, "P")).toThrow(
      expect.objectContaining({
        code: "client/group-cycle",
        path: ["clients"],
        details: { client: "S", group: "G" },
      }),
    );
  });
});

describe("the check of a client file", () => {
  test.each<[string, ClientFile, object[]]>([
    ["nothing wrong", file(), []],
    [
      "empty and repeated ids",
      file({
        id: "",
        accounts: [
          { id: "1", currency: "CNY", product: "D" },
          { id: "1", currency: "CNY", product: "D" },
        ],
      }),
      [
        { code: "client/empty-id", path: ["id"], details: {} },
        { code: "client/duplicate-id", path: ["accounts", 1, "id"], details: { id: "1" } },
      ],
    ],
    [
      "two first managers share a day",
      file({ managers: [manager("a", "primary", "2024-01-01", "2026-03-02"), manager("b", "primary", "2026-03-01")] }),
      [
        {
          code: "client/managers-overlap",
          path: ["managers", 1],
          details: { employees: ["a", "b"], from: "2026-03-01" },
        },
      ],
    ],
    [
      "a handover on the day shares none, and stand-ins may be several",
      file({
        managers: [
          manager("a", "primary", "2024-01-01", "2026-03-01"),
          manager("b", "primary", "2026-03-01"),
          manager("c", "backup", "2024-01-01"),
          manager("d", "backup", "2024-01-01"),
        ],
      }),
      [],
    ],
    [
      "dates that are reversed or do not exist",
      file({
        clientSince: "2026-02-30",
        managers: [manager("a", "primary", "2026-01-01", "2026-01-01")],
        accounts: [{ id: "1", currency: "CNY", product: "D", openedOn: "2026-13-01" }],
      }),
      [
        { code: "core/invalid-date", path: ["clientSince"], details: { received: "2026-02-30" } },
        { code: "core/invalid-date", path: ["accounts", 0, "openedOn"], details: { received: "2026-13-01" } },
        {
          code: "client/reversed-dates",
          path: ["managers", 0, "to"],
          details: { from: "2026-01-01", to: "2026-01-01" },
        },
      ],
    ],
    [
      "a voting share above the whole",
      file({ group: { group: "G", role: "subsidiary", votingShare: "1.01" } }),
      [
        {
          code: "client/share-out-of-range",
          path: ["group", "votingShare"],
          details: { share: "1.01", min: "0", max: "1" },
        },
      ],
    ],
    [
      "a voting share that is no decimal",
      file({ group: { group: "G", role: "subsidiary", votingShare: "51%" } }),
      [{ code: "core/invalid-decimal", path: ["group", "votingShare"], details: { received: "string(3)" } }],
    ],
  ])("%s", (_name, client, expected) => {
    expect(checkClientFile(client)).toStrictEqual(expected);
  });
});

test("the dates of the particulars are checked too", () => {
  const impossible = "2026-02-30";
  const issue = (...path: string[]) => [{ code: "core/invalid-date", path, details: { received: impossible } }];
  const company = file({ organisation: { industry: "制造业", foundedOn: impossible } });
  expect(checkClientFile(company)).toStrictEqual(issue("organisation", "foundedOn"));
  const { id, names, accounts, contacts, managers, analyses } = file();
  const person = { birthDate: impossible };
  expect(
    checkClientFile({ kind: "personal", id, names, accounts, contacts, managers, analyses, person }),
  ).toStrictEqual(issue("person", "birthDate"));
});

describe("the schema", () => {
  test("takes a file and gives it back unchanged", () => {
    const client = file({ managers: [manager("a", "primary", "2024-01-01")] });
    expect(ClientFileSchema.parse(JSON.parse(JSON.stringify(client)))).toStrictEqual(client);
  });
  test.each([
    ["an unknown member", { ...file(), extra: 1 }],
    ["a corporate file without its organisation", { ...file(), organisation: undefined }],
    ["a date that does not exist", { ...file(), clientSince: "2026-02-30" }],
    ["an empty id", { ...file(), id: "" }],
  ])("refuses %s", (_name, value) => {
    expect(ClientFileSchema.safeParse(value).success).toBe(false);
  });
});
