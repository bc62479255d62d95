import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  classesOf,
  classifyMany,
  classSharesBy,
  exampleRetailCard,
  type ClassShareOptions,
} from "../../../src/customer-classification/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { asOf, sound } from "../cards.ts";

const options: ClassShareOptions = { feature: "sex", selected: ["core", "general"], smallBelow: 5 };

/** Rows of a group, of which some are selected. */
const group = (name: string | null, n: number, selected: number) =>
  Array.from({ length: n }, (_, i) => ({
    group: name,
    class: i < selected ? (i % 2 === 0 ? "core" : "general") : "ordinary",
  }));

const sharesOf = (rows: readonly { group: string | null; class: string | null }[], given = options) =>
  classSharesBy(
    rows.map((row) => row.class),
    rows.map((row) => row.group),
    given,
  );

describe("shares of classes by group", () => {
  test("counts, rates and the ratio; a small group is flagged and compared", () => {
    const shares = sharesOf([...group("m", 10, 6), ...group("f", 10, 3), ...group("x", 4, 2), ...group(null, 3, 1)]);
    expect(shares.groups.map((of) => [of.group, of.n, of.selected.rate, of.ratio, of.isSmall])).toStrictEqual([
      ["f", 10, "0.3000", "0.5000", false],
      ["m", 10, "0.6000", "1.0000", false],
      ["x", 4, "0.5000", "0.8333", true],
    ]);
    expect(shares.groups[1]?.classes).toStrictEqual([
      { class: "core", share: { n: 3, of: 10, rate: "0.3000" } },
      { class: "general", share: { n: 3, of: 10, rate: "0.3000" } },
      { class: "ordinary", share: { n: 4, of: 10, rate: "0.4000" } },
    ]);
    expect([shares.n, shares.withoutGroup, shares.ratio, shares.keepsFourFifths]).toStrictEqual([
      24,
      3,
      "0.5000",
      false,
    ]);
    expect(shares.lines.map(({ line }) => line)).toStrictEqual(["four-fifths-missed", "group-small", "group-unknown"]);
  });

  test("counts of parts add up to those of the whole", () => {
    const rows = fc.array(
      fc.record({
        group: fc.constantFrom("f", "m", null),
        class: fc.constantFrom("core", "general", "ordinary", null),
      }),
    );
    /** Rows by group and class. */
    const countsOf = (...parts: readonly ReturnType<typeof sharesOf>[]): unknown => {
      const counts = new Map<string, number>();
      for (const { groups } of parts) {
        for (const { group: name, n, selected, classes } of groups) {
          const own = [
            ["n", n],
            ["selected", selected.n],
            ...classes.map((of) => [of.class, of.share.n] as const),
          ] as const;
          for (const [what, rowsOfIt] of own) {
            const key = `${name} ${what}`;
            counts.set(key, rowsOfIt + (counts.get(key) ?? 0));
          }
        }
      }
      const sum = (pick: (part: ReturnType<typeof sharesOf>) => number): number =>
        parts.reduce((all, part) => all + pick(part), 0);
      const apart = [
        sum(({ n }) => n),
        sum(({ withoutGroup }) => withoutGroup),
        sum(({ withoutClass }) => withoutClass),
      ];
      return [[...counts].sort(([a], [b]) => (a < b ? -1 : 1)), apart];
    };
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        expect(countsOf(sharesOf(a), sharesOf(b))).toStrictEqual(countsOf(sharesOf([...b, ...a])));
      }),
    );
  });

  test("exactly four fifths is kept, a hair less is not, whatever four decimals say", () => {
    expect(sharesOf([...group("a", 10, 10), ...group("b", 10, 8)]).keepsFourFifths).toBe(true);
    const near = sharesOf([...group("a", 10, 10), ...group("b", 100_001, 80_000)]);
    expect([near.ratio, near.keepsFourFifths]).toStrictEqual(["0.8000", false]);
  });

  test("nobody selected, one group, no rows: no ratio", () => {
    for (const rows of [[...group("a", 3, 0), ...group("b", 2, 0)], group("a", 3, 2), []]) {
      const shares = sharesOf(rows);
      expect([shares.ratio, shares.keepsFourFifths]).toStrictEqual([null, null]);
      expect(shares.lines[0]?.line).toBe("four-fifths-undefined");
    }
    expect(sharesOf(group("a", 3, 0)).groups[0]?.ratio).toBeNull();
  });

  test("a selected class that nobody is in is said, with the classes there are", () => {
    const classes = ["core", "general", "core", "ordinary"];
    const groups = ["a", "a", "b", "b"];
    const of = (selected: readonly string[]) =>
      classSharesBy(classes, groups, { ...options, smallBelow: 0, selected }).lines.filter(
        ({ line }) => line === "selected-unseen",
      );
    expect(of(["Core", "general"])).toStrictEqual([
      { line: "selected-unseen", values: { class: "Core", seen: ["core", "general", "ordinary"] } },
    ]);
    expect(of(["core"])).toStrictEqual([]);
  });

  test("a group of whom nobody is selected has the ratio 0", () => {
    expect(sharesOf([...group("a", 6, 3), ...group("b", 6, 0)]).ratio).toBe("0.0000");
  });

  test("the classes of a batch; rows with an issue have none", () => {
    const rows = [
      sound,
      { ...sound, productCount: "4" },
      { ...sound, isCustomer: false, mainBankElsewhere: false },
      {},
    ];
    const batch = classifyMany(exampleRetailCard, rows, { asOf });
    expect(classesOf(batch, "type")).toStrictEqual([
      "existing-high-quality",
      "refused",
      "not-a-customer",
      "insufficient-data",
    ]);
    expect(classesOf(batch, "tier")[0]).toBe("general");
    const shares = classSharesBy(classesOf(batch, "tier"), ["f", "f", "m", undefined], options);
    expect([shares.n, shares.withoutClass, shares.withoutGroup]).toStrictEqual([2, 1, 1]);
  });

  test("groups and classes add up, and the ratio is that of the rates", () => {
    const row = fc.record({
      group: fc.constantFrom("a", "b", "c", null),
      class: fc.constantFrom("core", "general", "ordinary", null),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const shares = sharesOf(rows);
        const full = rows.filter((of) => of.group !== null && of.class !== null);
        expect(shares.n).toBe(full.length);
        expect(shares.groups.reduce((sum, { n }) => sum + n, 0)).toBe(shares.n);
        for (const { n, classes, selected } of shares.groups) {
          expect(classes.reduce((sum, { share }) => sum + share.n, 0)).toBe(n);
          const advantage = classes.filter(({ class: name }) => options.selected.includes(name));
          expect(advantage.reduce((sum, { share }) => sum + share.n, 0)).toBe(selected.n);
        }
        const rates = shares.groups.map(({ selected }) => selected.n / selected.of);
        const [low, high] = [Math.min(...rates), Math.max(...rates)];
        if (shares.ratio === null) expect(rates.length < 2 || high === 0).toBe(true);
        else expect(Number(shares.ratio)).toBeCloseTo(low / high, 4 - 1);
      }),
    );
  });
});

describe("refusals name the place", () => {
  test.each<[string, () => unknown, readonly (string | number)[]]>([
    ["lists of two lengths", () => classSharesBy(["a"], [], options), ["groups"]],
    ["a class that is a number", () => classSharesBy([1 as never], ["a"], options), ["classes", 0]],
    ["a blank group", () => classSharesBy(["a"], [""], options), ["groups", 0]],
    ["not a list", () => classSharesBy("a" as never, ["a"], options), ["classes"]],
    ["nothing selected", () => classSharesBy([], [], { ...options, selected: [] }), ["options", "selected"]],
    ["no feature", () => classSharesBy([], [], { ...options, feature: " " }), ["options", "feature"]],
    ["half a person", () => classSharesBy([], [], { ...options, smallBelow: 0.5 }), ["options", "smallBelow"]],
  ])("%s", (_, call, path) => {
    expect(refusalOf(call)).toMatchObject({ code: "customer-classification/invalid-measurement", path });
  });
});
