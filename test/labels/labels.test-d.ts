import { expectTypeOf, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { label, type LabelKey, type LabelKind, type Labels } from "../../src/labels/index.ts";
import type { ValueItem } from "../../src/relationship-value/index.ts";
import type { PlanDocumentLabels } from "../../src/rendering/index.ts";

test("a label set with a label missing does not compile", () => {
  const { "valueHead.direct": direct, ...rest } = en;
  expectTypeOf(direct).toExtend<string>();
  // @ts-expect-error -- valueHead.direct is missing
  rest satisfies Labels;
});

test("a label set with one too many does not compile", () => {
  // @ts-expect-error -- there is no such head
  ({ ...en, "valueHead.indirect": "Indirect" }) satisfies Labels;
});

test("an unknown key does not compile", () => {
  // @ts-expect-error -- there is no such item
  label(en, "valueItem.deposits");
});

test("every literal of a room is a key, and a set fits the plan document", () => {
  expectTypeOf<`valueItem.${ValueItem}`>().toExtend<LabelKey>();
  expectTypeOf<"slaState">().toExtend<LabelKind>();
  expectTypeOf(en).toExtend<PlanDocumentLabels>();
});
