import { describe, expect, test } from "vitest";

import {
  accountsAt,
  checkClientFile,
  householdAt,
  peopleAt,
  referredClients,
  type ClientFile,
} from "../../src/client/index.ts";
import { ClientFileSchema } from "../../src/client/schema.ts";
import { refusalOf } from "../support/refusal.ts";
import { assigned, company, person } from "./files.ts";

describe("what proves who the client is", () => {
  test("belongs to its kind of client, and has days in order", () => {
    const file = company({
      identities: [
        { kind: "unified-social-credit-code", number: "SAMPLE", from: "2020-01-01", to: "2020-01-01" },
        { kind: "passport", number: "SAMPLE" },
        { kind: "tax-number", number: "SAMPLE" },
      ],
    });
    expect(checkClientFile(file)).toStrictEqual([
      {
        code: "client/reversed-dates",
        path: ["identities", 0, "to"],
        details: { from: "2020-01-01", to: "2020-01-01" },
      },
      { code: "client/wrong-kind", path: ["identities", 1, "kind"], details: { kind: "corporate", part: "passport" } },
    ]);
    expect(checkClientFile(person({ identities: [{ kind: "lei", number: "1" }] }))).toMatchObject([
      { code: "client/wrong-kind", details: { kind: "personal", part: "lei" } },
    ]);
  });
});

describe("accounts by client, currency and product", () => {
  const accounts = [
    { entry: "1", id: "A-2", currency: "CNY", product: "DEP", openedOn: "2024-01-01" },
    { corrects: "1", id: "A-2", currency: "CNY", product: "DEP", openedOn: "2024-01-01", closedOn: "2026-03-01" },
    { id: "A-1", currency: "CNY", product: "DEP" },
    { id: "A-3", currency: "CNY", product: "LOAN" },
    { id: "A-4", currency: "AUD", product: "LOAN" },
  ];
  test("of a day, in order, a corrected row once", () => {
    const rows = (day: string) =>
      accountsAt({ id: "C-1", accounts }, day).map((row) => [row.currency, row.product, ...row.accounts]);
    expect(rows("2026-02-28")).toStrictEqual([
      ["AUD", "LOAN", "A-4"],
      ["CNY", "DEP", "A-1", "A-2"],
      ["CNY", "LOAN", "A-3"],
    ]);
    expect(rows("2026-03-01")[1]).toStrictEqual(["CNY", "DEP", "A-1"]);
    expect(rows("2023-12-31")[1]).toStrictEqual(["CNY", "DEP", "A-1"]);
    expect(accountsAt({ id: "C-1", accounts: [] }, "2026-01-01")).toStrictEqual([]);
    expect(checkClientFile(company({ accounts }))).toStrictEqual([]);
  });
});

describe("people at the client", () => {
  test("of a day, in the order of the file", () => {
    const people = [
      { id: "p2", position: "b", authority: "decides", from: "2026-03-01" },
      { entry: "1", id: "p1", position: "a", authority: "uses", to: "2026-03-01" },
      { corrects: "1", id: "p1", position: "a", authority: "influences", influence: "strong", to: "2026-03-01" },
    ] as const;
    expect(peopleAt({ people }, "2026-02-28").map(({ authority }) => authority)).toStrictEqual(["influences"]);
    expect(peopleAt({ people }, "2026-03-01").map(({ id }) => id)).toStrictEqual(["p2"]);
    expect(peopleAt({}, "2026-03-01")).toStrictEqual([]);
    expect(
      refusalOf(() => peopleAt({ people: [{ ...people[0], authority: "boss" }] } as never, "2026-03-01")),
    ).toMatchObject({
      code: "client/invalid-input",
      path: ["client", "people", 0, "authority"],
    });
    expect(checkClientFile(company({ people }))).toStrictEqual([]);
    expect(
      checkClientFile(company({ people: [people[0], { ...people[0], from: "2026-05-01", to: "2026-04-01" }] })),
    ).toMatchObject([
      { code: "client/duplicate-id", path: ["people", 1, "id"], details: { id: "p2" } },
      { code: "client/reversed-dates", path: ["people", 1, "to"] },
    ]);
  });
});

describe("what is empty", () => {
  test("a contact in our bank names a unit or a person", () => {
    const known = (contact: object) =>
      company({ people: [{ id: "p", position: "a", authority: "uses", contactsInOurBank: [contact] }] });
    for (const contact of [{}, { relation: "schoolmate" }]) {
      expect(checkClientFile(known(contact))).toMatchObject([
        { code: "client/invalid-input", path: ["people", 0, "contactsInOurBank", 0] },
      ]);
      expect(ClientFileSchema.safeParse(known(contact)).success).toBe(false);
    }
    expect(checkClientFile(known({ department: "loans" }))).toStrictEqual([]);
    expect(ClientFileSchema.safeParse(known({ person: "somebody" })).success).toBe(true);
  });
  test.each([" ", "\t", "\u3000"])("a blank text, %j, is none, for the schema as for the check", (blank) => {
    const file = company({ names: { legal: blank } });
    expect(checkClientFile(file)).toMatchObject([{ code: "client/invalid-input", path: ["names", "legal"] }]);
    expect(ClientFileSchema.safeParse(file).success).toBe(false);
  });
});

describe("a file of which something cannot be read", () => {
  const hiding = (name: string, own: object = {}): never =>
    Object.defineProperty({ ...own }, name, {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    }) as never;
  const closed = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("no");
      },
    },
  ) as never;
  const approval = { by: "E-9", on: "2026-02-20", reason: "r" };
  const fact = { feature: "d", dataType: "derived", value: "1", source: "s", asOf: "2026-02-02" } as const;
  const derivation = { rule: "r", version: "1", from: ["x"] };
  test.each<[string, ClientFile, readonly (string | number)[]]>([
    [
      "who approved",
      company({ managers: [assigned("E-1", "2026-03-01", { approval: hiding("by", approval) })] }),
      ["managers", 0, "approval", "by"],
    ],
    [
      "when it was approved",
      company({ managers: [assigned("E-1", "2026-03-01", { approval: hiding("on", approval) })] }),
      ["managers", 0, "approval", "on"],
    ],
    [
      "what a value was derived from",
      company({ facts: [{ ...fact, derivation: hiding("from", derivation) }] }),
      ["facts", 0, "derivation", "from"],
    ],
    [
      "one of what a value was derived from",
      company({ facts: [{ ...fact, derivation: { ...derivation, from: hiding("0", []) } }] }),
      ["facts", 0, "derivation"],
    ],
    [
      "what was replaced",
      company({ replaced: [{ recordedOn: "2026-03-02", was: hiding("person") }] }),
      ["replaced", 0, "was", "person"],
    ],
    ["an entry", company({ managers: [closed] }), ["managers", 0]],
    ["a part", company({ group: closed }), ["group"]],
    ["the whole", closed, []],
  ])("has an issue where it is: %s", (_, file, path) => {
    expect(checkClientFile(file).map(({ path: at }) => at.slice(0, path.length))).toContainEqual(path);
  });
});

describe("who brought whom", () => {
  const referred = (id: string, client: string, on: string): ClientFile => company({ id, referredBy: { client, on } });
  const files = [
    company(),
    referred("C-9", "C-1", "2026-02-10"),
    referred("C-10", "C-1", "2026-02-10"),
    referred("C-8", "C-9", "2025-01-01"),
  ];
  test("up to the day, directly, in order of ids", () => {
    expect(referredClients(files, "C-1", "2026-02-09").referred).toStrictEqual([]);
    expect(referredClients(files, "C-1", "2026-02-10")).toStrictEqual({
      client: "C-1",
      date: "2026-02-10",
      referred: ["C-10", "C-9"],
      issues: [],
    });
    expect(referredClients(files, "C-8", "2026-02-10").referred).toStrictEqual([]);
  });
  test("nobody brings themselves, and who is not in the list is refused", () => {
    const own = referred("C-1", "C-1", "2026-01-01");
    expect(referredClients([own], "C-1", "2026-02-10").referred).toStrictEqual([]);
    expect(checkClientFile(own)).toStrictEqual([
      { code: "client/referred-by-itself", path: ["referredBy", "client"], details: { client: "C-1" } },
    ]);
    expect(refusalOf(() => referredClients(files, "C-0", "2026-02-10"))).toMatchObject({
      code: "client/unknown-client",
      path: ["client"],
      details: { client: "C-0" },
    });
    expect(
      refusalOf(() =>
        referredClients([{ id: "C-1", referredBy: { client: "", on: "2026-01-01" } }], "C-1", "2026-02-10"),
      ),
    ).toMatchObject({
      code: "client/empty-id",
      path: ["files", 0, "referredBy", "client"],
    });
  });
});

describe("a list of files with a bad one and a copy", () => {
  const unreadable = Object.defineProperty({ id: "C-6" }, "referredBy", {
    get: () => {
      throw new Error("no");
    },
  });
  const from = "2020-01-01";
  const files = [
    { id: "C-5", referredBy: { client: "C-1", on: "2026-02-30" }, household: [{ household: "", from }] },
    { id: "C-2", referredBy: { client: "C-1", on: from }, household: [{ household: "H", from }] },
    { id: "C-1", household: [{ household: "H", from }] },
    { id: "C-2", household: [{ household: "X", from }] },
    null as never,
    unreadable,
  ];
  test("answers of the others, and names those left out", () => {
    const { referred, issues } = referredClients(files, "C-1", "2026-03-01");
    expect(referred).toStrictEqual(["C-2"]);
    expect(issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [0, "core/invalid-date", ["referredBy", "on"]],
      [3, "client/duplicate-id", ["id"]],
      [4, "client/invalid-input", []],
      [5, "client/invalid-input", ["referredBy"]],
    ]);
    const home = householdAt(files, "C-1", "2026-03-01");
    expect(home.members).toStrictEqual(["C-1", "C-2"]);
    expect(home.issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [0, "client/invalid-input", ["household", 0, "household"]],
      [3, "client/duplicate-id", ["id"]],
      [4, "client/invalid-input", []],
    ]);
  });
  test("what is wrong with the file that is asked about is said as it is", () => {
    expect(refusalOf(() => householdAt(files, "C-5", "2026-03-01"))).toMatchObject({
      code: "client/invalid-input",
      path: ["files", 0, "household", 0, "household"],
    });
    expect(refusalOf(() => referredClients({} as never, "C-1", "2026-03-01")).path).toStrictEqual(["files"]);
  });
});

describe("who lives together", () => {
  const lives = (id: string, ...household: readonly (readonly [string, string, string?])[]): ClientFile =>
    person({
      id,
      household: household.map(([name, from, to]) => ({ household: name, from, ...(to === undefined ? {} : { to }) })),
    });
  const files = [
    lives("C-3", ["H-1", "2020-01-01"]),
    lives("C-2", ["H-1", "2020-01-01", "2026-03-01"], ["H-2", "2026-03-01"]),
    lives("C-1", ["H-2", "2020-01-01"]),
    person({ id: "C-0" }),
  ];
  test("on a day, the client included", () => {
    expect(householdAt(files, "C-3", "2026-02-28").members).toStrictEqual(["C-2", "C-3"]);
    expect(householdAt(files, "C-2", "2026-03-01")).toStrictEqual({
      client: "C-2",
      date: "2026-03-01",
      household: "H-2",
      members: ["C-1", "C-2"],
      issues: [],
    });
    expect(householdAt(files, "C-0", "2026-03-01")).toMatchObject({ household: null, members: [] });
    expect(householdAt(files, "C-3", "2019-12-31")).toMatchObject({ household: null, members: [] });
    expect(refusalOf(() => householdAt(files, "X", "2026-03-01"))).toMatchObject({ code: "client/unknown-client" });
  });
  test("in one household at a time, and not as a company", () => {
    const two = lives("C-1", ["H-1", "2020-01-01", "2026-03-02"], ["H-2", "2026-03-01"]);
    expect(checkClientFile(two)).toStrictEqual([
      {
        code: "client/households-overlap",
        path: ["household", 1],
        details: { households: ["H-1", "H-2"], from: "2026-03-01" },
      },
    ]);
    expect(householdAt([two], "C-1", "2026-03-01").household).toBe("H-2");
    expect(checkClientFile(company({ household: [{ household: "H", from: "2020-01-01" }] }))).toMatchObject([
      { code: "client/wrong-kind", path: ["household"], details: { kind: "corporate", part: "household" } },
    ]);
  });
});

describe("entries that correct others", () => {
  const contact = (value: string, own: object = {}) => ({ channel: "phone", value, ...own }) as const;
  test.each<[string, readonly object[], object[]]>([
    [
      "one after the other",
      [contact("1", { entry: "a" }), contact("2", { entry: "b", corrects: "a" }), contact("3", { corrects: "b" })],
      [],
    ],
    [
      "itself, what comes later, and what is not there",
      [
        contact("1", { entry: "a", corrects: "a" }),
        contact("2", { corrects: "c" }),
        contact("3", { entry: "c", corrects: "x" }),
      ],
      ["a", "c", "x"].map((entry, at) => ({
        code: "client/invalid-correction",
        path: ["contacts", at, "corrects"],
        details: { entry, reason: "not-before" },
      })),
    ],
    [
      "twice",
      [contact("1", { entry: "a" }), contact("2", { corrects: "a" }), contact("3", { corrects: "a" })],
      [
        {
          code: "client/invalid-correction",
          path: ["contacts", 2, "corrects"],
          details: { entry: "a", reason: "corrected-twice" },
        },
      ],
    ],
    [
      "before it was recorded",
      [
        contact("1", { entry: "a", recordedOn: "2026-02-02" }),
        contact("2", { corrects: "a", recordedOn: "2026-02-01" }),
      ],
      [
        {
          code: "client/invalid-correction",
          path: ["contacts", 1, "corrects"],
          details: { entry: "a", reason: "recorded-later" },
        },
      ],
    ],
    [
      "with an id twice",
      [contact("1", { entry: "a" }), contact("2", { entry: "a" })],
      [{ code: "client/duplicate-id", path: ["contacts", 1, "entry"], details: { id: "a" } }],
    ],
  ])("%s", (_name, contacts, expected) => {
    expect(checkClientFile(company({ contacts: contacts as never }))).toStrictEqual(expected);
  });

  test("nobody records what has not happened; a plan may be recorded before it begins", () => {
    const analysis = { date: "2026-02-02", author: "E-1", text: "t", source: "s", recordedOn: "2026-02-01" };
    const fact = {
      feature: "x",
      dataType: "profile",
      group: "basic",
      value: "v",
      source: "s",
      asOf: "2026-02-02",
      recordedOn: "2026-02-01",
    } as const;
    expect(
      checkClientFile(company({ analyses: [analysis], facts: [fact] })).map(({ code, path }) => [code, path]),
    ).toStrictEqual([
      ["client/recorded-too-early", ["facts", 0, "recordedOn"]],
      ["client/recorded-too-early", ["analyses", 0, "recordedOn"]],
    ]);
    expect(
      checkClientFile(company({ managers: [assigned("E-1", "2026-03-01", { recordedOn: "2026-02-01" })] })),
    ).toStrictEqual([]);
  });

  test("particulars of another kind of client, and members that are misspelt, are issues", () => {
    const replaced = [
      { recordedOn: "2026-02-01", was: { person: {} } },
      { recordedOn: "2026-02-30", was: { name: { legal: "x" } } },
    ];
    expect(checkClientFile(company({ replaced: replaced }))).toMatchObject([
      { code: "core/invalid-date", path: ["replaced", 1, "recordedOn"] },
      { code: "client/invalid-input", path: ["replaced", 1, "was", "name"], details: { didYouMean: "names" } },
      { code: "client/wrong-kind", path: ["replaced", 0, "was", "person"] },
    ]);
  });
});

test.each(["identities", "people", "managers", "household", "facts", "attitudes", "analyses", "contacts", "replaced"])(
  "%s that are not entries are issues, and stop nothing",
  (list) => {
    for (const entries of [
      [null, 7, [], {}, { was: null, approval: null, derivation: null, dataType: "derived" }],
      {},
      "x",
    ]) {
      const issues = checkClientFile({ ...person(), clientSince: "2026-02-30", [list]: entries });
      expect(issues.map(({ path }) => path[0])).toContain("clientSince");
      expect(issues.some(({ path }) => path[0] === list)).toBe(true);
    }
  },
);

test("a whole file is what the schema takes, and has nothing wrong", () => {
  const own = { entry: "1", recordedOn: "2026-02-02" } as const;
  const files: readonly ClientFile[] = [
    company({
      recordedOn: "2026-02-02",
      clientSince: "2020-01-01",
      identities: [
        { ...own, kind: "business-registration", number: "1", issuedBy: "HK", from: "2020-01-01", to: "2027-01-01" },
      ],
      accounts: [{ ...own, id: "1", currency: "HKD", product: "D" }],
      contacts: [{ ...own, channel: "sms", value: "1" }],
      people: [
        {
          ...own,
          id: "p",
          name: "n",
          position: "p",
          authority: "decides",
          influence: "strong",
          contacts: [{ channel: "phone", value: "1" }],
          contactsInOurBank: [{ department: "d" }, { person: "a", employee: "E-1", relation: "r", kinship: false }],
          from: "2020-01-01",
          to: "2027-01-01",
        },
      ],
      managers: [assigned("E-1", "2026-01-01", { ...own, approval: { by: "E-9", on: "2025-12-01", reason: "new" } })],
      group: { group: "G", name: "g" },
      referredBy: { client: "C-7", on: "2020-01-01" },
      facts: [
        {
          ...own,
          feature: "x",
          dataType: "profile",
          group: "basic",
          value: true,
          source: "s",
          asOf: "2026-01-01",
          by: "E-1",
        },
        {
          feature: "d",
          dataType: "derived",
          value: { amount: "1.00", currency: "CNY" },
          source: "s",
          asOf: "2026-01-01",
          derivation: { rule: "r", version: "1", from: ["x"] },
        },
      ],
      attitudes: [
        { ...own, segment: "positive", on: "2026-01-01", hasIntent: true, channel: "phone", evidence: "e", by: "E-1" },
      ],
      analyses: [{ ...own, date: "2026-01-01", author: "a", text: "t", source: "s" }],
      replaced: [
        {
          recordedOn: "2026-02-02",
          until: "2026-01-01",
          was: {
            names: { legal: "old" },
            clientSince: null,
            group: null,
            referredBy: null,
            organisation: { industry: "old" },
          },
        },
      ],
    }),
    person({
      household: [{ ...own, household: "H", from: "2020-01-01", to: "2026-01-01" }],
      replaced: [{ recordedOn: "2026-02-02", was: { person: {} } }],
    }),
  ];
  for (const file of files) {
    expect(checkClientFile(file)).toStrictEqual([]);
    expect(ClientFileSchema.parse(JSON.parse(JSON.stringify(file)))).toStrictEqual(file);
    for (const member of Object.keys(file)) {
      expect(ClientFileSchema.safeParse({ ...file, [member]: 7 }).success).toBe(false);
      expect(checkClientFile({ ...file, [member]: 7 }).length).toBeGreaterThan(0);
    }
  }
});
