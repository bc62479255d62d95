/**
 * Documents: one tree of blocks, written as Markdown and as printable HTML, and the documents the library makes.
 *
 * @packageDocumentation
 */
export type {
  Alignment,
  Bar,
  BarPart,
  BarsBlock,
  BarTone,
  Block,
  BlockDocument,
  Cell,
  Column,
  ColumnsBlock,
  FormattedCell,
  HeadingBlock,
  ListBlock,
  NoteBlock,
  PageBreakBlock,
  Pair,
  PairsBlock,
  ParagraphBlock,
  SignaturesBlock,
  TableBlock,
} from "./blocks.ts";
export { toMarkdown } from "./writers/markdown.ts";
export { toHtml, type HtmlOptions } from "./writers/html.ts";
export { documentStyles } from "./writers/styles.ts";
export { escapeHtml, escapeMarkdown } from "./text.ts";
export { amountText, figureText, percentText } from "./plan/figure-text.ts";
export { strategyPlanDocument, type PlanDocumentOptions } from "./plan/document.ts";
export type { PlanDocumentLabelKey, PlanDocumentLabels, PlanDocumentWord, ReasonOf } from "./plan/words.ts";
