import { expect } from "vitest";

import { isDomainError } from "../../src/core/index.ts";
import {
  cumipmt,
  cumprinc,
  duration,
  effectiveRate,
  fvSchedule,
  growingAnnuity,
  ipmt,
  mirr,
  modifiedDuration,
  nominalRate,
  npv,
  npv0,
  pduration,
  ppmt,
  pv,
  rri,
  xnpv,
  type TimeValueErrorCode,
  type RateSolution,
} from "../../src/time-value/index.ts";
import publishedCases from "../golden/tvm/published.json";

export interface Case {
  readonly args: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly expected?: number;
  readonly exact?: string;
  readonly allRoots?: readonly string[];
  readonly absTol?: number;
  readonly error?: string;
  readonly tags?: readonly string[];
}

export const casesOf = (file: { readonly cases: unknown }): readonly Case[] => file.cases as readonly Case[];

export const titled = (file: { readonly cases: unknown }) =>
  casesOf(file).map((one, i) => [`${String(i)} ${one.source.slice(0, 60)}`, one] as const);

export const n = (one: Case, name: string): number => one.args[name] as number;
export const list = (one: Case, name: string): readonly number[] => one.args[name] as readonly number[];

const calls: Readonly<Record<string, (c: Case) => number>> = {
  pv: (c) => pv(n(c, "rate"), n(c, "nper"), n(c, "pmt"), n(c, "fv"), n(c, "when")),
  ipmt: (c) => ipmt(n(c, "rate"), n(c, "per"), n(c, "nper"), n(c, "pv"), n(c, "fv"), n(c, "when")),
  ppmt: (c) => ppmt(n(c, "rate"), n(c, "per"), n(c, "nper"), n(c, "pv"), n(c, "fv"), n(c, "when")),
  cumipmt: (c) => cumipmt(n(c, "rate"), n(c, "nper"), n(c, "pv"), n(c, "start"), n(c, "end"), n(c, "when")),
  cumprinc: (c) => cumprinc(n(c, "rate"), n(c, "nper"), n(c, "pv"), n(c, "start"), n(c, "end"), n(c, "when")),
  npv: (c) => npv(n(c, "rate"), list(c, "flows")),
  npv0: (c) => npv0(n(c, "rate"), list(c, "flows")),
  xnpv: (c) => xnpv(n(c, "rate"), list(c, "flows"), c.args["dates"] as readonly string[]),
  mirr: (c) => mirr(list(c, "flows"), n(c, "financeRate"), n(c, "reinvestRate")),
  effect: (c) => effectiveRate(n(c, "nominal"), n(c, "npery")),
  nominal: (c) => nominalRate(n(c, "effective"), n(c, "npery")),
  fvschedule: (c) => fvSchedule(n(c, "principal"), list(c, "schedule")),
  rri: (c) => rri(n(c, "nper"), n(c, "pv"), n(c, "fv")),
  pduration: (c) => pduration(n(c, "rate"), n(c, "pv"), n(c, "fv")),
  growingAnnuity: (c) => growingAnnuity(n(c, "rate"), n(c, "nper"), n(c, "pmt"), n(c, "growth"), n(c, "when")),
  duration: (c) => duration(n(c, "rate"), list(c, "flows")),
  modifiedDuration: (c) => modifiedDuration(n(c, "rate"), list(c, "flows")),
};

export function callOf(fn: string): (c: Case) => number {
  const call = calls[fn];
  if (call === undefined) throw new Error(`no function for the cases of ${fn}`);
  return call;
}

/** The input is rounded to doubles, so that a value can be off by this part of itself even if computed exactly. */
export const CLOSE = 2e-14;

/** Sizes of what is summed, for values that are small rests of large flows; the value itself elsewhere. */
function scaleOf(fn: string, one: Case, exact: number): number {
  if (fn !== "npv" && fn !== "npv0" && fn !== "xnpv") return Math.abs(exact);
  const sizes = list(one, "flows").map((flow) => Math.abs(flow));
  return callOf(fn)({ ...one, args: { ...one.args, flows: sizes } });
}

function refusalOf(call: () => number): string {
  try {
    return String(call());
  } catch (e) {
    return isDomainError<TimeValueErrorCode>(e) ? e.code : String(e);
  }
}

/** A function meets a case of its file: its exact value, what the source prints, or a refusal. */
export function expectPublished(fn: string, one: Case): void {
  if (one.exact === undefined) {
    expect(refusalOf(() => callOf(fn)(one))).toMatch(/^time-value\/(out-of-domain|no-solution)$/);
    return;
  }
  const actual = callOf(fn)(one);
  const exact = Number(one.exact);
  const scale = scaleOf(fn, one, exact);
  expect(Math.abs(actual - exact)).toBeLessThanOrEqual(CLOSE * scale);
  if (one.tags?.some((tag) => tag.startsWith("source-")) !== true) {
    // what the source prints, to its last digit
    const printed = one.expected ?? NaN;
    expect(Math.abs(actual - printed)).toBeLessThanOrEqual(Math.max(one.absTol ?? 0, CLOSE * scale));
  }
}

/** A case from a documentation or a worked solution. */
type WorkedCase = Case & { readonly fn: string };

/** The cases of some functions from documentation and worked solutions, with their titles. */
export const worked = (...fns: readonly string[]) =>
  (publishedCases.cases as unknown as readonly WorkedCase[])
    .map((one, i) => [`${String(i)} ${one.fn}: ${one.source.slice(0, 60)}`, one] as const)
    .filter(([, one]) => fns.includes(one.fn));

/** A function meets such a case: its exact value and what the source prints. */
export function expectWorked(one: WorkedCase): void {
  const actual = callOf(one.fn)(one);
  const exact = Number(one.exact);
  expect(Math.abs(actual - exact)).toBeLessThanOrEqual(CLOSE * scaleOf(one.fn, one, exact));
  expect(Math.abs(actual - (one.expected ?? NaN))).toBeLessThanOrEqual((one.absTol ?? 0) * (1 + 1e-6));
}

export function expectClose(actual: number, exact: string): void {
  const expected = Number(exact);
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(CLOSE * Math.max(Math.abs(expected), 1e-12));
}

function refused(call: () => { readonly ok: boolean } | number): boolean {
  try {
    const outcome = call();
    return typeof outcome !== "number" && !outcome.ok;
  } catch (e) {
    return isDomainError(e);
  }
}

/** A closed form meets a case of its file: its exact value, or a refusal. */
export function expectClosedForm(one: Case, call: (one: Case) => number): void {
  if (one.exact === undefined) expect(refused(() => call(one))).toBe(true);
  else expectClose(call(one), one.exact);
}

export function expectRoots(outcome: { readonly ok: boolean }, one: Case, relative = CLOSE): void {
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
