import fc from "fast-check";
import { expect, test } from "vitest";

import {
  classesOf,
  classifyMany,
  simulate,
  type Scorecard,
  type SimulationSide,
  type StandingPolicy,
} from "../../../src/customer-classification/index.ts";
import { moneyColumn, sum, type Money } from "../../../src/money/index.ts";
import { given } from "../../support/told.ts";
import { asOf, cardOf, cny, lines } from "../cards.ts";

/** A card of two characteristics with edges of its own. */
const card = ([money, integer]: readonly [number, number]): Scorecard =>
  cardOf(
    [
      { ...lines.money, bands: [{ below: String(money), points: 0 }, { points: 10 }] },
      {
        ...lines.integer,
        bands: [{ below: String(integer), points: 0 }, { points: 10 }],
        inputs: { missing: { points: 0 }, invalid: "reject" },
      },
    ],
    {
      levels: [
        { id: "low", atLeast: 0 },
        { id: "middle", atLeast: 10 },
        { id: "high", atLeast: 20 },
      ],
    },
  );

/** Features of which one is too old after a number of days. */
const aging = (maxAgeDays: number): Scorecard["features"] => ({
  ...cardOf([]).features,
  aged: { kind: "integer", group: "need", sensitive: false, maxAgeDays, observedAtField: "agedOn" },
});

/** Points for everybody by money, and for some by a value that ages. */
const own = (appliesTo: "everyone" | "customers"): Scorecard["characteristics"] => [
  { ...lines.money, bands: [{ below: "500", points: 0 }, { points: 10 }] },
  {
    ...lines.aged,
    appliesTo,
    bands: [{ below: "10", points: 0 }, { points: 10 }],
    inputs: { missing: { points: 0 }, stale: { points: 0 }, invalid: "reject" },
  },
];

const edges = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
const record = fc.record({
  money: fc.option(
    fc.integer({ min: 0, max: 10 }).map((units) => cny(`${String(units)}.00`)),
    { nil: null },
  ),
  integer: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(null, "x")),
});
const book = fc.array(record, { maxLength: 30 });

const ids = (rows: readonly unknown[]): string[] => rows.map((_, row) => `C-${String(row)}`);

test("swap sets, counts and balances are those of two batches, client by client", () => {
  fc.assert(
    fc.property(edges, edges, book, (a, b, records) => {
      const [champion, challenger] = [card(a), card(b)];
      const owned = records.map((_, row) => cny(`${String(row * row)}.17`));
      const balances = moneyColumn("CNY", owned);
      const population = [{ asOf, ids: ids(records), records, balances }];
      const simulation = simulate({ champion, challenger, classBy: "level", population });
      const classes = {
        champion: classesOf(classifyMany(champion, records as never, { asOf }), "level"),
        challenger: classesOf(classifyMany(challenger, records as never, { asOf }), "level"),
      };
      const total = (rows: readonly number[]): Money =>
        sum(
          "CNY",
          rows.map((row) => given(owned[row])),
        );

      const expected = new Map<string, number[]>();
      for (const [row, from] of classes.champion.entries()) {
        const to = given(classes.challenger[row]);
        if (from !== to) expected.set(`${from} ${to}`, [...(expected.get(`${from} ${to}`) ?? []), row]);
      }
      expect(simulation.swaps).toHaveLength(expected.size);
      for (const { from, to, ids: who, clients, balance } of simulation.swaps) {
        const rows = expected.get(`${from} ${to}`) ?? [];
        expect(who).toEqual(rows.map((row) => `C-${String(row)}`));
        expect(clients).toBe(rows.length);
        expect(balance).toEqual(total(rows));
      }

      const [period] = simulation.periods;
      for (const side of ["champion", "challenger"] as const satisfies readonly SimulationSide[]) {
        for (const { class: name, [side]: figures } of period?.classes ?? []) {
          const rows = [...classes[side].entries()].flatMap(([row, own]) => (own === name ? [row] : []));
          expect([figures.clients, figures.balance]).toEqual([rows.length, total(rows)]);
        }
        expect(period?.totals[side]).toMatchObject({ clients: records.length, balance: total([...records.keys()]) });
      }
    }),
  );
});

test.each<readonly [string, Partial<Scorecard>, Partial<Scorecard>]>([
  ["the age of data", {}, { features: aging(10) }],
  ["who is a customer", {}, { customerFlag: "flag" }],
  [
    "whom a characteristic is for",
    { customerFlag: "flag" },
    { customerFlag: "flag", characteristics: own("customers") },
  ],
])("a book of several windows under two cards that differ in %s is that of two batches", (_, a, b) => {
  const twoLines = (changes: Partial<Scorecard>): Scorecard => {
    const { levels = [] } = card([1, 1]);
    return cardOf(own("everyone"), { levels, ...changes });
  };
  const [champion, challenger] = [twoLines(a), { ...twoLines(b), version: "2" }];
  const days = ["2026-03-30", "2026-03-10", "2026-02-01", null];
  // 4,999 rows, in which the values come together in every way, and the last of a window is not the first of the next
  const records = Array.from({ length: 4999 }, (_row, row) => ({
    money: row % 11 === 0 ? null : cny(`${String((row * 7) % 1500)}.00`),
    aged: row % 13 === 0 ? "x" : (row * 5) % 20,
    agedOn: days[Math.floor(row / 3) % days.length] ?? null,
    flag: [true, false, null][Math.floor(row / 2) % 3] ?? null,
  }));
  const simulation = simulate({
    champion,
    challenger,
    classBy: "level",
    population: [{ asOf, ids: ids(records), records }],
  });
  const [from, to] = [champion, challenger].map((one) =>
    classesOf(classifyMany(one, records as never, { asOf }), "level"),
  ) as [string[], string[]];
  const moved = ids(records).flatMap((id, row) => (from[row] === to[row] ? [] : [[id, from[row], to[row]]]));
  expect(moved.length).toBeGreaterThan(100);
  const swapped = simulation.swaps.flatMap((swap) => swap.ids.map((id) => [id, swap.from, swap.to]));
  const byId = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();
  expect(byId(swapped)).toEqual(byId(moved));
  for (const { class: name, champion: old, challenger: next } of simulation.periods[0]?.classes ?? []) {
    const count = (classes: readonly string[]): number => classes.filter((one) => one === name).length;
    expect([old.clients, next.clients]).toEqual([count(from), count(to)]);
  }
});

test("a card against itself swaps nobody, and turned round the sets are turned round", () => {
  fc.assert(
    fc.property(edges, edges, book, (a, b, records) => {
      const population = [{ asOf, ids: ids(records), records }];
      const of = (champion: Scorecard, challenger: Scorecard): ReturnType<typeof simulate> =>
        simulate({ champion, challenger, classBy: "level", population });
      expect(of(card(a), card(a)).swaps).toEqual([]);
      const opposite = { up: "down", down: "up", other: "other" } as const;
      const turned = of(card(b), card(a)).swaps.map(({ from, to, move, ...rest }) => ({
        ...rest,
        from: to,
        to: from,
        move: opposite[move],
      }));
      const key = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;
      const sorted = <T extends { from: string; to: string }>(swaps: readonly T[]): T[] =>
        [...swaps].sort((x, y) => (key(x) < key(y) ? -1 : 1));
      expect(sorted(turned)).toEqual(sorted(of(card(a), card(b)).swaps));
    }),
  );
});

test("changes and reversals are those of each client's own history", () => {
  const months = fc.array(fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }), { minLength: 8, maxLength: 8 });
  const names = ["0.00", "1.00", "10.00"];
  const byMoney: Scorecard = {
    ...card([1, 1]),
    characteristics: [
      { ...lines.money, bands: [{ below: "1", points: 0 }, { below: "10", points: 10 }, { points: 20 }] },
    ],
  };
  fc.assert(
    fc.property(
      fc.array(months, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      (histories, within) => {
        const population = Array.from({ length: 8 }, (_, month) => {
          const there = [...histories.entries()].filter(([, history]) => history[month] !== null);
          return {
            asOf: `2026-${String(month + 1).padStart(2, "0")}-15`,
            ids: there.map(([client]) => `C-${String(client)}`),
            records: there.map(([, history]) => ({ money: cny(given(names[history[month] ?? 0])) })),
          };
        });
        const { champion } = simulate({
          champion: byMoney,
          challenger: byMoney,
          classBy: "level",
          population,
          within,
        });
        let [pairs, changes, reversals] = [0, 0, 0];
        for (const history of histories) {
          const seen = [...history.entries()].filter((entry): entry is [number, number] => entry[1] !== null);
          const turns: { readonly month: number; readonly up: boolean }[] = [];
          for (const [index, [month, level]] of seen.entries()) {
            const earlier = seen[index - 1];
            if (earlier === undefined) continue;
            pairs++;
            if (earlier[1] === level) continue;
            changes++;
            const turn = { month, up: level > earlier[1] };
            const last = turns.at(-1);
            if (last !== undefined && last.up !== turn.up && month - last.month <= within) reversals++;
            turns.push(turn);
          }
        }
        expect(champion.overTime.changes).toMatchObject({ n: changes, of: pairs });
        expect(champion.overTime.reversals).toMatchObject({ n: reversals, of: changes });
      },
    ),
  );
});

test("a policy serves the highest level earned in its last periods, and what is over is counted", () => {
  const history = fc.tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 }),
  );
  const amounts = ["0.00", "1.00", "10.00"];
  const ends = ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31"];
  const byMoney: Scorecard = {
    ...card([1, 1]),
    characteristics: [
      { ...lines.money, bands: [{ below: "1", points: 0 }, { below: "10", points: 10 }, { points: 20 }] },
    ],
  };
  const policy = (reviews: number): StandingPolicy => ({
    id: "test.standing",
    version: "1",
    status: "house",
    effectiveFrom: "2020-01-01",
    sources: ["test"],
    ladder: [{ id: "low" }, { id: "middle" }, { id: "high" }],
    review: { kind: "monthly" },
    missedReview: "refuse",
    rise: { afterReviews: 0 },
    fall: { afterReviews: reviews, steps: "to-held" },
  });
  fc.assert(
    fc.property(fc.array(history, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (clients, n) => {
      const population = ends.map((end, month) => {
        const there = [...clients.entries()].filter(([, [start]]) => start <= month);
        return {
          asOf: `2026-${end}`,
          ids: there.map(([client]) => `C-${String(client)}`),
          records: there.map(([, [, levels]]) => ({ money: cny(given(amounts[given(levels[month])])) })),
        };
      });
      const { champion, challenger, periods } = simulate({
        champion: byMoney,
        challenger: byMoney,
        standingPolicy: { champion: null, challenger: policy(n) },
        population,
      });
      const servedOf = ([start, levels]: (typeof clients)[number], month: number): number =>
        Math.max(...levels.slice(Math.max(start, month - n + 1), month + 1));
      let above = 0;
      for (const month of ends.keys()) {
        const there = clients.filter(([start]) => start <= month);
        const served = there.map((client) => servedOf(client, month));
        above += there.filter(([, levels], index) => given(served[index]) > given(levels[month])).length;
        for (const [level, name] of ["low", "middle", "high"].entries()) {
          const row = periods[month]?.classes.find((one) => one.class === name);
          expect(row?.challenger.clients ?? 0).toBe(served.filter((own) => own === level).length);
          expect(row?.champion.clients ?? 0).toBe(there.filter(([, levels]) => levels[month] === level).length);
        }
      }
      expect(challenger.overTime.above).toMatchObject({ n: above, of: challenger.overTime.observed });
      expect(challenger.overTime.below?.n).toBe(0);
      expect(champion.overTime.above?.n).toBe(0);
    }),
  );
});
