import type { LocalDate } from "../../core/index.ts";

/** What the lines for the person concerned can be about. */
export const PERSON_LINE_KINDS = [
  "answer-on-request",
  "information-used",
  "information-lacking",
  "main-reason-low",
  "main-reason-high",
  "main-reason-other",
  "main-reason-lacking",
  "main-reason-none",
  "right-to-review",
] as const;

/** What a line for the person concerned is about. */
export type PersonLineKind = (typeof PERSON_LINE_KINDS)[number];

/** What became of a request for an explanation. */
export const PERSON_ANSWERS = ["told", "left-to-staff"] as const;

/** What became of a request: it can be answered by these lines, or has to be answered by a member of staff. */
export type PersonAnswer = (typeof PERSON_ANSWERS)[number];

/** The request of the person concerned; without one there is no explanation for them. */
export interface PersonRequest {
  /** Day on which the person asked. */
  readonly requestedOn: LocalDate;
  /** Whether they asked for the main reasons too, at most four; default false. */
  readonly mainReasons?: boolean;
}

/** Most main reasons that a person is told. */
export const MOST_MAIN_REASONS = 4;

type Nothing = Readonly<{ nothing?: never }>;

interface PersonLineOf<Line extends PersonLineKind, Labels, Values = Nothing> {
  readonly line: Line;
  readonly labels: Labels;
  readonly values: Values;
}

/** One line for the person concerned, told apart by `line`; `tell` puts it into words. */
export type PersonLine =
  | PersonLineOf<"answer-on-request", Nothing, { readonly requestedOn: LocalDate; readonly asOf: LocalDate }>
  | PersonLineOf<"information-used", { readonly feature: `feature.${string}` }>
  | PersonLineOf<"information-lacking", { readonly feature: `feature.${string}` }>
  | MainReasonLine
  | PersonLineOf<"main-reason-none", Nothing>
  | PersonLineOf<"right-to-review", Nothing>;

/**
 * A main reason: a figure that was low or high compared with what the bank looks for, an answer that counted for less than
 * another would have, or information that was lacking.
 */
export type MainReasonLine = {
  readonly [
    Line in Extract<
      PersonLineKind,
      "main-reason-low" | "main-reason-high" | "main-reason-other" | "main-reason-lacking"
    >
  ]: PersonLineOf<Line, { readonly feature: `feature.${string}` }>;
}[Extract<PersonLineKind, "main-reason-low" | "main-reason-high" | "main-reason-other" | "main-reason-lacking">];

/** Answer to the person concerned. */
export type PersonExplanation =
  { readonly status: "told"; readonly lines: readonly PersonLine[] } | { readonly status: "left-to-staff" };
