import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import type { Period } from "../../src/calendar/index.ts";
import {
  checkPlan,
  type ActionProgress,
  type PlanAction,
  type PlanCheckOptions,
  type PlanService,
  type StrategyPlan,
  type SuitabilityGap,
} from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan, sample } from "./plans.ts";

/** Codes and places of what is found; the empty plan is of 2026 and was prepared on 1 December 2025. */
const found = (part: Partial<StrategyPlan>, options?: PlanCheckOptions): readonly string[] =>
  checkPlan({ ...emptyPlan, ...part }, options).map(({ code, path }) => `${code.slice(14)} ${path.join(".")}`);
const action = (row: Omit<PlanAction, "id">): Partial<StrategyPlan> => ({ actions: [{ id: "a", ...row }] });

describe("section 7: one period, which is over", () => {
  const value = (a: Period | undefined, b?: Period, c?: Period): Partial<StrategyPlan> => ({
    value: {
      ...(a === undefined ? {} : { directIncome: { amount: cny("4.00"), period: a, basis: "accrued" } }),
      ...(b === undefined ? {} : { relatedClientIncome: { amount: cny("3.00"), period: b, basis: "actual" } }),
      ...(c === undefined ? {} : { otherIntangibleBenefit: { amount: cny("1.00"), period: c, method: "m" } }),
    },
  });

  test("figures of several periods, each against the first", () => {
    expect(found(value("2025", "2025-12", "2019"))).toStrictEqual([
      "value-period-differs value.relatedClientIncome.period",
      "value-period-differs value.otherIntangibleBenefit.period",
    ]);
    expect(found(value(undefined, "2025", "2024"))).toStrictEqual([
      "value-period-differs value.otherIntangibleBenefit.period",
    ]);
    expect(found(value("2025", { from: "2025-01-01", to: "2026-01-01" }, "2025"))).toStrictEqual([]);
    expect(checkPlan({ ...emptyPlan, ...value("2025", "2019") })).toMatchObject([
      { details: { period: "2019", expected: "2025" } },
    ]);
  });

  test.each<[string, Period, string | undefined, string | null]>([
    ["the year before, in December", "2025", undefined, null],
    ["a year long past", "2019", undefined, null],
    ["2031 in a plan of 2026", "2031", undefined, "2026-01-01"],
    ["the plan year itself", "2026", undefined, "2026-01-01"],
    ["a day into the plan year", { from: "2025-01-01", to: "2026-01-02" }, undefined, "2026-01-01"],
    ["the first half of the plan year, on its last day", { from: "2026-01-01", to: "2026-07-01" }, "2026-06-30", null],
    ["the same, the day before", { from: "2026-01-01", to: "2026-07-01" }, "2026-06-29", "2026-06-29"],
  ])("%s", (_, period, asOf, day) => {
    const issues = checkPlan({ ...emptyPlan, ...value(period) }, asOf === undefined ? {} : { asOf });
    expect(issues).toMatchObject(
      day === null
        ? []
        : [
            {
              code: "strategy-plan/value-period-not-over",
              path: ["value", "directIncome", "period"],
              details: { value: period, day },
            },
          ],
    );
    expect(issues).toHaveLength(day === null ? 0 : 1);
  });

  test("without a plan year nobody can tell", () => {
    const issues = checkPlan({ ...emptyPlan, ...value("2031"), period: "x" });
    expect(issues.map(({ path }) => path)).toStrictEqual([["period"]]);
  });
});

describe("a suitability check that counts", () => {
  const gap = (
    check: Partial<{ checkedBy: string; checkedOn: string; need: string }> | null,
    row: Omit<PlanAction, "id"> = {},
    asOf?: string,
  ): readonly unknown[] =>
    checkPlan(
      {
        ...emptyPlan,
        ...action({
          productOrService: {
            name: "Forward",
            needsSuitability: true,
            ...(check === null
              ? {}
              : { suitability: { checkedBy: "Qian", checkedOn: "2025-11-30", need: "receivables", ...check } }),
          },
          ...row,
        }),
      },
      asOf === undefined ? {} : { asOf },
    ).map(({ details }) => (details as { readonly gap?: SuitabilityGap }).gap);
  const inYear = { checkedOn: "2026-04-10" };
  const march = { plannedPitchTime: "2026-03" } as const;
  const pitched = (state: ActionProgress["state"], actualDate: string): Omit<PlanAction, "id"> => ({
    ...march,
    progress: { state, actualDate, ...(state === "lost" || state === "dropped" ? { reason: "r" } : {}) },
  });

  test.each<[string, readonly unknown[], readonly unknown[]]>([
    ["none", gap(null), ["absent"]],
    ["one", gap({}), []],
    ["nobody checked", gap({ checkedBy: " " }), ["blank"]],
    ["for no need", gap({ need: "\u200B" }), ["blank"]],
    ["on the day of the plan", gap({ checkedOn: "2025-12-01" }), []],
    ["a day after it", gap({ checkedOn: "2025-12-02" }), ["later"]],
    ["the same, on that day", gap({ checkedOn: "2025-12-02" }, {}, "2025-12-02"), []],
    ["on the last day of the time planned", gap({ checkedOn: "2026-03-31" }, march, "2026-06-01"), []],
    ["after the time planned", gap(inYear, march, "2026-06-01"), ["after-pitch"]],
    ["after it, and not pitched so far", gap(inYear, { ...march, progress: { state: "planned" } }, "2026-06-01"), []],
    ["on the day of the pitch", gap(inYear, pitched("pitched", "2026-04-10"), "2026-06-01"), []],
    ["after the pitch", gap(inYear, pitched("pitched", "2026-04-09"), "2026-06-01"), ["after-pitch"]],
    ["after it was won", gap(inYear, pitched("won", "2026-04-09"), "2026-06-01"), ["after-pitch"]],
    ["after it was lost", gap(inYear, pitched("lost", "2026-04-09"), "2026-06-01"), ["after-pitch"]],
    ["after it was dropped", gap(inYear, pitched("dropped", "2026-04-09"), "2026-06-01"), []],
    ["with no time planned", gap(inYear, {}, "2026-06-01"), []],
  ])("%s", (_, gaps, expected) => {
    expect(gaps).toStrictEqual(expected);
  });

  test("on a day that does not exist is an issue, and none that counts", () => {
    expect(
      found(
        action({
          productOrService: {
            name: "F",
            needsSuitability: true,
            suitability: { checkedBy: "Q", checkedOn: "2025-02-30", need: "n" },
          },
        }),
      ),
    ).toHaveLength(2);
  });
});

describe("what another institution's officer and terms say", () => {
  const bank = (officer: object, renewalDate?: string): Partial<StrategyPlan> => ({
    services: [{ id: "s", service: "x" }],
    institutions: [
      {
        id: "i",
        institutionName: "B",
        institutionOfficer: {
          name: "N",
          source: "card",
          obtainedOn: "2025-12-01",
          reviewOn: "2026-12-01",
          ...officer,
        },
        institutionServicesAndTerms: [
          { service: "s", terms: "t", ...(renewalDate === undefined ? {} : { renewalDate }) },
        ],
      },
    ],
  });
  test.each<[string, Partial<StrategyPlan>, readonly string[]]>([
    ["in order", bank({}), []],
    ["a blank source", bank({ source: "  " }), ["officer-source-missing institutions.0.institutionOfficer"]],
    [
      "obtained tomorrow",
      bank({ obtainedOn: "2025-12-02" }),
      ["dated-later institutions.0.institutionOfficer.obtainedOn"],
    ],
    ["terms that end today", bank({}, "2025-12-01"), []],
    [
      "terms that ended yesterday",
      bank({}, "2025-11-30"),
      ["renewal-past institutions.0.institutionServicesAndTerms.0"],
    ],
  ])("%s", (_, part, issues) => {
    expect(found(part)).toStrictEqual(issues);
  });

  test("a source that is not there is one issue", () => {
    expect(found(bank({ source: undefined }))).toHaveLength(1);
  });

  test("the sample a year later: every renewal, review and preventive step that is past", () => {
    const codes = checkPlan(sample.plan, { asOf: "2026-12-15" }).map(({ code }) => code.slice(14));
    const count = (code: string): number => codes.filter((own) => own === code).length;
    expect([count("renewal-past"), count("prevention-overdue"), count("officer-review-due")]).toStrictEqual([2, 4, 2]);
  });
});

test.each<[string, "open" | "done" | "dropped", string, readonly string[]]>([
  ["due today", "open", "2026-02-01", []],
  ["due yesterday", "open", "2026-01-31", ["prevention-overdue challenges.0.preventionAndTimetable.1"]],
  ["done", "done", "2026-01-31", []],
  ["dropped", "dropped", "2026-01-31", []],
])("preventive work %s", (_, state, due, issues) => {
  const preventionAndTimetable = [
    { action: "x", state: "open" },
    { action: "y", due, state },
  ] as const;
  expect(found({ challenges: [{ id: "c", preventionAndTimetable }] }, { asOf: "2026-02-01" })).toStrictEqual(issues);
});

describe("spend with us agrees with 6.D and 6.E", () => {
  const spend = (amount: string, row: Partial<PlanService>): readonly string[] =>
    found({
      services: [
        { id: "s", service: "x", spendWithUs: { amount: cny(amount), period: "2025", basis: "actual" }, ...row },
      ],
    });
  const stopped = (date: string): Partial<PlanService> => ({
    adopted: { answer: "yes", since: "2019-01-01" },
    discontinued: { answer: "yes", date, reason: "r" },
  });
  test.each<[string, readonly string[], readonly string[]]>([
    ["never adopted", spend("0.01", { adopted: { answer: "no" } }), ["spend-without-adoption services.0.spendWithUs"]],
    ["never adopted, nothing spent", spend("0.00", { adopted: { answer: "no" } }), []],
    [
      "adopted after the period",
      spend("1.00", { adopted: { answer: "yes", since: "2026-01-01" } }),
      ["spend-before-adoption services.0.spendWithUs"],
    ],
    ["adopted on its last day", spend("1.00", { adopted: { answer: "yes", since: "2025-12-31" } }), []],
    [
      "stopped before the period",
      spend("1.00", stopped("2024-12-31")),
      ["spend-after-discontinuation services.0.spendWithUs"],
    ],
    ["stopped before it, nothing spent", spend("0.00", stopped("2024-12-31")), []],
    ["stopped on its first day", spend("1.00", stopped("2025-01-01")), []],
    ["adoption open", spend("1.00", {}), []],
  ])("%s", (_, issues, expected) => {
    expect(issues).toStrictEqual(expected);
  });
});

describe("days that are still to come", () => {
  const won = action({ progress: { state: "won", actualDate: "2026-06-02" } });
  test("progress, on the day of the check; without one nobody has said what is to come", () => {
    const later = ["dated-later actions.0.progress.actualDate"];
    expect(found(won, { asOf: "2026-06-01" })).toStrictEqual(later);
    expect(found(won, { asOf: "2026-06-02" })).toStrictEqual([]);
    expect(found(won)).toStrictEqual([]);
    const lost = { state: "lost", actualDate: "2026-06-02", reason: "r" } as const;
    expect(found(action({ progress: lost }), { asOf: "2026-06-01" })).toStrictEqual(later);
  });

  test("figures of the credit page confirmed tomorrow", () => {
    const credit = { confirmedOn: "2025-12-02", limits: [] };
    expect(found({ credit })).toStrictEqual(["dated-later credit.confirmedOn"]);
    expect(found({ credit }, { asOf: "2025-12-02" })).toStrictEqual([]);
    expect(checkPlan({ ...emptyPlan, credit })).toMatchObject([
      { details: { date: "2025-12-02", asOf: "2025-12-01" } },
    ]);
  });
});

test.each<[string, Period, readonly string[]]>([
  ["Saturday and Sunday", { from: "2026-07-04", to: "2026-07-06" }, ["pitch-on-day-off actions.0.plannedPitchTime"]],
  ["Saturday to Monday", { from: "2026-07-04", to: "2026-07-07" }, []],
  ["the whole of a holiday", { from: "2026-10-01", to: "2026-10-08" }, ["pitch-on-day-off actions.0.plannedPitchTime"]],
  ["the holiday and the day after", { from: "2026-10-01", to: "2026-10-09" }, []],
])("a pitch over several days, %s", (_, plannedPitchTime, issues) => {
  expect(found(action({ plannedPitchTime }), { calendar: CN })).toStrictEqual(issues);
});

test("days off that run into days nobody knows are not told as days off", () => {
  for (const calendar of [CN, HK]) {
    const part = { period: "2027", ...action({ plannedPitchTime: { from: "2027-02-06", to: "2027-02-08" } }) };
    expect(found(part, { calendar })).toStrictEqual([]);
  }
});
