import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2016, general holidays (公眾假期). */
export const hk2016: CalendarYear = {
  from: "2016-01-01",
  to: "2017-01-01",
  status: "confirmed",
  off: [
    { date: "2016-01-01", name: "The first day of January" },
    { date: "2016-02-08", name: "Lunar New Year's Day" },
    { date: "2016-02-09", name: "The second day of Lunar New Year" },
    { date: "2016-02-10", name: "The third day of Lunar New Year" },
    { date: "2016-03-25", name: "Good Friday" },
    { date: "2016-03-26", name: "The day following Good Friday" },
    { date: "2016-03-28", name: "Easter Monday" },
    { date: "2016-04-04", name: "Ching Ming Festival" },
    { date: "2016-05-02", name: "The day following Labour Day" },
    { date: "2016-05-14", name: "The Birthday of the Buddha" },
    { date: "2016-06-09", name: "Tuen Ng Festival" },
    { date: "2016-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2016-09-16", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2016-10-01", name: "National Day" },
    { date: "2016-10-10", name: "The day following Chung Yeung Festival" },
    { date: "2016-12-26", name: "The first weekday after Christmas Day" },
    { date: "2016-12-27", name: "The second weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL)",
  ],
};
