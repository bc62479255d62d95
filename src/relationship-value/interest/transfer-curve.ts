import { readInteger, describeValue, DomainError, readDecimal } from "../../core/index.ts";
import type { DecimalString, Policy } from "../../core/index.ts";
import {
  coefficientAt,
  frozenCopy,
  listOf,
  oneOf,
  optional,
  policyMembers,
  quotientText,
  recordOf,
  refuse,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { readCurrency } from "../reading.ts";
import { readRate } from "../risk/rows.ts";

/** One point of a transfer-price curve. */
export interface CurvePoint {
  /** Days to maturity or to the next repricing, from 0 up. */
  readonly tenorDays: number;
  /** Rate per year, a fraction: `"0.0215"` is 2.15 %. May be negative. */
  readonly rate: DecimalString;
}

/** How a tenor between two points may be priced. */
export const CURVE_INTERPOLATIONS = ["linear", "previous"] as const;

/** How a tenor between two points is priced: on the straight line between them, or at the shorter point's rate. */
export type CurveInterpolation = (typeof CURVE_INTERPOLATIONS)[number];

/** How a tenor beyond the points may be priced. */
export const CURVE_EXTRAPOLATIONS = ["refuse", "flat"] as const;

/** How a tenor before the first or after the last point is priced: refused, or at the rate of the nearest point. */
export type CurveExtrapolation = (typeof CURVE_EXTRAPOLATIONS)[number];

/** The funds transfer prices of one currency (内部资金转移价格曲线): what the treasury charges and pays, by tenor. */
export interface TransferPriceCurve extends Policy {
  readonly currency: string;
  /** In ascending order of tenor; at least one. */
  readonly points: readonly CurvePoint[];
  readonly interpolation: CurveInterpolation;
  readonly extrapolation: CurveExtrapolation;
  /** Fraction digits an interpolated rate is rounded to, half-even. */
  readonly digits: number;
  /** Tenor in days assumed for products without a maturity, by product code: demand deposits, overdrafts. */
  readonly assignedTenors?: Readonly<Record<string, number>>;
}

/** How a transfer rate may be read off a curve. */
export const TRANSFER_RATE_READINGS = ["point", "interpolated", "extrapolated"] as const;

/** A transfer rate and how it was read off the curve. */
export interface TransferRate {
  readonly rate: DecimalString;
  readonly tenorDays: number;
  /** Whether the tenor is the curve's assumption for a product without maturity. */
  readonly assigned: boolean;
  /** `point` on a point of the curve; otherwise between two, or beyond the first or last. */
  readonly read: (typeof TRANSFER_RATE_READINGS)[number];
  /** The points it is read from: one, or the two around the tenor. */
  readonly points: readonly CurvePoint[];
  /** Id and version of the curve. */
  readonly curve: { readonly id: string; readonly version: string; readonly status: Policy["status"] };
}

/**
 * The transfer price of a tenor, or of a product without maturity (内部资金转移价格).
 *
 * Per year, as a fraction, by the curve's own interpolation, extrapolation and rounding; `explainTransferRate` says
 * which points it rests on. The curve is remembered by identity: change it by making a new one. At a point, the curve's own figure comes back as written.
 *
 * @param curve - policy data in force for the day the position was priced
 * @param tenor - days to maturity or repricing, or the code of a product the curve assigns a tenor to
 * @returns rate, decimal string
 * @throws `relationship-value/invalid-curve` with the path to what is wrong: a member nobody knows, a misspelt word, no
 * points or points not in ascending order; `core/invalid-date`, `money/unknown-currency`
 * @throws `relationship-value/unassigned-tenor` for a product to which the curve assigns no tenor
 * @throws `core/invalid-integer` for a tenor that is not a whole number from 0 up
 * @throws `relationship-value/tenor-outside-curve` when the curve refuses to extrapolate
 * @see matched-maturity transfer pricing: the tenor is that of the position, not a bank-wide average
 * @example
 * transferRate(exampleTransferCurve, 365) // => "0.0190"
 * transferRate(exampleTransferCurve, 545) // => "0.01998630"
 * transferRate(exampleTransferCurve, "demand-deposit") // => "0.0165"
 * transferRate(exampleTransferCurve, 20000) // throws relationship-value/tenor-outside-curve
 * @since 0.1.0
 */
export function transferRate(curve: TransferPriceCurve, tenor: number | string): DecimalString {
  return explainTransferRate(curve, tenor).rate;
}

/**
 * The transfer price of a tenor with the points of the curve it was read from.
 *
 * @param curve - policy data in force for the day the position was priced
 * @param tenor - days, or a product code
 * @returns rate, tenor, points and the curve's identity
 * @throws as `transferRate`
 * @example
 * const { read, points } = explainTransferRate(exampleTransferCurve, 545);
 * read // => "interpolated"
 * points.map((point) => point.tenorDays) // => [365, 730]
 * @since 0.1.0
 */
export function explainTransferRate(curve: TransferPriceCurve, tenor: number | string): TransferRate {
  const own = readCurve(curve);
  const { points } = own;
  const tenorDays = typeof tenor === "number" ? readInteger(tenor, "tenor", 0) : assignedTenor(own, tenor);
  const after = points.findIndex((point) => point.tenorDays >= tenorDays);
  const upper = points[after];
  const lower = points[(after < 0 ? points.length : after) - 1];
  const answer = (rate: DecimalString, read: TransferRate["read"], on: readonly CurvePoint[]): TransferRate => ({
    rate,
    tenorDays,
    assigned: typeof tenor === "string",
    read,
    points: on,
    curve: { id: own.id, version: own.version, status: own.status },
  });
  if (upper?.tenorDays === tenorDays) return answer(upper.rate, "point", [upper]);
  if (lower !== undefined && upper !== undefined) {
    switch (own.interpolation) {
      case "previous":
        return answer(lower.rate, "interpolated", [lower]);
      case "linear":
        return answer(onTheLine(lower, upper, tenorDays, own.digits), "interpolated", [lower, upper]);
    }
  }
  const nearest = lower ?? upper;
  if (nearest !== undefined && own.extrapolation === "flat") return answer(nearest.rate, "extrapolated", [nearest]);
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/tenor-outside-curve",
    `tenor: ${String(tenorDays)} days are outside the curve ${own.id}@${own.version}`,
    ["tenor"],
    { tenorDays, from: points[0]?.tenorDays, to: points.at(-1)?.tenorDays, curve: own.id, version: own.version },
  );
}

/** r₀ + (r₁ − r₀)(t − t₀)/(t₁ − t₀), exact, rounded once. */
function onTheLine(lower: CurvePoint, upper: CurvePoint, tenorDays: number, digits: number): DecimalString {
  const a = readDecimal(lower.rate);
  const b = readDecimal(upper.rate);
  const scale = Math.max(a.scale, b.scale);
  const low = coefficientAt(scale, a);
  const high = coefficientAt(scale, b);
  const whole = BigInt(upper.tenorDays - lower.tenorDays);
  const numerator = low * whole + (high - low) * BigInt(tenorDays - lower.tenorDays);
  return quotientText(numerator, whole * 10n ** BigInt(scale), digits, "half-even");
}

function assignedTenor(curve: TransferPriceCurve, product: string): number {
  const tenors = curve.assignedTenors ?? {};
  const tenor = Object.hasOwn(tenors, product) ? tenors[product] : undefined;
  if (tenor !== undefined) return tenor;
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/unassigned-tenor",
    `tenor: the curve ${curve.id}@${curve.version} assigns no tenor to the product`,
    ["tenor"],
    { received: describeValue(product), curve: curve.id, version: curve.version },
  );
}

const CURVE = "relationship-value/invalid-curve" satisfies RelationshipValueErrorCode;
const days = wholeNumber(0, Number.MAX_SAFE_INTEGER);

const readMembers: Reader<TransferPriceCurve> = shapeOf<TransferPriceCurve>({
  ...policyMembers,
  currency: readCurrency,
  points: listOf(shapeOf<CurvePoint>({ tenorDays: days, rate: readRate }), 1),
  interpolation: oneOf(CURVE_INTERPOLATIONS),
  extrapolation: oneOf(CURVE_EXTRAPOLATIONS),
  digits: wholeNumber(0, 20),
  assignedTenors: optional(recordOf(days)),
});

const known = /* @__PURE__ */ new WeakMap<TransferPriceCurve, TransferPriceCurve>();

/** A curve read whole, its points in ascending order; read once and remembered, because a book asks a million times. */
function readCurve(curve: TransferPriceCurve): TransferPriceCurve {
  let own = known.get(curve);
  if (own === undefined) {
    own = frozenCopy(readRising(curve), ["curve"], CURVE);
    known.set(curve, own);
  }
  return own;
}

function readRising(curve: TransferPriceCurve): TransferPriceCurve {
  readMembers(curve, ["curve"], CURVE);
  let before = -1;
  for (const [index, { tenorDays }] of curve.points.entries()) {
    if (tenorDays <= before) {
      refuse(CURVE, ["curve", "points", index, "tenorDays"], "not in rising order", {
        curve: curve.id,
        version: curve.version,
      });
    }
    before = tenorDays;
  }
  return curve;
}
