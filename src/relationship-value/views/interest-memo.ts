import { formatDecimal, readDecimal, type DecimalString } from "../../core/index.ts";
import { compareTexts, readList, recordOf, roundExact } from "../../core/inner.ts";
import { currencyExponent, fromMinorUnits, toMinorUnits } from "../../money/index.ts";
import type { Money, RoundingMode } from "../../money/index.ts";
import { OPTION, readShare } from "../reading.ts";
import type { Statement } from "../types.ts";
import { requireSame } from "./compare.ts";
import { knownAmount, readKept } from "./kept.ts";

/** How a client holds another: by control, by significant influence, jointly with others. */
export const HOLDING_RELATIONS = ["subsidiary", "affiliate", "joint-venture"] as const;

/** How a client holds another. */
export type HoldingRelation = (typeof HOLDING_RELATIONS)[number];

/** The owner's share of what one company brings. */
export interface InterestShare<C extends string = string> {
  readonly client: string;
  readonly relation: HoldingRelation;
  /** What the company brings, whole, under its own heads; null without data. */
  readonly amount: Money<C> | null;
  /** The owner's interest in its capital, directly and through others; null where it is not known, which is not 0. */
  readonly interest: DecimalString | null;
  /** `amount` × `interest`, rounded once; null where one of them is. */
  readonly share: Money<C> | null;
  /** The product before rounding, decimal string. */
  readonly exact: DecimalString | null;
}

/** The owner's shares beside a statement. */
export interface InterestMemo<C extends string = string> {
  /** To be shown, and added to nothing: the companies are in the statement whole, and joint ventures in none. */
  readonly memo: true;
  readonly client: string;
  readonly currency: C;
  /** Of the shares; the statement's. */
  readonly rounding: RoundingMode;
  /** Subsidiaries, affiliates and joint ventures, in code-unit order of their ids. */
  readonly shares: readonly InterestShare<C>[];
}

/** What a client brings under its own heads, without the view of others; null without data. */
function ownAmount<C extends string>(statement: Statement<C>): Money<C> | null {
  const direct = knownAmount(statement, "direct");
  const other = knownAmount(statement, "other");
  if (direct === null || other === null) return direct ?? other;
  return fromMinorUnits(toMinorUnits(direct) + toMinorUnits(other), statement.conventions.currency);
}

/**
 * The owner's part in what its subsidiaries, affiliates and joint ventures bring the bank, by its effective interest in
 * each: a memo beside the statement, in no total (按持股比例列示，不计入合计).
 *
 * The statement counts a subsidiary whole, whoever else holds a part of it, because the relationship is with who
 * decides. What belongs to the owner by capital is another question, answered here for each company: amount × interest,
 * exact, rounded once with the rounding of the statement. A joint venture is in no statement but its own; give that one.
 *
 * @param statement - of the owner, with its group
 * @param interests - the owner's effective interest by client id, decimal strings from 0 to 1; others are not looked for
 * @param jointVentures - the statements of its joint ventures, with the same conventions and period
 * @returns one share for each company; without an interest, or without data, it is null
 * @throws `relationship-value/invalid-option` for an invalid statement or interest, with the path
 * @throws `relationship-value/statements-differ` for a joint venture with another currency, period or convention
 * @throws the errors of `money` for an amount of a statement; `relationship-value/invalid-rate`
 * @example
 * const line = (id: string, client: string, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const lines = [line("1", "C-2", "100.05"), line("2", "JV", "40.00")];
 * const options = { period: "2026", currency: "CNY" } as const;
 * const { statement } = relationshipValue(lines, { ...options, client: "C-1", group: { subsidiaries: ["C-2"] } });
 * const joint = relationshipValue(lines, { ...options, client: "JV" }).statement;
 * const { shares } = interestMemo(statement, { "C-2": "0.56", "JV": "0.5" }, [joint]);
 * shares.map(({ client, share, exact }) => [client, share?.amount, exact]) // => [["C-2", "56.03", "56.0280"], ["JV", "20.00", "20.000"]]
 * statement.total // => money("100.05", "CNY")
 * @since 0.1.0
 */
export function interestMemo<C extends string>(
  statement: Statement<C>,
  interests: Readonly<Record<string, DecimalString>>,
  jointVentures: readonly Statement<NoInfer<C>>[] = [],
): InterestMemo<C> {
  readKept(statement, ["statement"]);
  recordOf(readShare)(interests, ["interests"], OPTION);
  const { currency, rounding } = statement.conventions;
  const shareOf = (client: string, relation: HoldingRelation, amount: Money<C> | null): InterestShare<C> => {
    const interest = Object.hasOwn(interests, client) ? (interests[client] ?? null) : null;
    if (amount === null || interest === null) return { client, relation, amount, interest, share: null, exact: null };
    const { coefficient, scale } = readDecimal(interest);
    const product = toMinorUnits(amount) * coefficient;
    return {
      client,
      relation,
      amount,
      interest,
      share: fromMinorUnits(roundExact({ coefficient: product, scale }, 0, rounding), currency),
      exact: formatDecimal({ coefficient: product, scale: scale + currencyExponent(currency) }),
    };
  };
  const shares = statement.relatedClients.map(({ client, item, amount }) => shareOf(client, item, amount));
  for (const [index, joint] of readList(jointVentures, ["jointVentures"], OPTION).entries()) {
    const path = ["jointVentures", index];
    readKept(joint, path);
    requireSame(statement, joint, path, ["period", "currency", "rounding", "rateDay"]);
    shares.push(shareOf(joint.client, "joint-venture", ownAmount(joint)));
  }
  return {
    memo: true,
    client: statement.client,
    currency,
    rounding,
    shares: shares.sort((a, b) => compareTexts(a.client, b.client)),
  };
}
