import fc from "fast-check";
import { expect, test } from "vitest";

import { toDayNumber } from "../../../src/core/index.ts";
import { toMinorUnits } from "../../../src/money/index.ts";
import {
  examplePlanHealth,
  examplePlanTiers,
  FORECAST_FIGURES,
  incomeForecast,
  mergePortfolios,
  planCompleteness,
  planFollowUp,
  planHealth,
  portfolioOfPlans,
  type ForecastFigures,
  type PlanPortfolio,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../arbitrary.ts";
import { cny, emptyPlan } from "../plans.ts";

const asOf = "2026-03-01";
const options = {
  health: examplePlanHealth,
  tiers: [examplePlanTiers.minimal, examplePlanTiers.full],
  renewalsWithinDays: 60,
};
const of = (plans: readonly StrategyPlan[]): PlanPortfolio => portfolioOfPlans(plans, asOf, options).portfolio;

/** Plans of three managers, each with an id of its own; some in HKD, some only what a viewer may see. */
const anyPlans = fc
  .array(
    fc.record({
      plan: anyPlan,
      preparedBy: fc.constantFrom("E-2", "E-1", "E-3"),
      currency: fc.constantFrom("CNY", "CNY", "HKD"),
      isView: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .chain((rows) =>
    fc
      .shuffledSubarray(
        rows.map((_, index) => index),
        { minLength: rows.length },
      )
      .map((places) =>
        rows.map(({ plan, preparedBy, currency, isView }, index): StrategyPlan => ({
          ...plan,
          id: `P-${String(places[index])}`,
          preparedBy,
          ...(plan.actions === undefined
            ? {}
            : {
                actions: plan.actions.map((action) =>
                  action.expectedIncome === undefined
                    ? action
                    : {
                        ...action,
                        expectedIncome: {
                          ...action.expectedIncome,
                          amount: { amount: action.expectedIncome.amount.amount, currency },
                        },
                      },
                ),
              }),
          ...(isView ? { withheld: [{ section: "challenges", what: "section", count: 1 }] } : {}),
        })),
      ),
  );

test("the portfolios of any split, merged in any order, are the portfolio of the whole", () => {
  fc.assert(
    fc.property(anyPlans, fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }), (plans, sides) => {
      const part = (side: number): PlanPortfolio => of(plans.filter((_, index) => sides[index] === side));
      const [a, b, c] = [part(0), part(1), part(2)];
      const whole = of(plans);
      expect(mergePortfolios(mergePortfolios(a, b), c)).toStrictEqual(whole);
      expect(mergePortfolios(c, mergePortfolios(b, a))).toStrictEqual(whole);
      expect(mergePortfolios(whole, of([]))).toStrictEqual(whole);
      expect(of([...plans].reverse())).toStrictEqual(whole);
      // what comes back from a file is merged all the same
      expect(mergePortfolios(of([]), JSON.parse(JSON.stringify(whole)) as PlanPortfolio)).toStrictEqual(whole);
    }),
  );
});

test("months, products, heads and managers each add up to the total, which is that of the forecasts", () => {
  fc.assert(
    fc.property(anyPlans, (plans) => {
      const { income, managers, withoutProbability, withoutExpectedIncome } = of(plans);
      const forecasts = plans.map((plan) => incomeForecast(plan));
      const known = new Set(forecasts.flatMap(({ currencies }) => currencies.map(({ currency }) => currency)));
      expect(income.map(({ currency }) => currency)).toStrictEqual([...known].sort());
      for (const { currency, total, months, products, heads } of income) {
        const own = forecasts.flatMap(({ currencies }) => currencies.filter((row) => row.currency === currency));
        const earned = managers.flatMap((row) => row.income.filter((entry) => entry.currency === currency));
        for (const figure of FORECAST_FIGURES) {
          const sum = (rows: readonly ForecastFigures[]): bigint =>
            rows.reduce((all, row) => all + toMinorUnits(row[figure]), 0n);
          const expected = toMinorUnits(total[figure]);
          expect(sum(own.map((row) => row.total))).toBe(expected);
          for (const rows of [months, products, heads, earned]) expect(sum(rows)).toBe(expected);
        }
      }
      const count = (key: "withoutProbability" | "withoutExpectedIncome"): number =>
        forecasts.reduce((all, forecast) => all + forecast[key].length, 0);
      expect(withoutProbability).toBe(count("withoutProbability"));
      expect(withoutExpectedIncome).toBe(count("withoutExpectedIncome"));
    }),
  );
});

test("every count is that of the plans one by one", () => {
  fc.assert(
    fc.property(anyPlans, (plans) => {
      const { health, tiers, overdue, renewals, managers, plans: counts } = of(plans);
      const inOrder = [...plans].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(counts).toStrictEqual({
        given: plans.length,
        read: plans.length,
        views: plans.filter(({ withheld }) => withheld !== undefined).length,
      });
      const findings = inOrder.map((plan) => ({
        plan: plan.id,
        checks: planHealth(plan, asOf, examplePlanHealth).checks,
      }));
      for (const { check, ...rest } of health.checks) {
        expect(rest.met + rest.unmet + rest.unknown).toBe(plans.length);
        for (const status of ["met", "unmet", "unknown"] as const) {
          const those = findings.filter(({ checks }) => checks.some((f) => f.check === check && f.status === status));
          expect(rest[status]).toBe(those.length);
        }
      }
      expect(health.unmet).toStrictEqual(
        findings
          .map(({ plan, checks }) => ({
            plan,
            checks: checks.filter(({ status }) => status === "unmet").map(({ check }) => check),
          }))
          .filter(({ checks }) => checks.length > 0),
      );
      for (const [index, { tier, plans: full, requirements }] of tiers.entries()) {
        const asked = options.tiers[index] ?? examplePlanTiers.standard;
        const found = plans.map((plan) => planCompleteness(plan, asked, asOf));
        expect(tier).toBe(asked.tier);
        expect([full.n, full.of]).toStrictEqual([found.filter(({ n, of: all }) => n === all).length, plans.length]);
        expect(requirements.n).toBe(found.reduce((all, { n }) => all + n, 0));
        // of a view, what is withheld is not asked for
        expect(requirements.of).toBe(found.reduce((all, { of }) => all + of, 0));
      }
      const late = inOrder.flatMap((plan) =>
        planFollowUp(plan, asOf)
          .actions.filter(({ standing }) => standing === "overdue")
          .map(({ action }) => ({ plan: plan.id, action }))
          .sort((a, b) => (a.action < b.action ? -1 : 1)),
      );
      expect(overdue).toStrictEqual(late);
      for (const { manager, plans: own, overdue: theirs } of managers) {
        const ids = new Set(plans.filter(({ preparedBy }) => preparedBy === manager).map(({ id }) => id));
        expect([own, theirs]).toStrictEqual([ids.size, late.filter(({ plan }) => ids.has(plan)).length]);
      }
      expect(managers.map(({ manager }) => manager)).toStrictEqual(
        [...new Set(plans.map(({ preparedBy }) => preparedBy))].sort(),
      );
      const due = plans
        .flatMap(({ id, institutions = [] }) =>
          institutions.flatMap(({ id: institution, institutionServicesAndTerms = [] }) =>
            institutionServicesAndTerms.flatMap(({ service, renewalDate }) =>
              renewalDate !== undefined && toDayNumber(renewalDate) <= toDayNumber(asOf) + 60
                ? [[renewalDate, id, institution, service].join(" ")]
                : [],
            ),
          ),
        )
        .sort();
      expect(renewals.map((row) => [row.date, row.plan, row.institution, row.service].join(" "))).toStrictEqual(due);
    }),
  );
});

test("a plan that cannot be read changes nothing but the number of plans given", () => {
  const bad = fc.constantFrom(
    null,
    7,
    {},
    { id: "P-0" },
    // can be read, and not computed; its id is that of a good plan
    {
      ...emptyPlan,
      id: "P-0",
      actions: [{ id: "a", expectedIncome: { amount: cny("1.00"), period: "2026", probability: "2" } }],
    },
  );
  fc.assert(
    fc.property(anyPlans, bad, fc.nat(), (plans, given, at) => {
      const row = at % (plans.length + 1);
      const { portfolio, issues } = portfolioOfPlans(
        [...plans.slice(0, row), given as StrategyPlan, ...plans.slice(row)],
        asOf,
        options,
      );
      const whole = of(plans);
      expect(portfolio).toStrictEqual({ ...whole, plans: { ...whole.plans, given: plans.length + 1 } });
      expect(issues.map((issue) => issue.row)).toStrictEqual([row]);
    }),
  );
});
