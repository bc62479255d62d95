import { describe, expect, test } from "vitest";

import {
  classify,
  exampleRetailCard,
  poolRecords,
  type CustomerRecord,
  type PoolConsent,
  type PooledRecords,
  type PoolingPolicy,
  type PoolMembership,
} from "../../../src/customer-classification/index.ts";
import { PoolingPolicySchema } from "../../../src/customer-classification/schema.ts";
import { refusal } from "../../support/refusal.ts";
import { cny, sound } from "../cards.ts";

const asOf = "2026-03-31";

const policyOf = (changes: Partial<PoolingPolicy> = {}): PoolingPolicy => ({
  id: "acme.household",
  version: "1",
  status: "house",
  effectiveFrom: "2026-01-01",
  sources: ["memo 9"],
  kind: "household",
  currency: "CNY",
  clientField: "clientId",
  pooled: [
    { feature: "assets", kind: "money" },
    { feature: "products", kind: "integer" },
  ],
  lacking: "unknown",
  ...changes,
});

const household = policyOf();
const group = policyOf({ id: "acme.group", kind: "group", pooled: [{ feature: "assets", kind: "money" }] });

const member = (pool: string, client: string, more: Partial<PoolMembership> = {}): PoolMembership => ({
  pool,
  kind: "household",
  client,
  from: "2026-01-01",
  consent: { from: "2026-01-01" },
  ...more,
});

const pooled = (
  records: readonly CustomerRecord[],
  memberships: readonly PoolMembership[],
  policy = household,
): PooledRecords => poolRecords(policy, records, memberships, { asOf });

const a = { clientId: "A", assets: cny("300000.10"), products: 2, city: "Wuhan" };
const b = { clientId: "B", assets: cny("-0.30"), products: 3, city: null };
const c = { clientId: "C", assets: cny("5.00"), products: 1 };
const home = [member("H", "A"), member("H", "B")];

describe("pooling", () => {
  test("each member has the sum, everything else of the record is as it was, and others pass unchanged", () => {
    const { values, issues } = pooled([a, c, b], home);
    expect(values).toStrictEqual([
      { clientId: "A", assets: cny("299999.80"), products: 5, city: "Wuhan" },
      c,
      { clientId: "B", assets: cny("299999.80"), products: 5, city: null },
    ]);
    expect(values[1]).toBe(c);
    expect(issues).toStrictEqual([]);
    expect(a.assets).toStrictEqual(cny("300000.10"));
  });
  test("says who adds what", () => {
    const { pools } = pooled([a, c, b], home);
    expect(pools).toStrictEqual([
      {
        pool: "H",
        kind: "household",
        members: ["A", "B"],
        sums: [
          {
            line: "pool-sum",
            pool: "H",
            feature: "assets",
            state: "whole",
            members: 2,
            shares: [
              { line: "pool-share", client: "A", feature: "assets", amount: cny("300000.10") },
              { line: "pool-share", client: "B", feature: "assets", amount: cny("-0.30") },
            ],
            amount: cny("299999.80"),
          },
          {
            line: "pool-sum",
            pool: "H",
            feature: "products",
            state: "whole",
            members: 2,
            shares: [
              { line: "pool-share", client: "A", feature: "products", count: 2 },
              { line: "pool-share", client: "B", feature: "products", count: 3 },
            ],
            count: 5,
          },
        ],
        leftOut: [],
        faults: [],
      },
    ]);
  });
  test("a household earns nothing for being one: alone in it, a client is scored as outside", () => {
    const record = { clientId: "A", ...sound };
    const alone = pooled(
      [record],
      [member("H", "A")],
      policyOf({ pooled: [{ feature: "depositAvg", kind: "money" }] }),
    );
    expect(alone.values).toStrictEqual([record]);
    expect(classify(exampleRetailCard, alone.values[0] ?? {}, { asOf })).toStrictEqual(
      classify(exampleRetailCard, record, { asOf }),
    );
  });
  test("the pooled deposits are what a card scores: 200,000 and 800,000 are a million", () => {
    const policy = policyOf({ pooled: [{ feature: "depositAvg", kind: "money" }] });
    const records = [
      { clientId: "A", ...sound },
      { clientId: "B", ...sound, depositAvg: cny("800000.00") },
    ];
    const scores = pooled(records, home, policy).values.map((record) => {
      const result = classify(exampleRetailCard, record ?? {}, { asOf });
      return result.status === "classified" ? result.parts.find((part) => part.feature === "depositAvg") : null;
    });
    expect(scores).toMatchObject([{ from: "1000000" }, { from: "1000000" }]);
  });
  test("sums of 2^53 and more cents are exact or not known, never rounded", () => {
    const large = { ...a, assets: cny("90071992547409.91") };
    const cent = { ...b, assets: cny("-0.01") };
    const most = (first: CustomerRecord, second: CustomerRecord): unknown =>
      pooled([first, second], home).pools[0]?.sums[0];
    expect(most(large, cent)).toMatchObject({ state: "whole", amount: cny("90071992547409.90") });
    expect(most(large, { ...cent, assets: cny("0.01") })).toMatchObject({ state: "unknown" });
    expect(pooled([large, { ...cent, assets: cny("0.01") }], home).values[0]).toMatchObject({ assets: null });
    // back within reach, in whatever order the members stand
    const three = [large, large, { ...cent, assets: cny("-90071992547409.91") }].map((record, index) => ({
      ...record,
      clientId: ["A", "B", "C"][index] ?? "",
    }));
    const trio = [...home, member("H", "C")];
    expect(pooled(three, trio).pools[0]?.sums[0]).toMatchObject({ amount: cny("90071992547409.91") });
  });
  test("no money, no currency", () => {
    const policy: PoolingPolicy = {
      ...JSON.parse(JSON.stringify({ ...household, currency: undefined })),
      pooled: [{ feature: "products", kind: "integer" }],
    } as PoolingPolicy;
    expect(pooled([a, b], home, policy).values[0]).toStrictEqual({ ...a, products: 5 });
  });
});

describe("who is pooled", () => {
  test.each<[string, Partial<PoolMembership>, boolean]>([
    ["from the first day", { from: asOf }, true],
    ["not before it", { from: "2026-04-01" }, false],
    ["to the day before the last", { to: "2026-04-01" }, true],
    ["not on it", { to: asOf }, false],
    ["without an end", { to: null }, true],
    ["not as a company of a group", { kind: "group" }, false],
  ])("%s", (_what, more, isMember) => {
    const { values, pools } = pooled([a, b], [member("H", "A"), member("H", "B", more)]);
    expect(pools[0]?.members).toStrictEqual(isMember ? ["A", "B"] : ["A"]);
    expect(values[1]).toMatchObject({ products: isMember ? 5 : 3 });
  });
  test.each<[string, PoolConsent | null, boolean]>([
    ["nobody without a consent", null, false],
    ["nobody before it", { from: "2026-04-01" }, false],
    ["nobody after it was withdrawn", { from: "2026-01-01", to: asOf }, false],
    ["who has consented", { from: asOf, to: null }, true],
  ])("in a household: %s", (_what, consent, isMember) => {
    const { values, pools } = pooled([a, b], [member("H", "A"), member("H", "B", { consent })]);
    expect(pools[0]?.members).toStrictEqual(isMember ? ["A", "B"] : ["A"]);
    expect(pools[0]?.leftOut).toStrictEqual(isMember ? [] : [{ line: "pool-left-out", pool: "H", client: "B" }]);
    // who is left out neither adds nor gains
    expect(values.map((record) => record?.["products"])).toStrictEqual(isMember ? [5, 5] : [2, 3]);
  });
  test.each<[string, PoolConsent | null, boolean]>([
    ["none is needed", null, true],
    ["one that was withdrawn counts", { from: "2026-01-01", to: asOf }, false],
  ])("in a group: %s", (_what, consent, isMember) => {
    const memberships = [
      member("G", "A", { kind: "group", consent: null }),
      member("G", "B", { kind: "group", consent }),
    ];
    expect(pooled([a, b], memberships, group).pools[0]?.members).toStrictEqual(isMember ? ["A", "B"] : ["A"]);
  });
  test("the same membership twice counts once", () => {
    expect(pooled([a, b], [...home, member("H", "B")]).values[0]).toMatchObject({ products: 5 });
  });
});

describe("what is not known", () => {
  const without = { ...b, assets: null };
  test("a member's unknown amount makes the sum unknown, and the others are still added up", () => {
    const { values, pools, issues } = pooled([a, without], home);
    expect(values).toMatchObject([
      { assets: null, products: 5 },
      { assets: null, products: 5 },
    ]);
    expect(pools[0]?.sums[0]).toStrictEqual({
      line: "pool-sum",
      pool: "H",
      feature: "assets",
      state: "unknown",
      members: 2,
      shares: [
        { line: "pool-share", client: "A", feature: "assets", amount: cny("300000.10") },
        { line: "pool-share", client: "B", feature: "assets", lack: "no-value" },
      ],
    });
    expect(issues).toStrictEqual([]);
  });
  test("unless the policy takes the part that is known, and says so", () => {
    const policy = policyOf({ lacking: "known-part" });
    const { values, pools } = pooled([a, without], home, policy);
    expect(values).toMatchObject([{ assets: cny("300000.10") }, { assets: cny("300000.10") }]);
    expect(pools[0]?.sums.map(({ state }) => state)).toStrictEqual(["part", "whole"]);
    expect(pooled([{ ...a, assets: null }, without], home, policy).pools[0]?.sums[0]).toMatchObject({
      state: "unknown",
    });
  });
  test("a member without a record is not a member with nothing", () => {
    const { values, pools } = pooled([a], home);
    expect(values).toMatchObject([{ assets: null, products: null }]);
    expect(pools[0]?.sums[0]?.shares[1]).toMatchObject({ client: "B", lack: "no-record" });
  });
  test("a value of another currency is an issue of its record, and unknown to the others", () => {
    const dollars = { ...b, assets: { amount: "1.00", currency: "USD" } };
    const { values, issues, pools } = pooled([a, dollars, c], home);
    expect(values).toMatchObject([{ assets: null, products: 5 }, null, c]);
    expect(issues).toStrictEqual([
      {
        row: 1,
        code: "customer-classification/invalid-value",
        path: ["assets"],
        details: { feature: "assets", kind: "money", reason: "wrong-currency", received: "USD", currency: "CNY" },
      },
    ]);
    expect(pools[0]?.sums[0]?.shares[1]).toMatchObject({ lack: "invalid-value" });
  });
  test("what is wrong with the record of somebody who is in no pool is left to the card", () => {
    const { values, issues } = pooled([{ ...c, assets: "5" }], home);
    expect([values, issues]).toStrictEqual([[{ ...c, assets: "5" }], []]);
  });
});

describe("two pools of one kind", () => {
  const memberships = [...home, member("I", "B"), member("I", "C")];
  test("are an issue of the client and of the memberships, and both sums lack the client", () => {
    const { values, issues, membershipIssues, pools } = pooled([a, b, c], memberships);
    expect(values).toMatchObject([{ assets: null, products: null }, null, { assets: null, products: null }]);
    const details = { client: "B", kind: "household", pools: ["H", "I"] };
    const code = "customer-classification/two-pools";
    expect(issues).toStrictEqual([{ row: 1, code, path: ["clientId"], details }]);
    expect(membershipIssues).toStrictEqual([
      { row: 1, code, path: ["pool"], details },
      { row: 2, code, path: ["pool"], details },
    ]);
    expect(pools.map(({ sums }) => sums[0]?.shares.find(({ client }) => client === "B")?.lack)).toStrictEqual([
      "two-pools",
      "two-pools",
    ]);
  });
  test("a household and a group are not two of one kind", () => {
    const both = [...home, member("G", "A", { kind: "group" }), member("G", "C", { kind: "group" })];
    expect(pooled([a, b, c], both).issues).toStrictEqual([]);
    expect(pooled([a, b, c], both, group).values.map((record) => record?.["assets"])).toStrictEqual([
      cny("300005.10"),
      b.assets,
      cny("300005.10"),
    ]);
  });
  test("one after the other are not two at once", () => {
    const moved = [member("H", "A"), member("H", "B", { to: "2026-03-01" }), member("I", "B", { from: "2026-03-01" })];
    expect(pooled([a, b], moved).membershipIssues).toStrictEqual([]);
  });
  test("whoever is in a pool by one row is not left out of it by another", () => {
    const { pools } = pooled([a, b], [member("H", "A", { consent: null }), ...home]);
    expect(pools.map(({ members, leftOut }) => [members, leftOut])).toStrictEqual([[["A", "B"], []]]);
  });
  test("a pool left for want of consent is none of them", () => {
    const { issues } = pooled([a, b, c], [...home, member("I", "B", { consent: null }), member("I", "C")]);
    expect(issues).toStrictEqual([]);
  });
});

describe("a client with two records", () => {
  test("is an issue of both, and unknown to the others", () => {
    const { values, issues, pools } = pooled([b, a, b], home);
    expect(values).toMatchObject([null, { assets: null }, null]);
    expect(issues.map(({ row, code, details }) => [row, code, details["row"]])).toStrictEqual([
      [0, "customer-classification/client-twice", 2],
      [2, "customer-classification/client-twice", 0],
    ]);
    expect(pools[0]?.sums[0]?.shares[1]).toMatchObject({ lack: "record-at-fault" });
  });
  test("of which one is refused, or with a refused one alone, is unknown to the others too", () => {
    const refusedRow = { clientId: "B", asets: cny("1.00"), products: 3 };
    const alone = pooled([a, refusedRow], home);
    expect(alone.values).toMatchObject([{ assets: null }, null]);
    expect(alone.pools[0]?.sums[0]?.shares[1]).toMatchObject({ client: "B", lack: "record-at-fault" });
    for (const rows of [
      [a, b, refusedRow],
      [a, refusedRow, b],
    ]) {
      const { values, pools } = pooled(rows, home);
      expect(values).toMatchObject([{ assets: null }, null, null]);
      expect(pools[0]?.sums[0]?.shares[1]).toMatchObject({ client: "B", lack: "record-at-fault" });
    }
  });
  test("three times: each says where another one is", () => {
    expect(pooled([b, b, b], []).issues.map(({ row, details }) => [row, details["row"]])).toStrictEqual([
      [0, 1],
      [1, 0],
      [2, 0],
    ]);
  });
});

describe("the age of a sum", () => {
  const policy = policyOf({ pooled: [{ feature: "assets", kind: "money", observedAtField: "assetsOn" }] });
  const dated = (record: CustomerRecord, assetsOn: string | null): CustomerRecord => ({ ...record, assetsOn });
  test.each([
    ["2026-03-01", "2025-12-31", "2025-12-31"],
    ["2025-12-31", "2026-03-01", "2025-12-31"],
    ["2026-03-01", null, null],
    [null, "2026-03-01", null],
  ])("%s and %s: %s", (first, second, oldest) => {
    const { values } = pooled([dated(a, first), dated(b, second)], home, policy);
    expect(values.map((record) => record?.["assetsOn"])).toStrictEqual([oldest, oldest]);
  });
  test("a date after the day, and one that is not a date, are issues of the record", () => {
    const { values, issues } = pooled([dated(a, "2026-04-01"), dated(b, "yesterday")], home, policy);
    expect(values).toStrictEqual([null, null]);
    expect(issues.map(({ code, path, details }) => [code, path, details["reason"]])).toStrictEqual([
      ["customer-classification/invalid-observation", ["assetsOn"], "observed-after-as-of"],
      ["customer-classification/invalid-observation", ["assetsOn"], "invalid-observation-date"],
    ]);
  });
  test("features that share a date have the oldest of both", () => {
    const both = policyOf({
      pooled: [
        { feature: "assets", kind: "money", observedAtField: "on" },
        { feature: "products", kind: "integer", observedAtField: "on" },
      ],
    });
    const { values } = pooled(
      [
        { ...a, on: "2026-03-01" },
        { ...b, assets: null, on: "2026-01-31" },
      ],
      home,
      {
        ...both,
        lacking: "known-part",
      },
    );
    // assets are of 1 March alone, products of both days
    expect(values.map((record) => record?.["on"])).toStrictEqual(["2026-01-31", "2026-01-31"]);
  });
});

describe("what is wrong", () => {
  test("a membership that cannot be read is an issue, and the sum of the pool it names is not whole", () => {
    const bad = [
      { ...member("H", "C"), from: "2026-13-01" },
      { ...member("H", "C"), to: "2025-12-31" },
      { ...member("J", "C"), consent: { from: "2026-02-01", to: "2026-02-01" } },
      { ...member("K", "C"), kind: "family" } as never,
      null as never,
    ];
    const { membershipIssues, pools, values } = pooled([a, b, c], [...bad, ...home]);
    expect(membershipIssues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [0, "core/invalid-date", ["from"]],
      [1, "customer-classification/invalid-membership", ["to"]],
      [2, "customer-classification/invalid-membership", ["consent", "to"]],
      [3, "customer-classification/invalid-membership", ["kind"]],
      [4, "customer-classification/invalid-membership", []],
    ]);
    expect(pools.map(({ pool, faults, members }) => [pool, faults, members])).toStrictEqual([
      ["H", [0, 1], ["A", "B"]],
      ["J", [2], []],
    ]);
    expect(values).toMatchObject([{ assets: null }, { assets: null }, c]);
  });
  test("a membership whose kind is misspelt may be of the pool it names", () => {
    const { pools } = pooled([a, b, c], [{ ...member("H", "C"), kind: "houshold" as never }, ...home]);
    expect(pools.map(({ pool, faults, sums }) => [pool, faults, sums[0]?.state])).toStrictEqual([
      ["H", [0], "unknown"],
    ]);
    const ofGroup = pooled([a, b, c], [{ ...member("H", "C"), kind: "group", from: "2026-13-01" }, ...home]);
    expect(ofGroup.pools.map(({ faults, sums }) => [faults, sums[0]?.state])).toStrictEqual([[[], "whole"]]);
  });
  test("a record that cannot be read stops no other", () => {
    const { values, issues } = pooled([null as never, { ...a, clientId: 7 }, b, { client_id: "C" }], home);
    expect(values.map((record) => record === null)).toStrictEqual([true, true, false, true]);
    expect(issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [0, "customer-classification/invalid-record", []],
      [1, "customer-classification/invalid-record", ["clientId"]],
      [3, "customer-classification/invalid-record", ["client_id"]],
    ]);
  });
  test("a member whose record has a getter that throws has an issue", () => {
    const broken = {
      ...b,
      get note(): string {
        throw new Error("gone");
      },
    };
    const { values, issues } = pooled([a, broken], home);
    expect(values).toMatchObject([{ products: 5 }, null]);
    expect(issues).toStrictEqual([{ row: 1, code: "customer-classification/invalid-record", path: [], details: {} }]);
  });
  test.each<[Partial<PoolingPolicy>, string, string?]>([
    [{ pooled: [] }, "pooled", "empty"],
    [{ pooled: [...household.pooled, { feature: "assets", kind: "money" }] }, "pooled.2.feature", "duplicate"],
    [{ pooled: [{ feature: "clientId", kind: "integer" }] }, "pooled.0.feature", "duplicate"],
    [
      { pooled: [{ feature: "assets", kind: "money", observedAtField: "clientId" }] },
      "pooled.0.observedAtField",
      "duplicate",
    ],
    [{ currency: "XXY" }, "currency", "unknown-currency"],
    [{ kind: "family" as never }, "kind"],
    [{ lacking: "zero" as never }, "lacking"],
    [{ pooled: [{ feature: "assets", kind: "number" as never }] }, "pooled.0.kind"],
    [{ consent: "none" } as never, "consent"],
  ])("policy %#", (change, at, reason) => {
    expect(() => pooled([a], home, policyOf(change))).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-pooling-policy",
        path: at.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
        details: expect.objectContaining(reason === undefined ? {} : { reason }) as unknown,
      }),
    );
  });
  test("money without a currency", () => {
    const policy = JSON.parse(JSON.stringify({ ...household, currency: undefined })) as PoolingPolicy;
    expect(() => pooled([a], home, policy)).toThrow(
      refusal("customer-classification/invalid-pooling-policy", "currency", {
        reason: "currency-missing",
        feature: "assets",
      }),
    );
  });
  test("what is not a list, and a day on which the policy is not in force", () => {
    expect(() => poolRecords(household, {} as never, home, { asOf })).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-record", path: ["records"] }),
    );
    expect(() => poolRecords(household, [a], {} as never, { asOf })).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-membership", path: ["memberships"] }),
    );
    expect(() => poolRecords(household, [a], home, { asOf: "2025-12-31" })).toThrow(
      expect.objectContaining({ code: "core/no-policy-in-force" }),
    );
  });
  test("the schema takes the policy", () => {
    expect(PoolingPolicySchema.parse(JSON.parse(JSON.stringify(household)))).toStrictEqual(household);
  });
});
