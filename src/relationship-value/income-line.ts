import { readPeriod } from "../calendar/index.ts";
import {
  describeValue,
  fromDayNumber,
  isDomainError,
  issueOf,
  toDayNumber,
  type DayNumber,
  type Details,
  type Issue,
} from "../core/index.ts";
import { kindOfValue, nameScan, readObject, type MisspeltName } from "../core/inner.ts";
import { toMinorUnits, type MoneyErrorCode, type RoundingMode } from "../money/index.ts";
import type { RelationshipValueErrorCode } from "./errors.ts";
import { bookedItems, incomeBases } from "./items.ts";
import { codeOfId, isId } from "./reading.ts";
import { readClearance } from "./statement/clearance.ts";
import { convertOnce, rateOn, type RateTable } from "./statement/rates.ts";
import type { TextIndex } from "./text-index.ts";
import type { IncomeLine, RateDay } from "./types.ts";

/** What every line of one call is read against. */
export interface ResolvedReading<C extends string> {
  /** First day of the requested period. */
  readonly from: DayNumber;
  /** Day after its last day. */
  readonly to: DayNumber;
  readonly currency: C;
  readonly rates: RateTable<C>;
  /** Currencies that a rate leads to from the statement’s own, and not back. */
  readonly inverses: ReadonlySet<string>;
  readonly rateDay: RateDay;
  readonly rounding: RoundingMode;
  /** Periods already read, by their text. */
  readonly periods: Map<string, KnownPeriod>;
  /** Ids already read. */
  readonly ids: TextIndex;
  /** Looks for a name of a line that is nearly one of its members. */
  readonly misspelt: (line: object) => MisspeltName | null;
}

/** The members of a line; it may have others, as rows of databases have. */
const LINE_MEMBERS: readonly (keyof IncomeLine)[] = [
  "id",
  "client",
  "product",
  "item",
  "period",
  "amount",
  "basis",
  "source",
  "clearance",
];

/** Looks for names of lines that are nearly those of their members. */
export const scanLineNames = (): ResolvedReading<string>["misspelt"] => nameScan(LINE_MEMBERS);

/** A line's period compared with the requested period. */
export interface KnownPeriod {
  readonly issue: Issue | null;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
}

/** The terms of the last line read; one object per call, so that a million lines allocate nothing. */
export interface ReadTerms {
  /** Index in `bookedItems`. */
  item: number;
  /** Index in `incomeBases`. */
  basis: number;
  /** First and last day of the line's period. */
  firstDay: DayNumber;
  lastDay: DayNumber;
}

const INVALID_PERIOD = "calendar/invalid-period";
const INVALID_ROW = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

/** The issue of a row that cannot be read: a getter of its own throws. */
export function unreadable(e: unknown): Issue {
  return isDomainError(e) ? issueOf(e) : { code: INVALID_ROW, path: [], details: {} };
}

const ITEM_INDEX: ReadonlyMap<unknown, number> = new Map<unknown, number>(
  bookedItems.map((item, index) => [item, index]),
);
const BASIS_INDEX: ReadonlyMap<unknown, number> = new Map<unknown, number>(
  incomeBases.map((basis, index) => [basis, index]),
);

const issue = (code: RelationshipValueErrorCode, field: keyof IncomeLine, details: Details): Issue => ({
  code,
  path: [field],
  details,
});

/** The issue of a member that has to be a text and is something else, or blank. */
const textIssue = (code: string, field: "id" | "client" | "product" | "source", given: unknown): Issue => ({
  code,
  path: [field],
  details: { received: describeValue(given), ...kindOfValue(given) },
});

/**
 * Checks what identifies a line: a row without a misspelt name, a new id, a client.
 *
 * @param context - of the call; remembers the id
 * @param line - a row
 * @param unique - whether to look for a second row with the same id
 * @returns what is wrong, or null
 */
export function identityIssue<C extends string>(
  context: ResolvedReading<C>,
  line: IncomeLine,
  unique: boolean,
): Issue | null {
  const row: unknown = line;
  if (typeof row !== "object" || row === null) {
    return { code: INVALID_ROW, path: [], details: { received: describeValue(row) } };
  }
  const misspelt = context.misspelt(line);
  if (misspelt !== null) {
    const { name, didYouMean } = misspelt;
    return { code: INVALID_ROW, path: [name], details: { known: LINE_MEMBERS, didYouMean } };
  }
  if (!isId(line.id)) return textIssue(codeOfId(line.id, INVALID_ROW), "id", line.id);
  if (!isId(line.client)) return textIssue(codeOfId(line.client, INVALID_ROW), "client", line.client);
  if (!unique) return null;
  const before = context.ids.texts.length;
  if (context.ids.placeOf(line.id) === before) return null;
  return issue("relationship-value/duplicate-line", "id", { id: line.id });
}

/**
 * Reads item, basis and period of a line whose identity was checked.
 *
 * @param context - of the call
 * @param line - a row
 * @param into - where the values go
 * @returns the first thing that is wrong, or null
 */
export function scanTerms<C extends string>(
  context: ResolvedReading<C>,
  line: IncomeLine,
  into: ReadTerms,
): Issue | null {
  const item = ITEM_INDEX.get(line.item);
  if (item === undefined) {
    return issue("relationship-value/invalid-item", "item", {
      received: describeValue(line.item),
      allowed: bookedItems,
    });
  }
  const basis = BASIS_INDEX.get(line.basis);
  if (basis === undefined) {
    return issue("relationship-value/invalid-basis", "basis", {
      received: describeValue(line.basis),
      allowed: incomeBases,
    });
  }
  const { product, source = null } = line;
  if (typeof (product as unknown) !== "string") return textIssue(INVALID_ROW, "product", product);
  if (source !== null && typeof (source as unknown) !== "string") return textIssue(INVALID_ROW, "source", source);
  const { clearance = null } = line;
  if (clearance !== null) readClearance(clearance, ["clearance"], INVALID_ROW);
  const period = periodOf(context, line.period);
  if (period.issue !== null) return period.issue;
  into.item = item;
  into.basis = basis;
  into.firstDay = period.firstDay;
  into.lastDay = period.lastDay;
  return null;
}

/**
 * Reads the amount of a line whose terms were read, converting it once if need be; with an issue nothing is converted.
 *
 * @param context - of the call; records what was converted
 * @param line - a row
 * @param lastDay - of its period
 * @returns minor units of the context's currency, or what is wrong
 */
export function amountOrIssue<C extends string>(
  context: ResolvedReading<C>,
  line: IncomeLine,
  lastDay: DayNumber,
): bigint | Issue {
  const { amount } = line;
  const given: unknown = amount;
  if (typeof given !== "object" || given === null) {
    const code: MoneyErrorCode = "money/invalid-amount";
    return { code, path: ["amount"], details: { received: describeValue(given) } };
  }
  try {
    // an invalid amount is reported as such, before a rate is looked for
    const minor = toMinorUnits(amount);
    if (amount.currency === context.currency) return minor;
    const day = context.rateDay === "line-end" ? lastDay : context.to - 1;
    const rate = rateOn(context.rates, amount.currency, day);
    if (rate === null) {
      return issue("relationship-value/no-rate", "amount", {
        from: amount.currency,
        to: context.currency,
        onOrBefore: fromDayNumber(day),
        ...(context.inverses.has(amount.currency) ? { inverse: true } : {}),
      });
    }
    return convertOnce(rate, minor, context.rounding);
  } catch (e) {
    const found = issueOf(e);
    return { code: found.code, path: ["amount", ...found.path.slice(1)], details: found.details };
  }
}

function periodOf<C extends string>(context: ResolvedReading<C>, period: IncomeLine["period"]): KnownPeriod {
  if (typeof period !== "string") return lookAtPeriod(context, period);
  const known = context.periods.get(period);
  if (known !== undefined) return known;
  const seen = lookAtPeriod(context, period);
  context.periods.set(period, seen);
  return seen;
}

function lookAtPeriod<C extends string>(context: ResolvedReading<C>, period: IncomeLine["period"]): KnownPeriod {
  try {
    const range = readPeriod(typeof period === "string" ? period : readObject(period, ["period"], INVALID_PERIOD));
    const from = toDayNumber(range.from, "from");
    const to = toDayNumber(range.to, "to");
    if (from >= context.from && to <= context.to) return { issue: null, firstDay: from, lastDay: to - 1 };
    const code =
      to <= context.from || from >= context.to
        ? "relationship-value/outside-period"
        : "relationship-value/partial-period";
    return {
      issue: issue(code, "period", {
        line: { from: range.from, to: range.to },
        asked: { from: fromDayNumber(context.from), to: fromDayNumber(context.to) },
      }),
      firstDay: from,
      lastDay: to - 1,
    };
  } catch (e) {
    const found = issueOf(e);
    return {
      issue: { code: found.code, path: ["period"], details: found.details },
      firstDay: context.from,
      lastDay: context.to - 1,
    };
  }
}
