import fc from "fast-check";
import { expect, test } from "vitest";

import {
  ACTION_STATES,
  checkPlan,
  planCompleteness,
  planFollowUp,
  planWallet,
  type PlanAction,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan, sample } from "./plans.ts";

/** Parts of the sample plan at random: every optional field of a row may be left out. */
const partial = fc.infiniteStream(fc.boolean()).map((coins) => {
  const keep = (): boolean => coins.next().value === true;
  const thin = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.filter(() => keep()).map((row: unknown) => thin(row, depth + 1));
    if (typeof value !== "object" || value === null || depth > 1) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, member]) =>
        key === "id" || key.endsWith("Name") || key === "service" || keep() ? [[key, member]] : [],
      ),
    );
  };
  const { people, businesses, institutions, services, actions, challenges, standing, value } = sample.plan;
  const lists = { people, businesses, institutions, services, actions, challenges };
  return {
    ...emptyPlan,
    ...Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, thin(list, 0)])),
    standing: thin(standing, 0),
    value: thin(value, 0),
  } as StrategyPlan;
});

test("filled and open fields are the fields asked for, and sections add up to the plan", () => {
  fc.assert(
    fc.property(partial, (plan) => {
      const { n, of, open, sections, next } = planCompleteness(plan);
      expect(n + open.length).toBe(of);
      expect(sections.reduce((sum, section) => sum + section.n, 0)).toBe(n);
      expect(sections.reduce((sum, section) => sum + section.of, 0)).toBe(of);
      expect(next).toStrictEqual(open[0] ?? null);
    }),
  );
});

test("answering the next open field of an action moves completeness up by one", () => {
  const answers = {
    clientNeed: { text: "x" },
    productOrService: { name: "x" },
    departmentAndOwner: { department: "x", person: "y" },
    plannedPitchTime: "2026-03",
    pitchMethod: { method: "meeting" },
    expectedIncome: { amount: cny("1.00"), period: "2026" },
  };
  fc.assert(
    fc.property(
      fc.subarray(Object.entries(answers)),
      fc.subarray(Object.keys(answers), { minLength: 1 }),
      (have, add) => {
        const row = { id: "a", ...Object.fromEntries(have) };
        const [key] = add.filter((candidate) => !Object.hasOwn(row, candidate));
        if (key === undefined) return;
        const before = planCompleteness({ ...emptyPlan, actions: [row] });
        const after = planCompleteness({
          ...emptyPlan,
          actions: [{ ...row, [key]: answers[key as keyof typeof answers] }],
        });
        expect([after.n, after.of]).toStrictEqual([before.n + 1, before.of]);
      },
    ),
  );
});

test("no plan makes the checks throw, and no input is changed", () => {
  fc.assert(
    fc.property(partial, (plan) => {
      const before = JSON.stringify(plan);
      checkPlan(plan);
      planWallet(plan);
      planCompleteness(plan);
      expect(JSON.stringify(plan)).toBe(before);
    }),
  );
});

test("with us and elsewhere are the whole, and the order of institutions changes no share", () => {
  const minor = fc.integer({ min: 0, max: 1e12 });
  fc.assert(
    fc.property(minor, fc.array(minor, { minLength: 1, maxLength: 6 }), (ours, theirs) => {
      const yuan = (n: number): string => `${String(Math.floor(n / 100))}.${String(n % 100).padStart(2, "0")}`;
      const institutions = theirs.map((amount, at) => ({
        id: `i${String(at)}`,
        institutionName: "B",
        estimatedSpend: [{ service: "s", amount: cny(yuan(amount)), period: "2025" }],
      }));
      const plan: StrategyPlan = {
        ...emptyPlan,
        institutions,
        services: [
          { id: "s", service: "x", spendWithUs: { amount: cny(yuan(ours)), period: "2025", basis: "actual" } },
        ],
      };
      const { total } = planWallet(plan);
      const whole = ours + theirs.reduce((sum, amount) => sum + amount, 0);
      expect(total?.whole).toStrictEqual(cny(yuan(whole)));
      expect(total?.share === null).toBe(whole === 0);
      expect(planWallet({ ...plan, institutions: [...institutions].reverse() }).total).toStrictEqual(total);
    }),
  );
});

test("the income planned is what is expected, won and lost, and the actual one what was stated of what was won", () => {
  const minor = fc.integer({ min: 0, max: 1e12 });
  const currency = fc.constantFrom("CNY", "HKD");
  const income = fc
    .tuple(minor, currency)
    .map(([n, of]) => ({ amount: { amount: `${String(n)}.00`, currency: of }, period: "2026" }));
  const action = fc.record(
    {
      expectedIncome: income,
      progress: fc.record(
        { state: fc.constantFrom(...ACTION_STATES), actualIncome: income },
        { requiredKeys: ["state"] },
      ),
    },
    { requiredKeys: [] },
  );
  const cents = ({ amount }: { readonly amount: string }): bigint => BigInt(amount.replace(".", ""));
  fc.assert(
    fc.property(fc.array(action, { maxLength: 8 }), (rows) => {
      const actions = rows.map((row, at): PlanAction => ({ id: `a${String(at)}`, ...row }));
      const found = planFollowUp({ ...emptyPlan, actions }, "2026-07-01");
      for (const row of found.income) {
        expect(cents(row.planned)).toBe(cents(row.expected) + cents(row.won) + cents(row.lost));
        const stated = actions.flatMap(({ progress }) =>
          progress?.state === "won" && progress.actualIncome?.amount.currency === row.currency
            ? progress.actualIncome.amount
            : [],
        );
        expect(row.actual && cents(row.actual)).toBe(
          stated.length === 0 ? null : stated.reduce((sum, amount) => sum + cents(amount), 0n),
        );
      }
      // an action that is lost moves its income, and changes no sum
      const lost = planFollowUp(
        { ...emptyPlan, actions: actions.map((row) => ({ ...row, progress: { state: "lost", reason: "r" } })) },
        "2026-07-01",
      );
      for (const row of lost.income) {
        expect(row.lost).toStrictEqual(row.planned);
        expect(cents(row.expected) + cents(row.won)).toBe(0n);
      }
    }),
  );
});
