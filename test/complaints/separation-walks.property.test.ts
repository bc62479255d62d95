import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  checkComplaint,
  complaintLifecycle,
  exampleComplaintHandling,
  nfraComplaintHandling,
  noteComplaint,
  receiveComplaint,
  sourceComplaintHandling,
  transitionComplaint,
  type ComplaintAction,
  type ComplaintActionType,
  type ComplaintCase,
  type ComplaintHandlingPolicy,
  type ComplaintHistoryEntry,
  type ComplaintNote,
  type ComplaintOutcome,
} from "../../src/complaints/index.ts";
import { allowedEvents } from "../../src/core/index.ts";
import { intake, isNote, minute, stepOf } from "./fixtures.ts";

/* Few people try everything, in complaints about some of them: what is accepted is judged here, pair by pair. */

const people = ["E-1", "E-2", "E-3", "E-4", "E-5"] as const;

/** The ready policies, and one of a bank that left its own rules out and has no end of authorities. */
const policies: readonly ComplaintHandlingPolicy[] = [
  sourceComplaintHandling,
  nfraComplaintHandling,
  exampleComplaintHandling,
  { ...sourceComplaintHandling, id: "acme.bare", redressAuthorities: [{ role: "outlet-head", upTo: null }] },
];

interface Attempt {
  readonly where: number;
  readonly turn: number;
  readonly by: string;
  readonly other: string;
  readonly redress: boolean;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  where: fc.nat(8),
  turn: fc.nat(5_000),
  by: fc.constantFrom(...people),
  other: fc.constantFrom(...people),
  redress: fc.boolean(),
});

interface Walk {
  readonly subjects: readonly [readonly string[], readonly string[]];
  readonly links: boolean;
  /** After how many attempts in the first complaint the second one is received. */
  readonly late: number;
  readonly attempts: readonly Attempt[];
}

const walkOf = (minLength: number, maxLength: number): fc.Arbitrary<Walk> =>
  fc.record({
    subjects: fc.tuple(
      fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 2 }),
      fc.uniqueArray(fc.constantFrom(...people), { maxLength: 1 }),
    ),
    links: fc.boolean(),
    late: fc.oneof(fc.constant(0), fc.nat(40)),
    attempts: fc.array(attempt, { minLength, maxLength, size: "max" }),
  });
const walk = walkOf(20, 90);

/** Whether one complaint has taken in the other. */
const hasTakenIn = (one: ComplaintCase, other: ComplaintCase): boolean =>
  one.history.some((entry) => entry.type === "take-in" && entry.complaint === other.id);

const ENDS: readonly string[] = ["withdraw", "merge", "decline"];
/** What leads towards the close. */
const ONWARDS: readonly string[] = ["register", "extend", "decide", "reply", "follow-up", "close"];

function stepIn(complaint: ComplaintCase, other: ComplaintCase, tried: Attempt, at: string) {
  const { turn, by, other: second, redress } = tried;
  // what ends a complaint for ever comes up now and then, so that most get as far as their close and beyond
  const living = allowedEvents(complaintLifecycle, complaint.state).filter(
    (type) =>
      !ENDS.includes(type) || turn % 23 === 0 || (type === "merge" && turn % 3 > 0 && hasTakenIn(other, complaint)),
  );
  const notes = ["tell-expectation", "take-in", "name-person", "bring-new-facts", "inform-cause-owner"] as const;
  const onwards = living.filter((type) => ONWARDS.includes(type));
  const types = [
    ...living,
    ...onwards,
    ...onwards,
    ...notes.filter((type) => type === "tell-expectation" || turn % (type === "name-person" ? 41 : 7) === 0),
  ];
  const type = types[turn % types.length] ?? "tell-expectation";
  switch (type) {
    case "tell-expectation":
      return { type, at, by, replyBy: "2026-02-25" } as const;
    case "take-in":
      return { type, at, by, complaint: other.id } as const;
    case "name-person":
      return { type, at, by, person: second } as const;
    case "bring-new-facts":
      return {
        type,
        at,
        by,
        facts: { what: "a receipt", receivedAt: at, form: "letter", reference: "letter 31" },
      } as const;
    case "inform-cause-owner":
      return { type, at, by, to: "operations" } as const;
    default: {
      const step = { ...stepOf(type, 0), at, by } as ComplaintAction;
      if (step.type === "register") return { ...step, handler: second };
      if (step.type === "transfer") return { ...step, to: second };
      if (step.type === "extend") return { ...step, approvedBy: second };
      if (step.type === "merge") return { ...step, into: other.id };
      if (step.type === "withdraw") return { ...step, request: { ...step.request, receivedAt: at } };
      if (step.type !== "decide" || !redress) return step;
      const grant = { amount: { amount: "10", currency: "CNY" }, authority: "outlet-head", approvedBy: second };
      return { ...step, redress: grant };
    }
  }
}

/** Two complaints at the end of a walk, and how often each type of entry was accepted and each reason refused. */
function walked({ subjects, links, late, attempts }: Walk, policy: ComplaintHandlingPolicy) {
  const count = new Map<string, number>();
  const add = (name: string) => count.set(name, (count.get(name) ?? 0) + 1);
  const opened = (id: string, receivedAt: string, about: readonly string[], linked: readonly string[]) =>
    // whoever it is about receives it
    receiveComplaint({
      ...intake,
      id,
      receivedAt,
      acceptedBy: about[0] ?? "E-5",
      personsComplainedOf: about,
      links: linked,
    });
  let board: readonly [ComplaintCase, ComplaintCase] = [
    opened("C-1", minute(0), subjects[0], []),
    opened("C-2", minute(late), subjects[1], links ? ["C-1"] : []),
  ];
  for (const [index, tried] of attempts.entries()) {
    const isAlone = index < late;
    const [complaint, other] = isAlone || tried.where < 6 ? board : ([board[1], board[0]] as const);
    add(`in ${complaint.state}`);
    const step: ComplaintAction | ComplaintNote = stepIn(complaint, other, tried, minute(index + 1));
    // nobody merges with what has not been received
    if (isAlone && (step.type === "merge" || step.type === "take-in")) continue;
    const context = { elsewhere: isAlone ? [] : [other] };
    const outcome: ComplaintOutcome = isNote(step)
      ? noteComplaint(complaint, step, policy, context)
      : transitionComplaint(complaint, step, policy, context);
    if (!outcome.ok) {
      add(`refused ${outcome.reason}`);
      continue;
    }
    add(step.type === "decide" && "redress" in step ? "decide with redress" : step.type);
    board = complaint === board[0] ? [outcome.complaint, other] : [other, outcome.complaint];
  }
  return { board, count };
}

const handlersIn = (entry: ComplaintHistoryEntry): readonly string[] => {
  if (entry.type === "register") return [entry.handler];
  if (entry.type === "transfer") return [entry.to];
  if (entry.type === "handle-on-the-spot" || entry.type === "investigate") return [entry.by];
  return [];
};

/** Whether the two complaints are one matter: linked at the receipt, merged, or one taken in by the other. */
const areOne = (board: readonly ComplaintCase[]): boolean =>
  board.some(
    ({ links = [], history }) => links.length > 0 || history.some(({ type }) => type === "merge" || type === "take-in"),
  );

/** What is wrong with a matter, by the words of the rules, without looking at how they are checked. */
function wrongIn(matter: readonly ComplaintCase[]): string[] {
  const entries = matter.flatMap(({ history }) => history);
  /** Since when everybody is known to be complained of: the first receipt or note that names them. */
  const since = new Map<string, string>();
  // moments of a walk are written alike
  const name = (one: string, at: string) => since.set(one, [since.get(one) ?? "9", at].sort()[0] ?? at);
  for (const entry of entries) {
    if (entry.type === "name-person") name(entry.person, entry.at);
    if (entry.type === "receive") for (const one of entry.personsComplainedOf) name(one, entry.at);
  }
  /** Known before the moment: what comes at the same one in another complaint may have come first. */
  const isSubject = (one: string, at: string): boolean => (since.get(one) ?? "9") < at;
  const handlers = entries.flatMap(handlersIn);
  const deciders = entries.filter(({ type }) => type === "decide").map(({ by }) => by);
  const inReview = (entry: ComplaintHistoryEntry): boolean => {
    const history: readonly ComplaintHistoryEntry[] = matter.find((one) => one.history.includes(entry))?.history ?? [];
    const turns = history
      .slice(0, history.indexOf(entry))
      .filter(({ type }) => type === "escalate" || type === "re-open");
    return turns.at(-1)?.type === "escalate";
  };
  const reviews = entries.filter((entry) => entry.type === "decide" && inReview(entry));
  const first = entries.filter((entry) => !inReview(entry));
  const tookPart = [...first.flatMap(handlersIn), ...first.filter(({ type }) => type === "decide").map(({ by }) => by)];
  const wrong: string[] = [];
  const say = (is: boolean, what: string) => {
    if (is) wrong.push(what);
  };
  for (const review of reviews) {
    say(tookPart.includes(review.by), "a review decided by somebody who took part");
    say(
      reviews.some((other) => other !== review && other.by === review.by),
      "two reviews decided by one",
    );
  }
  for (const entry of entries) {
    const { at } = entry;
    say(entry.type !== "receive" && isSubject(entry.by, at), `subject: ${entry.type}`);
    say(entry.type === "decline" && handlers.includes(entry.by), "handler declines");
    say(entry.type === "name-person" && entry.person === entry.by, "somebody names themselves");
    for (const handler of handlersIn(entry)) say(isSubject(handler, at), "subject handles");
    if (entry.type === "extend") {
      const { by, approvedBy } = entry;
      say(isSubject(approvedBy, at), "subject approves more time");
      say(handlers.includes(approvedBy), "handler approves more time");
      say(approvedBy === by, "whoever asks for more time approves it");
    }
    if (entry.type === "decide" && entry.redress !== undefined) {
      const { by, redress } = entry;
      say(isSubject(redress.approvedBy, at), "subject approves redress");
      say(handlers.includes(redress.approvedBy), "handler approves redress");
      say(deciders.includes(redress.approvedBy), "decider approves redress");
      say(handlers.includes(by), "handler decides on redress");
    }
  }
  for (const one of matter) {
    const into = one.history.flatMap((entry) => (entry.type === "merge" ? [entry] : []))[0];
    const other = matter.find(({ id }) => id === into?.into);
    if (into === undefined || other === undefined) continue;
    say(!other.history.some(({ type, at }) => type === "take-in" && at <= into.at), "merged without being taken in");
    say(
      other.history.some(({ type, at }) => ENDS.includes(type) && at <= into.at),
      "merged into one that is over",
    );
  }
  return wrong;
}

describe.each(policies)("whatever is tried under $id", (policy) => {
  test("nobody complained of does more than receive, and nobody grants what they asked for", () => {
    fc.assert(
      fc.property(walk, (way) => {
        const { board } = walked(way, policy);
        const matters = areOne(board) ? [board] : board.map((complaint) => [complaint]);
        expect(matters.flatMap(wrongIn)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("the check finds no separation broken in what was accepted", () => {
    fc.assert(
      fc.property(walk, (way) => {
        const { board } = walked(way, policy);
        const issues = board.flatMap((complaint) =>
          checkComplaint(complaint, policy, { elsewhere: board.filter(({ id }) => id !== complaint.id) }),
        );
        expect(issues.map(({ code }) => code)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("the walks get everywhere: every step is accepted often, every state reached, many a step separated", () => {
    const ways = fc.sample(walkOf(110, 130), { numRuns: 100, seed: 11 }).map((way) => walked(way, policy));
    const times = (name: string) => ways.reduce((sum, { count }) => sum + (count.get(name) ?? 0), 0);
    const types = Object.values<object>(complaintLifecycle.table).flatMap((row) => Object.keys(row));
    const declines = policy.declineGrounds.length > 0;
    for (const type of new Set(types as ComplaintActionType[])) {
      expect([type, times(type) > 2]).toEqual([type, type !== "decline" || declines]);
    }
    expect(times("name-person")).toBeGreaterThan(2);
    expect(times("refused ground-not-listed") > 0).toBe(!declines);
    const grants = policy.redressAuthorities.length > 0;
    expect(times("decide with redress") > 4).toBe(grants);
    expect(times("refused redress-without-authority") > 4).toBe(!grants);
    expect(times("take-in")).toBeGreaterThan(4);
    expect(times("refused separated")).toBeGreaterThan(500);
    for (const state of complaintLifecycle.states) {
      expect([state, times(`in ${state}`) > 2]).toEqual([state, state !== "declined" || declines]);
    }
    expect(ways.some(({ board }) => !areOne(board)) && ways.some(({ board }) => areOne(board))).toBe(true);
  });
});

test("the judge of the walks is not asleep", () => {
  const opened = receiveComplaint({ ...intake, personsComplainedOf: ["E-1"] });
  const base = { at: minute(1), by: "E-1" } as const;
  const history = [
    ...opened.history,
    { ...stepOf("close", 1), ...base },
    { ...stepOf("extend", 1), approvedBy: "E-9" },
  ];
  expect(wrongIn([{ ...opened, history }])).toEqual(["subject: close", "whoever asks for more time approves it"]);
});
