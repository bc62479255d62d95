import type { RetirementAgeBasis } from "./age-basis.ts";
import type { RetirementDisclosure } from "./reasons.ts";

/** What a plan’s input says that is disclosed with it. */
interface DisclosedInput {
  readonly retirementAge: number;
  readonly retirementAgeBasis?: RetirementAgeBasis;
  readonly pensions: readonly unknown[];
  readonly assumptions: { readonly lifeExpectancy: { readonly value: number } };
}

function disclosureOfAge({ retirementAge, retirementAgeBasis: basis }: DisclosedInput): RetirementDisclosure {
  switch (basis?.kind) {
    case undefined:
      return { code: "retirement-age-not-explained", details: { retirementAge } };
    case "chosen":
      return { code: "chosen-retirement-age", details: { retirementAge, source: basis.source } };
    case "statutory": {
      const { person, source } = basis;
      return { code: "statutory-retirement-age", details: { retirementAge, person, source } };
    }
  }
}

/** What has to be told with a plan made from an input that was read. */
export function disclosuresOf(input: DisclosedInput): readonly RetirementDisclosure[] {
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
