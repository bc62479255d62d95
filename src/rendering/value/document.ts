import { optional, readText, recordOf, shapeOf } from "../../core/inner.ts";
import { exactAmountsIn } from "../plan/unit.ts";
import { namedBy } from "../phrases.ts";
import type { BlockDocument } from "../blocks.ts";
import type { RenderingErrorCode } from "../errors.ts";
import { adviceDocument } from "./advice.ts";
import { evaluationDocument } from "./evaluation.ts";
import type { Writing } from "./parts.ts";
import { readReport, type ValueReport } from "./read-report.ts";
import { statisticsDocument } from "./statistics.ts";
import { readValueLabels, valueWordsOf, type ValueDocumentLabels } from "./words.ts";

/** What the document of a report is written with. */
export interface ValueDocumentOptions {
  /** Words of the language the document is written in, such as `zhHans`; it may have more than the document needs. */
  readonly labels: ValueDocumentLabels;
  /** What clients are called, by id; a client without a name is printed by its id. */
  readonly clientNames?: Readonly<Record<string, string>>;
  /** What managers and other staff are called, by id. */
  readonly staffNames?: Readonly<Record<string, string>>;
}

const readOptions = shapeOf<ValueDocumentOptions>({
  labels: readValueLabels,
  clientNames: optional(recordOf(readText)),
  staffNames: optional(recordOf(readText)),
});

/**
 * A report of relationship value as a document: the statistics report, the client evaluation or the business advice
 * (客户关系价值统计报告, 客户综合评价报告, 业务建议报告).
 *
 * Every figure is one of the report, with all its digits: nothing is computed or rounded here. Estimated parts have a
 * column of their own and are hatched in figures, "no data" is said and never printed as 0, totals stand at the foot of
 * their tables, and the last section says what the figures come from and how they are to be read. The report may come
 * back from where it was kept. It is the bank's own: it tells of judgements and income, and is not for the client.
 *
 * @param report - what `valueStatisticsReport`, `clientEvaluationReport` or `businessAdviceReport` of relationship-value
 *   returned
 * @param options - words, and names of clients and staff
 * @returns block tree for {@link toMarkdown} and {@link toHtml}
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for a member of the report that is missing, misspelt or of another kind;
 *   `relationship-value/empty-id` for a fact or a need without an id; the checks of `core` and `money` for its dates, shares
 *   and amounts, at their place
 * @see 客户关系价值统计制度及报告, 客户(行业)综合评价报告, 业务建议报告 of the sources
 * @example
 * import { zhHans } from "relationship-banking/labels/zh-Hans";
 * import { valueStatisticsReport } from "relationship-banking/relationship-value";
 * const { report } = valueStatisticsReport([{ client: "C-1", manager: "E-1", value: "none" }], { period: "2026", currency: "CNY" });
 * const doc = valueReportDocument(report, { labels: zhHans });
 * doc.title // => "客户关系价值统计报告：全部客户 2026年"
 * doc.blocks.flatMap((block) => (block.type === "table" ? [block.caption] : [])) // => ["客户关系价值统计（人民币元）", "按客户（人民币元）"]
 * @since 0.1.0
 */
export function valueReportDocument(report: ValueReport, options: ValueDocumentOptions): BlockDocument {
  const reportCode: RenderingErrorCode = "rendering/invalid-report";
  const optionCode: RenderingErrorCode = "rendering/invalid-option";
  readReport(report, ["report"], reportCode);
  const { labels, clientNames, staffNames } = readOptions(options, ["options"], optionCode);
  const writing: Writing = {
    words: valueWordsOf(labels),
    amounts: exactAmountsIn(report.currency, labels),
    client: namedBy(clientNames),
    staff: namedBy(staffNames),
  };
  switch (report.kind) {
    case "statistics":
      return statisticsDocument(report, writing);
    case "evaluation":
      return evaluationDocument(report, writing);
    case "advice":
      return adviceDocument(report, writing);
  }
}
