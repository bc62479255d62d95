import type { DateRange } from "../../calendar/index.ts";
import type { Path } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import type { Money, MoneyErrorCode } from "../../money/index.ts";
import { minorIn } from "../../money/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { headOf } from "../head-of.ts";
import { incomeBases, valueHeads, valueItems, type ValueItem } from "../items.ts";
import type { ItemFigure } from "../types.ts";
import type { ReportedValue } from "./dossier.ts";

const INVALID_ROW = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

/** What income is read against. */
interface ValuePlace {
  readonly path: Path;
  readonly client: string;
  readonly currency: string;
  /** Null where nothing is compared. */
  readonly period: DateRange | null;
}

/** Refuses income of another client, currency or period, and income that does not add up. */
export function ownValue(
  value: ReportedValue | "none" | null,
  { path, client, currency, period }: ValuePlace,
): ReportedValue | "none" | null {
  if (value === null || value === "none") return value;
  const code: RelationshipValueErrorCode = "relationship-value/value-of-another";
  const owner = value.client ?? client;
  if (owner !== client) refuse(code, [...path, "client"], "another client", { received: owner, expected: client });
  const own = value.conventions?.period ?? null;
  if (own !== null && period !== null && (own.from !== period.from || own.to !== period.to)) {
    refuse(code, [...path, "conventions", "period"], "another period", { received: own, expected: period });
  }
  const stated = value.conventions?.currency ?? currency;
  if (stated !== currency) {
    const other: MoneyErrorCode = "money/currency-mismatch";
    const at = [...path, "conventions", "currency"];
    refuse(other, at, "another currency", { expected: currency, received: stated });
  }
  for (const item of valueItems) readSums(value.items[item], currency, [...path, "items", item]);
  matchWholes(value, currency, path);
  return value;
}

/** Refuses heads and a total that are not what the items in them add up to. */
function matchWholes({ items, heads, total }: ReportedValue, currency: string, path: Path): void {
  const minorOf = (amount: Money | null, at: Path): bigint =>
    amount === null ? 0n : BigInt(minorIn(currency, amount, at));
  const added = (of: readonly ValueItem[]): bigint =>
    of
      .filter((item) => items[item].inTotal)
      .reduce((sum, item) => sum + minorOf(items[item].amount, [...path, "items", item, "amount"]), 0n);
  const look = (whole: Money | null, of: readonly ValueItem[], at: Path): void => {
    if (whole !== null && minorOf(whole, at) !== added(of)) refuse(INVALID_ROW, at, "not the sum of its items", {});
  };
  for (const head of valueHeads) {
    const of = valueItems.filter((item) => headOf(item) === head);
    look(heads?.[head] ?? null, of, [...path, "heads", head]);
  }
  look(total ?? null, valueItems, [...path, "total"]);
}

/** Whether an item of a status has an amount. */
const HAS_AMOUNT: Readonly<Record<ItemFigure["status"], boolean>> = {
  stated: true,
  "stated-none": true,
  "no-data": false,
  view: false,
  withheld: false,
};

/** Refuses an item whose parts do not add up to its amount, or that has an amount and no data. */
function readSums(figure: ItemFigure, currency: string, path: Path): ItemFigure {
  const { status, amount, byBasis, lineCount } = figure;
  let parts = 0n;
  let bases = 0;
  for (const basis of incomeBases) {
    const part = byBasis[basis];
    if (part === null) continue;
    parts += BigInt(minorIn(currency, part, [...path, "byBasis", basis]));
    bases++;
  }
  const whole = amount === null ? null : BigInt(minorIn(currency, amount, [...path, "amount"]));
  const isStated = status === "stated";
  if ((whole !== null) !== HAS_AMOUNT[status]) refuse(INVALID_ROW, [...path, "amount"], "not what its status says", {});
  if ((whole ?? 0n) !== parts) refuse(INVALID_ROW, [...path, "byBasis"], "does not add up to the amount", {});
  if (lineCount < bases || isStated !== lineCount > 0) {
    refuse(INVALID_ROW, [...path, "lineCount"], "not as many lines as there are figures", {});
  }
  return figure;
}
