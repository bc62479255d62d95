import { describeValue } from "../../core/index.ts";
import { asGiven, nearestName, optional, readFlag, refuse, shapeOf } from "../../core/inner.ts";

import { OUT_OF_DOMAIN } from "../errors.ts";
import { FLOW_DAY_COUNTS, type FlowDayCount, type XirrOptions } from "../types.ts";

const DAYS: Readonly<Record<(typeof FLOW_DAY_COUNTS)[number], number>> = { "ACT/365F": 365, "ACT/360": 360 };

/** Days that make a year under a day count, checked. */
export function daysPerYear(dayCount: FlowDayCount, path: readonly string[]): number {
  if (typeof dayCount === "number") {
    if (dayCount >= 1 && dayCount < Infinity) return dayCount;
  } else if (FLOW_DAY_COUNTS.includes(dayCount)) return DAYS[dayCount];
  const near = typeof dayCount === "string" ? nearestName(dayCount, FLOW_DAY_COUNTS) : null;
  return refuse(OUT_OF_DOMAIN, path, '"ACT/365F", "ACT/360" or a number of days from 1 up', {
    received: describeValue(dayCount),
    ...(near === null ? {} : { didYouMean: near }),
  });
}

const read = shapeOf<XirrOptions>({ dayCount: optional(asGiven), excelStrict: optional(readFlag) });

/** The options of `xirr` and `xnpv` with their defaults. */
export function readOptions(options: XirrOptions | undefined): { readonly basis: number; readonly strict: boolean } {
  if (options === undefined) return { basis: 365, strict: false };
  const { dayCount = "ACT/365F", excelStrict = false } = read(options, ["options"], OUT_OF_DOMAIN);
  return { basis: daysPerYear(dayCount, ["options", "dayCount"]), strict: excelStrict };
}
