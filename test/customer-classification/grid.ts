import { readFileSync } from "node:fs";

import { expect } from "vitest";

import * as room from "../../src/customer-classification/index.ts";
import {
  classifyMany,
  type Characteristic,
  type ClassificationSummary,
  type FeatureValue,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { ScorecardSchema } from "../../src/customer-classification/schema.ts";
import { asOf } from "./cards.ts";

/** Some hundred thousand records. */
export const EXHAUSTIVE = { timeout: 60_000 } as const;

const demo = ScorecardSchema.parse(
  JSON.parse(readFileSync(new URL("../../docs/examples/data/berka-card.json", import.meta.url), "utf8")),
);

/** Every card that comes with the library, and the one of the demo. */
export const ready: readonly Scorecard[] = [
  ...Object.entries(room).flatMap(([name, value]) => (/^example.*Card$/.test(name) ? [value as Scorecard] : [])),
  demo,
];

export const amount = (edge: string, currency: string): FeatureValue => ({ amount: edge, currency });

/** One value for each answer a characteristic can give, in the order of its bands or categories. */
function answersOf(card: Scorecard, line: Characteristic): readonly FeatureValue[] {
  const { kind } = card.features[line.feature] ?? {};
  const written = (edge: string): FeatureValue => (kind === "money" ? amount(edge, card.currency ?? "") : Number(edge));
  switch (line.scale) {
    case "bands":
      return line.bands.map((_, index) => written(line.bands[index - 1]?.below ?? "-1"));
    case "categories":
      return line.groups.flatMap(({ values }) => values);
    case "flag":
      return [false, true];
    case "linear":
      // what alone gives no star, and what alone reaches each of the two cuts of the types
      return ["0", "50000", "150000", "1000000"].map(written);
  }
}

export interface Grid {
  readonly rows: number;
  readonly columns: Record<string, readonly FeatureValue[]>;
  /** By characteristic: how many answers it has, and how far apart in the grid its next answer is. */
  readonly axes: readonly { readonly line: Characteristic; readonly size: number; readonly stride: number }[];
}

/** Every combination of answers, with the facts that rules ask for. */
export function gridOf(card: Scorecard, facts: Readonly<Record<string, readonly FeatureValue[]>>): Grid {
  const answers = card.characteristics.map((line) => ({ line, values: answersOf(card, line) }));
  const all = [...answers.map(({ line, values }) => [line.feature, values] as const), ...Object.entries(facts)];
  const rows = all.reduce((product, [, values]) => product * values.length, 1);
  const columns: Record<string, readonly FeatureValue[]> = {};
  let stride = 1;
  for (const [feature, values] of all) {
    const step = stride;
    columns[feature] = Array.from({ length: rows }, (_, row) => values[Math.floor(row / step) % values.length]);
    stride *= values.length;
  }
  let apart = 1;
  const axes = answers.map(({ line, values }) => {
    const axis = { line, size: values.length, stride: apart };
    apart *= values.length;
    return axis;
  });
  return { rows, columns, axes };
}

export const factsOf = (
  card: Scorecard,
  elsewhere: readonly FeatureValue[] = [true, false, null],
): Record<string, readonly FeatureValue[]> => ({
  ...(card.customerFlag === undefined ? {} : { [card.customerFlag]: [true, false] }),
  ...("mainBankElsewhere" in card.features ? { mainBankElsewhere: elsewhere } : {}),
  ...("incomeTrend" in card.features ? { incomeTrendOn: [asOf] } : {}),
});

export const classOf = (value: ClassificationSummary | null): string =>
  value?.status === "classified" ? (value.tier ?? value.type) : (value?.status ?? "none");

export const classesOf = (card: Scorecard, columns: Grid["columns"]): string[] => {
  const batch = classifyMany(card, columns, { asOf });
  expect(batch.issues).toStrictEqual([]);
  return batch.values.map(classOf);
};
