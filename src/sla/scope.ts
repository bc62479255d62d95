import type { LocalDate } from "../core/index.ts";

/*
 * What a policy is for. The words are those the shipped policies need; a policy of a bank's own may use others, and then
 * cases may be described by them too.
 */

/** What a case may be about: a complaint, the review of an answer to one, or a notice that an entry is wrong. */
export const SLA_MATTERS = ["complaint", "review", "error-notice"] as const;
/** What a case is about. */
export type SlaMatter = (typeof SLA_MATTERS)[number];

/** Places of the shipped policies: mainland China, Hong Kong, European Union, United Kingdom, United States, Australia. */
export const SLA_PLACES = ["cn", "hk", "eu", "uk", "us", "au"] as const;
/** A place whose rules may apply. */
export type SlaPlace = (typeof SLA_PLACES)[number];

/**
 * Who may bring a case to the bank: the client, or whoever passed it on. `regulator` is any authority that supervises
 * the bank; where a rule is about one of them, a case has to say which.
 */
export const SLA_ORIGINS = ["client", "regulator", "central-bank", "hotline", "media"] as const;
/** Who brought a case to the bank. */
export type SlaOrigin = (typeof SLA_ORIGINS)[number];

/** Kinds of institution: a bank is any deposit-taking or other licensed institution that a bank regulator supervises. */
export const SLA_INSTITUTIONS = ["bank", "insurer", "payment-institution", "credit-reference-firm"] as const;
/** The kind of institution that answers. */
export type SlaInstitution = (typeof SLA_INSTITUTIONS)[number];

/**
 * What a case may be about, as far as a rule asks. The three kinds of transfer exclude each other: one of an account
 * opened within 30 days is a `new-account-transfer`, whatever it was for; one by debit card at a point of sale, or begun
 * abroad, a `card-or-foreign-transfer`; every other one an `electronic-transfer`.
 */
export const SLA_PRODUCTS = [
  "deposit",
  "loan",
  "open-end-credit",
  "payment-service",
  "electronic-money",
  "electronic-transfer",
  "card-or-foreign-transfer",
  "new-account-transfer",
  "investment",
  "insurance",
  "superannuation",
  "other",
] as const;
/** The product a case is about. */
export type SlaProduct = (typeof SLA_PRODUCTS)[number];

/** What the receipt may be that starts the clocks. */
export const SLA_RECEIPTS = ["case", "forwarded", "review-request", "error-notice"] as const;
/**
 * What the receipt is that starts the clocks: that of the case by the bank; of what an authority forwarded, whenever the
 * client wrote to it; of the request for a review; of the notice of an error.
 */
export type SlaReceipt = (typeof SLA_RECEIPTS)[number];

/**
 * What a policy is for (适用范围), as data: lists of words, one of which a case must have. A list that is left out asks
 * nothing.
 */
export interface SlaScope {
  readonly matters?: readonly string[];
  readonly places?: readonly string[];
  readonly origins?: readonly string[];
  readonly institutions?: readonly string[];
  readonly products?: readonly string[];
  /** Products that another rule is for. */
  readonly exceptProducts?: readonly string[];
  /** What the `received` event of the policy's cases is. Default `case`. */
  readonly receipt?: SlaReceipt;
}

/** What may be known of a case. */
export const SLA_FACTS = ["matter", "place", "origin", "institution", "product"] as const;
/** What may be known of a case, and asked by a policy. */
export type SlaFact = (typeof SLA_FACTS)[number];

/** The words of the shipped policies, by what they say of a case. */
export const SLA_FACT_WORDS = {
  matter: SLA_MATTERS,
  place: SLA_PLACES,
  origin: SLA_ORIGINS,
  institution: SLA_INSTITUTIONS,
  product: SLA_PRODUCTS,
} as const satisfies Readonly<Record<SlaFact, readonly string[]>>;

/** Words that are kinds of a wider one. */
export const SLA_NARROWER: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ new Map([
  ["regulator", ["central-bank"]],
  ["loan", ["open-end-credit"]],
  ["payment-service", ["electronic-transfer", "card-or-foreign-transfer", "new-account-transfer"]],
]);

/** One reason why a policy is for a case, or is not, as data that `tell` puts into words. */
export type SlaScopeLine =
  /** `from` is null for a rule whose first day is not known, `to` (the first day without it) for one without an end. */
  | {
      readonly code: "rule-in-force";
      readonly on: LocalDate;
      readonly from: LocalDate | null;
      readonly to: LocalDate | null;
    }
  | { readonly code: "rule-not-yet-in-force"; readonly on: LocalDate; readonly from: LocalDate }
  /** Nothing is known of the rule before `from`, the day of the oldest text that was read. */
  | { readonly code: "rule-before-oldest-read"; readonly on: LocalDate; readonly from: LocalDate }
  | { readonly code: "rule-no-longer-in-force"; readonly on: LocalDate; readonly to: LocalDate }
  | { readonly code: "rule-day-unknown" }
  | { readonly code: "rule-for-anything" }
  | { readonly code: "rule-covers"; readonly fact: SlaFact; readonly value: string }
  | {
      readonly code: "rule-does-not-cover";
      readonly fact: SlaFact;
      readonly value: string;
      readonly covers: readonly string[];
    }
  | { readonly code: "rule-excepts"; readonly fact: SlaFact; readonly value: string }
  /** What the rule asks; `value` is what is known and not exact enough, null when nothing is. */
  | {
      readonly code: "rule-asks";
      readonly fact: SlaFact;
      readonly value: string | null;
      readonly words: readonly string[];
    }
  | { readonly code: "rule-runs-from"; readonly receipt: SlaReceipt };

/** The lines about the day of receipt, when it is known. */
export type SlaDayLine = Extract<
  SlaScopeLine,
  { code: "rule-in-force" | "rule-not-yet-in-force" | "rule-before-oldest-read" | "rule-no-longer-in-force" }
>;
