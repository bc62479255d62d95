import type { IssuesOf, LocalDate, ReadingDetails } from "../core/index.ts";
import type { ChangeLine, GapLine, WorkListLine } from "./change/lines.ts";
import type { ChangeErrorDetails } from "./change/reasons.ts";
import type { InvalidCardDetails, LintFinding } from "./card/findings.ts";
import type { ExplanationLine } from "./explanation.ts";
import type { RegisterErrorDetails } from "./register/reasons.ts";
import type { SignOffRefused } from "./register/sign-off.ts";
import type { CardChange } from "./register/card-change.ts";
import type { PersonLine } from "./person/answer.ts";
import type { PmmlErrorDetails } from "./pmml/reasons.ts";
import type { PopulationDetails } from "./population/reasons.ts";
import type { SimulationLine } from "./simulation/lines.ts";
import type { SimulationDetails } from "./simulation/reasons.ts";
import type { InvalidReason } from "./record.ts";
import type { FeatureKind } from "./card/feature-definition.ts";
import type { MeasurementErrorDetails } from "./measurement/reasons.ts";
import type { MeasurementLine } from "./measurement/lines.ts";
import type { GradeLine } from "./grading/explanation.ts";
import type { GradingErrorDetails } from "./grading/reasons.ts";
import type { PoolLine } from "./pooling/outcomes.ts";
import type { PoolingErrorDetails } from "./pooling/reasons.ts";
import type { StandingLine } from "./standing/lines.ts";
import type { StandingErrorDetails } from "./standing/reasons.ts";

/** A value of a record that the card refuses. */
export interface InvalidValueDetails {
  readonly feature: string;
  readonly kind: FeatureKind;
  readonly reason: InvalidReason;
  readonly received: string;
  /** Its type, where a number and a text look alike. */
  readonly type?: string;
  /** The card's currency; for money. */
  readonly currency?: string;
}

/** A date of observation that makes a value of a record unusable. */
export interface InvalidObservationDetails {
  readonly feature: string;
  /** Field of the record that holds the date. */
  readonly field: string;
  readonly reason: Extract<InvalidReason, "invalid-observation-date" | "observed-after-as-of">;
  /** What the field holds. */
  readonly received: string;
  /** Its type, where it is not a text. */
  readonly type?: string;
  /** Date of the classification, the last that is possible. */
  readonly asOf: LocalDate;
}

/** What the errors and issues of this room carry, by code. */
export interface CustomerClassificationErrorDetails
  extends
    RegisterErrorDetails,
    MeasurementErrorDetails,
    GradingErrorDetails,
    PoolingErrorDetails,
    PmmlErrorDetails,
    PopulationDetails,
    SimulationDetails,
    StandingErrorDetails,
    ChangeErrorDetails {
  /**
   * The card is not one, or contradicts itself: `path` says where.
   *
   * Remedy: correct the member at `path`; `ScorecardSchema` describes a card and `prepareScorecard` checks it whole.
   */
  "customer-classification/invalid-card": InvalidCardDetails;
  /**
   * A record, or a row of a batch, is not an object, cannot be read, or has a name that is nearly a feature's.
   *
   * Remedy: pass an object whose members are named as the features of the card, and correct a name that is nearly one.
   */
  "customer-classification/invalid-record": ReadingDetails;
  /**
   * A value of the wrong kind where the card rejects such values.
   *
   * Remedy: correct the value in the record, or set `inputs.invalid` of the characteristic to points of its own or to
   * `neutral`.
   */
  "customer-classification/invalid-value": InvalidValueDetails;
  /**
   * A value whose date of observation is not a date, or lies after `asOf`, where the card rejects invalid values.
   *
   * Remedy: correct the date in the record, in the field that `path` names: a day written as YYYY-MM-DD, not after `asOf`.
   */
  "customer-classification/invalid-observation": InvalidObservationDetails;
  /**
   * No row of a batch has a usable value of the flag a block looks at, so that the block could be checked for nobody.
   * Among `findings` of the batch, never thrown.
   *
   * Remedy: see whether the list behind the flag was joined to the records under the name at `path`; where it is known
   * to be empty, pass false.
   */
  "customer-classification/block-unseen": { readonly block: string; readonly feature: string; readonly rows: number };
  /**
   * No row of a batch has a usable value of the feature of a characteristic, so that it counted for nobody. Among
   * `findings` of the batch, never thrown.
   *
   * Remedy: see whether the records have the value under the name at `path`; a name that is far from it is not noticed.
   */
  "customer-classification/feature-unseen": { readonly feature: string; readonly rows: number };
  /**
   * The context of a call is not one: `path` says where.
   *
   * Remedy: correct the member at `path`: `asOf` is a date, and `observedAt` has a date by the name of a feature, not
   * after `asOf`.
   */
  "customer-classification/invalid-context": ReadingDetails & {
    readonly observedAt?: LocalDate;
    readonly asOf?: LocalDate;
  };
  /** `observedAt` names a feature the card does not have. Remedy: correct the name in `observedAt`, or leave it out. */
  "customer-classification/unknown-feature": { readonly feature: string; readonly card: string };
  /**
   * A value that is neither a list of rows nor columns by feature, or a column whose name is nearly a feature's.
   *
   * Remedy: pass `classifyMany` a list of records, or an object with one list of values per feature.
   */
  "customer-classification/invalid-columns": ReadingDetails;
  /** Columns of different lengths. Remedy: give each column one value per record, null where there is none. */
  "customer-classification/ragged-columns": { readonly length: number; readonly expected: number };
  /**
   * A row of a batch that does not exist, or a batch without its ledger (copied or read back from JSON).
   *
   * Remedy: pass the batch itself as it was returned, not a copy, and a row from 0 to below the number of
   * its rows.
   */
  "customer-classification/unknown-row": { readonly row: number | string; readonly rows: number };
  /**
   * A row of a batch that has an issue instead of a value.
   *
   * Remedy: look the row up in `issues` of the batch, correct the record and classify it again.
   */
  "customer-classification/row-has-issue": { readonly row: number };
  /**
   * A classification to be explained that is not as this library made it: `path` says where.
   *
   * Remedy: pass `explainClassification` what `classify` returned, unchanged.
   */
  "customer-classification/invalid-result": ReadingDetails;
  /**
   * A card that is not the one a classification was made with, or that was changed since: its content hash differs.
   *
   * Remedy: pass the card of the same id, version and content hash as in `card` of the classification; a register of
   * cards has it.
   */
  "customer-classification/another-card": {
    readonly card: string;
    readonly version: string;
    readonly hash: string;
    readonly madeWith: string;
    readonly madeWithVersion: string;
    readonly madeWithHash: string;
  };
  /**
   * An explanation for the person concerned without their request, or with a request that is not one.
   *
   * Remedy: pass the day on which the person asked, as `requestedOn`, which is not before `asOf` of the classification, and
   * with `mainReasons` the card too.
   */
  "customer-classification/invalid-request": ReadingDetails & {
    readonly requestedOn?: LocalDate;
    readonly asOf?: LocalDate;
  };
}

/** An issue or error of this room, by code with its details. */
export type CustomerClassificationIssue = IssuesOf<CustomerClassificationErrorDetails>;

/** Every reason this room gives: its issues and errors, the lines it explains with, and the findings of the lint. */
export type CustomerClassificationReasons =
  | CustomerClassificationIssue
  | ExplanationLine
  | PersonLine
  | LintFinding
  | CardChange
  | SignOffRefused
  | MeasurementLine
  | GradeLine
  | PoolLine
  | SimulationLine
  | StandingLine
  | ChangeLine
  | GapLine
  | WorkListLine;
