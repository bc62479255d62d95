import { toDayNumber, type DayNumber, type DecimalString, type LocalDate, type Path } from "../../core/index.ts";
import { oneOf, optional, orNull, readDate, refuse, rowOf } from "../../core/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { readId, readShare } from "../reading.ts";
import type { IncomeLine } from "../types.ts";
import type { InvalidCreditReason } from "./reasons.ts";

/** Why somebody has credit for income that is booked to another client. */
export const CREDIT_KINDS = ["owner", "referral", "joint-venture"] as const;

/** Why somebody has credit: they own the client, they recommended it, it is a joint venture of theirs. */
export type CreditKind = (typeof CREDIT_KINDS)[number];

/** A share of income in which somebody other than the client it is booked to has a part; of a client or of one line. */
export interface IncomeCredit {
  /** All lines of this client; leave it out or null for a credit of one line. */
  readonly client?: string | null;
  /** This line alone; it replaces a credit of its client for the same recipient and kind. */
  readonly line?: string | null;
  /** Who has the credit: a client id. */
  readonly recipient: string;
  readonly kind: CreditKind;
  /** Decimal string from 0 to 1, both inclusive. */
  readonly weight: DecimalString;
  /** First day; from the beginning without it. */
  readonly from?: LocalDate | null;
  /** Day after the last; without end without it. */
  readonly to?: LocalDate | null;
}

/** The code of a credit that is wrong. */
export const INVALID_CREDIT = "relationship-value/invalid-credit" satisfies RelationshipValueErrorCode;

const readCredit = rowOf<IncomeCredit>({
  client: optional(orNull(readId)),
  line: optional(orNull(readId)),
  recipient: readId,
  kind: oneOf(CREDIT_KINDS),
  weight: readShare,
  from: optional(orNull(readDate)),
  to: optional(orNull(readDate)),
});

/** A credit that was read, with its days as numbers. */
export interface ResolvedCredit {
  readonly row: number;
  readonly credit: IncomeCredit;
  /** First day, and the day after the last. */
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** Refuses a credit for what it means. */
export function refuseMeaning(reason: InvalidCreditReason, path: Path): never {
  return refuse(INVALID_CREDIT, path, reason, { reason });
}

/** Whether two credits are for the same recipient and kind. */
const isSame = (a: IncomeCredit, b: IncomeCredit): boolean => a.recipient === b.recipient && a.kind === b.kind;

/** Credits by what they are of. */
export interface CreditTable {
  readonly ofClients: Map<string, ResolvedCredit[]>;
  readonly ofLines: Map<string, ResolvedCredit[]>;
}

/** Takes a credit into a table, or refuses it. */
export function addCredit(table: CreditTable, row: number, credit: IncomeCredit): void {
  readCredit(credit, [], INVALID_CREDIT);
  const { client = null, line = null, recipient, from = null, to = null } = credit;
  const first = from === null ? -Infinity : toDayNumber(from);
  const end = to === null ? Infinity : toDayNumber(to);
  if (client !== null && line !== null) refuseMeaning("two-targets", ["line"]);
  if (client !== null && client === recipient) refuseMeaning("to-itself", ["recipient"]);
  if (first >= end) refuseMeaning("ends-before-it-begins", ["to"]);
  const target = client ?? line ?? refuseMeaning("no-target", ["client"]);
  const credits = client === null ? table.ofLines : table.ofClients;
  const known = credits.get(target) ?? [];
  if (known.some((other) => isSame(other.credit, credit) && other.from < end && first < other.to)) {
    refuseMeaning("given-twice", []);
  }
  credits.set(target, [...known, { row, credit, from: first, to: end }]);
}

/** The credits of a line that are in force on its last day: its own, and those of its client that they do not replace. */
export function creditsOf(table: CreditTable, line: IncomeLine, lastDay: DayNumber): readonly ResolvedCredit[] {
  const inForce = ({ from, to }: ResolvedCredit): boolean => from <= lastDay && lastDay < to;
  const own = (table.ofLines.get(line.id) ?? []).filter(inForce);
  const general = (table.ofClients.get(line.client) ?? []).filter(inForce);
  return [...own, ...general.filter(({ credit }) => !own.some((other) => isSame(other.credit, credit)))];
}
