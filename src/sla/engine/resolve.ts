import type { WorkingCalendar, WorkingHours } from "../../calendar/index.ts";
import { countedDays, zoneTable, type CountedDays, type ZoneTable } from "../../calendar/inner.ts";
import { DomainError } from "../../core/index.ts";
import type { SlaErrorCode } from "../errors.ts";
import type { SlaPolicy } from "../policy-types.ts";
import type { CompiledPolicy } from "../prepare.ts";

/** A policy with the zone, the calendar and the working hours it names by id. */
export interface ResolvedPolicy {
  readonly policy: SlaPolicy;
  readonly zone: ZoneTable;
  /** Null when none with that id is given; only a policy that needs no calendar may lack one. */
  readonly calendar: WorkingCalendar | null;
  /** The days of the calendar; null when no stage counts them. */
  readonly days: CountedDays | null;
  readonly hours: WorkingHours | null;
}

/** What a policy may name by id. */
export interface NamedCalendars {
  readonly calendars: readonly WorkingCalendar[];
  readonly hours?: readonly WorkingHours[];
}

/** The calendar of the policy. */
export function calendarOf({ calendar, policy }: Pick<ResolvedPolicy, "calendar" | "policy">): WorkingCalendar {
  if (calendar !== null) return calendar;
  throw new DomainError<SlaErrorCode>(
    "sla/missing-calendar",
    "context.calendars: the calendar named by the policy is not among them",
    ["context", "calendars"],
    { policy: policy.id, calendar: policy.calendar },
  );
}

/** The days of the policy's calendar. */
export function daysOf(resolved: ResolvedPolicy): CountedDays {
  return resolved.days ?? countedDays(calendarOf(resolved));
}

/** The working hours of the policy. */
export function hoursOf({ hours, policy }: Pick<ResolvedPolicy, "hours" | "policy">): WorkingHours {
  if (hours !== null) return hours;
  throw new DomainError<SlaErrorCode>(
    "sla/missing-hours",
    "context.hours: the working hours named by the policy are not among them",
    ["context", "hours"],
    { policy: policy.id, hours: policy.hours ?? null },
  );
}

/** The entry of a list with an id; null when none has it. */
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

/** The policy with the calendar and hours it names, found among those given. */
export function resolvePolicy(
  { policy, needsCalendar, needsHours }: CompiledPolicy,
  named: NamedCalendars,
): ResolvedPolicy {
  const calendar = byId(named.calendars, policy.calendar, "calendars");
  const hours = policy.hours === undefined ? null : byId(named.hours ?? [], policy.hours, "hours");
  const days = needsCalendar ? countedDays(calendarOf({ calendar, policy })) : null;
  if (needsHours && hoursOf({ hours, policy }).zone !== policy.zone) {
    throw new DomainError<SlaErrorCode>(
      "sla/hours-in-another-zone",
      "context.hours: the working hours are in another zone than the policy's days",
      ["context", "hours"],
      { policy: policy.id, hours: policy.hours ?? null, zone: policy.zone },
    );
  }
  return { policy, zone: zoneTable(policy.zone), calendar, days, hours };
}
