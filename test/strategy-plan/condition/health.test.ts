import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  examplePlanHealth,
  PLAN_HEALTH_CHECKS,
  planFollowUp,
  planHealth,
  type PlanAction,
  type PlanChallenge,
  type PlanHealthCheck,
  type PlanHealthFinding,
  type PlanHealthPolicy,
  type PlanPerson,
  type Stakeholder,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { anyPlan } from "../arbitrary.ts";
import { cny, emptyPlan, sample } from "../plans.ts";
import { healthOf } from "./policies.ts";

const DAY = "2026-06-30";

const findingOf = (
  check: PlanHealthCheck,
  plan: Partial<StrategyPlan>,
  policy: Partial<PlanHealthPolicy> = {},
): PlanHealthFinding =>
  planHealth({ ...emptyPlan, ...plan }, DAY, healthOf(policy)).checks.find((found) => found.check === check) ??
  expect.unreachable(check);

/** Status, and the code of each reason with what it carries. */
const told = (...args: Parameters<typeof findingOf>): unknown => {
  const { status, reasons } = findingOf(...args);
  return [status, ...reasons.map(({ code, details }) => [code.replace("strategy-plan/", ""), details])];
};

const person = (id: string, changes: Partial<Stakeholder>, rest: Partial<PlanPerson> = {}): PlanPerson => ({
  id,
  contactName: "A",
  stakeholder: { evidence: { asOf: "2026-01-01" }, ...changes },
  ...rest,
});
const decides = { positionAndAuthority: { position: "CFO", authority: "decides" } } as const;
const uses = { positionAndAuthority: { position: "Treasurer", authority: "uses" } } as const;

describe("roles", () => {
  test.each<[string, PlanHealthCheck, readonly PlanPerson[], unknown]>([
    ["nobody is known", "sponsor", [], ["unknown", ["role-unsaid", { role: "sponsor", of: 0 }]]],
    [
      "no part of anybody is known",
      "champion",
      [person("p1", { support: "advocate" }, decides)],
      ["unknown", ["role-unsaid", { role: "champion", of: 1 }]],
    ],
    [
      "another part is known",
      "champion",
      [person("p1", { roles: ["sponsor"] }), person("p2", { roles: [] }), { id: "p3", contactName: "C" }],
      ["unmet", ["role-missing", { role: "champion", stated: 2, of: 3 }]],
    ],
    [
      "two have it",
      "champion",
      [person("p1", { roles: ["champion"] }), person("p2", {}), person("p3", { roles: ["user", "champion"] })],
      ["met", ["role-held", { role: "champion", people: ["p1", "p3"] }]],
    ],
    [
      "who decides by 2.B is a decision maker",
      "decision-maker",
      [{ id: "p1", ...decides }, person("p2", { roles: ["decision-maker"] })],
      ["met", ["role-held", { role: "decision-maker", people: ["p1", "p2"] }]],
    ],
    [
      "who only uses the product says that somebody else decides",
      "decision-maker",
      [{ id: "p1", ...uses }],
      ["unmet", ["role-missing", { role: "decision-maker", stated: 1, of: 1 }]],
    ],
    [
      "an authority nobody knows says nothing",
      "decision-maker",
      [{ id: "p1", positionAndAuthority: { position: "CFO", authority: "unknown" } }],
      ["unknown", ["role-unsaid", { role: "decision-maker", of: 1 }]],
    ],
    [
      "who decides is no sponsor for it",
      "sponsor",
      [{ id: "p1", ...decides }],
      ["unknown", ["role-unsaid", { role: "sponsor", of: 1 }]],
    ],
  ])("%s", (_, check, people, expected) => {
    expect(told(check, { people })).toStrictEqual(expected);
  });
});

describe("key people", () => {
  const covered = { coveredBy: ["E-1"] } as const;
  test.each<[string, readonly PlanPerson[], unknown]>([
    ["nobody is known to count", [{ id: "p", ...uses }], ["unknown", ["key-people-unsaid", { of: 1 }]]],
    [
      "a key person of whom nothing is said",
      [{ id: "p", ...decides }],
      ["unknown", ["key-person-unsaid", { person: "p", part: "coveredBy" }]],
    ],
    [
      "nobody covers one",
      [person("p", { coveredBy: [] }, decides)],
      ["unmet", ["key-person-uncovered", { person: "p" }]],
    ],
    [
      "a blank covers nobody",
      [person("p", { coveredBy: [" "] }, decides)],
      ["unmet", ["key-person-uncovered", { person: "p" }]],
    ],
    [
      "high influence counts, medium does not",
      [person("p1", { influence: "high", ...covered }), person("p2", { influence: "medium", coveredBy: [] })],
      ["met", ["key-people-covered", { people: ["p1"] }]],
    ],
    [
      "one is known to be uncovered, of another nothing is said",
      [{ id: "p1", ...decides }, person("p2", { roles: ["decision-maker"], coveredBy: [] })],
      ["unmet", ["key-person-unsaid", { person: "p1", part: "coveredBy" }], ["key-person-uncovered", { person: "p2" }]],
    ],
  ])("covered: %s", (_, people, expected) => {
    expect(told("key-people-covered", { people })).toStrictEqual(expected);
  });

  test.each<[string, Partial<Stakeholder>, unknown]>([
    // 30 June less 90 days is 1 April
    ["on the last day", { lastContact: "2026-04-01" }, ["met", ["key-people-contacted", { people: ["p"], limit: 90 }]]],
    [
      "a day before",
      { lastContact: "2026-03-31" },
      ["unmet", ["key-person-not-contacted", { person: "p", lastContact: "2026-03-31", days: 91, limit: 90 }]],
    ],
    ["never, or nobody says", {}, ["unknown", ["key-person-unsaid", { person: "p", part: "lastContact" }]]],
    [
      "tomorrow",
      { lastContact: "2026-07-01" },
      ["unknown", ["key-person-unsaid", { person: "p", part: "lastContact", later: "2026-07-01" }]],
    ],
    [
      "on no day",
      { lastContact: "2026-06-31" },
      ["unknown", ["key-person-unsaid", { person: "p", part: "lastContact" }]],
    ],
  ])("spoken with %s", (_, changes, expected) => {
    expect(told("key-people-contacted", { people: [person("p", changes, decides)] })).toStrictEqual(expected);
  });

  test("the path leads to the person", () => {
    const { reasons } = findingOf("key-people-contacted", { people: [{ id: "p0" }, person("p", {}, decides)] });
    expect(reasons[0]?.path).toStrictEqual(["people", 1, "stakeholder", "lastContact"]);
  });

  test("the policy says whose influence makes a key person", () => {
    const people = [person("p1", { influence: "medium", coveredBy: [] })];
    expect(findingOf("key-people-covered", { people }, { keyInfluences: ["high", "medium"] }).status).toBe("unmet");
    expect(findingOf("key-people-covered", { people }, { keyInfluences: [] }).status).toBe("unknown");
  });
});

describe("challenges", () => {
  const open = { action: "x", state: "open" } as const;
  const step = { ...open, owner: "E-1", due: "2026-09-30" };
  const none = (asOf: string): Partial<StrategyPlan> => ({ challenges: [], noneConfirmed: { challenges: { asOf } } });
  const rows = (...steps: readonly PlanChallenge["preventionAndTimetable"][]): Partial<StrategyPlan> => ({
    challenges: steps.map((own, at) => ({
      id: `c${String(at)}`,
      ...(own === undefined ? {} : { preventionAndTimetable: own }),
    })),
  });
  test.each<[string, Partial<StrategyPlan>, unknown]>([
    ["nobody has worked on them", {}, ["unknown", ["challenges-unsaid", {}]]],
    ["an empty list alone", { challenges: [] }, ["unknown", ["challenges-unsaid", {}]]],
    ["confirmed that there are none", none("2026-06-30"), ["met", ["challenges-none", { confirmedOn: "2026-06-30" }]]],
    ["confirmed tomorrow", none("2026-07-01"), ["unknown", ["challenges-unsaid", {}]]],
    ["each with an owner and a day", rows([step], [step, step]), ["met", ["challenges-prepared", { of: 2 }]]],
    [
      "steps that are done need neither",
      rows([{ ...open, state: "done" }]),
      ["met", ["challenges-prepared", { of: 1 }]],
    ],
    [
      "one without steps, and a list of none",
      rows(undefined, [], [step]),
      ["unmet", ["challenge-without-steps", { challenge: "c0" }], ["challenge-without-steps", { challenge: "c1" }]],
    ],
    [
      "open steps that lack something",
      rows([step, open, { ...step, owner: " " }, { ...step, due: "2026-09-31" }]),
      [
        "unmet",
        ["step-incomplete", { challenge: "c0", missing: ["owner", "due"] }],
        ["step-incomplete", { challenge: "c0", missing: ["owner"] }],
        ["step-incomplete", { challenge: "c0", missing: ["due"] }],
      ],
    ],
    [
      "rows beside a confirmation are looked at",
      { ...rows([]), noneConfirmed: { challenges: { asOf: "2026-01-01" } } },
      ["unmet", ["challenge-without-steps", { challenge: "c0" }]],
    ],
  ])("%s", (_, plan, expected) => {
    expect(told("challenges-prepared", plan)).toStrictEqual(expected);
  });
});

describe("actions on track", () => {
  const of = (...actions: readonly Partial<PlanAction>[]): Partial<StrategyPlan> => ({
    actions: actions.map((action, at) => ({ id: `a${String(at)}`, ...action })),
  });
  const pitched = (actualDate?: string): Partial<PlanAction> => ({
    progress: { state: "pitched", ...(actualDate === undefined ? {} : { actualDate }) },
  });
  test.each<[string, Partial<StrategyPlan>, unknown]>([
    ["none planned", {}, ["unknown", ["actions-unsaid", {}]]],
    ["one whose time ends on the day", of({ plannedPitchTime: "2026-Q2" }), ["met", ["actions-on-track", { of: 1 }]]],
    [
      "one whose time ended the day before",
      of({ plannedPitchTime: "2026-06-29" }),
      ["unmet", ["action-overdue", { action: "a0", planned: "2026-06-29" }]],
    ],
    ["one without a time", of({}), ["unknown", ["action-undated", { action: "a0", state: "planned" }]]],
    // 30 June less 30 days is 31 May
    ["pitched on the last day", of(pitched("2026-05-31")), ["met", ["actions-on-track", { of: 1 }]]],
    [
      "pitched a day before",
      of(pitched("2026-05-30")),
      ["unmet", ["action-unanswered", { action: "a0", pitchedOn: "2026-05-30", days: 31, limit: 30 }]],
    ],
    ["pitched, nobody says when", of(pitched()), ["unknown", ["action-undated", { action: "a0", state: "pitched" }]]],
    [
      "pitched tomorrow",
      of(pitched("2026-07-01")),
      ["unknown", ["action-undated", { action: "a0", state: "pitched" }]],
    ],
    [
      "done with, however late",
      of({ plannedPitchTime: "2026-01", progress: { state: "lost" } }, { progress: { state: "won" } }),
      ["met", ["actions-on-track", { of: 2 }]],
    ],
  ])("%s", (_, plan, expected) => {
    expect(told("actions-on-track", plan)).toStrictEqual(expected);
  });
});

describe("the target", () => {
  const expects = (amount: string, probability?: string, currency = "CNY"): Partial<PlanAction> => ({
    expectedIncome: {
      amount: { amount, currency },
      period: "2026",
      ...(probability === undefined ? {} : { probability }),
    },
  });
  const won = (amount?: string): Partial<PlanAction> => ({
    ...expects("99.00", "1"),
    progress: {
      state: "won",
      ...(amount === undefined ? {} : { actualIncome: { amount: cny(amount), period: "2026-05" } }),
    },
  });
  const plan = (target: string | null, ...actions: readonly Partial<PlanAction>[]): Partial<StrategyPlan> => ({
    ...(target === null ? {} : { value: { target: cny(target) } }),
    actions: actions.map((action, at) => ({ id: `a${String(at)}`, ...action })),
  });
  const backing = (amount: string, target: string, share: string, least = "0.5", income = "weighted") => [
    "target-backing",
    { backing: cny(amount), target: cny(target), share, least, income },
  ];

  test.each<[string, Partial<StrategyPlan>, Partial<PlanHealthPolicy>, unknown]>([
    ["no target", plan(null, expects("1.00", "1")), {}, ["unknown", ["target-unsaid", {}]]],
    ["a target of 0", plan("0.00", expects("1.00", "1")), {}, ["unknown", ["target-unsaid", {}]]],
    ["no actions", plan("100.00"), {}, ["unknown", ["actions-unsaid", {}]]],
    // 60 × 0.5 + 40 × 0.5 = 50 of 100
    [
      "just enough",
      plan("100.00", expects("60.00", "0.5"), expects("40.00", "0.5")),
      {},
      ["met", backing("50.00", "100.00", "0.5000")],
    ],
    // 60 × 0.5 + 39.99 × 0.5 = 49.995: 49.99 of the target, and 0.4999 of it; a rounded 50.00 would look enough
    [
      "half a cent short",
      plan("100.00", expects("60.00", "0.5"), expects("39.99", "0.5")),
      {},
      ["unmet", backing("49.99", "100.00", "0.4999")],
    ],
    // in full 60 + 39.99 = 99.99
    [
      "in full",
      plan("100.00", expects("60.00"), expects("39.99", "0.5")),
      { backing: "in-full", minBacking: "1" },
      ["unmet", backing("99.99", "100.00", "0.9999", "1", "in-full")],
    ],
    // 10 earned, 80 × 0.5; what was lost or dropped counts nothing
    [
      "won, lost and dropped",
      plan(
        "100.00",
        won("10.00"),
        expects("80.00", "0.5"),
        { ...expects("999.00", "1"), progress: { state: "lost" } },
        { ...expects("999.00", "1"), progress: { state: "dropped" } },
      ),
      {},
      ["met", backing("50.00", "100.00", "0.5000")],
    ],
    [
      "too little, and some say nothing",
      plan("100.00", won(), expects("9.00"), {}, expects("10.00", "1.5"), expects("40.00", "1")),
      {},
      [
        "unknown",
        backing("40.00", "100.00", "0.4000"),
        ["income-unsaid", { action: "a0", part: "actualIncome" }],
        ["income-unsaid", { action: "a1", part: "probability" }],
        ["income-unsaid", { action: "a2", part: "expectedIncome" }],
        ["income-unsaid", { action: "a3", part: "probability" }],
      ],
    ],
    [
      "enough without those",
      plan("100.00", expects("50.00", "1"), {}),
      {},
      ["met", backing("50.00", "100.00", "0.5000")],
    ],
    [
      "another currency is not added, even where the rest is enough",
      plan("100.00", expects("90.00", "1"), expects("7.00", "1", "HKD")),
      {},
      [
        "unknown",
        backing("90.00", "100.00", "0.9000"),
        ["income-in-other-currency", { action: "a1", currency: "HKD", expected: "CNY" }],
      ],
    ],
    [
      "nothing is asked for",
      plan("100.00", expects("0.00", "1")),
      { minBacking: "0" },
      ["met", backing("0.00", "100.00", "0.0000", "0")],
    ],
    // a loss of 10 on 30: 20 of 100
    [
      "a loss",
      plan("100.00", won("-10.00"), expects("30.00", "1")),
      {},
      ["unmet", backing("20.00", "100.00", "0.2000")],
    ],
  ])("%s", (_, given, policy, expected) => {
    expect(told("target-backed", given, policy)).toStrictEqual(expected);
  });

  test("an amount that is not one is refused at its place", () => {
    const refusal = refusalOf(() => findingOf("target-backed", plan("100.00", expects("1,00", "1"))));
    expect([refusal.code, refusal.path.join(".")]).toStrictEqual([
      "money/invalid-amount",
      "plan.actions.0.expectedIncome.amount.amount",
    ]);
  });
});

test("the sample in July", () => {
  const { checks, policy, asOf } = planHealth(sample.plan, "2026-07-01", examplePlanHealth);
  expect(checks.map(({ check, status }) => [check, status])).toStrictEqual([
    ["sponsor", "unmet"],
    ["decision-maker", "met"],
    ["champion", "met"],
    ["key-people-covered", "met"],
    ["key-people-contacted", "unmet"],
    ["challenges-prepared", "unmet"],
    ["actions-on-track", "unmet"],
    ["target-backed", "met"],
  ]);
  // 2025-10-15 and 2025-11-18 to 2026-07-01
  expect(checks[4]?.reasons.map(({ details }) => details)).toMatchObject([{ days: 259 }, { days: 225 }]);
  // 160,000 × 0.6 + 420,000 × 0.5 + 90,000 × 0.7 + 380,000 × 0.4 + 60,000 × 0.3
  // = 96,000 + 210,000 + 63,000 + 152,000 + 18,000 = 539,000 of 5,000,000
  expect(checks.at(-1)?.reasons[0]?.details).toMatchObject({ backing: cny("539000.00"), share: "0.1078" });
  expect([policy, asOf]).toStrictEqual([{ id: "example.plan-health", version: "1" }, "2026-07-01"]);
});

test("each check once and in order, with reasons; late actions are those of the follow-up", () => {
  fc.assert(
    fc.property(anyPlan, fc.constantFrom("2025-12-01", "2026-04-15", "2026-12-31"), (plan, day) => {
      const before = JSON.stringify(plan);
      const { checks } = planHealth(plan, day, healthOf());
      expect(JSON.stringify(plan)).toBe(before);
      expect(checks.map(({ check }) => check)).toStrictEqual(PLAN_HEALTH_CHECKS);
      for (const { reasons } of checks) expect(reasons.length).toBeGreaterThan(0);
      const late = checks.flatMap(({ reasons }) =>
        reasons.flatMap((reason) => (reason.code === "strategy-plan/action-overdue" ? reason.details.action : [])),
      );
      const followed = planFollowUp(plan, day).actions.filter(({ standing }) => standing === "overdue");
      expect(late).toStrictEqual(followed.map(({ action }) => action));
    }),
  );
});

test("a lower bar is never harder to reach", () => {
  fc.assert(
    fc.property(anyPlan, fc.constantFrom("in-full" as const, "weighted" as const), (plan, income) => {
      const at = (minBacking: string) => findingOf("target-backed", plan, { minBacking, backing: income }).status;
      if (at("0.9") === "met") expect(at("0.3")).toBe("met");
      if (at("0.3") === "unmet") expect(at("0.9")).toBe("unmet");
    }),
  );
});

test.each<[string, unknown, string, object]>([
  ["something else", "healthy", "policy", {}],
  [
    "a misspelt influence",
    healthOf({ keyInfluences: ["hihg" as never] }),
    "policy.keyInfluences.0",
    { didYouMean: "high" },
  ],
  ["days below 0", healthOf({ contactWithinDays: -1 }), "policy.contactWithinDays", { min: 0 }],
  ["a backing that is a number", healthOf({ minBacking: 0.5 as never }), "policy.minBacking", { type: "number" }],
  ["a backing below 0", healthOf({ minBacking: "-0.1" }), "policy.minBacking", {}],
  [
    "an income nobody knows",
    healthOf({ backing: "full" as never }),
    "policy.backing",
    { allowed: ["in-full", "weighted"] },
  ],
  ["a member nobody knows", { ...healthOf(), score: 1 }, "policy.score", {}],
])("refused: %s", (_, policy, path, details) => {
  const refusal = refusalOf(() => planHealth(emptyPlan, DAY, policy as never));
  expect([refusal.code, refusal.path.join(".")]).toStrictEqual(["strategy-plan/invalid-policy", path]);
  expect(refusal.details).toMatchObject(details);
});

test("refused: a day on which the policy is not in force, and one that does not exist", () => {
  expect(refusalOf(() => planHealth(emptyPlan, "2024-01-01", healthOf())).code).toBe("core/no-policy-in-force");
  expect(refusalOf(() => planHealth(emptyPlan, "2026-00-01", healthOf())).code).toBe("core/invalid-date");
  expect(refusalOf(() => planHealth({ ...emptyPlan, actions: {} as never }, DAY, healthOf())).code).toBe(
    "strategy-plan/invalid-plan",
  );
});

test("a policy is read once, and stays as it was read", () => {
  const policy = { ...healthOf(), keyInfluences: ["high"] as ("high" | "low")[] };
  const plan = { ...emptyPlan, people: [person("p", { influence: "low", coveredBy: [] })] };
  const status = () => planHealth(plan, DAY, policy).checks[3]?.status;
  expect(status()).toBe("unknown");
  policy.keyInfluences.push("low");
  expect(status()).toBe("unknown");
});
