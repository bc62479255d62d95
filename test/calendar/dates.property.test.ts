import { UTCDateMini } from "@date-fns/utc";
import {
  addMonths as referenceAddMonths,
  endOfQuarter,
  getISOWeek,
  getISOWeekYear,
  getQuarter,
  startOfISOWeek,
} from "date-fns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  addDays,
  addMonths,
  ageOn,
  dayCount,
  type DayCountBasis,
  daysBetween,
  endOf,
  instantOf,
  isEndOfMonth,
  isoWeekOf,
  localDateOf,
  monthsBetween,
  readPeriod,
  periodContains,
  periodLength,
  periodOf,
  quarterOf,
  splitPeriod,
  startOf,
} from "../../src/calendar/index.ts";
import { utc, wallClock } from "./wall-clock.ts";

const DAY = 86_400_000;
const text = (at: number): string => new Date(at).toISOString().slice(0, 10);
const date = fc
  .integer({ min: Date.parse("1850-01-01") / DAY, max: Date.parse("2150-01-01") / DAY })
  .map((day) => text(day * DAY));
const ordered = fc.tuple(date, date).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));

describe("dates agree with date-fns in UTC", () => {
  test("adding months", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -1200, max: 1200 }), (day, n) => {
        expect(addMonths(day, n)).toBe(text(referenceAddMonths(new UTCDateMini(day), n).getTime()));
      }),
    );
  });

  test("ISO weeks and quarters", () => {
    fc.assert(
      fc.property(date, (day) => {
        const reference = new UTCDateMini(day);
        expect(isoWeekOf(day)).toEqual({ year: getISOWeekYear(reference), week: getISOWeek(reference) });
        expect(quarterOf(day)).toBe(getQuarter(reference));
        expect(startOf(day, "week")).toBe(text(startOfISOWeek(reference).getTime()));
        expect(endOf(day, "quarter")).toBe(text(endOfQuarter(reference).getTime()));
      }),
    );
  });
});

describe("months", () => {
  test("the completed months are the most that can be added without passing the end", () => {
    fc.assert(
      fc.property(ordered, ([from, to]) => {
        const months = monthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
      }),
    );
  });

  test("sticking to the end of the month never leaves it", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -100, max: 100 }), (day, n) => {
        const last = endOf(day, "month");
        expect(isEndOfMonth(addMonths(last, n, { endOfMonth: "stick" }))).toBe(true);
        expect(addMonths(addMonths(last, n, { endOfMonth: "stick" }), -n, { endOfMonth: "stick" })).toBe(last);
      }),
    );
  });
});

describe("age", () => {
  /** Goes through the years one by one and asks of each whether its birthday has come. */
  function walkedAge(birthDate: string, asOf: string, leapDay: "28-february" | "1-march"): number {
    let age = 0;
    for (let year = Number(birthDate.slice(0, 4)) + 1; ; year++) {
      const day = `${String(year)}${birthDate.slice(4)}`;
      const exists = text(Date.parse(day)) === day;
      const birthday = exists ? day : `${String(year)}-${leapDay === "1-march" ? "03-01" : "02-28"}`;
      if (birthday > asOf) return age;
      age++;
    }
  }
  const leapDays = fc.integer({ min: 463, max: 536 }).map((n) => `${String(n * 4)}-02-29`);
  const births = fc.oneof(
    date,
    leapDays.filter((day) => text(Date.parse(day)) === day),
  );
  const rules = fc.constantFrom("28-february", "1-march");

  test("is the number of birthdays", () => {
    fc.assert(
      fc.property(births, fc.nat({ max: 45_000 }), rules, (birthDate, days, leapDay) => {
        const asOf = addDays(birthDate, days);
        expect(ageOn(birthDate, asOf, { leapDay })).toBe(walkedAge(birthDate, asOf, leapDay));
      }),
    );
  });

  test("differs between the rules on 28 February alone", () => {
    fc.assert(
      fc.property(births, fc.nat({ max: 45_000 }), (birthDate, days) => {
        const asOf = addDays(birthDate, days);
        const [february, march] = [
          ageOn(birthDate, asOf, { leapDay: "28-february" }),
          ageOn(birthDate, asOf, { leapDay: "1-march" }),
        ];
        const isLeapDayChild = birthDate.endsWith("-02-29");
        const isAnniversary = asOf.endsWith("-02-28") && !isEndOfMonth(addDays(asOf, 1));
        expect(february - march).toBe(isLeapDayChild && isAnniversary ? 1 : 0);
      }),
    );
  });
});

describe("periods", () => {
  test("a period holds its own days, and its name reads back", () => {
    fc.assert(
      fc.property(
        date,
        fc.constantFrom("week" as const, "month" as const, "quarter" as const, "year" as const),
        (day, unit) => {
          const name = periodOf(day, unit);
          expect(readPeriod(name)).toEqual({ from: startOf(day, unit), to: addDays(endOf(day, unit), 1) });
          expect(periodContains(name, day)).toBe(true);
        },
      ),
    );
  });

  test("pieces adjoin and add up to the whole", () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 1, max: 1500 }),
        fc.constantFrom("week" as const, "month" as const, "quarter" as const, "year" as const),
        (from, length, unit) => {
          const whole = { from, to: addDays(from, length) };
          const pieces = splitPeriod(whole, unit);
          expect(pieces[0]?.from).toBe(whole.from);
          expect(pieces.at(-1)?.to).toBe(whole.to);
          expect(pieces.slice(1).map((piece) => piece.from)).toEqual(pieces.slice(0, -1).map((piece) => piece.to));
          expect(pieces.reduce((sum, piece) => sum + periodLength(piece), 0)).toBe(length);
          expect(pieces.slice(1).every((piece) => startOf(piece.from, unit) === piece.from)).toBe(true);
        },
      ),
    );
  });
});

describe("day counts", () => {
  const fraction = (from: string, to: string, basis: DayCountBasis): bigint => {
    const { numerator, denominator } = dayCount(from, to, basis);
    // every denominator divides 365 × 366 × 360
    return BigInt(numerator) * (BigInt(365 * 366 * 360) / BigInt(denominator));
  };

  test("actual day counts of adjoining stretches add up exactly", () => {
    fc.assert(
      fc.property(fc.tuple(date, date, date), (dates) => {
        const [a, b, c] = dates.sort();
        for (const basis of ["ACT/365F", "ACT/360", "ACT/ACT-ISDA"] as const) {
          expect(fraction(a, b, basis) + fraction(b, c, basis)).toBe(fraction(a, c, basis));
          expect(dayCount(a, c, basis).days).toBe(daysBetween(a, c));
        }
      }),
    );
  });

  test("n years from any 1st to 28th are n years under every convention but the actual ones over fixed bases", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (day, n) => {
        const start = `${day.slice(0, 8)}${day.slice(8) > "27" ? "27" : day.slice(8)}`;
        const end = addMonths(start, 12 * n);
        for (const basis of ["30/360-US", "30/360-ISDA", "30E/360"] as const) {
          expect(dayCount(start, end, basis)).toEqual({ basis, days: 360 * n, numerator: 360 * n, denominator: 360 });
        }
        const year = `${start.slice(0, 4)}-01-01`;
        const { numerator, denominator } = dayCount(year, addMonths(year, 12 * n), "ACT/ACT-ISDA");
        expect(numerator).toBe(n * denominator);
      }),
    );
  });
});

describe("zones", () => {
  const zone = fc.constantFrom(
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Pacific/Apia",
    "Africa/Monrovia",
    "Africa/Casablanca",
  );
  const second = fc.integer({ min: Date.parse("1900-01-01") / 1000, max: Date.parse("2070-01-01") / 1000 });

  test("a moment is one of the two its own wall clock names, and lies on that date", () => {
    fc.assert(
      fc.property(zone, second, (id, seconds) => {
        const clock = wallClock(id, seconds);
        const time = utc(clock.second).slice(11, 19);
        const named = (["earlier", "later"] as const).map((overlap) =>
          Date.parse(instantOf(clock.date, time, id, { overlap })),
        );
        expect(named).toContain(seconds * 1000);
        expect(localDateOf(utc(seconds), id)).toBe(clock.date);
      }),
    );
  });

  test("any clock time of any date is a moment, and never further from the one asked for than the gap", () => {
    fc.assert(
      fc.property(zone, date, fc.nat(86_399), (id, day, seconds) => {
        const time = utc(seconds).slice(11, 19);
        const later = Date.parse(instantOf(day, time, id, { gap: "later" }));
        const earlier = Date.parse(instantOf(day, time, id, { gap: "earlier" }));
        expect(earlier <= later && later - earlier <= DAY).toBe(true);
      }),
    );
  });
});
