import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import type { WorkingCalendar, WorkingHours } from "../../src/calendar/index.ts";
import { dutiesDue, type DutiesDue, type Duty, type DutyHolder, type DutyPolicy } from "../../src/duties/index.ts";

/** A house duty of each working day of managers. */
export const journal: DutyPolicy = {
  id: "acme.journal",
  version: "1",
  status: "house",
  effectiveFrom: "2000-01-01",
  sources: ["circular 2026/4"],
  role: "relationship-manager",
  satisfiedBy: ["journal"],
  cadence: { every: "working-day" },
  restDay: { rule: "falls-away" },
  time: "end-of-day",
};

/** The journal changed into something else. */
export const policyOf = (changes: Partial<DutyPolicy>): DutyPolicy => ({ ...journal, id: "acme.duty", ...changes });

/** A manager in Shanghai. */
export const manager: DutyHolder = {
  person: "E-1",
  role: "relationship-manager",
  orgUnit: "B-1",
  calendar: "cn",
  zone: "Asia/Shanghai",
};

const halves = [
  { from: "09:00", to: "12:00" },
  { from: "13:30", to: "17:30" },
];
/** A desk on the mainland: 13 February 2026 is a half day, 6 March has no hours, 9 March ends at midnight. */
export const desk: WorkingHours = {
  id: "cn.desk",
  version: "1",
  zone: "Asia/Shanghai",
  calendar: CN,
  week: { 1: halves, 2: halves, 3: halves, 4: halves, 5: halves },
  overrides: [
    { date: "2026-02-13", segments: [{ from: "09:30", to: "12:00" }] },
    { date: "2026-03-06", segments: [] },
    { date: "2026-03-09", segments: [{ from: "13:00", to: "24:00" }] },
  ],
};

/** A calendar of weekends only. */
export const plainCalendar = (id: string, changes: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  id,
  version: "1",
  weekend: [6, 7],
  from: "2015-01-01",
  to: "2031-01-01",
  off: [],
  work: [],
  sources: ["test"],
  ...changes,
});

/** Everything under the shipped calendars and the desk. */
export function owed(
  policies: readonly DutyPolicy[],
  people: readonly DutyHolder[],
  period: string | { from: string; to: string },
  calendars: readonly WorkingCalendar[] = [CN, HK],
): DutiesDue {
  return dutiesDue(policies, people, period, { calendars, hours: [desk] });
}

/** All duties, one by one. */
export const rowsOf = (due: DutiesDue): Duty[] => Array.from({ length: due.n }, (_, i) => due.row(i));
