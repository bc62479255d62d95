import fc from "fast-check";
import { expect, test } from "vitest";

import { compareDecimals } from "../../../src/core/index.ts";
import {
  planCompleteness,
  planFields,
  planSections,
  type PlanField,
  type PlanTier,
  type StrategyPlan,
  type TierRequirement,
} from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../arbitrary.ts";
import { tierOf } from "./policies.ts";

const sections = planSections.flatMap(({ id, rows }) => (id === "client-profile" ? [] : [{ id, rows }]));

const anyRequirement: fc.Arbitrary<Omit<TierRequirement, "id">> = fc.constantFrom(...sections).chain(({ id, rows }) =>
  fc.record(
    {
      section: fc.constant(id),
      fields: fc.subarray(
        planFields.filter(({ section }) => section === id).map(({ key }) => key),
        { minLength: 1, maxLength: 3 },
      ),
      atLeast: rows ? fc.integer({ min: 1, max: 3 }) : fc.constant(1),
      maxAgeDays: fc.constantFrom(0, 100, 400, 800),
    },
    { requiredKeys: ["section", "fields", "atLeast"] },
  ),
);

/** Each field asked for by itself, so that nothing that is taken out goes unnoticed. */
const fineTier: fc.Arbitrary<PlanTier> = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.constantFrom(null, 0, 100, 400))
  .map(([atLeast, days]) =>
    tierOf(
      planFields.map(({ section, key }) => ({
        id: key,
        section,
        fields: [key],
        atLeast: sections.some(({ id, rows }) => id === section && rows) ? atLeast : 1,
        ...(days === null ? {} : { maxAgeDays: days }),
      })),
    ),
  );

const coarseTier: fc.Arbitrary<PlanTier> = fc
  .tuple(
    fc.array(anyRequirement, { minLength: 1, maxLength: 6 }),
    fc.dictionary(fc.constantFrom(...sections.map(({ id }) => id)), fc.integer({ min: 1, max: 9 })),
  )
  .map(([requirements, weights]) =>
    tierOf(
      requirements.map((requirement, at) => ({ ...requirement, id: `r${String(at)}` })),
      { ...weights },
    ),
  );

const anyTier = fc.oneof(coarseTier, fineTier);

const anyDay = fc.constantFrom("2025-03-31", "2025-12-01", "2026-01-05", "2026-07-01");

type Place = readonly (string | number)[];
type Tree = Record<string | number, unknown>;

/** Members without which a row is not one. */
const NEEDED = ["id", "service", "institutionName"];

/** What can be taken out of a plan: sections, rows, answers, evidence, confirmations. */
function places(plan: StrategyPlan): readonly Place[] {
  const inRow = (row: object, at: Place): readonly Place[] =>
    Object.keys(row).flatMap((name): readonly Place[] => {
      if (NEEDED.includes(name)) return [];
      const own = [...at, name];
      if (name !== "evidence") return [own];
      return [own, ...Object.keys((row as { evidence: object }).evidence).map((field) => [...own, field])];
    });
  return [...planSections.map(({ key }) => key), "noneConfirmed" as const].flatMap((key): readonly Place[] => {
    const part: unknown = plan[key];
    if (typeof part !== "object" || part === null) return [];
    const rows = Array.isArray(part)
      ? part.flatMap((row: object, at) => [[key, at], ...inRow(row, [key, at])])
      : inRow(part, [key]);
    return [[key], ...rows];
  });
}

function without(plan: StrategyPlan, place: Place): StrategyPlan {
  const copy = structuredClone(plan) as unknown as Tree;
  const last = place.at(-1) ?? "";
  const holder = place.slice(0, -1).reduce<unknown>((part, name) => (part as Tree)[name], copy);
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder as Tree, last);
  return copy as unknown as StrategyPlan;
}

test("taking something out never raises what is met, so that filling never lowers it", () => {
  fc.assert(
    fc.property(
      anyPlan,
      anyTier,
      anyDay,
      fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
      (plan, tier, day, picks) => {
        let fuller = plan;
        for (const pick of picks) {
          const all = places(fuller);
          const place = all[pick % Math.max(all.length, 1)];
          if (place === undefined) return;
          const emptier = without(fuller, place);
          const [before, after] = [planCompleteness(fuller, tier, day), planCompleteness(emptier, tier, day)];
          expect(after.n, place.join(".")).toBeLessThanOrEqual(before.n);
          expect(compareDecimals(after.weighted ?? "0", before.weighted ?? "0"), place.join(".")).toBeLessThanOrEqual(
            0,
          );
          for (const [at, { met }] of after.requirements.entries())
            if (met) expect(before.requirements[at]?.met).toBe(true);
          fuller = emptier;
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("naming somebody more never lowers what is met", () => {
  fc.assert(
    fc.property(anyPlan, anyTier, anyDay, fc.nat(4), (plan, tier, day, at) => {
      const people = [...(plan.people ?? [])];
      people.splice(at, 0, { id: "p-new", contactName: "N" });
      const [before, after] = [planCompleteness(plan, tier, day), planCompleteness({ ...plan, people }, tier, day)];
      expect(after.n).toBeGreaterThanOrEqual(before.n);
      expect(compareDecimals(after.weighted ?? "0", before.weighted ?? "0")).toBeGreaterThanOrEqual(0);
      expect(after.people.known).toBe(before.people.known + 1);
    }),
  );
});

test("sections add up, and something is next exactly when something is not met", () => {
  fc.assert(
    fc.property(anyPlan, anyTier, anyDay, (plan, tier, day) => {
      const before = JSON.stringify(plan);
      const { n, of, sections: counted, requirements, next, open } = planCompleteness(plan, tier, day);
      expect(JSON.stringify(plan)).toBe(before);
      expect(of).toBe(tier.requirements.length);
      expect(n).toBe(requirements.filter(({ met }) => met).length);
      expect(counted.reduce((sum, section) => sum + section.n, 0)).toBe(n);
      expect(counted.reduce((sum, section) => sum + section.of, 0)).toBe(of);
      expect(next === null).toBe(n === of);
      const first = requirements.find(({ met }) => !met);
      expect(next?.reason.details.requirement).toBe(first?.id);
      // a field that is called open is one of the open fields of the plan
      if (next?.reason.details.gap !== "open" || next.row === null) return;
      const { field, row } = next;
      expect(open.some((place) => place.field === field && place.row === row)).toBe(true);
    }),
  );
});

/** The rule once more, slowly: a row answers when none of the fields is open in a plan of that row alone. */
test("without ages, rows that answer are those in which none of the fields is open", () => {
  fc.assert(
    fc.property(anyPlan, anyTier, (plan, tier) => {
      const bare = {
        ...tier,
        requirements: tier.requirements.map(({ id, section, fields, atLeast }) => ({ id, section, fields, atLeast })),
      };
      const { requirements, open } = planCompleteness(plan, bare, "2026-01-05");
      for (const { section, fields, have } of requirements) {
        const info = planSections.find(({ id }) => id === section);
        const part: unknown = info === undefined ? undefined : plan[info.key];
        const rows = part === undefined ? [] : Array.isArray(part) ? (part as { id: string }[]) : [{ id: null }];
        const isOpen = (row: string | null, field: PlanField): boolean =>
          open.some((place) => place.section === section && place.row === row && place.field === field);
        expect(have).toBe(rows.filter(({ id }) => !fields.some((field) => isOpen(id, field))).length);
      }
    }),
  );
});
