import {
  AXES,
  prepareScorecard,
  type Axis,
  type Characteristic,
  type Condition,
  type FeatureDefinition,
  type FeatureValue,
  type Scorecard,
  type TypeRule,
} from "../../../src/customer-classification/index.ts";

/** Whole numbers that edges, cuts of amounts and units of rates of the cards lie in, with one beyond on each side. */
export const NUMBERS = [-1, 0, 1, 2, 3, 4, 5, 6, 7];
const EDGES = [0, 1, 2, 3, 4, 5, 6];
const CATEGORIES = ["a", "b", "c"];

export interface Dice {
  readonly pick: <T>(list: readonly T[]) => T;
  readonly int: (min: number, max: number) => number;
  readonly chance: (of: number) => boolean;
}

/** Numbers that follow from a seed (mulberry32), many times faster than to draw each of them by itself. */
export const diceOf = (seed: number): Dice => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    int,
    pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
    chance: (of) => int(1, of) === 1,
  };
};

function featureOf({ pick, chance }: Dice, kind: "integer" | "flag" | "category"): FeatureDefinition {
  const base = { group: "account", sensitive: false } as const;
  const either = chance(4) ? {} : { moves: "either" as const };
  if (kind === "category") return { kind, values: CATEGORIES, ...base, ...either };
  return chance(5) ? { kind, ...base } : { kind, ...base, moves: pick(["up", "up", "down", "either"] as const) };
}

function lineOf(dice: Dice, id: string, feature: string, kind: FeatureDefinition["kind"]): Characteristic {
  const { int, pick, chance } = dice;
  const points = (): number => int(-2, 6);
  const lacking = pick(["reject", "open", { points: 0 }, { points: 1 }] as const);
  const base = {
    id,
    feature,
    axis: pick(AXES),
    appliesTo: chance(3) ? "customers" : "everyone",
    inputs: { missing: lacking, invalid: "reject", ...(kind === "category" ? { unknown: "reject" as const } : {}) },
  } as const;
  if (kind === "flag") return { ...base, scale: "flag", whenTrue: points(), whenFalse: points() };
  if (kind === "category") {
    return { ...base, scale: "categories", groups: CATEGORIES.map((value) => ({ values: [value], points: points() })) };
  }
  if (chance(3)) {
    // the most and the fewest are reached inside the numbers that are tried
    const per = int(1, 3);
    const rate = pick([-2, -1, 1, 2, 3]);
    const ends = [-1, 7].map((value) => Math.floor((value * rate) / per));
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    return { ...base, scale: "linear", per: String(per), points: rate, min: low, max: Math.max(high, low + 1) };
  }
  const edges = EDGES.filter(() => chance(3));
  const rising = int(0, 1) === 1;
  let before = int(-2, 2);
  const next = (): number => (before = rising ? before + int(0, 4) : points());
  const bands = [...edges.map((edge) => ({ below: String(edge), points: next() })), { points: next() }];
  return { ...base, scale: "bands", bands };
}

function rangeOf({ int, chance }: Dice): { atLeast?: number; below?: number } {
  const cut = int(-2, 14);
  return chance(5) ? { below: cut } : { atLeast: cut };
}

function testOf(dice: Dice, card: Parts): Condition {
  const { pick, chance, int } = dice;
  const unusable = pick(["fails", "holds", "reject"] as const);
  const [feature, definition] = pick(Object.entries(card.features));
  const tests: (() => Condition)[] = [
    () => ({ test: "axis", axis: pick(card.axes), ...rangeOf(dice) }),
    () => ({ test: "axis", axis: pick(card.axes), ...rangeOf(dice) }),
    () => ({ test: "total", ...rangeOf(dice) }),
    () => ({ test: "characteristic", characteristic: pick(card.characteristics).id, ...rangeOf(dice) }),
    () => {
      if (definition.kind === "flag") return { test: "flag", feature, is: !chance(4), unusable };
      if (definition.kind === "category") return { test: "category", feature, oneOf: [pick(CATEGORIES)], unusable };
      const edge = String(int(1, 6));
      return { test: "amount", feature, ...(chance(4) ? { below: edge } : { atLeast: edge }), unusable };
    },
  ];
  if (chance(6)) return { test: "any", of: [pick(tests)(), pick(tests)()] };
  return pick(tests)();
}

interface Parts {
  readonly features: Readonly<Record<string, FeatureDefinition>>;
  readonly characteristics: readonly Characteristic[];
  readonly axes: readonly Axis[];
}

export interface RandomCase {
  readonly card: Scorecard;
  readonly record: Readonly<Record<string, FeatureValue>>;
}

export interface Sizes {
  readonly numbers: number;
  readonly kinds: number;
  readonly flags: number;
}

/** A card of small figures and a record of it; some features are looked at by several lines and tests. */
export function caseOf(seed: number, sizes: Sizes): RandomCase {
  const dice = diceOf(seed);
  for (;;) {
    const made = tryCase(dice, sizes);
    if (made !== null) return made;
  }
}

/** A card and a record; null where a cut is one that nobody can reach, which is no card. */
function tryCase(dice: Dice, sizes: Sizes): RandomCase | null {
  const { int, pick, chance } = dice;
  const kinds = [
    ...Array.from({ length: int(0, sizes.numbers) }, () => "integer" as const),
    ...Array.from({ length: int(0, sizes.kinds) }, () => "category" as const),
    ...Array.from({ length: int(1, sizes.flags) }, () => "flag" as const),
  ];
  const features: Record<string, FeatureDefinition> = { customer: { kind: "flag", group: "basic", sensitive: false } };
  const characteristics: Characteristic[] = [];
  for (const [index, kind] of kinds.entries()) {
    const id = `f${String(index)}`;
    features[id] = featureOf(dice, kind);
    characteristics.push(lineOf(dice, `${id}x`, id, kind));
    if (chance(4)) characteristics.push(lineOf(dice, `${id}y`, id, kind));
  }
  const axes = AXES.filter((axis) => characteristics.some((line) => line.axis === axis));
  const parts = { features, characteristics, axes };
  const whens = (most: number): Condition[] => Array.from({ length: int(1, most) }, () => testOf(dice, parts));
  const types = ["existing-high-quality", "existing-potential", "prospective-high-quality"] as const;
  const rules = Array.from({ length: int(1, 3) }, (_, index): TypeRule => ({
    id: `r${String(index)}`,
    type: pick(types),
    when: whens(3),
  }));
  const card: Scorecard = {
    id: "test.random",
    version: "1",
    status: "house",
    effectiveFrom: "2020-01-01",
    sources: ["test"],
    features,
    customerFlag: "customer",
    characteristics,
    rules,
    core: whens(2),
    ...(chance(2)
      ? {}
      : {
          levels: [
            { id: "low", atLeast: int(-2, 3) },
            { id: "high", atLeast: int(4, 9) },
          ],
        }),
  };
  try {
    prepareScorecard(card);
  } catch {
    return null;
  }
  return { card, record: recordOf(dice, card) };
}

function recordOf({ pick, chance }: Dice, { features }: Scorecard): RandomCase["record"] {
  const valueOf = (kind: string): FeatureValue => {
    if (chance(8)) return null;
    if (kind === "flag") return chance(2);
    return kind === "category" ? pick(CATEGORIES) : pick(NUMBERS);
  };
  const record = Object.fromEntries(Object.entries(features).map(([id, { kind }]) => [id, valueOf(kind)]));
  return "customer" in features ? { ...record, customer: !chance(6) } : record;
}

/** More records of a card of {@link caseOf}, or of flags alone. */
export function recordsOf(card: Scorecard, seed: number, count: number): RandomCase["record"][] {
  const dice = diceOf(seed);
  return Array.from({ length: count }, () => recordOf(dice, card));
}
