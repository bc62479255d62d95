import { describe, expect, test } from "vitest";

import { advance, derivePolicy, type Path } from "../../src/core/index.ts";
import {
  COMPLAINT_DIMENSIONS,
  checkComplaint,
  complaintFlow,
  complaintFromEntry,
  complaintMeasures,
  complaintOpenItems,
  complaintsReceivedIn,
  complaintStatistics,
  decisionOf,
  deskCaseOf,
  dismissEntry,
  exampleComplaintHandling,
  improvementIdeas,
  mergeComplaintStatistics,
  mergeRootCauses,
  missingReplyItems,
  noteComplaint,
  opinionOpenItems,
  receiveComplaint,
  registerComplaint,
  repeatComplaints,
  rootCauses,
  slaEvents,
  transitionComplaint,
  unprocessedEntries,
  type ComplaintAction,
  type ComplaintCase,
  type ComplaintContext,
  type ComplaintHandlingPolicy,
  type OpinionEntry,
  type RootCauses,
} from "../../src/complaints/index.ts";
import { money } from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";
import { decide, opened } from "./book.ts";
import { expectation, intake, minute, received, stepOf, taken, walk } from "./fixtures.ts";

const policy = exampleComplaintHandling;
const zone = "Asia/Shanghai";
const closed = walk(received(), ["register", "investigate", "decide", "reply", "follow-up", "close"]);
const complaint = "complaints/invalid-complaint";
const input = "complaints/invalid-input";

/** Code and place of what is refused. */
const refusedAt = (call: () => unknown): readonly [code: string, place: string] => {
  const { code, path } = refusalOf(call);
  return [code, path.join(".")];
};

/** A copy with another value at a place, or without it. */
function spoilt<T>(value: T, path: Path, instead: unknown): T {
  const [first, ...rest] = path;
  if (first === undefined) return instead as T;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string | number, unknown>;
  copy[first] = spoilt(copy[first], rest, instead);
  return copy as T;
}

/** What is wrong with a complaint of seven entries that went through a database, with its code and its place. */
const WRONG: readonly (readonly [what: string, path: Path, instead: unknown, code?: string])[] = [
  ["a misspelt state", ["state"], "close"],
  ["a misspelt channel", ["channel"], "in_person"],
  ["a misspelt origin", ["origin"], "Client"],
  ["no state", ["state"], undefined],
  ["a handler that is a number", ["handler"], 9],
  ["a text for a flag", ["contactable"], "false"],
  ["people that are a text", ["personsComplainedOf"], "E-1"],
  ["a blank among the people", ["personsComplainedOf", 1], " "],
  ["a blank client", ["client"], ""],
  ["a blank id", ["id"], " ", "complaints/empty-id"],
  ["an outlet that is a number", ["outlet"], 12, "complaints/empty-id"],
  ["a receipt at no moment", ["receivedAt"], "2026-02-13 10:00", "core/invalid-instant"],
  ["a day that does not exist", ["writtenOn"], "2026-02-30", "core/invalid-date"],
  ["a misspelt member", ["written_on"], "2026-02-12"],
  ["no history", ["history"], undefined],
  ["an empty history", ["history"], []],
  ["an entry that is null", ["history", 2], null],
  ["a misspelt type of entry", ["history", 1, "type"], "registered"],
  ["a name of the language for a type", ["history", 1, "type"], "constructor"],
  ["an entry at no moment", ["history", 2, "at"], minute(2).slice(0, 16), "core/invalid-instant"],
  ["an entry by nobody", ["history", 1, "by"], " ", "core/invalid-case"],
  ["a misspelt decision", ["history", 4, "decision"], "up-held"],
  ["no root cause", ["history", 4, "rootCause"], undefined],
  ["redress that is a number", ["history", 4, "redress"], 5],
  ["a misspelt form", ["history", 5, "form"], "e-mail"],
  ["a misspelt item", ["history", 5, "items", 0], "results"],
  ["a misspelt outcome", ["history", 6, "outcome"], "satisfy"],
  [
    "a misspelt member of an entry",
    ["history", 4, "Redress"],
    { amount: money("10", "CNY"), authority: "a", approvedBy: "E-7" },
  ],
];

const rows = WRONG.map(([what, path, instead, code = complaint]) => ({ what, path, instead, code }));

describe.each(rows)("$what in a stored complaint", ({ path, instead, code }) => {
  const wrong = spoilt(closed, path, instead);
  const own = [code, ["complaint", ...path].join(".")];
  const second = [code, ["complaints", 1, ...path].join(".")];

  test("is refused with its place", () => {
    expect(refusedAt(() => transitionComplaint(wrong, stepOf("re-open", 40), policy))).toEqual(own);
    expect(refusedAt(() => noteComplaint(wrong, expectation(40), policy))).toEqual(own);
    expect(refusedAt(() => decisionOf(wrong))).toEqual(own);
    expect(refusedAt(() => slaEvents(wrong))).toEqual(own);
    expect(refusedAt(() => deskCaseOf(wrong, "source.complaint"))).toEqual(own);
  });

  test("is refused with its row where many are counted", () => {
    const book = [opened("C-9"), wrong];
    for (const count of [
      () => complaintStatistics(book, ["state"]),
      () => complaintsReceivedIn(book, "2026", zone),
      () => rootCauses(book),
      () => repeatComplaints(book, { withinDays: 30, zone }),
      () => improvementIdeas(book),
      () => complaintOpenItems(book, { zone }),
      () => complaintMeasures(book, { period: "2026", zone, of: "outlet" }),
    ]) {
      expect(refusedAt(count)).toEqual(second);
    }
  });

  test("is an issue where it is checked, and the only one", () => {
    expect(checkComplaint(wrong, policy).map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
  });
});

test("every entry that cannot be read is an issue", () => {
  const wrong = spoilt(spoilt(closed, ["history", 4, "decision"], "held"), ["history", 1, "handler"], 7);
  expect(checkComplaint(wrong, policy).map(({ code, path }) => [code, path.join(".")])).toEqual([
    [complaint, "history.1.handler"],
    [complaint, "history.4.decision"],
  ]);
});

test("what is not a complaint at all is a mistake of the caller", () => {
  expect(refusedAt(() => checkComplaint(null as never, policy))).toEqual([complaint, "complaint"]);
});

describe("a row of a database", () => {
  const row = {
    ...closed,
    row: 7,
    created_at: new Date(0),
    writtenOn: null,
    entry: null,
    originReference: null,
    prospect: null,
    product: null,
    representatives: null,
    history: closed.history.map((entry, index) => ({
      ...entry,
      row: index,
      ...(entry.type === "investigate" ? { handler: null } : {}),
    })),
  } as unknown as ComplaintCase;

  test("may have members of its own, and null for what is absent", () => {
    expect(checkComplaint(row, policy)).toEqual([]);
    expect(complaintStatistics([row], ["product"]).by[0]?.rows).toEqual([{ key: null, count: 1 }]);
    expect(slaEvents(row)).toEqual(slaEvents(closed));
    expect(transitionComplaint(row, stepOf("re-open", 40), policy)).toMatchObject({ ok: true, complaint: { row: 7 } });
  });
});

test("members of a row's own that another kind of entry has mean nothing", () => {
  const redress = { amount: money("10", "CNY"), authority: "a", approvedBy: "E-7" };
  const history = closed.history.map((entry) => ({
    ...entry,
    ...(entry.type === "reply" ? { redress } : {}),
    ...(entry.type === "close" ? { handler: "E-3" } : {}),
  }));
  const row = { ...closed, history } as ComplaintCase;
  expect(checkComplaint(row, policy)).toEqual([]);
  expect(complaintStatistics([row], []).redress).toEqual([]);
  expect(complaintOpenItems([row], { zone })).toEqual(complaintOpenItems([closed], { zone }));
});

describe("null for what may be absent of a stored complaint is its absence", () => {
  const apart = { scope: "same-case", relation: "same-person", source: "circular 9" } as const;
  const house: ComplaintHandlingPolicy = derivePolicy(
    policy,
    {
      separation: [
        { id: "a", between: ["register", "approve-extension"], ...apart },
        { id: "b", between: ["register", "approve-redress"], ...apart },
      ],
    },
    { id: "acme.handling", version: "3", source: "circular 9" },
  );
  const base = { at: minute(2), by: "E-9" } as const;
  const extension = { ...base, reason: "r", approvedBy: "E-7", approvedByRole: "department-in-charge" } as const;
  const story = taken(received(), [
    stepOf("register", 1),
    expectation(1),
    { type: "transfer", ...base, to: "E-8" },
    { type: "investigate", ...base },
    { type: "extend", ...extension },
    { type: "begin-appraisal", ...base, body: "laboratory", commission: "commission 5" },
    { type: "end-appraisal", ...base },
    { type: "decide", ...base, decision: "upheld", reasons: "r", rootCause: null },
    {
      type: "reply",
      ...base,
      form: "phone",
      items: ["result", "facts", "basis", "reasons", "next-remedies", "contact"],
      remedies: ["review", "mediation", "arbitration", "court"],
    },
    { type: "follow-up", ...base, outcome: "satisfied" },
  ]);
  const without = spoilt(story, ["product"], undefined);
  const MAY: Readonly<Record<string, readonly string[]>> = {
    transfer: ["unit"],
    investigate: ["handler"],
    extend: ["clientToldAt", "extension", "clock", "to"],
    "begin-appraisal": ["clientToldAt"],
    decide: ["redress"],
  };
  const nothing = (names: readonly string[]): object => Object.fromEntries(names.map((name) => [name, null]));
  const withNull = {
    ...without,
    ...nothing(["writtenOn", "entry", "originReference", "prospect", "product", "representatives", "links"]),
    history: story.history.map((entry) => ({ ...entry, ...nothing(MAY[entry.type] ?? []) })),
  } as unknown as ComplaintCase;
  const decided = { ...withNull, state: "decided", history: withNull.history.slice(0, -2) } as const;
  const reply = story.history.at(-2) as ComplaintAction;

  test.each<[string, (complaint: ComplaintCase) => unknown]>([
    ["the check", (complaint) => checkComplaint(complaint, house)],
    ["the check of a part", (complaint) => checkComplaint({ ...complaint, handler: "E-1" }, policy)],
    ["the events of its clocks", slaEvents],
    ["its case at the desk", (complaint) => deskCaseOf(complaint, "p")],
    ["the counts", (complaint) => complaintStatistics([complaint], COMPLAINT_DIMENSIONS)],
    ["the causes", (complaint) => rootCauses([complaint])],
    ["the repeats", (complaint) => repeatComplaints([complaint, received({ id: "C-2" })], { withinDays: 9, zone })],
    ["the figures", (complaint) => complaintMeasures([complaint], { period: "2026-02", zone, of: "handler" })],
    ["what is owed", (complaint) => complaintOpenItems([complaint], { zone })],
    ["the ideas", (complaint) => improvementIdeas([complaint])],
  ])("for %s", (_what, ask) => {
    expect(ask(withNull)).toStrictEqual(ask(without));
  });

  test("for the next step", () => {
    const stepped = (kase: ComplaintCase, step: ComplaintAction): unknown => {
      const outcome = transitionComplaint(kase, step, house);
      return outcome.ok ? [outcome.complaint.state, outcome.complaint.history.at(-1)] : outcome;
    };
    const before = { ...without, state: "decided", history: without.history.slice(0, -2) } as const;
    expect(stepped(decided, reply)).toStrictEqual(stepped(before, reply));
    expect(stepped(decided, reply)).toMatchObject(["replied", reply]);
    expect(stepped(withNull, stepOf("close", 40))).toStrictEqual(stepped(without, stepOf("close", 40)));
  });

  test("of another complaint of the matter", () => {
    for (const name of ["linked", "elsewhere"] as const) {
      const others = (own: ComplaintCase): ComplaintContext => ({ [name]: [{ ...own, id: "C-2" }] });
      expect(checkComplaint(without, house, others(withNull))).toStrictEqual(
        checkComplaint(without, house, others(without)),
      );
    }
  });

  test("but not of a new step", () => {
    for (const [type, names] of Object.entries(MAY)) {
      const step = story.history.find((entry) => entry.type === type) as ComplaintAction;
      const take = (type === "begin-appraisal" ? noteComplaint : transitionComplaint) as typeof transitionComplaint;
      for (const name of names) {
        const place = `${type === "begin-appraisal" ? "note" : "action"}.${name}`;
        expect(refusedAt(() => take(without, { ...step, [name]: null }, policy))[1]).toBe(place);
      }
    }
  });
});

describe("an intake", () => {
  test.each(["id", "acceptedBy", "category", "outlet"] as const)("with a blank %s is refused", (member) => {
    expect(refusedAt(() => receiveComplaint({ ...intake, [member]: " " }))).toEqual([
      "complaints/empty-id",
      `intake.${member}`,
    ]);
  });

  test.each<[string, object, string]>([
    ["a misspelt channel", { channel: "telephone" }, "intake.channel"],
    ["a misspelt member", { personComplainedOf: ["E-1"] }, "intake.personComplainedOf"],
    ["a member nobody knows", { row: 7 }, "intake.row"],
    ["null for what may be absent", { product: null }, "intake.product"],
    ["no client, not even null", { client: undefined }, "intake.client"],
  ])("with %s is refused", (_, changes, place) => {
    expect(refusedAt(() => receiveComplaint({ ...intake, ...changes }))).toEqual([complaint, place]);
  });
});

describe("a step", () => {
  const investigated = walk(received(), ["register", "investigate"]);
  const deciding = (changes: object) => () =>
    transitionComplaint(investigated, { ...stepOf("decide", 9), ...changes }, policy);
  const redress = { amount: money("10", "CNY"), authority: "outlet-head", approvedBy: "E-7" };

  test.each<[string, object, string, string]>([
    ["a misspelt decision", { decision: "partly_upheld" }, complaint, "action.decision"],
    ["a misspelt member", { rootcause: "system" }, complaint, "action.rootcause"],
    ["redress that is null", { redress: null }, complaint, "action.redress"],
    ["an amount without money", { redress: { ...redress, amount: 10 } }, complaint, "action.redress.amount"],
    [
      "too fine an amount",
      { redress: { ...redress, amount: { amount: "1.005", currency: "CNY" } } },
      "money/too-many-fraction-digits",
      "action.redress.amount.amount",
    ],
    [
      "an unknown currency",
      { redress: { ...redress, amount: { amount: "1", currency: "RMB" } } },
      "money/unknown-currency",
      "action.redress.amount.currency",
    ],
    ["no moment", { at: "soon" }, "core/invalid-instant", "action.at"],
    ["nobody", { by: "" }, "core/invalid-case", "action.by"],
    ["somebody with a blank", { by: "E-9 " }, "core/invalid-case", "action.by"],
  ])("with %s is refused at its place", (_, changes, code, place) => {
    expect(refusedAt(deciding(changes))).toEqual([code, place]);
  });

  test.each([null, undefined, "decide", []])("that is %j is refused", (step) => {
    expect(refusedAt(() => transitionComplaint(investigated, step as never, policy))).toEqual([complaint, "action"]);
    expect(refusedAt(() => registerComplaint(received(), step as never, policy))).toEqual([complaint, "registration"]);
    expect(refusedAt(() => noteComplaint(received(), step as never, policy))).toEqual([complaint, "note"]);
  });

  test.each([
    ["receive", "receive"],
    ["decided", "decided"],
    ["constructor", "constructor"],
    [undefined, "undefined"],
    [["decide"], "array(1)"],
  ])("of type %j is not allowed", (type, shown) => {
    expect(transitionComplaint(investigated, { ...stepOf("decide", 9), type } as never, policy)).toMatchObject({
      ok: false,
      reason: "transition-not-allowed",
      details: { from: "investigating", type: shown },
    });
  });

  test("names the parameter of each function", () => {
    const registration = { at: minute(1), by: "E-1 ", handler: "E-9", cause: "x", keyPoints: [] };
    expect(refusedAt(() => registerComplaint(received(), registration, policy))).toEqual([
      "core/invalid-case",
      "registration.by",
    ]);
    expect(refusedAt(() => registerComplaint(received(), { ...registration, handlr: "E-9" } as never, policy))).toEqual(
      [complaint, "registration.handlr"],
    );
    expect(refusedAt(() => noteComplaint(received(), { ...expectation(1), by: "E-9 " }, policy))).toEqual([
      "core/invalid-case",
      "note.by",
    ]);
  });

  test("whose message names the place as well", () => {
    expect(() => noteComplaint(received(), { ...expectation(1), by: "E-9 " }, policy)).toThrow(/^note\.by: an id /);
  });

  test("of a complaint with a name nobody sees names the complaint", () => {
    const kept = {
      ...policy,
      separation: [
        {
          id: "four-eyes",
          between: ["receive", "register"],
          scope: "same-case",
          relation: "same-person",
          source: "house",
        },
      ],
    } as const;
    const wrong = spoilt(received(), ["history", 0, "by"], "E-1 ");
    expect(refusedAt(() => transitionComplaint(wrong, stepOf("register", 1), kept))).toEqual([
      "core/invalid-case",
      "complaint.history.0",
    ]);
  });

  test("taken through casework alone names the amount too", () => {
    const step = {
      ...stepOf("decide", 9),
      by: "E-6",
      redress: { ...redress, amount: { amount: "x", currency: "CNY" } },
    };
    expect(refusedAt(() => advance(complaintFlow, investigated, step as never, { policy }))).toEqual([
      "money/invalid-amount",
      "action.redress.amount.amount",
    ]);
  });
});

describe("a policy", () => {
  const with_ = (changes: object): ComplaintHandlingPolicy => ({ ...policy, ...changes });
  test.each<[string, object, string]>([
    ["a misspelt item", { replyItems: ["result", "reason"] }, "policy.replyItems.1"],
    [
      "a misspelt channel",
      { representatives: { max: 5, channels: ["in person"] } },
      "policy.representatives.channels.0",
    ],
    ["half a person", { representatives: { max: 2.5, channels: [] } }, "policy.representatives.max"],
    ["a misspelt member", { expectationsRequired: true }, "policy.expectationsRequired"],
    ["a member that is missing", { expectationRequired: undefined }, "policy.expectationRequired"],
    ["a text for a flag", { sellingAllowed: "no" }, "policy.sellingAllowed"],
    ["a misspelt status", { status: "houses" }, "policy.status"],
    ["no sources", { sources: [] }, "policy.sources"],
    ["null for no rules", { separation: null }, "policy.separation"],
    ["a limit that is null", { redressAuthorities: [null] }, "policy.redressAuthorities.0"],
    ["a limit without an amount", { redressAuthorities: [{ role: "a" }] }, "policy.redressAuthorities.0.upTo"],
  ])("with %s is refused at its place", (_, changes, place) => {
    const wrong = with_(changes);
    const expected = ["complaints/invalid-policy", place];
    expect(refusedAt(() => transitionComplaint(received(), stepOf("register", 1), wrong))).toEqual(expected);
    expect(refusedAt(() => checkComplaint(closed, wrong))).toEqual(expected);
    expect(refusedAt(() => missingReplyItems(wrong, { items: [], remedies: [] }, false))).toEqual(expected);
  });
});

const apart = { id: "own", scope: "same-case", relation: "same-person", source: "house rule" };

test.each<[string, readonly unknown[], string]>([
  ["a number", [7], "separation.0"],
  ["an act that nobody takes", [{ ...apart, between: ["receve", "decide"] }], "separation.0.between.0"],
  ["a party that acts", [{ ...apart, between: ["decide", "person-complained-of"] }], "separation.0.between.1"],
])("a separation rule that is %s is refused wherever a policy is read", (_, separation, place) => {
  const wrong = { ...policy, separation } as ComplaintHandlingPolicy;
  const expected = ["core/invalid-separation", place];
  expect(refusedAt(() => transitionComplaint(received(), stepOf("register", 1), wrong))).toEqual(expected);
  expect(refusedAt(() => transitionComplaint(received(), stepOf("close", 1), wrong))).toEqual(expected);
  expect(refusedAt(() => checkComplaint(closed, wrong))).toEqual(expected);
  expect(refusedAt(() => missingReplyItems(wrong, { items: [], remedies: [] }, false))).toEqual(expected);
});

describe("options and contexts", () => {
  test.each<[string, () => unknown, string, string]>([
    [
      "a misspelt context",
      () => transitionComplaint(received(), stepOf("register", 1), policy, { link: [] } as never),
      input,
      "context.link",
    ],
    ["a context that is null", () => checkComplaint(closed, policy, null as never), input, "context"],
    [
      "another complaint that is null",
      () => checkComplaint(closed, policy, { linked: [null as never] }),
      input,
      "context.linked.0",
    ],
    [
      "items of no kind",
      () => missingReplyItems(policy, { items: ["resul" as never], remedies: [] }, true),
      input,
      "reply.items.0",
    ],
    [
      "redress that is a text",
      () => missingReplyItems(policy, { items: [], remedies: [] }, "no" as never),
      input,
      "redressGranted",
    ],
    ["a misspelt clock", () => slaEvents(closed, "reviews" as never), input, "of"],
    ["a policy without an id", () => deskCaseOf(closed, ""), input, "policy"],
    ["dimensions that are not a list", () => complaintStatistics([], "state" as never), input, "dimensions"],
    [
      "a list for a dimension",
      () => complaintStatistics([], [["state"]] as never),
      "complaints/unknown-dimension",
      "dimensions.0",
    ],
    [
      "a name of the language for a dimension",
      () => complaintStatistics([], ["toString" as never]),
      "complaints/unknown-dimension",
      "dimensions.0",
    ],
    [
      "an unknown zone of an empty book",
      () => complaintsReceivedIn([], "2026", "Mars/Base"),
      "calendar/unknown-zone",
      "zone",
    ],
    [
      "no period of an empty book",
      () => complaintsReceivedIn([], "2026-13", zone),
      "calendar/invalid-period",
      "period",
    ],
    ["no days", () => repeatComplaints([], { zone } as never), "core/invalid-integer", "options.withinDays"],
    [
      "a misspelt option",
      () => repeatComplaints([], { withinDays: 1, zone, within: 1 } as never),
      input,
      "options.within",
    ],
    [
      "a zone that is null",
      () => complaintOpenItems([], { zone: null as never }),
      "calendar/unknown-zone",
      "options.zone",
    ],
    [
      "a due day that is a date of the language",
      () => complaintOpenItems([closed], { zone, dueOf: () => new Date(0) as never }),
      "core/invalid-date",
      "options.dueOf",
    ],
    [
      "no period",
      () => complaintMeasures([], { period: "2026-Q5", zone, of: "outlet" }),
      "calendar/invalid-period",
      "options.period",
    ],
    [
      "a misspelt subject",
      () => complaintMeasures([], { period: "2026", zone, of: "outlets" as never }),
      "complaints/unknown-subject",
      "options.of",
    ],
    ["a book that is not a list", () => rootCauses({} as never), complaint, "complaints"],
  ])("%s are refused", (_, call, code, place) => {
    expect(refusedAt(call)).toEqual([code, place]);
  });
});

describe("an entry of a box", () => {
  const entry: OpinionEntry = {
    id: "S-1",
    source: "opinion-box",
    outlet: "B-12",
    foundAt: minute(0),
    foundBy: "E-4",
    writtenOn: null,
    outcome: null,
  };
  const found = { id: "C-9", client: null, contactable: false, category: "queue", personsComplainedOf: [] };
  const processing = { at: minute(9), by: "E-5" };
  const dismissed = { kind: "dismissed", reason: "praise", ...processing };

  test.each<[string, Path, unknown, string, OpinionEntry?]>([
    ["a misspelt source", ["source"], "opinion_box", input],
    ["no outcome, not even null", ["outcome"], undefined, input],
    ["a misspelt outcome", ["outcome"], { ...dismissed, kind: "dismiss" }, input],
    ["an outcome at no moment", ["outcome"], { ...dismissed, at: "noon" }, "core/invalid-instant"],
    ["a misspelt member", ["written_on"], "2026-02-12", input, renamed(entry, "writtenOn", "written_on")],
    ["no finder", ["foundBy"], "", "complaints/empty-id"],
    ["no moment", ["foundAt"], null, "core/invalid-instant"],
  ])("with %s is refused at its place", (_, path, instead, code, from = entry) => {
    const wrong = spoilt(from, path, instead);
    for (const call of [
      () => complaintFromEntry(wrong, found, processing),
      () => dismissEntry(wrong, { ...processing, reason: "praise" }),
      () => unprocessedEntries([wrong], minute(9)),
      () => opinionOpenItems([wrong], zone),
    ]) {
      const [own, place] = refusedAt(call);
      expect(own).toBe(code);
      expect(place).toMatch(new RegExp(`^(entry|entries\\.0)\\.${path.join(".")}`));
    }
  });

  test.each<[string, () => unknown, string, string]>([
    [
      "a misspelt intake",
      () => complaintFromEntry(entry, { ...found, catagory: "x" } as never, processing),
      complaint,
      "intake.catagory",
    ],
    [
      "an intake with a channel",
      () => complaintFromEntry(entry, { ...found, channel: "phone" } as never, processing),
      complaint,
      "intake.channel",
    ],
    [
      "an intake without an id",
      () => complaintFromEntry(entry, { ...found, id: " " }, processing),
      "complaints/empty-id",
      "intake.id",
    ],
    ["processing that is null", () => complaintFromEntry(entry, found, null as never), input, "processing"],
    [
      "a dismissal with a misspelt reason",
      () => dismissEntry(entry, { ...processing, reasons: "x" } as never),
      input,
      "dismissal.reasons",
    ],
    ["no close of business", () => unprocessedEntries([], "17:00"), "core/invalid-instant", "closeOfBusiness"],
    ["no zone", () => opinionOpenItems([], undefined as never), "calendar/unknown-zone", "zone"],
    ["entries that are not a list", () => unprocessedEntries(null as never, minute(0)), input, "entries"],
  ])("%s is refused", (_, call, code, place) => {
    expect(refusedAt(call)).toEqual([code, place]);
  });

  test("may have members of its own", () => {
    const own = { ...entry, row: 7 };
    expect(unprocessedEntries([own], minute(9))).toEqual([own]);
  });
});

describe("parts of a book that are merged", () => {
  const book = [
    decide("C-1", { redress: { amount: money("10", "CNY"), authority: "head-office", approvedBy: "E-7" } }),
  ];
  const statistics = complaintStatistics(book, ["state"]);
  const causes = rootCauses(book);

  test.each<[string, Path, unknown, string, string?]>([
    ["null", [], null, input],
    ["a misspelt dimension", ["by", 0, "dimension"], "states", input],
    ["no redress", ["redress"], undefined, input],
    [
      "redress of another currency",
      ["redress", 0, "currency"],
      "USD",
      "money/currency-mismatch",
      "redress.0.amount.currency",
    ],
    ["complaints that are a text", ["redress", 0, "complaints"], "1", input],
    ["a total that is not a number", ["total"], Number.NaN, "core/invalid-tally"],
    ["a count that is null", ["by", 0, "rows", 0, "count"], null, "core/invalid-tally"],
  ])("with %s are refused at their place", (_, path, instead, code, place = path.join(".")) => {
    const wrong = spoilt(statistics, path, instead);
    const at = (part: string): string => (place === "" ? part : `${part}.${place}`);
    expect(refusedAt(() => mergeComplaintStatistics(statistics, wrong))).toEqual([code, at("b")]);
    expect(refusedAt(() => mergeComplaintStatistics(wrong, statistics))).toEqual([code, at("a")]);
  });

  test.each<[string, Path, unknown, RootCauses?]>([
    ["null", [], null],
    ["decisions that are a text", ["decided"], "1"],
    ["rows that are missing", ["rows"], undefined],
    ["a count below nothing", ["rows", 0, "count"], -1],
    ["a cause that is a number", ["rows", 0, "cause"], 7],
    ["a misspelt member", ["undecideds"], 1, renamed(causes, "undecided", "undecideds")],
  ])("with %s are no root causes", (_, path, instead, from = causes) => {
    const wrong = spoilt(from, path, instead);
    expect(refusedAt(() => mergeRootCauses(wrong, causes))).toEqual([input, ["a", ...path].join(".")]);
    expect(refusedAt(() => mergeRootCauses(causes, wrong))).toEqual([input, ["b", ...path].join(".")]);
  });
});

test("a getter that throws, and a name that the language knows, are refused", () => {
  const thrower = (name: string) =>
    Object.defineProperty({ ...stepOf("register", 1) }, name, {
      enumerable: true,
      get: () => {
        throw new RangeError("not now");
      },
    });
  expect(refusedAt(() => transitionComplaint(received(), thrower("type"), policy))).toEqual([complaint, "action"]);
  const named = JSON.parse('{ "__proto__": 1 }') as object;
  expect(refusedAt(() => receiveComplaint({ ...intake, ...named }))).toEqual([complaint, "intake.__proto__"]);
  expect(taken(received({ id: "__proto__" }), [stepOf("register", 1)]).state).toBe("registered");
});
