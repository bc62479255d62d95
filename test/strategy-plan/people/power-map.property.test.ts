import fc from "fast-check";
import { expect, test } from "vitest";

import { powerMap, type StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../arbitrary.ts";
import { emptyPlan } from "../plans.ts";

const sorted = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

test("a way starts at somebody we deal with, follows influence that is there, and none is shorter", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { people, edges, reach } = powerMap(plan);
      const coveredBy = new Map(people.map((row) => [row.person, row.coveredBy ?? []]));
      const influences = edges.filter(({ kind }) => kind === "influences");
      // distances by relaxation, until nothing changes
      const steps = new Map([...coveredBy].flatMap(([id, own]) => (own.length > 0 ? [[id, 0]] : [])));
      people.forEach(() => {
        for (const { from, to } of influences) {
          const way = (steps.get(from) ?? Infinity) + 1;
          if (way < (steps.get(to) ?? Infinity)) steps.set(to, way);
        }
      });
      expect(reach.map(({ person }) => person)).toStrictEqual(
        people.flatMap(({ person, coveredBy: own }) => ((own ?? []).length > 0 ? [] : person)),
      );
      for (const { person, route } of reach) {
        expect(route?.through.length).toBe(steps.get(person));
        if (route === null) continue;
        const chain = [...route.through, person];
        expect(coveredBy.get(chain[0] ?? "")?.[0]).toBe(route.employee);
        for (const [at, to] of chain.slice(1).entries()) {
          expect(influences.some((edge) => edge.from === chain[at] && edge.to === to)).toBe(true);
        }
      }
    }),
  );
});

test("every tie is an edge or an issue, and everybody of weight is covered, uncovered or not known", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { people, edges, issues, uncovered, coverageUnknown } = powerMap(plan);
      const wrong = new Set(issues.map(({ path }) => path[1]));
      const right = (plan.ties ?? []).filter((_, index) => !wrong.has(index)).map(({ id }) => id);
      expect(sorted(edges.flatMap(({ ties }) => ties))).toStrictEqual(sorted(right));
      const counted = people.filter(({ influence }) => influence === "high" || influence === "medium");
      const covered = counted.filter(({ coveredBy }) => (coveredBy ?? []).length > 0).map(({ person }) => person);
      expect(sorted([...covered, ...uncovered, ...coverageUnknown])).toStrictEqual(
        sorted(counted.map(({ person }) => person)),
      );
    }),
  );
});

test("the order of the ties changes nothing but their own order, nor does the way round of a conflict", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const ties = [...(plan.ties ?? [])]
        .reverse()
        .map((tie) => (tie.kind === "conflicts-with" ? { ...tie, from: tie.to, to: tie.from } : tie));
      const { edges, issues, ...rest } = powerMap(plan);
      const other = powerMap({ ...plan, ties });
      const own = { people: other.people, reach: other.reach };
      expect(own).toStrictEqual({ people: rest.people, reach: rest.reach });
      const plain = (rows: typeof edges) => sorted(rows.map((edge) => ({ ...edge, ties: [...edge.ties].sort() })));
      expect(plain(other.edges)).toStrictEqual(plain(edges));
      expect(other.issues).toHaveLength(issues.length);
    }),
  );
});

test("places lie on the square and are each somebody's own, and the plan stays as it was", () => {
  const crowd = fc.array(anyPlan, { minLength: 1, maxLength: 20 }).map((plans): StrategyPlan => ({
    ...emptyPlan,
    people: plans.flatMap(({ people = [] }, at) => people.map((row) => ({ ...row, id: `${row.id}-${String(at)}` }))),
    ties: [],
  }));
  fc.assert(
    fc.property(crowd, (plan) => {
      const before = JSON.stringify(plan);
      const { people } = powerMap(plan);
      expect(JSON.stringify(plan)).toBe(before);
      for (const { x, y } of people) {
        expect(Number.isInteger(x) && Number.isInteger(y) && x > 0 && x < 1000 && y > 0 && y < 1000).toBe(true);
      }
      expect(new Set(people.map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBe(people.length);
      expect(people.map(({ person }) => person)).toStrictEqual((plan.people ?? []).map(({ id }) => id));
    }),
  );
});
