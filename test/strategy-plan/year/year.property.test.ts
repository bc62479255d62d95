import fc from "fast-check";
import { expect, test } from "vitest";

import { CN } from "../../../src/calendar/data/cn/index.ts";
import { isWorkingDay, readPeriod, workingDays } from "../../../src/calendar/index.ts";
import { fromMinorUnits, multiply, toMinorUnits, type Money } from "../../../src/money/index.ts";
import {
  actionTimetable,
  FORECAST_FIGURES,
  incomeForecast,
  planProgress,
  type BookedIncome,
  type PlanAction,
  type ResultFigures,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../arbitrary.ts";
import { cny, emptyPlan } from "../plans.ts";

const minorOf = (amount: Money | null): bigint => (amount === null ? 0n : toMinorUnits(amount));
const sum = (amounts: readonly (Money | null)[]): bigint => amounts.reduce((total, m) => total + minorOf(m), 0n);

/** Plans of which actions have incomes of any length, in two currencies, also beyond the plan year. */
const period = fc
  .tuple(fc.integer({ min: 0, max: 380 }), fc.integer({ min: 1, max: 200 }))
  .map(([from, days]) => ({ from: dateAt(from), to: dateAt(from + days) }));
const dateAt = (day: number): string => new Date(Date.UTC(2025, 11, 20 + day)).toISOString().slice(0, 10);
const money = fc
  .tuple(fc.integer({ min: -1e6, max: 1e9 }), fc.constantFrom("CNY", "CNY", "HKD"))
  .map(([n, currency]) => fromMinorUnits(n, currency));
const income = fc.record(
  {
    amount: money,
    period,
    probability: fc.constantFrom("0", "0.25", "0.333", "1"),
    head: fc.constantFrom("direct", "related", "other"),
  },
  { requiredKeys: ["amount", "period"] },
);
const anyActions: fc.Arbitrary<readonly PlanAction[]> = fc
  .array(
    fc.record(
      {
        productOrService: fc.record({ name: fc.constant("n"), product: fc.constantFrom("LOAN", "FX") }),
        expectedIncome: income,
        plannedPitchTime: period,
        progress: fc.record(
          {
            state: fc.constantFrom("planned", "pitched", "won", "lost", "dropped"),
            actualDate: fc.constantFrom("2026-02-03", "2026-08-09"),
            actualIncome: fc.record({ amount: money, period }),
          },
          { requiredKeys: ["state"] },
        ),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 6 },
  )
  .map((rows) => rows.map((row, at) => ({ id: `a${String(at)}`, ...row })) as readonly PlanAction[]);
const anyYear: fc.Arbitrary<StrategyPlan> = fc.oneof(
  anyPlan,
  anyActions.map((actions) => ({ ...emptyPlan, value: { target: cny("1000.01") }, actions })),
);
const anyRows: fc.Arbitrary<readonly BookedIncome[]> = fc.array(
  fc.record(
    {
      id: fc.integer({ min: 0, max: 30 }).map(String),
      amount: money,
      period,
      head: fc.constantFrom("direct", "related", "other"),
      action: fc.integer({ min: 0, max: 6 }).map((n) => `a${String(n)}`),
    },
    { requiredKeys: ["id", "amount", "period", "head"] },
  ),
  { maxLength: 12 },
);

test("months, products and heads of a forecast add up to its total, and the total to the actions", () => {
  fc.assert(
    fc.property(anyYear, (plan) => {
      const { currencies, withoutProbability, withoutExpectedIncome } = incomeForecast(plan);
      const actions = plan.actions ?? [];
      for (const { currency, total, months, products, heads } of currencies) {
        for (const figure of FORECAST_FIGURES) {
          for (const rows of [months, products, heads]) {
            expect(sum(rows.map((row) => row[figure]))).toBe(toMinorUnits(total[figure]));
          }
        }
        // the slow way: action by action
        const of = (states: readonly string[]) =>
          actions.flatMap(({ expectedIncome, progress }) =>
            expectedIncome?.amount.currency === currency && states.includes(progress?.state ?? "planned")
              ? expectedIncome
              : [],
          );
        const open = of(["planned", "pitched"]);
        expect(toMinorUnits(total.best)).toBe(sum(open.map(({ amount }) => amount)));
        expect(toMinorUnits(total.committed)).toBe(sum(of(["won"]).map(({ amount }) => amount)));
        expect(toMinorUnits(total.expected)).toBe(
          sum(open.map(({ amount, probability }) => multiply(amount, probability ?? "0", "half-even"))),
        );
      }
      const silent = [...withoutProbability, ...withoutExpectedIncome];
      expect(new Set(silent).size).toBe(silent.length);
    }),
  );
});

const QUARTERS = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
const FIGURES = [
  "planned",
  "actual",
  "difference",
  "explained",
  "leftToExplain",
] as const satisfies readonly (keyof ResultFigures)[];

test("what was planned and earned: heads and actions add up to the total, each figure to the others", () => {
  fc.assert(
    fc.property(anyYear, anyRows, fc.constantFrom(undefined, ...QUARTERS), (plan, rows, quarter) => {
      const options = { asOf: "2026-12-31", ...(quarter === undefined ? {} : { period: quarter }) };
      const { actions, heads, total, counted, outside, issues } = planProgress(plan, rows, options);
      for (const figure of FIGURES) expect(sum(heads.map((row) => row[figure]))).toBe(toMinorUnits(total[figure]));
      for (const row of [total, ...heads]) {
        expect(toMinorUnits(row.explained)).toBe(toMinorUnits(row.planned) + toMinorUnits(row.difference));
        expect(toMinorUnits(row.actual)).toBe(toMinorUnits(row.explained) + toMinorUnits(row.leftToExplain));
      }
      expect(sum(actions.map((row) => row.planned))).toBe(toMinorUnits(total.planned));
      expect(sum(actions.map((row) => row.actual))).toBe(toMinorUnits(total.explained));
      if (total.target !== null) {
        expect(toMinorUnits(total.target)).toBe(toMinorUnits(total.actual) + minorOf(total.toTarget));
      }
      // no row is lost
      expect(counted + issues.length).toBe(rows.length);
      const left = new Set(issues.map(({ row }) => row));
      const given = rows.filter((_, row) => !left.has(row)).map(({ amount }) => amount);
      const stated = actions.filter(({ stated: own, statedDifference }) => own !== null && statedDifference === null);
      expect(sum(given)).toBe(
        toMinorUnits(total.actual) - sum(stated.map((row) => row.stated)) + toMinorUnits(outside),
      );
    }),
  );
});

test("what no action is named for makes no action better", () => {
  fc.assert(
    fc.property(anyYear, anyRows, (plan, rows) => {
      const named = rows.filter(({ action }) => action !== undefined);
      const options = { asOf: "2027-03-01" };
      const differences = (given: readonly BookedIncome[]) => {
        const { total, heads } = planProgress(plan, given, options);
        return [total, ...heads].map(({ difference }) => difference);
      };
      // rows of one id are counted once, so that each has an id of its own here
      const own = (given: readonly BookedIncome[]) => given.map((row, at) => ({ ...row, id: `L-${String(at)}` }));
      expect(differences(own(rows))).toStrictEqual(differences(own(named)));
    }),
  );
});

test("the quarters add up to the year: planned, actual and target, of actions, heads and in all", () => {
  fc.assert(
    fc.property(anyYear, anyRows, (plan, rows) => {
      const year = planProgress(plan, rows, { asOf: "2027-03-01" });
      const quarters = QUARTERS.map((quarter) => planProgress(plan, rows, { asOf: "2027-03-01", period: quarter }));
      for (const figure of [...FIGURES, "target", "toTarget"] as const) {
        expect(sum(quarters.map(({ total }) => total[figure]))).toBe(minorOf(year.total[figure]));
      }
      for (const head of year.heads) {
        const own = quarters.flatMap(({ heads }) => heads.filter((row) => row.head === head.head));
        for (const figure of FIGURES) expect(sum(own.map((row) => row[figure]))).toBe(minorOf(head[figure]));
      }
      for (const [at, { planned, actual }] of year.actions.entries()) {
        const own = quarters.map(({ actions }) => actions[at]);
        expect(sum(own.map((row) => row?.planned ?? null))).toBe(minorOf(planned));
        expect(sum(own.map((row) => row?.actual ?? null))).toBe(minorOf(actual));
        expect(new Set([actual, ...own.map((row) => row?.actual)].map((m) => m === null)).size).toBe(1);
      }
      expect(quarters.flatMap(({ due }) => due.map(({ action }) => action)).sort()).toStrictEqual(
        year.due.map(({ action }) => action).sort(),
      );
    }),
  );
});

const DAYS = workingDays(CN, "2026");

test("a timetable has every action once, on working days, in order", () => {
  fc.assert(
    fc.property(anyYear, (plan) => {
      const { entries, undated } = actionTimetable(plan, CN);
      expect([...entries.map(({ action }) => action), ...undated].sort()).toStrictEqual(
        (plan.actions ?? []).map(({ id }) => id).sort(),
      );
      const days = entries.map((entry) => {
        switch (entry.time) {
          case "day":
            expect(isWorkingDay(CN, entry.day)).toBe(true);
            expect(entry.moved === null).toBe(entry.day === entry.planned);
            return entry.day;
          case "window": {
            const { from, to } = readPeriod(entry.planned);
            const worked = workingDays(CN, { from, to });
            expect([entry.first, entry.last, entry.workingDays]).toStrictEqual([
              worked[0],
              worked.at(-1),
              worked.length,
            ]);
            return entry.first;
          }
          case "undetermined":
            return readPeriod(entry.planned).from;
          case "past":
            return entry.actualDate ?? readPeriod(entry.planned ?? "").from;
        }
      });
      expect(days).toStrictEqual([...days].sort());
    }),
  );
});

/** Whether every job can have a day of its own: by trying all ways (augmenting paths). */
function canAll(jobs: readonly (readonly [number, number])[]): boolean {
  const holder = new Map<number, number>();
  const place = (job: number, seen: Set<number>): boolean => {
    const [from, to] = jobs[job] ?? [0, -1];
    for (let day = from; day <= to; day += 1) {
      if (seen.has(day)) continue;
      seen.add(day);
      const other = holder.get(day);
      if (other === undefined || place(other, seen)) {
        holder.set(day, job);
        return true;
      }
    }
    return false;
  };
  return jobs.every((_, job) => place(job, new Set()));
}

test("there is a clash exactly where the pitches have no days of their own, and each clash is one", () => {
  const job = fc.tuple(fc.integer({ min: 20, max: 26 }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(job, { maxLength: 9 }), (rows) => {
      const jobs = rows.map(([from, length]): readonly [number, number] => [from, from + length]);
      const dayOf = (at: number): string => DAYS[at] ?? "";
      const nextDay = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
      const actions = jobs.map(([from, to], at) => ({
        id: `a${String(at)}`,
        plannedPitchTime: { from: dayOf(from), to: nextDay(dayOf(to)) },
        departmentAndOwner: { person: "W" },
      }));
      const { clashes } = actionTimetable({ ...emptyPlan, actions }, CN);
      expect(clashes.length === 0).toBe(canAll(jobs));
      for (const { from, to, workingDays: days, actions: ids } of clashes) {
        expect(workingDays(CN, { from, to: nextDay(to) })).toHaveLength(days);
        const held = jobs.flatMap(([first, last], at) =>
          dayOf(first) >= from && dayOf(last) <= to ? [`a${String(at)}`] : [],
        );
        expect(ids).toStrictEqual(held);
        expect(ids.length > days).toBe(true);
        // a later beginning has room for all it holds
        const start = DAYS.indexOf(from);
        const end = DAYS.indexOf(to);
        for (let later = start + 1; later <= end; later += 1) {
          expect(jobs.filter(([first, last]) => first >= later && last <= end).length <= end - later + 1).toBe(true);
        }
      }
    }),
  );
});

test("no input is changed", () => {
  fc.assert(
    fc.property(anyYear, anyRows, (plan, rows) => {
      const before = JSON.stringify([plan, rows]);
      actionTimetable(plan, CN);
      incomeForecast(plan);
      planProgress(plan, rows, { asOf: "2026-06-30" });
      expect(JSON.stringify([plan, rows])).toBe(before);
    }),
  );
});
