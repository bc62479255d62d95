import type { DateRange, Period } from "../calendar/index.ts";
import type { DecimalString, LocalDate } from "../core/index.ts";
import type { ExchangeRate, Money, RoundingMode } from "../money/index.ts";
import type { BookedItem, GroupItem, IncomeBasis, RelatedItem, TracedItem, ValueHead, ValueItem } from "./items.ts";

/** One piece of the bank's income from one client, booked once, whoever else takes credit for it. */
export interface IncomeLine {
  /** Unique in the book. */
  readonly id: string;
  /** The client it is booked to. */
  readonly client: string;
  /** The bank's product code; only `transferRate` and the trace read it. */
  readonly product: string;
  readonly item: BookedItem;
  /** When it was earned; must lie within the requested period, because nothing is prorated. */
  readonly period: Period;
  /** Negative for a cost or a reversal. */
  readonly amount: Money;
  readonly basis: IncomeBasis;
  /** Ledger, system or document it comes from. */
  readonly source?: string;
  /** For advertising and sponsorship: that they are not the price of credit. */
  readonly clearance?: IncomeClearance;
}

/** What a bank has to be able to show of advertising or sponsorship by a client who has credit. */
export interface IncomeClearance {
  /** The client does it freely, without having been pressed. */
  readonly voluntary: boolean;
  /** It is not a condition of a loan, its price or its terms. */
  readonly unrelatedToCredit: boolean;
  /** Staff id of whoever approved it; null or left out while nobody has. */
  readonly approvedBy?: string | null;
  /** Not after the period of the line begins; null or left out while nobody has approved it. */
  readonly approvedOn?: LocalDate | null;
}

/** What may be missing of a clearance. */
export const CLEARANCE_GAPS = [
  "not-marked",
  "not-voluntary",
  "tied-to-credit",
  "not-approved",
  "approved-afterwards",
] as const;

/** What is missing of a clearance: all of it, an answer that is no, or an approval from before the income began. */
export type ClearanceGap = (typeof CLEARANCE_GAPS)[number];

/**
 * Other clients of the bank whose value is credited to a client (second head), by client id.
 *
 * A client named in two lists counts once: subsidiary before affiliate before referred.
 */
export interface ValueGroup {
  /** Companies the client controls (子公司). */
  readonly subsidiaries?: readonly string[];
  /** Companies related to the client without its control (关连公司). */
  readonly affiliates?: readonly string[];
  /** Clients won through the client's recommendation (由客户推介而建立的其它客户关系). */
  readonly referred?: readonly string[];
}

/** What may be known of an item. */
export const ITEM_STATUSES = ["stated", "stated-none", "no-data", "view", "withheld"] as const;

/**
 * What is known of an item: `stated` has lines; `stated-none` is known to be nothing; `no-data` is unknown and is never
 * shown as 0; `view` is a related item at book level, where adding it would count lines twice; `withheld` are referred
 * clients too few for a sum that does not give one of them away, in no figure.
 */
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What may be known of a head or a total. */
export const DATA_STATUSES = ["stated", "partly-stated", "no-data", "view"] as const;

/**
 * What is known of a head or a total: of all its items, of some, of none. A figure without data is shown as "no data",
 * never as 0; `view` is the second head at book level.
 */
export type DataStatus = (typeof DATA_STATUSES)[number];

/** An amount split by how certain it is; `null` where no line of that basis exists. */
export type BasisSplit<C extends string = string> = Readonly<Record<IncomeBasis, Money<C> | null>>;

/** One of the eleven items. */
export interface ItemFigure<C extends string = string> {
  readonly status: ItemStatus;
  /** `null` unless the status is `stated` or `stated-none`. */
  readonly amount: Money<C> | null;
  readonly byBasis: BasisSplit<C>;
  readonly lineCount: number;
  /** Whether head and total contain it; false for referred clients reported beside them. */
  readonly inTotal: boolean;
}

/** What is behind the amount of a head or of the total. */
export interface FigureDetail<C extends string = string> {
  readonly status: DataStatus;
  /** Parts add up to the amount. */
  readonly byBasis: BasisSplit<C>;
  readonly lineCount: number;
  /** Estimated part of the amount, 4 digits; `null` when the amount is 0. Outside 0 to 1 where parts differ in sign. */
  readonly estimatedShare: DecimalString | null;
}

/** Income under three heads and eleven items: direct + related + other = total, and each head is the sum of its items. */
export interface ValueFigures<C extends string = string> {
  /** 0 where there is no data, so that it can be added; show a head through `headDetails[head].status`. */
  readonly heads: Readonly<Record<ValueHead, Money<C>>>;
  readonly headDetails: Readonly<Record<ValueHead, FigureDetail<C>>>;
  readonly items: Readonly<Record<ValueItem, ItemFigure<C>>>;
  /** 0 where there is no data; show it through `totalDetail.status`. */
  readonly total: Money<C>;
  readonly totalDetail: FigureDetail<C>;
}

/** Days whose rate may convert a line. */
export const RATE_DAYS = ["line-end", "period-end"] as const;

/** Which day's rate converts a line: the last day of the line's own period, or the last day of the requested period. */
export type RateDay = (typeof RATE_DAYS)[number];

/** How the value of referred clients may be shown. */
export const REFERRED_TREATMENTS = ["inside", "beside"] as const;

/** Whether the value of referred clients is inside the second head or reported beside it. */
export type ReferredTreatment = (typeof REFERRED_TREATMENTS)[number];

/** What the figures rest on, echoed. */
export interface ValueConventions<C extends string = string> {
  readonly period: DateRange;
  readonly currency: C;
  /** Rounding happens once per line, after converting, to the minor unit of the currency. */
  readonly rounding: RoundingMode;
  readonly rateDay: RateDay;
}

/** All lines converted at one rate; `original × rate = converted + roundingDifference`, exactly. */
export interface ConversionFigure<C extends string = string> {
  readonly rate: ExchangeRate<string, C>;
  readonly lineCount: number;
  /** Sum of the lines before converting, decimal string in the rate's `from` currency. */
  readonly original: DecimalString;
  /** Sum of the lines after converting and rounding each. */
  readonly converted: Money<C>;
  /** Exact value less rounded value, decimal string in the statement's currency. */
  readonly roundingDifference: DecimalString;
}

/** One subsidiary's or affiliate's share in the second head. */
export interface RelatedClientFigure<C extends string = string> {
  readonly client: string;
  /** The item it counts under, after precedence. */
  readonly item: GroupItem;
  /** The other items it is named under, each of which would have claimed the same amount; in order of precedence. */
  readonly alsoNamed: readonly RelatedItem[];
  /** All booked items of that client together; `null` without lines. */
  readonly amount: Money<C> | null;
  readonly lineCount: number;
}

/** What a statement tells of referred clients besides their sum: how many, and never who or how much each. */
export interface ReferredClients {
  /** Clients that count as referred, after precedence. */
  readonly count: number;
  /** Those of them with at least one line that counts. */
  readonly withLines: number;
  /** Bases whose lines are in no figure, because fewer than `fewestReferred` clients have any. */
  readonly withheld: readonly IncomeBasis[];
}

/** The value statement of one client relationship (客户价值). */
export interface Statement<C extends string = string> extends ValueFigures<C> {
  readonly client: string;
  /** Each subsidiary and affiliate once, in code-unit order; referred clients are not named. */
  readonly relatedClients: readonly RelatedClientFigure<C>[];
  readonly referredClients: ReferredClients;
  /** Ids of the lines behind each item, in code-unit order; each line is under one item only. */
  readonly trace: Readonly<Record<TracedItem, readonly string[]>>;
  /** One entry per rate, by currency and date, over the lines in `trace`: those of referred clients are in none. */
  readonly conversions: readonly ConversionFigure<C>[];
  readonly lines: LineAccount;
  readonly conventions: StatementConventions<C>;
}

/** Where every line given went: `counted + otherClients + refused = given`. */
export interface LineAccount {
  readonly given: number;
  /** In an item of the statement, inside or beside the total, or withheld. */
  readonly counted: number;
  /** Booked to clients outside the relationship; looked at for their id only. */
  readonly otherClients: number;
  /** Rows with an issue. */
  readonly refused: number;
}

/** The conventions of a statement. */
export interface StatementConventions<C extends string = string> extends ValueConventions<C> {
  readonly referred: ReferredTreatment;
  readonly fewestReferred: number;
}

/** What to state. */
export interface StatementOptions<C extends string = string> {
  readonly client: string;
  readonly group?: ValueGroup;
  readonly period: Period;
  readonly currency: C;
  /** Dated rates into `currency`; the latest on or before the rate day is used, never an inverse or a cross rate. */
  readonly rates?: readonly ExchangeRate[];
  /** Default `line-end`. */
  readonly rateDay?: RateDay;
  /** Default `half-even`. */
  readonly rounding?: RoundingMode;
  /** Default `inside`, as the source's table has it (item 2.3 of the second head). */
  readonly referred?: ReferredTreatment;
  /**
   * How many referred clients must have lines of a basis for their sum to be in the figures; 1 or more. Default 2: a sum
   * over one client is that client's own figure. What is withheld is in no item, head or total.
   */
  readonly fewestReferred?: number;
  /** Items known to have brought nothing: shown as 0 instead of "no data". */
  readonly statedNone?: readonly ValueItem[];
  /** Whether the client has a loan, a limit or another credit; lines of it or a subsidiary booked as `asset` say so too. Default false. */
  readonly clientHasCredit?: boolean;
}
