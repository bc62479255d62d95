import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import {
  complaintOpenItems,
  opinionOpenItems,
  slaEvents,
  type ComplaintAction,
  type ComplaintCase,
  type ComplaintNote,
  type OpinionEntry,
} from "../../src/complaints/index.ts";
import { openItemBoard, type OpenItem } from "../../src/core/index.ts";
import { evaluateSla, sourceComplaintPolicy } from "../../src/sla/index.ts";
import { expectation, minute, received, stepOf, taken, walk } from "./fixtures.ts";

const zone = "Asia/Shanghai";
const itemsOf = (complaint: ComplaintCase, ...kinds: readonly string[]) =>
  complaintOpenItems([complaint], { zone })
    .filter(({ kind }) => (kinds.length === 0 ? kind !== "feedback" : kinds.includes(kind)))
    .map(({ id, owner, state }) => [id.replace("complaints/C-1#", ""), owner, state]);

describe("what is owed in a complaint", () => {
  const answered = walk(received(), ["register", "investigate", "decide", "reply"]);
  const naming = (handler: string): ComplaintAction => ({ type: "investigate", at: minute(21), by: "E-9", handler });
  /** What an answer leaves behind that is not followed up. */
  const kept = [
    ["0/register", "B-12", "done"],
    ["1/answer", "E-9", "done"],
    ["5/follow-up", "E-9", "dropped"],
  ];
  test.each([
    ["just received", received(), [["0/register", "B-12", "open"]]],
    [
      "registered",
      walk(received(), ["register"]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-9", "open"],
      ],
    ],
    [
      "passed on: it moves to the new handler",
      walk(received(), ["register", "transfer"]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-8", "open"],
      ],
    ],
    [
      "decided: the answer is still owed",
      walk(received(), ["register", "investigate", "decide"]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-9", "open"],
      ],
    ],
    [
      "answered",
      walk(received(), ["register", "investigate", "decide", "reply"]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-9", "done"],
        ["5/follow-up", "E-9", "open"],
      ],
    ],
    [
      "followed up twice",
      walk(received(), ["register", "investigate", "decide", "reply", "follow-up", "follow-up"]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-9", "done"],
        ["5/follow-up", "E-9", "done"],
        ["6/close", "E-9", "open"],
      ],
    ],
    [
      "closed: nothing",
      walk(received(), ["register", "investigate", "decide", "reply", "follow-up", "close"]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-9", "done"],
        ["5/follow-up", "E-9", "done"],
        ["6/close", "E-9", "done"],
      ],
    ],
    [
      "withdrawn: what was owed is dropped",
      walk(received(), ["register", "withdraw"]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-9", "dropped"],
      ],
    ],
    [
      "taken up again before the follow-up",
      walk(received(), ["register", "investigate", "decide", "reply", "re-open"]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-9", "done"],
        ["5/follow-up", "E-9", "dropped"],
        ["6/answer", "E-9", "open"],
      ],
    ],
    [
      "reviewed by a superior unit: a review until it is answered",
      walk(received(), ["register", "investigate", "decide", "reply", "escalate", "investigate", "decide"]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-9", "done"],
        ["5/follow-up", "E-9", "dropped"],
        ["6/review", "head office", "open"],
      ],
    ],
    [
      "the unit that reviews has named another handler",
      taken(answered, [stepOf("escalate", 20), naming("E-7")]),
      [...kept, ["6/review", "E-7", "open"]],
    ],
    [
      "or the one there was",
      taken(answered, [stepOf("escalate", 20), naming("E-9")]),
      [...kept, ["6/review", "E-9", "open"]],
    ],
    [
      "the review is answered: the follow-up is the handler's again",
      taken(answered, [stepOf("escalate", 20), { ...stepOf("decide", 21), by: "E-5" }, stepOf("reply", 22)]),
      [...kept, ["6/review", "head office", "done"], ["8/follow-up", "E-9", "open"]],
    ],
    [
      "withdrawn while it was reviewed",
      taken(answered, [stepOf("escalate", 20), stepOf("withdraw", 21)]),
      [...kept, ["6/review", "head office", "dropped"]],
    ],
    [
      "taken up again after it was closed",
      taken(answered, [stepOf("follow-up", 20), stepOf("close", 21), stepOf("re-open", 22)]),
      [
        ["0/register", "B-12", "done"],
        ["1/answer", "E-9", "done"],
        ["5/follow-up", "E-9", "done"],
        ["6/close", "E-9", "done"],
        ["8/answer", "E-9", "open"],
      ],
    ],
  ])("%s", (_, complaint, expected) => {
    expect(itemsOf(complaint)).toEqual(expected);
  });

  test.each([
    ["merged into an earlier one: what was owed is dropped", "merge"],
    ["declined, too", "decline"],
  ] as const)("%s", (_, type) => {
    expect(itemsOf(walk(received(), ["register", type]))).toEqual([
      ["0/register", "B-12", "done"],
      ["1/answer", "E-9", "dropped"],
    ]);
  });

  test("is due when the deadline engine says, and only the last of its kind", () => {
    const complaint = walk(received(), ["register", "investigate", "decide", "reply", "re-open"]);
    const dueOf = (): string => "2026-02-25";
    expect(complaintOpenItems([complaint], { zone, dueOf }).map(({ kind, due }) => [kind, due])).toEqual([
      ["register", null],
      ["answer", null],
      ["follow-up", null],
      ["answer", "2026-02-25"],
      ["feedback", null],
    ]);
    const fresh = walk(received(), ["register"]);
    const context = { now: minute(5), calendars: [CN] };
    const items = complaintOpenItems([fresh], {
      zone,
      dueOf: (one) => evaluateSla(sourceComplaintPolicy, slaEvents(one), context).next?.dueDate ?? null,
    });
    expect(items.map(({ due }) => due)).toEqual([null, "2026-02-25"]);
  });

  describe("feedback to the owner of the cause", () => {
    const investigating = walk(received(), ["register", "investigate"]);
    const decide = (changes: object, minutes = 20): ComplaintAction =>
      ({ ...stepOf("decide", minutes), causeOwner: "operations", ...changes }) as ComplaintAction;
    const inform = (to: string, minutes = 30): ComplaintNote => ({
      type: "inform-cause-owner",
      at: minute(minutes),
      by: "E-9",
      to,
    });
    const found = taken(investigating, [decide({})]);
    const closed = taken(found, [stepOf("reply", 21), stepOf("follow-up", 22), stepOf("close", 23)]);
    const again = taken(found, [stepOf("reply", 21), stepOf("re-open", 22), stepOf("investigate", 23)]);

    test.each<[string, ComplaintCase, readonly (readonly string[])[]]>([
      ["is owed since the decision", found, [["4/feedback", "E-9", "open"]]],
      ["also when the case is closed", closed, [["4/feedback", "E-9", "open"]]],
      ["until the owner was told", taken(found, [inform("operations")]), [["4/feedback", "E-9", "done"]]],
      ["then, too, after the close", taken(closed, [inform("operations")]), [["4/feedback", "E-9", "done"]]],
      ["not until somebody else was told", taken(found, [inform("cards")]), [["4/feedback", "E-9", "open"]]],
      ["is not owed where no cause was found", taken(investigating, [decide({ rootCause: null })]), []],
      [
        "is dropped when a review finds none",
        taken(again, [decide({ rootCause: null }, 24)]),
        [["4/feedback", "E-9", "dropped"]],
      ],
      [
        "begins anew with another owner",
        taken(again, [decide({ causeOwner: "cards" }, 24)]),
        [
          ["4/feedback", "E-9", "dropped"],
          ["8/feedback", "E-9", "open"],
        ],
      ],
      ["goes on with the same cause", taken(again, [decide({}, 24)]), [["4/feedback", "E-9", "open"]]],
      [
        "moves with the complaint",
        taken(again, [{ type: "transfer", at: minute(25), by: "E-9", to: "E-8" }]),
        [["4/feedback", "E-8", "open"]],
      ],
    ])("%s", (_, complaint, expected) => {
      expect(itemsOf(complaint, "feedback")).toEqual(expected);
    });

    test("to whoever is told, where the decision names no owner", () => {
      const unowned = taken(investigating, [stepOf("decide", 20), inform("anybody")]);
      expect(itemsOf(unowned, "feedback")).toEqual([["4/feedback", "E-9", "done"]]);
    });

    test("has the cause for its title", () => {
      const [, , item] = complaintOpenItems([found], { zone });
      expect(item).toMatchObject({ kind: "feedback", title: "system", since: "2026-02-13", due: null });
    });
  });

  test("is whole: client, days in the zone, category as the title", () => {
    expect(complaintOpenItems([received({ client: null })], { zone: "America/New_York" })).toEqual([
      {
        id: "complaints/C-1#0/register",
        kind: "register",
        owner: "B-12",
        title: "fees",
        origin: "C-1",
        // ten in the morning in Shanghai is the evening before in New York
        since: "2026-02-12",
        due: null,
        mandatory: true,
        state: "open",
      },
    ] satisfies OpenItem[]);
  });

  test("stands on a board beside the entries of the boxes", () => {
    const entry: OpinionEntry = {
      id: "S-1",
      source: "opinion-box",
      outlet: "B-12",
      foundAt: minute(1),
      foundBy: "E-4",
      writtenOn: null,
      outcome: null,
    };
    const processed: OpinionEntry = {
      ...entry,
      id: "S-2",
      outcome: { kind: "dismissed", reason: "praise", at: minute(9), by: "E-5" },
    };
    const complaint = taken(received(), [stepOf("register", 1), expectation(2), stepOf("withdraw", 3)]);
    const items = [
      ...complaintOpenItems([complaint, received({ id: "C-2" })], { zone }),
      ...opinionOpenItems([entry, processed], zone),
    ];
    expect(items.slice(-2)).toEqual([
      {
        id: "complaints/S-1/process-entry",
        kind: "process-entry",
        owner: "E-4",
        title: "opinion-box",
        origin: "S-1",
        since: "2026-02-13",
        due: "2026-02-13",
        mandatory: true,
        state: "open",
      },
      expect.objectContaining({ mandatory: true, state: "done", closedOn: "2026-02-13" }),
    ]);
    const board = openItemBoard(items, { asOf: "2026-02-14", by: "kind" });
    expect(board.issues).toEqual([]);
    expect(board.overdue.map(({ id }) => id)).toEqual(["complaints/S-1/process-entry"]);
    expect(board.undated.map(({ id }) => id)).toEqual(["complaints/C-2#0/register"]);
    expect(board.dropped.map(({ id }) => id)).toEqual(["complaints/C-1#1/answer"]);
    expect(board.done).toHaveLength(2);
    // the day before, nothing was owed yet
    expect(openItemBoard(items, { asOf: "2026-02-12", by: "kind" }).notYet).toHaveLength(items.length);
  });
});
