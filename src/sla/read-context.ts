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

/** Contexts that have been read, with what was in them: a loop over cases gives the same one again and again. */
const known = /* @__PURE__ */ new WeakMap<SlaContext, Omit<SlaContext, "now">>();

const isSame = (a: Omit<SlaContext, "now">, b: SlaContext): boolean =>
  a.calendars === b.calendars && a.hours === b.hours && a.explain === b.explain;

/** The context of an evaluation, read whole on first use and whenever something else is in it; `now` is read each time. */
export function readContext(context: SlaContext): SlaContext {
  const seen = known.get(context);
  if (seen !== undefined && isSame(seen, context)) return context;
  const read = contextShape(context, ["context"], "sla/invalid-context" satisfies SlaErrorCode);
  known.set(context, { ...read });
  return context;
}
