import type { CaseEntry, Path } from "../../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  orNull,
  readDate,
  readMoment,
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
import { PLAN_APPROVAL_STATES, PLAN_ASKS, type PlanApproval, type PlanApprovalEntry } from "./types.ts";

/*
 * A step is a document: it has the members of its type and no others. An approval that comes back from a store is a row
 * and may have members of its own, and so may its entries.
 */

/** What an approval or a step that cannot be read is refused with. */
export const INPUT = "strategy-plan/invalid-input" satisfies StrategyPlanErrorCode;

/** How a document or a row is read. */
type Kind = typeof shapeOf;

type EntryType = PlanApprovalEntry["type"];
type EntryOf<Type extends EntryType> = Extract<PlanApprovalEntry, { readonly type: Type }>;
type OwnMembers = {
  readonly [Type in EntryType]: Members<Omit<EntryOf<Type>, "type" | "at" | "by">>;
};

/** Whether it is an id that nobody misreads is for casework. */
const named: Reader<string> = (person, path) => readText(person, path, "core/invalid-case");

function ownMembers(of: Kind): OwnMembers {
  const money = of<Money>({ amount: asGiven, currency: asGiven });
  const amountAs: Reader<Money> = (amount, path, code) => {
    minorOf(money(amount, path, code), path);
    return amount;
  };
  const hash = readText;
  return {
    write: { preparedBy: named, amends: optional(readText) },
    submit: {
      version: readText,
      hash,
      preparedBy: named,
      amount: orNull(amountAs),
      asks: listOf(oneOf(PLAN_ASKS)),
    },
    "co-sign": { hash, role: readText },
    approve: { hash, role: readText },
    reject: { hash, role: readText, reason: readText },
    recall: { hash, reason: optional(readText) },
    revise: { hash, reason: optional(readText) },
    "put-in-force": { hash, effectiveFrom: readDate },
    supersede: { hash, successor: readText, from: readDate },
    close: { hash: optional(hash), reason: readText, from: readDate },
  };
}

function entryIn(of: Kind): Reader<PlanApprovalEntry> {
  const readers = Object.entries(ownMembers(of)).map(([type, members]) => [
    type,
    of<CaseEntry>({ type: asGiven, at: readMoment, by: named, ...(members as object) }),
  ]);
  return byTag<PlanApprovalEntry, "type">(
    "type",
    Object.fromEntries(readers) as { readonly [Type in EntryType]: Reader<EntryOf<Type>> },
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
  for (const [index, entry] of readHead(approval, path, code).history.entries()) {
    readEntry(entry, [...path, "history", index], code);
  }
  return approval;
}

/** What the separation of persons needs to know besides; casework reads the teams. */
export const readContext: Reader<PlanApprovalContext> = /* @__PURE__ */ (() =>
  shapeOf<PlanApprovalContext>({
    linked: optional(listOf(readApproval)),
    elsewhere: optional(listOf(readApproval)),
    teams: optional<Required<PlanApprovalContext>["teams"]>(asGiven),
  }))();
