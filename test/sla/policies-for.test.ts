import { describe, expect, test } from "vitest";

import { derivePolicy } from "../../src/core/index.ts";
import { receiveComplaint } from "../../src/complaints/index.ts";
import {
  complaintPolicies,
  dispComplaintPolicies,
  evaluateSla,
  exampleComplaintTwoClocks,
  hkmaComplaintPolicy,
  nfraComplaintPolicy,
  pbocBankComplaintPolicy,
  policiesFor,
  psd2ComplaintPolicy,
  regulationPolicies,
  rg271ComplaintPolicy,
  sourceComplaintPolicy,
  type SlaCaseFacts,
  type SlaPolicy,
  type SlaReceivedCase,
} from "../../src/sla/index.ts";
import { policyOf } from "./fixtures.ts";

const all = [...regulationPolicies, ...complaintPolicies];
const idsOf = (
  answer: string,
  received: SlaReceivedCase,
  facts: SlaCaseFacts,
  policies: readonly SlaPolicy[] = all,
): string[] =>
  policiesFor(received, facts, policies)
    .filter((entry) => entry.answer === answer)
    .map(({ policy }) => policy.id);
const only = (received: SlaReceivedCase, facts: SlaCaseFacts, policy: SlaPolicy) => {
  const [entry] = policiesFor(received, facts, [policy]);
  if (entry === undefined) throw new Error("no entry");
  return entry;
};

describe("one call for a branch", () => {
  const rows: readonly [string, string, SlaCaseFacts, readonly string[]][] = [
    [
      "Shanghai, the client's own, a loan",
      "2026-02-13",
      { place: "cn", origin: "client", product: "loan" },
      ["cn.nfra.complaint", "source.complaint"],
    ],
    [
      "Shanghai, forwarded by the central bank in 2023",
      "2023-05-10",
      { place: "cn", origin: "central-bank", product: "loan" },
      ["cn.nfra.complaint", "cn.pboc.forwarded-bank-complaint", "source.complaint"],
    ],
    [
      "Shanghai, forwarded by the central bank in 2025",
      "2025-05-10",
      { place: "cn", origin: "central-bank", product: "loan" },
      ["cn.nfra.complaint", "source.complaint"],
    ],
    [
      "a payment institution, forwarded by the central bank in 2025",
      "2025-05-10",
      { place: "cn", origin: "central-bank", product: "payment-service", institution: "payment-institution" },
      ["cn.pboc.forwarded-payment-complaint"],
    ],
    ["Hong Kong", "2026-02-13", { place: "hk", origin: "client", product: "loan" }, ["hk.hkma.complaint"]],
    [
      "a review in Shanghai",
      "2026-02-13",
      { matter: "review", place: "cn", origin: "client", product: "loan" },
      ["cn.nfra.review"],
    ],
    [
      "London, a loan",
      "2026-02-13",
      { place: "uk", origin: "client", product: "loan" },
      ["uk.disp.summary-resolution", "uk.disp.complaint"],
    ],
    [
      "London, a transfer, which is a payment service",
      "2026-02-13",
      { place: "uk", origin: "client", product: "electronic-transfer" },
      ["uk.disp.summary-resolution", "uk.disp.payment-complaint"],
    ],
    [
      "London, a payment before payments had a rule of their own",
      "2017-02-13",
      { place: "uk", origin: "client", product: "payment-service" },
      ["uk.disp.summary-resolution", "uk.disp.complaint"],
    ],
    [
      "New York, a transfer on a new account",
      "2026-02-13",
      { matter: "error-notice", place: "us", product: "new-account-transfer" },
      ["us.regulation-e.new-account-error"],
    ],
    [
      "New York, a credit card",
      "2026-02-13",
      { matter: "error-notice", place: "us", product: "open-end-credit" },
      ["us.regulation-z.billing-error"],
    ],
    ["Sydney, superannuation", "2026-02-13", { place: "au", product: "superannuation" }, []],
    ["Sydney, a loan", "2026-02-13", { place: "au", product: "loan" }, ["au.asic.rg271"]],
    ["Paris, a payment", "2026-02-13", { place: "eu", product: "payment-service" }, ["eu.psd2.complaint"]],
    ["Paris, electronic money", "2026-02-13", { place: "eu", product: "electronic-money" }, ["eu.psd2.complaint"]],
  ];
  test.each(rows)("%s", (_, on, facts, expected) => {
    expect(idsOf("applies", { on }, facts)).toEqual(expected);
    expect(idsOf("unknown", { on }, facts)).toEqual([]);
    expect(policiesFor({ on }, facts, all)).toHaveLength(all.length);
  });
});

describe("the reasons", () => {
  const facts = { place: "cn", origin: "central-bank", product: "loan" };

  test("of one that applies: everything that holds, and from what it runs", () => {
    expect(only({ on: "2024-06-27" }, facts, pbocBankComplaintPolicy)).toMatchObject({
      answer: "applies",
      receipt: "forwarded",
      reasons: [
        { code: "rule-in-force", on: "2024-06-27", from: "2020-11-01", to: "2024-06-28" },
        { code: "rule-covers", fact: "matter", value: "complaint" },
        { code: "rule-covers", fact: "place", value: "cn" },
        { code: "rule-covers", fact: "origin", value: "central-bank" },
        { code: "rule-covers", fact: "institution", value: "bank" },
        { code: "rule-runs-from", receipt: "forwarded" },
      ],
    });
  });

  test("of one that does not: everything against it", () => {
    expect(only({ on: "2024-06-28" }, { place: "hk", origin: "client" }, pbocBankComplaintPolicy)).toMatchObject({
      answer: "does-not-apply",
      reasons: [
        { code: "rule-no-longer-in-force", on: "2024-06-28", to: "2024-06-28" },
        { code: "rule-does-not-cover", fact: "place", value: "hk", covers: ["cn"] },
        { code: "rule-does-not-cover", fact: "origin", value: "client", covers: ["central-bank"] },
      ],
    });
    expect(only({ on: "2020-10-31" }, facts, pbocBankComplaintPolicy).reasons).toEqual([
      { code: "rule-not-yet-in-force", on: "2020-10-31", from: "2020-11-01" },
    ]);
    expect(
      only({ on: "2026-01-01" }, { place: "au", product: "superannuation" }, rg271ComplaintPolicy).reasons,
    ).toEqual([{ code: "rule-excepts", fact: "product", value: "superannuation" }]);
  });

  test("of one of which it cannot be said: what is missing", () => {
    expect(only({ on: "2026-01-01" }, { place: "eu" }, psd2ComplaintPolicy)).toMatchObject({
      answer: "unknown",
      reasons: [{ code: "rule-asks", fact: "product", value: null, words: ["payment-service", "electronic-money"] }],
    });
    expect(only({}, { place: "hk" }, hkmaComplaintPolicy)).toMatchObject({
      answer: "unknown",
      reasons: [{ code: "rule-day-unknown" }],
    });
    expect(only({ events: [] }, { place: "hk" }, hkmaComplaintPolicy).answer).toBe("unknown");
  });

  test("a wider word than the rule's is not exact enough, and a narrower one is covered", () => {
    const regulator = { place: "cn", origin: "regulator" };
    expect(only({ on: "2023-01-01" }, regulator, pbocBankComplaintPolicy)).toMatchObject({
      answer: "unknown",
      reasons: [
        { code: "rule-asks", fact: "origin", value: "regulator", words: ["central-bank"] },
        { code: "rule-runs-from", receipt: "forwarded" },
      ],
    });
    const forwarded = derivePolicy(
      nfraComplaintPolicy,
      { appliesTo: { origins: ["regulator"] } },
      { id: "acme.forwarded", version: "1", source: "circular 9" },
    );
    expect(only({ on: "2023-01-01" }, facts, forwarded).answer).toBe("applies");
    // one fact against it decides, whatever is not known
    expect(only({ on: "2025-01-01" }, regulator, pbocBankComplaintPolicy).answer).toBe("does-not-apply");
  });

  test("of a day before the oldest text that was read: it cannot be said, and later no first day is claimed", () => {
    const hk = { place: "hk" };
    expect(only({ on: "2023-04-04" }, hk, hkmaComplaintPolicy)).toMatchObject({
      answer: "unknown",
      reasons: [{ code: "rule-before-oldest-read", on: "2023-04-04", from: "2023-04-05" }],
    });
    expect(only({ on: "2023-04-05" }, hk, hkmaComplaintPolicy)).toMatchObject({
      answer: "applies",
      reasons: [{ code: "rule-in-force", from: null }, {}, {}, {}],
    });
    // another fact still decides against it
    expect(only({ on: "2023-04-04" }, { place: "cn" }, hkmaComplaintPolicy).answer).toBe("does-not-apply");
    const answers = policiesFor({ on: "2005-02-13" }, { place: "uk", product: "loan" }, dispComplaintPolicies);
    expect(answers.map(({ answer }) => answer)).toEqual(["unknown", "does-not-apply", "does-not-apply"]);
    const notice = { matter: "error-notice", place: "us" };
    const of = (on: string, product: string) => idsOf("unknown", { on }, { ...notice, product });
    expect(of("1990-02-13", "electronic-transfer")).toEqual(["us.regulation-e.error"]);
    expect(of("1990-02-13", "new-account-transfer")).toEqual([]);
    expect(of("1975-10-27", "open-end-credit")).toEqual([]);
    expect(idsOf("applies", { on: "1975-10-27" }, { ...notice, product: "open-end-credit" })).toEqual([]);
    expect(idsOf("applies", { on: "1975-10-28" }, { ...notice, product: "open-end-credit" })).toEqual([
      "us.regulation-z.billing-error",
    ]);
  });

  test("of an undated rule name no day", () => {
    expect(only({ on: "1999-01-01" }, { place: "cn" }, sourceComplaintPolicy).reasons[0]).toEqual({
      code: "rule-in-force",
      on: "1999-01-01",
      from: null,
      to: null,
    });
  });
});

describe("a policy of the bank's own", () => {
  test("without a scope is for whatever it is given to, while it is in force", () => {
    expect(only({ on: "2026-01-01" }, {}, policyOf([{}]))).toMatchObject({
      answer: "applies",
      receipt: "case",
      reasons: [{ code: "rule-in-force" }, { code: "rule-for-anything" }],
    });
    expect(only({ on: "2019-12-31" }, {}, policyOf([{}]))).toMatchObject({
      answer: "does-not-apply",
      reasons: [{ code: "rule-not-yet-in-force" }],
    });
    expect(only({ on: "2026-01-01" }, { place: "hk" }, exampleComplaintTwoClocks).answer).toBe("applies");
  });

  test("may have words of its own, and then a case may too", () => {
    const own = policyOf([{}], { appliesTo: { places: ["sg", "ca"], products: ["gold-plan"] } });
    expect(only({ on: "2026-01-01" }, { place: "sg", product: "gold-plan" }, own).answer).toBe("applies");
    expect(only({ on: "2026-01-01" }, { place: "cn", product: "gold-plan" }, own).answer).toBe("does-not-apply");
    expect(() => policiesFor({ on: "2026-01-01" }, { place: "sg" }, all)).toThrow(
      expect.objectContaining({ code: "sla/invalid-facts", path: ["facts", "place"] }),
    );
  });

  test("keeps the scope of what it is derived from", () => {
    const own = derivePolicy(
      psd2ComplaintPolicy,
      { zone: "Europe/Lisbon", calendar: "acme-lisbon" },
      { id: "acme.payments", version: "1", source: "circular 7" },
    );
    expect(only({ on: "2026-01-01" }, { place: "eu", product: "payment-service" }, own).answer).toBe("applies");
  });
});

describe("the day of receipt", () => {
  test("of a moment is that of the policy's own zone", () => {
    // 28 June in Shanghai, 27 June in London
    const receivedAt = "2024-06-27T16:30:00Z";
    const facts = { place: "cn", origin: "central-bank" };
    expect(only({ receivedAt }, facts, pbocBankComplaintPolicy).answer).toBe("does-not-apply");
    expect(only({ receivedAt: "2024-06-27T15:59:59Z" }, facts, pbocBankComplaintPolicy).answer).toBe("applies");
  });

  test("of a complaint and of a case of a desk is taken as it is", () => {
    const complaint = receiveComplaint({
      id: "C-1",
      receivedAt: "2023-05-10T10:00:00+08:00",
      channel: "phone",
      origin: "regulator",
      client: "K-77",
      contactable: true,
      category: "fees",
      outlet: "B-12",
      acceptedBy: "E-4",
      personsComplainedOf: [],
    });
    const facts = { place: "cn", origin: "central-bank" };
    expect(only(complaint, facts, pbocBankComplaintPolicy).answer).toBe("applies");
    const row = {
      id: "c",
      policy: "source.complaint",
      owner: null,
      category: null,
      events: [
        { type: "replied", at: "2025-01-02T10:00:00+08:00" },
        { type: "received", at: "2025-01-01T10:00:00+08:00" },
      ],
    } as const;
    expect(only(row, facts, pbocBankComplaintPolicy).reasons[0]).toMatchObject({ on: "2025-01-01" });
  });

  test("of two versions of one id takes the one in force", () => {
    const facts = { place: "uk", product: "payment-service" };
    const answers = (on: string) =>
      policiesFor({ on }, facts, dispComplaintPolicies).map(({ policy, answer }) => [policy.version, answer]);
    expect(answers("2016-06-29")).toEqual([
      ["2007-12-02", "applies"],
      ["2016-06-30", "does-not-apply"],
      ["2018-01-13", "does-not-apply"],
    ]);
    expect(answers("2018-01-12")).toEqual([
      ["2007-12-02", "does-not-apply"],
      ["2016-06-30", "applies"],
      ["2018-01-13", "does-not-apply"],
    ]);
    expect(answers("2018-01-13")).toEqual([
      ["2007-12-02", "does-not-apply"],
      ["2016-06-30", "does-not-apply"],
      ["2018-01-13", "does-not-apply"],
    ]);
    expect(() =>
      policiesFor({ on: "2026-01-01" }, facts, [hkmaComplaintPolicy, { ...hkmaComplaintPolicy, version: "2" }]),
    ).toThrow(expect.objectContaining({ code: "core/invalid-policy", path: ["policies", 1] }));
  });
});

describe("a row of a database", () => {
  const on = "2026-02-13";
  const applied = (received: object, facts: object) => idsOf("applies", received, facts);
  const expected = ["cn.nfra.complaint", "source.complaint"];

  test("has nulls and undefined members, which are nothing: the defaults hold", () => {
    expect(applied({ on }, { place: "cn" })).toEqual(expected);
    for (const nothing of [null, undefined]) {
      const facts = { matter: nothing, place: "cn", origin: nothing, institution: nothing, product: nothing };
      expect(applied({ on, receivedAt: nothing, events: nothing }, facts)).toEqual(expected);
      expect(only({ on }, { ...facts, place: nothing }, nfraComplaintPolicy).reasons).toEqual([
        { code: "rule-asks", fact: "place", value: null, words: ["cn"] },
      ]);
    }
  });

  test("has the day in whichever of its members is not null", () => {
    const receivedAt = "2026-02-13T10:00:00+08:00";
    const events = [{ type: "received", at: receivedAt }];
    for (const row of [
      { on: null, receivedAt, events: null },
      { on: null, receivedAt: null, events },
    ]) {
      expect(applied(row, { place: "cn" })).toEqual(expected);
    }
    const empty = { on: null, receivedAt: null, events: null };
    expect(only(empty, { place: "hk" }, hkmaComplaintPolicy).reasons).toEqual([{ code: "rule-day-unknown" }]);
  });
});

describe("what is refused", () => {
  const on = "2026-01-01";
  const rows: readonly [string, unknown, unknown, unknown, string, readonly (string | number)[]][] = [
    ["a misspelt place", { on }, { place: "CN" }, all, "sla/invalid-facts", ["facts", "place"]],
    ["a misspelt product", { on }, { product: "loans" }, all, "sla/invalid-facts", ["facts", "product"]],
    ["a fact nobody knows", { on }, { places: "cn" }, all, "sla/invalid-facts", ["facts", "places"]],
    ["no case", null, {}, all, "sla/invalid-case", ["received"]],
    ["a day there is not", { on: "2026-02-30" }, {}, all, "core/invalid-date", ["received", "on"]],
    [
      "a moment without a zone",
      { receivedAt: "2026-02-03T10:00:00" },
      {},
      all,
      "core/invalid-instant",
      ["received", "receivedAt"],
    ],
    [
      "what is no event",
      { events: [{ type: "came" }] },
      {},
      all,
      "sla/invalid-event",
      ["received", "events", 0, "type"],
    ],
    ["no list", { on }, {}, null, "sla/invalid-policy", ["policies"]],
    ["no policy", { on }, {}, [{}], "sla/invalid-policy", ["policies", 0, "id"]],
    [
      "a scope nearly a known word",
      { on },
      {},
      [policyOf([{}], { appliesTo: { products: ["loans"] } })],
      "sla/invalid-policy",
      ["policies", 0, "appliesTo", "products", 0],
    ],
    [
      "a scope nobody knows",
      { on },
      {},
      [policyOf([{}], { appliesTo: { place: ["cn"] } as never })],
      "sla/invalid-policy",
      ["policies", 0, "appliesTo", "place"],
    ],
    [
      "an empty list",
      { on },
      {},
      [policyOf([{}], { appliesTo: { places: [] } })],
      "sla/invalid-policy",
      ["policies", 0, "appliesTo", "places"],
    ],
  ];
  test.each(rows)("%s", (_, received, facts, policies, code, path) => {
    expect(() => policiesFor(received as never, facts as never, policies as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });

  test("the near word is named", () => {
    expect(() => policiesFor({ on }, { product: "loans" }, all)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ didYouMean: "loan" }) as unknown }),
    );
  });
});

test("what applies can be evaluated as it is", () => {
  const events = [{ type: "received", at: "2026-02-10T10:00:00+08:00" }] as const;
  const dates = policiesFor({ events }, { place: "hk", product: "loan" }, regulationPolicies)
    .filter(({ answer }) => answer === "applies")
    .map(
      ({ policy }) => evaluateSla(policy, events, { now: "2026-02-11T09:00:00+08:00", calendars: [] }).next?.dueDate,
    );
  expect(dates).toEqual(["2026-02-17"]);
});

test("every shipped policy of a law or a source says what it is for, the examples do not", () => {
  expect(all.filter(({ appliesTo }) => appliesTo?.matters === undefined || appliesTo.places === undefined)).toEqual([]);
  expect(exampleComplaintTwoClocks.appliesTo).toBeUndefined();
});
