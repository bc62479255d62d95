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
} from "./types.ts";
export { toMarkdown } from "./markdown.ts";
export { toHtml, type HtmlOptions } from "./html.ts";
export { documentStyles } from "./styles.ts";
export { escapeHtml, escapeMarkdown } from "./text.ts";
export { amountText, figureText, percentText } from "./figure-text.ts";
export { strategyPlanDocument, type PlanDocumentOptions } from "./plan-document.ts";
export type { PlanDocumentLabelKey, PlanDocumentLabels, PlanDocumentWord, ReasonOf } from "./plan-words.ts";
