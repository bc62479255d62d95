import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2025, general holidays (公眾假期). */
export const hk2025: CalendarYear = {
  from: "2025-01-01",
  to: "2026-01-01",
  status: "confirmed",
  off: [
    { date: "2025-01-01", name: "The first day of January" },
    { date: "2025-01-29", name: "Lunar New Year's Day" },
    { date: "2025-01-30", name: "The second day of Lunar New Year" },
    { date: "2025-01-31", name: "The third day of Lunar New Year" },
    { date: "2025-04-04", name: "Ching Ming Festival" },
    { date: "2025-04-18", name: "Good Friday" },
    { date: "2025-04-19", name: "The day following Good Friday" },
    { date: "2025-04-21", name: "Easter Monday" },
    { date: "2025-05-01", name: "Labour Day" },
    { date: "2025-05-05", name: "The Birthday of the Buddha" },
    { date: "2025-05-31", name: "Tuen Ng Festival" },
    { date: "2025-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2025-10-01", name: "National Day" },
    { date: "2025-10-07", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2025-10-29", name: "Chung Yeung Festival" },
    { date: "2025-12-25", name: "Christmas Day" },
    { date: "2025-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "1823.gov.hk general holidays (en.json), archived in raymondckm2000/hk-holidays@deea9ced, equal to vacanza/holidays@c382fdec",
  ],
};
