import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2023, general holidays (公眾假期). */
export const hk2023: CalendarYear = {
  from: "2023-01-01",
  to: "2024-01-01",
  status: "confirmed",
  off: [
    { date: "2023-01-02", name: "The day following the first day of January" },
    { date: "2023-01-23", name: "The second day of Lunar New Year" },
    { date: "2023-01-24", name: "The third day of Lunar New Year" },
    { date: "2023-01-25", name: "The fourth day of Lunar New Year" },
    { date: "2023-04-05", name: "Ching Ming Festival" },
    { date: "2023-04-07", name: "Good Friday" },
    { date: "2023-04-08", name: "The day following Good Friday" },
    { date: "2023-04-10", name: "Easter Monday" },
    { date: "2023-05-01", name: "Labour Day" },
    { date: "2023-05-26", name: "The Birthday of the Buddha" },
    { date: "2023-06-22", name: "Tuen Ng Festival" },
    { date: "2023-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2023-09-30", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2023-10-02", name: "The day following National Day" },
    { date: "2023-10-23", name: "Chung Yeung Festival" },
    { date: "2023-12-25", name: "Christmas Day" },
    { date: "2023-12-26", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "1823.gov.hk general holidays (en.json), archived in raymondckm2000/hk-holidays@deea9ced, equal to vacanza/holidays@c382fdec",
  ],
};
