/**
 * The demo's book: reads `data/berka-book.json` and offers it as income lines, as features for classification and as
 * plain records. Columns, units, assumptions and what the data cannot tell are in `berka-book.md`.
 *
 * Amounts are `{ amount, currency }` with decimal strings; every quotient is taken once, exactly, half-even to 0.01 CZK.
 */
import { readFileSync } from "node:fs";

const CURRENCY = "CZK";

/**
 * What a day's balance is worth to the bank inside the bank: an ASSUMPTION of this example, the same for every tenor,
 * not a rate of 1993 and not from the data. It sits between what the book's accounts were paid (about 4.8% a year on
 * their credit balances) and what overdrawn balances were charged (about 19.5%).
 */
export const TRANSFER_PRICE = Object.freeze({
  id: "example.transfer-price.czk",
  version: "1",
  status: "example",
  effectiveFrom: "1993-04-01",
  effectiveTo: "1994-04-01",
  sources: ["assumption of this example; replace it by the bank's own curve"],
  rate: "0.0700",
  per: "year",
  basis: "ACT/365F",
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
/** balance-days × yearly rate / 365, in haléře. */
function interestOn(balanceDays, rate) {
  const [whole, fraction = ""] = rate.split(".");
  return divideHalfEven(toHaler(balanceDays) * BigInt(whole + fraction), 10n ** BigInt(fraction.length) * 365n);
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
 * @param transferPrice - yearly rate, ACT/365F
 */
export function incomeLines(records, transferPrice = TRANSFER_PRICE) {
  const period = { from: transferPrice.effectiveFrom, to: transferPrice.effectiveTo };
  return records.flatMap((record) => {
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
    const assumed = `transfer price ${transferPrice.id} ${transferPrice.rate} (assumption)`;
    const margin = interestOn(record.creditBalanceDays, transferPrice.rate) - interestPaid(record);
    const lines = [
      line("fees", "current-account", "intermediary", toHaler(record.fees), "actual", "fees charged"),
      line("deposit", "current-account", "liability", margin, "estimated", `${assumed} less interest paid`),
    ];
    const funding = -interestOn(record.overdrawnBalanceDays, transferPrice.rate);
    if (record.penalty !== "0.00") {
      lines.push(line("penalty", "overdraft", "asset", toHaler(record.penalty), "actual", "penalty interest charged"));
    }
    if (funding !== 0n) {
      lines.push(line("overdraft", "overdraft", "asset", funding, "estimated", `${assumed} on overdrawn balances`));
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
export function featuresOf(record, transferPrice = TRANSFER_PRICE) {
  const income = incomeLines([record], transferPrice).reduce((sum, line) => sum + toHaler(line.amount.amount), 0n);
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
