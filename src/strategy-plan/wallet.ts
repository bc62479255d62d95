import type { Period } from "../calendar/index.ts";
import type { DecimalString, Path } from "../core/index.ts";
import { add, compare, fromMinorUnits, isZero, ratio, sum, type Money } from "../money/index.ts";
import { minorOf } from "../money/inner.ts";
import type { IncomeBasis, Spend, SpendBasis, WalletShare } from "../relationship-value/index.ts";
import { grouped, walletShareOf } from "../relationship-value/inner.ts";
import { isBlank } from "./blank.ts";
import { reportMoney } from "./issue.ts";
import { isSamePeriod } from "./period.ts";
import type { PlanIssue, Report } from "./reasons.ts";
import { readPlan } from "./read-plan.ts";
import type { EstimatedSpend, PlanRowId, PlanService, StrategyPlan } from "./types.ts";

/** The parts of a wallet that may be missing: ours, and that of another institution. */
export const WALLET_GAPS = ["spend-with-us", "spend-elsewhere"] as const;

/** What keeps a share from being computed. */
export type WalletGap = (typeof WALLET_GAPS)[number];

/** What keeps the services from being added up. */
export const WALLET_TOTAL_GAPS = ["nothing-known", "periods-differ"] as const;

/** Why there is no total: no service is known on both sides, or those that are have spends of several periods. */
export type WalletTotalGap = (typeof WALLET_TOTAL_GAPS)[number];

/** The client's spend on one service. */
export interface ServiceWallet {
  readonly service: PlanRowId;
  /** Name of the service. */
  readonly name: string;
  /** Period of every spend in it; `null` when no spend is known. */
  readonly period: Period | null;
  /** What the client pays us, when that is known; 0 for a service never taken from us. */
  readonly withUs: Money | null;
  /** What is known to be paid to others; `null` when nothing is. */
  readonly elsewhere: Money | null;
  /** Our part, the whole and the share; `null` when a part is missing. */
  readonly wallet: WalletShare | null;
  /** What is missing; empty when `wallet` is present. */
  readonly missing: readonly WalletGap[];
}

/** What the client is estimated to pay one other institution. */
export interface InstitutionSpend {
  readonly institution: PlanRowId;
  readonly name: string;
  readonly amount: Money;
}

/** The whole wallet over the services whose spend is known on both sides, all of one period. */
export interface WalletTotal {
  /** Period of every spend in it; `null` when nothing is spent anywhere, so that no spend has one. */
  readonly period: Period | null;
  readonly withUs: Money;
  readonly elsewhere: Money;
  readonly whole: Money;
  /** `withUs / whole` with four decimals, half-even; `null` when the whole is 0. */
  readonly share: DecimalString | null;
  /** Whether any part is estimated. */
  readonly estimated: boolean;
  /** Services in the total. */
  readonly known: number;
  /** Services the client may need, known or not. */
  readonly n: number;
}

/** Wallet shares of a plan. */
export interface PlanWallet {
  /** One entry per service the client may need, in the order of section 6. */
  readonly services: readonly ServiceWallet[];
  /** `null` when no service's spend is known on both sides, or when those that are known are of several periods. */
  readonly total: WalletTotal | null;
  /** Why there is no total; `null` with one. */
  readonly totalGap: WalletTotalGap | null;
  /**
   * Other institutions by estimated spend in the total's services, largest first; ties in the order of section 5. Empty
   * without a total: spends of several periods do not add up here either.
   */
  readonly institutions: readonly InstitutionSpend[];
  /** Spends that were left out, and services that are of another period than the first, with the reason. */
  readonly issues: readonly PlanIssue[];
}

/** Accrued income is already owed: on the client's side that is a known figure, not an estimate. */
const SPEND_BASIS: Readonly<Record<IncomeBasis, SpendBasis>> = {
  actual: "actual",
  accrued: "actual",
  estimated: "estimated",
};

interface PlacedSpend {
  readonly institution: PlanRowId;
  readonly amount: Money;
}

/** What section 5 says of a spend; `at` is the place of the institution, `row` that of the spend in it. */
interface SpendElsewhere {
  readonly spend: EstimatedSpend;
  readonly institution: PlanRowId;
  readonly at: number;
  readonly row: number;
}

/** What section 5 says, looked up once for all services: spends by service, and places by institution. */
function elsewhereIn({ institutions = [] }: StrategyPlan) {
  const spends = institutions.flatMap(({ id: institution, estimatedSpend = [] }, at) =>
    estimatedSpend.map((spend, row): SpendElsewhere => ({ spend, institution, at, row })),
  );
  const places = grouped([...institutions.keys()], (at) => institutions[at]?.id);
  return { spends: grouped(spends, ({ spend }) => spend.service), places };
}

/**
 * Our share of the client's spend, service by service and in all (我行占客户有关支出的百分比).
 *
 * Share = what the client pays us for the service / (that + Σ what it pays others, field 5.E). Spend is interest and fees
 * paid by the client; our income and balances are other measures.
 *
 * - Services the client does not need (6.A `"no"`) are left out.
 * - A service never taken from us (6.D `"no"`) has 0 with us; otherwise a missing `spendWithUs` leaves the share open.
 * - "No other bank supplies it" (6.B `"no"`) is 0 elsewhere; a supplier named in 6.B without an estimate in 5.E, or no
 *   information about other banks at all, leaves the share open, because a share of 100 % for want of data is the
 *   classic error.
 * - Where rows or spends of section 5 are withheld from a viewer, what is seen is not all: the share is open.
 * - Spends of one service must share period and currency; one that differs is an issue and leaves the share open.
 * - Services add up over one period only: a month of loans and a year of trade finance have no sum. A service of another
 *   period than the first known one is an issue, and there is no total; the shares stay.
 *
 * @param plan - a plan, finished or not
 * @returns shares with their parts, the total over services known on both sides, and issues
 * @throws `money/unknown-currency` for the plan's own currency
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @throws `strategy-plan/empty-id` for another institution whose id is blank
 * @see fields 5.E and 6.F of the plan (客户经理制的管理培训, pp. 8-9)
 * @example
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   institutions: [{ id: "b1", institutionName: "…", estimatedSpend: [{ service: "s1", amount: cny("300000.00"), period: "2025" }] }],
 *   services: [{ id: "s1", service: "Loans", spendWithUs: { amount: cny("100000.00"), period: "2025", basis: "actual" } }] } as const;
 * planWallet(plan).services[0]?.wallet?.share // => "0.2500"
 * planWallet(plan).total?.whole // => { amount: "400000.00", currency: "CNY" }
 * @since 0.1.0
 */
export function planWallet(plan: StrategyPlan): PlanWallet {
  return walletOf(readPlan(plan));
}

/** {@link planWallet} of a plan that has been read. */
export function walletOf(plan: StrategyPlan): PlanWallet {
  const issues: PlanIssue[] = [];
  const elsewhereOf = elsewhereIn(plan);
  const services: ServiceWallet[] = [];
  const known: ServiceWallet[] = [];
  const counted: PlacedSpend[] = [];
  let n = 0;
  let period: Period | null = null;
  let isOnePeriod = true;
  for (const [index, service] of (plan.services ?? []).entries()) {
    if (service.needed === "no") continue;
    n += 1;
    const { result, elsewhere } = spendOn(plan, elsewhereOf, service, index, issues);
    services.push(result);
    if (result.wallet === null) continue;
    known.push(result);
    counted.push(...elsewhere);
    if (result.period !== null && period !== null && !isSamePeriod(result.period, period)) {
      const details = { period: result.period, expected: period };
      issues.push({ code: "strategy-plan/period-differs", path: ["services", index], details });
      isOnePeriod = false;
    }
    period ??= result.period;
  }
  if (!isOnePeriod || known.length === 0) {
    const totalGap = isOnePeriod ? "nothing-known" : "periods-differ";
    return { services, total: null, totalGap, institutions: [], issues };
  }
  const total = totalOf(plan, known, period, n);
  return { services, total, totalGap: null, institutions: byInstitution(plan, counted), issues };
}

function spendOn(
  plan: StrategyPlan,
  { spends, places }: ReturnType<typeof elsewhereIn>,
  service: PlanService,
  index: number,
  issues: PlanIssue[],
): { readonly result: ServiceWallet; readonly elsewhere: readonly PlacedSpend[] } {
  const elsewhere: PlacedSpend[] = [];
  const missing = new Set<WalletGap>();
  let period: Period | null = service.spendWithUs?.period ?? null;

  const report: Report = (code, path, details) => {
    issues.push({ code, path, details } as PlanIssue);
  };
  /** Whether a spend can be added to the others of the service; says why not. */
  const fits = (amount: Money, of: Period, path: Path): boolean => {
    if (!reportMoney(amount, plan.currency, path, report)) return false;
    if (minorOf(amount, path) < 0) {
      report("strategy-plan/negative-spend", path, { service: service.id });
      return false;
    }
    if (period !== null && !isSamePeriod(period, of)) {
      report("strategy-plan/period-differs", path, { period: of, expected: period });
      return false;
    }
    period = of;
    return true;
  };

  let ours: Spend | null = null;
  if (service.spendWithUs !== undefined) {
    const { amount, period: of, basis } = service.spendWithUs;
    if (fits(amount, of, ["services", index, "spendWithUs"])) {
      ours = { amount, basis: SPEND_BASIS[basis] };
    }
  } else if (service.adopted?.answer === "no") ours = { amount: fromMinorUnits(0, plan.currency), basis: "actual" };
  if (ours === null) missing.add("spend-with-us");

  const own = spends.get(service.id) ?? [];
  for (const { spend, institution, at, row } of own) {
    if (fits(spend.amount, spend.period, ["institutions", at, "estimatedSpend", row])) {
      elsewhere.push({ institution, amount: spend.amount });
    } else missing.add("spend-elsewhere");
  }
  if (service.suppliedElsewhere?.answer === "yes") {
    const spending = new Set(own.map(({ at }) => at));
    const named = (service.suppliedElsewhere.institutions ?? []).flatMap((id) => places.get(id) ?? []);
    if (named.some((at) => !spending.has(at))) missing.add("spend-elsewhere");
  }
  const alone = elsewhere.length === 0 && service.suppliedElsewhere?.answer === "no";
  if (!alone && (elsewhere.length === 0 || hasUnseenSpend(plan))) missing.add("spend-elsewhere");

  const wallet =
    ours === null || missing.size > 0
      ? null
      : walletShareOf({
          ours,
          others: alone
            ? "none"
            : elsewhere.map(({ institution, amount }) => ({
                // an institution without an id is an issue of the plan's check; its spend counts all the same
                ...(isBlank(institution) ? {} : { institution }),
                amount,
                basis: "estimated" as const,
              })),
        });
  return {
    result: {
      service: service.id,
      name: service.service,
      period,
      withUs: ours?.amount ?? null,
      elsewhere: elsewhere.length === 0 && !alone ? null : sumOf(plan, elsewhere),
      wallet,
      missing: [...missing],
    },
    elsewhere,
  };
}

/** Whether spends with other institutions may be withheld from the viewer: what is seen of them is not all. */
const hasUnseenSpend = ({ withheld = [] }: StrategyPlan): boolean =>
  withheld.some(
    ({ section, what, fields }) =>
      section === "other-institutions" && (what !== "fields" || fields?.includes("estimatedSpend") === true),
  );

function sumOf(plan: StrategyPlan, spends: readonly PlacedSpend[]): Money {
  return sum(
    plan.currency,
    spends.map((spend) => spend.amount),
  );
}

function totalOf(
  plan: StrategyPlan,
  services: readonly ServiceWallet[],
  period: Period | null,
  n: number,
): WalletTotal {
  const known = services.flatMap(({ wallet }) => (wallet === null ? [] : [wallet]));
  const nothing = fromMinorUnits(0, plan.currency);
  const added = (part: (wallet: WalletShare) => Money): Money => sum(plan.currency, known.map(part));
  const [withUs, elsewhere] = [added(({ ours }) => ours), added(({ others }) => others ?? nothing)];
  const whole = add(withUs, elsewhere);
  return {
    period,
    withUs,
    elsewhere,
    whole,
    share: isZero(whole) ? null : ratio(withUs, whole, 4),
    estimated: known.some((wallet) => wallet.estimated),
    known: known.length,
    n,
  };
}

function byInstitution(plan: StrategyPlan, spends: readonly PlacedSpend[]): readonly InstitutionSpend[] {
  const byId = grouped(spends, ({ institution }) => institution);
  const rows = (plan.institutions ?? []).map(({ id, institutionName }) => ({
    institution: id,
    name: institutionName,
    amount: sumOf(plan, byId.get(id) ?? []),
  }));
  return rows.filter((row) => !isZero(row.amount)).sort((a, b) => compare(b.amount, a.amount));
}
