/** Working days of mainland China between two dates: the days d with from < d <= to. */
import { cnDays, isoOf, startDates } from "../china.mjs";

export const title = "Working days between two dates (CN)";
export const note =
  "32 pairs of dates, counting the days after the first up to and including the second. chinese-days has no count: it lists the days of a closed range (`getWorkdaysInRange`), so the length of the list from the day after is taken. The date-fns row is a loop as applications write it.";
export const cases = ["1 year", "10 years"];

const years = (label) => Number(label.split(" ")[0]);
const starts = startDates(32, "2007-01-08", "2016-01-31");
const pairs = (label) => starts.map((from) => [from, `${Number(from.slice(0, 4)) + years(label)}${from.slice(4)}`]);
const dayOf = (date) => Date.parse(`${date}T00:00:00Z`) / 86400000;

export function reference(label) {
  const { worked } = cnDays();
  return pairs(label).map(([from, to]) => {
    let count = 0;
    for (let day = dayOf(from) + 1; day <= dayOf(to); day++) if (worked(day)) count++;
    return count;
  });
}

const over = (label, call) => {
  const list = pairs(label);
  return {
    answers: () => list.map(([from, to]) => call(from, to)),
    operations: list.length,
    pass: () => {
      let hash = 0;
      for (const [from, to] of list) hash ^= call(from, to);
      return hash;
    },
  };
};

export const implementations = {
  "relationship-banking": {
    prepare: async (label) => {
      const { workingDaysBetween } = await import("../../../dist/calendar/index.js");
      const { CN } = await import("../../../dist/calendar/cn.js");
      return over(label, (from, to) => workingDaysBetween(CN, from, to));
    },
  },
  "chinese-days": {
    prepare: async (label) => {
      const { getWorkdaysInRange } = (await import("chinese-days")).default;
      return over(label, (from, to) => getWorkdaysInRange(isoOf(dayOf(from) + 1), to, true).length);
    },
  },
  "date-fns loop": {
    prepare: async (label) => {
      const { addDays, format, parseISO } = await import("date-fns");
      const { off, work } = cnDays();
      return over(label, (from, to) => {
        let count = 0;
        const end = parseISO(to);
        for (let current = addDays(parseISO(from), 1); current <= end; current = addDays(current, 1)) {
          const text = format(current, "yyyy-MM-dd");
          const weekday = current.getDay();
          if (work.has(text) || (weekday !== 0 && weekday !== 6 && !off.has(text))) count++;
        }
        return count;
      });
    },
  },
};
