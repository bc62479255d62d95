import { exactAmountsIn } from "../../plan/unit.ts";
import {
  listOf,
  oneOf,
  optional,
  orNull,
  readDate,
  readText,
  refuse,
  rowOf,
  shapeOf,
  type Reader,
} from "../../../core/inner.ts";
import type { DateRange } from "../../../calendar/index.ts";
import type { Path } from "../../../core/index.ts";
import { fromMinorUnits, type Money } from "../../../money/index.ts";
import { minorIn } from "../../../money/inner.ts";
import {
  CHANGE_CAUSES,
  valueHeads,
  type ChangePart,
  type FigureChange,
  type StatementComparison,
  type ValueHead,
} from "../../../relationship-value/index.ts";
import { namedPeriod } from "../../../strategy-plan/inner.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { lengthOf, validMoney } from "../../plan/figure-text.ts";
import { toneOfStep } from "../bridge-levels.ts";
import type { BridgeStep, FigureBlock } from "../types.ts";
import { span } from "./date-ticks.ts";
import { lineWordsOf, readLineLabels, type LineFigureLabels } from "./line-words.ts";

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

const REPORT: RenderingErrorCode = "rendering/invalid-report";
const OPTION: RenderingErrorCode = "rendering/invalid-option";

type Part = Pick<ChangePart, "cause" | "amount">;
type Sides = Pick<FigureChange, "current" | "prior">;

/** What is shown of a comparison of two statements. */
export interface ShownComparison extends Pick<StatementComparison, "currency" | "current" | "prior"> {
  readonly total: Sides & { readonly parts: readonly Part[] };
  readonly heads: Readonly<Record<ValueHead, Sides>>;
}

const days = rowOf<DateRange>({ from: readDate, to: readDate });
const range: Reader<DateRange> = (value, path, code) => {
  span(days(value, path, code), path, code);
  return value;
};
const moneyOrNull = orNull<Money>(validMoney);
const sides = rowOf<Sides>({ current: moneyOrNull, prior: moneyOrNull });
const part = rowOf<Part>({ cause: oneOf(CHANGE_CAUSES), amount: validMoney });

const readComparison = rowOf<ShownComparison>({
  currency: readText,
  current: range,
  prior: range,
  total: rowOf<ShownComparison["total"]>({
    current: moneyOrNull,
    prior: moneyOrNull,
    parts: listOf(part),
  }),
  heads: rowOf<ShownComparison["heads"]>({ direct: sides, related: sides, other: sides }),
});

const readOptions = shapeOf<ValueBridgeOptions>({ labels: readLineLabels, by: optional(oneOf(BRIDGE_PARTS)) });

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
 * block?.figure.kind === "bridge" && block.figure.steps.slice(0, 2).map((step) => [step.label, step.text]) // => [["2025", "100.00"], ["Direct income", "+20.00"]]
 * @since 0.1.0
 */
export function valueBridgeFigure(comparison: ShownComparison, options: ValueBridgeOptions): FigureBlock | null {
  const { currency, prior, current, total, heads } = readComparison(comparison, ["comparison"], REPORT);
  const { labels, by = "heads" } = readOptions(options, ["options"], OPTION);
  if (total.prior === null || total.current === null) return null;
  const words = lineWordsOf(labels);
  const minor = (amount: Money | null, ...at: Path): bigint =>
    amount === null ? 0n : BigInt(minorIn(currency, amount, ["comparison", ...at]));
  const amounts = exactAmountsIn(currency, labels);
  const byHead = (of: ValueHead): readonly [string, bigint] => {
    const { prior: before, current: after } = heads[of];
    const change = minor(after, "heads", of, "current") - minor(before, "heads", of, "prior");
    const cause = before === null ? "newly-known" : after === null ? "no-longer-known" : undefined;
    const name = labels[`valueHead.${of}`];
    const isTold = cause !== undefined && change !== 0n;
    return [isTold ? words.named(name, labels[`changeCause.${cause}`]) : name, change];
  };
  const byCause = ({ cause, amount }: Part, at: number): readonly [string, bigint] => [
    labels[`changeCause.${cause}`],
    minor(amount, "total", "parts", at, "amount"),
  ];
  const changes = by === "heads" ? valueHeads.map(byHead) : total.parts.map(byCause);
  const [before, after] = [minor(total.prior, "total", "prior"), minor(total.current, "total", "current")];
  if (changes.reduce((sum, [, change]) => sum + change, before) !== after) {
    const path = ["comparison", ...(by === "heads" ? ["heads"] : ["total", "parts"])];
    refuse(REPORT, path, "does not add up to the change", {});
  }
  const step = (kind: BridgeStep["kind"], label: string, of: bigint): BridgeStep => {
    const amount = fromMinorUnits(of, currency);
    const sign = kind === "change" && of > 0n ? "+" : "";
    return { kind, label, value: lengthOf(amount), text: `${sign}${amounts.figure(amount)}` };
  };
  const steps = [
    step("total", words.period(namedPeriod(prior)), before),
    ...changes.map(([label, change]) => step("change", label, change)),
    step("total", words.period(namedPeriod(current)), after),
  ];
  const tones = [
    ["total", toneOfStep({ kind: "total", value: 0 })],
    ["increase", toneOfStep({ kind: "change", value: 1 })],
    ["decrease", toneOfStep({ kind: "change", value: -1 })],
  ] as const;
  return {
    type: "figure",
    title: amounts.head(words.word("value-bridge")),
    description: words.word("value-bridge-text"),
    figure: {
      kind: "bridge",
      headers: [labels["planDocument.item"], amounts.head(labels["planDocument.amount"])],
      steps,
      legend: tones
        .filter(([, tone]) => steps.some((of) => of.value !== 0 && toneOfStep(of) === tone))
        .map(([name, tone]) => ({ tone, label: words.word(name) })),
    },
  };
}
