import { isInReview } from "./course.ts";
import type { ComplaintAct, ComplaintHistoryEntry, ComplaintSideAct } from "./entries/entry.ts";
import { isBlank, isThere } from "./reading/kind.ts";

/** An approval; where nobody is named, nobody approved, which the conditions of the step say. */
const approval = (action: ComplaintSideAct, person: string): readonly ComplaintAct[] =>
  isBlank(person) ? [] : [{ action, person }];

/** Whoever an entry makes a handler, by naming them or by having them handle it. */
export function handlersIn(entry: ComplaintHistoryEntry): readonly string[] {
  const named = handlerNamed(entry);
  const isOwn = entry.type === "handle-on-the-spot" || entry.type === "investigate";
  return [...(isOwn ? [entry.by] : []), ...(named === null ? [] : [named])];
}

/** The actions in an entry besides its own: who is made the handler, who decides on redress, who approves. */
export function actsOf(
  entry: ComplaintHistoryEntry,
  before: readonly ComplaintHistoryEntry[],
): readonly ComplaintAct[] {
  const inReview = isInReview(before);
  switch (entry.type) {
    case "register":
    case "handle-on-the-spot":
    case "investigate":
    case "transfer":
      return handlersIn(entry).flatMap((person): ComplaintAct[] => [
        { action: "handle", person },
        ...(inReview ? [] : [{ action: "take-part-before-review", person } as const]),
      ]);
    case "extend":
      return approval("approve-extension", entry.approvedBy);
    case "decide":
      return [
        { action: inReview ? "decide-review" : "take-part-before-review", person: entry.by },
        ...(isThere(entry.redress)
          ? ([
              { action: "grant-redress", person: entry.by },
              ...approval("approve-redress", entry.redress.approvedBy),
            ] as const)
          : []),
      ];
    case "receive":
    case "reply":
    case "follow-up":
    case "close":
    case "withdraw":
    case "merge":
    case "decline":
    case "re-open":
    case "escalate":
    case "tell-expectation":
    case "begin-appraisal":
    case "end-appraisal":
    case "bring-new-facts":
    case "client-accepts":
    case "take-in":
    case "name-person":
    case "inform-cause-owner":
    case "suggest-improvement":
    case "offer-sale":
      return [];
  }
}

/** The people an entry says the complaint is about. */
export function personsNamed(entry: ComplaintHistoryEntry): readonly string[] {
  if (entry.type === "receive") return entry.personsComplainedOf;
  return entry.type === "name-person" ? [entry.person] : [];
}

/** The handler an entry names; null when it names none. */
export function handlerNamed(entry: ComplaintHistoryEntry): string | null {
  if (entry.type === "register") return entry.handler;
  if (entry.type === "transfer") return entry.to;
  return entry.type === "investigate" ? (entry.handler ?? null) : null;
}

/**
 * Whether somebody is among people, however the name was typed: who complains, and the unit or person that reviews, may be
 * names rather than ids, with blanks around them or full-width signs.
 */
export function isNamed(name: string, people: readonly string[]): boolean {
  const plain = (text: string): string => text.normalize("NFKC").trim();
  return people.some((one) => plain(one) === plain(name));
}
