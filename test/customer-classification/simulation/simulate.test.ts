import { describe, expect, test } from "vitest";

import {
  explainSimulation,
  exampleRetailCard,
  prepareScorecard,
  simulate,
  type Scorecard,
  type SimulatedClass,
  type Simulation,
} from "../../../src/customer-classification/index.ts";
import { moneyColumn } from "../../../src/money/index.ts";
import { given } from "../../support/told.ts";
import { asOf, cardOf, cny, lines, withPolicies } from "../cards.ts";
import { refusalOf } from "../../support/refusal.ts";

/** A card of one characteristic: gold from the edge, silver from 1,000, bronze below. */
const goldFrom = (edge: string): Scorecard =>
  cardOf([{ ...lines.money, bands: [{ below: "1000", points: 0 }, { below: edge, points: 10 }, { points: 20 }] }], {
    levels: [
      { id: "bronze", atLeast: 0 },
      { id: "silver", atLeast: 10 },
      { id: "gold", atLeast: 20 },
    ],
  });

const amounts = ["500.00", "999.99", "1000.00", "3999.99", "4000.00", "4500.00", "4999.99", "5000.00", "9000.00", null];
const ids = ["C-0", "C-1", "C-2", "C-3", "C-4", "C-5", "C-6", "C-7", "C-8", "C-9"];
const rows = amounts.map((amount) => ({ money: amount === null ? null : cny(amount) }));
const balances = moneyColumn(
  "CNY",
  amounts.map((amount) => amount ?? "7.00"),
);

const request = {
  champion: goldFrom("5000"),
  challenger: goldFrom("4000"),
  classBy: "level",
  population: [{ asOf, ids, records: rows, balances }],
  capacity: { silver: 3, gold: 2 },
  privileges: { silver: cny("10.00"), gold: cny("100.00") },
} as const;

const byClass = ({ periods }: Simulation, name: string): SimulatedClass =>
  periods.at(-1)?.classes.find((row) => row.class === name) ?? expect.unreachable(name);

describe("ten clients under two cards, by hand", () => {
  const simulation = simulate(request);

  test("who gains when the edge of gold moves from 5,000 to 4,000", () => {
    expect(simulation.swaps).toEqual([
      { from: "silver", to: "gold", move: "up", clients: 3, balance: cny("13499.99"), ids: ["C-4", "C-5", "C-6"] },
    ]);
    expect(simulation.ladder).toEqual(["below-levels", "bronze", "silver", "gold"]);
    expect(simulation.migration.total).toMatchObject({ before: 10, after: 10, stayed: 7, up: 3, down: 0, other: 0 });
  });

  test("clients, balances, managers and costs of each class on both sides", () => {
    expect(byClass(simulation, "silver")).toEqual({
      class: "silver",
      isClass: true,
      champion: { clients: 5, balance: cny("18499.98"), withoutBalance: 0, managers: 2, cost: cny("50.00") },
      challenger: { clients: 2, balance: cny("4999.99"), withoutBalance: 0, managers: 1, cost: cny("20.00") },
    });
    expect(byClass(simulation, "gold")).toMatchObject({
      champion: { clients: 2, balance: cny("14000.00"), managers: 1, cost: cny("200.00") },
      challenger: { clients: 5, balance: cny("27499.99"), managers: 3, cost: cny("500.00") },
    });
    expect(byClass(simulation, "bronze")).toMatchObject({
      champion: { clients: 2, managers: null, cost: null },
      challenger: { clients: 2, managers: null, cost: null },
    });
    expect(byClass(simulation, "insufficient-data")).toMatchObject({ isClass: false, champion: { clients: 1 } });
  });

  test("managers: 5/3 and 2/2 are 2 + 1, and 2 2/3 rounded up is 3; 2/3 and 5/2 are 1 + 3, and 3 1/6 is 4", () => {
    const { totals } = given(simulation.periods[0]);
    expect(totals.champion).toEqual({
      clients: 10,
      balance: cny("34006.97"),
      withoutBalance: 0,
      managers: { separate: 3, shared: 3 },
      cost: cny("250.00"),
    });
    expect(totals.challenger.managers).toEqual({ separate: 4, shared: 4 });
    expect(simulation.challenger.cost).toEqual(cny("520.00"));
    const small = { ...request, capacity: { bronze: 4, silver: 4, gold: 4 } };
    // 2/4, 5/4 and 2/4 are 1 + 2 + 1, and 9/4 rounded up is 3
    expect(simulate(small).periods[0]?.totals.champion.managers).toEqual({ separate: 4, shared: 3 });
  });

  test("columns and prepared cards give the same", () => {
    const columns = { money: rows.map((row) => row.money) };
    const prepared = {
      ...request,
      champion: prepareScorecard(request.champion),
      challenger: prepareScorecard(request.challenger),
      population: [{ ...request.population[0], records: columns }],
    };
    expect(simulate(prepared)).toEqual(simulation);
  });

  test("the same card on both sides changes nothing", () => {
    const same = simulate({ ...request, challenger: { ...request.champion } });
    expect(same.swaps).toEqual([]);
    expect(same.migration.total).toMatchObject({ stayed: 10, up: 0, down: 0, other: 0 });
    expect(same.periods[0]?.totals.champion).toEqual(same.periods[0]?.totals.challenger);
    expect(explainSimulation(same).map(({ line }) => line)).toContain("nobody-swaps");
  });

  test("a card that is not in force yet can be tried", () => {
    const draft = { ...request.challenger, version: "draft", effectiveFrom: "2027-01-01" };
    expect(simulate({ ...request, challenger: draft }).swaps).toEqual(simulation.swaps);
  });
});

describe("cards of different kinds", () => {
  test("with different features, each reads its own", () => {
    const other = cardOf([{ ...lines.integer, bands: [{ below: "2", points: 10 }, { points: 20 }] }], {
      levels: request.champion.levels ?? [],
    });
    const records = [
      { money: cny("5000.00"), integer: 1 },
      { money: cny("1000.00"), integer: 2 },
      { money: cny("5000.00"), integer: 9 },
    ];
    const { swaps } = simulate({
      champion: goldFrom("5000"),
      challenger: other,
      classBy: "level",
      population: [{ asOf, ids: ["A", "B", "C"], records }],
    });
    expect(swaps.map(({ from, to, move, ids: who }) => [from, to, move, who])).toEqual([
      ["silver", "gold", "up", ["B"]],
      ["gold", "silver", "down", ["A"]],
    ]);
  });

  test("with different levels have no ladder in common unless one is given", () => {
    const renamed = {
      ...goldFrom("4000"),
      levels: [
        { id: "plain", atLeast: 0 },
        { id: "gold", atLeast: 20 },
      ],
    };
    const changed = { ...request, challenger: renamed, capacity: {}, privileges: {} };
    const { ladder, swaps } = simulate(changed);
    expect(ladder).toBeNull();
    expect(swaps.map(({ from, to, move, clients }) => [from, to, move, clients])).toEqual([
      ["bronze", "plain", "other", 2],
      ["silver", "gold", "other", 3],
      ["silver", "plain", "other", 2],
    ]);
    const ordered = simulate({ ...changed, ladder: ["plain", "bronze", "silver", "gold"] });
    expect(ordered.swaps.map(({ move }) => move)).toEqual(["down", "down", "up"]);
  });

  test("types have no order of their own", () => {
    const record = {
      isCustomer: true,
      mainBankElsewhere: false,
      assets: cny("20000000.00"),
      depositAvg: cny("1200000.00"),
    };
    const stricter: Scorecard = {
      ...exampleRetailCard,
      rules: exampleRetailCard.rules.filter(({ type }) => type !== "existing-high-quality"),
      version: "draft",
    };
    const { ladder, swaps, classBy } = simulate({
      champion: exampleRetailCard,
      challenger: stricter,
      population: [{ asOf, ids: ["A"], records: [{ ...record, productCount: 6, intermediaryIncome: cny("0.00") }] }],
    });
    expect([ladder, classBy]).toEqual([null, "tier"]);
    expect(swaps.map(({ from, to, move }) => [from, to, move])).toEqual([["core", "ordinary", "other"]]);
  });
});

describe("several periods", () => {
  const month = (on: string, held: Readonly<Record<string, string>>): (typeof request.population)[number] =>
    ({
      asOf: on,
      ids: Object.keys(held),
      records: Object.values(held).map((amount) => ({ money: cny(amount) })),
      balances: moneyColumn("CNY", Object.values(held)),
    }) as never;
  const population = [
    month("2026-01-31", { A: "4500.00", B: "900.00" }),
    month("2026-02-28", { A: "3000.00", B: "900.00", C: "6000.00" }),
    month("2026-03-31", { A: "4500.00", C: "6000.00" }),
    month("2026-07-31", { A: "3000.00", B: "1500.00", C: "6000.00" }),
  ];
  const simulation = simulate({ ...request, population });

  test("changes and reversals by hand", () => {
    // champion: A stays silver; B bronze, bronze, absent, silver; C stays gold
    expect(simulation.champion.overTime).toEqual({
      observed: 10,
      changes: { n: 1, of: 7, rate: "0.1429" },
      up: 1,
      down: 0,
      reversals: { n: 0, of: 1, rate: "0.0000" },
      above: null,
      below: null,
    });
    // challenger: A gold, silver in February, gold in March (taken back after 1 month), silver in July (after 4)
    expect(simulation.challenger.overTime).toMatchObject({
      changes: { n: 4, of: 7, rate: "0.5714" },
      up: 2,
      down: 2,
      reversals: { n: 1, of: 4, rate: "0.2500" },
    });
    expect(simulate({ ...request, population, within: 4 }).challenger.overTime.reversals?.n).toBe(2);
  });

  test("who is not in a period is not counted in it", () => {
    expect(simulation.periods.map(({ clients }) => clients)).toEqual([2, 3, 2, 3]);
    expect(simulation.periods[2]?.totals.champion.balance).toEqual(cny("10500.00"));
  });

  test("privileges are paid in every period", () => {
    // champion: silver 1, 1, 1, 2 and gold 0, 1, 1, 1; challenger: silver 0, 1, 0, 2 and gold 1, 1, 2, 1
    expect(simulation.periods.map(({ totals }) => totals.champion.cost?.amount)).toEqual([
      "10.00",
      "110.00",
      "110.00",
      "120.00",
    ]);
    expect(simulation.champion.cost).toEqual(cny("350.00"));
    expect(simulation.challenger.cost).toEqual(cny("530.00"));
  });

  test("have to be in order", () => {
    expect(refusalOf(() => simulate({ ...request, population: [...population].reverse() })).path).toEqual([
      "request",
      "population",
      1,
      "asOf",
    ]);
  });
});

describe("bad rows", () => {
  test("are issues with side, period and row, and are counted", () => {
    const refusing = goldFrom("5000");
    const lenient: Scorecard = {
      ...refusing,
      characteristics: refusing.characteristics.map((line) =>
        withPolicies(line, { points: 0 }, ["missing", "invalid"]),
      ),
    };
    const simulation = simulate({
      champion: refusing,
      challenger: lenient,
      classBy: "level",
      population: [
        {
          asOf,
          ids: ["A", "B", "B", "", "C"],
          records: [{ money: cny("5000.00") }, { money: "x" }, { money: cny("1.00") }, { money: cny("1.00") }, 7],
          balances: moneyColumn("CNY", ["1.00", "x", "2.00", "4.00", "8.00"]),
        } as never,
      ],
    });
    expect(simulation.issues.map(({ period, side, row, code }) => [period, side, row, code])).toEqual([
      [0, null, 1, "money/invalid-amount"],
      [0, "champion", 1, "customer-classification/invalid-value"],
      [0, null, 2, "customer-classification/duplicate-client"],
      [0, null, 3, "customer-classification/invalid-member"],
      [0, "champion", 4, "customer-classification/invalid-record"],
      [0, "challenger", 4, "customer-classification/invalid-record"],
    ]);
    expect(simulation.issues.map(({ path }) => path.slice(2))).toEqual([
      ["balances", 1],
      ["records", 1, "money"],
      ["ids", 2],
      ["ids", 3],
      ["records", 4],
      ["records", 4],
    ]);
    expect(simulation.periods[0]).toMatchObject({ clients: 3, leftOut: 2 });
    expect(byClass(simulation, "refused")).toMatchObject({
      isClass: false,
      champion: { clients: 2, balance: cny("8.00"), withoutBalance: 1 },
      challenger: { clients: 1, balance: cny("8.00"), withoutBalance: 0 },
    });
    expect(simulation.migration.refused).toEqual({ before: 2, after: 2 });
  });

  test("a value of a column is named by its column", () => {
    const population = [{ asOf, ids: ["A", "B"], records: { money: [cny("1.00"), "x"] } }];
    const { issues } = simulate({ champion: goldFrom("5000"), challenger: goldFrom("5000"), population });
    expect(issues.map(({ side, path }) => [side, path])).toEqual([
      ["champion", ["population", 0, "records", "money", 1]],
      ["challenger", ["population", 0, "records", "money", 1]],
    ]);
  });

  test("a block that no row has the flag for is a finding of its side and period", () => {
    const { findings } = simulate({
      champion: exampleRetailCard,
      challenger: exampleRetailCard,
      population: [{ asOf, ids: ["A"], records: [{ deceased: true }] }],
    });
    // somebody blocked says nothing of the features
    expect(findings.map(({ period, side, details }) => [period, side, details["block"]]).slice(0, 2)).toEqual([
      [0, "champion", "staff"],
      [0, "champion", "money-laundering-review"],
    ]);
    expect(findings).toHaveLength(8);
  });
});

test("a feature that no row has is a finding of its side and period", () => {
  const records = { money: [cny("1.00"), cny("2.00")], integer: [null, null] };
  const card = cardOf([lines.money, withPolicies(lines.integer, { points: 0 }, ["missing"])]);
  const population = [{ asOf, ids: ["A", "B"], records }];
  const own = cardOf([lines.money]);
  const { findings } = simulate({ champion: own, challenger: { ...card, version: "2" }, population });
  expect(findings).toStrictEqual([
    {
      code: "customer-classification/feature-unseen",
      path: ["integer"],
      details: { feature: "integer", rows: 2 },
      period: 0,
      side: "challenger",
    },
  ]);
});

describe("requests that are refused", () => {
  const [period] = request.population;
  const refused = (changes: object): unknown => {
    const { code, path } = refusalOf(() => simulate({ ...request, ...changes }));
    return [code.split("/")[1], path.join(".")];
  };
  test.each<[name: string, changes: object, code: string, path: string]>([
    ["no period", { population: [] }, "invalid-simulation", "request.population"],
    ["a member nobody knows", { classby: "type" }, "invalid-simulation", "request.classby"],
    ["another kind of class", { classBy: "star" }, "invalid-simulation", "request.classBy"],
    ["a broken card", { challenger: { ...request.challenger, rules: 7 } }, "invalid-card", "request.challenger.rules"],
    ["levels of a card without any", { champion: exampleRetailCard }, "invalid-simulation", "request.champion.levels"],
    ["a capacity of an unknown class", { capacity: { glod: 1 } }, "invalid-simulation", "request.capacity.glod"],
    ["a capacity of nobody", { capacity: { gold: 0 } }, "invalid-simulation", "request.capacity.gold"],
    [
      "privileges of an unknown class",
      { privileges: { core: cny("1.00") } },
      "invalid-simulation",
      "request.privileges.core",
    ],
    [
      "a privilege that earns money",
      { privileges: { gold: cny("-1.00") } },
      "invalid-simulation",
      "request.privileges.gold.amount",
    ],
    [
      "privileges in two currencies",
      { privileges: { gold: cny("1.00"), silver: { amount: "1.00", currency: "HKD" } } },
      "invalid-simulation",
      "request.privileges.silver.currency",
    ],
    ["a ladder of unknown classes", { ladder: ["gold", "platinum"] }, "invalid-simulation", "request.ladder.1"],
    ["no time for a reversal", { within: 0 }, "invalid-simulation", "request.within"],
    ["too few ids", { population: [{ ...period, ids: ["A"] }] }, "invalid-simulation", "request.population.0.ids"],
    [
      "ids that are not a list",
      { population: [{ ...period, ids: 7 }] },
      "invalid-simulation",
      "request.population.0.ids",
    ],
    [
      "records that are not",
      { population: [{ ...period, records: 7 }] },
      "invalid-columns",
      "request.population.0.records",
    ],
    [
      "columns of different lengths",
      { population: [{ ...period, records: { money: [], integer: [1] } }] },
      "ragged-columns",
      "request.population.0.records.integer",
    ],
    [
      "an observation of an unknown feature",
      { population: [{ ...period, observedAt: { x: asOf } }] },
      "unknown-feature",
      "request.population.0.observedAt.x",
    ],
    [
      "too few balances",
      { population: [{ ...period, balances: moneyColumn("CNY", []) }] },
      "invalid-simulation",
      "request.population.0.balances",
    ],
    [
      "balances that are not",
      { population: [{ ...period, balances: [1] }] },
      "unknown-currency",
      "request.population.0.balances.currency",
    ],
    [
      "balances that cannot be read",
      { population: [{ ...period, balances: new Proxy({}, { get: () => Number(Symbol("none")) }) }] },
      "invalid-simulation",
      "request.population.0.balances",
    ],
    [
      "a day that does not exist",
      { population: [{ ...period, asOf: "2026-02-30" }] },
      "invalid-date",
      "request.population.0.asOf",
    ],
  ])("%s", (_, changes, code, path) => {
    expect(refused(changes)).toEqual([code, path]);
  });

  test("a level called like a word for people without a class", () => {
    const champion = { ...request.champion, levels: [{ id: "below-levels", atLeast: 0 }] };
    expect(refused({ champion })).toEqual(["invalid-simulation", "request.champion.levels.0.id"]);
  });

  test("an explanation of a copy", () => {
    expect(refusalOf(() => explainSimulation({ ...simulate(request) })).path).toEqual(["simulation"]);
  });
});
