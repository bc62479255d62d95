import fc from "fast-check";
import { expect, test } from "vitest";

import {
  bookByManager,
  bookOfManager,
  mergeValueBooks,
  valueBookData,
  valueByManager,
  type TeamAssignment,
} from "../../../src/relationship-value/index.ts";
import { added, bookOf, options, someLines, sumsOf } from "./books.ts";

const day = fc.constantFrom(null, "2025-05-05", "2026-01-01", "2026-03-20", "2026-07-01", "2026-07-15", "2027-05-05");
const someAssignments = fc.array(
  fc.record({
    client: fc.constantFrom("C-0", "C-1", "C-2", "C-3"),
    manager: fc.constantFrom("E-1", "E-2", "E-3"),
    unit: fc.constantFrom(null, "B-1", "B-2"),
    share: fc.constantFrom(null, "1", "0.5", "0.3", "0.7", "0.125"),
    from: day,
    to: day,
  }),
  { maxLength: 10 },
);

/** Teams that are in charge through the year, and so add up. */
const wholeTeams = fc
  .array(fc.constantFrom(["1"], ["0.5", "0.5"], ["0.2", "0.3", "0.5"]), { maxLength: 5 })
  .map((teams) =>
    teams.flatMap((shares, at) =>
      shares.map((share, n): TeamAssignment => ({
        client: `C-${String(at)}`,
        manager: `E-${String(n)}`,
        unit: "B-1",
        share,
      })),
    ),
  );

test("managers + unassigned = book and units + without a unit + unassigned = book, whatever the assignments", () => {
  fc.assert(
    fc.property(someLines, someAssignments, (lines, assignments) => {
      for (const values of [valueByManager(lines, assignments, options), bookByManager(bookOf(lines), assignments)]) {
        const whole = sumsOf(bookOf(lines));
        const { managers, units, withoutUnit, unassigned } = values;
        expect(added([1, managers], [1, unassigned])).toStrictEqual(whole);
        expect(added([1, units], [1, withoutUnit], [1, unassigned])).toStrictEqual(whole);
        const each = ["E-1", "E-2", "E-3"].map((manager) => [1, bookOfManager(values, { manager })] as const);
        expect(added(...each)).toStrictEqual(sumsOf(managers));
      }
    }),
  );
});

test("neither the order of rows nor the way a book is cut into parts changes what is whose", () => {
  fc.assert(
    fc.property(someLines, someAssignments, fc.nat(24), (lines, assignments, at) => {
      const whole = valueByManager(lines, assignments, options);
      const turned = valueByManager([...lines].reverse(), [...assignments].reverse(), options);
      const first = valueByManager(lines.slice(0, at), assignments, options);
      const rest = valueByManager(lines.slice(at), assignments, options);
      for (const name of ["managers", "units", "withoutUnit", "unassigned"] as const) {
        const data = valueBookData(whole[name]);
        expect(valueBookData(turned[name])).toStrictEqual(data);
        expect(valueBookData(mergeValueBooks(first[name], rest[name]))).toStrictEqual(data);
      }
    }),
  );
});

test("where shares add up on every day, only clients without a team are unassigned, and there is no issue", () => {
  fc.assert(
    fc.property(someLines, wholeTeams, (lines, teams) => {
      const known = new Set(teams.map(({ client }) => client));
      for (const values of [valueByManager(lines, teams, options), bookByManager(bookOf(lines), teams)]) {
        expect(values.assignmentIssues).toStrictEqual([]);
        expect(sumsOf(values.unassigned)).toStrictEqual(
          sumsOf(bookOf(lines.filter(({ client }) => !known.has(client)))),
        );
      }
    }),
  );
});
