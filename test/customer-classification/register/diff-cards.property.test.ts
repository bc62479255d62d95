import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";

import {
  CARD_CHANGES,
  CARD_MEMBERS,
  diffCards,
  exampleRetailCard,
  exampleStarRateCard,
  prepareScorecard,
  type CardChange,
} from "../../../src/customer-classification/index.ts";
import { ScorecardSchema } from "../../../src/customer-classification/schema.ts";
import { en } from "../../../src/labels/en.ts";
import { zhHans } from "../../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../../src/labels/zh-Hant-HK.ts";
import { tell } from "../../../src/telling/index.ts";
import { cardPairs, fullCard } from "./mutated-cards.ts";

const at = (card: unknown, path: CardChange["path"]): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown> | undefined)?.[part], card);

describe("a comparison of two cards is complete", () => {
  test("there is a line exactly when the content hashes differ, whatever was changed", () => {
    const seen = new Map<string, number>();
    let same = 0;
    fc.assert(
      fc.property(cardPairs, ([before, after]) => {
        const changes = diffCards(before, after);
        const isSame = prepareScorecard(before).stamp.hash === prepareScorecard(after).stamp.hash;
        expect(changes.length === 0).toBe(isSame);
        if (isSame) same++;
        // what was removed one way is added the other, which is rare by itself
        const back = diffCards(after, before);
        expect(back.length === 0).toBe(isSame);
        for (const { line } of [...changes, ...back]) seen.set(line, (seen.get(line) ?? 0) + 1);
      }),
      { numRuns: 2500 },
    );
    // the changes are of every kind, and some of them come to nothing
    expect([...seen.keys()].sort()).toStrictEqual([...CARD_CHANGES].sort());
    expect(same).toBeGreaterThan(10);
  });
  test("every line is told in each language, and names a place that one of the cards has", () => {
    fc.assert(
      fc.property(cardPairs, ([before, after]) => {
        for (const change of diffCards(before, after)) {
          expect(at(after, change.path) ?? at(before, change.path)).toBeDefined();
          for (const words of [en, zhHans, zhHantHK]) {
            expect(tell(change, words)).not.toMatch(/[{}]|undefined|NaN|\[object|(?:cardMember|cardPart)\./);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
  test("two cards that have nothing in common are told apart, and each is itself", () => {
    const cards = [exampleRetailCard, exampleStarRateCard, fullCard];
    for (const one of cards) {
      for (const other of cards) expect(diffCards(one, other).length > 0).toBe(one !== other);
      expect(diffCards(prepareScorecard(one), JSON.parse(JSON.stringify(one)))).toStrictEqual([]);
    }
  });
  test("every member that a card can have is compared by itself, beside whatever else is another", () => {
    const named = new Set<string>();
    const collect = (schema: unknown): void => {
      if (typeof schema !== "object" || schema === null) return;
      const { properties = {} } = schema as { properties?: object };
      for (const name of Object.keys(properties)) named.add(name);
      for (const inner of Object.values(schema)) collect(inner);
    };
    collect(z.toJSONSchema(ScorecardSchema, { io: "input", unrepresentable: "any" }));
    // these four are told by a line of their own
    const told: readonly string[] = [...CARD_MEMBERS, "missing", "unknown", "stale", "invalid"];
    expect([...named].filter((name) => !told.includes(name))).toStrictEqual([]);
    expect(named.size).toBeGreaterThan(40);
    const integer = { kind: "integer", group: "account", sensitive: false, moves: "up" } as const;
    const money = { kind: "money", group: "account", sensitive: true } as const;
    const later = { ...fullCard, features: { ...fullCard.features, integer, money } };
    expect(diffCards(fullCard, later).map(({ path }) => path)).toStrictEqual([
      ["features", "integer", "moves"],
      ["features", "money", "sensitive"],
    ]);
  });
  test("there is a word for every member a change can be in", () => {
    for (const words of [en, zhHans, zhHantHK]) {
      const said = CARD_MEMBERS.map((member) => words[`cardMember.${member}`]);
      expect(said.every((word) => word.trim() !== "")).toBe(true);
    }
  });
});
