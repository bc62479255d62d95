import { addDecimals, issueOf, readDecimal, type DecimalString, type RowIssue } from "../../core/index.ts";
import { compareTexts, optional, roundExact, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import { amountOrIssue, identityIssue, scanTerms, unreadable, type ReadTerms } from "../income-line.ts";
import { bookedItems, incomeBases, type BookedItem, type IncomeBasis } from "../items.ts";
import { OPTION, readOptions, readRows } from "../reading.ts";
import { readingMembers, resolveReading, type ReadingOptions } from "../statement/context.ts";
import { FEWEST_REFERRED, readFewest } from "../statement/related.ts";
import type { BasisSplit, IncomeLine, StatementOptions, ValueConventions } from "../types.ts";
import {
  addCredit,
  CREDIT_KINDS,
  creditsOf,
  refuseMeaning,
  type CreditKind,
  type CreditTable,
  type IncomeCredit,
} from "./credit.ts";

/** How credits are shown; the options of a statement, without a client. */
export type CreditOptions<C extends string = string> = Pick<
  StatementOptions<C>,
  "period" | "currency" | "rates" | "rateDay" | "rounding" | "fewestReferred"
>;

/** A line as it is credited. */
export interface CreditedLine<C extends string = string> {
  readonly id: string;
  readonly client: string;
  readonly item: BookedItem;
  readonly basis: IncomeBasis;
  /** As it counts for the client it is booked to. */
  readonly amount: Money<C>;
  readonly weight: DecimalString;
  /** `amount` × `weight`, rounded once. */
  readonly credited: Money<C>;
}

/** What one recipient is credited with for one reason: a view, part of no total. */
export interface CreditView<C extends string = string> {
  readonly recipient: string;
  readonly kind: CreditKind;
  /** The sum of the lines as they are credited; null without lines, and where all is withheld. */
  readonly amount: Money<C> | null;
  readonly byBasis: BasisSplit<C>;
  readonly lineCount: number;
  /** Clients the lines are booked to. */
  readonly clientCount: number;
  /** In code-unit order of their ids; null for a referral, of which the referrer sees a sum only. */
  readonly lines: readonly CreditedLine<C>[] | null;
  /** Bases of a referral that are in no figure, because fewer than `fewestReferred` clients have lines of them. */
  readonly withheld: readonly IncomeBasis[];
}

/** A line with more than one credit. */
export interface SharedLine {
  readonly id: string;
  readonly credits: number;
  /** Sum of the weights; above 1 where the line is credited more than once over. */
  readonly weight: DecimalString;
}

/** Credits of income to others than the client it is booked to. */
export interface CreditViews<C extends string = string> {
  /** These amounts are counted where they are booked, and must be added to nothing: not to a total, nor to each other. */
  readonly memo: true;
  /** By recipient in code-unit order, then in the order of `CREDIT_KINDS`. */
  readonly views: readonly CreditView<C>[];
  /** In code-unit order of the lines; for the bank's own eyes. */
  readonly shared: readonly SharedLine[];
  /** Rows of the lines that could not be counted. */
  readonly issues: readonly RowIssue[];
  /** Rows of the credits that could not be used. */
  readonly creditIssues: readonly RowIssue[];
  readonly conventions: ValueConventions<C> & { readonly fewestReferred: number };
}

interface ReadingCredits extends ReadingOptions<string> {
  readonly fewestReferred?: number;
}

const readCredits: Reader<ReadingCredits> = shapeOf<ReadingCredits>({
  ...readingMembers,
  fewestReferred: optional(readFewest),
});

/** One line with one credit. */
interface Credited<C extends string> {
  readonly line: CreditedLine<C>;
  readonly minor: bigint;
}

/** The lines of one recipient and kind, while they are collected. */
interface OpenView<C extends string> {
  readonly recipient: string;
  readonly kind: CreditKind;
  readonly credited: Credited<C>[];
}

/**
 * Income credited to others than the client it is booked to: its owner, whoever recommended it, the partners of a joint
 * venture (记功 / 视同贡献).
 *
 * The same income may be credited to several, and to more than one whole: `shared` says which lines. Every amount is a
 * view of lines that count where they are booked, so none of them is added to a statement, a book or another view. The
 * amount of a line is that of a statement, converted once, times the weight, rounded once; a view is the sum of its
 * lines as they are credited.
 *
 * A credit holds for a line when it is in force on the last day of the line's period; nothing is prorated. A credit of a
 * line replaces that of its client for the same recipient and kind.
 *
 * What a referrer may know of the clients they recommended is a sum over enough of them: a view of kind `referral` has
 * no lines, and what fewer than `fewestReferred` clients have on a basis is left out. The whole answer is the bank's
 * own; give a recipient their view alone.
 *
 * @param lines - income lines of any number of clients
 * @param credits - who has which part of which income
 * @param options - period, currency and conventions, as for a statement
 * @returns a view for each recipient and kind, those without a line included, and the issues of both lists by row
 * @throws `relationship-value/invalid-option`, `relationship-value/invalid-rate`, `relationship-value/ambiguous-rate`
 * @throws `calendar/invalid-period`, `money/unknown-currency`, `money/invalid-rounding`
 * @throws `money/amount-too-large` when a figure has more than 18 digits
 * @example
 * const lines: IncomeLine[] = [
 *   { id: "L1", client: "JV", product: "loan", item: "asset", period: "2026-Q1", amount: money("1000.01", "CNY"), basis: "actual" },
 *   { id: "L2", client: "JV", product: "trade", item: "intermediary", period: "2026-Q1", amount: money("500", "CNY"), basis: "actual" },
 * ];
 * const credits: IncomeCredit[] = [
 *   { client: "JV", recipient: "P-1", kind: "joint-venture", weight: "0.5" },
 *   { client: "JV", recipient: "P-2", kind: "joint-venture", weight: "0.5" },
 *   { line: "L2", recipient: "C-9", kind: "owner", weight: "0.25" },
 * ];
 * const { views, shared } = creditViews(lines, credits, { period: "2026", currency: "CNY" });
 * views.map(({ recipient, kind, amount }) => [recipient, kind, amount?.amount]) // => [["C-9", "owner", "125.00"], ["P-1", "joint-venture", "750.00"], ["P-2", "joint-venture", "750.00"]]
 * shared // => [{ id: "L1", credits: 2, weight: "1.0" }, { id: "L2", credits: 3, weight: "1.25" }]
 * @since 0.1.0
 */
export function creditViews<C extends string>(
  lines: readonly IncomeLine[],
  credits: readonly IncomeCredit[],
  options: CreditOptions<C>,
): CreditViews<C> {
  readOptions<ReadingCredits>(options, readCredits);
  readRows(lines, ["lines"], OPTION);
  readRows(credits, ["credits"], OPTION);
  const { currency, fewestReferred = FEWEST_REFERRED } = options;
  const { context, conventions } = resolveReading(options);
  const creditIssues: RowIssue[] = [];
  const issues: RowIssue[] = [];
  const table: CreditTable = { ofClients: new Map(), ofLines: new Map() };
  const views = new Map<string, OpenView<C>>();
  const shared: SharedLine[] = [];

  const viewOf = ({ recipient, kind }: IncomeCredit): OpenView<C> => {
    const key = `${kind} ${recipient}`;
    const view = views.get(key) ?? { recipient, kind, credited: [] };
    views.set(key, view);
    return view;
  };
  /** Whether a row of the credits is in order; otherwise it has its issue. */
  const isRead = (row: number, read: () => void): boolean => {
    try {
      read();
      return true;
    } catch (e) {
      creditIssues.push({ row, ...issueOf(e) });
      return false;
    }
  };

  for (const [row, credit] of credits.entries()) {
    isRead(row, () => {
      addCredit(table, row, credit);
    });
  }

  const clientOf = new Map<string, string>();
  const terms: ReadTerms = { item: 0, basis: 0, firstDay: 0, lastDay: 0 };
  for (const [row, line] of lines.entries()) {
    try {
      const wrongLine = identityIssue(context, line, true) ?? scanTerms(context, line, terms);
      const minor = wrongLine ?? amountOrIssue(context, line, terms.lastDay);
      if (typeof minor !== "bigint") {
        issues.push({ row, ...minor });
        continue;
      }
      clientOf.set(line.id, line.client);
      const own = creditsOf(table, line, terms.lastDay).filter(({ credit }) => credit.recipient !== line.client);
      for (const { credit } of own) {
        const { coefficient, scale } = readDecimal(credit.weight);
        const part = roundExact({ coefficient: minor * coefficient, scale }, 0, context.rounding);
        const { id, client, basis } = line;
        const item = bookedItems[terms.item] ?? "asset";
        const amount = fromMinorUnits(minor, currency);
        const credited = fromMinorUnits(part, currency);
        viewOf(credit).credited.push({
          minor: part,
          line: { id, client, item, basis, amount, weight: credit.weight, credited },
        });
      }
      if (own.length > 1) {
        const weight = own.reduce((sum, { credit }) => addDecimals(sum, credit.weight), "0");
        shared.push({ id: line.id, credits: own.length, weight });
      }
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }

  for (const { row, credit } of [...table.ofClients.values(), ...table.ofLines.values()].flat()) {
    const client = credit.line === undefined || credit.line === null ? null : clientOf.get(credit.line);
    const isOfLine = isRead(row, () => {
      if (client === undefined) refuseMeaning("unknown-line", ["line"]);
      if (client === credit.recipient) refuseMeaning("to-itself", ["recipient"]);
    });
    if (isOfLine) viewOf(credit);
  }
  return {
    memo: true,
    views: [...views.values()].sort(byRecipient).map((view) => closeView(view, currency, fewestReferred)),
    shared: shared.sort((a, b) => compareTexts(a.id, b.id)),
    issues,
    creditIssues: creditIssues.sort((a, b) => a.row - b.row),
    conventions: { ...conventions, fewestReferred },
  };
}

function byRecipient(a: OpenView<string>, b: OpenView<string>): number {
  return compareTexts(a.recipient, b.recipient) || CREDIT_KINDS.indexOf(a.kind) - CREDIT_KINDS.indexOf(b.kind);
}

const clientsOf = (credited: readonly Credited<string>[]): number =>
  new Set(credited.map(({ line }) => line.client)).size;

/** Whether the recipient of a kind may see the lines; a referrer sees a sum, because the clients are not theirs. */
function seesLines(kind: CreditKind): boolean {
  switch (kind) {
    case "owner":
    case "joint-venture":
      return true;
    case "referral":
      return false;
  }
}

function closeView<C extends string>(
  { recipient, kind, credited }: OpenView<C>,
  currency: C,
  fewestReferred: number,
): CreditView<C> {
  const isOpen = seesLines(kind);
  const on = (basis: IncomeBasis): readonly Credited<C>[] => credited.filter(({ line }) => line.basis === basis);
  // a client credited with 0 hides nobody
  const hiding = (part: readonly Credited<C>[]): readonly Credited<C>[] =>
    fewestReferred === 1 ? part : part.filter(({ minor }) => minor !== 0n);
  const withheld = isOpen
    ? []
    : incomeBases.filter((basis) => on(basis).length > 0 && clientsOf(hiding(on(basis))) < fewestReferred);
  const shown = credited.filter(({ line }) => !withheld.includes(line.basis));
  const sum = (part: readonly Credited<C>[]): Money<C> | null =>
    part.length === 0
      ? null
      : fromMinorUnits(
          part.reduce((total, { minor }) => total + minor, 0n),
          currency,
        );
  const part = (basis: IncomeBasis): Money<C> | null => (withheld.includes(basis) ? null : sum(on(basis)));
  return {
    recipient,
    kind,
    amount: sum(shown),
    byBasis: { actual: part("actual"), accrued: part("accrued"), estimated: part("estimated") },
    lineCount: shown.length,
    clientCount: clientsOf(credited),
    lines: isOpen ? credited.map(({ line }) => line).sort((a, b) => compareTexts(a.id, b.id)) : null,
    withheld,
  };
}
