import { addDecimals, compareDecimals, readDecimal, subtractDecimals, type DecimalString } from "../../core/index.ts";
import { optional, refuse, shapeOf, writeScaled, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, subtract, toMinorUnits, type Money } from "../../money/index.ts";
import { HIGHEST_YEARLY_RATE } from "../../money/inner.ts";
import { fractionOf, roundFraction, timesAll, wholeOf } from "../interest/fraction.ts";
import type { InterestPosition } from "../interest/net-interest-income.ts";
import { readOptions } from "../reading.ts";
import { yearlyLoss, type RiskExposure } from "./exposure.ts";
import {
  relationshipReturn,
  type Relationship,
  type RelationshipIssue,
  type RelationshipReturn,
  type RelationshipReturnOptions,
} from "./relationship-return.ts";
import { riskAdjustedReturn } from "./return.ts";
import type { ReturnConventions, RiskAdjustedReturn } from "./return-terms.ts";
import { decimalFrom, readRate } from "./rows.ts";

/** What may be moved to see what it does. */
export const SENSITIVITY_FACTORS = ["transferPrice", "pd", "lgd", "serviceCost", "capital"] as const;

/** One thing that may be moved. */
export type SensitivityFactor = (typeof SENSITIVITY_FACTORS)[number];

/**
 * By how much each is moved; one at a time. The transfer price by a number of points per year: one basis point is
 * `"0.0001"`. The others by a share of themselves: `"0.1"` is 10 % more, `"-0.1"` is 10 % less.
 */
export type SensitivityMoves = Readonly<Partial<Record<SensitivityFactor, DecimalString>>>;

/** What one move does, as exact differences. */
export interface Sensitivity<C extends string = string> {
  readonly factor: SensitivityFactor;
  readonly move: DecimalString;
  /** Changes: what is after the move less what is now. */
  readonly income: Money<C>;
  readonly riskAdjustedIncome: Money<C>;
  readonly capital: Money<C>;
  readonly economicValueAdded: Money<C>;
  /** Change of the ratio as it is written, or `null` where there is none. */
  readonly raroc: DecimalString | null;
  /**
   * Ids of rows that the move would take beyond a limit, and that stay at it: a transfer price of 100 % a year either way, a
   * probability or a loss of 100 %, capital of 0 where the expected loss passes the worst case. No row leaves the return.
   */
  readonly capped: readonly string[];
  readonly after: RiskAdjustedReturn<C>;
}

/** What moves do to a return. */
export interface SensitivityResult<C extends string = string> {
  /** The return as it is. */
  readonly now: RiskAdjustedReturn<C>;
  /** One entry per move, in the order of `SENSITIVITY_FACTORS`. */
  readonly moves: readonly Sensitivity<C>[];
  /** Rows that are left out, as it is and after every move alike. */
  readonly issues: readonly RelationshipIssue[];
}

const readShareOfItself = decimalFrom("-1", "10");

const readMoves: Reader<SensitivityMoves> = shapeOf<SensitivityMoves>({
  transferPrice: optional(readRate),
  pd: optional(readShareOfItself),
  lgd: optional(readShareOfItself),
  serviceCost: optional(readShareOfItself),
  capital: optional(readShareOfItself),
});

/**
 * What a move of the transfer price, of a probability of default or of the capital does to the return of a relationship:
 * each by itself, as exact differences from what it is now.
 *
 * A move of PD or LGD also moves capital that is a worst case less the expected loss. A move of capital is of what the
 * exposures tie up, whatever rule it came by. The transfer price moves for all positions, loans and deposits alike. A row
 * that a move would take beyond a limit stays at the limit and is in `capped`: the same rows are in the return before and
 * after, so that a difference is never that of a row which left.
 *
 * @param relationship - as `relationshipReturn` takes it
 * @param options - as `relationshipReturn` takes them
 * @param moves - what is moved and by how much
 * @returns the return as it is, one entry per move, issues of rows
 * @throws those of `relationshipReturn`; `money/amount-too-large` also when a row has more than 18 digits after a move
 * @example
 * const relationship = {
 *   positions: [{ id: "A-1", side: "asset", averageBalance: money("10000000", "CNY"), rate: "0.04", transferRate: "0.03" }],
 *   addOns: [], fees: money("20000", "CNY"), activities: [],
 *   exposures: [{ id: "A-1", exposure: money("10000000", "CNY"), pd: "0.01", lgd: "0.45", riskWeight: "1" }],
 * } as const;
 * const moved = sensitivity(relationship, {
 *   period: "2025", currency: "CNY", dayCount: "ACT/365F", lossTime: "full", levies: null, costs: [],
 *   capital: { basis: "regulatory", ratio: "0.105" }, returnOnCapital: { treatment: "excluded" },
 *   funding: { treatment: "gross" }, tax: { treatment: "before-tax" }, hurdle: "0.12",
 * }, { transferPrice: "0.0001", pd: "0.1" });
 * moved.moves.map(({ factor, riskAdjustedIncome, raroc }) => [factor, riskAdjustedIncome.amount, raroc]) // => [["transferPrice", "-1000.00", "-0.0009"], ["pd", "-4500.00", "-0.0043"]]
 * @since 0.1.0
 */
export function sensitivity<C extends string>(
  relationship: Relationship<C>,
  options: RelationshipReturnOptions<C>,
  moves: SensitivityMoves,
): SensitivityResult<C> {
  readOptions(moves, readMoves, "moves");
  const asItIs = relationshipReturn(relationship, options);
  const { result: now, input, issues, parts } = asItIs;
  const { currency, rounding = "half-even" } = options;
  const { returnOnCapital, funding, tax, hurdle, digits } = now.conventions;
  const conventions: ReturnConventions<C> = {
    period: options.period,
    currency,
    dayCount: options.dayCount,
    capital: options.capital.basis,
    returnOnCapital,
    funding,
    tax,
    hurdle,
    rounding,
    digits,
  };
  const scaled = (amount: Money<C>, move: DecimalString): Money<C> => {
    const factor = fractionOf(readDecimal(addDecimals("1", move)));
    return fromMinorUnits(roundFraction(timesAll(wholeOf(toMinorUnits(amount)), factor), rounding), currency);
  };
  const moved = (factor: SensitivityFactor, move: DecimalString): Moved<C> => {
    switch (factor) {
      case "transferPrice": {
        const { values } = parts.interest;
        const capped: string[] = [];
        const positions = relationship.positions.map((position, row) =>
          values[row] === null ? position : withTransferRate(position, move, capped),
        );
        return { after: sameRows(asItIs, relationshipReturn({ ...relationship, positions }, options)), capped };
      }
      case "pd":
      case "lgd":
        return withRisk(relationship, options, asItIs, factor, move);
      case "serviceCost":
      case "capital": {
        const after = riskAdjustedReturn({ ...input, [factor]: scaled(input[factor], move) }, conventions);
        return { after, capped: [] };
      }
    }
  };
  const found = SENSITIVITY_FACTORS.flatMap((factor): readonly Sensitivity<C>[] => {
    const move = moves[factor];
    if (move === undefined) return [];
    const { after, capped } = moved(factor, move);
    return [{ factor, move, ...differences(now, after), capped, after }];
  });
  return { now, moves: found, issues };
}

/** A return after a move. */
interface Moved<C extends string> {
  readonly after: RiskAdjustedReturn<C>;
  readonly capped: readonly string[];
}

/** The return after a move, of the same rows as before it; refuses one that a row cannot be computed after. */
function sameRows<C extends string>(
  before: RelationshipReturn<C>,
  after: RelationshipReturn<C>,
): RiskAdjustedReturn<C> {
  const keyOf = ({ list, row }: RelationshipIssue): string => `${list} ${String(row)}`;
  const known = new Set(before.issues.map(keyOf));
  const lost = after.issues.find((issue) => !known.has(keyOf(issue)));
  if (lost === undefined) return after.result;
  return refuse(lost.code, [lost.list, lost.row, ...lost.path], "not after the move", lost.details);
}

/** The return with another probability or loss in every exposure, at most the whole, and no capital below 0. */
function withRisk<C extends string>(
  relationship: Relationship<C>,
  options: RelationshipReturnOptions<C>,
  asItIs: RelationshipReturn<C>,
  name: "pd" | "lgd",
  move: DecimalString,
): Moved<C> {
  const capped: string[] = [];
  const factor = readDecimal(addDecimals("1", move));
  const { values } = asItIs.parts.capital;
  const { rounding } = asItIs.result.conventions;
  const exposures = relationship.exposures.map((given, row): RiskExposure<C> => {
    if (values[row] === null) return given;
    const { id, exposure, pd, lgd, riskWeight = null, economicCapital = null, worstCaseLoss = null } = given;
    const rest = { id, exposure, pd, lgd, riskWeight, economicCapital, worstCaseLoss };
    const now = readDecimal(name === "pd" ? pd : lgd);
    const moved = writeScaled(now.coefficient * factor.coefficient, now.scale + factor.scale);
    const isWhole = compareDecimals(moved, "1") > 0;
    const after = { ...rest, [name]: isWhole ? "1" : moved };
    const loss = roundFraction(yearlyLoss(toMinorUnits(exposure), after), rounding);
    const isLost = worstCaseLoss !== null && loss > toMinorUnits(worstCaseLoss);
    const isWorse = options.capital.basis === "economic" && economicCapital === null && isLost;
    if (isWhole || isWorse) capped.push(id);
    return isWorse ? { ...after, worstCaseLoss: fromMinorUnits(loss, options.currency) } : after;
  });
  return { after: sameRows(asItIs, relationshipReturn({ ...relationship, exposures }, options)), capped };
}

/** The position with another transfer price, at most the whole either way. */
function withTransferRate<C extends string>(
  position: InterestPosition<C>,
  move: DecimalString,
  capped: string[],
): InterestPosition<C> {
  const { id, side, averageBalance, rate } = position;
  const moved = addDecimals(position.transferRate, move);
  const limits = [String(-HIGHEST_YEARLY_RATE), String(HIGHEST_YEARLY_RATE)] as const;
  const isBeyond = compareDecimals(moved, limits[0]) < 0 || compareDecimals(moved, limits[1]) > 0;
  if (isBeyond) capped.push(id);
  const held = limits[moved.startsWith("-") ? 0 : 1];
  return { id, side, averageBalance, rate, transferRate: isBeyond ? held : moved };
}

/** What changed from one return to another. */
function differences<C extends string>(now: RiskAdjustedReturn<C>, after: RiskAdjustedReturn<C>) {
  return {
    income: subtract(after.income, now.income),
    riskAdjustedIncome: subtract(after.riskAdjustedIncome, now.riskAdjustedIncome),
    capital: subtract(after.capital, now.capital),
    economicValueAdded: subtract(after.economicValueAdded, now.economicValueAdded),
    raroc: after.raroc === null || now.raroc === null ? null : subtractDecimals(after.raroc, now.raroc),
  };
}
