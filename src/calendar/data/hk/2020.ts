import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2020, general holidays (公眾假期). */
export const hk2020: CalendarYear = {
  from: "2020-01-01",
  to: "2021-01-01",
  status: "confirmed",
  off: [
    { date: "2020-01-01", name: "The first day of January" },
    { date: "2020-01-25", name: "Lunar New Year's Day" },
    { date: "2020-01-27", name: "The third day of Lunar New Year" },
    { date: "2020-01-28", name: "The fourth day of Lunar New Year" },
    { date: "2020-04-04", name: "Ching Ming Festival" },
    { date: "2020-04-10", name: "Good Friday" },
    { date: "2020-04-11", name: "The day following Good Friday" },
    { date: "2020-04-13", name: "Easter Monday" },
    { date: "2020-04-30", name: "Birthday of the Buddha" },
    { date: "2020-05-01", name: "Labour Day" },
    { date: "2020-06-25", name: "Tuen Ng Festival" },
    { date: "2020-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2020-10-01", name: "National Day" },
    { date: "2020-10-02", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2020-10-26", name: "The day following Chung Yeung Festival" },
    { date: "2020-12-25", name: "Christmas Day" },
    { date: "2020-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "1823.gov.hk general holidays (en.json), archived in raymondckm2000/hk-holidays@deea9ced, equal to vacanza/holidays@c382fdec",
  ],
};
