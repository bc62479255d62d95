import fc from "fast-check";
import { expect, test } from "vitest";

import {
  mergeMigrations,
  migrationMatrix,
  moversOf,
  type ClassedClient,
  type Migration,
} from "../../../src/customer-classification/index.ts";

const ladder = ["low", "middle", "high"];
const named = fc.constantFrom(...ladder, "aside", "blocked", "refused");
/** Clients with their class before and after; null is not there. */
const clients = fc.array(fc.tuple(fc.option(named, { nil: null }), fc.option(named, { nil: null })), { maxLength: 40 });

type Clients = readonly (readonly [string | null, string | null])[];

const side = (of: Clients, at: 0 | 1, from = 0): ClassedClient[] =>
  of.flatMap((pair, index) => {
    const own = pair[at];
    return own === null ? [] : [{ client: `C-${String(from + index)}`, class: own }];
  });

const compare = (of: Clients, from = 0): ReturnType<typeof migrationMatrix> =>
  migrationMatrix(side(of, 0, from), side(of, 1, from), { ladder });

const plain = (result: ReturnType<typeof migrationMatrix>): Migration =>
  JSON.parse(JSON.stringify({ ...result, issues: undefined })) as Migration;

test("rows sum to the counts before, columns to the counts after", () => {
  fc.assert(
    fc.property(clients, (of) => {
      const { classes, counts, rows, total } = compare(of);
      for (const [index, row] of rows.entries()) {
        const own = (at: 0 | 1): number => of.filter((pair) => pair[at] === classes[index]).length;
        const line = (counts[index] ?? []).reduce((sum, count) => sum + count, 0);
        const column = counts.reduce((sum, counted) => sum + (counted[index] ?? Number.NaN), 0);
        expect([row.before, row.after]).toEqual([own(0), own(1)]);
        expect(line + row.left).toBe(row.before);
        expect(column + row.joined).toBe(row.after);
        expect(row.stayed + row.up + row.down + row.other + row.left).toBe(row.before);
      }
      expect(total.before).toBe(side(of, 0).length);
      expect(total.after).toBe(side(of, 1).length);
    }),
  );
});

test("the movers are those whose class differs, each in its cell", () => {
  fc.assert(
    fc.property(clients, (of) => {
      const migration = compare(of);
      const movers = moversOf(migration);
      expect(movers.map(({ client }) => client).sort()).toEqual(
        of.flatMap(([from, to], index) => (from === to ? [] : [`C-${String(index)}`])).sort(),
      );
      for (const { from, to, count } of migration.cells) {
        if (from === to) continue;
        const query = {
          ...(from === null ? { move: "joined" as const } : { from }),
          ...(to === null ? { move: "left" as const } : { to }),
        };
        expect(moversOf(migration, query)).toHaveLength(count);
      }
    }),
  );
});

test("parts merge into the whole in any order, and the migration of nobody changes nothing", () => {
  fc.assert(
    fc.property(clients, clients, clients, (x, y, z) => {
      const [a, b, c] = [compare(x), compare(y, 100), compare(z, 200)].map(plain) as [Migration, Migration, Migration];
      expect(mergeMigrations(a, b)).toEqual(mergeMigrations(b, a));
      expect(mergeMigrations(mergeMigrations(a, b), c)).toEqual(mergeMigrations(a, mergeMigrations(b, c)));
      expect(mergeMigrations(a, plain(compare([])))).toEqual(a);
      const both = migrationMatrix([...side(x, 0), ...side(y, 0, 100)], [...side(x, 1), ...side(y, 1, 100)], {
        ladder,
      });
      expect(mergeMigrations(a, b)).toEqual(plain(both));
    }),
  );
});
