import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isDomainError } from "../../src/core/index.ts";
import {
  checkClientFile,
  clientAt,
  controlGroups,
  ias28Influence,
  relatedClients,
  type ClientFile,
  type ClientIssue,
  type InfluencePolicy,
  type OwnershipGraph,
} from "../../src/client/index.ts";
import { ClientFileSchema, InfluencePolicySchema, OwnershipGraphSchema } from "../../src/client/schema.ts";

const DAY = "2026-03-31";
const money = { amount: "1.00", currency: "CNY" };
const names = { legal: "l", "zh-Hans": "h", "zh-Hant-HK": "t", en: "e", short: "s" };
const group = { group: "g", name: "n" };
const referredBy = { client: "R", on: "2020-01-01" };
const recorded = { entry: "1", recordedOn: "2026-01-05", corrects: "0" };
const days = { from: "2024-01-01", to: "2027-01-01" };
const fact = { ...recorded, feature: "f", value: "v", source: "s", asOf: "2026-01-01" };
const base = {
  id: "C",
  names,
  clientSince: "2020-01-01",
  recordedOn: "2020-01-01",
  accounts: [{ ...recorded, id: "A", currency: "CNY", product: "p", openedOn: days.from, closedOn: days.to }],
  contacts: [{ ...recorded, channel: "phone", value: "0" }],
  people: [
    {
      ...recorded,
      ...days,
      id: "p",
      name: "n",
      position: "x",
      authority: "uses",
      influence: "strong",
      contacts: [{ channel: "phone", value: "1" }],
      contactsInOurBank: [{ department: "d", person: "p", employee: "e", relation: "r", kinship: false }],
    },
  ],
  managers: [
    {
      ...recorded,
      ...days,
      employee: "E",
      name: "N",
      role: "primary",
      unit: "u",
      approval: { by: "b", on: "2023-01-01", reason: "r" },
    },
  ],
  group,
  referredBy,
  facts: [
    { ...fact, by: "b", dataType: "profile", group: "basic" },
    { ...fact, value: money, dataType: "behavioural", group: "need" },
    { ...fact, value: true, dataType: "derived", derivation: { rule: "r", version: "1", from: ["f"] } },
  ],
  attitudes: [
    { ...recorded, segment: "neutral", on: "2026-01-01", hasIntent: true, channel: "phone", evidence: "e", by: "b" },
  ],
  analyses: [{ ...recorded, date: "2026-01-01", author: "a", text: "t", source: "s" }],
  sample: true,
};
const organisation = {
  industry: "i",
  industryCode: "c",
  foundedOn: "2000-01-01",
  employees: 3,
  annualTurnover: money,
  location: "l",
  description: "d",
};
const person = {
  birthDate: "1990-01-01",
  occupation: "o",
  employer: "m",
  education: "d",
  householdSize: 3,
  location: "l",
  interests: ["i"],
};
const was = { names, clientSince: "2020-01-01", group, referredBy };
const FILES: readonly object[] = [
  {
    ...base,
    kind: "corporate",
    identities: [{ ...recorded, ...days, kind: "lei", number: "n", issuedBy: "b" }],
    organisation,
    replaced: [{ recordedOn: "2026-01-01", until: "2026-01-01", was: { ...was, organisation } }],
  },
  {
    ...base,
    kind: "personal",
    household: [{ ...recorded, ...days, household: "h" }],
    person,
    replaced: [{ recordedOn: "2026-01-01", was: { person } }],
  },
];

type Way = readonly (string | number)[];

/** The way to each member of a value, the value itself not among them. */
function waysIn(value: unknown, way: Way = []): Way[] {
  if (typeof value !== "object" || value === null) return [way];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const below = keys.flatMap((key) => waysIn((value as Record<string | number, unknown>)[key], [...way, key]));
  return way.length === 0 ? below : [way, ...below];
}

const LEFT_OUT = Symbol("left out");

/** A copy with something else in one place, or nothing. */
function changed(value: unknown, [key = "", ...rest]: Way, to: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, own]) => {
    if (name !== String(key)) return [[name, own]];
    if (rest.length > 0) return [[name, changed(own, rest, to)]];
    return to === LEFT_OUT ? [] : [[name, to]];
  });
  return Array.isArray(value) ? entries.map(([, own]) => own as unknown) : Object.fromEntries(entries);
}

const odd = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\t\n",
    "\u3000",
    "\uFEFF",
    "\u2028",
    "\u200B",
    "a",
    "x",
    "x\n",
    "CNY",
    "JPY",
    "XXX",
    "CNY\n",
  ),
  fc.constantFrom<unknown>(
    [],
    [""],
    [" "],
    ["x"],
    ["x", "x"],
    ["x", "y"],
    {},
    true,
    0,
    -0,
    -1,
    1.5,
    2 ** 53,
    NaN,
    LEFT_OUT,
  ),
  fc.constantFrom("2024-02-30", "2023-02-29", "1900-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01"),
  fc.constantFrom("2024-2-3", "2024-02-03 ", "2024-02-03\n", "2024-02-03T00:00:00Z", "２０２４-01-01"),
  fc.constantFrom(
    "-0",
    "0",
    "0.2",
    "1",
    "1.0",
    "1.001",
    `1.${"0".repeat(60)}1`,
    "+1",
    "01",
    "1.",
    "1e3",
    "9".repeat(17),
  ),
);

/** One of some values with something odd in one to three of its places. */
const oddlyChanged = (values: readonly object[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    ...values.map((value) => {
      const place = fc.tuple(fc.constantFrom(...waysIn(value)), odd);
      return fc
        .array(place, { minLength: 1, maxLength: 3 })
        .map((places) => places.reduce<unknown>((now, [way, to]) => changed(now, way, to), value));
    }),
  );

/** What a call answers; null where it refuses. */
function answerOf<T>(call: () => T): T | null {
  try {
    return call();
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

/** Whether an issue is about one entry by itself, which is what a schema looks at. */
function isOfShape(issue: ClientIssue): boolean {
  if (issue.code === "client/raw-and-derived") return issue.details.reason !== "raw-elsewhere";
  const ofShape: readonly string[] = ["client/invalid-input", "client/invalid-ownership", "client/empty-id"];
  return !issue.code.startsWith("client/") || ofShape.includes(issue.code);
}

describe("a schema takes what the functions take, where nothing is null and no member is a stranger", () => {
  test("client files", () => {
    for (const file of FILES) expect(ClientFileSchema.safeParse(file).success).toBe(true);
    fc.assert(
      fc.property(oddlyChanged(FILES), (given) => {
        const file = given as ClientFile;
        const isTaken = ClientFileSchema.safeParse(file).success;
        expect(checkClientFile(file).some(isOfShape)).toBe(!isTaken);
        expect(answerOf(() => [clientAt(file, DAY)]) !== null).toBe(isTaken);
      }),
    );
  });

  const graph = {
    holdings: [{ ...days, owner: "a", company: "b", share: "0.5", votes: "0.4", source: "s" }],
    control: [{ ...days, controller: "a", company: "c", kind: "agreement", source: "s" }],
    concert: [{ ...days, parties: ["a", "z", "y"], companies: ["b", "q"], source: "s" }],
    jointVentures: [{ ...days, company: "j", controllers: ["a", "z", "y"], source: "s" }],
    influence: [{ ...days, investor: "a", company: "i", source: "s" }],
  };

  test("ownership graphs", () => {
    expect(OwnershipGraphSchema.safeParse(graph).success).toBe(true);
    const twice = { parties: ["a", "z"], companies: ["b", "b"] };
    expect(OwnershipGraphSchema.safeParse({ ...graph, concert: [twice] }).success).toBe(false);
    fc.assert(
      fc.property(oddlyChanged([graph]), (given) => {
        const isTaken = OwnershipGraphSchema.safeParse(given).success;
        const answer = answerOf(() => controlGroups(given as OwnershipGraph, DAY));
        expect(answer !== null && !answer.issues.some(isOfShape)).toBe(isTaken);
      }),
    );
  });

  test("the share of votes from which influence is presumed", () => {
    fc.assert(
      fc.property(odd, (votesFrom) => {
        const influence = { ...ias28Influence, votesFrom } as InfluencePolicy;
        const answer = answerOf(() => relatedClients({ holdings: [] }, "a", DAY, { influence }));
        expect(answer !== null).toBe(InfluencePolicySchema.safeParse(influence).success);
      }),
    );
  });
});
