import fc from "fast-check";
import { expect, test } from "vitest";

import { whiteSpace, type CatalogueProduct, type StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../arbitrary.ts";

const catalogue = fc.uniqueArray(
  fc.record(
    {
      id: fc.constantFrom("LOAN", "FX", "CASH", "LEASE"),
      name: fc.constantFrom("一", "two"),
      family: fc.constantFrom("loans", "payments", "cover"),
    },
    { requiredKeys: ["id"] },
  ),
  { selector: ({ id }) => id },
) as fc.Arbitrary<readonly CatalogueProduct[]>;

test("states add up to the catalogue, in its order, and nothing of the plan is lost", () => {
  fc.assert(
    fc.property(anyPlan, catalogue, (plan, products) => {
      const before = JSON.stringify(plan);
      const { cells, states, needs, unmatchedServices } = whiteSpace(plan, products);
      expect(JSON.stringify(plan)).toBe(before);
      expect(cells.map(({ product }) => product)).toStrictEqual(products.map(({ id }) => id));
      expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(products.length);
      for (const [state, n] of Object.entries(states))
        expect(cells.filter((cell) => cell.state === state)).toHaveLength(n);
      const services = [...cells.flatMap((cell) => cell.services.map(({ service }) => service)), ...unmatchedServices];
      expect([...services].sort()).toStrictEqual((plan.services ?? []).map(({ id }) => id).sort());
      expect(needs).toHaveLength((plan.businesses ?? []).flatMap(({ financialNeeds = [] }) => financialNeeds).length);
      for (const { business, index, standing } of needs) {
        const placed = cells.filter((cell) =>
          cell.needs.some((own) => own.business === business && own.index === index),
        );
        const expected = placed.some(({ state }) => state === "in-use") ? "served" : "unserved";
        expect(standing).toBe(placed.length === 0 ? "no-product" : expected);
      }
      for (const { state, estimate, estimateGap } of cells) {
        const isGap = state !== "in-use" && state !== "not-needed";
        expect([estimate, estimateGap].filter((own) => own !== null)).toHaveLength(isGap ? 1 : 0);
      }
    }),
  );
});

test("another supplier makes no product unmet, and takes none out of use", () => {
  fc.assert(
    fc.property(anyPlan, catalogue, fc.nat(), (plan, products, pick) => {
      const services = plan.services ?? [];
      const service = services[pick % Math.max(1, services.length)];
      if (service === undefined) return;
      const supplier = {
        id: "new",
        institutionName: "B",
        institutionServicesAndTerms: [{ service: service.id, terms: "t" }],
      };
      const after: StrategyPlan = { ...plan, institutions: [...(plan.institutions ?? []), supplier] };
      const cells = whiteSpace(plan, products).cells;
      for (const [at, cell] of whiteSpace(after, products).cells.entries()) {
        const old = cells[at];
        if (cell.state === "unmet") expect(old?.state).toBe("unmet");
        if (old?.state === "in-use" || old?.state === "stopped") expect(cell.state).toBe(old.state);
        if (cell.product !== service.product) expect(cell).toStrictEqual(old);
        else
          expect(cell).toMatchObject({
            suppliedElsewhere: true,
            suppliers: expect.arrayContaining(["new"]) as unknown,
          });
      }
    }),
  );
});

test("the order of the rows of section 6 and of the catalogue changes no state and no need", () => {
  fc.assert(
    fc.property(anyPlan, catalogue, (plan, products) => {
      const turned = { ...plan, services: [...(plan.services ?? [])].reverse() };
      const { cells, states, needs } = whiteSpace(plan, products);
      const other = whiteSpace(turned, [...products].reverse());
      expect(other.states).toStrictEqual(states);
      expect(other.needs).toStrictEqual(needs);
      expect([...other.cells].reverse().map(({ product, state }) => [product, state])).toStrictEqual(
        cells.map(({ product, state }) => [product, state]),
      );
    }),
  );
});
