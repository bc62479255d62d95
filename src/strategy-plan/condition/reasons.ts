import type { Period } from "../../calendar/index.ts";
import type { DecimalString, IssuesOf, LocalDate } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import type { PlanField, PlanFieldSection } from "../fields.ts";
import type { ActionState } from "../progress.ts";
import type { StakeholderRole } from "../stakeholder.ts";
import type { PlanRowId } from "../types.ts";

/** The ways in which a field does not count for a tier. */
export const FIELD_GAPS = ["open", "stale", "undated", "later"] as const;

/** Why a field does not count: it is open, its answer is too old, has no day, or only one still to come. */
export type FieldGap = (typeof FIELD_GAPS)[number];

/** What may be unsaid of a key person. */
export const CONTACT_PARTS = ["coveredBy", "lastContact"] as const;

/** What the plan does not say of a key person. */
export type ContactPart = (typeof CONTACT_PARTS)[number];

/** What an open preventive step has to have. */
export const STEP_PARTS = ["owner", "due"] as const;

/** What an open preventive step lacks. */
export type StepPart = (typeof STEP_PARTS)[number];

/** How expected income is counted. */
export const BACKING_INCOMES = ["in-full", "weighted"] as const;

/** How expected income is counted towards the target: in full, or by the chance of success each action states. */
export type BackingIncome = (typeof BACKING_INCOMES)[number];

/** What an action may lack to count towards the target. */
export const BACKING_PARTS = ["expectedIncome", "probability", "actualIncome"] as const;

/** What an action does not say, so that it does not count towards the target. */
export type BackingPart = (typeof BACKING_PARTS)[number];

/** What the reasons for the condition of a plan carry; an `action`, a `challenge` and a `person` are ids of rows. */
export interface PlanConditionReasonDetails {
  /**
   * The field to fill next, for the first requirement of a tier that is not met.
   *
   * Remedy: answer the field at `path`, or confirm the answer again where `gap` says that it is too old; where the path
   * names only the section, add a row.
   */
  "strategy-plan/next-field": {
    readonly requirement: string;
    readonly section: PlanFieldSection;
    readonly field: PlanField;
    readonly gap: FieldGap;
    readonly have: number;
    readonly atLeast: number;
  };
  /** Somebody has the role. Remedy: nothing is to be done. */
  "strategy-plan/role-held": { readonly role: StakeholderRole; readonly people: readonly PlanRowId[] };
  /** Remedy: find out who has the role, or win somebody for it, and add the role to `stakeholder.roles` of the person. */
  "strategy-plan/role-missing": {
    readonly role: StakeholderRole;
    /** People of whom the plan says which part they play. */
    readonly stated: number;
    readonly of: number;
  };
  /** Remedy: say in `stakeholder.roles` which part each person plays. */
  "strategy-plan/role-unsaid": { readonly role: StakeholderRole; readonly of: number };
  /** Nobody in the plan is said to decide or to count. Remedy: answer 2.B, or `stakeholder.influence`, of each person. */
  "strategy-plan/key-people-unsaid": { readonly of: number };
  /** Remedy: give a key person to somebody of ours, and name them in `stakeholder.coveredBy`. */
  "strategy-plan/key-person-uncovered": { readonly person: PlanRowId };
  /** Remedy: speak with the person, and set `stakeholder.lastContact`. */
  "strategy-plan/key-person-not-contacted": {
    readonly person: PlanRowId;
    readonly lastContact: LocalDate;
    readonly days: number;
    readonly limit: number;
  };
  /** Remedy: fill in what `part` names in `stakeholder` of the person, by the day of the check. */
  "strategy-plan/key-person-unsaid": {
    readonly person: PlanRowId;
    readonly part: ContactPart;
    /** The day of the last contact that the plan gives, where it is still to come. */
    readonly later?: LocalDate;
  };
  /** Each key person is covered. Remedy: nothing is to be done. */
  "strategy-plan/key-people-covered": { readonly people: readonly PlanRowId[] };
  /** Each key person was spoken with in time. Remedy: nothing is to be done. */
  "strategy-plan/key-people-contacted": { readonly people: readonly PlanRowId[]; readonly limit: number };
  /** No challenges, and nobody who confirms it. Remedy: write them down, or confirm in `noneConfirmed.challenges` that none is seen. */
  "strategy-plan/challenges-unsaid": Record<string, never>;
  /** Somebody has confirmed that no challenge is seen. Remedy: nothing is to be done. */
  "strategy-plan/challenges-none": { readonly confirmedOn: LocalDate };
  /** Remedy: plan preventive work in 9.C of the challenge. */
  "strategy-plan/challenge-without-steps": { readonly challenge: PlanRowId };
  /** An open step that nobody does, or without a day. Remedy: fill in what `missing` names at `path`. */
  "strategy-plan/step-incomplete": { readonly challenge: PlanRowId; readonly missing: readonly StepPart[] };
  /** Each challenge has steps, and each open one an owner and a day. Remedy: nothing is to be done. */
  "strategy-plan/challenges-prepared": { readonly of: number };
  /** Remedy: plan in section 8 what is to be done. */
  "strategy-plan/actions-unsaid": Record<string, never>;
  /** An action whose planned time is over and that was not pitched. Remedy: pitch it, plan it anew, or drop it with a reason. */
  "strategy-plan/action-overdue": { readonly action: PlanRowId; readonly planned: Period };
  /** An action the client has not answered in time. Remedy: ask the client, and set `progress`. */
  "strategy-plan/action-unanswered": {
    readonly action: PlanRowId;
    readonly pitchedOn: LocalDate;
    readonly days: number;
    readonly limit: number;
  };
  /** An action of which nobody can tell whether it is late. Remedy: plan a time for it, or say on which day, by now, it was pitched. */
  "strategy-plan/action-undated": { readonly action: PlanRowId; readonly state: ActionState };
  /** No action is late. Remedy: nothing is to be done. */
  "strategy-plan/actions-on-track": { readonly of: number };
  /** Remedy: set `value.target` to an amount above 0. */
  "strategy-plan/target-unsaid": Record<string, never>;
  /** An action that counts nothing towards the target. Remedy: fill in what `part` names. */
  "strategy-plan/income-unsaid": { readonly action: PlanRowId; readonly part: BackingPart };
  /** Income that does not add up with the target. Remedy: bring it into the currency of the target with `convert` of money. */
  "strategy-plan/income-in-other-currency": {
    readonly action: PlanRowId;
    readonly currency: string;
    readonly expected: string;
  };
  /**
   * Income of the actions, and the target it is to reach.
   *
   * Remedy: where it is too little, plan more, or aim at less.
   */
  "strategy-plan/target-backing": {
    /** Income of the actions, cut to the minor unit as the share is. */
    readonly backing: Money;
    readonly target: Money;
    /** `backing / target` before that, cut to four decimals, so that what falls short never looks enough. */
    readonly share: DecimalString;
    readonly least: DecimalString;
    readonly income: BackingIncome;
  };
}

/** A reason for the condition of a plan. */
export type PlanConditionReason = IssuesOf<PlanConditionReasonDetails>;

/** The reason for the field to fill next. */
export type NextFieldReason = Extract<PlanConditionReason, { readonly code: "strategy-plan/next-field" }>;

/** A reason for a finding of health. */
export type PlanHealthReason = Exclude<PlanConditionReason, NextFieldReason>;
