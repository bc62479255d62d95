import { UTCDate } from "@date-fns/utc";
import { addDays, format } from "date-fns";
import fc from "fast-check";
import { test, expect } from "vitest";

import {
  fromDayNumber,
  isoWeekday,
  MAX_DAY_NUMBER,
  MIN_DAY_NUMBER,
  toDayNumber,
  tryDayNumber,
} from "../../src/core/index.ts";

const day = fc.integer({ min: MIN_DAY_NUMBER, max: MAX_DAY_NUMBER });

test("a day number and its date name the same day", () => {
  fc.assert(fc.property(day, (n) => toDayNumber(fromDayNumber(n)) === n));
});

test("dates as text are in the order of their day numbers", () => {
  fc.assert(fc.property(day, day, (a, b) => a < b === fromDayNumber(a) < fromDayNumber(b)));
});

test("agrees with date-fns on the date and the weekday", () => {
  fc.assert(
    fc.property(fc.integer({ min: -400_000, max: 400_000 }), (n) => {
      const reference = addDays(new UTCDate(0), n);
      expect(fromDayNumber(n)).toBe(format(reference, "yyyy-MM-dd"));
      expect(isoWeekday(n)).toBe(Number(format(reference, "i")));
    }),
  );
});

test("every day from 1890 to 2110 follows the day before it", () => {
  const first = toDayNumber("1890-01-01");
  const last = toDayNumber("2110-12-31");
  let previous = fromDayNumber(first - 1);
  for (let n = first; n <= last; n++) {
    const date = fromDayNumber(n);
    if (!(previous < date) || toDayNumber(date) !== n) expect.fail(date);
    previous = date;
  }
  expect(previous).toBe("2110-12-31");
});

test("any text is either a date that reads back the same or refused", () => {
  const almost = fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
  fc.assert(
    fc.property(fc.oneof(almost, fc.string()), (text) => {
      const n = tryDayNumber(text);
      return n === null || fromDayNumber(n) === text;
    }),
  );
});
