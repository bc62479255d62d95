import type { Period } from "../calendar/index.ts";
import type { LocalDate } from "../core/index.ts";
import type { Money } from "../money/index.ts";

/** The states of an action: planned, offered to the client, taken, refused by the client, given up by us. */
export const ACTION_STATES = ["planned", "pitched", "won", "lost", "dropped"] as const;

/** How far an action has come. */
export type ActionState = (typeof ACTION_STATES)[number];

/** Income an action has brought. */
export interface ActualIncome {
  /** May be negative. */
  readonly amount: Money;
  /** Days it was earned in, within the plan year. */
  readonly period: Period;
}

/** What became of an action. */
export interface ActionProgress {
  readonly state: ActionState;
  /** What came of it, in words. */
  readonly outcome?: string;
  /** Why it was lost or dropped; asked for in those two states. */
  readonly reason?: string;
  /** Day the state was reached: of the pitch, of the client's answer, or of our decision. */
  readonly actualDate?: LocalDate;
  /** Only of an action that was won. */
  readonly actualIncome?: ActualIncome;
}

/** What progress may say besides its state. */
export const PROGRESS_PARTS = ["actualDate", "actualIncome", "outcome", "reason"] as const satisfies readonly Exclude<
  keyof ActionProgress,
  "state"
>[];

/** One thing progress may say besides its state. */
export type ProgressPart = (typeof PROGRESS_PARTS)[number];
