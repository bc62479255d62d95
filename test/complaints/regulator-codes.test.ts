import { describe, expect, test } from "vitest";

import {
  exampleRegulatorCodes,
  regulatorCodeCount,
  regulatorCodesOf,
  type RegulatorCodeMapping,
} from "../../src/complaints/index.ts";
import { RegulatorCodeMappingSchema } from "../../src/complaints/schema.ts";
import { mergeTallies } from "../../src/core/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { decide, opened } from "./book.ts";

const app = opened("C-1", { category: "fees", businessChannel: "app" });
const counter = opened("C-2", { category: "queue", businessChannel: "counter" }, "none");

describe("the codes of a regulator", () => {
  test("are read off the bank's own, and off nothing else", () => {
    expect(regulatorCodesOf(app, exampleRegulatorCodes)).toEqual({
      channel: { code: "example.A-mobile", by: "business-channel", own: "app" },
      business: { code: "example.B-card", by: "product", own: "card" },
      reason: { code: "example.C-pricing", by: "category", own: "fees" },
    });
  });

  test("are null where the complaint has no code, or the mapping has none for it", () => {
    expect(regulatorCodesOf(counter, exampleRegulatorCodes)).toMatchObject({
      business: { code: null, by: "product", own: null },
      reason: { code: null, by: "category", own: "queue" },
    });
    // a name of the language is not a code
    const odd = opened("C-3", { category: "constructor" });
    expect(regulatorCodesOf(odd, exampleRegulatorCodes).reason).toEqual({
      code: null,
      by: "category",
      own: "constructor",
    });
  });

  test("may be read off the root cause of the last decision, or the channel of the complaint", () => {
    const mapping: RegulatorCodeMapping = {
      ...exampleRegulatorCodes,
      id: "acme.codes",
      status: "house",
      channel: { by: "channel", codes: { "in-person": "example.1" } },
      reason: { by: "root-cause", codes: { system: "example.2" } },
    };
    expect(regulatorCodesOf(decide("C-4", { rootCause: "system" }), mapping)).toMatchObject({
      channel: { code: "example.1", own: "in-person" },
      reason: { code: "example.2", own: "system" },
    });
    expect(regulatorCodesOf(app, mapping).reason).toEqual({ code: null, by: "root-cause", own: null });
  });
});

describe("a count by the codes of a regulator", () => {
  const count = regulatorCodeCount([app, counter], exampleRegulatorCodes);

  test("adds up in each dimension, and names what has no code", () => {
    expect(count.total).toBe(2);
    for (const { rows } of count.by) expect(rows.reduce((sum, { count: n }) => sum + n, 0)).toBe(2);
    expect(count.withoutCode.map(({ complaint, dimension, own }) => [complaint, dimension, own])).toEqual([
      ["C-2", "business", null],
      ["C-2", "reason", "queue"],
    ]);
  });

  test("of parts of a book merges to that of the whole", () => {
    const [first, second] = [app, counter].map((one) => regulatorCodeCount([one], exampleRegulatorCodes));
    if (first === undefined || second === undefined) throw new Error("two parts");
    const { total, by } = count;
    expect(mergeTallies(first, second)).toEqual({ total, by });
  });
});

describe("a mapping", () => {
  test("of the example has no code that might be taken for one of the standard", () => {
    const { channel, business, reason, status } = exampleRegulatorCodes;
    const codes = [channel, business, reason].flatMap((table) => Object.values(table.codes));
    expect([status, codes.every((code) => code.startsWith("example."))]).toEqual(["example", true]);
    expect(RegulatorCodeMappingSchema.parse(JSON.parse(JSON.stringify(exampleRegulatorCodes)))).toEqual(
      exampleRegulatorCodes,
    );
  });

  test.each<[string, object, string]>([
    ["an unknown code of the bank's own", { channel: { by: "outlet", codes: {} } }, "mapping.channel.by"],
    ["a code that is a number", { reason: { by: "category", codes: { fees: 7 } } }, "mapping.reason.codes.fees"],
    ["a dimension that is missing", { business: undefined }, "mapping.business"],
    ["a misspelt member", { reasons: {} }, "mapping.reasons"],
  ])("with %s is refused at its place", (_, changes, place) => {
    const wrong = { ...exampleRegulatorCodes, ...changes } as never;
    for (const call of [() => regulatorCodesOf(app, wrong), () => regulatorCodeCount([], wrong)]) {
      const { code, path } = refusalOf(call);
      expect([code, path.join(".")]).toEqual(["complaints/invalid-policy", place]);
    }
    expect(RegulatorCodeMappingSchema.safeParse(wrong).success).toBe(false);
  });
});
