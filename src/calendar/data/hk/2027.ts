import type { CalendarYear } from "../../types.ts";

/** Hong Kong 2027, general holidays computed by rule; provisional until the gazette gives them. */
export const hk2027: CalendarYear = {
  from: "2027-01-01",
  to: "2028-01-01",
  status: "provisional",
  off: [
    { date: "2027-01-01", name: "The first day of January" },
    { date: "2027-02-06", name: "Lunar New Year's Day" },
    { date: "2027-02-08", name: "The third day of Lunar New Year" },
    { date: "2027-02-09", name: "The fourth day of Lunar New Year" },
    { date: "2027-03-26", name: "Good Friday" },
    { date: "2027-03-27", name: "The day following Good Friday" },
    { date: "2027-03-29", name: "Easter Monday" },
    { date: "2027-04-05", name: "Ching Ming Festival" },
    { date: "2027-05-01", name: "Labour Day" },
    { date: "2027-05-13", name: "The Birthday of the Buddha" },
    { date: "2027-06-09", name: "Tuen Ng Festival" },
    { date: "2027-07-01", name: "Hong Kong Special Administrative Region Establishment Day" },
    { date: "2027-09-16", name: "The day following the Chinese Mid-Autumn Festival" },
    { date: "2027-10-01", name: "National Day" },
    { date: "2027-10-08", name: "Chung Yeung Festival" },
    { date: "2027-12-25", name: "Christmas Day" },
    { date: "2027-12-27", name: "The first weekday after Christmas Day" },
  ],
  work: [],
  sources: [
    "vacanza/holidays@c382fdec, computed by rule; no official list seen for 2027",
  ],
};
