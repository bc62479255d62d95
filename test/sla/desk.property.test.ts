import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { canonicalJson, formatInstant, toInstantParts } from "../../src/core/index.ts";
import {
  deskReport,
  diffSla,
  evaluateSla,
  mergeDeskReports,
  whatIf,
  type DeskCase,
  type DeskContext,
  type DeskReport,
  type SlaEvent,
} from "../../src/sla/index.ts";
import { plainStage, policyOf } from "./fixtures.ts";

const FROM = toInstantParts("2026-02-02T00:00:00+08:00").seconds;
const TO = toInstantParts("2026-03-31T00:00:00+08:00").seconds;
const moment = fc.integer({ min: FROM, max: TO }).map((seconds) => formatInstant(seconds, 28800));
const policy = policyOf([
  {
    amount: 5,
    atRisk: { at: "used-share", share: "0.6" },
    pauses: [{ reason: "customer", notifyCustomer: false }],
    merge: "ends",
    reopen: "new-cycle",
  },
]);
const shorter = { ...policyOf([{ amount: 3 }]), version: "2" };
const context: DeskContext = { asOf: "2026-03-20", policies: [policy], calendars: [CN] };

const event = fc
  .tuple(fc.constantFrom("replied", "paused", "resumed", "withdrawn", "re-opened", "merged", "nonsense"), moment)
  .map(([type, at]): SlaEvent => {
    if (type === "paused") return { type, at, reason: "customer" };
    if (type === "merged") return { type, at, into: "other" };
    // a type that is none makes the case fail
    return { type, at } as SlaEvent;
  });
const desk: fc.Arbitrary<DeskCase[]> = fc
  .array(
    fc.record({
      policy: fc.constantFrom(policy.id, policy.id, policy.id, "unknown"),
      events: fc
        .tuple(fc.option(moment, { nil: null, freq: 9 }), fc.array(event, { maxLength: 4 }))
        .map(([at, events]): SlaEvent[] => (at === null ? events : [{ type: "received", at }, ...events])),
      owner: fc.constantFrom("a", "b", null),
      category: fc.constantFrom("x", null),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, id: `c-${String(index)}` })));

describe("laws of merging", () => {
  test("a desk split anywhere in any order reports as the whole", () => {
    const split = desk.chain((cases) =>
      fc.record({
        cases: fc.constant(cases),
        parts: fc.array(fc.constantFrom(0, 1, 2), { minLength: cases.length, maxLength: cases.length }),
      }),
    );
    fc.assert(
      fc.property(split, ({ cases, parts }) => {
        const [a, b, c] = [0, 1, 2].map((part) =>
          deskReport(
            cases.filter((_, index) => parts[index] === part),
            context,
          ),
        ) as [DeskReport, DeskReport, DeskReport];
        const whole = canonicalJson(deskReport(cases, context));
        expect(canonicalJson(mergeDeskReports(mergeDeskReports(a, b), c))).toBe(whole);
        expect(canonicalJson(mergeDeskReports(a, mergeDeskReports(b, c)))).toBe(whole);
        expect(canonicalJson(mergeDeskReports(c, mergeDeskReports(b, a)))).toBe(whole);
      }),
    );
  });

  test("the report of no cases changes nothing", () => {
    fc.assert(
      fc.property(desk, (cases) => {
        const report = deskReport(cases, context);
        expect(mergeDeskReports(report, deskReport([], context))).toEqual(report);
        expect(mergeDeskReports(deskReport([], context), report)).toEqual(report);
      }),
    );
  });
});

/** Two clocks of two stages each, so that what is due first, at risk or late has to be found among several. */
const several = policyOf([], {
  id: "acme.several",
  clocks: [
    {
      id: "worked",
      basis: "internal",
      stages: [
        { ...plainStage, id: "handle", amount: 4, satisfiedBy: ["resolved"], merge: "ends" },
        {
          ...plainStage,
          id: "reply",
          from: "handle",
          amount: 2,
          merge: "ends",
          atRisk: { at: "before-due", amount: 1, unit: "working-day" },
          pauses: [{ reason: "customer", notifyCustomer: false }],
        },
      ],
    },
    {
      id: "calendar",
      basis: "statutory",
      stages: [
        {
          ...plainStage,
          unit: "calendar-day",
          amount: 9,
          atRisk: { at: "used-share", share: "0.5" },
          pauses: [{ reason: "customer", notifyCustomer: false }],
        },
      ],
    },
  ],
});

describe("a report against the evaluation of each case by itself", () => {
  const now = "2026-03-20T23:59:59.999999999+08:00";
  const policies = new Map([policy, several].map((rule) => [rule.id, rule]));
  const rows = fc
    .array(
      fc.record({
        policy: fc.constantFrom(policy.id, several.id),
        receipt: moment,
        events: fc.array(
          fc.oneof(
            event.filter(isEvent),
            moment.map((at): SlaEvent => ({ type: "resolved", at })),
          ),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 8 },
    )
    .map((list) =>
      list.map(({ policy: id, receipt, events }, index): DeskCase => ({
        id: `c-${String(index)}`,
        policy: id,
        owner: null,
        category: null,
        events: [{ type: "received", at: receipt }, ...events],
      })),
    );
  const isWithdrawal = (by: string | null) => by === "withdrawn" || by === "merged";

  test("counts and lines are those that the stages of the cases give", () => {
    fc.assert(
      fc.property(rows, (cases) => {
        const report = deskReport(cases, { ...context, policies: [...policies.values()] });
        const counts = { open: 0, withdrawn: 0, dueToday: 0, atRisk: 0, breached: 0, paused: 0, undetermined: 0 };
        const onTime = { n: 0, of: 0 };
        const lines: unknown[] = [];
        for (const row of cases) {
          const rule = policies.get(row.policy) ?? policy;
          const result = evaluateSla(rule, row.events, { now, calendars: [CN] });
          // received later
          if (result.stages.every(({ start }) => start === null)) continue;
          const open = result.stages.filter(({ state, endedAt }) => state !== "not-started" && endedAt === null);
          const flags = [
            ...(open.some(({ dueDate }) => dueDate === "2026-03-20") ? ["due-today"] : []),
            ...(open.some(({ atRisk }) => atRisk) ? ["at-risk"] : []),
            ...(open.some(({ state }) => state === "breached") ? ["breached"] : []),
          ];
          // of a stage reported in cycles the last one holds
          const last = row.policy === policy.id ? result.stages.slice(-1) : result.stages;
          const isWithdrawn = open.length === 0 && last.some(({ endedBy }) => isWithdrawal(endedBy));
          const isLate = result.stages.some(({ state }) => state === "breached" || state === "met-late");
          const isUndetermined = result.stages.some(({ state }) => state === "undetermined");
          counts.open += Number(open.length > 0);
          counts.withdrawn += Number(isWithdrawn);
          counts.dueToday += Number(flags.includes("due-today"));
          counts.atRisk += Number(flags.includes("at-risk"));
          counts.breached += Number(flags.includes("breached"));
          counts.paused += Number(open.some(({ state }) => state === "paused"));
          counts.undetermined += Number(isUndetermined);
          onTime.n += Number(!isLate && open.length === 0 && !isWithdrawn && !isUndetermined);
          onTime.of += Number(isLate || (open.length === 0 && !isWithdrawn && !isUndetermined));
          if (flags.length > 0) lines.push([row.id, result.next?.stage, result.next?.dueAt, result.next?.state, flags]);
        }
        expect(report.totals).toMatchObject({ ...counts, onTime });
        const told = report.attention.map((line) => [line.case, line.stage, line.dueAt, line.state, line.flags]);
        expect(told).toHaveLength(lines.length);
        expect(told).toEqual(expect.arrayContaining(lines));
      }),
    );
  });
});

describe("laws of a report", () => {
  test("every case is counted once, in every dimension", () => {
    fc.assert(
      fc.property(desk, (cases) => {
        const { totals, byOwner, byCategory, byAge, handling, failed, receivedLater } = deskReport(cases, context);
        expect(totals.cases + failed + receivedLater).toBe(cases.length);
        expect(totals.open + totals.closed + totals.withdrawn).toBe(totals.cases);
        const sum = (groups: readonly { readonly cases: number }[]) => groups.reduce((n, group) => n + group.cases, 0);
        expect([sum(byOwner), sum(byCategory), sum(byAge)]).toEqual([totals.cases, totals.cases, totals.open]);
        expect(handling.n + handling.unknown).toBe(totals.closed);
      }),
    );
  });

  test("median and ninetieth percentile are those of the sorted list", () => {
    fc.assert(
      fc.property(desk, (cases) => {
        const { handling } = deskReport(cases, context);
        const list = handling.histogram.flatMap(({ days, cases: n }) => Array.from({ length: n }, () => days));
        expect(list).toHaveLength(handling.n);
        if (handling.p90 === null || handling.median === null) {
          expect(list).toEqual([]);
          return;
        }
        const { p90, median } = handling;
        const notAbove = (limit: number) => list.filter((days) => days <= limit).length;
        expect(notAbove(p90) * 10).toBeGreaterThanOrEqual(list.length * 9);
        expect(notAbove(p90 - 1) * 10).toBeLessThan(list.length * 9);
        // as many values on either side
        expect(list.filter((days) => days < median).length * 2).toBeLessThanOrEqual(list.length);
        expect(list.filter((days) => days > median).length * 2).toBeLessThanOrEqual(list.length);
      }),
    );
  });

  test("the report says of each case what its own evaluation says", () => {
    fc.assert(
      fc.property(desk, (cases) => {
        const known = cases.filter(
          ({ policy: id, events }) =>
            id === policy.id && events.some(({ type }) => type === "received") && events.every(isEvent),
        );
        const open = known.filter(({ events }) => {
          const { stages } = evaluateSla(policy, events, { now: "2026-03-20T23:59:59+08:00", calendars: [CN] });
          return stages.some(({ state, endedAt }) => state !== "not-started" && endedAt === null);
        });
        expect(deskReport(cases, context).totals.open).toBe(open.length);
      }),
    );
  });
});

function isEvent({ type }: SlaEvent): boolean {
  return (type as string) !== "nonsense";
}

describe("laws of what another policy would change", () => {
  const now = "2026-03-20T23:59:59+08:00";

  test("nothing under the same policy, and the counts add up", () => {
    fc.assert(
      fc.property(desk, (cases) => {
        expect(whatIf(policy, policy, cases, { now, calendars: [CN] })).toMatchObject({ changed: 0, changes: [] });
        const other = whatIf(policy, shorter, cases, { now, calendars: [CN] });
        expect(other.changed + other.unchanged + other.failed).toBe(cases.length);
        expect(other.changes).toHaveLength(other.changed);
      }),
    );
  });

  test("a case is named exactly when a state or a due moment differs between the two evaluations", () => {
    fc.assert(
      fc.property(desk, (cases) => {
        const named = new Set(whatIf(policy, shorter, cases, { now, calendars: [CN] }).changes.map((one) => one.case));
        for (const { id, events } of cases.filter((row) => row.events.every(isEvent))) {
          const run = (rule: typeof policy) => evaluateSla(rule, events, { now, calendars: [CN], explain: false });
          const { stages } = diffSla(run(policy), run(shorter));
          const differs = stages.some(
            ({ kind, fields }) =>
              kind !== "changed" || fields.some(({ field }) => ["state", "dueAt", "dueIfResumedNow"].includes(field)),
          );
          expect([id, named.has(id)]).toEqual([id, differs]);
        }
      }),
    );
  });

  test("an evaluation never differs from itself", () => {
    fc.assert(
      fc.property(desk, (cases) => {
        for (const { events } of cases.filter((row) => row.events.every(isEvent))) {
          const result = evaluateSla(policy, events, { now, calendars: [CN] });
          expect(diffSla(result, structuredClone(result)).same).toBe(true);
        }
      }),
    );
  });
});
