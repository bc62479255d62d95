import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2008, general holidays (公眾假期). */
export const hk2008: CalendarYear = {
  from: "2008-01-01",
  to: "2009-01-01",
  status: "confirmed",
  off: [
    { date: "2008-01-01", name: "The first day of January" },
    { date: "2008-02-07", name: "Lunar New Year's Day" },
    { date: "2008-02-08", name: "The second day of Lunar New Year" },
    { date: "2008-02-09", name: "The third day of Lunar New Year" },
    { date: "2008-03-21", name: "Good Friday" },
    { date: "2008-03-22", name: "The day following Good Friday" },
    { date: "2008-03-24", name: "Easter Monday" },
    { date: "2008-04-04", name: "Ching Ming Festival" },
    { date: "2008-05-01", name: "Labour Day" },
    { date: "2008-05-12", name: "The Birthday of the Buddha" },
    { date: "2008-06-09", name: "The day following Tuen Ng Festival" },
    { date: "2008-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2008-09-15", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2008-10-01", name: "National Day" },
    { date: "2008-10-07", name: "Chung Yeung Festival" },
    { date: "2008-12-25", name: "Christmas Day" },
    { date: "2008-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL)",
  ],
};
