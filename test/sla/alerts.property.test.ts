import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addWorkingDays, isWorkingDay, localDateOf, type WorkingHours } from "../../src/calendar/index.ts";
import { CN } from "../../src/calendar/data/cn/index.ts";
import { formatInstant, toInstantParts, tryInstant } from "../../src/core/index.ts";
import { scanInstant } from "../../src/core/inner.ts";
import {
  escalationsDue,
  evaluateSla,
  type SlaEscalationStep,
  type SlaEvent,
  type SlaPolicy,
  type SlaStage,
} from "../../src/sla/index.ts";
import { policyOf } from "./fixtures.ts";

const FROM = toInstantParts("2026-01-05T00:00:00+08:00").seconds;
const TO = toInstantParts("2026-07-01T00:00:00+08:00").seconds;
const seconds = fc.integer({ min: FROM, max: TO });
const moment = seconds.map((second) => formatInstant(second, 28800));
const pair = fc.tuple(moment, moment).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
const received = moment.map((at): SlaEvent => ({ type: "received", at }));
const desk: WorkingHours = {
  id: "desk",
  version: "1",
  zone: "Asia/Shanghai",
  calendar: CN,
  week: Object.fromEntries(
    ["1", "2", "3", "4", "5"].map((day) => [
      day,
      [
        { from: "09:00", to: "12:00" },
        { from: "13:30", to: "18:00" },
      ],
    ]),
  ),
};
const run = (policy: SlaPolicy, events: readonly SlaEvent[], now: string) =>
  evaluateSla(policy, events, { now, calendars: [CN], hours: [desk], explain: false });
const secondsOf = (at: string | null | undefined): number => toInstantParts(at ?? "").seconds;
const after = (at: string | null | undefined, more: number): string => formatInstant(secondsOf(at) + more, 28800);

const stages: fc.Arbitrary<Partial<SlaStage>> = fc.oneof(
  fc.record({
    amount: fc.integer({ min: 1, max: 20 }),
    unit: fc.constantFrom("calendar-day", "working-day", "week"),
    startDayCounts: fc.boolean(),
    roll: fc.constantFrom("none", "following", "preceding"),
  }),
  fc.record({
    amount: fc.integer({ min: 1, max: 5000 }),
    unit: fc.constant("working-minute"),
    endOf: fc.constant("same-time"),
  }),
);
const shareOf = fc
  .integer({ min: 1, max: 10_000 })
  .map((n) => (n === 10_000 ? "1" : `0.${String(n).padStart(4, "0")}`));
const policyWith = (stage: Partial<SlaStage>, more: Partial<SlaPolicy> = {}) =>
  policyOf([stage], { hours: "desk", ...more });

describe("laws of the date a stage turns at risk", () => {
  test("is the first second at which the share is used up", () => {
    fc.assert(
      fc.property(stages, shareOf, received, (stage, share, receipt) => {
        const policy = policyWith({ ...stage, atRisk: { at: "used-share", share } });
        const open = run(policy, [receipt], receipt.at).stages[0];
        const turned = secondsOf(open?.atRiskAt);
        // minutes are told whole, so the share they make is compared where they are
        const used = (at: number) => {
          const [told] = run(policy, [receipt], formatInstant(at, 28800)).stages;
          return { elapsed: told?.elapsed ?? 0, allowed: told?.allowed ?? 0, atRisk: told?.atRisk ?? false };
        };
        const here = used(turned);
        const needed = here.allowed * Number(share);
        expect(here.elapsed + (stage.unit === "working-minute" ? 1 : 0)).toBeGreaterThanOrEqual(needed - 1e-9);
        expect(here.atRisk).toBe(turned <= secondsOf(open?.dueAt));
        if (turned > secondsOf(receipt.at)) {
          const before = used(turned - 1);
          expect(before.elapsed).toBeLessThan(needed + 1e-9);
          expect(before.atRisk).toBe(false);
        }
      }),
    );
  });

  test("a working day before due lies as many working days before it", () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }), (receipt, amount, n) => {
        const policy = policyWith({ amount, atRisk: { at: "before-due", amount: n, unit: "working-day" } });
        const stage = run(policy, [receipt], receipt.at).stages[0];
        const expected = addWorkingDays(CN, stage?.dueDate ?? "", -n);
        const start = localDateOf(receipt.at, "Asia/Shanghai");
        expect(stage?.atRiskDate).toBe(expected < start ? start : expected);
      }),
    );
  });

  test("a pause that has ended never moves it earlier", () => {
    const policy = (stage: Partial<SlaStage>, share: string) =>
      policyWith({
        ...stage,
        roll: "none",
        atRisk: { at: "used-share", share },
        pauses: [{ reason: "customer", notifyCustomer: false }],
      });
    fc.assert(
      fc.property(stages, shareOf, received, pair, (stage, share, receipt, [from, to]) => {
        const wait: SlaEvent[] = [
          { type: "paused", at: from, reason: "customer" },
          { type: "resumed", at: to },
        ];
        const told = (events: readonly SlaEvent[]) =>
          run(policy(stage, share), [receipt, ...events], "2026-08-01T00:00:00+08:00").stages[0]?.atRiskAt;
        expect(secondsOf(told(wait))).toBeGreaterThanOrEqual(secondsOf(told([])));
      }),
    );
  });
});

const steps: fc.Arbitrary<SlaEscalationStep[]> = fc
  .array(
    fc.record({
      when: fc.oneof(
        shareOf.map((share) => ({ at: "used-share", share }) as const),
        fc.record({
          at: fc.constantFrom("before-due", "after-due"),
          amount: fc.integer({ min: 1, max: 6 }),
          unit: fc.constantFrom("calendar-day", "working-day", "working-minute"),
        }),
        fc.constant({ at: "breach" } as const),
      ),
      urgent: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => list.map((step, index) => ({ ...step, id: `s${String(index)}` })));
const quiet = { from: "20:00", to: "08:00", daysOff: true } as const;

describe("laws of the ladder", () => {
  test("alerts go out no earlier than their step, and never in quiet hours unless urgent", () => {
    fc.assert(
      fc.property(stages, steps, received, (stage, escalations, receipt) => {
        const policy = policyWith({ ...stage, escalations }, { quietHours: quiet });
        const [told] = run(policy, [receipt], receipt.at).stages;
        expect(told?.escalations).toHaveLength(escalations.length);
        for (const { step, at, alertAt } of told?.escalations ?? []) {
          const urgent = escalations.find(({ id }) => id === step)?.urgent === true;
          expect(alertAt >= at).toBe(true);
          if (urgent) expect(alertAt).toBe(at);
          else {
            const time = alertAt.slice(11, 16);
            expect(time >= "08:00" && time < "20:00" && isWorkingDay(CN, alertAt.slice(0, 10))).toBe(true);
          }
        }
      }),
    );
  });

  test("windows that adjoin lose no alert and share none", () => {
    fc.assert(
      fc.property(stages, steps, received, fc.array(moment, { maxLength: 4 }), (stage, escalations, receipt, cuts) => {
        const policy = policyWith({ ...stage, escalations }, { quietHours: quiet });
        const result = run(policy, [receipt], receipt.at);
        const edges = ["2026-01-01T00:00:00+08:00", ...[...cuts].sort(), "2026-12-01T00:00:00+08:00"];
        const parts = edges.slice(1).flatMap((to, index) => escalationsDue(result, edges[index] ?? to, to));
        expect(parts).toEqual(escalationsDue(result, edges[0] ?? "", edges.at(-1) ?? ""));
        expect(parts).toHaveLength(escalations.length);
      }),
    );
  });

  test("the next step is the first one after now", () => {
    fc.assert(
      fc.property(stages, steps, received, moment, (stage, escalations, receipt, now) => {
        const [told] = run(policyWith({ ...stage, escalations }), [receipt], now).stages;
        const coming = (told?.escalations ?? []).filter(({ at }) => secondsOf(at) > secondsOf(now));
        expect(told?.nextEscalation).toEqual(coming[0] ?? null);
      }),
    );
  });
});

describe("laws of clocks in working minutes", () => {
  const minutes = (amount: number) =>
    policyWith({
      amount,
      unit: "working-minute",
      endOf: "same-time",
      pauses: [{ reason: "customer", notifyCustomer: false }],
    });
  const wait = (from: string, to: string): SlaEvent[] => [
    { type: "paused", at: from, reason: "customer" },
    { type: "resumed", at: to },
  ];
  const amounts = fc.integer({ min: 1, max: 4000 });
  const late = "2026-10-01T00:00:00+08:00";

  test("a pause over hours nobody works changes nothing", () => {
    fc.assert(
      fc.property(amounts, received, fc.integer({ min: 0, max: 120 }), (amount, receipt, offset) => {
        const day = addWorkingDays(CN, "2026-01-05", 1 + offset);
        const next = addWorkingDays(CN, day, 1);
        const pause = wait(`${day}T18:00:00+08:00`, `${next}T09:00:00+08:00`);
        const dueOf = (events: readonly SlaEvent[]) =>
          run(minutes(amount), [receipt, ...events], late).stages[0]?.dueAt;
        expect(dueOf(pause)).toBe(dueOf([]));
      }),
    );
  });

  test("a pause never moves a due moment earlier", () => {
    fc.assert(
      fc.property(amounts, received, pair, (amount, receipt, [from, to]) => {
        const dueOf = (events: readonly SlaEvent[]) =>
          secondsOf(run(minutes(amount), [receipt, ...events], late).stages[0]?.dueAt);
        expect(dueOf(wait(from, to))).toBeGreaterThanOrEqual(dueOf([]));
      }),
    );
  });

  test("a case at its due second and one second later differs only in what is derived from now", () => {
    fc.assert(
      fc.property(amounts, received, (amount, receipt) => {
        const due = run(minutes(amount), [receipt], receipt.at).stages[0]?.dueAt;
        const told = (now: string) => run(minutes(amount), [receipt], now).stages[0];
        const timeless = (now: string) => ({
          ...told(now),
          state: null,
          elapsed: null,
          remaining: null,
          usedShare: null,
        });
        expect([told(after(due, 0))?.state, told(after(due, 1))?.state]).toEqual(["running", "breached"]);
        expect(timeless(after(due, 1))).toEqual(timeless(after(due, 0)));
      }),
    );
  });
});

describe("laws of re-opening", () => {
  const policyFor = (stage: Partial<SlaStage>, reopen: "resume" | "restart" | "new-cycle") =>
    policyWith({ ...stage, roll: "none", reopen });
  // a re-opening comes before an answer of the same second
  const times = fc
    .uniqueArray(seconds, { minLength: 3, maxLength: 3 })
    .map((list) => list.sort((a, b) => a - b).map((second) => formatInstant(second, 28800)));

  test("an answer taken back never makes a limit that goes on due earlier, and one begun anew is that of a new case", () => {
    fc.assert(
      fc.property(stages, times, (stage, [start = "", replied = "", reopened = ""]) => {
        const receipt: SlaEvent = { type: "received", at: start };
        const again: SlaEvent[] = [
          { type: "replied", at: replied },
          { type: "re-opened", at: reopened },
        ];
        const told = (reopen: "resume" | "restart" | "new-cycle", events: readonly SlaEvent[]) =>
          run(policyFor(stage, reopen), events, reopened).stages.at(-1);
        const plain = secondsOf(told("resume", [receipt])?.dueAt);
        expect(secondsOf(told("resume", [receipt, ...again])?.dueAt)).toBeGreaterThanOrEqual(plain);
        const fresh = told("restart", [{ type: "received", at: reopened }]);
        for (const rule of ["restart", "new-cycle"] as const) {
          expect(told(rule, [receipt, ...again])).toEqual({
            ...fresh,
            cycle: rule === "restart" ? 1 : 2,
            earlierEnds: rule === "restart" ? (expect.any(Array) as unknown) : [],
          });
        }
      }),
    );
  });
});

describe("the fast reader of moments", () => {
  const text = fc.oneof(
    fc
      .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
      .map((d) => d.toISOString()),
    fc
      .tuple(
        moment,
        fc.constantFrom("", ".5", ".123", ".123456789", ".1234567890", "."),
        fc.constantFrom("Z", "+08:00", "-14:30", "+18:00", "+18:01", "+08:60", "+8:00", ""),
      )
      .map(([at, fraction, zone]) => at.slice(0, 19) + fraction + zone),
    // one character of a good text replaced by another
    fc
      .tuple(
        moment,
        fc.nat({ max: 24 }),
        fc.constantFrom("0", "1", "3", "5", "9", "-", ":", "T", ".", "Z", "+", " ", "/", "a"),
      )
      .map(([at, index, character]) => at.slice(0, index) + character + at.slice(index + 1)),
  );

  test("reads what the careful one reads, and nothing else", () => {
    fc.assert(
      fc.property(text, (candidate) => {
        const parts = { seconds: -1, nanos: -1 };
        const read = scanInstant(candidate, parts);
        expect([candidate, read ? parts : null]).toEqual([candidate, tryInstant(candidate)]);
      }),
      { numRuns: 1000 },
    );
  });
});
