import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import { defineWorkingHours } from "../../src/calendar/index.ts";
import { derivePolicy, policyAt } from "../../src/core/index.ts";
import { en } from "../../src/labels/en.ts";
import {
  complaintPolicies,
  prepareSlaPolicy,
  dispComplaintPolicies,
  dispComplaintPolicy,
  dispPaymentComplaintPolicy,
  dispSummaryResolutionPolicy,
  evaluateSla,
  hkmaComplaintPolicy,
  nfraComplaintPolicy,
  nfraReviewPolicy,
  pbocBankComplaintPolicy,
  pbocPaymentComplaintPolicy,
  psd2ComplaintPolicy,
  regulationECardOrForeignPolicy,
  regulationENewAccountPolicy,
  regulationEPolicy,
  regulationPolicies,
  regulationZPolicy,
  rg271ComplaintPolicy,
  rollUnderCivilCode,
  sourceComplaintPolicy,
  type ExtendedEvent,
  type SlaEvent,
  type SlaPolicy,
} from "../../src/sla/index.ts";
import { SlaPolicySchema } from "../../src/sla/schema.ts";
import { AU, EU_PSP, UK, UK_HOURS, US } from "./sample-calendars.ts";

const calendars = [CN, HK, EU_PSP, UK, US, AU];

/** Every stage of an evaluation without issues. */
function stagesOf(policy: SlaPolicy, events: readonly SlaEvent[], now: string) {
  const result = evaluateSla(policy, events, { now, calendars, hours: [UK_HOURS] });
  expect(result.issues).toEqual([]);
  return result.stages;
}

/** Due dates of every stage, in the order of the policy. */
const dueDates = (policy: SlaPolicy, events: readonly SlaEvent[], now: string) =>
  stagesOf(policy, events, now).map(({ dueDate }) => dueDate);

describe("every reading of a law or regulation", () => {
  test.each(regulationPolicies.map((policy) => [policy.id, policy] as const))("%s", (_, policy) => {
    expect(prepareSlaPolicy(policy).identity).toEqual({
      id: policy.id,
      version: policy.version,
      status: policy.status,
    });
    expect(SlaPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
    expect(policy.status).toBe("regulation");
    expect(policyAt([policy], policy.effectiveFrom)).toBe(policy);
    expect(policy.sources.some((source) => source.startsWith("http"))).toBe(true);
    expect(policy.readings?.length).toBeGreaterThan(0);
    for (const { basis, authority, stages } of policy.clocks) {
      expect(basis).toBe("statutory");
      expect(authority?.disclaimer).toMatch(/not legal advice/);
      expect(authority?.confidence).toMatch(/high/);
      expect(authority?.instrument).not.toBe("");
      for (const { id, roll, extensions = [] } of stages) {
        expect(roll).toBe("none");
        expect(Object.keys(en)).toContain(`slaStage.${id}`);
        for (const { id: extension, role } of extensions) {
          expect(Object.keys(en)).toContain(`slaExtension.${extension}`);
          if (role !== undefined) expect(Object.keys(en)).toContain(`slaRole.${role}`);
        }
      }
    }
  });

  test("has an id and version of its own", () => {
    const names = regulationPolicies.map(({ id, version }) => `${id}@${version}`);
    expect(new Set(names).size).toBe(regulationPolicies.length);
  });

  test("says where its first day is only that of the oldest text that was read", () => {
    const seen = regulationPolicies.filter(({ since }) => since === "seen");
    expect(seen.map(({ id, version }) => `${id}@${version}`)).toEqual([
      "hk.hkma.complaint@2023-01-06",
      "uk.disp.complaint@2007-12-02",
      "us.regulation-e.error@1998-09-24",
    ]);
  });

  test("is in force from a date that a source gives", () => {
    expect(regulationPolicies.map(({ id, effectiveFrom, effectiveTo }) => [id, effectiveFrom, effectiveTo])).toEqual([
      ["cn.nfra.complaint", "2020-03-01", undefined],
      ["cn.nfra.review", "2020-03-01", undefined],
      ["cn.pboc.forwarded-bank-complaint", "2020-11-01", "2024-06-28"],
      ["cn.pboc.forwarded-payment-complaint", "2020-11-01", undefined],
      ["hk.hkma.complaint", "2023-04-05", undefined],
      ["eu.psd2.complaint", "2018-01-13", undefined],
      ["uk.disp.summary-resolution", "2016-06-30", undefined],
      ["uk.disp.complaint", "2007-12-02", "2016-06-30"],
      ["uk.disp.complaint", "2016-06-30", "2018-01-13"],
      ["uk.disp.complaint", "2018-01-13", undefined],
      ["uk.disp.payment-complaint", "2018-01-13", undefined],
      ["us.regulation-e.error", "1998-09-24", undefined],
      ["us.regulation-e.card-or-foreign-error", "1998-09-24", undefined],
      ["us.regulation-e.new-account-error", "1998-09-24", undefined],
      ["us.regulation-z.billing-error", "1975-10-28", undefined],
      ["au.asic.rg271", "2021-10-05", undefined],
    ]);
  });
});

/** The versions of each shipped rule, by id. */
const shipped = [...regulationPolicies, ...complaintPolicies];
const rules = new Map(shipped.map(({ id }) => [id, shipped.filter((policy) => policy.id === id)]));
const DAY = 86_400_000;
const dayOf = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
const indexOf = (date: string): number => Date.parse(date) / DAY;

describe("policyAt answers for every day since a rule came into force, and for none before", () => {
  test.each([...rules])("%s", (_, versions) => {
    const starts = versions.map(({ effectiveFrom }) => indexOf(effectiveFrom));
    const ends = versions.map(({ effectiveTo }) => (effectiveTo === undefined ? Infinity : indexOf(effectiveTo)));
    const first = Math.min(...starts);
    const last = Math.max(...ends);
    // undated is the first day there is
    const from = Math.max(first - 800, indexOf("0001-01-01"));
    const wide = [...starts, ...ends.filter(Number.isFinite), indexOf("2030-01-01")];
    for (const around of wide) {
      for (let day = Math.max(from, around - 800); day <= around + 800; day++) {
        const date = dayOf(day);
        if (day < first || day >= last) {
          expect(() => policyAt(versions, date)).toThrow(expect.objectContaining({ code: "core/no-policy-in-force" }));
          continue;
        }
        const found = policyAt(versions, date);
        expect(found.effectiveFrom <= date && (found.effectiveTo ?? "9999") > date, date).toBe(true);
      }
    }
  });
});

test("NFRA: 30 days and then 30 more, counted by hand", () => {
  const received: SlaEvent = { type: "received", at: "2026-03-02T10:00:00+08:00" };
  const complex: SlaEvent = { type: "extended", at: "2026-03-10T10:00:00+08:00", extension: "complex" };
  const more: SlaEvent = {
    type: "extended",
    at: "2026-03-30T10:00:00+08:00",
    extension: "especially-complex",
    approvedByRole: "superior-or-head-office-senior-management",
    notifiedAt: "2026-03-30T15:00:00+08:00",
  };
  const due = (events: readonly SlaEvent[]): (string | null)[] =>
    evaluateSla(nfraComplaintPolicy, events, { now: "2026-03-31T09:00:00+08:00", calendars: [CN] }).stages.map(
      (stage) => stage.dueDate,
    );
  // 2 + 15 = 17 March; 2 + 29 = 31 March, one more: 1 April; 30 more: 30 in April are over on 30 April + 1 = 1 May
  expect(due([received])).toEqual(["2026-03-17"]);
  expect(due([received, complex])).toEqual(["2026-04-01"]);
  expect(due([received, complex, more])).toEqual(["2026-05-01"]);
});

describe("deadlines counted by hand", () => {
  const rows: readonly [string, SlaPolicy, string, Partial<ExtendedEvent> | null, readonly string[]][] = [
    // 13 Fri is day 0; 14 Sat is a make-up day (1), 15-23 off, 24 (2), 25 (3)
    ["source: 3 working days over 春节", sourceComplaintPolicy, "2026-02-13T10:00:00+08:00", null, ["2026-02-25"]],
    // …, 26 (4), 27 (5), 28 Sat is a make-up day (6), 1 March is a Sunday, 2 (7)
    [
      "source: 7 working days with consent",
      sourceComplaintPolicy,
      "2026-02-13T10:00:00+08:00",
      { at: "2026-02-25T10:00:00+08:00", approvedByRole: "department-in-charge" },
      ["2026-03-02"],
    ],
    // 22 + 8 = 30 September, + 7 = 7 October, in 国庆; calendar days stay
    ["NFRA: 15 days", nfraComplaintPolicy, "2026-09-22T10:00:00+08:00", null, ["2026-10-07"]],
    // 22 + 8 = 30 September, + 22 = 22 October
    [
      "NFRA: 30 days, complex",
      nfraComplaintPolicy,
      "2026-09-22T10:00:00+08:00",
      { at: "2026-09-30T10:00:00+08:00", extension: "complex" },
      ["2026-10-22"],
    ],
    // 21 + 9 = 30 September, + 6 = 6 October
    ["PBOC: 15 days", pbocBankComplaintPolicy, "2023-09-21T10:00:00+08:00", null, ["2023-10-06"]],
    // 9 to 30 September, 31 to 31 October, 20 more: 60
    [
      "PBOC: 60 days",
      pbocBankComplaintPolicy,
      "2023-09-21T10:00:00+08:00",
      {
        at: "2023-09-30T10:00:00+08:00",
        approvedByRole: "head-of-complaint-handling",
        notifiedAt: "2023-09-30T11:00:00+08:00",
      },
      ["2023-11-20"],
    ],
    // 10 + 7 = 17 February, Lunar New Year's Day; 18 to 28 February and 12 in March: 30
    ["HKMA: 7 and 30 days", hkmaComplaintPolicy, "2026-02-10T10:00:00+08:00", null, ["2026-02-17", "2026-03-12"]],
    // 18 to 28 February, 31 to 31 March, 11 more: 60
    [
      "HKMA: 60 days after an interim reply",
      hkmaComplaintPolicy,
      "2026-02-10T10:00:00+08:00",
      { at: "2026-03-12T10:00:00+08:00", notifiedAt: "2026-03-12T10:00:00+08:00" },
      ["2026-02-17", "2026-04-11"],
    ],
    // 27 (1), 30, 31, 1, 2 April (5), 3 and 6 off, 7 (6) to 10 (9), 13 (10) to 17 (14), 20 (15)
    ["PSD2: 15 business days over Easter", psd2ComplaintPolicy, "2026-03-26T10:00:00+01:00", null, ["2026-04-20"]],
    // 21 (16) to 24 (19), 27 (20) to 30 (23), 1 May off, 4 (24) to 8 (28), 11 (29) to 15 (33), 18 (34), 19 (35)
    [
      "PSD2: 35 business days after a holding reply",
      psd2ComplaintPolicy,
      "2026-03-26T10:00:00+01:00",
      { at: "2026-04-20T10:00:00+02:00", notifiedAt: "2026-04-20T10:00:00+02:00" },
      ["2026-05-19"],
    ],
    // Thursday; 3 and 6 off, 7 (1), 8 (2), 9 (3)
    ["DISP 1.5: 3 business days", dispSummaryResolutionPolicy, "2026-04-02T10:00:00+01:00", null, ["2026-04-09"]],
    // 25 to 31 May, 30 to 30 June, 1 July: 56; both are Wednesdays
    ["DISP 1.6: 8 weeks", dispComplaintPolicy, "2026-05-06T10:00:00+01:00", null, ["2026-07-01"]],
    // 15 (1) to 18 (4), 21 (5) to 24 (8), 25 and 28 off, 29 (9) to 31 (11), 1 January off, 4 (12) to 7 (15)
    [
      "DISP 1.6, payments: 15 business days over Christmas",
      dispPaymentComplaintPolicy,
      "2026-12-14T10:00:00+00:00",
      null,
      ["2027-01-07"],
    ],
    // 8 (16), 11 (17) to 15 (21), 18 to 22 (26), 25 to 29 (31), 1 February (32) to 4 (35)
    [
      "DISP 1.6, payments: 35 business days",
      dispPaymentComplaintPolicy,
      "2026-12-14T10:00:00+00:00",
      { at: "2027-01-07T10:00:00+00:00", notifiedAt: "2027-01-07T10:00:00+00:00" },
      ["2027-02-04"],
    ],
    // 27 to 30 November, 18 more: 45
    [
      "Reg E: 45 calendar days after provisional credit",
      regulationEPolicy,
      "2014-11-03T10:00:00-05:00",
      { at: "2014-11-18T10:00:00-05:00" },
      ["2014-12-18"],
    ],
    // 27 to 30 November, 31 to 31 December, 31 to 31 January and 1 February: 27 + 31 + 31 + 1 = 90
    [
      "Reg E, debit card at a point of sale: 90 calendar days after provisional credit",
      regulationECardOrForeignPolicy,
      "2014-11-03T10:00:00-05:00",
      { at: "2014-11-18T10:00:00-05:00" },
      ["2015-02-01"],
    ],
    // the tenth business day is 18 November, as in the chart below; 19 (11), 20 (12), 21 (13), 24 (14), 25 (15), 26 (16),
    // 27 is off, 28 (17), 1 December (18), 2 (19), 3 (20)
    [
      "Reg E, new account: 20 business days",
      regulationENewAccountPolicy,
      "2014-11-03T10:00:00-05:00",
      null,
      ["2014-12-03"],
    ],
    [
      "Reg E, new account: a credit on the twentieth business day, 90 calendar days",
      regulationENewAccountPolicy,
      "2014-11-03T10:00:00-05:00",
      { at: "2014-12-03T10:00:00-05:00" },
      ["2015-02-01"],
    ],
    // 26 to 31 January, 4 more: 30; 26, 28 to 28 February, 31 to 31 March, 5 more: 90
    ["Reg Z: 30 and 90 days", regulationZPolicy, "2026-01-05T10:00:00-05:00", null, ["2026-02-04", "2026-04-05"]],
    // 9 to 30 September, 6 more: 15
    [
      "PBOC, payment institution: 15 days",
      pbocPaymentComplaintPolicy,
      "2026-09-21T10:00:00+08:00",
      null,
      ["2026-10-06"],
    ],
    // 8 to 30 September, 22 more: 30
    ["NFRA review: 30 days", nfraReviewPolicy, "2026-09-22T10:00:00+08:00", null, ["2026-10-22"]],
    // Friday; 26 is off, 27 (1). 8 to 31 January, 22 more: 30, a Sunday that stays
    [
      "RG 271: a business day, 30 days",
      rg271ComplaintPolicy,
      "2026-01-23T15:30:00+11:00",
      null,
      ["2026-01-27", "2026-02-22"],
    ],
  ];
  test.each(rows)("%s", (_, policy, receivedAt, extension, expected) => {
    const events: SlaEvent[] = [{ type: "received", at: receivedAt }];
    if (extension !== null) events.push({ type: "extended", at: receivedAt, ...extension });
    expect(dueDates(policy, events, extension?.notifiedAt ?? extension?.at ?? receivedAt)).toEqual(expected);
  });

  test("three business days end at the close of business, not at midnight", () => {
    const [stage] = stagesOf(
      dispSummaryResolutionPolicy,
      [{ type: "received", at: "2026-04-02T18:30:00+01:00" }],
      "2026-04-03T09:00:00+01:00",
    );
    expect(stage?.dueAt).toBe("2026-04-09T17:00:00+01:00");
  });

  test("24 hours (1 business day) end at the same time", () => {
    const [stage] = stagesOf(
      rg271ComplaintPolicy,
      [{ type: "received", at: "2026-01-23T15:30:00+11:00" }],
      "2026-01-24T09:00:00+11:00",
    );
    expect(stage?.dueAt).toBe("2026-01-27T15:30:00+11:00");
  });
});

describe("ten business days under Regulation E", () => {
  // "Reg. E error resolution 10th day date chart, November / December 2014", Patti Joyner Blenden, in Paybefore Magazine,
  // fall 2014, p. 82 (media.telecoms.com/e-books/Paybefore/magazine-fall-2014): day of the notice → tenth business day
  const chart: readonly [string, string][] = [
    ["2014-11-03", "2014-11-18"],
    ["2014-11-04", "2014-11-19"],
    ["2014-11-05", "2014-11-20"],
    ["2014-11-06", "2014-11-21"],
    ["2014-11-07", "2014-11-24"],
    ["2014-11-10", "2014-11-25"],
    ["2014-11-12", "2014-11-26"],
    ["2014-11-13", "2014-11-28"],
    ["2014-11-14", "2014-12-01"],
    ["2014-11-17", "2014-12-02"],
    ["2014-11-18", "2014-12-03"],
    ["2014-11-19", "2014-12-04"],
    ["2014-11-20", "2014-12-05"],
    ["2014-11-21", "2014-12-08"],
    ["2014-11-24", "2014-12-09"],
    ["2014-11-25", "2014-12-10"],
    ["2014-11-26", "2014-12-11"],
    ["2014-11-28", "2014-12-12"],
    ["2014-12-01", "2014-12-15"],
    ["2014-12-02", "2014-12-16"],
    ["2014-12-03", "2014-12-17"],
    ["2014-12-04", "2014-12-18"],
    ["2014-12-05", "2014-12-19"],
    ["2014-12-08", "2014-12-22"],
    ["2014-12-09", "2014-12-23"],
    ["2014-12-10", "2014-12-24"],
    ["2014-12-11", "2014-12-26"],
    ["2014-12-12", "2014-12-29"],
    ["2014-12-15", "2014-12-30"],
    ["2014-12-16", "2014-12-31"],
    ["2014-12-17", "2015-01-02"],
    ["2014-12-18", "2015-01-05"],
    ["2014-12-19", "2015-01-06"],
    ["2014-12-22", "2015-01-07"],
    ["2014-12-23", "2015-01-08"],
    ["2014-12-24", "2015-01-09"],
    ["2014-12-26", "2015-01-12"],
    ["2014-12-29", "2015-01-13"],
    ["2014-12-30", "2015-01-14"],
    ["2014-12-31", "2015-01-15"],
  ];
  test.each(chart)("a notice of %s: %s, as in a chart others drew", (notice, tenth) => {
    const events: SlaEvent[] = [{ type: "received", at: `${notice}T20:00:00-05:00` }];
    expect(dueDates(regulationEPolicy, events, `${notice}T21:00:00-05:00`)).toEqual([tenth]);
  });
});

describe("conditions of the extensions", () => {
  const received: SlaEvent = { type: "received", at: "2023-09-21T10:00:00+08:00" };
  const rows: readonly [string, Partial<ExtendedEvent>, string][] = [
    ["without the person in charge", { notifiedAt: "2023-09-30T11:00:00+08:00" }, "sla/extension-not-approved"],
    [
      "without telling the customer",
      { approvedByRole: "head-of-complaint-handling" },
      "sla/extension-customer-not-told",
    ],
    [
      "told a day too late",
      { approvedByRole: "head-of-complaint-handling", notifiedAt: "2023-10-07T00:00:00+08:00" },
      "sla/extension-after-due",
    ],
    [
      "beyond 60 days",
      { approvedByRole: "head-of-complaint-handling", notifiedAt: "2023-09-30T11:00:00+08:00", to: 61 },
      "sla/extension-beyond-cap",
    ],
  ];
  test.each(rows)("PBOC refuses one %s", (_, changes, code) => {
    const extended: SlaEvent = { type: "extended", at: "2023-09-30T10:00:00+08:00", ...changes };
    const { stages, issues } = evaluateSla(pbocBankComplaintPolicy, [received, extended], {
      now: "2023-10-10T10:00:00+08:00",
      calendars,
    });
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]?.details).toMatchObject({ type: "extended", stage: "reply", extension: "complex" });
    expect(stages[0]).toMatchObject({ dueDate: "2023-10-06", state: "breached", extensions: [] });
  });

  test("a provisional credit after the tenth business day is too late", () => {
    const { issues } = evaluateSla(
      regulationEPolicy,
      [
        { type: "received", at: "2014-11-03T10:00:00-05:00" },
        { type: "extended", at: "2014-11-19T00:00:00-05:00" },
      ],
      { now: "2014-11-20T10:00:00-05:00", calendars },
    );
    expect(issues.map((issue) => issue.code)).toEqual(["sla/extension-after-due"]);
  });
});

describe("an interim reply in Hong Kong beyond the normal 60 days", () => {
  const received: SlaEvent = { type: "received", at: "2026-02-10T10:00:00+08:00" };
  const interim = (to: number): SlaEvent => ({
    type: "extended",
    at: "2026-03-12T10:00:00+08:00",
    notifiedAt: "2026-03-12T10:00:00+08:00",
    to,
  });
  const evaluated = (to: number) =>
    evaluateSla(hkmaComplaintPolicy, [received, interim(to)], { now: "2026-03-13T09:00:00+08:00", calendars });

  test("is granted, and reported", () => {
    const { stages, issues } = evaluated(75);
    // 18 + 31 + 26 = 75
    expect(stages[1]).toMatchObject({ dueDate: "2026-04-26", amount: 75, state: "running" });
    expect(issues).toMatchObject([
      { code: "sla/extension-beyond-normal", details: { extension: "interim-reply", to: 75, normal: 60 } },
    ]);
  });

  test("up to 60 days it is nothing to report", () => {
    expect(evaluated(60)).toMatchObject({ issues: [], stages: [{}, { dueDate: "2026-04-11" }] });
    expect(evaluated(45)).toMatchObject({ issues: [], stages: [{}, { dueDate: "2026-03-27" }] });
  });

  test("what may be granted says that it is no cap", () => {
    const open = stagesOf(hkmaComplaintPolicy, [received], "2026-03-01T09:00:00+08:00");
    expect(open[1]?.possibleExtensions).toMatchObject([{ extension: "interim-reply", to: 60, capped: false }]);
    const china = stagesOf(nfraComplaintPolicy, [received], "2026-02-11T09:00:00+08:00");
    expect(china[0]?.possibleExtensions).toMatchObject([{ extension: "complex", to: 30, capped: true }]);
  });
});

describe("an internal decision of which the client was not told", () => {
  test.each([
    rg271ComplaintPolicy,
    dispSummaryResolutionPolicy,
    ...dispComplaintPolicies,
    dispPaymentComplaintPolicy,
    regulationZPolicy,
  ])("ends no clock of $id ($version)", (policy) => {
    const given = { now: "2026-12-01T10:00:00Z", calendars, hours: [UK_HOURS] };
    const day = policy.effectiveTo === undefined ? "2026-01-23" : policy.effectiveFrom;
    const received: SlaEvent = { type: "received", at: `${day}T15:30:00+11:00` };
    const resolved: SlaEvent = { type: "resolved", at: `${day}T16:00:00+11:00` };
    const { stages, issues } = evaluateSla(policy, [received, resolved], given);
    expect([...new Set(stages.map(({ state, endedBy }) => `${state} ${String(endedBy)}`))]).toEqual(["breached null"]);
    expect(issues).toEqual([]);
  });
});

describe("closed within five business days in Australia", () => {
  // Friday 23 January; 26 is off, 27 (1), 28 (2), 29 (3), 30 (4), 2 February (5)
  const received: SlaEvent = { type: "received", at: "2026-01-23T15:30:00+11:00" };
  const replyOf = (acceptedAt: string, now: string, given = calendars) =>
    evaluateSla(rg271ComplaintPolicy, [received, { type: "accepted", at: acceptedAt, id: "r" }], {
      now,
      calendars: given,
    });

  test("needs no written response", () => {
    const { stages, next } = replyOf("2026-02-02T23:59:59+11:00", "2026-03-01T09:00:00+11:00");
    expect(stages[1]).toMatchObject({ state: "met", endedBy: "accepted", endedAt: "2026-02-02T23:59:59+11:00" });
    expect(stages[1]?.explanation.slice(-2)).toEqual([
      { code: "ended", by: "accepted", at: "2026-02-02T23:59:59+11:00", date: "2026-02-02" },
      { code: "ended-early", by: "accepted", amount: 5, unit: "working-day" },
    ]);
    // nobody acknowledged it within a day, though
    expect(stages[0]).toMatchObject({ state: "met-late", endedBy: "accepted" });
    expect(next).toBeNull();
  });

  test.each(["accepted", "replied"] as const)(
    "settled after twenty minutes (%s) it needs no acknowledgement",
    (type) => {
      const events: SlaEvent[] = [received, { type, at: "2026-01-23T15:50:00+11:00" }];
      const { stages } = evaluateSla(rg271ComplaintPolicy, events, { now: "2026-03-01T09:00:00+11:00", calendars });
      expect(stages.map(({ stage, state, endedBy }) => [stage, state, endedBy])).toEqual([
        ["acknowledge", "met", type],
        ["reply", "met", type],
      ]);
    },
  );

  test("a second later, the answer within 30 days is due", () => {
    const { stages, issues } = replyOf("2026-02-03T00:00:00+11:00", "2026-03-01T09:00:00+11:00");
    expect(stages[1]).toMatchObject({ state: "breached", dueDate: "2026-02-22", endedBy: null });
    expect(issues).toEqual([]);
  });

  test("without data for the days nobody can say, and that is reported", () => {
    const short = { ...AU, to: "2026-01-28", off: AU.off.filter(({ date }) => date < "2026-01-28") };
    const { stages, issues } = replyOf("2026-02-02T10:00:00+11:00", "2026-02-03T09:00:00+11:00", [short]);
    expect(stages[1]).toMatchObject({ state: "running", dueDate: "2026-02-22" });
    expect(issues.map(({ code }) => code)).toContain("sla/early-end-unknown");
  });
});

describe("resolved by the close of the third business day in the United Kingdom", () => {
  // Thursday; 3 and 6 April are off, 7 (1), 8 (2), 9 (3)
  const received: SlaEvent = { type: "received", at: "2026-04-02T10:00:00+01:00" };
  const accepted = (at: string): SlaEvent => ({ type: "accepted", at, id: "r" });
  const given = { now: "2026-07-10T09:00:00+01:00", calendars: [UK], hours: [UK_HOURS] };

  test.each([
    ["eight weeks", dispComplaintPolicy],
    ["payments", dispPaymentComplaintPolicy],
  ])("is outside the limits: %s", (_, policy) => {
    const inTime = evaluateSla(policy, [received, accepted("2026-04-09T17:00:00+01:00")], given);
    expect(inTime).toMatchObject({ next: null, issues: [], stages: [{ state: "met", endedBy: "accepted" }] });
    const late = evaluateSla(policy, [received, accepted("2026-04-09T17:00:01+01:00")], given);
    expect(late).toMatchObject({ issues: [], stages: [{ state: "breached", endedBy: null }] });
  });

  test("until 30 June 2016 it was the next business day", () => {
    const [oldest] = dispComplaintPolicies;
    if (oldest === undefined) throw new Error("no version");
    const of = (at: string) => evaluateSla(oldest, [received, accepted(at)], given).stages[0]?.state;
    expect([of("2026-04-07T17:00:00+01:00"), of("2026-04-07T17:00:01+01:00")]).toEqual(["met", "breached"]);
  });

  test.each([
    ["calendar or hours", { calendars: [], hours: [] }],
    ["hours", { hours: [] }],
    ["hours of the place", { hours: [{ ...UK_HOURS, zone: "Europe/Paris" }] }],
  ])("without %s the eight weeks run on, and the event is reported", (_, changes) => {
    const events = [received, accepted("2026-04-07T10:00:00+01:00")];
    const { stages, issues } = evaluateSla(dispComplaintPolicy, events, {
      ...given,
      ...changes,
      now: "2026-04-08T09:00:00+01:00",
    });
    expect(stages[0]).toMatchObject({ state: "running", dueDate: "2026-05-28" });
    expect(issues.map(({ code }) => code)).toEqual(["sla/early-end-unknown"]);
  });
});

describe("what ends a stage", () => {
  test("a final reply also acknowledges, where an acknowledgement is asked", () => {
    const replied: SlaEvent[] = [
      { type: "received", at: "2026-02-10T10:00:00+08:00" },
      { type: "replied", at: "2026-02-12T10:00:00+08:00" },
    ];
    expect(stagesOf(hkmaComplaintPolicy, replied, "2026-03-01T10:00:00+08:00").map(({ state }) => state)).toEqual([
      "met",
      "met",
    ]);
  });

  test("an acknowledgement is not a reply", () => {
    const events: SlaEvent[] = [
      { type: "received", at: "2026-02-10T10:00:00+08:00" },
      { type: "acknowledged", at: "2026-02-12T10:00:00+08:00" },
    ];
    expect(stagesOf(hkmaComplaintPolicy, events, "2026-03-01T10:00:00+08:00").map(({ state }) => state)).toEqual([
      "met",
      "running",
    ]);
  });

  test("a complaint brought again is joined to the earlier one under the Chinese measures, and nowhere else", () => {
    const events: SlaEvent[] = [
      { type: "received", at: "2026-03-02T10:00:00+08:00" },
      { type: "merged", at: "2026-03-05T10:00:00+08:00", id: "x", into: "C-1" },
    ];
    const context = { now: "2026-03-05T11:00:00+08:00", calendars };
    const joined = evaluateSla(nfraComplaintPolicy, events, context);
    expect(joined).toMatchObject({ next: null, mergedInto: "C-1", issues: [] });
    expect(joined.stages[0]).toMatchObject({ state: "withdrawn", endedBy: "merged" });
    const alone = evaluateSla(sourceComplaintPolicy, events, context);
    expect(alone.stages[0]?.state).toBe("running");
    expect(alone.issues).toMatchObject([{ code: "sla/event-not-supported", details: { event: "x", type: "merged" } }]);
  });

  test("Regulation Z asks no acknowledgement of what is resolved, with the consumer told", () => {
    const events: SlaEvent[] = [
      { type: "received", at: "2026-01-05T10:00:00-05:00" },
      { type: "replied", at: "2026-01-20T10:00:00-05:00" },
    ];
    expect(stagesOf(regulationZPolicy, events, "2026-03-01T10:00:00-05:00").map(({ state }) => state)).toEqual([
      "met",
      "met",
    ]);
  });
});

describe("rolling under the Civil Code", () => {
  const as = { id: "acme.rolled", version: "1", source: "legal opinion 2026/3" };
  /** + 15 = 17 February, in 春节 (15 to 23 off). */
  const received: SlaEvent = { type: "received", at: "2026-02-02T10:00:00+08:00" };
  const now = "2026-02-03T10:00:00+08:00";

  test("moves the last day to the first working day after the holiday", () => {
    expect(dueDates(nfraComplaintPolicy, [received], now)).toEqual(["2026-02-17"]);
    expect(dueDates(rollUnderCivilCode(nfraComplaintPolicy, as), [received], now)).toEqual(["2026-02-24"]);
  });

  test("leaves a last day that is a make-up working day", () => {
    // 30 January + 15 = 14 February, a Saturday on which banks work
    const before: SlaEvent = { type: "received", at: "2026-01-30T10:00:00+08:00" };
    expect(dueDates(rollUnderCivilCode(nfraComplaintPolicy, as), [before], now)).toEqual(["2026-02-14"]);
  });

  test("ends at the close of business where hours are named", () => {
    const day = [{ from: "09:00", to: "17:30" }];
    const hours = defineWorkingHours({
      id: "branch",
      version: "1",
      zone: "Asia/Shanghai",
      calendar: CN,
      week: { "1": day, "2": day, "3": day, "4": day, "5": day },
    });
    const policy = rollUnderCivilCode(nfraComplaintPolicy, as, { hours: "branch" });
    const { stages } = evaluateSla(policy, [received], { now, calendars, hours: [hours] });
    expect(stages[0]?.dueAt).toBe("2026-02-24T17:30:00+08:00");
    expect(policy.readings?.at(-1)).toMatch(/close of the working hours/);
  });

  test("keeps where it came from and is the bank's own", () => {
    const policy = rollUnderCivilCode(pbocBankComplaintPolicy, as);
    expect(policy).toMatchObject({ id: "acme.rolled", version: "1", status: "house" });
    expect(policy.sources[0]).toBe("legal opinion 2026/3");
    expect(policy.sources[1]).toBe("cn.pboc.forwarded-bank-complaint@2020-5");
    expect(policy.sources.at(-1)).toMatch(/art\. 203/);
    expect(policy.hours).toBeUndefined();
    expect(pbocBankComplaintPolicy.clocks[0]?.stages[0]?.roll).toBe("none");
  });

  test("leaves limits in working days alone", () => {
    expect(rollUnderCivilCode(sourceComplaintPolicy, as, { hours: "branch" }).clocks).toEqual(
      sourceComplaintPolicy.clocks,
    );
  });

  test("is refused without a source", () => {
    expect(() => rollUnderCivilCode(nfraComplaintPolicy, { ...as, source: "" })).toThrow(
      expect.objectContaining({
        code: "core/invalid-policy",
        path: ["as", "source"],
        details: { received: "string(0)" },
      }),
    );
  });
});

test("a bank sets its own place and calendar", () => {
  const own = derivePolicy(
    psd2ComplaintPolicy,
    { zone: "Europe/Lisbon", calendar: "uk" },
    { id: "acme.psd2", version: "1", source: "circular 7" },
  );
  const events: SlaEvent[] = [{ type: "received", at: "2026-03-26T10:00:00+00:00" }];
  expect(dueDates(own, events, "2026-03-26T11:00:00+00:00")).toEqual(["2026-04-20"]);
  expect(stagesOf(own, events, "2026-03-26T11:00:00+00:00")[0]?.dueAt).toBe("2026-04-20T23:59:59+01:00");
});
