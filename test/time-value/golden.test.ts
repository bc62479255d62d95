import { describe, expect, test } from "vitest";

import { fv, irr, nper, pmt, pv, rate, xirr, type RateSolution } from "../../src/time-value/index.ts";
import fvCases from "../golden/tvm/fv.json";
import irrCases from "../golden/tvm/irr.json";
import nperCases from "../golden/tvm/nper.json";
import pmtCases from "../golden/tvm/pmt.json";
import pvCases from "../golden/tvm/pv.json";
import rateCases from "../golden/tvm/rate.json";
import xirrCases from "../golden/tvm/xirr.json";
import { refusalOf } from "../support/refusal.ts";

interface Case {
  readonly args: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly exact?: string;
  readonly error?: string;
  readonly allRoots?: readonly string[];
}

const casesOf = (file: { readonly cases: unknown }): readonly Case[] => file.cases as readonly Case[];
const titled = (file: { readonly cases: unknown }) =>
  casesOf(file).map((one, i) => [`${String(i)} ${one.source.slice(0, 60)}`, one] as const);
const n = (one: Case, name: string): number => one.args[name] as number;

/** The input is rounded to doubles, so that a value can be off by this part of itself even if computed exactly. */
const CLOSE = 2e-14;

function expectClose(actual: number, exact: string): void {
  const expected = Number(exact);
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(CLOSE * Math.max(Math.abs(expected), 1e-12));
}

const closedForms = [
  ["pv", pvCases, (c: Case) => pv(n(c, "rate"), n(c, "nper"), n(c, "pmt"), n(c, "fv"), n(c, "when"))],
  ["fv", fvCases, (c: Case) => fv(n(c, "rate"), n(c, "nper"), n(c, "pmt"), n(c, "pv"), n(c, "when"))],
  ["pmt", pmtCases, (c: Case) => pmt(n(c, "rate"), n(c, "nper"), n(c, "pv"), n(c, "fv"), n(c, "when"))],
  ["nper", nperCases, (c: Case) => nper(n(c, "rate"), n(c, "pmt"), n(c, "pv"), n(c, "fv"), n(c, "when"))],
] as const;

describe.each(closedForms)("%s meets the published cases", (_, file, call) => {
  test.each(titled(file))("%s", (_title, one) => {
    if (one.exact === undefined)
      expect(refusalOf(() => call(one)).code).toMatch(/^time-value\/(out-of-domain|no-solution)$/);
    else expectClose(call(one), one.exact);
  });
});

function expectRoots(outcome: { readonly ok: boolean }, one: Case, relative = CLOSE): void {
  if (one.exact === undefined) {
    expect(outcome.ok).toBe(false);
    return;
  }
  const solution = outcome as RateSolution;
  expect(solution.ok).toBe(true);
  // where there are several the published one need not be the nearest to the guess, but it is among them
  const roots = solution.roots ?? [solution.rate];
  for (const root of [one.exact, ...(one.allRoots ?? [])].map(Number)) {
    if (root === -1) continue; // a root so near to -1 that a double cannot tell it apart is outside the search range
    const errors = roots.map((found) => Math.abs(found - root) / Math.max(Math.abs(root), 1e-12));
    expect(Math.min(...errors)).toBeLessThanOrEqual(relative);
  }
  if (one.allRoots === undefined) {
    expect(solution.unique).toBe(true);
    expect(solution).not.toHaveProperty("roots");
  } else {
    expect(solution.unique).toBe(roots.length === 1);
    // and none that is not published, where the published lists were searched
    const published = [one.exact, ...one.allRoots].map(Number);
    for (const found of roots.filter((root) => root < 1e60)) {
      const errors = published.map((root) => Math.abs(found - root) / Math.max(Math.abs(root), 1e-12));
      expect(Math.min(...errors)).toBeLessThanOrEqual(relative);
    }
  }
}

describe("rate meets the published cases", () => {
  test.each(titled(rateCases))("%s", (_title, one) => {
    const { args } = one;
    const guess = (args["guess"] as number | undefined) ?? 0.1;
    const outcome = rate(n(one, "nper"), n(one, "pmt"), n(one, "pv"), n(one, "fv"), n(one, "when"), guess);
    // 100.0000001 is no double: the rate of the nearest one is 2.8e-9 of 1e-9 away
    expectRoots(outcome, one, n(one, "fv") === 100.0000001 ? 1e-8 : CLOSE);
  });
});

describe("irr meets the published cases", () => {
  test.each(titled(irrCases))("%s", (_title, one) => {
    expectRoots(irr(one.args["flows"] as number[], one.args["guess"] as number | undefined), one);
  });
});

describe("xirr meets the published cases", () => {
  test.each(titled(xirrCases))("%s", (_title, one) => {
    const basis = one.args["basis"] as number | undefined;
    const outcome = xirr(
      one.args["flows"] as number[],
      one.args["dates"] as string[],
      one.args["guess"] as number | undefined,
      basis === undefined ? {} : { dayCount: basis },
    );
    expectRoots(outcome, one);
  });
});

test("a guess at the published rate picks that rate among several", () => {
  for (const one of [...casesOf(xirrCases), ...casesOf(irrCases)]) {
    if (one.exact === undefined || one.allRoots === undefined) continue;
    const guess = Number(one.exact);
    const flows = one.args["flows"] as number[];
    const dates = one.args["dates"] as string[] | undefined;
    const outcome = (dates === undefined ? irr(flows, guess) : xirr(flows, dates, guess)) as RateSolution;
    expectClose(outcome.rate, one.exact);
  }
});
