import { describe, expect, test } from "vitest";

import { isDomainError } from "../../../src/core/index.ts";
import {
  applyPatch,
  diffPlans,
  examplePlanRollForward,
  mergePlans,
  rollForward,
  type JsonPatchOperation,
  type PlanAction,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { cny, emptyPlan } from "../plans.ts";

/** Four actions, by their ids, each with a need of its own. */
const actions = (...ids: readonly string[]): readonly PlanAction[] =>
  ids.map((id) => ({ id, clientNeed: { text: `need ${id}` } }));
const plan = (changes: Partial<StrategyPlan>): StrategyPlan => ({ ...emptyPlan, ...changes });

describe("the difference of two plans", () => {
  const before = plan({
    services: [
      {
        id: "s1",
        service: "Loans",
        needed: "yes",
        spendWithUs: { amount: cny("100.00"), period: "2025", basis: "actual" },
      },
      { id: "s2", service: "Leasing" },
    ],
    actions: actions("a1", "a2"),
  });

  test.each([
    [
      "an answer given",
      plan({
        ...before,
        actions: [{ id: "a1", clientNeed: { text: "need a1" }, plannedPitchTime: "2026-03" }, ...actions("a2")],
      }),
      [
        [
          "answer-given",
          "actions/a1/plannedPitchTime",
          {
            list: "actions",
            row: "a1",
            name: "need a1",
            field: "plannedPitchTime",
            after: "2026-03",
            nowTime: "2026-03",
          },
        ],
      ],
      [
        { op: "test", path: "/id", value: "P-1" },
        { op: "test", path: "/version", value: "1" },
        { op: "test", path: "/actions/0/id", value: "a1" },
        { op: "add", path: "/actions/0/plannedPitchTime", value: "2026-03" },
      ],
    ],
    [
      "an answer changed: of an amount both are told",
      plan({
        ...before,
        services: [
          {
            id: "s1",
            service: "Loans",
            needed: "yes",
            spendWithUs: { amount: cny("120.00"), period: "2025", basis: "actual" },
          },
          { id: "s2", service: "Leasing" },
        ],
      }),
      [
        [
          "answer-changed",
          "services/s1/spendWithUs",
          {
            list: "services",
            row: "s1",
            name: "Loans",
            member: "spendWithUs",
            before: { amount: cny("100.00"), period: "2025", basis: "actual" },
            after: { amount: cny("120.00"), period: "2025", basis: "actual" },
            isTold: true,
            wasAmount: cny("100.00"),
            nowAmount: cny("120.00"),
          },
        ],
      ],
      [
        { op: "test", path: "/id", value: "P-1" },
        { op: "test", path: "/version", value: "1" },
        { op: "test", path: "/services/0/id", value: "s1" },
        {
          op: "test",
          path: "/services/0/spendWithUs",
          value: { amount: cny("100.00"), period: "2025", basis: "actual" },
        },
        {
          op: "replace",
          path: "/services/0/spendWithUs",
          value: { amount: cny("120.00"), period: "2025", basis: "actual" },
        },
      ],
    ],
    [
      "a row that comes before another: nothing else moved",
      plan({ ...before, actions: actions("a0", "a1", "a2") }),
      [["row-added", "actions/a0", { list: "actions", row: "a0", name: "need a0" }]],
      [
        { op: "test", path: "/id", value: "P-1" },
        { op: "test", path: "/version", value: "1" },
        { op: "add", path: "/actions/0", value: { id: "a0", clientNeed: { text: "need a0" } } },
      ],
    ],
    [
      "two rows that change places: one move",
      plan({ ...before, actions: actions("a2", "a1") }),
      [["rows-reordered", "actions", { list: "actions" }]],
      [
        { op: "test", path: "/id", value: "P-1" },
        { op: "test", path: "/version", value: "1" },
        { op: "test", path: "/actions/0/id", value: "a1" },
        { op: "move", from: "/actions/0", path: "/actions/1" },
      ],
    ],
    [
      "a section that comes as answered with none",
      plan({ ...before, challenges: [] }),
      [["answer-given", "challenges", { member: "challenges", after: [] }]],
      [
        { op: "test", path: "/id", value: "P-1" },
        { op: "test", path: "/version", value: "1" },
        { op: "add", path: "/challenges", value: [] },
      ],
    ],
  ] as const)("%s", (_, after, changes, patch) => {
    const found = diffPlans(before, after);
    expect(
      found.changes.map(({ code, path, details }) => [code.slice("strategy-plan/".length), path.join("/"), details]),
    ).toStrictEqual(changes);
    expect(found.patch).toStrictEqual(patch);
    expect(applyPatch(before, found.patch)).toStrictEqual({ ok: true, plan: after });
  });

  test("moving one row of a hundred to the end is one move", () => {
    const ids = Array.from({ length: 100 }, (_, index) => `a${String(index)}`);
    const [first = "", ...rest] = ids;
    const { patch } = diffPlans(plan({ actions: actions(...ids) }), plan({ actions: actions(...rest, first) }));
    expect(patch.filter(({ op }) => op === "move")).toStrictEqual([
      { op: "move", from: "/actions/0", path: "/actions/99" },
    ]);
  });

  test("six rows turned round are five moves", () => {
    const ids = ["a1", "a2", "a3", "a4", "a5", "a6"];
    const [before, after] = [plan({ actions: actions(...ids) }), plan({ actions: actions(...ids.reverse()) })];
    const { patch } = diffPlans(before, after);
    expect(patch.filter(({ op }) => op === "move").length).toBe(5);
    expect(applyPatch(before, patch)).toStrictEqual({ ok: true, plan: after });
  });

  test("a list that has one id twice is refused: nobody can say which is meant", () => {
    const twice = plan({ actions: actions("a1", "a1") });
    const attempt = (): unknown => diffPlans(before, twice);
    expect(attempt).toThrow();
    try {
      attempt();
    } catch (e) {
      expect(isDomainError(e, "strategy-plan/duplicate-id") && e.path).toStrictEqual(["b", "actions", 1, "id"]);
    }
  });
});

describe("a patch", () => {
  const base = plan({ actions: actions("a1", "a2") });
  const applied = (...patch: readonly JsonPatchOperation[]): unknown => {
    const outcome = applyPatch(base, patch);
    return outcome.ok ? outcome.plan.actions?.map(({ id }) => id) : [outcome.reason, outcome.details];
  };

  test.each<readonly [string, readonly JsonPatchOperation[], unknown]>([
    ["adds at the end", [{ op: "add", path: "/actions/-", value: { id: "a3" } }], ["a1", "a2", "a3"]],
    ["adds at the index after the last", [{ op: "add", path: "/actions/2", value: { id: "a3" } }], ["a1", "a2", "a3"]],
    [
      "does not add beyond it",
      [{ op: "add", path: "/actions/3", value: { id: "a3" } }],
      ["no-such-place", { operation: 0, place: "/actions/3" }],
    ],
    [
      "copies",
      [
        { op: "copy", from: "/actions/0", path: "/actions/1" },
        { op: "replace", path: "/actions/1/id", value: "a9" },
      ],
      ["a1", "a9", "a2"],
    ],
    ["moves", [{ op: "move", from: "/actions/1", path: "/actions/0" }], ["a2", "a1"]],
    [
      "moves nothing into itself",
      [{ op: "move", from: "/actions", path: "/actions/0" }],
      ["no-such-place", { operation: 0, place: "/actions/0" }],
    ],
    [
      "does not replace what is not there",
      [{ op: "replace", path: "/actions/0/progress", value: {} }],
      ["no-such-place", { operation: 0, place: "/actions/0/progress" }],
    ],
    [
      "does not remove what is not there",
      [{ op: "remove", path: "/actions/2" }],
      ["no-such-place", { operation: 0, place: "/actions/2" }],
    ],
    [
      "takes an index without leading zeros only",
      [{ op: "remove", path: "/actions/01" }],
      ["no-such-place", { operation: 0, place: "/actions/01" }],
    ],
    [
      "is for a path that is one",
      [{ op: "remove", path: "actions" }],
      ["no-such-place", { operation: 0, place: "actions" }],
    ],
    [
      "tests before it changes",
      [{ op: "test", path: "/actions/0/id", value: "a2" }],
      ["test-failed", { operation: 0, place: "/actions/0/id" }],
    ],
    [
      "is not applied in part",
      [
        { op: "remove", path: "/actions/0" },
        { op: "test", path: "/version", value: "9" },
      ],
      ["test-failed", { operation: 1, place: "/version" }],
    ],
  ])("%s", (_, patch, expected) => {
    expect(applied(...patch)).toStrictEqual(expected);
    expect(base.actions?.length).toBe(2);
  });

  test("makes a plan or nothing: a member that plans do not have is refused, also one every object has", () => {
    for (const path of ["/colour", "/__proto__", "/actions/0/__proto__"]) {
      const outcome = applyPatch(base, [{ op: "add", path, value: { polluted: true } }]);
      expect(outcome.ok ? null : outcome.reason).toBe("not-a-plan");
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each([
    ["an operation nobody knows", [{ op: "delete", path: "/actions/0" }]],
    ["an add without a value", [{ op: "add", path: "/actions/-" }]],
    ["a move without a from", [{ op: "move", path: "/actions/0" }]],
    ["a misspelt member", [{ op: "remove", paths: "/actions/0" }]],
    ["something that is not a list", { op: "remove", path: "/actions/0" }],
  ])("%s is refused", (_, patch) => {
    expect(() => applyPatch(base, patch as never)).toThrow(/patch/);
  });
});

describe("a merge", () => {
  const base = plan({
    services: [
      { id: "s1", service: "Loans" },
      { id: "s2", service: "Leasing" },
    ],
    actions: actions("a1", "a2", "a3"),
  });
  const mine = (changes: Partial<StrategyPlan>): StrategyPlan => ({
    ...base,
    preparedBy: "E-1",
    version: "2a",
    ...changes,
  });
  const theirs = (changes: Partial<StrategyPlan>): StrategyPlan => ({
    ...base,
    preparedBy: "E-2",
    version: "2b",
    ...changes,
  });
  const as = { version: "3", preparedBy: "E-1", preparedOn: "2026-02-01" };
  const conflicts = (a: StrategyPlan, b: StrategyPlan): unknown => {
    const outcome = mergePlans(base, a, b, { as });
    return outcome.ok
      ? []
      : outcome.conflicts.map(({ code, details }) => [code.slice("strategy-plan/".length), details.at]);
  };

  test("a deletion and a new reference to what was deleted are a conflict, whichever side is which", () => {
    const gone = { services: [{ id: "s1", service: "Loans" }] };
    const refers = { actions: [...actions("a1", "a2", "a3"), { id: "a4", clientNeed: { text: "n", service: "s2" } }] };
    expect(conflicts(mine(gone), theirs(refers))).toStrictEqual([["removed-and-referenced", "services/s2"]]);
    expect(conflicts(mine(refers), theirs(gone))).toStrictEqual([["removed-and-referenced", "services/s2"]]);
    const decided = mergePlans(base, mine(gone), theirs(refers), {
      as,
      decisions: [{ at: "services/s2", take: "theirs" }],
    });
    expect(decided.ok && decided.plan.services).toStrictEqual(base.services);
    expect(decided.ok && decided.plan.actions?.length).toBe(4);
  });

  test("a deletion of a row that the other side changed is a conflict; of one it left alone it is not", () => {
    const gone = { actions: actions("a1", "a3") };
    const changed = { actions: [...actions("a1"), { id: "a2", clientNeed: { text: "another" } }, ...actions("a3")] };
    expect(conflicts(mine(gone), theirs(changed))).toStrictEqual([["removed-and-changed", "actions/a2"]]);
    expect(conflicts(mine(gone), theirs({}))).toStrictEqual([]);
  });

  test("a new reference is one too where the row referred to the same row before, by another member", () => {
    const refers = plan({
      services: [{ id: "s1", service: "Loans" }],
      actions: [{ id: "a1", clientNeed: { text: "x", service: "s1" } }],
    });
    const gone = { ...refers, services: [], actions: [{ id: "a1", clientNeed: { text: "x" } }] };
    const offers = {
      ...refers,
      actions: [{ id: "a1", clientNeed: { text: "x", service: "s1" }, productOrService: { name: "n", service: "s1" } }],
    };
    const outcome = mergePlans(refers, gone, offers);
    expect(outcome.ok ? [] : outcome.conflicts.map(({ code, details }) => [code, details.at])).toStrictEqual([
      ["strategy-plan/removed-and-referenced", "services/s1"],
    ]);
  });

  test("that there is none does not go together with what the other side wrote", () => {
    const none = mergePlans(
      emptyPlan,
      plan({ institutions: [] }),
      plan({ institutions: [{ id: "b", institutionName: "B" }] }),
    );
    expect(none.ok ? [] : none.conflicts.map(({ code, details }) => [code, details.at])).toStrictEqual([
      ["strategy-plan/changed-by-both", "institutions"],
    ]);
  });

  test("two orders are a conflict; one is taken, and the other's new row comes after the row it followed", () => {
    const here = mine({ actions: actions("a2", "a1", "a3") });
    const there = theirs({ actions: actions("a1", "a3", "a2", "a9") });
    expect(conflicts(here, there)).toStrictEqual([["reordered-by-both", "actions#order"]]);
    const ids = (outcome: ReturnType<typeof mergePlans>): unknown =>
      outcome.ok && outcome.plan.actions?.map(({ id }) => id);
    expect(
      ids(mergePlans(base, here, there, { as, decisions: [{ at: "actions#order", take: "mine" }] })),
    ).toStrictEqual(["a2", "a9", "a1", "a3"]);
    expect(ids(mergePlans(base, here, theirs({ actions: actions("a1", "a2", "a9", "a3") }), { as }))).toStrictEqual([
      "a2",
      "a9",
      "a1",
      "a3",
    ]);
  });

  test("one id for new rows of two lists is refused, whichever side is which", () => {
    const [here, there] = [
      mine({ actions: actions("a1", "a2", "a3", "x") }),
      theirs({ challenges: [{ id: "c1" }, { id: "x" }] }),
    ];
    const pathOf = (a: StrategyPlan, b: StrategyPlan): unknown => {
      try {
        return mergePlans(base, a, b, { as });
      } catch (e) {
        return isDomainError(e, "strategy-plan/duplicate-id") ? e.path : e;
      }
    };
    expect(pathOf(here, there)).toStrictEqual(["theirs", "challenges", 1, "id"]);
    expect(pathOf(there, here)).toStrictEqual(["mine", "challenges", 1, "id"]);
  });

  test("a row whose id is #order is not taken for the order of its list", () => {
    const odd = plan({ actions: actions("a1", "a2", "a3", "#order") });
    const here = { ...odd, actions: actions("a2", "a1", "a3", "#order") };
    const there = { ...odd, actions: actions("a1", "a3", "a2") };
    const changed = { ...here, actions: [...actions("a2", "a1", "a3"), { id: "#order", clientNeed: { text: "new" } }] };
    const outcome = mergePlans(odd, changed, there);
    expect(outcome.ok ? [] : outcome.conflicts.map(({ details }) => details.at)).toStrictEqual([
      "actions#order",
      "actions/#order",
    ]);
  });

  test("rows that both added where the other did come by their ids", () => {
    const outcome = mergePlans(
      base,
      mine({ actions: actions("a1", "a2", "a3", "b2") }),
      theirs({ actions: actions("a1", "a2", "a3", "b1") }),
      { as },
    );
    expect(outcome.ok && outcome.plan.actions?.map(({ id }) => id)).toStrictEqual(["a1", "a2", "a3", "b1", "b2"]);
  });

  test("version and author that both changed are conflicts, unless the caller says who signs", () => {
    const outcome = mergePlans(base, mine({}), theirs({}));
    expect(
      outcome.ok ? [] : outcome.conflicts.map(({ details }) => [details.at, details.mine, details.theirs]),
    ).toStrictEqual([["version", "2a", "2b"]]);
    const signed = mergePlans(base, mine({}), theirs({}), { as });
    expect(signed.ok && [signed.plan.version, signed.plan.preparedBy, signed.plan.preparedOn]).toStrictEqual([
      "3",
      "E-1",
      "2026-02-01",
    ]);
  });

  test("nobody approved what two have put together; what one wrote alone stays approved", () => {
    const approved = { ...base, approvedBy: "E-9" };
    const [a, b] = [
      { ...approved, version: "2" },
      { ...approved, preparedOn: "2026-01-02" },
    ];
    const both = mergePlans(approved, a, b);
    expect(both.ok && Object.hasOwn(both.plan, "approvedBy")).toBe(false);
    const one = mergePlans(approved, a, approved);
    expect(one.ok && one.plan.approvedBy).toBe("E-9");
  });

  test.each([
    [
      "a decision about something that is not a conflict",
      { decisions: [{ at: "actions/a1", take: "mine" }] },
      ["options", "decisions", 0, "at"],
    ],
    [
      "a second decision about the same",
      {
        decisions: [
          { at: "x", take: "mine" },
          { at: "x", take: "base" },
        ],
      },
      ["options", "decisions", 1, "at"],
    ],
    ["a side nobody knows", { decisions: [{ at: "x", take: "ours" }] }, ["options", "decisions", 0, "take"]],
    ["a day that does not exist", { as: { ...as, preparedOn: "2026-02-30" } }, ["options", "as", "preparedOn"]],
    ["a misspelt option", { decision: [] }, ["options", "decision"]],
  ])("%s is refused at its place", (_, options, path) => {
    try {
      mergePlans(base, mine({}), theirs({}), options as never);
      expect.unreachable();
    } catch (e) {
      expect(isDomainError(e) ? e.path : e).toStrictEqual(path);
    }
  });

  test("plans of two clients are not versions of one", () => {
    expect(() => mergePlans(base, mine({}), theirs({ client: "C-9" }))).toThrow(/another client/);
  });
});

describe("a plan rolled forward", () => {
  const old = plan({
    version: "7",
    approvedBy: "E-9",
    people: [
      {
        id: "p1",
        contactName: "李样本",
        otherBusinessWithUs: [
          { product: "x", bookingUnit: "u", consent: { purpose: "plan", givenOn: "2025-01-01", until: "2026-06-30" } },
        ],
        evidence: { contactName: { asOf: "2025-10-01" } },
      },
    ],
    standing: {
      ourImage: { text: "solid", evidence: { saidBy: "CFO", date: "2025-09-01" } },
      ourStrengths: [{ text: "fast" }],
    },
    value: {
      directIncome: { amount: cny("900000.00"), period: "2025", basis: "actual" },
      relatedClientIncome: { amount: cny("100000.00"), period: "2025", basis: "actual" },
      target: cny("1200000.00"),
    },
    actions: [
      { id: "a1", progress: { state: "won", actualDate: "2026-05-01" } },
      {
        id: "a2",
        plannedPitchTime: "2026-11",
        progress: { state: "pitched", actualDate: "2026-11-03" },
        expectedIncome: { amount: cny("80000.00"), period: "2026-Q4", probability: "0.5" },
      },
      {
        id: "a3",
        expectedIncome: { amount: cny("33333.33"), period: "2026", probability: "0.25" },
        productOrService: {
          name: "Forwards",
          needsSuitability: true,
          suitability: { checkedBy: "Q", checkedOn: "2025-11-30", need: "n" },
        },
      },
      { id: "a4", expectedIncome: { amount: cny("10000.00"), period: "2026" } },
    ],
    challenges: [
      {
        id: "c1",
        challengeContent: "rates",
        preventionAndTimetable: [
          { action: "x", state: "done" },
          { action: "y", state: "open" },
        ],
      },
      { id: "c2", challengeContent: "rival", preventionAndTimetable: [{ action: "x", state: "done" }] },
      { id: "c3", challengeContent: "new law" },
    ],
  });
  const {
    plan: next,
    entries,
    proposal,
  } = rollForward(old, "2027", examplePlanRollForward, { id: "P-2", version: "1", preparedOn: "2026-12-01" });

  test("facts go on with their age: their own, or the day of the old plan", () => {
    expect(next.people).toStrictEqual([
      { id: "p1", contactName: "李样本", evidence: { contactName: { asOf: "2025-10-01" } } },
    ]);
    // 4.B carries a day of its own inside; 4.C does not
    expect(next.standing?.evidence).toStrictEqual({ ourStrengths: { asOf: "2025-12-01" } });
    expect(next.value).toStrictEqual({
      directIncome: { amount: cny("900000.00"), period: "2025", basis: "actual" },
      relatedClientIncome: { amount: cny("100000.00"), period: "2025", basis: "actual" },
      // nobody knew the income of 2025 on 1 December 2025
      evidence: { directIncome: { asOf: "2025-12-31" }, relatedClientIncome: { asOf: "2025-12-31" } },
    });
  });

  test("actions begin anew, open challenges stay, an approval does not", () => {
    expect(next.actions?.map(({ id }) => id)).toStrictEqual(["a2", "a3", "a4"]);
    expect(next.actions?.[0]).toStrictEqual({
      id: "a2",
      expectedIncome: { amount: cny("80000.00"), period: "2027", probability: "0.5" },
      evidence: { expectedIncome: { asOf: "2025-12-01" } },
    });
    expect(next.actions?.[1]?.productOrService).toStrictEqual({ name: "Forwards", needsSuitability: true });
    expect(
      next.challenges?.map(({ id, preventionAndTimetable }) => [id, preventionAndTimetable?.length]),
    ).toStrictEqual([
      ["c1", 1],
      ["c3", undefined],
    ]);
    expect([
      next.id,
      next.version,
      next.period,
      next.preparedBy,
      next.preparedOn,
      Object.hasOwn(next, "approvedBy"),
    ]).toStrictEqual(["P-2", "1", "2027", "E-1", "2026-12-01", false]);
  });

  test("what stayed behind is listed", () => {
    expect(
      entries
        .filter(({ code }) => code.includes("left"))
        .map(({ code, path }) => [code.slice("strategy-plan/".length), path.join("/")]),
    ).toStrictEqual([
      ["dealings-left", "people/p1"],
      ["target-left", "value"],
      ["action-left", "actions/a1"],
      ["steps-left", "challenges/c1"],
      ["challenge-left", "challenges/c2"],
    ]);
  });

  test("a target may rest on what is there and what is expected; the budget decides", () => {
    // 900,000 + 100,000; 80,000 × 0.5 = 40,000 and 33,333.33 × 0.25 = 8,333.3325, half-even 8,333.33; a4 has no chance stated
    expect(proposal).toStrictEqual({
      currency: "CNY",
      existing: cny("1000000.00"),
      expected: cny("48333.33"),
      target: cny("1048333.33"),
      withoutProbability: ["a4"],
      withoutExpectedIncome: [],
      otherCurrency: [],
    });
    expect(next.value?.target).toBeUndefined();
  });

  test.each([
    [
      "a year that is not over when the new one begins",
      () => rollForward(old, "2026", examplePlanRollForward),
      ["year"],
    ],
    ["a month for a year", () => rollForward(old, "2027-01", examplePlanRollForward), ["year"]],
    [
      "a target of which the amount is none",
      () =>
        rollForward({ ...old, value: { target: { amount: "x", currency: "CNY" } } }, "2027", examplePlanRollForward),
      ["plan", "value", "target", "amount"],
    ],
    [
      "a target in a currency that does not exist",
      () =>
        rollForward({ ...old, value: { target: { amount: "1.00", currency: "X" } } }, "2027", examplePlanRollForward),
      ["plan", "value", "target", "currency"],
    ],
    ["a year that does not exist", () => rollForward(old, "2027-13", examplePlanRollForward), ["year"]],
    [
      "a misspelt choice",
      () => rollForward(old, "2027", { ...examplePlanRollForward, closedSteps: "keep" as never }),
      ["policy", "closedSteps"],
    ],
    [
      "a state the policy forgets",
      () => rollForward(old, "2027", { ...examplePlanRollForward, actions: { planned: "carry" } as never }),
      ["policy", "actions", "pitched"],
    ],
    [
      "a day that does not exist",
      () => rollForward(old, "2027", examplePlanRollForward, { preparedOn: "2026-02-30" }),
      ["next", "preparedOn"],
    ],
  ])("%s is refused", (_, attempt, path) => {
    try {
      attempt();
      expect.unreachable();
    } catch (e) {
      expect(isDomainError(e) ? e.path : e).toStrictEqual(path);
    }
  });
});
