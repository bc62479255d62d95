import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2024, general holidays (公眾假期). */
export const hk2024: CalendarYear = {
  from: "2024-01-01",
  to: "2025-01-01",
  status: "confirmed",
  off: [
    { date: "2024-01-01", name: "The first day of January" },
    { date: "2024-02-10", name: "Lunar New Year's Day" },
    { date: "2024-02-12", name: "The third day of Lunar New Year" },
    { date: "2024-02-13", name: "The fourth day of Lunar New Year" },
    { date: "2024-03-29", name: "Good Friday" },
    { date: "2024-03-30", name: "The day following Good Friday" },
    { date: "2024-04-01", name: "Easter Monday" },
    { date: "2024-04-04", name: "Ching Ming Festival" },
    { date: "2024-05-01", name: "Labour Day" },
    { date: "2024-05-15", name: "The Birthday of the Buddha" },
    { date: "2024-06-10", name: "Tuen Ng Festival" },
    { date: "2024-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2024-09-18", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2024-10-01", name: "National Day" },
    { date: "2024-10-11", name: "Chung Yeung Festival" },
    { date: "2024-12-25", name: "Christmas Day" },
    { date: "2024-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "1823.gov.hk general holidays (en.json), archived in raymondckm2000/hk-holidays@deea9ced, equal to vacanza/holidays@c382fdec",
  ],
};
