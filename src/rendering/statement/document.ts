import { listOf, optional, readText, recordOf, shapeOf } from "../../core/inner.ts";
import {
  valueHeads,
  type RelationshipValueFinding,
  type RiskAdjustedReturn,
  type Statement,
} from "../../relationship-value/index.ts";
import { hasFigure } from "../../relationship-value/inner.ts";
import { namedPeriod } from "../../strategy-plan/inner.ts";
import { muted } from "../cells.ts";
import { namedBy } from "../phrases.ts";
import { returnShape, returnPairs } from "../plan/returns.ts";
import { statementFindingShape } from "../plan/statement-figures.ts";
import { told } from "../plan/told.ts";
import { exactAmountsIn } from "../plan/unit.ts";
import { valueBars } from "../value-bars.ts";
import type { Block, BlockDocument, Pair } from "../blocks.ts";
import type { RenderingErrorCode } from "../errors.ts";
import { readStatement } from "./read-statement.ts";
import { itemTable, provenanceBlocks, relatedBlocks, type StatementWriting } from "./tables.ts";
import { readStatementLabels, statementWordsOf, type StatementDocumentLabels } from "./words.ts";

/** What the document of a value statement is written with. */
export interface StatementDocumentOptions {
  /** Words of the language the document is written in, such as `zhHans`; it may have more than the document needs. */
  readonly labels: StatementDocumentLabels;
  /** What clients are called, by id; a client without a name is printed by its id. */
  readonly clientNames?: Readonly<Record<string, string>>;
  /** What the statement says has to be looked at, `findings` of its result. */
  readonly findings?: readonly RelationshipValueFinding[];
  /** What the relationship earns on its capital, of the same period: beside its hurdle. */
  readonly returns?: RiskAdjustedReturn;
}

const readOptions = shapeOf<StatementDocumentOptions>({
  labels: readStatementLabels,
  clientNames: optional(recordOf(readText)),
  findings: optional(listOf(statementFindingShape)),
  returns: optional(returnShape),
});

/**
 * The value statement of one client as a document (客户关系价值统计): three heads and eleven items, with what they rest on.
 *
 * Every figure is one of the statement, with all its digits: nothing is computed or rounded here. Each amount is split by
 * how certain it is, and estimated parts are hatched in the figure; "no data" is said and never printed as 0, and what is
 * withheld because it would give one referred client away is said to be. The last section says where each line went, at
 * which rates amounts were converted, by which conventions, and which lines are behind each item. The statement may come
 * back from where it was kept. It is the bank's own, and is not for the client.
 *
 * @param statement - `statement` of what `relationshipValue` returned
 * @param options - words, names of clients, findings, and the return on capital where there is one
 * @returns block tree for {@link toMarkdown} and {@link toHtml}
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for a member of the statement that is missing, misspelt or of another kind; the checks
 *   of `core` and `money` for its dates, rates and amounts, at their place
 * @see 客户关系价值 of the source: 直接收益, 相关客户收益, 其它收益
 * @example
 * import { zhHans } from "relationship-banking/labels/zh-Hans";
 * import { relationshipValue } from "relationship-banking/relationship-value";
 * const { statement } = relationshipValue(
 *   [{ id: "L1", client: "C-1", product: "loan", item: "asset", period: "2026-Q1", amount: { amount: "120000.00", currency: "CNY" }, basis: "actual" }],
 *   { client: "C-1", period: "2026", currency: "CNY" },
 * );
 * const doc = valueStatementDocument(statement, { labels: zhHans, clientNames: { "C-1": "样本制造有限公司" } });
 * doc.title // => "客户关系价值统计：样本制造有限公司 2026年"
 * doc.blocks.flatMap((block) => (block.type === "table" ? [block.footer?.[1]] : [])) // => ["120,000.00", undefined]
 * @since 0.1.0
 */
export function valueStatementDocument(statement: Statement, options: StatementDocumentOptions): BlockDocument {
  const reportCode: RenderingErrorCode = "rendering/invalid-report";
  const optionCode: RenderingErrorCode = "rendering/invalid-option";
  readStatement(statement, ["statement"], reportCode);
  const { labels, clientNames, findings = [], returns } = readOptions(options, ["options"], optionCode);
  const { currency, period } = statement.conventions;
  const words = statementWordsOf(labels);
  const writing: StatementWriting = {
    words,
    amounts: exactAmountsIn(currency, labels),
    client: namedBy(clientNames),
  };
  const title = words.named(
    words.word("value-statement"),
    `${writing.client(statement.client)} ${words.period(namedPeriod(period))}`,
  );
  return {
    title,
    blocks: [
      { type: "heading", level: 1, text: title },
      { type: "columns", columns: [[headPairs(statement, writing)], [bars(statement, writing)]] },
      { type: "pairs", display: "tiles", items: tiles(statement, writing) },
      ...(returns === undefined
        ? []
        : [{ type: "pairs", display: "list", items: returnPairs(returns, writing) } as const]),
      ...findingsNote(findings, writing),
      itemTable(statement, writing),
      ...relatedBlocks(statement, writing),
      ...provenanceBlocks(statement, writing),
    ],
  };
}

/** Whom the statement is about, of which period, in which currency. */
const headPairs = ({ client, conventions }: Statement, writing: StatementWriting): Block => {
  const { words, amounts } = writing;
  return {
    type: "pairs",
    display: "list",
    items: [
      { name: words.word("client"), value: writing.client(client) },
      { name: words.word("client-number"), value: client },
      { name: words.word("period"), value: words.period(conventions.period) },
      { name: words.word("currency"), value: amounts.currency(conventions.currency) },
    ],
  };
};

const bars = ({ heads, headDetails }: Statement, { words, amounts }: StatementWriting): Block =>
  valueBars(
    valueHeads.map((head) => {
      const { status, byBasis } = headDetails[head];
      return {
        label: words.labels[`valueHead.${head}`],
        amount: hasFigure(status) ? heads[head] : null,
        estimated: byBasis.estimated,
      };
    }),
    words.word,
    amounts,
  );

/** The total with its estimated part. */
function tiles(
  { total, totalDetail: { status, byBasis } }: Statement,
  { words, amounts }: StatementWriting,
): readonly Pair[] {
  return [
    {
      name: amounts.head(words.report("value-total")),
      value: hasFigure(status) ? amounts.figure(total) : muted(words.word("no-data")),
      ...(byBasis.estimated === null
        ? {}
        : { note: words.named(words.word("estimated-part"), amounts.figure(byBasis.estimated)) }),
    },
  ];
}

/** What somebody has to look at before the figures are used, with clients by their names. */
function findingsNote(findings: readonly RelationshipValueFinding[], writing: StatementWriting): readonly Block[] {
  if (findings.length === 0) return [];
  const { client, words } = writing;
  const texts = findings.map(({ code, details }) =>
    told(
      { code, details: { ...details, client: client(details.client), borrower: client(details.borrower) } },
      writing,
    ),
  );
  return [{ type: "note", tone: "warning", title: words.word("to-attend"), texts }];
}
