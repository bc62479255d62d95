import type { Period } from "../../calendar/index.ts";
import { formatDecimal, readDecimal, type DecimalString } from "../../core/index.ts";
import { subtractExact } from "../../core/inner.ts";
import { subtract, type Money } from "../../money/index.ts";
import { valueHeads } from "../../relationship-value/index.ts";
import type { PlanSection, StrategyPlan } from "../../strategy-plan/index.ts";
import { walletOf } from "../../strategy-plan/inner.ts";
import { end, exactPercent, muted, NOTHING, percent, signed } from "../cells.ts";
import { figureText } from "../plan/figure-text.ts";
import { headValues } from "../plan/head-values.ts";
import { filled } from "../plan/unit.ts";
import type { Block, Cell } from "../blocks.ts";
import type { DifferenceInput } from "./input.ts";

/** A row of the table: what it is, before, after, and the change. */
type FigureRow = readonly [what: string, before: Cell, after: Cell, change: Cell];

/** Value by head, target and share of wallet before and after, with the change; what is not shown whole is left out. */
export function figureBlocks(input: DifferenceInput): readonly Block[] {
  const { words, amounts, withheld } = input;
  const isWhole = (...sections: readonly PlanSection[]): boolean => sections.every((section) => !withheld.has(section));
  const rows = [
    ...(isWhole("relationship-value") ? valueRows(input) : []),
    ...(isWhole("service-status", "other-institutions") ? [shareRow(input)] : []),
  ];
  if (rows.length === 0) return [];
  return [
    {
      type: "table",
      caption: amounts.head(words.word("figures")),
      columns: [
        { header: words.shared("item"), align: "start", width: 4 },
        end(words.word("before")),
        end(words.word("after")),
        end(words.labels["valueDocument.change"]),
      ],
      rows,
    },
  ];
}

/** The three heads of section 7, each of a period of its own, and the target. */
function valueRows({ before, after, words, amounts }: DifferenceInput): readonly FigureRow[] {
  const cell = (amount: Money | null, period: Period | null): Cell => {
    if (amount === null) return muted(words.shared("no-data"));
    return period === null ? amounts.figure(amount) : `${amounts.figure(amount)}\n${words.period(period)}`;
  };
  const change = (was: Money | null, now: Money | null): Cell => {
    if (was === null || now === null) return NOTHING;
    if (was.currency !== now.currency) return NOTHING;
    const difference = subtract(now, was);
    // in another currency than that of the head, the figure has its name before or after it
    const figure = figureText(difference);
    return amounts.figure(difference).replace(figure, () => signed(figure));
  };
  const [was, now] = [headValues(before, null), headValues(after, null)];
  const heads = valueHeads.flatMap((head, at): readonly FigureRow[] => {
    const [a, b] = [was[at], now[at]];
    if (a === undefined || b === undefined) return [];
    const name = words.labels[`valueHead.${head}`];
    return [[name, cell(a.amount, a.period), cell(b.amount, b.period), change(a.amount, b.amount)]];
  });
  const target = ({ value }: StrategyPlan): Money | null => value?.target ?? null;
  return [
    ...heads,
    [
      words.shared("value-target"),
      cell(target(before), null),
      cell(target(after), null),
      change(target(before), target(after)),
    ],
  ];
}

/** Our share of the client's wallet, and by how many points it went up or down. */
function shareRow({ before, after, words }: DifferenceInput): FigureRow {
  const [was, now] = [before, after].map((plan) => walletOf(plan).total?.share ?? null);
  const cell = (share: DecimalString | null | undefined): Cell =>
    typeof share === "string" ? percent(share) : muted(words.shared("no-data"));
  const change = (): Cell => {
    if (typeof was !== "string" || typeof now !== "string") return NOTHING;
    const points = formatDecimal(subtractExact(readDecimal(now), readDecimal(was)));
    return filled(words.word("points"), { figure: signed(exactPercent(points).replace("%", "")) });
  };
  return [words.shared("wallet-share"), cell(was), cell(now), change()];
}
