import {
  dayAt,
  isOutOfRange,
  momentOn,
  secondOfDay,
  shiftWorked,
  workedOn,
  type OutOfRange,
} from "../../calendar/inner.ts";
import { secondsOfTime } from "../engine/deadline.ts";
import { daysOf, type ResolvedPolicy } from "../engine/resolve.ts";

/** The first second, from a given moment on, that is outside the quiet hours; an urgent step does not ask. */
export function afterQuietHours(resolved: ResolvedPolicy, seconds: number): number | OutOfRange {
  const { policy, zone } = resolved;
  const { quietHours: quiet } = policy;
  if (quiet === undefined) return seconds;
  const from = secondsOfTime(quiet.from);
  const to = secondsOfTime(quiet.to);
  const overnight = from > to;
  for (let at = seconds; ;) {
    const day = dayAt(zone, at);
    const second = secondOfDay(zone, at);
    const isOpenDay = quiet.daysOff !== true || workedOn(daysOf(resolved), day);
    if (isOutOfRange(isOpenDay)) return isOpenDay;
    if (!isOpenDay) {
      const next = shiftWorked(daysOf(resolved), day, 1);
      if (typeof next !== "number") return next;
      at = momentOn(zone, next, 0);
    } else if (overnight ? second >= from || second < to : second >= from && second < to) {
      const end = momentOn(zone, overnight && second >= from ? day + 1 : day, to);
      // a time of day that occurs twice may have its first occurrence behind it
      at = end > at ? end : at + to - second;
    } else return at;
  }
}
