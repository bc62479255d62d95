import { describe, expect, test } from "vitest";
import * as z from "zod";

import {
  exampleCorporateGrades,
  exampleMajorClientGrades,
  prepareGradingPolicy,
  type GradeCondition,
  type GradingPolicy,
} from "../../../src/customer-classification/index.ts";
import {
  GradingPolicySchema,
  NameListSchema,
  PoolingPolicySchema,
} from "../../../src/customer-classification/schema.ts";
import { refusalOf } from "../../support/refusal.ts";
import { lists, policyOf } from "./policies.ts";

const sound: GradeCondition = { test: "flag", feature: "flag", is: true, unusable: "reject" };

const reasonOf = (policy: unknown): unknown => {
  const { code, path, details } = refusalOf(() => prepareGradingPolicy(policy as GradingPolicy));
  expect(code).toBe("customer-classification/invalid-grading-policy");
  return [path.join("."), details["reason"]];
};

describe("a policy of grades", () => {
  test.each([exampleCorporateGrades, exampleMajorClientGrades, policyOf([sound])])("$id is sound", (policy) => {
    expect(prepareGradingPolicy(policy).stamp.id).toBe(policy.id);
    expect(GradingPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toStrictEqual(policy);
  });
  test("is remembered by identity and copied, so that a change does not contradict the hash", () => {
    const policy = policyOf([sound]);
    const { stamp } = prepareGradingPolicy(policy);
    expect(prepareGradingPolicy(policy).stamp).toBe(stamp);
    expect(prepareGradingPolicy({ ...policy }).stamp).toStrictEqual(stamp);
    expect(prepareGradingPolicy({ ...policy, version: "2" }).stamp.hash).not.toBe(stamp.hash);
  });
  test.each<[string, Partial<GradingPolicy>, string, string]>([
    ["no grade", { grades: [] }, "grades", "empty"],
    ["no way to a grade", { grades: [{ id: "top", anyOf: [] }] }, "grades.0.anyOf", "empty"],
    ["no test", { grades: [{ id: "top", anyOf: [{ id: "r", when: [] }] }] }, "grades.0.anyOf.0.when", "empty"],
    ["a grade that is everybody else's", { otherwise: "top" }, "otherwise", "duplicate"],
    [
      "a rule twice",
      {
        grades: [
          { id: "a", anyOf: [{ id: "r", when: [sound] }] },
          { id: "b", anyOf: [{ id: "r", when: [sound] }] },
        ],
      },
      "grades.1.anyOf.0.id",
      "duplicate",
    ],
    ["money without a currency", { currency: undefined as never }, "currency", "currency-missing"],
    ["an id that is a feature", { clientField: "flag" }, "clientField", "duplicate"],
    [
      "an id that is a date",
      { features: { flag: { kind: "flag", group: "account", sensitive: false, observedAtField: "clientId" } } },
      "features.flag.observedAtField",
      "duplicate",
    ],
    [
      "more grades than a ladder has",
      {
        grades: Array.from({ length: 101 }, (_, i) => ({
          id: `g${String(i)}`,
          anyOf: [{ id: `r${String(i)}`, when: [sound] }],
        })),
      },
      "grades",
      "too-many",
    ],
    [
      "more rules than there may be",
      { grades: [{ id: "g", anyOf: Array.from({ length: 201 }, (_, i) => ({ id: `r${String(i)}`, when: [sound] })) }] },
      "grades",
      "too-many",
    ],
  ])("%s", (_what, change, path, reason) => {
    expect(reasonOf(JSON.parse(JSON.stringify(policyOf([sound], change))))).toStrictEqual([path, reason]);
  });
  test.each<[string, GradeCondition, string, string]>([
    ["a feature it does not have", { ...sound, feature: "other" }, "feature", "unknown-feature"],
    [
      "an amount of a flag",
      { test: "amount", feature: "flag", atLeast: "1", unusable: "fails" },
      "test",
      "kind-does-not-fit",
    ],
    ["points nobody reaches", { test: "total", atLeast: 14 }, "", "unreachable"],
    ["an axis nobody scores", { test: "axis", axis: "potential", atLeast: 1 }, "axis", "axis-without-characteristic"],
    [
      "a category nobody has",
      { test: "category", feature: "category", oneOf: ["x"], unusable: "fails" },
      "oneOf.0",
      "unknown-category",
    ],
    [
      "cents of cents",
      { test: "amount", feature: "money", atLeast: "0.001", unusable: "fails" },
      "atLeast",
      "malformed-edge",
    ],
    ["no alternative", { test: "any", of: [] }, "of", "empty"],
  ])("%s", (_what, condition, place, reason) => {
    const at = place === "" ? "" : `.${place}`;
    expect(reasonOf(policyOf([condition]))).toStrictEqual([`grades.0.anyOf.0.when.0${at}`, reason]);
    expect(reasonOf(policyOf([{ test: "any", of: [sound, condition] }]))).toStrictEqual([
      `grades.0.anyOf.0.when.0.of.1${at}`,
      reason,
    ]);
  });
  test.each([
    [{ test: "listed" }, "list"],
    [{ test: "listed", list: "l", is: true }, "is"],
    [{ test: "customer", is: true }, "test"],
    [{ ...sound, unusable: "holds" }, "unusable"],
    [{ test: "total", atLeast: "13" }, "atLeast"],
  ])("test %#: is not one", (condition, place) => {
    expect(reasonOf(policyOf([condition as never]))).toStrictEqual([
      `grades.0.anyOf.0.when.0.${place}`,
      place === "atLeast" ? "not-whole-points" : undefined,
    ]);
    expect(GradingPolicySchema.safeParse(policyOf([condition as never])).success).toBe(false);
  });
  test("alternatives that hold themselves are refused", () => {
    const of: unknown[] = [];
    of.push({ test: "any", of });
    expect(reasonOf(policyOf([{ test: "any", of } as never]))).toStrictEqual([
      expect.stringContaining("grades.0.anyOf.0.when.0.of.0.of.0"),
      undefined,
    ]);
  });
});

describe("protected grounds", () => {
  const about = (feature: object, id = "owner"): GradingPolicy =>
    policyOf([{ test: "flag", feature: id, is: true, unusable: "reject" }], {
      features: {
        ...policyOf([]).features,
        [id]: { kind: "flag", group: "firmographic", sensitive: false, ...feature },
      },
    });
  test("no grade looks at one, declared or by its looks", () => {
    expect(reasonOf(about({ protectedGround: "sex" }))).toStrictEqual([
      "grades.0.anyOf.0.when.0.feature",
      "protected-ground",
    ]);
    expect(reasonOf(about({}, "familyOwned"))).toStrictEqual(["grades.0.anyOf.0.when.0.feature", "protected-ground"]);
  });
  test("a feature that says it tells of none may be looked at", () => {
    expect(prepareGradingPolicy(about({ protectedGround: "none" }, "familyOwned")).stamp.id).toBe("acme.grades");
  });
  test.each([["height"], ["beauty"], ["容貌"]])("nor at how somebody looks: %s", (id) => {
    expect(reasonOf(about({}, id))).toStrictEqual(["grades.0.anyOf.0.when.0.feature", "appearance-feature"]);
    expect(prepareGradingPolicy(about({ protectedGround: "none" }, id)).stamp.id).toBe("acme.grades");
  });
  test("nor at a sensitive attribute, whatever ground it declares", () => {
    const at = "grades.0.anyOf.0.when.0.feature";
    expect(reasonOf(about({ sensitive: true }))).toStrictEqual([at, "sensitive-feature"]);
    expect(reasonOf(about({ sensitive: true, protectedGround: "none" }))).toStrictEqual([at, "sensitive-feature"]);
  });
  test("points are no way around", () => {
    const { features, characteristics = [] } = policyOf([]);
    const policy = policyOf([sound], {
      features: {
        ...features,
        integer: { kind: "integer", group: "basic", sensitive: true, protectedGround: "family-status" },
      },
      characteristics,
    });
    expect(reasonOf(policy)).toStrictEqual(["characteristics.1.feature", "protected-ground"]);
  });
});

describe("the schemas", () => {
  test("take lists of names", () => {
    for (const list of lists) expect(NameListSchema.parse(JSON.parse(JSON.stringify(list)))).toStrictEqual(list);
    expect(NameListSchema.safeParse({ ...lists[0], clients: [""] }).success).toBe(false);
  });
  test("give JSON Schemas", () => {
    for (const schema of [GradingPolicySchema, NameListSchema, PoolingPolicySchema]) {
      expect(z.toJSONSchema(schema)).toMatchObject({ type: "object", additionalProperties: false });
    }
  });
});
