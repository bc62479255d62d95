import { headOf, valueHeads, valueItems } from "../../relationship-value/index.ts";
import { namedPeriod } from "../../strategy-plan/inner.ts";
import { hasFigure } from "../../relationship-value/inner.ts";
import type { Amounts } from "./unit.ts";
import type { Words } from "./words.ts";
import type { EstimatedBenefit, PlanField, PlanIncome } from "../../strategy-plan/index.ts";
import type { PlanInput } from "./input.ts";
import { shownCell } from "./not-shown.ts";
import type { ShownStatement } from "./statement-figures.ts";
import type { Block, Cell } from "../blocks.ts";

/** Section 7: the three sums, and the statement behind them where there is one. */
export function valueBlocks(input: PlanInput): readonly Block[] {
  const { plan, statement, words, amounts } = input;
  const { labels } = words;
  const cell = (field: PlanField, value: string | undefined): Cell =>
    shownCell(input, field, undefined, words.orOpen(value));
  const row = (field: PlanField, of: PlanIncome | EstimatedBenefit | undefined, basis?: string): readonly Cell[] => [
    labels[`planField.${field}`],
    cell(field, of && amounts.figure(of.amount)),
    cell(field, of && words.period(of.period)),
    cell(field, basis),
  ];
  const income = (field: PlanField, of: PlanIncome | undefined): readonly Cell[] =>
    row(field, of, of && words.joined([labels[`incomeBasis.${of.basis}`], of.statement]));
  const { directIncome, relatedClientIncome, otherIntangibleBenefit: benefit } = plan.value ?? {};
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
        income("directIncome", directIncome),
        income("relatedClientIncome", relatedClientIncome),
        row(
          "otherIntangibleBenefit",
          benefit,
          benefit && words.joined([labels["incomeBasis.estimated"], benefit.method]),
        ),
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
        hasFigure(detail.status) ? { text: shown(statement.heads[head]), emphasis: "strong" } : noData,
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
      hasFigure(statement.totalDetail.status) ? shown(statement.total) : words.word("no-data"),
      estimatedOf(statement.totalDetail.byBasis),
    ],
  };
}
