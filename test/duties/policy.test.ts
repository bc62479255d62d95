import { describe, expect, test } from "vitest";

import { exampleDuties, prepareDutyPolicy, sourceDuties } from "../../src/duties/index.ts";
import { DutyExcuseSchema, DutyHolderSchema, DutyPolicySchema, DutyRecordSchema } from "../../src/duties/schema.ts";
import { refusalOf } from "../support/refusal.ts";
import { journal, manager, policyOf } from "./fixtures.ts";

const week = { every: "week", on: 5 } as const;
const next = { rule: "next-working-day", beyondPeriod: "moves" } as const;

describe("a policy that makes no sense is refused, by its reader and where it can by the schema", () => {
  test.each<[string, object, (string | number)[], string?]>([
    ["a misspelt member", { restday: next }, ["restday"], "restDay"],
    ["a misspelt status", { status: "hause" }, ["status"], "house"],
    ["no status", { status: undefined }, ["status"]],
    ["a blank role", { role: " " }, ["role"]],
    ["nothing that satisfies it", { satisfiedBy: [] }, ["satisfiedBy"]],
    ["one kind for a list", { satisfiedBy: "journal" }, ["satisfiedBy"]],
    ["a blank kind", { satisfiedBy: ["journal", ""] }, ["satisfiedBy", 1]],
    ["a kind with @", { satisfiedBy: ["a@b"] }, ["satisfiedBy", 0]],
    ["an id with @", { id: "acme@1" }, ["id"]],
    ["no cadence", { cadence: null }, ["cadence"]],
    ["an unknown cadence", { cadence: { every: "fortnight" } }, ["cadence", "every"]],
    ["a misspelt cadence", { cadence: { every: "working day" } }, ["cadence", "every"], "working-day"],
    ["a member of another cadence", { cadence: { every: "working-day", on: 3 } }, ["cadence", "on"]],
    ["a misspelt member of a cadence", { cadence: { every: "week", no: 3 } }, ["cadence", "no"], "on"],
    ["weekday 0", { cadence: { every: "week", on: 0 } }, ["cadence", "on"]],
    ["weekday 8", { cadence: { every: "week", on: 8 } }, ["cadence", "on"]],
    ["a week without a weekday", { cadence: { every: "week" } }, ["cadence", "on"]],
    ["a misspelt day of a month", { cadence: { every: "month", on: "lastday" } }, ["cadence", "on"], "last-day"],
    ["no dates", { cadence: { every: "date", on: [] } }, ["cadence", "on"]],
    ["30 February", { cadence: { every: "date", on: ["01-31", "02-30"] } }, ["cadence", "on", 1]],
    ["a date with a year", { cadence: { every: "date", on: ["2026-01-31"] } }, ["cadence", "on", 0]],
    ["a date of one digit", { cadence: { every: "date", on: ["1-31"] } }, ["cadence", "on", 0]],
    ["an offset of 0", { cadence: { ...week, offset: { n: 0, in: "day" } } }, ["cadence", "offset", "n"]],
    ["an offset of 367", { cadence: { ...week, offset: { n: -367, in: "day" } } }, ["cadence", "offset", "n"]],
    ["an offset in weeks", { cadence: { ...week, offset: { n: 1, in: "week" } } }, ["cadence", "offset", "in"]],
    ["a misspelt rest-day rule", { restDay: { rule: "stay" } }, ["restDay", "rule"], "stays"],
    ["a move that does not say how far", { restDay: { rule: "next-working-day" } }, ["restDay", "beyondPeriod"]],
    ["a move that stops", { restDay: { ...next, beyondPeriod: "stops" } }, ["restDay", "beyondPeriod"]],
    [
      "a limit of a move that there is not",
      { restDay: { rule: "stays", beyondPeriod: "moves" } },
      ["restDay", "beyondPeriod"],
    ],
    ["a misspelt time", { time: "end of day" }, ["time"], "end-of-day"],
    ["no time", { time: null }, ["time"]],
    ["24:00", { time: { at: "24:00" } }, ["time", "at"]],
    ["a time with seconds", { time: { at: "17:00:00" } }, ["time", "at"]],
    ["a grace of 0", { grace: { n: 0, in: "minute" } }, ["grace", "n"]],
    ["half a day of grace", { grace: { n: 0.5, in: "day" } }, ["grace", "n"]],
    ["a grace of two years", { grace: { n: 367, in: "working-day" } }, ["grace", "n"]],
    ["a misspelt grace", { grace: { n: 1, in: "working-days" } }, ["grace", "in"], "working-day"],
    ["a blank reading", { readings: ["one", ""] }, ["readings", 1]],
  ])("%s", (_, changes, path, didYouMean) => {
    const policy = { ...journal, ...changes };
    const found = refusalOf(() => prepareDutyPolicy(policy));
    expect([found.code, found.path]).toStrictEqual(["duties/invalid-policy", ["policy", ...path]]);
    expect(found.details["didYouMean"]).toBe(didYouMean);
    expect(DutyPolicySchema.safeParse(policy).success).toBe(false);
  });

  test("kinds and dates listed twice: by the reader alone", () => {
    for (const [changes, path] of [
      [{ satisfiedBy: ["a", "b", "a"] }, ["policy", "satisfiedBy", 2]],
      [{ cadence: { every: "date", on: ["01-31", "06-30", "06-30"] } }, ["policy", "cadence", "on", 2]],
    ] as const) {
      const found = refusalOf(() => prepareDutyPolicy(policyOf(changes)));
      expect([found.code, found.path]).toStrictEqual(["duties/invalid-policy", path]);
      expect(() => prepareDutyPolicy(policyOf(changes))).toThrow(`${path.join(".")}: listed twice`);
    }
    const offset = { n: 0, in: "day" } as const;
    expect(() => prepareDutyPolicy(policyOf({ cadence: { ...week, offset } }))).toThrow("policy.cadence.offset.n: 0");
  });

  test.each<[string, object, string]>([
    ["a blank version", { version: "" }, "core/invalid-policy"],
    ["no sources", { sources: [] }, "core/invalid-policy"],
    ["a date that does not exist", { effectiveFrom: "2026-02-30" }, "core/invalid-date"],
    ["reversed dates", { effectiveTo: "1999-01-01" }, "core/invalid-policy"],
  ])("an envelope with %s", (_, changes, code) => {
    expect(refusalOf(() => prepareDutyPolicy({ ...journal, ...changes })).code).toBe(code);
  });

  test.each([[null], [7], [[journal]]])("%s", (policy) => {
    expect(refusalOf(() => prepareDutyPolicy(policy as never))).toMatchObject({
      code: "duties/invalid-policy",
      path: ["policy"],
    });
  });
});

describe("the ready policies", () => {
  const lines: readonly [line: string, ids: readonly string[]][] = [
    ["before opening: slips re-issued", ["slips-reissued"]],
    ["before opening: follow-up records out", ["follow-up-records-out"]],
    ["daily close: slips reconciled and tally", ["slips-reconciled", "referral-day-tally"]],
    ["daily close: box and book handled", ["opinion-entries"]],
    ["daily close: records locked", ["records-locked"]],
    ["daily close: next-day plan", ["next-day-plan"]],
    ["daily close: journal", ["journal"]],
    ["weekly: tally", ["referral-week-tally"]],
    ["weekly: summary", ["weekly-summary"]],
    ["weekly: information entry", ["information-entry"]],
    ["weekly: lecture", ["lecture"]],
    ["month start: last month's referral summary", ["referral-month-summary"]],
    ["monthly: this month's follow-ups into the log", ["follow-ups-in-work-log"]],
    ["monthly: market analysis", ["market-analysis"]],
    ["monthly: closing records and statistics", ["closing-records", "closing-statistics"]],
    ["month end: visit-log check", ["visit-log-check"]],
    ["quarterly: visit report", ["visit-report"]],
    ["yearly: strategy plan", ["strategy-plan"]],
  ];

  test("every cadence the sources give is there, and nothing else", () => {
    expect(lines.flatMap(([, ids]) => ids.map((id) => `source.${id}`)).sort()).toStrictEqual(
      sourceDuties.map(({ id }) => id).sort(),
    );
    expect(sourceDuties).toHaveLength(20);
  });

  test("the 18 regular duties without a number are examples", () => {
    expect(exampleDuties).toHaveLength(18);
    for (const { sources } of exampleDuties) {
      expect(sources[0]).toBe("library example; the source says 定期 and gives no number");
      expect(sources[1]).toMatch(/(?:p\. \d+|essay 1|❶4|❼三).*定期/);
    }
  });

  const ready = [...sourceDuties, ...exampleDuties];
  test.each(ready.map((policy) => [policy.id, policy] as const))("%s", (id, policy) => {
    expect(prepareDutyPolicy(policy).identity).toStrictEqual({ id, version: "1", status: policy.status });
    expect(policy.status).toBe(id.split(".")[0]);
    expect(policy.effectiveFrom).toBe("0001-01-01");
    expect(policy.readings.length).toBeGreaterThan(0);
    expect(DutyPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toStrictEqual(policy);
  });

  test("each has an id and a first kind of record of its own", () => {
    expect(new Set(ready.map(({ id }) => id)).size).toBe(38);
    expect(new Set(ready.map(({ satisfiedBy }) => satisfiedBy[0])).size).toBe(38);
  });
});

describe("schemas of rows", () => {
  const record = { id: "R-1", person: "E-1", kind: "journal", at: "2026-02-09T10:00:00+08:00", for: "2026-02-09" };
  const excuse = { person: "E-1", from: "2026-02-10", to: "2026-02-12", reason: "leave", approvedBy: "E-9" };

  test("drop members of the database's own", () => {
    expect(DutyHolderSchema.parse({ ...manager, phone: 1 })).toStrictEqual(manager);
    expect(DutyRecordSchema.parse({ ...record, text: "…" })).toStrictEqual(record);
  });

  test("an excuse has no members of its own, as its reader allows none", () => {
    expect(DutyExcuseSchema.parse({ ...excuse, policies: ["source.work-log.daily"] }).policies).toHaveLength(1);
  });

  test.each([
    ["a holder without a zone", DutyHolderSchema, { ...manager, zone: undefined }],
    ["a record without an offset", DutyRecordSchema, { ...record, at: "2026-02-09T10:00:00" }],
    ["an excuse without a reason", DutyExcuseSchema, { ...excuse, reason: "" }],
    ["an excuse with a misspelt member", DutyExcuseSchema, { ...excuse, policy: ["source.work-log.daily"] }],
    ["an excuse for nothing", DutyExcuseSchema, { ...excuse, policies: [] }],
  ])("%s is refused", (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
