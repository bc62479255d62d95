import { DomainError, toDayNumber, type DayNumber, type Path } from "../../core/index.ts";
import { inTheirWords, oneOf, rowOf, type Reader } from "../../core/inner.ts";
import { divideRounded, type RoundingMode } from "../../money/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import {
  balanceMarks,
  readHistory,
  uncoveredDaysError,
  type BalanceHistory,
  type Mark,
} from "../interest/average-daily-balance.ts";
import { readId } from "../reading.ts";

/** What a client may have with us, by where it stands: deposits and loans on our balance sheet, the rest beside it. */
export const VOLUME_KINDS = ["deposit", "loan", "fund", "wealth-product", "insurance", "other-asset"] as const;

/**
 * What a client has with us: `deposit` and `loan` stand on our balance sheet; `fund`, `wealth-product` (理财), `insurance`
 * and `other-asset` (trusts, securities in custody, precious metals) are assets of the client that we only look after.
 */
export type VolumeKind = (typeof VOLUME_KINDS)[number];

/** What the lists of balances may hold. */
export const BALANCE_LISTS = ["changes", "every-day"] as const;

/**
 * What a list of balances holds: `changes`, where a balance holds until the next one, or `every-day`, where a day of a
 * period that is missing is a hole in the extract and never filled from the day before.
 */
export type BalanceList = (typeof BALANCE_LISTS)[number];

/** One account, contract or holding of a client, with its balances. */
export interface VolumeAccount<C extends string = string> {
  /** Unique in the book. */
  readonly id: string;
  readonly client: string;
  /** The bank's product code. */
  readonly product: string;
  readonly kind: VolumeKind;
  /**
   * From the first day of the prior period, where there is one, to the last day of the period. A list with every day
   * may leave out the days between the two.
   */
  readonly history: BalanceHistory<C>;
}

const READ_CODE = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

const readMembers: Reader<VolumeAccount> = /* @__PURE__ */ (() =>
  rowOf<VolumeAccount>({
    id: readId,
    client: readId,
    product: readId,
    kind: oneOf(VOLUME_KINDS),
    history: readHistory,
  }))();

/** An account, read as a row. */
export function readAccount<C extends string>(account: VolumeAccount<C>): VolumeAccount<C> {
  readMembers(account, [], READ_CODE);
  return account;
}

/** A stretch of days, the second not included. */
export interface Days {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The balance of one account over one stretch of days, in minor units. */
export interface Volume {
  /** At the end of the last day. */
  readonly end: bigint;
  /** Rounded. */
  readonly average: bigint;
  /** Balance × days, exact. */
  readonly balanceDays: bigint;
}

function volumeOf(marks: readonly Mark[], { from, to }: Days, rounding: RoundingMode): Volume {
  let [end, balanceDays] = [0n, 0n];
  for (const [index, { day, minor }] of marks.entries()) {
    const days = Math.min(marks[index + 1]?.day ?? to, to) - Math.max(day, from);
    if (days <= 0) continue;
    balanceDays += minor * BigInt(days);
    end = minor;
  }
  return { end, average: divideRounded(balanceDays, BigInt(to - from), rounding), balanceDays };
}

const HISTORY: Path = ["history"];
const PLACES = { movements: ["history", "movements"], balances: ["history", "balances"] };

/** How accounts are read in one call. */
export interface AccountReading {
  readonly currency: string;
  readonly days: Days;
  readonly prior: Days | null;
  readonly lists: BalanceList;
  readonly rounding: RoundingMode;
}

/**
 * The balances of one account.
 *
 * @param account - read
 * @throws what `averageDailyBalance` says of a history, with its place in the row
 */
export function volumesOf(
  account: VolumeAccount,
  { currency, days, prior, lists, rounding }: AccountReading,
): { readonly now: Volume; readonly before: Volume | null } {
  const { history } = account;
  const stretches = prior === null ? [days] : [prior, days];
  const from = prior?.from ?? days.from;
  const { marks, currency: received } = inTheirWords(PLACES, () => balanceMarks(history, from, days.to));
  if (received !== currency) {
    throw new DomainError<RelationshipValueErrorCode>(
      "relationship-value/currency-mismatch",
      `history: in ${received}, not ${currency}`,
      HISTORY,
      { expected: currency, received },
    );
  }
  if (lists === "every-day" && "balances" in history) {
    const given = history.balances.map(({ date }) => toDayNumber(date));
    for (const stretch of stretches) {
      const covered = given.filter((day) => day >= stretch.from && day < stretch.to).length;
      if (covered !== stretch.to - stretch.from) throw uncoveredDaysError(covered, stretch.from, stretch.to);
    }
  }
  return {
    now: volumeOf(marks, days, rounding),
    before: prior === null ? null : volumeOf(marks, prior, rounding),
  };
}
