import { describe, expectTypeOf, test } from "vitest";

import {
  classify,
  classifyMany,
  exampleRetailCard,
  explainClassification,
  scoreRecord,
  type Characteristic,
  type Classification,
  type ClassificationBatch,
  type ClientType,
  type Scorecard,
  type Tier,
  type TypeRule,
} from "../../src/customer-classification/index.ts";
import { money, moneyColumn } from "../../src/money/index.ts";

declare const card: Scorecard;
declare const asOf: string;
declare const rows: readonly { readonly avg: string | null; readonly occupation: string }[];

interface DatabaseRow {
  depositAvg: { amount: string; currency: string } | null;
  occupation?: string;
  products: number;
}
declare const database: DatabaseRow[];

describe("what a bank developer writes without a cast", () => {
  test("a book of rows", () => {
    const { values, issues } = classifyMany(
      card,
      rows.map((r) => ({ depositAvg: r.avg === null ? null : money(r.avg, "CNY"), occupation: r.occupation })),
      { asOf },
    );
    expectTypeOf(values).toEqualTypeOf<ClassificationBatch["values"]>();
    expectTypeOf(issues).toEqualTypeOf<ClassificationBatch["issues"]>();
  });
  test("rows of an interface, columns, a column of amounts", () => {
    expectTypeOf(classifyMany(card, database, { asOf })).toEqualTypeOf<ClassificationBatch>();
    const columns = { depositAvg: moneyColumn("CNY", []), products: Int32Array.of(), occupation: ["a", null] };
    expectTypeOf(classifyMany(card, columns, { asOf })).toEqualTypeOf<ClassificationBatch>();
    for (const row of database) expectTypeOf(classify(card, row, { asOf })).toEqualTypeOf<Classification>();
  });
  test("type and tier after the status is known", () => {
    const result = classify(card, {}, { asOf });
    if (result.status !== "classified") return;
    expectTypeOf(result.type).toEqualTypeOf<ClientType>();
    expectTypeOf(result.tier).toEqualTypeOf<Tier | undefined>();
    expectTypeOf(result.score).toEqualTypeOf<number>();
  });
});

describe("what does not compile", () => {
  test("values that are no features", () => {
    // @ts-expect-error a Date is no feature value
    classify(card, { openedOn: new Date(0) }, { asOf });
    // @ts-expect-error nor is a bigint
    scoreRecord(card, { depositAvg: 5n }, { asOf });
    // @ts-expect-error a date of classification is needed
    classify(card, {}, {});
  });
  test("a rule that grants ordinary, a characteristic without its policies", () => {
    // @ts-expect-error ordinary is what remains, no rule grants it
    const type: TypeRule["type"] = "ordinary";
    // @ts-expect-error a missing value needs a policy
    const inputs: Characteristic["inputs"] = { invalid: "reject" };
    expectTypeOf(type).toBeString();
    expectTypeOf(inputs).toBeObject();
  });
  test("an explanation of a batch without its row", () => {
    const batch = classifyMany(exampleRetailCard, [], { asOf });
    // @ts-expect-error which row
    explainClassification(batch);
  });
});
