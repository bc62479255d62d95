/** A year of recurring duties for many managers, and what became of them, beside a plain loop. */
import { cnDays, isoOf } from "../china.mjs";

export const title = "Recurring duties";
export const note =
  "5,000 relationship managers under the source documents' duties of 2026, 635 each and two whose day nobody knows yet; 2.9 million records as rows, of which some are late and some duties have none. Duties a second: `days` works out who owes what and reads what one manager owes, `standing` compares all of it with the records and counts it by person, duty, unit and state. The plain loop has the days given, checks nothing, counts states only and keeps no reasons: what an application would write once it knew the days. The reference knows each record's fate from making it.";
export const cases = ["days", "standing"];

const PEOPLE = 5000;
const FIRST = Date.UTC(2026, 0, 1) / 86400000;
const LAST = Date.UTC(2026, 11, 31) / 86400000;
const NOW = "2026-11-30T12:00:00+08:00";
const ROLE = "relationship-manager";

/** The duties of one manager, day by day from the published days off: kind, a day it is for, the day it is due. */
function dutiesOfOne() {
  const { worked } = cnDays();
  const duties = [];
  for (let day = FIRST; day <= LAST; day++) {
    const date = isoOf(day);
    if (worked(day)) {
      for (const kind of ["journal", "next-day-plan"]) duties.push({ kind, on: date, due: day });
    }
    const weekday = new Date(day * 86400000).getUTCDay();
    if (weekday === 0) {
      let due = day;
      while (due > day - 7 && !worked(due)) due--;
      if (due > day - 7)
        for (const kind of ["weekly-summary", "information-entry"]) duties.push({ kind, on: isoOf(due), due });
    }
    const isLast = isoOf(day + 1).endsWith("-01");
    if (isLast) for (const kind of ["market-analysis", "closing-records"]) duties.push({ kind, on: date, due: day });
    if (date.endsWith("-01")) {
      let due = day;
      while (!worked(due)) due++;
      duties.push({ kind: "follow-ups-in-work-log", on: date, due });
    }
    if (date.endsWith("-12-31")) duties.push({ kind: "strategy-plan", on: date, due: day });
  }
  // the week that ends in January of the next year is due in December, when its last worked day is
  const sunday = LAST + ((7 - new Date(LAST * 86400000).getUTCDay()) % 7);
  if (sunday > LAST)
    for (const kind of ["weekly-summary", "information-entry"])
      duties.push({ kind, on: isoOf(LAST), due: null, sunday });
  return duties;
}

/** What becomes of duty `i` of manager `p`: 0 on time, 1 late, 2 none. */
const fateOf = (p, i) => {
  const hash = (Math.imul(p + 1, 2654435761) ^ Math.imul(i + 1, 40503)) >>> 0;
  return hash % 13 === 0 ? 2 : hash % 29 === 0 ? 1 : 0;
};

const nowDay = Math.floor((Date.parse(NOW) / 1000 + 8 * 3600) / 86400);
const known = () => dutiesOfOne().filter(({ due }) => due !== null);

/** Rows of a table of records, in the order in which an export would give them: by person, then by duty. */
function makeRecords() {
  const duties = known().map((duty) => ({
    ...duty,
    onTime: `${isoOf(duty.due)}T17:20:00+08:00`,
    late: `${isoOf(duty.due + 2)}T09:10:00+08:00`,
  }));
  const rows = [];
  for (let p = 0; p < PEOPLE; p++) {
    const person = `E-${p}`;
    for (const [i, { kind, on, onTime, late }] of duties.entries()) {
      const fate = fateOf(p, i);
      if (fate < 2) rows.push({ id: `W-${p}-${i}`, person, kind, at: fate === 0 ? onTime : late, for: on });
    }
  }
  return rows;
}

export function reference(label) {
  const duties = known();
  if (label === "days") return [PEOPLE * duties.length, ...duties.map(({ due }) => isoOf(due)).sort()];
  const counts = { "on-time": 0, late: 0, missing: 0, "not-yet-due": 0 };
  for (let p = 0; p < PEOPLE; p++) {
    for (const [i, { due }] of duties.entries()) {
      const fate = fateOf(p, i);
      // a record counts once it was made: on its day at 17:20, or two days later at 9:10
      const made = fate === 0 ? due < nowDay : fate === 1 ? due + 2 <= nowDay : false;
      const state = made ? (fate === 0 ? "on-time" : "late") : due >= nowDay ? "not-yet-due" : "missing";
      counts[state]++;
    }
  }
  return [PEOPLE * duties.length, ...Object.values(counts)];
}

const STATES = ["on-time", "late", "missing", "not-yet-due"];

export const implementations = {
  "relationship-banking": {
    prepare: async (label) => {
      const { dutiesDue, dutyStanding, sourceDuties } = await import("../../../dist/duties/index.js");
      const { CN } = await import("../../../dist/calendar/cn.js");
      const policies = sourceDuties.filter(({ role }) => role === ROLE);
      const people = Array.from({ length: PEOPLE }, (_, p) => ({
        person: `E-${p}`,
        role: ROLE,
        calendar: "cn",
        zone: "Asia/Shanghai",
      }));
      // to the last day whose week is known whole
      const period = { from: "2026-01-01", to: "2027-01-01" };
      const due = () => dutiesDue(policies, people, period, { calendars: [CN] });
      const sure = (duties) => duties.filter(({ due: day }) => day !== null);
      const operations = due().n;
      if (label === "days") {
        return {
          answers: () => {
            const duties = due();
            const one = sure(duties.of("E-77"));
            return [
              duties.n - PEOPLE * (duties.of("E-77").length - one.length),
              ...one.map(({ due: day }) => day).sort(),
            ];
          },
          operations,
          pass: () => due().of("E-77").length,
        };
      }
      const records = makeRecords();
      const standing = () => dutyStanding(due(), { records }, { now: NOW });
      return {
        answers: () => {
          const { tally } = standing();
          const rows = tally.by.find(({ dimension }) => dimension === "policy").rows;
          const sum = (state) => rows.reduce((total, { parts }) => total + parts[state], 0);
          return [tally.total - sum("undetermined"), ...STATES.map(sum)];
        },
        operations,
        pass: () => standing().tally.total,
      };
    },
  },
  "plain loop": {
    prepare: async (label) => {
      const duties = known();
      if (label === "days") return null;
      const records = makeRecords();
      const people = new Map(Array.from({ length: PEOPLE }, (_, p) => [`E-${p}`, p]));
      const weekOf = (day) => Math.floor((day + 3) / 7);
      const slots = new Map();
      for (const [i, { kind, on, due }] of duties.entries()) {
        if (!slots.has(kind)) slots.set(kind, new Map());
        const byDay = slots.get(kind);
        byDay.set(on, i);
        if (kind.startsWith("weekly") || kind.startsWith("information")) {
          for (let day = due - 6; day <= due + 6; day++) if (weekOf(day) === weekOf(due)) byDay.set(isoOf(day), i);
        }
        if (kind === "market-analysis" || kind === "closing-records" || kind === "follow-ups-in-work-log") {
          for (let day = due - 31; day <= due + 31; day++)
            if (isoOf(day).slice(0, 7) === isoOf(due).slice(0, 7)) byDay.set(isoOf(day), i);
        }
      }
      const latest = duties.map(({ due }) => (due + 1) * 86400000 - 8 * 3600000 - 1);
      const now = Date.parse(NOW);
      const count = () => {
        const made = new Float64Array(PEOPLE * duties.length).fill(Number.POSITIVE_INFINITY);
        for (const { person, kind, at, for: on } of records) {
          const slot = slots.get(kind)?.get(on);
          const p = people.get(person);
          if (slot === undefined || p === undefined) continue;
          const ms = Date.parse(at);
          const place = p * duties.length + slot;
          if (ms <= now && ms < made[place]) made[place] = ms;
        }
        const counts = [0, 0, 0, 0];
        for (let p = 0; p < PEOPLE; p++) {
          for (let i = 0; i < duties.length; i++) {
            const ms = made[p * duties.length + i];
            counts[ms <= latest[i] ? 0 : ms <= now ? 1 : now <= latest[i] ? 3 : 2]++;
          }
        }
        return counts;
      };
      return {
        answers: () => [PEOPLE * duties.length, ...count()],
        operations: PEOPLE * duties.length,
        pass: () => count()[0],
      };
    },
  },
};
