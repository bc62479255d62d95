import { describe, expect, test } from "vitest";

import * as room from "../../src/customer-classification/index.ts";
import { classifyMany, type FeatureValue } from "../../src/customer-classification/index.ts";
import { asOf } from "./cards.ts";
import { amount, classesOf, classOf, EXHAUSTIVE, factsOf, gridOf, ready } from "./grid.ts";

/** What a record may say about the person, under the names that banks use. */
const ABOUT_THE_PERSON = {
  household: ["family", "couple", "single", "with-dependants", null],
  maritalStatus: ["married", "single", "divorced", "widowed"],
  familyStatus: ["carer", "none"],
  sex: ["f", "m"],
  gender: ["female", "male"],
  pregnant: [true, false],
  disability: [true, false],
  race: ["a", "b"],
  socialStanding: ["recognised", "none-known"],
  occupation: ["business-owner", "retired"],
} as const satisfies Record<string, readonly FeatureValue[]>;

/** As often as the longest list of answers has entries. */
const SHIFTS = Math.max(...Object.values(ABOUT_THE_PERSON).map(({ length }) => length));

describe("a ready card knows no marital status, sex, family or other protected ground", () => {
  test("there are three of them", () => {
    expect(ready.map(({ id }) => id).sort()).toStrictEqual([
      "example.berka-1994",
      "example.retail-card",
      "example.star-rate-card",
    ]);
  });
  test.each(ready)(
    "$id: no answer about the person changes a type or tier, in every combination",
    EXHAUSTIVE,
    (card) => {
      const { rows, columns } = gridOf(card, factsOf(card, [true, false]));
      const classes = classesOf(card, columns);
      expect(new Set(classes).size).toBeGreaterThan(2);
      // every row has each answer in turn, and neighbours in the grid differ in them
      for (let shift = 0; shift < SHIFTS; shift++) {
        const person = Object.fromEntries(
          Object.entries(ABOUT_THE_PERSON).map(([field, values]) => [
            field,
            Array.from({ length: rows }, (_, row) => values[(row + shift) % values.length]),
          ]),
        );
        const swapped = classifyMany(card, { ...columns, ...person }, { asOf });
        expect(swapped.issues).toStrictEqual([]);
        expect(swapped.values.findIndex((value, row) => classOf(value) !== classes[row])).toBe(-1);
      }
    },
  );
  test.each(ready)("$id: nothing on it is an error of the lint", (card) => {
    expect(room.lintScorecard(card)).toMatchObject({ passed: true });
  });
});

describe("core is reached through general", () => {
  test.each(ready)("$id: no single step of one value leads past it, in every combination", EXHAUSTIVE, (card) => {
    const { rows, columns, axes } = gridOf(card, factsOf(card, [true, false]));
    const classes = classesOf(card, columns);
    expect(classes).toContain("core");
    const leaps: string[] = [];
    for (const { line, size, stride } of axes) {
      if (line.scale === "linear") continue; // its steps are single yuan: lint.test.ts
      for (let row = 0; row < rows; row++) {
        const at = Math.floor(row / stride) % size;
        const others = line.scale === "bands" ? [at + 1] : Array.from({ length: size }, (_, other) => other);
        for (const other of others) {
          if (other >= size) continue;
          const next = row + (other - at) * stride;
          const pair = [classes[row], classes[next]];
          if (pair.includes("core") && !pair.every((one) => one === "core" || one === "general")) {
            leaps.push(`${line.id}: ${pair.join(" to ")}`);
          }
        }
      }
    }
    expect(new Set(leaps)).toStrictEqual(new Set());
  });
});

describe("debt earns no client quality", () => {
  const { exampleStarRateCard, exampleRetailCard } = room;
  const DEBTS = ["mortgage", "otherPersonalLoans", "cardInterestBearingOverdraft", "cardSpending"];
  test("of the star card: five stars for a card balance alone, and no type; in every combination", () => {
    const owed = { cardInterestBearingOverdraft: { amount: "100000.00", currency: "CNY" } };
    expect(room.classify(exampleStarRateCard, owed, { asOf })).toMatchObject({ level: "star-5", type: "ordinary" });
    const { rows, columns } = gridOf(exampleStarRateCard, {});
    const without = Object.fromEntries(
      Object.entries(columns).map(([feature, column]) => [
        feature,
        DEBTS.includes(feature) ? Array.from({ length: rows }, () => amount("0", "CNY")) : column,
      ]),
    );
    expect(classesOf(exampleStarRateCard, columns)).toStrictEqual(classesOf(exampleStarRateCard, without));
  });
  test("of the star card: spending by card, which may be on credit, gives stars and no type", () => {
    const spent = { cardSpending: { amount: "250000.00", currency: "CNY" } };
    expect(room.classify(exampleStarRateCard, spent, { asOf })).toMatchObject({ level: "star-6", type: "ordinary" });
    const own = { mediumLongTermAssets: { amount: "200000.00", currency: "CNY" } };
    expect(room.classify(exampleStarRateCard, { ...own, ...spent }, { asOf })).toMatchObject({ tier: "general" });
  });
  test("the star card has the blocks of the retail card", () => {
    expect(exampleStarRateCard.blocks).toStrictEqual(exampleRetailCard.blocks);
    for (const { feature, id } of exampleStarRateCard.blocks) {
      const result = room.classify(exampleStarRateCard, { [feature]: true }, { asOf });
      expect(result).toMatchObject({ status: "blocked", block: id });
    }
  });
  test("of the retail card: it has no feature of debt, apart from being overdue, which takes the class away", () => {
    const features = Object.keys(exampleRetailCard.features);
    expect(features.filter((feature) => /loan|debt|mortgage|overdraft|overdue/i.test(feature))).toStrictEqual([
      "overdue",
    ]);
  });
});

describe("a prospect is somebody whose main bank is known to be another one", () => {
  test.each(ready.filter((card) => "mainBankElsewhere" in card.features))(
    "$id, in every combination",
    EXHAUSTIVE,
    (card) => {
      const { columns } = gridOf(card, factsOf(card));
      const classes = classesOf(card, columns);
      const known = columns["mainBankElsewhere"] ?? [];
      const of = (value: FeatureValue): Set<string | undefined> =>
        new Set(classes.filter((_, row) => known[row] === value));
      expect(of(true)).toContain("prospective-high-quality");
      expect(of(false)).not.toContain("prospective-high-quality");
      expect(of(null)).not.toContain("prospective-high-quality");
      expect(of(null)).toContain("insufficient-data");
      // it is asked for only where it matters: nobody else lacks it
      const elsewhere = classes.filter((_, row) => known[row] === true);
      const unknown = classes.filter((_, row) => known[row] === null);
      for (const [row, one] of unknown.entries()) {
        expect(one === "insufficient-data").toBe(elsewhere[row] === "prospective-high-quality");
      }
    },
  );
});
