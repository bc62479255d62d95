import { describe, expect, test } from "vitest";

import { planCompleteness, type PlanPerson, type StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { cny, emptyPlan, sample } from "../plans.ts";

const counts = (plan: StrategyPlan): Record<string, string> =>
  Object.fromEntries(
    planCompleteness(plan).sections.map(({ section, n, of }) => [section, `${String(n)}/${String(of)}`]),
  );

describe("counting by hand", () => {
  test("a plan with nothing in it asks for all 37 fields once", () => {
    const result = planCompleteness(emptyPlan);
    expect(counts(emptyPlan)).toStrictEqual({
      "decision-makers": "0/5",
      "business-analysis": "0/5",
      "bank-positioning": "0/4",
      "other-institutions": "0/5",
      "service-status": "0/6",
      "relationship-value": "0/3",
      "next-year-plan": "0/6",
      challenges: "0/3",
    });
    expect([result.n, result.of, result.rate]).toStrictEqual([0, 37, "0.0000"]);
    expect(result.open).toHaveLength(37);
    expect(result.next).toStrictEqual({ section: "decision-makers", field: "contactName", code: "2.A", row: null });
  });

  test("each row counts its own fields", () => {
    // first person all 5, second only the name: 6 of 10; 37 - 5 + 10 = 42 in all; 6 / 42 = 0.142857…
    const plan: StrategyPlan = {
      ...emptyPlan,
      people: [
        {
          id: "p1",
          contactName: "A",
          positionAndAuthority: { position: "CFO", authority: "decides" },
          contactMethod: [{ channel: "phone", value: "1" }],
          otherBusinessWithUs: [],
          otherContactsInOurBank: [],
        },
        { id: "p2", contactName: "B" },
      ],
    };
    const result = planCompleteness(plan);
    expect(counts(plan)["decision-makers"]).toBe("6/10");
    expect([result.n, result.of, result.rate]).toStrictEqual([6, 42, "0.1429"]);
    expect(result.next).toStrictEqual({
      section: "decision-makers",
      field: "positionAndAuthority",
      code: "2.B",
      row: "p2",
    });
  });

  test("none is an answer for institutions and challenges, and a hole for people", () => {
    const plan: StrategyPlan = { ...emptyPlan, institutions: [], challenges: [], people: [], services: [] };
    const result = planCompleteness(plan);
    expect(counts(plan)).toMatchObject({
      "other-institutions": "0/0",
      challenges: "0/0",
      "decision-makers": "0/5",
      "service-status": "0/6",
    });
    expect(result.sections.find(({ section }) => section === "challenges")?.rate).toBeNull();
    expect(result.of).toBe(37 - 5 - 3);
  });

  test.each<[string, Partial<StrategyPlan>, string, string]>([
    [
      "text of characters without a shape is a hole",
      { businesses: [{ id: "b", businessNature: "\u200B\u2060\uFEFF" }] },
      "business-analysis",
      "0/5",
    ],
    ["blank text is a hole", { businesses: [{ id: "b", businessNature: "  " }] }, "business-analysis", "0/5"],
    [
      "an empty list of needs is an answer",
      { businesses: [{ id: "b", financialNeeds: [] }] },
      "business-analysis",
      "1/5",
    ],
    [
      "an empty list of strengths is a hole, of weaknesses an answer",
      { standing: { ourStrengths: [], ourWeaknesses: [] } },
      "bank-positioning",
      "1/4",
    ],
    [
      "a position without a known authority is a hole",
      { people: [{ id: "p", contactName: "A", positionAndAuthority: { position: "CFO", authority: "unknown" } }] },
      "decision-makers",
      "1/5",
    ],
    [
      "unknown is not no",
      { services: [{ id: "s", service: "x", needed: "unknown", adopted: { answer: "no" } }] },
      "service-status",
      "1/6",
    ],
    [
      "6.F is not asked for a service nobody needs",
      { services: [{ id: "s", service: "x", needed: "no" }] },
      "service-status",
      "1/5",
    ],
    [
      "extensions of the library are no fields",
      { services: [{ id: "s", service: "x", spendWithUs: { amount: cny("1.00"), period: "2025", basis: "actual" } }] },
      "service-status",
      "0/6",
    ],
    [
      "the target is no field",
      { value: { target: cny("1.00"), directIncome: { amount: cny("0.00"), period: "2025", basis: "actual" } } },
      "relationship-value",
      "1/3",
    ],
    [
      "a need in blank words is a hole",
      { actions: [{ id: "a", clientNeed: { text: " " }, plannedPitchTime: "2026-03" }] },
      "next-year-plan",
      "1/6",
    ],
    [
      "a department without a person is an answer, as the form has a slash",
      { actions: [{ id: "a", departmentAndOwner: { department: "x" } }] },
      "next-year-plan",
      "1/6",
    ],
    [
      "a person without a department is one as well",
      { actions: [{ id: "a", departmentAndOwner: { department: " ", person: "y" } }] },
      "next-year-plan",
      "1/6",
    ],
    ["neither of them is a hole", { actions: [{ id: "a", departmentAndOwner: {} }] }, "next-year-plan", "0/6"],
    [
      "a share of profit alone is an answer, an empty record is a hole",
      {
        businesses: [
          { id: "b", shareOfTurnoverAndProfit: { profitShare: "0.3" } },
          { id: "c", shareOfTurnoverAndProfit: {} },
        ],
      },
      "business-analysis",
      "1/10",
    ],
    [
      "a unit of our bank alone is an answer, an empty entry is a hole",
      {
        people: [
          { id: "p", contactName: "A", otherContactsInOurBank: [{ department: "Payments" }] },
          { id: "q", contactName: "B", otherContactsInOurBank: [{}] },
        ],
      },
      "decision-makers",
      "3/10",
    ],
    [
      "a decision maker known by title only leaves the name open",
      { people: [{ id: "p", positionAndAuthority: { position: "CFO to come", authority: "decides" } }] },
      "decision-makers",
      "1/5",
    ],
    [
      "progress of an action is no field",
      { actions: [{ id: "a", progress: { state: "planned" } }] },
      "next-year-plan",
      "0/6",
    ],
    [
      "preventive work counts once",
      {
        challenges: [
          {
            id: "c",
            preventionAndTimetable: [
              { action: "x", state: "open" },
              { action: "y", state: "open" },
            ],
          },
        ],
      },
      "challenges",
      "1/3",
    ],
  ])("%s", (_name, part, section, expected) => {
    expect(counts({ ...emptyPlan, ...part })[section]).toBe(expected);
  });

  test("the sample plan", () => {
    // people 4 × 5 less three fields of the last; institutions 3 × 5 less one officer; services 8 × 6 less the 6.F not
    // asked for and one open; actions 5 × 6 less two
    const result = planCompleteness(sample.plan);
    expect(counts(sample.plan)).toStrictEqual({
      "decision-makers": "17/20",
      "business-analysis": "10/10",
      "bank-positioning": "4/4",
      "other-institutions": "14/15",
      "service-status": "46/47",
      "relationship-value": "3/3",
      "next-year-plan": "28/30",
      challenges: "9/9",
    });
    expect([result.n, result.of, result.rate]).toStrictEqual([131, 138, "0.9493"]);
    expect(result.open.map(({ code, row }) => `${code} ${row ?? ""}`)).toStrictEqual([
      "2.C p-procure",
      "2.D p-procure",
      "2.E p-procure",
      "5.B b-l",
      "6.F s-fx",
      "8.C a-lease",
      "8.E a-lease",
    ]);
  });

  test("next is null when nothing is open", () => {
    const { people, institutions, services, actions, ...rest } = sample.plan;
    const whole: StrategyPlan = {
      ...rest,
      people: (people ?? []).slice(0, 3),
      institutions: (institutions ?? []).slice(0, 2),
      services: (services ?? []).filter(({ id }) => id !== "s-fx"),
      actions: (actions ?? []).slice(0, 4),
    };
    const result = planCompleteness(whole);
    expect([result.rate, result.next, result.open]).toStrictEqual(["1.0000", null, []]);
  });
});

describe("people known", () => {
  const known = (...people: PlanPerson[]) => planCompleteness({ ...emptyPlan, people }).people;
  const chair: PlanPerson = {
    id: "p1",
    contactName: "A",
    positionAndAuthority: { position: "Chair", authority: "decides" },
    contactMethod: [{ channel: "phone", value: "1" }],
  };

  test("named, of those deciding, of those reachable", () => {
    expect(planCompleteness(emptyPlan).people).toStrictEqual({ known: 0, deciding: 0, reachable: 0 });
    const title: PlanPerson = { id: "p2", positionAndAuthority: { position: "CFO to come", authority: "influences" } };
    expect(known(chair, title, { id: "p3", contactName: "C" }, { id: "p4", contactName: " " })).toStrictEqual({
      known: 3,
      deciding: 2,
      reachable: 1,
    });
  });

  test("whoever names one contact more lowers the rate and knows one more: the count says so", () => {
    const before = planCompleteness(sample.plan);
    const after = planCompleteness({
      ...sample.plan,
      people: [...(sample.plan.people ?? []), { id: "p-more", contactName: "B" }],
    });
    expect(Number(after.rate)).toBeLessThan(Number(before.rate));
    expect([before.people, after.people]).toStrictEqual([
      { known: 4, deciding: 3, reachable: 2 },
      { known: 5, deciding: 3, reachable: 2 },
    ]);
  });
});
