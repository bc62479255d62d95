import fc from "fast-check";

import {
  complaintFlow,
  exampleComplaintHandling,
  receiveComplaint,
  type ComplaintAction,
  type ComplaintActionType,
  type ComplaintCase,
  type ComplaintNote,
  type ComplaintNoteType,
  type ComplaintSeparationRule,
} from "../../src/complaints/index.ts";
import { allowedEvents } from "../../src/core/index.ts";
import { caseLaws } from "../support/case-laws.ts";
import { earlier, intake, stepOf } from "./fixtures.ts";

const people = ["E-1", "E-2", "E-5", "E-6", "E-7", "E-8", "E-9"] as const;
const notes: readonly ComplaintNoteType[] = [
  "tell-expectation",
  "begin-appraisal",
  "inform-cause-owner",
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
  by: fc.constantFrom(...people, "E-5", "E-9", "E-9"),
  other: fc.constantFrom(...people, "E-5", "E-6", "E-9"),
  redress: fc.boolean(),
});

function noteOf(type: ComplaintNoteType, at: string, by: string, other: string): ComplaintNote {
  switch (type) {
    case "name-person":
      return { type, at, by, person: other };
    case "tell-expectation":
      return { type, at, by, replyBy: "2026-02-25" };
    case "begin-appraisal":
      return { type, at, by, body: "laboratory", commission: "commission 5" };
    case "suggest-improvement":
      return { type, at, by, idea: "shorter forms" };
    case "offer-sale":
      return { type, at, by, product: "fund" };
    case "take-in":
      return { type, at, by, complaint: "C-2" };
    case "inform-cause-owner":
      return { type, at, by, to: "operations" };
    case "bring-new-facts":
      return { type, at, by, facts: { what: "a receipt", receivedAt: at, form: "letter", reference: "letter 31" } };
    case "client-accepts":
      return { type, at, by, acceptance: { receivedAt: at, form: "phone", reference: "recording 8" } };
    case "end-appraisal":
      return { type, at, by };
  }
}

const isNoteType = (type: ComplaintActionType | ComplaintNoteType): type is ComplaintNoteType =>
  Object.hasOwn(complaintFlow.notes, type);

function tried({ turn, type, by, other, redress }: Attempt, complaint: ComplaintCase, at: string) {
  const living = allowedEvents(complaintFlow.lifecycle, complaint.state).filter(
    (event) => !["withdraw", "merge", "decline"].includes(event) || (turn ?? 0) % 11 === 0,
  );
  const turns: readonly (ComplaintActionType | ComplaintNoteType)[] = [...living, "tell-expectation"];
  const wanted = turn === null ? type : (turns[turn % turns.length] ?? type);
  if (isNoteType(wanted)) return noteOf(wanted, at, by, other);
  const step: ComplaintAction = { ...stepOf(wanted, 0), at, by };
  switch (step.type) {
    case "register":
      return { ...step, handler: other };
    case "merge":
      // within the matter, so that which cases are one is the same all the way
      return { ...step, into: complaint.id === "C-2" || complaint.id === "C-3" ? "C-1" : "C-0" };
    case "withdraw":
      return { ...step, request: { ...step.request, receivedAt: at } };
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
  linkable: [earlier],
  attempt,
  stepOf: tried,
  // by people who have done nothing yet
  meeting: (type, _, at) => {
    const step: ComplaintAction = { ...stepOf(type, 0), at, by: "E-11" };
    if (step.type === "withdraw") return { ...step, request: { ...step.request, receivedAt: at } };
    if (step.type === "extend") return { ...step, approvedBy: "E-12" };
    return step.type === "transfer" ? { ...step, to: "E-13" } : step;
  },
  policyWith: (rules) => ({
    ...exampleComplaintHandling,
    expectationRequired: false,
    separation: rules as readonly ComplaintSeparationRule[],
  }),
  refusals: [
    "too-many-representatives",
    "authority-not-shown",
    "proof-after-step",
    "complainant-complained-of",
    "message-out-of-time",
    "nothing-to-accept",
    "merged-with-itself",
    "merged-while-over",
    "merged-into-later",
    "merged-across-clients",
    "not-taken-in",
    "ground-not-listed",
    "reviewer-took-part",
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
