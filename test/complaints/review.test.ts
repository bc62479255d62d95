import { describe, expect, test } from "vitest";

import {
  checkComplaint,
  exampleComplaintHandling,
  missingReplyItems,
  nfraComplaintHandling,
  REPLY_ITEMS,
  transitionComplaint,
  type ComplaintAction,
  type ComplaintCase,
  type ComplaintContext,
  type ComplaintHandlingPolicy,
} from "../../src/complaints/index.ts";
import { ComplaintHandlingPolicySchema } from "../../src/complaints/schema.ts";
import { money } from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { minute, received, stepOf, taken, walk } from "./fixtures.ts";

const policy = exampleComplaintHandling;
const refusedWith = (
  complaint: ComplaintCase,
  step: object,
  own: ComplaintHandlingPolicy = policy,
  context: ComplaintContext = {},
) => {
  const outcome = transitionComplaint(complaint, step as ComplaintAction, own, context);
  return outcome.ok ? null : [outcome.reason, "rule" in outcome.details ? outcome.details.rule : outcome.details];
};
// E-9 handles, E-6 decides
const replied = taken(
  walk(received(), ["register", "investigate"]),
  [{ ...stepOf("decide", 5), by: "E-6" }, stepOf("reply", 6)],
  policy,
);
const escalated = taken(replied, [stepOf("escalate", 10)], policy);

describe("a review by the superior unit", () => {
  test.each(["E-9", "E-6"])("is not decided by %s, who took part before", (by) => {
    expect(refusedWith(escalated, { ...stepOf("decide", 11), by })).toEqual([
      "separated",
      "review-past-first-handling",
    ]);
  });

  test("is decided by somebody else, who may investigate it first, and not a second time", () => {
    const investigated = taken(escalated, [{ ...stepOf("investigate", 11), by: "E-5" }], policy);
    expect(refusedWith(investigated, { ...stepOf("decide", 12), by: "E-5" })).toBeNull();
    const once = taken(
      investigated,
      [{ ...stepOf("decide", 12), by: "E-5" }, stepOf("reply", 13), stepOf("escalate", 14)],
      policy,
    );
    expect(checkComplaint(once, policy)).toEqual([]);
    expect(refusedWith(once, { ...stepOf("decide", 15), by: "E-5" })).toEqual([
      "separated",
      "review-past-first-handling",
    ]);
    expect(refusedWith(once, { ...stepOf("decide", 15), by: "E-4" })).toBeNull();
  });

  test.each([
    ["the handler", "E-9"],
    ["whoever decided", "E-6"],
    ["somebody complained of", "E-2"],
  ])("does not go to %s", (_, to) => {
    expect(refusedWith(replied, { ...stepOf("escalate", 10), to })).toEqual(["reviewer-took-part", { to }]);
  });

  test("does not go to somebody complained of in a linked complaint", () => {
    const linked = received({ id: "C-2", acceptedBy: "E-3", personsComplainedOf: ["E-5"], links: ["C-1"] });
    const step = { ...stepOf("escalate", 10), to: "E-5" };
    expect(refusedWith(replied, step)).toBeNull();
    expect(refusedWith(replied, step, policy, { linked: [linked] })).toEqual(["reviewer-took-part", { to: "E-5" }]);
  });

  test("has a reply that need not name the review again", () => {
    const remedies = ["mediation", "arbitration", "court"] as const;
    const reply = { items: REPLY_ITEMS, remedies };
    expect(missingReplyItems(nfraComplaintHandling, reply, false)).toEqual(["next-remedies"]);
    expect(missingReplyItems(nfraComplaintHandling, reply, false, true)).toEqual([]);
    const decided = taken(escalated, [{ ...stepOf("decide", 11), by: "E-5" }], policy);
    expect(refusedWith(decided, { ...stepOf("reply", 12), remedies }, nfraComplaintHandling)).toBeNull();
    const reopened = taken(replied, [stepOf("re-open", 10), stepOf("investigate", 11), stepOf("decide", 12)], policy);
    expect(refusedWith(reopened, { ...stepOf("reply", 13), remedies }, nfraComplaintHandling)?.[0]).toBe(
      "reply-incomplete",
    );
  });

  test("starts anew for a withdrawal: the request came after the escalation", () => {
    const withdraw = (at: string) => ({
      ...stepOf("withdraw", 20),
      request: { receivedAt: at, form: "phone", reference: "recording 7" },
    });
    expect(refusedWith(escalated, withdraw(minute(9)))).toEqual([
      "message-out-of-time",
      { receivedAt: minute(9), after: minute(10), at: minute(20) },
    ]);
    expect(refusedWith(escalated, withdraw(minute(10)))).toBeNull();
    const reopened = taken(replied, [stepOf("re-open", 12)], policy);
    expect(refusedWith(reopened, withdraw(minute(11)))?.[0]).toBe("message-out-of-time");
  });
});

describe("the limit of redress", () => {
  const granting = (amount: string, minutes: number, authority = "outlet-head") => ({
    ...stepOf("decide", minutes),
    by: "E-6",
    redress: { amount: money(amount, "CNY"), authority, approvedBy: "E-7" },
  });
  const once = taken(walk(received(), ["register", "investigate"]), [granting("300", 5)], policy);
  const again = taken(once, [stepOf("reply", 6), stepOf("re-open", 7), stepOf("investigate", 8)], policy);

  test("is not passed in slices", () => {
    expect(refusedWith(again, granting("200", 9))).toBeNull();
    expect(refusedWith(again, granting("200.01", 9))).toEqual([
      "redress-beyond-authority",
      { authority: "outlet-head", amount: "200.01", granted: "300.00", upTo: "500.00" },
    ]);
    expect(refusedWith(again, granting("200.01", 9, "head-of-complaint-handling"))).toBeNull();
    expect(refusedWith(again, granting("9999", 9, "head-office"))).toBeNull();
  });

  test("counts what linked complaints were granted by then", () => {
    const other = taken(
      received({ id: "C-2", links: ["C-1"] }),
      [
        stepOf("register", 1),
        { type: "tell-expectation", at: minute(1), by: "E-9", replyBy: "2026-02-25" },
        stepOf("investigate", 2),
      ],
      policy,
      { linked: [once] },
    );
    expect(refusedWith(other, granting("300", 9), policy, { linked: [once] })?.[0]).toBe("redress-beyond-authority");
    expect(refusedWith(other, granting("300", 4), policy, { linked: [once] })).toBeNull();
    const both = taken(other, [granting("200", 9)], policy, { linked: [once] });
    expect(checkComplaint(both, policy, { linked: [once] })).toEqual([]);
    expect(checkComplaint(once, policy, { linked: [both] })).toEqual([]);
  });

  test.each([
    ["in one currency", { amount: "500.00", currency: "CNY" }, { amount: "5000.00", currency: "CNY" }],
    ["and none at all", { amount: "500.00", currency: "CNY" }, null],
    ["and none at all, first", null, { amount: "500.00", currency: "CNY" }],
  ])("of one role is one: two %s are refused", (_, first, second) => {
    const own = {
      ...policy,
      redressAuthorities: [
        { role: "head", upTo: first },
        { role: "head", upTo: second },
      ],
    };
    expect(refusalOf(() => transitionComplaint(received(), stepOf("register", 1), own))).toMatchObject({
      code: "complaints/invalid-policy",
      path: ["policy", "redressAuthorities", 1],
    });
    expect(ComplaintHandlingPolicySchema.safeParse(own).success).toBe(false);
  });
});

describe("a reason that is blank", () => {
  const investigated = walk(received(), ["register", "investigate"]);
  test.each([
    ["extend", "reason"],
    ["decide", "reasons"],
    ["decline", "reasons"],
  ] as const)("of %s is a mistake, stored or not", (type, member) => {
    const step = { ...stepOf(type, 9), [member]: " " };
    expect(refusalOf(() => transitionComplaint(investigated, step, policy))).toMatchObject({
      code: "complaints/invalid-complaint",
      path: ["action", member],
    });
    const stored = { ...investigated, history: [...investigated.history, step] };
    expect(checkComplaint(stored, policy)).toMatchObject([{ path: ["history", 4, member] }]);
  });
});

test("whoever handles a complaint does not decline it", () => {
  const registered = walk(received(), ["register"]);
  expect(refusedWith(registered, { ...stepOf("decline", 9), by: "E-9" })).toEqual([
    "separated",
    "declined-past-handler",
  ]);
  expect(refusedWith(registered, stepOf("decline", 9))).toBeNull();
});
