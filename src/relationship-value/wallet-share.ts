import { readInteger, DomainError, type DecimalString, type Path } from "../core/index.ts";
import {
  listOf,
  optional,
  quotientText,
  readOneOf,
  readText,
  refuseValue,
  shapeOf,
  type Reader,
} from "../core/inner.ts";
import { add, multiply, ratio, sum, toMinorUnits, type Money } from "../money/index.ts";
import type { RelationshipValueErrorCode } from "./errors.ts";
import { OPTION, readAmount, readOptions } from "./reading.ts";

/** How a spend may be known. */
export const SPEND_BASES = ["actual", "estimated", "equal-split"] as const;

/** How a spend is known: from records, estimated, or assumed to be split equally between the client's banks. */
export type SpendBasis = (typeof SPEND_BASES)[number];

/** What a client pays one institution for a service in a period: interest and fees, never the institution's profit. */
export interface Spend<C extends string = string> {
  /** Code of the institution; absent for spend that could not be attributed. */
  readonly institution?: string;
  /** Not negative. */
  readonly amount: Money<C>;
  readonly basis: SpendBasis;
}

/** The spend of one client on one service in one period. */
export interface WalletInput<C extends string = string> {
  /** What the client pays us. */
  readonly ours: Spend<C>;
  /**
   * What it pays elsewhere. `"none"` states that it banks with us alone; an empty list means that nobody knows, and
   * gives no share, because a share of 100 % for want of data is the classic error.
   */
  readonly others: readonly Spend<NoInfer<C>>[] | "none";
  /** Fraction digits of the shares; default 4. */
  readonly digits?: number;
}

/** What may be known of a wallet. */
export const WALLET_STATUSES = ["stated", "no-data"] as const;

/** A share of a wallet with its parts. */
export interface WalletShare<C extends string = string> {
  readonly status: (typeof WALLET_STATUSES)[number];
  /** ours / (ours + others), decimal string; `null` without data on the others, or when the whole wallet is 0. */
  readonly share: DecimalString | null;
  readonly ours: Money<C>;
  /** `null` without data. */
  readonly others: Money<C> | null;
  /** ours + others; `null` without data. */
  readonly wallet: Money<C> | null;
  /** True when any part is estimated or assumed: then the share is an estimate. */
  readonly estimated: boolean;
  /** One share per part of `others`, in input order; rounded one by one, so they need not add up to 1. */
  readonly parts: readonly {
    readonly institution: string | null;
    readonly share: DecimalString | null;
    readonly basis: SpendBasis;
  }[];
}

/**
 * Our share of what a client spends on a service (我行占客户有关支出的百分比).
 *
 * Spend is what the client pays, in interest and fees; our income, and balances, are other measures and must not be
 * mixed in. One service and one period per call. The share is rounded half-even, once.
 *
 * @param input - spend with us and elsewhere, in one currency
 * @returns share with numerator, denominator and whether it is an estimate
 * @throws `relationship-value/negative-spend`
 * @throws `relationship-value/invalid-basis`
 * @throws `relationship-value/invalid-option` when `others` is neither a list nor `"none"`
 * @throws `money/currency-mismatch` when parts differ in currency; `core/invalid-integer` for `digits`
 * @see strategy plan, fields 5.E and 6.F of the source
 * @example
 * const ours = { amount: money("70", "CNY"), basis: "actual" } as const;
 * const share = walletShare({ ours, others: [{ institution: "bank-b", amount: money("30", "CNY"), basis: "estimated" }] });
 * share.share // => "0.7000"
 * share.estimated // => true
 * walletShare({ ours, others: [] }).share // => null
 * walletShare({ ours, others: "none" }).share // => "1.0000"
 * @since 0.1.0
 */
export function walletShare<C extends string>(input: WalletInput<C>): WalletShare<C> {
  readOptions<WalletInput>(input, readWallet, "input");
  return walletShareOf(input);
}

/** {@link walletShare} of spends that have been read. */
export function walletShareOf<C extends string>(input: WalletInput<C>): WalletShare<C> {
  const { ours: own, others: known, digits = 4 } = input;
  // without what a row of the caller may have beside it
  const ours: Money<C> = { amount: own.amount.amount, currency: own.amount.currency };
  const parts = known === "none" ? [] : known;
  const estimated = [own, ...parts].some((part) => part.basis !== "actual");
  if (known !== "none" && parts.length === 0) {
    return { status: "no-data", share: null, ours, others: null, wallet: null, estimated, parts: [] };
  }
  const others = sum<C>(
    ours.currency,
    parts.map((part) => part.amount),
  );
  const wallet = add<C>(ours, others);
  return {
    status: "stated",
    share: ratio(ours, wallet, digits),
    ours,
    others,
    wallet,
    estimated,
    parts: parts.map((part) => ({
      institution: part.institution ?? null,
      share: ratio(part.amount, wallet, digits),
      basis: part.basis,
    })),
  };
}

/**
 * The spend elsewhere if a client split its wallet equally between its banks: a labelled assumption for when spend
 * elsewhere is unknown.
 *
 * With `suppliers` banks in all, each of the others gets what we get.
 *
 * @param ours - what the client pays us
 * @param suppliers - number of banks it uses, ours included; 2 or more
 * @returns one part with basis `equal-split`, to be used as `others`
 * @throws `core/invalid-integer` for fewer than 2 suppliers
 * @throws `relationship-value/negative-spend`
 * @see library convention; the trade calls this estimate "equal split"
 * @example
 * const ours = { amount: money("100000", "CNY"), basis: "actual" } as const;
 * const share = walletShare({ ours, others: equalSplitSpend(ours.amount, 3) });
 * share.share // => "0.3333"
 * share.wallet // => money("300000.00", "CNY")
 * @since 0.1.0
 */
export function equalSplitSpend<C extends string>(ours: Money<C>, suppliers: number): readonly Spend<C>[] {
  readInteger(suppliers, "suppliers", 2, 1000);
  readAmount(ours, ["ours"], OPTION);
  readSpend({ amount: ours, basis: "equal-split" }, ["ours"], OPTION);
  return [{ amount: multiply(ours, String(suppliers - 1), "half-even"), basis: "equal-split" }];
}

/**
 * The share of wallet a bank's rank suggests before anything is known of the spend (Wallet Allocation Rule): a prior,
 * to be labelled as one, never a measured share.
 *
 * `(1 − rank / (n + 1)) × 2 / n` for rank 1 (best) to n; ranks are whole, ties are not handled.
 *
 * @param rank - the client's ranking of us among its banks, 1 is best
 * @param banks - number of banks ranked, ours included
 * @param digits - fraction digits, rounded half-even; default 4
 * @returns share from 0 to 1, decimal string; the shares of ranks 1 to n add up to 1 before rounding
 * @throws `core/invalid-integer` for a rank outside 1 to `banks`
 * @see T. Keiningham et al., The Wallet Allocation Rule (Wiley 2015), appendix A
 * @example
 * walletRankPrior(1, 3) // => "0.5000"
 * walletRankPrior(3, 3) // => "0.1667"
 * @since 0.1.0
 */
export function walletRankPrior(rank: number, banks: number, digits = 4): DecimalString {
  readInteger(banks, "banks", 1, 1000);
  readInteger(rank, "rank", 1, banks);
  readInteger(digits, "digits", 0, 12);
  // (1 − r/(n+1)) × 2/n over the common denominator n(n+1)
  return quotientText(BigInt(2 * (banks + 1 - rank)), BigInt(banks * (banks + 1)), digits, "half-even");
}

const INVALID_BASIS = "relationship-value/invalid-basis" satisfies RelationshipValueErrorCode;

const readMembers: Reader<Spend> = shapeOf<Spend>({
  institution: optional(readText),
  amount: readAmount,
  basis: (basis, path) => readOneOf(basis, SPEND_BASES, path, INVALID_BASIS),
});

/** A spend with a known basis that is not negative. */
function readSpend(spend: Spend, path: Path, code: string): Spend {
  readMembers(spend, path, code);
  if (toMinorUnits(spend.amount) >= 0n) return spend;
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/negative-spend",
    `${path.join(".")}.amount: what a client pays is not negative`,
    [...path, "amount"],
    { received: spend.amount.amount },
  );
}

const readSpends: Reader<readonly Spend[]> = listOf(readSpend);

const readWallet: Reader<WalletInput> = shapeOf<WalletInput>({
  ours: readSpend,
  // an absent list is refused, because a forgotten column must not read as "nobody else"
  others: (others, path, code) => {
    if (others === "none") return others;
    if ((Array.isArray as (value: unknown) => boolean)(others)) return readSpends(others, path, code);
    return refuseValue(code, path, 'neither a list of spends nor "none"', others, { allowed: ["none", "a list"] });
  },
  digits: optional((digits: number, path) => readInteger(digits, path, 0, 12)),
});
