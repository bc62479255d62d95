import { expectTypeOf, test } from "vitest";

import {
  dutiesDue,
  dutyStanding,
  type DutiesDue,
  type DutyPolicy,
  type DutyState,
  type StandingDuty,
} from "relationship-banking/duties";
import { CN } from "relationship-banking/calendar/cn";
import type { OpenItem } from "relationship-banking/core";

declare const policies: readonly DutyPolicy[];
declare const staff: readonly {
  readonly person: string;
  readonly role: string;
  readonly calendar: string;
  readonly zone: string;
  readonly phone: string;
}[];
declare const log: readonly {
  readonly id: string;
  readonly person: string;
  readonly kind: string;
  readonly at: string;
  readonly for: string;
  readonly text: string | null;
}[];

test("rows of a database fit without a cast", () => {
  const due = dutiesDue(policies, staff, "2026-02", { calendars: [CN] });
  expectTypeOf(due).toEqualTypeOf<DutiesDue>();
  expectTypeOf(due.row(0).due).toEqualTypeOf<string | null>();
  const standing = dutyStanding(due, { records: log }, { now: "2026-02-13T12:00:00+08:00" });
  expectTypeOf(standing.standing).toEqualTypeOf<readonly StandingDuty[]>();
  expectTypeOf(standing.row(0).state).toEqualTypeOf<DutyState>();
  expectTypeOf(standing.tally.by[0]?.rows[0]?.parts).toEqualTypeOf<Readonly<Record<DutyState, number>> | undefined>();
});

test("the context of the duties may be handed on with now", () => {
  const context = { calendars: [CN], hours: [] };
  const due = dutiesDue(policies, staff, "2026-02", context);
  dutyStanding(due, { records: log, excuses: [] }, { now: "2026-02-13T12:00:00+08:00", ...context });
});

test("a duty can become an open item", () => {
  const duty = dutiesDue(policies, staff, "2026-02", { calendars: [CN] }).row(0);
  const [kind = ""] = duty.satisfiedBy;
  const item: OpenItem = {
    id: duty.id,
    kind,
    owner: duty.person,
    title: duty.policy,
    origin: duty.policy,
    since: "2026-02-01",
    due: duty.due,
    mandatory: true,
    state: "open",
  };
  expectTypeOf(item.due).toEqualTypeOf<string | null>();
});

test("a cadence has only its own members", () => {
  // @ts-expect-error a working day has no weekday
  const daily: DutyPolicy["cadence"] = { every: "working-day", on: 3 };
  // @ts-expect-error there is no eighth weekday
  const weekly: DutyPolicy["cadence"] = { every: "week", on: 8 };
  // @ts-expect-error a move says what happens beyond the period
  const rest: DutyPolicy["restDay"] = { rule: "next-working-day" };
  expectTypeOf([daily, weekly]).toEqualTypeOf<DutyPolicy["cadence"][]>();
  expectTypeOf(rest).toExtend<DutyPolicy["restDay"]>();
});
