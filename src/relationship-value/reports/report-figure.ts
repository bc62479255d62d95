import type { DecimalString } from "../../core/index.ts";
import { ratio, subtract, toMinorUnits, type Money } from "../../money/index.ts";
import { bookedItems, incomeBases, valueItems, type IncomeBasis, type ValueItem } from "../items.ts";
import { NO_CELL, valueFigures, type Cell } from "../statement/figures.ts";
import type { BasisSplit, DataStatus, ItemFigure, ItemStatus, ValueFigures } from "../types.ts";
import type { ReadDossier } from "./gathering.ts";

/** Fraction digits of shares and rates of change. */
const DIGITS = 4;

/** A figure of a report beside that of the period before. */
export interface ReportFigure<C extends string = string> {
  readonly status: ItemStatus | DataStatus;
  /** `null` without data, and for a view. */
  readonly amount: Money<C> | null;
  /** The part of the amount that is an estimate; `null` where nothing is. */
  readonly estimated: Money<C> | null;
  /** `null` without data of the prior period, and where nothing is compared. */
  readonly prior: Money<C> | null;
  /** amount − prior; `null` where one of the two is. */
  readonly change: Money<C> | null;
  /** change / prior, 4 digits, half-even; `null` where the prior amount is not above 0. */
  readonly changeRate: DecimalString | null;
  /** False where a client, or an item the figure adds up, has data of one of the two periods only: not like for like. */
  readonly comparable: boolean;
  /** Part of the report's total, 4 digits, half-even; `null` where the total is not above 0, and for an item beside it. */
  readonly share: DecimalString | null;
  readonly lineCount: number;
}

/** Figures of one period and of the one before; null where nothing is compared. */
export interface PairOfFigures<C extends string> {
  readonly now: ValueFigures<C>;
  readonly before: ValueFigures<C> | null;
  readonly comparable: boolean;
}

/**
 * The lines of an item by basis: figures tell how many there are in all, and of which bases there are any.
 */
function cellsOf({ byBasis, lineCount }: ItemFigure, into: (basis: IncomeBasis, cell: Cell) => void): void {
  let left = lineCount - incomeBases.filter((basis) => byBasis[basis] !== null).length;
  for (const basis of incomeBases) {
    const part = byBasis[basis];
    if (part === null) continue;
    into(basis, { minor: toMinorUnits(part), lineCount: 1 + left });
    left = 0;
  }
}

const isBooked = (item: ValueItem): boolean => (bookedItems as readonly ValueItem[]).includes(item);

/** The figures of several dossiers of one period together, as a book has them. */
function figuresOf<C extends string>(
  dossiers: readonly ReadDossier<C>[],
  which: "value" | "prior",
  currency: C,
  withRelated: boolean,
): ValueFigures<C> {
  const cells = new Map<string, Cell>();
  const beside = new Set<ValueItem>();
  const unknown = new Set<ValueItem>();
  const known = new Set<ValueItem>();
  const withheld = new Set<ValueItem>();
  const counts = (item: ValueItem): boolean => withRelated || isBooked(item);
  const look = (item: ValueItem, figure: ItemFigure<C>): void => {
    (figure.amount === null ? unknown : known).add(item);
    if (!figure.inTotal) beside.add(item);
    if (!counts(item)) return;
    if (figure.status === "withheld") withheld.add(item);
    cellsOf(figure, (basis, cell) => {
      const key = `${item} ${basis}`;
      const { minor, lineCount } = cells.get(key) ?? NO_CELL;
      cells.set(key, { minor: minor + cell.minor, lineCount: lineCount + cell.lineCount });
    });
  };
  let nothing = 0;
  for (const dossier of dossiers) {
    const value = dossier[which];
    if (value === "none") nothing++;
    else if (value !== null) for (const item of valueItems) look(item, value.items[item]);
  }
  const withoutData = dossiers.some((dossier) => dossier[which] === null);
  const isNone = (item: ValueItem): boolean => !withoutData && !unknown.has(item) && (known.has(item) || nothing > 0);
  return valueFigures({
    currency,
    cell: (item, basis) => cells.get(`${item} ${basis}`) ?? NO_CELL,
    withoutLines: (item) => (!counts(item) ? "view" : isNone(item) ? "stated-none" : "no-data"),
    inTotal: (item) => counts(item) && !beside.has(item),
    isWithheld: (item) => withheld.has(item),
  });
}

/** How figures of dossiers are put together. */
export interface PairTerms<C extends string> {
  readonly currency: C;
  readonly isCompared: boolean;
  /** Whether the items of the second head, views of lines booked elsewhere, are added up. */
  readonly withRelated: boolean;
}

/** The figures of several dossiers in both periods. */
export function pairOf<C extends string>(
  dossiers: readonly ReadDossier<C>[],
  { currency, isCompared, withRelated }: PairTerms<C>,
): PairOfFigures<C> {
  return {
    now: figuresOf(dossiers, "value", currency, withRelated),
    before: isCompared ? figuresOf(dossiers, "prior", currency, withRelated) : null,
    comparable: dossiers.every(({ value, prior }) => (value === null) === (prior === null)),
  };
}

/** A figure of one period, as statements and books have it. */
export interface SideFigure<C extends string> {
  readonly status: ItemStatus | DataStatus;
  readonly amount: Money<C> | null;
  readonly byBasis: BasisSplit<C>;
  readonly lineCount: number;
}

const HAS_FIGURE: Readonly<Record<ItemStatus | DataStatus, boolean>> = {
  stated: true,
  "partly-stated": true,
  "stated-none": true,
  "no-data": false,
  view: false,
  withheld: false,
};

/** Whether an amount of a status is a figure: what nobody has data for is not 0. */
export const hasFigure = (status: ItemStatus | DataStatus): boolean => HAS_FIGURE[status];

const shownOf = <C extends string>(side: SideFigure<C> | null): Money<C> | null =>
  side !== null && hasFigure(side.status) ? side.amount : null;

/** Part of a whole; null without either, and of what is not above 0, of which nothing is a part. */
export const shareOf = (part: Money | null, whole: Money | null): DecimalString | null =>
  part === null || whole === null || toMinorUnits(whole) <= 0n ? null : ratio(part, whole, DIGITS);

/** A figure beside that of the period before. */
export function reportFigure<C extends string>(
  now: SideFigure<C>,
  before: SideFigure<C> | null,
  { whole, comparable }: { readonly whole: Money<C> | null; readonly comparable: boolean },
): ReportFigure<C> {
  const amount = shownOf(now);
  const prior = shownOf(before);
  const change = amount === null || prior === null ? null : subtract(amount, prior);
  return {
    status: now.status,
    amount,
    estimated: amount === null ? null : now.byBasis.estimated,
    prior,
    change,
    changeRate: shareOf(change, prior),
    comparable: before === null || comparable,
    share: shareOf(amount, whole),
    lineCount: now.lineCount,
  };
}

/** Whether there is data of both sides, or of neither; that something is known to be nothing weighs nothing. */
const onBothOrNeither = (now: SideFigure<string>, before: SideFigure<string>): boolean =>
  hasFigure(now.status) === hasFigure(before.status) || now.lineCount + before.lineCount === 0;

/** An item as far as a head and the total add it up. */
const partOf = <C extends string>({ items }: ValueFigures<C>, item: ValueItem): SideFigure<C> | null =>
  items[item].inTotal ? items[item] : null;

/** Whether a whole is of the same in both periods: of the same clients, and its items have data of both or of neither. */
export function isLikeForLike<C extends string>(
  { now, before, comparable }: PairOfFigures<C>,
  items: readonly ValueItem[],
): boolean {
  if (before === null || !comparable) return comparable;
  return items.every((item) => {
    const [part, other] = [partOf(now, item), partOf(before, item)];
    // what one period alone adds up weighs what its lines do
    if (part === null || other === null) return (part ?? other ?? NO_CELL).lineCount === 0;
    return onBothOrNeither(part, other);
  });
}

/** The total of figures as one figure. */
export const totalSide = <C extends string>({ total, totalDetail }: ValueFigures<C>): SideFigure<C> => ({
  amount: total,
  ...totalDetail,
});
