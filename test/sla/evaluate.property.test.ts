import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addWorkingDays, isWorkingDay } from "../../src/calendar/index.ts";
import { CN } from "../../src/calendar/data/cn/index.ts";
import { canonicalJson, formatInstant, fromDayNumber, toDayNumber, toInstantParts } from "../../src/core/index.ts";
import {
  evaluateSla,
  exampleComplaintTwoClocks,
  sourceComplaintPolicy,
  type SlaEvent,
  type SlaEventType,
  type SlaPolicy,
  type SlaResult,
  type SlaStage,
} from "../../src/sla/index.ts";
import { policyOf } from "./fixtures.ts";

/** The first half of 2026: the longest limit, 20 weeks, ends inside the coverage. */
const FROM = toInstantParts("2026-01-05T00:00:00+08:00").seconds;
const TO = toInstantParts("2026-07-01T00:00:00+08:00").seconds;
const moment = fc.integer({ min: FROM, max: TO }).map((seconds) => formatInstant(seconds, 28800));
const NOW = "2026-09-02T00:00:00+08:00";

const customer = { reason: "customer", notifyCustomer: false } as const;
const stageChanges: fc.Arbitrary<Partial<SlaStage>> = fc.record({
  amount: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom("calendar-day", "working-day", "week"),
  startDayCounts: fc.boolean(),
  roll: fc.constantFrom("none", "following", "preceding"),
  pauses: fc.constant([customer]),
  satisfiedBy: fc.constant(["replied"]),
  extensions: fc.constant([{ id: "more", add: 5, cap: 160, notifyCustomer: false, beforeExpiryOnly: false, times: 3 }]),
});
const policies: fc.Arbitrary<SlaPolicy> = fc.oneof(
  fc.constant(exampleComplaintTwoClocks),
  stageChanges.map((changes) => policyOf([changes])),
  stageChanges.map((changes) => policyOf([{ ...changes, cutOff: "17:00" }])),
);
/** Policies that know what to do with re-openings and mergers too. */
const general: fc.Arbitrary<SlaPolicy> = fc.oneof(
  policies,
  fc
    .tuple(stageChanges, fc.constantFrom("resume", "restart", "new-cycle"), fc.constantFrom("ends", "ends-before-due"))
    .map(([changes, reopen, merge]) => policyOf([{ ...changes, reopen, merge }])),
);
/** Policies that do not. */
const plain = stageChanges.map((changes) => policyOf([changes]));

const types: readonly SlaEventType[] = [
  "received",
  "acknowledged",
  "paused",
  "resumed",
  "extended",
  "new-facts",
  "resolved",
  "accepted",
  "replied",
  "withdrawn",
  "re-opened",
  "merged",
  "reassigned",
];
const event: fc.Arbitrary<SlaEvent> = fc
  .record({
    type: fc.constantFrom(...types),
    at: moment,
    id: fc.option(fc.constantFrom("a", "b", "c", "d"), { nil: null }),
    reason: fc.constantFrom("customer", "outside-appraisal"),
    to: fc.integer({ min: 1, max: 90 }),
  })
  .map(({ type, at, id, reason, to }): SlaEvent => {
    const base = { at, ...(id === null ? {} : { id }) };
    if (type === "paused") return { type, ...base, reason, notifiedAt: at };
    if (type === "merged") return { type, ...base, into: "case" };
    if (type === "extended") return { type, ...base, to, approvedByRole: "department-in-charge", notifiedAt: at };
    return { type, ...base };
  });
const events = fc.array(event, { maxLength: 8 });
const received = moment.map((at): SlaEvent => ({ type: "received", at }));
const run = (policy: SlaPolicy, list: readonly SlaEvent[], now = NOW) =>
  evaluateSla(policy, list, { now, calendars: [CN] });

describe("laws of any case", () => {
  test("order of input never matters, and the same events give the same bytes", () => {
    const shuffled = events.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(general, received, shuffled, (policy, receipt, [list, other]) => {
        // an issue says where in the list its event stands; nothing else knows
        const placeless = ({ issues, ...result }: SlaResult): string =>
          canonicalJson({ ...result, issues: issues.map((issue) => ({ ...issue, path: issue.path.slice(0, 1) })) });
        const result = run(policy, [receipt, ...list]);
        expect(placeless(run(policy, [...other, receipt]))).toBe(placeless(result));
        expect(canonicalJson(run(policy, [receipt, ...list]))).toBe(canonicalJson(result));
      }),
    );
  });

  test("an event says the same whatever holds its members: an object, one of no class, or a row with empty columns", () => {
    const columns = { to: null, into: null, notifiedAt: null, onTheSpot: null, loaded: null };
    fc.assert(
      fc.property(general, received, events, (policy, receipt, list) => {
        const all = [receipt, ...list];
        const result = canonicalJson(run(policy, all));
        const bare = all.map((one) => Object.assign<object, SlaEvent>(Object.create(null) as object, one));
        const rows = all.map((one) => ({ ...columns, ...one }) as unknown as SlaEvent);
        expect(canonicalJson(run(policy, bare))).toBe(result);
        expect(canonicalJson(run(policy, rows))).toBe(result);
      }),
    );
  });

  test("elapsed and remaining make what is allowed", () => {
    let seen = 0;
    fc.assert(
      fc.property(general, received, events, moment, (policy, receipt, list, now) => {
        for (const stage of run(policy, [receipt, ...list], now).stages) {
          if (stage.allowed === null || stage.elapsed === null) continue;
          seen++;
          expect(stage.elapsed + (stage.remaining ?? Number.NaN)).toBe(stage.allowed);
        }
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });

  test("an extended limit never passes its cap", () => {
    fc.assert(
      fc.property(general, received, events, (policy, receipt, list) => {
        const rules = new Map(policy.clocks.map((clock) => [clock.id, clock.stages[0]]));
        for (const stage of run(policy, [receipt, ...list]).stages) {
          const rule = rules.get(stage.clock);
          const cap = Math.max(rule?.amount ?? 0, ...(rule?.extensions ?? []).map(({ cap = 0 }) => cap));
          expect(stage.amount).toBeLessThanOrEqual(cap);
        }
      }),
    );
  });

  test("an event that cannot be followed is always named", () => {
    fc.assert(
      fc.property(plain, received, events, (policy, receipt, list) => {
        const { issues } = run(policy, [receipt, ...list]);
        const named = new Set(issues.map(({ details }) => `${String(details["type"])} ${String(details["at"])}`));
        for (const { type, at, id } of list) {
          // a second event of one id is named as such or is the same event
          const again = id !== undefined && list.filter((other) => other.id === id).length > 1;
          if ((type === "re-opened" || type === "merged") && !again) expect(named).toContain(`${type} ${at}`);
        }
      }),
    );
  });
});

describe("laws of due moments", () => {
  test("a case at its due second and one second later differs only in what is derived from now", () => {
    fc.assert(
      fc.property(policies, received, (policy, receipt) => {
        const [open] = run(policy, [receipt], receipt.at).stages;
        const due = toInstantParts(open?.dueAt ?? "").seconds;
        const timeless = (seconds: number) => ({
          ...run(policy, [receipt], formatInstant(seconds, 28800)).stages[0],
          state: null,
          elapsed: null,
          remaining: null,
          usedShare: null,
          possibleExtensions: null,
        });
        expect(run(policy, [receipt], formatInstant(due, 28800)).stages[0]?.state).toBe("running");
        expect(run(policy, [receipt], formatInstant(due + 1, 28800)).stages[0]?.state).toBe("breached");
        expect(timeless(due + 1)).toEqual(timeless(due));
      }),
    );
  });

  test("a pause never moves a due date to an earlier day", () => {
    const pause = fc.tuple(moment, moment).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
    const waits = (list: readonly [string, string][]) =>
      list.flatMap(([from, to], index): SlaEvent[] => [
        { type: "paused", at: from, reason: `r${String(index)}` },
        { type: "resumed", at: to, reason: `r${String(index)}` },
      ]);
    const pauses = ["r0", "r1", "r2"].map((reason) => ({ reason, notifyCustomer: false }));
    fc.assert(
      fc.property(stageChanges, received, fc.array(pause, { minLength: 1, maxLength: 3 }), (changes, receipt, list) => {
        const policy = policyOf([{ ...changes, amount: Math.min(changes.amount ?? 1, 8), pauses }]);
        const dueOf = (waiting: readonly [string, string][]) =>
          run(policy, [receipt, ...waits(waiting)]).stages[0]?.dueDate ?? "9999-12-31";
        expect(dueOf(list) >= dueOf(list.slice(0, -1))).toBe(true);
      }),
    );
  });

  test("a pause over days off alone changes nothing on a working-day clock", () => {
    const policy = policyOf([{ amount: 10, pauses: [customer] }]);
    fc.assert(
      fc.property(received, fc.integer({ min: 0, max: 200 }), (receipt, offset) => {
        // paused on a working day, resumed on the last day off that follows
        const from = addWorkingDays(CN, fromDayNumber(toDayNumber("2026-01-05") + offset), 1);
        let to = toDayNumber(from);
        while (!isWorkingDay(CN, fromDayNumber(to + 1))) to++;
        const wait: SlaEvent[] = [
          { type: "paused", at: `${from}T23:00:00+08:00`, reason: "customer" },
          { type: "resumed", at: `${fromDayNumber(to)}T23:30:00+08:00` },
        ];
        const due = run(policy, [receipt]).stages[0]?.dueAt;
        expect(run(policy, [receipt, ...wait]).stages[0]?.dueAt).toBe(due);
      }),
    );
  });

  test("a later receipt is never due earlier, cut-off or not", () => {
    fc.assert(
      fc.property(policies, fc.tuple(moment, moment), (policy, pair) => {
        const [early = "", late = ""] = [...pair].sort();
        const dueOf = (at: string) => run(policy, [{ type: "received", at }]).stages[0]?.dueAt ?? "";
        expect(dueOf(late) >= dueOf(early)).toBe(true);
      }),
    );
  });

  test("the used share never falls as time passes, but by an extension, a new start or a pause", () => {
    const steady = events.map((list) =>
      list.filter(({ type }) => !["extended", "new-facts", "re-opened", "paused", "received"].includes(type)),
    );
    fc.assert(
      fc.property(general, received, steady, fc.tuple(moment, moment), (policy, receipt, list, pair) => {
        const [early = "", late = ""] = [...pair].sort();
        const sharesAt = (now: string) =>
          run(policy, [receipt, ...list], now).stages.map(({ usedShare }) => Number(usedShare ?? 0));
        const before = sharesAt(early);
        for (const [index, share] of sharesAt(late).entries()) {
          expect(share).toBeGreaterThanOrEqual(before[index] ?? 0);
        }
      }),
    );
  });

  test("the used share of a clock that stands still does not move", () => {
    const pausing = stageChanges.map((changes) => policyOf([{ ...changes, roll: "none" }]));
    fc.assert(
      fc.property(pausing, received, fc.tuple(moment, moment, moment), (policy, receipt, list) => {
        const [from = "", early = "", late = ""] = [...list].sort();
        const wait: SlaEvent = { type: "paused", at: from, reason: "customer" };
        const told = (now: string) => run(policy, [receipt, wait], now).stages[0];
        fc.pre(told(early)?.state === "paused");
        expect(told(late)).toMatchObject({ state: "paused", usedShare: told(early)?.usedShare });
      }),
    );
  });

  test("the source rule agrees with a day-by-day walk", () => {
    fc.assert(
      fc.property(received, (receipt) => {
        let day = Math.floor((toInstantParts(receipt.at).seconds + 28800) / 86400);
        for (let left = 3; left > 0;) if (isWorkingDay(CN, fromDayNumber(++day))) left--;
        expect(run(sourceComplaintPolicy, [receipt]).stages[0]?.dueDate).toBe(fromDayNumber(day));
      }),
    );
  });
});
