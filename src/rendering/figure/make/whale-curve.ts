import { exactAmountsIn } from "../../plan/unit.ts";
import { listOf, refuse, rowOf, shapeOf, wholeNumber } from "../../../core/inner.ts";
import { compare } from "../../../money/index.ts";
import type { WhalePoint } from "../../../relationship-value/index.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { groupedDigits, lengthOf, validMoney } from "../../plan/figure-text.ts";
import { countText } from "../../cells.ts";
import type { FigureBlock } from "../types.ts";
import { lineWordsOf, readLineLabels, type LineFigureLabels } from "./line-words.ts";
import { amountTicks, niceTicks } from "./ticks.ts";

/** How the figure of a whale curve is made. */
export interface WhaleCurveFigureOptions {
  /** Words of the language the figure is written in, such as `zhHans`. */
  readonly labels: LineFigureLabels;
}

type Point = Pick<WhalePoint, "clients" | "amount">;

/** What is shown of a whale curve. */
export interface ShownWhaleCurve {
  readonly peak: Point;
  readonly points: readonly Point[];
}

const point = rowOf<Point>({ clients: wholeNumber(0, Number.MAX_SAFE_INTEGER), amount: validMoney });
const readCurve = rowOf<ShownWhaleCurve>({ peak: point, points: listOf(point, 1) });
const readOptions = shapeOf<WhaleCurveFigureOptions>({ labels: readLineLabels });

/**
 * The whale curve of a book as a figure, with its peak marked (客户盈利鲸鱼曲线图).
 *
 * The table form has each point with all its digits, and the peak as a point of its own.
 *
 * @param curve - what `whaleCurve` of relationship-value returned
 * @param options - words
 * @returns a figure of kind `lines`
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for what is not a curve, for points that do not go from fewer clients to more, for one
 *   in another currency than the peak, and for one that the peak is not the greatest of; the checks of `money`
 * @example
 * import { en } from "relationship-banking/labels/en";
 * const at = (clients: number, amount: string) => ({ clients, clientShare: null, share: null, amount: { amount, currency: "CNY" } });
 * const curve = { by: "total", peak: at(2, "140.00"), givenBack: { amount: "40.00", currency: "CNY" }, points: [at(0, "0.00"), at(3, "100.00")] } as const;
 * const { figure } = whaleCurveFigure(curve, { labels: en });
 * figure.kind === "lines" && figure.series[0]?.texts // => ["0.00", "140.00", "100.00"]
 * figure.kind === "lines" && figure.marks // => [{ at: 2, label: "Peak: CNY 140.00" }]
 * @since 0.1.0
 */
export function whaleCurveFigure(curve: ShownWhaleCurve, options: WhaleCurveFigureOptions): FigureBlock {
  const reportCode: RenderingErrorCode = "rendering/invalid-report";
  const optionCode: RenderingErrorCode = "rendering/invalid-option";
  const { peak, points } = readCurve(curve, ["curve"], reportCode);
  const { labels } = readOptions(options, ["options"], optionCode);
  const { currency } = peak.amount;
  for (const [at, { clients, amount }] of points.entries()) {
    const before = points[at - 1];
    const path = ["curve", "points", at];
    if (before !== undefined && clients <= before.clients) refuse(reportCode, path, "not more clients than before", {});
    if (amount.currency !== currency) refuse(reportCode, [...path, "amount"], "in another currency than the peak", {});
    const order = compare(amount, peak.amount);
    if (order > 0 || (order < 0 && clients === peak.clients)) {
      refuse(reportCode, [...path, "amount"], "above the peak, or below it at its place", {});
    }
  }
  const words = lineWordsOf(labels);
  const amounts = exactAmountsIn(currency, labels);
  const hasPeak = points.some(({ clients }) => clients === peak.clients);
  const all = hasPeak ? points : [...points, peak].sort((a, b) => a.clients - b.clients);
  const values = all.map(({ amount }) => lengthOf(amount));
  const most = all.at(-1)?.clients ?? 0;
  return {
    type: "figure",
    title: words.word("whale-curve"),
    description: words.word("whale-curve-text"),
    figure: {
      kind: "lines",
      x: {
        title: words.word("clients"),
        ticks: niceTicks(0, most, 0)
          .filter((at) => Number(at) <= most)
          .map((at) => ({ at: Number(at), label: groupedDigits(at) })),
      },
      y: { title: amounts.head(words.word("cumulative-value")), ticks: amountTicks(values, words) },
      places: all.map(({ clients }) => ({ at: clients, label: countText(clients) })),
      series: [
        {
          label: amounts.head(words.word("cumulative-value")),
          tone: "solid",
          values,
          texts: all.map(({ amount }) => amounts.figure(amount)),
        },
      ],
      bands: [],
      marks: [{ at: peak.clients, label: words.named(words.word("peak"), amounts.full(peak.amount)) }],
    },
  };
}
