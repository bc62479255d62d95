import { headOf, valueHeads, valueItems } from "../../relationship-value/index.ts";
import type { Money } from "../../money/index.ts";
import type { Answer, PlanService } from "../../strategy-plan/index.ts";
import { figureIn, figureText, percentText } from "./figure-text.ts";
import { linesCell, type PlanInput } from "./input.ts";
import { isFigure, type ShownStatement } from "./statement-figures.ts";
import type { Words } from "./words.ts";
import type { Block, Cell, Column } from "../blocks.ts";

/** Section 6: the services, and the spend behind the shares. */
export function serviceBlocks({ plan, wallet, words }: PlanInput): readonly Block[] {
  const services = plan.services;
  if (services === undefined || services.length === 0) {
    return [{ type: "paragraph", text: words.word("open"), emphasis: "muted" }];
  }
  const { labels } = words;
  const institutions = new Map((plan.institutions ?? []).map((row) => [row.id, row.institutionName]));
  const answered = (answer: Answer | undefined, ...more: readonly (string | undefined)[]): Cell => {
    if (answer === undefined) return words.orOpen(undefined);
    const text = [labels[`answer.${answer}`], ...more.filter((part) => part !== undefined && part !== "")].join("\n");
    return answer === "unknown" ? { text, emphasis: "muted" } : text;
  };
  const row = (service: PlanService): readonly Cell[] => [
    service.service,
    answered(service.needed),
    answered(
      service.suppliedElsewhere?.answer,
      service.suppliedElsewhere?.institutions
        ?.map((id) => institutions.get(id) ?? id)
        .join(words.word("list-separator")),
    ),
    answered(service.recommended?.answer, words.date(service.recommended?.date), service.recommended?.by),
    answered(service.adopted?.answer, words.date(service.adopted?.since)),
    answered(service.discontinued?.answer, words.date(service.discontinued?.date), service.discontinued?.reason),
    service.shareOfSpend === undefined
      ? service.needed === "no"
        ? { text: words.word("not-asked"), emphasis: "muted" }
        : words.orOpen(undefined)
      : `${percentText(service.shareOfSpend.share)}\n${labels[`incomeBasis.${service.shareOfSpend.basis}`]}`,
  ];
  const start = (header: string, width?: number): Column => ({
    header,
    align: "start",
    ...(width === undefined ? {} : { width }),
  });
  const { total } = wallet;
  return [
    {
      type: "table",
      caption: labels["planSection.service-status"],
      quietCaption: true,
      columns: [
        start(words.word("service"), 2),
        start(labels["planField.needed"], 1),
        start(labels["planField.suppliedElsewhere"], 2),
        start(labels["planField.recommended"], 2),
        start(labels["planField.adopted"], 2),
        start(labels["planField.discontinued"], 2),
        { header: labels["planField.shareOfSpend"], align: "end" },
      ],
      rows: services.map(row),
    },
    {
      type: "table",
      caption: `${words.word("wallet")} (${plan.currency})`,
      columns: [
        start(words.word("service")),
        start(words.word("period")),
        { header: words.word("spend-with-us"), align: "end" },
        { header: words.word("elsewhere"), align: "end" },
        { header: words.word("wallet-whole"), align: "end" },
        { header: words.word("share"), align: "end" },
      ],
      rows: wallet.services.map(({ name, period, withUs, elsewhere, wallet: found }): readonly Cell[] => {
        const known = (text: string | undefined): Cell => text ?? { text: words.word("no-data"), emphasis: "muted" };
        const amount = (of: Money | null): Cell => known(of === null ? undefined : figureText(of));
        return [
          name,
          known(period === null ? undefined : words.period(period)),
          amount(withUs),
          amount(elsewhere),
          amount(found?.wallet ?? null),
          known(typeof found?.share === "string" ? percentText(found.share) : undefined),
        ];
      }),
      ...(total === null
        ? {}
        : {
            footer: [
              `${words.word("total")} (${String(total.known)}/${String(total.n)})`,
              "",
              figureText(total.withUs),
              figureText(total.elsewhere),
              figureText(total.whole),
              total.share === null ? words.word("no-data") : percentText(total.share),
            ],
          }),
    },
  ];
}

/** Section 7: the three sums, and the statement behind them where there is one. */
export function valueBlocks({ plan, statement, words }: PlanInput): readonly Block[] {
  const { labels } = words;
  const { directIncome, relatedClientIncome, otherIntangibleBenefit } = plan.value ?? {};
  const income = (name: string, of: typeof directIncome): readonly Cell[] => [
    name,
    words.orOpen(of === undefined ? undefined : figureIn(plan.currency, of.amount)),
    words.orOpen(of === undefined ? undefined : words.period(of.period)),
    words.orOpen(of === undefined ? undefined : words.joined([labels[`incomeBasis.${of.basis}`], of.statement])),
  ];
  return [
    {
      type: "table",
      caption: `${labels["planSection.relationship-value"]} (${plan.currency})`,
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
            otherIntangibleBenefit === undefined ? undefined : figureIn(plan.currency, otherIntangibleBenefit.amount),
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
    ...(statement === null ? [] : [statementTable(statement, words)]),
  ];
}

/** The three heads and eleven items; an item nobody has data for says so. */
function statementTable(statement: ShownStatement, words: Words): Block {
  const { labels } = words;
  const noData: Cell = { text: words.word("no-data"), emphasis: "muted" };
  const estimatedOf = (split: ShownStatement["totalDetail"]["byBasis"]): string =>
    split.estimated === null ? "" : figureText(split.estimated);
  const rows = valueHeads.flatMap((head): readonly (readonly Cell[])[] => {
    const detail = statement.headDetails[head];
    return [
      [
        { text: labels[`valueHead.${head}`], emphasis: "strong" },
        isFigure(detail.status) ? { text: figureText(statement.heads[head]), emphasis: "strong" } : noData,
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
            figure.amount === null ? noData : figureText(figure.amount),
            estimatedOf(figure.byBasis),
          ];
        }),
    ];
  });
  return {
    type: "table",
    caption: `${words.word("value-statement")} (${statement.conventions.currency}, ${words.period(statement.conventions.period)})`,
    columns: [
      { header: words.word("item"), align: "start", width: 6 },
      { header: words.word("amount"), align: "end" },
      { header: words.word("estimated-part"), align: "end" },
    ],
    rows,
    footer: [
      words.word("total"),
      isFigure(statement.totalDetail.status) ? figureText(statement.total) : words.word("no-data"),
      estimatedOf(statement.totalDetail.byBasis),
    ],
  };
}

/** Section 8: what we plan to do. */
export function actionBlocks({ plan, words }: PlanInput): readonly Block[] {
  const actions = plan.actions;
  if (actions === undefined || actions.length === 0) {
    return [{ type: "paragraph", text: words.word("open"), emphasis: "muted" }];
  }
  const { labels } = words;
  return [
    {
      type: "table",
      caption: labels["planSection.next-year-plan"],
      quietCaption: true,
      columns: [
        { header: labels["planField.clientNeed"], align: "start", width: 2 },
        { header: labels["planField.productOrService"], align: "start", width: 2 },
        { header: labels["planField.departmentAndOwner"], align: "start", width: 2 },
        { header: labels["planField.plannedPitchTime"], align: "start", width: 2 },
        { header: labels["planField.pitchMethod"], align: "start", width: 2 },
        { header: `${labels["planField.expectedIncome"]} (${plan.currency})`, align: "end" },
      ],
      rows: actions.map((action): readonly Cell[] => [
        words.orOpen(action.clientNeed?.text),
        words.orOpen(action.productOrService?.name),
        linesCell(
          action.departmentAndOwner &&
            [action.departmentAndOwner.department, action.departmentAndOwner.person].flatMap((text) => text ?? []),
          words,
        ),
        words.orOpen(action.plannedPitchTime === undefined ? undefined : words.period(action.plannedPitchTime)),
        words.orOpen(
          action.pitchMethod === undefined
            ? undefined
            : words.joined([labels[`pitchChannel.${action.pitchMethod.method}`], action.pitchMethod.note]),
        ),
        words.orOpen(
          action.expectedIncome === undefined
            ? undefined
            : `${figureIn(plan.currency, action.expectedIncome.amount)}\n${words.period(action.expectedIncome.period)}`,
        ),
      ]),
    },
  ];
}
