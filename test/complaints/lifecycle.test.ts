import { describe, expect, test } from "vitest";

import {
  complaintLifecycle,
  exampleComplaintHandling,
  transitionComplaint,
  type ComplaintActionType,
  type ComplaintState,
} from "../../src/complaints/index.ts";
import { expectation, matter, received, stepOf, walk } from "./fixtures.ts";

/** A shortest way to every state. */
const ways: Record<ComplaintState, readonly ComplaintActionType[]> = {
  received: [],
  registered: ["register"],
  "on-the-spot": ["register", "handle-on-the-spot"],
  investigating: ["register", "investigate"],
  transferred: ["register", "transfer"],
  extended: ["register", "investigate", "extend"],
  decided: ["register", "investigate", "decide"],
  replied: ["register", "investigate", "decide", "reply"],
  "followed-up": ["register", "investigate", "decide", "reply", "follow-up"],
  closed: ["register", "investigate", "decide", "reply", "follow-up", "close"],
  withdrawn: ["withdraw"],
  merged: ["merge"],
  declined: ["register", "decline"],
  "re-opened": ["register", "investigate", "decide", "reply", "re-open"],
  escalated: ["register", "investigate", "decide", "reply", "escalate"],
};

/** What each state leads to, written down from the description of the process; every other pair is refused. */
const expected: readonly string[] = [
  "received register registered",
  "received withdraw withdrawn",
  "received merge merged",
  "received decline declined",
  "registered handle-on-the-spot on-the-spot",
  "registered investigate investigating",
  "registered transfer transferred",
  "registered withdraw withdrawn",
  "registered merge merged",
  "registered decline declined",
  "on-the-spot decide decided",
  "on-the-spot investigate investigating",
  "on-the-spot transfer transferred",
  "on-the-spot withdraw withdrawn",
  "on-the-spot merge merged",
  "on-the-spot decline declined",
  "investigating decide decided",
  "investigating transfer transferred",
  "investigating extend extended",
  "investigating withdraw withdrawn",
  "investigating merge merged",
  "investigating decline declined",
  "transferred investigate investigating",
  "transferred transfer transferred",
  "transferred extend transferred",
  "transferred withdraw withdrawn",
  "transferred merge merged",
  "transferred decline declined",
  "extended decide decided",
  "extended transfer transferred",
  "extended extend extended",
  "extended withdraw withdrawn",
  "extended merge merged",
  "extended decline declined",
  "decided reply replied",
  "decided withdraw withdrawn",
  "replied follow-up followed-up",
  "replied re-open re-opened",
  "replied escalate escalated",
  "followed-up close closed",
  "followed-up follow-up followed-up",
  "followed-up re-open re-opened",
  "followed-up escalate escalated",
  "closed re-open re-opened",
  "closed escalate escalated",
  "re-opened investigate investigating",
  "re-opened transfer transferred",
  "re-opened withdraw withdrawn",
  "escalated investigate investigating",
  "escalated decide decided",
  "escalated withdraw withdrawn",
];

const actions: readonly ComplaintActionType[] = [
  "register",
  "handle-on-the-spot",
  "investigate",
  "transfer",
  "extend",
  "decide",
  "reply",
  "follow-up",
  "close",
  "withdraw",
  "merge",
  "decline",
  "re-open",
  "escalate",
];

describe.each(complaintLifecycle.states)("from %s", (state) => {
  const complaint = walk(received(), ways[state]);
  const allowed = expected.filter((line) => line.startsWith(`${state} `)).map((line) => line.split(" "));

  test("the way there leads there", () => {
    expect(complaint.state).toBe(state);
  });

  test.each(actions)("%s", (type) => {
    const outcome = transitionComplaint(
      complaint,
      { ...stepOf(type, 30), by: "E-3" },
      exampleComplaintHandling,
      matter,
    );
    const target = allowed.find(([, event]) => event === type)?.[2];
    if (target !== undefined) {
      expect(outcome).toMatchObject({ ok: true, complaint: { state: target } });
      return;
    }
    if (outcome.ok) throw new Error("allowed");
    expect(outcome.reason).toBe("transition-not-allowed");
    expect(outcome.details).toEqual({ from: state, type });
    expect([...outcome.allowed].sort()).toEqual(allowed.map(([, event]) => event).sort());
  });
});

test("only what was withdrawn, merged or declined goes nowhere", () => {
  const ends = complaintLifecycle.states.filter((state) => Object.keys(complaintLifecycle.table[state]).length === 0);
  expect(ends).toEqual(["withdrawn", "merged", "declined"]);
});

test("a step of no known type is refused, not thrown", () => {
  const outcome = transitionComplaint(
    received(),
    { ...expectation(1), type: "toString" } as never,
    exampleComplaintHandling,
  );
  expect(outcome).toMatchObject({
    ok: false,
    reason: "transition-not-allowed",
    allowed: ["register", "withdraw", "merge", "decline"],
  });
});
