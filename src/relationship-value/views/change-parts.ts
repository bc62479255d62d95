import { toMinorUnits, type Money } from "../../money/index.ts";
import type { TracedItem, ValueItem } from "../items.ts";
import type { Statement } from "../types.ts";
import { atRate, originalMinor, type Fraction } from "./prior-rates.ts";
import { sumOf, type StatementLines, type TracedLine } from "./trace.ts";

/** Why a figure changed. */
export const CHANGE_CAUSES = [
  "new",
  "gone",
  "grown",
  "shrunk",
  "exchange-rate",
  "newly-known",
  "no-longer-known",
  "unexplained",
] as const;

/**
 * Why a figure changed: a client's product that was not there before, that is there no more, that brought more or less
 * at the rates of the period before; the exchange rate; an item that had no data, or was withheld, on one side; and
 * what none of these explains.
 */
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** The part of one cause, in minor units, with the ids of its lines. */
interface OpenPart {
  minor: bigint;
  readonly current: string[];
  readonly prior: string[];
}

/** The parts of one change, while they are collected. */
export type OpenParts = Map<ChangeCause, OpenPart>;

/** Adds to the part of a cause; an amount of 0 makes no part. */
export function addPart(
  parts: OpenParts,
  cause: ChangeCause,
  minor: bigint,
  from: Partial<Omit<OpenPart, "minor">> = {},
): void {
  if (minor === 0n) return;
  const part = parts.get(cause) ?? { minor: 0n, current: [], prior: [] };
  parts.set(cause, part);
  part.minor += minor;
  part.current.push(...(from.current ?? []));
  part.prior.push(...(from.prior ?? []));
}

/** What one statement is compared with another by. */
export interface Comparing<C extends string> {
  readonly current: Statement<C>;
  readonly prior: Statement<C>;
  readonly lines: { readonly current: StatementLines<C>; readonly prior: StatementLines<C> } | null;
  readonly rates: ReadonlyMap<string, Fraction>;
}

/** The lines of one client, product and booked item on either side. */
interface Position {
  readonly current: TracedLine[];
  readonly prior: TracedLine[];
}

function positionsOf({ lines }: Comparing<string>, item: TracedItem): Iterable<Position> {
  const positions = new Map<string, Position>();
  for (const side of ["current", "prior"] as const) {
    for (const line of lines?.[side].byItem.get(item) ?? []) {
      const key = JSON.stringify([line.client, line.product, line.booked]);
      const position = positions.get(key) ?? { current: [], prior: [] };
      positions.set(key, position);
      position[side].push(line);
    }
  }
  return positions.values();
}

/** Lines at the rates of before; null where one of them is in a currency without such a rate. */
function atPriorRates({ current, rates }: Comparing<string>, lines: readonly TracedLine[]): bigint | null {
  let sum = 0n;
  for (const { original, rate, amount } of lines) {
    if (rate === null) {
      sum += toMinorUnits(amount);
      continue;
    }
    const before = rates.get(original.currency);
    if (before === undefined) return null;
    const { rounding } = current.conventions;
    sum += atRate(toMinorUnits(original), before, rounding);
  }
  return sum;
}

function addPosition(comparing: Comparing<string>, parts: OpenParts, { current, prior }: Position): void {
  const [now, before] = [sumOf(current), sumOf(prior)];
  const ids = { current: current.map(({ id }) => id), prior: prior.map(({ id }) => id) };
  const asBefore = atPriorRates(comparing, current);
  if (current.length === 0) {
    addPart(parts, "gone", -before, ids);
    return;
  }
  addPart(parts, "exchange-rate", now - (asBefore ?? now), { current: ids.current });
  if (prior.length === 0) addPart(parts, "new", asBefore ?? now, ids);
  else if (asBefore === null) addPart(parts, "unexplained", now - before, ids);
  else addPart(parts, asBefore > before ? "grown" : "shrunk", asBefore - before, ids);
}

/** The parts of the change of an item that has data on both sides, or of what became known of it. */
export function itemParts(comparing: Comparing<string>, item: ValueItem): OpenParts {
  const parts: OpenParts = new Map();
  const [now, before] = [comparing.current.items[item].amount, comparing.prior.items[item].amount];
  if (now === null && before === null) return parts;
  if (before === null && now !== null) addPart(parts, "newly-known", toMinorUnits(now));
  else if (now === null && before !== null) addPart(parts, "no-longer-known", -toMinorUnits(before));
  else {
    if (item !== "referred") {
      for (const position of positionsOf(comparing, item)) addPosition(comparing, parts, position);
    }
    addRest(parts, changeOf(now, before) ?? 0n);
  }
  return parts;
}

/** What the parts do not explain of a change. */
export function addRest(parts: OpenParts, change: bigint): void {
  let rest = change;
  for (const { minor } of parts.values()) rest -= minor;
  addPart(parts, "unexplained", rest);
}

/** Current less prior, in minor units; null where one of them has no data. */
export const changeOf = (now: Money | null, before: Money | null): bigint | null =>
  now === null || before === null ? null : toMinorUnits(now) - toMinorUnits(before);

/**
 * The effect of exchange rates on a total, from what the statements say of their conversions. Of lines that became known
 * it would explain what they already do.
 */
export function addExchange({ current, rates, lines }: Comparing<string>, parts: OpenParts): void {
  if (lines !== null || parts.has("newly-known")) return;
  for (const conversion of current.conversions) {
    const before = rates.get(conversion.rate.from);
    if (before === undefined) continue;
    const asBefore = atRate(originalMinor(conversion), before, current.conventions.rounding);
    const effect = toMinorUnits(conversion.converted) - asBefore;
    addPart(parts, "exchange-rate", effect);
    addPart(parts, "unexplained", -effect);
  }
}
