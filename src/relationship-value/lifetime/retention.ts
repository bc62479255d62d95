import { readDecimal, type DecimalString, type Path } from "../../core/index.ts";
import {
  byTag,
  coefficientAt,
  compareExact,
  listOf,
  oneOf,
  optional,
  refuseValue,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import { readDecimalText } from "../reading.ts";
import { readRate, SHARE_RANGE } from "./rates.ts";
import { RATE_PERIODS, type RatePeriod } from "./reasons.ts";

/** The ways retention may be known. */
export const RETENTION_MODELS = ["constant", "shifted-beta-geometric", "table"] as const;

/** How retention is known. */
export type RetentionModel = (typeof RETENTION_MODELS)[number];

/** The share of clients that stay from one period to the next. */
export type Retention<P extends RatePeriod = RatePeriod> =
  ConstantRetention<P> | ShiftedBetaGeometricRetention<P> | TabledRetention<P>;

/** The same share at every renewal. */
export interface ConstantRetention<P extends RatePeriod = RatePeriod> {
  readonly by: "constant";
  /** From 0 to 1; 1 is a client who is certain to stay. */
  readonly rate: DecimalString;
  readonly per: P;
}

/**
 * Clients differ, each with a churn of its own, and those who stay are the more loyal ones: retention rises with every
 * renewal (shifted beta-geometric model).
 */
export interface ShiftedBetaGeometricRetention<P extends RatePeriod = RatePeriod> {
  readonly by: "shifted-beta-geometric";
  /** Greater than 0; `fitShiftedBetaGeometric` finds it. */
  readonly alpha: DecimalString;
  /** Greater than 0. */
  readonly beta: DecimalString;
  readonly per: P;
  /** Renewals the client has behind it, 0 to 1,200; default 0, a new client. */
  readonly renewals?: number;
}

/** A share for each renewal to come. */
export interface TabledRetention<P extends RatePeriod = RatePeriod> {
  readonly by: "table";
  /** At the first renewal, the second and so on; each from 0 to 1. */
  readonly rates: readonly DecimalString[];
  readonly per: P;
}

/** Most payments of a horizon, and most renewals behind a client: a hundred years of months. */
export const MOST_PAYMENTS = 1200;

const readShare = (share: DecimalString, path: Path, code: string): DecimalString => {
  readRate(share, SHARE_RANGE, path, code);
  return share;
};

/** Most digits before the point of a parameter: beyond it clients differ by nothing that could be seen. */
const HIGHEST_PARAMETER = { coefficient: 1_000_000_000n, scale: 0 };

/** Most fraction digits of a parameter. */
const PARAMETER_DIGITS = 20;

function readParameter(text: DecimalString, path: Path, code: string): DecimalString {
  readDecimalText(text, path, code);
  const value = readDecimal(text, path);
  if (value.coefficient > 0n && value.scale <= PARAMETER_DIGITS && compareExact(value, HIGHEST_PARAMETER) <= 0)
    return text;
  return refuseValue(code, path, "not greater than 0, of at most 20 fraction digits", text, {
    max: String(HIGHEST_PARAMETER.coefficient),
  });
}

const per = /* @__PURE__ */ (() => oneOf(RATE_PERIODS))();

/** How retention is read. */
export const readRetention: Reader<Retention> = /* @__PURE__ */ (() =>
  byTag<Retention, "by">("by", {
    constant: shapeOf<ConstantRetention>({ by: oneOf(["constant"]), rate: readShare, per }),
    "shifted-beta-geometric": shapeOf<ShiftedBetaGeometricRetention>({
      by: oneOf(["shifted-beta-geometric"]),
      alpha: readParameter,
      beta: readParameter,
      per,
      renewals: optional(wholeNumber(0, MOST_PAYMENTS)),
    }),
    table: shapeOf<TabledRetention>({ by: oneOf(["table"]), rates: listOf(readShare, 1), per }),
  }))();

/** An exact quotient of whole numbers; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A decimal as an exact quotient. */
export function fractionOf(text: DecimalString): Fraction {
  const { coefficient, scale } = readDecimal(text);
  return { numerator: coefficient, denominator: coefficientAt(scale, { coefficient: 1n, scale: 0 }) };
}

/** The two parameters over one denominator. */
interface Parameters {
  readonly alpha: bigint;
  readonly beta: bigint;
  readonly unit: bigint;
}

/** Parameters of a client with renewals behind it: each adds one to beta, which is Bayes' rule for this model. */
export function parametersOf({ alpha, beta, renewals = 0 }: ShiftedBetaGeometricRetention): Parameters {
  const [a, b] = [fractionOf(alpha), fractionOf(beta)];
  const unit = a.denominator * b.denominator;
  return { alpha: a.numerator * b.denominator, beta: b.numerator * a.denominator + BigInt(renewals) * unit, unit };
}

/**
 * The share of clients that stay at each renewal to come, exactly.
 *
 * @param retention - read
 * @returns by number of the renewal, from 0 for the next one
 */
export function retentionAt(retention: Retention): (renewal: number) => Fraction {
  switch (retention.by) {
    case "constant": {
      const rate = fractionOf(retention.rate);
      return () => rate;
    }
    case "table": {
      const rates = retention.rates.map(fractionOf);
      return (renewal) => rates[renewal] ?? { numerator: 0n, denominator: 1n };
    }
    case "shifted-beta-geometric": {
      const { alpha, beta, unit } = parametersOf(retention);
      return (renewal) => {
        const stayed = beta + BigInt(renewal) * unit;
        return { numerator: stayed, denominator: alpha + stayed };
      };
    }
  }
}
