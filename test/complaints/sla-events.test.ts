import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import type { WorkingCalendar } from "../../src/calendar/index.ts";
import {
  deskCaseOf,
  exampleComplaintHandling,
  slaEvents,
  type ComplaintAction,
  type ComplaintCase,
  type ComplaintNote,
} from "../../src/complaints/index.ts";
import {
  complaintPolicies,
  deskReport,
  evaluateSla,
  nfraComplaintPolicy,
  rg271ComplaintPolicy,
  sourceComplaintPolicy,
} from "../../src/sla/index.ts";
import { expectation, minute, received, stepOf, taken, walk } from "./fixtures.ts";

const calendars = [CN];
const onDay = <T extends ComplaintAction | ComplaintNote>(step: T, date: string): T => ({
  ...step,
  at: `${date}T10:00:00+08:00`,
});

const brought = (receivedAt: string) =>
  ({ what: "a receipt", receivedAt, form: "letter", reference: "letter 31" }) as const;
const accepted = (receivedAt: string) => ({ receivedAt, form: "phone", reference: "recording 8" }) as const;

test("every kind of entry is the event the clocks know", () => {
  const selling = { ...exampleComplaintHandling, sellingAllowed: true };
  const steps = [
    stepOf("register", 1),
    expectation(2),
    stepOf("investigate", 3),
    {
      type: "begin-appraisal",
      at: minute(4),
      by: "E-9",
      body: "lab",
      commission: "commission 5",
      clientToldAt: minute(5),
    },
    { type: "end-appraisal", at: minute(6), by: "E-9" },
    { type: "bring-new-facts", at: minute(7), by: "E-9", facts: brought(minute(6)) },
    { type: "suggest-improvement", at: minute(8), by: "E-9", idea: "x" },
    {
      ...stepOf("extend", 9),
      clientToldAt: minute(9),
      extension: "complex",
      clock: "statutory",
      to: 20,
    } as never,
    stepOf("transfer", 10),
    stepOf("investigate", 11),
    stepOf("decide", 12),
    stepOf("reply", 13),
    { type: "client-accepts", at: minute(14), by: "E-9", acceptance: accepted(minute(13)) },
    stepOf("follow-up", 14),
    stepOf("close", 15),
    stepOf("re-open", 16),
    { type: "offer-sale", at: minute(16), by: "E-9", product: "fund" } as const,
    stepOf("withdraw", 17),
  ] as const;
  const complaint = taken(received(), steps, selling);
  expect(slaEvents(complaint)).toEqual([
    { type: "received", at: minute(0), id: "C-1#0" },
    { type: "acknowledged", at: minute(2), id: "C-1#2" },
    { type: "paused", at: minute(4), id: "C-1#4", reason: "outside-appraisal", notifiedAt: minute(5) },
    { type: "resumed", at: minute(6), id: "C-1#5", reason: "outside-appraisal" },
    { type: "new-facts", at: minute(6), id: "C-1#6" },
    {
      type: "extended",
      at: minute(9),
      id: "C-1#8",
      clock: "statutory",
      extension: "complex",
      to: 20,
      approvedByRole: "department-in-charge",
      approvedBy: "E-7",
      notifiedAt: minute(9),
      reason: "two branches",
    },
    { type: "reassigned", at: minute(10), id: "C-1#9", to: "E-8" },
    { type: "resolved", at: minute(12), id: "C-1#11" },
    { type: "replied", at: minute(13), id: "C-1#12" },
    { type: "accepted", at: minute(13), id: "C-1#13" },
    { type: "re-opened", at: minute(16), id: "C-1#16" },
    { type: "withdrawn", at: minute(17), id: "C-1#18" },
  ]);
});

describe("on the spot", () => {
  test("is a reply without an investigation before it", () => {
    const spot = walk(received(), ["register", "handle-on-the-spot", "decide", "reply"]);
    expect(slaEvents(spot).at(-1)).toEqual({ type: "replied", at: minute(4), id: "C-1#5", onTheSpot: true });
    const { stages } = evaluateSla(sourceComplaintPolicy, slaEvents(spot), { now: minute(10), calendars });
    expect(stages[0]).toMatchObject({ state: "met", onTheSpot: true });
  });

  test.each(["investigate", "transfer"] as const)("is over with %s", (type) => {
    const steps = ["register", "handle-on-the-spot", type] as const;
    const investigated = type === "transfer" ? [...steps, "investigate" as const] : steps;
    const replied = walk(received(), [...investigated, "decide", "reply"]);
    expect(slaEvents(replied).at(-1)).not.toHaveProperty("onTheSpot");
  });
});

describe("what ends a case before its answer", () => {
  test("a merger names the earlier complaint, whose clock stands for both", () => {
    const merged = walk(received(), ["register", "merge"]);
    expect(slaEvents(merged).at(-1)).toEqual({ type: "merged", at: minute(2), id: "C-1#3", into: "C-0" });
    const { stages, mergedInto, issues } = evaluateSla(nfraComplaintPolicy, slaEvents(merged), {
      now: minute(30),
      calendars,
    });
    expect([issues, mergedInto, stages[0]?.endedBy]).toEqual([[], "C-0", "merged"]);
  });

  test("declining it is an answer, because whoever brought it is told", () => {
    const declined = walk(received(), ["register", "decline"]);
    expect(slaEvents(declined).at(-1)).toEqual({ type: "replied", at: minute(2), id: "C-1#3" });
    const { stages, issues } = evaluateSla(nfraComplaintPolicy, slaEvents(declined), { now: minute(30), calendars });
    expect([issues, stages[0]?.state]).toEqual([[], "met"]);
  });

  test("a withdrawal counts from the client's request, whenever it was recorded", () => {
    const late = {
      ...onDay(stepOf("withdraw", 0), "2026-03-05"),
      request: { receivedAt: "2026-02-27T16:00:00+08:00", form: "letter", reference: "letter 12" },
    } as ComplaintAction;
    const withdrawn = taken(walk(received(), ["register"]), [late]);
    const { stages } = evaluateSla(nfraComplaintPolicy, slaEvents(withdrawn), {
      now: "2026-03-06T10:00:00+08:00",
      calendars,
    });
    // due on 28 February: recorded after it, asked for before it
    expect(stages[0]).toMatchObject({ dueDate: "2026-02-28", state: "withdrawn", endedBy: "withdrawn" });
  });
});

describe("a decision of which the client was not told", () => {
  const au: WorkingCalendar = { ...CN, id: "au" };
  const now = "2026-08-01T10:00:00+08:00";
  const decided = walk(received(), ["register", "handle-on-the-spot", "decide"]);
  const told = (complaint: ComplaintCase) =>
    evaluateSla(rg271ComplaintPolicy, slaEvents(complaint), { now, calendars: [au] }).stages.map(
      ({ stage, state, endedBy }) => [stage, state, endedBy],
    );

  test("ends no clock that the client's acceptance ends", () => {
    expect(told(decided)).toEqual([
      ["acknowledge", "met", "acknowledged"],
      ["reply", "breached", null],
    ]);
    const note: ComplaintNote = { type: "client-accepts", at: minute(20), by: "E-9", acceptance: accepted(minute(9)) };
    expect(told(taken(decided, [note]))).toEqual([
      ["acknowledge", "met", "acknowledged"],
      ["reply", "met", "accepted"],
    ]);
  });
});

describe("the clocks of a case", () => {
  test("start again when the new facts came, not when somebody recorded them", () => {
    const note: ComplaintNote = {
      type: "bring-new-facts",
      at: "2026-02-27T10:00:00+08:00",
      by: "E-9",
      facts: brought("2026-02-20T10:00:00+08:00"),
    };
    const { stages } = evaluateSla(nfraComplaintPolicy, slaEvents(taken(walk(received(), ["register"]), [note])), {
      now: "2026-02-28T10:00:00+08:00",
      calendars,
    });
    // 20 February + 15
    expect(stages[0]).toMatchObject({ start: "2026-02-20T10:00:00+08:00", dueDate: "2026-03-07" });
  });

  // 13 Fri is day 0; 14 Sat is a make-up day (1), 15-23 off, 24 (2), 25 (3)
  test("three working days over 春节; a transfer stops nothing", () => {
    const passed = walk(received(), ["register", "transfer"]);
    const { next, issues } = evaluateSla(sourceComplaintPolicy, slaEvents(passed), {
      now: "2026-02-14T09:00:00+08:00",
      calendars,
    });
    expect(issues).toEqual([]);
    expect(next).toMatchObject({ dueDate: "2026-02-25", state: "running" });
  });

  // …, 26 (4), 27 (5), 28 Sat is a make-up day (6), 1 March is a Sunday, 2 (7)
  test("seven with the consent of the department in charge", () => {
    const extended = walk(received(), ["register", "investigate", "extend"]);
    const { next, issues } = evaluateSla(sourceComplaintPolicy, slaEvents(extended), {
      now: "2026-02-14T09:00:00+08:00",
      calendars,
    });
    expect(issues).toEqual([]);
    expect(next).toMatchObject({ dueDate: "2026-03-02", amount: 7 });
  });

  // 15 days run to 28 February; 5 of them (17 to 21) were at the laboratory: 15 + 5 = 20 days, 5 March
  test("an appraisal outside leaves out its days where the client was told", () => {
    const appraisal = {
      type: "begin-appraisal",
      at: "2026-02-16T10:00:00+08:00",
      by: "E-9",
      body: "lab",
      commission: "commission 5",
    } as const;
    const resumed = onDay({ type: "end-appraisal", at: "", by: "E-9" } as const, "2026-02-21");
    const complaint = walk(received(), ["register", "investigate"]);
    const dueOf = (steps: readonly ComplaintNote[]) =>
      evaluateSla(nfraComplaintPolicy, slaEvents(taken(complaint, steps)), {
        now: "2026-02-22T10:00:00+08:00",
        calendars,
      }).next?.dueDate;
    expect(dueOf([])).toBe("2026-02-28");
    expect(dueOf([{ ...appraisal, clientToldAt: appraisal.at }, resumed])).toBe("2026-03-05");
    expect(dueOf([appraisal, resumed])).toBe("2026-02-28");
  });

  test("a withdrawal ends them that day", () => {
    const withdrawn = walk(received(), ["register", "withdraw"]);
    const { stages, next } = evaluateSla(nfraComplaintPolicy, slaEvents(withdrawn), { now: minute(30), calendars });
    expect(stages[0]?.state).toBe("withdrawn");
    expect(next).toBeNull();
  });
});

describe("a review", () => {
  const reviewed = walk(received(), [
    "register",
    "investigate",
    "decide",
    "reply",
    "escalate",
    "investigate",
    "decide",
    "reply",
  ]);

  test("has events of its own, received when it is asked for", () => {
    expect(slaEvents(reviewed, "review")).toEqual([
      { type: "received", at: minute(5), id: "C-1#6" },
      { type: "resolved", at: minute(7), id: "C-1#8" },
      { type: "replied", at: minute(8), id: "C-1#9" },
    ]);
    expect(slaEvents(reviewed).map(({ type }) => type)).toEqual(["received", "acknowledged", "resolved", "replied"]);
  });

  test("a second one replaces the first, a re-opening goes back to the case", () => {
    const again = taken(reviewed, [stepOf("escalate", 20), { ...stepOf("decide", 21), by: "E-4" }]);
    expect(slaEvents(again, "review").map(({ at }) => at)).toEqual([minute(20), minute(21)]);
    const reopened = taken(reviewed, [stepOf("re-open", 20), stepOf("investigate", 21), stepOf("decide", 22)]);
    expect(slaEvents(reopened).slice(-2)).toEqual([
      { type: "re-opened", at: minute(20), id: "C-1#10" },
      { type: "resolved", at: minute(22), id: "C-1#12" },
    ]);
    expect(slaEvents(reopened, "review")).toHaveLength(3);
  });

  test("is not answered on the spot, though it was decided at once and the complaint was", () => {
    const spot = walk(received(), ["register", "handle-on-the-spot", "decide", "reply", "escalate", "decide", "reply"]);
    expect(slaEvents(spot).at(-1)).toHaveProperty("onTheSpot", true);
    expect(slaEvents(spot, "review").at(-1)).toEqual({ type: "replied", at: minute(7), id: "C-1#8" });
    expect(deskCaseOf(spot, "source.complaint").events).toEqual(slaEvents(spot));
  });

  test("that nobody asked for has none", () => {
    expect(slaEvents(received(), "review")).toEqual([]);
  });
});

describe("a desk of complaints", () => {
  const cases = [
    received({ id: "C-1" }),
    walk(received({ id: "C-2" }), ["register", "transfer"]),
    walk(received({ id: "C-3", category: "queue" }), ["register", "handle-on-the-spot", "decide", "reply"]),
    walk(received({ id: "C-4", category: "queue" }), ["withdraw"]),
  ];

  test("is counted by handler and category", () => {
    const report = deskReport(
      cases.map((complaint) => deskCaseOf(complaint, "source.complaint")),
      { asOf: "2026-02-25", policies: complaintPolicies, calendars },
    );
    expect(report.issues).toEqual([]);
    expect(report.totals).toMatchObject({ cases: 4, open: 2, closed: 1, withdrawn: 1, dueToday: 2, breached: 0 });
    expect(report.byCategory.map(({ key, open, closed }) => [key, open, closed])).toEqual([
      ["fees", 2, 0],
      ["queue", 0, 1],
    ]);
    // registered with E-9, passed to E-8; two that nobody registered
    expect(report.byOwner.map(({ key, cases: count }) => [key, count])).toEqual([
      ["E-8", 1],
      ["E-9", 1],
      [null, 2],
    ]);
  });
});
