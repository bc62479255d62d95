import type { DateRange, Period } from "../../calendar/index.ts";
import { formatDecimal, readInteger, toDayNumber, type DecimalString, type RowIssue } from "../../core/index.ts";
import { compareTexts, oneOf, optional, quotientText, refuseValue, shapeOf, type Reader } from "../../core/inner.ts";
import { currencyExponent, fromMinorUnits, type Money, type RoundingMode } from "../../money/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { unreadable } from "../income-line.ts";
import { OPTION, readCurrency, readDays, readOptions, readPeriodIn, readRounding, readRows } from "../reading.ts";
import {
  BALANCE_LISTS,
  readAccount,
  VOLUME_KINDS,
  volumesOf,
  type AccountReading,
  type BalanceList,
  type Days,
  type Volume,
  type VolumeAccount,
  type VolumeKind,
} from "./account.ts";
import {
  compareWithLimit,
  demandInForce,
  deviationOf,
  readDeviationPolicy,
  type DepositDeviation,
  type DepositDeviationPolicy,
} from "./deviation.ts";

/** Period and conventions of volumes. */
export interface VolumeOptions<C extends string = string> {
  readonly period: Period;
  /** What growth is measured against; ends no later than the period begins. */
  readonly prior?: Period;
  readonly currency: C;
  /** Default `changes`. */
  readonly balanceLists?: BalanceList;
  /** The limit that the deposits of all accounts together are compared with; in force on the last day of the period. */
  readonly deviationLimit?: DepositDeviationPolicy;
  /** Fraction digits of rates and deviations, 0 to 12, half-even; default 4. */
  readonly digits?: number;
  /** Of the daily average of each account; default `half-even`. */
  readonly rounding?: RoundingMode;
}

/** A change against the prior period. */
export interface VolumeChange<C extends string = string> {
  readonly prior: Money<C>;
  readonly amount: Money<C>;
  /** Amount over prior; null unless prior is above 0, because over a negative one a rise would look like a fall. */
  readonly rate: DecimalString | null;
}

/** Balances of one or many accounts over a period; parts add up to their total. */
export interface VolumeFigure<C extends string = string> {
  readonly accounts: number;
  /** At the end of the last day (时点余额). */
  readonly periodEnd: Money<C>;
  /** Σ of the daily averages of the accounts, each rounded once (日均余额). */
  readonly average: Money<C>;
  /** Σ balance × days, exact, in major units. */
  readonly balanceDays: DecimalString;
  /** (period end − exact daily average) / exact daily average (偏离度); null where the average is not above 0. */
  readonly deviation: DecimalString | null;
  /** Null without a prior period. */
  readonly growth: { readonly periodEnd: VolumeChange<C>; readonly average: VolumeChange<C> } | null;
}

/** A product of one client. */
export interface ClientVolume<C extends string = string> extends VolumeFigure<C> {
  readonly client: string;
  readonly product: string;
  readonly kind: VolumeKind;
  /** The accounts it is the sum of, in code-unit order. */
  readonly accountIds: readonly string[];
}

/** A product over all clients. */
export interface ProductVolume<C extends string = string> extends VolumeFigure<C> {
  readonly product: string;
  readonly kind: VolumeKind;
}

/** The volumes of accounts (业务量). */
export interface Volumes<C extends string = string> {
  /** By client, product and kind, in code-unit order. */
  readonly clients: readonly ClientVolume<C>[];
  /** By product and kind, in code-unit order. */
  readonly products: readonly ProductVolume<C>[];
  /** Null for a kind without accounts. */
  readonly kinds: Readonly<Record<VolumeKind, VolumeFigure<C> | null>>;
  /** Assets under management: what is beside our balance sheet, without deposits. Null without such accounts. */
  readonly assetsUnderManagement: VolumeFigure<C> | null;
  /** Deposits and assets under management together, which retail banking often calls AUM. Null without either. */
  readonly financialAssets: VolumeFigure<C> | null;
  /** Null without a limit in the options. */
  readonly depositDeviation: DepositDeviation | null;
  /** Accounts that are left out, with why. */
  readonly issues: readonly RowIssue[];
  readonly conventions: {
    readonly period: DateRange;
    readonly prior: DateRange | null;
    readonly days: number;
    readonly currency: C;
    readonly balanceLists: BalanceList;
    readonly digits: number;
    readonly rounding: RoundingMode;
  };
}

const readVolumeOptions: Reader<VolumeOptions> = /* @__PURE__ */ (() =>
  shapeOf<VolumeOptions>({
    period: readPeriodIn,
    prior: optional(readPeriodIn),
    currency: readCurrency,
    balanceLists: optional(oneOf(BALANCE_LISTS)),
    deviationLimit: optional(readDeviationPolicy),
    digits: optional((digits: number, path) => readInteger(digits, path, 0, 12)),
    rounding: optional(readRounding),
  }))();

const daysOf = ({ from, to }: DateRange): Days => ({ from: toDayNumber(from), to: toDayNumber(to) });

/** Running sums of accounts. */
interface Sums {
  accounts: number;
  end: bigint;
  average: bigint;
  balanceDays: bigint;
  priorEnd: bigint;
  priorAverage: bigint;
}

const noSums = (): Sums => ({ accounts: 0, end: 0n, average: 0n, balanceDays: 0n, priorEnd: 0n, priorAverage: 0n });

function addVolume(sums: Sums, now: Volume, before: Volume | null): void {
  sums.accounts++;
  sums.end += now.end;
  sums.average += now.average;
  sums.balanceDays += now.balanceDays;
  if (before === null) return;
  sums.priorEnd += before.end;
  sums.priorAverage += before.average;
}

/** The accounts of one client and product, or of one product. */
interface Group {
  readonly client: string;
  readonly product: string;
  readonly kind: VolumeKind;
  readonly accountIds: string[];
  readonly sums: Sums;
}

/** The group of a key; the length before a client keeps two ids apart wherever one ends. */
function groupOf(groups: Map<string, Group>, client: string, { product, kind }: VolumeAccount): Group {
  const key = `${kind}:${String(client.length)}:${client}${product}`;
  let group = groups.get(key);
  if (group === undefined) {
    group = { client, product, kind, accountIds: [], sums: noSums() };
    groups.set(key, group);
  }
  return group;
}

const inOrder = (groups: ReadonlyMap<string, Group>): Group[] =>
  [...groups.values()].sort(
    (a, b) => compareTexts(a.client, b.client) || compareTexts(a.product, b.product) || compareTexts(a.kind, b.kind),
  );

/** What every figure of one call is written with. */
interface Writing<C extends string> {
  readonly currency: C;
  readonly days: number;
  readonly digits: number;
  readonly hasPrior: boolean;
}

function changeOf<C extends string>(now: bigint, prior: bigint, { currency, digits }: Writing<C>): VolumeChange<C> {
  return {
    prior: fromMinorUnits(prior, currency),
    amount: fromMinorUnits(now - prior, currency),
    rate: prior <= 0n ? null : quotientText(now - prior, prior, digits, "half-even"),
  };
}

function figureOf<C extends string>(sums: Sums, writing: Writing<C>): VolumeFigure<C> {
  const { currency, days, digits, hasPrior } = writing;
  const { accounts, end, average, balanceDays, priorEnd, priorAverage } = sums;
  return {
    accounts,
    periodEnd: fromMinorUnits(end, currency),
    average: fromMinorUnits(average, currency),
    balanceDays: formatDecimal({ coefficient: balanceDays, scale: currencyExponent(currency) }),
    deviation: deviationOf({ end, balanceDays, days }, digits),
    growth: hasPrior
      ? { periodEnd: changeOf(end, priorEnd, writing), average: changeOf(average, priorAverage, writing) }
      : null,
  };
}

/** Kinds that are assets of the client beside our balance sheet. */
const MANAGED: readonly VolumeKind[] = VOLUME_KINDS.filter((kind) => kind !== "deposit" && kind !== "loan");

function sumOf(parts: readonly Sums[]): Sums {
  const whole = noSums();
  for (const part of parts) {
    for (const name of Object.keys(whole) as (keyof Sums)[]) {
      if (name === "accounts") whole.accounts += part.accounts;
      else whole[name] += part[name];
    }
  }
  return whole;
}

/**
 * Period-end balances and daily averages by client and product, with what the clients have beside our balance sheet, growth
 * and the deviation between the two (时点余额, 日均余额, 管理资产, 存款偏离度).
 *
 * A balance at the end of a period can be moved there for a day; the daily average cannot, and income follows it. The average of
 * each account is rounded once; everything above it is a sum, so that products, kinds and clients add up to the cent.
 * Deviations are computed from exact averages. An account with an issue is left out, and the others are computed.
 *
 * @param accounts - in one currency
 * @param options - period, prior period, currency and conventions
 * @returns figures by client and product, by product, by kind; what is left out, with why
 * @throws `relationship-value/invalid-option` with the place, also for a prior period that ends after the period begins
 * @throws `core/no-policy-in-force` when the limit is not in force on the last day of the period
 * @throws `calendar/invalid-period`, `core/invalid-integer`, `money/unknown-currency`, `money/amount-too-large` for a sum of more
 *   than 18 digits
 * @see 银保监办发〔2018〕48号 for the deviation
 * @example
 * const deposit = { id: "A-1", client: "C-1", product: "DEP-CUR", kind: "deposit", history: { opening: money("900", "CNY"), movements: [{ date: "2026-06-30", amount: money("300", "CNY") }] } } as const;
 * const { kinds, depositDeviation } = balanceVolumes([deposit], { period: "2026-06", currency: "CNY", deviationLimit: depositDeviationLimit });
 * kinds.deposit?.periodEnd // => money("1200.00", "CNY")
 * kinds.deposit?.average // => money("910.00", "CNY")
 * kinds.deposit?.deviation // => "0.3187"
 * depositDeviation?.state // => "above"
 * @since 0.1.0
 */
export function balanceVolumes<C extends string>(
  accounts: readonly VolumeAccount<C>[],
  options: VolumeOptions<C>,
): Volumes<C> {
  readOptions<VolumeOptions>(options, readVolumeOptions);
  readRows(accounts, ["accounts"], OPTION);
  const { currency, balanceLists = "changes", deviationLimit, digits = 4, rounding = "half-even" } = options;
  const period = readDays(options.period, ["period"]);
  const prior = options.prior === undefined ? null : readDays(options.prior, ["prior"]);
  const days = daysOf(period);
  if (deviationLimit !== undefined) demandInForce(deviationLimit, period);
  if (prior !== null && toDayNumber(prior.to) > days.from) {
    refuseValue(OPTION, ["prior"], "ends after the period begins", prior.to, { max: period.from });
  }
  const reading: AccountReading = {
    currency,
    days,
    prior: prior === null ? null : daysOf(prior),
    lists: balanceLists,
    rounding,
  };

  const issues: RowIssue[] = [];
  const ids = new Set<string>();
  const byClient = new Map<string, Group>();
  const byProduct = new Map<string, Group>();
  const byKind = new Map<VolumeKind, Sums>();
  for (const [row, given] of Array.from(accounts).entries()) {
    try {
      const account = readAccount(given);
      const { id, client, kind } = account;
      if (ids.has(id)) {
        const code = "relationship-value/repeated-row" satisfies RelationshipValueErrorCode;
        issues.push({ row, code, path: ["id"], details: { id } });
        continue;
      }
      const { now, before } = volumesOf(account, reading);
      ids.add(id);
      const own = groupOf(byClient, client, account);
      own.accountIds.push(id);
      const sums = byKind.get(kind) ?? noSums();
      byKind.set(kind, sums);
      for (const to of [own.sums, groupOf(byProduct, "", account).sums, sums]) addVolume(to, now, before);
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }

  const writing: Writing<C> = { currency, days: days.to - days.from, digits, hasPrior: prior !== null };
  const together = (kinds: readonly VolumeKind[]): VolumeFigure<C> | null => {
    const parts = kinds.flatMap((kind) => byKind.get(kind) ?? []);
    return parts.length === 0 ? null : figureOf(sumOf(parts), writing);
  };
  const deposits = byKind.get("deposit");
  return {
    clients: inOrder(byClient).map(({ client, product, kind, accountIds, sums }) => ({
      client,
      product,
      kind,
      accountIds: accountIds.sort(compareTexts),
      ...figureOf(sums, writing),
    })),
    products: inOrder(byProduct).map(({ product, kind, sums }) => ({ product, kind, ...figureOf(sums, writing) })),
    kinds: Object.fromEntries(VOLUME_KINDS.map((kind) => [kind, together([kind])])) as Volumes<C>["kinds"],
    assetsUnderManagement: together(MANAGED),
    financialAssets: together(["deposit", ...MANAGED]),
    depositDeviation:
      deviationLimit === undefined
        ? null
        : compareWithLimit(
            deposits === undefined ? null : { ...deposits, days: writing.days },
            period,
            deviationLimit,
            digits,
          ),
    issues,
    conventions: { period, prior, days: writing.days, currency, balanceLists, digits, rounding },
  };
}
