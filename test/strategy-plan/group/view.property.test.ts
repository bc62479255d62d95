import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  checkPlan,
  PLAN_EXTRAS,
  PLAN_SECTIONS,
  planFields,
  planFor,
  planSections,
  type PlanParts,
  type PlanViewPolicy,
  type PlanViewer,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../arbitrary.ts";

const some = <T extends string>(words: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.subarray([...words], { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.subarray([...words]) },
  );

const rowSections = planSections.filter(({ rows }) => rows).map(({ id }) => id);
const anyParts: fc.Arbitrary<PlanParts> = fc.record(
  { sections: some(PLAN_SECTIONS), fields: some(planFields.map(({ key }) => key)), extras: some(PLAN_EXTRAS) },
  { requiredKeys: [] },
);
const anyRowParts: fc.Arbitrary<PlanParts> = fc.record(
  {
    sections: some(rowSections),
    fields: some(planFields.filter(({ section }) => rowSections.includes(section)).map(({ key }) => key)),
    extras: some(["stakeholder", "ties", "spend-with-us", "progress"] as const),
  },
  { requiredKeys: [] },
);

const policyOf = (withheld: PlanParts, ofOtherMembers?: PlanParts): PlanViewPolicy => ({
  id: "p",
  version: "1",
  status: "house",
  effectiveFrom: "2020-01-01",
  sources: ["a law"],
  roles: [{ role: "r", withheld, ...(ofOtherMembers === undefined ? {} : { ofOtherMembers }) }],
});
const anyPolicy = fc.tuple(anyParts, fc.option(anyRowParts, { nil: undefined })).map((parts) => policyOf(...parts));
const anyViewer: fc.Arbitrary<PlanViewer> = fc.record(
  {
    employee: fc.constantFrom("E-1", "E-2", "E-9"),
    role: fc.constantFrom("r", "r", "r", "r", "unknown"),
    units: fc.subarray(["U-1", "U-2"]),
    members: fc.subarray(["C-1", "C-2", "C-3"]),
  },
  { requiredKeys: ["employee", "role"] },
);

type Path = readonly (string | number)[];

/** The free texts and the amounts of the arbitrary plan, each replaced by one that is found nowhere else. */
function planted(plan: StrategyPlan): { plan: StrategyPlan; markers: Map<string, Path> } {
  const markers = new Map<string, Path>();
  const walk = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((entry, index) => walk(entry, [...path, index]));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, walk(own, [...path, name])]));
    }
    const isText = ["一", "二", "three", "four", "five 5"].includes(value as string);
    const isAmount = typeof value === "string" && path.at(-1) === "amount";
    if (!isText && !isAmount) return value;
    const marker = isAmount ? `7${String(markers.size).padStart(6, "0")}.00` : `§${String(markers.size)}§`;
    markers.set(marker, path);
    return marker;
  };
  return { plan: walk(plan, []) as StrategyPlan, markers };
}

/** Whether something at a place is to be withheld; written place by place, without looking at how the library does it. */
function isWithheld(path: Path, plan: StrategyPlan, viewer: PlanViewer, policy: PlanViewPolicy): boolean {
  const rule = policy.roles.find(({ role }) => role === viewer.role);
  const always: PlanParts = rule?.withheld ?? { sections: PLAN_SECTIONS };
  const others: PlanParts = rule?.ofOtherMembers ?? {};
  const isOther = (member: string | undefined): boolean => {
    if (member === undefined || viewer.members?.includes(member) === true) return false;
    const own = plan.group?.members.find(({ client }) => client === member);
    if (own?.bookingUnits?.some((unit) => viewer.units?.includes(unit)) === true) return false;
    return !(plan.group?.managers ?? []).some(
      ({ employee, members }) => employee === viewer.employee && members?.includes(member) !== false,
    );
  };
  const names = (parts: PlanParts, section: string, name: string): boolean => {
    const fields: readonly string[] = parts.fields ?? [];
    const extras: readonly string[] = parts.extras ?? [];
    if (parts.sections?.some((own) => own === section) === true) return true;
    if (section === "other-institutions" && fields.includes("institutionName")) return true;
    if (name === "spendWithUs") return extras.includes("spend-with-us") || fields.includes("shareOfSpend");
    return fields.includes(name) || (["stakeholder", "target", "progress"].includes(name) && extras.includes(name));
  };
  type Rows = readonly { readonly id: string; readonly member?: string }[] | undefined;
  const rowGone = (key: string, id: string): boolean => {
    const section = planSections.find((one) => one.key === key)?.id ?? "";
    const row = (plan[key as "people"] as Rows)?.find((one) => one.id === id);
    return names(always, section, "") || (row !== undefined && isOther(row.member) && names(others, section, ""));
  };
  const [key, at, third, fourth] = path as readonly [string, string | number, string, string];
  if (key === "group") return rule === undefined;
  if (key === "noneConfirmed") return names(always, at === "institutions" ? "other-institutions" : "challenges", "");
  if (key === "ties") {
    const tie = plan.ties?.[Number(at)];
    if (tie === undefined) throw new Error("it is there by construction");
    const isHidden = (id: string): boolean =>
      rowGone("people", id) ||
      (others.extras?.includes("ties") === true && isOther(plan.people?.find((one) => one.id === id)?.member));
    return always.extras?.includes("ties") === true || [tie.from, tie.to].some(isHidden);
  }
  const info = planSections.find((one) => one.key === key);
  if (info === undefined) throw new Error(`no section at ${key}`);
  if (!info.rows) return names(always, info.id, at === "evidence" ? third : String(at));
  const row = (plan[info.key] as Rows)?.[Number(at)];
  const name = third === "evidence" ? fourth : third;
  if (names(always, info.id, name) || (isOther(row?.member) && names(others, info.id, name))) return true;
  // what is said of a service that is withheld goes with it
  if (name === "institutionServicesAndTerms" || name === "estimatedSpend") {
    const entries = plan.institutions?.[Number(at)]?.[name] ?? [];
    if (third === "evidence") {
      return entries.length > 0 && entries.every(({ service }) => rowGone("services", service));
    }
    return rowGone("services", entries[Number(fourth)]?.service ?? "");
  }
  return false;
}

const frozen = <T>(value: T): T => {
  if (typeof value === "object" && value !== null) for (const own of Object.values(Object.freeze(value))) frozen(own);
  return value;
};

describe("a plan as a viewer sees it", () => {
  test("nothing withheld is anywhere in it, and nothing else is gone", () => {
    let hidden = 0;
    let kept = 0;
    fc.assert(
      fc.property(anyPlan, anyViewer, anyPolicy, (bare, viewer, policy) => {
        const { plan, markers } = planted(bare);
        const text = JSON.stringify(planFor(frozen(plan), viewer, policy));
        for (const [marker, path] of markers) {
          const withheld = isWithheld(path, plan, viewer, policy);
          if (withheld) hidden += 1;
          else kept += 1;
          expect([path.join("."), text.includes(marker)]).toEqual([path.join("."), !withheld]);
        }
      }),
      { numRuns: 400 },
    );
    // both sides were looked at
    expect(Math.min(hidden, kept)).toBeGreaterThan(500);
  });

  test("seen again by the same viewer it is the same", () => {
    fc.assert(
      fc.property(anyPlan, anyViewer, anyPolicy, (plan, viewer, policy) => {
        const view = planFor(plan, viewer, policy);
        expect(planFor(view, viewer, policy)).toEqual(view);
        expect(JSON.parse(JSON.stringify(view))).toEqual(view);
      }),
      { numRuns: 200 },
    );
  });

  test("under a policy that withholds nothing it is the plan", () => {
    fc.assert(
      fc.property(anyPlan, anyViewer, (plan, viewer) => {
        expect(planFor(plan, { ...viewer, role: "r" }, policyOf({}, {}))).toEqual({ ...plan, withheld: [] });
      }),
    );
  });

  test("two viewers one after the other see what both may see", () => {
    fc.assert(
      fc.property(anyPlan, anyViewer, anyPolicy, anyPolicy, (plan, viewer, a, b) => {
        const all = { ...viewer, members: ["C-1", "C-2", "C-3"] };
        const bare = (view: StrategyPlan): object => ({ ...view, withheld: null });
        const first = bare(planFor(planFor(plan, viewer, a), all, b));
        const second = bare(planFor(planFor(plan, all, b), viewer, a));
        expect(first).toEqual(second);
      }),
    );
  });

  test("what is taken out leaves no reference to nothing", () => {
    fc.assert(
      fc.property(anyPlan, anyViewer, anyPolicy, (plan, viewer, policy) => {
        const codes = (of: StrategyPlan): number =>
          checkPlan(of).filter(({ code }) => code === "strategy-plan/unknown-reference").length;
        expect(codes(planFor(plan, viewer, policy))).toBeLessThanOrEqual(codes(plan));
      }),
      { numRuns: 200 },
    );
  });

  test("what is withheld is counted: rows, and answers of fields", () => {
    fc.assert(
      fc.property(anyPlan, anyViewer, anyPolicy, (plan, viewer, policy) => {
        const view = planFor(plan, viewer, policy);
        for (const { id, key, rows } of planSections) {
          if (!rows) continue;
          const before = (plan[key] as readonly unknown[] | undefined)?.length ?? 0;
          const after = (view[key] as readonly unknown[] | undefined)?.length ?? 0;
          const counted = view.withheld.filter(
            ({ section, what }) => section === id && (what === "section" || what === "rows"),
          );
          expect([id, counted.reduce((sum, { count }) => sum + count, 0)]).toEqual([id, before - after]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
