import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2009, general holidays (公眾假期). */
export const hk2009: CalendarYear = {
  from: "2009-01-01",
  to: "2010-01-01",
  status: "confirmed",
  off: [
    { date: "2009-01-01", name: "The first day of January" },
    { date: "2009-01-26", name: "Lunar New Year's Day" },
    { date: "2009-01-27", name: "The second day of Lunar New Year" },
    { date: "2009-01-28", name: "The third day of Lunar New Year" },
    { date: "2009-04-04", name: "Ching Ming Festival" },
    { date: "2009-04-10", name: "Good Friday" },
    { date: "2009-04-11", name: "The day following Good Friday" },
    { date: "2009-04-13", name: "Easter Monday" },
    { date: "2009-05-01", name: "Labour Day" },
    { date: "2009-05-02", name: "The Birthday of the Buddha" },
    { date: "2009-05-28", name: "Tuen Ng Festival" },
    { date: "2009-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2009-10-01", name: "National Day" },
    { date: "2009-10-03", name: "Chinese Mid-Autumn Festival" },
    { date: "2009-10-26", name: "Chung Yeung Festival" },
    { date: "2009-12-25", name: "Christmas Day" },
    { date: "2009-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL)",
  ],
};
