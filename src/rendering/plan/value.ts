import { headOf, valueHeads, valueItems } from "../../relationship-value/index.ts";
import type { Amounts } from "./unit.ts";
import type { Words } from "./words.ts";
import type { PlanInput } from "./input.ts";
import { namedPeriod } from "./head-values.ts";
import { isFigure, type ShownStatement } from "./statement-figures.ts";
import type { Block, Cell } from "../blocks.ts";

/** Section 7: the three sums, and the statement behind them where there is one. */
export function valueBlocks({ plan, statement, words, amounts }: PlanInput): readonly Block[] {
  const { labels } = words;
  const { directIncome, relatedClientIncome, otherIntangibleBenefit } = plan.value ?? {};
  const income = (name: string, of: typeof directIncome): readonly Cell[] => [
    name,
    words.orOpen(of === undefined ? undefined : amounts.figure(of.amount)),
    words.orOpen(of === undefined ? undefined : words.period(of.period)),
    words.orOpen(of === undefined ? undefined : words.joined([labels[`incomeBasis.${of.basis}`], of.statement])),
  ];
  return [
    {
      type: "table",
      caption: amounts.head(labels["planSection.relationship-value"]),
      columns: [
        { header: words.word("item"), align: "start", width: 4 },
        { header: words.word("amount"), align: "end" },
        { header: words.word("period"), align: "start" },
        { header: words.word("basis"), align: "start", width: 4 },
      ],
      rows: [
        income(labels["planField.directIncome"], directIncome),
        income(labels["planField.relatedClientIncome"], relatedClientIncome),
        [
          labels["planField.otherIntangibleBenefit"],
          words.orOpen(
            otherIntangibleBenefit === undefined ? undefined : amounts.figure(otherIntangibleBenefit.amount),
          ),
          words.orOpen(otherIntangibleBenefit === undefined ? undefined : words.period(otherIntangibleBenefit.period)),
          words.orOpen(
            otherIntangibleBenefit === undefined
              ? undefined
              : words.joined([labels["incomeBasis.estimated"], otherIntangibleBenefit.method]),
          ),
        ],
      ],
    },
    ...(statement === null ? [] : [statementTable(statement, words, amounts)]),
  ];
}

/** The three heads and eleven items; an item nobody has data for says so. */
function statementTable(statement: ShownStatement, words: Words, amounts: Amounts): Block {
  const { labels } = words;
  const { currency, period } = statement.conventions;
  // under a head of its own currency
  const shown = amounts.figureOf(currency);
  const noData: Cell = { text: words.word("no-data"), emphasis: "muted" };
  const estimatedOf = (split: ShownStatement["totalDetail"]["byBasis"]): string =>
    split.estimated === null ? "" : shown(split.estimated);
  const rows = valueHeads.flatMap((head): readonly (readonly Cell[])[] => {
    const detail = statement.headDetails[head];
    return [
      [
        { text: labels[`valueHead.${head}`], emphasis: "strong" },
        isFigure(detail.status) ? { text: shown(statement.heads[head]), emphasis: "strong" } : noData,
        { text: estimatedOf(detail.byBasis), emphasis: "strong" },
      ],
      ...valueItems
        .filter((item) => headOf(item) === head)
        .map((item): readonly Cell[] => {
          const figure = statement.items[item];
          return [
            {
              text: words.joined([
                labels[`valueItem.${item}`],
                figure.inTotal || figure.amount === null ? undefined : words.word("outside-total"),
              ]),
              emphasis: "muted",
            },
            figure.amount === null ? noData : shown(figure.amount),
            estimatedOf(figure.byBasis),
          ];
        }),
    ];
  });
  return {
    type: "table",
    caption: words.joined([amounts.head(words.word("value-statement"), currency), words.period(namedPeriod(period))]),
    columns: [
      { header: words.word("item"), align: "start", width: 6 },
      { header: words.word("amount"), align: "end" },
      { header: words.word("estimated-part"), align: "end" },
    ],
    rows,
    footer: [
      words.word("total"),
      isFigure(statement.totalDetail.status) ? shown(statement.total) : words.word("no-data"),
      estimatedOf(statement.totalDetail.byBasis),
    ],
  };
}
