import { expectTypeOf, test } from "vitest";

import type { CaseworkRefusal } from "../../src/core/index.ts";
import {
  slaEvents,
  transitionComplaint,
  type COMPLAINT_REFUSALS,
  type ComplaintAction,
  type ComplaintActionType,
  type ComplaintCase,
  type ComplaintCaseworkDetails,
  type ComplaintHandlingPolicy,
  type ComplaintOutcome,
  type ComplaintRefusal,
  type ComplaintRefusalDetails,
  type ComplaintRefusedDetails,
  type ReplyItem,
} from "../../src/complaints/index.ts";
import type { SlaEvent } from "../../src/sla/index.ts";

declare const complaint: ComplaintCase;
declare const policy: ComplaintHandlingPolicy;
declare const row: { readonly at: string; readonly by: string; readonly to: string };

test("a row of a database is a step without a cast", () => {
  const outcome = transitionComplaint(complaint, { type: "transfer", at: row.at, by: row.by, to: row.to }, policy);
  expectTypeOf(outcome).toEqualTypeOf<ComplaintOutcome>();
  if (outcome.ok) expectTypeOf(outcome.complaint).toEqualTypeOf<ComplaintCase>();
  else expectTypeOf(outcome.allowed).toEqualTypeOf<readonly ComplaintActionType[]>();
});

test("each step has its own fields", () => {
  // @ts-expect-error a decision has reasons and a root cause
  const decision: ComplaintAction = { type: "decide", at: row.at, by: row.by, decision: "upheld" };
  // @ts-expect-error an extension names who approved it
  const extension: ComplaintAction = { type: "extend", at: row.at, by: row.by, reason: "x", approvedByRole: "y" };
  // @ts-expect-error there is no such step
  const step: ComplaintAction = { type: "ignore", at: row.at, by: row.by };
  expectTypeOf([decision, extension, step]).toEqualTypeOf<ComplaintAction[]>();
});

test("a complaint is not written to", () => {
  // @ts-expect-error the state is read only
  complaint.state = "closed";
  expectTypeOf(complaint.history).not.toExtend<unknown[]>();
  expectTypeOf(slaEvents(complaint)).toEqualTypeOf<readonly SlaEvent[]>();
});

test("a refusal carries the details of its reason", () => {
  const outcome = transitionComplaint(complaint, { type: "close", at: row.at, by: row.by }, policy);
  if (!outcome.ok && outcome.reason === "reply-incomplete") {
    expectTypeOf(outcome.details.missing).toEqualTypeOf<readonly ReplyItem[]>();
  }
  if (!outcome.ok && outcome.reason === "case-over") {
    expectTypeOf(outcome.details).toEqualTypeOf<{ readonly state: string; readonly type: string }>();
  }
  expectTypeOf<(typeof COMPLAINT_REFUSALS)[number] | CaseworkRefusal>().toEqualTypeOf<ComplaintRefusal>();
});

test("every refusal is an issue of a stored complaint, with the same details", () => {
  expectTypeOf<keyof ComplaintRefusedDetails>().toEqualTypeOf<`complaints/${keyof ComplaintRefusalDetails}`>();
  expectTypeOf<keyof ComplaintCaseworkDetails>().toEqualTypeOf<`complaints/${CaseworkRefusal}`>();
});
