import { refuseAt } from "../errors.ts";
import type { FlowDayCount } from "../types.ts";

/** Days that make a year under a day count, checked. */
export function daysPerYear(dayCount: FlowDayCount): number {
  if (dayCount === "ACT/365F") return 365;
  if (dayCount === "ACT/360") return 360;
  if (typeof dayCount === "number" && dayCount >= 1 && dayCount < Infinity) return dayCount;
  return refuseAt(["options", "dayCount"], '"ACT/365F", "ACT/360" or a number of days from 1 up', dayCount);
}
