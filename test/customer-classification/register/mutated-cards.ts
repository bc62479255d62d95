import fc from "fast-check";

import {
  exampleRetailCard,
  exampleStarRateCard,
  prepareScorecard,
  type Condition,
  type Scorecard,
} from "../../../src/customer-classification/index.ts";
import { cardOf, lines } from "../cards.ts";

type Holder = Record<string | number, unknown>;

const flag = (is: boolean): Condition => ({ test: "flag", feature: "flag", is, unusable: "fails" });

/** A card with every scale, every test, and every optional member. */
export const fullCard: Scorecard = cardOf(Object.values(lines), {
  features: {
    ...cardOf([]).features,
    flag: { kind: "flag", group: "basic", sensitive: true, protectedGround: "disability", window: "today" },
    staff: { kind: "flag", group: "basic", sensitive: false },
    note: { kind: "category", group: "basic", sensitive: true, values: ["a", "b"], descriptive: true },
  },
  effectiveTo: "2030-01-01",
  customerFlag: "flag",
  elsewhereFlag: "staff",
  rules: [
    {
      id: "a",
      type: "existing-high-quality",
      when: [
        { test: "total", atLeast: 5, below: 1000 },
        { test: "any", of: [flag(true), { test: "amount", feature: "money", atLeast: "5", unusable: "reject" }] },
      ],
    },
    {
      id: "b",
      type: "prospective-high-quality",
      when: [
        { test: "customer", is: false },
        { test: "category", feature: "category", oneOf: ["gold", "none"], unusable: "fails" },
      ],
    },
  ],
  core: [
    { test: "axis", axis: "contribution", atLeast: 1 },
    { test: "characteristic", characteristic: "money", atLeast: 1 },
  ],
  levels: [
    { id: "low", atLeast: 1 },
    { id: "high", atLeast: 9 },
  ],
  blocks: [{ id: "staff", feature: "staff", effect: "no-class", unusable: "fails" }],
  justifications: [{ feature: "flag", text: "t", approvedBy: "a", approvedOn: "2019-12-01" }],
});

/** What is put in the place of a value: near it, another word of some list, or nothing. */
function other(value: unknown, choice: number): unknown {
  if (typeof value === "number") return value + ([1, -1, 7][choice % 3] ?? 1);
  if (typeof value === "boolean") return !value;
  const words = [
    ...["reject", "neutral", "open", "up", "down", "everyone", "customers", "holds", "fails", "strength", "closeness"],
    ...["no-class", "ordinary-at-most", "house", "regulation", "basic", "need", "account", "flag", "money", "integer"],
    ...["1", "7", "2500", "2026-05-01", "2029-05-01", "gold", "none", "classic", "aged", "number", "HKD"],
  ];
  return typeof value === "string" && choice % 4 === 0 ? `${value}0` : words[choice % words.length];
}

function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    places(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

/** The card with one place changed: another value, gone, twice, or swapped with its neighbour. */
function changed(card: Scorecard, at: number, how: number, choice: number): Scorecard {
  const copy = structuredClone(card) as unknown as Holder;
  const all = places(copy);
  const path = all[at % all.length] ?? [];
  const key = path.at(-1) ?? "";
  const holder = path.slice(0, -1).reduce<Holder>((inner, part) => inner[part] as Holder, copy);
  const value = holder[key];
  if (Array.isArray(holder) && typeof key === "number" && how % 4 > 0) {
    if (how % 4 === 1) holder.splice(key, 1);
    else if (how % 4 === 2) holder.splice(key, 0, ...(holder.splice(key, 2).reverse() as unknown[]));
    else holder.splice(key + 1, 0, renamed(value, choice));
  } else if (how % 4 === 1) Reflect.deleteProperty(holder, key);
  else if (typeof value !== "object") holder[key] = other(value, choice);
  else if (how % 4 === 2) holder[`${String(key)}${String(choice)}`] = value;
  return copy as unknown as Scorecard;
}

/** A copy of an entry with a name of its own. */
const renamed = (value: unknown, choice: number): unknown =>
  typeof value === "string"
    ? `${value}${String(choice)}`
    : typeof value === "object" && value !== null && "id" in value
      ? { ...value, id: `${String(value.id)}${String(choice)}` }
      : structuredClone(value);

function isCard(card: Scorecard): boolean {
  try {
    prepareScorecard(card);
    return true;
  } catch {
    return false;
  }
}

const steps = fc.array(fc.tuple(fc.nat(1000), fc.nat(3), fc.nat(100)), { maxLength: 12 });

/** A card, and another that came from it by some changes that leave it a card. */
export const cardPairs = fc
  .tuple(fc.constantFrom<Scorecard>(exampleRetailCard, exampleStarRateCard, fullCard, fullCard), steps, steps)
  .map(([card, first, second]): readonly [Scorecard, Scorecard] => {
    const follow = (from: Scorecard, by: typeof first): Scorecard =>
      by.reduce((now, [at, how, choice]) => {
        const next = changed(now, at, how, choice);
        return isCard(next) ? next : now;
      }, from);
    const one = follow(card, first);
    return [one, follow(one, second)];
  });
