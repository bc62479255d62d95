import { expectTypeOf, test } from "vitest";

import type { Policy } from "../../src/core/index.ts";
import {
  complaintPolicies,
  deskReport,
  evaluateSla,
  mergeDeskReports,
  policiesFor,
  type DeskCase,
  type DeskReport,
  type SlaEvent,
  type SlaEventType,
  type SlaExplanationLine,
  type SlaFieldChange,
  type SlaPolicy,
  type SlaPolicyApplication,
  type SlaResult,
  type SlaState,
  type SlaThreshold,
  type StageResult,
} from "../../src/sla/index.ts";

declare const now: string;
declare const base: SlaPolicy;

test("a policy is a policy of the house", () => {
  expectTypeOf<SlaPolicy>().toExtend<Policy>();
  const house: SlaPolicy = { ...base, id: "acme.complaint", version: "3", status: "house" };
  expectTypeOf(house).toEqualTypeOf<SlaPolicy>();
  expectTypeOf(complaintPolicies).toEqualTypeOf<readonly SlaPolicy[]>();
});

test("rows of a database are events without a cast", () => {
  const row: { readonly received_at: string; readonly replied_at: string | null } = {
    received_at: now,
    replied_at: null,
  };
  const result = evaluateSla(
    base,
    [
      { type: "received", at: row.received_at },
      ...(row.replied_at === null ? [] : [{ type: "replied" as const, at: row.replied_at }]),
    ],
    { now, calendars: [] },
  );
  expectTypeOf(result).toEqualTypeOf<SlaResult>();
  expectTypeOf(result.next).toEqualTypeOf<StageResult | null>();
});

test("each type of event has its own fields", () => {
  expectTypeOf<SlaEvent["type"]>().toEqualTypeOf<SlaEventType>();
  // @ts-expect-error a pause has a reason
  const pause: SlaEvent = { type: "paused", at: now };
  // @ts-expect-error there is no such event
  const closed: SlaEvent = { type: "closed", at: now };
  // @ts-expect-error a receipt has no approver
  const receipt: SlaEvent = { type: "received", at: now, approvedBy: "x" };
  expectTypeOf([pause, closed, receipt]).toEqualTypeOf<SlaEvent[]>();
});

test("a line of the explanation is told apart by its code", () => {
  const nameOf = (line: SlaExplanationLine) => (line.code === "holiday-skipped" ? line.name : null);
  expectTypeOf(nameOf).returns.toEqualTypeOf<string | null>();
});

test("thresholds and steps are told apart by what they are at", () => {
  const policy: SlaPolicy = {
    ...base,
    quietHours: { from: "20:00", to: "08:00" },
    clocks: base.clocks.map((clock) => ({
      ...clock,
      stages: clock.stages.map((stage) => ({
        ...stage,
        reopen: "resume" as const,
        merge: "ends" as const,
        atRisk: { at: "used-share" as const, share: "0.8" },
        escalations: [{ id: "head", when: { at: "before-due" as const, amount: 1, unit: "working-day" as const } }],
      })),
    })),
  };
  expectTypeOf(policy).toEqualTypeOf<SlaPolicy>();
  // @ts-expect-error a breach is no point on the way to the due moment
  const atRisk: SlaThreshold = { at: "breach" };
  // @ts-expect-error a share is a decimal string
  const share: SlaThreshold = { at: "used-share", share: 0.8 };
  expectTypeOf([atRisk, share]).toEqualTypeOf<SlaThreshold[]>();
});

test("rows of a case table make a desk without a cast", () => {
  const rows: { id: string; received_at: string; replied_at: string | null; owner: string | null; kind: string }[] = [];
  const cases: DeskCase[] = rows.map((row) => ({
    id: row.id,
    policy: "acme.complaint",
    owner: row.owner,
    category: row.kind,
    events: [
      { type: "received", at: row.received_at },
      ...(row.replied_at === null ? [] : [{ type: "replied" as const, at: row.replied_at }]),
    ],
  }));
  const report = deskReport(cases, { asOf: now, policies: complaintPolicies, calendars: [] });
  expectTypeOf(report).toEqualTypeOf<DeskReport>();
  expectTypeOf(mergeDeskReports(report, report)).toEqualTypeOf<DeskReport>();
  expectTypeOf(report.totals.onTime.rate).toEqualTypeOf<string | null>();
});

test("a changed field has the type it has in the result", () => {
  const stateOf = (change: SlaFieldChange) => (change.field === "state" ? change.after : null);
  expectTypeOf(stateOf).returns.toEqualTypeOf<SlaState | null>();
  const extensionsOf = (change: SlaFieldChange) => (change.field === "extensions" ? change.before : null);
  expectTypeOf(extensionsOf).returns.toEqualTypeOf<StageResult["extensions"] | null>();
});

test("a row whose columns may be empty is a case, and so are its facts", () => {
  const row: {
    readonly on: string | null;
    readonly receivedAt: string | null;
    readonly events: readonly SlaEvent[] | null;
    readonly place: string | null;
    readonly product: string | undefined;
  } = { on: null, receivedAt: now, events: null, place: null, product: undefined };
  const { place, product } = row;
  expectTypeOf(policiesFor(row, { place, product }, [base])).toEqualTypeOf<readonly SlaPolicyApplication[]>();
  // @ts-expect-error a number is no word
  policiesFor(row, { place: 1 }, [base]);
  // @ts-expect-error a day is not a Date
  policiesFor({ on: new Date() }, {}, [base]);
});
