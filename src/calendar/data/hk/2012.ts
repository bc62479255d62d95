import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2012, general holidays (公眾假期). */
export const hk2012: CalendarYear = {
  from: "2012-01-01",
  to: "2013-01-01",
  status: "confirmed",
  off: [
    { date: "2012-01-02", name: "The day following the first day of January" },
    { date: "2012-01-23", name: "Lunar New Year's Day" },
    { date: "2012-01-24", name: "The second day of Lunar New Year" },
    { date: "2012-01-25", name: "The third day of Lunar New Year" },
    { date: "2012-04-04", name: "Ching Ming Festival" },
    { date: "2012-04-06", name: "Good Friday" },
    { date: "2012-04-07", name: "The day following Good Friday" },
    { date: "2012-04-09", name: "Easter Monday" },
    { date: "2012-04-28", name: "The Birthday of the Buddha" },
    { date: "2012-05-01", name: "Labour Day" },
    { date: "2012-06-23", name: "Tuen Ng Festival" },
    { date: "2012-07-02", name: "The day following Hong Kong Special Administrative Region Establishment Day" },
    { date: "2012-10-01", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2012-10-02", name: "The day following National Day" },
    { date: "2012-10-23", name: "Chung Yeung Festival" },
    { date: "2012-12-25", name: "Christmas Day" },
    { date: "2012-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL)",
  ],
};
