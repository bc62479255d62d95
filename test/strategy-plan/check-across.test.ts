import { describe, expect, test } from "vitest";

import { relationshipValue, type IncomeLine } from "../../src/relationship-value/index.ts";
import {
  checkPlan,
  planIssueLevels,
  type ComparedStatement,
  type PlanAction,
  type PlanCheckOptions,
  type PlanIssue,
  type PlanValue,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import { refusal } from "../support/refusal.ts";
import { cny, emptyPlan, sample, samplePlanInYear } from "./plans.ts";

const found = (plan: Partial<StrategyPlan>, options: PlanCheckOptions = {}): readonly PlanIssue[] =>
  checkPlan({ ...emptyPlan, ...plan }, options);
const short = (issues: readonly PlanIssue[]) =>
  issues.map(({ code, path }) => `${code.replace("strategy-plan/", "")} ${path.join(".")}`);

describe("the staff of the bank", () => {
  const evidence = { asOf: "2025-11-01" };
  const plan: Partial<StrategyPlan> = {
    people: [{ id: "p", contactName: "A", stakeholder: { coveredBy: ["E-1", "E-9"], evidence } }],
    actions: [
      { id: "a", departmentAndOwner: { person: "孙样本（副行长）" } },
      { id: "b", departmentAndOwner: { department: "公司业务部" } },
      { id: "c", departmentAndOwner: { department: "公司业务部", person: "吴样本" } },
      { id: "d", departmentAndOwner: { department: "公司业务部", person: " " } },
    ],
    challenges: [
      {
        id: "x",
        preventionAndTimetable: [
          { action: "one", owner: "ｅ－1", state: "open" },
          { action: "two", state: "open" },
          { action: "three", owner: "E-10", state: "open" },
        ],
      },
    ],
  };

  test("are in charge, by number or by name, as kin of managers are compared", () => {
    const employees = [{ id: "E-1" }, { id: "E-2", name: "孙样本" }];
    expect(found(plan, { employees })).toStrictEqual([
      {
        code: "strategy-plan/owner-unknown",
        path: ["people", 0, "stakeholder", "coveredBy", 1],
        details: { row: "p" },
      },
      {
        code: "strategy-plan/owner-unknown",
        path: ["actions", 2, "departmentAndOwner", "person"],
        details: { row: "c" },
      },
      {
        code: "strategy-plan/owner-unknown",
        path: ["challenges", 0, "preventionAndTimetable", 2, "owner"],
        details: { row: "x" },
      },
    ]);
  });

  test("are asked for only where they are given; with none given nobody is one of them", () => {
    expect(found(plan)).toStrictEqual([]);
    expect(found(plan, { employees: [] })).toHaveLength(6);
    // rows of a database, with columns of their own and a name that is null
    expect(found({}, { employees: [{ id: "E-1", name: null, unit: "U" } as never] })).toStrictEqual([]);
  });
});

test("products are in the catalogue", () => {
  const plan: Partial<StrategyPlan> = {
    services: [
      { id: "s1", service: "x", product: "FX" },
      { id: "s2", service: "x" },
      { id: "s3", service: "x", product: "fx" },
    ],
    actions: [
      { id: "a1", productOrService: { name: "n", product: "LOAN" } },
      { id: "a2", productOrService: { name: "n" } },
      { id: "a3", productOrService: { name: "n", product: "FX" } },
    ],
  };
  expect(found(plan)).toStrictEqual([]);
  expect(found(plan, { catalogue: [{ id: "FX" }] })).toStrictEqual([
    { code: "strategy-plan/product-unknown", path: ["services", 2, "product"], details: { product: "fx" } },
    {
      code: "strategy-plan/product-unknown",
      path: ["actions", 0, "productOrService", "product"],
      details: { product: "LOAN" },
    },
  ]);
});

test("people of section 2 are in the client file; a row without an id is one issue", () => {
  const people = [
    { id: "p1", contactName: "A" },
    { id: "p2", contactName: "B" },
    { id: " ", contactName: "C" },
  ];
  expect(short(found({ people }, { contacts: [{ id: "p1" }, { id: "p3" }] }))).toStrictEqual([
    "empty-id people.2.id",
    "contact-not-in-file people.1.id",
  ]);
  expect(found({ people: people.slice(0, 2) })).toStrictEqual([]);
  const unread = [{ contactName: "A" }] as never;
  expect(short(found({ people: unread }, { contacts: [] }))).toStrictEqual(["invalid-plan people.0.id"]);
  expect(planIssueLevels["strategy-plan/contact-not-in-file"]).toBe("reminder");
});

describe("the value statement", () => {
  const statement = (changes: Partial<ComparedStatement> = {}): ComparedStatement => ({
    client: "C-1",
    heads: { direct: cny("100.00"), related: cny("30.00"), other: cny("0.00") },
    headDetails: { direct: { status: "stated" }, related: { status: "partly-stated" }, other: { status: "no-data" } },
    conventions: { currency: "CNY", period: { from: "2025-01-01", to: "2026-01-01" } },
    ...changes,
  });
  const income = (amount: string, period: StrategyPlan["period"] = "2025") =>
    ({ amount: cny(amount), period, basis: "actual" }) as const;
  const benefit = (amount: string) => ({ amount: cny(amount), period: "2025", method: "m" });

  test("has the figures of section 7; what it has no data of is not 0", () => {
    expect(
      found(
        {
          value: {
            directIncome: income("100"),
            relatedClientIncome: income("30.01"),
            otherIntangibleBenefit: benefit("0.00"),
          },
        },
        { statement: statement() },
      ),
    ).toStrictEqual([
      {
        code: "strategy-plan/value-differs-from-statement",
        path: ["value", "relatedClientIncome"],
        details: { head: "related", plan: cny("30.01"), statement: cny("30.00") },
      },
      {
        code: "strategy-plan/value-differs-from-statement",
        path: ["value", "otherIntangibleBenefit"],
        details: { head: "other", plan: cny("0.00") },
      },
    ]);
    // figures that are open are not wrong
    expect(found({}, { statement: statement() })).toStrictEqual([]);
    expect(found({ value: {} }, { statement: statement() })).toStrictEqual([]);
  });

  test("of another period or currency cannot be compared", () => {
    const other = (plan: Partial<StrategyPlan>, changes: Partial<ComparedStatement>) =>
      found(plan, { statement: statement(changes) });
    const conventions = { currency: "CNY", period: { from: "2024-01-01", to: "2025-01-01" } };
    expect(other({ value: { directIncome: income("100.00") } }, { conventions })).toStrictEqual([
      {
        code: "strategy-plan/statement-of-other-time",
        path: ["value", "directIncome"],
        details: {
          head: "direct",
          currency: "CNY",
          period: "2025",
          statementCurrency: "CNY",
          statementPeriod: "2024",
        },
      },
    ]);
    const dollars = { ...statement().conventions, currency: "USD" };
    expect(short(other({ value: { directIncome: income("100.00") } }, { conventions: dollars }))).toStrictEqual([
      "statement-of-other-time value.directIncome",
    ]);
    // the same days by another name, and one that does not exist, which is an issue of its own
    const days = { from: "2025-01-01", to: "2026-01-01" };
    expect(other({ value: { directIncome: income("100.00", days) } }, {})).toStrictEqual([]);
    expect(short(other({ value: { directIncome: income("100.00", "2025-13") } }, {}))).toStrictEqual([
      "core/invalid-date value.directIncome.period",
    ]);
    expect(short(other({ value: { directIncome: income("x") } }, {}))).toStrictEqual([
      "money/invalid-amount value.directIncome.amount.amount",
    ]);
  });

  test("of another client is one issue, and is not compared", () => {
    expect(
      found({ value: { directIncome: income("1.00") } }, { statement: statement({ client: "C-2" }) }),
    ).toStrictEqual([
      {
        code: "strategy-plan/statement-of-other-client",
        path: ["client"],
        details: { client: "C-2", expected: "C-1" },
      },
    ]);
    expect(short(found({ client: " " }, { statement: statement() }))).toStrictEqual(["empty-id client"]);
  });

  test("as the library makes it is one; half of one is refused", () => {
    const line: IncomeLine = {
      id: "L-1",
      client: "C-1",
      product: "LOAN",
      item: "asset",
      period: "2025",
      amount: cny("100.00"),
      basis: "actual",
      source: "S",
    };
    const made = relationshipValue([line], { client: "C-1", period: "2025", currency: "CNY" }).statement;
    expect(found({ value: { directIncome: income("100.00") } }, { statement: made })).toStrictEqual([]);
    expect(short(found({ value: { directIncome: income("99.00") } }, { statement: made }))).toStrictEqual([
      "value-differs-from-statement value.directIncome",
    ]);
    const { heads, ...rest } = statement();
    expect(() => found({}, { statement: { ...rest, heads: { ...heads, direct: 1 } } as never })).toThrow(
      expect.objectContaining({ path: ["options", "statement", "heads", "direct"] }),
    );
    const untold = { ...statement().headDetails, other: { status: "none" } };
    expect(() => found({}, { statement: { ...statement(), headDetails: untold } as never })).toThrow(
      expect.objectContaining({
        code: "strategy-plan/invalid-input",
        path: ["options", "statement", "headDetails", "other", "status"],
      }),
    );
  });
});

describe("the target", () => {
  const income = (amount: string, period: StrategyPlan["period"] = "2025") =>
    ({ amount: cny(amount), period, basis: "actual" }) as const;
  const worth = (changes: Partial<PlanValue> = {}): PlanValue => ({
    directIncome: income("700.00"),
    relatedClientIncome: income("200.00"),
    otherIntangibleBenefit: { amount: cny("100.00"), period: "2025", method: "m" },
    target: cny("1300.00"),
    ...changes,
  });
  const expects = (id: string, amount: string, state?: "won" | "lost" | "dropped"): PlanAction => ({
    id,
    expectedIncome: { amount: cny(amount), period: "2026" },
    ...(state === undefined
      ? {}
      : { progress: { state, reason: "r", ...(state === "won" ? { actualDate: "2026-02-02" } : {}) } }),
  });
  const codes = (value: PlanValue, actions: readonly PlanAction[], changes: Partial<StrategyPlan> = {}) =>
    found({ value, actions, ...changes }).filter(({ code }) => code === "strategy-plan/target-not-planned");

  test("is above what the relationship is worth by more than the actions bring: 1,300 − 1,000 > 299.99", () => {
    expect(found({ value: worth(), actions: [expects("a", "199.99"), expects("b", "100.00")] })).toStrictEqual([
      {
        code: "strategy-plan/target-not-planned",
        path: ["value", "target"],
        details: { target: cny("1300.00"), value: cny("1000.00"), toPlan: cny("300.00"), planned: cny("299.99") },
      },
    ]);
    expect(codes(worth(), [expects("a", "200.00"), expects("b", "100.00")])).toStrictEqual([]);
    expect(codes(worth({ target: cny("1000.00") }), [expects("a", "0.00")])).toStrictEqual([]);
    expect(planIssueLevels["strategy-plan/target-not-planned"]).toBe("reminder");
  });

  test("counts what was won, and not what was lost or dropped", () => {
    expect(codes(worth(), [expects("a", "300.00", "won")])).toHaveLength(0);
    expect(codes(worth(), [expects("a", "300.00", "lost")])).toMatchObject([{ details: { planned: cny("0.00") } }]);
    expect(codes(worth(), [expects("a", "300.00", "dropped"), expects("b", "1.00")])).toMatchObject([
      { details: { planned: cny("1.00") } },
    ]);
  });

  test("is not looked at where something of it is open or cannot be added", () => {
    const without = (member: keyof PlanValue): PlanValue =>
      Object.fromEntries(Object.entries(worth()).filter(([name]) => name !== member));
    const few = [expects("a", "1.00")];
    for (const value of [
      without("directIncome"),
      without("otherIntangibleBenefit"),
      without("target"),
      worth({ relatedClientIncome: income("200.00", "2024") }),
      worth({ target: { amount: "1300.00", currency: "USD" } }),
      worth({ target: cny("x") }),
      worth({ directIncome: income("x") }),
    ]) {
      expect(codes(value, few)).toStrictEqual([]);
    }
    const half = { from: "2025-07-01", to: "2026-01-01" };
    const ofHalf = worth({
      directIncome: income("700.00", half),
      relatedClientIncome: income("200.00", half),
      otherIntangibleBenefit: { amount: cny("100.00"), period: half, method: "m" },
    });
    expect(codes(ofHalf, few)).toStrictEqual([]);
    expect(codes(worth(), [])).toStrictEqual([]);
    expect(codes(worth(), [{ id: "a" }])).toStrictEqual([]);
    const dollars = { amount: { amount: "1.00", currency: "USD" }, period: "2026" };
    expect(codes(worth(), [...few, { id: "b", expectedIncome: dollars }])).toStrictEqual([]);
    expect(codes(worth(), few, { period: { from: "2026-07-01", to: "2027-01-01" } })).toStrictEqual([]);
    // a plan year with a leap day, of a year without one
    expect(codes(worth(), few, { period: { from: "2027-03-01", to: "2028-03-01" } })).toHaveLength(1);
    // an income that cannot be read might have been enough
    expect(codes(worth(), [...few, { id: "b", expectedIncome: 7 as never }])).toStrictEqual([]);
    expect(codes(worth({ basis: 1 } as never), few)).toStrictEqual([]);
  });
});

test("the sample stands all of it, before and in its year", () => {
  const { statement } = relationshipValue(sample.incomeLines, {
    client: sample.client.id,
    group: sample.group,
    period: "2025",
    currency: "CNY",
  });
  const contacts = (sample.plan.people ?? []).map(({ id }) => ({ id }));
  const { catalogue, employees } = sample;
  const options = { employees, catalogue, contacts, statement, managers: sample.client.managers };
  expect(checkPlan(sample.plan, options)).toStrictEqual([]);
  // the new finance director is not in the file yet
  expect(short(checkPlan(samplePlanInYear, options))).toStrictEqual(["contact-not-in-file people.4.id"]);
});

test("options that cannot be read are refused", () => {
  const call = (options: object) => expect(() => checkPlan(emptyPlan, options as never));
  const code = "strategy-plan/invalid-input";
  call({ employees: "E-1" }).toThrow(refusal(code, ["options", "employees"], { received: "E-1" }));
  call({ employees: [{ name: "W" }] }).toThrow(
    expect.objectContaining({ code, path: ["options", "employees", 0, "id"] }),
  );
  call({ catalogue: [{ name: "FX" }] }).toThrow(
    expect.objectContaining({ code, path: ["options", "catalogue", 0, "id"] }),
  );
  // a catalogue is read as `whiteSpace` reads it; rows of the staff and of the client file have members of their own
  call({ catalogue: [{ id: "FX", familly: "treasury" }] }).toThrow(
    expect.objectContaining({ code, path: ["options", "catalogue", 0, "familly"] }),
  );
  call({ employees: [{ id: "E-1", nmae: "W" }] }).toThrow(
    expect.objectContaining({ code, path: ["options", "employees", 0, "nmae"] }),
  );
  call({ contacts: [1] }).toThrow(expect.objectContaining({ code, path: ["options", "contacts", 0] }));
  call({ statement: null }).toThrow(expect.objectContaining({ code, path: ["options", "statement"] }));
});
