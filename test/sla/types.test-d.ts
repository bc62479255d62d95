import { expectTypeOf, test } from "vitest";

import type { Policy } from "../../src/core/index.ts";
import {
  complaintPolicies,
  evaluateSla,
  type SlaEvent,
  type SlaEventType,
  type SlaExplanationLine,
  type SlaPolicy,
  type SlaResult,
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
