import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2013, general holidays (公眾假期). */
export const hk2013: CalendarYear = {
  from: "2013-01-01",
  to: "2014-01-01",
  status: "confirmed",
  off: [
    { date: "2013-01-01", name: "The first day of January" },
    { date: "2013-02-11", name: "The second day of Lunar New Year" },
    { date: "2013-02-12", name: "The third day of Lunar New Year" },
    { date: "2013-02-13", name: "The fourth day of Lunar New Year" },
    { date: "2013-03-29", name: "Good Friday" },
    { date: "2013-03-30", name: "The day following Good Friday" },
    { date: "2013-04-01", name: "Easter Monday" },
    { date: "2013-04-04", name: "Ching Ming Festival" },
    { date: "2013-05-01", name: "Labour Day" },
    { date: "2013-05-17", name: "The Birthday of the Buddha" },
    { date: "2013-06-12", name: "Tuen Ng Festival" },
    { date: "2013-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2013-09-20", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2013-10-01", name: "National Day" },
    { date: "2013-10-14", name: "The day following Chung Yeung Festival" },
    { date: "2013-12-25", name: "Christmas Day" },
    { date: "2013-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL)",
  ],
};
