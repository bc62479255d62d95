import { describe, expect, test } from "vitest";

import {
  checkComplaint,
  COMPLAINT_ENTRY_TYPES,
  COMPLAINT_PARTIES,
  COMPLAINT_SEPARATION_IDS,
  COMPLAINT_SIDE_ACTS,
  complaintFlow,
  complaintSeparation,
  exampleComplaintHandling,
  missingReplyItems,
  noteComplaint,
  registerComplaint,
  sourceComplaintHandling,
  nfraComplaintHandling,
  nfraRecusal,
  transitionComplaint,
  type ComplaintAction,
  type ComplaintActionType,
  type ComplaintActName,
  type ComplaintCase,
  type ComplaintContext,
  type ComplaintHandlingPolicy,
  type ComplaintHistoryEntry,
  type ComplaintNote,
  type ComplaintNoteType,
  type ComplaintParty,
  type ComplaintSeparationId,
} from "../../src/complaints/index.ts";
import { ComplaintCaseSchema, ComplaintHandlingPolicySchema } from "../../src/complaints/schema.ts";
import { derivePolicy, replay, type SeparationRule } from "../../src/core/index.ts";
import { money } from "../../src/money/index.ts";
import { matter, minute, received, stepOf, taken, walk } from "./fixtures.ts";

/** What an entry of each type says besides that `by` did it, as the names of a separation rule describe it. */
const handles = (person: string) => ({ action: "handle", person });
const takesPart = (person: string) => ({ action: "take-part-before-review", person });
const redress = { amount: money("10", "CNY"), authority: "outlet-head", approvedBy: "E-7" };
const note = (type: ComplaintNote["type"], more: object = {}) => ({ type, at: minute(1), by: "E-4", ...more }) as never;

const facts = { what: "a receipt", receivedAt: minute(1), form: "letter", reference: "letter 31" } as const;
const acceptance = { receivedAt: minute(20), form: "phone", reference: "recording 8" } as const;

test.each<[string, ComplaintHistoryEntry, readonly object[]]>([
  ["a receipt", { type: "receive", at: minute(0), by: "E-1", personsComplainedOf: ["E-2"] }, []],
  ["a registration", { ...stepOf("register", 1), handler: "E-8" } as never, [handles("E-8"), takesPart("E-8")]],
  [
    "what is handled on the spot",
    { ...stepOf("handle-on-the-spot", 1), by: "E-7" },
    [handles("E-7"), takesPart("E-7")],
  ],
  ["an investigation", stepOf("investigate", 1), [handles("E-9"), takesPart("E-9")]],
  [
    "an investigation by one for another",
    { ...stepOf("investigate", 1), handler: "E-8" } as never,
    [handles("E-9"), takesPart("E-9"), handles("E-8"), takesPart("E-8")],
  ],
  ["a transfer", stepOf("transfer", 1), [handles("E-8"), takesPart("E-8")]],
  ["an extension", stepOf("extend", 1), [{ action: "approve-extension", person: "E-7" }]],
  ["a decision", stepOf("decide", 1), [takesPart("E-9")]],
  [
    "a decision with redress",
    { ...stepOf("decide", 1), redress } as never,
    [takesPart("E-9"), { action: "grant-redress", person: "E-9" }, { action: "approve-redress", person: "E-7" }],
  ],
  ...(["reply", "follow-up", "close", "withdraw", "merge", "decline", "re-open", "escalate"] as const).map(
    (type): [string, ComplaintHistoryEntry, []] => [type, stepOf(type, 1), []],
  ),
  ["what to expect", note("tell-expectation", { replyBy: "2026-02-25" }), []],
  ["the begin of an appraisal", note("begin-appraisal", { body: "lab", commission: "commission 5" }), []],
  ["its end", note("end-appraisal"), []],
  ["new facts", note("bring-new-facts", { facts }), []],
  ["that the client accepts", note("client-accepts", { acceptance }), []],
  ["a complaint taken in", note("take-in", { complaint: "C-2" }), []],
  ["who else is complained of", note("name-person", { person: "E-3" }), []],
  ["what the owner of a cause was told", note("inform-cause-owner", { to: "operations" }), []],
  ["an idea", note("suggest-improvement", { idea: "x" }), []],
  ["a sale", note("offer-sale", { product: "x" }), []],
])("who handles and who approves is read off %s", (_, entry, acts) => {
  expect(complaintFlow.acts?.of(entry, [])).toStrictEqual(acts);
});

test("in a review nobody takes part before it, and whoever decides, decides the review, until it is taken up again", () => {
  const actsIn = (before: readonly ComplaintActionType[], type: ComplaintActionType) =>
    complaintFlow.acts?.of(
      stepOf(type, 9),
      before.map((one) => stepOf(one, 1)),
    );
  expect(actsIn(["escalate"], "investigate")).toEqual([handles("E-9")]);
  expect(actsIn(["escalate"], "transfer")).toEqual([handles("E-8")]);
  expect(actsIn(["escalate"], "decide")).toEqual([{ action: "decide-review", person: "E-9" }]);
  expect(actsIn(["escalate", "re-open"], "decide")).toEqual([takesPart("E-9")]);
  expect(actsIn(["re-open", "escalate"], "decide")).toEqual([{ action: "decide-review", person: "E-9" }]);
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

describe("a house policy keeps people apart", () => {
  const decided = walk(received(), ["register", "investigate", "decide"]);
  const rows: readonly [string, ComplaintCase, ComplaintAction, Rule][] = [
    ["who decides does not reply", decided, stepOf("reply", 9), rule(["decide", "reply"])],
    [
      "nor does whoever investigated, or do the rest",
      decided,
      stepOf("reply", 9),
      rule(["investigate", ["escalate", "reply", "close"]]),
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
      { type: "bring-new-facts", at: minute(1), by: "E-1", facts },
      house(rule(["receive", "bring-new-facts"])),
    );
    expect(outcome.ok ? null : outcome.reason).toBe("separated");
  });

  test("also over a complaint that was split from another", () => {
    const kept = house(rule(["receive", "decide"]));
    const first = received({ acceptedBy: "E-5" });
    const own = taken(
      received({ id: "C-2", links: ["C-1"], personsComplainedOf: [] }),
      [stepOf("register", 1), stepOf("handle-on-the-spot", 2)],
      kept,
      { linked: [first] },
    );
    const decide = { ...stepOf("decide", 9), by: "E-5" };
    expect(refusedWith(own, decide, kept, { linked: [first] })).toMatchObject({
      reason: "separated",
      details: { rule: "own", with: { action: "receive", case: "C-1" } },
    });
    expect(refusedWith(own, { ...decide, by: "E-7" }, kept, { linked: [first] })).toBeNull();
  });

  test("and it registers under the same rules", () => {
    const registration = { at: minute(1), by: "E-3", handler: "E-9", cause: "x", keyPoints: [] };
    expect(
      registerComplaint(received({ acceptedBy: "E-3" }), registration, house(rule(["receive", "register"]))),
    ).toMatchObject({ ok: false, reason: "separated" });
  });

  test("the check finds what an earlier policy let pass", () => {
    const old = taken(received({ acceptedBy: "E-9" }), [stepOf("register", 1)]);
    expect(checkComplaint(old, house(rule(["receive", "register"])))).toMatchObject([
      { code: "complaints/separated", path: ["history", 1], details: { rule: "own" } },
      { code: "complaints/state-differs" },
      { code: "complaints/handler-differs" },
    ]);
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

const ready = [sourceComplaintHandling, nfraComplaintHandling, exampleComplaintHandling];
const names = [...COMPLAINT_ENTRY_TYPES, ...COMPLAINT_SIDE_ACTS];

describe("what every policy keeps apart", () => {
  test("is data with a source, in front of the policy's own rules", () => {
    for (const policy of [...ready, house()]) {
      const { separation = [] } = policy;
      expect(complaintFlow.separation(policy)).toEqual([...complaintSeparation, ...separation]);
    }
    expect(complaintSeparation.every(({ source }) => source !== "")).toBe(true);
    expect([...complaintSeparation, nfraRecusal].map(({ id }) => id)).toEqual([...COMPLAINT_SEPARATION_IDS]);
    expect(nfraComplaintHandling.separation).toEqual([nfraRecusal]);
    expect(nfraRecusal.source).toMatch(/无直接利益关系/);
  });

  test("the list of types has every entry, and those complained of are kept from all but the receipt", () => {
    const { lifecycle, notes, opening, acts, parties } = complaintFlow;
    const steps = new Set(Object.values<object>(lifecycle.table).flatMap((row) => Object.keys(row)));
    expect([...COMPLAINT_ENTRY_TYPES].sort()).toEqual([opening.type, ...steps, ...Object.keys(notes)].sort());
    expect(acts?.names).toEqual(COMPLAINT_SIDE_ACTS);
    expect(Object.keys(parties)).toEqual([...COMPLAINT_PARTIES]);
    expect(complaintSeparation[0]?.between).toEqual([
      "person-complained-of",
      names.filter((name) => name !== "receive"),
    ]);
  });

  test("a rule of a policy cannot take one of its ids", () => {
    const own = house(rule(["decide", "reply"], { id: "subject-only-receives" }));
    expect(() => refusedWith(received(), stepOf("register", 1), own)).toThrow(
      expect.objectContaining({ code: "core/invalid-separation", path: ["separation", 0, "id"] }),
    );
    expect(ComplaintHandlingPolicySchema.safeParse(own).success).toBe(false);
  });
});

/** A complaint in a state in which each step is in place, about E-1 and E-2. */
const before: Readonly<Record<ComplaintActionType, readonly ComplaintActionType[]>> = {
  register: [],
  "handle-on-the-spot": ["register"],
  investigate: ["register"],
  transfer: ["register"],
  extend: ["register", "investigate"],
  decide: ["register", "investigate"],
  reply: ["register", "investigate", "decide"],
  "follow-up": ["register", "investigate", "decide", "reply"],
  close: ["register", "investigate", "decide", "reply", "follow-up"],
  withdraw: ["register"],
  merge: ["register"],
  decline: ["register"],
  "re-open": ["register", "investigate", "decide", "reply"],
  escalate: ["register", "investigate", "decide", "reply"],
};
const noted: Readonly<Record<ComplaintNoteType, object>> = {
  "tell-expectation": { replyBy: "2026-02-25" },
  "begin-appraisal": { body: "laboratory", commission: "commission 5" },
  "end-appraisal": {},
  "bring-new-facts": { facts },
  "client-accepts": { acceptance },
  "take-in": { complaint: "C-0" },
  "name-person": { person: "E-3" },
  "inform-cause-owner": { to: "operations" },
  "suggest-improvement": { idea: "shorter forms" },
  "offer-sale": { product: "fund" },
};
const bare: ComplaintHandlingPolicy = { ...exampleComplaintHandling, sellingAllowed: true };
delete (bare as { separation?: unknown }).separation;

describe.each([...ready, { ...bare, id: "acme.without-separation" }])(
  "under $id the person complained of may receive, and nothing else",
  (policy) => {
    const kept = (outcome: ReturnType<typeof noteComplaint>) =>
      outcome.ok ? "accepted" : [outcome.reason, (outcome.details as { rule?: string }).rule];

    test.each(Object.keys(before) as ComplaintActionType[])("step %s", (type) => {
      const complaint = walk(received(), before[type]);
      const own = { ...stepOf(type, 30), by: "E-2" };
      expect(kept(transitionComplaint(complaint, own, policy, matter))).toEqual(["separated", "subject-only-receives"]);
      // somebody else may
      const items = { items: ["result", "facts", "basis", "reasons", "redress", "next-remedies", "contact"] };
      const by = type === "decline" ? "E-6" : "E-9";
      const other = { ...stepOf(type, 30), by, ...(type === "reply" ? items : {}) } as ComplaintAction;
      expect(kept(transitionComplaint(complaint, other, policy, matter))).toEqual(
        type === "decline" && policy.declineGrounds.length === 0 ? ["ground-not-listed", undefined] : "accepted",
      );
    });

    test.each(Object.keys(noted) as ComplaintNoteType[])("note %s", (type) => {
      const entry = { type, at: minute(30), ...noted[type] };
      const complaint = walk(received(), type === "client-accepts" ? before.reply : ["register"]);
      const own = noteComplaint(complaint, { ...entry, by: "E-1" } as ComplaintNote, policy, matter);
      expect(kept(own)).toEqual(["separated", "subject-only-receives"]);
      const other = noteComplaint(complaint, { ...entry, by: "E-9" } as ComplaintNote, policy, matter);
      expect(kept(other)).toEqual(
        type === "offer-sale" && !policy.sellingAllowed ? ["selling-not-allowed", undefined] : "accepted",
      );
    });

    test("nor is he made the handler, or approves", () => {
      const registered = walk(received(), ["register"]);
      const investigating = walk(received(), ["register", "investigate"]);
      const grant = { amount: money("1", "CNY"), authority: "head-office", approvedBy: "E-1" };
      const tries: readonly (readonly [ComplaintCase, object])[] = [
        [received(), { ...stepOf("register", 30), handler: "E-1" }],
        [registered, { ...stepOf("investigate", 30), handler: "E-1" }],
        [registered, { ...stepOf("transfer", 30), to: "E-1" }],
        [investigating, { ...stepOf("extend", 30), approvedBy: "E-1" }],
        [investigating, { ...stepOf("decide", 30), by: "E-6", redress: grant }],
      ];
      for (const [complaint, step] of tries) {
        expect(kept(transitionComplaint(complaint, step as ComplaintAction, policy))).toEqual([
          "separated",
          "subject-only-receives",
        ]);
      }
    });
  },
);

describe("nobody grants what they asked for", () => {
  const investigating = walk(received(), ["register", "investigate"]);
  const passed = walk(received(), ["register", "transfer", "investigate"]);
  const extend = (by: string, approvedBy: string): ComplaintAction =>
    ({ ...stepOf("extend", 9), by, approvedBy }) as ComplaintAction;
  const grant = (by: string, approvedBy: string): ComplaintAction =>
    ({
      ...stepOf("decide", 9),
      by,
      redress: { amount: money("10", "CNY"), authority: "outlet-head", approvedBy },
    }) as ComplaintAction;

  test.each<[string, ComplaintCase, ComplaintAction, ComplaintSeparationId | null]>([
    ["the handler does not approve more time", investigating, extend("E-8", "E-9"), "handler-approves-nothing"],
    ["whoever handled it before does not either", passed, extend("E-8", "E-9"), "handler-approves-nothing"],
    ["whoever asks for more time does not", investigating, extend("E-6", "E-6"), "extension-approved-by-another"],
    ["somebody else does", investigating, extend("E-9", "E-7"), null],
    ["the handler does not decide on redress", investigating, grant("E-9", "E-7"), "redress-decided-past-handler"],
    ["nor whoever handled it before", passed, grant("E-9", "E-7"), "redress-decided-past-handler"],
    ["the handler does not approve redress", investigating, grant("E-6", "E-9"), "handler-approves-nothing"],
    ["whoever decides does not approve it", investigating, grant("E-6", "E-6"), "redress-approved-past-decider"],
    ["three people do", investigating, grant("E-6", "E-7"), null],
    ["without redress the handler decides", investigating, stepOf("decide", 9), null],
  ])("%s", (_, complaint, step, expected) => {
    expect(refusedWith(complaint, step, bare)?.details ?? null).toEqual(
      expected === null ? null : (expect.objectContaining({ rule: expected }) as unknown),
    );
  });

  test("in either order of time: whoever decided on redress or approved does not handle it afterwards", () => {
    const reopened = taken(investigating, [grant("E-6", "E-7"), stepOf("reply", 10), stepOf("re-open", 11)]);
    const rules = ["E-6", "E-7", "E-5"].map((to) => {
      const step = { type: "transfer", at: minute(12), by: "E-9", to } as const;
      return refusedWith(reopened, step, bare)?.details;
    });
    expect(rules).toMatchObject([
      { rule: "redress-decided-past-handler" },
      { rule: "handler-approves-nothing" },
      undefined as never,
    ]);
  });

  test("whoever approved more time is not made the handler", () => {
    const extended = taken(investigating, [extend("E-9", "E-7")]);
    const step = { type: "transfer", at: minute(12), by: "E-9", to: "E-7" } as const;
    expect(refusedWith(extended, step, bare)?.details).toMatchObject({ rule: "handler-approves-nothing" });
  });
});

describe("a matter of several complaints keeps its people", () => {
  const about = received({ id: "C-0", acceptedBy: "E-3", personsComplainedOf: ["E-5"] });
  const linked = { linked: [about] };

  test("a split complaint keeps those its source is about, and cannot go on without it", () => {
    const split = received({ id: "C-2", links: ["C-0"], personsComplainedOf: [] });
    const own = { ...stepOf("register", 1), by: "E-5" };
    expect(refusedWith(split, own, bare)).toMatchObject({
      reason: "separation-unknown",
      details: { rule: "subject-only-receives", missing: "linked", cases: ["C-0"] },
    });
    expect(refusedWith(split, own, bare, linked)).toMatchObject({
      reason: "separated",
      details: { with: { party: "person-complained-of", case: "C-0" } },
    });
    expect(refusedWith(split, stepOf("register", 1), bare, linked)).toBeNull();
  });

  test("so does one that was taken up again", () => {
    const reopened = walk(received(), ["register", "investigate", "decide", "reply", "re-open"]);
    const step = { type: "investigate", at: minute(40), by: "E-2" } as const;
    expect(refusedWith(reopened, step, bare)?.details).toMatchObject({ rule: "subject-only-receives" });
  });

  const merge = stepOf("merge", 9);
  test("a complaint is not merged with itself", () => {
    const own = walk(received(), ["register"]);
    expect(refusedWith(own, { ...merge, into: "C-1" } as never, bare)).toEqual({
      reason: "merged-with-itself",
      details: { complaint: "C-1" },
    });
    const taking = { type: "take-in", at: minute(10), by: "E-9", complaint: "C-1" } as const;
    expect(noteComplaint(own, taking, bare)).toMatchObject({ ok: false, reason: "merged-with-itself" });
  });
});

test("the check reports what was stored against the rules that always hold", () => {
  const closed = walk(received(), ["register", "investigate", "extend", "decide", "reply", "follow-up", "close"]);
  const changed = (type: ComplaintActionType, changes: object): ComplaintCase => ({
    ...closed,
    history: closed.history.map((entry) => (entry.type === type ? { ...entry, ...changes } : entry)),
  });
  const rulesIn = (complaint: ComplaintCase) =>
    checkComplaint(complaint, bare)
      .filter(({ code }) => code === "complaints/separated")
      .map(({ path, details }) => [path[1], details["rule"]]);
  const grant = { amount: money("1", "CNY"), authority: "head-office", approvedBy: "E-6" };
  expect(rulesIn(closed)).toEqual([]);
  expect(rulesIn(changed("reply", { by: "E-1" }))).toEqual([[6, "subject-only-receives"]]);
  expect(rulesIn(changed("close", { by: "E-2" }))).toEqual([[8, "subject-only-receives"]]);
  expect(rulesIn(changed("extend", { approvedBy: "E-9" }))).toEqual([[4, "handler-approves-nothing"]]);
  expect(rulesIn(changed("extend", { by: "E-7" }))).toEqual([[4, "extension-approved-by-another"]]);
  expect(rulesIn(changed("decide", { redress: grant }))).toEqual([[5, "redress-decided-past-handler"]]);
  expect(rulesIn(changed("decide", { by: "E-6", redress: grant }))).toEqual([[5, "redress-approved-past-decider"]]);
});

test("a policy with rules and a case with links go through their schemas", () => {
  const policy = house(rule(["handle", ["approve-extension", "close"]], { scope: "always" }));
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
    personsComplainedOf: ["E-1", "E-2"],
    history: passed.history,
  });
});
