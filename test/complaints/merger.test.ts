import { describe, expect, test } from "vitest";

import {
  checkComplaint,
  exampleComplaintHandling,
  noteComplaint,
  transitionComplaint,
  type ComplaintAction,
  type ComplaintCase,
  type ComplaintContext,
  type ComplaintIntake,
} from "../../src/complaints/index.ts";
import { minute, received, stepOf, taken } from "./fixtures.ts";

/* The earlier complaint takes the later one in, and then the later one is merged into it: A and B below. */

const policy = exampleComplaintHandling;
const open = (id: string, changes: Partial<ComplaintIntake> = {}): ComplaintCase =>
  taken(received({ id, acceptedBy: "E-0", personsComplainedOf: [], ...changes }), [stepOf("register", 1)], policy, {});
const outcomeOf = (complaint: ComplaintCase, step: ComplaintAction, context: ComplaintContext = {}) => {
  const outcome = transitionComplaint(complaint, step, policy, context);
  return outcome.ok ? outcome.complaint.state : [outcome.reason, outcome.details];
};
const takeIn = (into: ComplaintCase, other: ComplaintCase, minutes = 5, by = "E-6") =>
  noteComplaint(into, { type: "take-in", at: minute(minutes), by, complaint: other.id }, policy, { linked: [other] });
const tookIn = (into: ComplaintCase, other: ComplaintCase, minutes = 5): ComplaintCase => {
  const outcome = takeIn(into, other, minutes);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.complaint;
};
const mergeInto = (into: string, minutes = 9) =>
  ({ type: "merge", at: minute(minutes), by: "E-6", into }) as const satisfies ComplaintAction;
const a = open("A");
const b = open("B", { personsComplainedOf: ["E-8"] });

describe("merging", () => {
  const both = tookIn(a, b);

  test("ends the later complaint, once the earlier one has taken it in", () => {
    expect(outcomeOf(b, mergeInto("A"), { linked: [both] })).toBe("merged");
    expect(outcomeOf(b, mergeInto("A"), { elsewhere: [both] })).toBe("merged");
  });

  test("is refused where the earlier one does not know of it, or not yet", () => {
    const refused = ["not-taken-in", { complaint: "B", into: "A" }];
    expect(outcomeOf(b, mergeInto("A"), { linked: [a] })).toEqual(refused);
    expect(outcomeOf(b, mergeInto("A", 4), { linked: [both] })).toEqual(refused);
    expect(outcomeOf(b, mergeInto("A"), { linked: [tookIn(a, open("D"))] })).toMatchObject(["separation-unknown", {}]);
  });

  test("is refused where the earlier one is not given", () => {
    expect(outcomeOf(b, mergeInto("A"))).toMatchObject(["separation-unknown", { missing: "linked", cases: ["A"] }]);
  });

  test.each(["withdraw", "decline"] as const)("is refused into one that is over by: %s", (type) => {
    const over = taken(both, [{ ...stepOf(type, 7), by: "E-6" }], policy, { linked: [b] });
    expect(outcomeOf(b, mergeInto("A"), { linked: [over] })).toEqual([
      "merged-while-over",
      { complaint: "A", state: over.state },
    ]);
    // that it ended later does not make an earlier merger wrong
    const merged = taken(b, [mergeInto("A", 6)], policy, { linked: [both] });
    expect(checkComplaint(merged, policy, { linked: [over] })).toEqual([]);
    expect(checkComplaint(over, policy, { linked: [merged] })).toEqual([]);
  });

  test("is refused into one that was received later", () => {
    const later = open("L", { receivedAt: "2026-02-13T10:00:30+08:00" });
    const taking = takeIn(later, a);
    expect(taking.ok ? null : [taking.reason, taking.details]).toEqual([
      "merged-into-later",
      { complaint: "A", receivedAt: minute(0), into: "L", intoReceivedAt: "2026-02-13T10:00:30+08:00" },
    ]);
    const forced = { ...later, history: [...later.history, ...both.history.slice(-1)] } as ComplaintCase;
    expect(outcomeOf(b, mergeInto("L"), { linked: [forced] })).toMatchObject([
      "merged-into-later",
      { complaint: "B", into: "L" },
    ]);
  });

  test("is refused between two clients; one who is not known may be the same", () => {
    const other = open("O", { client: "K-78" });
    const unknown = open("U", { client: null });
    const taking = takeIn(a, other);
    expect(taking.ok ? null : [taking.reason, taking.details]).toEqual(["merged-across-clients", { complaint: "O" }]);
    expect(outcomeOf(unknown, mergeInto("A"), { linked: [tookIn(a, unknown)] })).toBe("merged");
    const changed = { ...both, client: "K-78" };
    expect(outcomeOf(b, mergeInto("A"), { linked: [changed] })).toEqual(["merged-across-clients", { complaint: "A" }]);
  });

  test("never ends two complaints in each other", () => {
    const mutual = tookIn(b, both, 6);
    const ended = taken(mutual, [mergeInto("A")], policy, { linked: [both] });
    expect(outcomeOf(both, mergeInto("B", 10), { linked: [ended] })).toEqual([
      "merged-while-over",
      { complaint: "B", state: "merged" },
    ]);
  });

  test("takes in nothing that is over, unless it ended by this merger", () => {
    const withdrawn = taken(b, [{ ...stepOf("withdraw", 4), by: "E-6" }], policy, {});
    const taking = takeIn(a, withdrawn);
    expect(taking.ok ? null : [taking.reason, taking.details]).toEqual([
      "merged-while-over",
      { complaint: "B", state: "withdrawn" },
    ]);
    const merged = taken(b, [mergeInto("A", 5)], policy, { linked: [both] });
    expect(takeIn(a, merged).ok).toBe(true);
  });

  test("keeps those complained of in either out of both", () => {
    const merged = taken(b, [mergeInto("A")], policy, { linked: [both] });
    const transfer = { type: "transfer", at: minute(11), by: "E-9", to: "E-8" } as const;
    expect(outcomeOf(both, transfer)).toMatchObject(["separation-unknown", { missing: "linked", cases: ["B"] }]);
    expect(outcomeOf(both, transfer, { linked: [merged] })).toMatchObject([
      "separated",
      { rule: "subject-only-receives", person: "E-8", with: { case: "B" } },
    ]);
    expect(checkComplaint(both, policy, { linked: [merged] })).toEqual([]);
    expect(checkComplaint(merged, policy, { linked: [both] })).toEqual([]);
    // and where they had a part already, the two do not come together
    const handled = taken(
      a,
      [{ type: "tell-expectation", at: minute(2), by: "E-8", replyBy: "2026-02-25" }],
      policy,
      {},
    );
    const taking = takeIn(handled, b);
    expect(taking.ok ? null : taking.reason).toBe("separated");
  });
});
