import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2015, general holidays (公眾假期). */
export const hk2015: CalendarYear = {
  from: "2015-01-01",
  to: "2016-01-01",
  status: "confirmed",
  off: [
    { date: "2015-01-01", name: "The first day of January" },
    { date: "2015-02-19", name: "Lunar New Year's Day" },
    { date: "2015-02-20", name: "The second day of Lunar New Year" },
    { date: "2015-02-21", name: "The third day of Lunar New Year" },
    { date: "2015-04-03", name: "Good Friday" },
    { date: "2015-04-04", name: "The day following Good Friday" },
    { date: "2015-04-06", name: "The day following Ching Ming Festival" },
    { date: "2015-04-07", name: "The day following Easter Monday" },
    { date: "2015-05-01", name: "Labour Day" },
    { date: "2015-05-25", name: "The Birthday of the Buddha" },
    { date: "2015-06-20", name: "Tuen Ng Festival" },
    { date: "2015-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2015-09-03", name: "The 70th anniversary day of the victory of the Chinese people's war of resistance against Japanese aggression" },
    { date: "2015-09-28", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2015-10-01", name: "National Day" },
    { date: "2015-10-21", name: "Chung Yeung Festival" },
    { date: "2015-12-25", name: "Christmas Day" },
    { date: "2015-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, general holidays (category OPTIONAL)",
  ],
};
