import type { WorkingCalendar, WorkingHours } from "../../calendar/index.ts";
import { DomainError } from "../../core/index.ts";
import { countedDays } from "../day-kernel.ts";
import { calendarOf, hoursOf, type Ground } from "./deadline.ts";
import type { SlaErrorCode } from "../errors.ts";
import type { PreparedSlaPolicy } from "../prepare.ts";
import type { SlaContext } from "../types.ts";

/** The one of a list with an id; null when none has it. */
function byId<T extends WorkingCalendar | WorkingHours>(list: readonly T[], id: string, parameter: string): T | null {
  let found: T | null = null;
  for (const candidate of list) {
    if (candidate.id !== id) continue;
    if (found === null) {
      found = candidate;
      continue;
    }
    throw new DomainError<SlaErrorCode>(
      "sla/ambiguous-calendar",
      `context.${parameter}: two of the id named by the policy`,
      ["context", parameter],
      { id, versions: list.filter((other) => other.id === id).map(({ version }) => version) },
    );
  }
  return found;
}

/** The calendar and the working hours a policy names, out of those given. */
export function groundOf(prepared: PreparedSlaPolicy, context: Pick<SlaContext, "calendars" | "hours">): Ground {
  const { policy } = prepared;
  const calendar = byId(context.calendars, policy.calendar, "calendars");
  const hours = policy.hours === undefined ? null : byId(context.hours ?? [], policy.hours, "hours");
  const days = prepared.needsCalendar && calendar !== null ? countedDays(calendar) : null;
  const ground: Ground = { policy, calendar, days, hours };
  if (prepared.needsCalendar) calendarOf(ground);
  if (prepared.needsHours && hoursOf(ground).zone !== policy.zone) {
    throw new DomainError<SlaErrorCode>(
      "sla/hours-in-another-zone",
      "context.hours: the working hours are told in another zone than the policy's days",
      ["context", "hours"],
      { policy: policy.id, hours: policy.hours ?? null, zone: policy.zone },
    );
  }
  return ground;
}
