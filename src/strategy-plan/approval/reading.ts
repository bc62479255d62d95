import type { Path } from "../../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  orNull,
  readDate,
  readMoment,
  readPerson,
  readText,
  rowOf,
  shapeOf,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { minorOf } from "../../money/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { PlanApprovalContext } from "./policy.ts";
import {
  PLAN_APPROVAL_STATES,
  PLAN_ASKS,
  type PlanApproval,
  type PlanApprovalEntry,
  type PlanApprovalEntryOf,
} from "./types.ts";

/*
 * A step is a document: it has the members of its type and no others. An approval that comes back from a store is a row
 * and may have members of its own, and so may its entries.
 */

/** What an approval or a step that cannot be read is refused with. */
export const INPUT = "strategy-plan/invalid-input" satisfies StrategyPlanErrorCode;

type EntryType = PlanApprovalEntry["type"];

const person: Reader<string> = (id, path) => readPerson(id, path);

/** Reads an entry of any type, as a document or as a row: what all have, and what its own type has. */
function entryIn(of: typeof shapeOf): Reader<PlanApprovalEntry> {
  const money = of<Money>({ amount: asGiven, currency: asGiven });
  const amount: Reader<Money> = (value, path, code) => {
    minorOf(money(value, path, code), path);
    return value;
  };
  const hash = readText;
  const own: { readonly [Type in EntryType]: Members<Omit<PlanApprovalEntryOf<Type>, "type" | "at" | "by">> } = {
    write: { preparedBy: person, amends: optional(readText) },
    submit: {
      version: readText,
      hash,
      preparedBy: person,
      amount: orNull(amount),
      asks: listOf(oneOf(PLAN_ASKS)),
    },
    "co-sign": { hash, role: readText },
    approve: { hash, role: readText },
    reject: { hash, role: readText, reason: readText },
    recall: { hash, reason: optional(readText) },
    revise: { hash, reason: optional(readText) },
    "put-in-force": { hash, role: readText, effectiveFrom: readDate },
    supersede: { hash, successor: readText, from: readDate },
    close: { hash: optional(hash), reason: readText, from: readDate },
  };
  const readers = Object.entries(own).map(([type, members]) => [
    type,
    of({ type: asGiven, at: readMoment, by: person, ...(members as object) }),
  ]);
  return byTag<PlanApprovalEntry, "type">(
    "type",
    Object.fromEntries(readers) as { readonly [Type in EntryType]: Reader<PlanApprovalEntryOf<Type>> },
  );
}

/** A step as it is taken. */
export const readStep: Reader<PlanApprovalEntry> = /* @__PURE__ */ (() => entryIn(shapeOf))();

/** An entry of a history that was stored. */
export const readEntry: Reader<PlanApprovalEntry> = /* @__PURE__ */ (() => entryIn(rowOf))();

/** An approval with a history whose entries are not read. */
export const readHead: Reader<PlanApproval> = /* @__PURE__ */ (() =>
  rowOf<PlanApproval>({
    id: readText,
    plan: readText,
    state: oneOf(PLAN_APPROVAL_STATES),
    history: listOf(asGiven, 1),
    links: optional(listOf(readText)),
  }))();

/** An approval with its history. */
export function readApproval(approval: PlanApproval, path: Path, code: string): PlanApproval {
  readHead(approval, path, code);
  listOf(readEntry)(approval.history, [...path, "history"], code);
  return approval;
}

/** What the separation of persons needs to know besides; casework reads the teams. */
export const readContext: Reader<PlanApprovalContext> = /* @__PURE__ */ (() =>
  shapeOf<PlanApprovalContext>({
    linked: optional(listOf(readApproval)),
    elsewhere: optional(listOf(readApproval)),
    teams: optional<Required<PlanApprovalContext>["teams"]>(asGiven),
  }))();
