import { describe, expect, test } from "vitest";

import {
  checkComplaint,
  complaintFlow,
  exampleComplaintHandling,
  missingReplyItems,
  noteComplaint,
  registerComplaint,
  sourceComplaintHandling,
  nfraComplaintHandling,
  transitionComplaint,
  type ComplaintAction,
  type ComplaintActName,
  type ComplaintCase,
  type ComplaintContext,
  type ComplaintHandlingPolicy,
  type ComplaintHistoryEntry,
  type ComplaintNote,
  type ComplaintParty,
} from "../../src/complaints/index.ts";
import { ComplaintCaseSchema, ComplaintHandlingPolicySchema } from "../../src/complaints/schema.ts";
import { derivePolicy, replay, type SeparationRule } from "../../src/core/index.ts";
import { money } from "../../src/money/index.ts";
import { minute, received, stepOf, taken, walk } from "./fixtures.ts";

/** What an entry of each type says besides that `by` did it, as the names of a separation rule describe it. */
const handles = (person: string) => ({ action: "handle", person });
const redress = { amount: money("10", "CNY"), authority: "outlet-head", approvedBy: "E-7" };
const note = (type: ComplaintNote["type"], more: object = {}) => ({ type, at: minute(1), by: "E-4", ...more }) as never;

test.each<[string, ComplaintHistoryEntry, readonly object[]]>([
  ["a receipt", { type: "receive", at: minute(0), by: "E-1" }, []],
  ["a registration", { ...stepOf("register", 1), handler: "E-8" } as never, [handles("E-8")]],
  ["what is handled on the spot", { ...stepOf("handle-on-the-spot", 1), by: "E-7" }, [handles("E-7")]],
  ["an investigation", stepOf("investigate", 1), [handles("E-9")]],
  [
    "an investigation by one for another",
    { ...stepOf("investigate", 1), handler: "E-8" } as never,
    [handles("E-9"), handles("E-8")],
  ],
  ["a transfer", stepOf("transfer", 1), [handles("E-8")]],
  ["an extension", stepOf("extend", 1), [{ action: "approve-extension", person: "E-7" }]],
  ["a decision", stepOf("decide", 1), []],
  [
    "a decision with redress",
    { ...stepOf("decide", 1), redress } as never,
    [{ action: "approve-redress", person: "E-7" }],
  ],
  ...(["reply", "follow-up", "close", "withdraw", "re-open", "escalate"] as const).map(
    (type): [string, ComplaintHistoryEntry, []] => [type, stepOf(type, 1), []],
  ),
  ["what to expect", note("tell-expectation", { replyBy: "2026-02-25" }), []],
  ["the begin of an appraisal", note("begin-appraisal", { body: "lab" }), []],
  ["its end", note("end-appraisal"), []],
  ["new facts", note("bring-new-facts"), []],
  ["an idea", note("suggest-improvement", { idea: "x" }), []],
  ["a sale", note("offer-sale", { product: "x" }), []],
])("who handles and who approves is read off %s", (_, entry, acts) => {
  expect(complaintFlow.acts?.of(entry)).toStrictEqual(acts);
});

type Rule = SeparationRule<ComplaintActName, ComplaintParty>;
const rule = (between: Rule["between"], changes: Partial<Rule> = {}): Rule => ({
  id: "own",
  between,
  scope: "same-case",
  relation: "same-person",
  source: "circular 9",
  ...changes,
});
const house = (...separation: readonly Rule[]): ComplaintHandlingPolicy =>
  derivePolicy(
    exampleComplaintHandling,
    { separation, expectationRequired: false },
    { id: "acme.handling", version: "3", source: "circular 9" },
  );

test("a policy may name every act of the case and its party, and is read so by itself", () => {
  const { lifecycle, notes, opening, acts, parties } = complaintFlow;
  const steps = Object.values<object>(lifecycle.table).flatMap((row) => Object.keys(row));
  const names = new Set([
    opening.type,
    ...steps,
    ...Object.keys(notes),
    ...(acts?.names ?? []),
  ]) as Set<ComplaintActName>;
  const party = Object.keys(parties)[0] as ComplaintParty;
  const rules = [...names].flatMap((name) => [
    rule([name, name], { id: name }),
    rule([party, name], { id: `${party}, ${name}` }),
  ]);
  expect(missingReplyItems(house(...rules), { items: [], remedies: [] }, false)).toContain("result");
});

function refusedWith(
  complaint: ComplaintCase,
  action: ComplaintAction,
  policy: ComplaintHandlingPolicy,
  context: ComplaintContext = {},
) {
  const outcome = transitionComplaint(complaint, action, policy, context);
  return outcome.ok ? null : { reason: outcome.reason, details: outcome.details };
}

const investigated = walk(received(), ["register", "investigate"]);

describe("a house policy keeps people apart", () => {
  const rows: readonly [string, ComplaintCase, ComplaintAction, Rule][] = [
    [
      "who handles does not grant the extension",
      investigated,
      { ...stepOf("extend", 9), approvedBy: "E-9" } as never,
      rule(["handle", "approve-extension"]),
    ],
    [
      "who decides does not approve the redress",
      investigated,
      {
        ...stepOf("decide", 9),
        redress: { amount: money("10", "CNY"), authority: "outlet-head", approvedBy: "E-9" },
      } as never,
      rule(["decide", "approve-redress"]),
    ],
    [
      "the person complained of does not register",
      received(),
      { ...stepOf("register", 1), by: "E-2" },
      rule(["person-complained-of", "register"]),
    ],
    [
      "nor closes",
      walk(received(), ["register", "investigate", "decide", "reply", "follow-up"]),
      { ...stepOf("close", 9), by: "E-1" },
      rule(["person-complained-of", "close"]),
    ],
    [
      "who received it does not handle it",
      received({ personsComplainedOf: [] }),
      { ...stepOf("register", 1), handler: "E-1" } as never,
      rule(["receive", "handle"]),
    ],
  ];
  test.each(rows)("%s", (_, complaint, action, kept) => {
    expect(refusedWith(complaint, action, house(kept))).toMatchObject({
      reason: "separated",
      details: { rule: "own" },
    });
    expect(refusedWith(complaint, action, house())).toBeNull();
  });

  test("who handled it before somebody else did is still somebody who handled it", () => {
    const passed = walk(received(), ["register", "transfer", "investigate"]);
    const extend = { ...stepOf("extend", 9), by: "E-8", approvedBy: "E-9" } as ComplaintAction;
    expect(refusedWith(passed, extend, house(rule(["handle", "approve-extension"])))?.reason).toBe("separated");
  });

  test("whoever deals with it handles it, named as the handler or not", () => {
    const spot = taken(walk(received(), ["register"]), [{ ...stepOf("handle-on-the-spot", 5), by: "E-7" }]);
    const decide = { ...stepOf("decide", 9), redress } as ComplaintAction;
    expect(refusedWith(spot, decide, house(rule(["handle", "approve-redress"])))?.reason).toBe("separated");
    const looked = taken(walk(received(), ["register"]), [{ ...stepOf("investigate", 5), by: "E-7" }]);
    const extend = { ...stepOf("extend", 9), approvedBy: "E-7" } as ComplaintAction;
    expect(looked.handler).toBe("E-9");
    expect(refusedWith(looked, extend, house(rule(["handle", "approve-extension"])))?.reason).toBe("separated");
  });

  test("a step is not taken as a note, nor a note as a step", () => {
    const refusedAs = (outcome: ReturnType<typeof noteComplaint>) => (outcome.ok ? null : outcome.reason);
    expect(refusedAs(noteComplaint(received(), stepOf("withdraw", 1) as never, house()))).toBe(
      "transition-not-allowed",
    );
    const note = { type: "bring-new-facts", at: minute(1), by: "E-9" } as never;
    expect(refusedAs(transitionComplaint(received(), note, house()))).toBe("transition-not-allowed");
  });

  test("a note is checked like a step", () => {
    const outcome = noteComplaint(
      received(),
      { type: "bring-new-facts", at: minute(1), by: "E-1" },
      house(rule(["person-complained-of", "bring-new-facts"])),
    );
    expect(outcome.ok ? null : outcome.reason).toBe("separated");
  });

  test("also over a complaint that was split from another", () => {
    const own = taken(received({ id: "C-2", links: ["C-1"], personsComplainedOf: [] }), [stepOf("register", 1)]);
    const decide = { ...stepOf("decide", 9), by: "E-1" };
    const kept = house(
      rule(["person-complained-of", "handle-on-the-spot"]),
      rule(["person-complained-of", "decide"], { id: "parent" }),
    );
    const handled = taken(own, [stepOf("handle-on-the-spot", 2)]);
    expect(refusedWith(handled, decide, kept)).toEqual({
      reason: "separation-unknown",
      details: { rule: "parent", missing: "linked", cases: ["C-1"] },
    });
    expect(refusedWith(handled, decide, kept, { linked: [received()] })).toMatchObject({
      reason: "separated",
      details: { with: { party: "person-complained-of", case: "C-1" } },
    });
    expect(refusedWith(handled, { ...decide, by: "E-7" }, kept, { linked: [received()] })).toBeNull();
  });

  test("and it registers under the same rules", () => {
    const registration = { at: minute(1), by: "E-2", handler: "E-9", cause: "x", keyPoints: [] };
    expect(
      registerComplaint(received(), registration, house(rule(["person-complained-of", "register"]))),
    ).toMatchObject({
      ok: false,
      reason: "separated",
    });
  });

  test("the check finds what an earlier policy let pass", () => {
    const old = walk(received(), ["register", "investigate"]);
    const own = {
      ...old,
      history: old.history.map((entry) => (entry.type === "register" ? { ...entry, by: "E-1" } : entry)),
    };
    expect(checkComplaint(own, house(rule(["person-complained-of", "register"])))[0]).toMatchObject({
      code: "complaints/separated",
      path: ["history", 1],
    });
  });

  test("a misspelt name in a rule is a mistake, not a rule without effect", () => {
    expect(() =>
      refusedWith(received(), stepOf("register", 1), house(rule(["person-complained-off" as never, "register"]))),
    ).toThrow(expect.objectContaining({ code: "core/invalid-separation", path: ["separation", 0, "between", 0] }));
  });

  test("a mistake in the rules or the teams is the caller's: a check of what is stored throws it", () => {
    const registered = walk(received(), ["register"]);
    const misspelt = house(rule(["person-complained-off" as never, "register"]));
    expect(() => checkComplaint(registered, misspelt)).toThrow(
      expect.objectContaining({ code: "core/invalid-separation", path: ["separation", 0, "between", 0] }),
    );
    const apart = house(rule(["receive", "register"], { relation: "same-team" }));
    const teams = [{ person: "E-4", team: "", from: "2026-01-01T00:00:00Z" }];
    expect(() => checkComplaint(registered, apart, { teams })).toThrow(
      expect.objectContaining({ code: "core/invalid-separation", path: ["teams", 0, "team"] }),
    );
  });

  test("a mistake in another complaint is an issue with the path to it", () => {
    const registered = walk(received(), ["register"]);
    const other = received({ id: "C-2" });
    const wrong = { ...other, history: other.history.map((entry) => ({ ...entry, by: " E-4" })) };
    const elsewhere = [registered, wrong];
    const apart = house(rule(["receive", "register"], { scope: "always" }));
    // the step cannot be judged, and is left out: the state then differs as well
    expect(checkComplaint(registered, apart, { elsewhere }).map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["core/invalid-case", "context.elsewhere.1.history.0"],
      ["core/invalid-case", "context.elsewhere.1.history.0"],
      ["complaints/state-differs", "state"],
      ["complaints/handler-differs", "handler"],
    ]);
  });
});

test("a stored history is reported, not thrown at whoever checks it", () => {
  const registered = walk(received(), ["register"]);
  const history = registered.history.map((entry) => (entry.type === "register" ? { ...entry, by: " " } : entry));
  expect(checkComplaint({ ...registered, history }, house())[0]).toMatchObject({
    code: "core/invalid-case",
    path: ["history", 1, "by"],
  });
  expect(checkComplaint({ ...registered, outlet: "" }, house())).toEqual([
    { code: "complaints/empty-id", path: ["outlet"], details: { received: "string(0)" } },
  ]);
});

test("the ready policies ask for no more than the room itself always does", () => {
  for (const policy of [sourceComplaintHandling, nfraComplaintHandling, exampleComplaintHandling]) {
    expect(complaintFlow.separation(policy)).toEqual([]);
  }
});

test("a policy with rules and a case with links go through their schemas", () => {
  const policy = house(rule(["handle", "approve-extension"], { scope: "always" }));
  expect(ComplaintHandlingPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  const wrong = { ...policy, separation: [{ ...policy.separation?.[0], between: ["handle", "person-complained-of"] }] };
  expect(ComplaintHandlingPolicySchema.safeParse(wrong).success).toBe(false);
  const linked = received({ links: ["C-0"] });
  expect(ComplaintCaseSchema.parse(JSON.parse(JSON.stringify(linked)))).toEqual(linked);
});

test("the handler is whom a registration, a transfer or an investigation names last, and no other entry", () => {
  const named = taken(received(), [
    stepOf("register", 1),
    { type: "tell-expectation", at: minute(1), by: "E-9", replyBy: "2026-02-25" },
    { type: "investigate", at: minute(2), by: "E-9", handler: "E-7" },
    { type: "extend", at: minute(3), by: "E-7", reason: "x", approvedBy: "E-8", approvedByRole: "head" },
  ]);
  expect(named.handler).toBe("E-7");
});

test("replay gives the state and the handler of a stored history", () => {
  const passed = walk(received(), ["register", "transfer", "investigate"]);
  expect(replay(complaintFlow, passed.history)).toEqual({
    state: "investigating",
    handler: "E-8",
    history: passed.history,
  });
});
