import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2018, general holidays (公眾假期). */
export const hk2018: CalendarYear = {
  from: "2018-01-01",
  to: "2019-01-01",
  status: "confirmed",
  off: [
    { date: "2018-01-01", name: "The first day of January" },
    { date: "2018-02-16", name: "Lunar New Year's Day" },
    { date: "2018-02-17", name: "The second day of Lunar New Year" },
    { date: "2018-02-19", name: "The fourth day of Lunar New Year" },
    { date: "2018-03-30", name: "Good Friday" },
    { date: "2018-03-31", name: "The day following Good Friday" },
    { date: "2018-04-02", name: "Easter Monday" },
    { date: "2018-04-05", name: "Ching Ming Festival" },
    { date: "2018-05-01", name: "Labour Day" },
    { date: "2018-05-22", name: "The Birthday of the Buddha" },
    { date: "2018-06-18", name: "Tuen Ng Festival" },
    { date: "2018-07-02", name: "The day following Hong Kong Special Administrative Region Establishment Day" },
    { date: "2018-09-25", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2018-10-01", name: "National Day" },
    { date: "2018-10-17", name: "Chung Yeung Festival" },
    { date: "2018-12-25", name: "Christmas Day" },
    { date: "2018-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "1823.gov.hk general holidays (en.json), archived in raymondckm2000/hk-holidays@deea9ced, equal to vacanza/holidays@c382fdec",
  ],
};
