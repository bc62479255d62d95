import { describe, expect, test } from "vitest";

import {
  exampleCorporateGrades,
  exampleMajorClientGrades,
  explainGrade,
  gradeClient,
  gradeMany,
  prepareGradingPolicy,
  type CustomerRecord,
  type GradeCondition,
  type GradeResult,
} from "../../../src/customer-classification/index.ts";
import { refusal } from "../../support/refusal.ts";
import { cny } from "../cards.ts";
import { asOf, listOf, lists, policyOf } from "./policies.ts";

const corporate = (record: CustomerRecord, given = lists): GradeResult =>
  gradeClient(exampleCorporateGrades, { clientId: "C-9", ...record }, { asOf, lists: given });

/** A client of whom everything is known and nothing is enough. */
const small = {
  corporateDepositAvg: cny("99999999.99"),
  corporateDepositPeriodEnd: cny("299999999.99"),
  posSettlement: cny("7999999.99"),
  corporateEBanking: false,
  payrollPeople: 149,
  payrollMonthly: cny("800000.00"),
  creditCards: 19,
} as const;

const gradeOf = (result: GradeResult): unknown =>
  result.status === "graded" ? [result.grade, result.by] : [result.atLeast, result.atMost];

describe("the corporate example, way by way", () => {
  test("everything known, and each just below its edge: neither strategic nor premium", () => {
    expect(gradeOf(corporate(small))).toStrictEqual(["other", []]);
    expect(corporate(small)).toMatchObject({ status: "graded", step: 0, restsOn: [] });
  });
  test.each<[string, CustomerRecord, string[]]>([
    ["average deposits of 100 million", { corporateDepositAvg: cny("100000000") }, ["average-deposits"]],
    [
      "deposits of 300 million at a period end",
      { corporateDepositPeriodEnd: cny("300000000") },
      ["period-end-deposits"],
    ],
    ["8 million a month through card terminals", { posSettlement: cny("8000000.00") }, ["pos"]],
    ["settles through the corporate internet bank", { corporateEBanking: true }, ["e-banking"]],
    ["pays 150 people", { payrollPeople: 150 }, ["payroll"]],
    ["has 20 credit cards", { creditCards: 20 }, ["cards"]],
    ["a special contribution", { specialContribution: true }, ["special-contribution"]],
    [
      "two ways at once, in the order of the policy",
      { creditCards: 25, posSettlement: cny("9000000") },
      ["pos", "cards"],
    ],
  ])("%s: premium", (_what, change, by) => {
    expect(gradeOf(corporate({ ...small, ...change }))).toStrictEqual(["premium", by]);
  });
  test("150 people are not enough when the payroll is not 0.8 million, nor the other way round", () => {
    const paid = (payrollPeople: number, amount: string): unknown =>
      gradeOf(corporate({ ...small, payrollPeople, payrollMonthly: cny(amount) }));
    expect(paid(150, "799999.99")).toStrictEqual(["other", []]);
    expect(paid(149, "2000000")).toStrictEqual(["other", []]);
    expect(paid(150, "800000")).toStrictEqual(["premium", ["payroll"]]);
  });
  test("a strategic client by name, with no other data", () => {
    const result = corporate({ clientId: "C-2" });
    expect(result).toMatchObject({
      status: "graded",
      grade: "strategic",
      step: 2,
      by: ["named-strategic"],
      restsOn: [],
    });
    expect(result.rules.map(({ rule }) => rule)).toStrictEqual(["named-strategic"]);
  });
  test("supported by name: premium, and the other ways are told too", () => {
    const result = corporate({ clientId: "C-3", creditCards: 30 });
    expect(gradeOf(result)).toStrictEqual(["premium", ["named-supported", "cards"]]);
    expect(result).toMatchObject({ restsOn: ["behavioural"] });
    expect(result.rules.map(({ rule, outcome }) => [rule, outcome])).toStrictEqual([
      ["named-strategic", "failed"],
      ["named-supported", "matched"],
      ["average-deposits", "undecided"],
      ["period-end-deposits", "undecided"],
      ["pos", "undecided"],
      ["e-banking", "undecided"],
      ["payroll", "undecided"],
      ["cards", "matched"],
      ["special-contribution", "failed"],
    ]);
  });
  test("the result names the policy, the lists and the day", () => {
    const { policy, lists: stamps, asOf: day } = corporate(small);
    expect(policy).toStrictEqual(prepareGradingPolicy(exampleCorporateGrades).stamp);
    expect(stamps.map(({ id, version }) => [id, version])).toStrictEqual([
      ["strategic-clients", "2026-1"],
      ["supported-clients", "2026-1"],
    ]);
    expect(day).toBe(asOf);
  });
  test("the hash of a list is that of its content", () => {
    const [list] = corporate(small).lists;
    const [same] = corporate(small, [listOf("strategic-clients", ["C-1", "C-2"])]).lists;
    const [other] = corporate(small, [listOf("strategic-clients", ["C-1"])]).lists;
    expect(same).toStrictEqual(list);
    expect(other?.hash).not.toBe(list?.hash);
  });
});

describe("what is not known", () => {
  test("a value that could make the client premium: other at least, premium at most", () => {
    const result = corporate({ ...small, creditCards: null, posSettlement: null });
    expect(result).toMatchObject({
      status: "insufficient-data",
      atLeast: "other",
      atMost: "premium",
      missing: [
        { feature: "posSettlement", state: "missing", rule: "pos" },
        { feature: "creditCards", state: "missing", rule: "cards" },
      ],
    });
  });
  test("one way that holds makes the others unimportant", () => {
    expect(gradeOf(corporate({ corporateEBanking: true }))).toStrictEqual(["premium", ["e-banking"]]);
  });
  test("a test that fails settles its rule: who pays 3 people is asked for no payroll amount", () => {
    const result = corporate({ ...small, payrollPeople: 3, payrollMonthly: null });
    expect(gradeOf(result)).toStrictEqual(["other", []]);
  });
  test("a list that was not given is not a list the client is not on", () => {
    const result = corporate({ ...small, corporateEBanking: true }, [listOf("supported-clients", [])]);
    expect(result).toMatchObject({
      status: "insufficient-data",
      atLeast: "premium",
      atMost: "strategic",
      missing: [{ list: "strategic-clients", state: "absent", rule: "named-strategic" }],
    });
    expect(result.lists.map(({ id }) => id)).toStrictEqual(["supported-clients"]);
  });
  test("a list that has ended, or has not begun, is not in force", () => {
    const ended = listOf("strategic-clients", ["C-1"], { effectiveTo: asOf });
    const coming = listOf("strategic-clients", ["C-1"], { version: "2026-2", effectiveFrom: "2026-04-01" });
    for (const list of [[ended], [coming], [ended, coming]]) {
      expect(corporate({ ...small, clientId: "C-1" }, [...list, listOf("supported-clients", [])])).toMatchObject({
        status: "insufficient-data",
        missing: [{ list: "strategic-clients", state: "not-in-force", rule: "named-strategic" }],
      });
    }
  });
  test("of the versions of a list the one in force counts", () => {
    const first = listOf("strategic-clients", ["C-1"], { effectiveTo: "2026-03-01" });
    const second = listOf("strategic-clients", ["C-9"], { version: "2026-2", effectiveFrom: "2026-03-01" });
    const result = corporate(small, [first, second, listOf("supported-clients", [])]);
    expect(gradeOf(result)).toStrictEqual(["strategic", ["named-strategic"]]);
    expect(result.rules[0]?.tests[0]).toStrictEqual({
      condition: { test: "listed", list: "strategic-clients" },
      outcome: "holds",
      version: "2026-2",
    });
  });
  test("a client without an id is on no list and off none", () => {
    const result = corporate({ ...small, clientId: null });
    expect(result).toMatchObject({
      status: "insufficient-data",
      atMost: "strategic",
      missing: [{ feature: "clientId", state: "missing", rule: "named-strategic" }],
    });
  });
  test("ids are compared character by character", () => {
    expect(gradeOf(corporate({ ...small, clientId: "c-1" }))).toStrictEqual(["other", []]);
    expect(gradeOf(corporate({ ...small, clientId: "C-1 " }))).toStrictEqual(["other", []]);
  });
});

describe("a value that is there and cannot be used", () => {
  const { features } = policyOf([]);
  const aged = {
    money: { kind: "money", group: "behavioural", sensitive: false, maxAgeDays: 30, observedAtField: "moneyOn" },
  } as const;
  const by = (condition: GradeCondition, record: CustomerRecord, observedAt = {}): GradeResult => {
    const policy = policyOf([condition], { features: { ...features, ...aged }, characteristics: [] });
    return gradeClient(policy, record, { asOf, observedAt });
  };
  const rich: GradeCondition = { test: "amount", feature: "money", atLeast: "5", unusable: "reject" };
  test("is stale after the days the feature allows, and decides nothing", () => {
    const record = { money: cny("10") };
    expect(by(rich, { ...record, moneyOn: "2026-03-01" })).toMatchObject({ status: "graded", grade: "top" });
    expect(by(rich, { ...record, moneyOn: "2026-02-28" })).toMatchObject({
      status: "insufficient-data",
      missing: [{ feature: "money", state: "stale", rule: "way" }],
    });
    expect(by(rich, record)).toMatchObject({ missing: [{ state: "stale" }] });
    expect(by(rich, record, { money: asOf })).toMatchObject({ grade: "top" });
  });
  test("is of an unknown category, and fails only where the policy says so", () => {
    const gold = (unusable: "fails" | "reject"): GradeCondition => ({
      test: "category",
      feature: "category",
      oneOf: ["gold"],
      unusable,
    });
    expect(by(gold("reject"), { category: "platinum" })).toMatchObject({
      missing: [{ feature: "category", state: "unknown-category", rule: "way" }],
    });
    expect(by(gold("fails"), { category: "platinum" })).toMatchObject({ status: "graded", grade: "rest" });
  });
  test("was observed after the day: an issue of its own", () => {
    expect(() => by(rich, { money: cny("10"), moneyOn: "2026-04-01" })).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-observation",
        path: ["record", "moneyOn"],
      }),
    );
  });
});

describe("what is wrong", () => {
  test("a value of the wrong kind is refused, for a client on a list too", () => {
    expect(() => corporate({ clientId: "C-1", creditCards: "20" })).toThrow(
      refusal("customer-classification/invalid-value", ["record", "creditCards"], {
        feature: "creditCards",
        kind: "integer",
        reason: "wrong-kind",
        received: "20",
        type: "string",
      }),
    );
  });
  test("an id that is a number is on no list, and so it is refused", () => {
    expect(() => gradeClient(exampleCorporateGrades, { ...small, clientId: 7 }, { asOf, lists })).toThrow(
      refusal("customer-classification/invalid-record", ["record", "clientId"], { received: "7", type: "number" }),
    );
  });
  test("a name that is nearly a field's", () => {
    expect(() => gradeClient(exampleCorporateGrades, { client_id: "C-1" }, { asOf, lists })).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-record", path: ["record", "client_id"] }),
    );
  });
  test("two versions of a list in force", () => {
    const twice = [listOf("strategic-clients", []), listOf("strategic-clients", ["C-1"], { version: "2026-2" })];
    expect(() => corporate(small, twice)).toThrow(
      refusal("customer-classification/invalid-name-list", ["lists", 1], {
        list: "strategic-clients",
        versions: ["2026-1", "2026-2"],
      }),
    );
  });
  test("a client twice on a list", () => {
    expect(() => corporate(small, [listOf("strategic-clients", ["C-1", "C-2", "C-1"])])).toThrow(
      refusal("customer-classification/invalid-name-list", ["lists", 0, "clients", 2], {
        list: "strategic-clients",
        client: "C-1",
      }),
    );
  });
  test.each([
    [{ ...listOf("strategic-clients", []), names: [] }, ["lists", 0, "names"]],
    [{ ...listOf("strategic-clients", []), clients: [""] }, ["lists", 0, "clients", 0]],
    [{ ...listOf("strategic-clients", []), sources: [] }, ["lists", 0, "sources"]],
    [{ ...listOf("strategic-clients", []), clients: "C-1" }, ["lists", 0, "clients"]],
  ])("list %#: is not one", (list, path) => {
    expect(() => corporate(small, [list as never])).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-name-list", path }),
    );
  });
  test("a context that is not one, and an observation of a feature the policy does not have", () => {
    const context = { asOf, list: [] } as never;
    expect(() => gradeClient(exampleCorporateGrades, small, context)).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-context", path: ["list"] }),
    );
    expect(() => gradeClient(exampleCorporateGrades, small, { asOf, observedAt: { deposits: asOf } })).toThrow(
      expect.objectContaining({ code: "customer-classification/unknown-feature" }),
    );
  });
  test("a day on which the policy is not in force", () => {
    expect(() => gradeClient(exampleCorporateGrades, small, { asOf: "1999-12-31", lists })).toThrow(
      expect.objectContaining({ code: "core/no-policy-in-force" }),
    );
  });
});

describe("points beside names and amounts", () => {
  const graded = (when: readonly GradeCondition[], record: CustomerRecord): GradeResult =>
    gradeClient(policyOf(when), record, { asOf });
  // 1,000 is 9 points; 2 or more are 4 points, and 0 to 4 where it is not known
  test.each<[string, GradeCondition, CustomerRecord, unknown]>([
    ["a total that is known", { test: "total", atLeast: 13 }, { money: cny("1000"), integer: 2 }, "top"],
    ["a total that falls short", { test: "total", atLeast: 13 }, { money: cny("1000"), integer: 1 }, "rest"],
    ["enough without the open value", { test: "total", atLeast: 9 }, { money: cny("1000") }, "top"],
    ["not enough with the most the open value is worth", { test: "total", atLeast: 10 }, { money: cny("1") }, "rest"],
    ["an axis", { test: "axis", axis: "contribution", below: 14 }, { money: cny("1000") }, "top"],
    [
      "a characteristic",
      { test: "characteristic", characteristic: "money", atLeast: 9 },
      { money: cny("1000") },
      "top",
    ],
  ])("%s", (_what, condition, record, grade) => {
    expect(graded([condition], record)).toMatchObject({ status: "graded", grade });
  });
  test("a total that depends on the open value", () => {
    const result = graded([{ test: "total", atLeast: 12 }], { money: cny("1000") });
    expect(result).toMatchObject({
      status: "insufficient-data",
      missing: [{ feature: "integer", state: "missing", characteristic: "integer", rule: "way" }],
    });
    expect(result.rules[0]?.tests[0]).toMatchObject({ outcome: "undecided", points: 9, pointsAtMost: 13 });
  });
  test("a value that the points require", () => {
    const result = graded([{ test: "total", atLeast: 1 }], { integer: 5 });
    expect(result).toMatchObject({
      status: "insufficient-data",
      missing: [{ feature: "money", state: "missing", characteristic: "money", rule: "way" }],
    });
    expect(result.rules[0]?.tests[0]).not.toHaveProperty("points");
  });
  test("a value that the points require, and that could not be enough", () => {
    // the amount gives 9 points at most, and 4 with the other
    const result = graded([{ test: "total", atLeast: 10 }], { integer: 1 });
    expect(result).toMatchObject({ status: "graded", grade: "rest", by: [] });
    expect(result.rules[0]?.tests[0]).toMatchObject({ outcome: "fails" });
    expect(graded([{ test: "total", atLeast: 10 }], { integer: 2 })).toMatchObject({
      status: "insufficient-data",
      atMost: "top",
    });
    // and -3 at least
    expect(graded([{ test: "total", below: 1 }], { integer: 2 })).toMatchObject({ status: "graded", grade: "rest" });
    expect(graded([{ test: "total", below: 1 }], { integer: 1 })).toMatchObject({ status: "insufficient-data" });
  });
  test("points that are required do not stand in the way of a name or an amount", () => {
    const when = [
      {
        test: "any",
        of: [
          { test: "total", atLeast: 1 },
          { test: "flag", feature: "flag", is: true, unusable: "reject" },
        ],
      },
    ] as const;
    expect(graded(when, { flag: true })).toMatchObject({ status: "graded", grade: "top", restsOn: ["attitudinal"] });
    expect(graded(when, { flag: false })).toMatchObject({ status: "insufficient-data" });
  });
  test("the kinds of data a grade rests on are those of the tests that hold", () => {
    const when: readonly GradeCondition[] = [
      {
        test: "any",
        of: [
          { test: "category", feature: "category", oneOf: ["gold"], unusable: "fails" },
          { test: "flag", feature: "flag", is: true, unusable: "fails" },
        ],
      },
      { test: "total", atLeast: 1 },
    ];
    const record = { money: cny("1000"), integer: 5, category: "gold" };
    expect(graded(when, record)).toMatchObject({ restsOn: ["firmographic", "behavioural", "derived"] });
  });
});

describe("the grades of major clients", () => {
  test.each([
    ["3000000", "city", "special", 5],
    ["2999999.99", "city", "provincial", 4],
    ["250000", "city", "provincial", 4],
    ["249999.99", "city", "class-1", 3],
    ["249999.99", "county", "provincial", 4],
    ["199999.99", "county", "class-1", 3],
    ["70000", "city", "class-1", 3],
    ["69999.99", "city", "class-2", 2],
    ["50000", "county", "class-1", 3],
    ["30000", "city", "class-2", 2],
    ["29999.99", "city", "class-3", 1],
    ["20000", "county", "class-2", 2],
    ["10000", "county", "class-3", 1],
    ["9999.99", "city", "other", 0],
  ])("%s a year at a %s office: %s", (amount, office, grade, step) => {
    const record = { clientId: "M-1", annualRevenue: cny(amount), office };
    expect(gradeClient(exampleMajorClientGrades, record, { asOf })).toMatchObject({ grade, step });
  });
});

describe("a whole book", () => {
  const rows = [
    { clientId: "C-1" },
    { ...small, clientId: "C-3" },
    { ...small, clientId: "C-4" },
    { ...small, clientId: "C-5", creditCards: 1.5 },
    { ...small, clientId: 6 },
    { ...small, clientId: "C-7", posSettlement: null },
  ];
  test("is graded row by row, and what is wrong with one row stops no other", () => {
    const batch = gradeMany(exampleCorporateGrades, rows, { asOf, lists });
    expect(batch.values).toStrictEqual([
      { status: "graded", grade: "strategic", step: 2, by: ["named-strategic"] },
      { status: "graded", grade: "premium", step: 1, by: ["named-supported"] },
      { status: "graded", grade: "other", step: 0, by: [] },
      null,
      null,
      {
        status: "insufficient-data",
        atLeast: "other",
        atMost: "premium",
        missing: [{ feature: "posSettlement", state: "missing", rule: "pos" }],
      },
    ]);
    expect(batch.issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [3, "customer-classification/invalid-value", ["creditCards"]],
      [4, "customer-classification/invalid-record", ["clientId"]],
    ]);
  });
  test("names the clients on lists whom nobody in the book is", () => {
    const { findings } = gradeMany(exampleCorporateGrades, rows, { asOf, lists });
    expect(findings).toStrictEqual([
      {
        code: "customer-classification/listed-clients-unseen",
        path: ["lists", "strategic-clients"],
        details: { list: "strategic-clients", version: "2026-1", unseen: 1, of: 2, clients: ["C-2"] },
      },
    ]);
  });
  test("of an empty book: no row, no rate, and everybody on the lists is unseen", () => {
    const batch = gradeMany(exampleCorporateGrades, [], { asOf, lists });
    expect([batch.values, batch.issues]).toStrictEqual([[], []]);
    expect(batch.findings).toHaveLength(2);
  });
  test("as columns it is the same", () => {
    const columns = Object.fromEntries(
      ["clientId", ...Object.keys(small)].map((field) => [
        field,
        rows.map((row) => (row as CustomerRecord)[field] ?? null),
      ]),
    );
    expect(gradeMany(exampleCorporateGrades, columns, { asOf, lists })).toStrictEqual(
      gradeMany(exampleCorporateGrades, rows, { asOf, lists }),
    );
    expect(() => gradeMany(exampleCorporateGrades, { clientId: ["C-1"], creditCards: [] }, { asOf })).toThrow(
      expect.objectContaining({ code: "customer-classification/ragged-columns" }),
    );
  });
});

describe("the explanation of a grade", () => {
  test("has the answer, what it rests on, and every rule with its tests", () => {
    const { lines } = explainGrade(corporate({ ...small, payrollPeople: 150 }));
    expect(lines.slice(0, 4)).toStrictEqual([
      {
        line: "grade",
        depth: 0,
        labels: { grade: "grade.premium", by: ["gradeRule.payroll"] },
        values: {},
      },
      { line: "rests-on", depth: 0, labels: { groups: ["featureGroup.behavioural"] }, values: {} },
      {
        line: "rule",
        depth: 1,
        labels: { rule: "gradeRule.named-strategic", grants: "grade.strategic", outcome: "ruleOutcome.failed" },
        values: {},
      },
      {
        line: "test",
        depth: 2,
        labels: { test: "conditionTest.listed", outcome: "testOutcome.fails", list: "nameList.strategic-clients" },
        values: { version: "2026-1" },
      },
    ]);
    // nine rules with ten tests
    expect(lines).toHaveLength(2 + 9 + 10);
  });
  test("survives JSON, and refuses what is not a grade", () => {
    const result = corporate({ ...small, posSettlement: null }, []);
    expect(explainGrade(JSON.parse(JSON.stringify(result)) as GradeResult)).toStrictEqual(explainGrade(result));
    expect(() => explainGrade({ ...result, missing: [{ list: "x", state: "lost", rule: "r" }] } as never)).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-result",
        path: ["result", "missing", 0, "state"],
      }),
    );
  });
});
