import { expectTypeOf, test } from "vitest";

import {
  explainClassification,
  lintScorecard,
  type CardLabelKey,
  type Classification,
  type ExplanationLabel,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import type { exampleRetailCard } from "../../src/customer-classification/index.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { label, tell, type OwnLabels } from "../../src/telling/index.ts";

declare const result: Classification;
declare const card: Scorecard;
declare const own: OwnLabels;

test("every label key of every line goes into label without a cast", () => {
  for (const line of explainClassification(result).lines) {
    expectTypeOf(tell(line, { ...zhHans, ...own })).toEqualTypeOf<string>();
    for (const keys of Object.values<ExplanationLabel | readonly ExplanationLabel[]>(line.labels)) {
      if (typeof keys === "string") label(zhHans, keys, own);
      else keys.map((key) => label(zhHans, key, own));
    }
    switch (line.line) {
      case "outcome":
        label(zhHans, line.labels.status);
        label(zhHans, line.labels.type ?? line.labels.status);
        break;
      case "tier":
        label(zhHans, line.labels.tier);
        break;
      case "level":
        label(zhHans, line.labels.level, own);
        // @ts-expect-error -- the levels are the card's, and their labels the bank's
        label(zhHans, line.labels.level);
        break;
      case "axis":
        label(zhHans, line.labels.axis);
        break;
      case "part":
        label(zhHans, line.labels.characteristic, own);
        label(zhHans, line.labels.feature, own);
        label(zhHans, line.labels.axis);
        label(zhHans, line.labels.state);
        if (line.labels.invalidReason !== undefined) label(zhHans, line.labels.invalidReason);
        if (line.labels.band !== undefined) label(zhHans, line.labels.band, own);
        if (line.labels.reason !== undefined) label(zhHans, line.labels.reason, own);
        expectTypeOf(line.values.points).toEqualTypeOf<number>();
        break;
      case "rule":
        label(zhHans, line.labels.rule, own);
        label(zhHans, line.labels.grants);
        label(zhHans, line.labels.outcome);
        break;
      case "test":
        label(zhHans, line.labels.test);
        label(zhHans, line.labels.outcome);
        (line.labels.oneOf ?? []).map((key) => label(zhHans, key, own));
        break;
      case "missing":
        label(zhHans, line.labels.feature, own);
        label(zhHans, line.labels.state);
        break;
      case "block":
        label(zhHans, line.labels.block, own);
        label(zhHans, line.labels.effect);
        break;
      case "score":
        expectTypeOf(line.values.points).toEqualTypeOf<number>();
        break;
    }
  }
});

test("a finding of the lint has the details of its rule", () => {
  for (const finding of lintScorecard(card).findings) {
    expectTypeOf(tell(finding, zhHans)).toEqualTypeOf<string>();
    if (finding.rule === "sensitive-feature") expectTypeOf(finding.details.feature).toEqualTypeOf<string>();
    // @ts-expect-error -- only some rules have a feature
    expectTypeOf(finding.details.feature).toEqualTypeOf<string>();
  }
});

test("a card written as data says which labels its ids need", () => {
  type Keys = CardLabelKey<typeof exampleRetailCard>;
  expectTypeOf<
    "characteristic.deposits" | "reason.DEP" | "category.incomeTrend.rising" | "block.overdue"
  >().toExtend<Keys>();
  expectTypeOf<"typeRule.existing-potential" | "feature.isCustomer">().toExtend<Keys>();
  expectTypeOf<Extract<Keys, "typeRule.core" | "characteristic.shortTermAssets">>().toBeNever();
});
