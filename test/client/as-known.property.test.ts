import fc from "fast-check";
import { expect, test } from "vitest";

import {
  checkClientFile,
  clientAt,
  currentEntries,
  knownAt,
  managerAt,
  namesAt,
  type ClientFile,
  type ReplacedParticulars,
} from "../../src/client/index.ts";
import { assigned, company } from "./files.ts";

const day = fc.integer({ min: 0, max: 27 }).map((n) => `2026-02-${String(n + 1).padStart(2, "0")}`);
const recordedOn = fc.option(day, { nil: undefined });
const dated = <T extends object>(entry: T, on: string | undefined): T =>
  on === undefined ? entry : { ...entry, recordedOn: on };

/** Entries of a list that is only added to; some correct one that stands before them. */
const managers = fc
  .array(fc.record({ from: day, on: recordedOn, corrects: fc.option(fc.nat({ max: 5 }), { nil: undefined }) }), {
    maxLength: 6,
  })
  .map((rows) =>
    rows.map(({ from, on, corrects }, index) =>
      dated(
        assigned(`E-${String(index)}`, from, {
          entry: String(index),
          ...(corrects === undefined || corrects >= index ? {} : { corrects: String(corrects) }),
        }),
        on,
      ),
    ),
  );

const replaced: fc.Arbitrary<readonly ReplacedParticulars[]> = fc.array(
  fc.record({
    recordedOn: day,
    was: fc
      .record(
        {
          names: day.map((legal) => ({ legal })),
          clientSince: fc.option(day, { nil: null }),
          group: fc.option(
            day.map((group) => ({ group })),
            { nil: null },
          ),
        },
        { requiredKeys: [] },
      )
      // something was replaced
      .filter((was) => Object.keys(was).length > 0),
  }),
  { maxLength: 4 },
);

const facts = fc
  .array(
    fc.record({ asOf: day, on: recordedOn, value: fc.stringMatching(/^[a-z]$/), feature: fc.constantFrom("x", "y") }),
    {
      maxLength: 6,
    },
  )
  .map((rows) =>
    rows.map(({ asOf, on, value, feature }) =>
      dated({ feature, dataType: "profile", group: "basic", value, source: "visit", asOf } as const, on),
    ),
  );

const files: fc.Arbitrary<ClientFile> = fc
  .record({ managers, replaced, facts, opened: recordedOn, group: fc.option(day, { nil: undefined }) })
  .map(({ opened, group, ...lists }) =>
    dated(company({ ...lists, ...(group === undefined ? {} : { group: { group } }) }), opened),
  );

const ordered = fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] : [b, a]) as readonly [string, string]);

test("what was known earlier can be asked of what was known later", () => {
  fc.assert(
    fc.property(files, ordered, (file, [d1, d2]) => {
      const later = clientAt(file, d2);
      const direct = clientAt(file, d1);
      expect(later === null ? null : clientAt(later, d1)).toStrictEqual(direct);
      expect(direct === null ? null : clientAt(direct, d2)).toStrictEqual(direct);
    }),
  );
});

test("knowledge only grows, keeps its order, and nothing recorded later is in it", () => {
  fc.assert(
    fc.property(files, ordered, (file, [d1, d2]) => {
      const [early, late] = [clientAt(file, d1), clientAt(file, d2)];
      if (early === null) return;
      for (const list of ["managers", "facts", "replaced"] as const) {
        const [before, after] = [early[list] ?? [], late?.[list] ?? []];
        expect(after.filter((entry) => (before as readonly unknown[]).includes(entry))).toStrictEqual(before);
        for (const entry of before) expect((entry.recordedOn ?? d1) <= d1).toBe(true);
      }
    }),
  );
});

test("the file of the last day is the file, and a file that was in order stays so", () => {
  fc.assert(
    fc.property(files, day, (file, date) => {
      const last = clientAt(file, "2026-12-31");
      expect(last).toStrictEqual(file);
      const known = clientAt(file, date);
      if (known === null || checkClientFile(file).length > 0) return;
      const codes = checkClientFile(known).map(({ code }) => code);
      // who has not been recorded yet may leave a gap, and an approval that is missing is missing for the one after
      expect(
        codes.filter((code) => !["client/managers-gap", "client/transfer-not-approved"].includes(code)),
      ).toStrictEqual([]);
    }),
  );
});

test("who manages on a day is among those known, began by then, and was not corrected", () => {
  fc.assert(
    fc.property(files, day, day, (file, knownOn, date) => {
      const known = clientAt(file, knownOn);
      if (known === null) return;
      const manager = managerAt(known, "primary", date);
      const candidates = currentEntries(known.managers).filter(({ from }) => from <= date);
      expect(manager === null).toBe(candidates.length === 0);
      if (manager === null) return;
      expect(candidates.map(({ employee }) => employee)).toContain(manager.employee);
      expect(candidates.every(({ from }) => from <= manager.from)).toBe(true);
      expect([known.names, ...(known.replaced ?? []).flatMap(({ was }) => was.names ?? [])]).toContainEqual(
        namesAt(known, date),
      );
    }),
  );
});

test("what is known of a day does not change when more is recorded later", () => {
  fc.assert(
    fc.property(files, day, (file, date) => {
      const known = clientAt(file, date);
      if (known !== null) expect(knownAt(known, date)).toStrictEqual(knownAt(file, date));
      for (const { fact, ageDays } of knownAt(file, date)) {
        expect(fact.asOf <= date && ageDays >= 0).toBe(true);
        expect((fact.recordedOn ?? date) <= date).toBe(true);
      }
    }),
  );
});
