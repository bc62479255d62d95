import type { Period } from "../../calendar/index.ts";
import type { DecimalString, Issue, IssuesOf, LocalDate } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import type { PlanField } from "../fields.ts";
import type { ActionState } from "../progress.ts";
import type { PlanSection } from "../section.ts";
import type { Answer, PlanRowId } from "../types.ts";
import type { PlanList, PlanMember, PlanReference } from "./places.ts";

/** What of an answer can be told in a sentence: an amount, a word, a share, a time, a day, a text, a state. */
export interface ToldAnswer {
  readonly amount?: Money;
  readonly answer?: Answer;
  readonly share?: DecimalString;
  readonly time?: Period;
  readonly day?: LocalDate;
  readonly text?: string;
  readonly state?: ActionState;
}

/** A row, by its list, its id and what it is called. */
export interface RowPlace {
  readonly list: PlanList;
  readonly row: PlanRowId;
  /** What the row is called in the plan; so that a reader need not know its id. */
  readonly name?: string;
}

/** Where a change is: in a row; or, where nothing is said, in the plan itself or a section without rows. */
export type ChangedPlace = Partial<RowPlace>;

/** One answer that is another in the two plans. */
export interface ChangedAnswer extends ChangedPlace {
  /** One of the 37 fields. */
  readonly field?: PlanField;
  /** Set where it is not the answer itself, but what the answer of the field rests on. */
  readonly isEvidence?: boolean;
  /** A member that is not one of them. */
  readonly member?: PlanMember;
  /** The answer in the first plan; absent where there was none. */
  readonly before?: unknown;
  /** The answer in the second plan; absent where there is none any more. */
  readonly after?: unknown;
}

/** What of an answer before and after can be told, where it differs. */
type Told<When extends "was" | "now"> = {
  readonly [Fact in keyof ToldAnswer as `${When}${Capitalize<Fact>}`]?: ToldAnswer[Fact];
};

/** What the changes from one plan to another carry, by code. */
export interface PlanChangeDetails {
  /** A row that only the second plan has. Remedy: nothing is wrong. */
  "strategy-plan/row-added": RowPlace;
  /** A row that only the first plan has. Remedy: nothing is wrong. */
  "strategy-plan/row-removed": RowPlace;
  /** The rows of a list in another order. Remedy: nothing is wrong. */
  "strategy-plan/rows-reordered": Pick<RowPlace, "list">;
  /** An answer that only the second plan has. Remedy: nothing is wrong. */
  "strategy-plan/answer-given": ChangedAnswer & Told<"now">;
  /** An answer that only the first plan has. Remedy: nothing is wrong. */
  "strategy-plan/answer-withdrawn": ChangedAnswer & Told<"was">;
  /** An answer that is another in the second plan. Remedy: nothing is wrong. */
  "strategy-plan/answer-changed": ChangedAnswer &
    Told<"was"> &
    Told<"now"> & {
      /** Set where what it was and is can be told. */
      readonly isTold?: boolean;
    };
}

/** Codes of changes. */
export type PlanChangeCode = keyof PlanChangeDetails;

/**
 * One change from a plan to another. Its path is made of names and ids of rows, `["actions", "a1", "expectedIncome"]`, so
 * that it means the same in both, whatever the order of the rows.
 *
 * What a change carries is what the plan says, texts included: it is for whoever may read the plan, and not for a log.
 */
export type PlanChange = IssuesOf<PlanChangeDetails>;

/** What every conflict carries: where it is, what all three say, and who wrote it. */
export interface MergeConflictFacts extends ChangedPlace {
  /** Names the conflict, for the decision about it. */
  readonly at: string;
  /** What was there before both; absent where nothing was. */
  readonly base?: unknown;
  /** What one side says; absent where it took it out, or never had it. */
  readonly mine?: unknown;
  readonly theirs?: unknown;
  /** Who wrote each side, and in which version. */
  readonly mineBy: string;
  readonly mineVersion: string;
  readonly theirsBy: string;
  readonly theirsVersion: string;
}

/** A conflict about a row: who took it out, and who did not. */
export interface RemovedRowConflict extends MergeConflictFacts {
  readonly removedBy: string;
  readonly keptBy: string;
}

/** What the conflicts of a merge carry, by code. */
export interface MergeConflictDetails {
  /** An answer that both sides changed, each to something else. Remedy: decide whose answer is taken. */
  "strategy-plan/changed-by-both": MergeConflictFacts & Pick<ChangedAnswer, "field" | "member" | "isEvidence">;
  /** A row that one side took out and the other changed. Remedy: decide whether it stays. */
  "strategy-plan/removed-and-changed": RemovedRowConflict;
  /**
   * A row that one side took out while the other wrote something new that refers to it.
   *
   * Remedy: decide whether it stays; where it goes, correct the rows that refer to it.
   */
  "strategy-plan/removed-and-referenced": RemovedRowConflict & { readonly references: readonly PlanReference[] };
  /** Rows that both sides put in another order. Remedy: decide whose order is taken. */
  "strategy-plan/reordered-by-both": MergeConflictFacts & Pick<RowPlace, "list">;
}

/** One conflict of a merge. */
export type MergeConflict = IssuesOf<MergeConflictDetails>;

/** Where something was done, and to which members there; members of `evidence` are written `evidence/needed`. */
export interface RolledPlace extends ChangedPlace {
  readonly members: readonly string[];
}

/** What is documented of rolling a plan forward, by code. */
export interface RollForwardDetails {
  /** The head of the plan is that of the new year; an approval does not go on. Remedy: nothing is wrong. */
  "strategy-plan/head-renewed": { readonly members: readonly string[]; readonly period: Period };
  /**
   * Answers without a day of their own now carry the day the old plan was prepared: they were known then, and nobody has
   * confirmed them since. Remedy: confirm them, and set the day in `evidence`.
   */
  "strategy-plan/answers-dated": RolledPlace & {
    /** The section, where it has no rows. */
    readonly section?: PlanSection;
    readonly asOf: LocalDate;
    readonly count: number;
  };
  /** An action goes on, its time, its progress and its suitability check gone. Remedy: plan it again. */
  "strategy-plan/action-reset": RolledPlace & { readonly state: ActionState };
  /** An action that stays in the old plan. Remedy: nothing is wrong. */
  "strategy-plan/action-left": ChangedPlace & { readonly state: ActionState };
  /** A challenge of which nothing is open, which stays in the old plan. Remedy: nothing is wrong. */
  "strategy-plan/challenge-left": ChangedPlace;
  /** Preventive work that is done or dropped, which stays in the old plan. Remedy: nothing is wrong. */
  "strategy-plan/steps-left": RolledPlace & { readonly count: number };
  /** Personal dealings without a consent that holds, which stay in the old plan. Remedy: ask for the consent, or leave them out. */
  "strategy-plan/dealings-left": RolledPlace & { readonly count: number };
  /** The old target; the bank’s budget decides the new one. Remedy: set the target once the budget is known. */
  "strategy-plan/target-left": { readonly members: readonly string[]; readonly target: Money };
}

/** One thing that rolling a plan forward did. */
export type RollForwardEntry = IssuesOf<RollForwardDetails>;

/** Why a patch is not applied. */
export const PATCH_REFUSALS = ["test-failed", "no-such-place", "not-a-plan"] as const;

/** Why a patch is not applied: what it tests is not so, a place is not there, or what it would make is not a plan. */
export type PatchRefusal = (typeof PATCH_REFUSALS)[number];

/** The operation that could not be done, by its index, and the place that is not as tested, or not there. */
export interface RefusedOperation {
  readonly operation: number;
  readonly place: string;
}

/** What the refusals of a patch carry, by reason. */
export interface PatchRefusalDetails extends Readonly<Record<PatchRefusal, object>> {
  readonly "test-failed": RefusedOperation;
  readonly "no-such-place": RefusedOperation;
  /** The first thing that cannot be read in what the patch would make. */
  readonly "not-a-plan": { readonly issue: Issue };
}

/** A refusal of a patch. */
export type PatchRefused = {
  readonly [Reason in PatchRefusal]: {
    readonly ok: false;
    readonly reason: Reason;
    readonly details: PatchRefusalDetails[Reason];
  };
}[PatchRefusal];
