import { describe, expect, test } from "vitest";

import {
  checkPlan,
  powerMap,
  type PersonTie,
  type PlanPerson,
  type Stakeholder,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { emptyPlan } from "../plans.ts";

const evidence = { asOf: "2025-11-20", source: "拜访报告" } as const;
const seen = (view: Omit<Stakeholder, "evidence">): Pick<PlanPerson, "stakeholder"> => ({
  stakeholder: { ...view, evidence },
});
const at = (authority: "decides" | "influences" | "uses" | "administers" | "unknown") => ({
  positionAndAuthority: { position: "x", authority },
});
const tie = (id: string, from: string, kind: PersonTie["kind"], to: string): PersonTie => ({
  id,
  from,
  to,
  kind,
  evidence,
});

const plan: StrategyPlan = {
  ...emptyPlan,
  people: [
    { id: "chair", contactName: "张", ...at("decides"), evidence: { positionAndAuthority: { asOf: "2025-10-01" } } },
    { id: "cfo", contactName: "李", ...seen({ influence: "high", support: "supportive", coveredBy: ["E-1", "E-2"] }) },
    {
      id: "treasury",
      contactName: "陈",
      ...at("uses"),
      ...seen({ roles: ["user", "champion"], support: "advocate", coveredBy: ["E-1"] }),
    },
    { id: "procure", contactName: "何", ...at("influences"), ...seen({ support: "critical", coveredBy: [] }) },
    { id: "office", contactName: "周", ...at("unknown") },
    { id: "board", contactName: "吴", ...at("decides"), ...seen({ influence: "low", coveredBy: [] }) },
  ],
  ties: [
    tie("t1", "treasury", "influences", "procure"),
    tie("t2", "procure", "influences", "chair"),
    tie("t3", "cfo", "influences", "chair"),
    tie("t4", "procure", "conflicts-with", "cfo"),
    tie("t5", "chair", "influences", "office"),
  ],
};

test("six people and five ties", () => {
  const map = powerMap(plan);
  // places: six bands of x have their middles at 83, 250, 416, 583, 750, 916; four of y at 125, 375, 625, 875
  expect(map.people).toStrictEqual([
    {
      person: "chair",
      influence: "high",
      influenceFrom: "authority",
      support: null,
      roles: null,
      coveredBy: null,
      evidence: { asOf: "2025-10-01" },
      x: 83,
      y: 875,
    },
    {
      person: "cfo",
      influence: "high",
      influenceFrom: "stated",
      support: "supportive",
      roles: null,
      coveredBy: ["E-1", "E-2"],
      evidence,
      x: 750,
      y: 875,
    },
    {
      person: "treasury",
      influence: "low",
      influenceFrom: "authority",
      support: "advocate",
      roles: ["user", "champion"],
      coveredBy: ["E-1"],
      evidence,
      x: 916,
      y: 375,
    },
    {
      person: "procure",
      influence: "medium",
      influenceFrom: "authority",
      support: "critical",
      roles: null,
      coveredBy: [],
      evidence,
      x: 416,
      y: 625,
    },
    {
      person: "office",
      influence: null,
      influenceFrom: null,
      support: null,
      roles: null,
      coveredBy: null,
      evidence: null,
      x: 83,
      y: 125,
    },
    {
      person: "board",
      influence: "low",
      influenceFrom: "stated",
      support: null,
      roles: null,
      coveredBy: [],
      evidence,
      x: 83,
      y: 375,
    },
  ]);
  expect(map.edges).toStrictEqual([
    { kind: "influences", from: "treasury", to: "procure", ties: ["t1"] },
    { kind: "influences", from: "procure", to: "chair", ties: ["t2"] },
    { kind: "influences", from: "cfo", to: "chair", ties: ["t3"] },
    { kind: "conflicts-with", from: "cfo", to: "procure", ties: ["t4"] },
    { kind: "influences", from: "chair", to: "office", ties: ["t5"] },
  ]);
  expect(map.issues).toStrictEqual([]);
  // nobody deals with procurement; of the chair nobody has said; the board counts little, of the office nobody knows
  expect([map.uncovered, map.coverageUnknown]).toStrictEqual([["procure"], ["chair"]]);
  expect([map.singleThreaded, map.clientSingleThreaded]).toStrictEqual([
    [{ person: "treasury", employee: "E-1" }],
    null,
  ]);
  // the chair is one step from the CFO and two from the treasurer; the conflict leads nowhere
  expect(map.reach).toStrictEqual([
    { person: "chair", route: { employee: "E-1", through: ["cfo"] } },
    { person: "procure", route: { employee: "E-1", through: ["treasury"] } },
    { person: "office", route: { employee: "E-1", through: ["cfo", "chair"] } },
    { person: "board", route: null },
  ]);
});

test("no name of anybody is in it", () => {
  const text = JSON.stringify(powerMap(plan));
  for (const { contactName } of plan.people ?? []) expect(text).not.toContain(contactName);
});

const of = (people: readonly PlanPerson[], ties: readonly PersonTie[] = []) => powerMap({ ...emptyPlan, people, ties });

test.each([
  ["decides", "high"],
  ["influences", "medium"],
  ["uses", "low"],
  ["administers", "low"],
] as const)("who %s counts %s, until somebody states otherwise", (authority, influence) => {
  expect(of([{ id: "p", ...at(authority) }]).people[0]).toMatchObject({ influence, influenceFrom: "authority" });
  const stated = of([{ id: "p", ...at(authority), ...seen({ influence: "medium" }) }]);
  expect(stated.people[0]).toMatchObject({ influence: "medium", influenceFrom: "stated" });
});

test("a view that says nothing of influence is evidence of none", () => {
  expect(of([{ id: "p", ...seen({ support: "neutral" }) }]).people[0]).toMatchObject({
    influence: null,
    influenceFrom: null,
    evidence,
  });
  const named = { id: "p", ...at("unknown"), evidence: { positionAndAuthority: { asOf: "2025-01-01" } } } as const;
  expect(of([named]).people[0]).toMatchObject({ influence: null, evidence: null });
});

describe("coverage", () => {
  test("an employee twice is one, and a blank is nobody", () => {
    const map = of([
      { id: "p", ...seen({ influence: "high", coveredBy: ["E-1", "E-1"] }) },
      { id: "q", ...seen({ influence: "medium", coveredBy: [" "] }) },
      { id: "r", ...seen({ influence: "low", coveredBy: [] }) },
    ]);
    expect(map.people.map(({ coveredBy }) => coveredBy)).toStrictEqual([["E-1"], [], []]);
    expect(map.uncovered).toStrictEqual(["q"]);
    expect(map.singleThreaded).toStrictEqual([{ person: "p", employee: "E-1" }]);
  });

  test("the client hangs on one employee when everybody we deal with does", () => {
    const p: PlanPerson = { id: "p", ...seen({ coveredBy: ["E-1"] }) };
    const q: PlanPerson = { id: "q", ...seen({ coveredBy: ["E-1"] }) };
    const nobody: PlanPerson = { id: "n", ...seen({ coveredBy: [] }) };
    expect(of([p, q, nobody]).clientSingleThreaded).toBe("E-1");
    expect(of([p, { ...q, ...seen({ coveredBy: ["E-1", "E-2"] }) }]).clientSingleThreaded).toBeNull();
    expect(of([p, { ...q, ...seen({ coveredBy: ["E-2"] }) }])).toMatchObject({
      clientSingleThreaded: null,
      singleThreaded: [
        { person: "p", employee: "E-1" },
        { person: "q", employee: "E-2" },
      ],
    });
    expect(of([nobody]).clientSingleThreaded).toBeNull();
    expect(powerMap(emptyPlan).clientSingleThreaded).toBeNull();
  });
});

describe("ties", () => {
  const people = ["a", "b", "c"].map((id) => ({ id, contactName: id }));

  test("those that say the same are one edge, a conflict whichever way round", () => {
    const ties = [
      tie("t1", "c", "conflicts-with", "a"),
      tie("t2", "b", "influences", "a"),
      tie("t3", "a", "conflicts-with", "c"),
      tie("t4", "a", "influences", "b"),
      tie("t5", "b", "influences", "a"),
    ];
    expect(of(people, ties).edges).toStrictEqual([
      { kind: "conflicts-with", from: "a", to: "c", ties: ["t1", "t3"] },
      { kind: "influences", from: "b", to: "a", ties: ["t2", "t5"] },
      { kind: "influences", from: "a", to: "b", ties: ["t4"] },
    ]);
  });

  test("with somebody who is not in the plan, or with oneself, are issues, the same as of the check", () => {
    const ties = [
      tie("t1", "a", "influences", "x"),
      tie("t2", "y", "conflicts-with", "z"),
      tie("t3", "b", "influences", "b"),
      tie("t4", "a", "influences", "b"),
      tie("t5", "x", "influences", "x"),
    ];
    const { edges, issues } = of(people, ties);
    expect(edges.map(({ ties: [id] }) => id)).toStrictEqual(["t4"]);
    const unknown = (path: readonly (string | number)[], id: string) => ({
      code: "strategy-plan/unknown-reference",
      path,
      details: { id, expectedIn: "people" },
    });
    expect(issues).toStrictEqual([
      unknown(["ties", 0, "to"], "x"),
      unknown(["ties", 1, "from"], "y"),
      unknown(["ties", 1, "to"], "z"),
      { code: "strategy-plan/tie-to-oneself", path: ["ties", 2, "to"], details: { tie: "t3", person: "b" } },
      unknown(["ties", 4, "from"], "x"),
      unknown(["ties", 4, "to"], "x"),
    ]);
    expect(checkPlan({ ...emptyPlan, people, ties })).toStrictEqual(issues);
  });
});

describe("reach", () => {
  const covered = (id: string, ...coveredBy: readonly string[]): PlanPerson => ({ id, ...seen({ coveredBy }) });
  const through = (people: readonly PlanPerson[], ties: readonly PersonTie[]) =>
    Object.fromEntries(of(people, ties).reach.map(({ person, route }) => [person, route?.through ?? null]));
  const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map((id) => ({ id })) as unknown as readonly [
    PlanPerson,
    PlanPerson,
    PlanPerson,
    PlanPerson,
    PlanPerson,
  ];

  test("influence leads from those who have it, not back", () => {
    expect(through([covered("s", "E-1"), a], [tie("t", "s", "influences", "a")])).toStrictEqual({ a: ["s"] });
    expect(through([covered("s", "E-1"), a], [tie("t", "a", "influences", "s")])).toStrictEqual({ a: null });
    expect(through([covered("s", "E-1"), a], [tie("t", "s", "conflicts-with", "a")])).toStrictEqual({ a: null });
  });

  test("of several shortest ways the one whose people come first in section 2, whatever the order of the ties", () => {
    const people = [e, covered("s", "E-2", "E-1"), covered("r", "E-3"), b, a, c, d];
    const ties = [
      // two ways of two steps to e: through a and through b, which comes first
      tie("t1", "s", "influences", "a"),
      tie("t2", "s", "influences", "b"),
      tie("t3", "a", "influences", "e"),
      tie("t4", "b", "influences", "e"),
      // two people we deal with have the ear of c
      tie("t5", "r", "influences", "c"),
      tie("t6", "s", "influences", "c"),
    ];
    const ways = { e: ["s", "b"], b: ["s"], a: ["s"], c: ["s"], d: null };
    expect(through(people, ties)).toStrictEqual(ways);
    expect(through(people, [...ties].reverse())).toStrictEqual(ways);
    expect(of(people, ties).reach[0]?.route?.employee).toBe("E-2");
  });

  test("a shorter way beats one whose people come first, and circles end", () => {
    const people = [a, b, covered("s", "E-1"), covered("r", "E-2"), c];
    const ties = [
      tie("t1", "s", "influences", "a"),
      tie("t2", "a", "influences", "b"),
      tie("t3", "b", "influences", "a"),
      tie("t4", "b", "influences", "c"),
      tie("t5", "r", "influences", "c"),
    ];
    expect(through(people, ties)).toStrictEqual({ a: ["s"], b: ["s", "a"], c: ["r"] });
  });

  test("of two rows with one id either may say who deals with the person", () => {
    const ties = [tie("t", "a", "influences", "b")];
    expect(through([a, covered("a", "E-1"), b], ties)).toStrictEqual({ b: ["a"] });
    expect(through([covered("a", "E-1"), a, b], ties)).toStrictEqual({ b: ["a"] });
  });

  test("long chains and many people take no longer than they are", () => {
    const n = 3000;
    const people = Array.from({ length: n }, (_, at) => (at === 0 ? covered("p0", "E-1") : { id: `p${String(at)}` }));
    const star = people.slice(1).map(({ id }, at) => tie(`t${String(at)}`, "p0", "influences", id));
    expect(of(people, star).reach.every(({ route }) => route?.through.length === 1)).toBe(true);
  });
});

describe("places", () => {
  const placesOf = (n: number, view: Omit<Stakeholder, "evidence">) =>
    of(Array.from({ length: n }, (_, index) => ({ id: `p${String(index)}`, ...seen(view) }))).people.map(
      ({ x, y }) => [x, y] as const,
    );

  test("three in one field: two in the upper line, one in the lower", () => {
    // x: 1000 × 1/24 and 3/24, then 1/12; y: 1000 × 15/16, then 13/16
    expect(placesOf(3, { influence: "high" })).toStrictEqual([
      [41, 937],
      [125, 937],
      [83, 812],
    ]);
  });

  test("opposed with little influence and advocate with much are at the two ends of what is known", () => {
    expect(placesOf(1, { influence: "low", support: "opposed" })).toStrictEqual([[250, 375]]);
    expect(placesOf(1, { influence: "high", support: "advocate" })).toStrictEqual([[916, 875]]);
    expect(placesOf(1, { influence: "medium", support: "neutral" })).toStrictEqual([[583, 625]]);
  });

  test.each([2, 7, 30, 31])("%s people in one field do not lie on each other, nor in another field", (n) => {
    const places = placesOf(n, { influence: "medium", support: "critical" });
    for (const [x, y] of places) {
      expect([x, y].every(Number.isInteger)).toBe(true);
      expect(x > 333 && x < 500 && y > 500 && y < 750).toBe(true);
    }
    for (const [index, [x, y]] of places.entries()) {
      for (const [u, v] of places.slice(index + 1)) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(25);
    }
  });
});

test.each<[string, object, readonly (string | number)[], object]>([
  [
    "a misspelt member",
    { people: [{ id: "p", stakeholder: { suport: "neutral", evidence } }] },
    ["plan", "people", 0, "stakeholder", "suport"],
    { didYouMean: "support" },
  ],
  [
    "a misspelt word",
    { people: [{ id: "p", stakeholder: { influence: "hihg", evidence } }] },
    ["plan", "people", 0, "stakeholder", "influence"],
    { allowed: ["high", "medium", "low"] },
  ],
  [
    "a tie of another kind",
    { ties: [{ id: "t", from: "a", to: "b", kind: "influence", evidence }] },
    ["plan", "ties", 0, "kind"],
    { didYouMean: "influences" },
  ],
  [
    "an employee who is not an id",
    { people: [{ id: "p", stakeholder: { coveredBy: [7], evidence } }] },
    ["plan", "people", 0, "stakeholder", "coveredBy", 0],
    { received: "7" },
  ],
])("a plan that cannot be read is refused: %s", (_, part, path, details) => {
  expect(refusalOf(() => powerMap({ ...emptyPlan, ...part }))).toMatchObject({
    code: "strategy-plan/invalid-plan",
    path,
    details,
  });
});
