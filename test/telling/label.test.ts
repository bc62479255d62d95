import { describe, expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import type { LabelKey } from "../../src/labels/index.ts";
import { label } from "../../src/telling/index.ts";
import { refusalOf } from "../support/refusal.ts";

const unknown = { code: "telling/unknown-label", path: ["key"] };
const invalid = { code: "telling/invalid-words" };

describe("a label that is not there is refused", () => {
  const refused = (labels: unknown, key: unknown): object =>
    refusalOf(() => label(labels as typeof en, key as LabelKey));

  test.each(["valueHead.drect", "VALUEHEAD.DIRECT", "value_head.direct"])("a misspelt key: %s", (key) => {
    expect(refused(en, key)).toMatchObject({ ...unknown, details: { didYouMean: "valueHead.direct" } });
  });

  test.each(["", "toString", "__proto__", "constructor", "nothing.like-it", null, undefined, 7, ["valueHead.direct"]])(
    "a key nobody knows: %s",
    (key) => {
      expect(refused(en, key)).toMatchObject(unknown);
    },
  );

  test("a set from elsewhere that lacks the key", () => {
    expect(refused({}, "valueHead.direct")).toMatchObject(unknown);
  });

  test.each([[null], [undefined], ["zh-Hans"], [[en]], [() => en], [new Map(Object.entries(en))]])(
    "something that is not a set: %#",
    (labels) => {
      expect(refused(labels, "valueHead.direct")).toMatchObject({ ...invalid, path: ["labels"] });
    },
  );

  test.each([[null], [undefined], [7], [{}]])("a label that is not a text: %s", (text) => {
    const path = ["labels", "valueHead.direct"];
    expect(refused({ ...en, "valueHead.direct": text }, "valueHead.direct")).toMatchObject({ ...invalid, path });
  });
});

describe("labels of the bank's own", () => {
  const own = { "slaStage.acme-review": "Second look", "slaStage.reply": "Answer" };

  test("come first, and the library's beside them", () => {
    expect(label(en, "slaStage.acme-review", own)).toBe("Second look");
    expect(label(en, "slaStage.reply", own)).toBe("Answer");
    expect(label(en, "slaStage.handle", own)).toBe("Handling");
  });

  test("what neither has is refused", () => {
    expect(refusalOf(() => label(en, "slaStage.acme-reviw", own))).toMatchObject(unknown);
  });

  test("own labels that are not a set, or not texts, are refused at their place", () => {
    const bad = (given: unknown): object => refusalOf(() => label(en, "slaStage.reply", given as typeof own));
    expect(bad(null)).toMatchObject({ ...invalid, path: ["own"] });
    expect(bad({ "slaStage.reply": 7 })).toMatchObject({ ...invalid, path: ["own", "slaStage.reply"] });
  });
});
