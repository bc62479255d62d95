import { describe, expect, test } from "vitest";

import { derivePolicy } from "../../src/core/index.ts";
import {
  checkComplaint,
  decisionOf,
  exampleComplaintHandling,
  missingReplyItems,
  nfraComplaintHandling,
  noteComplaint,
  receiveComplaint,
  registerComplaint,
  sourceComplaintHandling,
  transitionComplaint,
  type ComplaintAction,
  type ComplaintActName,
  type ComplaintCase,
  type ComplaintHandlingPolicy,
  type DecideStep,
  type ReplyStep,
} from "../../src/complaints/index.ts";
import { money } from "../../src/money/index.ts";
import { expectation, intake, minute, received, stepOf, taken, walk } from "./fixtures.ts";

/** A decision; one with redress is not the handler's. */
const decide = (changes: Partial<DecideStep> = {}): DecideStep => ({
  ...(stepOf("decide", 20) as DecideStep),
  ...(changes.redress === undefined ? {} : { by: "E-6" }),
  ...changes,
});
const reply = (changes: Partial<ReplyStep> = {}): ReplyStep => ({ ...(stepOf("reply", 30) as ReplyStep), ...changes });
const house = (changes: Partial<ComplaintHandlingPolicy>): ComplaintHandlingPolicy =>
  derivePolicy(exampleComplaintHandling, changes, { id: "acme.handling", version: "2", source: "circular 9" });

/** Whoever handles a complaint approves nothing in it. */
const keptApart = (approval: "approve-extension" | "approve-redress"): ComplaintHandlingPolicy =>
  house({
    separation: [
      {
        id: "four-eyes",
        between: ["handle", approval],
        scope: "same-case",
        relation: "same-person",
        source: "circular 9",
      },
    ],
  });

function refusedStep(
  complaint: ComplaintCase,
  action: ComplaintAction,
  policy: ComplaintHandlingPolicy = exampleComplaintHandling,
) {
  const outcome = transitionComplaint(complaint, action, policy);
  return outcome.ok ? null : { reason: outcome.reason, details: outcome.details };
}

test("from receipt to close", () => {
  const closed = walk(received(), ["register", "investigate", "decide", "reply", "follow-up", "close"]);
  expect(closed.state).toBe("closed");
  expect(closed.handler).toBe("E-9");
  expect(closed.history.map(({ type }) => type)).toEqual([
    "receive",
    "register",
    "tell-expectation",
    "investigate",
    "decide",
    "reply",
    "follow-up",
    "close",
  ]);
  expect(checkComplaint(closed, exampleComplaintHandling)).toEqual([]);
});

describe("acceptance", () => {
  test("any employee accepts, also the person complained of", () => {
    const own = received({ acceptedBy: "E-1" });
    expect(own).toMatchObject({ state: "received", handler: null, acceptedBy: "E-1" });
    expect(checkComplaint(own, exampleComplaintHandling)).toEqual([]);
    const registered = registerComplaint(
      own,
      { at: minute(1), by: "E-8", handler: "E-9", cause: "x", keyPoints: [] },
      exampleComplaintHandling,
    );
    expect(registered).toMatchObject({ ok: true, complaint: { state: "registered", handler: "E-9" } });
  });

  test.each(["id", "acceptedBy", "category", "outlet"] as const)("without %s it is no complaint", (field) => {
    expect(() => receiveComplaint({ ...intake, [field]: "" })).toThrow(
      expect.objectContaining({
        code: "complaints/empty-id",
        path: ["intake", field],
        details: { received: "string(0)" },
      }),
    );
  });

  test("at a moment that exists", () => {
    expect(() => receiveComplaint({ ...intake, receivedAt: "2026-02-30T10:00:00+08:00" })).toThrow(
      expect.objectContaining({ code: "core/invalid-instant", path: ["intake", "receivedAt"] }),
    );
    expect(() => receiveComplaint({ ...intake, writtenOn: "2026-02-30" })).toThrow(
      expect.objectContaining({ code: "core/invalid-date", path: ["intake", "writtenOn"] }),
    );
  });
});

describe("nobody complained of handles, decides or approves", () => {
  const registered = walk(received(), ["register"]);
  const investigated = walk(received(), ["register", "investigate"]);
  const rows: readonly [string, ComplaintCase, ComplaintAction, ComplaintActName, string][] = [
    ["registered to him", received(), { ...stepOf("register", 1), handler: "E-2" } as never, "handle", "E-2"],
    ["registered by him", received(), { ...stepOf("register", 1), by: "E-2" }, "register", "E-2"],
    ["on the spot by him", registered, { ...stepOf("handle-on-the-spot", 5), by: "E-1" }, "handle-on-the-spot", "E-1"],
    ["taken up by him", registered, { type: "investigate", at: minute(5), by: "E-9", handler: "E-1" }, "handle", "E-1"],
    ["passed to him", registered, { type: "transfer", at: minute(5), by: "E-9", to: "E-2" }, "handle", "E-2"],
    ["decided by him", investigated, decide({ by: "E-2" }), "decide", "E-2"],
    [
      "more time approved by him",
      investigated,
      { ...stepOf("extend", 5), approvedBy: "E-1" } as never,
      "approve-extension",
      "E-1",
    ],
    [
      "redress approved by him",
      investigated,
      decide({ by: "E-8", redress: { amount: money("10", "CNY"), authority: "outlet-head", approvedBy: "E-1" } }),
      "approve-redress",
      "E-1",
    ],
  ];
  test.each(rows)("%s", (_, complaint, action, act, person) => {
    expect(refusedStep(complaint, action)).toEqual({
      reason: "separated",
      details: {
        rule: "subject-only-receives",
        person,
        action: act,
        relation: "same-person",
        with: { party: "person-complained-of", person, case: "C-1", entry: 0, at: minute(0) },
      },
    });
  });

  test("also after somebody else had it", () => {
    const handled = walk(received(), ["register", "transfer", "investigate"]);
    expect(handled.handler).toBe("E-8");
    expect(refusedStep(handled, { type: "transfer", at: minute(9), by: "E-8", to: "E-1" })?.details).toMatchObject({
      rule: "subject-only-receives",
    });
  });
});

describe("order", () => {
  test.each([
    ["a reply before its decision", walk(received(), ["register", "investigate", "decide"]), reply({ at: minute(2) })],
    ["a registration before the receipt", received(), { ...stepOf("register", 1), at: "2026-02-13T09:59:59+08:00" }],
  ] as const)("%s is refused", (_, complaint, action) => {
    const last = complaint.history.at(-1)?.at;
    expect(refusedStep(complaint, action)).toEqual({
      reason: "before-last-entry",
      details: { type: action.type, at: action.at, last },
    });
  });

  test("the same moment, also in another zone, is in order", () => {
    const step = { ...stepOf("register", 1), at: "2026-02-13T02:00:00Z" };
    expect(transitionComplaint(received(), step, exampleComplaintHandling).ok).toBe(true);
  });
});

describe("what the client is told", () => {
  const registered = taken(received(), [stepOf("register", 1)]);

  test.each(["investigate", "transfer"] as const)("%s needs an expectation", (type) => {
    expect(refusedStep(registered, stepOf(type, 5))).toEqual({
      reason: "client-not-told-what-to-expect",
      details: { policy: "example.complaint-handling" },
    });
    const told = taken(registered, [expectation(2)]);
    expect(transitionComplaint(told, stepOf(type, 5), exampleComplaintHandling).ok).toBe(true);
  });

  test("what is settled on the spot needs none", () => {
    expect(taken(registered, [stepOf("handle-on-the-spot", 2), stepOf("decide", 3), stepOf("reply", 4)]).state).toBe(
      "replied",
    );
  });

  test("nobody can tell a client who cannot be reached", () => {
    const anonymous = taken(received({ contactable: false, client: null }), [stepOf("register", 1)]);
    const replied = taken(anonymous, [
      stepOf("investigate", 2),
      stepOf("decide", 3),
      reply({ at: minute(4), form: "none", items: [], remedies: [] }),
    ]);
    expect(replied.state).toBe("replied");
  });

  test("a policy may not ask for it", () => {
    expect(transitionComplaint(registered, stepOf("investigate", 5), nfraComplaintHandling).ok).toBe(true);
  });
});

describe("the reply checklist", () => {
  const decided = walk(received(), ["register", "investigate", "decide"]);
  const withRedress = taken(walk(received(), ["register", "investigate"]), [
    decide({ redress: { amount: money("10", "CNY"), authority: "outlet-head", approvedBy: "E-7" } }),
  ]);

  test.each([
    [
      "nothing told",
      decided,
      reply({ items: [], remedies: [] }),
      ["result", "facts", "basis", "reasons", "next-remedies", "contact"],
    ],
    ["next remedies without one", decided, reply({ remedies: [] }), ["next-remedies"]],
    ["fewer remedies than the policy asks for", decided, reply({ remedies: ["review", "court"] }), ["next-remedies"]],
    [
      "remedies not told",
      decided,
      reply({ items: ["result", "facts", "basis", "reasons", "contact"] }),
      ["next-remedies"],
    ],
    [
      "redress not told",
      withRedress,
      reply({ items: ["result", "facts", "basis", "reasons", "next-remedies", "contact"] }),
      ["redress"],
    ],
  ] as const)("%s", (_, complaint, step, missing) => {
    const remedies = exampleComplaintHandling.remedies.filter((remedy) => !step.remedies.includes(remedy));
    expect(refusedStep(complaint, step)).toEqual({ reason: "reply-incomplete", details: { missing, remedies } });
  });

  test("under the regulator's measures: facts, basis, reasons, decision and the four remedies", () => {
    const step = reply({ items: ["result", "reasons", "contact", "next-remedies"], remedies: ["review", "court"] });
    const remedies = ["mediation", "arbitration"];
    expect(refusedStep(decided, step, nfraComplaintHandling)).toEqual({
      reason: "reply-incomplete",
      details: { missing: ["facts", "basis", "next-remedies"], remedies },
    });
    const whole = reply({ items: ["facts", "basis", "reasons", "result", "next-remedies"] });
    expect(refusedStep(decided, whole, nfraComplaintHandling)).toBeNull();
    expect(refusedStep(decided, reply({ items: ["result"], remedies: [] }), sourceComplaintHandling)).toBeNull();
    expect(nfraComplaintHandling.readings?.[0]).toMatch(/2025-05-15.*being revised/);
  });

  test("a house may ask for remedies without naming which", () => {
    const any = house({ remedies: [] });
    expect(refusedStep(decided, reply({ remedies: ["ombudsman"] }), any)).toBeNull();
    expect(refusedStep(decided, reply({ remedies: [] }), any)?.details).toEqual({
      missing: ["next-remedies"],
      remedies: [],
    });
  });

  test("redress is not asked where none was granted", () => {
    const step = reply({ items: ["result", "facts", "basis", "reasons", "next-remedies", "contact"] });
    expect(transitionComplaint(decided, step, exampleComplaintHandling).ok).toBe(true);
    expect(missingReplyItems(exampleComplaintHandling, step, true)).toEqual(["redress"]);
  });

  test("a row whose state its history does not lead to takes no step", () => {
    const stored: ComplaintCase = { ...received(), state: "decided" };
    expect(() => transitionComplaint(stored, reply({}), exampleComplaintHandling)).toThrow(
      expect.objectContaining({
        code: "core/invalid-case",
        path: ["complaint", "state"],
        details: { id: "C-1", state: "decided", expected: "received" },
      }),
    );
  });

  test("a client who can be reached gets a reply in some form", () => {
    expect(refusedStep(decided, reply({ form: "none" }))).toEqual({ reason: "reply-without-form", details: {} });
  });
});

describe("redress", () => {
  const investigated = walk(received(), ["register", "investigate"]);
  const limits = house({
    redressAuthorities: [
      { role: "outlet-head", upTo: money("500", "CNY") },
      { role: "outlet-head", upTo: money("50", "USD") },
      { role: "head-office", upTo: null },
    ],
  });
  const granting = (amount: string, currency: string, authority: string): DecideStep =>
    decide({ redress: { amount: money(amount, currency), authority, approvedBy: "E-7" } });

  test.each([
    [
      "over the limit",
      granting("500.01", "CNY", "outlet-head"),
      "redress-beyond-authority",
      { authority: "outlet-head", amount: "500.01", upTo: "500" },
    ],
    [
      "no limit in the currency",
      granting("1", "HKD", "outlet-head"),
      "redress-without-authority",
      { authority: "outlet-head", currency: "HKD" },
    ],
    [
      "a role without authority",
      granting("1", "CNY", "teller"),
      "redress-without-authority",
      { authority: "teller", currency: "CNY" },
    ],
    ["no role", granting("1", "CNY", ""), "redress-without-authority", { authority: "" }],
  ] as const)("%s is refused", (_, step, reason, details) => {
    const found = refusedStep(investigated, step, limits);
    expect(found?.reason).toBe(reason);
    expect(found?.details).toMatchObject(
      reason === "redress-beyond-authority"
        ? { ...details, upTo: expect.stringMatching(/^500(\.00)?$/) as string }
        : details,
    );
  });

  test.each([
    granting("500.00", "CNY", "outlet-head"),
    granting("50", "USD", "outlet-head"),
    granting("99999", "HKD", "head-office"),
    granting("0", "CNY", "outlet-head"),
  ])("within authority", (step) => {
    const outcome = transitionComplaint(investigated, step, limits);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(decisionOf(outcome.complaint)?.redress).toEqual(step.redress);
  });

  test.each([sourceComplaintHandling, nfraComplaintHandling, house({ redressAuthorities: [] })])(
    "by nobody where $id lists no authority",
    (policy) => {
      expect(refusedStep(investigated, granting("0.01", "CNY", "head-office"), policy)).toEqual({
        reason: "redress-without-authority",
        details: { authority: "head-office", currency: "CNY" },
      });
    },
  );

  test.each([
    ["500.00", "outlet-head", null],
    ["500.01", "outlet-head", "redress-beyond-authority"],
    ["5000.00", "head-of-complaint-handling", null],
    ["1000000", "head-office", null],
    ["1", "teller", "redress-without-authority"],
  ])("of %s by %s under the example", (amount, authority, reason) => {
    expect(refusedStep(investigated, granting(amount, "CNY", authority))?.reason ?? null).toBe(reason);
  });

  test("needs a role and somebody who approved", () => {
    const nobody = (approvedBy: string) => ({ amount: money("1", "CNY"), authority: "teller", approvedBy });
    for (const policy of [exampleComplaintHandling, keptApart("approve-redress")]) {
      for (const [step, authority] of [
        [granting("1", "CNY", ""), ""],
        [granting("1", "CNY", "  "), "  "],
        [decide({ redress: nobody("") }), "teller"],
        [decide({ redress: nobody("  ") }), "teller"],
      ] as const) {
        const refusal = { reason: "redress-without-authority", details: { authority } };
        expect(refusedStep(investigated, step, policy)).toEqual(refusal);
      }
    }
  });

  test("below nothing is a mistake", () => {
    expect(() => transitionComplaint(investigated, granting("-0.01", "CNY", "outlet-head"), limits)).toThrow(
      expect.objectContaining({
        code: "complaints/negative-redress",
        path: ["action", "redress", "amount"],
        message: "action.redress.amount: negative",
        details: { amount: "-0.01", currency: "CNY" },
      }),
    );
  });
});

describe("more time", () => {
  test("needs somebody who approved", () => {
    const complaint = walk(received(), ["register", "investigate"]);
    expect(refusedStep(complaint, { ...stepOf("extend", 9), approvedBy: "" } as never)).toEqual({
      reason: "no-approver",
      details: {},
    });
  });

  test.each(["", "  "])("approved by “%s” is approved by nobody, whoever the policy keeps apart", (approvedBy) => {
    const complaint = walk(received(), ["register", "investigate"]);
    const apart = keptApart("approve-extension");
    for (const policy of [exampleComplaintHandling, apart]) {
      const step = { ...stepOf("extend", 9), approvedBy } as never;
      expect(refusedStep(complaint, step, policy)).toEqual({ reason: "no-approver", details: {} });
    }
  });

  test("may be granted where the complaint was passed to, which stays there", () => {
    expect(walk(received(), ["register", "transfer", "extend"])).toMatchObject({
      state: "transferred",
      handler: "E-8",
    });
  });
});

describe("a group complaint", () => {
  const six = ["R-1", "R-2", "R-3", "R-4", "R-5", "R-6"];
  test("in person has at most 5 representatives", () => {
    expect(refusedStep(received({ representatives: six }), stepOf("register", 1), nfraComplaintHandling)).toEqual({
      reason: "too-many-representatives",
      details: { count: 6, max: 5, policy: "cn.nfra.complaint-handling" },
    });
    const five = received({ representatives: six.slice(1) });
    expect(transitionComplaint(five, stepOf("register", 1), nfraComplaintHandling).ok).toBe(true);
  });

  test("by letter has any number, and so where the policy sets none", () => {
    const letter = received({ representatives: six, channel: "letter" });
    expect(transitionComplaint(letter, stepOf("register", 1), nfraComplaintHandling).ok).toBe(true);
    const source = received({ representatives: six });
    expect(transitionComplaint(source, stepOf("register", 1), sourceComplaintHandling).ok).toBe(true);
  });
});

describe("notes", () => {
  const sale = { type: "offer-sale", at: minute(5), by: "E-9", product: "fund" } as const;
  const idea = { type: "suggest-improvement", at: minute(59), by: "E-9", idea: "shorter forms" } as const;

  test.each([sourceComplaintHandling, nfraComplaintHandling, exampleComplaintHandling])(
    "no sale inside a complaint under $id",
    (policy) => {
      expect(noteComplaint(received(), sale, policy)).toEqual({
        ok: false,
        reason: "selling-not-allowed",
        allowed: ["register", "withdraw", "merge", "decline"],
        details: { policy: policy.id },
      });
    },
  );

  test("unless the bank turns it on", () => {
    const outcome = noteComplaint(received(), sale, house({ sellingAllowed: true }));
    expect(outcome).toMatchObject({ ok: true, complaint: { state: "received" } });
  });

  test("an idea is welcome in every state, new facts are not once the case is over", () => {
    for (const over of [
      walk(received(), ["withdraw"]),
      walk(received(), ["register", "investigate", "decide", "reply", "follow-up", "close"]),
    ]) {
      expect(noteComplaint(over, idea, exampleComplaintHandling).ok).toBe(true);
      expect(
        noteComplaint(
          over,
          {
            type: "bring-new-facts",
            at: minute(59),
            by: "E-9",
            facts: { what: "a receipt", receivedAt: minute(59), form: "letter", reference: "letter 31" },
          },
          exampleComplaintHandling,
        ),
      ).toMatchObject({ ok: false, reason: "case-over", details: { state: over.state, type: "bring-new-facts" } });
    }
  });

  test("come in order too", () => {
    expect(noteComplaint(walk(received(), ["register"]), { ...idea, at: minute(0) }, exampleComplaintHandling)).toEqual(
      {
        ok: false,
        reason: "before-last-entry",
        allowed: ["handle-on-the-spot", "investigate", "transfer", "withdraw", "merge", "decline"],
        details: { type: "suggest-improvement", at: minute(0), last: minute(1) },
      },
    );
  });
});

describe("checking what was stored", () => {
  const closed = walk(received(), ["register", "investigate", "decide", "reply", "follow-up", "close"]);
  const [receipt, ...rest] = closed.history;

  test.each([
    ["another state", { ...closed, state: "replied" }, [["complaints/state-differs", ["state"]]]],
    ["another handler", { ...closed, handler: "E-3" }, [["complaints/handler-differs", ["handler"]]]],
    [
      "no receipt",
      { ...closed, history: rest },
      [["complaints/not-received-first", ["history", 0]], "complaints/transition-not-allowed"],
    ],
    [
      "two receipts",
      { ...closed, history: [receipt, receipt, ...rest] },
      [["complaints/not-received-first", ["history", 1]]],
    ],
    [
      "a receipt at another time",
      { ...closed, receivedAt: minute(1) },
      [["complaints/not-received-first", ["history", 0]]],
    ],
    [
      "an entry taken out",
      { ...closed, history: closed.history.filter(({ type }) => type !== "tell-expectation") },
      [["complaints/client-not-told-what-to-expect", ["history", 2]]],
    ],
    [
      "a sale",
      { ...closed, history: [receipt, { type: "offer-sale", at: minute(0), by: "E-9", product: "x" }, ...rest] },
      [["complaints/selling-not-allowed", ["history", 1]]],
    ],
  ] as const)("%s is found", (_, complaint, expected) => {
    const issues = checkComplaint(complaint as never, exampleComplaintHandling);
    for (const [index, found] of expected.entries()) {
      const [code, path] = typeof found === "string" ? [found, null] : found;
      expect(issues[index]?.code).toBe(code);
      if (path !== null) expect(issues[index]?.path).toEqual(path);
    }
  });
});
