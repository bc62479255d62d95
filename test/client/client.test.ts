import { describe, expect, test } from "vitest";

import {
  checkClientFile,
  clientName,
  managerAt,
  type ClientFile,
  type ManagerAssignment,
} from "../../src/client/index.ts";
import { ClientFileSchema } from "../../src/client/schema.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";

const approval = { by: "E-9", on: "2023-12-01", reason: "rotation" };

const manager = (employee: string, role: "primary" | "backup", from: string, to?: string): ManagerAssignment => ({
  approval,
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
      "days of managers and households that are null are not told as overlaps",
      file({
        kind: "personal",
        organisation: undefined,
        person: {},
        managers: [
          { ...manager("a", "primary", "2024-01-01"), from: null as never },
          { ...manager("b", "primary", "2024-01-01"), from: null as never },
          { ...manager("b", "backup", "2024-01-01"), from: null as never },
        ],
        household: [
          { household: "H-1", from: null as never },
          { household: "H-2", from: null as never },
        ],
      } as never),
      ["managers.0", "managers.1", "managers.2", "household.0", "household.1"].map((place) => ({
        code: "core/invalid-date",
        path: [place.split(".")[0], Number(place.split(".")[1]), "from"],
        details: { received: "null" },
      })),
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

describe("a file with a part that is not what it should be", () => {
  const code = "client/invalid-input";
  const one = manager("a", "primary", "2024-01-01");
  test.each<readonly [string, object, readonly (string | number)[]]>([
    ["a misspelt role", { managers: [{ ...one, role: "Primary" }] }, ["managers", 0, "role"]],
    ["a misspelt member", { managers: [renamed(one, "unit", "units")] }, ["managers", 0, "units"]],
    ["a misspelt kind", { kind: "company" }, ["kind"]],
    [
      "a misspelt particular",
      { organisation: { industry: "制造业", industrycode: "C" } },
      ["organisation", "industrycode"],
    ],
    ["no accounts", { accounts: undefined }, ["accounts"]],
    ["a null among the managers", { managers: [one, null] }, ["managers", 1]],
    ["no names", { names: null }, ["names"]],
    ["a channel nobody has", { contacts: [{ channel: "fax", value: "1" }] }, ["contacts", 0, "channel"]],
    [
      "an account in no currency",
      { accounts: [{ id: "1", currency: "cny", product: "D" }] },
      ["accounts", 0, "currency"],
    ],
    ["half an employee", { organisation: { industry: "制造业", employees: 0.5 } }, ["organisation", "employees"]],
  ])("%s is an issue at its place, and hides no other", (_name, change, path) => {
    const client = { ...file({ clientSince: "2026-02-30" }), ...change };
    expect(checkClientFile(client).map((issue) => [issue.code, issue.path])).toStrictEqual(
      path[0] === "kind"
        ? [
            [code, path],
            ["core/invalid-date", ["clientSince"]],
          ]
        : [
            ["core/invalid-date", ["clientSince"]],
            [code, path],
          ],
    );
  });

  test("members of its own, and columns without a value, are no mistake", () => {
    const row = { ...file({ managers: [one] }), created_at: 7, branch: "1", group: null };
    expect(checkClientFile(row as unknown as ClientFile)).toStrictEqual([]);
  });

  test("null for what a file lacks is the file without it", () => {
    const bare = { ...file(), accounts: [{ id: "1", currency: "CNY", product: "D" }] };
    const { id, names, contacts, managers, analyses } = bare;
    const person = { id, names, contacts, managers, analyses };
    const group = { group: "G" };
    const nothing = (...names: readonly string[]): object => Object.fromEntries(names.map((name) => [name, null]));
    const shared = {
      ...nothing("clientSince", "group", "sample"),
      names: { legal: "A", ...nothing("zh-Hans", "zh-Hant-HK", "en", "short") },
      accounts: [{ ...bare.accounts[0], ...nothing("openedOn", "closedOn") }],
      managers: [{ ...one, to: null }],
    };
    const files = [
      {
        ...bare,
        ...shared,
        organisation: {
          industry: "制造业",
          ...nothing("industryCode", "foundedOn", "employees", "annualTurnover"),
          ...nothing("location", "description"),
        },
      },
      {
        ...person,
        ...shared,
        kind: "personal",
        group: { ...group, ...nothing("name") },
        person: nothing(
          ...["birthDate", "occupation", "employer", "education", "householdSize", "location", "interests"],
        ),
      },
    ];
    for (const row of files) expect(checkClientFile(row as unknown as ClientFile)).toStrictEqual([]);
  });

  test("a date that is null reverses and ends nothing", () => {
    const next = manager("b", "primary", "2025-01-01");
    const open = { ...one, to: null } as unknown as ManagerAssignment;
    for (const managers of [
      [open, next],
      [next, open],
    ]) {
      const without = managers.map((own) => (own === open ? one : own));
      expect(checkClientFile(file({ managers }))).toStrictEqual(checkClientFile(file({ managers: without })));
      expect(checkClientFile(file({ managers }))).toHaveLength(1);
    }
    for (const day of ["2023-12-31", "2024-01-01", "2026-01-01"]) {
      expect(managerAt({ managers: [open] }, "primary", day)).toStrictEqual(
        managerAt({ managers: [one] }, "primary", day),
      );
    }
    const account = { id: "1", currency: "CNY", product: "D", openedOn: null, closedOn: "2020-01-01" };
    expect(checkClientFile(file({ accounts: [account as never] }))).toStrictEqual([]);
  });

  test("no member is taken for a misspelt neighbour", () => {
    const shared = {
      id: "C-1",
      names: { legal: "A", "zh-Hans": "A", "zh-Hant-HK": "A", en: "A", short: "A" },
      clientSince: "2020-01-01",
      accounts: [{ id: "1", currency: "CNY", product: "D", openedOn: "2020-01-01", closedOn: "2021-01-01" }],
      contacts: [{ channel: "phone", value: "1" }],
      managers: [manager("a", "primary", "2024-01-01", "2025-01-01")],
      group: { group: "G", name: "g" },
      analyses: [{ date: "2026-01-01", author: "a", text: "t", source: "visit" }],
      sample: true,
    } as const;
    const organisation = {
      industry: "制造业",
      industryCode: "C",
      foundedOn: "2000-01-01",
      employees: 5,
      annualTurnover: { amount: "1", currency: "CNY" },
      location: "上海",
      description: "d",
    };
    const person = {
      birthDate: "1990-01-01",
      occupation: "o",
      employer: "e",
      education: "e",
      householdSize: 3,
      location: "上海",
      interests: ["golf"],
    };
    expect(checkClientFile({ ...shared, kind: "corporate", organisation })).toStrictEqual([]);
    expect(checkClientFile({ ...shared, kind: "personal", person })).toStrictEqual([]);
  });

  test.each([undefined, null, [], "file"])("%s has one issue", (given) => {
    expect(
      checkClientFile(given as never)
        .map((issue) => issue.path)
        .at(0),
    ).toStrictEqual([]);
  });

  test("questions about it are refused at their place", () => {
    const managers = [one];
    expect(refusalOf(() => managerAt({ managers }, "first" as never, "2026-01-01"))).toMatchObject({
      code,
      path: ["role"],
    });
    expect(
      refusalOf(() => managerAt({ managers: [{ ...one, from: "2026-02-30" }] }, "backup", "2026-01-01")),
    ).toMatchObject({ code: "core/invalid-date", path: ["client", "managers", 0, "from"] });
    expect(refusalOf(() => managerAt({} as never, "backup", "2026-01-01")).path).toStrictEqual(["client", "managers"]);
    expect(refusalOf(() => clientName({ legal: "A" }, "zh" as never))).toMatchObject({ code, path: ["language"] });
    expect(refusalOf(() => clientName({ Legal: "A" } as never, "en")).path).toStrictEqual(["names", "Legal"]);
  });
});
