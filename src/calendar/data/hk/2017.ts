import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2017, general holidays (公眾假期). */
export const hk2017: CalendarYear = {
  from: "2017-01-01",
  to: "2018-01-01",
  status: "confirmed",
  off: [
    { date: "2017-01-02", name: "The day following the first day of January" },
    { date: "2017-01-28", name: "Lunar New Year's Day" },
    { date: "2017-01-30", name: "The third day of Lunar New Year" },
    { date: "2017-01-31", name: "The fourth day of Lunar New Year" },
    { date: "2017-04-04", name: "Ching Ming Festival" },
    { date: "2017-04-14", name: "Good Friday" },
    { date: "2017-04-15", name: "The day following Good Friday" },
    { date: "2017-04-17", name: "Easter Monday" },
    { date: "2017-05-01", name: "Labour Day" },
    { date: "2017-05-03", name: "The Birthday of the Buddha" },
    { date: "2017-05-30", name: "Tuen Ng Festival" },
    { date: "2017-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2017-10-02", name: "The day following National Day" },
    { date: "2017-10-05", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2017-10-28", name: "Chung Yeung Festival" },
    { date: "2017-12-25", name: "Christmas Day" },
    { date: "2017-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL)",
  ],
};
