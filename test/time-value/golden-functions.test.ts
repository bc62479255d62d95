import { describe, expect, test } from "vitest";

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
} from "../../src/time-value/index.ts";
import cumipmtCases from "../golden/tvm/cumipmt.json";
import cumprincCases from "../golden/tvm/cumprinc.json";
import effectCases from "../golden/tvm/effect.json";
import fvscheduleCases from "../golden/tvm/fvschedule.json";
import ipmtCases from "../golden/tvm/ipmt.json";
import mirrCases from "../golden/tvm/mirr.json";
import nominalCases from "../golden/tvm/nominal.json";
import npvCases from "../golden/tvm/npv.json";
import npv0Cases from "../golden/tvm/npv0.json";
import pdurationCases from "../golden/tvm/pduration.json";
import ppmtCases from "../golden/tvm/ppmt.json";
import publishedCases from "../golden/tvm/published.json";
import rriCases from "../golden/tvm/rri.json";
import xnpvCases from "../golden/tvm/xnpv.json";
import { refusalOf } from "../support/refusal.ts";

interface Case {
  readonly args: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly expected?: number;
  readonly exact?: string;
  readonly absTol?: number;
  readonly error?: string;
  readonly tags?: readonly string[];
}

const casesOf = (file: { readonly cases: unknown }): readonly Case[] => file.cases as readonly Case[];
const n = (one: Case, name: string): number => one.args[name] as number;
const list = (one: Case, name: string): readonly number[] => one.args[name] as readonly number[];

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

function callOf(fn: string): (c: Case) => number {
  const call = calls[fn];
  if (call === undefined) throw new Error(`no function for the cases of ${fn}`);
  return call;
}

/** The input is rounded to doubles, so that a value can be off by this part of itself even if computed exactly. */
const CLOSE = 2e-14;

/** Sizes of what is summed, for values that are small rests of large flows; the value itself elsewhere. */
function scaleOf(fn: string, one: Case, exact: number): number {
  if (fn !== "npv" && fn !== "npv0" && fn !== "xnpv") return Math.abs(exact);
  const sizes = list(one, "flows").map((flow) => Math.abs(flow));
  return callOf(fn)({ ...one, args: { ...one.args, flows: sizes } });
}

const files = [
  ["ipmt", ipmtCases],
  ["ppmt", ppmtCases],
  ["cumipmt", cumipmtCases],
  ["cumprinc", cumprincCases],
  ["npv", npvCases],
  ["npv0", npv0Cases],
  ["xnpv", xnpvCases],
  ["mirr", mirrCases],
  ["effect", effectCases],
  ["nominal", nominalCases],
  ["fvschedule", fvscheduleCases],
  ["rri", rriCases],
  ["pduration", pdurationCases],
] as const;

describe.each(files)("%s meets the published cases", (fn, file) => {
  test.each(casesOf(file).map((one, i) => [`${String(i)} ${one.source.slice(0, 60)}`, one] as const))(
    "%s",
    (_title, one) => {
      if (one.exact === undefined) {
        expect(refusalOf(() => callOf(fn)(one)).code).toMatch(/^time-value\/(out-of-domain|no-solution)$/);
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
    },
  );
});

describe("documentation and worked solutions", () => {
  const cases = publishedCases.cases as unknown as readonly (Case & { readonly fn: string })[];
  test.each(cases.map((one, i) => [`${String(i)} ${one.fn}: ${one.source.slice(0, 60)}`, one] as const))(
    "%s",
    (_title, one) => {
      const actual = callOf(one.fn)(one);
      const exact = Number(one.exact);
      expect(Math.abs(actual - exact)).toBeLessThanOrEqual(CLOSE * scaleOf(one.fn, one, exact));
      expect(Math.abs(actual - (one.expected ?? NaN))).toBeLessThanOrEqual((one.absTol ?? 0) * (1 + 1e-6));
    },
  );
});

test("over all periods the principal repaid is the loan, to the last digit", () => {
  const whole = casesOf(cumprincCases).filter((one) => one.args["start"] === 1 && one.args["end"] === one.args["nper"]);
  expect(whole.length).toBeGreaterThan(0);
  for (const one of whole) expect(callOf("cumprinc")(one)).toBe(-n(one, "pv"));
});
