import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2022, general holidays (公眾假期). */
export const hk2022: CalendarYear = {
  from: "2022-01-01",
  to: "2023-01-01",
  status: "confirmed",
  off: [
    { date: "2022-01-01", name: "The first day of January" },
    { date: "2022-02-01", name: "Lunar New Year's Day" },
    { date: "2022-02-02", name: "The second day of Lunar New Year" },
    { date: "2022-02-03", name: "The third day of Lunar New Year" },
    { date: "2022-04-05", name: "Ching Ming Festival" },
    { date: "2022-04-15", name: "Good Friday" },
    { date: "2022-04-16", name: "The day following Good Friday" },
    { date: "2022-04-18", name: "Easter Monday" },
    { date: "2022-05-02", name: "The day following Labour Day" },
    { date: "2022-05-09", name: "The day following the Birthday of the Buddha" },
    { date: "2022-06-03", name: "Tuen Ng Festival" },
    { date: "2022-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2022-09-12", name: "The second day following the Chinese Mid-Autumn Festival" },
    { date: "2022-10-01", name: "National Day" },
    { date: "2022-10-04", name: "Chung Yeung Festival" },
    { date: "2022-12-26", name: "The first weekday after Christmas Day" },
    { date: "2022-12-27", name: "The second weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "1823.gov.hk general holidays (en.json), archived in raymondckm2000/hk-holidays@deea9ced, equal to vacanza/holidays@c382fdec",
  ],
};
