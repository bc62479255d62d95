import fc from "fast-check";
import { expect, test } from "vitest";

import { policyAt } from "../../src/core/index.ts";
import {
  complaintPolicies,
  policiesFor,
  regulationPolicies,
  SLA_INSTITUTIONS,
  SLA_MATTERS,
  SLA_ORIGINS,
  SLA_PLACES,
  SLA_PRODUCTS,
  type SlaCaseFacts,
} from "../../src/sla/index.ts";

const all = [...regulationPolicies, ...complaintPolicies];
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const whole: fc.Arbitrary<Required<SlaCaseFacts>> = fc.record({
  matter: fc.constantFrom(...SLA_MATTERS),
  place: fc.constantFrom(...SLA_PLACES),
  origin: fc.constantFrom(...SLA_ORIGINS),
  institution: fc.constantFrom(...SLA_INSTITUTIONS),
  product: fc.constantFrom(...SLA_PRODUCTS),
});

test("every policy is answered, and every answer has a reason", () => {
  fc.assert(
    fc.property(day, whole, (on, facts) => {
      const answers = policiesFor({ on }, facts, all);
      expect(answers.map(({ policy }) => policy)).toEqual(all);
      for (const { reasons } of answers) expect(reasons.length).toBeGreaterThan(0);
    }),
  );
});

test("knowing less never turns a yes into a no, nor a no into a yes", () => {
  fc.assert(
    fc.property(day, whole, fc.constantFrom("place", "origin", "product"), (on, facts, unknown) => {
      const less: SlaCaseFacts = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== unknown));
      const known = policiesFor({ on }, facts, all);
      for (const [index, { answer }] of policiesFor({ on }, less, all).entries()) {
        if (answer !== "unknown") expect(known[index]?.answer).toBe(answer);
      }
    }),
  );
});

test("a policy applies only on days on which policyAt finds it", () => {
  fc.assert(
    fc.property(day, whole, (on, facts) => {
      for (const { policy, answer } of policiesFor({ on }, facts, all)) {
        if (answer === "applies") {
          expect(
            policyAt(
              all.filter(({ id }) => id === policy.id),
              on,
            ),
          ).toBe(policy);
        }
      }
    }),
  );
});
