import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2010, general holidays (公眾假期). */
export const hk2010: CalendarYear = {
  from: "2010-01-01",
  to: "2011-01-01",
  status: "confirmed",
  off: [
    { date: "2010-01-01", name: "The first day of January" },
    { date: "2010-02-13", name: "The day preceding Lunar New Year's Day" },
    { date: "2010-02-15", name: "The second day of Lunar New Year" },
    { date: "2010-02-16", name: "The third day of Lunar New Year" },
    { date: "2010-04-02", name: "Good Friday" },
    { date: "2010-04-03", name: "The day following Good Friday" },
    { date: "2010-04-05", name: "Easter Monday" },
    { date: "2010-04-06", name: "The day following Ching Ming Festival" },
    { date: "2010-05-01", name: "Labour Day" },
    { date: "2010-05-21", name: "The Birthday of the Buddha" },
    { date: "2010-06-16", name: "Tuen Ng Festival" },
    { date: "2010-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2010-09-23", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2010-10-01", name: "National Day" },
    { date: "2010-10-16", name: "Chung Yeung Festival" },
    { date: "2010-12-25", name: "Christmas Day" },
    { date: "2010-12-27", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL), equal to the gazette text for 2010",
  ],
};
