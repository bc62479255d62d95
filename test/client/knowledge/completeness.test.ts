import { describe, expect, test } from "vitest";

import {
  clientCompleteness,
  COMPLETENESS_PARTS,
  exampleClientCompleteness,
  type ClientCompletenessPolicy,
  type ClientFile,
  type RequiredItem,
} from "../../../src/client/index.ts";
import { ClientCompletenessPolicySchema } from "../../../src/client/schema.ts";
import { refusalOf } from "../../support/refusal.ts";
import { assigned, company, person } from "../files.ts";

const asking = (...required: readonly RequiredItem[]): ClientCompletenessPolicy => ({
  ...exampleClientCompleteness,
  status: "house",
  required: { corporate: required, personal: required },
});
const part = (id: (typeof COMPLETENESS_PARTS)[number], weight = 1): RequiredItem => ({ kind: "part", id, weight });

const fullCompany = company({
  identities: [{ kind: "lei", number: "1", to: "2026-06-01" }],
  contacts: [{ channel: "phone", value: "1" }],
  people: [{ id: "p", position: "CFO", authority: "decides", to: "2026-06-01" }],
  managers: [assigned("E-1", "2024-01-01"), assigned("E-2", "2024-01-01", { role: "backup" })],
  attitudes: [
    { segment: "neutral", on: "2026-01-01", hasIntent: false, channel: "meeting", evidence: "listened", by: "E-1" },
  ],
  group: { group: "G-1" },
  organisation: {
    industry: "制造业",
    employees: 0,
    annualTurnover: { amount: "0", currency: "CNY" },
    location: "上海",
  },
});
const fullPerson = person({
  household: [{ household: "H", from: "2020-01-01" }],
  person: { birthDate: "1990-01-01", occupation: "o", education: "e", interests: ["golf"], location: "上海" },
});

describe("how complete a file is", () => {
  const OF_PERSON = ["household", "birth-date", "occupation", "education", "interests"] as const;
  const OF_COMPANY = ["industry", "employees", "annual-turnover"] as const;
  const ofEither = COMPLETENESS_PARTS.filter((id) => ![...OF_PERSON, ...OF_COMPANY].includes(id as "industry"));
  const only = (kind: "corporate" | "personal", id: (typeof COMPLETENESS_PARTS)[number]) => ({
    ...asking(),
    required: { corporate: [], personal: [], [kind]: [part(id)] },
  });

  test("each part is seen in the file that has it, and is missing in an empty one", () => {
    const stateIn = (file: ClientFile, id: (typeof COMPLETENESS_PARTS)[number]) =>
      clientCompleteness(file, only(file.kind, id), "2026-03-01").items[0]?.state;
    for (const id of [...OF_COMPANY, ...ofEither]) expect(stateIn(fullCompany, id)).toBe("present");
    for (const id of [...OF_PERSON, ...ofEither]) expect(stateIn(person(), id)).toBe("missing");
    for (const id of [...OF_PERSON, "location"] as const) expect(stateIn(fullPerson, id)).toBe("present");
    expect(stateIn(person({ person: { interests: [] } }), "interests")).toBe("missing");
  });

  test("nothing is asked that clients of the kind do not have", () => {
    for (const [kind, ids] of [
      ["corporate", OF_PERSON],
      ["personal", OF_COMPANY],
    ] as const) {
      for (const id of ids) {
        const policy = only(kind, id);
        expect(refusalOf(() => clientCompleteness(fullCompany, policy, "2026-03-01"))).toMatchObject({
          code: "client/invalid-completeness-policy",
          path: ["policy", "required", kind, 0, "id"],
          details: { reason: "other-kind", name: id },
        });
        expect(ClientCompletenessPolicySchema.safeParse(policy).success).toBe(false);
      }
    }
    for (const id of ofEither) expect(ClientCompletenessPolicySchema.safeParse(asking(part(id))).success).toBe(true);
  });

  test("of the day: an identity that ran out is stale, a decision maker who left is missing", () => {
    const { items } = clientCompleteness(fullCompany, asking(part("identity"), part("decision-maker")), "2026-06-01");
    expect(items.map(({ state }) => state)).toStrictEqual(["stale", "missing"]);
  });

  test("the share comes with its weights, which add up, and with every item", () => {
    const policy = asking(
      { kind: "part", id: "attitude", weight: 3, maxAgeDays: 59 },
      part("identity", 2),
      { kind: "feature", id: "satisfaction", weight: 3 },
      part("contact", 1),
      { kind: "feature", id: "income", weight: 3 },
    );
    const found = clientCompleteness(fullCompany, policy, "2026-03-01");
    expect(found.weights).toStrictEqual({ present: 6, stale: 0, missing: 6, total: 12 });
    expect(found.share).toBe("0.5000");
    expect(found.items[0]).toStrictEqual({
      kind: "part",
      id: "attitude",
      weight: 3,
      state: "present",
      asOf: "2026-01-01",
      ageDays: 59,
      maxAgeDays: 59,
    });
    const later = clientCompleteness(fullCompany, policy, "2026-03-02");
    expect(later.weights).toStrictEqual({ present: 3, stale: 3, missing: 6, total: 12 });
    expect(later.share).toBe("0.2500");
    expect(later.next.map(({ id, state }) => [id, state])).toStrictEqual([
      ["satisfaction", "missing"],
      ["income", "missing"],
      ["attitude", "stale"],
    ]);
    expect(later.policy).toStrictEqual({ id: "example.client-completeness", version: "1" });
  });

  test("an age is asked of what has no day: nobody knows, so it is stale", () => {
    const found = clientCompleteness(
      fullCompany,
      asking({ kind: "part", id: "contact", weight: 1, maxAgeDays: 9 }),
      "2026-03-01",
    );
    expect(found.items[0]).toMatchObject({ state: "stale", asOf: null, ageDays: null, maxAgeDays: 9 });
  });

  test("only what was known counts; before the file was opened everything is missing", () => {
    const file = company({
      recordedOn: "2026-02-01",
      facts: [
        {
          ...{ feature: "satisfaction", dataType: "attitudinal", group: "need", value: "high", source: "survey" },
          ...{ asOf: "2026-02-10", recordedOn: "2026-02-20" },
        } as const,
      ],
    });
    const policy = asking({ kind: "feature", id: "satisfaction", weight: 1 });
    const share = (day: string, options = {}) => clientCompleteness(file, policy, day, options).share;
    expect(share("2026-02-19")).toBe("0.0000");
    expect(share("2026-02-20")).toBe("1.0000");
    expect(share("2026-02-19", { knownOn: "2026-02-20" })).toBe("1.0000");
    expect(clientCompleteness(file, only("corporate", "industry"), "2026-01-31").weights.missing).toBe(1);
    expect(
      clientCompleteness(file, only("corporate", "industry"), "2026-01-31", { knownOn: "2026-02-01" }).knownOn,
    ).toBe("2026-02-01");
  });

  test("where nothing is required there is no share", () => {
    expect(clientCompleteness(person(), asking(), "2026-03-01")).toMatchObject({ share: null, items: [], next: [] });
  });

  test("the next questions are the items that are not present, heaviest first", () => {
    const { items, next, weights } = clientCompleteness(fullCompany, exampleClientCompleteness, "2026-03-01");
    expect(next.map(({ id }) => id)).toStrictEqual(["purchasing-process", "satisfaction", "product-preference"]);
    expect(items.filter(({ state }) => state !== "present")).toHaveLength(next.length);
    expect(weights).toStrictEqual({ present: 20, stale: 0, missing: 5, total: 25 });
  });
});

describe("a completeness policy", () => {
  const bad = (change: object, date = "2026-03-01") =>
    refusalOf(() => clientCompleteness(person(), { ...exampleClientCompleteness, ...change }, date));
  const code = "client/invalid-completeness-policy";

  test("is read whole, and asks for nothing twice", () => {
    expect(
      bad({ required: { corporate: [], personal: [part("identity"), part("group"), part("identity")] } }),
    ).toMatchObject({
      code,
      path: ["policy", "required", "personal", 2],
      details: { reason: "item-twice", name: "identity" },
    });
    expect(bad({ required: { corporate: [part("identities" as never)], personal: [] } })).toMatchObject({
      code,
      path: ["policy", "required", "corporate", 0, "id"],
    });
    expect(bad({ required: { corporate: [part("identity", 0)], personal: [] } }).details).toMatchObject({ min: 1 });
    expect(bad({ required: { corporate: [] } }).path).toStrictEqual(["policy", "required", "personal"]);
    expect(bad({ require: {} })).toMatchObject({ code, details: { didYouMean: "required" } });
  });

  test("answers only for days in force", () => {
    expect(bad({ effectiveTo: "2026-03-01" })).toMatchObject({ code: "core/no-policy-in-force" });
    expect(bad({ effectiveTo: "1999-01-01" })).toMatchObject({
      code: "core/invalid-policy",
      path: ["policy", "effectiveTo"],
    });
  });

  test("the example is what its schema takes", () => {
    expect(ClientCompletenessPolicySchema.parse(exampleClientCompleteness)).toStrictEqual(exampleClientCompleteness);
  });
});
