import { describe, expect, test } from "vitest";

import {
  classesOf,
  classifyMany,
  exampleRetailCard,
  exampleStarRateCard,
  mergeMigrations,
  migrationMatrix,
  moversOf,
  type ClassedClient,
  type Migration,
} from "../../../src/customer-classification/index.ts";
import { asOf, cny, sound } from "../cards.ts";
import { refusalOf } from "../../support/refusal.ts";

const ladder = ["ordinary", "general", "core"];

const book = (classes: Readonly<Record<string, string>>): ClassedClient[] =>
  Object.entries(classes).map(([client, named]) => ({ client, class: named }));

/** Ten clients: two stay, two rise, two fall, one changes to a type off the ladder, two leave; one joins. */
const before = book({
  A: "core",
  B: "general",
  C: "ordinary",
  D: "ordinary",
  E: "core",
  F: "general",
  G: "ordinary",
  H: "general",
  I: "core",
  J: "blocked",
});
const after = book({
  A: "core",
  B: "general",
  C: "general",
  D: "core",
  E: "general",
  F: "ordinary",
  G: "existing-potential",
  K: "general",
  J: "insufficient-data",
});
const left = [
  { client: "H", reason: "closed" },
  { client: "I", reason: "deceased" },
];

describe("a migration by hand", () => {
  const migration = migrationMatrix(before, after, { ladder, left });

  test("the matrix of clients in both books", () => {
    expect(migration.classes).toEqual([
      "ordinary",
      "general",
      "core",
      "existing-potential",
      "insufficient-data",
      "blocked",
    ]);
    expect(migration.counts).toEqual([
      [0, 1, 1, 1, 0, 0],
      [1, 1, 0, 0, 0, 0],
      [0, 1, 1, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0],
    ]);
  });

  test("what became of each class, with rates over those who were in it", () => {
    expect(migration.rows.map((row) => [row.class, row.isClass, row.before, row.after])).toEqual([
      ["ordinary", true, 3, 1],
      ["general", true, 3, 4],
      ["core", true, 3, 2],
      ["existing-potential", true, 0, 1],
      ["insufficient-data", false, 0, 1],
      ["blocked", false, 1, 0],
    ]);
    const [ordinary, general, core, potential] = migration.rows;
    expect(ordinary).toMatchObject({ stayed: 0, up: 2, down: 0, other: 1, joined: 0, left: 0 });
    expect(ordinary?.upgrade).toEqual({ n: 2, of: 3, rate: "0.6667" });
    expect(general).toMatchObject({ stayed: 1, up: 0, down: 1, other: 0, joined: 1, left: 1 });
    expect(core?.attrition).toEqual({ n: 1, of: 3, rate: "0.3333" });
    expect(core?.downgrade).toEqual({ n: 1, of: 3, rate: "0.3333" });
    expect(potential?.attrition).toEqual({ n: 0, of: 0, rate: null });
  });

  test("all of them together", () => {
    expect(migration.total).toMatchObject({
      before: 10,
      after: 9,
      stayed: 2,
      up: 2,
      down: 2,
      other: 2,
      joined: 1,
      left: 2,
    });
    expect(migration.issues).toEqual([]);
    expect(migration.refused).toEqual({ before: 0, after: 0 });
  });

  test("the clients behind the figures, with their rows and reasons", () => {
    expect(moversOf(migration, { move: "up" }).map(({ client, from, to }) => [client, from, to])).toEqual([
      ["C", "ordinary", "general"],
      ["D", "ordinary", "core"],
    ]);
    expect(moversOf(migration, { move: "left" }).map(({ client, reason }) => [client, reason])).toEqual([
      ["H", "closed"],
      ["I", "deceased"],
    ]);
    expect(moversOf(migration, { move: "joined" })).toEqual([
      { client: "K", from: null, to: "general", move: "joined", rowBefore: null, rowAfter: 7, reason: null },
    ]);
    expect(moversOf(migration, { from: "general", to: "ordinary" })).toEqual([
      { client: "F", from: "general", to: "ordinary", move: "down", rowBefore: 5, rowAfter: 5, reason: null },
    ]);
    expect(moversOf(migration)).toHaveLength(9);
  });

  test("leavers and movers are counted by reason", () => {
    const told = migrationMatrix(before, after, {
      ladder,
      left,
      reasonOf: ({ move, client }) => (move === "up" ? "deposits" : client === "K" ? "new" : null),
    });
    expect(told.cells.filter(({ reason }) => reason !== null)).toEqual([
      { from: "ordinary", to: "general", reason: "deposits", count: 1 },
      { from: "ordinary", to: "core", reason: "deposits", count: 1 },
      { from: "general", to: null, reason: "closed", count: 1 },
      { from: "core", to: null, reason: "deceased", count: 1 },
      { from: null, to: "general", reason: "new", count: 1 },
    ]);
    expect(told.counts).toEqual(migration.counts);
    expect(told.rows).toEqual(migration.rows);
    expect(moversOf(told, { move: "up" }).map(({ reason }) => reason)).toEqual(["deposits", "deposits"]);
  });

  test("without a ladder no move is up or down, and there is no rate of them", () => {
    const plain = migrationMatrix(before, after);
    expect(plain.total).toMatchObject({ up: 0, down: 0, other: 6, upgrade: null, downgrade: null });
  });
});

describe("books from batches", () => {
  test("the class of each row by type, tier and level", () => {
    const rows = [sound, { ...sound, deceased: true }, { ...sound, isCustomer: null }, { ...sound, productCount: "4" }];
    const batch = classifyMany(exampleRetailCard, [...rows, { ...sound, isCustomer: false }], { asOf });
    expect(classesOf(batch, "type")).toEqual([
      "existing-high-quality",
      "blocked",
      "insufficient-data",
      "refused",
      "not-a-customer",
    ]);
    expect(classesOf(batch, "tier")[0]).toBe("general");
    const stars = classifyMany(
      exampleStarRateCard,
      [{ mediumLongTermAssets: cny("60000.00") }, { mediumLongTermAssets: cny("1.00") }],
      { asOf },
    );
    expect(classesOf(stars, "level")).toEqual(["star-4", "below-levels"]);
  });

  test("a batch read back from JSON serves as well", () => {
    const batch = classifyMany(exampleRetailCard, [sound], { asOf });
    expect(classesOf(JSON.parse(JSON.stringify(batch)) as typeof batch, "tier")).toEqual(["general"]);
  });

  test("what classifyMany cannot have answered is refused with its row", () => {
    for (const value of [undefined, 7, {}, { status: "classifed" }, { status: "classified" }]) {
      expect(refusalOf(() => classesOf({ values: [null, value] } as never, "type"))).toMatchObject({
        code: "customer-classification/invalid-book",
        path: ["batch", "values", 1],
      });
    }
  });

  test("a level that is called like one of the words is refused", () => {
    const levels = [{ id: "blocked", atLeast: 0 }];
    const batch = classifyMany({ ...exampleStarRateCard, levels }, [{ mediumLongTermAssets: cny("1.00") }], { asOf });
    expect(refusalOf(() => classesOf(batch, "level"))).toMatchObject({
      code: "customer-classification/invalid-book",
      path: ["batch", "values", 0, "level"],
    });
  });
});

describe("bad rows", () => {
  test("are issues of their own, and the rest is answered", () => {
    const rows = [
      { client: "A", class: "core" },
      { client: "A", class: "general" },
      { client: " ", class: "core" },
      { client: "B", class: 7 },
      null,
      {
        get client(): string {
          throw new Error("no");
        },
      },
    ] as unknown as ClassedClient[];
    const migration = migrationMatrix(rows, [{ client: "B", class: "core" }]);
    expect(migration.issues.map(({ row, code, path }) => [row, code, path])).toEqual([
      [1, "customer-classification/duplicate-client", ["before", 1, "client"]],
      [2, "customer-classification/invalid-member", ["before", 2, "client"]],
      [3, "customer-classification/invalid-member", ["before", 3, "class"]],
      [4, "customer-classification/invalid-member", ["before", 4, "client"]],
      [5, "customer-classification/invalid-member", ["before", 5, "client"]],
    ]);
    expect(migration.refused).toEqual({ before: 4, after: 0 });
    // B was there, in no class that can be read, so that B did not join
    expect(migration.total).toMatchObject({ before: 2, after: 1, joined: 0, left: 1 });
  });

  test("columns name their own places", () => {
    const columns = { ids: ["A", "A"], classes: ["core", ""] };
    expect(migrationMatrix([], columns).issues.map(({ path }) => path)).toEqual([["after", "ids", 1]]);
    expect(refusalOf(() => migrationMatrix([], { ids: ["A"], classes: [] }))).toMatchObject({
      path: ["after", "classes"],
      details: { length: 0, expected: 1 },
    });
    expect(refusalOf(() => migrationMatrix([], { ids: "A", classes: [] } as never)).path).toEqual(["after", "ids"]);
    expect(refusalOf(() => migrationMatrix(7 as never, [])).path).toEqual(["before"]);
  });

  test("a reason for leaving of somebody who did not is an issue", () => {
    const leavers = [
      { client: "A", reason: "closed" },
      { client: "X", reason: "closed" },
      { client: "H", reason: "closed" },
      { client: "H", reason: "moved" },
      { client: "I" },
    ] as typeof left;
    const { issues, cells } = migrationMatrix(before, after, { left: leavers });
    expect(issues.map(({ row, code }) => [row, code])).toEqual([
      [0, "customer-classification/not-a-leaver"],
      [1, "customer-classification/not-a-leaver"],
      [3, "customer-classification/duplicate-client"],
      [4, "customer-classification/invalid-member"],
    ]);
    expect(cells.filter(({ to }) => to === null)).toEqual([
      { from: "core", to: null, reason: null, count: 1 },
      { from: "general", to: null, reason: "closed", count: 1 },
    ]);
  });

  test("a ladder has each class once, and nobody without a class", () => {
    const refused = (bad: unknown): unknown =>
      refusalOf(() => migrationMatrix([], [], { ladder: bad as string[] })).path;
    expect(refused(["core", "core"])).toEqual(["options", "ladder", 1]);
    expect(refused(["core", "blocked"])).toEqual(["options", "ladder", 1]);
    expect(refused([])).toEqual(["options", "ladder"]);
    expect(refusalOf(() => migrationMatrix(before, after, { reasonOf: () => 7 as never })).path).toEqual([
      "options",
      "reasonOf",
    ]);
  });
});

describe("a column that is none of classes", () => {
  const ids = Array.from({ length: 8000 }, (_, index) => `C-${String(index)}`);
  const tooMany = { code: "customer-classification/invalid-book", details: { max: 1000 } };

  test("is refused before it becomes a matrix", () => {
    expect(refusalOf(() => migrationMatrix({ ids, classes: ids }, { ids, classes: ids }))).toEqual({
      ...tooMany,
      path: ["before", "classes"],
    });
    const rows = ids.map((id) => ({ client: id, class: id }));
    expect(refusalOf(() => migrationMatrix([], rows))).toEqual({ ...tooMany, path: ["after"] });
    expect(refusalOf(() => migrationMatrix([], [], { ladder: ids }))).toEqual({
      ...tooMany,
      path: ["options", "ladder"],
    });
    const cells = ids.map((id) => ({ from: id, to: null, reason: null, count: 1 }));
    const none = migrationMatrix([], []);
    expect(refusalOf(() => mergeMigrations(none, { ...none, cells }))).toEqual({
      code: "customer-classification/invalid-migration",
      path: ["b", "cells"],
      details: { max: 1000 },
    });
  });

  test("may have as many as the limit", () => {
    const most = ids.slice(0, 1000);
    const migration = migrationMatrix({ ids: most, classes: most }, { ids: most, classes: [...most].reverse() });
    expect(migration.total).toMatchObject({ before: 1000, stayed: 0, other: 1000 });
    expect(migration.cells).toHaveLength(1000);
  });
});

test("a class of the ladder that nobody is in, and that is nearly another, is refused with what was meant", () => {
  const gold = book({ A: "gold" });
  const of = (...names: readonly string[]) => migrationMatrix(book({ A: "silver" }), gold, { ladder: names });
  expect(refusalOf(() => of("silver", "Gold"))).toEqual({
    code: "customer-classification/invalid-book",
    path: ["options", "ladder", 1],
    details: { received: "string(4)", didYouMean: "gold" },
  });
  // nobody needs to be in the highest class of a ladder, and a class may be left out
  expect(of("silver", "gold", "golds").total.up).toBe(1);
  expect(of("silver", "platinum").total).toMatchObject({ up: 0, other: 1 });
});

describe("parts of a book", () => {
  test("are merged into the whole, also from JSON", () => {
    const part = (wanted: (client: string) => boolean): Migration =>
      JSON.parse(
        JSON.stringify(
          migrationMatrix(
            before.filter(({ client }) => wanted(client)),
            after.filter(({ client }) => wanted(client)),
            { ladder, left: left.filter(({ client }) => wanted(client)) },
          ),
        ),
      ) as Migration;
    const whole = migrationMatrix(before, after, { ladder, left });
    const [first, second] = [part((id) => id < "E"), part((id) => id >= "E")];
    expect({ ...mergeMigrations(first, second), issues: [] }).toEqual(whole);
    expect({ ...mergeMigrations(second, first), issues: [] }).toEqual(whole);
  });

  test("along another ladder are refused, and so is what is not a migration", () => {
    const [a, b] = [migrationMatrix([], [], { ladder }), migrationMatrix([], [], { ladder: ["core", "general"] })];
    expect(refusalOf(() => mergeMigrations(a, b))).toEqual({
      code: "customer-classification/ladders-differ",
      path: ["b", "ladder"],
      details: { a: ladder, b: ["core", "general"] },
    });
    expect(refusalOf(() => mergeMigrations(a, { ...a, cells: [{ from: "x" }] } as never)).path).toEqual([
      "b",
      "cells",
      0,
      "to",
    ]);
    const nowhere = { from: null, to: null, reason: null, count: 5 };
    expect(refusalOf(() => mergeMigrations(a, { ...a, cells: [nowhere] }))).toMatchObject({
      code: "customer-classification/invalid-migration",
      path: ["b", "cells", 0],
    });
    expect(refusalOf(() => moversOf(mergeMigrations(a, a) as never)).code).toBe(
      "customer-classification/invalid-migration",
    );
  });
});
