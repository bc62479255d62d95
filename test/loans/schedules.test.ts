import { describe, expect, test } from "vitest";

import { toDayNumber } from "../../src/core/index.ts";
import { amortize, type LoanTerms } from "../../src/loans/index.ts";
import golden from "../golden/loans/schedules.json";

interface GoldenCase {
  readonly name: string;
  readonly terms: LoanTerms;
  readonly rows: {
    readonly principal: readonly number[];
    readonly interest: readonly number[];
    readonly fee?: readonly number[];
    readonly dates?: readonly string[];
    readonly kinds?: string;
  };
}

const cases = golden.cases as unknown as readonly GoldenCase[];

describe("whole schedules, recomputed apart", () => {
  test.each(cases.map((one) => [one.name, one] as const))("%s", (_, { terms, rows }) => {
    const schedule = amortize(terms);
    const zeros = rows.principal.map(() => 0);
    expect(Array.from(schedule.principal)).toStrictEqual(rows.principal);
    expect(Array.from(schedule.interest)).toStrictEqual(rows.interest);
    expect(Array.from(schedule.fee)).toStrictEqual(rows.fee ?? zeros);
    expect(Array.from(schedule.kinds).join("")).toBe(rows.kinds ?? zeros.join(""));
    if (rows.dates !== undefined) {
      expect(Array.from(schedule.dates)).toStrictEqual(rows.dates.map((date) => toDayNumber(date)));
    }
    const paid = rows.principal.map((part, i) => part + (rows.interest[i] ?? 0) + (rows.fee?.[i] ?? 0));
    expect(Array.from(schedule.payment)).toStrictEqual(paid);
    expect(schedule.balance[schedule.count - 1]).toBe(0);
  });
});
