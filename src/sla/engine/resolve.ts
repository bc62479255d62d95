import type { WorkingCalendar, WorkingHours } from "../../calendar/index.ts";
import { countedDays, zoneTable, type CountedDays, type ZoneTable } from "../../calendar/inner.ts";
import { refuse } from "../../core/inner.ts";
import type { SlaErrorCode } from "../errors.ts";
import type { SlaPolicy } from "../policy-types.ts";
import type { CompiledPolicy } from "../prepare.ts";

/** What a policy may name by id. */
export interface NamedCalendars {
  readonly calendars: readonly WorkingCalendar[];
  readonly hours?: readonly WorkingHours[];
}

/** A policy with the zone, the calendar and the working hours it names by id. */
export interface ResolvedPolicy {
  readonly policy: SlaPolicy;
  readonly zone: ZoneTable;
  /** Null when none with that id is given; only a policy that needs no calendar may lack one. */
  readonly calendar: WorkingCalendar | null;
  /** The days of the calendar; null when no stage counts them. */
  readonly days: CountedDays | null;
  readonly hours: WorkingHours | null;
  readonly given: NamedCalendars;
}

/** A policy and what it names, found or not, among what was given. */
type Naming<Named extends "calendar" | "hours"> = Pick<ResolvedPolicy, Named | "policy" | "given">;

/** The calendar of the policy. */
export function calendarOf({ calendar, policy, given }: Naming<"calendar">): WorkingCalendar {
  if (calendar !== null) return calendar;
  return refuse(
    "sla/missing-calendar" satisfies SlaErrorCode,
    ["context", "calendars"],
    "the calendar named by the policy is not among them",
    { policy: policy.id, calendar: policy.calendar, given: given.calendars.map(({ id }) => id) },
  );
}

/** The days of the policy's calendar. */
export function daysOf(resolved: ResolvedPolicy): CountedDays {
  return resolved.days ?? countedDays(calendarOf(resolved));
}

/** The working hours of the policy. */
export function hoursOf({ hours, policy, given }: Naming<"hours">): WorkingHours {
  if (hours !== null) return hours;
  return refuse(
    "sla/missing-hours" satisfies SlaErrorCode,
    ["context", "hours"],
    "the working hours named by the policy are not among them",
    { policy: policy.id, hours: policy.hours ?? null, given: (given.hours ?? []).map(({ id }) => id) },
  );
}

/** The entry of a list with an id; null when none has it, or none is named. */
function byId<T extends WorkingCalendar | WorkingHours>(
  list: readonly T[],
  id: string | undefined,
  parameter: string,
): T | null {
  let found: T | null = null;
  for (const candidate of list) {
    if (candidate.id !== id) continue;
    if (found === null) {
      found = candidate;
      continue;
    }
    refuse(
      "sla/ambiguous-calendar" satisfies SlaErrorCode,
      ["context", parameter],
      "two of the id named by the policy",
      { id, versions: list.filter((other) => other.id === id).map(({ version }) => version) },
    );
  }
  return found;
}

/** The policy with the calendar and hours it names, found among those given. */
export function resolvePolicy(
  { policy, needsCalendar, needsHours }: CompiledPolicy,
  given: NamedCalendars,
): ResolvedPolicy {
  const calendar = byId(given.calendars, policy.calendar, "calendars");
  const hours = byId(given.hours ?? [], policy.hours, "hours");
  const days = needsCalendar ? countedDays(calendarOf({ calendar, policy, given })) : null;
  if (needsHours && hoursOf({ hours, policy, given }).zone !== policy.zone) {
    refuse(
      "sla/hours-in-another-zone" satisfies SlaErrorCode,
      ["context", "hours"],
      "the working hours are in another zone than the policy's days",
      { policy: policy.id, hours: policy.hours ?? null, zone: policy.zone },
    );
  }
  return { policy, zone: zoneTable(policy.zone), calendar, days, hours, given };
}
