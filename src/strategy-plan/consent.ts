import { tryDayNumber, type LocalDate } from "../core/index.ts";
import { isBlank } from "./blank.ts";

/**
 * A person's agreement to the use of a dealing of their own in the plan of a company.
 *
 * Financial accounts are sensitive personal information, used for a specific purpose and with separate consent
 * (个人信息保护法 art. 28, 29); in Hong Kong, use for a new purpose needs the prescribed consent of the person (Personal Data
 * (Privacy) Ordinance, Cap. 486, data protection principle 3). What such a consent must look like is the bank's to know.
 */
export interface DealingConsent {
  /** What the person agreed to. */
  readonly purpose: string;
  /** Day it was given. */
  readonly givenOn: LocalDate;
  /** Last day it holds, inclusive; omitted where it holds until it is withdrawn. */
  readonly until?: LocalDate;
}

/** The ways in which a consent does not hold. */
export const CONSENT_GAPS = ["absent", "not-yet-given", "expired"] as const;

/** Why a dealing has no consent that holds. */
export type ConsentGap = (typeof CONSENT_GAPS)[number];

/** What keeps a dealing with a consent, or without one, from being shown on a day; null when the consent holds. */
export function consentGapOf(consent: DealingConsent | undefined, asOf: LocalDate): ConsentGap | null {
  const today = tryDayNumber(asOf);
  const given = tryDayNumber(consent?.givenOn);
  if (consent === undefined || isBlank(consent.purpose) || given === null || today === null) return "absent";
  if (given > today) return "not-yet-given";
  if (consent.until === undefined) return null;
  const last = tryDayNumber(consent.until);
  return last === null || last < today ? "expired" : null;
}
