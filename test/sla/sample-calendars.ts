import { defineCalendar, defineWorkingHours, type OffDay, type WorkingCalendar } from "../../src/calendar/index.ts";

const sample = (id: string, from: string, to: string, off: readonly OffDay[]): WorkingCalendar =>
  defineCalendar({ id, version: "sample", weekend: [6, 7], from, to, off, work: [], sources: ["sample for tests"] });

/** Closing days of a provider that follows the euro payment system's, 2026. */
export const EU_PSP = sample("eu-psp", "2026-01-01", "2027-01-01", [
  { date: "2026-01-01", name: "New Year" },
  { date: "2026-04-03", name: "Good Friday" },
  { date: "2026-04-06", name: "Easter Monday" },
  { date: "2026-05-01", name: "Labour Day" },
  { date: "2026-12-25", name: "Christmas Day" },
]);

/** Bank holidays of England, as far as the rows meet them. */
export const UK = sample("uk", "2026-01-01", "2027-03-01", [
  { date: "2026-01-01", name: "New Year" },
  { date: "2026-04-03", name: "Good Friday" },
  { date: "2026-04-06", name: "Easter Monday" },
  { date: "2026-05-04", name: "Early May bank holiday" },
  { date: "2026-05-25", name: "Spring bank holiday" },
  { date: "2026-08-31", name: "Summer bank holiday" },
  { date: "2026-12-25", name: "Christmas Day" },
  { date: "2026-12-28", name: "Boxing Day, in lieu" },
  { date: "2027-01-01", name: "New Year" },
]);

const DAY = [{ from: "09:00", to: "17:00" }];

/** Nine to five. */
export const UK_HOURS = defineWorkingHours({
  id: "uk",
  version: "sample",
  zone: "Europe/London",
  calendar: UK,
  week: { "1": DAY, "2": DAY, "3": DAY, "4": DAY, "5": DAY },
});

/** The holidays the chart of 2014 marks. */
export const US = sample("us", "2014-11-01", "2015-02-01", [
  { date: "2014-11-11", name: "Veterans Day" },
  { date: "2014-11-27", name: "Thanksgiving" },
  { date: "2014-12-25", name: "Christmas Day" },
  { date: "2015-01-01", name: "New Year" },
  { date: "2015-01-19", name: "Martin Luther King Day" },
]);

/** Australia Day fell on a Monday. */
export const AU = sample("au", "2026-01-01", "2026-04-01", [
  { date: "2026-01-01", name: "New Year" },
  { date: "2026-01-26", name: "Australia Day" },
]);
