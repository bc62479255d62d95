import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2011, general holidays (公眾假期). */
export const hk2011: CalendarYear = {
  from: "2011-01-01",
  to: "2012-01-01",
  status: "confirmed",
  off: [
    { date: "2011-01-01", name: "The first day of January" },
    { date: "2011-02-03", name: "Lunar New Year's Day" },
    { date: "2011-02-04", name: "The second day of Lunar New Year" },
    { date: "2011-02-05", name: "The third day of Lunar New Year" },
    { date: "2011-04-05", name: "Ching Ming Festival" },
    { date: "2011-04-22", name: "Good Friday" },
    { date: "2011-04-23", name: "The day following Good Friday" },
    { date: "2011-04-25", name: "Easter Monday" },
    { date: "2011-05-02", name: "The day following Labour Day" },
    { date: "2011-05-10", name: "The Birthday of the Buddha" },
    { date: "2011-06-06", name: "Tuen Ng Festival" },
    { date: "2011-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2011-09-13", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2011-10-01", name: "National Day" },
    { date: "2011-10-05", name: "Chung Yeung Festival" },
    { date: "2011-12-26", name: "The first weekday after Christmas Day" },
    { date: "2011-12-27", name: "The second weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL)",
  ],
};
