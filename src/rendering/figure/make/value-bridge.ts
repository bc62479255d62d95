import { listOf, oneOf, optional, orNull, readDate, readText, refuse, rowOf, shapeOf } from "../../../core/inner.ts";
import type { DateRange } from "../../../calendar/index.ts";
import type { Path } from "../../../core/index.ts";
import { fromMinorUnits, type Money } from "../../../money/index.ts";
import { minorIn } from "../../../money/inner.ts";
import {
  CHANGE_CAUSES,
  VALUE_MOVEMENTS,
  valueHeads,
  type ChangePart,
  type FigureChange,
  type MovementRow,
  type StatementComparison,
  type ValueHead,
  type ValueMigration,
} from "../../../relationship-value/index.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { lengthOf, validMoney } from "../../plan/figure-text.ts";
import { toneOfStep } from "../bridge-levels.ts";
import type { BridgeStep, FigureBlock, LegendEntry } from "../types.ts";
import { exactAmounts, lineWordsOf, readLineLabels, type LineFigureLabels, type LineWords } from "./line-words.ts";

/** What a bridge goes by: the heads of the value, or the causes of its change. */
export const BRIDGE_PARTS = ["heads", "causes"] as const;

/** What a bridge goes by. */
export type BridgePart = (typeof BRIDGE_PARTS)[number];

/** How a bridge of value is made. */
export interface ValueBridgeOptions {
  /** Words of the language the figure is written in, such as `zhHans`. */
  readonly labels: LineFigureLabels;
  /** Default `heads`. */
  readonly by?: BridgePart;
}

/** How a bridge of the clients of a book is made. */
export type ClientBridgeOptions = Omit<ValueBridgeOptions, "by">;

const REPORT: RenderingErrorCode = "rendering/invalid-report";
const OPTION: RenderingErrorCode = "rendering/invalid-option";

type Compared = Pick<StatementComparison, "currency" | "current" | "prior"> & {
  readonly total: Pick<FigureChange, "current" | "prior" | "parts">;
  readonly heads: Readonly<Record<ValueHead, Pick<FigureChange, "current" | "prior">>>;
};

const range = rowOf<DateRange>({ from: readDate, to: readDate });
const moneyOrNull = orNull<Money>(validMoney);
const head = rowOf<Compared["heads"]["direct"]>({ current: moneyOrNull, prior: moneyOrNull });

const readComparison = rowOf<Compared>({
  currency: readText,
  current: range,
  prior: range,
  total: rowOf<Compared["total"]>({
    current: moneyOrNull,
    prior: moneyOrNull,
    parts: listOf(
      rowOf<Pick<ChangePart, "cause" | "amount">>({ cause: oneOf(CHANGE_CAUSES), amount: validMoney }),
    ) as never,
  }),
  heads: rowOf<Compared["heads"]>({ direct: head, related: head, other: head }),
});

type Moved = Pick<ValueMigration, "periods"> & {
  readonly all: Pick<ValueMigration["all"], "before" | "after">;
  readonly movements: readonly Pick<MovementRow, "movement" | "change">[];
};

const readMoved = rowOf<Moved>({
  periods: rowOf<Moved["periods"]>({ before: range, after: range }),
  all: rowOf<Moved["all"]>({ before: validMoney, after: validMoney }),
  movements: listOf(
    rowOf<Moved["movements"][number]>({ movement: oneOf(VALUE_MOVEMENTS), change: validMoney }),
  ),
});

const readOptions = shapeOf<ValueBridgeOptions>({ labels: readLineLabels, by: optional(oneOf(BRIDGE_PARTS)) });
const readClientOptions = shapeOf<ClientBridgeOptions>({ labels: readLineLabels });

/**
 * The bridge from the value of a client in one period to that in a later one, by heads or by causes (关系价值变动桥图).
 *
 * Every figure is one of the comparison or a difference of two, with all its digits; the changes add up to the difference
 * of the totals to the cent. By heads, one that was not stated on one side says so, so that nobody takes it for growth; by
 * causes there is a step for each part of the change.
 *
 * @param comparison - what `compareStatements` of relationship-value returned
 * @param options - words, and what the bridge goes by
 * @returns a figure; `null` where one of the totals has no data: no data is not 0, and nothing leads from or to it
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for what is not a comparison, and for parts that do not add up to the change;
 *   `money/currency-mismatch` for an amount in another currency; the checks of `core` and `money`
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { compareStatements, relationshipValue } from "relationship-banking/relationship-value";
 * const of = (period: string, amount: string) => relationshipValue([{ id: period, client: "C-1", product: "loan", item: "asset", period, amount: { amount, currency: "CNY" }, basis: "actual" }], { client: "C-1", period, currency: "CNY" }).statement;
 * const block = valueBridgeFigure(compareStatements(of("2026", "120"), of("2025", "100")), { labels: en });
 * block?.figure.kind === "bridge" && block.figure.steps.slice(0, 2).map(({ label, text }) => [label, text]) // => [["2025", "100.00"], ["Direct income", "+20.00"]]
 * @since 0.1.0
 */
export function valueBridgeFigure(comparison: StatementComparison, options: ValueBridgeOptions): FigureBlock | null {
  const { currency, prior, current, total, heads } = readComparison(comparison, ["comparison"], REPORT);
  const { labels, by = "heads" } = readOptions(options, ["options"], OPTION);
  if (total.prior === null || total.current === null) return null;
  const words = lineWordsOf(labels);
  const minor = (amount: Money | null, ...at: readonly string[]): bigint =>
    amount === null ? 0n : BigInt(minorIn(currency, amount, ["comparison", ...at]));
  const changeOf = (of: ValueHead): Change => {
    const { prior: before, current: after } = heads[of];
    const change = minor(after, "heads", of, "current") - minor(before, "heads", of, "prior");
    const cause = before === null ? "newly-known" : after === null ? "no-longer-known" : undefined;
    const name = labels[`valueHead.${of}`];
    return { label: cause === undefined || change === 0n ? name : words.named(name, labels[`changeCause.${cause}`]), change };
  };
  const causeOf = ({ cause, amount }: Pick<ChangePart, "cause" | "amount">, at: number): Change => ({
    label: labels[`changeCause.${cause}`],
    change: minor(amount, "total", "parts", String(at)),
  });
  return bridgeOf(
    {
      title: words.word("value-bridge"),
      currency,
      before: [words.period(prior), minor(total.prior, "total", "prior")],
      changes: by === "heads" ? valueHeads.map(changeOf) : total.parts.map(causeOf),
      after: [words.period(current), minor(total.current, "total", "current")],
      path: ["comparison", ...(by === "heads" ? ["heads"] : ["total", "parts"])],
    },
    words,
  );
}

/**
 * The bridge from the value of all clients in one period to that in a later one, by who is new, grew, shrank or was lost
 * (客户价值变动桥图).
 *
 * @param migration - what `valueMigration` of relationship-value returned
 * @param options - words
 * @returns a figure; movements without a change have no step
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for what is not a migration, and for movements that do not add up to the change;
 *   `money/currency-mismatch` for an amount in another currency; the checks of `core` and `money`
 * @example
 * import { zhHans } from "relationship-banking/labels/zh-Hans";
 * import { valueBook, valueMigration } from "relationship-banking/relationship-value";
 * const of = (client: string, period: string) => valueBook([{ id: period, client, product: "loan", item: "asset", period, amount: { amount: "50", currency: "CNY" }, basis: "actual" }], { period, currency: "CNY" }).book;
 * const { figure } = clientBridgeFigure(valueMigration(of("A", "2025"), of("B", "2026")), { labels: zhHans });
 * figure.kind === "bridge" && figure.steps.map(({ label, text }) => [label, text]) // => [["2025年", "50.00"], ["新增", "+50.00"], ["流失", "−50.00"], ["2026年", "50.00"]]
 * @since 0.1.0
 */
export function clientBridgeFigure(migration: ValueMigration, options: ClientBridgeOptions): FigureBlock {
  const { periods, all, movements } = readMoved(migration, ["migration"], REPORT);
  const { labels } = readClientOptions(options, ["options"], OPTION);
  const words = lineWordsOf(labels);
  const { currency } = all.before;
  const minor = (amount: Money, ...at: Path): bigint => BigInt(minorIn(currency, amount, ["migration", ...at]));
  const changes = movements.map(({ movement, change }, at) => ({
    label: labels[`valueMovement.${movement}`],
    change: minor(change, "movements", at, "change"),
  }));
  return bridgeOf(
    {
      title: words.word("book-bridge"),
      currency,
      before: [words.period(periods.before), minor(all.before, "all", "before")],
      changes: changes.filter(({ change }) => change !== 0n),
      after: [words.period(periods.after), minor(all.after, "all", "after")],
      path: ["migration", "movements"],
    },
    words,
  );
}

/** One change in minor units. */
interface Change {
  readonly label: string;
  readonly change: bigint;
}

interface Bridge {
  readonly title: string;
  readonly currency: string;
  readonly before: readonly [label: string, minor: bigint];
  readonly changes: readonly Change[];
  readonly after: readonly [label: string, minor: bigint];
  readonly path: Path;
}

function bridgeOf({ title, currency, before, changes, after, path }: Bridge, words: LineWords): FigureBlock {
  const { labels, word } = words;
  if (changes.reduce((sum, { change }) => sum + change, before[1]) !== after[1]) {
    refuse(REPORT, path, "does not add up to the change", {});
  }
  const amounts = exactAmounts(labels, currency);
  const step = (kind: BridgeStep["kind"], label: string, minor: bigint): BridgeStep => {
    const amount = fromMinorUnits(minor, currency);
    const sign = kind === "change" && minor > 0n ? "+" : "";
    return { kind, label, value: lengthOf(amount), text: `${sign}${amounts.figure(amount)}` };
  };
  const steps = [
    step("total", ...before),
    ...changes.map(({ label, change }) => step("change", label, change)),
    step("total", ...after),
  ];
  const legend = ([["total", { kind: "total", value: 0 }], ["increase", { kind: "change", value: 1 }], ["decrease", { kind: "change", value: -1 }]] as const)
    .map(([name, of]): LegendEntry => ({ tone: toneOfStep(of), label: word(name) }))
    .filter(({ tone }) => steps.some((of) => toneOfStep(of) === tone));
  return {
    type: "figure",
    title: amounts.head(title),
    description: word("value-bridge-text"),
    figure: { kind: "bridge", headers: [labels["planDocument.item"], amounts.head(labels["planDocument.amount"])], steps, legend },
  };
}
