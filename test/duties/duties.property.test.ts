import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, readPeriod, type WorkingCalendar } from "../../src/calendar/index.ts";
import { countBy, formatInstant, mergeTallies, toInstantParts } from "../../src/core/index.ts";
import {
  DUTY_STATES,
  dutiesDue,
  dutyStanding,
  type Duty,
  type DutyCadence,
  type DutyExcuse,
  type DutyGrace,
  type DutyHolder,
  type DutyOffset,
  type DutyPolicy,
  type DutyRecord,
  type RestDayRule,
  type StandingDuty,
} from "../../src/duties/index.ts";
import { journal, plainCalendar, rowsOf } from "./fixtures.ts";
import { slowDuties, slowLatest, slowState } from "./reference.ts";

const day = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((n) => addDays("2026-01-01", n));

/** A calendar that covers some of 2025 to 2027, with long closures and make-up days. */
const calendarOf = (id: string): fc.Arbitrary<WorkingCalendar> =>
  fc
    .record({
      from: day(-200, 30),
      length: fc.integer({ min: 40, max: 700 }),
      weekend: fc.constantFrom<WorkingCalendar["weekend"][]>([6, 7], [7], [5, 6], []),
      closures: fc.array(fc.tuple(day(-150, 500), fc.integer({ min: 1, max: 45 })), { maxLength: 4 }),
    })
    .map(({ from, length, weekend, closures }) => {
      const to = addDays(from, length);
      const dates = new Set(closures.flatMap(([start, n]) => Array.from({ length: n }, (_, i) => addDays(start, i))));
      const off = [...dates]
        .filter((date) => date >= from && date < to)
        .sort()
        .map((date) => ({ date, name: "closed" }));
      return plainCalendar(id, { from, to, weekend, off });
    });

const offset: fc.Arbitrary<DutyOffset> = fc.record({
  n: fc.oneof(fc.constantFrom(1, -1, 2, -3), fc.integer({ min: -366, max: 366 })).filter((n) => n !== 0),
  in: fc.constantFrom("day", "working-day"),
});
const withOffset = (cadence: DutyCadence): fc.Arbitrary<DutyCadence> =>
  fc
    .option(offset, { nil: undefined })
    .map((found) => (found === undefined ? cadence : ({ ...cadence, offset: found } as DutyCadence)));
const cadence: fc.Arbitrary<DutyCadence> = fc.oneof(
  fc.constant<DutyCadence>({ every: "working-day" }),
  fc.constantFrom<(1 | 2 | 3 | 4 | 5 | 6 | 7)[]>(1, 2, 3, 4, 5, 6, 7).chain((on) => withOffset({ every: "week", on })),
  fc
    .tuple(fc.constantFrom("month", "quarter", "half-year", "year"), fc.constantFrom("first-day", "last-day"))
    .chain(([every, on]) => withOffset({ every, on })),
  fc
    .uniqueArray(fc.constantFrom("01-01", "01-31", "02-28", "02-29", "03-01", "06-30", "12-31"), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((on) => withOffset({ every: "date", on })),
);
const restDay: fc.Arbitrary<RestDayRule> = fc.oneof(
  fc.constantFrom<RestDayRule>({ rule: "falls-away" }, { rule: "stays" }),
  fc.record({
    rule: fc.constantFrom("next-working-day", "previous-working-day"),
    beyondPeriod: fc.constantFrom("moves", "falls-away"),
  }),
);
const grace: fc.Arbitrary<DutyGrace | undefined> = fc.option(
  fc.record({ n: fc.integer({ min: 1, max: 9 }), in: fc.constantFrom("day", "working-day") }),
  { nil: undefined },
);
const ROLES = ["manager", "lobby"] as const;
const KINDS = ["journal", "report", "plan"] as const;

const policyNamed = (id: string): fc.Arbitrary<readonly DutyPolicy[]> =>
  fc
    .record({
      role: fc.constantFrom(...ROLES),
      satisfiedBy: fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1 }),
      cadences: fc.tuple(cadence, cadence),
      restDay,
      time: fc.constantFrom("end-of-day" as const, { at: "16:00" }),
      grace,
      change: fc.option(day(-60, 120), { nil: undefined }),
    })
    .map(({ cadences: [first, second], change, grace: more, ...rest }) => {
      const one: DutyPolicy = {
        ...journal,
        ...rest,
        ...(more === undefined ? {} : { grace: more }),
        id,
        cadence: first,
      };
      if (change === undefined) return [one];
      return [
        { ...one, effectiveTo: change },
        { ...one, version: "2", effectiveFrom: addDays(change, 3), cadence: second },
      ];
    });
const policies = fc
  .tuple(policyNamed("b.one"), policyNamed("a.two"), policyNamed("c.three"))
  .map((lists) => lists.flat());

const asked = fc
  .tuple(day(-30, 60), fc.integer({ min: 1, max: 120 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

const ZONES = ["Asia/Shanghai", "America/New_York", "Europe/London"] as const;
const calendars = fc.tuple(calendarOf("one"), calendarOf("two"));
/** One or two rows of a person; the second follows the first, in the same role at another place, or is in the other role. */
const rows = (person: string): fc.Arbitrary<readonly DutyHolder[]> =>
  fc
    .record({
      role: fc.constantFrom(...ROLES),
      orgUnit: fc.option(fc.constantFrom("B-1", "B-2"), { nil: undefined }),
      calendar: fc.constantFrom("one", "two"),
      zone: fc.constantFrom(...ZONES),
      change: day(-40, 150),
      kind: fc.constantFrom("alone", "leaves", "moves", "both"),
    })
    .map(({ role, orgUnit, calendar, zone, change, kind }) => {
      const base: DutyHolder = { person, role, calendar, zone, ...(orgUnit === undefined ? {} : { orgUnit }) };
      if (kind === "alone") return [base];
      if (kind === "leaves") return [{ ...base, to: change }];
      const other = calendar === "one" ? "two" : "one";
      if (kind === "moves")
        return [
          { ...base, to: change },
          { ...base, calendar: other, from: change },
        ];
      return [base, { ...base, role: role === "manager" ? "lobby" : "manager" }];
    });
const people = fc.tuple(rows("E-1"), rows("E-2"), rows("E-3")).map((lists) => lists.flat());

const moment = fc
  .integer({ min: toInstantParts("2025-12-01T00:00:00Z").seconds, max: toInstantParts("2026-07-01T00:00:00Z").seconds })
  .map((seconds) => formatInstant(seconds, 0));
const records: fc.Arbitrary<readonly DutyRecord[]> = fc
  .array(
    fc.record({
      person: fc.constantFrom("E-1", "E-2", "E-3", "E-4"),
      kind: fc.constantFrom(...KINDS, "poem"),
      at: moment,
      shift: fc.integer({ min: -20, max: 20 }),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(({ shift, ...row }, i) => ({ id: `R-${String(i)}`, ...row, for: addDays(row.at.slice(0, 10), shift) })),
  );
const excuses: fc.Arbitrary<readonly DutyExcuse[]> = fc.array(
  fc
    .record({
      person: fc.constantFrom("E-1", "E-2", "E-4"),
      from: day(-40, 150),
      length: fc.integer({ min: 1, max: 40 }),
      reason: fc.constantFrom("leave", "course"),
      policy: fc.option(fc.constantFrom("a.two", "b.one"), { nil: undefined }),
    })
    .map(({ length, policy, ...rest }) => ({
      ...rest,
      to: addDays(rest.from, length),
      approvedBy: "E-9",
      ...(policy === undefined ? {} : { policies: [policy] }),
    })),
  { maxLength: 4 },
);

const daysOf = ({ period }: Pick<Duty, "period">): { from: string; to: string } => readPeriod(period);
const calendarFor = (list: readonly WorkingCalendar[], id: string): WorkingCalendar => {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no calendar ${id}`);
  return found;
};
const sorted = (list: readonly Duty[]): readonly Duty[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}

test("days are those of a wall calendar read day by day", () => {
  fc.assert(
    fc.property(policies, calendarOf("one"), asked, (list, calendar, period) => {
      const holders = ROLES.map((role) => ({ person: role, role, calendar: "one", zone: "Asia/Shanghai" }));
      const due = dutiesDue(list, holders, period, { calendars: [calendar] });
      const slow = slowDuties(list, calendar, period);
      const key = (a: { policy: string; from: string }): string => `${a.from} ${a.policy}`;
      const order = <T extends { policy: string; from: string }>(all: readonly T[]): readonly T[] =>
        [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
      expect(
        order(
          rowsOf(due).map((duty) => ({ policy: duty.policy, version: duty.version, ...daysOf(duty), due: duty.due })),
        ),
      ).toStrictEqual(
        order(
          slow
            .filter(({ fell }) => !fell)
            .map(({ policy, version, from, to, due: day }) => ({ policy, version, from, to, due: day })),
        ),
      );
      expect(
        order(
          due.fallenAway.map(({ policy, version, period: of, restDay: rest }) => ({
            policy,
            version,
            ...readPeriod(of),
            rest,
          })),
        ),
      ).toStrictEqual(
        order(
          slow
            .filter(({ fell }) => fell)
            .map(({ policy, version, from, to, place }) => ({ policy, version, from, to, rest: place })),
        ),
      );
    }),
  );
});

test("last moments are those of the clock in each zone", () => {
  fc.assert(
    fc.property(policies, calendars, people, asked, (list, places, holders, period) => {
      const due = dutiesDue(list, holders, period, { calendars: places });
      for (const duty of rowsOf(due)) {
        const policy = list.find(({ id, version }) => id === duty.policy && version === duty.version);
        const holder = holders.filter(({ person, role }) => person === duty.person && role === duty.role);
        if (policy === undefined || duty.due === null) {
          expect(duty.latest).toBeNull();
          continue;
        }
        const possible = holder.map((row) =>
          slowLatest(policy, row, calendarFor(places, row.calendar), duty.due ?? ""),
        );
        expect(possible).toContain(duty.latest);
      }
    }),
  );
});

test("each duty is owed by the row it falls in, once per period, in order", () => {
  fc.assert(
    fc.property(policies, calendars, people, asked, (list, places, holders, period) => {
      const due = dutiesDue(list, holders, period, { calendars: places });
      const all = rowsOf(due);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(sorted(["E-1", "E-2", "E-3"].flatMap((person) => due.of(person)))).toStrictEqual(sorted(all));
      const expected = new Set<string>();
      const owedBefore = new Set<string>();
      for (const { person, role, calendar, from = "0001-01-01", to = "9999-01-01" } of holders) {
        const own = list.filter((policy) => policy.role === role);
        // a period that was owed at the place before may be due outside what was asked
        const wide = { from: addDays(period.from, -400), to: addDays(period.to, 400) };
        for (const duty of slowDuties(own, calendarFor(places, calendar), wide)) {
          if (duty.fell || duty.place < from || duty.place >= to) continue;
          const id = `${duty.policy}@${person}@${duty.from}`;
          const isAsked = duty.place >= period.from && duty.place < period.to;
          if (isAsked && !owedBefore.has(id)) expected.add(id);
          owedBefore.add(id);
        }
      }
      expect(new Set(all.map(({ id }) => id.slice("duties/".length).replace(/\/[^/]*$/, "")))).toStrictEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test("periods that share no day share no duty, and together have all of them", () => {
  fc.assert(
    fc.property(
      policies,
      calendars,
      people,
      asked,
      fc.integer({ min: 1, max: 119 }),
      (list, places, holders, period, n) => {
        const cut = addDays(period.from, n);
        if (cut >= period.to) return;
        const context = { calendars: places };
        const whole = dutiesDue(list, holders, period, context);
        const parts = [
          dutiesDue(list, holders, { from: period.from, to: cut }, context),
          dutiesDue(list, holders, { from: cut, to: period.to }, context),
        ];
        expect(sorted(parts.flatMap(rowsOf))).toStrictEqual(sorted(rowsOf(whole)));
        expect(parts.flatMap(({ fallenAway }) => fallenAway)).toStrictEqual(whole.fallenAway);
      },
    ),
  );
});

test("states and records are those found by looking at every row, for every now", () => {
  fc.assert(
    fc.property(
      policies,
      calendars,
      people,
      asked,
      records,
      excuses,
      moment,
      (list, places, holders, period, done, away, now) => {
        freeze([list, holders, done, away]);
        const due = dutiesDue(list, holders, period, { calendars: places });
        const standing = dutyStanding(due, { records: done, excuses: away }, { now });
        const used = new Set<string>();
        for (let i = 0; i < standing.n; i++) {
          const row = standing.row(i);
          const { from, to } = daysOf(row);
          const holder = holders.filter(({ person, role }) => person === row.person && role === row.role);
          const zones = new Set(holder.map(({ zone }) => zone));
          expect(zones.size).toBe(1);
          const zone = holder[0]?.zone ?? "";
          const slow = slowState(row, from, to, { records: done, excuses: away, now, zone });
          // a duty whose day is not known may count from the day its offset leads to: only its state is compared
          if (row.due === null) {
            expect(row.state).toBe("undetermined");
            if (row.record !== undefined) used.add(row.record.id);
            continue;
          }
          expect({ state: row.state, record: row.record?.id ?? null }).toStrictEqual(slow);
          if (slow.record !== null) used.add(slow.record);
        }
        const left = new Set(standing.issues.records.map(({ row }) => row));
        const seen = done.map((_, row) => row).filter((row) => !left.has(row) && (done[row]?.at ?? "") <= now);
        expect(standing.unmatched).toStrictEqual(seen.filter((row) => !used.has(done[row]?.id ?? "")));
        for (const { code } of standing.issues.records) expect(code).toBe("duties/record-before-period");
      },
    ),
  );
});

const dimensions = {
  person: ({ person }: StandingDuty) => person,
  policy: ({ policy }: StandingDuty) => policy,
  unit: ({ unit }: StandingDuty) => unit,
  "org-unit": ({ orgUnit }: StandingDuty) => orgUnit ?? null,
};
const split = { parts: DUTY_STATES, of: ({ state }: StandingDuty) => state };

test("the counts are those of the rows; parts by people or by periods merge into the whole", () => {
  fc.assert(
    fc.property(
      policies,
      calendars,
      people,
      asked,
      records,
      excuses,
      moment,
      (list, places, holders, period, done, away, now) => {
        const context = { calendars: places };
        const tallyOf = (some: readonly DutyHolder[], days: { from: string; to: string }) =>
          dutyStanding(dutiesDue(list, some, days, context), { records: done, excuses: away }, { now }).tally;
        const whole = dutyStanding(
          dutiesDue(list, holders, period, context),
          { records: done, excuses: away },
          { now },
        );
        expect(whole.tally).toStrictEqual(countBy(whole.standing, dimensions, split));
        const isFirst = ({ person }: DutyHolder): boolean => person === "E-1";
        expect(
          mergeTallies(
            tallyOf(holders.filter(isFirst), period),
            tallyOf(
              holders.filter((row) => !isFirst(row)),
              period,
            ),
          ),
        ).toStrictEqual(whole.tally);
        const cut = addDays(period.from, 1);
        if (cut < period.to) {
          expect(
            mergeTallies(
              tallyOf(holders, { from: period.from, to: cut }),
              tallyOf(holders, { from: cut, to: period.to }),
            ),
          ).toStrictEqual(whole.tally);
        }
      },
    ),
  );
});

test("the order of rows and of policies changes nothing but the order", () => {
  fc.assert(
    fc.property(
      policies,
      calendars,
      people,
      asked,
      records,
      excuses,
      moment,
      (list, places, holders, period, done, away, now) => {
        const run = (turn: <T>(all: readonly T[]) => readonly T[]) =>
          dutyStanding(
            dutiesDue(turn(list), turn(holders), period, { calendars: turn(places) }),
            { records: turn(done), excuses: turn(away) },
            { now },
          );
        const one = run((all) => all);
        const other = run((all) => [...all].reverse());
        expect(sorted(other.standing)).toStrictEqual(sorted(one.standing));
        for (const person of ["E-1", "E-2", "E-3"]) expect(other.of(person)).toStrictEqual(one.of(person));
        expect(other.tally).toStrictEqual(one.tally);
        const rowsOfRecords = (rows: readonly number[], turned: boolean): readonly number[] =>
          rows.map((row) => (turned ? done.length - 1 - row : row)).sort((a, b) => a - b);
        expect(rowsOfRecords(other.unmatched, true)).toStrictEqual(rowsOfRecords(one.unmatched, false));
      },
    ),
  );
});
