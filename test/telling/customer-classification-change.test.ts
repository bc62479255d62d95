import { describe, expect, test } from "vitest";

import {
  CHANGE_LINE_KINDS,
  classifyMany,
  exampleRetailCard,
  exampleStarRateCard,
  explainTypeChange,
  gapToType,
  IMMOVABLE_REASONS,
  lintScorecard,
  workLists,
  type ChangeLine,
  type FeatureDefinition,
  type GapLine,
  type GapTarget,
  type Scorecard,
  type StandingLevels,
  type WorkListLine,
} from "../../src/customer-classification/index.ts";
import * as english from "../../src/labels/en.ts";
import * as hans from "../../src/labels/zh-Hans.ts";
import * as hant from "../../src/labels/zh-Hant-HK.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { asOf, cny, sound } from "../customer-classification/cards.ts";
import { refusalOf } from "../support/refusal.ts";

const LANGUAGES = [
  { ...hans.zhHans, ...hans.exampleCards },
  { ...hant.zhHantHK, ...hant.exampleCards },
  { ...english.en, ...english.exampleCards },
];
const told = (reason: Reason): string[] => LANGUAGES.map((words) => tell(reason, words));

type Line = ChangeLine | GapLine | WorkListLine;

const CORE: GapTarget = { kind: "tier", tier: "core" };
const gap = (record: object, target: GapTarget, card: Scorecard = exampleRetailCard): readonly GapLine[] =>
  gapToType(card, record as typeof sound, target, { asOf }).lines;
const level = (of: string): GapTarget => ({ kind: "level", level: of });
const rich = { ...sound, assets: cny("2000000.00") };
const flag = (moves: boolean): FeatureDefinition => ({
  kind: "flag",
  group: "account",
  sensitive: false,
  ...(moves ? { moves: "up" as const } : {}),
});
const standing = (earned: number, held: number, floored: number, served: number, version = "1"): StandingLevels => ({
  policy: { id: "acme", version },
  asOf,
  earned: "star-4",
  held: "star-5",
  floored: "star-5",
  served: `star-${String(served)}`,
  steps: { earned, held, floored, served },
});

const later: Scorecard = {
  ...exampleRetailCard,
  version: "2",
  features: Object.fromEntries(Object.entries(exampleRetailCard.features).filter(([id]) => id !== "salaryAccount")),
  characteristics: exampleRetailCard.characteristics.filter(({ id }) => id !== "salary"),
  rules: exampleRetailCard.rules.filter(({ id }) => id !== "existing-potential"),
};
const { salaryAccount: account, ...without } = sound;
const side = { card: exampleRetailCard, record: sound, asOf };
const change = explainTypeChange(
  { ...side, standing: standing(6, 6, 6, 6) },
  {
    card: later,
    record: { ...without, productCount: 2, intermediaryIncome: null, depositAvg: cny("49999.99") },
    asOf: "2026-06-30",
    standing: standing(4, 5, 5, 5, "2"),
  },
).lines;
const lenient: Scorecard = {
  ...exampleRetailCard,
  version: "2",
  characteristics: exampleRetailCard.characteristics.map((line) =>
    line.id === "products" ? { ...line, inputs: { missing: { points: 3 }, invalid: "reject" as const } } : line,
  ),
};
const notSplit = explainTypeChange(side, { ...side, card: lenient, record: { ...sound, productCount: null } }).lines;
const noScore = explainTypeChange(side, { ...side, record: { ...sound, overdue: true } }).lines;
const won = explainTypeChange(
  { ...side, record: { ...sound, isCustomer: false, mainBankElsewhere: true } },
  side,
).lines;

const wide: Scorecard = {
  ...exampleStarRateCard,
  currency: "CNY",
  features: Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`f${String(at)}`, flag(true)])),
  characteristics: Array.from({ length: 26 }, (_, at) => ({
    id: `f${String(at)}`,
    feature: `f${String(at)}`,
    axis: "closeness" as const,
    scale: "flag" as const,
    whenTrue: 2,
    whenFalse: 0,
    appliesTo: "everyone" as const,
    inputs: { missing: { points: 0 }, invalid: "reject" as const },
  })),
  rules: [{ id: "odd", type: "existing-high-quality", when: [{ test: "total", atLeast: 25, below: 26 }] }],
  core: [{ test: "total", atLeast: 0 }],
  levels: [],
  blocks: [],
};
const closest = wide.characteristics.filter(({ id }) => id === "f1");
const apart: Scorecard = {
  ...wide,
  features: { f1: flag(true) },
  characteristics: closest,
  rules: [
    {
      id: "both",
      type: "existing-high-quality",
      when: [
        { test: "total", atLeast: 1 },
        { test: "flag", feature: "f1", is: false, unusable: "fails" },
      ],
    },
  ],
};

const lists = workLists(
  classifyMany(exampleRetailCard, [{ ...sound, productCount: 2, salaryAccount: false }, sound], { asOf }),
  {
    manager: [null, "Li"],
    client: [null, "C-2"],
    near: { type: 5, tier: 16 },
    standings: [null, standing(4, 5, 6, 7)],
  },
);

const ALL: readonly Line[] = [
  ...change,
  ...notSplit,
  ...noScore,
  ...won,
  ...gap(rich, CORE),
  ...gap({ ...rich, productCount: 3, salaryAccount: null }, CORE),
  ...gap(sound, CORE),
  ...gap(sound, { kind: "type", type: "prospective-high-quality" }),
  ...gap({ ...sound, overdue: true }, CORE),
  ...gap({ ...sound, depositAvg: null }, CORE),
  ...gap({ mediumLongTermAssets: cny("1.00") }, { kind: "type", type: "existing-potential" }, exampleStarRateCard),
  ...gap({ mediumLongTermAssets: cny("1.00") }, level("star-4"), exampleStarRateCard),
  ...gap({ f1: false }, { kind: "type", type: "existing-high-quality" }, apart),
  ...gap({}, { kind: "type", type: "existing-high-quality" }, wide),
  ...gap({}, level("high"), { ...apart, levels: [{ id: "high", atLeast: 2 }], features: { f1: flag(false) } }),
  ...lists.managers.flatMap(({ lines }) => lines),
];

const nth = (kind: Line["line"], at = 0): Line => {
  const found = ALL.filter(({ line }) => line === kind)[at];
  if (found === undefined) throw new Error(`no line ${kind}`);
  return found;
};

test("the record of the later card has no salary account", () => {
  expect([account, "salaryAccount" in without]).toStrictEqual([true, false]);
});

test("every kind of line is told in each language, and none with a gap", () => {
  const kinds = new Set<string>(ALL.map(({ line }) => line));
  expect(CHANGE_LINE_KINDS.filter((kind) => !kinds.has(kind))).toStrictEqual([]);
  for (const line of ALL) for (const text of told(line)) expect(text).not.toMatch(/[{}[\]]/);
});

describe("as people read it", () => {
  test.each(CHANGE_LINE_KINDS.map((kind) => [kind]))("%s", (kind) => {
    expect(told(nth(kind))).toMatchSnapshot();
  });

  test("a move of each kind of value", () => {
    const moves = ALL.filter(({ line }) => line === "gap-move").map(told);
    expect(moves).toMatchSnapshot();
  });
});

describe("what the lint says of values that nobody may be asked to change", () => {
  const moved = (
    feature: string,
    definition: Partial<FeatureDefinition>,
    changes: Partial<Scorecard> = {},
  ): Scorecard => ({
    ...exampleRetailCard,
    features: { ...exampleRetailCard.features, [feature]: { ...flag(true), ...definition } as FeatureDefinition },
    ...changes,
  });
  const cards = {
    "customer-flag": moved("isCustomer", {}),
    "elsewhere-flag": moved("mainBankElsewhere", {}),
    "block-flag": moved("overdue", {}),
    descriptive: moved("told", { descriptive: true }),
    sensitive: moved("age", { sensitive: true }),
    "protected-ground": moved("married", {}),
    occupation: moved("jobTitle", {}),
    "more-debt": moved("mortgageBalance", { kind: "money" }),
  } as const;

  test.each(IMMOVABLE_REASONS.map((reason) => [reason]))("%s", (reason) => {
    const { findings, passed } = lintScorecard(cards[reason]);
    const finding = findings.find(({ rule }) => rule === "must-not-move");
    expect(passed).toBe(false);
    expect(finding?.details).toMatchObject({ because: reason });
    expect(finding === undefined ? null : told(finding)).toMatchSnapshot();
  });

  test("a debt may be moved down, and no ready card is at fault", () => {
    const down = moved("mortgageBalance", { kind: "money", moves: "down" });
    expect(lintScorecard(down).findings.some(({ rule }) => rule === "must-not-move")).toBe(false);
    for (const card of [exampleRetailCard, exampleStarRateCard]) {
      expect(lintScorecard(card).passed).toBe(true);
    }
  });

  test("whatever a card declares, they are moved nowhere", () => {
    const card = moved(
      "overdue",
      {},
      {
        features: {
          ...exampleRetailCard.features,
          annualIncome: { ...exampleRetailCard.features.annualIncome, sensitive: true, moves: "up" },
        },
      },
    );
    expect(gapToType(card, sound, CORE, { asOf }).status).toBe("out-of-reach");
  });
});

test("categories have no order to be moved in", () => {
  const features = {
    ...exampleRetailCard.features,
    incomeTrend: { ...exampleRetailCard.features.incomeTrend, moves: "up" as const },
  };
  expect(refusalOf(() => lintScorecard({ ...exampleRetailCard, features }))).toMatchObject({
    code: "customer-classification/invalid-card",
    path: ["features", "incomeTrend", "moves"],
    details: { reason: "kind-does-not-fit", feature: "incomeTrend", kind: "category" },
  });
});

test("numbers that are very small or very large are told in digits", () => {
  const card: Scorecard = {
    ...apart,
    features: { f1: { kind: "number", group: "account", sensitive: false, moves: "either" } },
    characteristics: [
      {
        id: "f1",
        feature: "f1",
        axis: "closeness",
        scale: "bands",
        appliesTo: "everyone",
        bands: [{ below: "0", points: 2 }, { points: 0 }],
        inputs: { missing: { points: 0 }, invalid: "reject" },
      },
    ],
    rules: [{ id: "both", type: "existing-high-quality", when: [{ test: "total", atLeast: 1 }] }],
  };
  const best: GapTarget = { kind: "type", type: "existing-high-quality" };
  const words = { ...english.en, ...english.exampleCards };
  const told = [1.5e-7, 1e21].map((f1) =>
    tell(gapToType(card, { f1 }, best, { asOf }).lines[2] ?? { line: "none" }, words),
  );
  expect(told).toStrictEqual([
    "“feature.f1”: from 0.00000015 to below 0; steps: 1; points from 0 to 2.",
    "“feature.f1”: from 1,000,000,000,000,000,000,000 to below 0; steps: 1; points from 0 to 2.",
  ]);
});

test("a standing of a later day is told with both days", () => {
  const standings = [
    {
      policy: { id: "acme", version: "1" },
      asOf: "2026-04-01",
      earned: "a",
      held: "a",
      floored: "a",
      served: "a",
      steps: { earned: 0, held: 0, floored: 0, served: 0 },
    },
  ];
  const batch = classifyMany(exampleRetailCard, [sound], { asOf });
  const refusals = [
    (): unknown => workLists(batch, { manager: ["Li"], near: {}, standings }),
    (): unknown => explainTypeChange({ ...side, standing: standings[0] as StandingLevels }, { ...side }),
  ].map(refusalOf);
  expect(refusals.map(told)).toStrictEqual([
    [
      "无法据此生成工作清单：客户等级截至2026年4月1日，晚于2026年3月31日：options.standings[0].asOf。",
      "無法據此編製工作清單：客戶等級截至2026年4月1日，晚於2026年3月31日：options.standings[0].asOf。",
      "The work lists cannot be made from this: the client’s level is as of 1 April 2026, after 31 March 2026 at options.standings[0].asOf.",
    ],
    [
      "变化的前后两方之一有误：客户等级截至2026年4月1日，晚于2026年3月31日：previous.standing.asOf。",
      "變動的前後兩方之一有誤：客戶等級截至2026年4月1日，晚於2026年3月31日：previous.standing.asOf。",
      "One side of the change is not valid: the client’s level is as of 1 April 2026, after 31 March 2026 at previous.standing.asOf.",
    ],
  ]);
});

test("refusals are told", () => {
  const refusals = [
    (): unknown => gap({ mortgage: cny("1.00") }, level("star-8"), exampleStarRateCard),
    (): unknown => explainTypeChange(side, { ...side, asOf: "2026-01-31" }),
    (): unknown => workLists(classifyMany(exampleRetailCard, [sound], { asOf }), { manager: [], near: {} }),
  ].map(refusalOf);
  expect(refusals.map(({ code }) => code)).toStrictEqual([
    "customer-classification/invalid-target",
    "customer-classification/invalid-change",
    "customer-classification/invalid-work-list",
  ]);
  expect(refusals.map(told)).toMatchSnapshot();
});
