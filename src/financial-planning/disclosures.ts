import { toDayNumber } from "../core/index.ts";
import type { Retiree } from "./age-basis.ts";
import { STATUTORY_AGES, STATUTORY_AGES_FROM, statutoryAgeOf } from "./policies/statutory-ages.ts";
import type { RetirementDisclosure, RetirementFinding } from "./reasons.ts";
import type { RetirementInput } from "./types.ts";

/** What the law says of an age that is called the statutory one. */
export interface StatutoryAgeCheck {
  /** By the month of birth. */
  readonly isConfirmed: boolean;
  readonly finding: RetirementFinding | null;
}

/**
 * Compares an age in whole years with the law: with a date of birth, the completed years of the statutory age, which is
 * the age that the person has when the statutory month comes (61 for 61 years and 5 months); without one, the range that
 * anybody’s statutory age is in. A plan of before the rule, or in another currency than that of mainland China, is not
 * compared.
 */
export function statutoryAgeCheckOf(
  { asOf, person: planned, retirementAge, monthlySaving }: RetirementInput,
  person: Retiree,
): StatutoryAgeCheck {
  const isApplied = monthlySaving.currency === "CNY" && toDayNumber(asOf) >= toDayNumber(STATUTORY_AGES_FROM);
  if (!isApplied) return { isConfirmed: false, finding: null };
  if ("birthDate" in planned) {
    const { years, months } = statutoryAgeOf(person, planned.birthDate);
    if (retirementAge === years) return { isConfirmed: true, finding: null };
    const details = { person, retirementAge, years, ...(months === 0 ? {} : { months }) };
    return { isConfirmed: false, finding: { code: "another-statutory-age", level: "warning", details } };
  }
  const { lowest, highest } = STATUTORY_AGES[person];
  if (retirementAge >= lowest && retirementAge <= highest) return { isConfirmed: false, finding: null };
  const details = { person, retirementAge, lowest, highest };
  return { isConfirmed: false, finding: { code: "not-a-statutory-age", level: "warning", details } };
}

function disclosureOfAge(input: RetirementInput): RetirementDisclosure {
  const { retirementAge, retirementAgeBasis: basis } = input;
  switch (basis?.kind) {
    case undefined:
      return { code: "retirement-age-not-explained", details: { retirementAge } };
    case "chosen":
      return { code: "chosen-retirement-age", details: { retirementAge, source: basis.source } };
    case "statutory": {
      const { person, source } = basis;
      const { isConfirmed } = statutoryAgeCheckOf(input, person);
      const code = isConfirmed ? "statutory-retirement-age" : "statutory-age-not-confirmed";
      return { code, details: { retirementAge, person, source } };
    }
  }
}

/** What has to be told with a plan made from an input that was read. */
export function disclosuresOf(input: RetirementInput): readonly RetirementDisclosure[] {
  return [
    { code: "assumptions-not-forecast", details: {} },
    { code: "no-promise-of-return", details: {} },
    { code: "no-product-advice", details: {} },
    { code: "tax-not-computed", details: {} },
    { code: "may-live-longer", details: { lifeExpectancy: input.assumptions.lifeExpectancy.value } },
    ...(input.pensions.length === 0 ? [] : [{ code: "pension-not-confirmed", details: {} } as const]),
    disclosureOfAge(input),
  ];
}
