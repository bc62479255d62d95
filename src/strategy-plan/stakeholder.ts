import type { AnswerEvidence } from "./evidence.ts";
import type { LocalDate } from "../core/index.ts";

/** The parts people of a client play in a decision for a bank. */
export const STAKEHOLDER_ROLES = ["sponsor", "decision-maker", "champion", "evaluator", "user", "gatekeeper"] as const;

/**
 * The part a person plays: pays for it and stands behind it; decides; speaks for us when we are not there; compares the
 * offers; works with the product; lets through or keeps out.
 */
export type StakeholderRole = (typeof STAKEHOLDER_ROLES)[number];

/** How much a person counts in the choice of a bank, most first. */
export const INFLUENCES = ["high", "medium", "low"] as const;

/** How much a person counts in the choice of a bank. */
export type Influence = (typeof INFLUENCES)[number];

/** How a person stands to us, most friendly first. */
export const SUPPORTS = ["advocate", "supportive", "neutral", "critical", "opposed"] as const;

/** How a person stands to us. */
export type Support = (typeof SUPPORTS)[number];

/**
 * What we think of a person's part in the choice of a bank: a judgement about somebody who is not the client, so that it
 * carries who says so and since when, and stands on no copy for the client. Not one of the source's fields.
 */
export interface Stakeholder {
  readonly roles?: readonly StakeholderRole[];
  /** By default it follows from the authority of 2.B: who decides counts most. */
  readonly influence?: Influence;
  readonly support?: Support;
  /** Employees of ours who deal with the person; `[]` says that nobody does. */
  readonly coveredBy?: readonly string[];
  /** Day somebody of ours last spoke with the person. */
  readonly lastContact?: LocalDate;
  readonly evidence: AnswerEvidence;
}

/** What one person of the client is to another. */
export const TIE_KINDS = ["influences", "conflicts-with"] as const;

/** What one person of the client is to another: has their ear, or is at odds with them. */
export type TieKind = (typeof TIE_KINDS)[number];

/** A tie between two people of section 2; a conflict has no direction. Not one of the source's fields. */
export interface PersonTie {
  readonly id: string;
  /** Row of section 2: who has the influence. */
  readonly from: string;
  /** Row of section 2: on whom. */
  readonly to: string;
  readonly kind: TieKind;
  readonly evidence: AnswerEvidence;
}
