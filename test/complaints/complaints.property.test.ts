import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays } from "../../src/calendar/index.ts";
import { allowedEvents, compareInstants } from "../../src/core/index.ts";
import {
  checkComplaint,
  complaintFromEntry,
  complaintLifecycle,
  complaintStatistics,
  decisionOf,
  dismissEntry,
  exampleComplaintHandling,
  mergeComplaintStatistics,
  mergeRootCauses,
  missingReplyItems,
  noteComplaint,
  receiveComplaint,
  repeatComplaints,
  rootCauses,
  slaEvents,
  transitionComplaint,
  unprocessedEntries,
  type ComplaintAction,
  type ComplaintActionType,
  type ComplaintCase,
  type ComplaintDimension,
  type ComplaintNote,
  type ComplaintState,
  type OpinionEntry,
  type ReplyItem,
} from "../../src/complaints/index.ts";
import { ComplaintCaseSchema } from "../../src/complaints/schema.ts";
import { fromMinorUnits } from "../../src/money/index.ts";
import { expectation, isNote, matter, minute, stepOf } from "./fixtures.ts";

const people = ["E-1", "E-2", "E-7", "E-8", "E-9"] as const;
const person = fc.oneof(
  { weight: 3, arbitrary: fc.constant("E-9") },
  { weight: 1, arbitrary: fc.constantFrom(...people) },
);
const items: readonly ReplyItem[] = ["result", "facts", "basis", "reasons", "redress", "next-remedies", "contact"];

const types = Object.keys({
  register: 0,
  "handle-on-the-spot": 0,
  investigate: 0,
  transfer: 0,
  extend: 0,
  decide: 0,
  reply: 0,
  "follow-up": 0,
  close: 0,
  withdraw: 0,
  merge: 0,
  decline: 0,
  "re-open": 0,
  escalate: 0,
} satisfies Record<ComplaintActionType, 0>) as ComplaintActionType[];

/** A step somebody tries: by anybody, now and then incomplete; `turn` picks one that the state allows, null one out of turn. */
interface Attempt {
  readonly turn: number | null;
  readonly type: ComplaintActionType | "tell-expectation";
  readonly by: string;
  readonly other: string;
  readonly told: readonly ReplyItem[];
  readonly cents: number | null;
  readonly upheld: boolean;
  readonly cause: string | null;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  turn: fc.option(fc.nat(), { freq: 5 }),
  type: fc.constantFrom(...types, "tell-expectation" as const),
  by: person,
  other: person,
  told: fc.oneof({ weight: 3, arbitrary: fc.constant(items) }, { weight: 1, arbitrary: fc.subarray([...items]) }),
  cents: fc.option(fc.integer({ min: 0, max: 100_000 })),
  upheld: fc.boolean(),
  cause: fc.constantFrom("system", "training", null),
});

function stepFrom(tried: Attempt, state: ComplaintState): ComplaintAction | ComplaintNote {
  const { turn, by, other, told, cents, upheld, cause } = tried;
  // withdrawals, mergers and refusals end everything: let most complaints live
  const living = allowedEvents(complaintLifecycle, state).filter(
    (event) => !["withdraw", "merge", "decline"].includes(event) || (turn ?? 0) % 11 === 0,
  );
  const allowed = [...living, "tell-expectation" as const];
  const type = turn === null ? tried.type : (allowed[turn % allowed.length] ?? tried.type);
  if (type === "tell-expectation") return expectation(0);
  const step = { ...stepOf(type, 0), by };
  if (step.type === "register") return { ...step, handler: other };
  if (step.type === "transfer") return { ...step, to: other };
  if (step.type === "extend") return { ...step, approvedBy: other };
  if (step.type === "reply") return { ...step, items: told };
  if (step.type !== "decide") return step;
  const redress =
    cents === null
      ? {}
      : { redress: { amount: fromMinorUnits(cents, "CNY"), authority: "head-office", approvedBy: other } };
  return { ...step, decision: upheld ? "upheld" : "not-upheld", rootCause: cause, ...redress };
}

const firstCase = (id: string, days: number, client: string | null, category: string): ComplaintCase =>
  receiveComplaint({
    id,
    receivedAt: `${addDays("2026-02-13", -days)}T10:00:00+08:00`,
    channel: "in-person",
    origin: "client",
    client,
    contactable: true,
    category,
    outlet: "B-12",
    acceptedBy: "E-1",
    personsComplainedOf: ["E-1", "E-2"],
  });

const tried = (complaint: ComplaintCase, how: Attempt, index: number) => {
  const moved = { ...stepFrom(how, complaint.state), at: minute(index) };
  return isNote(moved)
    ? noteComplaint(complaint, moved, exampleComplaintHandling, matter)
    : transitionComplaint(complaint, moved, exampleComplaintHandling, matter);
};

/** Every complaint on the way, refused attempts left out. */
function wayOf(attempts: readonly Attempt[], start = firstCase("C-1", 0, "K-77", "fees")) {
  const way = [start];
  let current = start;
  for (const [index, step] of attempts.entries()) {
    const outcome = tried(current, step, index + 1);
    if (!outcome.ok) continue;
    current = outcome.complaint;
    way.push(current);
  }
  return way;
}

const steps = fc.array(attempt, { maxLength: 60, size: "max" });
const lastOf = (way: readonly ComplaintCase[]): ComplaintCase => {
  const last = way.at(-1);
  if (last === undefined) throw new Error("a way has a beginning");
  return last;
};

test("the attempts reach every state", () => {
  const reached = new Set(
    fc.sample(steps, { numRuns: 300, seed: 7 }).flatMap((attempts) => wayOf(attempts).map(({ state }) => state)),
  );
  expect([...reached].sort()).toEqual([...complaintLifecycle.states].sort());
});

test("a history only grows, in order, by one entry a step, and what came before is not touched", () => {
  fc.assert(
    fc.property(steps, (attempts) => {
      const way = wayOf(attempts);
      for (const [index, complaint] of way.entries()) {
        expect(complaint.history).toHaveLength(index + 1);
        const before = way[index - 1];
        if (before !== undefined) expect(complaint.history.slice(0, -1)).toEqual(before.history);
        for (const [at, entry] of complaint.history.entries()) {
          const earlier = complaint.history[at - 1];
          if (earlier !== undefined) expect(compareInstants(earlier.at, entry.at)).toBeLessThanOrEqual(0);
        }
      }
    }),
  );
});

test("a refusal names the steps the state allows and changes nothing", () => {
  fc.assert(
    fc.property(steps, attempt, (attempts, step) => {
      const complaint = lastOf(wayOf(attempts));
      const before = JSON.stringify(complaint);
      const outcome = tried(complaint, step, 800);
      const { type } = stepFrom(step, complaint.state);
      expect(JSON.stringify(complaint)).toBe(before);
      if (outcome.ok) return;
      expect([...outcome.allowed]).toEqual(Object.keys(complaintLifecycle.table[complaint.state]));
      if (outcome.reason === "transition-not-allowed") expect(outcome.allowed).not.toContain(type);
    }),
  );
});

test("closed means that the client was told the decision that stands, completely, and was followed up", () => {
  fc.assert(
    fc.property(steps, (attempts) => {
      for (const complaint of wayOf(attempts)) {
        if (complaint.state !== "closed") continue;
        const order = complaint.history.map(({ type }) => type);
        const decided = order.lastIndexOf("decide");
        const replied = order.lastIndexOf("reply");
        const followed = order.lastIndexOf("follow-up");
        expect(decided).toBeGreaterThan(0);
        expect(replied).toBeGreaterThan(decided);
        expect(followed).toBeGreaterThan(replied);
        expect(order.lastIndexOf("close")).toBeGreaterThan(followed);
        const reply = complaint.history[replied];
        if (reply?.type !== "reply") throw new Error("a reply");
        const redress = decisionOf(complaint)?.redress !== undefined;
        expect(missingReplyItems(exampleComplaintHandling, reply, redress)).toEqual([]);
      }
    }),
  );
});

test("what was reached step by step passes the check, through the database and back", () => {
  fc.assert(
    fc.property(steps, (attempts) => {
      const complaint = lastOf(wayOf(attempts));
      const stored = ComplaintCaseSchema.parse(JSON.parse(JSON.stringify(complaint)));
      expect(stored).toEqual(complaint);
      expect(checkComplaint(stored, exampleComplaintHandling, matter)).toEqual([]);
    }),
  );
});

test("events of case and review never overlap and keep the order of the history", () => {
  fc.assert(
    fc.property(steps, (attempts) => {
      const complaint = lastOf(wayOf(attempts));
      const places = (of: "case" | "review") => slaEvents(complaint, of).map(({ id }) => Number(id?.split("#")[1]));
      const [own, review] = [places("case"), places("review")];
      expect(own[0]).toBe(0);
      expect(own).toEqual([...own].sort((a, b) => a - b));
      expect(review).toEqual([...review].sort((a, b) => a - b));
      expect(own.filter((place) => review.includes(place))).toEqual([]);
    }),
  );
});

const dimensions: readonly ComplaintDimension[] = [
  "state",
  "channel",
  "origin",
  "category",
  "product",
  "outlet",
  "handler",
  "decision",
  "root-cause",
];

const book = fc
  .array(
    fc.record({
      attempts: fc.array(attempt, { maxLength: 20, size: "max" }),
      days: fc.integer({ min: 0, max: 60 }),
      client: fc.constantFrom("K-1", "K-2", null),
      category: fc.constantFrom("fees", "queue"),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ attempts, days, client, category }, index) =>
      lastOf(wayOf(attempts, firstCase(`C-${String(index + 1)}`, days, client, category))),
    ),
  );

test("every dimension adds up to the total", () => {
  fc.assert(
    fc.property(book, (complaints) => {
      const { total, by } = complaintStatistics(complaints, dimensions);
      expect(total).toBe(complaints.length);
      for (const { rows } of by) {
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }
    }),
  );
});

test("the order of the book changes no count, no cause and no repeat", () => {
  fc.assert(
    fc.property(book, (complaints) => {
      const reversed = [...complaints].reverse();
      const options = { withinDays: 14, zone: "Asia/Shanghai" };
      expect(complaintStatistics(reversed, dimensions)).toEqual(complaintStatistics(complaints, dimensions));
      expect(rootCauses(reversed)).toEqual(rootCauses(complaints));
      expect(repeatComplaints(reversed, options)).toEqual(repeatComplaints(complaints, options));
    }),
  );
});

test("parts of a book merge to the whole, in any order, with an empty part as identity", () => {
  fc.assert(
    fc.property(book, fc.nat(12), (complaints, cut) => {
      const [left, right] = [complaints.slice(0, cut), complaints.slice(cut)];
      const count = (part: readonly ComplaintCase[]) => complaintStatistics(part, dimensions);
      expect(mergeComplaintStatistics(count(left), count(right))).toEqual(count(complaints));
      expect(mergeComplaintStatistics(count(right), count(left))).toEqual(count(complaints));
      expect(mergeComplaintStatistics(count([]), count(complaints))).toEqual(count(complaints));
      expect(mergeRootCauses(rootCauses(right), rootCauses(left))).toEqual(rootCauses(complaints));
    }),
  );
});

test("repeats are those a search through all pairs finds", () => {
  fc.assert(
    fc.property(book, fc.nat(40), (complaints, withinDays) => {
      const { repeats } = repeatComplaints(complaints, { withinDays, zone: "Asia/Shanghai" });
      const day = ({ receivedAt }: ComplaintCase): number => Date.parse(receivedAt) / 86_400_000;
      const before = (a: ComplaintCase, b: ComplaintCase): boolean =>
        day(a) < day(b) || (day(a) === day(b) && a.id < b.id);
      const expected = complaints.filter((b) =>
        complaints.some(
          (a) =>
            a.client !== null &&
            a.client === b.client &&
            a.category === b.category &&
            before(a, b) &&
            day(b) - day(a) <= withinDays,
        ),
      );
      expect(repeats.map(({ complaint }) => complaint).sort()).toEqual(expected.map(({ id }) => id).sort());
    }),
  );
});

test("more days never find fewer repeats", () => {
  fc.assert(
    fc.property(book, fc.nat(30), fc.nat(30), (complaints, few, more) => {
      const found = (withinDays: number) => repeatComplaints(complaints, { withinDays, zone: "UTC" }).repeats.length;
      expect(found(few)).toBeLessThanOrEqual(found(few + more));
    }),
  );
});

test("an entry is open at a close of business, or has a complaint or a reasoned dismissal", () => {
  const close = minute(420);
  const entries = fc.array(
    fc.record({ found: fc.nat(600), handled: fc.nat(600), how: fc.constantFrom("complaint", "dismissal", "nothing") }),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(entries, (rows) => {
      const box = rows.map(({ found, handled, how }, index): OpinionEntry => {
        const entry: OpinionEntry = {
          id: `S-${String(index)}`,
          source: "opinion-box",
          outlet: "B-12",
          foundAt: minute(found),
          foundBy: "E-4",
          writtenOn: null,
          outcome: null,
        };
        const processing = { at: minute(handled), by: "E-5" };
        const intake = { id: "C", client: null, contactable: false, category: "x", personsComplainedOf: [] };
        const result =
          how === "complaint"
            ? complaintFromEntry(entry, intake, processing)
            : how === "dismissal"
              ? dismissEntry(entry, { ...processing, reason: "praise" })
              : null;
        if (result === null) return entry;
        expect(result.ok).toBe(handled >= found);
        return result.ok ? result.entry : entry;
      });
      const open = new Set(unprocessedEntries(box, close));
      for (const entry of box) {
        if (compareInstants(entry.foundAt, close) > 0) expect(open.has(entry)).toBe(false);
        else if (open.has(entry))
          expect(entry.outcome === null || compareInstants(entry.outcome.at, close) > 0).toBe(true);
        else expect(entry.outcome?.kind === "complaint" ? entry.outcome.complaint : entry.outcome?.reason).toBeTruthy();
      }
    }),
  );
});
