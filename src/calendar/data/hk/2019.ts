import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2019, general holidays (公眾假期). */
export const hk2019: CalendarYear = {
  from: "2019-01-01",
  to: "2020-01-01",
  status: "confirmed",
  off: [
    { date: "2019-01-01", name: "The first day of January" },
    { date: "2019-02-05", name: "Lunar New Year's Day" },
    { date: "2019-02-06", name: "The second day of Lunar New Year" },
    { date: "2019-02-07", name: "The third day of Lunar New Year" },
    { date: "2019-04-05", name: "Ching Ming Festival" },
    { date: "2019-04-19", name: "Good Friday" },
    { date: "2019-04-20", name: "The day following Good Friday" },
    { date: "2019-04-22", name: "Easter Monday" },
    { date: "2019-05-01", name: "Labour Day" },
    { date: "2019-05-13", name: "The day following the Birthday of the Buddha" },
    { date: "2019-06-07", name: "Tuen Ng Festival" },
    { date: "2019-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2019-09-14", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2019-10-01", name: "National Day" },
    { date: "2019-10-07", name: "Chung Yeung Festival" },
    { date: "2019-12-25", name: "Christmas Day" },
    { date: "2019-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "1823.gov.hk general holidays (en.json), archived in raymondckm2000/hk-holidays@deea9ced, equal to vacanza/holidays@c382fdec",
  ],
};
