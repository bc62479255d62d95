import type { CalendarExtension } from "../../types.ts";

/**
 * The statutory days of mainland China in 2027 by rule (法定节假日), to plan with until the State Council's notice for 2027
 * is out: 13 days, among them the eve of the Spring Festival and 2 May since the revision of 2024.
 *
 * {@link CN} does not have them: what needs a day of 2027 stays undetermined there. Take them with `extendCalendar(CN,
 * CN_2027_PROVISIONAL)`: explanations and deadlines that rest on them are marked provisional. `addWorkingDays`,
 * `isWorkingDay` and `workingDaysBetween` return bare values, which are not: ask `calendarCoverage` for `provisionalFrom`. The
 * notice will differ. It gives days off in lieu of the six that fall on a weekend, joins days to longer holidays and names
 * make-up working days; none of them can be computed. Until then a count of working days is up to six too high: 254 for the
 * year, where 365 days without 104 of weekends and 13 of holidays are 248. Once it is published, extend {@link CN} with it instead, or the extended calendar, whose provisional
 * days it replaces.
 *
 * @example
 * import { addWorkingDays, explainWorkingDays, extendCalendar, workingDaysBetween } from "relationship-banking/calendar";
 * import { HK } from "relationship-banking/calendar/hk";
 * extendCalendar(HK, CN_2027_PROVISIONAL) // throws calendar/invalid-calendar
 * addWorkingDays(CN, "2027-02-04", 1) // throws calendar/out-of-range
 * const planning = extendCalendar(CN, CN_2027_PROVISIONAL);
 * addWorkingDays(planning, "2027-02-04", 1) // => "2027-02-09"
 * workingDaysBetween(planning, "2026-12-31", "2027-12-31") // => 254
 * explainWorkingDays(planning, "2027-02-04", 1).skipped.map(({ date, provisional }) => [date, provisional]) // => [["2027-02-05", true], ["2027-02-06", true], ["2027-02-07", true], ["2027-02-08", true]]
 * @since 0.1.0
 */
export const CN_2027_PROVISIONAL: CalendarExtension = {
  calendars: ["cn", "cn-exchange"],
  version: "2026.1+2027-by-rule",
  from: "2027-01-01",
  to: "2028-01-01",
  status: "provisional",
  off: [
    { date: "2027-01-01", name: "元旦" },
    { date: "2027-02-05", name: "春节" },
    { date: "2027-02-06", name: "春节" },
    { date: "2027-02-07", name: "春节" },
    { date: "2027-02-08", name: "春节" },
    { date: "2027-04-05", name: "清明节" },
    { date: "2027-05-01", name: "劳动节" },
    { date: "2027-05-02", name: "劳动节" },
    { date: "2027-06-09", name: "端午节" },
    { date: "2027-09-15", name: "中秋节" },
    { date: "2027-10-01", name: "国庆节" },
    { date: "2027-10-02", name: "国庆节" },
    { date: "2027-10-03", name: "国庆节" },
  ],
  work: [],
  sources: [
    "全国年节及纪念日放假办法, 2024年11月10日第四次修订, 第二条 (https://mzfsra.com/PolicyInformation/info.aspx?itemid=886), computed by rule; no notice of the State Council for 2027 was seen by 2026-11-30",
    "Lunar dates: new moons computed in the time of Beijing, as GB/T 33661-2017 asks; 2027-02-06 as the Hong Kong Observatory has it (github.com/tc39/test262/issues/4769); qingming 2027-04-05",
  ],
};
