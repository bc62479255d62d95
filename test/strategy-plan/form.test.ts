import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import type { ContactInOurBank } from "../../src/client/index.ts";
import { relationshipValue } from "../../src/relationship-value/index.ts";
import {
  ACTION_STATES,
  PLAN_ISSUE_LEVELS,
  STRATEGY_PLAN_ERROR_CODES,
  checkPlan,
  planIssueLevels,
  type ActionProgress,
  type ConsentGap,
  type CreditLimit,
  type DealingConsent,
  type PlanAction,
  type PlanCheckOptions,
  type PlanPerson,
  type PlanService,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { cny, emptyPlan, sample, samplePlanInYear } from "./plans.ts";

const found = (part: Partial<StrategyPlan>, options?: PlanCheckOptions): readonly string[] =>
  checkPlan({ ...emptyPlan, ...part }, options).map(({ code, path }) => `${code.slice(14)} ${path.join(".")}`);
const person = (row: Omit<PlanPerson, "id">): Partial<StrategyPlan> => ({ people: [{ id: "p", ...row }] });
const action = (row: Omit<PlanAction, "id">): Partial<StrategyPlan> => ({ actions: [{ id: "a", ...row }] });
const service = (row: Partial<PlanService>): Partial<StrategyPlan> => ({
  services: [{ id: "s", service: "x", ...row }],
});

test("the sample is in order, on the calendar of its place as well, and so is the sample in its year", () => {
  expect(checkPlan(sample.plan, { calendar: CN, managers: sample.client.managers })).toStrictEqual([]);
  expect(checkPlan(samplePlanInYear, { calendar: CN, managers: sample.client.managers })).toStrictEqual([]);
});

test("the sample's own figures agree: no finding on its income, and credit that is free or asked for covers the action", () => {
  const { client, group, incomeLines, plan } = sample;
  const { statement, issues, findings } = relationshipValue(incomeLines, {
    client: client.id,
    group,
    period: "2025",
    currency: plan.currency,
  });
  expect([issues, findings]).toStrictEqual([[], []]);
  expect([statement.heads.direct, statement.heads.related, statement.heads.other]).toStrictEqual([
    plan.value?.directIncome?.amount,
    plan.value?.relatedClientIncome?.amount,
    plan.value?.otherIntangibleBenefit?.amount,
  ]);
  const [line] = plan.credit?.limits ?? [];
  const need = plan.businesses?.[0]?.financialNeeds?.[1]?.amount?.amount;
  // 100 − 90 million free, 60 million to take over: 50 million more, so a line of 150 million
  expect([line?.limit.amount, line?.used.amount, need]).toStrictEqual(["100000000.00", "90000000.00", "60000000.00"]);
  expect(plan.actions?.[1]?.clientNeed?.text).toContain("余额约6,000万元");
  expect(plan.actions?.[1]?.clientNeed?.text).toContain("可用1,000万元，须先增额5,000万元");
  expect(plan.challenges?.[0]?.preventionAndTimetable?.[0]?.action).toContain("1亿元增至1.5亿元");
});

describe("either of two, where the form has a slash or two things", () => {
  test.each<[string, Partial<StrategyPlan>]>([
    ["a department alone", action({ departmentAndOwner: { department: "Trade finance" } })],
    ["an owner alone", action({ departmentAndOwner: { person: "Wang" } })],
    ["a share of turnover alone", { businesses: [{ id: "b", shareOfTurnoverAndProfit: { turnoverShare: "0.4" } }] }],
    ["a share of profit alone", { businesses: [{ id: "b", shareOfTurnoverAndProfit: { profitShare: "-0.2" } }] }],
    ["a unit of our bank alone", person({ contactName: "A", otherContactsInOurBank: [{ department: "Payments" }] })],
    [
      "a person of our bank with the relation",
      person({ contactName: "A", otherContactsInOurBank: [{ person: "Sun", relation: "same club" }] }),
    ],
    [
      "a decision maker known by title only",
      person({ positionAndAuthority: { position: "CFO", authority: "decides" } }),
    ],
  ])("%s is enough", (_, part) => {
    expect(found(part)).toStrictEqual([]);
  });

  test.each<[string, Partial<StrategyPlan>, string]>([
    ["8.C", action({ departmentAndOwner: { person: " " } }), "actions.0.departmentAndOwner"],
    ["3.B", { businesses: [{ id: "b", shareOfTurnoverAndProfit: {} }] }, "businesses.0.shareOfTurnoverAndProfit"],
    [
      "2.E",
      person({ contactName: "A", otherContactsInOurBank: [{ relation: "x" }] }),
      "people.0.otherContactsInOurBank.0",
    ],
    ["2.A", { people: [{ id: "p" }] }, "people.0"],
  ])("neither is an issue: %s", (_, part, at) => {
    expect(found(part)).toStrictEqual([`neither-named ${at}`]);
  });

  test("a person of our bank whose relation nobody states is an issue", () => {
    expect(found(person({ contactName: "A", otherContactsInOurBank: [{ person: "Sun" }] }))).toStrictEqual([
      "relation-unsaid people.0.otherContactsInOurBank.0",
    ]);
  });
});

describe("services: what 6.E and 6.F say of 6.D", () => {
  const stopped = { answer: "yes", date: "2025-06-30", reason: "r" } as const;
  const share = (period: string) => ({ share: "0.3", period, basis: "actual" }) as const;
  test.each<[string, Partial<PlanService>, readonly string[]]>([
    ["discontinued with no adoption at all", { discontinued: stopped }, ["adoption-unsaid services.0.discontinued"]],
    [
      "discontinued while adoption is unknown",
      { adopted: { answer: "unknown" }, discontinued: stopped },
      ["adoption-unsaid services.0.discontinued"],
    ],
    [
      "a share for a year before adoption began",
      { adopted: { answer: "yes", since: "2026-03-01" }, shareOfSpend: share("2025") },
      ["share-before-adoption services.0.shareOfSpend"],
    ],
    [
      "a share for the year before the very day of adoption",
      { adopted: { answer: "yes", since: "2026-01-01" }, shareOfSpend: share("2025") },
      ["share-before-adoption services.0.shareOfSpend"],
    ],
    [
      "a share for the year that adoption began in",
      { adopted: { answer: "yes", since: "2025-12-31" }, shareOfSpend: share("2025") },
      [],
    ],
    [
      "a share of 0 before adoption",
      { adopted: { answer: "yes", since: "2026-03-01" }, shareOfSpend: { ...share("2025"), share: "0" } },
      [],
    ],
    [
      "a share with adoption unknown",
      { adopted: { answer: "unknown" }, shareOfSpend: share("2025") },
      ["adoption-unsaid services.0.shareOfSpend"],
    ],
    ["a share with adoption left open", { shareOfSpend: share("2025") }, ["adoption-unsaid services.0.shareOfSpend"]],
    ["a share of 0 with adoption open", { shareOfSpend: { ...share("2025"), share: "0.00" } }, []],
    [
      "discontinued and a share, with no adoption: told once",
      { discontinued: stopped, shareOfSpend: share("2025") },
      ["adoption-unsaid services.0.discontinued"],
    ],
  ])("%s", (_, row, issues) => {
    expect(found(service(row))).toStrictEqual(issues);
  });
});

describe("actions: days and income", () => {
  const year = (period: string): Partial<StrategyPlan> => ({ period });
  const pitch = (plannedPitchTime: PlanAction["plannedPitchTime"] & {}) => action({ plannedPitchTime });
  const planned = "actions.0.plannedPitchTime";

  test("a pitch on a day off, with a calendar; without one nobody looks", () => {
    expect(found(pitch("2026-10-01"), { calendar: CN })).toStrictEqual([`pitch-on-day-off ${planned}`]);
    expect(found(pitch("2026-10-01"))).toStrictEqual([]);
    // a Saturday that is worked in exchange, a month, and one day written as a range
    expect(found(pitch("2026-10-10"), { calendar: CN })).toStrictEqual([]);
    expect(found(pitch("2026-10"), { calendar: CN })).toStrictEqual([]);
    expect(found(pitch({ from: "2026-10-01", to: "2026-10-02" }), { calendar: CN })).toStrictEqual([
      `pitch-on-day-off ${planned}`,
    ]);
  });

  test("a year that is provisional or not covered: it cannot be told, whatever the day", () => {
    for (const day of ["2027-03-08", "2027-03-07"]) {
      const part = { ...year("2027"), ...pitch(day) };
      const doubts = [HK, CN].map((calendar) => checkPlan({ ...emptyPlan, ...part }, { calendar }));
      expect(doubts).toMatchObject([
        [{ code: "strategy-plan/pitch-day-unsure", details: { planned: day, doubt: "provisional" } }],
        [{ code: "strategy-plan/pitch-day-unsure", details: { planned: day, doubt: "not-covered" } }],
      ]);
    }
  });

  test.each([
    ["2031", ["income-outside-plan-year actions.0.expectedIncome.period"]],
    ["2025-12", ["income-outside-plan-year actions.0.expectedIncome.period"]],
    [{ from: "2026-07-01", to: "2027-01-02" }, ["income-outside-plan-year actions.0.expectedIncome.period"]],
    [{ from: "2026-07-01", to: "2027-01-01" }, []],
    ["2026-Q4", []],
  ])("expected income of %j in a plan for 2026", (period, issues) => {
    expect(found(action({ expectedIncome: { amount: cny("1.00"), period } }))).toStrictEqual(issues);
  });

  test("expected income below 0", () => {
    expect(found(action({ expectedIncome: { amount: cny("-0.01"), period: "2026" } }))).toStrictEqual([
      "negative-amount actions.0.expectedIncome.amount",
    ]);
    expect(found(action({ expectedIncome: { amount: cny("0.00"), period: "2026" } }))).toStrictEqual([]);
  });

  test("a product that needs a suitability check has one", () => {
    const offer = { name: "Forward", needsSuitability: true };
    const suitability = { checkedBy: "Qian", checkedOn: "2025-11-30", need: "USD receivables" };
    expect(found(action({ productOrService: offer }))).toStrictEqual([
      "suitability-missing actions.0.productOrService",
    ]);
    expect(found(action({ productOrService: { ...offer, suitability } }))).toStrictEqual([]);
    expect(found(action({ productOrService: { name: "Forward" } }))).toStrictEqual([]);
    expect(found(action({ productOrService: { ...offer, needsSuitability: false } }))).toStrictEqual([]);
  });
});

describe("progress of an action agrees with its state", () => {
  const whole: Omit<ActionProgress, "state"> = {
    outcome: "o",
    reason: "r",
    actualDate: "2026-04-01",
    actualIncome: { amount: cny("-5.00"), period: "2026" },
  };
  const told = (progress: ActionProgress): readonly unknown[] =>
    checkPlan({ ...emptyPlan, ...action({ progress }) }).map(({ code, details }) => [code.slice(14), details]);
  const nothing: Readonly<Record<string, readonly string[]>> = {
    pitched: ["actualDate"],
    won: ["actualDate"],
    lost: ["actualDate", "reason"],
    dropped: ["reason"],
  };
  const everything: Readonly<Record<string, readonly string[]>> = {
    planned: ["actualDate", "actualIncome", "outcome", "reason"],
    pitched: ["actualIncome"],
    lost: ["actualIncome"],
    dropped: ["actualIncome"],
  };

  test.each(ACTION_STATES)("%s, with nothing and with everything said", (state) => {
    const missing = nothing[state];
    const given = everything[state];
    expect(told({ state })).toStrictEqual(
      missing === undefined ? [] : [["progress-incomplete", { action: "a", state, missing }]],
    );
    expect(told({ state, ...whole })).toStrictEqual(
      given === undefined ? [] : [["progress-contradicted", { action: "a", state, given }]],
    );
  });

  test.each([
    ["2026-04-01", "1.00", "2026-04", []],
    ["2026-04-30", "1.00", "2026-04", []],
    ["2026-05-01", "1.00", "2026-04", ["income-before-win actualIncome.period"]],
    ["2026-04-01", "1.00", "2026-06", []],
    ["2026-04-01", "1.00", "2026-07", ["dated-later actualIncome.period"]],
    ["2026-04-01", "-1.00", "2026-05", []],
    ["2025-12-31", "1.00", "2026-05", []],
    ["2025-11-30", "1.00", "2026-05", ["progress-before-plan actualDate"]],
  ])("won on %s, %s earned in %j, looked at on 30 June", (actualDate, amount, period, issues) => {
    const progress: ActionProgress = { state: "won", actualDate, actualIncome: { amount: cny(amount), period } };
    const plan = { ...emptyPlan, preparedOn: "2025-12-01", ...action({ progress }) };
    expect(
      checkPlan(plan, { asOf: "2026-06-30" }).map(
        ({ code, path }) => `${code.slice("strategy-plan/".length)} ${path.slice(3).join(".")}`,
      ),
    ).toStrictEqual(issues);
  });

  test("a target below 0 is found", () => {
    const value = { target: cny("-1.00") };
    expect(checkPlan({ ...emptyPlan, value }).map(({ code, path }) => [code, path])).toStrictEqual([
      ["strategy-plan/negative-amount", ["value", "target"]],
    ]);
  });

  test("a blank reason is none, and income is earned within the plan year", () => {
    expect(told({ state: "dropped", reason: "\u200B " })).toStrictEqual([
      ["progress-incomplete", { action: "a", state: "dropped", missing: ["reason"] }],
    ]);
    const progress: ActionProgress = {
      state: "won",
      actualDate: "2026-02-30",
      actualIncome: { amount: cny("1.00"), period: "2027" },
    };
    expect(
      checkPlan({ ...emptyPlan, ...action({ progress }) }).map(({ code, path }) => [code, path.slice(2)]),
    ).toStrictEqual([
      ["core/invalid-date", ["progress", "actualDate"]],
      ["strategy-plan/income-outside-plan-year", ["progress", "actualIncome", "period"]],
    ]);
  });
});

describe("kin in our bank", () => {
  const kin = (contact: ContactInOurBank, options?: PlanCheckOptions, plan: Partial<StrategyPlan> = {}) =>
    checkPlan(
      {
        ...emptyPlan,
        ...plan,
        ...person({ contactName: "A", otherContactsInOurBank: [{ kinship: true, ...contact }] }),
      },
      options,
    ).map(({ code, details }) => [code.slice(14), details]);
  const managers = [{ employee: "E-7", name: "王样本" }];

  test("are told, wherever they work", () => {
    expect(kin({ person: "Sun", relation: "sister" })).toStrictEqual([
      ["kin-declared", { person: "p", contact: "Sun" }],
    ]);
    expect(kin({ department: "Payments" })).toStrictEqual([["kin-declared", { person: "p", contact: "Payments" }]]);
  });

  test.each<[string, ContactInOurBank, string]>([
    ["a manager of the client, by name", { person: "王样本" }, "manager"],
    ["with a title in brackets behind the name", { person: " 王样本（客户经理）" }, "manager"],
    ["by staff number", { person: "W.", employee: "E-7" }, "manager"],
    ["the author of the plan", { person: "E-1" }, "prepared-by"],
    ["who approved it", { person: "郑样本 (branch head)" }, "approved-by"],
  ])("are a red flag: %s", (_, contact, role) => {
    expect(kin(contact, { managers }, { approvedBy: "郑样本" })).toMatchObject([["kin-of-manager", { role }]]);
  });

  test.each<[string, ContactInOurBank, object]>([
    ["a name with a blank in it", { person: "王 样本" }, { role: "manager" }],
    ["full-width blanks and an invisible character", { person: "\u3000王\u200B样本" }, { role: "manager" }],
    ["a number in small letters", { person: "Wang", employee: "e-7" }, { role: "manager" }],
    ["full-width digits", { person: "Ｅ-７" }, { role: "manager" }],
  ])("are compared without blanks and case: %s", (_, contact, match) => {
    const [[code, details] = []] = kin(contact, { managers });
    expect([code, details]).toStrictEqual(["kin-of-manager", { person: "p", contact: contact.person, ...match }]);
  });

  test.each<[string, string, string]>([
    ["a title behind it", "王样本经理", "王样本"],
    ["a title before it", "副行长 王 样本", "王样本"],
    ["a number behind it", "王样一 E-7", "E-7"],
    ["a name in brackets", "客户经理（王样本）", "王样本"],
    ["one more character", "王样本一", "王样本"],
    ["a number among Chinese characters", "工号e-7的同事", "E-7"],
  ])("may be the manager where the name is in theirs: %s", (_, person_, similarTo) => {
    expect(kin({ person: person_ }, { managers })).toStrictEqual([
      ["kin-of-manager", { person: "p", contact: person_, role: "manager", similarTo }],
    ]);
  });

  test("may be the author where theirs is in the name; whoever is the same comes first", () => {
    expect(kin({ person: "郑样本" }, {}, { preparedBy: "郑样本 经理" })).toStrictEqual([
      ["kin-of-manager", { person: "p", contact: "郑样本", role: "prepared-by", similarTo: "郑样本 经理" }],
    ]);
    expect(kin({ person: "王样本" }, { managers }, { preparedBy: "王样本经理" })).toStrictEqual([
      ["kin-of-manager", { person: "p", contact: "王样本", role: "manager" }],
    ]);
  });

  test.each(["E-70", "HE-7", "E-7a", "王", "Sun (a+b)*"])("are not the manager by part of a number: %s", (contact) => {
    expect(kin({ person: contact }, { managers })).toMatchObject([["kin-declared", {}]]);
  });

  test("a very long name and an author who cannot be read are no obstacle", () => {
    expect(kin({ person: "9".repeat(100_000) }, { managers })).toMatchObject([["kin-declared", {}]]);
    const plan = { preparedBy: undefined } as unknown as Partial<StrategyPlan>;
    expect(kin({ person: "王样本" }, { managers }, plan).map(([code]) => code)).toContain("kin-of-manager");
  });

  test("a name with characters that mean something in a pattern is a name", () => {
    expect(kin({ person: "Sun a.b" }, { managers: [{ employee: "E-7", name: "a.b" }] })).toMatchObject([
      ["kin-of-manager", { similarTo: "a.b" }],
    ]);
    expect(kin({ person: "Sun axb" }, { managers: [{ employee: "E-7", name: "a.b" }] })).toMatchObject([
      ["kin-declared", {}],
    ]);
  });

  const related = (relation: string, kinship?: boolean) =>
    found(
      person({
        contactName: "A",
        otherContactsInOurBank: [{ person: "Sun", relation, ...(kinship === undefined ? {} : { kinship }) }],
      }),
    );

  test.each([
    ...[
      "配偶",
      "妻子",
      "丈夫",
      "姐夫",
      "岳父",
      "母亲",
      "子",
      " 女 ",
      "之子",
      "兄弟",
      "胞姐",
      "表妹",
      "姻亲",
      "兒子",
      "親屬",
    ],
    ...["wife", "Her husband", "Spouse", "son-in-law", "brothers", "sister in law", "ex-wife", "cousin", "In-laws"],
  ])("a relation that reads like family asks whether it is: %s", (relation) => {
    expect(related(relation)).toStrictEqual(["kinship-unsaid people.0.otherContactsInOurBank.0"]);
    expect(related(relation, false)).toStrictEqual([]);
    expect(related(relation, true)).toStrictEqual(["kin-declared people.0.otherContactsInOurBank.0"]);
  });

  test.each([
    ...[
      "行业协会同事",
      "业务联系人",
      "母公司同事",
      "子公司财务",
      "大学师兄",
      "高尔夫球友",
      "兄弟公司",
      "电子银行部",
      "女同事",
    ],
    ...["same club", "our sister company", "parent company", "family office", "reason", "Masonic lodge", "person"],
  ])("a relation that does not is not asked about: %s", (relation) => {
    expect(related(relation)).toStrictEqual([]);
  });

  test("somebody of the same department, or a title alone, is not the manager", () => {
    expect(kin({ person: "孙样本", department: "E-7" }, { managers })).toMatchObject([["kin-declared", {}]]);
    expect(kin({ person: "（客户经理）" }, { managers }, { approvedBy: "（行长）" })).toMatchObject([
      ["kin-declared", {}],
    ]);
  });

  test("the manager as a contact without kinship is nothing to declare", () => {
    const contact: ContactInOurBank = { person: "王样本", relation: "manager", kinship: false };
    expect(kin(contact, { managers })).toStrictEqual([]);
  });
});

describe("consent for a person's own dealings", () => {
  const gap = (consent: DealingConsent | undefined, asOf?: string) =>
    checkPlan(
      {
        ...emptyPlan,
        ...person({
          contactName: "A",
          otherBusinessWithUs: [
            { product: "Mortgage", bookingUnit: "u", ...(consent === undefined ? {} : { consent }) },
          ],
        }),
      },
      asOf === undefined ? {} : { asOf },
    );
  const consent: DealingConsent = { purpose: "one visit for both", givenOn: "2025-12-01", until: "2026-12-31" };

  test.each<[string, DealingConsent | undefined, string | undefined, ConsentGap | null]>([
    ["none", undefined, undefined, "absent"],
    ["without a purpose", { ...consent, purpose: " " }, undefined, "absent"],
    ["given on the day", consent, undefined, null],
    ["given a day later", consent, "2025-11-30", "not-yet-given"],
    ["on its last day", consent, "2026-12-31", null],
    ["the day after", consent, "2027-01-01", "expired"],
    ["without an end", { purpose: "p", givenOn: "2025-12-01" }, "2030-01-01", null],
  ])("%s", (_, given, asOf, expected) => {
    const issues = gap(given, asOf);
    expect(issues.map(({ details }) => details)).toStrictEqual(
      expected === null ? [] : [{ person: "p", gap: expected }],
    );
    // what the dealing is, the issue does not tell
    expect(JSON.stringify(issues)).not.toContain("Mortgage");
  });

  test("days of a consent that do not exist are issues, and it does not hold", () => {
    expect(gap({ ...consent, givenOn: "2025-02-30", until: "x" }).map(({ code }) => code)).toStrictEqual([
      "core/invalid-date",
      "core/invalid-date",
      "strategy-plan/dealing-without-consent",
    ]);
  });
});

describe("data of another institution's officer", () => {
  const review = (reviewOn?: string, asOf = "2026-06-01") =>
    checkPlan(
      {
        ...emptyPlan,
        institutions: [
          {
            id: "i",
            institutionName: "B",
            institutionOfficer: {
              name: "N",
              source: "s",
              obtainedOn: "2025-01-01",
              ...(reviewOn === undefined ? {} : { reviewOn }),
            },
          },
        ],
      },
      { asOf },
    ).map(({ code, details }) => [code, details]);
  test("has a day to be reviewed, which is not past", () => {
    const code = "strategy-plan/officer-review-due";
    expect(review()).toStrictEqual([[code, { institution: "i" }]]);
    expect(review("2026-05-31")).toStrictEqual([[code, { institution: "i", reviewOn: "2026-05-31" }]]);
    expect(review("2026-06-01")).toStrictEqual([]);
    expect(review("2026-06-31").map(([first]) => first)).toStrictEqual(["core/invalid-date"]);
  });
});

describe("the credit page", () => {
  const limit: CreditLimit = { product: "Line", limit: cny("100.00"), used: cny("60.00"), expiresOn: "2026-12-31" };
  const credit = (row: Partial<CreditLimit>, asOf?: string, nextReview?: string) =>
    found(
      {
        credit: {
          confirmedOn: "2025-11-30",
          limits: [{ ...limit, ...row }],
          ...(nextReview === undefined ? {} : { nextReview }),
        },
      },
      asOf === undefined ? {} : { asOf },
    );

  test.each<[string, Partial<CreditLimit>, string | undefined, readonly string[]]>([
    ["in order", {}, undefined, []],
    ["used to the last cent", { used: cny("100.00") }, undefined, []],
    ["used above the limit", { used: cny("100.01") }, undefined, ["limit-exceeded credit.limits.0"]],
    ["ended before the day", { expiresOn: "2026-05-31" }, "2026-06-01", ["limit-expired credit.limits.0"]],
    ["on its last day", { expiresOn: "2026-06-01" }, "2026-06-01", []],
    ["ends before the plan year begins", { expiresOn: "2025-12-31" }, undefined, ["limit-expired credit.limits.0"]],
    ["ends on the first day of it", { expiresOn: "2026-01-01" }, undefined, []],
    [
      "used in another currency",
      { used: { amount: "1.00", currency: "USD" } },
      undefined,
      ["currency-differs credit.limits.0.used"],
    ],
    [
      "in another currency than the plan",
      { limit: { amount: "1.00", currency: "USD" }, used: { amount: "1.00", currency: "USD" } },
      undefined,
      [],
    ],
    [
      "below 0",
      { limit: cny("-1.00"), used: cny("-2.00") },
      undefined,
      ["negative-amount credit.limits.0.limit", "negative-amount credit.limits.0.used"],
    ],
  ])("a limit %s", (_, row, asOf, issues) => {
    expect(credit(row, asOf)).toStrictEqual(issues);
  });

  test("which day the limit ended before", () => {
    const days = (asOf: string) =>
      checkPlan(
        { ...emptyPlan, credit: { confirmedOn: "2025-11-30", limits: [{ ...limit, expiresOn: "2025-12-10" }] } },
        { asOf },
      ).map(({ details }) => (details as { readonly day?: string }).day);
    expect([days("2025-12-01"), days("2025-12-11")]).toStrictEqual([["2026-01-01"], ["2025-12-11"]]);
  });

  test("a review that is past", () => {
    expect(credit({}, "2026-06-01", "2026-05-31")).toStrictEqual(["credit-review-due credit.nextReview"]);
    expect(credit({}, "2026-06-01", "2026-06-01")).toStrictEqual([]);
  });

  test("days that do not exist", () => {
    const part = { credit: { confirmedOn: "x", limits: [{ ...limit, expiresOn: "y" }], nextReview: "z" } };
    expect(checkPlan({ ...emptyPlan, ...part }).map(({ path }) => path.join("."))).toStrictEqual([
      "credit.confirmedOn",
      "credit.limits.0.expiresOn",
      "credit.nextReview",
    ]);
  });
});

test("every finding has a level, and the gravest are few", () => {
  const byLevel = Object.fromEntries(
    PLAN_ISSUE_LEVELS.map((level) => [
      level,
      STRATEGY_PLAN_ERROR_CODES.filter((code) => planIssueLevels[code] === level),
    ]),
  );
  expect(byLevel["red-flag"]).toStrictEqual([
    "strategy-plan/kin-of-manager",
    "strategy-plan/dealing-without-consent",
    "strategy-plan/limit-exceeded",
    "strategy-plan/limit-expired",
    "strategy-plan/officer-source-missing",
    "strategy-plan/suitability-missing",
  ]);
  expect(byLevel["reminder"]).toStrictEqual([
    "strategy-plan/evidence-without-answer",
    "strategy-plan/period-part-of-year",
    "strategy-plan/kin-declared",
    "strategy-plan/credit-review-due",
    "strategy-plan/officer-review-due",
    "strategy-plan/renewal-past",
    "strategy-plan/pitch-day-unsure",
    "strategy-plan/prevention-overdue",
    "strategy-plan/contact-not-in-file",
    "strategy-plan/statement-of-other-time",
    "strategy-plan/target-not-planned",
  ]);
});

test.each<[string, unknown, string, (string | number)[]]>([
  ["no object", 7, "strategy-plan/invalid-input", ["options"]],
  ["a misspelt option", { calender: CN }, "strategy-plan/invalid-input", ["options", "calender"]],
  ["a calendar that is none", { calendar: {} }, "calendar/invalid-calendar", ["options", "calendar", "id"]],
  [
    "a manager without a name",
    { managers: [{ employee: "E" }] },
    "strategy-plan/invalid-input",
    ["options", "managers", 0, "name"],
  ],
  ["a day that does not exist", { asOf: "2026-02-30" }, "core/invalid-date", ["options", "asOf"]],
])("options that cannot be read: %s", (_, options, code, path) => {
  expect(refusalOf(() => checkPlan(emptyPlan, options as PlanCheckOptions))).toMatchObject({ code, path });
});
