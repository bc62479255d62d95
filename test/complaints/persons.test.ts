import { describe, expect, test } from "vitest";

import {
  checkComplaint,
  complaintFromEntry,
  complaintOpenItems,
  exampleComplaintHandling,
  noteComplaint,
  receiveComplaint,
  sourceComplaintHandling,
  transitionComplaint,
  type ComplaintAction,
  type ComplaintCase,
} from "../../src/complaints/index.ts";
import { ComplaintCaseSchema } from "../../src/complaints/schema.ts";
import { refusalOf } from "../support/refusal.ts";
import { intake, minute, received, stepOf, taken, walk } from "./fixtures.ts";

const policy = exampleComplaintHandling;
const reasonOf = (complaint: ComplaintCase, step: ComplaintAction) => {
  const outcome = transitionComplaint(complaint, step, policy);
  return outcome.ok ? null : outcome.reason;
};
const owners = (complaint: ComplaintCase) =>
  complaintOpenItems([complaint], { zone: "Asia/Shanghai" })
    .filter(({ state }) => state === "open")
    .map(({ kind, owner }) => [kind, owner]);

describe("those complained of", () => {
  test("are in the receipt, so that nobody is taken off the list", () => {
    const registered = walk(received(), ["register"]);
    expect(registered.history[0]).toMatchObject({ type: "receive", personsComplainedOf: ["E-1", "E-2"] });
    const edited = { ...registered, personsComplainedOf: ["E-1"] };
    expect(checkComplaint(edited, policy)).toEqual([
      {
        code: "complaints/persons-complained-of-differs",
        path: ["personsComplainedOf"],
        details: { personsComplainedOf: ["E-1"], expected: ["E-1", "E-2"] },
      },
    ]);
    expect(reasonOf(edited, { ...stepOf("handle-on-the-spot", 9), by: "E-2" })).toBe("separated");
  });

  test("may be found later: what they did stays lawful, and they do nothing more", () => {
    const investigating = walk(received({ personsComplainedOf: [] }), ["register", "investigate"]);
    const found = { type: "name-person", at: minute(5), by: "E-6", person: "E-9" } as const;
    const named = taken(investigating, [found], policy, {});
    expect(named.personsComplainedOf).toEqual(["E-9"]);
    expect(checkComplaint(named, policy)).toEqual([]);
    expect(ComplaintCaseSchema.parse(JSON.parse(JSON.stringify(named)))).toEqual(named);
    expect(reasonOf(named, stepOf("decide", 6))).toBe("separated");
    expect(reasonOf(named, { ...stepOf("transfer", 6), by: "E-9" })).toBe("separated");
    expect(reasonOf(named, { ...stepOf("transfer", 6), by: "E-6", to: "E-9" } as ComplaintAction)).toBe("separated");
    expect(reasonOf(named, { ...stepOf("decide", 6), by: "E-6" })).toBeNull();
    // nobody records it of themselves, and a name is taken once
    const own = noteComplaint(investigating, { ...found, by: "E-9" }, policy);
    expect(own.ok ? null : own.reason).toBe("separated");
    expect(taken(named, [{ ...found, at: minute(7) }], policy, {}).personsComplainedOf).toEqual(["E-9"]);
    // what they had to do is the outlet's until somebody else has it
    expect(owners(investigating)).toEqual([["answer", "E-9"]]);
    expect(owners(named)).toEqual([["answer", "B-12"]]);
  });

  test("may be found after the close, and in a linked complaint in which they acted", () => {
    const closed = walk(received(), ["register", "investigate", "decide", "reply", "follow-up", "close"]);
    const linked = received({ id: "C-2", acceptedBy: "E-3", personsComplainedOf: [], links: ["C-1"] });
    const found = { type: "name-person", at: minute(20), by: "E-6", person: "E-9" } as const;
    expect(noteComplaint(closed, found, policy).ok).toBe(true);
    const named = taken(linked, [found], policy, { linked: [closed] });
    expect(checkComplaint(closed, policy, { linked: [named] })).toEqual([]);
    expect(checkComplaint(named, policy, { linked: [closed] })).toEqual([]);
    const again = transitionComplaint(closed, stepOf("re-open", 21), policy, { linked: [named] });
    expect(again.ok ? null : again.reason).toBe("separated");
  });

  describe("in a later complaint about whoever handled the earlier one", () => {
    const handled = walk(received({ personsComplainedOf: [] }), ["register", "investigate"]);
    const about = received({
      id: "C-2",
      receivedAt: minute(10),
      acceptedBy: "E-9",
      personsComplainedOf: ["E-9"],
      links: ["C-1"],
    });
    const house = {
      ...policy,
      id: "acme.handling",
      separation: [
        {
          id: "received-past-handler",
          between: ["handle", "receive"],
          scope: "same-case",
          relation: "same-person",
          source: "circular 9",
        },
      ],
    } as const;

    test("are no fault of the receipt, nor is what they did until then", () => {
      expect(checkComplaint(about, policy, { linked: [handled] })).toEqual([]);
      expect(checkComplaint(handled, policy, { linked: [about] })).toEqual([]);
      // nor is it one of whoever had to receive it, whatever a rule says of the receipt
      expect(checkComplaint(about, house, { linked: [handled] })).toEqual([]);
      expect(checkComplaint(handled, house, { linked: [about] })).toEqual([]);
    });

    test("do nothing more in either, which the check of that entry finds, and no other", () => {
      const decide = { ...stepOf("decide", 11), by: "E-9" } as const;
      const refused = transitionComplaint(handled, decide, policy, { linked: [about] });
      expect(refused.ok ? null : refused.details).toMatchObject({
        rule: "subject-only-receives",
        person: "E-9",
        with: { case: "C-2", entry: 0 },
      });
      const forced = taken(handled, [decide], policy, {});
      expect(checkComplaint(forced, policy, { linked: [about] })).toMatchObject([
        { code: "complaints/separated", path: ["history", 4] },
        { code: "complaints/state-differs" },
      ]);
      expect(checkComplaint(about, policy, { linked: [forced] })).toEqual([]);
      const own = transitionComplaint(about, { ...stepOf("register", 12), by: "E-9" }, policy, { linked: [handled] });
      expect(own.ok ? null : own.reason).toBe("separated");
    });

    test.each([
      [10, "the moment of the receipt", false],
      [11, "after it", false],
      [9, "before it", true],
    ])("take a step at minute %i, %s: %s", (at, _, allowed) => {
      const decide = { ...stepOf("decide", at), by: "E-9" } as const;
      const answer = transitionComplaint(handled, decide, policy, { linked: [about] });
      expect(answer.ok || answer.reason).toBe(allowed || "separated");
    });

    test("hand it over, and both go on: nothing stays that nobody can clear", () => {
      const passed = taken(handled, [{ type: "transfer", at: minute(12), by: "E-6", to: "E-5" }], policy, {
        linked: [about],
      });
      const registered = taken(
        about,
        [{ ...stepOf("register", 13), by: "E-6", handler: "E-5" } as ComplaintAction],
        policy,
        { linked: [passed] },
      );
      expect(checkComplaint(passed, policy, { linked: [registered] })).toEqual([]);
      expect(checkComplaint(registered, policy, { linked: [passed] })).toEqual([]);
    });

    test("may be taken in and merged, as long as they did nothing since", () => {
      const again = received({ id: "C-2", receivedAt: minute(10), acceptedBy: "E-4", personsComplainedOf: ["E-9"] });
      const taking = (minutes: number) =>
        ({ type: "take-in", at: minute(minutes), by: "E-6", complaint: "C-2" }) as const;
      const both = taken(handled, [taking(11)], policy, { linked: [again] });
      const merged = taken(again, [{ ...stepOf("merge", 12), by: "E-6", into: "C-1" } as ComplaintAction], policy, {
        linked: [both],
      });
      expect(checkComplaint(both, policy, { linked: [merged] })).toEqual([]);
      expect(checkComplaint(merged, policy, { linked: [both] })).toEqual([]);
      const since = taken(handled, [{ ...stepOf("decide", 11), by: "E-9" }], policy, {});
      const late = noteComplaint(since, taking(12), policy, { linked: [again] });
      expect(late.ok ? null : late.reason).toBe("separated");
    });
  });

  test("who receive it break no rule by that, whatever a policy says of the receipt", () => {
    const own = received({ acceptedBy: "E-1", personsComplainedOf: ["E-1"] });
    const separation = [
      {
        id: "own",
        between: ["person-complained-of", ["receive"]],
        scope: "same-case",
        relation: "same-person",
        source: "circular 9",
      },
    ] as const;
    expect(checkComplaint(own, policy)).toEqual([]);
    expect(checkComplaint(own, { ...policy, id: "acme.handling", separation })).toEqual([]);
  });

  test("own nothing that is open: the outlet does", () => {
    const own = received({ acceptedBy: "E-1" });
    expect(owners(own)).toEqual([["register", "B-12"]]);
    expect(owners(received({ acceptedBy: "E-5" }))).toEqual([["register", "E-5"]]);
  });
});

describe("an id of a person is refused at the receipt as at every step", () => {
  test.each(["E-4 ", "E-4\u200b", "\uff25-4", "E-\uff14", "E\u20114", "E\u20134", "E\u22124"])("%j", (id) => {
    for (const changes of [{ acceptedBy: id }, { personsComplainedOf: [id] }]) {
      expect(refusalOf(() => receiveComplaint({ ...intake, ...changes })).code).toBe("core/invalid-case");
    }
    const step = { ...stepOf("register", 1), handler: id } as ComplaintAction;
    expect(refusalOf(() => transitionComplaint(received(), step, policy)).code).toBe("core/invalid-case");
    const entry = {
      id: "S-1",
      source: "opinion-box",
      outlet: "B",
      foundAt: minute(0),
      foundBy: id,
      writtenOn: null,
    } as const;
    const slip = { id: "C-9", client: null, contactable: false, category: "queue", personsComplainedOf: [] };
    const process = () => complaintFromEntry({ ...entry, outcome: null }, slip, { at: minute(1), by: "E-5" });
    expect(refusalOf(process).code).toBe("core/invalid-case");
  });

  test("capitals and small letters are two ids", () => {
    expect(reasonOf(received({ personsComplainedOf: ["e-9"] }), stepOf("register", 1))).toBeNull();
  });
});

describe("whoever complains for a client", () => {
  const complainant = { capacity: "agent", person: "A. Chan" } as const;
  const proof = { reference: "authorisation 31", on: "2026-02-13" };
  const withdraw = { ...stepOf("withdraw", 1), by: "E-6" };

  test("shows a proof before a complaint that was only received is withdrawn", () => {
    const called = received({ complainant });
    expect(reasonOf(called, withdraw)).toBe("authority-not-shown");
    expect(reasonOf(called, { ...withdraw, proof } as ComplaintAction)).toBeNull();
    expect(reasonOf(received({ complainant: { ...complainant, proof } }), withdraw)).toBeNull();
    const registered = taken(called, [{ ...stepOf("register", 1), proof } as ComplaintAction], policy, {});
    expect(reasonOf(registered, { ...withdraw, at: minute(2) })).toBeNull();
  });

  test.each([
    ["2026-02-13", null],
    // already the 14th somewhere at the time of the receipt, which a moment alone does not rule out
    ["2026-02-14", "proof-after-step"],
    ["2026-02-15", "proof-after-step"],
  ])("has not signed it on %s, after the step", (on, reason) => {
    const late = { ...proof, on };
    expect(reasonOf(received({ complainant }), { ...stepOf("register", 1), proof: late } as ComplaintAction)).toBe(
      reason,
    );
    expect(reasonOf(received({ complainant: { ...complainant, proof: late } }), stepOf("register", 1))).toBe(reason);
    expect(reasonOf(received({ complainant }), { ...withdraw, proof: late } as ComplaintAction)).toBe(reason);
  });

  test("may sign again", () => {
    const late = { complainant: { ...complainant, proof: { ...proof, on: "2026-02-20" } } };
    expect(reasonOf(received(late), { ...stepOf("register", 1), proof } as ComplaintAction)).toBeNull();
  });

  test("is nobody complained of", () => {
    const own = received({ complainant: { ...complainant, person: "E-2", proof } });
    expect(reasonOf(own, stepOf("register", 1))).toBe("complainant-complained-of");
    expect(reasonOf(own, withdraw)).toBe("complainant-complained-of");
  });

  test.each([" E-2", "\uff25-2", "E-2\u3000"])("is nobody complained of, typed as %j", (person) => {
    expect(reasonOf(received({ complainant: { ...complainant, person, proof } }), stepOf("register", 1))).toBe(
      "complainant-complained-of",
    );
    const replied = walk(received(), ["register", "investigate", "decide", "reply"]);
    expect(reasonOf(replied, { ...stepOf("escalate", 9), to: person } as ComplaintAction)).toBe("reviewer-took-part");
  });

  test("is nobody complained of in a linked complaint, nor does one represent a group", () => {
    const first = received({ id: "C-0", acceptedBy: "E-3", personsComplainedOf: ["E-5"] });
    const linked = received({ links: ["C-0"], complainant: { ...complainant, person: "E-5", proof } });
    const outcome = transitionComplaint(linked, stepOf("register", 1), policy, { linked: [first] });
    expect(outcome.ok ? null : [outcome.reason, outcome.details]).toEqual([
      "complainant-complained-of",
      { person: "E-5" },
    ]);
    expect(reasonOf(received({ representatives: ["K-1", "E-2"] }), stepOf("register", 1))).toBe(
      "complainant-complained-of",
    );
    expect(reasonOf(received({ representatives: ["K-1", "K-2"] }), stepOf("register", 1))).toBeNull();
  });
});

test("no ground to decline is in the source texts", () => {
  const outcome = transitionComplaint(received(), stepOf("decline", 1), sourceComplaintHandling);
  expect(outcome.ok ? null : [outcome.reason, outcome.details]).toEqual([
    "ground-not-listed",
    { ground: "not-the-party", policy: "source.complaint-handling" },
  ]);
});
