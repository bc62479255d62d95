import type { Money } from "../../money/index.ts";
import { valueHeads, valueItems } from "../../relationship-value/index.ts";
import { hasFigure } from "../../relationship-value/inner.ts";
import { planFields, planSections } from "../../strategy-plan/index.ts";
import { headValues } from "./head-values.ts";
import { incomeBeside, incomeExpected, sampleMark, type PlanInput } from "./input.ts";
import { namingIn, namingOf, rowName, type Naming } from "./row-names.ts";
import { isMoney } from "./told.ts";
import type { Block, Cell } from "../blocks.ts";

/** An amount of the document and what it is. */
type ExactAmount = readonly [what: string, amount: Money];

/** The exact amounts behind a document whose figures are rounded; nothing for one that prints all digits. */
export function annexBlocks(input: PlanInput): readonly Block[] {
  const { words, amounts } = input;
  const exact = [...totals(input), ...inPlan(input), ...inStatement(input), ...besides(input)];
  if (amounts.unit === "one" || exact.length === 0) return [];
  return [
    { type: "heading", level: 2, text: words.joined([words.word("annex"), sampleMark(input)]) },
    { type: "paragraph", text: words.word("annex-text"), emphasis: "muted" },
    {
      type: "table",
      caption: words.word("annex"),
      quietCaption: true,
      columns: [
        { header: words.word("item"), align: "start" },
        { header: words.word("amount"), align: "end" },
      ],
      rows: exact.map(([what, amount]): readonly Cell[] => [what, amounts.exact(amount)]),
    },
  ];
}

/** What the plan expects and has earned, and the client's wallet, added up. */
function totals({ audience, wallet: { total }, followUp, words }: PlanInput): readonly ExactAmount[] {
  if (audience === "client") return [];
  const income: readonly ExactAmount[] = [
    ...incomeExpected(followUp).map((amount) => [words.word("income-expected"), amount] as const),
    ...incomeBeside(followUp).flatMap(({ word, amounts }) =>
      amounts.map((amount) => [words.word(word), amount] as const),
    ),
  ];
  if (total === null) return income;
  const of = (name: string): string => words.joined([words.word("wallet"), name]);
  return [
    ...income,
    [of(words.word("spend-with-us")), total.withUs],
    [of(words.word("elsewhere")), total.elsewhere],
    [of(words.word("wallet-whole")), total.whole],
  ];
}

/** Every amount of the plan and of the client file, in order, with its section, row and field. */
function inPlan({ plan, client, audience, words }: PlanInput): readonly ExactAmount[] {
  const turnover = audience === "bank" && client.kind === "corporate" ? client.organisation.annualTurnover : undefined;
  const own: readonly ExactAmount[] = turnover === undefined ? [] : [[words.word("turnover"), turnover]];
  const credit = (plan.credit?.limits ?? []).flatMap(({ product, limit, used }): readonly ExactAmount[] => [
    [words.joined([product, words.word("limit")]), limit],
    [words.joined([product, words.word("used")]), used],
  ]);
  const naming = namingOf({ plan, words });
  const sections = planSections.flatMap(({ id, key, rows }) => {
    const held = plan[key];
    if (typeof held !== "object") return [];
    const name = words.labels[`planSection.${id}`];
    if (!rows) return amountsIn(held, [name], naming);
    return (held as readonly object[]).flatMap((row, at) =>
      amountsIn(
        row,
        [
          name,
          key === "businesses"
            ? `${words.word("business")} ${String(at + 1)}`
            : rowName(row, at, namingIn(key, naming)),
        ],
        naming,
      ),
    );
  });
  return [...own, ...credit, ...sections];
}

/** The amounts in a part of the plan; a field names what is in it, and so does the text of an entry. */
function amountsIn(part: object, names: readonly string[], naming: Naming): readonly ExactAmount[] {
  const { words } = naming;
  return Object.entries(part).flatMap(([member, value]: [string, unknown]): readonly ExactAmount[] => {
    if (typeof value !== "object" || value === null) return [];
    const field = planFields.find(({ key }) => key === member);
    const extension = EXTENSIONS.find(({ key }) => key === member);
    const named =
      field === undefined
        ? extension === undefined
          ? names
          : [...names, words.word(extension.word)]
        : [...names, words.labels[`planField.${field.key}`]];
    const entry = Array.isArray(part) ? [...named, rowName(value, Number(member), naming)] : named;
    return isMoney(value) ? [[words.joined(entry), value]] : amountsIn(value, entry, naming);
  });
}

/** Members with amounts that are not among the 37 fields. */
const EXTENSIONS = [
  { key: "spendWithUs", word: "spend-with-us" },
  { key: "target", word: "value-target" },
  { key: "actualIncome", word: "actual" },
] as const;

/** What stands on the first page beside the plan: what is earned above the hurdle, and the value and target of before. */
function besides({ returns, before, words }: PlanInput): readonly ExactAmount[] {
  const earned: readonly ExactAmount[] =
    returns === null ? [] : [[words.labels["valueMeasure.economic-value-added"], returns.economicValueAdded]];
  if (before === null) return earned;
  const of = (name: string): string => words.joined([words.period(before.period), name]);
  const heads = headValues(before, null).flatMap(({ head, amount }): readonly ExactAmount[] =>
    amount === null ? [] : [[of(words.labels[`valueHead.${head}`]), amount]],
  );
  const target = before.value?.target;
  return [...earned, ...heads, ...(target === undefined ? [] : [[of(words.word("value-target")), target] as const])];
}

/** The three heads, the items and the total of the statement. */
function inStatement({ statement, words: { labels, ...words } }: PlanInput): readonly ExactAmount[] {
  if (statement === null) return [];
  const heads = valueHeads.flatMap((head): readonly ExactAmount[] =>
    hasFigure(statement.headDetails[head].status) ? [[labels[`valueHead.${head}`], statement.heads[head]]] : [],
  );
  const items = valueItems.flatMap((item): readonly ExactAmount[] => {
    const { amount } = statement.items[item];
    return amount === null ? [] : [[labels[`valueItem.${item}`], amount]];
  });
  const total: readonly ExactAmount[] = hasFigure(statement.totalDetail.status)
    ? [[words.joined([words.word("value-statement"), words.word("total")]), statement.total]]
    : [];
  return [...heads, ...items, ...total];
}
