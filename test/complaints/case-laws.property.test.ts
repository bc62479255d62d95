import fc from "fast-check";

import {
  complaintFlow,
  exampleComplaintHandling,
  receiveComplaint,
  type ComplaintAction,
  type ComplaintActionType,
  type ComplaintActName,
  type ComplaintCase,
  type ComplaintNote,
  type ComplaintNoteType,
  type ComplaintParty,
} from "../../src/complaints/index.ts";
import { allowedEvents, type SeparationRule } from "../../src/core/index.ts";
import { caseLaws } from "../support/case-laws.ts";
import { intake, stepOf } from "./fixtures.ts";

const people = ["E-1", "E-2", "E-7", "E-8", "E-9"] as const;
const notes: readonly ComplaintNoteType[] = [
  "tell-expectation",
  "begin-appraisal",
  "suggest-improvement",
  "offer-sale",
];

interface Attempt {
  /** Which of the steps the state allows; null for one out of turn. */
  readonly turn: number | null;
  readonly type: ComplaintActionType | ComplaintNoteType;
  readonly by: string;
  readonly other: string;
  readonly redress: boolean;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  turn: fc.option(fc.nat(), { freq: 6 }),
  type: fc.constantFrom(
    ...([
      ...new Set(Object.values(complaintFlow.lifecycle.table).flatMap((row) => Object.keys(row))),
    ] as ComplaintActionType[]),
    ...notes,
  ),
  by: fc.constantFrom(...people, "E-8", "E-9", "E-9"),
  other: fc.constantFrom(...people, "E-8", "E-9", "E-9"),
  redress: fc.boolean(),
});

function noteOf(type: ComplaintNoteType, at: string, by: string): ComplaintNote {
  switch (type) {
    case "tell-expectation":
      return { type, at, by, replyBy: "2026-02-25" };
    case "begin-appraisal":
      return { type, at, by, body: "laboratory" };
    case "suggest-improvement":
      return { type, at, by, idea: "shorter forms" };
    case "offer-sale":
      return { type, at, by, product: "fund" };
    case "end-appraisal":
    case "bring-new-facts":
      return { type, at, by };
  }
}

const isNoteType = (type: ComplaintActionType | ComplaintNoteType): type is ComplaintNoteType =>
  Object.hasOwn(complaintFlow.notes, type);

function tried({ turn, type, by, other, redress }: Attempt, complaint: ComplaintCase, at: string) {
  const living = allowedEvents(complaintFlow.lifecycle, complaint.state).filter(
    (event) => event !== "withdraw" || (turn ?? 0) % 11 === 0,
  );
  const turns: readonly (ComplaintActionType | ComplaintNoteType)[] = [...living, "tell-expectation"];
  const wanted = turn === null ? type : (turns[turn % turns.length] ?? type);
  if (isNoteType(wanted)) return noteOf(wanted, at, by);
  const step: ComplaintAction = { ...stepOf(wanted, 0), at, by };
  switch (step.type) {
    case "register":
      return { ...step, handler: other };
    case "transfer":
      return { ...step, to: other };
    case "extend":
      return { ...step, approvedBy: other };
    case "decide":
      return redress
        ? {
            ...step,
            redress: { amount: { amount: "10", currency: "CNY" }, authority: "outlet-head", approvedBy: other },
          }
        : step;
    default:
      return step;
  }
}

/** Each complaint is about somebody else, so that a party of one acts in another. */
const complainedOf: Readonly<Record<string, readonly string[]>> = {
  "C-1": ["E-1", "E-2"],
  "C-2": ["E-7"],
  "D-1": ["E-8"],
};

caseLaws("complaints", {
  flow: complaintFlow,
  opened: (id, links) => receiveComplaint({ ...intake, id, links, personsComplainedOf: complainedOf[id] ?? [] }),
  attempt,
  stepOf: tried,
  meeting: (type, _, at) => ({ ...stepOf(type, 0), at }),
  policyWith: (rules) => ({
    ...exampleComplaintHandling,
    expectationRequired: false,
    separation: rules as readonly SeparationRule<ComplaintActName, ComplaintParty>[],
  }),
  refusals: [
    "too-many-representatives",
    "handler-complained-of",
    "decider-complained-of",
    "approver-complained-of",
    "no-approver",
    "client-not-told-what-to-expect",
    "redress-without-authority",
    "redress-beyond-authority",
    "reply-incomplete",
    "reply-without-form",
    "selling-not-allowed",
  ],
  people,
});
