import type { LocalDate } from "../core/index.ts";

/** A half-open stretch of days: `from` inclusive, `to` exclusive. */
export interface DateRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A period: half-open `{ from, to }`, or `"2026"`, `"2026-Q1"`, `"2026-03"`, `"2026-W09"` (ISO week). */
export type Period = DateRange | string;
