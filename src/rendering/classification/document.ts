import type { Path } from "../../core/index.ts";
import {
  explainClassification,
  type Classification,
  type ExplanationLine,
  type Gap,
  type GapLine,
} from "../../customer-classification/index.ts";
import { readResult } from "../../customer-classification/inner.ts";
import type { Block, BlockDocument, Pair } from "../blocks.ts";
import type { RenderingErrorCode } from "../errors.ts";
import { lineText, lineWithAmounts } from "../lines.ts";
import { amountsIn } from "../plan/unit.ts";
import { OPTION, readOptionsFor, type ClassificationDocumentOptions } from "./options.ts";
import { axesTable, hasShares, itemsTable, ladderTable, pointBars } from "./points.ts";
import { rulesTable } from "./rules.ts";
import { ownLabelsOf, pointRange, stateText, type ClassificationWriting } from "./values.ts";
import { classificationWordsOf } from "./words.ts";

const RESULT: RenderingErrorCode = "rendering/invalid-report";

/**
 * The class of one client, and why (客户分类结果及依据): the class, the points by axis and by characteristic with the bands
 * they are for, the rules in the order tried with what each asked and found, what is missing, and the way to another
 * class.
 *
 * Points, edges and outcomes are those of the result and its card; only the share of each characteristic in the score is
 * worked out here. The result has no value of the client, so the page has none. It may come back from where it was kept.
 *
 * @param result - what `classify` or `classificationAt` of customer-classification returned
 * @param options - words, the client, the card of the result and, where they are to be on the page, the way to another
 *   class and the day of the next evaluation
 * @returns block tree for {@link toMarkdown} and {@link toHtml}
 * @throws `rendering/invalid-option` for options that cannot be read, a label of the card that is missing, and a card or a
 *   way that is not of the result
 * @throws `customer-classification/invalid-result` for a member of the result that is missing or of another kind
 * @throws `customer-classification/invalid-card` and the other codes of `prepareScorecard` for the card
 * @see 商业银行个人客户经理工作流程, slides 11 and 12
 * @example
 * import { classify, exampleStarRateCard } from "relationship-banking/customer-classification";
 * import { exampleCards, zhHans } from "relationship-banking/labels/zh-Hans";
 * import { money } from "relationship-banking/money";
 * const row = { mediumLongTermAssets: money("60000.00", "CNY") };
 * const result = classify(exampleStarRateCard, row, { asOf: "2026-03-31" });
 * const doc = classificationDocument(result, { labels: { ...zhHans, ...exampleCards }, client: "样本客户", card: exampleStarRateCard });
 * doc.title // => "客户分类结果：样本客户"
 * doc.blocks.flatMap((block) => (block.type === "table" ? [block.caption] : [])) // => ["各评分项", "等级标准", "分类规则"]
 * @since 0.1.0
 */
export function classificationDocument(result: Classification, options: ClassificationDocumentOptions): BlockDocument {
  readResult(result);
  const { labels, client, card, cardName, gap, nextReview } = readOptionsFor(result, options);
  const words = classificationWordsOf(labels);
  const writing: ClassificationWriting = {
    words,
    amounts: amountsIn(card.currency ?? "", "one", {
      // with all digits there is no unit to write
      unit: () => "",
      form: (form) => labels[`moneyForm.${form}`],
      head: labels["planDocument.head"],
    }),
    card,
    own: ownLabelsOf(words),
  };
  const title = words.named(words.word("title"), client);
  return {
    title,
    blocks: [
      { type: "heading", level: 1, text: title },
      {
        type: "pairs",
        display: "list",
        items: [
          { name: words.shared("client"), value: client },
          { name: words.word("as-of"), value: words.date(result.asOf) },
          {
            name: words.word("card"),
            value: words.joined([cardName ?? card.id, cardName === undefined ? undefined : card.id]),
          },
          { name: words.word("version"), value: card.version },
          ...(nextReview === undefined ? [] : [{ name: words.word("re-evaluation"), value: words.date(nextReview) }]),
        ],
      },
      tiles(result, writing),
      ...toLookAt(result, writing),
      ...bodyOf(result, writing),
      ...wayBlocks(gap, writing),
      {
        type: "signatures",
        title,
        lines: [words.shared("signature-manager"), words.shared("signature-supervisor")],
      },
      ...provenance(result, writing),
    ],
  };
}

function tiles(result: Classification, writing: ClassificationWriting): Block {
  const { words, own } = writing;
  const { labels } = words;
  return {
    type: "pairs",
    display: "tiles",
    items:
      result.status === "classified"
        ? [
            { name: words.word("class"), value: labels[`clientType.${result.type}`] },
            ...(result.tier === undefined ? [] : [{ name: words.word("tier"), value: labels[`tier.${result.tier}`] }]),
            ...(result.level === undefined ? [] : [{ name: words.word("level"), value: own(`level.${result.level}`) }]),
            { name: words.word("score"), value: pointRange(result.score, result.scoreAtMost, writing) },
          ]
        : [
            {
              name: words.word("result"),
              value: { text: labels[`classificationStatus.${result.status}`], emphasis: "warning" },
            },
            ...(result.status === "blocked" ? blockedPairs(result, writing) : []),
          ],
  };
}

const blockedPairs = (
  { block, effect }: Extract<Classification, { status: "blocked" }>,
  { words, own }: ClassificationWriting,
): readonly Pair[] => [
  { name: words.word("block"), value: own(`block.${block}`) },
  { name: words.word("block-effect"), value: words.labels[`blockEffect.${effect}`] },
];

/** What is lacking, what nobody could check, and which sensitive facts were used. */
function toLookAt(result: Classification, writing: ClassificationWriting): readonly Block[] {
  const { words, own } = writing;
  const { labels } = words;
  const note = (tone: "information" | "warning", title: string, texts: readonly string[]): readonly Block[] =>
    texts.length === 0 ? [] : [{ type: "note", tone, title, texts }];
  const { unchecked = [] } = result.status === "insufficient-data" || result.status === "blocked" ? {} : result;
  const { sensitive = [] } = result.status === "insufficient-data" ? {} : result;
  const missing = result.status === "insufficient-data" ? missingTexts(result, writing) : [];
  const reads = result.status === "blocked" ? [] : result.reads;
  const issues = result.status === "blocked" ? (result.issues ?? []) : [];
  return [
    ...note("warning", words.word("missing"), missing),
    ...note(
      "warning",
      words.word("unusable"),
      reads
        .filter(({ state }) => state !== "valid")
        .map(({ feature, state }) => words.named(own(`feature.${feature}`), stateText(state, undefined, writing))),
    ),
    ...note(
      "warning",
      words.word("refused-values"),
      issues.map((issue, index) => lineText(issue, labels, ["result", "issues", index], RESULT)),
    ),
    ...note(
      "warning",
      words.word("unchecked"),
      unchecked.map((id) => own(`block.${id}`)),
    ),
    ...note(
      "information",
      words.word("sensitive"),
      sensitive.map((id) => own(`feature.${id}`)),
    ),
  ];
}

/** What the card requires and nobody knows, with what waits for it. */
function missingTexts(result: Classification, writing: ClassificationWriting): readonly string[] {
  return explainClassification(result).lines.flatMap((line) =>
    line.line === "missing" ? [ownLineText(line, ["result"], RESULT, writing)] : [],
  );
}

/** A line in words, with each of its labels there. */
function ownLineText(
  line: ExplanationLine | GapLine,
  path: Path,
  code: RenderingErrorCode,
  { words, amounts, own }: ClassificationWriting,
): string {
  for (const key of Object.values(line.labels).flat()) if (typeof key === "string") own(key);
  return lineWithAmounts(line, words.labels, path, code, amounts.exact);
}

function bodyOf(result: Classification, writing: ClassificationWriting): readonly Block[] {
  switch (result.status) {
    case "classified":
      return [
        { type: "columns", columns: [[axesTable(result, writing)], [pointBars(result.parts, writing)]] },
        itemsTable(result, writing),
        ...ladderTable(result, writing),
        ...rulesTable(result.rules, writing),
      ];
    case "not-a-customer":
      return [itemsTable(result, writing), ...rulesTable(result.rules, writing)];
    case "insufficient-data":
    case "blocked":
      return [];
  }
}

/** What would move the client to another class. */
function wayBlocks(gap: Gap | undefined, writing: ClassificationWriting): readonly Block[] {
  if (gap === undefined) return [];
  return [
    { type: "heading", level: 2, text: writing.words.word("way") },
    {
      type: "list",
      ordered: false,
      items: gap.lines.map((line, index) => ownLineText(line, ["options", "gap", "lines", index], OPTION, writing)),
    },
  ];
}

/** Which card in which version, and how the page is to be read. */
function provenance(result: Classification, { words, card }: ClassificationWriting): readonly Block[] {
  const isOpen = result.status === "classified" && result.scoreAtMost !== undefined;
  return [
    { type: "heading", level: 2, text: words.word("provenance") },
    {
      type: "list",
      ordered: false,
      items: [
        words.named(words.word("card"), words.joined([card.id, words.named(words.word("version"), card.version)])),
        words.named(words.word("content-hash"), result.card.hash),
        words.named(words.word("card-status"), words.labels[`policyStatus.${card.status}`]),
        words.word("convention-values"),
        ...(result.status === "classified" || result.status === "not-a-customer"
          ? [words.word("convention-edges")]
          : []),
        ...(result.status === "classified" && hasShares(result) ? [words.word("convention-share")] : []),
        ...(isOpen ? [words.word("convention-open")] : []),
      ],
    },
  ];
}
