import { readCalendar, readWorkingHours } from "../calendar/inner.ts";
import { listOf, optional, readFlag, readMoment, shapeOf } from "../core/inner.ts";
import type { SlaErrorCode } from "./errors.ts";
import type { SlaContext } from "./result/types.ts";

/** Calendars and hours are read whole, used or not: by identity, on first use. */
export const namedCalendars = {
  calendars: listOf(readCalendar),
  hours: optional(listOf(readWorkingHours)),
};

const contextShape = shapeOf<SlaContext>({
  now: readMoment,
  ...namedCalendars,
  explain: optional(readFlag),
});

/** Contexts that have been read: a loop over cases gives the same one again and again. */
const known = /* @__PURE__ */ new WeakSet<SlaContext>();

/** The context of an evaluation, read whole on first use. */
export function readContext(context: SlaContext): SlaContext {
  if (known.has(context)) return context;
  known.add(contextShape(context, ["context"], "sla/invalid-context" satisfies SlaErrorCode));
  return context;
}
