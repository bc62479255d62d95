/** The n-th working day of mainland China, ISO string in, ISO string out. */
import { cnDays, isoOf, startDates } from "../china.mjs";

export const title = "The n-th working day (CN), ISO string to ISO string";
export const note =
  "128 start dates from 2007 to 2016. The reference walks day by day over the published days off and make-up days. chinese-days is called as its documentation shows (`findWorkday(n, date)`); the date-fns row is the loop applications write: `parseISO`, `addDays`, `format`, a `Set` of days off and one of make-up days.";
export const cases = ["n = 3", "n = 30", "n = 250", "n = 2500"];

const nOf = (label) => Number(label.slice(4));
const dates = startDates(128, "2007-01-08", "2016-01-31");

/** Slow and plain: one day at a time over sets of day numbers. */
export function reference(label) {
  const { worked } = cnDays();
  return dates.map((date) => {
    let left = nOf(label);
    let day = Date.parse(`${date}T00:00:00Z`) / 86400000;
    while (left > 0) if (worked(++day)) left--;
    return isoOf(day);
  });
}

/** A pass over the dates that folds the answers into one number, so that nothing is optimised away. */
const over = (call) => ({
  answers: () => dates.map(call),
  operations: dates.length,
  pass: () => {
    let hash = 0;
    for (const date of dates) hash ^= call(date).charCodeAt(9);
    return hash;
  },
});

export const implementations = {
  "relationship-banking": {
    prepare: async (label) => {
      const { addWorkingDays } = await import("../../../dist/calendar/index.js");
      const { CN } = await import("../../../dist/calendar/cn.js");
      const n = nOf(label);
      return over((date) => addWorkingDays(CN, date, n));
    },
  },
  "chinese-days": {
    prepare: async (label) => {
      const { findWorkday } = (await import("chinese-days")).default;
      const n = nOf(label);
      return over((date) => findWorkday(n, date));
    },
  },
  "date-fns loop": {
    prepare: async (label) => {
      const { addDays, format, parseISO } = await import("date-fns");
      const { off, work } = cnDays();
      const n = nOf(label);
      return over((date) => {
        let left = n;
        let current = parseISO(date);
        let text = date;
        while (left > 0) {
          current = addDays(current, 1);
          text = format(current, "yyyy-MM-dd");
          const weekday = current.getDay();
          if (work.has(text) || (weekday !== 0 && weekday !== 6 && !off.has(text))) left--;
        }
        return text;
      });
    },
  },
};
