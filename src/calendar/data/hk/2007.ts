import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2007, general holidays (公眾假期). */
export const hk2007: CalendarYear = {
  from: "2007-01-01",
  to: "2008-01-01",
  status: "confirmed",
  off: [
    { date: "2007-01-01", name: "The first day of January" },
    { date: "2007-02-17", name: "The day preceding Lunar New Year's Day" },
    { date: "2007-02-19", name: "The second day of Lunar New Year" },
    { date: "2007-02-20", name: "The third day of Lunar New Year" },
    { date: "2007-04-05", name: "Ching Ming Festival" },
    { date: "2007-04-06", name: "Good Friday" },
    { date: "2007-04-07", name: "The day following Good Friday" },
    { date: "2007-04-09", name: "Easter Monday" },
    { date: "2007-05-01", name: "Labour Day" },
    { date: "2007-05-24", name: "The Birthday of the Buddha" },
    { date: "2007-06-19", name: "Tuen Ng Festival" },
    { date: "2007-07-02", name: "The day following Hong Kong Special Administrative Region Establishment Day" },
    { date: "2007-09-26", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2007-10-01", name: "National Day" },
    { date: "2007-10-19", name: "Chung Yeung Festival" },
    { date: "2007-12-25", name: "Christmas Day" },
    { date: "2007-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL), equal to the gazette text for 2007",
  ],
};
