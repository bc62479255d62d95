import { describe, expect, test } from "vitest";

import {
  exampleCorporateGrades,
  exampleMajorClientGrades,
  explainGrade,
  gradeClient,
  gradeMany,
  poolRecords,
  prepareGradingPolicy,
  type CustomerRecord,
  type GradeLine,
  type PooledRecords,
  type PoolingPolicy,
  type PoolMembership,
} from "../../src/customer-classification/index.ts";
import * as english from "../../src/labels/en.ts";
import * as hans from "../../src/labels/zh-Hans.ts";
import * as hant from "../../src/labels/zh-Hant-HK.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { cny } from "../customer-classification/cards.ts";
import { asOf, listOf, lists, policyOf } from "../customer-classification/grading/policies.ts";
import { refusalOf } from "../support/refusal.ts";

const told = (reason: Reason): string[] =>
  [
    { ...hans.zhHans, ...hans.exampleCards, "feature.clientId": "客户编号" },
    { ...hant.zhHantHK, ...hant.exampleCards, "feature.clientId": "客戶編號" },
    { ...english.en, ...english.exampleCards, "feature.clientId": "Client number" },
  ].map((words) => tell(reason, words));

const linesOf = (record: CustomerRecord, given = lists): readonly GradeLine[] =>
  explainGrade(gradeClient(exampleCorporateGrades, { clientId: "C-9", ...record }, { asOf, lists: given })).lines;

const nth = (all: readonly GradeLine[], kind: GradeLine["line"], index = 0): Reason =>
  all.filter(({ line }) => line === kind)[index] ?? { reason: "none" };

const paid = linesOf({ payrollPeople: 180, payrollMonthly: cny("900000") });
const open = linesOf({ clientId: null }, [listOf("supported-clients", [])]);
const county = explainGrade(
  gradeClient(exampleMajorClientGrades, { clientId: "M", annualRevenue: cny("60000"), office: "county" }, { asOf }),
).lines;

const policy: PoolingPolicy = {
  id: "acme.household",
  version: "1",
  status: "house",
  effectiveFrom: "2026-01-01",
  sources: ["memo 9"],
  kind: "household",
  currency: "CNY",
  clientField: "clientId",
  pooled: [
    { feature: "corporateDepositAvg", kind: "money" },
    { feature: "creditCards", kind: "integer" },
  ],
  lacking: "known-part",
};

const member = (client: string, more: Partial<PoolMembership> = {}): PoolMembership => ({
  pool: "H-1",
  kind: "household",
  client,
  from: "2026-01-01",
  consent: { from: "2026-01-01" },
  ...more,
});

const pooledOf = (memberships: readonly PoolMembership[], twice = false): PooledRecords =>
  poolRecords(
    policy,
    [
      { clientId: "C-1", corporateDepositAvg: cny("300000.50"), creditCards: 2 },
      { clientId: "C-2", corporateDepositAvg: null, creditCards: 1 },
      ...(twice ? [{ clientId: "C-1" }] : []),
    ],
    memberships,
    { asOf },
  );

const home = pooledOf([member("C-1"), member("C-2"), member("C-3", { consent: null })]);
const [money, cards] = home.pools[0]?.sums ?? [];

const refused = (change: object): Reason => refusalOf(() => prepareGradingPolicy({ ...policyOf([]), ...change }));

const provoked: Readonly<Record<string, () => Reason | undefined>> = {
  "grade: with its ways": () => nth(paid, "grade"),
  "grade: everybody else": () =>
    explainGrade(gradeClient(exampleMajorClientGrades, { clientId: "M", annualRevenue: cny("1") }, { asOf })).lines[0],
  "grade-open": () => nth(open, "grade-open"),
  "rests-on": () => nth(county, "rests-on"),
  "rule: of a grade": () => nth(county, "rule", 4),
  "test: a list": () => nth(paid, "test"),
  "test: an amount": () => nth(paid, "test", 6),
  "test: a category": () => nth(county, "test", 5),
  "missing: the client's id": () => nth(linesOf({ clientId: null }), "missing"),
  "list-missing: absent": () => nth(open, "list-missing"),
  "list-missing: not in force": () =>
    nth(linesOf({}, [listOf("strategic-clients", [], { effectiveTo: asOf })]), "list-missing"),
  "pool-sum: a part": () => money,
  "pool-sum: a count": () => cards,
  "pool-sum: unknown": () => pooledOf([member("C-2"), member("C-3")]).pools[0]?.sums[0],
  "pool-share: an amount": () => money?.shares[0],
  "pool-share: a count": () => cards?.shares[0],
  "pool-share: nothing known": () => money?.shares[1],
  "pool-left-out": () => home.pools[0]?.leftOut[0],
  "customer-classification/invalid-grading-policy: a word": () => refused({ otherwize: "rest" }),
  "customer-classification/invalid-grading-policy: a grade twice": () =>
    refused({ grades: policyOf([{ test: "listed", list: "l" }]).grades, otherwise: "top" }),
  "customer-classification/invalid-grading-policy: a protected ground": () =>
    refused({
      features: { gender: { kind: "flag", group: "basic", sensitive: true } },
      characteristics: [],
      grades: policyOf([{ test: "flag", feature: "gender", is: true, unusable: "fails" }]).grades,
    }),
  "customer-classification/invalid-name-list: twice": () =>
    refusalOf(() => linesOf({}, [listOf("strategic-clients", ["C-1", "C-1"])])),
  "customer-classification/invalid-name-list: two versions": () =>
    refusalOf(() => linesOf({}, [listOf("a", []), listOf("a", [], { version: "2" })])),
  "customer-classification/invalid-name-list: a member": () =>
    refusalOf(() => linesOf({}, [listOf("a", "C-1" as never)])),
  "customer-classification/listed-clients-unseen": () =>
    gradeMany(exampleCorporateGrades, [{ clientId: "C-1" }], { asOf, lists }).findings[0],
  "customer-classification/invalid-pooling-policy": () =>
    refusalOf(() => poolRecords({ ...policy, pooled: [] }, [], [], { asOf })),
  "customer-classification/invalid-membership: reversed": () =>
    pooledOf([member("C-1", { to: "2025-12-31" })]).membershipIssues[0],
  "customer-classification/invalid-membership: a word": () =>
    pooledOf([member("C-1", { kind: "famly" as never })]).membershipIssues[0],
  "customer-classification/two-pools: of a record": () =>
    pooledOf([member("C-1"), member("C-1", { pool: "H-2" })]).issues[0],
  "customer-classification/two-pools: of a membership": () =>
    pooledOf([member("C-1"), member("C-1", { pool: "H-2" })]).membershipIssues[1],
  "customer-classification/client-twice": () => pooledOf([], true).issues[0],
};

describe("grades and pools in words", () => {
  test.each(Object.entries(provoked))("%s", (_name, provoke) => {
    const reason = provoke();
    if (reason === undefined) throw new Error("nothing to tell");
    expect(told(reason)).toMatchSnapshot();
  });
});
