/**
 * The demo's book: reads `data/berka-book.json` and offers it as income lines, as features for classification and as
 * plain records. Columns, units, assumptions and what the data cannot tell are in `berka-book.md`.
 *
 * Amounts are `{ amount, currency }` with decimal strings; every quotient is taken once, exactly, half-even to 0.01 CZK.
 */
import { readFileSync } from "node:fs";

import { netInterestIncome, transferRate } from "relationship-banking/relationship-value";

const CURRENCY = "CZK";

/**
 * What a balance is worth to the bank inside the bank, by tenor: an ASSUMPTION of this example, flat, not rates of 1993
 * and not from the data. It sits between what the book's accounts were paid (about 4.8% a year on their credit balances)
 * and what overdrawn balances were charged (about 19.5%). A balance without maturity is priced at the tenor the curve
 * assigns to its product.
 */
export const TRANSFER_CURVE = Object.freeze({
  id: "example.transfer-curve.czk",
  version: "1",
  status: "example",
  effectiveFrom: "1993-04-01",
  effectiveTo: "1994-04-01",
  sources: ["assumption of this example; replace it by the bank's own curve"],
  currency: CURRENCY,
  points: [
    { tenorDays: 1, rate: "0.0700" },
    { tenorDays: 365, rate: "0.0700" },
  ],
  interpolation: "linear",
  extrapolation: "refuse",
  digits: 4,
  assignedTenors: { "current-account": 90, overdraft: 1 },
});

const toHaler = (text) => BigInt(text.replace(".", ""));
const fromHaler = (value) => {
  const digits = String(value < 0n ? -value : value).padStart(3, "0");
  return { amount: `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency: CURRENCY };
};
/** numerator / denominator (positive) to the nearest integer, a half to the even one. */
function divideHalfEven(numerator, denominator) {
  const size = numerator < 0n ? -numerator : numerator;
  const twice = 2n * (size % denominator);
  let quotient = size / denominator;
  if (twice > denominator || (twice === denominator && quotient % 2n === 1n)) quotient += 1n;
  return numerator < 0n ? -quotient : quotient;
}
/**
 * Reads the committed table.
 *
 * @returns `{ head, records }`: `head` says whose data it is, what it covers and as of when; one record an account,
 *   in the order of account numbers, with the columns of `berka-book.md` as keys
 */
export function loadBook() {
  const { columns, rows, ...head } = JSON.parse(readFileSync(new URL("data/berka-book.json", import.meta.url), "utf8"));
  const records = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  return { head, records };
}

/**
 * Reads the average balances month by month.
 *
 * @returns `{ months, rows }`: the months as `YYYY-MM`; per account, in the order of account numbers, its `averages` by
 *   month in CZK, null before it was opened, and the card issued to its owner after the closing date, otherwise null
 */
export function loadMonths() {
  const { columns, rows, months } = JSON.parse(
    readFileSync(new URL("data/berka-months.json", import.meta.url), "utf8"),
  );
  const records = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  return { months, rows: records };
}

/** The client an account's income is booked to: its owner, never an authorised user. */
export const clientOf = (record) => String(record.owner);

/** Credits from outside: cash, transfers and pensions, without the bank's own interest. In haléře. */
const creditsOf = (record) => toHaler(record.cashIn) + toHaler(record.transferIn) + toHaler(record.pension);

/**
 * Interest credited in the window. Where the balance proves a credit on the last day that the published file no
 * longer shows, it is included: all but one of those rows are the month's interest by kind and size.
 */
const interestPaid = (record) => toHaler(record.interest) + toHaler(record.lastDayGap ?? "0.00");

/** Credit less overdrawn balance-days, in haléře. */
const netBalanceDays = (record) => toHaler(record.creditBalanceDays) - toHaler(record.overdrawnBalanceDays);

/** The window as a period: the days on which the curve is in force. */
const periodOf = (curve) => ({ from: curve.effectiveFrom, to: curve.effectiveTo });

/** A position of the year's average balance of one side of an account; the average is kept exact, as balance-days. */
function position(record, side, product, balanceDays, curve) {
  const days = 365;
  const average = fromHaler(divideHalfEven(toHaler(balanceDays), BigInt(days)));
  return {
    id: `${record.account}-${product}`,
    side,
    averageBalance: { average, balanceDays, days, stretches: [], period: periodOf(curve), rounding: "half-even" },
    // what the client paid or was paid is in the data: here is the transfer price alone
    rate: "0",
    transferRate: transferRate(curve, product),
  };
}

/**
 * What the treasury pays for each account's credit balance, and charges for its overdrawn one, in haléře.
 *
 * @returns one pair per record, in their order
 */
function transferOf(records, curve) {
  const positions = records.flatMap((record) => [
    position(record, "liability", "current-account", record.creditBalanceDays, curve),
    position(record, "asset", "overdraft", record.overdrawnBalanceDays, curve),
  ]);
  const options = { period: periodOf(curve), currency: CURRENCY, dayCount: "ACT/365F" };
  const { values } = netInterestIncome(positions, options);
  return records.map((_, row) => ({
    paid: toHaler(values[2 * row].transfer.amount),
    charged: toHaler(values[2 * row + 1].transfer.amount),
  }));
}

/**
 * Income of the window as lines for `relationshipValue`, at most four an account, all direct income:
 * - `intermediary`, actual: fees for statements charged
 * - `liability`, estimated: credit balance-days at the transfer price, less the interest paid
 * - `asset`, actual: penalty interest charged on overdrawn balances
 * - `asset`, estimated: what funding those overdrawn balances cost at the transfer price (negative)
 *
 * Loan interest is not among them: see `incomeGaps`.
 *
 * @param records - of `loadBook()`
 * @param curve - transfer prices in CZK, in force for the window
 */
export function incomeLines(records, curve = TRANSFER_CURVE) {
  const period = periodOf(curve);
  const transfers = transferOf(records, curve);
  return records.flatMap((record, row) => {
    const line = (suffix, product, item, haler, basis, source) => ({
      id: `${record.account}-${suffix}`,
      client: clientOf(record),
      product,
      item,
      period,
      amount: fromHaler(haler),
      basis,
      source,
    });
    const assumed = `transfer curve ${curve.id} (assumption)`;
    const { paid, charged } = transfers[row];
    const margin = paid - interestPaid(record);
    const lines = [
      line("fees", "current-account", "intermediary", toHaler(record.fees), "actual", "fees charged"),
      line("deposit", "current-account", "liability", margin, "estimated", `${assumed} less interest paid`),
    ];
    if (record.penalty !== "0.00") {
      lines.push(line("penalty", "overdraft", "asset", toHaler(record.penalty), "actual", "penalty interest charged"));
    }
    if (charged !== 0n) {
      lines.push(line("overdraft", "overdraft", "asset", -charged, "estimated", `${assumed} on overdrawn balances`));
    }
    return lines;
  });
}

/**
 * What is known to be nothing and what is not known about an account's income; neither is an income line.
 *
 * @returns `statedNone`: items that brought nothing (`asset` where there was neither a loan nor an overdraft);
 *   `noData`: products with income the data does not show (loans: instalments × months = amount, so no interest is
 *   visible). The second and third head of the statement have no data for any account.
 */
export function incomeGaps(record) {
  const loan = record.loanGranted !== null;
  const overdraft = record.overdrawnDays > 0 || record.penalty !== "0.00";
  return {
    statedNone: !loan && !overdraft ? ["asset"] : [],
    noData: loan ? [{ item: "asset", product: "loan", reason: "the data gives neither rate nor interest" }] : [],
  };
}

/** The second person of the account: shown beside the owner, no income is moved to it. */
export function relatedPersons(record) {
  return record.user === null ? [] : [{ client: String(record.user), role: "authorised-user", of: clientOf(record) }];
}

/** A month is 365 / 12 days; an account opened less than a month ago is taken to have had one month. */
const perMonth = (haler, days) => fromHaler(days * 12 < 365 ? haler : divideHalfEven(haler * 365n, BigInt(days) * 12n));

/**
 * What the example's classification card may know of an owner on the closing date: nothing dated later (the outcome of
 * loans and the undated standing orders are left out), no sex, age or address.
 */
export function featuresOf(record, curve = TRANSFER_CURVE) {
  const income = incomeLines([record], curve).reduce((sum, line) => sum + toHaler(line.amount.amount), 0n);
  return {
    /** Average end-of-day balance over the days of the window on which the account was open. */
    averageBalance: fromHaler(divideHalfEven(netBalanceDays(record), BigInt(record.memberDays))),
    /** Cash, transfers and pensions received, a month; interest left out. */
    monthlyCredits: perMonth(creditsOf(record), record.memberDays),
    /** Fees, deposit margin and overdraft margin received so far in the window; mostly estimated, loan income unknown. */
    income: fromHaler(income),
    paysHousehold: record.householdMonths > 0,
    paysInsurance: record.insurance !== "0.00",
    receivesPension: record.pensionMonths > 0,
    /** Transfers from another bank in 3 months or more: a salary or similar, the data does not say. */
    receivesTransfers: record.transferInMonths >= 3,
    hasCard: record.cardType !== null,
  };
}

/** The smallest value that at least this share of the sorted values does not exceed (nearest rank). */
export function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
