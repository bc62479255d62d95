import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2014, general holidays (公眾假期). */
export const hk2014: CalendarYear = {
  from: "2014-01-01",
  to: "2015-01-01",
  status: "confirmed",
  off: [
    { date: "2014-01-01", name: "The first day of January" },
    { date: "2014-01-31", name: "Lunar New Year's Day" },
    { date: "2014-02-01", name: "The second day of Lunar New Year" },
    { date: "2014-02-03", name: "The fourth day of Lunar New Year" },
    { date: "2014-04-05", name: "Ching Ming Festival" },
    { date: "2014-04-18", name: "Good Friday" },
    { date: "2014-04-19", name: "The day following Good Friday" },
    { date: "2014-04-21", name: "Easter Monday" },
    { date: "2014-05-01", name: "Labour Day" },
    { date: "2014-05-06", name: "The Birthday of the Buddha" },
    { date: "2014-06-02", name: "Tuen Ng Festival" },
    { date: "2014-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2014-09-09", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2014-10-01", name: "National Day" },
    { date: "2014-10-02", name: "Chung Yeung Festival" },
    { date: "2014-12-25", name: "Christmas Day" },
    { date: "2014-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL), equal to the gazette text for 2014",
  ],
};
