import type { Period } from "../calendar/index.ts";
import { tryRange } from "../calendar/inner.ts";
import { fromDayNumber } from "../core/index.ts";

/** Whether two periods are the same days, however they are written. */
export function isSamePeriod(a: Period, b: Period): boolean {
  if (a === b) return true;
  const [x, y] = [tryRange(a), tryRange(b)];
  return x !== null && y !== null && x.from === y.from && x.to === y.to;
}

/** A period by the name of its year where it is one: people read 2025, not its first and last day. */
export function namedPeriod(period: Period): Period {
  const days = tryRange(period);
  if (days === null) return period;
  const year = fromDayNumber(days.from).slice(0, 4);
  return isSamePeriod(period, year) ? year : period;
}
